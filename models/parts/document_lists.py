"""What screens read of the documents over parts: receipts and other slips, orders with suppliers (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.kernel.permissions import Actor, Permission
from models.kernel.tables import moment, run_sql
from models.parts.kinds import PurchaseState, SlipKind
from models.parts.views import PurchaseLineRow, PurchaseRow, SlipLine, SlipRow
from models.stock.rules import Holding

_LATEST = 500


def slip_ids(only: SlipKind | None = None) -> list[int]:
    """The latest documents, newest first."""
    where, values = ("WHERE kind = ?", (only.value,)) if only else ("", ())
    rows = run_sql(f"SELECT id FROM part_slip {where} ORDER BY id DESC LIMIT {_LATEST}", *values).fetchall()
    return [row[0] for row in rows]


def slip_rows(actor: Actor, wanted: Sequence[int]) -> list[SlipRow]:
    """Rows for these documents, in their order."""
    costed = actor.may(Permission.SEE_COST)
    found: dict[int, SlipRow] = {}
    for row in _of(_SLIP, wanted):
        slip_id, number, kind, day, at, staff, supplier, document, note, reverses, undone, lines, value = row
        found[slip_id] = SlipRow(
            *(slip_id, number, SlipKind(kind), date.fromisoformat(day), moment(at), staff, supplier, document, note),
            *(int(lines), abs(int(value)) if costed else None, undone is not None, reverses or ""),
        )
    return [found[each] for each in wanted if each in found]


def slip_lines(actor: Actor, slip_id: int) -> list[SlipLine]:
    """The parts on a document, as they were written."""
    costed = actor.may(Permission.SEE_COST)
    return [
        SlipLine(
            *(item_id, code, name, unit, abs(quantity)),
            *((_each(value, quantity), abs(value)) if costed else (None, None)),
        )
        for item_id, code, name, unit, quantity, value in run_sql(_SLIP_LINES, slip_id).fetchall()
    ]


def purchase_ids(only: PurchaseState | None = None) -> list[int]:
    """The orders with suppliers: those expected first come first, then the newest."""
    where, values = ("WHERE state = ?", (only.value,)) if only else ("", ())
    order = "state <> 'ordered', CASE WHEN state = 'ordered' THEN COALESCE(expected_on, '9999') END, id DESC"
    rows = run_sql(f"SELECT id FROM purchase_order {where} ORDER BY {order} LIMIT {_LATEST}", *values).fetchall()
    return [row[0] for row in rows]


def purchase_rows(actor: Actor, wanted: Sequence[int]) -> list[PurchaseRow]:
    """Rows for these orders, in their order."""
    costed = actor.may(Permission.SEE_COST)
    found: dict[int, PurchaseRow] = {}
    for row in _of(_PURCHASE, wanted):
        order_id, version, number, state, supplier, ordered, expected, staff, note, reason, lines, rest, value = row
        found[order_id] = PurchaseRow(
            *(order_id, version, number, PurchaseState(state), supplier, date.fromisoformat(ordered)),
            *(date.fromisoformat(expected) if expected else None, staff, note, reason, int(lines), int(rest)),
            int(value) // 100 if costed else None,
        )
    return [found[each] for each in wanted if each in found]


def purchase_lines(actor: Actor, purchase_id: int) -> list[PurchaseLineRow]:
    """The parts on an order with a supplier."""
    costed = actor.may(Permission.SEE_COST)
    return [
        PurchaseLineRow(line_id, item_id, code, name, unit, quantity, received, cost if costed else None)
        for line_id, item_id, code, name, unit, quantity, received, cost in run_sql(
            _PURCHASE_LINES, purchase_id
        ).fetchall()
    ]


def late_orders(day: date) -> list[int]:
    """The orders that were expected before a day and have not come."""
    sql = "SELECT id FROM purchase_order WHERE state = 'ordered' AND expected_on < ? ORDER BY expected_on, id"
    return [row[0] for row in run_sql(sql, day.isoformat()).fetchall()]


def _of(sql: str, wanted: Sequence[int]) -> list[Any]:
    if not wanted:
        return []
    return list(run_sql(sql.format(marks=", ".join("?" * len(wanted))), *wanted).fetchall())


def _each(value: int, quantity: int) -> int:
    return Holding(abs(quantity), abs(value)).average


_SLIP = """
SELECT d.id, d.number, d.kind, d.day, d.at, s.name, d.supplier, d.document, d.note, r.number, min(u.id), count(m.id),
    COALESCE(sum(m.value), 0)
FROM part_slip d JOIN staff s ON s.id = d.staff_id LEFT JOIN part_slip r ON r.id = d.reverses_id
    LEFT JOIN part_slip u ON u.reverses_id = d.id LEFT JOIN stock_movement m ON m.slip_id = d.id
WHERE d.id IN ({marks})
GROUP BY d.id, d.number, d.kind, d.day, d.at, s.name, d.supplier, d.document, d.note, r.number"""
_SLIP_LINES = """
SELECT i.id, i.code, i.name, i.unit, m.quantity, m.value FROM stock_movement m JOIN item i ON i.id = m.item_id
WHERE m.slip_id = ? ORDER BY m.id"""
_PURCHASE = """
SELECT o.id, o.version, o.number, o.state, o.supplier, o.ordered_on, o.expected_on, s.name, o.note, o.reason,
    count(l.id), sum(CASE WHEN l.received < l.quantity THEN 1 ELSE 0 END), sum(l.quantity * COALESCE(l.cost, 0))
FROM purchase_order o JOIN staff s ON s.id = o.staff_id JOIN purchase_line l ON l.purchase_id = o.id
WHERE o.id IN ({marks})
GROUP BY o.id, o.version, o.number, o.state, o.supplier, o.ordered_on, o.expected_on, s.name, o.note, o.reason"""
_PURCHASE_LINES = """
SELECT l.id, i.id, i.code, i.name, i.unit, l.quantity, l.received, l.cost
FROM purchase_line l JOIN item i ON i.id = l.item_id WHERE l.purchase_id = ? ORDER BY l.position"""
