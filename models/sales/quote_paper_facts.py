"""The facts of the papers beside a quote, in one language: several quotes side by side, a finance schedule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.catalog.kinds import stock_words
from models.kernel import clock, money
from models.kernel.errors import RuleError
from models.kernel.i18n import label, pick, translator
from models.papers.facts import PaperKind, Watermark
from models.sales import rules
from models.sales.finance import worked_out
from models.sales.paper_facts import addressed, quote_watermark
from models.sales.quote_actions import priced
from models.sales.quote_foot import finance_column, finance_columns, told
from models.sales.quote_forms import described, picked
from models.sales.quote_lists import offers_of
from models.sales.quote_papers import (
    ComparedQuote,
    ComparedRow,
    ComparedSection,
    ComparisonPaper,
    FinanceColumn,
    SchedulePaper,
    ScheduleRow,
)
from models.sales.states import QuoteState
from models.sales.tables import Quote, QuoteLine
from models.shop.paper_look import paper_head
from models.shop.profile import trade

MOST_COMPARED = 4
"""What fits beside each other on a page and on a screen."""

_COMPARED = (QuoteState.DRAFT, QuoteState.OFFERED, QuoteState.ACCEPTED)


@dataclass(frozen=True)
class _Compared:
    """One quote with everything that is set beside the others'."""

    quote: Quote
    lines: list[QuoteLine]
    price: rules.Price
    finance: tuple[FinanceColumn, ...]


def comparable(customer_id: int) -> list[int]:
    """A customer's quotes that can be set side by side: the newest edition of each, the newest quotes, by number."""
    query = Quote.select(Quote.id).where(Quote.customer == customer_id, Quote.state.in_(_COMPARED))
    newest = [row[0] for row in query.order_by(Quote.number.desc(), Quote.edition.desc()).limit(MOST_COMPARED).tuples()]
    return newest[::-1]


def comparison_paper(customer_id: int, language: str) -> ComparisonPaper:
    """A customer's quotes side by side. Raises RuleError where there are not at least two."""
    return compared(comparable(customer_id), language)


def compared(quote_ids: Sequence[int], language: str) -> ComparisonPaper:
    """These quotes, or versions of one, side by side in their order. Raises RuleError for fewer than two."""
    if not 2 <= len(quote_ids) <= MOST_COMPARED:
        raise RuleError("Choose two to {most} quotes.", most=MOST_COMPARED)
    found = [_read(quote_id, language) for quote_id in quote_ids]
    quotes = [each.quote for each in found]
    return ComparisonPaper(
        store=paper_head(PaperKind.COMPARISON),
        number=_number([quote.number for quote in quotes]),
        edition=1 + sum(quote.edition - 1 for quote in quotes),
        made_on=clock.today(),
        customer=addressed(quotes[0].customer, language),
        quotes=tuple(_head(each.quote, language) for each in found),
        sections=tuple(section for section in _sections(found, language) if section.rows),
    )


def comparison_watermark(customer_id: int) -> Watermark:
    """A comparison with a draft in it is a draft."""
    drafts = [quote_watermark(each) is Watermark.DRAFT for each in comparable(customer_id)]
    return Watermark.DRAFT if any(drafts) else Watermark.NONE


def _read(quote_id: int, language: str) -> _Compared:
    quote = Quote.get_by_id(quote_id)
    lines = list(QuoteLine.select().where(QuoteLine.quote == quote_id).order_by(QuoteLine.position))
    price = rules.price(priced(lines), quote.whole_discount, [category.code for category in trade().categories])
    return _Compared(quote, lines, price, finance_columns(offers_of(quote_id), price.total, language))


def _number(numbers: Sequence[str]) -> str:
    """The first number whole, of the others what differs: ``BJ-2026-0001/0003``."""
    first, *others = dict.fromkeys(numbers)
    head = first.rpartition("-")[0] + "-"
    return "/".join([first, *(other.removeprefix(head) for other in others)])


def _head(quote: Quote, language: str) -> ComparedQuote:
    until = quote.quoted_on + timedelta(days=quote.valid_days)
    expired = until < clock.today() and quote.state is QuoteState.OFFERED
    state = label(QuoteState.EXPIRED if expired else quote.state, language)
    return ComparedQuote(quote.number, quote.edition, state, quote.quoted_on, until, quote.consultant.name, quote.total)


def _sections(found: Sequence[_Compared], language: str) -> list[ComparedSection]:
    _ = translator(language)
    sections = [
        ComparedSection(pick(category.name, language), tuple(_goods_rows(found, category.code)))
        for category in trade().categories
    ]
    return [
        *sections,
        ComparedSection(_("What makes up the price"), tuple(_price_rows(found, language))),
        ComparedSection(_("Plan and delivery"), tuple(_plan_rows(found, language))),
        ComparedSection(_("Cash or finance"), tuple(_finance_rows(found, language))),
    ]


def _goods_rows(found: Sequence[_Compared], category: str) -> list[ComparedRow]:
    """One row for the same goods in the same make, with what they come to in each quote."""
    rows: dict[tuple[str, int], list[str]] = {}
    for place, each in enumerate(found):
        seen: dict[str, int] = {}
        for line in (line for line in each.lines if line.category == category):
            name = _goods_name(line)
            seen[name] = seen.get(name, 0) + 1
            cells = rows.setdefault((name, seen[name]), [""] * len(found))
            cells[place] = _goods_cell(line)
    return [_row(name, cells) for (name, _again), cells in rows.items()]


def _goods_name(line: QuoteLine) -> str:
    about = described("", picked(line.options))
    return f"{line.name} · {about}" if about else line.name


def _goods_cell(line: QuoteLine) -> str:
    amount = money.plain(money.line_amount(line.unit_price, line.quantity) - line.discount)
    return amount if line.quantity == 100 else f"{money.quantity_text(line.quantity)} × = {amount}"


def _row(label: str, cells: Sequence[str], *, amounts: bool = True, strong: bool = False) -> ComparedRow:
    return ComparedRow(label, tuple(cells), len(set(cells)) > 1, amounts, strong)


def _price_rows(found: Sequence[_Compared], language: str) -> list[ComparedRow]:
    _ = translator(language)
    rows = []
    for category in trade().categories:
        sums = [{e.category: e.amount for e in each.price.categories}.get(category.code) for each in found]
        if any(amount is not None for amount in sums):
            rows.append(_row(pick(category.name, language), ["" if e is None else money.plain(e) for e in sums]))
    if any(each.price.whole_discount for each in found):
        rows.append(_row(_("Discount on the whole"), [_off(each.price.whole_discount) for each in found]))
    rows.append(_row(_("Discounts in all"), [_off(each.price.saved) for each in found]))
    rows.append(_row(_("Total"), [money.plain(each.price.total) for each in found], strong=True))
    return rows


def _off(amount: int) -> str:
    return money.plain(-amount) if amount else ""


def _plan_rows(found: Sequence[_Compared], language: str) -> list[ComparedRow]:
    _ = translator(language)
    plans = {plan.code: pick(plan.name, language) for plan in trade().payment_plans}
    rows = [_row(_("Plan of payments"), [plans.get(each.quote.plan, "") for each in found], amounts=False)]
    stock = [_stock(each, language) for each in found]
    if any(stock):
        rows.append(_row(_("Stock"), stock, amounts=False))
    days = [each.quote.expected_on.isoformat() if each.quote.expected_on else "" for each in found]
    if any(days):
        rows.append(_row(_("Expected delivery"), days, amounts=False))
    return rows


def _stock(each: _Compared, language: str) -> str:
    answers = (told(line) for line in each.lines)
    return next((stock_words(answer, language) for answer in answers if answer), "")


def _finance_rows(found: Sequence[_Compared], language: str) -> list[ComparedRow]:
    """The chosen way to pay of each quote; nothing where all are paid in cash."""
    _ = translator(language)
    if not any(each.finance for each in found):
        return []
    ways = [next((column for column in each.finance if column.chosen), None) for each in found]
    facts: list[tuple[str, Callable[[FinanceColumn], str], bool]] = [
        (_("Way to pay"), lambda way: way.title, False),
        (_("Repayment"), lambda way: way.method, False),
        (_("Down payment"), lambda way: money.plain(way.down_payment), True),
        (_("Months"), lambda way: str(way.months or ""), True),
        (_("Rate a year"), lambda way: rate_text(way.rate) if way.months else "", True),
        (_("First month"), lambda way: money.plain(way.first) if way.months else "", True),
        (_("Fees"), lambda way: money.plain(way.fee), True),
        (_("Interest in all"), lambda way: money.plain(way.interest), True),
    ]
    rows = [_row(title, [say(way) if way else "" for way in ways], amounts=amounts) for title, say, amounts in facts]
    costs = [money.plain(way.cost if way else each.price.total) for way, each in zip(ways, found, strict=True)]
    return [*rows, _row(_("Total cost"), costs, strong=True)]


def rate_text(rate: int) -> str:
    """A yearly rate with two decimals: 360 -> ``3.60 %``."""
    return f"{rate // 100}.{rate % 100:02d} %"


def schedule_paper(quote_id: int, language: str) -> SchedulePaper:
    """What is paid when, for the offer chosen in a quote (S9). Raises RuleError where none is chosen."""
    quote = Quote.get_by_id(quote_id)
    offers = offers_of(quote_id)
    place = next((place for place, offer in enumerate(offers) if offer.chosen), None)
    if place is None:
        raise RuleError("Choose a finance offer first.")
    found = worked_out(offers[place].terms, quote.total)
    return SchedulePaper(
        store=paper_head(PaperKind.FINANCE_SCHEDULE),
        number=quote.number,
        version=quote.edition,
        quoted_on=quote.quoted_on,
        valid_until=quote.quoted_on + timedelta(days=quote.valid_days),
        customer=addressed(quote.customer, language),
        consultant=quote.consultant.name,
        total=quote.total,
        offer=finance_column(offers[place], place + 1, quote.total, language),
        rows=tuple(ScheduleRow(e.number, e.principal, e.interest, e.left, e.payment) for e in found.schedule),
    )
