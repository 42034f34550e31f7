"""Taking money and reversing a mistake (S7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kernel import clock, numbering, search
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.pinyin import spellings
from models.sales.papers import PaymentMethod
from models.sales.states import PAYABLE_STATES
from models.sales.tables import Contract, Payment

RECEIPT_DIGITS = 6


@dataclass(frozen=True)
class PaymentForm:
    """A payment as typed; amount in fen; ``received_on`` None for today."""

    amount: int
    method: PaymentMethod
    payer: str
    reference: str = ""
    received_on: date | None = None
    note: str = ""


@action(Permission.TAKE_PAYMENT)
def take_payment(act: Act, contract_id: int, form: PaymentForm) -> None:
    """Take money on a signed contract: it gets the next receipt number and settles the oldest open stage first (S7).

    Raises RuleError for an amount of nothing or too much, a missing payer, a day ahead, or a contract not signed.
    """
    contract = Contract.get_by_id(contract_id)
    if contract.state not in PAYABLE_STATES:
        raise RuleError("Money is taken on signed contracts; this one is “{state}”.", state=contract.state)
    if not 0 < form.amount <= LARGEST:
        raise RuleError("The amount must be more than zero.", field="amount")
    if not form.payer:
        raise RuleError("Type who paid.", field="payer")
    day = form.received_on or clock.today()
    if day > clock.today():
        raise RuleError("The day of payment cannot lie ahead.", field="received_on")
    payment = Payment.create(
        number=_next_receipt(),
        contract=contract,
        received_on=day,
        amount=form.amount,
        method=form.method,
        payer=form.payer,
        reference_number=form.reference,
        cashier=act.actor.id,
        note=form.note,
    )
    _finish(act, payment, contract)


@action(Permission.REVERSE_PAYMENT)
def reverse_payment(act: Act, payment_id: int, reason: str) -> None:
    """Undo a payment by a counter-entry with a receipt number of its own (S7). Raises RuleError for a second time."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    mistake = Payment.get_by_id(payment_id)
    if mistake.reverses_id:
        raise RuleError("A counter-entry cannot be reversed.")
    if Payment.select().where(Payment.reverses == payment_id).exists():
        raise RuleError("This receipt has already been reversed.")
    payment = Payment.create(
        number=_next_receipt(),
        contract=mistake.contract_id,
        amount=-mistake.amount,
        method=mistake.method,
        payer=mistake.payer,
        reference_number=mistake.reference_number,
        cashier=act.actor.id,
        reverses=mistake,
        note=reason,
    )
    _finish(act, payment, payment.contract)
    act.note(reverses=mistake.number)


def _next_receipt() -> str:
    return numbering.next_number("SJ", clock.today().year, RECEIPT_DIGITS)


def _finish(act: Act, payment: Payment, contract: Contract) -> None:
    search.index("payment", payment.id, search_fields(payment.number, payment.payer, contract.number))
    act.on("payment", payment.id)
    act.touch("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=payment.number, contract=contract.number, amount=payment.amount, method=payment.method.value)


def search_fields(number: str, payer: str, contract_number: str) -> list[str]:
    """What a payment is found by: its number, who paid with the sound of the name, the contract's number."""
    return [number, payer, *spellings(payer), contract_number]
