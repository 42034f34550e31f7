"""What screens and papers read of the stock; costs only for who may see them (S3)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from models.catalog.kinds import BY_UNIT, Kept
from models.catalog.tables import Item
from models.kernel import clock, flow, search
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import moment, run_sql
from models.stock.kinds import (
    UNIT_MOVES,
    AgeBand,
    MovementKind,
    StockFilter,
    UnitFacts,
    UnitSort,
    UnitState,
)
from models.stock.rules import Holding, age_band, age_days
from models.stock.views import BandRow, KeptItem, MovementRow, QuantityRow, UnitRow, UnitView

OLD_AFTER = 90
"""Days after which a unit counts as old."""

_WHERE = {
    StockFilter.ALL: "u.left_on IS NULL",
    StockFilter.IN_STOCK: "u.state = 'in_stock'",
    StockFilter.IN_TRANSIT: "u.left_on IS NULL AND u.arrived_on IS NULL",
    StockFilter.RESERVED: "u.state = 'reserved'",
    StockFilter.DEMO: "u.demo = 1 AND u.left_on IS NULL",
    StockFilter.SOLD: "u.state = 'sold'",
    StockFilter.OLD: "u.left_on IS NULL AND u.arrived_on < ?",
    StockFilter.GONE: "u.state = 'gone'",
}
_ORDER = {
    UnitSort.AGE: "COALESCE(u.arrived_on, u.expected_on, '9999'), u.id",
    UnitSort.NUMBER: "u.number_key, u.id",
    UnitSort.ITEM: "i.name, u.id",
    UnitSort.STATE: "u.state, u.arrived_on, u.id",
    UnitSort.PLACE: "u.place, u.id",
    UnitSort.COST: "u.cost, u.id",
}
_UNIT = """
SELECT u.id, u.version, u.item_id, i.code, i.name, i.category, u.vin, u.serial, u.engine_number, u.colour, u.options,
    u.state, u.demo, u.used, u.expected_on, u.arrived_on, u.left_on, u.place, u.mileage_km, u.note, u.cost
FROM stock_unit u JOIN item i ON i.id = u.item_id"""
_MOVEMENT = """
SELECT m.id, m.at, m.kind, p.name, m.quantity, m.value, m.place, m.mileage_km, m.contract_id, COALESCE(c.number, ''),
    m.reason
FROM stock_movement m JOIN staff p ON p.id = m.staff_id LEFT JOIN contract c ON c.id = m.contract_id"""
_AT_ONCE = 500


def unit_ids(
    actor: Actor,
    only: StockFilter = StockFilter.ALL,
    *,
    query: str = "",
    sort: UnitSort = UnitSort.AGE,
    backwards: bool = False,
    category: str = "",
) -> list[int]:
    """The units of the list in its order, the longest here first. Raises NotAllowed for an order by hidden costs."""
    if sort is UnitSort.COST and not actor.may(Permission.SEE_COST):
        raise NotAllowed("Your role may not do this.")
    where, values = [_WHERE[only]], list[Any]()
    if only is StockFilter.OLD:
        values.append((clock.today() - timedelta(days=OLD_AFTER)).isoformat())
    if category:
        where.append("i.category = ?")
        values.append(category)
    join = "JOIN item i ON i.id = u.item_id" if category or sort is UnitSort.ITEM else ""
    order = _ORDER[sort]
    if backwards:
        order = ", ".join(f"{part} DESC" for part in order.rsplit(", ", 1))
    sql = f"SELECT u.id FROM stock_unit u {join} WHERE {' AND '.join(where)} ORDER BY {order}"
    ids = [row[0] for row in run_sql(sql, *values).fetchall()]
    if query:
        found = {hit.record_id for hit in search.find(query, ("stock_unit",), _MOST_FOUND)}
        ids = [each for each in ids if each in found]
    return ids


_MOST_FOUND = 2000


def counts() -> dict[StockFilter, int]:
    """How many units each chip holds."""
    old = (clock.today() - timedelta(days=OLD_AFTER)).isoformat()
    sums = ", ".join(f"COALESCE(sum(CASE WHEN {where} THEN 1 ELSE 0 END), 0)" for where in _WHERE.values())
    row = run_sql(f"SELECT {sums} FROM stock_unit u", old).fetchone()
    return {chip: int(count) for chip, count in zip(_WHERE, row, strict=True)}


def unit_rows(actor: Actor, wanted: Sequence[int]) -> list[UnitRow]:
    """Rows for these units, in their order."""
    found: dict[int, UnitRow] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for row in _rows(actor, f"{_UNIT} WHERE u.id IN ({marks})", *some):
            found[row.id] = row
    return [found[each] for each in wanted if each in found]


def unit_view(actor: Actor, unit_id: int) -> UnitView:
    """A unit with what this person may do with it."""
    row = _rows(actor, f"{_UNIT} WHERE u.id = ?", unit_id)[0]
    return UnitView(row, flow.available(UNIT_MOVES, row.state, actor, UnitFacts(row.arrived_on is not None)))


def free_units(actor: Actor, item_id: int) -> list[UnitRow]:
    """The units of an item that a contract may take: the longest here first, demos after them, then those coming."""
    where = "u.item_id = ? AND u.state IN ('in_stock', 'demo', 'in_transit')"
    order = "u.arrived_on IS NULL, u.demo, u.arrived_on, u.expected_on, u.id"
    return _rows(actor, f"{_UNIT} WHERE {where} ORDER BY {order}", item_id)


def demo_units(actor: Actor) -> list[UnitRow]:
    """The demo cars that are here, reserved or not, by name."""
    where = "u.demo = 1 AND u.left_on IS NULL AND u.arrived_on IS NOT NULL"
    return _rows(actor, f"{_UNIT} WHERE {where} ORDER BY i.name, u.id")


def unit_movements(actor: Actor, unit_id: int) -> list[MovementRow]:
    """What happened with a unit, newest first."""
    return _movements(actor, f"{_MOVEMENT} WHERE m.unit_id = ? ORDER BY m.id DESC", unit_id)


def item_movements(actor: Actor, item_id: int, limit: int = 200) -> list[MovementRow]:
    """What happened with an item kept by quantity, newest first."""
    where = f"WHERE m.item_id = ? AND m.unit_id IS NULL ORDER BY m.id DESC LIMIT {int(limit)}"
    return _movements(actor, f"{_MOVEMENT} {where}", item_id)


def quantity_rows(actor: Actor, query: str = "") -> list[QuantityRow]:
    """What is here of the items kept by quantity, by category and code."""
    sql = """
    SELECT i.id, i.code, i.name, i.category, i.unit, COALESCE(q.quantity, 0), COALESCE(q.reserved, 0),
        COALESCE(q.place, ''), COALESCE(q.value, 0)
    FROM item i LEFT JOIN stock_quantity q ON q.item_id = i.id
    WHERE i.kept = 'quantity' ORDER BY i.category, i.code"""
    sees_cost = actor.may(Permission.SEE_COST)
    rows = []
    for item_id, code, name, category, unit, quantity, reserved, place, value in run_sql(sql).fetchall():
        average = Holding(quantity, value).average if sees_cost else None
        said = value if sees_cost else None
        rows.append(QuantityRow(item_id, code, name, category, unit, quantity, reserved, place, average, said))
    if query:
        found = {hit.record_id for hit in search.find(query, ("item",), _MOST_FOUND)}
        rows = [row for row in rows if row.item_id in found]
    return rows


def kept_items(actor: Actor, *, by_unit: bool | None = None) -> list[KeptItem]:
    """The catalogue with how each item is counted, by name; only those kept ``by_unit``, or by quantity."""
    query = Item.select().where(Item.active == 1).order_by(Item.category, Item.code)
    if by_unit is not None:
        query = query.where(Item.kept.in_([*BY_UNIT] if by_unit else [Kept.QUANTITY]))
    sees_cost = actor.may(Permission.SEE_COST)
    return [KeptItem(e.id, e.code, e.name, e.category, e.kept, e.unit, e.cost if sees_cost else None) for e in query]


def places() -> list[str]:
    """Where goods stand, as typed before."""
    sql = "SELECT DISTINCT place FROM stock_unit WHERE left_on IS NULL AND place <> '' ORDER BY place"
    return [row[0] for row in run_sql(sql).fetchall()]


def bands(actor: Actor) -> list[BandRow]:
    """The units that are here by category and age, with their value for who may see costs."""
    sql = "SELECT i.category, u.arrived_on, count(*), sum(u.cost) FROM stock_unit u JOIN item i ON i.id = u.item_id "
    sql += "WHERE u.left_on IS NULL AND u.arrived_on IS NOT NULL GROUP BY i.category, u.arrived_on"
    sees_cost, today = actor.may(Permission.SEE_COST), clock.today()
    sums: dict[tuple[str, AgeBand], list[int]] = {}
    for category, arrived_on, count, value in run_sql(sql).fetchall():
        band = age_band(age_days(date.fromisoformat(arrived_on), today) or 0)
        own = sums.setdefault((category, band), [0, 0])
        own[0] += int(count)
        own[1] += int(value)
    order = list(AgeBand)
    return [
        BandRow(category, band, count, value if sees_cost else None)
        for (category, band), (count, value) in sorted(sums.items(), key=lambda e: (e[0][0], order.index(e[0][1])))
    ]


def free_counts(item_ids: Collection[int]) -> dict[int, dict[UnitState, int]]:
    """How many units of each item stand in each state that is not sold or gone."""
    found: dict[int, dict[UnitState, int]] = {}
    for item_id, state, count in run_sql(
        "SELECT item_id, state, count(*) FROM stock_unit WHERE left_on IS NULL GROUP BY item_id, state"
    ).fetchall():
        if item_id in item_ids:
            found.setdefault(item_id, {})[UnitState(state)] = int(count)
    return found


def _rows(actor: Actor, sql: str, *values: Any) -> list[UnitRow]:
    sees_cost, today = actor.may(Permission.SEE_COST), clock.today()
    rows = []
    for row in run_sql(sql, *values).fetchall():
        *head, vin, serial, engine, colour, options, state, demo, used, expected, arrived, left = row[:17]
        place, mileage, note, cost = row[17:]
        days = [date.fromisoformat(each) if each else None for each in (expected, arrived, left)]
        until = days[2] or today
        rows.append(
            UnitRow(
                *(*head, vin or serial, vin, serial, engine, colour, options, UnitState(state), bool(demo)),
                *(bool(used), *days, place, mileage, note, age_days(days[1], until), cost if sees_cost else None),
            )
        )
    return rows


def _movements(actor: Actor, sql: str, *values: Any) -> list[MovementRow]:
    sees_cost = actor.may(Permission.SEE_COST)
    return [
        MovementRow(
            *(row[0], moment(row[1]), MovementKind(row[2]), row[3], row[4], row[5] if sees_cost else None),
            *row[6:],
        )
        for row in run_sql(sql, *values).fetchall()
    ]
