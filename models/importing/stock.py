"""Units and quantities of an import, and taking them back by the movements that undo them: facts are never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from models.stock.tables import StockQuantity, StockUnit


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
        before = (holding.quantity, holding.value, holding.place)
        after = Holding(*before[:2])
        if row.quantity != after.quantity:
            after = after.with_counted(row.quantity, item.cost if row.cost is None else row.cost)
        if _hold(act, holding, after, row.place or holding.place):
            yield "stock_quantity", row.item_id, row.quantity, json.dumps((*before, after.value), ensure_ascii=False)


def _hold(act: Act, holding: StockQuantity, after: Holding, place: str) -> bool:
    """Write what is here and where; says whether that is anything new."""
    moved, elsewhere = after != Holding(holding.quantity, holding.value), place != holding.place
    holding.place = place
    if moved:
        keeping.hold(act, holding, after, MovementKind.CORRECTED)
    elif elsewhere:
        holding.save()
    return moved or elsewhere


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
    return int(units) + int(counts) + sum(not each.stands() for each in _counted(run_id))


def take_back(act: Act, run_id: int) -> None:
    """Inside an action: units leave, quantities are again what they were, each with the movement that says so."""
    for unit_id, _before in _rows(run_id, "stock_unit"):
        unit: StockUnit = StockUnit.get_by_id(unit_id)
        here = (-ONE, -unit.cost) if unit.arrived_on else (0, 0)
        gone = {"state": UnitState.GONE, "left_on": clock.today(), "demo": False}
        keeping.change(act, unit, MovementKind.RETURNED, gone, *here)
    for each in _counted(run_id):
        _hold(act, each.holding, each.before, each.place)


@dataclass(frozen=True)
class _Counted:
    """A quantity that an import set, and what was here before, where, and worth how much after it."""

    holding: StockQuantity
    before: Holding
    place: str
    value: int

    def stands(self) -> bool:
        """Whether it is still worth what the import left."""
        return bool(self.holding.value == self.value)


def _counted(run_id: int) -> Iterator[_Counted]:
    for item_id, told in _rows(run_id, "stock_quantity"):
        holding, said = keeping.holding_of(item_id), json.loads(told)
        if isinstance(said, int):  # of the first version, which kept the quantity alone
            before = Holding(holding.quantity, holding.value).with_counted(said, holding.item.cost)
            yield _Counted(holding, before, holding.place, holding.value)
        else:
            quantity, value, place, after = said
            yield _Counted(holding, Holding(quantity, value), place, after)


def _rows(run_id: int, table: str) -> list[Any]:
    sql = "SELECT row_id, before FROM imported_row WHERE run_id = ? AND stands_in = ? ORDER BY id"
    return list(run_sql(sql, run_id, table).fetchall())
