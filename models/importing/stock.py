"""Units and quantities of an import, and taking them back by the movements that undo them: facts are never deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.customers.many_files import Wrote
from models.customers.marks import VIN_LENGTH
from models.importing.rows import CountRow
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.pinyin import compared
from models.kernel.tables import run_sql
from models.stock import keeping
from models.stock.keeping import ONE, UnitForm
from models.stock.kinds import MovementKind, UnitState
from models.stock.rules import Holding
from models.stock.tables import StockUnit


def receive(act: Act, units: Sequence[UnitForm]) -> Iterator[Wrote]:
    """Inside an action: take units into stock. Raises RuleError, its field the number that is wrong."""
    for form in units:
        item = Item.get_by_id(form.item_id)
        try:
            if item.kept is Kept.NOT:
                keeping.set_kept(act, item, kept_for(form.number))
            unit = keeping.receive_unit(act, form)
        except RuleError as error:
            raise RuleError(error.template, field=form.number, **error.parameters) from error
        yield "stock_unit", unit.id, unit.version, ""


def kept_for(number: str) -> Kept:
    """How an item is counted whose units have numbers like this one."""
    return Kept.VIN if len(compared(number)) == VIN_LENGTH else Kept.SERIAL


def count(act: Act, rows: Sequence[CountRow]) -> Iterator[Wrote]:
    """Inside an action: so much of each item was found. Raises RuleError where one is kept by its number."""
    for row in rows:
        item = Item.get_by_id(row.item_id)
        if item.kept is Kept.NOT:
            keeping.set_kept(act, item, Kept.QUANTITY)
        holding = keeping.holding_of(row.item_id)
        before = holding.quantity
        holding.place = row.place or holding.place
        if row.quantity != before:
            after = Holding(before, holding.value).with_counted(row.quantity, item.cost)
            keeping.hold(act, holding, after, MovementKind.CORRECTED)
            yield "stock_quantity", row.item_id, row.quantity, str(before)


def changed_since(run_id: int) -> int:
    """How many of an import's units and quantities are no longer as it left them."""
    units = run_sql(
        "SELECT count(*) FROM imported_row r JOIN stock_unit u ON u.id = r.row_id WHERE r.run_id = ? "
        "AND r.stands_in = 'stock_unit' AND (u.version <> r.counted OR u.left_on IS NOT NULL)",
        run_id,
    ).fetchone()[0]
    counts = run_sql(
        "SELECT count(*) FROM imported_row r JOIN stock_quantity q ON q.item_id = r.row_id WHERE r.run_id = ? "
        "AND r.stands_in = 'stock_quantity' AND (q.quantity <> r.counted OR q.reserved <> 0)",
        run_id,
    ).fetchone()[0]
    return int(units) + int(counts)


def take_back(act: Act, run_id: int) -> None:
    """Inside an action: units leave, quantities are again what they were, each with the movement that says so."""
    for unit_id, _before in _rows(run_id, "stock_unit"):
        unit: StockUnit = StockUnit.get_by_id(unit_id)
        here = (-ONE, -unit.cost) if unit.arrived_on else (0, 0)
        gone = {"state": UnitState.GONE, "left_on": clock.today(), "demo": False}
        keeping.change(act, unit, MovementKind.RETURNED, gone, *here)
    for item_id, before in _rows(run_id, "stock_quantity"):
        row = keeping.holding_of(item_id)
        after = Holding(row.quantity, row.value).with_counted(int(before), row.item.cost)
        keeping.hold(act, row, after, MovementKind.CORRECTED)


def _rows(run_id: int, table: str) -> list[Any]:
    sql = "SELECT row_id, before FROM imported_row WHERE run_id = ? AND stands_in = ? ORDER BY id"
    return list(run_sql(sql, run_id, table).fetchall())
