"""A promised time from what the workshop has to do already (W4)."""

from __future__ import annotations

from datetime import datetime

from models.appointments import planning
from models.kernel import clock
from models.kernel.permissions import Role
from models.kernel.tables import run_sql
from models.service import rules
from models.service.states import WORK_STATES, WorkOrderState
from models.staff.lists import everybody

_STEP = 15
_CHECKS = 30
"""Minutes that quality check and wash take."""


def load_hours(but: int = 0) -> int:
    """Hundredths of standard hours that are authorised and not done, without one order."""
    states = (WorkOrderState.AUTHORISED, *WORK_STATES)
    marks = ", ".join(f"'{each.value}'" for each in states)
    sql = f"""SELECT coalesce(sum(l.quantity), 0) FROM work_line l JOIN work_order o ON o.id = l.order_id
        WHERE o.state IN ({marks}) AND l.kind = 'labour' AND l.stance = 'chosen' AND l.work <> 'done' AND o.id <> ?"""
    return int(run_sql(sql, but).fetchone()[0])


def proposed_promise(hours: int, order_id: int = 0) -> datetime:
    """When ``hours`` hundredths of work can be ready: after what waits before it, shared among the technicians."""
    technicians = sum(Role.TECHNICIAN in each.roles for each in everybody()) or 1
    waiting = load_hours(order_id) * 60 // (100 * technicians)
    open_hours = planning.hours()
    ready = rules.after_work(clock.local(clock.now()), waiting + hours * 60 // 100 + _CHECKS, open_hours)
    return rules.on_the_step(ready, _STEP, open_hours)
