"""Paying by instalments on paper (S9): cash beside every offer, and the schedule of the one that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain
from models.papers.facts import Printing
from models.sales.quote_papers import FinanceColumn, SchedulePaper, ScheduleRow
from reports import style
from reports.blocks import Beside, Fact, Facts, Heading, Notes, PricePanel, Signatures, Signer
from reports.flow import Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column, money
from reports.wording import date_text, share_text

NARROW = 110.0
"""How wide the ways to pay are beside the price."""

_LABEL = 26.0
MOST_NARROW = 3
_MOST_IN_HALVES = 48
_HALF, _WIDE = (10.5, 18.5), (18.0, 39.0)
"""The widths of a schedule's month and amounts, in two columns and across the page."""


def finance_table(ways: Sequence[FinanceColumn], language: str, width: float) -> Listing:
    """Cash beside the offers: what is paid at the store, each month, in all. The chosen way bears a mark."""
    _ = translator(language)
    way = (width - _LABEL) / max(len(ways), MOST_NARROW)
    mark = _("✓ {name}")
    titles = [mark.format(name=each.title) if each.chosen and len(ways) > 1 else each.title for each in ways]
    columns = [Column("", width - way * len(ways), kind=style.WIDE_LABEL)]
    columns += [Column(title, way, "right", style.WIDE_CELL) for title in titles]
    facts: list[tuple[str, Callable[[FinanceColumn], str]]] = [
        (_("Paid at the store"), lambda each: plain(each.down_payment)),
        (_("Loan"), lambda each: money(each.loan)),
        (_("Repayment"), lambda each: each.method or DASH),
        (_("Months and rate"), lambda each: _term(each, _)),
        (_("First month"), lambda each: money(each.first)),
        (_("Last month"), lambda each: money(each.last)),
        (_("Fees"), lambda each: plain(each.fee) if each.months else DASH),
        (_("Interest in all"), lambda each: plain(each.interest) if each.months else DASH),
    ]
    rows = [[title, *(say(each) for each in ways)] for title, say in facts]
    return Listing(columns, rows, total=[_("Total cost"), *(plain(each.cost) for each in ways)])


def _term(way: FinanceColumn, _: Translator) -> str:
    if not way.months:
        return DASH
    return _("{months} months   {rate}").format(months=way.months, rate=share_text(way.rate))


def schedule(facts: SchedulePaper, printing: Printing) -> bytes:
    """S9: each month's payment, of that principal and interest, and what is still owed after it."""
    _ = translator(printing.language)
    details = (_("Version {version}").format(version=facts.version), date_text(facts.quoted_on))
    frame = Letterhead(facts.store, printing, _("Finance schedule"), facts.number, details, details[:1])
    top = Beside([_facts(facts, _)], [_costs(facts, printing.language)])
    top.above = 3.6
    heading = Heading(_("Payments month by month"), facts.offer.title, _("Unit: CNY"))
    table = _halves(facts, _) if len(facts.rows) <= _MOST_IN_HALVES else _table(facts.rows, _WIDE, style.LEFT, _)
    table.above, table.with_next = style.HEADING_GAP, True
    notes = Notes(_notes(facts, _))
    notes.with_next = True
    zone = Zone(style.HEADER_RULE + top.above, style.LATER_TOP, style.BODY_END)
    return frame.draw(flow([top, heading, table, notes, _signatures(facts, _)], zone))


def _facts(facts: SchedulePaper, _: Translator) -> Facts:
    offer = facts.offer
    return Facts(
        [
            Fact(_("Customer"), facts.customer, 6, style.FACT_STRONG),
            Fact(_("Sales consultant"), facts.consultant, 6),
            Fact(_("Price"), plain(facts.total), 6, style.FACT_STRONG),
            Fact(_("Quote valid until"), date_text(facts.valid_until), 6),
            Fact(_("Repayment"), offer.method, 6),
            Fact(_("Months and rate"), _term(offer, _), 6),
            Fact(_("First month"), plain(offer.first), 6),
            Fact(_("Last month"), plain(offer.last), 6),
        ],
        NARROW / 12,
    )


def _halves(facts: SchedulePaper, _: Translator) -> Beside:
    """The months in two columns beside each other."""
    middle = (len(facts.rows) + 1) // 2
    left = _table(facts.rows[:middle], _HALF, style.LEFT, _)
    right = _table(facts.rows[middle:], _HALF, style.LEFT + style.COLUMN + style.COLUMN_GAP, _)
    return Beside([left], [right] if facts.rows[middle:] else [])


def _table(rows: Sequence[ScheduleRow], widths: tuple[float, float], x: float, _: Translator) -> Listing:
    month, amount = widths
    columns = [
        Column(_("Instalment"), month, "centre", style.WIDE_NUMBER),
        Column(_("Principal"), amount, "right", style.WIDE_CELL),
        Column(_("Interest"), amount, "right", style.WIDE_CELL),
        Column(_("Payment"), amount, "right", style.WIDE_STRONG),
        Column(_("Still owed"), amount, "right", style.WIDE_CELL),
    ]
    texts = [
        [str(row.number), plain(row.principal), money(row.interest), plain(row.payment), money(row.left)]
        for row in rows
    ]
    return Listing(columns, texts, x)


def _costs(facts: SchedulePaper, language: str) -> PricePanel:
    """What the offer costs in all, in the box that a quote has for its total."""
    _ = translator(language)
    offer = facts.offer
    rows = [
        (_("Down payment"), plain(offer.down_payment)),
        (_("Loan"), plain(offer.loan)),
        (_("Interest in all"), plain(offer.interest)),
        (_("Fees"), plain(offer.fee)),
    ]
    more = _("{amount} CNY more than cash").format(amount=plain(offer.cost - facts.total))
    return PricePanel(rows, _("Total cost"), plain(offer.cost), in_words(offer.cost, language), more)


def _notes(facts: SchedulePaper, _: Translator) -> tuple[str, ...]:
    return (
        _("Rate and fees hold once the lender has approved the loan; the lender's contract decides."),
        _("Interest is rounded to the cent each month; the last month takes the rest."),
        *facts.store.look.terms,
    )


def _signatures(facts: SchedulePaper, _: Translator) -> Signatures:
    signers = (
        Signer(_("Confirmed by customer (signature)"), 1.15),
        Signer(_("Sales consultant"), 1.0, facts.consultant, date_text(facts.quoted_on)),
    )
    return Signatures(signers, _("Date ____ / __ / __"))
