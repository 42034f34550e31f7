"""The way into and out of the quality check, inside an action (W8)."""

from __future__ import annotations

from models.kernel import clock
from models.kernel.actions import Act
from models.service import standing
from models.service.kinds import EventKind
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.tables import WorkOrder
from models.service.writing import log, move_on


def to_check(act: Act, order: WorkOrder) -> None:
    """Bring an order to the quality check, or through it where its template asks for none.

    Raises RuleError naming what is not done.
    """
    move_on(act, order, WorkOrderAction.FINISH)
    log(act, order, EventKind.TO_CHECK)
    pass_if_checked(act, order)


def pass_if_checked(act: Act, order: WorkOrder) -> None:
    """An order whose steps are all passed is ready for the customer."""
    blocked = standing.facts_of(order).blockers.get(WorkOrderAction.PASS, ())
    if order.state is WorkOrderState.QUALITY_CHECK and not blocked:
        move_on(act, order, WorkOrderAction.PASS, ready_at=clock.now())
        log(act, order, EventKind.READY)
