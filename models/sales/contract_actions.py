"""What is done with contracts: application, approval, signing, cancelling (S6)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from models.customers.actions import advance
from models.customers.kinds import Stage
from models.customers.rules import checked_phone
from models.customers.tables import Customer, CustomerPhone
from models.kernel import audit, clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.flow import move
from models.kernel.i18n import LANGUAGES, _, pick
from models.kernel.money import quantity_text
from models.kernel.parsing import parse_date, parse_quantity
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.pinyin import spellings
from models.kernel.tables import insert_rows, limited
from models.kernel.text import folded, narrow, one_line
from models.sales import rules
from models.sales.paper_facts import contract_paper
from models.sales.quote_actions import is_own, priced, set_state
from models.sales.states import (
    CONTRACT_MOVES,
    DECIDES,
    ApprovalStep,
    ContractAction,
    ContractFacts,
    ContractState,
    Decision,
    QuoteAction,
    QuoteState,
    refuse_colleagues,
)
from models.sales.tables import (
    Contract,
    ContractApproval,
    ContractLine,
    ContractParty,
    ContractStage,
    Payment,
    Quote,
    QuoteLine,
)
from models.shop.profile import profile, trade
from models.trades.rules import plan_stages
from models.trades.template import FieldKind

VIN_LENGTH = 17
_LONGEST_FACT = 200


@dataclass(frozen=True)
class PartyForm:
    """A name on the buyer's side."""

    name: str
    id_number: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class ContractForm:
    """What is filled in on a contract's draft; ``subject`` holds the trade's subject fields by code."""

    parties: tuple[PartyForm, ...]
    subject: Mapping[str, str]
    plan: str = ""
    place: str = ""


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
        subject=json.dumps(_subject_from(quote), ensure_ascii=False),
        place=profile().address[:60],
    )
    _copy_lines(quote, contract)
    _write_parties(contract, (_party_from(quote.customer),))
    _write_stages(contract)
    _make_findable(contract)
    act.on("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=contract.number, total=contract.total, quote=quote.number)


@action(Permission.APPLY_CONTRACT)
def fill_contract(act: Act, contract_id: int, version: int, form: ContractForm) -> None:
    """Fill in a draft. Raises RuleError at the field that is wrong, IllegalMove once it is submitted, StaleEdit."""
    contract = Contract.get_by_id(contract_id)
    if contract.state is not ContractState.DRAFT:
        raise RuleError("A contract is only changed while it is a draft.")
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    _check(form)
    subject = _checked_subject(form.subject)
    changed = save_edit(
        contract,
        version,
        {
            "subject": json.dumps(subject, ensure_ascii=False, sort_keys=True),
            "plan": form.plan or contract.plan,
            "place": form.place,
        },
    )
    ContractParty.delete().where(ContractParty.contract == contract_id).execute()
    _write_parties(contract, form.parties)
    ContractStage.delete().where(ContractStage.contract == contract_id).execute()
    _write_stages(contract)
    _make_findable(contract)
    act.on("contract", contract_id)
    act.note(number=contract.number, changed=sorted(changed))


@action(Permission.APPLY_CONTRACT)
def submit_contract(act: Act, contract_id: int) -> None:
    """Apply for approval; the steps it must pass are worked out now (S6). Raises RuleError naming what is missing."""
    contract = Contract.get_by_id(contract_id)
    _move(act, contract, ContractAction.SUBMIT)
    template = trade()
    lines = priced(ContractLine.select().where(ContractLine.contract == contract_id))
    steps = rules.approvals_needed(
        lines, contract.whole_discount, contract.total, template.countersign_above, template.discount_limits
    )
    for step, because in steps:
        ContractApproval.create(contract=contract, step=step, because=because.value)


@action(Permission.APPROVE_CONTRACT)
def approve_contract(act: Act, contract_id: int, note: str = "") -> None:
    """Grant the first open step that is this person's to grant; with the last one the contract is approved (S6).

    Raises NotAllowed for a step of another role, and for one's own application unless one is the owner.
    """
    contract = Contract.get_by_id(contract_id)
    approval = _open_step_for(act, contract)
    _decide(act, approval, Decision.GRANTED, note)
    act.note(step=approval.step.value, note=note)
    if _open_steps(contract_id):
        act.on("contract", contract_id)
        act.touch("customer", contract.customer_id)
    else:
        _move(act, contract, ContractAction.APPROVE)


@action(Permission.APPROVE_CONTRACT)
def return_contract(act: Act, contract_id: int, reason: str) -> None:
    """Send a contract back to its draft, with a reason; all approvals are asked for anew."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    contract = Contract.get_by_id(contract_id)
    if contract.state is ContractState.SUBMITTED:
        _decide(act, _open_step_for(act, contract), Decision.RETURNED, reason)
    ContractApproval.update(decision=Decision.RETURNED).where(
        ContractApproval.contract == contract_id, ContractApproval.decision != Decision.RETURNED
    ).execute()
    contract.reason = reason
    _move(act, contract, ContractAction.RETURN)
    act.note(reason=reason)


@action(Permission.SIGN_CONTRACT)
def sign_contract(act: Act, contract_id: int, signed_on: date | None = None) -> None:
    """Sign: goods, price, plan of payments, dates, clauses and parties freeze as they are (S6).

    ``signed_on`` defaults to today and cannot lie ahead. Raises RuleError naming what is missing.
    """
    contract = Contract.get_by_id(contract_id)
    contract.signed_on = signed_on or clock.today()
    if contract.signed_on > clock.today():
        raise RuleError("The day of signing cannot lie ahead.", field="signed_on")
    if contract.signed_on < clock.local(contract.created_at).date():
        raise RuleError("The day of signing cannot lie before the contract was drawn up.", field="signed_on")
    ContractStage.delete().where(ContractStage.contract == contract_id).execute()
    _move(act, contract, ContractAction.SIGN)
    _write_stages(contract)
    papers = {language: contract_paper(contract_id, language) for language in LANGUAGES}
    Contract.update(frozen=zlib.compress(msgspec.json.encode(papers))).where(Contract.id == contract_id).execute()
    advance(act, contract.customer_id, Stage.ORDERED)
    act.note(total=contract.total)


@action(Permission.CANCEL_CONTRACT)
def cancel_contract(act: Act, contract_id: int, reason: str) -> None:
    """Cancel a contract on which no money is held. Raises RuleError without a reason, or while money is held."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    contract = Contract.get_by_id(contract_id)
    contract.reason = reason
    ContractApproval.update(decision=Decision.RETURNED).where(
        ContractApproval.contract == contract_id, ContractApproval.decision == Decision.OPEN
    ).execute()
    _move(act, contract, ContractAction.CANCEL)
    act.note(reason=reason)


def contract_facts(actor: Actor, contract: Contract) -> ContractFacts:
    """What the guards of a contract ask, for this person."""
    own = is_own(actor, contract.consultant_id)
    return ContractFacts(missing(contract), tuple(_open_steps(contract.id)), received(contract.id), own)


def received(contract_id: int) -> int:
    """Fen received on a contract, counter-entries taken off."""
    return sum(row[0] for row in Payment.select(Payment.amount).where(Payment.contract == contract_id).tuples())


def missing(contract: Contract) -> dict[str, str]:
    """What must still be filled in before a contract can be submitted: field and name in the screen's language."""
    required = {f.code: pick(f.name) for f in trade().contract.subject_fields if f.required}
    gaps = rules.missing_facts(required, json.loads(contract.subject))
    nameless = ContractParty.select().where(ContractParty.contract == contract.id, ContractParty.name == "")
    buyer = {"parties.0.name": _("Buyer")} if nameless.exists() else {}
    return {**buyer, **{f"subject.{code}": name for code, name in gaps.items()}}


def _move(act: Act, contract: Contract, what: ContractAction) -> None:
    state = move(CONTRACT_MOVES, contract.state, what, act.actor, contract_facts(act.actor, contract))
    save_edit(contract, contract.version, {"state": state})
    act.on("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=contract.number, state=state.value)


def _open_steps(contract_id: int) -> list[ApprovalStep]:
    query = ContractApproval.select().where(
        ContractApproval.contract == contract_id, ContractApproval.decision == Decision.OPEN
    )
    return [row.step for row in query.order_by(ContractApproval.id)]


def decidable(actor: Actor, contract: Contract) -> list[ContractApproval]:
    """The open steps this person may decide; what they sold or applied for only as the owner."""
    if contract.state is not ContractState.SUBMITTED:
        return []
    applied = audit.last_by("sales.submit_contract", "contract", contract.id)
    if actor.id in (contract.consultant_id, applied) and Role.OWNER not in actor.roles:
        return []
    query = ContractApproval.select().where(
        ContractApproval.contract == contract.id, ContractApproval.decision == Decision.OPEN
    )
    return [row for row in query.order_by(ContractApproval.id) if DECIDES[row.step] & actor.roles]


def _open_step_for(act: Act, contract: Contract) -> ContractApproval:
    if contract.state is not ContractState.SUBMITTED:
        raise IllegalMove("No approval is open on this contract.")
    steps = decidable(act.actor, contract)
    if not steps:
        raise NotAllowed("This approval is for another person.")
    return steps[0]


def _decide(act: Act, approval: ContractApproval, decision: Decision, reason: str) -> None:
    approval.decision, approval.reason = decision, reason
    approval.decided_by, approval.decided_at = act.actor.id, clock.now()
    approval.save()


def _check(form: ContractForm) -> None:
    if not 1 <= len(form.parties) <= 2:
        raise RuleError("A contract has one or two buyers.", field="parties")
    for position, party in enumerate(form.parties):
        if not party.name:
            raise RuleError("Type a name.", field=f"parties.{position}.name")
        if party.phone:
            checked_phone(party.phone, f"parties.{position}.phone")
        for each in (ContractParty.name, ContractParty.id_number, ContractParty.phone, ContractParty.address):
            limited(one_line(getattr(party, each.name)), each.limit, f"parties.{position}.{each.name}")
    template = trade()
    if form.plan and form.plan not in {plan.code for plan in template.payment_plans}:
        raise RuleError("Choose a plan of payments.", field="plan")


def _checked_subject(typed: Mapping[str, str]) -> dict[str, str]:
    """The facts of the subject that the trade knows, days as ISO text. Raises RuleError at ``subject.CODE``."""
    facts = {}
    for fact in trade().contract.subject_fields:
        where, value = f"subject.{fact.code}", one_line(typed.get(fact.code, ""))
        if value and fact.kind is FieldKind.VIN:
            value = _checked_vin(value, where)
        elif value and fact.kind is FieldKind.DATE:
            value = parse_date(value, where).isoformat()
        elif value and fact.kind is FieldKind.NUMBER:
            value = quantity_text(parse_quantity(value, where))
        facts[fact.code] = limited(value, _LONGEST_FACT, where)
    return facts


def _checked_vin(value: str, field: str) -> str:
    """The VIN in capitals without blanks or dashes. Raises RuleError for what is none (S3)."""
    vin = folded(narrow(value))
    if len(vin) != VIN_LENGTH:
        raise RuleError(
            "A VIN has {length} characters; this has {count}.", field=field, length=VIN_LENGTH, count=len(vin)
        )
    if set(vin) & set("ioq") or not vin.isascii():
        raise RuleError("A VIN has no I, O or Q.", field=field)
    return vin.upper()


def _subject_from(quote: Quote) -> dict[str, str]:
    """Facts of the subject that the quote already tells: the trade's first field gets the first line's name."""
    first = QuoteLine.select().where(QuoteLine.quote == quote.id).order_by(QuoteLine.position).first()
    codes = [field.code for field in trade().contract.subject_fields]
    facts = {"model": first.name, "quantity": "1"}
    return {code: value for code, value in facts.items() if code in codes}


def _party_from(customer: Customer) -> PartyForm:
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == customer.id, CustomerPhone.position == 0)
    return PartyForm(customer.name, customer.id_number, phone.number if phone else "", customer.address)


def _copy_lines(quote: Quote, contract: Contract) -> None:
    lines = QuoteLine.select().where(QuoteLine.quote == quote.id).order_by(QuoteLine.position)
    names = [name for name in QuoteLine._meta.fields if name not in ("id", "quote", "item")]
    insert_rows(
        ContractLine,
        [{**{name: getattr(e, name) for name in names}, "item": e.item_id, "contract": contract.id} for e in lines],
    )


def _write_parties(contract: Contract, parties: tuple[PartyForm, ...]) -> None:
    for position, party in enumerate(parties, 1):
        ContractParty.create(
            contract=contract,
            position=position,
            name=party.name,
            id_number=party.id_number,
            phone=party.phone,
            address=party.address,
        )


def _write_stages(contract: Contract) -> None:
    """The stages of the contract's plan, with the days known so far; they sum to the total exactly (S7)."""
    template = trade()
    plan = next(plan for plan in template.payment_plans if plan.code == contract.plan)
    subject = json.loads(contract.subject)
    dates = {
        field.event: date.fromisoformat(subject[field.code])
        for field in template.contract.subject_fields
        if field.event and subject.get(field.code)
    }
    stages = plan_stages(plan, contract.total, contract.signed_on or clock.today(), dates)
    for position, stage in enumerate(stages):
        ContractStage.create(
            contract=contract,
            position=position,
            code=stage.code,
            name=json.dumps(stage.name, ensure_ascii=False),
            condition=json.dumps(stage.condition, ensure_ascii=False),
            share=stage.share,
            amount=stage.amount,
            due_on=stage.due,
        )


def _make_findable(contract: Contract) -> None:
    parties = ContractParty.select().where(ContractParty.contract == contract.id).order_by(ContractParty.position)
    names = [party.name for party in parties]
    search.index("contract", contract.id, search_fields(contract.number, names, json.loads(contract.subject)))


def search_fields(number: str, names: Sequence[str], subject: Mapping[str, str]) -> list[str]:
    """What a contract is found by: its number, the buyers' names with their sound, the facts of its subject."""
    sounds = [sound for name in names for sound in spellings(name)]
    return [number, *names, *sounds, *(value for value in subject.values() if value)]
