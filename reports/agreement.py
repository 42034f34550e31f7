"""Blocks of papers that two parties sign: title, parties, subject, clauses, signatures with seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.kernel.i18n import Translator
from models.sales.papers import Approval, ContractPaper, LabelledText
from models.sales.supplement_papers import AmendmentPaper, CancellationPaper
from reports import style, text
from reports.blocks import Heading, Paragraph
from reports.flow import Block
from reports.style import CELL_PADDING, COLUMN, COLUMN_GAP, LEFT, POINT, WIDTH, Type
from reports.table import DASH

if TYPE_CHECKING:
    from reports.page import Sheet

Signed = ContractPaper | AmendmentPaper | CancellationPaper
"""What two parties sign."""

_ROW = 6.2
_WIDEST_LABEL = 30.0


def _label_width(labels: Sequence[str], least: float) -> float:
    """A label column wide enough for its words, within reason."""
    widest = max((text.measure(words, style.CELL_LABEL) for words in labels), default=0.0)
    return min(_WIDEST_LABEL, max(least, widest + CELL_PADDING + 2))


class TitleBlock(Block):
    """The title in the middle of the page and a line of details under it."""

    _GAP = 4.0

    def __init__(self, title: str, details: Sequence[tuple[str, str]]) -> None:
        self.lines, self.kind = text.fit_lines(title, WIDTH, style.CONTRACT_TITLE, 2, 11)
        self.rows: list[list[tuple[str, str, float]]] = [[]]
        used = 0.0
        for label, value in details:
            width = text.measure(label + " ", style.NUMBER_REST) + text.measure(value, style.NUMBER)
            if used + width > WIDTH and self.rows[-1]:
                self.rows.append([])
                used = 0.0
            self.rows[-1].append((label + " ", value, width))
            used += width + self._GAP * 2

    @property
    def height(self) -> float:
        return len(self.lines) * self.kind.line + 1.4 + len(self.rows) * style.NUMBER.line

    def draw(self, sheet: Sheet, top: float) -> None:
        for line in self.lines:
            sheet.text(LEFT, top, line, self.kind, "centre", WIDTH)
            top += self.kind.line
        top += 1.4
        for row in self.rows:
            gap = self._GAP * 2
            x = LEFT + (WIDTH - sum(width for _, _, width in row) - gap * (len(row) - 1)) / 2
            for label, value, width in row:
                sheet.text(x, top, label, style.NUMBER_REST)
                left = x + text.measure(label, style.NUMBER_REST)
                sheet.text(left, top, value, text.fit(value, WIDTH - left + LEFT, style.NUMBER))
                x += width + gap
            top += style.NUMBER.line


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and the lines of its value, ready to be drawn in a cell."""

    label: str
    lines: list[str]
    kind: Type

    @property
    def height(self) -> float:
        return _ROW + (len(self.lines) - 1) * self.kind.line

    def draw(self, sheet: Sheet, x: float, top: float, label_width: float) -> None:
        baseline = top + (_ROW - style.CELL.line) / 2 + style.CELL.drop
        label = text.fit(self.label, label_width - CELL_PADDING, style.CELL_LABEL)
        sheet.write(x + CELL_PADDING, baseline, self.label, label)
        for line in self.lines:
            sheet.write(x + label_width + CELL_PADDING, baseline, line, self.kind)
            baseline += self.kind.line


class Parties(Block):
    """Who sells and who buys, side by side under tinted bars."""

    def __init__(
        self,
        left: tuple[str, Sequence[LabelledText]],
        right: tuple[str, Sequence[LabelledText]],
        strong: Sequence[str],
    ) -> None:
        self.titles = (left[0], right[0])
        self.label_width = _label_width([pair.label for _, pairs in (left, right) for pair in pairs], 18.0)
        room = COLUMN - self.label_width - 2 * CELL_PADDING
        self.sides = []
        for _, pairs in (left, right):
            side = []
            for pair in pairs:
                kind = style.CELL_STRONG if pair.value in strong else style.CELL
                side.append(_Pair(pair.label, text.wrap(pair.value or DASH, room, kind), kind))
            self.sides.append(side)
        count = max(map(len, self.sides))
        self.heights = [max(side[row].height for side in self.sides if row < len(side)) for row in range(count)]

    @property
    def height(self) -> float:
        return _ROW + sum(self.heights)

    def draw(self, sheet: Sheet, top: float) -> None:
        for number, (title, side) in enumerate(zip(self.titles, self.sides, strict=True)):
            x = LEFT + number * (COLUMN + COLUMN_GAP)
            sheet.box(x, top, COLUMN, _ROW, style.TINT)
            sheet.rule(x, top, COLUMN, style.STRONG_RULE, style.ACCENT)
            sheet.text(x + CELL_PADDING, top + (_ROW - style.CELL.line) / 2, title, style.CELL_GROUP)
            below = top + _ROW
            for row, height in enumerate(self.heights):
                if row < len(side):
                    side[row].draw(sheet, x, below, self.label_width)
                below += height
                last = row == len(self.heights) - 1
                sheet.rule(x, below, COLUMN, colour=style.RULE if last else style.HAIRLINE)


class Subject(Block):
    """Facts of what is sold in three columns; a long value takes more of them, then more lines."""

    above = style.HEADING_GAP
    _COLUMNS, _COLUMN = 3, 58.0

    def __init__(self, pairs: Sequence[LabelledText]) -> None:
        self.label_width = _label_width([pair.label for pair in pairs], 17.0)
        self.rows: list[list[tuple[int, _Pair]]] = []
        used = self._COLUMNS
        for pair in pairs:
            taken = self._columns_for(pair.value)
            if used + taken > self._COLUMNS:
                self.rows.append([])
                used = 0
            room = taken * self._COLUMN - self.label_width - 2 * CELL_PADDING
            self.rows[-1].append((used, _Pair(pair.label, text.wrap(pair.value or DASH, room, style.CELL), style.CELL)))
            used += taken

    def _columns_for(self, value: str) -> int:
        needed = text.measure(value, style.CELL) + self.label_width + 2 * CELL_PADDING
        return min(self._COLUMNS, max(1, int(needed / self._COLUMN - 1e-6) + 1))

    @property
    def height(self) -> float:
        return sum(max(pair.height for _, pair in row) for row in self.rows)

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, WIDTH, style.STRONG_RULE, style.ACCENT)
        for number, row in enumerate(self.rows):
            for column, pair in row:
                pair.draw(sheet, LEFT + column * self._COLUMN, top, self.label_width)
            top += max(pair.height for _, pair in row)
            last = number == len(self.rows) - 1
            sheet.rule(LEFT, top, WIDTH, colour=style.RULE if last else style.HAIRLINE)


class Clauses(Block):
    """One article: its heading and numbered clauses; where it goes on over pages the heading says so."""

    _NUMBER, _GAP = 9.0, 0.9

    def __init__(self, title: str, number: int, clauses: Sequence[str], _: Translator, headed: bool = True) -> None:
        self.title = title
        self.translate = _
        self.heading = Heading(title) if headed else None
        self.above = style.SECTION_GAP if headed else 2.4
        self.paragraphs = [
            Paragraph(words, mark=f"{number}.{place}", hang=self._NUMBER)
            for place, words in enumerate(clauses, start=1)
        ]

    @property
    def _heading_height(self) -> float:
        return self.heading.height + style.HEADING_GAP if self.heading else 0.0

    @property
    def height(self) -> float:
        return self._heading_height + sum(paragraph.height + self._GAP for paragraph in self.paragraphs)

    @property
    def least(self) -> float:
        first = self.paragraphs[0].least + self._GAP if self.paragraphs else 0.0
        return self._heading_height + first

    def draw(self, sheet: Sheet, top: float) -> None:
        if self.heading:
            self.heading.draw(sheet, top)
            top += self._heading_height
        for paragraph in self.paragraphs:
            paragraph.draw(sheet, top)
            top += paragraph.height + self._GAP

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        room -= self._heading_height
        here: list[Paragraph] = []
        later = list(self.paragraphs)
        while later[whole_fits:] and later[0].height <= room:
            room -= later[0].height + self._GAP
            here.append(later.pop(0))
        parts = later[0].split(room) if later and not (whole_fits and here) else None
        if parts:
            first, rest = parts
            assert isinstance(first, Paragraph)
            assert isinstance(rest, Paragraph)
            here.append(first)
            later[0] = rest
        if not here or not later:
            return None
        rest = self._part(self._continued, later)
        rest.with_next = self.with_next
        return self._part(self.heading, here), rest

    @property
    def _continued(self) -> Heading:
        return Heading(self.translate("{title} (continued)").format(title=self.title))

    def _part(self, heading: Heading | None, paragraphs: list[Paragraph]) -> Clauses:
        part = Clauses(self.title, 0, (), self.translate)
        part.heading, part.paragraphs, part.above = heading, paragraphs, self.above
        return part


class ContractSignatures(Block):
    """Where both parties sign, the seal's place, and who applied, approved and countersigned."""

    at_foot = True
    above = 5.0
    _BLOCK, _STEP, _LABEL, _FIRST_LINE = 50.0, 12.0, 19.0, 20.3
    _GAP, _STRIP, _SEAL, _SIGNATURE = 3.0, 10.9, 21.0, 11.0

    def __init__(self, facts: Signed, pending: bool, _: Translator) -> None:
        """``pending``: steps without a name are still to come rather than not needed."""
        self.translate = _
        self.pending = pending
        self.approvals = facts.approvals
        self.drawn = {each.position: each.picture for each in facts.signatures}
        self.signed_on = facts.signed_on.isoformat() if facts.signed_on and facts.signatures else ""
        buyers = [_("Buyer"), _("Co-buyer")] if len(facts.buyer_names) > 1 else [_("Buyer")]
        self.left = [(_("Company name"), facts.store.name), (_("Authorised signatory"), ""), (_("Signing date"), "")]
        self.right = [*((words, "") for words in buyers), (_("Signing date"), "")]

    @property
    def height(self) -> float:
        return self._BLOCK + (self._GAP + self._STRIP if self.approvals else 0.0)

    def draw(self, sheet: Sheet, top: float) -> None:
        _ = self.translate
        right = LEFT + COLUMN + COLUMN_GAP
        self._draw_seal(sheet, top)
        self._draw_side(sheet, LEFT, top, _("Party A (seal)"), self.left, {1: self.drawn.get(0)})
        drawn = {place: self.drawn.get(place + 1) for place in range(len(self.right) - 1)}
        self._draw_side(sheet, right, top, _("Party B (signature)"), self.right, drawn)
        if self.approvals:
            self._draw_approvals(sheet, top + self._BLOCK + self._GAP)

    def _draw_side(
        self,
        sheet: Sheet,
        x: float,
        top: float,
        title: str,
        lines: Sequence[tuple[str, str]],
        drawn: Mapping[int, bytes | None],
    ) -> None:
        sheet.rule(x, top, COLUMN, style.STRONG_RULE, style.ACCENT)
        sheet.text(x, top + 1.4, title, style.CELL_GROUP)
        label_width = max(self._LABEL, *(text.measure(label, style.SIGN_LABEL) + 2 for label, _ in lines))
        for number, (label, value) in enumerate(lines):
            y = top + self._FIRST_LINE + (number + 3 - len(lines)) * self._STEP
            sheet.text(x, y - 1.0 - style.SIGN_LABEL.line, label, style.SIGN_LABEL)
            sheet.rule(x + label_width, y, COLUMN - label_width, style.SIGN_RULE, style.INK)
            rows, kind = text.fit_lines(value, COLUMN - label_width, style.CELL, 2, 7)
            for place, row in enumerate(reversed(rows)):
                sheet.text(
                    x + label_width,
                    y - 0.8 - kind.size * 1.25 * POINT * (place + 1),
                    row,
                    kind.but(leading=kind.size * 1.25),
                )
            picture = drawn.get(number)
            if picture:
                sheet.picture(picture, x + label_width, y - self._SIGNATURE, COLUMN - label_width, self._SIGNATURE)
            if number == len(lines) - 1:
                blanks = self.signed_on or self.translate("____ / __ / __")
                sheet.text(
                    x + label_width, y - 0.8 - style.CELL.line, blanks, style.SIGN_LABEL, "right", COLUMN - label_width
                )

    def _draw_seal(self, sheet: Sheet, top: float) -> None:
        x, y = LEFT + COLUMN - 1 - self._SEAL, top + self._BLOCK - 4 - self._SEAL
        sheet.dashed_circle(x, y, self._SEAL, style.HAIRLINE)
        words = (self.translate("Contract seal"), self.translate("Seal here"))
        for number, line in enumerate(words):
            kind = text.fit(line, 2 * self._SEAL - 6, style.REMARK)
            sheet.text(x - self._SEAL, y - style.REMARK.line * (1 - number), line, kind, "centre", 2 * self._SEAL)

    def _draw_approvals(self, sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top, WIDTH, self._STRIP, style.TINT2)
        sheet.rule(LEFT, top, WIDTH)
        sheet.rule(LEFT, top + self._STRIP, WIDTH)
        width = WIDTH / len(self.approvals)
        for number, approval in enumerate(self.approvals):
            self._draw_approval(sheet, LEFT + number * width + CELL_PADDING, top + 1.6, width - CELL_PADDING, approval)

    def _draw_approval(self, sheet: Sheet, x: float, top: float, width: float, approval: Approval) -> None:
        indent = min(width / 2, max(8.0, text.measure(approval.step, style.REMARK) + 2))
        room = width - indent - 1
        baseline = top + style.CELL.drop
        sheet.write(x, baseline, approval.step, text.fit(approval.step, indent - 1, style.REMARK))
        name = approval.name or DASH
        sheet.write(x + indent, baseline, name, text.fit(name, room, style.CELL_STRONG))
        at = approval.at or ("" if approval.name or self.pending else self.translate("No sign-off needed"))
        second = "   ".join(filter(None, (approval.role, at)))
        kind = text.fit(second, room, style.STORE_TEXT)
        sheet.text(x + indent, top + style.CELL.line, second, kind)
