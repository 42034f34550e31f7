"""What screens read about quotes, contracts and money."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import peewee
from peewee import fn

from models.customers.rules import masked_phone, masked_text
from models.customers.tables import Customer
from models.kernel import clock, flow, money
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.sales import rules
from models.sales.contract_actions import contract_facts, decidable, missing, received
from models.sales.quote_actions import beyond_authority, is_own, priced, quote_facts
from models.sales.rules import REASONS, Reason, StageState
from models.sales.states import (
    CONTRACT_MOVES,
    DECIDES,
    PAYABLE_STATES,
    QUOTE_MOVES,
    SIGNED_STATES,
    ContractState,
    Decision,
    QuoteState,
)
from models.sales.tables import (
    Contract,
    ContractApproval,
    ContractLine,
    ContractParty,
    ContractStage,
    Line,
    Payment,
    Quote,
    QuoteLine,
)
from models.sales.views import (
    ApprovalRow,
    ContractRow,
    ContractView,
    DayFigures,
    DuePayment,
    LineRow,
    OpenApproval,
    PartyRow,
    PaymentRow,
    QuoteRow,
    QuoteView,
    StageRow,
)
from models.shop.profile import trade
from models.staff.tables import Staff

DUE_AHEAD = timedelta(days=3)
"""How long before its day a stage shows on Today."""


def quote_ids(
    *, mine: Actor | None = None, open_only: bool = False, order: str = "changed", descending: bool = True
) -> list[int]:
    """The newest edition of each quote; ``order`` is changed, number, customer or total."""
    query = Quote.select(Quote.id).join(Customer).where(Quote.state != QuoteState.SUPERSEDED)
    if mine:
        query = query.where(Quote.consultant == mine.id)
    if open_only:
        query = query.where(Quote.state.in_([QuoteState.DRAFT, QuoteState.OFFERED]))
    return _ordered(query, Quote, order, descending)


def _ordered(query: Any, table: type[Quote] | type[Contract], order: str, descending: bool) -> list[int]:
    columns = {"changed": table.changed_at, "number": table.number, "customer": Customer.name, "total": table.total}
    both = (columns[order], table.id)
    return [row[0] for row in query.order_by(*(each.desc() if descending else each.asc() for each in both)).tuples()]


def quote_rows(wanted: Sequence[int]) -> list[QuoteRow]:
    """Rows for these quotes, in their order."""
    found = {row.id: row for row in _quote_rows(Quote.id.in_(list(wanted)))}
    return [found[each] for each in wanted if each in found]


def quotes_of(customer_id: int) -> list[QuoteRow]:
    """A customer's quotes, every edition, newest first."""
    return _quote_rows(Quote.customer == customer_id)


def quote_view(actor: Actor, quote_id: int) -> QuoteView:
    """A quote as its page shows it to this person."""
    quote = Quote.get_by_id(quote_id)
    lines = list(QuoteLine.select().where(QuoteLine.quote == quote_id).order_by(QuoteLine.position))
    contract = Contract.get_or_none(Contract.quote == quote_id)
    return QuoteView(
        row=_quote_rows(Quote.id == quote_id)[0],
        version=quote.version,
        plan=quote.plan,
        valid_days=quote.valid_days,
        whole_discount=quote.whole_discount,
        needs=quote.needs,
        note=quote.note,
        lines=_line_rows(actor, lines),
        price=_price(lines, quote.whole_discount),
        editions=tuple(_quote_rows(Quote.number == quote.number)),
        actions=flow.available(QUOTE_MOVES, quote.state, actor, quote_facts(actor, quote)),
        beyond_authority=beyond_authority(actor, priced(lines), quote.whole_discount),
        contract_id=contract.id if contract else None,
    )


def contract_ids(
    states: Sequence[ContractState] = (),
    *,
    mine: Actor | None = None,
    order: str = "changed",
    descending: bool = True,
) -> list[int]:
    """Contracts in these states, or all; ``order`` is changed, number, customer or total."""
    query = Contract.select(Contract.id).join(Customer)
    if states:
        query = query.where(Contract.state.in_(list(states)))
    if mine:
        query = query.where(Contract.consultant == mine.id)
    return _ordered(query, Contract, order, descending)


def contract_rows(wanted: Sequence[int]) -> list[ContractRow]:
    """Rows for these contracts, in their order, with what was received and what is overdue."""
    found = {row.id: row for row in _contract_rows(Contract.id.in_(list(wanted)))}
    return [found[each] for each in wanted if each in found]


def contracts_of(customer_id: int) -> list[ContractRow]:
    """A customer's contracts, newest first."""
    return _contract_rows(Contract.customer == customer_id)


def contract_view(actor: Actor, contract_id: int) -> ContractView:
    """A contract as its page shows it to this person."""
    contract = Contract.get_by_id(contract_id)
    lines = list(ContractLine.select().where(ContractLine.contract == contract_id).order_by(ContractLine.position))
    stages = _stage_rows(contract_id, received(contract_id))
    return ContractView(
        row=_contract_rows(Contract.id == contract_id)[0],
        version=contract.version,
        quote_id=contract.quote_id,
        plan=contract.plan,
        whole_discount=contract.whole_discount,
        subject=json.loads(contract.subject),
        place=contract.place,
        reason=contract.reason,
        parties=_party_rows(actor, contract),
        lines=_line_rows(actor, lines),
        price=_price(lines, contract.whole_discount),
        stages=stages,
        approvals=_approval_rows(contract_id),
        payments=tuple(payments(contract_id)),
        missing=missing(contract),
        actions=flow.available(CONTRACT_MOVES, contract.state, actor, contract_facts(actor, contract)),
        next_amount=next((stage.amount - stage.paid for stage in stages if stage.state is not StageState.PAID), 0),
        may_take_payment=contract.state in PAYABLE_STATES and actor.may(Permission.TAKE_PAYMENT),
        may_decide=bool(decidable(actor, contract)),
    )


def payments(contract_id: int) -> list[PaymentRow]:
    """A contract's payments and counter-entries, oldest first."""
    return _payment_rows(Payment.contract == contract_id)


def payment(payment_id: int) -> PaymentRow:
    """One payment."""
    return _payment_rows(Payment.id == payment_id)[0]


def open_approvals(actor: Actor) -> list[OpenApproval]:
    """The approvals this person may decide, the longest waiting first."""
    steps = [step for step, roles in DECIDES.items() if roles & actor.roles]
    query = (
        ContractApproval.select()
        .join(Contract)
        .where(
            ContractApproval.decision == Decision.OPEN,
            ContractApproval.step.in_(steps),
            Contract.state == ContractState.SUBMITTED,
        )
        .order_by(ContractApproval.asked_at)
    )
    return [
        OpenApproval(
            *(each.contract_id, each.contract.number, each.contract.customer.name, each.contract.consultant.name),
            *(each.step, _because(each.because), each.contract.total, each.asked_at),
        )
        for each in query
        if decidable(actor, each.contract)
    ]


def due_payments(actor: Actor) -> list[DuePayment]:
    """Stages that are overdue or due within three days, the oldest first; a consultant sees their own contracts'."""
    latest = clock.today() + DUE_AHEAD
    due = ContractStage.select(ContractStage.contract).where(ContractStage.due_on <= latest)
    query = Contract.select().where(Contract.state.in_(list(PAYABLE_STATES)), Contract.id.in_(due))
    if not (actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)):
        query = query.where(Contract.consultant == actor.id)
    contracts = {contract.id: contract for contract in query}
    money_in = _received(contracts)
    answers = []
    for contract_id, stages in _stages_by_contract(contracts).items():
        contract = contracts[contract_id]
        for stage in _standing(stages, money_in.get(contract_id, 0)):
            if stage.due_on and stage.due_on <= latest and stage.paid < stage.amount:
                overdue = stage.state is StageState.OVERDUE
                answers.append(
                    DuePayment(
                        *(contract_id, contract.number, contract.customer.name, stage.name, stage.due_on),
                        *(stage.amount - stage.paid, overdue),
                    )
                )
    return sorted(answers, key=lambda each: (each.due_on, each.number))


def day_figures(day: date) -> DayFigures:
    """Contracts signed and money received on one day."""
    signed = Contract.select().where(Contract.signed_on == day, Contract.state.in_(list(SIGNED_STATES))).count()
    amount = Payment.select(fn.SUM(Payment.amount)).where(Payment.received_on == day).scalar()
    return DayFigures(signed, int(amount or 0))


def kind_and_id(number: str) -> tuple[str, int] | None:
    """Which record a document number belongs to, as (kind, id); the newest edition of a quote."""
    for kind, table in (("contract", Contract), ("payment", Payment), ("quote", Quote)):
        row = table.select(table.id).where(table.number == number).order_by(table.id.desc()).tuples().first()
        if row:
            return kind, row[0]
    return None


def _quote_rows(*conditions: object) -> list[QuoteRow]:
    query = (
        Quote.select(
            *(Quote.id, Quote.number, Quote.edition, Quote.customer_id, Customer.name, Customer.form_of_address),
            *(Staff.name, Quote.state, Quote.quoted_on, Quote.valid_days, Quote.total),
            Quote.created_at,
        )
        .join(Customer)
        .switch(Quote)
        .join(Staff)
        .where(*conditions)
        .order_by(Quote.changed_at.desc(), Quote.id.desc())
        .tuples()
    )
    today, answers = clock.today(), []
    for *head, state, day, valid_days, total, created_at in query:
        until = day + timedelta(days=valid_days)
        expired = until < today and state is QuoteState.OFFERED
        values: list[Any] = [*head, state, expired, day, until, total, created_at]
        answers.append(QuoteRow(*values))
    return answers


def _contract_rows(*conditions: object) -> list[ContractRow]:
    query = (
        Contract.select(
            *(Contract.id, Contract.number, Contract.customer_id, Customer.name, Staff.name, Contract.state),
            *(Contract.signed_on, Contract.total, Contract.created_at),
        )
        .join(Customer)
        .switch(Contract)
        .join(Staff)
        .where(*conditions)
        .order_by(Contract.changed_at.desc(), Contract.id.desc())
        .tuples()
    )
    found = list(query)
    money_in = _received([row[0] for row in found])
    stages = _stages_by_contract([row[0] for row in found if row[5] in PAYABLE_STATES])
    answers = []
    for row in found:
        paid = money_in.get(row[0], 0)
        standing = _standing(stages.get(row[0], []), paid)
        overdue = sum(each.amount - each.paid for each in standing if each.state is StageState.OVERDUE)
        values: list[Any] = [*row[:-1], paid, overdue, row[-1]]
        answers.append(ContractRow(*values))
    return answers


def _received(contracts: Any) -> dict[int, int]:
    query = Payment.select(Payment.contract_id, fn.SUM(Payment.amount)).where(Payment.contract.in_(list(contracts)))
    return {contract_id: int(amount) for contract_id, amount in query.group_by(Payment.contract_id).tuples()}


def _stages_by_contract(contracts: Any) -> dict[int, list[ContractStage]]:
    query = ContractStage.select().where(ContractStage.contract.in_(list(contracts)))
    stages: dict[int, list[ContractStage]] = {}
    for stage in query.order_by(ContractStage.contract, ContractStage.position):
        stages.setdefault(stage.contract_id, []).append(stage)
    return stages


def _stage_rows(contract_id: int, paid: int) -> tuple[StageRow, ...]:
    return tuple(_standing(_stages_by_contract([contract_id]).get(contract_id, []), paid))


def _standing(stages: Sequence[ContractStage], paid: int) -> list[StageRow]:
    standings = rules.standings([(stage.amount, stage.due_on) for stage in stages], paid, clock.today())
    return [
        StageRow(
            *(stage.position, pick(json.loads(stage.name)), pick(json.loads(stage.condition)), stage.share),
            *(stage.amount, stage.due_on, standing.paid, standing.state),
        )
        for stage, standing in zip(stages, standings, strict=True)
    ]


def _line_rows(actor: Actor, lines: Sequence[Line]) -> tuple[LineRow, ...]:
    sees_cost = actor.may(Permission.SEE_COST)
    return tuple(
        LineRow(
            *(e.position, e.item_id, e.category, e.name, e.spec, e.unit, e.quantity, e.unit_price, e.discount),
            *(money.line_amount(e.unit_price, e.quantity) - e.discount, e.cost if sees_cost else None),
        )
        for e in lines
    )


def _price(lines: Sequence[Line], whole_discount: int) -> rules.Price:
    return rules.price(priced(lines), whole_discount, [category.code for category in trade().categories])


def _party_rows(actor: Actor, contract: Contract) -> tuple[PartyRow, ...]:
    """The buyers; personal values are masked but for who works on, decides or cashes this contract (C11)."""
    query = ContractParty.select().where(ContractParty.contract == contract.id).order_by(ContractParty.position)
    rows = tuple(PartyRow(each.name, each.id_number, each.phone, each.address) for each in query)
    if is_own(actor, contract.consultant_id) or actor.may(Permission.APPROVE_CONTRACT):
        return rows
    return tuple(
        PartyRow(each.name, masked_text(each.id_number, 3, 2), masked_phone(each.phone), masked_text(each.address, 3))
        for each in rows
    )


def _approval_rows(contract_id: int) -> tuple[ApprovalRow, ...]:
    query = (
        ContractApproval.select(ContractApproval, Staff.name.alias("who"))
        .join(Staff, peewee.JOIN.LEFT_OUTER, on=(ContractApproval.decided_by == Staff.id))
        .where(ContractApproval.contract == contract_id)
        .order_by(ContractApproval.id)
        .objects()
    )
    return tuple(
        ApprovalRow(
            *(each.step, _because(each.because), each.decision, each.asked_at, each.who or ""),
            *(each.decided_at, each.reason),
        )
        for each in query
    )


def _because(code: str) -> str:
    return _(REASONS[Reason(code)])


def _payment_rows(*conditions: object) -> list[PaymentRow]:
    original, counter = Payment.alias(), Payment.alias()
    query = (
        Payment.select(
            *(Payment.id, Payment.number, Payment.contract_id, Contract.number, Payment.received_on, Payment.amount),
            *(Payment.method, Payment.payer, Staff.name, original.number, counter.number, Payment.note),
        )
        .join(Contract)
        .switch(Payment)
        .join(Staff)
        .join(original, peewee.JOIN.LEFT_OUTER, on=(Payment.reverses == original.id))
        .join(counter, peewee.JOIN.LEFT_OUTER, on=(counter.reverses == Payment.id))
        .where(*conditions)
        .order_by(Payment.id)
        .tuples()
    )
    found: list[list[Any]] = [["" if each is None else each for each in row] for row in query]
    return [PaymentRow(*row) for row in found]
