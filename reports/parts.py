"""The parts' papers on A4 landscape: what to order by supplier, and the sheet of a count (W11)."""

from __future__ import annotations

from itertools import groupby

from models.kernel.i18n import Translator, translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import Printing
from models.parts.papers import CountLine, CountPaper, ReorderLine, ReorderPaper
from reports import style
from reports.blocks import Fact, Facts, Heading, Signatures, Signer
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_WHOLE = 261.0


def reorder_list(facts: ReorderPaper, printing: Printing) -> bytes:
    """W11: what to order, a table for each supplier; their amounts beneath where the list has costs."""
    _ = translator(printing.language)
    details = (date_text(facts.day),)
    frame = Letterhead(facts.store, printing, _("Reorder list"), facts.number, details, details, page=_PAGE)
    figures = [Fact(_("Parts to order"), str(len(facts.lines)), kind=style.FACT_STRONG)]
    if facts.amount is not None:
        figures.append(Fact(_("Estimated cost"), plain(facts.amount), kind=style.FACT_STRONG))
    blocks: list[Block] = [Facts(figures, _PAGE.module)]
    for supplier, lines in groupby(facts.lines, lambda line: line.supplier):
        heading = Heading(supplier or _("No supplier told"), width=_PAGE.width)
        blocks += [heading, _reorder_table(list(lines), facts.amount is not None, _)]
    if not facts.lines:
        blocks.append(Heading(_("Nothing is below its minimum"), width=_PAGE.width))
    return _drawn(frame, blocks)


def count_sheet(facts: CountPaper, printing: Printing) -> bytes:
    """W11: the parts of a count by place, with room to write where nothing is entered, and who signs."""
    _ = translator(printing.language)
    details = (date_text(facts.day),)
    frame = Letterhead(facts.store, printing, _("Count sheet"), facts.number, details, details, page=_PAGE)
    figures = [
        Fact(_("Shelf place"), facts.place or _("All places"), kind=style.FACT_STRONG),
        Fact(_("Parts"), str(len(facts.lines))),
        Fact(_("Opened by"), facts.opened_by),
        Fact(_("State"), facts.state),
    ]
    signers = (Signer(_("Counted by")), Signer(_("Second count by")), Signer(_("Approved by")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    signatures.above = style.SECTION_GAP
    return _drawn(frame, [Facts(figures, _PAGE.module), _count_table(facts, _), signatures])


def _reorder_table(lines: list[ReorderLine], costs: bool, _: Translator) -> Listing:
    columns = [
        Column(_("No."), 10, "centre", style.WIDE_NUMBER),
        Column(_("Part number"), 46, kind=style.WIDE_STRONG),
        Column(_("Name"), _WHOLE - 192 - 26 * costs, kind=style.WIDE_CELL, flexible=True),
        Column(_("Unit"), 16, kind=style.WIDE_CELL),
        *(
            Column(title, 24, "right", style.WIDE_CELL)
            for title in (_("Here"), _("Reserved"), _("On order"), _("Minimum"))
        ),
        Column(_("To order"), 24, "right", style.WIDE_STRONG),
    ]
    rows = [
        [
            *(str(place), line.number, line.name, line.unit or DASH),
            *(_figure(each) for each in (line.here, line.reserved, line.on_order, line.minimum, line.to_order)),
            *((plain(line.amount or 0),) if costs else ()),
        ]
        for place, line in enumerate(lines, start=1)
    ]
    if costs:
        columns.append(Column(_("Amount"), 26, "right", style.WIDE_CELL))
    total = sum(line.amount or 0 for line in lines)
    return Listing(columns, rows, total=(_("Sum"), *[""] * (len(columns) - 2), plain(total)) if costs else ())


def _count_table(facts: CountPaper, _: Translator) -> Listing:
    found = any(line.difference is not None for line in facts.lines)
    columns = [
        Column(_("No."), 12, "centre", style.WIDE_NUMBER),
        Column(_("Shelf place"), 28, kind=style.WIDE_CELL),
        Column(_("Part number"), 46, kind=style.WIDE_STRONG),
        Column(_("Name"), _WHOLE - 172 - 24 * (facts.with_book + found), kind=style.WIDE_CELL, flexible=True),
        Column(_("Unit"), 16, kind=style.WIDE_CELL),
        *((Column(_("Should be here"), 24, "right", style.WIDE_CELL),) if facts.with_book else ()),
        Column(_("Quantity counted"), 26, "right", style.WIDE_STRONG),
        *((Column(_("Difference"), 24, "right", style.WIDE_CELL),) if found else ()),
        Column(_("Note"), 44, kind=style.WIDE_CELL),
    ]
    return Listing(columns, [_count_row(place, line, facts, found) for place, line in enumerate(facts.lines, 1)])


def _count_row(place: int, line: CountLine, facts: CountPaper, found: bool) -> list[str]:
    """What is not counted yet stays blank, to be written by hand."""
    return [
        *(str(place), line.place or DASH, line.number, line.name, line.unit or DASH),
        *((quantity_text(line.book or 0),) if facts.with_book else ()),
        "" if line.counted is None else quantity_text(line.counted),
        *(("" if line.difference is None else _figure(line.difference),) if found else ()),
        line.note,
    ]


def _figure(quantity: int) -> str:
    return quantity_text(quantity) if quantity else DASH


def _drawn(frame: Letterhead, blocks: list[Block]) -> bytes:
    zone = Zone(_PAGE.header_rule + blocks[0].above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))
