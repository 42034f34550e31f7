"""Undoing large imports: decided as a whole, then taken out part by part, so that nobody at the counter waits (X3).

With the decision the import is undone, and every part goes: where the program is cut off meanwhile, the rest goes when
the store is opened the next time. What somebody begins to work with between decision and part stays as they left it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from models.catalog.actions import make_findable as item_findable
from models.catalog.tables import Item
from models.customers.findable import make_findable
from models.importing import undoing
from models.importing.actions import undo_import
from models.importing.arriving import claim_number
from models.importing.kinds import ImportKind
from models.importing.tables import ImportRun
from models.kernel import store, turns
from models.kernel.actions import Act, acting
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from models.kernel.progress import Heard, unheard
from models.kernel.tables import run_sql
from models.staff.tables import Staff

_FILES, _ITEMS = 2_000, 100
"""How many customers, and how many items, make a part: a tenth of a second."""

_RANGE = "BETWEEN ? AND ?"
_AMONG = {
    "customer": f"row_id {_RANGE}",
    **{
        table: f"row_id IN (SELECT id FROM {table} WHERE customer_id {_RANGE})"
        for table in ("owned_goods", "customer_phone", "customer_tag")
    },
    "item": f"row_id {_RANGE}",
    "stock_quantity": f"row_id {_RANGE}",
    "stock_unit": f"row_id IN (SELECT id FROM stock_unit WHERE item_id {_RANGE})",
}
"""Which of the rows that an import wrote belong to the customers, or to the items, from one to another."""

_LEADING = """
SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in IN ('customer', 'item', 'stock_quantity')
UNION SELECT item_id FROM stock_unit
WHERE id IN (SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in = 'stock_unit')
"""
"""The customers, or the items, that an import wrote."""


def undo(actor: Actor, run_id: int, told: Heard = unheard) -> int:
    """Undo an import: a small one in one go, a large one part by part; says how many customers or items stay.

    ``told`` hears how many of how many are out. Raises NotAllowed, RuleError, StorageError; then nothing was undone,
    unless it is decided already: then the rest goes when the store is opened again.
    """
    run = ImportRun.get_by_id(run_id)
    if _left(run) <= _size(run):
        undo_import(actor, run_id)
        return 0
    with store.claimed(claim_number(run.uid)):
        undo_import(actor, run_id, by_parts=True)
        return _let_go(actor, run, told)


def finish_all() -> None:
    """When a store is opened: what was decided goes. What cannot be done now must not keep the store shut."""
    left = "SELECT id FROM import_run r WHERE undone_at IS NOT NULL AND EXISTS "
    left += "(SELECT 1 FROM imported_row WHERE run_id = r.id)"
    for (run_id,) in run_sql(left).fetchall():
        run: Any = ImportRun.get_by_id(run_id)
        with suppress(Exception), store.claimed(claim_number(run.uid)) as mine:
            if mine:
                staff: Any = Staff.get_by_id(run.undone_by_id)
                _let_go(Actor(staff.id, staff.name, staff.roles), run, unheard)


def _size(run: Any) -> int:
    return _FILES if run.kind is ImportKind.CUSTOMERS else _ITEMS


def _left(run: Any) -> int:
    return int(run_sql(f"SELECT count(*) FROM ({_LEADING}) AS t", run.id, run.id).fetchone()[0])


def _let_go(actor: Actor, run: Any, told: Heard) -> int:
    done, total, stayed = 0, _left(run), 0
    while some := _next(run):
        with acting(actor, "importing.let_go", None) as act:
            staying = _let_some_go(act, run, some)
            act.on("import", run.id)
            act.note(rows=len(some), left_out=staying)
        done, stayed = done + len(some), stayed + staying
        turns.give_way()
        told(done, total)
    with store.transaction():
        run_sql("DELETE FROM imported_row WHERE run_id = ?", run.id)
    return stayed


def _next(run: Any) -> list[int]:
    rows = run_sql(f"{_LEADING} ORDER BY 1 LIMIT ?", run.id, run.id, _size(run))
    return [row[0] for row in rows.fetchall()]


def _let_some_go(act: Act, run: Any, some: list[int]) -> int:
    """Take some out, together or else one by one; how many of them stay."""
    try:
        with store.transaction():
            _take_out(act, run, some[0], some[-1])
    except RuleError:
        return sum(_stays(act, run, each) for each in some)
    return 0


def _stays(act: Act, run: Any, each: int) -> bool:
    try:
        with store.transaction():
            _take_out(act, run, each, each)
    except RuleError:
        for table, among in _AMONG.items():
            sql = f"DELETE FROM imported_row WHERE run_id = ? AND stands_in = ? AND {among}"
            run_sql(sql, run.id, table, each, each)
        _make_findable(run, each)
        return True
    return False


def _make_findable(run: Any, each: int) -> None:
    if run.kind is ImportKind.CUSTOMERS:
        make_findable(each)
    elif item := Item.get_or_none(Item.id == each):
        item_findable(item)


def _take_out(act: Act, run: Any, first: int, last: int) -> None:
    """Take back what belongs to these, as an import of its own. Raises RuleError where somebody relies on it by now."""
    own: Any = ImportRun.create(kind=run.kind, file_name="", staff=run.staff_id, new=0, merged=0, left_out=0, wrong=0)
    for table, among in _AMONG.items():
        sql = f"UPDATE imported_row SET run_id = ? WHERE run_id = ? AND stands_in = ? AND {among}"
        run_sql(sql, own.id, run.id, table, first, last)
    undoing.check(own)
    undoing.take_back(act, own)
    ImportRun.delete_by_id(own.id)
