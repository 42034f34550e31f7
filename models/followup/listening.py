"""Follow-up listens to every action within its transaction: a task exists whenever its cause does (C8)."""

from __future__ import annotations

from models.followup import keeping, missed, standing
from models.kernel.changes import Changes
from models.kernel.tables import run_sql
from models.shop.profile import trade
from models.trades.follow_up import rules_of

_HEARD = (
    *("customer", "register_line", "promise", "test_drive", "delivery", "delivery_defect", "work_order"),
    "appointment",
    *("complaint", "survey"),
)
_PAGE = 500


def hear(changed: Changes) -> None:
    """Make the tasks right that hang on what an action touched; the tasks written count as touched by it."""
    written: set[int] = set()
    if any(changed.touches(kind) for kind in _HEARD):
        written |= _causes(changed)
    for (staff_id,) in _leavers(changed.ids("staff")):
        written |= keeping.leaver(staff_id)
    for task_id in written:
        changed.touch("follow_up", task_id)


def _causes(changed: Changes) -> set[int]:
    rules = rules_of(trade())
    customers = sorted(changed.ids("customer"))
    pages = [customers[first : first + _PAGE] for first in range(0, len(customers), _PAGE)]
    written: set[int] = set()
    if len(customers) > 1:
        for page in pages:
            written |= keeping.homes(set(page))
    for line_id in sorted(changed.ids("register_line")):
        written |= keeping.visit(rules, line_id)
    for promise_id in sorted(changed.ids("promise")):
        written |= keeping.promise(rules, promise_id)
    for drive_id in sorted(changed.ids("test_drive")):
        written |= keeping.next_step(rules, drive_id)
    for delivery_id in sorted(changed.ids("delivery")):
        written |= keeping.delivery(rules, delivery_id)
    for defect_id in sorted(changed.ids("delivery_defect")):
        written |= keeping.defect(rules, defect_id)
    for survey_id in sorted(changed.ids("survey")):
        written |= keeping.survey(survey_id)
    for complaint_id in sorted(changed.ids("complaint")):
        written |= keeping.complaint(rules, complaint_id)
    for order_id in sorted(changed.ids("work_order")):
        written |= keeping.work_order(rules, order_id)
    for appointment_id in sorted(changed.ids("appointment")):
        written |= missed.appointment(rules, appointment_id)
    for page in pages:
        for file in standing.of(page):
            written |= keeping.customer(rules, file)
    return written


def _leavers(staff_ids: set[int]) -> list[tuple[int]]:
    if not staff_ids:
        return []
    marks = ",".join("?" * len(staff_ids))
    rows = run_sql(f"SELECT id FROM staff WHERE left_on IS NOT NULL AND id IN ({marks})", *sorted(staff_ids))
    return list(rows.fetchall())
