"""Money tables: columns that give way to amounts, rows that wrap, pages that carry their subtotal forward."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.kernel.i18n import Translator
from models.kernel.money import plain
from reports import style, text
from reports.flow import Block
from reports.page import Align
from reports.style import CELL_PADDING, Type

if TYPE_CHECKING:
    from reports.page import Sheet

DASH = "—"
HEAD_HEIGHT = 6.4
ROW_HEIGHT = 6.1
DENSE_ROW_HEIGHT = 5.7
GROUP_HEIGHT = 5.8

_NARROWEST = 24.0
_SMALLEST_HEAD = 6.5
_TALL = 60.0
_LINES_KEPT = 3
_ROOM_FOR_WORDS = 4


def money(amount: int) -> str:
    """An amount in a cell; nothing is a dash."""
    return plain(amount) if amount else DASH


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``flexible`` ones give width to those whose amounts need it."""

    title: str
    width: float
    align: Align = "left"
    kind: Type = style.CELL
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of words between ``x`` and ``x + room``."""

    x: float
    room: float
    lines: tuple[str, ...]
    kind: Type
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells on one first baseline; ``amount`` counts towards the subtotal that is carried forward."""

    cells: tuple[Cell, ...]
    height: float
    amount: int = 0
    tint: str = ""
    strong: bool = False
    rule: float = style.THIN_RULE
    rule_colour: str = style.HAIRLINE
    binds: bool = False
    base: Type = style.CELL

    def draw(self, sheet: Sheet, x: float, width: float, top: float) -> None:
        """Draw it from ``top``, with its rule below; the tint lies there already."""
        if self.strong:
            sheet.rule(x, top, width, style.STRONG_RULE, style.ACCENT)
        if self.rule:
            sheet.rule(x, top + self.height, width, self.rule, self.rule_colour)
        for cell in self.cells:
            baseline = top + (self.height - self._lines_height) / 2 + self.base.drop
            for line in cell.lines:
                sheet.write(cell.x, baseline, line, cell.kind, cell.align, cell.room)
                baseline += cell.kind.line

    @property
    def _lines_height(self) -> float:
        return max((len(cell.lines) * cell.kind.line for cell in self.cells), default=0.0)

    def split(self, room: float) -> tuple[Row, Row] | None:
        """The lines that fit into ``room`` and those that do not; amounts stay with the first."""
        padding = self.height - self._lines_height
        kept = int((room - padding) / self.base.line)
        if kept < _LINES_KEPT:
            return None
        first = tuple(replace(cell, lines=cell.lines[:kept]) for cell in self.cells)
        rest = tuple(replace(cell, lines=cell.lines[kept:]) for cell in self.cells)
        part = replace(self, cells=first)
        remainder = replace(self, cells=rest, amount=0)
        return (
            replace(part, height=part._lines_height + padding),
            replace(remainder, height=remainder._lines_height + padding),
        )


class Grid:
    """The columns of a table, fitted to what stands in them, and the makers of its rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[str]],
        totals: Sequence[str] = (),
        x: float = style.LEFT,
        row_height: float = ROW_HEIGHT,
    ) -> None:
        """``rows`` are all texts of ordinary rows, ``totals`` what stands bold in the last column."""
        self.x = x
        self.width = sum(column.width for column in columns)
        self.row_height = row_height
        columns = [replace(column, title=text.hung(column.title, column.align)) for column in columns]
        self.columns, self.type_scale = _fitted(columns, list(rows), totals)
        self.edges = [x + sum(column.width for column in self.columns[:number]) for number in range(len(columns) + 1)]

    def cell(self, first: int, words: str, kind: Type, align: Align = "left", last: int | None = None) -> Cell:
        """A cell over the columns ``first`` to ``last``; right-aligned words stay on one line."""
        left = self.edges[first] + CELL_PADDING
        room = self.edges[(first if last is None else last) + 1] - CELL_PADDING - left
        if align == "left":
            return Cell(left, room, tuple(text.wrap(words, room, kind)), kind)
        return Cell(left, room, (words,), text.fit(words, room, kind), align)

    def head(self) -> Row:
        """The head of the table."""
        cells = []
        for number, column in enumerate(self.columns):
            room = column.width - 2 * CELL_PADDING
            kind = text.fit(column.title, room, style.TABLE_HEAD, _SMALLEST_HEAD)
            cells.append(Cell(self.edges[number] + CELL_PADDING, room, (column.title,), kind, column.align))
        return Row(tuple(cells), HEAD_HEIGHT, tint=style.TINT, strong=True, rule_colour=style.RULE)

    def line(self, texts: Sequence[str], amount: int = 0) -> Row:
        """An ordinary row."""
        cells = []
        for number, (column, words) in enumerate(zip(self.columns, texts, strict=True)):
            kind = column.kind
            if words == DASH:
                kind = kind.but(colour=style.FAINT)
            if column.align == "right":
                kind = kind.but(size=kind.size * self.type_scale)
            cells.append(self.cell(number, words, kind, column.align))
        return Row(tuple(cells), self._height(cells, self.row_height), amount)

    def group(self, mark: str, title: str, remark: str, label: str, amount: str) -> Row:
        """The heading of a group with its remark and subtotal; it is bound to the row below it."""
        last = len(self.columns) - 1
        heading = self.cell(1, title, style.CELL_GROUP, last=last - 2)
        cells = [
            self.cell(0, mark, style.CELL_GROUP, "centre"),
            heading,
            self.cell(last - 1, label, style.CELL_SPEC, "right"),
            self.cell(last, amount, self._scaled(style.CELL_GROUP), "right"),
        ]
        if remark:
            cells.append(self._remark(heading, remark))
        height = self._height(cells, GROUP_HEIGHT)
        return Row(tuple(cells), height, tint=style.TINT2, rule_colour=style.RULE, binds=True)

    def _remark(self, heading: Cell, remark: str) -> Cell:
        """The remark behind a group's title, or below it where there is no room."""
        used = text.measure(heading.lines[-1], heading.kind) + 3.0
        if len(heading.lines) == 1 and text.measure(remark, style.CELL_SPEC) <= heading.room - used:
            return Cell(heading.x + used, heading.room - used, (remark,), style.CELL_SPEC)
        lines = text.wrap(remark, heading.room, style.CELL_SPEC)
        return Cell(heading.x, heading.room, ("",) * len(heading.lines) + tuple(lines), style.CELL_SPEC)

    def total(self, label: str, words: str, amount: str, share: str = "") -> Row:
        """The last row: what it is, the amount in words or the share where given, and the amount, larger."""
        last = len(self.columns) - 1
        beside = self.cell(2, words, style.CELL_STRONG, last=last - 1)
        if last < _ROOM_FOR_WORDS:
            beside = self.cell(1, words, style.CELL_STRONG, "right", last=last - 1)
        cells = [
            self.cell(1, label, style.CELL_STRONG),
            beside,
            self.cell(last - 1, share, style.CELL_STRONG, "right"),
            self.cell(last, amount, self._scaled(style.GRAND_TOTAL), "right"),
        ]
        return Row(tuple(cells), self._height(cells, self.row_height + 0.9), strong=True, rule=0.0)

    def subtotal(self, label: str, amount: str, remark: str = "") -> Row:
        """A row in the style of a group: what a page carries forward or brings along."""
        last = len(self.columns) - 1
        middle = min(3, last - 1)
        cells = [
            self.cell(1, remark, style.CELL_SPEC, last=middle - 1),
            self.cell(middle, label, style.CELL_STRONG, "right", last=last - 1),
            self.cell(last, amount, self._scaled(style.CELL_STRONG), "right"),
        ]
        return Row(tuple(cells), GROUP_HEIGHT, tint=style.TINT2, rule_colour=style.RULE)

    def _scaled(self, kind: Type) -> Type:
        return kind.but(size=kind.size * self.type_scale)

    def _height(self, cells: Sequence[Cell], single: float) -> float:
        lines = max(len(cell.lines) * cell.kind.line for cell in cells)
        return single + max(0.0, lines - style.CELL.line)


def _fitted(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], totals: Sequence[str]
) -> tuple[list[Column], float]:
    """The columns with room for their amounts, taken from the flexible ones, and a scale for type where that fails."""
    needs = [_need(column, [row[number] for row in rows]) for number, column in enumerate(columns)]
    if columns[-1].align == "right":
        strong = max((text.measure(words, style.GRAND_TOTAL) for words in totals), default=0.0)
        needs[-1] = max(needs[-1], strong + 2 * CELL_PADDING)
    fixed = [column.align == "right" for column in columns]
    both = list(zip(columns, needs, fixed, strict=True))
    lacking = sum(max(0.0, need - column.width) for column, need, amounts in both if amounts)
    spare = sum(max(0.0, column.width - _NARROWEST) for column in columns if column.flexible)
    given = min(lacking, spare)
    widths, scale = [], 1.0
    for column, need, amounts in both:
        width = column.width
        if column.flexible and spare:
            width -= given * max(0.0, width - _NARROWEST) / spare
        elif amounts and need > width:
            width += (need - width) * given / lacking
            scale = min(scale, (width - 2 * CELL_PADDING) / (need - 2 * CELL_PADDING))
        widths.append(width)
    _even_out(columns, needs, widths)
    return [replace(column, width=width) for column, width in zip(columns, widths, strict=True)], scale


def _even_out(columns: Sequence[Column], needs: Sequence[float], widths: list[float]) -> None:
    """Give what flexible columns do not need to those whose words would wrap."""
    flexible = [number for number, column in enumerate(columns) if column.flexible]
    idle = {number: max(0.0, widths[number] - max(needs[number], _NARROWEST)) for number in flexible}
    short = {number: max(0.0, needs[number] - widths[number]) for number in flexible}
    moved = min(sum(idle.values()), sum(short.values()))
    for number in flexible if moved else ():
        widths[number] += moved * (short[number] / sum(short.values()) - idle[number] / sum(idle.values()))


def _need(column: Column, texts: Iterable[str]) -> float:
    """The width that the longest words and the title of a column ask for."""
    widest = max((text.measure(words, column.kind) for words in texts), default=0.0)
    return max(widest, text.measure(column.title, style.TABLE_HEAD.but(size=_SMALLEST_HEAD))) + 2 * CELL_PADDING


class Table(Block):
    """Rows under a head that is repeated on each page, with what was carried forward."""

    def __init__(
        self,
        grid: Grid,
        rows: Sequence[Row],
        translate: Translator,
        brought: int | None = None,
        carried: int | None = None,
    ) -> None:
        """``brought`` is the sum of earlier pages, ``carried`` the sum that ends this one; None where there is none."""
        self.grid = grid
        self.rows = list(rows)
        self.translate = translate
        self.brought = brought
        self.carried = carried
        self.above = style.HEADING_GAP

    @property
    def _all_rows(self) -> list[Row]:
        rows = [self.grid.head()]
        if self.brought is not None:
            rows.append(self.grid.subtotal(self.translate("Brought forward"), plain(self.brought)))
        rows += self.rows
        if self.carried is not None:
            rows.append(self._carry_row())
        return rows

    def _carry_row(self) -> Row:
        here = sum(row.amount for row in self.rows)
        remark = self.translate("Subtotal of this page {amount}").format(amount=plain(here))
        return self.grid.subtotal(self.translate("Carried forward"), plain(self.carried or 0), remark)

    @property
    def _frame_height(self) -> float:
        return HEAD_HEIGHT + GROUP_HEIGHT * ((self.brought is not None) + (self.carried is not None))

    @property
    def height(self) -> float:
        return self._frame_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        height = self._frame_height + GROUP_HEIGHT
        for number, row in enumerate(self.rows):
            height += min(row.height, _TALL)
            if not row.binds and number:
                break
        return min(height, self.height)

    def draw(self, sheet: Sheet, top: float) -> None:
        rows = self._all_rows
        if rows[-1].rule:
            rows[-1] = replace(rows[-1], rule_colour=style.RULE)
        below = top
        for row in rows:
            if row.tint:
                sheet.box(self.grid.x, below, self.grid.width, row.height, row.tint)
            below += row.height
        for row in rows:
            row.draw(sheet, self.grid.x, self.grid.width, top)
            top += row.height

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        room -= HEAD_HEIGHT + GROUP_HEIGHT * (1 + (self.brought is not None))
        rows = self.rows
        count, used = 0, 0.0
        while count < len(rows) and used + rows[count].height <= room:
            used += rows[count].height
            count += 1
        if count < len(rows) and rows[count].height > _TALL and not whole_fits:
            parts = rows[count].split(room - used)
            if parts:
                return self._divided([*rows[:count], parts[0]], [parts[1], *rows[count + 1 :]])
        count = min(count, len(rows) - 2)
        while count > 0 and (rows[count - 1].binds or rows[count].strong):
            count -= 1
        return self._divided(rows[:count], rows[count:]) if count > 0 else None

    def _divided(self, here: list[Row], later: list[Row]) -> tuple[Table, Table]:
        carried = (self.brought or 0) + sum(row.amount for row in here)
        first = Table(self.grid, here, self.translate, self.brought, carried)
        rest = Table(self.grid, later, self.translate, carried, self.carried)
        first.above, rest.above = self.above, self.above
        rest.with_next = self.with_next
        return first, rest
