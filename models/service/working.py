"""What the actions on work share: the lines and sessions, who is at work on what, what stops and what goes on (W6)."""

from __future__ import annotations

from datetime import datetime

from models.kernel import clock
from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission, granted
from models.service import standing
from models.service.kinds import EventKind, ExtraState, LineKind, Stance, StopReason, WorkState
from models.service.states import WORK_STATES, WorkOrderAction, WorkOrderState
from models.service.tables import ExtraHold, ExtraWork, WorkLine, WorkOrder, WorkSession
from models.service.writing import log, move_on
from models.staff.tables import Staff


def work_line(line_id: int) -> WorkLine:
    """A line of labour that the customer wants done. Raises RuleError for any other."""
    line: WorkLine = WorkLine.get_by_id(line_id)
    if line.kind is not LineKind.LABOUR:
        raise RuleError("This line is no work.", field="line_id")
    if line.stance is not Stance.CHOSEN:
        raise RuleError("The customer has not agreed to “{name}”.", field="line_id", name=line.name)
    return line


def refuse_outside_work(order: WorkOrder) -> None:
    """Raises RuleError unless technicians work on the order now."""
    if order.state not in WORK_STATES:
        raise RuleError("This is for orders in work; this one is “{state}”.", state=order.state)


def worker(staff_id: int, field: str = "technician_id") -> Staff:
    """Somebody who does work in the workshop. Raises RuleError at ``field`` for who has left or may not."""
    staff: Staff = Staff.get_by_id(staff_id)
    if staff.left_on is not None:
        raise RuleError("{name} has left.", field=field, name=staff.name)
    if Permission.DO_WORK not in granted(staff.roles):
        raise RuleError("{name} does no work in the workshop.", field=field, name=staff.name)
    return staff


def running_on(line_id: int) -> WorkSession | None:
    """The session that runs on a line."""
    found: WorkSession | None = WorkSession.get_or_none(WorkSession.line == line_id, WorkSession.ended_at.is_null())
    return found


def running_of(staff_id: int) -> WorkSession | None:
    """What somebody is at work on."""
    found: WorkSession | None = WorkSession.get_or_none(WorkSession.staff == staff_id, WorkSession.ended_at.is_null())
    return found


def running_in(order: WorkOrder) -> list[WorkSession]:
    """What runs on an order now."""
    query = WorkSession.select().where(WorkSession.order == order.id, WorkSession.ended_at.is_null())
    return list(query.order_by(WorkSession.id))


def end_session(
    session: WorkSession, reason: StopReason, note: str = "", *, work: WorkState = WorkState.STOPPED
) -> WorkLine:
    """End a session now; its line is then ``work``. Returns the line."""
    session.ended_at, session.reason, session.note = clock.now(), reason, note
    session.save()
    line: WorkLine = WorkLine.get_by_id(session.line_id)
    save_edit(line, line.version, {"work": work, "done_at": clock.now() if work is WorkState.DONE else None})
    return line


def stop_all(act: Act, order: WorkOrder, reason: StopReason, note: str = "") -> None:
    """End whatever runs on an order, each with its line in the log."""
    for session in running_in(order):
        line = end_session(session, reason, note)
        log(act, order, EventKind.STOPPED, note, line_id=line.id)


def held_lines(order: WorkOrder) -> set[int]:
    """The lines on which no work goes on before the customer has answered (W7)."""
    query = ExtraHold.select(ExtraHold.line_id).join(ExtraWork, on=ExtraHold.extra == ExtraWork.id)
    query = query.where(ExtraWork.order == order.id, ExtraWork.state == ExtraState.OPEN)
    return {row[0] for row in query.tuples()}


def undone(order: WorkOrder) -> list[WorkLine]:
    """The work that is still to be done."""
    return [line for line in standing.chosen_labour(order) if line.work is not WorkState.DONE]


def go_on(act: Act, order: WorkOrder) -> None:
    """Let an order that waits go on."""
    move_on(act, order, WorkOrderAction.RESUME)
    log(act, order, EventKind.RESUMED)


def wait_if_nothing_goes_on(act: Act, order: WorkOrder) -> None:
    """The order waits for the customer where nothing runs and every line that is left is held (W7)."""
    may_wait = order.state in (WorkOrderState.DISPATCHED, WorkOrderState.IN_WORK)
    held, left = held_lines(order), {line.id for line in undone(order)}
    if may_wait and held and not running_in(order) and left <= held:
        move_on(act, order, WorkOrderAction.WAIT_APPROVAL)
        log(act, order, EventKind.WAITING)


def go_on_if_free(act: Act, order: WorkOrder) -> None:
    """The order goes on where it waited for an answer and a line is free again, or nothing is open any more (W7)."""
    if order.state is not WorkOrderState.WAITING_APPROVAL:
        return
    held, left = held_lines(order), {line.id for line in undone(order)}
    if not held or left - held:
        go_on(act, order)


def past(at: datetime | None, field: str) -> datetime:
    """A moment that was told, now where none was. Raises RuleError at ``field`` for one that lies ahead."""
    now = clock.now()
    if at is not None and at > now:
        raise RuleError("This moment lies in the future.", field=field)
    return at or now
