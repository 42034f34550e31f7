"""Less than was authorised: a line not needed after all, fewer pieces or hours; more takes the customer (W7)."""

from __future__ import annotations

from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.service import working
from models.service.kinds import EventKind, Stance, WorkState
from models.service.rules import LineMoney
from models.service.states import WORK_STATES, WorkOrderState
from models.service.tables import WorkLine, WorkOrder
from models.service.writing import log, on

_WHILE = (WorkOrderState.AUTHORISED, *WORK_STATES, WorkOrderState.QUALITY_CHECK, WorkOrderState.READY)


@action(Permission.ESTIMATE_WORK)
def leave_line_out(act: Act, line_id: int, reason: str) -> None:
    """A line is not needed after all: it is neither done nor settled. What was issued for it comes back first.

    Raises RuleError without a reason, for a line that is at work, done or issued, and once the order is settled.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    line, order = _chosen(line_id)
    if line.work in (WorkState.RUNNING, WorkState.DONE):
        raise RuleError("“{name}” is at work or done.", name=line.name)
    parts = list(WorkLine.select().where(WorkLine.parent == line_id, WorkLine.stance == Stance.CHOSEN))
    for each in (line, *parts):
        if each.issued:
            raise RuleError("Bring back first what was issued for “{name}”.", name=each.name)
        save_edit(each, each.version, {"stance": Stance.UNUSED, "note": reason[:200]})
    log(act, order, EventKind.CHANGED, reason, line_id=line_id)
    working.go_on_if_free(act, order)
    on(act, order)
    act.note(line=line.name, reason=reason)


@action(Permission.ESTIMATE_WORK)
def use_less(act: Act, line_id: int, quantity: int) -> None:
    """Settle fewer pieces or hours than were authorised. Raises RuleError at ``quantity`` for none or for more."""
    line, order = _chosen(line_id)
    if not 0 < quantity <= line.quantity:
        raise RuleError("More than was authorised takes the customer's consent.", field="quantity")
    if quantity < line.issued:
        raise RuleError("Bring back first what was issued for “{name}”.", field="quantity", name=line.name)
    lower(line, quantity)
    log(act, order, EventKind.CHANGED, line.name, line_id=line_id)
    on(act, order)
    act.note(line=line.name, quantity=quantity)


def lower(line: WorkLine, quantity: int) -> None:
    """Inside an action: a smaller quantity; the discount of the line is at most what is left of it."""
    full = LineMoney(line.kind, quantity, line.unit_price).full
    save_edit(line, line.version, {"quantity": quantity, "discount": min(line.discount, full)})


def _chosen(line_id: int) -> tuple[WorkLine, WorkOrder]:
    line: WorkLine = WorkLine.get_by_id(line_id)
    order: WorkOrder = line.order
    if order.state not in _WHILE:
        raise RuleError("Lines change between authorisation and settlement; the order is “{state}”.", state=order.state)
    if line.stance is not Stance.CHOSEN:
        raise RuleError("The customer has not agreed to “{name}”.", name=line.name)
    return line, order
