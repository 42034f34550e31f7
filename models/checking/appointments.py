"""Whether appointments are sound: no bay and no vehicle twice at once, each arrival with its order (W1)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.tables import run_sql

_TAKEN = "state IN ('booked', 'confirmed', 'arrived')"
_TWICE = f"""SELECT a.number, b.number FROM appointment a JOIN appointment b ON b.id > a.id
    AND (b.bay_id = a.bay_id OR b.goods_id = a.goods_id) AND b.starts_at < a.starts_at + a.minutes * 60000
    AND a.starts_at < b.starts_at + b.minutes * 60000
    WHERE a.{_TAKEN} AND b.{_TAKEN} ORDER BY a.id, b.id"""
_ALONE = """SELECT a.number FROM appointment a LEFT JOIN work_order o ON o.id = a.work_order_id
    WHERE (a.state = 'arrived') <> (a.work_order_id IS NOT NULL)
    OR (a.work_order_id IS NOT NULL AND (o.id IS NULL OR o.appointment_id <> a.id)) ORDER BY a.id"""
_KEPT = """SELECT a.number FROM appointment a JOIN stock_movement m ON m.appointment_id = a.id
    WHERE m.kind IN ('reserved', 'released') AND a.state IN ('arrived', 'no_show', 'cancelled')
    GROUP BY a.id, a.number HAVING sum(CASE m.kind WHEN 'reserved' THEN m.quantity ELSE -m.quantity END) <> 0
    ORDER BY a.id"""


def planned() -> Iterator[str]:
    """Bays and vehicles have one appointment at a time, and whoever arrived has a work order of their own."""
    for first, second in run_sql(_TWICE).fetchall():
        yield _("Appointments {first} and {second} have the same bay or vehicle at the same time.").format(
            first=first, second=second
        )
    for (number,) in run_sql(_ALONE).fetchall():
        yield _("Appointment {number} and its work order do not agree.").format(number=number)


def released() -> Iterator[str]:
    """Nothing is kept for an appointment that is over."""
    for (number,) in run_sql(_KEPT).fetchall():
        yield _("Parts are still kept for appointment {number}, which is over.").format(number=number)
