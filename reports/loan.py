"""Papers of what the desk lends: the slip on A4, A5 or a continuous form, the agreement for a courtesy car (W12)."""

from __future__ import annotations

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain
from models.loans.papers import LoanAgreementPaper, LoanSlipPaper
from models.papers.facts import Printing
from reports import style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signer
from reports.flow import Block
from reports.form_parts import EDGES, TOP, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FormSheet
from reports.letterhead import moment
from reports.signed_sheet import signed_sheet
from reports.table import DASH
from reports.wording import date_text

_HANG = 6.0


def loan_slip(facts: LoanSlipPaper, printing: Printing) -> bytes:
    """The slip; on A4 as a sheet that is signed."""
    _ = translator(printing.language)
    if printing.size not in FORMS:
        signers = (Signer(_("Borrower (signature)"), 1.35), Signer(_("Lent by"), name=facts.lent_by))
        blocks: list[Block] = [Facts(_about(facts, _)), *_money(facts, _, printing.language), *_ended(facts, _)]
        return signed_sheet(_("Loan slip"), facts.store, facts.number, blocks, _promise(_), signers, printing)
    return _form(facts, printing, _)


def loan_agreement(facts: LoanAgreementPaper, printing: Printing) -> bytes:
    """Who drives which car until when, what both sides agree on, both signatures; always on A4."""
    _ = translator(printing.language)
    slip = facts.slip
    until = date_text(facts.licence_until) if facts.licence_until else DASH
    blocks: list[Block] = [
        Facts(
            [
                *_about(slip, _),
                Fact(_("Car lent"), facts.car, 4, style.FACT_STRONG),
                Fact(_("Odometer at the start"), _("{km} km").format(km=f"{facts.km:,}"), 3),
                Fact(_("Fuel"), facts.fuel or DASH, 2),
                Fact(_("Driving licence number"), facts.licence_number or DASH, 4),
                Fact(_("Valid until"), until, 3),
            ]
        ),
        *_money(slip, _, printing.language),
        Heading(_("Agreement")),
        *(Paragraph(clause, mark=f"{number}.", hang=_HANG) for number, clause in enumerate(facts.clauses, start=1)),
        *_ended(slip, _),
    ]
    signers = (
        Signer(_("Borrower (signature)"), 1.35),
        Signer(_("Lent by"), name=slip.lent_by),
        Signer(_("Store (seal)")),
    )
    words = _("I have read the agreement, have shown my licence, and took the car over in the condition above.")
    return signed_sheet(_("Courtesy car agreement"), slip.store, slip.number, blocks, words, signers, printing)


def _promise(_: Translator) -> str:
    return _("I have received what is named above and bring it back in the same condition by the time agreed.")


def _about(facts: LoanSlipPaper, _: Translator) -> list[Fact]:
    return [
        Fact(_("Lent"), facts.what, 4, style.FACT_STRONG),
        Fact(_("Borrower"), facts.borrower or DASH, 3, style.FACT_STRONG),
        Fact(_("Phone"), facts.phone or DASH, 3),
        Fact(_("Lent on"), moment(facts.lent_at), 3),
        Fact(_("Due back"), moment(facts.due_at), 3, style.FACT_STRONG),
        Fact(_("Lent by"), facts.lent_by, 2),
        Fact(_("State it is in"), facts.condition_out or _("in order"), 4),
        *([Fact(_("Remark"), facts.note, 6)] if facts.note else []),
    ]


def _money(facts: LoanSlipPaper, _: Translator, language: str) -> list[Block]:
    if not facts.deposit:
        return []
    amount = f"¥ {plain(facts.deposit)}"
    return [
        Heading(_("Security deposit"), right=_("received by {name}").format(name=facts.lent_by)),
        Facts(
            [
                Fact(_("In figures"), amount, 3, style.FACT_STRONG),
                Fact(_("In words"), in_words(facts.deposit, language), 8),
            ]
        ),
    ]


def _ended(facts: LoanSlipPaper, _: Translator) -> list[Block]:
    """Once it is back: how, and what became of the deposit."""
    if facts.ended_at is None:
        return []
    found = [
        Fact(_("Brought back"), moment(facts.ended_at), 3),
        Fact(_("Taken back by"), facts.taken_by, 3),
        Fact(_("State it is in"), facts.condition_in or _("in order"), 5),
    ]
    if facts.deposit or facts.cost:
        found += [
            Fact(_("Cost of damage or loss"), f"¥ {plain(facts.cost)}", 3),
            Fact(_("Kept of the deposit"), f"¥ {plain(facts.kept)}", 3),
            Fact(_("Given back"), f"¥ {plain(facts.given_back)}", 3, style.FACT_STRONG),
        ]
    return [Heading(_("Return")), Facts(found)]


def _form(facts: LoanSlipPaper, printing: Printing, _: Translator) -> bytes:
    form = FORMS[printing.size]
    title = _("Loan slip")
    page = FormSheet(form, f"{title} {facts.number}", facts.store, printing)
    filler = _Filler(page, facts, _)
    names = [_("Copy 1 Stub"), _("Copy 2 Customer")]
    at_once = form.continuous and printing.carbonless
    for copy in (None,) if at_once else range(len(names)):
        filler.fill(facts, title)
        page.marks(names, copy)
        page.sheet.next_page()
    return page.sheet.finish()


class _Filler(FormFiller):
    """Writes the slip's five rows onto the form."""

    def fill(self, facts: LoanSlipPaper, title: str) -> None:
        """One copy."""
        _ = self.translate
        self.header(title, _("Slip no."), facts.lent_at.date())
        self.line = TOP
        self.labelled(0, _("Lent"), 2, facts.what, strong=True)
        self.labelled(2, _("Borrower"), 4, facts.borrower, strong=True)
        self.labelled(4, _("Phone"), 6, facts.phone)
        self.close_row(self.form.row, EDGES[1:6])
        self.labelled(0, _("Lent on"), 2, moment(facts.lent_at))
        self.labelled(2, _("Due back"), 4, moment(facts.due_at), strong=True)
        self.labelled(4, _("Lent by"), 6, facts.lent_by)
        self.close_row(self.form.row, EDGES[1:6])
        self._deposit(facts)
        self._condition(facts.condition_out, facts.note)
        self._return(facts)
        self.page.frame(TOP, self.line - TOP)
        line = self.line + 0.5
        self.page.put(FRAME_LEFT, line, _("Store (seal)"), self.body, room=44)
        people = ((62.0, 42.0, _("Lent by"), facts.lent_by), (105.0, 42.0, _("Taken back by"), facts.taken_by))
        self.signers(line, people, _("Borrower (signature)"))
        self.fine_print(_promise(_))

    def _deposit(self, facts: LoanSlipPaper) -> None:
        _, page, height = self.translate, self.page, self.form.row
        large = self.form.kind(13, bold=True)
        page.label(EDGES[0], self.line, height, self.room(0, 1), _("Security deposit"))
        words = in_words(facts.deposit, page.printing.language) if facts.deposit else _("none")
        page.value(EDGES[1], self.line, height, self.room(1, 4), words, self.strong)
        page.label(EDGES[4], self.line, height, self.room(4, 5), _("In figures"))
        page.amount(EDGES[5], self.line, height, self.room(5, 6), f"¥ {plain(facts.deposit)}", large)
        self.close_row(height, (EDGES[1], EDGES[4], EDGES[5]))

    def _condition(self, condition: str, note: str) -> None:
        _ = self.translate
        self.labelled(0, _("State it is in"), 4, condition or _("in order"))
        self.labelled(4, _("Remark"), 6, note)
        self.close_row(self.form.row, (EDGES[1], EDGES[4], EDGES[5]))

    def _return(self, facts: LoanSlipPaper) -> None:
        """What came back, or room to write it by hand."""
        _ = self.translate
        back = moment(facts.ended_at) if facts.ended_at else " "
        money = f"¥ {plain(facts.given_back)}" if facts.ended_at else " "
        said = (facts.condition_in or _("in order")) if facts.ended_at else " "
        self.labelled(0, _("Brought back"), 2, back)
        self.labelled(2, _("State it is in"), 4, said)
        self.labelled(4, _("Given back"), 6, money, strong=True)
        self.close_row(self.form.row, EDGES[1:6], last=True)
