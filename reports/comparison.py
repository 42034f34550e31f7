"""Several quotes of a customer side by side (S1): goods, make-up of the price, ways to pay; what differs stands out."""

from __future__ import annotations

from models.kernel.i18n import Translator, translator
from models.papers.facts import Printing
from models.sales.quote_papers import ComparedRow, ComparisonPaper
from reports import style
from reports.blocks import Fact, Facts, Notes
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column
from reports.wording import date_text

_WIDTHS = {2: 45.0, 3: 37.0, 4: 31.0}
"""How wide a quote's column is, by how many there are; what is left is for the names."""

_GAP = 2.6


def comparison(facts: ComparisonPaper, printing: Printing) -> bytes:
    """One column for each quote; a row in the accent is one in which they are not all the same."""
    _ = translator(printing.language)
    frame = Letterhead(facts.store, printing, _("Quote comparison"), facts.number, (date_text(facts.made_on),), ())
    marked = _("Rows in bold are those in which the quotes differ.")
    top = Facts([Fact(_("Customer"), facts.customer, 4, style.FACT_STRONG), Fact(_("How to read it"), marked, 8)])
    heads = [f"{each.number} v{each.version}" for each in facts.quotes]
    blocks: list[Block] = [top, _about(facts, heads, _)]
    for section in facts.sections:
        blocks.append(_listing(section.title, heads, section.rows, len(facts.quotes)))
    notes = Notes(facts.store.look.terms)
    notes.above = style.SECTION_GAP
    zone = Zone(style.HEADER_RULE + top.above, style.LATER_TOP, style.BODY_END)
    return frame.draw(flow([*blocks, notes] if facts.store.look.terms else blocks, zone))


def _about(facts: ComparisonPaper, heads: list[str], _: Translator) -> Listing:
    until = ComparedRow(_("Valid until"), tuple(date_text(each.valid_until) for each in facts.quotes), False)
    rows = (
        ComparedRow(_("State"), tuple(each.state for each in facts.quotes), False),
        ComparedRow(_("Sales consultant"), tuple(each.consultant for each in facts.quotes), False),
        ComparedRow(_("Date"), tuple(date_text(each.quoted_on) for each in facts.quotes), False),
        until,
    )
    return _listing(_("Quote"), heads, rows, len(facts.quotes))


def _listing(title: str, heads: list[str], rows: tuple[ComparedRow, ...], count: int) -> Listing:
    width = _WIDTHS[count]
    columns = [Column(title, style.WIDTH - width * count, flexible=True, kind=style.WIDE_CELL)]
    columns += [Column(head, width, "right", style.WIDE_CELL) for head in heads]
    texts = [[row.label, *(cell or DASH for cell in row.cells)] for row in rows]
    listing = Listing(columns, texts, marked=[place for place, row in enumerate(rows) if row.differs])
    listing.above = _GAP
    return listing
