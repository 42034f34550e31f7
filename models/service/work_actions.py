"""At work on a line: begin, stop, done; an order that waits and goes on; to the quality check (W6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import label
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.service import checking_in, standing, working
from models.service.kinds import Check, EventKind, LineKind, Stance, StopReason, Supply, WorkState
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.tables import QualityCheck, WorkLine, WorkOrder, WorkSession
from models.service.writing import log, move_on, on
from models.staff.tables import Staff

STOPPABLE = (StopReason.PAUSE, StopReason.SHIFT, StopReason.PARTS, StopReason.OTHER_ORDER)
"""What a technician may give as a reason; the others happen by themselves."""


@dataclass(frozen=True)
class StopForm:
    """Why work on a line stops."""

    reason: StopReason = StopReason.PAUSE
    note: str = ""


@dataclass(frozen=True)
class DoneForm:
    """What was done and seen, in the technician's words; ``checked`` says that they have checked their own work."""

    found_words: str = ""
    checked: bool = False


@dataclass(frozen=True)
class WaitForm:
    """Why an order waits, and when the parts that are not here are expected."""

    note: str = ""
    expected_on: date | None = None


@action(Permission.DO_WORK)
def start_line(act: Act, line_id: int, leave: bool = False) -> None:
    """Begin work on a line, one's own or one that nobody has (W6); the first start moves the order on.

    ``leave`` stops what one is at work on. Raises RuleError naming that otherwise, and for a line that is done, held
    by extra work, somebody else's, or run by somebody.
    """
    line = working.work_line(line_id)
    order = line.order
    working.refuse_outside_work(order)
    _refuse_taken(act, line)
    if line.id in working.held_lines(order):
        raise RuleError("Work on “{name}” waits for the customer's answer.", name=line.name)
    own = working.running_of(act.actor.id)
    if own is not None and not leave:
        raise RuleError(
            "You are at work on “{line}” of {number}. Stop it first.", line=own.line.name, number=own.order.number
        )
    if own is not None:
        left = working.end_session(own, StopReason.OTHER_ORDER)
        log(act, left.order, EventKind.STOPPED, line_id=left.id)
        act.touch("work_order", left.order_id)
    _begin(act, order, line)


def _refuse_taken(act: Act, line: WorkLine) -> None:
    if line.work is WorkState.DONE:
        raise RuleError("“{name}” is done already.", name=line.name)
    session = working.running_on(line.id)
    if session is not None and session.staff_id == act.actor.id:
        raise RuleError("You are at work on it already.")
    if session is not None:
        raise RuleError("{name} is at work on it.", name=session.staff.name)
    if line.technician_id not in (None, act.actor.id):
        raise RuleError("This line is {name}'s; let it be reassigned first.", name=line.technician.name)


def _begin(act: Act, order: WorkOrder, line: WorkLine) -> None:
    if order.state is WorkOrderState.DISPATCHED:
        move_on(act, order, WorkOrderAction.START)
    elif order.state is not WorkOrderState.IN_WORK:
        working.go_on(act, order)
    WorkSession.create(order=order, line=line, staff=act.actor.id, bay=line.bay)
    save_edit(line, line.version, {"work": WorkState.RUNNING, "technician_id": act.actor.id})
    log(act, order, EventKind.STARTED, line.name, line_id=line.id)
    on(act, order)


@action(Permission.DO_WORK)
def stop_line(act: Act, line_id: int, form: StopForm) -> None:
    """Stop work on a line one is at, with a reason; where nothing runs any more and parts are missing, the order waits.

    Raises RuleError where one is not at work on it, and at ``reason`` or ``note``.
    """
    session = _own_session(act, line_id)
    if form.reason not in STOPPABLE:
        raise RuleError("Choose a reason.", field="reason")
    limited(form.note, WorkSession.note.limit, "note")
    order = session.order
    working.end_session(session, form.reason, form.note)
    log(act, order, EventKind.STOPPED, form.note or label(form.reason), line_id=line_id)
    if form.reason is StopReason.PARTS and not working.running_in(order):
        _wait_for_parts(act, order, form.note)
    on(act, order)


def _own_session(act: Act, line_id: int) -> WorkSession:
    session = working.running_on(line_id)
    if session is None:
        raise RuleError("Nobody is at work on it.")
    if session.staff_id != act.actor.id:
        raise RuleError("{name} is at work on it.", name=Staff.get_by_id(session.staff_id).name)
    return session


@action(Permission.DO_WORK)
def finish_line(act: Act, line_id: int, form: DoneForm) -> None:
    """A line is done (W6); with the last one that is done and checked the order goes to the quality check (W8).

    Raises RuleError for somebody else's line and for one that was not begun.
    """
    line = working.work_line(line_id)
    order = line.order
    working.refuse_outside_work(order)
    if line.work is WorkState.RUNNING:
        line = working.end_session(_own_session(act, line_id), StopReason.DONE, work=WorkState.DONE)
    elif line.work is WorkState.STOPPED and line.technician_id == act.actor.id:
        save_edit(line, line.version, {"work": WorkState.DONE, "done_at": clock.now()})
    else:
        raise RuleError("Work on “{name}” was not begun by you.", name=line.name)
    limited(form.found_words, WorkLine.found_words.limit, "found_words")
    save_edit(line, line.version, {"found_words": form.found_words or line.found_words})
    log(act, order, EventKind.FINISHED, line.name, line_id=line_id)
    if form.checked:
        _write_self_check(act, order, line)
    on(act, order)
    _on_to_the_check(act, order)


@action(Permission.DO_WORK)
def check_own_work(act: Act, line_id: int) -> None:
    """The technician has checked what they did on a line (W8). Raises RuleError for a line that they did not do."""
    line = working.work_line(line_id)
    order = line.order
    working.refuse_outside_work(order)
    if line.work is not WorkState.DONE:
        raise RuleError("“{name}” is not done yet.", name=line.name)
    if not WorkSession.select().where(WorkSession.line == line_id, WorkSession.staff == act.actor.id).exists():
        raise RuleError("Only who did it checks it first.")
    if line_id in standing.self_checked(order):
        raise RuleError("It is checked already.")
    _write_self_check(act, order, line)
    on(act, order)
    _on_to_the_check(act, order)


def _write_self_check(act: Act, order: WorkOrder, line: WorkLine) -> None:
    QualityCheck.create(order=order, line=line, step=Check.SELF, passed=True, staff=act.actor.id)
    log(act, order, EventKind.CHECKED, label(Check.SELF), line_id=line.id)


def _on_to_the_check(act: Act, order: WorkOrder) -> None:
    """Where nothing is left to do, an order in work goes on by itself."""
    blocked = standing.facts_of(order).blockers.get(WorkOrderAction.FINISH, ())
    if order.state is WorkOrderState.IN_WORK and not blocked:
        checking_in.to_check(act, order)


@action(Permission.DO_WORK)
def take_up_again(act: Act, line_id: int, reason: str) -> None:
    """A line that was called done is not: it goes on. Raises RuleError without a reason, or for one not done."""
    line = working.work_line(line_id)
    order = line.order
    working.refuse_outside_work(order)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if line.work is not WorkState.DONE:
        raise RuleError("“{name}” is not done yet.", name=line.name)
    save_edit(line, line.version, {"work": WorkState.STOPPED, "done_at": None})
    QualityCheck.create(order=order, line=line, step=Check.SELF, passed=False, reason=reason, staff=act.actor.id)
    log(act, order, EventKind.FAILED, reason, line_id=line_id)
    on(act, order)


@action(Permission.DO_WORK)
def finish_work(act: Act, order_id: int) -> None:
    """All work is done: to the quality check (W8). Raises RuleError naming what is not done or not answered."""
    order = WorkOrder.get_by_id(order_id)
    if order.state is WorkOrderState.DISPATCHED and not standing.chosen_labour(order):
        move_on(act, order, WorkOrderAction.START)  # an order over parts alone has nothing to begin with
    checking_in.to_check(act, order)


@action(Permission.INSPECT_VEHICLE)
def wait_for_parts(act: Act, order_id: int, form: WaitForm) -> None:
    """Nothing goes on before parts are here; what runs is stopped (W6)."""
    order = WorkOrder.get_by_id(order_id)
    working.stop_all(act, order, StopReason.PARTS, form.note)
    _wait_for_parts(act, order, form.note)
    if form.expected_on is not None:
        if form.expected_on < clock.today():
            raise RuleError("This day is past already.", field="expected_on")
        short = (WorkLine.issued < WorkLine.quantity) & (WorkLine.supply != Supply.OWN)
        own = (WorkLine.order == order_id) & (WorkLine.kind == LineKind.PART) & (WorkLine.stance == Stance.CHOSEN)
        WorkLine.update(expected_on=form.expected_on).where(own, short).execute()


def _wait_for_parts(act: Act, order: WorkOrder, note: str) -> None:
    if order.state is WorkOrderState.WAITING_PARTS:
        return
    move_on(act, order, WorkOrderAction.WAIT_PARTS)
    log(act, order, EventKind.WAITING, note)


@action(Permission.INSPECT_VEHICLE)
def wait_for_answer(act: Act, order_id: int, note: str = "") -> None:
    """Nothing goes on before the customer has answered; what runs is stopped (W7)."""
    order = WorkOrder.get_by_id(order_id)
    working.stop_all(act, order, StopReason.APPROVAL, note)
    move_on(act, order, WorkOrderAction.WAIT_APPROVAL)
    log(act, order, EventKind.WAITING, note)


@action(Permission.INSPECT_VEHICLE)
def go_on_with_order(act: Act, order_id: int) -> None:
    """Work goes on again; lines held by extra work still wait."""
    working.go_on(act, WorkOrder.get_by_id(order_id))
