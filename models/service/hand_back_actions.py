"""Handing back: gate pass, old parts, open payment overruled, what follows (W9)."""

from __future__ import annotations

from dataclasses import dataclass

from models.customers.actions import advance
from models.customers.kinds import Stage
from models.kernel import clock, numbering
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.service import deferring, standing
from models.service.findable import make_findable
from models.service.kinds import EventKind, LineKind, OldParts, Stance
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.tables import GatePass, WorkOrder
from models.service.writing import log, move_on, on
from models.warranty.giving_actions import WarrantyForm, give_warranty
from models.warranty.kinds import WarrantyKind


@dataclass(frozen=True)
class HandBackForm:
    """What became of the parts taken out, and a word about the hand-back."""

    old_parts: OldParts = OldParts.SHOWN
    note: str = ""


@action(Permission.APPROVE_WORK)
def overrule_payment(act: Act, order_id: int, reason: str) -> None:
    """A manager lets the customer have it although something is not paid; what is open now stays on record (W9).

    Raises RuleError without a reason, or where nothing is open.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    order = WorkOrder.get_by_id(order_id)
    owed = standing.owed_of(order)
    if order.state is not WorkOrderState.SETTLED or owed <= 0:
        raise RuleError("Nothing of a settlement is open.")
    log(act, order, EventKind.OVERRULED, reason, amount=owed)
    on(act, order)
    act.note(owed=owed, reason=reason)


@action(Permission.RECEIVE_VEHICLE)
def hand_back(act: Act, order_id: int, form: HandBackForm) -> None:
    """Hand back with a gate pass; a call is due, and what was put off comes up at the next visit (W9, C8).

    Raises RuleError naming what is not paid, IllegalMove before it is settled.
    """
    order = WorkOrder.get_by_id(order_id)
    done = {"handed_back_at": clock.now(), "handed_back_by_id": act.actor.id, "old_parts": form.old_parts}
    move_on(act, order, WorkOrderAction.HAND_BACK, **done)
    gate_pass = GatePass.create(number=numbering.next_number("CM", clock.today().year), order=order, staff=act.actor.id)
    deferring.put_off(order)
    warranted = _warrant(act, order)
    advance(act, order.customer_id, Stage.VISITED, takes_over=False)
    log(act, order, EventKind.HANDED_BACK, form.note or gate_pass.number)
    make_findable(order)
    act.touch("gate_pass", gate_pass.id)
    act.note(gate_pass=gate_pass.number, warranties=warranted)


def _warrant(act: Act, order: WorkOrder) -> int:
    """The store stands in for what was done, by months and km of each line (W10); says for how much of it."""
    count = 0
    for line in standing.lines_of(order):
        km = line.warranty_km if order.mileage is not None else 0
        if line.stance is not Stance.CHOSEN or line.kind is LineKind.OTHER or not (line.warranty_months or km):
            continue
        form = WarrantyForm(
            customer_id=order.customer_id,
            kind=WarrantyKind.PART if line.kind is LineKind.PART else WarrantyKind.OPERATION,
            name=line.name,
            months=line.warranty_months,
            km=km,
            goods_id=order.goods_id,
            work_order_id=order.id,
            item_id=line.item_id,
            given_km=order.mileage,
        )
        give_warranty(act, form)
        count += 1
    return count


@action(Permission.FOLLOW_UP)
def note_follow_up(act: Act, order_id: int, said: str) -> None:
    """The customer was asked after the work, and what they said; closed with it where nothing is open (C8).

    Raises RuleError without a word, IllegalMove before the hand-back.
    """
    if not said:
        raise RuleError("Write a line about it.", field="said")
    followed_up(act, WorkOrder.get_by_id(order_id), said)


def followed_up(act: Act, order: WorkOrder, said: str) -> None:
    """Inside an action: an order handed back was asked after; it closes by itself where nothing is owed."""
    move_on(act, order, WorkOrderAction.FOLLOW_UP)
    log(act, order, EventKind.FOLLOWED_UP, said)
    if standing.owed_of(order) <= 0 and act.actor.may(Permission.ESTIMATE_WORK):
        _close(act, order)


@action(Permission.ESTIMATE_WORK)
def close_order(act: Act, order_id: int) -> None:
    """Nothing is left to do. Raises RuleError naming what is not paid, IllegalMove before it was followed up."""
    _close(act, WorkOrder.get_by_id(order_id))


def _close(act: Act, order: WorkOrder) -> None:
    move_on(act, order, WorkOrderAction.CLOSE)
    log(act, order, EventKind.CLOSED)
