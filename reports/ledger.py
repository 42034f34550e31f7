"""The contract ledger of a period, on A4 landscape (S6)."""

from __future__ import annotations

from models.kernel.i18n import Translator, translator
from models.kernel.money import plain
from models.papers.facts import Printing
from models.sales.supplement_papers import LedgerPaper
from reports import style
from reports.blocks import Fact, Facts, Heading, Signatures, Signer
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.table import DASH, Column, money
from reports.wording import date_text

_PAGE = style.LANDSCAPE


def ledger(facts: LedgerPaper, printing: Printing) -> bytes:
    """S6: every signed contract of a period with what it comes to, what came in and what is overdue."""
    _ = translator(printing.language)
    details = (date_text(facts.made_on),)
    frame = Letterhead(facts.store, printing, _("Contract ledger"), facts.number, details, details, page=_PAGE)
    top = _figures(facts, _)
    heading = Heading(_("Contracts"), _("; ").join(facts.about), _("Unit: CNY"), width=_PAGE.width)
    signers = (Signer(_("Made out by"), name=printing.printed_by), Signer(_("Checked by")), Signer(_("Owner")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    signatures.above = style.SECTION_GAP
    lines = _lines(facts, _)
    lines.with_next = True
    blocks: list[Block] = [top, heading, lines, signatures]
    zone = Zone(_PAGE.header_rule + top.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _figures(facts: LedgerPaper, _: Translator) -> Facts:
    rows = [
        Fact(_("Contracts"), str(len(facts.lines)), 1),
        Fact(_("As signed"), plain(facts.signed_total)),
        Fact(_("Amendments"), money(facts.amended), 2),
        Fact(_("Present total"), plain(facts.total), kind=style.FACT_STRONG),
        Fact(_("Received"), plain(facts.received), kind=style.FACT_STRONG),
        Fact(_("Still open"), plain(facts.total - facts.received)),
        Fact(_("Overdue"), money(facts.overdue), 1, style.FACT_STRONG),
    ]
    return Facts(rows, _PAGE.module)


def _lines(facts: LedgerPaper, _: Translator) -> Listing:
    columns = [
        Column(_("No."), 10, "centre", style.WIDE_NUMBER),
        Column(_("Contract no."), 27, kind=style.WIDE_STRONG),
        Column(_("Signed on"), 19, kind=style.WIDE_CELL),
        Column(_("Customer"), 45, kind=style.WIDE_CELL, flexible=True),
        Column(_("Sales consultant"), 24, kind=style.WIDE_CELL),
        Column(_("State"), 19, kind=style.WIDE_LABEL),
        Column(_("As signed"), 24, "right", style.WIDE_CELL),
        Column(_("Amendments"), 21, "right", style.WIDE_CELL),
        Column(_("Present total"), 24, "right", style.WIDE_STRONG),
        Column(_("Received"), 24, "right", style.WIDE_CELL),
        Column(_("Still open"), 24, "right", style.WIDE_CELL),
    ]
    rows = [
        (
            *(str(number), line.number, date_text(line.signed_on), line.customer, line.consultant, line.state),
            *(plain(line.signed_total), money(line.amended), plain(line.total), money(line.received)),
            money(line.total - line.received),
        )
        for number, line in enumerate(facts.lines, start=1)
    ]
    total = (
        *("", _("Total"), "", "", "", ""),
        *(plain(facts.signed_total), money(facts.amended), plain(facts.total), plain(facts.received)),
        plain(facts.total - facts.received),
    )
    return Listing(columns, rows or [("", _("No contracts"), *[DASH] * 9)], total=total)
