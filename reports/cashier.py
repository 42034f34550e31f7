"""Lists of the cashier's desk on A4 landscape: what is overdue by age, and a month's books (S7)."""

from __future__ import annotations

from collections.abc import Sequence

from models.cashier.papers import AgingPaper, ComparedLine, ReconciliationPaper
from models.kernel.i18n import Translator, translator
from models.kernel.money import plain
from models.papers.facts import Printing
from reports import style
from reports.blocks import Fact, Facts, Heading, Signatures, Signer
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead, moment
from reports.listing import Listing
from reports.table import DASH, Column, money
from reports.wording import date_text

_PAGE = style.LANDSCAPE
_BAND = 28.0


def aging(facts: AgingPaper, printing: Printing) -> bytes:
    """S7: what each contract and work order owes, by how long it has been overdue."""
    _ = translator(printing.language)
    details = (date_text(facts.day),)
    frame = Letterhead(facts.store, printing, _("Overdue by age"), facts.number, details, details, page=_PAGE)
    columns = [
        Column(_("No."), 10, "centre", style.WIDE_NUMBER),
        Column(_("Contract or order"), 30, kind=style.WIDE_STRONG),
        Column(_("Customer"), 261 - 64 - 5 * _BAND, kind=style.WIDE_CELL, flexible=True),
        Column(_("Consultant or advisor"), 24, kind=style.WIDE_CELL),
        *(Column(band, _BAND, "right", style.WIDE_CELL) for band in facts.bands),
        Column(_("Overdue"), _BAND, "right", style.WIDE_STRONG),
    ]
    rows = [
        (str(place), *(line.number, line.customer, line.consultant), *map(money, line.amounts), plain(line.still_open))
        for place, line in enumerate(facts.lines, start=1)
    ]
    total = ("", _("Total"), "", "", *map(money, facts.totals), plain(facts.still_open))
    heading = Heading(_("Open stages past their day, settlements not paid"), right=_("Unit: CNY"), width=_PAGE.width)
    listing = Listing(columns, rows or [("", _("Nothing is overdue."), *[DASH] * (len(columns) - 2))], total=total)
    return _drawn(frame, [heading, listing, _signatures(printing.printed_by, _)])


def reconciliation(facts: ReconciliationPaper, printing: Printing) -> bytes:
    """S7: a month's ledger beside what was counted, and beside what consultants say, with every note."""
    _ = translator(printing.language)
    corrects = (_("Corrects {number}").format(number=facts.corrects),) if facts.corrects else ()
    details = (facts.month, _("Closed {moment}").format(moment=moment(facts.closed_at)), *corrects)
    frame = Letterhead(facts.store, printing, _("Monthly reconciliation"), facts.number, details, details, page=_PAGE)
    ledger, counted = (sum(getattr(line, name) for line in facts.methods) for name in ("ledger", "counted"))
    figures = [
        Fact(_("Month"), facts.month),
        Fact(_("Received by the ledger"), plain(ledger), kind=style.FACT_STRONG),
        Fact(_("Counted by the cashier"), plain(counted), kind=style.FACT_STRONG),
        Fact(_("Difference"), money(counted - ledger), kind=style.FACT_STRONG),
        Fact(_("Closed by"), facts.closed_by),
        Fact(_("Note"), facts.note or DASH),
    ]
    methods = [
        Column(_("Method"), 60, kind=style.WIDE_STRONG),
        *_amounts(_("Ledger"), _("As counted"), _),
        Column(_("Explanation"), 261 - 60 - 90, kind=style.WIDE_LABEL, flexible=True),
    ]
    contracts = [
        Column(_("Contract no."), 30, kind=style.WIDE_STRONG),
        Column(_("Customer"), 45, kind=style.WIDE_CELL),
        Column(_("Sales consultant"), 30, kind=style.WIDE_CELL),
        *_amounts(_("Ledger"), _("Consultant says"), _),
        Column(_("Explanation"), 261 - 105 - 90, kind=style.WIDE_LABEL, flexible=True),
    ]
    blocks: list[Block] = [
        Facts(figures, _PAGE.module),
        Heading(_("By method"), right=_("Unit: CNY"), width=_PAGE.width),
        Listing(methods, [(line.what, *_compared(line)) for line in facts.methods], total=_sum(facts.methods, 1, _)),
        Heading(_("By contract"), width=_PAGE.width),
        Listing(
            contracts,
            [(line.what, line.customer, line.consultant, *_compared(line)) for line in facts.contracts],
            total=_sum(facts.contracts, 3, _),
        ),
        _signatures(facts.closed_by, _),
    ]
    return _drawn(frame, blocks)


def _amounts(ledger: str, counted: str, _: Translator) -> list[Column]:
    titles = (ledger, counted, _("Difference"))
    return [Column(title, 30, "right", style.WIDE_CELL) for title in titles]


def _compared(line: ComparedLine) -> tuple[str, str, str, str]:
    return plain(line.ledger), plain(line.counted), money(line.counted - line.ledger), line.note or DASH


def _sum(lines: Sequence[ComparedLine], words: int, _: Translator) -> tuple[str, ...]:
    ledger, counted = sum(line.ledger for line in lines), sum(line.counted for line in lines)
    return (_("Total"), *[""] * (words - 1), plain(ledger), plain(counted), money(counted - ledger), "")


def _signatures(made_out_by: str, _: Translator) -> Signatures:
    signers = (Signer(_("Made out by"), name=made_out_by), Signer(_("Checked by")), Signer(_("Owner")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    signatures.above = style.SECTION_GAP
    return signatures


def _drawn(frame: Letterhead, blocks: list[Block]) -> bytes:
    zone = Zone(_PAGE.header_rule + blocks[0].above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))
