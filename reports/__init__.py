"""Papers: plain facts in, a PDF out. The writer of PDFs is loaded when the first paper is drawn."""

from __future__ import annotations

from models.papers.facts import Printing
from models.rotation.papers import LineUpPaper, RotationDayPaper
from models.sales.papers import ContractPaper, QuotePaper, ReceiptPaper

Facts = QuotePaper | ContractPaper | ReceiptPaper | RotationDayPaper | LineUpPaper


def render(facts: Facts, printing: Printing) -> bytes:
    """The PDF of a paper, the same bytes for the same facts and printing; safe to call from any thread."""
    from reports import contract, fonts, receipt, rotation, sales

    papers = {
        QuotePaper: sales.quote,
        ContractPaper: contract.contract,
        ReceiptPaper: receipt.receipt,
        RotationDayPaper: rotation.rotation_day,
        LineUpPaper: rotation.line_up,
    }
    with fonts.LOCK:
        return papers[type(facts)](facts, printing)  # type: ignore[operator]  # each takes the type it stands under
