"""Whether work orders and appointments keep their rules: gates, times, parts, quality, the calendar (W1 to W9)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _, label
from models.kernel.tables import run_sql
from models.service.states import WorkOrderState

_WORKED = (
    "('dispatched', 'in_work', 'waiting_approval', 'waiting_parts', 'quality_check', 'ready', 'settled', "
    "'handed_back', 'followed_up', 'closed')"
)
_PASSED = "('ready', 'settled', 'handed_back', 'followed_up', 'closed')"
_UNAUTHORISED = f"""
SELECT o.number FROM work_order o WHERE o.state IN {_WORKED}
    AND (o.authorised IS NULL OR NOT EXISTS (SELECT 1 FROM authorisation a WHERE a.order_id = o.id)) ORDER BY o.id"""
_CEILING = f"""
SELECT o.number FROM work_order o JOIN authorisation a ON a.order_id = o.id AND a.no =
    (SELECT max(b.no) FROM authorisation b WHERE b.order_id = o.id)
WHERE o.state IN {_WORKED} AND o.authorised <> a.total ORDER BY o.id"""
_STEPS = """
SELECT o.number, o.state FROM work_order o WHERE NOT EXISTS
    (SELECT 1 FROM work_order_event e WHERE e.order_id = o.id AND e.kind = 'opened')
    OR (o.state <> 'booked' AND o.state <> 'cancelled' AND o.received_at IS NULL)
    OR (o.state IN ('handed_back', 'followed_up', 'closed')) <> (o.handed_back_at IS NOT NULL)
    OR (o.state = 'cancelled' AND o.reason = '') ORDER BY o.id"""
_ISSUED = """
SELECT o.number, l.name FROM work_line l JOIN work_order o ON o.id = l.order_id
LEFT JOIN (SELECT work_line_id, -sum(quantity) AS out FROM stock_movement WHERE kind = 'issued'
    GROUP BY work_line_id) m ON m.work_line_id = l.id
WHERE l.issued <> coalesce(m.out, 0) ORDER BY l.id"""
_SESSIONS = f"""
SELECT o.number FROM work_session s JOIN work_order o ON o.id = s.order_id WHERE s.ended_at < s.started_at
    OR (s.ended_at IS NULL AND o.state IN ('quality_check', 'cancelled', {_PASSED[1:-1]})) ORDER BY s.id"""
_CHECKERS = """
SELECT DISTINCT o.number FROM quality_check q JOIN work_order o ON o.id = q.order_id
WHERE q.step <> 'self' AND q.passed = 1
    AND EXISTS (SELECT 1 FROM work_session s WHERE s.order_id = q.order_id AND s.staff_id = q.staff_id
        AND s.started_at < q.at)
ORDER BY o.number"""
_ARRIVED = """
SELECT a.number FROM appointment a LEFT JOIN work_order o ON o.id = a.work_order_id
WHERE (a.state = 'arrived') <> (a.work_order_id IS NOT NULL)
    OR (a.work_order_id IS NOT NULL AND (o.id IS NULL OR o.appointment_id <> a.id)) ORDER BY a.id"""
_TAKEN = "('booked', 'confirmed', 'arrived')"
_TWICE = f"""
SELECT a.number, b.number FROM appointment a JOIN appointment b ON b.id > a.id AND b.bay_id = a.bay_id
    AND a.starts_at < b.starts_at + b.minutes * 60000 AND b.starts_at < a.starts_at + a.minutes * 60000
WHERE a.state IN {_TAKEN} AND b.state IN {_TAKEN} ORDER BY a.id, b.id"""


def orders() -> Iterator[str]:
    """No work without the customer's consent; what is stored of a step is what its state says (W2, W5)."""
    for (number,) in run_sql(_UNAUTHORISED).fetchall():
        yield _("Work order {number}: dispatched, but never authorised.").format(number=number)
    for (number,) in run_sql(_CEILING).fetchall():
        yield _("Work order {number}: its ceiling is not what the customer authorised last.").format(number=number)
    for number, state in run_sql(_STEPS).fetchall():
        named = label(WorkOrderState(state))
        yield _("Work order {number}: it is “{state}”, and its record says otherwise.").format(
            number=number, state=named
        )


def work() -> Iterator[str]:
    """Parts on lines are what moved; sessions are over when the work is; checkers did none of it (W6, W8)."""
    for number, name in run_sql(_ISSUED).fetchall():
        yield _("Work order {number}: of “{name}” the stock says otherwise.").format(number=number, name=name)
    for (number,) in run_sql(_SESSIONS).fetchall():
        yield _("Work order {number}: work goes on that cannot.").format(number=number)
    for (number,) in run_sql(_CHECKERS).fetchall():
        yield _("Work order {number}: checked by somebody who had worked on it.").format(number=number)


def appointments() -> Iterator[str]:
    """Who has arrived has a work order, and no bay is taken twice (W1)."""
    for (number,) in run_sql(_ARRIVED).fetchall():
        yield _("Appointment {number}: it and its work order do not belong to each other.").format(number=number)
    for one, other in run_sql(_TWICE).fetchall():
        yield _("Appointments {one} and {other} take the same bay at the same time.").format(one=one, other=other)
