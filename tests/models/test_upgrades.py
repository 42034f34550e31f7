"""Stores of every earlier schema open in the newest with everything in them; a failed upgrade costs nothing."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from pathlib import Path
from types import ModuleType

import peewee
import pytest

from models import checking, migrations
from models.checking import searching
from models.customers.lists import find
from models.kernel import audit, copying, store, upgrade
from models.kernel.errors import StorageError
from models.kernel.permissions import Actor, Role
from models.kernel.pinyin import sort_key
from models.kernel.tables import database, run_sql
from models.papers.lists import attachments, content
from models.sales.lists import contract_ids, contract_view, payments
from models.sales.paper_facts import contract_paper
from models.shop.profile import profile
from models.staff.lists import draft
from models.staff.login import log_in
from tests.models.shops import PIN, PROFILE, customer, opened
from tests.models.stores import dumps
from tests.models.test_store import all_tables

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
OWNER = Actor(1, "王总", frozenset({Role.OWNER}))
BEHIND_THE_MODELS = {"setting", "counter", "audit_head", "audit_line", "search_entry"}
TYPES = {"INTEGER": "whole", "bigint": "whole", "TEXT": "text", "text": "text", "BLOB": "blob", "bytea": "blob"}


@pytest.fixture(params=dumps.versions())
def version(request: pytest.FixtureRequest) -> int:
    """Each schema there is a dump of."""
    return request.param


@pytest.fixture(params=["sqlite", "postgresql"])
def old_store(request: pytest.FixtureRequest, version: int, tmp_path: Path) -> str:
    """A populated store as the program of that version left it; returns its address."""
    if request.param == "sqlite":
        dumps.load_folder(version, tmp_path / "old.desk")
        return str(tmp_path / "old.desk")
    address = request.getfixturevalue("postgres_url")
    dumps.load_server(version, address)
    return address


def rows_in_dump(version: int) -> dict[str, int]:
    """How many rows each table has in a dump."""
    tables = [sql.split()[2] for sql in dumps.statements(version) if sql.startswith("INSERT")]
    return {table: tables.count(table) for table in tables if not table.startswith("search_grams")}


def test_every_earlier_schema_has_its_dump() -> None:
    """Made with ``python -m tests.models.stores.dumps`` before the next migration is written."""
    assert set(dumps.versions()) >= set(range(1, migrations.LATEST))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A populated store on disk of the present schema."""
    folder = tmp_path / "old.desk"
    dumps.load_folder(dumps.versions()[-1], folder)
    with opened(str(folder)):
        pass
    for backup in folder.glob("before-upgrade-*"):
        backup.unlink()
    return folder


@pytest.fixture
def server_address(postgres_url: str) -> str:
    """A populated store on a server of the present schema."""
    dumps.load_server(dumps.versions()[-1], postgres_url)
    with opened(postgres_url):
        pass
    return postgres_url


def test_an_old_store_opens_with_everything_in_it(old_store: str, version: int) -> None:
    with opened(old_store):
        counts = {table: run_sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in rows_in_dump(version)}
        assert counts == rows_in_dump(version)
        assert min(counts.values()) > 0
        assert list(audit.broken_lines()) == []
        assert profile() == PROFILE
        contract = min(contract_ids())
        view = contract_view(OWNER, contract)
        assert sum(stage.amount for stage in view.stages) == view.row.total == 18_980_000
        assert [row.amount for row in payments(contract)] == [1_000_000, -1_000_000, 1_000_000]
        assert contract_paper(contract, "zh_TW").buyer_names == ("欧阳䶮",)
        assert [row.name for row in find(OWNER, "zsf")] == ["張三豐"]
        assert draft(Actor(3, "孙悦", frozenset()), "quote") == '{"it\'s": "half typed"}'
        assert content(attachments("customer", 1)[0].id) == b"%PDF-1.7 a scan"


def test_what_no_sql_can_tell_is_worked_out_for_what_was_there(old_store: str) -> None:
    """The search index holds every record as it would be written today, and every name has its place in lists."""
    with opened(old_store):
        assert [*searching.records(), *searching.entries()] == []
        names = run_sql("SELECT name, sort_key FROM customer WHERE erased_at IS NULL ORDER BY sort_key").fetchall()
        assert [key for _name, key in names] == sorted(sort_key(name) for name, _key in names)
        assert [row.name for row in find(OWNER, "zhangsanfeng")] == ["張三豐"]
        highest, last_used = run_sql("SELECT max(id), max(used_at) FROM search_entry").fetchone()
        assert run_sql("SELECT used_at FROM search_entry WHERE id = ?", highest).fetchone()[0] == last_used


def test_the_newest_dump_fills_every_table() -> None:
    version = dumps.versions()[-1]
    made = {sql.split()[2] for sql in dumps.statements(version) if sql.startswith("CREATE TABLE ")}
    assert made == set(rows_in_dump(version))


def test_an_old_store_is_sound(folder: Path) -> None:
    """What the former program wrote is right by the rules that the present one checks."""
    assert list(checking.findings(str(folder))) == []


def test_work_goes_on_in_an_old_store(old_store: str) -> None:
    with opened(old_store):
        seller = log_in(3, PIN)
        assert seller.name == "孙悦"
        shop = type("Sellers", (), {"consultant": seller})
        assert customer(shop, "新客户", "13900009999")  # type: ignore[arg-type]
        assert list(audit.broken_lines()) == []


def test_the_tables_are_what_the_migrations_made(empty_address: str) -> None:
    store.create(empty_address)
    with opened(empty_address):
        for table in all_tables():
            name = table._meta.table_name
            made = {
                column.name: (TYPES[column.data_type], column.null or column.primary_key)
                for column in database.get_columns(name)
            }
            wanted = {
                field.column_name: (kind_of(field), field.null or field.primary_key)
                for field in table._meta.sorted_fields
            }
            assert made == wanted, name
            pointed = {(key.column, key.dest_table) for key in database.get_foreign_keys(name)}
            pointing = {
                (field.column_name, field.rel_model._meta.table_name)
                for field in table._meta.sorted_fields
                if isinstance(field, peewee.ForeignKeyField)
            }
            assert pointing <= pointed, name
        tables = {each for each in database.get_tables() if not each.startswith(("search_grams", "sqlite_"))}
        assert tables - {"frontdesk_schema"} == BEHIND_THE_MODELS | {each._meta.table_name for each in all_tables()}


def kind_of(field: peewee.Field) -> str:
    """Which of the three storage types a field has."""
    if isinstance(field, peewee.ForeignKeyField):
        return "whole"
    if isinstance(field, peewee.BlobField):
        return "blob"
    return "text" if isinstance(field, peewee.TextField) else "whole"


def test_every_enum_of_the_tables_may_be_stored(empty_address: str) -> None:
    """What a field may hold, the table's CHECK lets in, on both databases."""
    store.create(empty_address)
    checks = " ".join(" ".join(migrations.statements(step, server=False)) for step in range(migrations.LATEST))
    for table in all_tables():
        for field in table._meta.sorted_fields:
            values = [member.value for member in getattr(field, "enum", ())]
            if values and f"CHECK ({field.column_name} IN" in checks and table._meta.table_name != "paper_print":
                missing = [value for value in values if f"'{value}'" not in checks]
                assert not missing, (table, field.name)


STEP = [
    "ALTER TABLE customer ADD COLUMN nickname TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT NOT NULL, played BLOB) STRICT",
    "INSERT INTO song (title) SELECT name FROM customer",
]


def next_step(monkeypatch: pytest.MonkeyPatch, sql: list[str]) -> None:
    """The program of the next version, whose migration is ``sql``."""
    name = f"m{migrations.LATEST + 1:04d}_next"
    step = ModuleType(name)
    vars(step).update(SQL=sql, SQLITE=[], SERVER=[])
    monkeypatch.setitem(sys.modules, f"models.migrations.{name}", step)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, name))
    monkeypatch.setattr(migrations, "LATEST", migrations.LATEST + 1)


def whole(address: str) -> str:
    """Everything in the tables of a store, as the present program reads it."""
    with opened(address):
        names = sorted(name for name in database.get_tables() if not name.startswith(("search_grams", "sqlite_")))
        rows = {name: [list(row) for row in run_sql(f"SELECT * FROM {name} ORDER BY 1")] for name in names}
    return json.dumps(rows, default=lambda blob: bytes(blob).hex(), sort_keys=True)


def test_an_upgrade_keeps_everything_and_a_verified_backup(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = whole(str(folder))
    old = migrations.LATEST
    with monkeypatch.context() as patch:
        next_step(patch, STEP)
        with opened(str(folder)):
            songs, people = (run_sql(f"SELECT count(*) FROM {each}").fetchone() for each in ("song", "customer"))
            assert run_sql("PRAGMA user_version").fetchone()[0] == old + 1
            assert songs == people
            assert list(audit.broken_lines()) == []
    backup = folder / f"before-upgrade-{old}.db"
    assert backup.exists()
    backup.replace(folder / "store.db")
    assert whole(str(folder)) == before, "one step back"


def test_an_upgrade_on_the_server(server_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    next_step(monkeypatch, STEP)
    with opened(server_address):
        assert run_sql("SELECT version FROM frontdesk_schema").fetchone()[0] == migrations.LATEST
        assert run_sql("SELECT count(*) FROM song").fetchone() == run_sql("SELECT count(*) FROM customer").fetchone()
    with opened(server_address):
        assert list(audit.broken_lines()) == []


@pytest.mark.parametrize(
    "sql",
    [
        [*STEP, "DELETE FROM customer_tag WHERE position = 1"],
        [*STEP, "DELETE FROM contract_line"],
        [*STEP, "PRAGMA defer_foreign_keys = 1", "UPDATE customer SET owner_id = 99 WHERE id = 1"],
    ],
    ids=["a row lost", "a table emptied", "a reference broken"],
)
def test_an_upgrade_that_would_lose_something_is_not_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sql: list[str]
) -> None:
    before = whole(str(folder))
    with monkeypatch.context() as patch:
        next_step(patch, sql)
        with pytest.raises(StorageError, match="would have lost"):
            store.open_store(str(folder))
    assert whole(str(folder)) == before


@pytest.mark.parametrize("kind", ["folder", "server_address"])
def test_a_migration_with_a_mistake_leaves_the_old_store(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    address = str(request.getfixturevalue(kind))
    before = whole(address)
    with monkeypatch.context() as patch:
        next_step(patch, [*STEP, "UPDATE no_such_table SET x = 1"])
        with pytest.raises(peewee.DatabaseError):
            store.open_store(address)
    assert whole(address) == before


def die_at(folder: str, place: int) -> None:
    """The next program, killed after ``place`` statements of its upgrade."""
    done = 0
    execute = database.obj.execute_sql

    def until(sql: str, *rest: object, **options: object) -> object:
        nonlocal done
        if done == place:
            os._exit(9)
        done += 1
        return execute(sql, *rest, **options)

    def counting(db: peewee.Database, version: int, *, server: bool) -> None:
        nonlocal execute
        execute = db.execute_sql
        db.execute_sql = until
        run_steps(db, version, server=server)

    run_steps, upgrade.run_steps = upgrade.run_steps, counting
    store.open_store(folder)
    os._exit(0)


def test_killed_at_any_step_the_store_is_the_old_one_or_the_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = whole(str(folder))
    context = multiprocessing.get_context("fork")
    for place in (*range(len(STEP) + 3), *range(len(STEP) + 3, 200, 6)):
        with monkeypatch.context() as patch:
            next_step(patch, STEP)
            child = context.Process(target=die_at, args=(str(folder), place))
            child.start()
            child.join(60)
            if child.exitcode == 0:
                break
        assert child.exitcode == 9
        assert whole(str(folder)) == before
    else:
        pytest.fail("the upgrade never came to its end")
    assert place > len(STEP)
    next_step(monkeypatch, STEP)
    with opened(str(folder)):
        assert run_sql("SELECT (SELECT count(*) FROM song) - (SELECT count(*) FROM customer)").fetchone()[0] == 0


def test_a_backup_that_cannot_be_made_stops_the_upgrade(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = whole(str(folder))
    counts = iter([{"customer": 1}, {"customer": 2}])  # of the store, and of the copy
    with monkeypatch.context() as patch:
        next_step(patch, STEP)
        patch.setattr(copying, "row_counts", lambda _: next(counts))
        with pytest.raises(StorageError, match="backup"):
            store.open_store(str(folder))
    assert not list((folder).glob("before-upgrade-*"))
    assert whole(str(folder)) == before


def test_the_backup_of_a_store_is_encrypted_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_step(monkeypatch, STEP)
    with opened(str(folder)):
        pass
    for path in (folder).glob("*.db"):
        assert PROFILE.name.encode() not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0, path.name
