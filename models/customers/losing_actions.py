"""What is done about intent and about prospects that were given up (C5)."""

from __future__ import annotations

from datetime import date

from models.customers import losing
from models.customers.kinds import Decision, Stage
from models.customers.protection_actions import standing
from models.customers.tables import Customer, CustomerLoss
from models.kernel import clock
from models.kernel.actions import PROGRAM, Act, acting, action
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.shop.profile import trade


@action(Permission.EDIT_FILE)
def set_intent(act: Act, customer_id: int, level: str) -> None:
    """Say how soon a prospect will buy. Raises RuleError for a level the trade does not have."""
    if level not in [each.code for each in trade().intent_levels]:
        raise RuleError("Choose a level of intent.", field="intent")
    customer = standing(customer_id)
    Customer.update(intent=level, version=Customer.version + 1, changed_at=clock.now()).where(
        Customer.id == customer_id
    ).execute()
    act.on("customer", customer_id)
    act.note(changed={"intent": [customer.intent, level]})


@action(Permission.MANAGE_FILES)
def confirm_loss(act: Act, loss_id: int, remark: str = "") -> None:
    """Confirm that a prospect is lost. Raises RuleError where it has been decided."""
    loss = _open(loss_id)
    _decide(act, loss, Decision.GRANTED, remark)
    losing.set_stage(loss.customer_id, Stage.LOST)


@action(Permission.MANAGE_FILES)
def refuse_loss(act: Act, loss_id: int, remark: str) -> None:
    """Send a prospect back to work on. Raises RuleError at field ``remark`` without a reason."""
    if not remark:
        raise RuleError("Say why.", field="remark")
    _decide(act, _open(loss_id), Decision.REFUSED, remark)


@action(Permission.EDIT_FILE)
def wake_file(act: Act, customer_id: int) -> None:
    """Take a lost prospect up again before its day. Raises RuleError for one that is not lost."""
    if standing(customer_id).stage is not Stage.LOST:
        raise RuleError("This prospect is not lost.")
    _wake(act, customer_id)


def wake_files(day: date) -> list[Changes]:
    """Wake the lost files whose day has come, each for itself, by the program; owner or pool follow from C7."""
    woken = []
    for customer_id in losing.to_wake(day):
        with acting(PROGRAM, "customers.wake_file", None) as act:
            _wake(act, customer_id)
        woken.append(act.changes)
    return woken


def _wake(act: Act, customer_id: int) -> None:
    losing.set_stage(customer_id, Stage.CONTACTED)
    CustomerLoss.update(woken_at=clock.now()).where(
        CustomerLoss.customer == customer_id, CustomerLoss.woken_at.is_null()
    ).execute()
    act.on("customer", customer_id)


def _open(loss_id: int) -> CustomerLoss:
    loss = CustomerLoss.get_by_id(loss_id)
    if loss.decision is not Decision.OPEN:
        raise RuleError("This has been decided already.")
    standing(loss.customer_id)
    return loss


def _decide(act: Act, loss: CustomerLoss, decision: Decision, remark: str) -> None:
    CustomerLoss.update(
        decision=decision,
        decided_by=act.actor.id,
        decided_at=clock.now(),
        remark=remark,
        version=CustomerLoss.version + 1,
        changed_at=clock.now(),
    ).where(CustomerLoss.id == loss.id).execute()
    act.on("customer", loss.customer_id)
    act.note(decision=decision.value, reason=loss.reason)
