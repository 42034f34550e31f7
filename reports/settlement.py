"""The settlement sheet of a work order on A4 (W9); on the continuous form see ``settlement_form``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import PaperSize, Printing
from models.service.settlement_papers import PutOffLine, SettledLine, SettlementPaper
from reports import settlement_form, style, text
from reports.blocks import Beside, Fact, Facts, Heading, Paragraph, PricePanel, Signatures, Signer
from reports.checklist import TintedNote
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.settlement_words import (
    authorised_words,
    is_short,
    notes,
    pieces,
    put_off_tag,
    put_off_words,
    ready_words,
    received_rows,
    short,
    sum_rows,
)
from reports.style import CELL_PADDING, LEFT
from reports.table import DASH, DENSE_ROW_HEIGHT, Column, Grid, Row, Table, money
from reports.wording import date_text, group_mark

if TYPE_CHECKING:
    from reports.page import Sheet

SIDE = 110.0
"""The width of what stands beside the sums."""

_QUANTITY, _DISCOUNT, _AMOUNT = 3, 5, 6
_MOST_BESIDE = 5
_DENSE_GAP, _DENSE_HEADING = 3.6, 1.0
_TAG = 17.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a group of lines: heading, what is beside the name, the quantity's, the subtotal's."""

    title: str
    name: str
    beside: str
    quantity: str
    subtotal: str


def settlement(facts: SettlementPaper, printing: Printing) -> bytes:
    """W9: what was done, labour, parts, what is free, what was put off, and what is to be paid."""
    if printing.size is PaperSize.FORM_140:
        return settlement_form.settlement(facts, printing)
    language = printing.language
    _ = translator(language)
    frame = Letterhead(facts.store, printing, _("Settlement sheet"), facts.number, (date_text(facts.settled_on),))
    sections = [*_groups(facts, _), *_free(facts, _)]
    blocks: list[Block] = [_about(facts, _)]
    if not is_short(facts):
        blocks.append(TintedNote(_("What was done"), [facts.done_words]))
    for number, (heading, remark, table) in enumerate(sections, start=1):
        right = _("Unit: CNY") if number == 1 else ""
        mark = f"{group_mark(number, language)}   {heading}"
        title = Heading(mark, remark, right)
        title.above, table.above = _DENSE_GAP, _DENSE_HEADING
        blocks += [title, table]
    blocks += _end(facts, len(sections) + 1, printing)
    zone = Zone(style.HEADER_RULE + blocks[0].above, style.LATER_TOP, style.BODY_END)
    return frame.draw(flow(blocks, zone))


def _about(facts: SettlementPaper, _: Translator) -> Facts:
    km = _("{km} km").format(km=f"{facts.mileage:,}") if facts.mileage is not None else DASH
    who = " / ".join(filter(None, (facts.advisor, facts.checker)))
    vehicle = (
        *(
            Fact(_("Plate"), facts.plate or DASH, 2, style.FACT_STRONG),
            Fact(_("Vehicle model"), facts.vehicle or DASH, 3),
        ),
        Fact(_("VIN"), facts.vin or DASH, 3),
    )
    place = (Fact(_("Place of the work"), facts.place or DASH, 8, style.FACT_STRONG),)
    return Facts(
        [
            Fact(_("Customer"), facts.customer, 2, style.FACT_STRONG),
            Fact(_("Phone"), facts.phone or DASH, 2),
            *(vehicle if facts.vin or facts.plate or facts.vehicle else place),
            Fact(_("Work order"), facts.order_number, 2),
            Fact(_("Mileage"), km, 2),
            Fact(_("Brought in"), short(facts.received_at), 2),
            Fact(_("Work finished"), ready_words(facts, _), 3),
            Fact(_("Service advisor / check") if facts.checker else _("Service advisor"), who, 3),
        ]
    )


def _groups(facts: SettlementPaper, _: Translator) -> list[tuple[str, str, Block]]:
    """Labour, parts and other, each as heading, remark and table."""
    parts = Words(_("Parts used"), _("Name of part"), _("Part no."), _("Quantity"), _("Subtotal of parts"))
    other = Words(_("Other"), _("Item"), _("Number"), _("Quantity"), _("Subtotal of other"))
    labour = Words(_("Labour"), _("Content of work"), _("Technician"), _("Hours"), _("Subtotal of labour"))
    groups = ((labour, facts.labour), (parts, facts.parts), (other, facts.other))
    return [(words.title, "", _lines(words, lines, _)) for words, lines in groups if lines]


def _lines(words: Words, lines: Sequence[SettledLine], _: Translator) -> Table:
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(words.name, 66, flexible=True),
        Column(words.beside, 30, kind=style.CELL_SPEC, flexible=True),
        Column(words.quantity, 16, "right"),
        Column(_("Unit price"), 18, "right"),
        Column(_("Discount"), 16, "right"),
        Column(_("Amount"), 20, "right"),
    ]
    texts = [
        (
            *(str(number), line.name, line.beside or DASH, pieces(line), plain(line.unit_price)),
            *(money(-line.discount), plain(line.amount)),
        )
        for number, line in enumerate(lines, start=1)
    ]
    amount = sum(line.amount for line in lines)
    grid = Grid(columns, texts, (plain(amount),), row_height=DENSE_ROW_HEIGHT)
    rows = [grid.line(cells, line.amount) for cells, line in zip(texts, lines, strict=True)]
    return Table(grid, [*rows, _subtotal(grid, words, lines, amount)], _)


def _subtotal(grid: Grid, words: Words, lines: Sequence[SettledLine], amount: int) -> Row:
    hours = sum(line.quantity for line in lines) if all(not line.unit for line in lines) else 0
    discount = sum(line.discount for line in lines)
    cells = [grid.cell(1, words.subtotal, style.CELL_STRONG, last=_QUANTITY - 1)]
    for place, figure in (
        (_QUANTITY, quantity_text(hours) if hours else ""),
        (_DISCOUNT, plain(-discount) if discount else ""),
        (_AMOUNT, plain(amount)),
    ):
        cells.append(grid.cell(place, figure, style.CELL_STRONG, "right"))
    return Row(tuple(cells), grid.row_height, tint=style.TINT2, rule_colour=style.RULE)


def _free(facts: SettlementPaper, _: Translator) -> list[tuple[str, str, Block]]:
    """What somebody else bears, free for the customer and totalled apart (W10)."""
    if not facts.free:
        return []
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Kind"), 22),
        Column(_("Content"), 70, flexible=True),
        Column(_("Borne by"), 24, kind=style.CELL_SPEC),
        Column(_("Quantity"), 14, "right"),
        Column(_("Worth"), 18, "right"),
        Column(_("You pay"), 18, "right"),
    ]
    texts = [
        (
            *(str(number), line.kind, "   ".join(filter(None, (line.name, line.code))), line.bearer),
            *(" ".join(filter(None, (quantity_text(line.quantity), line.unit))), plain(line.worth), plain(0)),
        )
        for number, line in enumerate(facts.free, start=1)
    ]
    grid = Grid(columns, texts, (plain(0),), row_height=DENSE_ROW_HEIGHT)
    cells = (
        grid.cell(1, _("Total"), style.CELL_STRONG),
        grid.cell(2, _("not counted in what is to be paid"), style.CELL, last=4),
        grid.cell(5, plain(facts.free_sum), style.CELL_STRONG, "right"),
        grid.cell(6, plain(0), style.CELL_STRONG, "right"),
    )
    total = Row(cells, grid.row_height, tint=style.TINT2, rule_colour=style.RULE)
    rows = [grid.line(cells, 0) for cells in texts]
    return [(_("Items free of charge"), _("listed apart, nothing to pay"), Table(grid, [*rows, total], _))]


class _PutOff(Block):
    """Work put off, a line each with its tag; safety on a tint and bold."""

    above = style.HEADING_GAP

    def __init__(self, lines: Sequence[PutOffLine], _: Translator, width: float) -> None:
        self.width = width
        self.rows = []
        for line in lines:
            kind = style.CELL_STRONG if line.safety else style.CELL
            words = text.wrap(put_off_words(line, _), width - _TAG - 2 * CELL_PADDING, kind)
            self.rows.append((line.safety, put_off_tag(line, _), words, kind))

    @staticmethod
    def _row_height(words: Sequence[str]) -> float:
        return 6.1 + (len(words) - 1) * style.CELL.line

    @property
    def height(self) -> float:
        return sum(self._row_height(words) for _safety, _tag, words, _kind in self.rows)

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, self.width, style.STRONG_RULE, style.ACCENT)
        for number, (safety, tag, words, kind) in enumerate(self.rows):
            height = self._row_height(words)
            if safety:
                sheet.box(LEFT, top, self.width, height, style.TINT)
            first = top + (6.1 - style.CELL.line) / 2
            mark = style.CELL_GROUP if safety else style.CELL_STRONG
            sheet.text(LEFT + CELL_PADDING, first, tag, text.fit(tag, _TAG - CELL_PADDING, mark))
            for place, line in enumerate(words):
                sheet.text(LEFT + _TAG + CELL_PADDING, first + place * style.CELL.line, line, kind)
            top += height
            last = number == len(self.rows) - 1
            sheet.rule(LEFT, top, self.width, colour=style.RULE if last else style.HAIRLINE)


class _Labelled(Block):
    """Labels over values beside each other, over part of the page."""

    above = 1.6

    def __init__(self, facts: Sequence[tuple[str, Sequence[str]]], width: float) -> None:
        self.step = width / len(facts)
        room = self.step - 2 * CELL_PADDING
        self.facts = [
            (name, [row for value in values for row in text.wrap(value, room, style.CELL_GROUP)])
            for name, values in facts
        ]
        self.width = width

    @property
    def height(self) -> float:
        most = max(len(lines) for _name, lines in self.facts)
        return style.FACT_LABEL.line + most * style.CELL_GROUP.line + 1.6

    def draw(self, sheet: Sheet, top: float) -> None:
        for number, (name, lines) in enumerate(self.facts):
            x, below = LEFT + CELL_PADDING + number * self.step, top + style.FACT_LABEL.line
            sheet.text(x, top, name, style.FACT_LABEL)
            for line in lines:
                sheet.text(x, below, line, style.CELL_GROUP)
                below += style.CELL_GROUP.line
        sheet.rule(LEFT, top + self.height, self.width)


class _Received(Block):
    """What was received and what is open, under the sums."""

    above = 1.6
    _ROW = 5.5

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        self.rows = rows

    @property
    def height(self) -> float:
        return self._ROW * len(self.rows)

    def draw(self, sheet: Sheet, top: float) -> None:
        x, width = PricePanel.X, PricePanel.PANEL_WIDTH
        sheet.rule(x, top, width, colour=style.RULE)
        for number, (title, value) in enumerate(self.rows):
            first = top + (self._ROW - style.CELL.line) / 2
            room = width - 2 * CELL_PADDING
            left = room - text.measure(value, style.CELL) - 2
            sheet.text(x + CELL_PADDING, first, title, text.fit(title, left, style.CELL_LABEL))
            sheet.text(x + CELL_PADDING, first, value, style.CELL, "right", room)
            top += self._ROW
            last = number == len(self.rows) - 1
            sheet.rule(x, top, width, colour=style.RULE if last else style.HAIRLINE)


def _end(facts: SettlementPaper, number: int, printing: Printing) -> list[Block]:
    """What was put off, the next service, the sums, what was received, and who signs."""
    _ = translator(printing.language)
    words = _("Put off, and the next service")
    title = f"{group_mark(number, printing.language)}   {words}"
    blocks: list[Block] = []
    beside = facts.put_off
    if len(facts.put_off) > _MOST_BESIDE:
        columns = [Column(_("Kind"), 24), Column(_("Put off"), 150, flexible=True)]
        texts = [(put_off_tag(line, _), put_off_words(line, _)) for line in facts.put_off]
        blocks += [Heading(title), Listing(columns, texts)]
        beside, title = (), _("Next service")
    left: list[Block] = [Heading(title, width=SIDE), *_left(facts, beside, _)]
    sums = Heading(_("Total"), x=PricePanel.X, width=PricePanel.PANEL_WIDTH)
    together = Beside(left, [sums, _panel(facts, printing), _Received(received_rows(facts, _))])
    together.above, together.with_next = style.SECTION_GAP, True
    return [*blocks, together, _signatures(facts, _)]


def _left(facts: SettlementPaper, put_off: Sequence[PutOffLine], _: Translator) -> list[Block]:
    blocks: list[Block] = [_PutOff(put_off, _, SIDE)] if put_off else []
    labelled: list[tuple[str, Sequence[str]]] = []
    labelled += [(_("Next service"), [facts.next_service])] if facts.next_service else []
    labelled += [(_("Warranty"), facts.warranties)] if facts.warranties else []
    if labelled:
        blocks.append(_Labelled(labelled, SIDE))
    for note in notes(facts, _):
        paragraph = Paragraph(note, style.FINE_PRINT, width=SIDE)
        paragraph.above = 1.6 if isinstance(blocks[-1] if blocks else None, (_Labelled, _PutOff)) else 0.4
        blocks.append(paragraph)
    return blocks


def _panel(facts: SettlementPaper, printing: Printing) -> PricePanel:
    _ = translator(printing.language)
    words = in_words(facts.total, printing.language)
    return PricePanel(sum_rows(facts, _), _("To be paid"), plain(facts.total), words, authorised_words(facts, _))


def _signatures(facts: SettlementPaper, _: Translator) -> Signatures:
    paid = short(facts.paid_at) if facts.paid_at else ""
    return Signatures(
        (
            Signer(_("Customer (signature)"), 1.3),
            Signer(_("Service advisor"), name=facts.advisor),
            Signer(_("Received by"), name=facts.cashier, date=paid),
            Signer(_("Gate pass"), name=facts.gate_pass, date=_("let out") if facts.gate_pass else ""),
        ),
        _("Date ____ / __ / __"),
    )
