"""What is done with contracts: application, approval, signing, cancelling (S6)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec

from models.customers.actions import advance
from models.customers.kinds import Stage
from models.customers.tables import Customer
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.i18n import LANGUAGES, _, pick
from models.kernel.permissions import Actor, Permission
from models.sales import approvals, deducting, reserving, rules, signatures
from models.sales.contract_draft import (
    ContractForm,
    check,
    checked_subject,
    checked_total,
    copy_lines,
    party_from,
    subject_from,
    write_lines,
    write_parties,
    write_stages,
)
from models.sales.contract_searching import make_findable
from models.sales.paper_facts import contract_paper
from models.sales.quote_actions import is_own, priced, set_state
from models.sales.signatures import Signature
from models.sales.states import (
    CONTRACT_MOVES,
    ContractAction,
    ContractFacts,
    ContractState,
    QuoteAction,
    QuoteState,
    refuse_colleagues,
)
from models.sales.tables import Contract, ContractLine, ContractParty, Payment, Quote
from models.shop.profile import profile, trade
from models.trades.template import Trade


@action(Permission.APPLY_CONTRACT)
def draft_contract(act: Act, quote_id: int) -> None:
    """Make a contract from a quote the customer accepts: its goods, prices and plan are copied.

    Raises RuleError where the quote has expired, has no lines, or is beyond this person's authority.
    """
    quote = Quote.get_by_id(quote_id)
    if quote.state is QuoteState.DRAFT:
        set_state(act, quote, QuoteAction.OFFER)
    set_state(act, quote, QuoteAction.ACCEPT)
    contract = Contract.create(
        number=numbering.next_number("HT", clock.today().year),
        quote=quote,
        customer=quote.customer_id,
        consultant=quote.consultant_id,
        plan=quote.plan,
        whole_discount=quote.whole_discount,
        total=quote.total,
        subject=json.dumps(subject_from(quote), ensure_ascii=False),
        place=profile().address[:60],
    )
    copy_lines(quote, contract)
    _begin(act, contract, quote.customer)
    act.note(quote=quote.number)


@action(Permission.APPLY_CONTRACT)
def start_contract(act: Act, customer_id: int) -> None:
    """Begin an empty contract, without a quote (S6): its goods are typed on it."""
    customer = Customer.get_by_id(customer_id)
    contract = Contract.create(
        number=numbering.next_number("HT", clock.today().year),
        customer=customer,
        consultant=act.actor.id,
        plan=trade().payment_plans[0].code,
        total=0,
        subject="{}",
        place=profile().address[:60],
    )
    _begin(act, contract, customer)


def _begin(act: Act, contract: Contract, customer: Customer) -> None:
    write_parties(contract, (party_from(customer),))
    write_stages(contract)
    make_findable(contract)
    act.on("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=contract.number, total=contract.total)


@action(Permission.APPLY_CONTRACT)
def fill_contract(act: Act, contract_id: int, version: int, form: ContractForm) -> None:
    """Fill in a draft. Raises RuleError at the field that is wrong, IllegalMove once it is submitted, StaleEdit."""
    contract = Contract.get_by_id(contract_id)
    if contract.state is not ContractState.DRAFT:
        raise RuleError("A contract is only changed while it is a draft.")
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    check(form)
    subject = checked_subject(form.subject)
    reserving.check_typed_facts(contract, subject)
    values = {
        "subject": json.dumps(subject, ensure_ascii=False, sort_keys=True),
        "plan": form.plan or contract.plan,
        "place": form.place,
        "clauses": form.clauses,
    }
    if form.lines is not None:
        if contract.quote_id:
            raise RuleError("The goods come from the quote. Make a new version of it.", field="lines")
        values["total"] = checked_total(act.actor, form.lines, form.whole_discount)
        values["whole_discount"] = form.whole_discount
    changed = save_edit(contract, version, values)
    if form.lines is not None:
        write_lines(contract, form.lines)
        reserving.forget_choices(contract_id)
    write_parties(contract, form.parties)
    write_stages(contract)
    make_findable(contract)
    act.on("contract", contract_id)
    act.note(number=contract.number, changed=sorted(changed))


@action(Permission.APPLY_CONTRACT)
def submit_contract(act: Act, contract_id: int) -> None:
    """Apply for approval; the steps it must pass are worked out now (S6). Raises RuleError naming what is missing."""
    contract = Contract.get_by_id(contract_id)
    set_contract_state(act, contract, ContractAction.SUBMIT)
    template = trade()
    lines = priced(ContractLine.select().where(ContractLine.contract == contract_id))
    steps = rules.approvals_needed(
        lines, contract.whole_discount, contract.total, template.countersign_above, template.discount_limits
    )
    approvals.ask(act, contract, steps)


@action(Permission.APPROVE_CONTRACT)
def approve_contract(act: Act, contract_id: int, note: str = "") -> None:
    """Grant the first open step that is this person's to grant; with the last one the contract is approved (S6).

    Raises NotAllowed for a step of another role, and for one's own application unless one is the owner.
    """
    contract = Contract.get_by_id(contract_id)
    if approvals.grant(act, contract, note):
        set_contract_state(act, contract, ContractAction.APPROVE)
    else:
        act.on("contract", contract_id)
        act.touch("customer", contract.customer_id)


@action(Permission.APPROVE_CONTRACT)
def return_contract(act: Act, contract_id: int, reason: str) -> None:
    """Send a contract back to its draft, with a reason; all approvals are asked for anew."""
    contract = Contract.get_by_id(contract_id)
    approvals.send_back(act, contract, reason)
    contract.reason = reason
    set_contract_state(act, contract, ContractAction.RETURN)
    act.note(reason=reason)


@action(Permission.SIGN_CONTRACT)
def sign_contract(
    act: Act, contract_id: int, signed_on: date | None = None, signed_by: tuple[Signature, ...] = ()
) -> None:
    """Sign: goods, price, plan of payments, dates, clauses and parties freeze as they are (S6).

    ``signed_on`` defaults to today and cannot lie ahead; ``signed_by`` are signatures drawn on the screen or scans.
    Raises RuleError naming what is missing.
    """
    contract = Contract.get_by_id(contract_id)
    contract.signed_on = checked_day(contract.created_at, signed_on)
    set_contract_state(act, contract, ContractAction.SIGN)
    reserving.reserve(act, contract)
    write_stages(contract)
    papers = {language: contract_paper(contract_id, language) for language in LANGUAGES}
    Contract.update(frozen=zlib.compress(msgspec.json.encode(papers))).where(Contract.id == contract_id).execute()
    signatures.keep(act, contract, signed_by)
    advance(act, contract.customer_id, Stage.ORDERED)
    act.note(total=contract.total)


@action(Permission.SIGN_CONTRACT)
def file_signed_copy(act: Act, contract_id: int, scan: Signature) -> None:
    """Put the scan or photo of a contract signed by hand beside it. Raises RuleError before it is signed."""
    contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    if not contract.frozen:
        raise RuleError("This contract is not signed yet.")
    signatures.keep(act, contract, (scan,))
    act.on("contract", contract_id)
    act.note(number=contract.number)


def checked_day(begun: datetime, signed_on: date | None) -> date:
    """The day of signing, today unless told. Raises RuleError where it lies ahead, or before it was ``begun``."""
    day = signed_on or clock.today()
    if day > clock.today():
        raise RuleError("The day of signing cannot lie ahead.", field="signed_on")
    if day < clock.local(begun).date():
        raise RuleError("The day of signing cannot lie before the contract was drawn up.", field="signed_on")
    return day


@action(Permission.CANCEL_CONTRACT)
def cancel_contract(act: Act, contract_id: int, reason: str) -> None:
    """Cancel a contract before it is signed; after that it takes a cancellation. Raises RuleError without a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    contract = Contract.get_by_id(contract_id)
    contract.reason = reason
    approvals.drop(contract)
    set_contract_state(act, contract, ContractAction.CANCEL)
    reserving.release(act, contract, reason)
    act.note(reason=reason)


def contract_facts(actor: Actor, contract: Contract) -> ContractFacts:
    """What the guards of a contract ask, for this person."""
    own = is_own(actor, contract.consultant_id)
    return ContractFacts(missing(contract), tuple(approvals.open_steps(contract)), own, undeductible(contract))


def undeductible(contract: Contract) -> RuleError | None:
    """Why a trade-in may not be deducted as the contract does, None where it may (S5)."""
    lines = ContractLine.select().where(ContractLine.contract == contract.id, ContractLine.appraisal_id.is_null(False))
    return deducting.doubt(contract.customer_id, lines, contract.id)


def received(contract_id: int) -> int:
    """Fen received on a contract, counter-entries and refunds taken off."""
    return sum(row[0] for row in Payment.select(Payment.amount).where(Payment.contract == contract_id).tuples())


def missing(contract: Contract) -> dict[str, str]:
    """What must still be filled in before a contract can be submitted: field and name in the screen's language."""
    parties = ContractParty.select(ContractParty.name).where(ContractParty.contract == contract.id).tuples()
    goods = ContractLine.select().where(ContractLine.contract == contract.id).exists()
    return still_missing(trade(), json.loads(contract.subject), [row[0] for row in parties], goods)


def still_missing(template: Trade, subject: Mapping[str, str], buyers: Sequence[str], goods: bool) -> dict[str, str]:
    """The same of a contract that is read already: its facts, its buyers' names, whether it has goods."""
    required = {f.code: pick(f.name) for f in template.contract.subject_fields if f.required}
    gaps = rules.missing_facts(required, subject)
    buyer = {} if all(buyers) else {"parties.0.name": _("Buyer")}
    lines = {} if goods else {"lines": _("Goods and services")}
    return {**buyer, **{f"subject.{code}": name for code, name in gaps.items()}, **lines}


def set_contract_state(act: Act, contract: Contract, what: ContractAction) -> None:
    """Move a contract on inside an action. Raises IllegalMove, NotAllowed, or what the guard says."""
    state = move(CONTRACT_MOVES, contract.state, what, act.actor, contract_facts(act.actor, contract))
    save_edit(contract, contract.version, {"state": state})
    act.on("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=contract.number, state=state.value)
