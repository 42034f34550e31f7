"""A statistic on A4 landscape: its figures, its pictures as on the screen, the table behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.kernel.i18n import Translator, translator
from models.papers.facts import Printing
from models.statistics.papers import StatisticPaper
from models.statistics.values import Form, Kind, Picture, Statistic, Value, said
from reports import statistic_shapes as shapes
from reports import style, text
from reports.blocks import Beside, Fact, Facts, Heading
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.statistic_shapes import Box, Stroke, Words
from reports.style import LEFT
from reports.table import DASH, Column
from reports.wording import date_text

if TYPE_CHECKING:
    from reports.page import Sheet

_PAGE = style.LANDSCAPE
_SMALL = style.WIDE_NUMBER
_EM = _SMALL.size * style.POINT
_HIGHEST, _BETWEEN = 120.0, 8.0
_INKS = {
    "text": _SMALL.but(colour=style.INK),
    "dim": _SMALL.but(colour=style.LABEL),
    "on_dark": _SMALL.but(colour=style.WHITE),
}
_COLOURS = {"dark": style.ACCENT, "pale": style.HAIRLINE, "grid": style.TINT, "axis": style.RULE}
_NARROW = {Kind.COUNT: 15.0, Kind.SHARE: 15.0, Kind.MINUTES: 17.0, Kind.HUNDREDTHS: 17.0, Kind.MONEY: 24.0}
_WORDS, _LEAST_WORDS = 40.0, 26.0


def statistic(facts: StatisticPaper, printing: Printing) -> bytes:
    """A statistic beside the period before, as a PDF."""
    _ = translator(printing.language)
    found = facts.statistic
    details = (_period(found, _),)
    frame = Letterhead(facts.store, printing, found.title, facts.number, details, details, page=_PAGE)
    top = Facts(_figures(found, _), _PAGE.module)
    blocks: list[Block] = [top]
    if not found.is_empty:
        blocks += _pictures(found.pictures)
    blocks += [Heading(_("Table"), remark=found.about, width=_PAGE.width), _table(found, _)]
    zone = Zone(_PAGE.header_rule + top.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _pictures(pictures: Sequence[Picture]) -> list[Block]:
    """Beneath each other; two that go through a period beside each other."""
    if len(pictures) != 2 or any(each.form is not Form.LINES for each in pictures):
        return [block for each in pictures for block in (Heading(each.title, width=_PAGE.width), Drawn(each))]
    half = (_PAGE.width - _BETWEEN) / 2
    sides = [
        [Heading(each.title, x=x, width=half), Drawn(each, x, half)]
        for each, x in zip(pictures, (LEFT, LEFT + half + _BETWEEN), strict=True)
    ]
    return [Beside(*sides)]


class Drawn(Block):
    """A picture across the page, as high as it wants to be; a very high one is set in smaller type."""

    above = style.HEADING_GAP

    def __init__(self, picture: Picture, x: float = LEFT, width: float = _PAGE.width) -> None:
        self.picture, self.x, self.width = picture, x, width
        self._scale = min(1.0, _HIGHEST / shapes.height_of(picture, _EM))

    @property
    def height(self) -> float:
        return shapes.height_of(self.picture, _EM * self._scale)

    def draw(self, sheet: Sheet, top: float) -> None:
        em, size = _EM * self._scale, _SMALL.size * self._scale
        kind = _SMALL.but(size=size)
        found = shapes.drawing(self.picture, self.width, self.height, em, lambda words: text.measure(words, kind))
        for shape in found.shapes:
            if isinstance(shape, Box):
                sheet.box(self.x + shape.x, top + shape.y, shape.width, shape.height, _colour(shape))
            elif isinstance(shape, Stroke):
                commands = [("M" if not number else "L", point) for number, point in enumerate(shape.points)]
                sheet.path(commands, self.x, top, 1.0, style.HEAVY_RULE, _COLOURS[shape.colour])
            elif isinstance(shape, Words):
                self._write(sheet, top, shape, size)

    def _write(self, sheet: Sheet, top: float, words: Words, size: float) -> None:
        kind = text.fit(words.text, max(words.width, 1.0), _INKS[words.ink].but(size=size), size * 0.7)
        y = top + words.y + (words.height - kind.line) / 2
        sheet.text(self.x + words.x, y, words.text, kind, words.align, words.width)


def _colour(box: Box) -> str:
    return style.paled(style.ACCENT, 0.08 + 0.0092 * box.heat) if box.colour == "heat" else _COLOURS[box.colour]


def _figures(found: Statistic, _: Translator) -> list[Fact]:
    facts = [Fact(_("Period"), _period(found, _), 3)]
    if found.first_before is not None:
        days = {"first": date_text(found.first_before), "last": date_text(found.last_before)}
        before = _("{first} to {last}").format(**days)
        facts.append(Fact(_("Compared with"), before, 3))
    for fact in found.facts:
        now = said(fact.kind, fact.now)
        if fact.before is not None:
            now = _("{now} (before: {before})").format(now=now, before=said(fact.kind, fact.before))
        facts.append(Fact(fact.title, now, kind=style.FACT_STRONG))
    return facts


def _period(found: Statistic, _: Translator) -> str:
    if found.first_before is None:
        return _("As it stands")
    return _("{first} to {last}").format(first=date_text(found.first), last=date_text(found.last))


def _table(found: Statistic, _: Translator) -> Listing:
    rows = [_said(found, row) for row in found.rows]
    nothing = [_("Nothing in this period"), *[DASH] * (len(found.columns) - 1)]
    return Listing(_columns(found), rows or [nothing], total=_said(found, found.total) if found.total and rows else ())


def _said(found: Statistic, row: Sequence[Value]) -> list[str]:
    return [
        DASH if value is None else said(column.kind, value) for column, value in zip(found.columns, row, strict=True)
    ]


def _columns(found: Statistic) -> list[Column]:
    """Words take what figures leave of the page; where that is little, all columns are narrower."""
    wanted = [
        max(_NARROW[each.kind], text.measure(each.title, style.WIDE_HEAD) + 2.2 * style.CELL_PADDING)
        if each.kind in _NARROW
        else 0.0
        for each in found.columns
    ]
    words = sum(each.kind is Kind.TEXT for each in found.columns)
    least = max(_LEAST_WORDS, (_PAGE.width - sum(wanted)) / max(1, words))
    least = least if len(found.columns) > 4 else max(least, _WORDS)
    widths = [each or least for each in wanted]
    scale = _PAGE.width / sum(widths)
    columns = []
    for each, width in zip(found.columns, widths, strict=True):
        kind = style.WIDE_LABEL if each.dim else style.WIDE_CELL
        if each.kind is Kind.TEXT:
            columns.append(Column(each.title, width * scale, kind=style.WIDE_STRONG, flexible=True))
        else:
            columns.append(Column(each.title, width * scale, "right", kind))
    return columns
