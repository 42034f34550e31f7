"""Lists on paper: rows of words and figures under a head that is repeated on each page; nothing is carried forward."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reports import style, text
from reports.flow import Block
from reports.style import CELL_PADDING, LEFT, Type
from reports.table import DASH, Cell, Column, Row

if TYPE_CHECKING:
    from reports.page import Sheet

HEAD_HEIGHT = 5.6
ROW_HEIGHT = 5.3

_SMALLEST = 5.5
_MOST_LINES = 3
_TALL = 60.0
_ROWS_KEPT = 2


class Listing(Block):
    """A list of ``rows``, the last of them ``total`` where given; without column titles it has no head.

    Words in flexible columns take as many lines as they need; elsewhere three at most, in smaller type. The ``marked``
    rows, by their places, stand out.
    """

    above = style.HEADING_GAP

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        x: float = LEFT,
        total: Sequence[str] = (),
        marked: Collection[int] = (),
    ) -> None:
        self.columns, self.x = tuple(columns), x
        self.width = sum(column.width for column in columns)
        self.rows = [
            self._row(texts, style.WIDE_ACCENT if place in marked else None) for place, texts in enumerate(rows)
        ]
        if total:
            self.rows.append(replace(self._row(total, style.WIDE_STRONG), strong=True, rule=0.0))
        titles = [text.hung(column.title, column.align) for column in columns]
        self.head = self._row(titles, style.WIDE_HEAD) if any(titles) else None

    def _row(self, texts: Sequence[str], kind: Type | None = None) -> Row:
        cells = []
        x = self.x
        for column, words in zip(self.columns, texts, strict=True):
            cells.append(self._cell(column, words, x, kind))
            x += column.width
        if kind is style.WIDE_HEAD:
            return Row(tuple(cells), HEAD_HEIGHT, tint=style.TINT, strong=True, rule_colour=style.RULE, base=kind)
        lines = max(len(cell.lines) * cell.kind.line for cell in cells)
        height = ROW_HEIGHT + max(0.0, lines - style.WIDE_CELL.line)
        return Row(tuple(cells), height, base=style.WIDE_CELL)

    @staticmethod
    def _cell(column: Column, words: str, x: float, kind: Type | None) -> Cell:
        room = column.width - 2 * CELL_PADDING
        is_head = kind is style.WIDE_HEAD
        kind = kind or column.kind
        if words == DASH:
            kind = kind.but(colour=style.FAINT, bold=False)
        if column.align == "left" and not is_head:
            if column.flexible:
                return Cell(x + CELL_PADDING, room, tuple(text.wrap(words, room, kind)), kind)
            lines, kind = text.fit_lines(words, room, kind, _MOST_LINES, _SMALLEST)
            return Cell(x + CELL_PADDING, room, tuple(lines), kind)
        fitted = text.fit(words, room, kind, _SMALLEST)
        return Cell(x + CELL_PADDING, room, (words,), fitted, column.align)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    @property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return self._head_height + sum(min(row.height, _TALL) for row in self.rows[:_ROWS_KEPT])

    def draw(self, sheet: Sheet, top: float) -> None:
        if self.head:
            sheet.box(self.x, top, self.width, self.head.height, style.TINT)
            self.head.draw(sheet, self.x, self.width, top)
            top += self.head.height
        else:
            sheet.rule(self.x, top, self.width, style.STRONG_RULE, style.ACCENT)
        for number, row in enumerate(self.rows, start=1):
            if number == len(self.rows) and row.rule:
                row = replace(row, rule_colour=style.RULE)
            row.draw(sheet, self.x, self.width, top)
            top += row.height

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        room -= self._head_height
        rows = self.rows
        count, used = 0, 0.0
        while count < len(rows) and used + rows[count].height <= room:
            used += rows[count].height
            count += 1
        if count < len(rows) and rows[count].height > _TALL and not whole_fits:
            parts = rows[count].split(room - used)
            if parts:
                return self._divided([*rows[:count], parts[0]], [parts[1], *rows[count + 1 :]])
        if whole_fits:
            count -= _ROWS_KEPT
        if 0 < count < len(rows) and rows[count].strong:
            count -= 1
        return self._divided(rows[:count], rows[count:]) if 0 < count < len(rows) else None

    def _divided(self, here: list[Row], later: list[Row]) -> tuple[Listing, Listing]:
        first, rest = (Listing(self.columns, (), self.x) for _part in range(2))
        first.rows, rest.rows = here, later
        first.above, rest.above, rest.with_next = self.above, self.above, self.with_next
        return first, rest
