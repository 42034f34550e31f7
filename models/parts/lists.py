"""What screens read of the parts; prices not for technicians, costs only for who may see them (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from models.kernel import clock, search
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql
from models.parts.availability import ON_ORDER
from models.parts.kinds import LYING_DAYS, PartFilter, PartMove, PartSort
from models.parts.rules import to_order
from models.parts.views import PartFlow, PartMovement, PartRow, Waiting
from models.stock.kinds import MovementKind
from models.stock.rules import Holding

_PRICED = (Permission.KEEP_PARTS, Permission.ESTIMATE_WORK, Permission.SETTLE_WORK, Permission.QUOTE)
_HERE, _KEPT = "COALESCE(q.quantity, 0)", "COALESCE(q.reserved, 0)"
_FREE = f"({_HERE} - {_KEPT} + COALESCE(o.on_order, 0))"
_MOVES = """EXISTS (SELECT 1 FROM stock_movement m WHERE m.item_id = i.id AND m.at >= ?
    AND m.kind IN ('received', 'issued', 'sold', 'returned'))"""
_WHERE = {
    PartFilter.ALL: "i.active = 1",
    PartFilter.BELOW: f"i.active = 1 AND {_FREE} < COALESCE(p.minimum, 0)",
    PartFilter.NONE: f"i.active = 1 AND {_HERE} = 0",
    PartFilter.RESERVED: f"i.active = 1 AND {_KEPT} > 0",
    PartFilter.ORDERED: "i.active = 1 AND o.on_order > 0",
    PartFilter.LYING: f"i.active = 1 AND q.quantity > 0 AND NOT {_MOVES}",
    PartFilter.INACTIVE: "i.active = 0",
}
_ORDER = {
    PartSort.NUMBER: "i.code, i.id",
    PartSort.NAME: "i.name, i.id",
    PartSort.HERE: f"{_HERE}, i.id",
    PartSort.PLACE: "COALESCE(q.place, ''), i.id",
    PartSort.VALUE: "COALESCE(q.value, 0), i.id",
}
_JOINS = """item i LEFT JOIN stock_quantity q ON q.item_id = i.id LEFT JOIN part p ON p.item_id = i.id"""
_ROW = """
SELECT i.id, i.version, i.code, i.name, i.spec, i.unit, i.category, i.active, i.price, i.cost, COALESCE(q.quantity, 0),
    COALESCE(q.reserved, 0), COALESCE(q.place, ''), COALESCE(q.value, 0), COALESCE(p.minimum, 0),
    COALESCE(p.maximum, 0), COALESCE(p.pack, 0), COALESCE(p.supplier, ''), COALESCE(p.other_numbers, ''),
    COALESCE(p.warranty_months, 0), COALESCE(p.warranty_km, 0), COALESCE(o.on_order, 0), o.expected_on"""
_AT_ONCE, _MOST_FOUND = 500, 2_000


def sees_prices(actor: Actor) -> bool:
    """Whether this person sees what parts sell for; technicians do not."""
    return any(actor.may(each) for each in _PRICED)


def part_ids(
    actor: Actor,
    only: PartFilter = PartFilter.ALL,
    *,
    query: str = "",
    sort: PartSort = PartSort.NUMBER,
    backwards: bool = False,
    place: str = "",
) -> list[int]:
    """The parts of the list in its order, by number in any spelling, name or sound where something is looked for.

    Raises NotAllowed for an order by hidden costs.
    """
    if sort is PartSort.VALUE and not actor.may(Permission.SEE_COST):
        raise NotAllowed("Your role may not do this.")
    where, values = ["i.kept = 'quantity'", _WHERE[only]], list[Any]()
    if only is PartFilter.LYING:
        values.append(_lying_since())
    if place:
        where.append("q.place = ?")
        values.append(place)
    order = _ORDER[sort]
    if backwards:
        order = ", ".join(f"{part} DESC" for part in order.rsplit(", ", 1))
    ordered = f"LEFT JOIN ({ON_ORDER.format(only='')}) o ON o.item_id = i.id" if "o.on_order" in _WHERE[only] else ""
    sql = f"SELECT i.id FROM {_JOINS} {ordered} WHERE {' AND '.join(where)} ORDER BY {order}"
    ids = [row[0] for row in run_sql(sql, *values).fetchall()]
    if query:
        found = {hit.record_id for hit in search.find(query, ("item", "part"), _MOST_FOUND)}
        ids = [each for each in ids if each in found]
    return ids


def counts() -> dict[PartFilter, int]:
    """How many parts each chip holds."""
    sums = ", ".join(f"COALESCE(sum(CASE WHEN {where} THEN 1 ELSE 0 END), 0)" for where in _WHERE.values())
    ordered = f"LEFT JOIN ({ON_ORDER.format(only='')}) o ON o.item_id = i.id"
    sql = f"SELECT {sums} FROM {_JOINS} {ordered} WHERE i.kept = 'quantity'"
    row = run_sql(sql, _lying_since()).fetchone()
    return {chip: int(count) for chip, count in zip(_WHERE, row, strict=True)}


def part_rows(actor: Actor, wanted: Sequence[int]) -> list[PartRow]:
    """Rows for these parts, in their order."""
    found: dict[int, PartRow] = {}
    priced, costed = sees_prices(actor), actor.may(Permission.SEE_COST)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        ordered = ON_ORDER.format(only=f"AND l.item_id IN ({marks})")
        sql = f"{_ROW} FROM {_JOINS} LEFT JOIN ({ordered}) o ON o.item_id = i.id WHERE i.id IN ({marks})"
        for row in run_sql(sql, *some, *some).fetchall():
            found[row[0]] = _part(row, priced, costed)
    return [found[each] for each in wanted if each in found]


def part(actor: Actor, item_id: int) -> PartRow | None:
    """One part, None where there is none of this id."""
    return next(iter(part_rows(actor, [item_id])), None)


def find_parts(actor: Actor, query: str, limit: int = 12) -> list[PartRow]:
    """Parts that are kept, by number in any spelling, name or sound, best first."""
    hits = [hit.record_id for hit in search.find(query, ("part", "item"), 4 * limit)]
    rows = part_rows(actor, list(dict.fromkeys(hits)))
    return [row for row in rows if row.active and _is_kept(row.id)][:limit]


def movements(actor: Actor, item_id: int, limit: int = 100) -> list[PartMovement]:
    """What happened with a part, newest first, each with its document."""
    costed = actor.may(Permission.SEE_COST)
    found = []
    for row in run_sql(f"{_MOVEMENT} ORDER BY m.id DESC LIMIT {int(limit)}", item_id).fetchall():
        at, kind, quantity, value, staff, reason = row[1:7]
        document, what, record_id = _document(*row[7:])
        called = _called(MovementKind(kind), quantity, row[9], row[13])
        said = value if costed else None
        found.append(PartMovement(row[0], moment(at), called, quantity, said, staff, document, what, record_id, reason))
    return found


def waiting(item_id: int) -> list[Waiting]:
    """Who has some of a part reserved, the longest waiting first."""
    found = []
    for contract_id, number, order_id, order, appointment_id, quantity in run_sql(_WAITING, item_id).fetchall():
        if contract_id is not None:
            found.append(Waiting("contract", contract_id, number, int(quantity)))
        elif order_id is not None:
            found.append(Waiting("work_order", order_id, order or "", int(quantity)))
        else:
            found.append(Waiting("appointment", appointment_id, "", int(quantity)))
    return found


def reorder_ids(actor: Actor) -> list[int]:
    """The parts below their minimum, by supplier and number."""
    rows = part_rows(actor, part_ids(actor, PartFilter.BELOW))
    return [row.id for row in sorted(rows, key=lambda row: (row.supplier, row.code))]


def places() -> list[str]:
    """Where parts lie, as typed before."""
    sql = "SELECT DISTINCT q.place FROM stock_quantity q JOIN item i ON i.id = q.item_id"
    rows = run_sql(f"{sql} WHERE i.kept = 'quantity' AND q.place <> '' ORDER BY q.place").fetchall()
    return [row[0] for row in rows]


def suppliers() -> list[str]:
    """From whom parts come, as typed before."""
    sql = "SELECT supplier FROM part WHERE supplier <> '' UNION SELECT supplier FROM part_slip WHERE supplier <> ''"
    return [row[0] for row in run_sql(f"{sql} ORDER BY supplier").fetchall()]


def worth_on(actor: Actor, day: date) -> dict[int, Holding]:
    """What was here of each part at the end of a day, and its worth. Raises NotAllowed for who sees no costs."""
    if not actor.may(Permission.SEE_COST):
        raise NotAllowed("Your role may not do this.")
    until = milliseconds(datetime.combine(day + timedelta(days=1), time.min).astimezone())
    return {
        item_id: Holding(int(quantity), int(value))
        for item_id, quantity, value in run_sql(_WORTH, until).fetchall()
        if quantity or value
    }


def flows(actor: Actor, first: date, last: date) -> list[PartFlow]:
    """What was here of each part, what came and what was used in some days (W11), by number; parts of which nothing was
    here and nothing moved are left out. Raises NotAllowed for who sees no costs.
    """
    if not actor.may(Permission.SEE_COST):
        raise NotAllowed("Your role may not do this.")
    begin, end = (
        milliseconds(datetime.combine(day, time.min).astimezone()) for day in (first, last + timedelta(days=1))
    )
    return [
        PartFlow(item_id, code, name, *map(int, sums))
        for item_id, code, name, *sums in run_sql(_FLOWS, *[begin] * 7, end).fetchall()
    ]


def waits_for_keeper(actor: Actor) -> int:
    """How much waits on the page of the parts: below minimum for who keeps them, counts for who may approve them."""
    below = counts()[PartFilter.BELOW] if actor.may(Permission.KEEP_PARTS) else 0
    asked = run_sql("SELECT count(*) FROM stock_count WHERE state = 'submitted'").fetchone()[0]
    return below + (int(asked) if actor.may(Permission.APPROVE_COUNT) else 0)


def _is_kept(item_id: int) -> bool:
    return bool(run_sql("SELECT 1 FROM item WHERE id = ? AND kept = 'quantity'", item_id).fetchone())


def _lying_since() -> int:
    return milliseconds(clock.now() - timedelta(days=LYING_DAYS))


def _part(row: Sequence[Any], priced: bool, costed: bool) -> PartRow:
    (item_id, version, code, name, spec, unit, category, active, price, cost, here, reserved, place, value) = row[:14]
    minimum, maximum, pack, supplier, others, months, km, on_order, expected = row[14:]
    return PartRow(
        *(item_id, version, code, name, spec, unit, category, bool(active), price if priced else None),
        *(here, reserved, place, Holding(here, value).average if costed else None, value if costed else None),
        *(minimum, maximum, pack, supplier, others, months, km, int(on_order)),
        date.fromisoformat(expected) if expected else None,
        to_order(minimum, maximum, pack, free=here - reserved + int(on_order)),
        cost if costed else None,
    )


def _called(kind: MovementKind, quantity: int, order_id: int | None, count_id: int | None) -> PartMove:
    if kind is MovementKind.ISSUED:
        if order_id is None:
            return PartMove.USED
        return PartMove.ISSUED if quantity < 0 else PartMove.BROUGHT_BACK
    if kind is MovementKind.CORRECTED and count_id is not None:
        return PartMove.COUNTED
    return _CALLED.get(kind, PartMove.CORRECTED)


def _document(
    contract_id: int | None,
    contract: str | None,
    order_id: int | None,
    order: str | None,
    slip_id: int | None,
    slip: str | None,
    count_id: int | None,
    count: str | None,
    appointment_id: int | None,
) -> tuple[str, str, int]:
    """The number of a movement's document, its kind and id."""
    for record_id, number, kind in (
        (order_id, order, "work_order"),
        (contract_id, contract, "contract"),
        (slip_id, slip, "part_slip"),
        (count_id, count, "stock_count"),
        (appointment_id, "", "appointment"),
    ):
        if record_id is not None:
            return number or "", kind, record_id
    return "", "", 0


_CALLED = {
    MovementKind.RECEIVED: PartMove.RECEIVED,
    MovementKind.RETURNED: PartMove.TO_SUPPLIER,
    MovementKind.RESERVED: PartMove.RESERVED,
    MovementKind.RELEASED: PartMove.RELEASED,
    MovementKind.SOLD: PartMove.SOLD,
}
_MOVEMENT = """
SELECT m.id, m.at, m.kind, m.quantity, m.value, s.name, m.reason, m.contract_id, c.number, m.work_order_id, w.number,
    m.slip_id, d.number, m.count_id, n.number, m.appointment_id
FROM stock_movement m JOIN staff s ON s.id = m.staff_id LEFT JOIN contract c ON c.id = m.contract_id
    LEFT JOIN work_order w ON w.id = m.work_order_id LEFT JOIN part_slip d ON d.id = m.slip_id
    LEFT JOIN stock_count n ON n.id = m.count_id
WHERE m.item_id = ? AND m.unit_id IS NULL"""
_WAITING = """
SELECT m.contract_id, c.number, m.work_order_id, w.number, m.appointment_id,
    sum(CASE m.kind WHEN 'released' THEN -m.quantity ELSE m.quantity END)
FROM stock_movement m LEFT JOIN contract c ON c.id = m.contract_id LEFT JOIN work_order w ON w.id = m.work_order_id
WHERE m.item_id = ? AND m.unit_id IS NULL AND m.kind IN ('reserved', 'released', 'sold')
GROUP BY m.contract_id, c.number, m.work_order_id, w.number, m.appointment_id
HAVING sum(CASE m.kind WHEN 'released' THEN -m.quantity ELSE m.quantity END) <> 0 ORDER BY min(m.id)"""
_FLOWS = """
SELECT i.id, i.code, i.name, f.opening, f.opening_value, f.came, f.came_value, f.used, f.used_value, f.closing, f.value
FROM item i JOIN (
    SELECT m.item_id, sum(CASE WHEN m.at < ? THEN m.quantity ELSE 0 END) AS opening,
        sum(CASE WHEN m.at < ? THEN m.value ELSE 0 END) AS opening_value,
        sum(CASE WHEN m.at >= ? AND m.kind = 'received' THEN m.quantity ELSE 0 END) AS came,
        sum(CASE WHEN m.at >= ? AND m.kind = 'received' THEN m.value ELSE 0 END) AS came_value,
        -sum(CASE WHEN m.at >= ? AND m.kind IN ('issued', 'sold') THEN m.quantity ELSE 0 END) AS used,
        -sum(CASE WHEN m.at >= ? AND m.kind IN ('issued', 'sold') THEN m.value ELSE 0 END) AS used_value,
        sum(m.quantity) AS closing, sum(m.value) AS value, max(CASE WHEN m.at >= ? THEN 1 ELSE 0 END) AS moved
    FROM stock_movement m WHERE m.at < ? AND m.unit_id IS NULL AND m.kind IN
        ('received', 'sold', 'corrected', 'written_off', 'returned', 'issued') GROUP BY m.item_id) f
    ON f.item_id = i.id WHERE f.moved = 1 OR f.opening <> 0 OR f.opening_value <> 0 ORDER BY i.code, i.id"""
_WORTH = """
SELECT m.item_id, sum(m.quantity), sum(m.value) FROM stock_movement m
WHERE m.at < ? AND m.unit_id IS NULL AND m.kind IN
    ('received', 'sold', 'corrected', 'written_off', 'returned', 'issued')
GROUP BY m.item_id ORDER BY m.item_id"""
