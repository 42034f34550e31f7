"""What the actions on work orders share: touching the records, the log, moving on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from models.kernel.actions import Act, save_edit
from models.kernel.flow import move
from models.service import standing
from models.service.kinds import EventKind
from models.service.states import WORK_ORDER_MOVES, WorkOrderAction
from models.service.tables import WorkOrder, WorkOrderEvent


def on(act: Act, order: WorkOrder) -> None:
    """Name the order as the action's record, its customer as touched."""
    act.on("work_order", order.id)
    act.touch("customer", order.customer_id)
    act.note(number=order.number)


def log(
    act: Act,
    order: WorkOrder,
    kind: EventKind,
    text: str = "",
    *,
    before: datetime | None = None,
    after: datetime | None = None,
    amount: int = 0,
    line_id: int | None = None,
) -> None:
    """Add a line to an order's log, with the state it has now."""
    log_as(act.actor.id, order, kind, text, before=before, after=after, amount=amount, line_id=line_id)


def log_as(
    staff_id: int,
    order: WorkOrder,
    kind: EventKind,
    text: str = "",
    *,
    before: datetime | None = None,
    after: datetime | None = None,
    amount: int = 0,
    line_id: int | None = None,
) -> None:
    """The same in the name of somebody else than who acts: a technician who has left."""
    WorkOrderEvent.create(
        order=order,
        kind=kind,
        state=order.state,
        text=text,
        before=before,
        after=after,
        amount=amount,
        line=line_id,
        staff=staff_id,
    )


def move_on(act: Act, order: WorkOrder, what: WorkOrderAction, **values: Any) -> None:
    """Move an order on with what else changes. Raises IllegalMove, NotAllowed, or RuleError naming what blocks it."""
    state = move(WORK_ORDER_MOVES, order.state, what, act.actor, standing.facts_of(order))
    save_edit(order, order.version, {"state": state, **values})
    on(act, order)
    act.note(state=state.value)


def change(act: Act, order: WorkOrder, version: int, **values: Any) -> dict[str, tuple[Any, Any]]:
    """Change an order where it stands. Raises StaleEdit."""
    changed = save_edit(order, version, values)
    on(act, order)
    act.note(changed=sorted(changed))
    return changed
