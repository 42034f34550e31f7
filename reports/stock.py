"""The stock list on A4 landscape: unit by unit, and how long what is here has been here (S3)."""

from __future__ import annotations

from models.kernel.i18n import translator
from models.kernel.money import plain
from models.papers.facts import Printing
from models.stock.papers import StockPaper
from reports import style
from reports.blocks import Fact, Facts, Heading
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE


def stock_list(facts: StockPaper, printing: Printing) -> bytes:
    """S3: the units by age, their value beneath where the list has costs."""
    _ = translator(printing.language)
    details = (date_text(facts.day),)
    frame = Letterhead(facts.store, printing, _("Stock list"), facts.number, details, details, page=_PAGE)
    costs = facts.value is not None
    figures = [Fact(band.name, str(band.units), kind=style.FACT_STRONG) for band in facts.bands]
    if costs:
        figures += [Fact(_("{name}, value").format(name=band.name), plain(band.value or 0)) for band in facts.bands]
    columns = [
        Column(_("No."), 10, "centre", style.WIDE_NUMBER),
        Column(_("VIN or serial number"), 42, kind=style.WIDE_STRONG),
        Column(_("Item"), 261 - 189 - 28 * costs, kind=style.WIDE_CELL, flexible=True),
        Column(_("Colour"), 32, kind=style.WIDE_CELL),
        Column(_("State"), 28, kind=style.WIDE_CELL),
        Column(_("Where it stands"), 32, kind=style.WIDE_CELL),
        Column(_("Arrived or expected on"), 27, kind=style.WIDE_CELL),
        Column(_("Days here"), 18, "right", style.WIDE_CELL),
    ]
    rows = [
        (
            *(str(place), line.number, line.item, line.colour or DASH, line.state, line.place or DASH),
            *(line.since.isoformat() if line.since else DASH, DASH if line.age is None else str(line.age)),
            *((plain(line.cost or 0),) if costs else ()),
        )
        for place, line in enumerate(facts.lines, start=1)
    ]
    if costs:
        columns.append(Column(_("Cost"), 28, "right", style.WIDE_CELL))
    empty = [("", _("Nothing is here yet"), *[DASH] * (len(columns) - 2))]
    total = ("", _("Here"), *[""] * (len(columns) - 3), plain(facts.value or 0)) if costs else ()
    heading = Heading(_("In stock and on its way"), right=_("Unit: CNY") if costs else "", width=_PAGE.width)
    blocks: list[Block] = [Facts(figures, _PAGE.module), heading, Listing(columns, rows or empty, total=total)]
    zone = Zone(_PAGE.header_rule + blocks[0].above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))
