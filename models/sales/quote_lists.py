"""What screens read of quotes besides their head: lines with options and stock, approvals, offers, what is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import peewee

from models.catalog.kinds import StockAnswer
from models.catalog.lists import items_by_id
from models.customers.tables import Customer
from models.kernel import money
from models.kernel.i18n import Translator, _, pick
from models.kernel.permissions import Actor, Permission
from models.sales.authority import Excess, Why
from models.sales.quote_actions import decides
from models.sales.quote_approval_actions import reasons
from models.sales.quote_forms import OfferForm, picked
from models.sales.states import DECIDES, Decision, QuoteState
from models.sales.tables import FinanceOffer, Quote, QuoteApproval, QuoteLine
from models.sales.views import LineRow, OpenApproval, QuoteApprovalRow
from models.shop.profile import trade
from models.staff.tables import Staff


def quote_line_rows(actor: Actor, lines: Sequence[QuoteLine]) -> tuple[LineRow, ...]:
    """The lines with what was picked and what the catalogue tells now of whether there is one (S3)."""
    sees_cost = actor.may(Permission.SEE_COST)
    goods = items_by_id(actor, {e.item_id for e in lines if e.item_id})
    return tuple(
        LineRow(
            *(e.position, e.item_id, e.category, e.name, e.spec, e.unit, e.quantity, e.unit_price, e.discount),
            *(money.line_amount(e.unit_price, e.quantity) - e.discount, e.cost if sees_cost else None),
            listed=e.listed,
            options=picked(e.options),
            stock=goods[e.item_id].stock if e.item_id in goods else None,
            pickable=e.item_id in goods and any(option.active for option in goods[e.item_id].options),
            appraisal_id=e.appraisal_id,
        )
        for e in lines
    )


def offers_of(quote_id: int) -> tuple[OfferForm, ...]:
    """A quote's finance offers in their order."""
    rows = FinanceOffer.select().where(FinanceOffer.quote == quote_id).order_by(FinanceOffer.position)
    return tuple(OfferForm(e.method, e.down_payment, e.months, e.rate, e.fee, e.name, e.chosen) for e in rows)


def ready_on(answers: Sequence[StockAnswer | None], ordered_on: date) -> date | None:
    """When everything could be here, ordered on that day: the latest of what is told; None where nothing is."""
    days = [answer.ready_on(ordered_on) for answer in answers if answer is not None]
    return max((day for day in days if day), default=None)


def approval_rows(quote_id: int) -> tuple[QuoteApprovalRow, ...]:
    """Every approval a quote asked for, oldest first."""
    decider = Staff.alias()
    query = (
        QuoteApproval.select(QuoteApproval, Staff.name.alias("asker"), decider.name.alias("who"))
        .join(Staff, on=(QuoteApproval.asked_by == Staff.id))
        .switch(QuoteApproval)
        .join(decider, peewee.JOIN.LEFT_OUTER, on=(QuoteApproval.decided_by == decider.id))
        .where(QuoteApproval.quote == quote_id)
        .order_by(QuoteApproval.id)
        .objects()
    )
    return tuple(
        QuoteApprovalRow(
            *(e.step, reasons(e.because), e.wish, e.total, e.saved, e.asker, e.asked_at, e.decision),
            *(e.who or "", e.decided_at, e.reason, e.void_at),
        )
        for e in query
    )


def waiting_quotes(actor: Actor) -> list[OpenApproval]:
    """The quotes whose approval this person may decide, the longest waiting first."""
    steps = [step for step, roles in DECIDES.items() if roles & actor.roles]
    query = (
        QuoteApproval.select(QuoteApproval, Quote, Customer, Staff)
        .join(Quote)
        .join(Customer)
        .switch(Quote)
        .join(Staff)
        .where(
            *(QuoteApproval.decision == Decision.OPEN, QuoteApproval.void_at.is_null(), QuoteApproval.step.in_(steps)),
            Quote.state == QuoteState.DRAFT,
        )
        .order_by(QuoteApproval.asked_at)
    )
    return [
        OpenApproval(
            *(0, each.quote.number, each.quote.customer.name, each.quote.consultant.name, each.step),
            *(why_line(reasons(each.because)), each.total, each.asked_at),
            quote_id=each.quote_id,
        )
        for each in query
        if actor.may(Permission.APPROVE_QUOTE) and decides(actor, each.quote, each)
    ]


def why_line(whys: Sequence[Why]) -> str:
    """All reasons in one line, in the screen's language."""
    return _("; ").join(why_words(each) for each in whys)


def why_words(why: Why) -> str:
    """One reason in the screen's language, such as “Vehicle 2.73 % off, allowed 2 %”."""
    about = _about(why, _)
    if why.what is Excess.PERCENT:
        words = _("{what} {given} % off, allowed {limit} %")
        return words.format(what=about, given=money.quantity_text(why.given), limit=money.quantity_text(why.limit))
    if why.what is Excess.AMOUNT:
        words = _("{what} {given} off, allowed {limit}")
        return words.format(what=about, given=money.plain(why.given), limit=money.plain(why.limit))
    if why.what is Excess.BELOW_COST:
        return _("Sold below cost")
    if why.what is Excess.DEDUCTION:
        return _("{amount} deducted from the price").format(amount=money.plain(why.given))
    return _("cost not known: {what}").format(what=about)


def _about(why: Why, translate: Translator) -> str:
    names = {each.code: pick(each.name) for each in trade().categories}
    parts = [names.get(code, code) for code in why.categories]
    if why.whole:
        parts.append(translate("Discount on the whole"))
    return translate(", ").join(parts)
