"""Saving a customer with phones, a vehicle, search text and audit line, against the bare durable SQL of those rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from bench.many import crowd
from bench.measure import Ratio, side_by_side
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.kinds import RegisterKind
from models.kernel import search
from models.kernel.permissions import Actor, Role
from models.kernel.tables import database, new_uid
from models.staff.lists import everybody

_TABLES = ("customer", "customer_phone", "owned_goods", "register_line", "search_entry", "audit_line")
_serial = count(1)


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The same with few customers there and with very many; both sides write into the same store."""
    for there in (1_000, 20_000 if quick else 1_000_000):
        with crowd(there):
            seller = next(each for each in everybody() if Role.SALES in each.roles)
            actor = Actor(seller.id, seller.name, seller.roles)
            _save(actor)
            yield side_by_side(
                f"saving a customer with {there:,} there / bare durable SQL",
                lambda actor=actor: _save(actor),  # type: ignore[misc]  # bound at once
                _bare_writer(),
                aim=5.0,
                rounds=30 if quick else 300,
            )


def _save(actor: Actor) -> None:
    number = next(_serial)
    form = FileForm("欧阳思远", phones=(f"139{number:08d}", f"0571-{number:08d}"), wish="V7", source="web")
    goods = GoodsForm(make="澜川", model="V5", plate=f"浙A{number % 100_000:05d}", serial=f"LYH7V2A58TA{number:06d}")
    open_file(actor, form, ContactForm(RegisterKind.VISIT, about="V7"), (), (goods,))


def _bare_writer() -> Callable[[], None]:
    """A function that writes the rows of the last saved customer once more with nothing but the driver."""
    samples = {table: _last_rows(table, 2 if table == "customer_phone" else 1) for table in _TABLES}
    grams = search.grams(samples["search_entry"][0]["text"], "customer")
    inserts = {table: _insert(table, rows[0]) for table, rows in samples.items()}
    connection = database.connection()

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        head = connection.execute("SELECT lines, code FROM audit_head").fetchone()
        new = {"id": None, "uid": new_uid()}
        customer_id = connection.execute(inserts["customer"], {**samples["customer"][0], **new}).lastrowid
        for table in ("customer_phone", "owned_goods", "register_line"):
            for row in samples[table]:
                connection.execute(inserts[table], {**row, "id": None, "uid": new_uid(), "customer_id": customer_id})
        entry = {**samples["search_entry"][0], "id": None, "record_id": customer_id}
        entry_id = connection.execute(inserts["search_entry"], entry).lastrowid
        connection.execute("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", (entry_id, grams))
        line = {**samples["audit_line"][0], "id": head[0] + 1, "record_id": customer_id}
        connection.execute(inserts["audit_line"], line)
        connection.execute("UPDATE audit_head SET lines = ?, code = ?", (head[0] + 1, head[1]))
        connection.execute("COMMIT")

    return write


def _last_rows(table: str, number: int) -> list[dict[str, Any]]:
    cursor = database.execute_sql(f"SELECT * FROM {table} ORDER BY id DESC LIMIT {number}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _insert(table: str, row: dict[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)})"
