"""Taking money and reversing a mistake (S7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.kernel import clock, numbering, search, settings
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.pinyin import spellings
from models.sales.papers import PaymentMethod
from models.sales.standing import present_stages
from models.sales.states import PAYABLE_STATES
from models.sales.tables import Contract, Payment

RECEIPT_DIGITS = 6
CLOSED_THROUGH = "books_closed_through"
"""The setting that holds the last day whose books are closed, as ISO text."""


@dataclass(frozen=True)
class PaymentForm:
    """A payment as typed; amount in fen; ``received_on`` None for today.

    ``stage`` is the code of the stage it is said to be for, empty for the oldest open one first; ``again`` says that
    the same payment is meant to be taken a second time.
    """

    amount: int
    method: PaymentMethod
    payer: str
    reference: str = ""
    received_on: date | None = None
    note: str = ""
    stage: str = ""
    again: bool = False


@action(Permission.TAKE_PAYMENT)
def take_payment(act: Act, contract_id: int, form: PaymentForm) -> None:
    """Take money on a signed contract: it gets the next receipt number and settles the oldest open stage first, or
    the one it is said to be for (S7).

    Raises RuleError for an amount of nothing or too much, a missing payer, a day ahead, before the contract or in
    books that are closed, a contract not signed; at field ``again`` where the same payment stands there already.
    """
    contract = Contract.get_by_id(contract_id)
    if contract.state not in PAYABLE_STATES:
        raise RuleError("Money is taken on signed contracts; this one is “{state}”.", state=contract.state)
    if not 0 < form.amount <= LARGEST:
        raise RuleError("The amount must be more than zero.", field="amount")
    if not form.payer:
        raise RuleError("Type who paid.", field="payer")
    day = form.received_on or clock.today()
    check_day(day, contract)
    if form.stage and form.stage not in {stage.code for stage in present_stages([contract_id]).get(contract_id, [])}:
        raise RuleError("The plan of payments has no such stage.", field="stage")
    refuse_same(Payment, Payment.contract == contract_id, form, day)
    payment = Payment.create(
        number=next_receipt(),
        contract=contract,
        received_on=day,
        amount=form.amount,
        method=form.method,
        payer=form.payer,
        reference_number=form.reference,
        cashier=act.actor.id,
        note=form.note,
        stage=form.stage,
    )
    finish(act, payment, contract)


def check_day(day: date, contract: Contract, field: str = "received_on") -> None:
    """Raises RuleError at ``field`` for a day ahead, before the contract was signed, or in books that are closed."""
    if day > clock.today():
        raise RuleError("The day of payment cannot lie ahead.", field=field)
    if day < contract.signed_on:
        raise RuleError("The day of payment cannot lie before the contract was signed.", field=field)
    check_books(day, field)


def check_books(day: date, field: str = "received_on") -> None:
    """Raises RuleError at ``field`` for a day in books that are closed."""
    closed = settings.read(CLOSED_THROUGH, "")
    if day.isoformat() <= closed:
        raise RuleError("The books are closed up to {day}.", field=field, day=closed)


def refuse_same(table: Any, owed: Any, form: Any, day: date) -> None:
    """Refuse a payment entered before and not said to be meant twice, at ``again`` (RuleError).

    ``owed`` is the condition for the payments of the same contract or work order in ``table``.
    """
    if form.again:
        return
    reversed_ones = table.select(table.reverses).where(table.reverses.is_null(False))
    alike = table.select().where(
        owed, table.amount == form.amount, table.method == form.method, table.id.not_in(reversed_ones)
    )
    for before in alike.order_by(table.id):
        both = bool(form.reference and before.reference_number)
        if before.reference_number == form.reference if both else before.received_on == day:
            raise RuleError(
                "Receipt {number} of {day} is over the same amount. Take this payment as well?",
                field="again",
                number=before.number,
                day=before.received_on.isoformat(),
            )


def to_reverse(table: Any, payment_id: int, reason: str) -> Any:
    """The payment that may be undone by a counter-entry. Raises RuleError without a reason or for a second time."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    mistake = table.get_by_id(payment_id)
    if mistake.reverses_id:
        raise RuleError("A counter-entry cannot be reversed.")
    if table.select().where(table.reverses == payment_id).exists():
        raise RuleError("This receipt has already been reversed.")
    return mistake


@action(Permission.REVERSE_PAYMENT)
def reverse_payment(act: Act, payment_id: int, reason: str) -> None:
    """Undo a payment by a counter-entry with a receipt number of its own (S7). Raises RuleError for a second time."""
    mistake = to_reverse(Payment, payment_id, reason)
    payment = Payment.create(
        number=next_receipt(),
        contract=mistake.contract_id,
        amount=-mistake.amount,
        method=mistake.method,
        payer=mistake.payer,
        reference_number=mistake.reference_number,
        cashier=act.actor.id,
        reverses=mistake,
        note=reason,
        stage=mistake.stage,
    )
    finish(act, payment, payment.contract)
    act.note(reverses=mistake.number)


def next_receipt() -> str:
    """The next receipt number; money going out takes its numbers from the same series (S7)."""
    return numbering.next_number("SJ", clock.today().year, RECEIPT_DIGITS)


def finish(act: Act, payment: Payment, contract: Contract) -> None:
    """Make a payment findable and name it as the action's record."""
    search.index("payment", payment.id, search_fields(payment.number, payment.payer, contract.number))
    act.on("payment", payment.id)
    act.touch("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=payment.number, contract=contract.number, amount=payment.amount, method=payment.method.value)


def search_fields(number: str, payer: str, contract_number: str) -> list[str]:
    """What a payment is found by: its number, who paid with the sound of the name, the contract's number."""
    return [number, payer, *spellings(payer), contract_number]
