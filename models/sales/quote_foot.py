"""What stands at the end of a quote: is there one, when it comes, what holds it, and the ways to pay (S1, S3, S9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from models.catalog.kinds import Availability, StockAnswer, stock_words
from models.kernel.i18n import label, translator
from models.sales.finance import worked_out
from models.sales.quote_forms import OfferForm
from models.sales.quote_lists import ready_on
from models.sales.quote_papers import FinanceColumn, StripFact
from models.sales.tables import Quote, QuoteLine
from models.shop.profile import trade
from models.trades.template import CategoryKind


def told(line: QuoteLine) -> StockAnswer | None:
    """What the catalogue told of a line's goods when the line was written."""
    return msgspec.json.decode(line.stock, type=StockAnswer) if line.stock else None


def strip(quote: Quote, lines: Sequence[QuoteLine], language: str) -> tuple[StripFact, ...]:
    """Three facts: stock, delivery, what holds the goods; nothing where nobody has told of either."""
    _ = translator(language)
    about = _spoken_of(lines)
    answer = told(about) if about else None
    day = quote.expected_on or ready_on([told(line) for line in lines], quote.quoted_on)
    if answer is None and day is None:
        return ()
    until = quote.quoted_on + timedelta(days=quote.valid_days)
    at_once = day == quote.quoted_on and not quote.expected_on
    return (
        StripFact(
            _("Stock"), (answer and stock_words(answer, language)) or _("On request"), _said(about, answer, language)
        ),
        StripFact(
            _("Expected delivery"),
            _("At once") if at_once else day.isoformat() if day else _("By agreement"),
            _("if ordered by {day}").format(day=until.isoformat()),
        ),
        StripFact(
            _("What holds the goods"),
            _("Contract and deposit"),
            _("A quote holds nothing: whoever signs first is served first"),
        ),
    )


def _spoken_of(lines: Sequence[QuoteLine]) -> QuoteLine | None:
    """The line whose stock the customer asks about: the first of the main goods, else the first that is told."""
    main = {category.code for category in trade().categories if category.kind is CategoryKind.GOODS}
    with_answer = [line for line in lines if (answer := told(line)) and answer.availability is not Availability.UNKNOWN]
    first = next((line for line in with_answer if line.category in main), None)
    return first or next(iter(with_answer), None)


def _said(line: QuoteLine | None, answer: StockAnswer | None, language: str) -> str:
    """Which goods, the remark of who told it and when, and what is scarce until when."""
    _ = translator(language)
    if line is None or answer is None:
        return ""
    parts = [line.name, answer.note]
    if answer.told_on:
        parts.append(_("told on {day}").format(day=answer.told_on.isoformat()))
        scarce = answer.scarcity(answer.told_on)
        if scarce and answer.scarce_until:
            parts.append(_("{what}, until {day}").format(what=scarce, day=answer.scarce_until.isoformat()))
    return _("; ").join(part for part in parts if part)


def finance_columns(offers: Sequence[OfferForm], total: int, language: str) -> tuple[FinanceColumn, ...]:
    """Cash beside every finance offer, worked out for ``total`` fen; nothing where there is no offer."""
    if not offers:
        return ()
    _ = translator(language)
    cash = FinanceColumn(_("Cash"), "", total, 0, 0, 0, 0, 0, 0, 0, total, not any(e.chosen for e in offers))
    return (cash, *(finance_column(offer, number, total, language) for number, offer in enumerate(offers, 1)))


def finance_column(offer: OfferForm, number: int, total: int, language: str) -> FinanceColumn:
    """One offer worked out."""
    found = worked_out(offer.terms, total)
    title = offer.name or translator(language)("Offer {number}").format(number=number)
    return FinanceColumn(
        *(title, label(offer.method, language), offer.down_payment, found.loan, offer.months, offer.rate),
        *(found.first, found.last, offer.fee, found.interest, found.cost, offer.chosen),
    )
