"""Every action on contracts and what follows them, once, by somebody who may: for the matrix of roles."""

from __future__ import annotations

from models.sales import amendment_actions as amending
from models.sales import cancellation_actions as cancelling
from models.sales import contract_actions as contracts
from models.sales.cancellation_actions import CancellationForm, RefundForm
from models.sales.exception_actions import EntryForm, ExceptionForm, add_to_exception, log_exception
from models.sales.papers import PaymentMethod
from models.sales.signatures import Signature
from models.sales.supplement_lists import amendment_view, cancellation_view
from models.sales.supplement_states import EntryKind, ExceptionKind, Fault, SignedHow
from tests.models.sales.lives import added, amended, approve_cancellation_fully, cheaper, drafted, pay
from tests.models.shops import Shop, signed_contract


def follow_contracts(shop: Shop, customer_id: int) -> None:
    """Amendments returned, withdrawn and signed; a cancellation with its refund; an exception."""
    contracts.start_contract(shop.consultant, customer_id)
    contract_id = signed_contract(shop, customer_id=customer_id)
    contracts.file_signed_copy(shop.consultant, contract_id, Signature("x", b"%PDF-1.7", SignedHow.SCAN))
    pay(shop, contract_id, 100)
    first = drafted(shop, contract_id)
    amending.save_amendment(shop.consultant, first, amendment_view(shop.owner, first).version, added())
    amending.submit_amendment(shop.consultant, first)
    amending.return_amendment(shop.manager, first, "x")
    amending.withdraw_amendment(shop.consultant, first, "x")
    amended(shop, contract_id, cheaper(1))
    _call_off(shop, contract_id)
    exception = log_exception(shop.reception, ExceptionForm(ExceptionKind.MISSED, "x", contract_id)).id
    add_to_exception(shop.reception, exception, EntryForm(EntryKind.NOTE, "x"))


def _call_off(shop: Shop, contract_id: int) -> None:
    form = CancellationForm(Fault.STORE, "x")
    given_up = cancelling.draft_cancellation(shop.consultant, contract_id, form).id
    cancelling.withdraw_cancellation(shop.consultant, given_up, "x")
    cancellation_id = cancelling.draft_cancellation(shop.consultant, contract_id, form).id
    version = cancellation_view(shop.owner, cancellation_id).version
    cancelling.save_cancellation(shop.consultant, cancellation_id, version, form)
    cancelling.submit_cancellation(shop.consultant, cancellation_id)
    cancelling.return_cancellation(shop.manager, cancellation_id, "x")
    cancelling.submit_cancellation(shop.consultant, cancellation_id)
    approve_cancellation_fully(shop, cancellation_id)
    cancelling.sign_cancellation(shop.consultant, cancellation_id)
    cancelling.pay_refund(shop.cashier, cancellation_id, RefundForm(100, PaymentMethod.CASH, "x"))
