"""The receipt of one payment (S7): A5, or continuous forms of 93 and 140 mm with three copies."""

from __future__ import annotations

from models.kernel.i18n import Translator, label, translator
from models.kernel.money import in_words, plain
from models.papers.facts import PaperSize, Printing
from models.sales.papers import PaymentMethod, ReceiptPaper
from reports import text
from reports.forms import FORMS, FRAME_LEFT, FRAME_RIGHT, LINE, SMALLEST, FormSheet
from reports.letterhead import draw_logo, moment
from reports.table import DASH

_EDGES = (16.5, 40.5, 82.5, 106.5, 146.5, 170.5, 212.5)
_REFERENCE = 156.5
_TOP = 3.5
_INSET = 1.6
_LOGO = 8.3
_QR = 15.2
_STORE = 27.0
_TITLE_LEFT, _TITLE_RIGHT = 100.0, 146.0


def receipt(facts: ReceiptPaper, printing: Printing) -> bytes:
    """S7: the receipt. A4 is not its paper and becomes A5; each copy of an A5 receipt is a page."""
    form = FORMS.get(printing.size, FORMS[PaperSize.A5])
    _ = translator(printing.language)
    title = _("Receipt")
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


class _Filler:
    """Writes the receipt's parts onto the form, from top to bottom."""

    def __init__(self, page: FormSheet, facts: ReceiptPaper, _: Translator) -> None:
        self.page, self.facts, self.translate = page, facts, _
        self.form = page.form
        self.body = page.form.kind(10)
        self.strong = page.form.kind(10, bold=True)
        self.small = page.form.kind(9)
        self.line = _TOP

    def fill(self, title: str) -> None:
        """One copy of the receipt."""
        self._header(title)
        end = self._frame()
        self._signatures(end)
        self._fine_print()

    def _room(self, left: int, right: int) -> float:
        return _EDGES[right] - _EDGES[left]

    def _header(self, title: str) -> None:
        page, form, facts, _ = self.page, self.form, self.facts, self.translate
        draw_logo(page.sheet, facts.store, form.x(FRAME_LEFT), form.y(1.05), _LOGO, form.accent)
        self._store()
        kind = form.kind(18, True, 0.06 if title.isascii() else 0.36, 24).but(colour=form.accent)
        page.put(_TITLE_LEFT, 1.5, title, kind, "centre", _TITLE_RIGHT - _TITLE_LEFT)
        sheet, right = page.sheet, form.x(FRAME_RIGHT)
        number = text.fit(facts.number, 48.0 * form.scale, self.strong, SMALLEST)
        left = right - text.measure(facts.number, number)
        mark = _("Receipt no.") + " "
        sheet.text(left - text.measure(mark, self.body), form.y(1), mark, self.body)
        sheet.text(left, form.y(1), facts.number, number)
        day = facts.received_on
        date = _("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)
        page.put(FRAME_RIGHT - 48, 2, date, self.body, "right", 48)
        if page.printing.copy:
            self._copy_tag(right - text.measure(date, self.body) - 3)

    def _copy_tag(self, right: float) -> None:
        words = self.translate("COPY")
        width = text.measure(words, self.small) + 2.4
        top = self.form.y(2)
        self.page.sheet.frame(right - width, top + 0.1, width, LINE - 0.2, 0.75, self.form.colour)
        self.page.sheet.text(right - width + 1.2, top, words, self.small)

    def _store(self) -> None:
        """The store's name; one that needs two lines takes the place of phone and tax number."""
        store, _, form = self.facts.store, self.translate, self.form
        room = _TITLE_LEFT - _STORE - 1
        name = form.kind(12, bold=True)
        if text.measure(store.name, name.but(size=SMALLEST)) > room * form.scale:
            lines, kind = text.fit_lines(store.name, room * form.scale, name, 2, SMALLEST)
            for number, line in enumerate(lines):
                self.page.put(_STORE, 1 + number, line, kind)
            return
        self.page.put(_STORE, 1, store.name, name, room=room)
        tax = _("Tax no. {number}").format(number=store.tax_number) if store.tax_number else ""
        self.page.put(_STORE, 2, "   ".join(filter(None, (store.phone, tax))), self.small, room=room)

    def _frame(self) -> float:
        """The framed rows; returns the line on which the frame ends."""
        self.line = _TOP
        spare = self._parties()
        self._reason(spare)
        self._amount()
        self._method()
        self._balance()
        self.page.frame(_TOP, self.line - _TOP)
        return self.line

    def _close_row(self, height: int, edges: tuple[float, ...], last: bool = False) -> None:
        for edge in edges:
            self.page.upright(edge, self.line, height)
        self.line += height
        if not last:
            self.page.rule(FRAME_LEFT, self.line, FRAME_RIGHT - FRAME_LEFT)

    def _labelled(self, first: int, words: str, last: int, value: str, strong: bool = False) -> None:
        """A label in one column and its value in the following ones, up to the edge ``last``."""
        page, height = self.page, self.form.row
        page.label(_EDGES[first], self.line, height, self._room(first, first + 1), words)
        kind = self.strong if strong else self.body
        page.value(_EDGES[first + 1], self.line, height, self._room(first + 1, last), value or DASH, kind)

    def _parties(self) -> int:
        """Who pays, phone, contract; a long name gets a row of its own. Returns the lines still spare."""
        facts, _, form = self.facts, self.translate, self.form
        room = (self._room(1, 2) - 2 * _INSET) * form.scale
        wide = text.measure(facts.payer, self.strong.but(size=SMALLEST)) > room
        self._labelled(0, _("Payer"), 6 if wide else 2, facts.payer, strong=True)
        if wide:
            self._close_row(form.row, _EDGES[1:2])
            self._labelled(0, _("Phone"), 2, facts.payer_phone)
        else:
            self._labelled(2, _("Phone"), 4, facts.payer_phone)
        first = 2 if wide else 4
        self._labelled(first, _("Contract no."), 6, facts.contract_number)
        self._close_row(form.row, _EDGES[1:4] if wide else _EDGES[1:6])
        return form.spare - (form.row if wide else 0)

    def _reason(self, spare: int) -> None:
        """What is paid for, and which receipt a counter-entry reverses; grows by the spare lines."""
        facts, _, form = self.facts, self.translate, self.form
        reverses = _("Counter-entry to receipt {number}").format(number=facts.reverses) if facts.reverses else ""
        words = "   ".join(filter(None, (reverses, facts.reason)))
        room = (self._room(1, 6) - 2 * _INSET) * form.scale
        tallest = form.row + max(0, spare)
        lines, kind = text.fit_lines(words, room, self.body, tallest, SMALLEST)
        height = min(tallest, max(form.row, len(lines) + 1))
        self.page.label(_EDGES[0], self.line, height, self._room(0, 1), _("Payment for"))
        self.page.lines(_EDGES[1] + _INSET, self.line, height, lines, kind)
        self._close_row(height, _EDGES[1:2])

    def _amount(self) -> None:
        facts, _, form = self.facts, self.translate, self.form
        large = form.kind(13, bold=True)
        page, height = self.page, form.row
        words = in_words(facts.amount, page.printing.language)
        page.label(_EDGES[0], self.line, height, self._room(0, 1), _("In words"))
        page.value(_EDGES[1], self.line, height, self._room(1, 4), words, large)
        page.label(_EDGES[4], self.line, height, self._room(4, 5), _("In figures"))
        page.amount(_EDGES[5], self.line, height, self._room(5, 6), f"¥ {plain(facts.amount)}", large)
        self._close_row(height, (_EDGES[1], _EDGES[4], _EDGES[5]))

    def _method(self) -> None:
        """Tick boxes of all ways to pay, and the reference of this one."""
        facts, _, form = self.facts, self.translate, self.form
        page, height = self.page, form.row
        page.label(_EDGES[0], self.line, height, self._room(0, 1), _("Method"))
        names = [label(method, page.printing.language) for method in PaymentMethod]
        room = (_REFERENCE - _EDGES[1] - 2 * _INSET) * form.scale
        boxes = len(names) * 4.2
        kind = text.fit("".join(names), room - boxes - len(names) * 1.0, self.body, SMALLEST)
        gap = min(3.6, (room - boxes - sum(text.measure(name, kind) for name in names)) / (len(names) - 1))
        x = form.x(_EDGES[1] + _INSET)
        line = self.line + (height - 1) / 2
        for method, name in zip(PaymentMethod, names, strict=True):
            page.tick_box(x, line, method is facts.method)
            page.sheet.text(x + 4.2, form.y(line), name, kind)
            x += 4.2 + text.measure(name, kind) + gap
        page.value(_REFERENCE, self.line, height, FRAME_RIGHT - _REFERENCE, facts.reference, self.body)
        self._close_row(height, (_EDGES[1], _REFERENCE))

    def _balance(self) -> None:
        """Contract total, received so far, still open; dashes where there is no contract."""
        facts, _, page = self.facts, self.translate, self.page
        amounts = (facts.contract_total, facts.paid_so_far, facts.still_open)
        labels = (_("Contract total"), _("Received so far"), _("Still open"))
        for number, (words, amount) in enumerate(zip(labels, amounts, strict=True)):
            left = number * 2
            page.label(_EDGES[left], self.line, self.form.row, self._room(left, left + 1), words)
            value = plain(amount) if facts.contract_number else DASH
            width = self._room(left + 1, left + 2)
            page.amount(_EDGES[left + 1], self.line, self.form.row, width, value, self.body)
        self._close_row(self.form.row, _EDGES[1:6], last=True)

    def _signatures(self, end: float) -> None:
        page, form, facts, _ = self.page, self.form, self.facts, self.translate
        line = end + 0.5
        page.put(FRAME_LEFT, line, _("Payee (seal)"), self.body, room=44)
        for x, room, words, name in (
            (62.0, 42.0, _("Received by"), facts.cashier),
            (105.0, 42.0, _("Handled by"), facts.consultant),
        ):
            page.put(x, line, words, self.body)
            used = text.measure(words, self.body) / form.scale + 3
            self._signer(x, line, name, used, room)
        page.put(148.0, line, _("Signature of payer"), self.body, room=45)
        page.rule(148.0, max(form.sign_line, min(line + 2.5, self._fine_line - 0.5)), 45.0)
        qr_words = f"{facts.number} {page.printing.check_value}".strip()
        page.sheet.qr_code(qr_words, form.x(FRAME_RIGHT) - _QR, form.y(line) + 1.2, _QR, form.colour)

    def _signer(self, x: float, line: float, name: str, used: float, room: float) -> None:
        """A name behind its label, or below it where there is no room."""
        if text.measure(name, self.strong.but(size=SMALLEST)) <= (room - used) * self.form.scale:
            self.page.put(x + used, line, name, self.strong, room=room - used)
            return
        most = max(1, int(self._fine_line - line - 1))
        lines, kind = text.fit_lines(name, room * self.form.scale, self.strong, min(most, 3), SMALLEST)
        self.page.lines(x, line + 1, len(lines) + 0.5, lines, kind)

    @property
    def _fine_line(self) -> int:
        """The first of the two lines of fine print; a grown frame moves them down by one on the short form."""
        grown = self.line > _TOP + 5 * self.form.row and self.form.row == 2
        return self.form.last - 1 + grown

    def _fine_print(self) -> None:
        page, _, printing = self.page, self.translate, self.page.printing
        line = self._fine_line
        room = FRAME_RIGHT - _QR - 4 - FRAME_LEFT
        page.put(FRAME_LEFT, line, _("In three copies; void if altered"), self.small, room=room)
        parts = [
            _("Printed: {name} {time}").format(name=printing.printed_by, time=moment(printing.printed_at)),
            _("Check value {value}").format(value=printing.check_value) if printing.check_value else "",
            _("Page {number} of {count}").format(number=1, count=1),
        ]
        page.put(FRAME_LEFT, line + 1, "   ".join(filter(None, parts)), self.small, room=room)
