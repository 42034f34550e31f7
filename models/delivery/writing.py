"""What the actions on deliveries share: touching the records, the log, moving on, keeping the contract in step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from models.delivery import standing
from models.delivery.kinds import EventKind
from models.delivery.states import DELIVERY_MOVES, DeliveryAction
from models.delivery.tables import Delivery, DeliveryEvent
from models.kernel.actions import Act, save_edit
from models.kernel.flow import move


def on(act: Act, delivery: Delivery) -> None:
    """Name the delivery as the action's record."""
    act.on("delivery", delivery.id)
    act.note(number=delivery.number)


def touch(act: Act, delivery: Delivery) -> None:
    """The same, with its contract and customer as changed: for each step that stands in their history."""
    on(act, delivery)
    act.touch("contract", delivery.contract_id)
    act.touch("customer", delivery.customer_id)


def log(
    act: Act,
    delivery: Delivery,
    kind: EventKind,
    text: str = "",
    *,
    reached: bool | None = None,
    starts_at: datetime | None = None,
    new_starts_at: datetime | None = None,
    told_at: datetime | None = None,
    amount: int = 0,
) -> None:
    """Add a line to a delivery's log."""
    DeliveryEvent.create(
        delivery=delivery,
        kind=kind,
        text=text,
        reached=reached,
        starts_at=starts_at,
        new_starts_at=new_starts_at,
        told_at=told_at,
        amount=amount,
        staff=act.actor.id,
    )


def move_on(act: Act, delivery: Delivery, what: DeliveryAction, **values: Any) -> None:
    """Move a delivery on with what else changes. Raises IllegalMove, NotAllowed, or what the guard says."""
    facts = standing.facts_of(act.actor, delivery)
    state = move(DELIVERY_MOVES, delivery.state, what, act.actor, facts)
    save_edit(delivery, delivery.version, {"state": state, **values})
    touch(act, delivery)
    act.note(state=state.value)
