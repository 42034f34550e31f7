"""What is done with amendments: lines more or less, other prices, other days, approved and signed (S6, S7)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES
from models.kernel.money import LARGEST
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import insert_rows
from models.sales import amendments, approvals, reserving, rules, signatures, supplements
from models.sales.contract_actions import checked_day
from models.sales.contract_draft import checked_subject, stored_lines
from models.sales.contract_searching import make_findable
from models.sales.plan_rules import PresentStage
from models.sales.quote_actions import priced
from models.sales.quote_forms import LineForm, check_line
from models.sales.signatures import Signature
from models.sales.standing import Standing, StandingLine, present_total
from models.sales.states import AMENDABLE_STATES, ApprovalStep
from models.sales.supplement_facts import amendment_paper
from models.sales.supplement_states import SupplementAction, SupplementFacts
from models.sales.tables import AmendedStage, Amendment, AmendmentLine, Contract, ContractLine
from models.shop.profile import trade


@dataclass(frozen=True)
class ChangedLine:
    """What becomes of a line that stands: its position, and quantity, price and discount after; 0 takes it off."""

    position: int
    quantity: int
    unit_price: int
    discount: int = 0


@dataclass(frozen=True)
class AmendmentForm:
    """An amendment as typed; ``subject`` holds the facts that change, ``whole_discount`` None leaves it."""

    reason: str
    changed: tuple[ChangedLine, ...] = ()
    added: tuple[LineForm, ...] = ()
    whole_discount: int | None = None
    subject: Mapping[str, str] = field(default_factory=dict)


@action(Permission.APPLY_CONTRACT)
def draft_amendment(act: Act, contract_id: int, form: AmendmentForm) -> None:
    """Begin an amendment of a signed contract, numbered within it. Raises RuleError at the field that is wrong."""
    contract = supplements.contract_to_change(act, contract_id, AMENDABLE_STATES)
    no = Amendment.select().where(Amendment.contract == contract_id).count() + 1
    amendment = Amendment.create(
        number=f"{contract.number}-{no:02d}",
        contract=contract,
        no=no,
        drafted_by=act.actor.id,
        total=present_total(contract),
    )
    _fill(act, amendment, amendment.version, form)


@action(Permission.APPLY_CONTRACT)
def save_amendment(act: Act, amendment_id: int, version: int, form: AmendmentForm) -> None:
    """Change a draft. Raises RuleError at the field that is wrong, StaleEdit."""
    _fill(act, supplements.draft_to_fill(act, Amendment, amendment_id), version, form)


@action(Permission.APPLY_CONTRACT)
def submit_amendment(act: Act, amendment_id: int) -> None:
    """Apply for approval of what the contract comes to with it: discounts, cost and total count as a contract's do.

    Raises RuleError where it changes nothing or gives no reason.
    """
    amendment = Amendment.get_by_id(amendment_id)
    supplements.set_state(act, amendment, SupplementAction.SUBMIT, amendment_facts(act.actor, amendment))
    approvals.ask(act, amendment, _steps(amendment))


@action(Permission.APPROVE_CONTRACT)
def approve_amendment(act: Act, amendment_id: int, note: str = "") -> None:
    """Grant the first open step that is this person's. Raises NotAllowed for one's own, IllegalMove."""
    amendment = Amendment.get_by_id(amendment_id)
    supplements.approve(act, amendment, amendment_facts(act.actor, amendment), note)


@action(Permission.APPROVE_CONTRACT)
def return_amendment(act: Act, amendment_id: int, reason: str) -> None:
    """Send it back to its draft, with a reason."""
    supplements.give_back(act, Amendment.get_by_id(amendment_id), reason)


@action(Permission.APPLY_CONTRACT)
def withdraw_amendment(act: Act, amendment_id: int, reason: str) -> None:
    """Take it back before it is signed."""
    supplements.withdraw(act, Amendment.get_by_id(amendment_id), reason)


@action(Permission.SIGN_CONTRACT)
def sign_amendment(
    act: Act, amendment_id: int, signed_on: date | None = None, signed_by: tuple[Signature, ...] = ()
) -> None:
    """Sign: the contract comes to its new total, and its open stages move so that they sum to it (S6, S7)."""
    amendment = Amendment.get_by_id(amendment_id)
    contract = amendment.contract
    amendment.signed_on = checked_day(amendment.created_at, signed_on)
    supplements.set_state(act, amendment, SupplementAction.SIGN, amendment_facts(act.actor, amendment))
    stages = amendments.planned_stages(amendment)
    insert_rows(AmendedStage, [_stage_row(stage, amendment.no) for stage in stages])
    papers = {language: amendment_paper(amendment.id, language) for language in LANGUAGES}
    Amendment.update(frozen=zlib.compress(msgspec.json.encode(papers))).where(Amendment.id == amendment_id).execute()
    amended = {"amendment_no": amendment.no, "amended": contract.amended + amendment.change}
    save_edit(contract, contract.version, amended)
    reserving.follow_amendment(act, contract)
    signatures.keep(act, amendment, signed_by)
    act.note(change=amendment.change, total=amendment.total)


def amendment_facts(actor: Actor, amendment: Amendment) -> SupplementFacts:
    """What the guards of an amendment ask, for this person."""
    return supplements.facts_of(actor, amendment, _blocked(amendment))


def _blocked(amendment: Amendment) -> RuleError | None:
    if not amendment.reason:
        return RuleError("Give a reason.", field="reason")
    same_discount = amendment.whole_discount == amendments.before(amendment).whole_discount
    if same_discount and amendment.subject == "{}" and not amendments.own_lines(amendment):
        return RuleError("The amendment changes nothing yet.", field="lines")
    return None


def _steps(amendment: Amendment) -> list[tuple[ApprovalStep, rules.Reason]]:
    """What a contract over the result would have to pass; the first step is every supplement's."""
    template, result = trade(), amendments.after(amendment)
    steps = rules.approvals_needed(
        *(priced(result.lines), result.whole_discount, amendment.total),
        *(template.countersign_above, template.discount_limits),
    )
    return [(step, rules.Reason.SUPPLEMENT if why is rules.Reason.ALWAYS else why) for step, why in steps]


def _fill(act: Act, amendment: Amendment, version: int, form: AmendmentForm) -> None:
    base = amendments.before(amendment)
    _check_lines(act.actor, base, form)
    subject = _changed_facts(base, form.subject)
    AmendmentLine.delete().where(AmendmentLine.amendment == amendment.id).execute()
    rows = [*_changed_rows(base, form.changed), *_added_rows(amendment.contract, form.added)]
    if rows:
        insert_rows(AmendmentLine, [{"amendment": amendment.id, **row} for row in rows])
    whole = base.whole_discount if form.whole_discount is None else form.whole_discount
    amendment.whole_discount = whole
    total = _total(amendments.after(amendment).lines, whole, base)
    values = {
        **{"reason": form.reason, "subject": json.dumps(subject, ensure_ascii=False, sort_keys=True)},
        **{"total": total, "change": total - present_total(amendment.contract)},
    }
    changed = save_edit(amendment, version, values)
    supplements.touch(act, amendment)
    make_findable(amendment.contract)
    act.note(change=amendment.change, changed=sorted(changed))


def _total(lines: Sequence[StandingLine], whole_discount: int, base: Standing) -> int:
    """What the contract comes to after it; an error names the row as the page has it."""
    try:
        codes = [category.code for category in trade().categories]
        return rules.price(priced(lines), whole_discount, codes).total
    except RuleError as error:
        raise RuleError(error.template, field=_row_of(error.field, lines, base), **error.parameters) from error


def _row_of(field: str | None, lines: Sequence[StandingLine], base: Standing) -> str | None:
    """``lines.N.…`` of what is left as the row it has on the page: what stood before comes first, then what is new."""
    parts = (field or "").split(".")
    if len(parts) != 3:
        return field
    stood = [line.position for line in base.lines]
    order = [*stood, *(line.position for line in lines if line.position not in stood)]
    return f"lines.{order.index(lines[int(parts[1])].position)}.{parts[2]}"


def _check_lines(actor: Actor, base: Standing, form: AmendmentForm) -> None:
    rows = {line.position: row for row, line in enumerate(base.lines)}
    stood = {line.position: line for line in base.lines}
    for each in form.changed:
        if each.position not in rows:
            raise RuleError("The contract has no such line.", field="lines")
        where = f"lines.{rows[each.position]}"
        if not 0 <= each.quantity <= LARGEST_QUANTITY:
            raise RuleError("The quantity cannot be negative.", field=f"{where}.quantity")
        if abs(each.unit_price) > LARGEST:
            raise RuleError("The amount is too large.", field=f"{where}.unit_price")
        if each.unit_price < 0 <= stood[each.position].unit_price:
            raise RuleError("The amount cannot be negative.", field=f"{where}.unit_price")
    kinds = {category.code: category.kind for category in trade().categories}
    for place, line in enumerate(form.added, len(rows)):
        check_line(actor, line, f"lines.{place}", kinds)


def _changed_rows(base: Standing, changed: Sequence[ChangedLine]) -> list[dict[str, object]]:
    """The lines that differ after it, as they will stand; what is taken off keeps its price."""
    stood = {line.position: line for line in base.lines}
    names = [name for name in AmendmentLine._meta.fields if name not in ("id", "amendment", "item")]
    rows = []
    for each in changed:
        line = stood[each.position]
        now = (each.quantity, each.unit_price, each.discount) if each.quantity else (0, line.unit_price, 0)
        if now != (line.quantity, line.unit_price, line.discount):
            values = dict(zip(("quantity", "unit_price", "discount"), now, strict=True))
            rows.append({**{name: getattr(line, name) for name in names}, "item": line.item_id, **values})
    return rows


def _added_rows(contract: Contract, added: Sequence[LineForm]) -> list[dict[str, object]]:
    query = AmendmentLine.select(AmendmentLine.position).join(Amendment).where(Amendment.contract == contract.id)
    own = ContractLine.select(ContractLine.position).where(ContractLine.contract == contract.id)
    first = max([row[0] for row in (*query.tuples(), *own.tuples())], default=-1) + 1
    known = list(ContractLine.select().where(ContractLine.contract == contract.id))
    rows = stored_lines(added, known)
    for row in rows:
        del row["appraisal_id"]
    return [{**row, "position": first + place} for place, row in enumerate(rows)]


def _changed_facts(base: Standing, typed: Mapping[str, str]) -> dict[str, str]:
    facts = checked_subject(typed, tuple(typed))
    return {code: value for code, value in facts.items() if value != base.subject.get(code, "")}


def _stage_row(stage: PresentStage, no: int) -> dict[str, object]:
    return {
        **{name: getattr(stage, name) for name in PresentStage.__slots__ if name != "contract_id"},
        "contract": stage.contract_id,
        "amendment_no": no,
    }
