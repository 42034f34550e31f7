"""A contract's draft: what is typed on it, checked, and written with its buyers, goods and stages (S6, S7)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.catalog.kinds import OptionKind
from models.customers.marks import checked_vin
from models.customers.rules import checked_phone
from models.customers.tables import Customer, CustomerPhone
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.money import quantity_text
from models.kernel.parsing import parse_date, parse_quantity
from models.kernel.permissions import Actor
from models.kernel.tables import insert_rows, limited
from models.kernel.text import one_line
from models.sales import rules
from models.sales.quote_forms import LineForm, check_line, described, line_rows, picked
from models.sales.tables import Contract, ContractLine, ContractParty, ContractStage, Line, Quote, QuoteLine
from models.shop.profile import trade
from models.trades.rules import plan_stages
from models.trades.template import DueEvent, FieldKind

_LONGEST_FACT = 200
_LONGEST_CLAUSES = 8000


@dataclass(frozen=True)
class PartyForm:
    """A name on the buyer's side."""

    name: str
    id_number: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class ContractForm:
    """What is filled in on a contract's draft; ``subject`` holds the trade's subject fields by code.

    ``clauses`` are the store's own for this contract, one a line, printed as typed. ``lines`` and ``whole_discount``
    are only for a contract without a quote; None leaves its goods as they are.
    """

    parties: tuple[PartyForm, ...]
    subject: Mapping[str, str]
    plan: str = ""
    place: str = ""
    clauses: str = ""
    lines: tuple[LineForm, ...] | None = None
    whole_discount: int = 0


def check(form: ContractForm) -> None:
    """Raises RuleError at the field of the buyers, the plan or the clauses that is wrong."""
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
    limited(form.clauses, _LONGEST_CLAUSES, "clauses")


def checked_subject(typed: Mapping[str, str], only: Sequence[str] | None = None) -> dict[str, str]:
    """The facts of the subject that the trade knows, or ``only`` those with these codes; days as ISO text.

    Raises RuleError at ``subject.CODE``.
    """
    facts = {}
    for fact in trade().contract.subject_fields:
        if only is not None and fact.code not in only:
            continue
        where, value = f"subject.{fact.code}", one_line(typed.get(fact.code, ""))
        if value and fact.kind is FieldKind.VIN:
            value = checked_vin(value, where)
        elif value and fact.kind is FieldKind.DATE:
            value = parse_date(value, where).isoformat()
        elif value and fact.kind is FieldKind.NUMBER:
            value = quantity_text(parse_quantity(value, where))
        facts[fact.code] = limited(value, _LONGEST_FACT, where)
    return facts


def subject_from(quote: Quote) -> dict[str, str]:
    """Facts of the subject that the quote already tells: the first line's name and colour, how many, the delivery."""
    first = QuoteLine.select().where(QuoteLine.quote == quote.id).order_by(QuoteLine.position).first()
    colours = [each.name for each in picked(first.options) if each.kind is OptionKind.COLOUR]
    facts = {
        "model": first.name,
        "quantity": quantity_text(first.quantity),
        "colour": "".join(colours),
        "delivery_date": quote.expected_on.isoformat() if quote.expected_on else "",
    }
    codes = [field.code for field in trade().contract.subject_fields]
    return {code: value for code, value in facts.items() if value and code in codes}


def party_from(customer: Customer) -> PartyForm:
    """The customer as the buyer."""
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == customer.id, CustomerPhone.position == 0)
    return PartyForm(customer.name, customer.id_number, phone.number if phone else "", customer.address)


def write_parties(contract: Contract, parties: Sequence[PartyForm]) -> None:
    """Put these buyers in the place of those that stand there."""
    ContractParty.delete().where(ContractParty.contract == contract.id).execute()
    for position, party in enumerate(parties, 1):
        ContractParty.create(
            contract=contract,
            position=position,
            name=party.name,
            id_number=party.id_number,
            phone=party.phone,
            address=party.address,
        )


def copy_lines(quote: Quote, contract: Contract) -> None:
    """Put the goods of the quote into the contract."""
    insert_rows(ContractLine, [{**each, "contract": contract.id} for each in goods_of(quote)])


def goods_of(quote: Quote) -> list[dict[str, Any]]:
    """The goods of the quote as they are, with what was picked of them in their specification."""
    lines = QuoteLine.select().where(QuoteLine.quote == quote.id).order_by(QuoteLine.position)
    names = [name for name in ContractLine._meta.fields if name not in ("id", "contract", "item")]
    return [
        {
            **{name: getattr(e, name) for name in names},
            **{"item": e.item_id, "spec": described(e.spec, picked(e.options))},
        }
        for e in lines
    ]


def checked_total(actor: Actor, lines: Sequence[LineForm], whole_discount: int) -> int:
    """What typed goods come to, in fen. Raises RuleError at the line and field that is wrong."""
    kinds = {category.code: category.kind for category in trade().categories}
    for position, line in enumerate(lines):
        check_line(actor, line, f"lines.{position}", kinds)
    priced = [rules.PricedLine(e.category, e.quantity, e.unit_price, e.discount) for e in lines]
    return rules.price(priced, whole_discount, list(kinds)).total


def write_lines(contract: Contract, lines: Sequence[LineForm]) -> None:
    """Put these goods in the place of those that stand there."""
    before = list(ContractLine.select().where(ContractLine.contract == contract.id))
    ContractLine.delete().where(ContractLine.contract == contract.id).execute()
    rows = stored_lines(lines, before)
    if rows:
        insert_rows(ContractLine, [{"contract": contract.id, **row} for row in rows])


def stored_lines(lines: Sequence[LineForm], before: Sequence[Line]) -> list[dict[str, Any]]:
    """What contracts and amendments store of typed lines; a line of one's own keeps the cost it had ``before``."""
    costs = {(line.category, line.name): line.cost for line in before if not line.item_id}
    rows = []
    for row in line_rows(lines, costs):
        options, _stock = row.pop("options"), row.pop("stock")
        rows.append({**row, "spec": described(row["spec"], picked(options))})
    return rows


def write_stages(contract: Contract) -> None:
    """Put the stages of the contract's plan in the place of those that stand there."""
    ContractStage.delete().where(ContractStage.contract == contract.id).execute()
    for stage in planned_stages(contract):
        stage.save()


def planned_stages(contract: Contract) -> list[ContractStage]:
    """The stages of the contract's plan, with the days known so far; they sum to the total exactly (S7)."""
    template = trade()
    plan = next(plan for plan in template.payment_plans if plan.code == contract.plan)
    dates = event_days(json.loads(contract.subject))
    stages = plan_stages(plan, contract.total, contract.signed_on or clock.today(), dates)
    return [
        ContractStage(
            contract=contract,
            position=position,
            code=stage.code,
            name=json.dumps(stage.name, ensure_ascii=False),
            condition=json.dumps(stage.condition, ensure_ascii=False),
            share=stage.share,
            amount=stage.amount,
            due_on=stage.due,
            event=planned.due.event.value,
            days=planned.due.days,
            deposit=stage.deposit,
        )
        for position, (stage, planned) in enumerate(zip(stages, plan.stages, strict=True))
    ]


def event_days(subject: Mapping[str, str]) -> dict[DueEvent, date]:
    """The days of the events that the facts of a subject tell."""
    return {
        field.event: date.fromisoformat(subject[field.code])
        for field in trade().contract.subject_fields
        if field.event and subject.get(field.code)
    }
