"""What screens read about quotes, contracts and money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models.customers.tables import Customer
from models.kernel import clock, flow
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.sales import rules
from models.sales.approvals import WAITING, Asking, asking_of, may_decide
from models.sales.contract_reading import contract_view as contract_view
from models.sales.contract_reading import overdue_of, stage_rows
from models.sales.payment_lists import payment as payment
from models.sales.payment_lists import payments as payments
from models.sales.quote_actions import priced, quote_facts
from models.sales.quote_approval_actions import why_approval
from models.sales.quote_lists import approval_rows, offers_of, quote_line_rows, ready_on, waiting_quotes
from models.sales.rules import REASONS, Reason, StageState
from models.sales.standing import present_stages, received_by_stage
from models.sales.states import (
    DECIDES,
    PAYABLE_STATES,
    QUOTE_MOVES,
    SIGNED_STATES,
    ContractState,
    Decision,
    QuoteState,
)
from models.sales.tables import (
    AmendedStage,
    Amendment,
    Cancellation,
    Contract,
    ContractApproval,
    ContractException,
    ContractStage,
    Line,
    Payment,
    Quote,
    QuoteLine,
)
from models.sales.views import (
    ContractRow,
    DuePayment,
    OpenApproval,
    QuoteRow,
    QuoteView,
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
    columns = {"changed": table.changed_at, "number": table.number, "customer": Customer.name, "total": _total(table)}
    both = (columns[order], table.id)
    return [row[0] for row in query.order_by(*(each.desc() if descending else each.asc() for each in both)).tuples()]


def _total(table: type[Quote] | type[Contract]) -> Any:
    return table.total + table.amended if table is Contract else table.total


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
    rows = quote_line_rows(actor, lines)
    contract = Contract.get_or_none(Contract.quote == quote_id)
    facts = quote_facts(actor, quote)
    return QuoteView(
        row=_quote_rows(Quote.id == quote_id)[0],
        version=quote.version,
        plan=quote.plan,
        valid_days=quote.valid_days,
        whole_discount=quote.whole_discount,
        needs=quote.needs,
        note=quote.note,
        lines=rows,
        price=_price(lines, quote.whole_discount),
        editions=tuple(_quote_rows(Quote.number == quote.number)),
        actions=flow.available(QUOTE_MOVES, quote.state, actor, facts),
        beyond_authority=facts.blocked_by,
        undeductible=facts.undeductible,
        contract_id=contract.id if contract else None,
        offers=offers_of(quote_id),
        approvals=approval_rows(quote_id),
        whys=why_approval(actor, quote) if facts.blocked_by else (),
        expected_on=quote.expected_on,
        ready_on=ready_on([row.stock for row in rows], quote.quoted_on),
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


def open_approvals(actor: Actor) -> list[OpenApproval]:
    """The approvals this person may decide, the longest waiting first."""
    steps = [step for step, roles in DECIDES.items() if roles & actor.roles]
    query = ContractApproval.select().where(
        ContractApproval.decision == Decision.OPEN, ContractApproval.step.in_(steps)
    )
    waiting = [(each, asking_of(each)) for each in query.order_by(ContractApproval.asked_at)]
    found = [
        _open_approval(each, asking)
        for each, asking in waiting
        if asking.state.value == WAITING and may_decide(actor, each, each.contract)
    ]
    return sorted([*found, *waiting_quotes(actor)], key=lambda each: each.asked_at)


def _open_approval(each: ContractApproval, asking: Asking) -> OpenApproval:
    return OpenApproval(
        contract_id=each.contract_id,
        number=asking.number,
        customer=each.contract.customer.name,
        consultant=each.contract.consultant.name,
        step=each.step,
        because=_(REASONS[Reason(each.because)]),
        total=asking.refund if isinstance(asking, Cancellation) else asking.total,
        asked_at=each.asked_at,
        kind=type(asking).__name__.lower(),
        record_id=asking.id,
    )


def due_payments(actor: Actor) -> list[DuePayment]:
    """Stages that are overdue or due within three days, the oldest first; a consultant sees their own contracts'."""
    latest = clock.today() + DUE_AHEAD
    due = [stage.select(stage.contract).where(stage.due_on <= latest) for stage in (ContractStage, AmendedStage)]
    query = Contract.select().where(Contract.state.in_(list(PAYABLE_STATES)), Contract.id.in_(due[0] | due[1]))
    if not (actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)):
        query = query.where(Contract.consultant == actor.id)
    contracts = {contract.id: contract for contract in query}
    money_in = received_by_stage(contracts)
    answers = []
    for contract_id, stages in present_stages(contracts).items():
        contract = contracts[contract_id]
        for stage in stage_rows(stages, money_in[contract_id], clock.today()):
            if stage.due_on and stage.due_on <= latest and stage.paid < stage.amount:
                overdue = stage.state is StageState.OVERDUE
                answers.append(
                    DuePayment(
                        *(contract_id, contract.number, contract.customer.name, stage.name, stage.due_on),
                        *(stage.amount - stage.paid, overdue),
                    )
                )
    return sorted(answers, key=lambda each: (each.due_on, each.number))


def signed_on(day: date) -> int:
    """How many contracts were signed on a day and hold."""
    return int(Contract.select().where(Contract.signed_on == day, Contract.state.in_(list(SIGNED_STATES))).count())


def kind_and_id(number: str) -> tuple[str, int] | None:
    """Which record a document number belongs to, as (kind, id); the newest edition of a quote."""
    followed = (("amendment", Amendment), ("cancellation", Cancellation), ("exception", ContractException))
    for kind, table in (("contract", Contract), ("payment", Payment), ("quote", Quote), *followed):
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
            *(Contract.signed_on, Contract.total + Contract.amended, Contract.created_at),
        )
        .join(Customer)
        .switch(Contract)
        .join(Staff)
        .where(*conditions)
        .order_by(Contract.changed_at.desc(), Contract.id.desc())
        .tuples()
    )
    found = list(query)
    money_in = received_by_stage([row[0] for row in found])
    stages = present_stages([row[0] for row in found if row[5] in PAYABLE_STATES])
    answers = []
    for row in found:
        overdue = overdue_of(stage_rows(stages.get(row[0], []), money_in[row[0]], clock.today()))
        values: list[Any] = [*row[:-1], sum(money_in[row[0]].values()), overdue, row[-1]]
        answers.append(ContractRow(*values))
    return answers


def _price(lines: Sequence[Line], whole_discount: int) -> rules.Price:
    return rules.price(priced(lines), whole_discount, [category.code for category in trade().categories])
