"""Cancelling a signed contract: the refund worked out by rule, approved, signed, paid out (S6)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date

import msgspec
import peewee

from models.kernel import clock, money, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES
from models.kernel.permissions import Actor, Permission
from models.sales import approvals, reserving, signatures, supplements
from models.sales.contract_actions import checked_day, received, set_contract_state
from models.sales.contract_searching import make_findable
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import check_day, finish, next_receipt
from models.sales.plan_rules import proposed_refund
from models.sales.rules import Reason
from models.sales.signatures import Signature
from models.sales.standing import present_stages, received_by_stage, settled
from models.sales.states import ApprovalStep, ContractAction, ContractState
from models.sales.supplement_facts import cancellation_paper
from models.sales.supplement_states import Fault, SupplementAction, SupplementFacts, SupplementState
from models.sales.tables import Cancellation, Contract, Payment
from models.shop.profile import trade

CANCELLABLE_STATES = (ContractState.SIGNED, ContractState.IN_DELIVERY)
"""The states in which a signed contract can still be cancelled: any before delivered (S6)."""

FORFEITED = {Fault.CUSTOMER: 100_00, Fault.BOTH: 50_00, Fault.STORE: 0, Fault.NOBODY: 0}
"""What share of the deposit the store keeps, in hundredths of a percent, by whose fault it is (S6)."""


@dataclass(frozen=True)
class CancellationForm:
    """A cancellation as typed; ``refund`` in fen, None for the one proposed; ``because`` says why it is another."""

    fault: Fault
    reason: str
    refund: int | None = None
    because: str = ""


@dataclass(frozen=True)
class Settlement:
    """What a cancellation would settle, in fen: money received, of it deposits, and the refund the rule proposes."""

    received: int
    deposit: int
    proposed: int


@dataclass(frozen=True)
class RefundForm:
    """A refund as typed; amount in fen; ``paid_on`` None for today."""

    amount: int
    method: PaymentMethod
    payee: str
    reference: str = ""
    paid_on: date | None = None
    note: str = ""


def settlement(contract_id: int, fault: Fault) -> Settlement:
    """What the rule makes of the money received: whose fault it is says what of the deposit is forfeited (S6)."""
    stages = present_stages([contract_id]).get(contract_id, [])
    money_in = received_by_stage([contract_id])[contract_id]
    paid = settled(stages, money_in)
    deposit = sum(part for stage, part in zip(stages, paid, strict=True) if stage.deposit)
    in_all = max(sum(money_in.values()), 0)
    return Settlement(in_all, deposit, proposed_refund(in_all, deposit, forfeited=FORFEITED[fault]))


@action(Permission.APPLY_CONTRACT)
def draft_cancellation(act: Act, contract_id: int, form: CancellationForm) -> None:
    """Begin the cancellation of a signed contract. Raises RuleError at the field that is wrong."""
    contract = supplements.contract_to_change(act, contract_id, CANCELLABLE_STATES)
    cancellation = Cancellation.create(
        number=numbering.next_number("JC", clock.today().year),
        contract=contract,
        drafted_by=act.actor.id,
        **_values(contract_id, form),
    )
    make_findable(contract)
    supplements.touch(act, cancellation)
    act.note(received=cancellation.received, refund=cancellation.refund)


@action(Permission.APPLY_CONTRACT)
def save_cancellation(act: Act, cancellation_id: int, version: int, form: CancellationForm) -> None:
    """Change a draft; the refund is worked out anew. Raises RuleError at the field that is wrong, StaleEdit."""
    cancellation = supplements.draft_to_fill(act, Cancellation, cancellation_id)
    changed = save_edit(cancellation, version, _values(cancellation.contract_id, form))
    supplements.touch(act, cancellation)
    act.note(changed=sorted(changed), refund=cancellation.refund)


@action(Permission.APPLY_CONTRACT)
def submit_cancellation(act: Act, cancellation_id: int) -> None:
    """Apply for approval: the manager's, and the owner's where more goes back than the manager may give (S6)."""
    cancellation = Cancellation.get_by_id(cancellation_id)
    facts = cancellation_facts(act.actor, cancellation)
    supplements.set_state(act, cancellation, SupplementAction.SUBMIT, facts)
    steps = [(ApprovalStep.MANAGER, Reason.SUPPLEMENT)]
    if cancellation.refund > trade().owner_refunds_above:
        steps.append((ApprovalStep.OWNER, Reason.LARGE_REFUND))
    approvals.ask(act, cancellation, steps)


@action(Permission.APPROVE_CONTRACT)
def approve_cancellation(act: Act, cancellation_id: int, note: str = "") -> None:
    """Grant the first open step that is this person's. Raises NotAllowed for one's own, IllegalMove."""
    cancellation = Cancellation.get_by_id(cancellation_id)
    supplements.approve(act, cancellation, cancellation_facts(act.actor, cancellation), note)


@action(Permission.APPROVE_CONTRACT)
def return_cancellation(act: Act, cancellation_id: int, reason: str) -> None:
    """Send it back to its draft, with a reason."""
    supplements.give_back(act, Cancellation.get_by_id(cancellation_id), reason)


@action(Permission.APPLY_CONTRACT)
def withdraw_cancellation(act: Act, cancellation_id: int, reason: str) -> None:
    """Take it back before it is signed: the contract goes on."""
    supplements.withdraw(act, Cancellation.get_by_id(cancellation_id), reason)


@action(Permission.SIGN_CONTRACT)
def sign_cancellation(
    act: Act, cancellation_id: int, signed_on: date | None = None, signed_by: tuple[Signature, ...] = ()
) -> None:
    """Sign: the contract is cancelled; the refund may be paid out (S6).

    Raises RuleError where money came in or went out since the refund was worked out.
    """
    cancellation = Cancellation.get_by_id(cancellation_id)
    contract = cancellation.contract
    cancellation.signed_on = checked_day(cancellation.created_at, signed_on)
    facts = cancellation_facts(act.actor, cancellation)
    supplements.set_state(act, cancellation, SupplementAction.SIGN, facts)
    papers = {language: cancellation_paper(cancellation_id, language) for language in LANGUAGES}
    frozen = zlib.compress(msgspec.json.encode(papers))
    Cancellation.update(frozen=frozen).where(Cancellation.id == cancellation_id).execute()
    contract.reason = cancellation.reason
    set_contract_state(act, contract, ContractAction.CALL_OFF)
    reserving.release(act, contract, cancellation.number)
    supplements.touch(act, cancellation)
    signatures.keep(act, cancellation, signed_by)
    act.note(refund=cancellation.refund)


@action(Permission.PAY_REFUND)
def pay_refund(act: Act, cancellation_id: int, form: RefundForm) -> None:
    """Pay money back on a signed cancellation: a counter movement with a receipt number of its own (S6, S7).

    Raises RuleError for more than is still to be refunded, a missing payee, or a day ahead.
    """
    cancellation = Cancellation.get_by_id(cancellation_id)
    contract: Contract = cancellation.contract
    if cancellation.state is not SupplementState.SIGNED:
        raise RuleError("Money is only given back on a signed cancellation.")
    if form.amount <= 0:
        raise RuleError("The amount must be more than zero.", field="amount")
    if form.amount > still_to_refund(cancellation):
        raise RuleError("This is more than is still to be refunded.", field="amount")
    if not form.payee:
        raise RuleError("Type who gets the money.", field="payee")
    day = form.paid_on or clock.today()
    check_day(day, contract, "paid_on")
    if day < cancellation.signed_on:
        raise RuleError("The day of the refund cannot lie before the cancellation was signed.", field="paid_on")
    payment = Payment.create(
        number=next_receipt(),
        contract=contract,
        received_on=day,
        amount=-form.amount,
        method=form.method,
        payer=form.payee,
        reference_number=form.reference,
        cashier=act.actor.id,
        note=form.note,
        cancellation=cancellation,
    )
    finish(act, payment, contract)
    act.touch("cancellation", cancellation.id)
    act.note(refund_of=cancellation.number)


def refunded(cancellation: Cancellation) -> int:
    """What has been paid out on it, in fen; what was reversed does not count."""
    counter = Payment.alias()
    query = (
        Payment.select(Payment.amount)
        .join(counter, peewee.JOIN.LEFT_OUTER, on=(counter.reverses == Payment.id))
        .where(Payment.cancellation == cancellation.id, Payment.reverses.is_null(), counter.id.is_null())
    )
    return -sum(row[0] for row in query.tuples())


def still_to_refund(cancellation: Cancellation) -> int:
    """What is still to be paid out, in fen."""
    return int(cancellation.refund) - refunded(cancellation)


def cancellation_facts(actor: Actor, cancellation: Cancellation) -> SupplementFacts:
    """What the guards of a cancellation ask, for this person."""
    blocked = None
    open_yet = cancellation.state not in (SupplementState.SIGNED, SupplementState.WITHDRAWN)
    if open_yet and max(received(cancellation.contract_id), 0) != cancellation.received:
        blocked = RuleError("Money came in or went out since the refund was worked out. Work it out anew.")
    return supplements.facts_of(actor, cancellation, blocked)


def _values(contract_id: int, form: CancellationForm) -> dict[str, object]:
    if not form.reason:
        raise RuleError("Give a reason.", field="reason")
    sums = settlement(contract_id, form.fault)
    refund = sums.proposed if form.refund is None else form.refund
    if not 0 <= refund <= sums.received:
        raise RuleError(
            "Not more than the {received} received can be refunded.",
            field="refund",
            received=money.plain(sums.received),
        )
    if refund != sums.proposed and not form.because:
        raise RuleError("Say why the refund is not the one the rule proposes.", field="because")
    return {
        **{"fault": form.fault, "reason": form.reason, "refund": refund},
        **{"received": sums.received, "deposit": sums.deposit, "proposed": sums.proposed},
        "because": form.because if refund != sums.proposed else "",
    }
