"""What is still open with a customer on the way to a contract, so that nobody has to push: it only has to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto

from models.catalog.kinds import Availability
from models.catalog.lists import items_by_id
from models.customers.lists import customer_file
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.sales.contract_actions import missing
from models.sales.states import ContractState, Decision, QuoteState
from models.sales.tables import Contract, OpenQuestion, Quote, QuoteApproval, QuoteLine

_ENDS_SOON = timedelta(days=2)
_BEFORE_SIGNING = (ContractState.DRAFT, ContractState.SUBMITTED, ContractState.APPROVED)


class OpenKind(StrEnum):
    """What kind of thing is open."""

    QUESTION = auto()
    NEEDS = auto()
    APPROVAL = auto()
    FACTS = auto()
    VALIDITY = auto()
    STOCK = auto()


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is open, in words; the id of the question, quote or contract where it can be settled."""

    kind: OpenKind
    text: str
    question_id: int = 0
    quote_id: int = 0
    contract_id: int = 0


def still_open(actor: Actor, customer_id: int) -> list[OpenPoint]:
    """Everything open with a customer: questions, needs, approvals, facts, offers that end, goods nobody told of."""
    open_quotes = Quote.select().where(
        Quote.customer == customer_id, Quote.state.in_([QuoteState.DRAFT, QuoteState.OFFERED])
    )
    quotes = list(open_quotes.order_by(Quote.id))
    return [
        *_questions(customer_id),
        *_needs(actor, customer_id, quotes),
        *_approvals(quotes),
        *_facts(customer_id),
        *_validity(quotes),
        *_stock(actor, quotes),
    ]


def _questions(customer_id: int) -> Iterator[OpenPoint]:
    query = OpenQuestion.select().where(OpenQuestion.customer == customer_id, OpenQuestion.answered_at.is_null())
    for each in query.order_by(OpenQuestion.id):
        yield OpenPoint(OpenKind.QUESTION, each.asked, question_id=each.id)


def _needs(actor: Actor, customer_id: int, quotes: list[Quote]) -> Iterator[OpenPoint]:
    file = customer_file(actor, customer_id)
    if not (file.needs or file.wish or any(quote.needs for quote in quotes)):
        yield OpenPoint(OpenKind.NEEDS, _("Nobody has written down what this customer needs."))
    if not file.phones and not file.no_contact:
        yield OpenPoint(OpenKind.FACTS, _("There is no phone number on the file."))


def _approvals(quotes: list[Quote]) -> Iterator[OpenPoint]:
    for quote in quotes:
        query = QuoteApproval.select().where(QuoteApproval.quote == quote.id, QuoteApproval.void_at.is_null())
        last = query.order_by(QuoteApproval.id.desc()).first()
        if last and last.decision is Decision.OPEN:
            words = _("Quote {number}: approval asked for").format(number=quote.number)
            yield OpenPoint(OpenKind.APPROVAL, words, quote_id=quote.id)
        elif last and last.decision is Decision.RETURNED:
            words = _("Quote {number} was not approved: {reason}").format(number=quote.number, reason=last.reason)
            yield OpenPoint(OpenKind.APPROVAL, words, quote_id=quote.id)


def _facts(customer_id: int) -> Iterator[OpenPoint]:
    query = Contract.select().where(Contract.customer == customer_id, Contract.state.in_(_BEFORE_SIGNING))
    for contract in query.order_by(Contract.id):
        gaps = missing(contract)
        words = _("Contract {number}: {state}").format(number=contract.number, state=label(contract.state))
        if gaps:
            names = _(", ").join(gaps.values())
            words = _("Contract {number}: still missing {names}").format(number=contract.number, names=names)
        yield OpenPoint(OpenKind.FACTS, words, contract_id=contract.id)


def _validity(quotes: list[Quote]) -> Iterator[OpenPoint]:
    for quote in quotes:
        until = quote.quoted_on + timedelta(days=quote.valid_days)
        if quote.state is not QuoteState.OFFERED or until - clock.today() > _ENDS_SOON:
            continue
        words = _("Quote {number} ended on {day}") if until < clock.today() else _("Quote {number} ends on {day}")
        text = words.format(number=quote.number, day=until.isoformat())
        yield OpenPoint(OpenKind.VALIDITY, text, quote_id=quote.id)


def _stock(actor: Actor, quotes: list[Quote]) -> Iterator[OpenPoint]:
    """Goods that cannot be had, and what is scarce and until when, as the catalogue tells it today."""
    lines = QuoteLine.select(QuoteLine.item).where(QuoteLine.quote.in_([quote.id for quote in quotes]))
    goods = items_by_id(actor, {item_id for (item_id,) in lines.tuples() if item_id})
    for item in goods.values():
        scarce = item.stock.scarcity(clock.today())
        if item.stock.availability is Availability.UNAVAILABLE:
            yield OpenPoint(OpenKind.STOCK, _("{goods}: not available").format(goods=item.name))
        if scarce and item.stock.scarce_until:
            day = item.stock.scarce_until.isoformat()
            words = _("{goods}: {what}, until {day}").format(goods=item.name, what=scarce, day=day)
            yield OpenPoint(OpenKind.STOCK, words)
