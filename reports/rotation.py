"""The closing sheet of a day on the floor, and the line-ups of a week, both on A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import zip_longest

from models.kernel.i18n import N_, Translator, translator
from models.kernel.money import plain
from models.papers.facts import Printing
from models.rotation.kinds import ArrivalKind
from models.rotation.papers import (
    Absence,
    LineUpPaper,
    Oddity,
    OddLine,
    PersonLine,
    RotationDayPaper,
    Shares,
    Turn,
    TurnLine,
    VisitLine,
)
from reports import style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signatures, Signer
from reports.flow import Block, Placed, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column, money
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_LOG_WIDTH, _PANEL_WIDTH, _GAP = 189.0, 66.0, 6.0
_PANEL_X = style.LEFT + _LOG_WIDTH + _GAP
_LEAST_ROOM = 36.0
_SIGNING = 17.0

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))


def rotation_day(facts: RotationDayPaper, printing: Printing) -> bytes:
    """The closing sheet: line-up, turns, passes, debts, exceptions, first-visit close ratio, revenue, log."""
    _ = translator(printing.language)
    details = (date_text(facts.day), _(WEEKDAYS[facts.day.weekday()]))
    footer = (_("A closed day is not edited; a correction is an entry of its own."),)
    title = _("Closing sheet of the rotation")
    frame = Letterhead(facts.store, printing, title, facts.number, details, footer, page=_PAGE)
    top = _figures(facts, _)
    remark = _("The ratio counts people new to the store; revenue per turn is orders by counted turns, in yuan.")
    heading = Heading(_("Line-up and turns"), right=remark, width=_PAGE.width)
    zone = Zone(_PAGE.header_rule + top.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    pages = flow([top, heading, _line_up(facts, _)], zone)
    bottom = max(place + block.height for place, block in pages[-1])
    return frame.draw(_below(pages, bottom + style.SECTION_GAP, _log(facts, printing.language), _panel(facts, _), _))


def _below(
    pages: list[list[Placed]], top: float, left: Sequence[Block], right: Sequence[Block], _: Translator
) -> list[list[Placed]]:
    """The log and, beside it, the panel, from ``top`` on the last page; whoever signs does so on the last of all."""
    if top + _LEAST_ROOM > _PAGE.body_end - _SIGNING:
        pages.append([])
        top = _PAGE.later_top
    log = flow(left, Zone(top, _PAGE.later_top, _PAGE.body_end))
    panel = flow(right, Zone(top, _PAGE.later_top, _PAGE.signatures_end - _SIGNING - 2.0))
    both = [[*(one or []), *(other or [])] for one, other in zip_longest(log, panel)]
    pages = [*pages[:-1], [*pages[-1], *both[0]], *both[1:]]
    signers = (Signer(_("Reception (made out by)")), Signer(_("Sales manager (confirmed by)")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), _PANEL_X, _PANEL_WIDTH)
    pages[-1].append(Placed(_PAGE.signatures_end - signatures.height, signatures))
    return pages


def _figures(facts: RotationDayPaper, _: Translator) -> Facts:
    total = facts.total
    visitors = sum(1 for each in facts.visits if each.kind is ArrivalKind.VISITOR)
    visits = _("{count}, of them {customers} customers")
    turns = _("{counted} counted, {uncounted} not counted")
    cursor = f"{facts.began_with or DASH} → {facts.goes_on_with or DASH}"
    rows = [
        Fact(_("Visits"), visits.format(count=len(facts.visits), customers=len(facts.visits) - visitors)),
        Fact(_("First visits / others"), f"{total.first_visits} / {len(facts.visits) - visitors - total.first_visits}"),
        Fact(_("Turns"), turns.format(counted=total.counted, uncounted=total.uncounted)),
        Fact(_("Close ratio of first visits"), _close_ratio(total, with_counts=True), kind=style.FACT_STRONG),
        Fact(_("Revenue per turn"), _per_turn(total), kind=style.FACT_STRONG),
        Fact(_("First in line, then and next day"), cursor),
    ]
    return Facts(rows, _PAGE.module)


def _close_ratio(shares: Shares, with_counts: bool = False) -> str:
    """Orders of first visits in per cent."""
    ratio = shares.close_ratio or DASH
    return f"{ratio} ({shares.first_orders} / {shares.first_visits})" if with_counts and shares.first_visits else ratio


def _per_turn(shares: Shares) -> str:
    return plain(shares.per_turn) if shares.per_turn else DASH


def _line_up(facts: RotationDayPaper, _: Translator) -> Listing:
    figures = (
        *(N_("Counted"), N_("Uncounted"), N_("Courtesy"), N_("Made up"), N_("Passed"), N_("Owed")),
        *(N_("False claims"), N_("Contacts"), N_("Test drives"), N_("Quotes"), N_("Orders")),
    )
    columns = [
        Column(_("Place"), 10, "centre", style.WIDE_CELL),
        Column(_("Consultant"), 18, kind=style.WIDE_STRONG),
        Column(_("Signed in"), 13, "centre", style.WIDE_CELL),
        Column(_("Signed out"), 13, "centre", style.WIDE_CELL),
        Column(_("Presence"), 29, kind=style.WIDE_LABEL, flexible=True),
        Column(_(figures[0]), 10.3, "centre", style.WIDE_ACCENT),
        *(Column(_(each), 10.3, "centre", style.WIDE_CELL) for each in figures[1:]),
        Column(_("First visits"), 11, "centre", style.WIDE_CELL),
        Column(_("Close ratio"), 16.7, "right", style.WIDE_CELL),
        Column(_("Orders (CNY)"), 20, "right", style.WIDE_CELL),
        Column(_("Per turn"), 17, "right", style.WIDE_CELL),
    ]
    rows = [[*_person(each, _), *_shares(each.shares)] for each in facts.people]
    if not rows:
        rows = [["", _("Nobody"), *[""] * (len(columns) - 2)]]
    return Listing(columns, rows, total=["", _("Total"), "", "", "", *_shares(facts.total)])


def _person(each: PersonLine, _: Translator) -> list[str]:
    place = str(each.place) if each.place else DASH
    return [place, each.name, _clock(each.signed_in), _clock(each.signed_out), _presence(each, _)]


def _shares(shares: Shares) -> list[str]:
    counts = (
        *(shares.counted, shares.uncounted, shares.courtesy, shares.made_up, shares.passed, shares.owed),
        *(shares.false_claims, shares.contacts, shares.test_drives, shares.quotes, shares.orders),
        shares.first_visits,
    )
    return [*(_count(each) for each in counts), _close_ratio(shares), money(shares.amount), _per_turn(shares)]


def _count(number: int) -> str:
    return str(number) if number else DASH


def _presence(each: PersonLine, _: Translator) -> str:
    if each.signed_in is None:
        return _("Not there")
    said = [_("Late")] if each.late else []
    said += [_absence(one, _) for one in each.absences]
    return "\n".join(said) or _("All day")


def _absence(one: Absence, _: Translator) -> str:
    text = _("For the store {since}–{until}") if one.sent_by else _("Away {since}–{until}")
    return text.format(since=_clock(one.since), until=_clock(one.until) if one.until else "")


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M}" if at else DASH


def _log(facts: RotationDayPaper, language: str) -> list[Block]:
    _ = translator(language)
    columns = [
        Column(_("No."), 8, "centre", style.WIDE_NUMBER),
        Column(_("Came"), 13, "centre", style.WIDE_CELL),
        Column(_("Left"), 13, "centre", style.WIDE_CELL),
        Column(_("Customer"), 21, kind=style.WIDE_CELL),
        Column(_("Kind"), 16, kind=style.WIDE_LABEL),
        Column(_("Receives"), 19, kind=style.WIDE_CELL),
        Column(_("Whose"), 19, kind=style.WIDE_CELL),
        Column(_("Turn"), 19, kind=style.WIDE_CELL),
        Column(_("Rule"), 12, "centre", style.WIDE_LABEL),
        Column(_("Result"), 49, kind=style.WIDE_LABEL, flexible=True),
    ]
    rows = [_visit(number, each, _) for number, each in enumerate(facts.visits, start=1)]
    log = Listing(columns, rows or [[*[""] * 9, _("Nobody came")]])
    return [Heading(_("Log of receptions"), width=_LOG_WIDTH), log]


_KINDS = {
    ArrivalKind.NEW: N_("New here"),
    ArrivalKind.RETURNING: N_("Returning"),
    ArrivalKind.ASKS_FOR: N_("By name"),
    ArrivalKind.PHONED_ASKS_FOR: N_("Phoned"),
    ArrivalKind.RECOGNISED: N_("Recognised"),
    ArrivalKind.REFERRAL: N_("Referral"),
    ArrivalKind.VISITOR: N_("Visitor"),
}


def _visit(number: int, each: VisitLine, _: Translator) -> list[str]:
    result = _("{result}: {note}").format(result=each.result, note=each.note) if each.note else each.result
    return [
        *(str(number), _clock(each.came_at), _clock(each.left_at), each.customer, _(_KINDS[each.kind])),
        *(each.receiver or DASH, each.owner or DASH, _turn(each, _), each.rule, result or DASH),
    ]


def _turn(each: VisitLine, _: Translator) -> str:
    if not each.receiver:
        return DASH
    if not each.counted_for:
        return _("no turn")
    return _("counted") if each.counted_for == each.receiver else _("for {name}").format(name=each.counted_for)


def _panel(facts: RotationDayPaper, _: Translator) -> list[Block]:
    rows = [[_clock(each.at), _turn_words(each, _)] for each in facts.turns] or [["", _("None")]]
    odd = [[_(each.label), words] for each in Oddity if (words := _odd_words(facts.oddities, each))]
    odd.append([_("Without result"), str(facts.open) if facts.open else _("None")])
    exceptions = Heading(_("Exceptions"), x=_PANEL_X, width=_PANEL_WIDTH)
    rulebook = " ".join(facts.rules) or _("The rules of the rotation are the usual ones.")
    rules = Paragraph(rulebook, style.FINE_PRINT, x=_PANEL_X, width=_PANEL_WIDTH, justified=False)
    rules.above = 2.4
    return [
        Heading(_("Turns passed and owed"), x=_PANEL_X, width=_PANEL_WIDTH),
        _pairs(rows, 13.0),
        exceptions,
        _pairs(odd, 20.0),
        rules,
    ]


def _pairs(rows: Sequence[Sequence[str]], first: float) -> Listing:
    columns = [
        Column("", first, kind=style.WIDE_LABEL.but(bold=True, colour=style.INK)),
        Column("", _PANEL_WIDTH - first, kind=style.WIDE_CELL, flexible=True),
    ]
    return Listing(columns, rows, _PANEL_X)


def _turn_words(each: TurnLine, _: Translator) -> str:
    said = _("{name}: {turn} ({rule})").format(name=each.name, turn=_(each.turn.label), rule=each.rule)
    if each.turn is Turn.PASSED:
        return said
    after = _("paid {time}").format(time=_clock(each.paid_at)) if each.paid_at else _("still owed")
    return f"{said}\n{after}"


def _odd_words(all_odd: Sequence[OddLine], oddity: Oddity) -> str:
    said = []
    for each in all_odd:
        if each.oddity is oddity:
            words = "   ".join((_clock(each.at), " → ".join(each.names), f"({each.rule})"))
            said.append(f"{words}\n{each.reason}" if each.reason else words)
    return "\n".join(said)


def line_up(facts: LineUpPaper, printing: Printing) -> bytes:
    """The line-ups of a week, one column a day."""
    _ = translator(printing.language)
    first, last = facts.days[0].day, facts.days[-1].day
    details = (_("{first} to {last}").format(first=date_text(first), last=date_text(last)),)
    frame = Letterhead(facts.store, printing, _("Line-up sheet"), facts.number, details, page=_PAGE)
    places = max(1, *(len(each.people) for each in facts.days))
    width = (_PAGE.width - 12) / len(facts.days)
    columns = [Column(_("Place"), 12, "centre", style.WIDE_NUMBER)]
    columns += [Column(_head(each.day, _), width, kind=style.WIDE_CELL) for each in facts.days]
    rows = [[str(place + 1), *(_at(each.people, place) for each in facts.days)] for place in range(places)]
    if any(each.holiday or not each.people for each in facts.days):
        closed = [each.holiday or _("No rotation") if not each.people else "" for each in facts.days]
        rows.insert(0, ["", *closed])
    heading = Heading(_("Who stands where"), width=_PAGE.width)
    heading.above = 3.6
    rules = Paragraph("\n".join(facts.rules), style.FINE_PRINT, width=_PAGE.width, justified=False)
    signers = (Signer(_("Sales manager (made out by)")), Signer(_("Reception (hung up by)")), Signer(_("Seen by")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    blocks: list[Block] = [heading, Listing(columns, rows), rules, signatures]
    zone = Zone(_PAGE.header_rule + heading.above, _PAGE.later_top, _PAGE.body_end - _SIGNING, _PAGE.signatures_end)
    rules.with_next = True
    return frame.draw(flow(blocks, zone))


def _head(day: date, _: Translator) -> str:
    return f"{_(WEEKDAYS[day.weekday()])}  {day:%m-%d}"


def _at(people: Sequence[str], place: int) -> str:
    return people[place] if place < len(people) else ""
