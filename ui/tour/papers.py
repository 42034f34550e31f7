"""The tour's papers: what the day made, as PDF and as pictures of the pages."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from models.kernel import clock, i18n
from models.kernel.keys import new_recovery_code
from models.papers.facts import PaperKind, PaperSize
from models.shop.profile import profile
from reports import prints
from reports.recovery import RecoverySheet, recovery_sheet
from ui.kit.pages import Pages

if TYPE_CHECKING:
    from ui.tour.day import Day

_SCALE = 1.6


def write(out: Path, day: Day) -> int:
    """Write the papers of the day into ``out``; how many there are."""
    actor, language = day.window.session.actor, i18n.language()
    papers = {
        "paper-quote": prints.preview(actor, PaperKind.QUOTE, day.quote, language).pdf,
        "paper-contract": prints.preview(actor, PaperKind.CONTRACT, day.contract, language).pdf,
    }
    tomorrow = (clock.today() + timedelta(days=1)).toordinal()
    papers["paper-day-plan"] = prints.preview(actor, PaperKind.DAY_PLAN, tomorrow, language).pdf
    for size in (PaperSize.A5, PaperSize.FORM_140, PaperSize.FORM_93):
        receipt = prints.preview(actor, PaperKind.RECEIPT, day.payment, language, size)
        papers[f"paper-receipt-{size.value}"] = receipt.pdf
    now = clock.local(clock.now())
    sheet = RecoverySheet(profile().head(), "…/shop.desk", new_recovery_code(), now, language)
    papers["paper-recovery-code"] = recovery_sheet(sheet)
    for name, pdf in papers.items():
        (out / f"{name}.pdf").write_bytes(pdf)
        pages = Pages(pdf)
        for number in range(len(pages)):
            pages.picture(number, _SCALE).save(str(out / f"{name}-{number + 1}.png"))
        pages.close()
    return len(papers)
