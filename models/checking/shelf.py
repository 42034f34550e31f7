"""Whether parts agree with their documents: work orders, orders with suppliers, counts (W6, W11)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.kernel.tables import run_sql

_ISSUED = """
SELECT w.number, l.name, l.issued, COALESCE(-sum(m.quantity), 0) FROM work_line l
JOIN work_order w ON w.id = l.order_id
LEFT JOIN stock_movement m ON m.work_line_id = l.id AND m.work_order_id = l.order_id AND m.kind = 'issued'
WHERE l.item_id IS NOT NULL GROUP BY l.id, w.number, l.name, l.issued
HAVING l.issued <> COALESCE(-sum(m.quantity), 0) ORDER BY l.id"""
_VALUES = """
SELECT m.work_order_id, i.name, sum(m.quantity), sum(m.value) FROM stock_movement m JOIN item i ON i.id = m.item_id
WHERE m.work_order_id IS NOT NULL AND m.kind = 'issued' GROUP BY m.work_order_id, m.work_line_id, m.item_id, i.name
HAVING sum(m.quantity) > 0 OR (sum(m.quantity) = 0 AND sum(m.value) <> 0) ORDER BY m.work_order_id"""
_RECEIVED = """
SELECT o.number, i.name, l.received, COALESCE(sum(m.quantity), 0) FROM purchase_line l
JOIN purchase_order o ON o.id = l.purchase_id JOIN item i ON i.id = l.item_id
LEFT JOIN stock_movement m ON m.purchase_line_id = l.id
GROUP BY l.id, o.number, i.name, l.received HAVING l.received <> COALESCE(sum(m.quantity), 0) ORDER BY l.id"""
_BOOKED = """
SELECT c.number, i.name, l.counted - l.expected, COALESCE(sum(m.quantity), 0) FROM stock_count_line l
JOIN stock_count c ON c.id = l.count_id JOIN item i ON i.id = l.item_id
LEFT JOIN stock_movement m ON m.count_id = c.id AND m.item_id = l.item_id
WHERE l.counted IS NOT NULL GROUP BY l.id, c.number, c.state, i.name, l.counted, l.expected
HAVING CASE WHEN c.state = 'booked' THEN l.counted - l.expected ELSE 0 END <> COALESCE(sum(m.quantity), 0)
ORDER BY l.id"""


def issued() -> Iterator[str]:
    """What a work order's lines have is what was issued to them without what came back, and its value went with it."""
    for number, name, said, moved in run_sql(_ISSUED).fetchall():
        yield _("{number}: {name}: {said} issued, but movements come to {moved}.").format(
            number=number, name=name, said=quantity_text(said), moved=quantity_text(int(moved))
        )
    for order_id, name, _quantity, _value in run_sql(_VALUES).fetchall():
        yield _("Work order {id}: more of {name} came back than was issued, or at another value.").format(
            id=order_id, name=name
        )


def documents() -> Iterator[str]:
    """What orders with suppliers have received, and what counts have booked, is what moved."""
    for number, name, said, moved in run_sql(_RECEIVED).fetchall():
        yield _("{number}: {name}: {said} received, but movements come to {moved}.").format(
            number=number, name=name, said=quantity_text(said), moved=quantity_text(int(moved))
        )
    for number, name, found, moved in run_sql(_BOOKED).fetchall():
        yield _("{number}: {name}: the difference of {found} is not what was booked, {moved}.").format(
            number=number, name=name, found=quantity_text(found), moved=quantity_text(int(moved))
        )
