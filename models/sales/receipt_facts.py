"""The facts of receipts: of payments, counter-entries and refunds, with where the contract stands right after (S7)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from models.kernel.i18n import pick, translator
from models.papers.facts import PaperKind
from models.sales import rules
from models.sales.paper_facts import first_phone
from models.sales.papers import ReceiptPaper
from models.sales.plan_rules import PresentStage
from models.sales.standing import amendment_at, stages_after
from models.sales.tables import Contract, ContractParty, Payment
from models.shop.paper_look import paper_head


def receipt_paper(payment_id: int, language: str) -> ReceiptPaper:
    """What the receipt of a payment says, with the contract's standing right after it (S7)."""
    payment = Payment.get_by_id(payment_id)
    contract: Contract = payment.contract
    so_far = Payment.select(Payment.amount).where(Payment.contract == contract.id, Payment.id <= payment_id).tuples()
    no, total = amendment_at(contract, payment.created_at)
    amount, paid, reason = payment.amount, sum(row[0] for row in so_far), payment.note
    refund_of = payment.cancellation.number if payment.cancellation_id else ""
    if refund_of:
        amount, total, paid = -payment.amount, payment.cancellation.refund, _refunded(payment)
    elif not payment.reverses_id:
        reason = _reason(payment, stages_after(contract, no), language)
    return ReceiptPaper(
        store=paper_head(PaperKind.RECEIPT),
        number=payment.number,
        received_on=payment.received_on,
        payer=payment.payer,
        payer_phone=_payer_phone(contract),
        contract_number=contract.number,
        reason=reason,
        amount=amount,
        method=payment.method,
        reference=payment.reference_number,
        contract_total=total,
        paid_so_far=paid,
        still_open=total - paid,
        cashier=payment.cashier.name,
        consultant=contract.consultant.name,
        reverses=payment.reverses.number if payment.reverses_id else "",
        refund_of=refund_of,
    )


def _refunded(payment: Payment) -> int:
    """What was paid out on the cancellation up to this refund, in fen; what was reversed by then does not count."""
    query = Payment.select(Payment.amount).where(
        Payment.contract == payment.contract_id,
        Payment.id <= payment.id,
        Payment.cancellation == payment.cancellation_id,
    )
    back = Payment.alias()
    reversed_ones = (
        Payment.select(Payment.amount)
        .join(back, on=(back.reverses == Payment.id))
        .where(Payment.cancellation == payment.cancellation_id, back.id <= payment.id)
    )
    return sum(row[0] for row in reversed_ones.tuples()) - sum(row[0] for row in query.tuples())


def _reason(payment: Payment, stages: Sequence[PresentStage], language: str) -> str:
    """Which stages this payment settles: the one it is said to be for, else the oldest open one first."""
    _ = translator(language)
    before, after = (_settled(payment, stages, with_it) for with_it in (False, True))
    named = [
        pick(json.loads(stage.name), language)
        for stage, was, now in zip(stages, before, after, strict=True)
        if now > was
    ]
    return _(", ").join(named) if named else _("Credit")


def _settled(payment: Payment, stages: Sequence[PresentStage], with_it: bool) -> list[int]:
    """What was settled of each stage right before or right after a payment."""
    until = Payment.id <= payment.id if with_it else Payment.id < payment.id
    rows = Payment.select(Payment.stage, Payment.amount).where(Payment.contract == payment.contract_id, until).tuples()
    money_in = list(rows)
    said = [sum(amount for code, amount in money_in if code == stage.code) for stage in stages]
    return rules.settled([stage.amount for stage in stages], sum(amount for _code, amount in money_in), said)


def _payer_phone(contract: Contract) -> str:
    party = ContractParty.get(ContractParty.contract == contract.id, ContractParty.position == 1)
    return party.phone or first_phone(contract.customer_id)
