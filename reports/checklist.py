"""The checklist on A4: sections in two columns, each with its count, its boxes and what proves each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.delivery.papers import CheckLine, CheckSection
from models.kernel.i18n import Translator
from reports import style, text
from reports.flow import Block
from reports.style import BODY_END, COLUMN, COLUMN_GAP, LATER_TOP, LEFT, WIDTH, Type
from reports.wording import group_mark

if TYPE_CHECKING:
    from reports.page import Sheet

DONE, OPEN, SKIPPED = "done", "open", "not_applicable"
"""The marks of an item."""

ROW, BOX = 5.2, 3.1
_TEXT, _NUMBER = 10.7, 4.6
_HEAD, _HEAD_GAP, _GAP = 4.6, 0.7, 3.2
_SECTION = Type(9, 13, True, style.ACCENT)
_STAR = Type(8.5, 11.6, True, style.ACCENT)
_EVIDENCE = Type(7.5, 11.6, colour=style.LABEL)
_EVIDENCE_SHARE = 0.4
_STAR_ROOM = 2.4
_WHOLE_COLUMN = BODY_END - LATER_TOP
_ONE_PAGE = 180.0
_BLANK_LINES, _BLANK_LINE = 3, 7.5


def draw_box(sheet: Sheet, x: float, y: float, mark: str) -> None:
    """A box of 3.1 mm with its tick, or a dash for what does not apply."""
    sheet.frame(x, y, BOX, BOX, 0.7, style.RULE if mark == OPEN else style.INK)
    if mark == DONE:
        sheet.tick(x, y, BOX, 1.25, style.ACCENT)
    elif mark == SKIPPED:
        sheet.rule(x + 0.7, y + BOX / 2, BOX - 1.4, 1.0, style.FAINT)


@dataclass(frozen=True)
class _Item:
    """An item with its words broken for its column."""

    item: CheckLine
    lines: list[str]
    evidence: list[str]
    kind: Type

    @classmethod
    def of(cls, item: CheckLine) -> _Item:
        room = COLUMN - _TEXT
        found = "" if item.mark == SKIPPED else item.found
        evidence, kind = text.fit_lines(found, room * _EVIDENCE_SHARE, _EVIDENCE, 2, 6.0)
        used = max((text.measure(line, kind) for line in evidence), default=0.0) + (2.0 if found else 0.0)
        if item.required:
            used += _STAR_ROOM
        return cls(item, text.wrap(item.wording, room - used, style.CELL), evidence, kind)

    @property
    def height(self) -> float:
        return ROW + (max(len(self.lines), len(self.evidence)) - 1) * style.CELL.line

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        baseline = top + (ROW - style.CELL.line) / 2 + style.CELL.drop
        draw_box(sheet, x, top + (ROW - BOX) / 2, self.item.mark)
        sheet.write(x + BOX + 1.4, baseline, str(self.item.number), style.CELL_NUMBER, "right", _NUMBER)
        grey = self.item.mark == SKIPPED
        kind = style.CELL.but(colour=style.FAINT) if grey else style.CELL
        for place, line in enumerate(self.evidence):
            below = baseline + place * style.CELL.line
            sheet.write(x + _TEXT, below, line, self.kind, "right", COLUMN - _TEXT)
        for place, line in enumerate(self.lines):
            sheet.write(x + _TEXT, baseline, line, kind)
            if self.item.required and place == len(self.lines) - 1:
                sheet.write(x + _TEXT + text.measure(line, kind) + 0.7, baseline, "*", _STAR)
            baseline += style.CELL.line
        sheet.rule(x, top + self.height, COLUMN, colour=style.HAIRLINE)


@dataclass(frozen=True)
class _Section:
    """A section, or the part of one too long for a column."""

    mark: str
    title: str
    count: str
    items: tuple[_Item, ...]

    @property
    def lines(self) -> list[str]:
        room = COLUMN - _TEXT - text.measure(self.count, style.CELL_NUMBER) - 2
        return text.wrap(self.title, room, _SECTION)

    @property
    def head_height(self) -> float:
        return len(self.lines) * _HEAD + _HEAD_GAP

    @property
    def height(self) -> float:
        return self.head_height + sum(item.height for item in self.items)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.text(x, top, self.mark, text.fit(self.mark, _TEXT - 1, _SECTION))
        sheet.write(x, top + _SECTION.drop, self.count, style.CELL_NUMBER, "right", COLUMN)
        for place, line in enumerate(self.lines):
            sheet.text(x + _TEXT - 4, top + place * _HEAD, line, _SECTION)
        top += self.head_height
        sheet.rule(x, top, COLUMN, style.STRONG_RULE, style.ACCENT)
        for item in self.items:
            item.draw(sheet, x, top)
            top += item.height

    def cut(self, room: float) -> tuple[_Section, _Section] | None:
        """The items that fit into ``room``, and the rest under the same head."""
        used, count = self.head_height, 0
        while count < len(self.items) and used + self.items[count].height <= room:
            used += self.items[count].height
            count += 1
        if not 0 < count < len(self.items):
            return None
        parts = (self.items[:count], self.items[count:])
        first, rest = (_Section(self.mark, self.title, self.count, items) for items in parts)
        return first, rest


def title_of(section: CheckSection) -> str:
    """A section's name, with the room or piece it is about."""
    return f"{section.name} · {section.part}" if section.part else section.name


def _height(sections: Sequence[_Section]) -> float:
    return sum(section.height for section in sections) + _GAP * max(0, len(sections) - 1)


class Checklist(Block):
    """Sections that fill column 1, then 2, and go on over pages; a section is divided only where no column holds it."""

    above = 3.2

    def __init__(self, sections: Sequence[CheckSection], language: str) -> None:
        self.tail: TintedNote | None = None
        self.blank = ""
        self.sections: list[_Section] = []
        for place, section in enumerate(sections, start=1):
            items = tuple(map(_Item.of, section.lines))
            closed = sum(item.mark != OPEN for item in section.lines)
            mark = group_mark(place, language)
            self.sections.append(_Section(mark, title_of(section), f"{closed} / {len(items)}", items))

    @property
    def columns(self) -> tuple[list[_Section], list[_Section]]:
        """The sections so divided that the higher column is as low as it can be."""
        every = self.sections
        cuts = range((len(every) + 1) // 2 if len(every) < 2 else 1, len(every) + 1)
        best = min(cuts, key=lambda cut: max(_height(every[:cut]), _height(every[cut:])))
        return every[:best], every[best:]

    @property
    def height(self) -> float:
        return max(map(_height, self.columns))

    @property
    def least(self) -> float:
        whole = self.height
        return whole if self.tail or self.blank else min(self.sections[0].height, _WHOLE_COLUMN / 4, whole)

    def take_in(self, title: str, lines: Sequence[str], blank: str) -> bool:
        """Put notes, and empty lines under the label ``blank``, into the free end of a column; False without room."""
        heights = [_height(column) for column in self.columns]
        if max(heights) > _ONE_PAGE:
            return False
        free = max(heights) - min(heights) - _GAP
        note = TintedNote(title, lines, column_x(heights.index(min(heights))), COLUMN) if lines else None
        if note and note.height > free:
            return False
        self.tail = note
        if blank and free - (note.height + _GAP if note else 0.0) > style.FACT_LABEL.line + _BLANK_LINES * _BLANK_LINE:
            self.blank = blank
        return True

    def draw(self, sheet: Sheet, top: float) -> None:
        for number, column in enumerate(self.columns):
            place = top
            for section in column:
                section.draw(sheet, column_x(number), place)
                place += section.height + _GAP
        self._draw_tail(sheet, top)

    def _draw_tail(self, sheet: Sheet, top: float) -> None:
        heights = [_height(column) for column in self.columns]
        x, top = column_x(heights.index(min(heights))), top + min(heights) + _GAP
        if self.tail:
            self.tail.draw(sheet, top)
            top += self.tail.height + _GAP
        if self.blank:
            sheet.text(x + style.CELL_PADDING, top, self.blank, style.FACT_LABEL)
            top += style.FACT_LABEL.line
            for number in range(1, _BLANK_LINES + 1):
                sheet.rule(x, top + number * _BLANK_LINE, COLUMN)

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        left, waiting = self._filled(room, self.sections)
        right, waiting = self._filled(room, waiting)
        if not left or not waiting:
            return None
        first, rest = _Columns(left, right), Checklist((), "")
        first.above, rest.above = self.above, self.above
        rest.sections, rest.with_next = waiting, self.with_next
        return first, rest

    @staticmethod
    def _filled(room: float, sections: list[_Section]) -> tuple[list[_Section], list[_Section]]:
        """What of ``sections`` stands in one column of ``room``, and what is left."""
        column: list[_Section] = []
        waiting = list(sections)
        while waiting and _height([*column, waiting[0]]) <= room:
            column.append(waiting.pop(0))
        if waiting and waiting[0].height > _WHOLE_COLUMN:
            parts = waiting[0].cut(room - (_height(column) + _GAP if column else 0.0))
            if parts:
                column.append(parts[0])
                waiting[0] = parts[1]
        return column, waiting


def column_x(number: int) -> float:
    """The left edge of the first or second column."""
    return LEFT + number * (COLUMN + COLUMN_GAP)


class _Columns(Checklist):
    """Both columns of a page that is full."""

    def __init__(self, left: list[_Section], right: list[_Section]) -> None:
        super().__init__((), "")
        self.sections = [*left, *right]
        self._both = (left, right)

    @property
    def columns(self) -> tuple[list[_Section], list[_Section]]:
        return self._both


class Legend(Block):
    """How many items there are and how many are done, and what the boxes mean: a tinted bar."""

    above = 3.6
    _HEIGHT = 6.4

    def __init__(self, sections: Sequence[CheckSection], _: Translator) -> None:
        marks = [item.mark for section in sections for item in section.lines]
        self.words = _("{total} items, {done} done, {skipped} not applicable").format(
            total=len(marks), done=marks.count(DONE), skipped=marks.count(SKIPPED)
        )
        self.legend = ((DONE, _("done")), (OPEN, _("to do")), (SKIPPED, _("not applicable")))
        self.star = _("required: no hand-over while it is open")

    @property
    def height(self) -> float:
        return self._HEIGHT

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top, WIDTH, self._HEIGHT, style.TINT2)
        baseline = top + self._HEIGHT / 2 + 0.36 * 8 * style.POINT
        strong = style.CELL_STRONG.but(size=8)
        sheet.write(LEFT + 1.6, baseline, self.words, text.fit(self.words, 70, strong))
        x = LEFT + WIDTH - 1.6
        kind = style.CELL_SPEC
        x -= text.measure(self.star, kind)
        sheet.write(x, baseline, self.star, kind)
        sheet.write(x - 2.6, baseline, "*", _STAR)
        for mark, words in reversed(self.legend):
            x -= 8.0 if mark == SKIPPED else 5.0
            x -= text.measure(words, kind)
            sheet.write(x, baseline, words, kind)
            x -= BOX + 1.4
            draw_box(sheet, x, top + (self._HEIGHT - BOX) / 2, mark)


class TintedNote(Block):
    """Words under a small label on a tint; ``lines`` each begin on a line of their own."""

    above = 3.2
    _PADDING = 1.4

    def __init__(self, label: str, lines: Sequence[str], x: float = LEFT, width: float = WIDTH) -> None:
        self.label, self.x, self.width = label, x, width
        room = width - 2 * style.CELL_PADDING
        self.lines = [part for line in lines for part in text.wrap(line, room, style.WORDS)]

    @property
    def height(self) -> float:
        return 2 * self._PADDING + style.FACT_LABEL.line + len(self.lines) * style.WORDS.line

    @property
    def least(self) -> float:
        return min(self.height, 2 * self._PADDING + style.FACT_LABEL.line + 2 * style.WORDS.line)

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.box(self.x, top, self.width, self.height, style.TINT2)
        x, top = self.x + style.CELL_PADDING, top + self._PADDING
        sheet.text(x, top, self.label, style.FACT_LABEL)
        top += style.FACT_LABEL.line
        for line in self.lines:
            sheet.text(x, top, line, style.WORDS)
            top += style.WORDS.line

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        frame = 2 * self._PADDING + style.FACT_LABEL.line
        count = min(int((room - frame) / style.WORDS.line), len(self.lines) - 2)
        if count < 2:
            return None
        first, rest = (TintedNote(self.label, (), self.x, self.width) for _ in range(2))
        first.lines, rest.lines = self.lines[:count], self.lines[count:]
        first.above, rest.above, rest.with_next = self.above, self.above, self.with_next
        return first, rest
