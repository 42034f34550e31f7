"""A technician drops out in the middle, by illness or because they leave: their work waits for somebody else (W6)."""

from __future__ import annotations

from models.kernel.actions import save_edit
from models.kernel.changes import Changes
from models.kernel.permissions import Permission, granted
from models.service import working
from models.service.kinds import EventKind, LineKind, StopReason, WorkState
from models.service.states import BACK_STATES, WorkOrderState
from models.service.tables import WorkLine, WorkOrder
from models.service.writing import log_as
from models.staff.tables import Staff

_OVER = (WorkOrderState.READY, WorkOrderState.SETTLED, *BACK_STATES, WorkOrderState.CANCELLED)


def release(staff_id: int, by_id: int, why: str) -> list[WorkOrder]:
    """End what runs and take somebody off the lines they have not done; returns the orders that are changed."""
    session = working.running_of(staff_id)
    if session is not None:
        working.end_session(session, StopReason.HANDED_OVER, why)
    own = (WorkLine.technician == staff_id) & (WorkLine.kind == LineKind.LABOUR) & (WorkLine.work != WorkState.DONE)
    live = WorkLine.order.in_(WorkOrder.select(WorkOrder.id).where(WorkOrder.state.not_in(_OVER)))
    orders: dict[int, WorkOrder] = {}
    for line in WorkLine.select().where(own, live).order_by(WorkLine.id):
        save_edit(line, line.version, {"technician_id": None, "bay": None, "work": WorkState.WAITING})
        order = orders.setdefault(line.order_id, line.order)
        log_as(by_id, order, EventKind.ASSIGNED, why, line_id=line.id)
    return list(orders.values())


def hear(changed: Changes) -> None:
    """Who has left, or does no work in the workshop any more, leaves their lines behind."""
    for staff_id in changed.ids("staff"):
        staff = Staff.get_or_none(Staff.id == staff_id)
        if staff is not None and (staff.left_on is not None or Permission.DO_WORK not in granted(staff.roles)):
            for order in release(staff_id, staff_id, staff.name):
                changed.touch("work_order", order.id)
