"""The visit register, the call register and the traffic table with its chart, on A4 landscape (C2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from models.customers.papers import (
    CallOnPaper,
    CallRegisterPaper,
    TrafficLine,
    TrafficPaper,
    VisitOnPaper,
    VisitRegisterPaper,
)
from models.kernel.i18n import Translator, translator
from models.papers.facts import Printing
from reports import style
from reports.blocks import Beside, Fact, Facts, Heading, Signatures, Signer
from reports.chart import Bar, Bars
from reports.flow import Block, Together, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.style import LEFT
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_GAP = 6.0
_HOURS, _WEEKDAYS = 171.0, 84.0
_ANY_TIME = (23, 59)
_HALF = (_PAGE.width - _GAP) / 2


def visit_register(facts: VisitRegisterPaper, printing: Printing) -> bytes:
    """C2: every visit of a period, when and with how many, who received them, what came of it."""
    _ = translator(printing.language)
    first = sum(line.first_time for line in facts.lines)
    top = [
        Fact(_("Period"), _period(facts.first, facts.last, _), 3, style.FACT_STRONG),
        Fact(_("Visits"), str(len(facts.lines))),
        Fact(_("Visitors"), str(sum(line.party_size for line in facts.lines))),
        Fact(_("First visits / others"), f"{first} / {len(facts.lines) - first}"),
        Fact(_("Without a file"), str(sum(not line.customer for line in facts.lines))),
    ]
    one_day = facts.first == facts.last
    columns = [
        Column(_("No."), 9, "centre", style.WIDE_NUMBER),
        Column(_("Came"), 13 if one_day else 22, "centre", style.WIDE_CELL),
        Column(_("Left"), 13, "centre", style.WIDE_CELL),
        Column(_("Customer"), 30, kind=style.WIDE_STRONG, flexible=True),
        Column(_("Phone"), 29, kind=style.WIDE_CELL),
        Column(_("Persons"), 11, "centre", style.WIDE_CELL),
        Column(_("Visit"), 14, kind=style.WIDE_LABEL),
        Column(_("Channel"), 24, kind=style.WIDE_LABEL),
        Column(_("Attended by"), 21, kind=style.WIDE_CELL),
        Column(_("What they looked at"), 41 if one_day else 36, kind=style.WIDE_CELL, flexible=True),
        Column(_("What came of it"), 32 if one_day else 30, kind=style.WIDE_CELL, flexible=True),
        Column(_("Why they left"), 24 if one_day else 22, kind=style.WIDE_LABEL, flexible=True),
    ]
    rows = [_visit(number, line, one_day, _) for number, line in enumerate(facts.lines, start=1)]
    nothing = ["", "", "", _("Nobody came"), *[""] * 8]
    return _listed(facts, printing, _("Visit register"), top, Listing(columns, rows or [nothing]))


def _visit(number: int, line: VisitOnPaper, one_day: bool, _: Translator) -> list[str]:
    return [
        *(str(number), _moment(line.at, one_day), _moment(line.left_at, True)),
        *(line.customer or _("no name left"), line.phone or DASH, str(line.party_size)),
        *(_("first") if line.first_time else _("again"), line.source or DASH, line.receiver),
        *(line.about or DASH, line.result or DASH, line.reason or DASH),
    ]


def call_register(facts: CallRegisterPaper, printing: Printing) -> bytes:
    """C2: every call of a period, who took it, what about, for when they were invited, for whom a message was left."""
    _ = translator(printing.language)
    top = [
        Fact(_("Period"), _period(facts.first, facts.last, _), 3, style.FACT_STRONG),
        Fact(_("Calls"), str(len(facts.lines))),
        Fact(_("Invited to the store"), str(sum(line.invited_for is not None for line in facts.lines))),
        Fact(_("Messages left"), str(sum(bool(line.message_for) for line in facts.lines))),
        Fact(_("Without a file"), str(sum(not line.customer for line in facts.lines))),
    ]
    one_day = facts.first == facts.last
    columns = [
        Column(_("No."), 9, "centre", style.WIDE_NUMBER),
        Column(_("Time"), 13 if one_day else 22, "centre", style.WIDE_CELL),
        Column(_("Customer"), 32, kind=style.WIDE_STRONG, flexible=True),
        Column(_("Phone"), 30, kind=style.WIDE_CELL),
        Column(_("Taken by"), 22, kind=style.WIDE_CELL),
        Column(_("What it was about"), 57 if one_day else 52, kind=style.WIDE_CELL, flexible=True),
        Column(_("What came of it"), 36 if one_day else 32, kind=style.WIDE_CELL, flexible=True),
        Column(_("Invited for"), 22, "centre", style.WIDE_CELL),
        Column(_("Message for"), 20, kind=style.WIDE_CELL),
        Column(_("Passed on"), 20, "centre", style.WIDE_LABEL),
    ]
    rows = [_call(number, line, one_day, _) for number, line in enumerate(facts.lines, start=1)]
    nothing = ["", "", _("Nobody called"), *[""] * 7]
    return _listed(facts, printing, _("Call register"), top, Listing(columns, rows or [nothing]))


def _call(number: int, line: CallOnPaper, one_day: bool, _: Translator) -> list[str]:
    return [
        *(str(number), _moment(line.at, one_day), line.customer or _("no name left"), line.phone or DASH),
        *(line.taken_by, line.about or DASH, line.result or DASH, _moment(line.invited_for, False)),
        *(line.message_for or DASH, _moment(line.passed_on_at, False)),
    ]


def _listed(
    facts: VisitRegisterPaper | CallRegisterPaper,
    printing: Printing,
    title: str,
    top: Sequence[Fact],
    listing: Listing,
) -> bytes:
    """A register: its figures, its lines, and who answers for it."""
    _ = translator(printing.language)
    details = (_period(facts.first, facts.last, _),)
    frame = Letterhead(facts.store, printing, title, facts.number, details, details, page=_PAGE)
    figures = Facts(top, _PAGE.module)
    heading = Heading(_("Lines in order of time"), width=_PAGE.width)
    signers = (Signer(_("Made out by"), name=printing.printed_by), Signer(_("Checked by")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    signatures.above = style.SECTION_GAP
    blocks: list[Block] = [figures, heading, listing, signatures]
    zone = Zone(_PAGE.header_rule + figures.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def traffic(facts: TrafficPaper, printing: Printing) -> bytes:
    """C2: visits by hour and weekday as a chart, then by hour, weekday, channel and return with what came of them."""
    _ = translator(printing.language)
    details = (_period(facts.first, facts.last, _),)
    frame = Letterhead(facts.store, printing, _("Traffic table"), facts.number, details, details, page=_PAGE)
    figures = Facts(_figures(facts, _), _PAGE.module)
    compared = _("dark: this period; pale: {period}").format(period=_period(facts.first_before, facts.last_before, _))
    x = LEFT + _HOURS + _GAP
    charts = Together(
        Beside(
            [Heading(_("Visits by hour"), right=compared, width=_HOURS)],
            [Heading(_("By weekday"), x=x, width=_WEEKDAYS)],
        ),
        Beside([_bars(facts.by_hour, LEFT, _HOURS)], [_bars(facts.by_weekday, x, _WEEKDAYS)]),
    )
    right = LEFT + _HALF + _GAP
    tables = Beside(
        [Heading(_("By hour"), width=_HALF), _table(facts.by_hour, LEFT, _HALF, _)],
        [
            Heading(_("By weekday"), x=right, width=_HALF),
            _table(facts.by_weekday, right, _HALF, _),
            Heading(_("First visit or again"), x=right, width=_HALF),
            _table(facts.by_return, right, _HALF, _),
        ],
    )
    channels = [Heading(_("By channel"), width=_PAGE.width), _table(facts.by_source, LEFT, _HALF, _)]
    blocks: list[Block] = [figures, charts, tables, *channels]
    zone = Zone(_PAGE.header_rule + figures.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _figures(facts: TrafficPaper, _: Translator) -> list[Fact]:
    compared = _("{now} (before: {before})")
    names = (_("Left contact"), _("Test drives"), _("Quotes"), _("Orders"))
    rows = [
        Fact(_("Visits"), compared.format(now=facts.total.visits, before=facts.total.before), kind=style.FACT_STRONG),
        Fact(_("Calls"), compared.format(now=facts.calls, before=facts.calls_before), kind=style.FACT_STRONG),
    ]
    for name, share, before in zip(names, facts.total.shares, facts.shares_before, strict=True):
        rows.append(Fact(name, compared.format(now=_share(share), before=_share(before)), kind=style.FACT_STRONG))
    return [*rows, Fact(_("Visitors"), str(facts.total.people)), Fact(_("Invited by phone"), str(facts.invited))]


def _bars(lines: Sequence[TrafficLine], x: float, width: float) -> Bars:
    return Bars([Bar(line.name.removesuffix(":00"), line.visits, line.before) for line in lines], x, width)


def _table(lines: Sequence[TrafficLine], x: float, width: float, _: Translator) -> Listing:
    columns = [
        Column("", width - 93.5, kind=style.WIDE_STRONG, flexible=True),
        Column(_("Visits"), 14, "right", style.WIDE_ACCENT),
        Column(_("Previous"), 14, "right", style.WIDE_LABEL),
        Column(_("Persons"), 13.5, "right", style.WIDE_CELL),
        *(Column(title, 13, "right", style.WIDE_CELL) for title in (_("Reachable"), _("Test"), _("Quote"), _("Order"))),
    ]
    rows = [
        [line.name, _count(line.visits), _count(line.before), _count(line.people), *(_of(line, n) for n in range(4))]
        for line in lines
    ]
    return Listing(columns, rows or [[_("Nobody came"), *[DASH] * 7]], x)


def _count(number: int) -> str:
    return str(number) if number else DASH


def _of(line: TrafficLine, place: int) -> str:
    return _share(line.shares[place]) if line.visits else DASH


def _share(share: int) -> str:
    return f"{(share + 50) // 100} %" if share else "0 %"


def _period(first: date, last: date, _: Translator) -> str:
    if first == last:
        return date_text(first)
    return _("{first} to {last}").format(first=date_text(first), last=date_text(last))


def _moment(at: datetime | None, time_only: bool) -> str:
    if at is None:
        return DASH
    if not time_only and (at.hour, at.minute) == _ANY_TIME:
        return f"{at:%m-%d}"
    return f"{at:%H:%M}" if time_only else f"{at:%m-%d %H:%M}"
