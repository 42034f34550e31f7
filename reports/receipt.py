"""The receipt of one payment (S7): A5, or continuous forms of 93 and 140 mm with three copies."""

from __future__ import annotations

from models.kernel.i18n import Translator, label, translator
from models.kernel.money import in_words, plain
from models.papers.facts import PaperSize, Printing
from models.sales.papers import PaymentMethod, ReceiptPaper
from models.service.settlement_papers import WorkReceiptPaper
from reports import text
from reports.form_parts import EDGES, INSET, TOP, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FRAME_RIGHT, SMALLEST, FormSheet
from reports.table import DASH

_REFERENCE = 156.5


def receipt(facts: ReceiptPaper, printing: Printing) -> bytes:
    """S7: the receipt. A4 is not its paper and becomes A5; each copy of an A5 receipt is a page."""
    form = FORMS.get(printing.size, FORMS[PaperSize.A5])
    _ = translator(printing.language)
    title = _("Refund receipt") if facts.refund_of else _("Receipt")
    page = FormSheet(form, f"{title} {facts.number}", facts.store, printing)
    filler = _Filler(page, facts, _)
    at_once = form.continuous and printing.carbonless
    names = [_("Copy 1 Stub"), _("Copy 2 Customer"), _("Copy 3 Accounts")]
    for copy in (None,) if at_once else range(len(names)):
        filler.fill(title)
        page.marks(names, copy)
        page.watermark(label(printing.watermark, printing.language))
        page.sheet.next_page()
    return page.sheet.finish()


class _Filler(FormFiller):
    """Writes the receipt's parts onto the form, from top to bottom."""

    def __init__(self, page: FormSheet, facts: ReceiptPaper, _: Translator) -> None:
        super().__init__(page, facts, _)
        self.facts = facts

    def fill(self, title: str) -> None:
        """One copy of the receipt."""
        self.header(title, self.translate("Receipt no."), self.facts.received_on)
        end = self._frame()
        self._signatures(end)
        self.fine_print(self.translate("In three copies; void if altered"))

    def _frame(self) -> float:
        """The framed rows; returns the line on which the frame ends."""
        self.line = TOP
        spare = self._parties()
        self._reason(spare)
        self._amount()
        self._method()
        self._balance()
        self.page.frame(TOP, self.line - TOP)
        return self.line

    def _parties(self) -> int:
        """Who pays, phone, contract; a long name gets a row of its own. Returns the lines still spare."""
        facts, _, form = self.facts, self.translate, self.form
        room = (self.room(1, 2) - 2 * INSET) * form.scale
        wide = text.measure(facts.payer, self.strong.but(size=SMALLEST)) > room
        self.labelled(0, _("Payee") if facts.refund_of else _("Payer"), 6 if wide else 2, facts.payer, strong=True)
        if wide:
            self.close_row(form.row, EDGES[1:2])
            self.labelled(0, _("Phone"), 2, facts.payer_phone)
        else:
            self.labelled(2, _("Phone"), 4, facts.payer_phone)
        first = 2 if wide else 4
        of_work = isinstance(facts, WorkReceiptPaper)
        name = _("Work order") if of_work else _("Contract no.")
        self.labelled(first, name, 6, facts.contract_number)
        self.close_row(form.row, EDGES[1:4] if wide else EDGES[1:6])
        return form.spare - (form.row if wide else 0)

    def _reason(self, spare: int) -> None:
        """What is paid for, and which receipt a counter-entry reverses; grows by the spare lines."""
        facts, _, form = self.facts, self.translate, self.form
        reverses = _("Counter-entry to receipt {number}").format(number=facts.reverses) if facts.reverses else ""
        refund = _("Refund on cancellation {number}").format(number=facts.refund_of) if facts.refund_of else ""
        words = "   ".join(filter(None, (reverses, refund, facts.reason)))
        room = (self.room(1, 6) - 2 * INSET) * form.scale
        tallest = form.row + max(0, spare)
        lines, kind = text.fit_lines(words, room, self.body, tallest, SMALLEST)
        height = min(tallest, max(form.row, len(lines) + 1))
        self.page.label(EDGES[0], self.line, height, self.room(0, 1), _("Refund for") if refund else _("Payment for"))
        self.page.lines(EDGES[1] + INSET, self.line, height, lines, kind)
        self.close_row(height, EDGES[1:2])

    def _amount(self) -> None:
        facts, _, form = self.facts, self.translate, self.form
        large = form.kind(13, bold=True)
        page, height = self.page, form.row
        words = in_words(facts.amount, page.printing.language)
        page.label(EDGES[0], self.line, height, self.room(0, 1), _("In words"))
        page.value(EDGES[1], self.line, height, self.room(1, 4), words, large)
        page.label(EDGES[4], self.line, height, self.room(4, 5), _("In figures"))
        page.amount(EDGES[5], self.line, height, self.room(5, 6), f"¥ {plain(facts.amount)}", large)
        self.close_row(height, (EDGES[1], EDGES[4], EDGES[5]))

    def _method(self) -> None:
        """Tick boxes of all ways to pay, and the reference of this one."""
        facts, _, form = self.facts, self.translate, self.form
        page, height = self.page, form.row
        page.label(EDGES[0], self.line, height, self.room(0, 1), _("Method"))
        names = [label(method, page.printing.language) for method in PaymentMethod]
        room = (_REFERENCE - EDGES[1] - 2 * INSET) * form.scale
        boxes = len(names) * 4.2
        kind = text.fit("".join(names), room - boxes - len(names) * 1.0, self.body, SMALLEST)
        gap = min(3.6, (room - boxes - sum(text.measure(name, kind) for name in names)) / (len(names) - 1))
        x = form.x(EDGES[1] + INSET)
        line = self.line + (height - 1) / 2
        for method, name in zip(PaymentMethod, names, strict=True):
            page.tick_box(x, line, method is facts.method)
            page.sheet.text(x + 4.2, form.y(line), name, kind)
            x += 4.2 + text.measure(name, kind) + gap
        page.value(_REFERENCE, self.line, height, FRAME_RIGHT - _REFERENCE, facts.reference, self.body)
        self.close_row(height, (EDGES[1], _REFERENCE))

    def _balance(self) -> None:
        """Contract total, received so far, still open; dashes where there is no contract."""
        facts, _, page = self.facts, self.translate, self.page
        amounts = (facts.contract_total, facts.paid_so_far, facts.still_open)
        labels = (_("Contract total"), _("Received so far"), _("Still open"))
        if isinstance(facts, WorkReceiptPaper):
            labels = (_("To be paid"), _("Received so far"), _("Still open"))
        if facts.refund_of:
            labels = (_("Refund agreed"), _("Refunded so far"), _("Still to refund"))
        for number, (words, amount) in enumerate(zip(labels, amounts, strict=True)):
            left = number * 2
            page.label(EDGES[left], self.line, self.form.row, self.room(left, left + 1), words)
            value = plain(amount) if facts.contract_number else DASH
            width = self.room(left + 1, left + 2)
            page.amount(EDGES[left + 1], self.line, self.form.row, width, value, self.body)
        self.close_row(self.form.row, EDGES[1:6], last=True)

    def _signatures(self, end: float) -> None:
        facts, _ = self.facts, self.translate
        line = end + 0.5
        self.page.put(FRAME_LEFT, line, _("Store (seal)") if facts.refund_of else _("Payee (seal)"), self.body, room=44)
        taken = _("Paid out by") if facts.refund_of else _("Received by")
        people = ((62.0, 42.0, taken, facts.cashier), (105.0, 42.0, _("Handled by"), facts.consultant))
        self.signers(line, people, _("Signature of payee") if facts.refund_of else _("Signature of payer"))
