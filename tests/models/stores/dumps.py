"""Populated stores of earlier schemas, kept as SQL text: writing one of the present schema, and loading any.

``python -m tests.models.stores.dumps`` writes ``version_N.sql`` for the newest schema. A dump is made once, before the
next migration, and never changed afterwards.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg

from models import migrations, rooms
from models.carrying.actions import carry_out
from models.catalog.actions import ItemForm, OptionForm, change_item
from models.catalog.kinds import OptionKind
from models.customers.actions import ContactForm, FileForm, open_file, register_contact
from models.customers.grade_actions import propose_grade
from models.customers.kinds import RegisterKind, Relation
from models.customers.people_actions import add_person
from models.customers.relation_actions import relate
from models.kernel import clock, keys, store
from models.kernel.search import grams
from models.kernel.tables import database
from models.papers.actions import KeptPaper, attach, keep_print
from models.papers.facts import PaperKind, Printing
from models.rotation.manager_actions import set_holiday
from models.sales.finance import FinanceMethod
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_actions import OfferForm, QuoteForm, start_quote
from models.staff.actions import keep_draft
from tests.models.appointments.booking import book_everything
from tests.models.carrying import a_departure
from tests.models.cashier.everything import work_at_the_desk
from tests.models.complaints.complaining import complain_everything
from tests.models.customers.files import LI, fill_a_file
from tests.models.delivery.handing import deliver_everything
from tests.models.followup.everything import follow_up_everything
from tests.models.loans.lending import lend_everything
from tests.models.parts.shelves import parts_everything
from tests.models.rotation.floors import work_a_day
from tests.models.sales.everything import follow_contracts
from tests.models.sales.quoting import quote_everything
from tests.models.service.everything import serve_everything
from tests.models.service.settled import settle_everything
from tests.models.service.working import work_everything
from tests.models.shops import Shop, car_line, customer, furnish, opened, quote, signed_contract
from tests.models.stock.goods import keep_the_stock
from tests.models.test_drives.driving import drive_everything
from tests.models.test_matrix import care_for_files, keep_registers, take_over_and_back
from tests.models.trade_ins.appraising import appraise_everything

HERE = Path(__file__).parent
_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_grams_%' ORDER BY rowid"


def versions() -> list[int]:
    """The schemas there is a dump of."""
    return sorted(int(path.stem.removeprefix("version_")) for path in HERE.glob("version_*.sql"))


def statements(version: int) -> list[str]:
    """A dump's statements."""
    text = (HERE / f"version_{version}.sql").read_text("utf-8").removesuffix(";\n")
    return re.split(r";\n(?=CREATE |INSERT )", text)


def load_folder(version: int, folder: Path) -> None:
    """Make a store on disk as the program of that version left it; this PC opens it."""
    folder.mkdir()
    file = store.encrypted_file(folder / "store.db", keys.create(folder).key, journal="delete")
    with file.connection_context(), file.atomic():
        file.execute_sql("PRAGMA defer_foreign_keys = 1")
        for sql in statements(version):
            file.execute_sql(sql)
        file.execute_sql(f"PRAGMA application_id = {store.APPLICATION_ID}")
        file.execute_sql(f"PRAGMA user_version = {version}")
    (folder / "store.db").chmod(0o600)


def load_server(version: int, address: str) -> None:
    """Make a store on a server as the program of that version left it."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE frontdesk_schema (version BIGINT NOT NULL)")
        connection.execute("INSERT INTO frontdesk_schema VALUES (%s)", (version,))
        for step in range(version):
            for sql in migrations.statements(step, server=True):
                connection.execute(sql.encode())
        connection.execute("SET session_replication_role = replica")  # rows point at later ones too
        for sql in statements(version):
            if sql.startswith("INSERT"):
                connection.execute(_for_server(sql).encode())
        connection.execute("SET session_replication_role = origin")
        for table in _numbered(version):
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            connection.execute(f"SELECT setval({sequence}, (SELECT max(id) FROM {table}))".encode())


def _numbered(version: int) -> set[str]:
    """The tables in a dump whose rows have an id."""
    found = (re.match(r"INSERT INTO (\w+) \(([^)]*)\)", sql) for sql in statements(version))
    return {match[1] for match in found if match and "id" in match[2].split(", ")}


def _for_server(sql: str) -> str:
    """A row's statement in PostgreSQL's words; the grams of a search text stand in its row there."""
    if sql.startswith("INSERT INTO search_entry"):
        return sql.replace(") VALUES (", ", grams) VALUES (").removesuffix(")") + ", '')"
    if match := re.fullmatch(r"INSERT INTO search_grams .* VALUES \((\d+), ('.*')\)", sql):
        grams_there = f"array_to_tsvector(string_to_array({match[2]}, ' '))"
        return f"UPDATE search_entry SET grams = {grams_there} WHERE id = {match[1]}"
    return re.sub(r"X'([0-9A-F]*)'", r"decode('\1', 'hex')", sql)


def populate(address: str) -> None:
    """A store with something in every table."""
    with opened(address):
        shop = furnish(address)
        file_id = customer(shop)
        contract_id = signed_contract(shop, customer_id=file_id)
        quote(shop, customer(shop, "張三豐", "+86 571 8899 7766"), offered_by=shop.consultant)
        payment = take_payment(shop.cashier, contract_id, PaymentForm(1_000_000, PaymentMethod.CASH, "欧阳䶮")).id
        reverse_payment(shop.cashier, payment, "输错")
        take_payment(shop.cashier, contract_id, PaymentForm(1_000_000, PaymentMethod.TRANSFER, "欧阳䶮", "0313"))
        register_contact(shop.reception, None, ContactForm(RegisterKind.CALL, about="问价; 改天来\n带家人"))
        keep_draft(shop.consultant, "quote", '{"it\'s": "half typed"}')
        attach(shop.consultant, "customer", file_id, "车.pdf", b"%PDF-1.7 a scan")
        work_a_day(shop)
        paper = KeptPaper(PaperKind.QUOTE, "BJ-2026-0001", 1, 1, b"{}", b"%PDF-1.7 a quote")
        keep_print(shop.consultant, paper, Printing("zh_CN", "孙悦", clock.now(), "C40E-5D17"))
        _fill_the_rest(shop, file_id)


def _fill_the_rest(shop: Shop, file_id: int) -> None:
    """What a year brings: files with all that belongs to them, quotes, contracts that change and end, money, rules."""
    fill_a_file(shop, file_id)
    add_person(shop.consultant, file_id, LI)
    relate(shop.consultant, file_id, customer(shop, "韩梅", "13700002222"), Relation.SPOUSE)
    tagged = FileForm("吴九", phones=("13700004444",), tags=("老客户", "置换"))
    open_file(shop.consultant, tagged, ContactForm(RegisterKind.VISIT))
    propose_grade(shop.consultant, file_id, "vb", "介绍来三位")
    keep_registers(shop, file_id)
    quote_everything(shop, file_id)
    options = (OptionForm(OptionKind.COLOUR, "灰"), OptionForm(OptionKind.OPTION, "加厚", 20_000, 8_000))
    change_item(shop.owner, shop.mats, 1, ItemForm("DJ-01", "accessory", "脚垫", 80_000, "", "套", options=options))
    loan = OfferForm(FinanceMethod.EQUAL_INSTALMENTS, 5_000_000, 36, 360, 100_000, "工行", chosen=True)
    start_quote(shop.consultant, file_id, QuoteForm((car_line(shop),), offers=(loan,)))
    care_for_files(shop)
    follow_up_everything(shop)
    follow_contracts(shop, customer(shop, "周八", "13700003333"))
    work_at_the_desk(shop)
    set_holiday(shop.manager, date(2027, 2, 17), "春节")
    deliver_everything(shop)
    serve_everything(shop)
    book_everything(shop)
    work_everything(shop)
    settle_everything(shop)
    keep_the_stock(shop, customer(shop, "郑十", "13700005555"))
    parts_everything(shop)
    drive_everything(shop)
    appraise_everything(shop)
    complain_everything(shop)
    lend_everything(shop)
    take_over_and_back(shop)
    carry_out(shop.owner, a_departure())


def dump() -> Iterator[str]:
    """The open store's schema and rows as statements; rows one a line, parents before children."""
    yield from (row[0] for row in database.execute_sql(_SCHEMA))
    tables = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    for (table,) in tables:
        if table.startswith(("search_grams", "sqlite_")):
            continue
        names = [column.name for column in database.get_columns(table)]
        quoted = ", ".join(f"quote({name})" for name in names)
        for row in database.execute_sql(f'SELECT {quoted} FROM "{table}" ORDER BY 1'):
            yield f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(row)})"
    for number, kind, text in database.execute_sql("SELECT id, kind, text FROM search_entry ORDER BY id"):
        words = " ".join(sorted(set(grams(text, kind).split())))
        yield f"INSERT INTO search_grams (rowid, grams) VALUES ({number}, '{words}')"


def main() -> None:
    """Write the dump of the newest schema, unless there is one."""
    path = HERE / f"version_{migrations.LATEST}.sql"
    if path.exists():
        raise SystemExit(f"{path} is there already and never changes.")
    rooms.put_together()
    with tempfile.TemporaryDirectory() as place, clock.standing_at(datetime(2026, 11, 21, 2, tzinfo=UTC)):
        os.environ["FRONTDESK_DATA"] = f"{place}/user"
        address = f"{place}/shop.desk"
        store.create(address)
        populate(address)
        with opened(address):
            path.write_text(";\n".join(dump()) + ";\n", "utf-8")


if __name__ == "__main__":
    main()
