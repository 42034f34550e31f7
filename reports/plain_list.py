"""A plain list on A4 landscape: any columns, rows of words and figures, sums beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.kernel.i18n import translator
from models.papers.facts import Printing, StoreHead
from reports import style
from reports.blocks import Fact, Facts
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.page import Align
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_NUMBER = 10.0


@dataclass(frozen=True)
class PlainColumn:
    """A column: its heading, its width in mm, whether it keeps that width, whether figures stand in it."""

    heading: str
    width: float
    fixed: bool = False
    figures: bool = False


@dataclass(frozen=True)
class PlainList:
    """A list as it is printed; ``total`` has one text per column, or none."""

    store: StoreHead
    title: str
    made_on: date
    period: str
    columns: tuple[PlainColumn, ...]
    rows: Sequence[Sequence[str]]
    total: tuple[str, ...] = ()


def plain_list(facts: PlainList, printing: Printing) -> bytes:
    """The list as a PDF; a column in which no row has anything is left out, and sums where none is left."""
    _ = translator(printing.language)
    details = (date_text(facts.made_on),)
    frame = Letterhead(facts.store, printing, facts.title, "", details, details, page=_PAGE)
    figures = Facts(
        [Fact(_("Period"), facts.period, 3), Fact(_("Rows"), str(len(facts.rows)), kind=style.FACT_STRONG)],
        _PAGE.module,
    )
    kept = [place for place in range(len(facts.columns)) if _is_used(facts, place)]
    rows = [[str(number), *(row[place] or DASH for place in kept)] for number, row in enumerate(facts.rows, start=1)]
    summed = bool(facts.total) and any(facts.total[place] for place in kept[1:])
    total = ["", *(facts.total[place] for place in kept)] if summed and rows else ()
    nothing = ["", _("Nothing in this period"), *[DASH] * (len(kept) - 1)]
    listing = Listing(_columns(facts, kept, _("No.")), rows or [nothing], total=total)
    blocks: list[Block] = [figures, listing]
    zone = Zone(_PAGE.header_rule + figures.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _is_used(facts: PlainList, place: int) -> bool:
    return not place or not facts.rows or any(row[place] for row in facts.rows)


def _columns(facts: PlainList, kept: Sequence[int], number: str) -> list[Column]:
    """The columns across the page: fixed ones as wide as they ask, those of words share what is left."""
    room = _PAGE.width - _NUMBER
    fixed = sum(facts.columns[place].width for place in kept if facts.columns[place].fixed)
    words = sum(facts.columns[place].width for place in kept if not facts.columns[place].fixed)
    scale = max(room - fixed, room / 4) / words if words else 1.0
    whole = fixed + words * scale
    columns = [Column(number, _NUMBER, "centre", style.WIDE_NUMBER)]
    for place in kept:
        each = facts.columns[place]
        width = each.width * (1.0 if each.fixed else scale) * room / whole
        align: Align = "right" if each.figures else "left"
        columns.append(Column(each.heading, width, align, style.WIDE_CELL, flexible=not each.fixed))
    return columns
