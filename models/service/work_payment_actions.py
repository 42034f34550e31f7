"""Money on work orders: taken before the work and at the settlement, a mistake reversed (S7, W9, W13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kernel import clock, money
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import check_books, next_receipt, refuse_same, to_reverse
from models.service import standing
from models.service.findable import make_findable
from models.service.kinds import EventKind
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder, WorkPayment
from models.service.writing import log, on


@dataclass(frozen=True)
class WorkPaymentForm:
    """A payment as typed, like one on a contract: ``again`` says that the same is meant to be taken a second time."""

    amount: int
    method: PaymentMethod
    payer: str
    reference: str = ""
    received_on: date | None = None
    note: str = ""
    again: bool = False


@action(Permission.TAKE_PAYMENT)
def take_work_payment(act: Act, order_id: int, form: WorkPaymentForm) -> None:
    """Take money on an order; it gets the next receipt number of the store (S7).

    Raises RuleError for an amount of nothing or too much, a missing payer, a day ahead, before the order or in books
    that are closed, an order cancelled; at ``note`` for more than is open without a word about it, at ``again`` where
    the same payment stands there already.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state is WorkOrderState.CANCELLED:
        raise RuleError("This order is cancelled.")
    if not 0 < form.amount <= LARGEST:
        raise RuleError("The amount must be more than zero.", field="amount")
    if not form.payer:
        raise RuleError("Type who paid.", field="payer")
    day = form.received_on or clock.today()
    _check_day(day, order)
    beyond = form.amount - max(payable(order), 0)
    if beyond > 0 and not form.note:
        text = "This is {amount} more than is open. Say in the note why."
        raise RuleError(text, field="note", amount=money.plain(beyond))
    refuse_same(WorkPayment, WorkPayment.order == order.id, form, day)
    payment = WorkPayment.create(
        number=next_receipt(),
        order=order,
        received_on=day,
        amount=form.amount,
        method=form.method,
        payer=form.payer,
        reference_number=form.reference,
        note=form.note,
        cashier=act.actor.id,
    )
    _finish(act, order, payment, EventKind.PAID)


def payable(order: WorkOrder) -> int:
    """What may still be paid without a word, in fen: the settlement's rest, before it that of what is authorised."""
    settled = standing.settlement_of(order)
    most = settled.total if settled else order.survey_fee if order.authorised is None else order.authorised
    return int(most) - standing.paid_of(order)


def _check_day(day: date, order: WorkOrder) -> None:
    if day > clock.today():
        raise RuleError("The day of payment cannot lie ahead.", field="received_on")
    if day < clock.local(order.created_at).date():
        raise RuleError("The day of payment cannot lie before the order was opened.", field="received_on")
    check_books(day)


@action(Permission.REVERSE_PAYMENT)
def reverse_work_payment(act: Act, payment_id: int, reason: str) -> None:
    """Undo a payment by a counter-entry with a receipt number of its own (S7). Raises RuleError for a second time."""
    mistake = to_reverse(WorkPayment, payment_id, reason)
    payment = WorkPayment.create(
        number=next_receipt(),
        order=mistake.order_id,
        amount=-mistake.amount,
        method=mistake.method,
        payer=mistake.payer,
        reference_number=mistake.reference_number,
        note=reason,
        cashier=act.actor.id,
        reverses=mistake,
    )
    _finish(act, payment.order, payment, EventKind.REVERSED)
    act.note(reverses=mistake.number)


def _finish(act: Act, order: WorkOrder, payment: WorkPayment, kind: EventKind) -> None:
    log(act, order, kind, payment.number, amount=payment.amount)
    make_findable(order)
    on(act, order)
    act.on("work_payment", payment.id)
    act.note(number=payment.number, order=order.number, amount=payment.amount, method=payment.method.value)
