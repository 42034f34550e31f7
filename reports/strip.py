"""The three-fact strip at the end of a quote: stock, delivery, what holds the goods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.sales.quote_papers import StripFact
from reports import style, text
from reports.flow import Block
from reports.style import CELL_PADDING, LEFT, WIDTH

if TYPE_CHECKING:
    from reports.page import Sheet

_HEIGHT, _TOP = 15.4, 1.5
_MOST_LINES = 2


class Strip(Block):
    """Facts side by side between two rules, parted by hairlines; a long remark makes the strip higher."""

    above = style.SECTION_GAP

    def __init__(self, facts: Sequence[StripFact]) -> None:
        self.width = WIDTH / len(facts)
        room = self.width - 2 * CELL_PADDING
        self.facts = []
        for fact in facts:
            value = text.fit_lines(fact.value, room, style.CELL_GROUP, _MOST_LINES, 6.5)
            self.facts.append((fact.label, value, text.wrap(fact.remark, room, style.REMARK) if fact.remark else []))

    @property
    def height(self) -> float:
        lines = max(len(value) * kind.line + len(rest) * style.REMARK.line for _, (value, kind), rest in self.facts)
        return max(_HEIGHT, 2 * _TOP + style.FACT_LABEL.line + lines)

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, WIDTH)
        sheet.rule(LEFT, top + self.height, WIDTH)
        for number, (label, (value, kind), rest) in enumerate(self.facts):
            x, below = LEFT + number * self.width, top + _TOP
            if number:
                sheet.upright(x, top, self.height, colour=style.HAIRLINE)
            sheet.text(x + CELL_PADDING, below, label, style.FACT_LABEL)
            below += style.FACT_LABEL.line
            for lines, each in ((value, kind), (rest, style.REMARK)):
                for line in lines:
                    sheet.text(x + CELL_PADDING, below, line, each)
                    below += each.line
