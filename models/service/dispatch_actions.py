"""Dispatch: who does which line in which bay, changes of it in the middle, what technicians can do (W6)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.service import releasing, terms, working
from models.service.kinds import EventKind, StopReason, WorkState
from models.service.states import WORK_STATES, WorkOrderAction, WorkOrderState
from models.service.tables import Technician, WorkLine, WorkOrder
from models.service.writing import log, move_on, on

_ASSIGNED_IN = (WorkOrderState.AUTHORISED, *WORK_STATES)


@dataclass(frozen=True)
class Assignment:
    """Who is to do a line, and where; None for nobody yet."""

    line_id: int
    technician_id: int | None
    bay_id: int | None = None


@dataclass(frozen=True)
class TechnicianForm:
    """What somebody can do, as codes of skills (none said is everything), and the bay they mostly work in."""

    skills: tuple[str, ...] = ()
    bay_id: int | None = None


@action(Permission.DISPATCH_WORK)
def assign_lines(act: Act, order_id: int, assignments: tuple[Assignment, ...]) -> None:
    """Say who does which lines; where somebody else is at work on one, their session ends.

    Raises RuleError at ``technician_id`` for who has left or does no work, for lines that are done or of another order,
    and where the order is not authorised or past its work. A skill that is missing is no error: the screen warns.
    """
    order = WorkOrder.get_by_id(order_id)
    _assign(act, order, assignments)
    on(act, order)


@action(Permission.DISPATCH_WORK)
def dispatch_order(act: Act, order_id: int, assignments: tuple[Assignment, ...] = ()) -> None:
    """Give an authorised order to its technicians (W5, W6). Raises RuleError naming everything in the way."""
    order = WorkOrder.get_by_id(order_id)
    _assign(act, order, assignments)
    move_on(act, order, WorkOrderAction.DISPATCH)
    log(act, order, EventKind.DISPATCHED)


def _assign(act: Act, order: WorkOrder, assignments: Sequence[Assignment]) -> None:
    if assignments and order.state not in _ASSIGNED_IN:
        raise RuleError(
            "Technicians are assigned once the work is authorised; the order is “{state}”.", state=order.state
        )
    for each in assignments:
        line = working.work_line(each.line_id)
        if line.order_id != order.id:
            raise RuleError("The order has no such line.", field="lines")
        if line.work is WorkState.DONE:
            raise RuleError("“{name}” is done already.", field="lines", name=line.name)
        _give(act, order, line, each)
    act.note(lines={str(each.line_id): each.technician_id for each in assignments})


def _give(act: Act, order: WorkOrder, line: WorkLine, to: Assignment) -> None:
    name = "" if to.technician_id is None else working.worker(to.technician_id).name
    bay = to.bay_id if to.bay_id is not None or to.technician_id is None else usual_bay(to.technician_id)
    if (line.technician_id, line.bay) == (to.technician_id, bay):
        return
    session = working.running_on(line.id)
    if session is not None and session.staff_id != to.technician_id:
        line = working.end_session(session, StopReason.HANDED_OVER)
        log(act, order, EventKind.STOPPED, line_id=line.id)
    changed = save_edit(line, line.version, {"technician_id": to.technician_id, "bay": bay})
    if "technician_id" in changed:
        log(act, order, EventKind.ASSIGNED, name, line_id=line.id)


def usual_bay(staff_id: int) -> int | None:
    """Where somebody mostly works."""
    found = Technician.get_or_none(Technician.staff == staff_id)
    return found.bay if found else None


@action(Permission.DISPATCH_WORK)
def release_technician(act: Act, technician_id: int, why: str) -> None:
    """Somebody cannot go on today: what they are at stops, their lines wait for others.

    Raises RuleError without a reason, or where nothing of theirs is open.
    """
    if not why:
        raise RuleError("Give a reason.", field="why")
    orders = releasing.release(technician_id, act.actor.id, why)
    if not orders:
        raise RuleError("No work of theirs is open.", field="technician_id")
    for order in orders:
        on(act, order)
    act.on("staff", technician_id)
    act.note(orders=[order.number for order in orders], why=why)


@action(Permission.KEEP_WORKSHOP)
def set_technician(act: Act, staff_id: int, form: TechnicianForm) -> None:
    """Say what a technician can do and where they work. Raises RuleError at ``skills`` for a code that no template has,
    and at ``technician_id`` for who does no work.
    """
    staff = working.worker(staff_id)
    known = {skill.code for template in terms.templates() for skill in template.skills}
    if not set(form.skills) <= known:
        raise RuleError("Choose a skill.", field="skills")
    values = {"skills": json.dumps(sorted(set(form.skills))), "bay": form.bay_id}
    technician = Technician.get_or_none(Technician.staff == staff_id)
    if technician is None:
        Technician.create(staff=staff_id, **values)
    else:
        save_edit(technician, technician.version, values)
    act.on("staff", staff_id)
    act.touch("technician", staff_id)
    act.note(name=staff.name, skills=sorted(set(form.skills)))
