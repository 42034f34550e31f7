"""A plain list on A4 landscape: any columns, rows of words and figures, sums beneath."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.kernel.i18n import translator
from models.papers.facts import Printing, StoreHead
from reports import style, text
from reports.blocks import Fact, Facts
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.page import Align
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_NUMBER = 10.0
_HEADINGS = (style.WIDE_HEAD.but(size=5.5), style.WIDE_HEAD.but(size=6.5), style.WIDE_HEAD)
_SHORT = 8
"""Characters of a name, a plate, a state: such texts stay on one line where there is room."""
_WIDEST_WORD = 40.0
_AROUND = 2 * style.CELL_PADDING + 0.2
_WORDS = re.compile(r"[^\s\u2e80-\U0010ffff]+")


@dataclass(frozen=True)
class PlainColumn:
    """A column: its heading, the width in mm that long words may ask for, whether what is in it stands on one line,
    whether figures stand in it.
    """

    heading: str
    width: float
    one_line: bool = False
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
    """The columns across the page, as wide as what stands in them asks for."""
    needs = [_needs(facts.columns[place], {row[place] for row in (*facts.rows, facts.total) if row}) for place in kept]
    columns = [Column(number, _NUMBER, "centre", style.WIDE_NUMBER)]
    for place, width in zip(kept, _shared(_PAGE.width - _NUMBER, needs), strict=True):
        each = facts.columns[place]
        align: Align = "right" if each.figures else "left"
        columns.append(Column(each.heading, width, align, style.WIDE_CELL, flexible=not each.one_line))
    return columns


def _needs(column: PlainColumn, texts: Collection[str]) -> tuple[float, ...]:
    """What a column asks for, in mm: that no word breaks; that no short text wraps; its own width; that nothing wraps.

    Its heading may be small at first.
    """

    def widest(words: Iterable[str]) -> float:
        return max((text.measure(each, style.WIDE_STRONG) for each in words), default=0.0)

    smallest, small, full = (text.measure(column.heading, kind) for kind in _HEADINGS)
    whole = widest(texts)
    words = min(_WIDEST_WORD, widest({word for each in texts for word in _WORDS.findall(each)}))
    bare = max(smallest, whole if column.one_line else words)
    short = max(bare, small, widest(each for each in texts if len(each) <= _SHORT))
    own = max(short, min(whole, column.width))
    return tuple(need + _AROUND for need in (bare, short, own, max(own, full, whole)))


def _shared(room: float, needs: Sequence[tuple[float, ...]]) -> list[float]:
    """``room`` mm shared out: to what the columns need first, then to what they need next, as far as it goes."""
    widths, *wishes = map(list, zip(*needs, strict=True))
    for wished in wishes:
        lacking = [wish - width for wish, width in zip(wished, widths, strict=True)]
        share = min(1.0, max(0.0, room - sum(widths)) / (sum(lacking) or 1.0))
        widths = [width + lack * share for width, lack in zip(widths, lacking, strict=True)]
    return [width * room / sum(widths) for width in widths]
