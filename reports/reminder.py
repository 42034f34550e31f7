"""The payment reminder (S7): A5, or continuous forms of 93 and 140 mm, in three copies like a receipt."""

from __future__ import annotations

from models.cashier.papers import OverdueLine, ReminderPaper
from models.kernel.i18n import Translator, label, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import PaperSize, Printing
from reports.form_parts import EDGES, INSET, TOP, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FRAME_RIGHT, FormSheet
from reports.style import Type
from reports.wording import date_text

_COLUMNS = (16.5, 98.5, 124.5, 148.5, 180.5, 212.5)
"""The stage, its day, days overdue, still open, interest."""

_MOST = {PaperSize.FORM_93: 4}
_MOST_ELSEWHERE = 8
"""How many lines the stages may take; on the short form the frame grows by as much as a receipt's."""


def reminder(facts: ReminderPaper, printing: Printing) -> bytes:
    """S7: the reminder. A4 is not its paper and becomes A5; each copy of one on A5 is a page."""
    size = printing.size if printing.size in FORMS else PaperSize.A5
    form = FORMS[size]
    _ = translator(printing.language)
    title = _("Payment reminder")
    page = FormSheet(form, f"{title} {facts.number}", facts.store, printing)
    filler = _Filler(page, facts, _, _MOST.get(size, _MOST_ELSEWHERE))
    at_once = form.continuous and printing.carbonless
    names = [_("Copy 1 Stub"), _("Copy 2 Customer"), _("Copy 3 Accounts")]
    for copy in (None,) if at_once else range(len(names)):
        filler.fill(title)
        page.marks(names, copy)
        page.watermark(label(printing.watermark, printing.language))
        page.sheet.next_page()
    return page.sheet.finish()


class _Filler(FormFiller):
    """Writes the reminder's parts onto the form, from top to bottom; ``most`` overdue stages have room."""

    def __init__(self, page: FormSheet, facts: ReminderPaper, _: Translator, most: int) -> None:
        super().__init__(page, facts, _)
        self.facts, self.most = facts, most

    def fill(self, title: str) -> None:
        """One copy of the reminder."""
        facts, _ = self.facts, self.translate
        self.header(title, _("Reminder no."), facts.reminded_on)
        self.line = TOP
        self._parties()
        self._stages()
        self._sum()
        self._how()
        self.page.frame(TOP, self.line - TOP)
        line = self.line + 0.5
        self.page.put(FRAME_LEFT, line, _("Store (seal)"), self.body, room=44)
        people = ((62.0, 42.0, _("Reminded by"), facts.reminded_by), (105.0, 42.0, _("Handled by"), facts.consultant))
        self.signers(line, people, _("Signature of customer"))
        self.fine_print(_("The interest is a proposal; what is owed is what the contract says."))

    def _parties(self) -> None:
        facts, _ = self.facts, self.translate
        self.labelled(0, _("Customer"), 2, facts.customer, strong=True)
        self.labelled(2, _("Phone"), 4, facts.phone)
        self.labelled(4, _("Contract no."), 6, facts.contract_number)
        self.close_row(self.form.row, EDGES[1:6])

    def _stages(self) -> None:
        """A line for each overdue stage; the rest of them as one where there is no room. The frame grows with them."""
        _, top = self.translate, self.line
        lines = list(self.facts.lines)
        shown = lines if len(lines) <= self.most else lines[: self.most - 1]
        self.line += 0.5
        self._cells((_("Stage"), _("Due on"), _("Days overdue"), _("Still open"), _("Interest")), self.strong)
        for each in shown:
            self._cells((each.name, date_text(each.due_on), str(each.days), *_money(each)), self.body)
        rest = lines[len(shown) :]
        if rest:
            open_, interest = sum(each.still_open for each in rest), sum(each.interest for each in rest)
            self._cells((_("{count} more").format(count=len(rest)), "", "", plain(open_), plain(interest)), self.body)
        height = max(2 * self.form.row, self.line + 0.5 - top)
        self.line = top + height
        for edge in _COLUMNS[1:-1]:
            self.page.upright(edge, top, height)
        self.page.rule(FRAME_LEFT, self.line, FRAME_RIGHT - FRAME_LEFT)

    def _cells(self, words: tuple[str, ...], kind: Type) -> None:
        for place, text in enumerate(words):
            left, right = _COLUMNS[place], _COLUMNS[place + 1]
            side = "left" if place == 0 else "right" if place > 2 else "centre"
            self.page.put(left + INSET, self.line, text, kind, side, right - left - 2 * INSET)  # type: ignore[arg-type]
        self.line += 1

    def _sum(self) -> None:
        facts, _, page, height = self.facts, self.translate, self.page, self.form.row
        large = self.form.kind(13, bold=True)
        page.label(EDGES[0], self.line, height, self.room(0, 1), _("Overdue"))
        words = in_words(facts.still_open, page.printing.language)
        page.value(EDGES[1], self.line, height, self.room(1, 4), words, large)
        page.label(EDGES[4], self.line, height, self.room(4, 5), _("In figures"))
        page.amount(EDGES[5], self.line, height, self.room(5, 6), f"¥ {plain(facts.still_open)}", large)
        self.close_row(height, (EDGES[1], EDGES[4], EDGES[5]))

    def _how(self) -> None:
        """By when, the interest proposed, and the account."""
        facts, _, page, height = self.facts, self.translate, self.page, self.form.row
        page.label(EDGES[0], self.line, height, self.room(0, 1), _("Please pay by"))
        page.value(EDGES[1], self.line, height, self.room(1, 2), date_text(facts.pay_by), self.strong)
        page.label(EDGES[2], self.line, height, self.room(2, 3), _("Interest"))
        rate = _("¥ {amount} at {rate} % a day").format(amount=plain(facts.interest), rate=quantity_text(facts.per_day))
        page.value(EDGES[3], self.line, height, self.room(3, 4), rate, self.body)
        page.label(EDGES[4], self.line, height, self.room(4, 5), _("Account"))
        account = " ".join(filter(None, (facts.store.bank, facts.store.bank_account)))
        page.value(EDGES[5], self.line, height, self.room(5, 6), account or "–", self.body)
        self.close_row(height, EDGES[1:6], last=True)


def _money(line: OverdueLine) -> tuple[str, str]:
    return plain(line.still_open), plain(line.interest)
