"""The gate pass (W9): A4, or the continuous form of 140 mm."""

from __future__ import annotations

from models.kernel.i18n import Translator, label, translator
from models.kernel.money import plain
from models.papers.facts import PaperSize, Printing
from models.service.settlement_papers import GatePassPaper
from reports import style
from reports.blocks import Fact, Facts, Paragraph, Signatures, Signer
from reports.checklist import TintedNote
from reports.flow import Block, Zone, flow
from reports.form_parts import EDGES, TOP, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FormSheet
from reports.letterhead import Letterhead, moment
from reports.table import DASH


def gate_pass(facts: GatePassPaper, printing: Printing) -> bytes:
    """W9: leave to drive out."""
    if printing.size is PaperSize.FORM_140:
        return _on_form(facts, printing)
    _ = translator(printing.language)
    frame = Letterhead(facts.store, printing, _("Gate pass"), facts.number, (moment(facts.issued_at),))
    about = Facts(
        [
            Fact(_("Plate"), facts.plate or DASH, 3, style.FACT_STRONG),
            Fact(_("Vehicle model"), facts.vehicle or DASH, 4),
            Fact(_("VIN"), facts.vin or DASH, 5),
            Fact(_("Customer"), facts.customer, 3, style.FACT_STRONG),
            Fact(_("Work order"), facts.order_number, 4),
            Fact(_("Settlement sheet"), facts.settlement_number, 5),
            Fact(_("To be paid"), plain(facts.total), 3),
            Fact(_("Received"), plain(facts.paid), 4),
            Fact(_("Still open"), plain(facts.still_open), 5, style.FACT_STRONG),
        ]
    )
    blocks: list[Block] = [about]
    if facts.overruled:
        blocks.append(TintedNote(_("Let out unpaid by"), [facts.overruled]))
    words = Paragraph(_let_out(_))
    words.with_next = True
    signers = (
        Signer(_("Issued by"), name=facts.issued_by, date=f"{facts.issued_at:%m-%d %H:%M}"),
        Signer(_("Customer (signature)"), 1.3),
        Signer(_("Let out by (gate)")),
    )
    signatures = Signatures(signers, _("Date ____ / __ / __"))
    signatures.at_foot = False
    zone = Zone(style.HEADER_RULE + about.above, style.LATER_TOP, style.BODY_END)
    return frame.draw(flow([*blocks, words, signatures], zone))


def _let_out(_: Translator) -> str:
    """What the pass says at the gate."""
    return _("The vehicle above may leave the premises, once, on the day of issue.")


def _on_form(facts: GatePassPaper, printing: Printing) -> bytes:
    """The pass as a framed form in three copies."""
    _ = translator(printing.language)
    page = FormSheet(FORMS[PaperSize.FORM_140], f"{_('Gate pass')} {facts.number}", facts.store, printing)
    filler = _Filler(page, facts, _)
    names = [_("Copy 1 Stub"), _("Copy 2 Customer"), _("Copy 3 Gate")]
    for copy in (None,) if printing.carbonless else range(len(names)):
        filler.fill()
        page.marks(names, copy)
        page.watermark(label(printing.watermark, printing.language))
        page.sheet.next_page()
    return page.sheet.finish()


class _Filler(FormFiller):
    """Writes the pass onto the form."""

    def __init__(self, page: FormSheet, facts: GatePassPaper, _: Translator) -> None:
        super().__init__(page, facts, _)
        self.facts = facts

    def fill(self) -> None:
        """One copy of the pass."""
        facts, _ = self.facts, self.translate
        self.header(_("Gate pass"), _("Number"), facts.issued_at.date())
        self.line = TOP
        self._row((_("Plate"), facts.plate), (_("Vehicle model"), facts.vehicle), (_("Customer"), facts.customer))
        self._row(
            (_("Work order"), facts.order_number),
            (_("Settlement sheet"), facts.settlement_number),
            (_("VIN"), facts.vin),
        )
        self._row(
            (_("To be paid"), plain(facts.total)),
            (_("Received"), plain(facts.paid)),
            (_("Still open"), plain(facts.still_open)),
        )
        self.labelled(0, _("Let out unpaid by"), 6, facts.overruled)
        self.close_row(self.form.row, EDGES[1:2])
        self.labelled(0, _("Let out"), 6, _let_out(_), strong=True)
        self.close_row(self.form.row, EDGES[1:2], last=True)
        self.page.frame(TOP, self.line - TOP)
        line = 25
        people = ((FRAME_LEFT, 62.0, _("Issued by"), facts.issued_by), (82.0, 60.0, _("Customer"), ""))
        self.signers(line, people, _("Let out by (gate)"))
        self.fine_print(moment(facts.issued_at))

    def _row(self, *pairs: tuple[str, str]) -> None:
        for number, (name, value) in enumerate(pairs):
            self.labelled(number * 2, name, number * 2 + 2, value, strong=True)
        self.close_row(self.form.row, EDGES[1:6])
