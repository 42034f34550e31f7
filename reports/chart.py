"""Bars on paper: a value for each place, and beside it what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports import style, text
from reports.flow import Block
from reports.statistic_shapes import top_of
from reports.style import LEFT, WIDTH

if TYPE_CHECKING:
    from reports.page import Sheet

_LABELS, _FIGURES = 5.2, 4.2
_WIDEST = 7.0
_STEPS = 4
_LABEL = style.WIDE_NUMBER
_FIGURE = style.WIDE_STRONG.but(size=7.5)
_BEFORE = style.HAIRLINE


@dataclass(frozen=True, slots=True)
class Bar:
    """One place on the axis: its name, the value now, and the value before."""

    name: str
    value: int
    before: int = 0


class Bars(Block):
    """Bars over one line, all to one scale; each stands before the paler one of the time before."""

    above = style.HEADING_GAP

    def __init__(self, bars: Sequence[Bar], x: float = LEFT, width: float = WIDTH, height: float = 46.0) -> None:
        self.bars, self.x, self.width, self._height = tuple(bars), x, width, height
        self.top_value = top_of(max((max(bar.value, bar.before) for bar in bars), default=0))

    @property
    def height(self) -> float:
        return self._height

    def draw(self, sheet: Sheet, top: float) -> None:
        room = self._height - _LABELS - _FIGURES
        floor = top + _FIGURES + room
        for step in range(1, _STEPS + 1):
            y = floor - room * step / _STEPS
            sheet.rule(self.x, y, self.width, style.THIN_RULE, style.TINT)
        place = self.width / max(1, len(self.bars))
        wide = min(_WIDEST, place * 0.34)
        for number, bar in enumerate(self.bars):
            middle = self.x + (number + 0.5) * place
            for value, x, colour in ((bar.before, middle, _BEFORE), (bar.value, middle - wide, style.ACCENT)):
                if value:
                    tall = room * value / self.top_value
                    sheet.box(x, floor - tall, wide - 0.3, tall, colour)
            if bar.value:
                above = floor - room * bar.value / self.top_value - _FIGURES + 0.2
                sheet.text(middle - wide - 3, above, str(bar.value), _FIGURE, "centre", wide + 6)
            kind = text.fit(bar.name, place - 0.6, _LABEL, 5.0)
            sheet.text(self.x + number * place, floor + 0.9, bar.name, kind, "centre", place)
        sheet.rule(self.x, floor, self.width, style.STRONG_RULE, style.RULE)
