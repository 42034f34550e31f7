"""What receipts and reminders have in common on their forms: header, framed rows, signers, fine print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from models.kernel.i18n import Translator
from models.papers.facts import StoreHead
from reports import text
from reports.forms import FRAME_LEFT, FRAME_RIGHT, LINE, SMALLEST, FormSheet
from reports.letterhead import draw_logo, moment
from reports.table import DASH

EDGES = (16.5, 40.5, 82.5, 106.5, 146.5, 170.5, 212.5)
"""The upright lines of the frame."""

TOP = 3.5
INSET = 1.6
_STORE = 27.0
_TITLE_LEFT, _TITLE_RIGHT = 100.0, 146.0
_LOGO = 8.3
_QR = 15.2


class FormFacts(Protocol):
    """What every paper on a form says of itself."""

    @property
    def store(self) -> StoreHead: ...

    @property
    def number(self) -> str: ...


class FormFiller:
    """Writes onto a form by lines; ``line`` is where the next framed row begins."""

    def __init__(self, page: FormSheet, facts: FormFacts, _: Translator) -> None:
        self.page, self.paper, self.translate = page, facts, _
        self.form = page.form
        self.body = page.form.kind(10)
        self.strong = page.form.kind(10, bold=True)
        self.small = page.form.kind(9)
        self.line = TOP

    def room(self, left: int, right: int) -> float:
        """The width between two edges."""
        return EDGES[right] - EDGES[left]

    def header(self, title: str, mark: str, day: date) -> None:
        """Logo, store, title, number behind its ``mark``, and the day."""
        page, form, facts, _ = self.page, self.form, self.paper, self.translate
        draw_logo(page.sheet, facts.store, form.x(FRAME_LEFT), form.y(1.05), _LOGO, form.accent)
        self._store()
        kind = form.kind(18, True, 0.06 if title.isascii() else 0.36, 24).but(colour=form.accent)
        page.put(_TITLE_LEFT, 1.5, title, kind, "centre", _TITLE_RIGHT - _TITLE_LEFT)
        sheet, right = page.sheet, form.x(FRAME_RIGHT)
        number = text.fit(facts.number, 48.0 * form.scale, self.strong, SMALLEST)
        left = right - text.measure(facts.number, number)
        mark = f"{mark} "
        sheet.text(left - text.measure(mark, self.body), form.y(1), mark, self.body)
        sheet.text(left, form.y(1), facts.number, number)
        written = _("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)
        page.put(FRAME_RIGHT - 48, 2, written, self.body, "right", 48)
        if page.printing.copy:
            self._copy_tag(right - text.measure(written, self.body) - 3)

    def _copy_tag(self, right: float) -> None:
        words = self.translate("COPY")
        width = text.measure(words, self.small) + 2.4
        top = self.form.y(2)
        self.page.sheet.frame(right - width, top + 0.1, width, LINE - 0.2, 0.75, self.form.colour)
        self.page.sheet.text(right - width + 1.2, top, words, self.small)

    def _store(self) -> None:
        """The store's name; one that needs two lines takes the place of phone and tax number."""
        store, _, form = self.paper.store, self.translate, self.form
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

    def close_row(self, height: int, edges: tuple[float, ...], last: bool = False) -> None:
        """Draw a row's uprights and, unless it is the last, the rule beneath it."""
        for edge in edges:
            self.page.upright(edge, self.line, height)
        self.line += height
        if not last:
            self.page.rule(FRAME_LEFT, self.line, FRAME_RIGHT - FRAME_LEFT)

    def labelled(self, first: int, words: str, last: int, value: str, strong: bool = False) -> None:
        """A label in one column and its value in the following ones, up to the edge ``last``."""
        page, height = self.page, self.form.row
        page.label(EDGES[first], self.line, height, self.room(first, first + 1), words)
        kind = self.strong if strong else self.body
        page.value(EDGES[first + 1], self.line, height, self.room(first + 1, last), value or DASH, kind)

    def signer(self, x: float, line: float, name: str, used: float, room: float) -> None:
        """A name behind its label, or below it where there is no room."""
        if text.measure(name, self.strong.but(size=SMALLEST)) <= (room - used) * self.form.scale:
            self.page.put(x + used, line, name, self.strong, room=room - used)
            return
        most = max(1, int(self.fine_line - line - 1))
        lines, kind = text.fit_lines(name, room * self.form.scale, self.strong, min(most, 3), SMALLEST)
        self.page.lines(x, line + 1, len(lines) + 0.5, lines, kind)

    def qr_code(self, line: float) -> None:
        """Number and check value at the right."""
        words = f"{self.paper.number} {self.page.printing.check_value}".strip()
        form = self.form
        self.page.sheet.qr_code(words, form.x(FRAME_RIGHT) - _QR, form.y(line) + 1.2, _QR, form.colour)

    def signers(self, line: float, people: Sequence[tuple[float, float, str, str]], last: str) -> None:
        """Who signs, each at a place with a room: what they did and their name; at the right a line for ``last``."""
        for x, room, words, name in people:
            self.page.put(x, line, words, self.body)
            used = text.measure(words, self.body) / self.form.scale + 3
            self.signer(x, line, name, used, room)
        self.page.put(148.0, line, last, self.body, room=45)
        self.page.rule(148.0, max(self.form.sign_line, min(line + 2.5, self.fine_line - 0.5)), 45.0)
        self.qr_code(line)

    @property
    def fine_line(self) -> int:
        """The first of the two lines of fine print; a grown frame moves them down by one on the short form."""
        grown = self.line > TOP + 5 * self.form.row and self.form.row == 2
        return self.form.last - 1 + grown

    def fine_print(self, words: str, number: int = 1, count: int = 1) -> None:
        """Two lines at the foot: ``words`` with the store's own, and who printed it when; form ``number`` of them."""
        page, _, printing = self.page, self.translate, self.page.printing
        line = self.fine_line
        room = FRAME_RIGHT - _QR - 4 - FRAME_LEFT
        look = self.paper.store.look
        terms = "   ".join((words, *look.terms, *filter(None, (look.footer,))))
        page.put(FRAME_LEFT, line, terms, self.small, room=room)
        parts = [
            _("Printed: {name} {time}").format(name=printing.printed_by, time=moment(printing.printed_at)),
            _("Check value {value}").format(value=printing.check_value) if printing.check_value else "",
            _("Page {number} of {count}").format(number=number, count=count),
        ]
        page.put(FRAME_LEFT, line + 1, "   ".join(filter(None, parts)), self.small, room=room)
