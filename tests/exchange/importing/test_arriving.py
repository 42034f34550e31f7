"""Large imports come in part by part: all of it or nothing, and nobody at the counter waits (X3)."""

from __future__ import annotations

import os
import signal
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import psycopg
import pytest

from exchange.importing import taking_over
from models.catalog.actions import ItemForm, add_item
from models.customers.actions import FileForm, edit_file
from models.customers.lists import customer_file
from models.followup.starting import begin_day
from models.importing import arriving, batches, leaving
from models.importing.actions import undo_import
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.lists import imports
from models.kernel import audit, search, store, turns
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.stock.actions import receive
from models.stock.keeping import UnitForm
from tests.exchange.importing.files import checked, everything
from tests.models.shops import Shop, copy_folder, customer, opened

PEOPLE = 47
CUSTOMERS = (
    ("姓名", "手机", "车牌", "销售顾问", "备注"),
    *((f"张{n}", f"1390000{n:04d}", f"浙A{n:05d}", "孙悦" if n % 2 else "", f"第{n}行") for n in range(PEOPLE)),
)
PARTS = (("货号", "名称", "单价", "库存数量"), *((f"LJ-{n}", f"滤清器{n}", str(n + 1), str(n)) for n in range(PEOPLE)))
UNITS = (("车型代码", "车架号"), *(("BX-01", f"SN-{n:05d}") for n in range(PEOPLE)))
ROWS = {ImportKind.CUSTOMERS: CUSTOMERS, ImportKind.PARTS: PARTS, ImportKind.STOCK: UNITS}
TABLES = {ImportKind.CUSTOMERS: "customer", ImportKind.PARTS: "item", ImportKind.STOCK: "stock_unit"}
_databases = count(1)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rows make a part, and every part is a transaction, coming in as going out."""
    monkeypatch.setattr(leaving, "_FILES", 10)
    monkeypatch.setattr(leaving, "_ITEMS", 10)
    monkeypatch.setattr(arriving, "_AT_ONCE", 1)
    monkeypatch.setattr(arriving, "_HOLD", 0.0)
    monkeypatch.setattr(batches, "_FILES", 10)
    monkeypatch.setattr(batches, "_FORMS", 10)


@pytest.fixture(params=["sqlite", "postgresql"])
def closed_shop(request: pytest.FixtureRequest, tmp_path: Path, user_data: Path) -> Iterator[Shop]:
    """A furnished shop that nobody has opened yet."""
    if request.param == "sqlite":
        template, shop = request.getfixturevalue("folder_template")
        yield replace(shop, address=str(copy_folder(template, user_data, tmp_path / "shop.desk")))
        return
    server, shop = request.getfixturevalue("postgres_server"), request.getfixturevalue("server_template")
    name, template = f"arriving_{next(_databases)}", urlsplit(shop.address).path.strip("/")
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        yield replace(shop, address=server.url(name))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def take_over(
    actor: Actor,
    kind: ImportKind = ImportKind.CUSTOMERS,
    heard: Callable[[int, int], object] = arriving.unheard,
    told: Callable[[int, int], object] = arriving.unheard,
    how: OnDuplicate = OnDuplicate.SKIP,
) -> Any:
    """Import the rows of a kind."""
    return taking_over.write(actor, checked(actor, ROWS[kind], how, kind), heard, told)


def there(kind: ImportKind) -> int:
    """How many rows of the import the store has."""
    return int(run_sql(f"SELECT count(*) FROM {TABLES[kind]}").fetchone()[0])


def waiting() -> int:
    """How many parts wait."""
    return int(run_sql("SELECT count(*) FROM import_part").fetchone()[0])


@pytest.mark.parametrize("kind", ROWS)
def test_in_parts_the_store_becomes_the_same_and_is_undone_as_a_whole(
    shop: Shop, kind: ImportKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_day()
    customer(shop, "张先生", CUSTOMERS[5][1])
    before = everything()
    done = take_over(shop.owner, kind, how=OnDuplicate.MERGE)
    in_parts = everything()
    assert waiting() == 0
    assert there(kind) >= PEOPLE
    assert list(audit.broken_lines()) == []
    counts = [(each.new, each.merged, each.left_out, each.wrong, each.waiting) for each in imports(shop.owner)]
    assert leaving.undo(shop.owner, done.id) == 0
    taken_back = everything()
    assert there(kind) == len(before[TABLES[kind]]) or kind is not ImportKind.CUSTOMERS
    if kind is ImportKind.CUSTOMERS:
        assert len(taken_back["follow_up_task"]) == len(before["follow_up_task"])
        monkeypatch.setattr(batches, "_FILES", 1_000)
        monkeypatch.setattr(batches, "_FORMS", 1_000)
        take_over(shop.owner, kind, how=OnDuplicate.MERGE)
        at_once = everything()
        assert {table: len(rows) for table, rows in at_once.items()} == {
            table: len(rows) for table, rows in in_parts.items()
        }
        assert [(each.new, each.merged, each.left_out, each.wrong, each.waiting) for each in imports(shop.owner)][
            :1
        ] == counts


@pytest.mark.parametrize(("decided", "expected"), [(False, 0), (True, PEOPLE)])
@pytest.mark.parametrize("kind", [ImportKind.CUSTOMERS, ImportKind.PARTS])
def test_killed_in_the_middle_it_is_all_there_or_as_if_it_had_never_begun(
    closed_shop: Shop, kind: ImportKind, decided: bool, expected: int
) -> None:
    """Killed while the parts are put down, and after the second one came in."""
    shop = closed_shop

    def die(done: int, total: int) -> None:
        if done == 2:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        try:
            store.open_store(shop.address)
            take_over(shop.owner, kind, told=die) if decided else take_over(shop.owner, kind, heard=die)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with opened(shop.address):
        assert there(kind) - (3 if kind is ImportKind.PARTS else 0) == expected
        assert waiting() == 0
        runs = imports(shop.owner)
        assert [(each.new, each.waiting, each.may_undo) for each in runs] == ([(PEOPLE, 0, True)] if decided else [])
        hits = search.find("张46" if kind is ImportKind.CUSTOMERS else "LJ-46", (TABLES[kind],))
        assert len(hits) == bool(decided)
        assert list(audit.broken_lines()) == []
        if decided:
            undo_import(shop.owner, runs[0].id)
            assert kind is not ImportKind.CUSTOMERS or there(kind) == 0


def elsewhere(write: Callable[[], object]) -> None:
    """Let somebody else write, at another seat or in another thread, and wait for them."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            write()
        except BaseException as error:
            failed.append(error)
        finally:
            store.close_connection()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert failed == []


def test_others_write_between_the_parts_and_whoever_was_faster_stays(shop: Shop) -> None:
    """Nobody has to wait for more than a part; a person who got a file meanwhile gets no second one."""
    seen: list[int] = []

    def heard(done: int, total: int) -> None:
        elsewhere(lambda: customer(shop, f"早{done}", f"1500000{done:04d}"))
        seen.append(there(ImportKind.CUSTOMERS))

    def told(done: int, total: int) -> None:
        if done == 1:
            elsewhere(lambda: customer(shop, "张三十", CUSTOMERS[31][1]))

    done = take_over(shop.manager, heard=heard, told=told)
    assert seen == [1, 2, 3, 4, 5], "while its parts are put down nothing of an import is seen"
    assert there(ImportKind.CUSTOMERS) == 5 + PEOPLE
    phones = run_sql("SELECT count(*) FROM customer_phone WHERE number = ?", CUSTOMERS[31][1]).fetchone()[0]
    assert phones == 1
    (run,) = imports(shop.manager)
    assert (run.new, run.left_out) == (PEOPLE - 1, 1)
    undo_import(shop.manager, done.id)
    assert there(ImportKind.CUSTOMERS) == 6


def test_killed_while_it_goes_the_rest_goes_when_the_store_is_opened(closed_shop: Shop) -> None:
    shop = closed_shop
    with opened(shop.address):
        before = everything()
        done = take_over(shop.owner).id

    def die(done: int, total: int) -> None:
        if done == 20:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        try:
            store.open_store(shop.address)
            leaving.undo(shop.owner, done, die)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with opened(shop.address):
        assert everything() == before
        assert list(audit.broken_lines()) == []
        (run,) = imports(shop.owner)
        assert (run.undone_by, run.may_undo) == ("王总", False)


def test_who_is_worked_with_while_an_import_goes_stays(shop: Shop) -> None:
    """Nobody at the counter waits for more than a part, and nothing is taken from under their hands."""
    done = take_over(shop.manager)
    (hit,) = (each.record_id for each in search.find("张46", ("customer",)))
    seen: list[int] = []

    def told(done: int, total: int) -> None:
        if not seen:
            elsewhere(lambda: edit_file(shop.manager, hit, 1, FileForm("张46", phones=("13900000046",), wish="V5")))
        seen.append(there(ImportKind.CUSTOMERS))

    assert leaving.undo(shop.manager, done.id, told) == 1
    assert seen == [37, 27, 17, 7, 1]
    assert customer_file(shop.owner, hit).wish == "V5"
    assert [each.record_id for each in search.find("张46", ("customer",))] == [hit]
    assert run_sql("SELECT count(*) FROM imported_row").fetchone()[0] == 0
    assert [each.undone_by for each in imports(shop.manager)] == ["高经理"]
    with pytest.raises(RuleError, match="undone already"):
        leaving.undo(shop.manager, done.id)


def test_codes_and_numbers_that_were_taken_meanwhile_are_left_out(shop: Shop) -> None:
    def told(done: int, total: int) -> None:
        if done == 1:
            elsewhere(lambda: add_item(shop.owner, ItemForm("LJ-40", "accessory", "别的", 1)))
            elsewhere(lambda: receive(shop.owner, UnitForm(shop.insurance, "SN-00040")))

    take_over(shop.owner, ImportKind.STOCK, told=told)
    take_over(shop.owner, ImportKind.PARTS)
    parts, units = imports(shop.owner)
    assert (units.new, units.left_out) == (PEOPLE - 1, 1)
    assert (parts.new, parts.left_out) == (PEOPLE - 1, 1)
    assert there(ImportKind.STOCK) == PEOPLE


def test_stopped_before_the_decision_nothing_is_left(shop: Shop) -> None:
    before = everything()

    def heard(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_over(shop.manager, heard=heard)
    assert everything() == before


def test_what_was_cut_off_is_finished_and_not_undone_before(shop: Shop) -> None:
    def told(done: int, total: int) -> None:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        take_over(shop.manager, told=told)
    (run,) = imports(shop.manager)
    assert (run.waiting, run.may_undo) == (5, False)
    with pytest.raises(RuleError, match="still coming in"):
        undo_import(shop.manager, run.id)
    assert arriving.finish(run.uid)
    (run,) = imports(shop.manager)
    assert (run.waiting, run.may_undo, there(ImportKind.CUSTOMERS)) == (0, True, PEOPLE)


def test_what_an_earlier_program_put_down_is_brought_in(folder_shop: Shop) -> None:
    """Cut off, updated, opened again: its parts knew nothing of goods that are completed, nor of costs."""
    file = customer(folder_shop, "张三", "13900000001")
    phone = {"position": 0, "number": "13900000002", "digits": "13900000002", "label": ""}
    rows = ([], [[file, {"email": "zhang@x.cn"}, [], [phone], ["老客户"]]], 0, False)
    batch = batches.unpacked(ImportKind.CUSTOMERS, zlib.compress(msgspec.msgpack.encode(rows)))
    assert isinstance(batch, batches.CustomerBatch)
    (addition,) = batch.additions
    assert (addition.customer_id, addition.filled, addition.completed) == (file, {"email": "zhang@x.cn"}, {})
    counted = batches.unpacked(ImportKind.STOCK, zlib.compress(msgspec.msgpack.encode(([], [[7, 300, "A01"]]))))
    assert isinstance(counted, batches.StockBatch)
    assert [(each.item_id, each.quantity, each.place, each.cost) for each in counted.counted] == [(7, 300, "A01", None)]


def test_an_import_under_way_is_nobody_elses_to_finish(shop: Shop) -> None:
    found: list[bool] = []

    def told(done: int, total: int) -> None:
        (run,) = imports(shop.manager)
        elsewhere(lambda: found.append(arriving.finish(run.uid)))
        elsewhere(arriving.finish_all)

    take_over(shop.manager, told=told)
    assert found == [False] * 5
    assert there(ImportKind.CUSTOMERS) == PEOPLE


def test_long_work_lets_those_begin_who_wait(shop: Shop) -> None:
    """SQLite has no queue: without giving way whoever waits may never begin."""
    began = threading.Event()
    arrived = threading.Event()

    def wait_and_write() -> None:
        arrived.set()
        with store.transaction():
            began.set()
        store.close_connection()

    other = threading.Thread(target=wait_and_write)
    with store.transaction():
        run_sql("UPDATE staff SET phone = phone")
        other.start()
        arrived.wait()
    turns.give_way()
    with store.transaction():
        pass
    other.join(timeout=30)
    assert began.is_set()
