"""The day plan of the workshop on A4 landscape: first by bay, then by advisor (W1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.kernel.i18n import Translator, translator
from models.kernel.money import quantity_text
from models.papers.facts import Printing
from models.service.day_plan_papers import DayPlanPaper, PlannedLane, PlannedLine
from reports import style
from reports.blocks import Fact, Facts, Heading
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.rotation import WEEKDAYS
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE


def day_plan(facts: DayPlanPaper, printing: Printing) -> bytes:
    """Who comes when with which vehicle and for what; rows of which a part is missing stand out."""
    _ = translator(printing.language)
    details = (date_text(facts.day), _(WEEKDAYS[facts.day.weekday()]))
    frame = Letterhead(facts.store, printing, _("Day plan of the workshop"), facts.number, details, details, page=_PAGE)
    figures = Facts(_figures(facts, _), _PAGE.module)
    by_bay = Heading(_("By bay"), width=_PAGE.width)
    by_advisor = Heading(_("By advisor"), width=_PAGE.width)
    blocks: list[Block] = [
        *(figures, by_bay),
        _listing((_("Workshop bay"), _("Advisor")), facts.bays, _, facts.day.toordinal(), bays=True),
        by_advisor,
        _listing((_("Advisor"), _("Workshop bay")), facts.advisors, _, facts.day.toordinal(), bays=False),
    ]
    zone = Zone(_PAGE.header_rule + figures.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _figures(facts: DayPlanPaper, _: Translator) -> list[Fact]:
    closed = " ".join(filter(None, (_("closed that day"), facts.closed)))
    hours = f"{facts.opens}–{facts.closes}" if facts.opens else closed
    minutes = sum(int((line.ends_at - line.begins_at).total_seconds()) // 60 for line in facts.lines)
    return [
        Fact(_("Opening hours"), hours, 3, style.FACT_STRONG),
        Fact(_("Appointments"), str(len(facts.lines)), kind=style.FACT_STRONG),
        Fact(_("Hours planned"), quantity_text(minutes * 100 // 60)),
        Fact(_("Parts missing for"), str(sum(line.lacking for line in facts.lines))),
        Fact(_("Bays kept free for walk-ins"), str(facts.kept_free), 3),
    ]


def _listing(heads: tuple[str, str], lanes: Sequence[PlannedLane], _: Translator, day: int, *, bays: bool) -> Listing:
    columns = [
        Column(heads[0], 27, kind=style.WIDE_STRONG),
        Column(_("Time"), 22, "centre", style.WIDE_CELL),
        Column(_("Plate"), 22, kind=style.WIDE_STRONG),
        Column(_("Model"), 32, kind=style.WIDE_CELL),
        Column(_("Customer"), 22, kind=style.WIDE_CELL, flexible=True),
        Column(_("Phone"), 28, kind=style.WIDE_CELL),
        Column(_("What is asked for"), 48, kind=style.WIDE_CELL, flexible=True),
        Column(_("Promised"), 18, "centre", style.WIDE_STRONG),
        Column(heads[1], 21, kind=style.WIDE_LABEL),
        Column(_("State"), 21, kind=style.WIDE_LABEL),
    ]
    rows: list[list[str]] = []
    lacking = []
    for lane in lanes:
        without = _("Without a bay") if bays else _("Nobody yet")
        for place, line in enumerate(lane.lines):
            if line.lacking:
                lacking.append(len(rows))
            head = (lane.name or without) if place == 0 else ""
            rows.append([head, *_row(line, _, day), (line.advisor if bays else line.bay) or DASH, _state(line, _)])
    nothing = ["", "", "", _("Nobody is expected"), *[""] * (len(columns) - 4)]
    return Listing(columns, rows or [nothing], marked=lacking)


def _row(line: PlannedLine, _: Translator, day: int) -> list[str]:
    promised = _promised(line.promised_at, day) if line.promised_at else DASH
    return [
        *(f"{line.begins_at:%H:%M}–{line.ends_at:%H:%M}", line.plate or DASH, line.model or DASH),
        *(line.customer or DASH, line.phone or DASH, line.asked_for, promised),
    ]


def _promised(at: datetime, day: int) -> str:
    return f"{at:%H:%M}" if at.toordinal() == day else f"{at:%m-%d %H:%M}"


def _state(line: PlannedLine, _: Translator) -> str:
    return _("{state}, parts missing").format(state=line.state) if line.lacking else line.state
