"""Prospects given up (C5): the reason, the manager's confirmation of a large one, and the day a file wakes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.customers import protection
from models.customers.care import care
from models.customers.kinds import Decision, FormOfAddress, Stage
from models.customers.tables import Customer, CustomerLoss
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from models.staff.tables import Staff
from models.trades.template import LostReason


@dataclass(frozen=True)
class LossForm:
    """Why a prospect is given up: the trade's ``reason``, ``told`` what it asks, and when to try again, if ever."""

    reason: str
    told: str = ""
    wakes_on: date | None = None


@dataclass(frozen=True)
class Loss:
    """A prospect given up, as lists show it; ``value`` in fen is what was last offered."""

    id: int
    customer_id: int
    customer: str
    form_of_address: FormOfAddress
    staff: str
    lost_at: datetime
    reason: str
    told: str
    value: int
    wakes_on: date | None
    decision: Decision
    remark: str


def reason_of(code: str) -> LostReason | None:
    """The trade's reason, or None for one it no longer has."""
    return next((each for each in trade().lost_reasons if each.code == code), None)


def reason_words(code: str, language: str | None = None) -> str:
    """What people call a reason, in ``language`` or the screen's."""
    found = reason_of(code)
    return pick(found.name, language) if found else code


def needs_confirmation(actor: Actor, value: int) -> bool:
    """Whether giving up a prospect worth so many fen waits for the manager."""
    return value >= care().confirm_from > 0 and not actor.may(Permission.MANAGE_FILES)


def write_loss(act: Act, customer: Any, form: LossForm, value: int) -> None:
    """Inside an action: give a prospect up, or ask the manager to where they are worth much.

    Raises RuleError at the field that is wrong, NotAllowed for who does not look after them.
    """
    if not protection.may_give_away(act.actor, customer.owner_id):
        raise NotAllowed("Only who looks after this customer, or a manager, may give the prospect up.")
    if customer.stage in (Stage.DELIVERED, Stage.LOST):
        raise RuleError("Only an open prospect can be lost.")
    if open_loss(customer.id) is not None:
        raise RuleError("That this prospect is lost waits for the manager's confirmation already.")
    _check(form)
    waits = needs_confirmation(act.actor, value)
    earlier = CustomerLoss.update(woken_at=clock.now()).where(CustomerLoss.customer == customer.id)
    earlier.where(CustomerLoss.woken_at.is_null()).execute()
    CustomerLoss.create(
        customer=customer.id,
        staff=act.actor.id,
        reason=form.reason,
        told=form.told,
        stage_before=customer.stage,
        value=value,
        wakes_on=form.wakes_on,
        decision=Decision.OPEN if waits else Decision.GRANTED,
    )
    if not waits:
        set_stage(customer.id, Stage.LOST)
    act.on("customer", customer.id)
    act.note(reason=form.reason, wakes_on=form.wakes_on, waits=waits)


def _check(form: LossForm) -> None:
    reason = reason_of(form.reason)
    if reason is None:
        raise RuleError("Choose a reason.", field="reason")
    if reason.asks and not form.told:
        raise RuleError("This reason asks for an answer.", field="told")
    if form.wakes_on is not None and form.wakes_on <= clock.today():
        raise RuleError("The day must lie in the future.", field="wakes_on")


def set_stage(customer_id: int, stage: Stage) -> None:
    """Inside an action: put a file into a stage, whichever it was in."""
    Customer.update(stage=stage, version=Customer.version + 1, changed_at=clock.now()).where(
        Customer.id == customer_id
    ).execute()


def open_loss(customer_id: int) -> Any:
    """The loss of a file that waits for the manager, or None."""
    return CustomerLoss.get_or_none(CustomerLoss.customer == customer_id, CustomerLoss.decision == Decision.OPEN)


def waiting_losses() -> list[Loss]:
    """What waits for the manager's confirmation, the longest waiting first."""
    return _losses(CustomerLoss.decision == Decision.OPEN, protection.live(), newest_first=False)


def losses_of(customer_id: int) -> list[Loss]:
    """How often and why a prospect was given up, the last time first."""
    return _losses(CustomerLoss.customer == customer_id)


def to_wake(day: date) -> list[int]:
    """The lost files whose day to wake has come."""
    query = (
        CustomerLoss.select(CustomerLoss.customer)
        .join(Customer, on=(Customer.id == CustomerLoss.customer))
        .where(
            CustomerLoss.wakes_on <= day,
            CustomerLoss.woken_at.is_null(),
            CustomerLoss.decision == Decision.GRANTED,
            Customer.stage == Stage.LOST,
            protection.live(),
        )
        .distinct()
        .order_by(CustomerLoss.customer)
    )
    return [row[0] for row in query.tuples()]


def _losses(*conditions: Any, newest_first: bool = True) -> list[Loss]:
    columns = (CustomerLoss.id, CustomerLoss.customer, Customer.name, Customer.form_of_address, Staff.name)
    facts = (CustomerLoss.lost_at, CustomerLoss.reason, CustomerLoss.told, CustomerLoss.value, CustomerLoss.wakes_on)
    order = (CustomerLoss.lost_at, CustomerLoss.id)
    query = (
        CustomerLoss.select(*columns, *facts, CustomerLoss.decision, CustomerLoss.remark)
        .join(Customer, on=(Customer.id == CustomerLoss.customer))
        .switch(CustomerLoss)
        .join(Staff, on=(Staff.id == CustomerLoss.staff))
        .where(*conditions)
        .order_by(*(each.desc() if newest_first else each.asc() for each in order))
        .tuples()
    )
    return [Loss(*row) for row in query]
