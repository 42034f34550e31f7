"""Blocks that several papers share: headings, facts, paragraphs, the price panel, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reports import style, text
from reports.flow import Block
from reports.style import CELL_PADDING, LEFT, MODULE, POINT, WIDTH, Type

if TYPE_CHECKING:
    from reports.page import Sheet

_LINES_KEPT = 2
_MODULES = 12


class Heading(Block):
    """A section's heading with a remark behind it and another flush right; bound to what follows."""

    with_next = True
    above = style.SECTION_GAP

    def __init__(self, title: str, remark: str = "", right: str = "", x: float = LEFT, width: float = WIDTH) -> None:
        self.title, self.remark, self.right = title, remark, right
        self.x, self.width = x, width
        self.room = width - (text.measure(right, style.REMARK) + 4 if right else 0.0)
        self.lines = text.wrap(title, self.room, style.HEADING)

    @property
    def height(self) -> float:
        return len(self.lines) * style.HEADING.line

    def draw(self, sheet: Sheet, top: float) -> None:
        for line in self.lines:
            sheet.text(self.x, top, line, style.HEADING)
            top += style.HEADING.line
        baseline = top - style.HEADING.line + style.HEADING.drop
        used = text.measure(self.lines[-1], style.HEADING) + 3
        if self.remark and self.room - used > 0:
            kind = text.fit(self.remark, self.room - used, style.REMARK, 5.5)
            sheet.write(self.x + used, baseline, self.remark, kind)
        sheet.write(self.x, baseline, self.right, style.REMARK, "right", self.width)


class Paragraph(Block):
    """Running text that may go on over pages; ``mark`` stands in a column of its own before it."""

    def __init__(
        self,
        words: str,
        kind: Type = style.BODY,
        mark: str = "",
        hang: float = 0.0,
        x: float = LEFT,
        width: float = WIDTH,
        justified: bool = True,
    ) -> None:
        self.kind, self.mark, self.hang, self.x, self.width = kind, mark, hang, x, width
        self.justified = justified
        self.lines = text.wrap(words, width - hang, kind)
        self.last = len(self.lines) - 1

    @property
    def height(self) -> float:
        return len(self.lines) * self.kind.line

    @property
    def least(self) -> float:
        return min(len(self.lines), _LINES_KEPT) * self.kind.line

    def draw(self, sheet: Sheet, top: float) -> None:
        x, room = self.x + self.hang, self.width - self.hang
        if self.mark:
            kind = text.fit(self.mark, self.hang - 1, self.kind.but(colour=style.LABEL))
            sheet.write(self.x, top + self.kind.drop, self.mark, kind)
        for number, line in enumerate(self.lines):
            spread = room - text.measure(line.rstrip(), self.kind) if self.justified and number < self.last else 0.0
            if spread > 1.2 * text.em(self.kind):
                spread = 0.0
            sheet.write(x, top + self.kind.drop, line, self.kind, spread=spread)
            top += self.kind.line

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        count = min(int((room + 1e-6) / self.kind.line), len(self.lines) - _LINES_KEPT)
        if count < _LINES_KEPT:
            return None
        first = self._part(self.lines[:count], self.mark)
        rest = self._part(self.lines[count:], "")
        first.last, rest.with_next = count, self.with_next
        return first, rest

    def _part(self, lines: list[str], mark: str) -> Paragraph:
        part = Paragraph("", self.kind, mark, self.hang, self.x, self.width, self.justified)
        part.lines, part.last, part.above = lines, len(lines) - 1, self.above
        return part


@dataclass(frozen=True, slots=True)
class Fact:
    """A label over its value, at least ``modules`` twelfths of the page wide."""

    label: str
    value: str
    modules: int = 2
    kind: Type = style.FACT


class Facts(Block):
    """Facts on the page's modules; a long value takes more modules, then more lines."""

    above = 3.6
    _GAP = 2.4

    def __init__(self, facts: Sequence[Fact], module: float = MODULE) -> None:
        self.module = module
        self.rows: list[list[tuple[float, Fact, list[str]]]] = []
        used = _MODULES
        for fact in facts:
            modules = self._modules(fact)
            if used + modules > _MODULES:
                self.rows.append([])
                used = 0
            lines = text.wrap(fact.value, modules * module - 1.5, fact.kind)
            self.rows[-1].append((LEFT + used * module, fact, lines))
            used += modules

    def _modules(self, fact: Fact) -> int:
        widest = max(text.measure(fact.label, style.FACT_LABEL), text.measure(fact.value, fact.kind))
        return min(_MODULES, max(fact.modules, int((widest + 1.5) / self.module - 1e-6) + 1))

    @staticmethod
    def _row_height(row: list[tuple[float, Fact, list[str]]]) -> float:
        return style.FACT_LABEL.line + max(len(lines) * fact.kind.line for _, fact, lines in row)

    @property
    def height(self) -> float:
        return sum(map(self._row_height, self.rows)) + self._GAP * max(0, len(self.rows) - 1)

    def draw(self, sheet: Sheet, top: float) -> None:
        for row in self.rows:
            for x, fact, lines in row:
                sheet.text(x, top, fact.label, style.FACT_LABEL)
                below = top + style.FACT_LABEL.line
                for line in lines:
                    sheet.text(x, below, line, fact.kind)
                    below += fact.kind.line
            top += self._row_height(row) + self._GAP


class Beside(Block):
    """Two blocks next to each other, both from the same line."""

    def __init__(self, left: Sequence[Block], right: Sequence[Block]) -> None:
        self.sides = (left, right)
        self.above = left[0].above if left else right[0].above

    @staticmethod
    def _side_height(side: Sequence[Block]) -> float:
        return sum(block.height + (block.above if number else 0.0) for number, block in enumerate(side))

    @property
    def height(self) -> float:
        return max(map(self._side_height, self.sides))

    def draw(self, sheet: Sheet, top: float) -> None:
        for side in self.sides:
            place = top
            for number, block in enumerate(side):
                place += block.above if number else 0.0
                block.draw(sheet, place)
                place += block.height


class PricePanel(Block):
    """What makes up the price, the total in a box and in words under it: 58 wide."""

    above = style.HEADING_GAP
    X, PANEL_WIDTH = 134.0, 58.0
    _ROW, _BOX, _BOX_GAP = 5.5, 10.2, 1.4

    def __init__(self, rows: Sequence[tuple[str, str]], label: str, amount: str, words: str, remark: str) -> None:
        self.label, self.amount = label, amount
        room = self.PANEL_WIDTH - 2 * CELL_PADDING
        self.rows = []
        for title, value in rows:
            kind = text.fit(value, room * 0.62, style.CELL)
            lines = text.wrap(title, room - text.measure(value, kind) - 2, style.CELL_LABEL)
            self.rows.append((lines, value, kind))
        self.words = text.wrap(words, self.PANEL_WIDTH, style.WORDS)
        self.remark = text.wrap(remark, self.PANEL_WIDTH, style.REMARK) if remark else []

    @staticmethod
    def _row_height(lines: list[str]) -> float:
        return PricePanel._ROW + (len(lines) - 1) * style.CELL_LABEL.line

    @property
    def height(self) -> float:
        rows = sum(self._row_height(lines) for lines, _, _ in self.rows)
        below = len(self.words) * style.WORDS.line + len(self.remark) * style.REMARK.line
        return rows + self._BOX_GAP + self._BOX + 1.0 + below

    def draw(self, sheet: Sheet, top: float) -> None:
        x, inner = self.X, self.PANEL_WIDTH - 2 * CELL_PADDING
        sheet.rule(x, top, self.PANEL_WIDTH, style.STRONG_RULE, style.ACCENT)
        for number, (lines, value, kind) in enumerate(self.rows):
            height = self._row_height(lines)
            first = top + (self._ROW - style.CELL.line) / 2
            for place, line in enumerate(lines):
                sheet.text(x + CELL_PADDING, first + place * style.CELL_LABEL.line, line, style.CELL_LABEL)
            sheet.text(x + CELL_PADDING, first, value, kind, "right", inner)
            top += height
            last = number == len(self.rows) - 1
            sheet.rule(x, top, self.PANEL_WIDTH, colour=style.RULE if last else style.HAIRLINE)
        top += self._BOX_GAP
        self._draw_box(sheet, top)
        top += self._BOX + 1.0
        for kind, lines in ((style.WORDS, self.words), (style.REMARK, self.remark)):
            for line in lines:
                sheet.text(x, top, line, kind)
                top += kind.line

    def _draw_box(self, sheet: Sheet, top: float) -> None:
        left, inner = self.X + CELL_PADDING, self.PANEL_WIDTH - 2 * CELL_PADDING
        sheet.box(self.X, top, self.PANEL_WIDTH, self._BOX, style.ACCENT, radius=0.4)
        label = text.fit(self.label, 18.0, style.BOX_LABEL)
        currency_room = text.measure("¥ ", style.BOX_CURRENCY)
        room = inner - text.measure(self.label, label) - 2 - currency_room
        kind = text.fit(self.amount, room, style.BOX_AMOUNT)
        baseline = top + self._BOX / 2 + 0.36 * style.BOX_AMOUNT.size * POINT
        sheet.write(left, baseline, self.label, label)
        sheet.write(left, baseline, self.amount, kind, "right", inner)
        width = text.measure(self.amount, kind) + currency_room
        sheet.write(left + inner - width, baseline, "¥", style.BOX_CURRENCY)


class Notes(Block):
    """Numbered fine print that may go on over pages."""

    def __init__(self, notes: Sequence[str], kind: Type = style.FINE_PRINT) -> None:
        self.kind = kind
        self.lines: list[str] = []
        for number, note in enumerate(notes, start=1):
            mark = f"{number}. " if len(notes) > 1 else ""
            self.lines += text.wrap(mark + note, WIDTH, kind)

    @property
    def height(self) -> float:
        return len(self.lines) * self.kind.line

    @property
    def least(self) -> float:
        return min(len(self.lines), _LINES_KEPT) * self.kind.line

    def draw(self, sheet: Sheet, top: float) -> None:
        for line in self.lines:
            sheet.text(LEFT, top, line, self.kind)
            top += self.kind.line

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        count = min(int((room + 1e-6) / self.kind.line), len(self.lines) - _LINES_KEPT)
        if count < _LINES_KEPT:
            return None
        first, rest = Notes((), self.kind), Notes((), self.kind)
        first.lines, rest.lines = self.lines[:count], self.lines[count:]
        first.above = rest.above = self.above
        rest.with_next = self.with_next
        return first, rest


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, ``share`` times as wide as the others; name, date and a drawn signature where they are known."""

    label: str
    share: float = 1.0
    name: str = ""
    date: str = ""
    picture: bytes = b""


class Signatures(Block):
    """A row of places to sign at the foot of the page."""

    at_foot = True
    _HEIGHT, _GAP = 17.0, 5.0

    def __init__(
        self, signers: Sequence[Signer], date_blanks: str, x: float = LEFT, total_width: float = WIDTH
    ) -> None:
        unit = (total_width - self._GAP * (len(signers) - 1)) / sum(signer.share for signer in signers)
        self.places: list[tuple[float, float, Signer]] = []
        for signer in signers:
            width = unit * signer.share
            self.places.append((x, width, replace(signer, date=signer.date or date_blanks)))
            x += width + self._GAP

    @property
    def height(self) -> float:
        return self._HEIGHT

    def draw(self, sheet: Sheet, top: float) -> None:
        bottom = top + self._HEIGHT
        for x, width, signer in self.places:
            label = text.fit(signer.label, width, style.SIGN_LABEL)
            sheet.text(x, top, signer.label, label)
            date_width = text.measure(signer.date, style.SIGN_DATE)
            if signer.picture:
                above = style.SIGN_LABEL.line
                sheet.picture(signer.picture, x, top + above, width - date_width - 2, self._HEIGHT - above - 0.6)
            lines, kind = text.fit_lines(signer.name, width - date_width - 2, style.CELL, 2, 6.5)
            for number, line in enumerate(reversed(lines)):
                sheet.text(x, bottom - 1.0 - kind.line * (number + 1), line, kind)
            sheet.text(x, bottom - 1.0 - style.SIGN_DATE.line, signer.date, style.SIGN_DATE, "right", width)
            sheet.rule(x, bottom, width, style.SIGN_RULE, style.INK)
