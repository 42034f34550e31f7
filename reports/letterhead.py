"""What stands around the body of an A4 paper: the store's header, running headers, footer, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.kernel.i18n import Translator, label, translator
from models.papers.facts import Printing, StoreHead, Watermark
from reports import style, text
from reports.flow import Placed
from reports.page import Sheet
from reports.style import LEFT, POINT, Type

_LOGO_BELOW, _LOGO_SIZE, _LOGO_RADIUS = 1.0, 12.0, 2.2
_STORE_X, _STORE_BELOW = 33.5, 0.6
_QR_SIZE, _QR_GAP = 15.0, 5.0
_LATER_LOGO_SIZE = 6.0
_CHECK_WIDTH = 80.0


def moment(at: datetime) -> str:
    """When it was printed, to the minute."""
    return f"{at:%Y-%m-%d %H:%M}"


def draw_logo(sheet: Sheet, store: StoreHead, x: float, y: float, size: float, colour: str = style.ACCENT) -> None:
    """The store's logo, or its first character on a square."""
    if store.logo and sheet.picture(store.logo, x, y, size):
        return
    sheet.box(x, y, size, size, colour, radius=_LOGO_RADIUS * size / _LOGO_SIZE)
    letter = store.name.strip()[:1].upper()
    points = size / POINT * 0.6
    kind = Type(points, points, True, style.WHITE)
    sheet.write(x, y + size / 2 + 0.37 * points * POINT, letter, kind, "centre", size)


def store_lines(store: StoreHead, translate: Translator) -> list[str]:
    """Address, then phone and tax number, then the store's own line, as far as they are known."""
    phone = translate("Tel. {phone}").format(phone=store.phone) if store.phone else ""
    tax = translate("Tax no. {number}").format(number=store.tax_number) if store.tax_number else ""
    return [line for line in (store.address, "   ".join(filter(None, (phone, tax))), store.look.header) if line]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The frame of one paper on ``page``. ``details`` stand behind the number in the header and the footer.

    With ``title_in_header`` False the body carries title and number, and the header the check value. ``below_body``
    draws what stands between the body and the footer of a page.
    """

    store: StoreHead
    printing: Printing
    title: str
    number: str
    details: tuple[str, ...] = ()
    footer_details: tuple[str, ...] = ()
    title_in_header: bool = True
    below_body: Callable[[Sheet, Sequence[Placed]], None] | None = None
    page: style.Page = style.PORTRAIT

    @property
    def _(self) -> Translator:
        return translator(self.printing.language)

    def sheet(self) -> Sheet:
        """A new document with its title, author and language set."""
        title = f"{self.title} {self.number}".strip()
        return Sheet(self.page.size, title, self.store.name, self.printing.language, self.store.look.accent)

    def draw(self, pages: Sequence[Sequence[Placed]]) -> bytes:
        """The PDF of the pages inside their frame."""
        sheet = self.sheet()
        self.fill(sheet, pages)
        return sheet.finish()

    def fill(self, sheet: Sheet, pages: Sequence[Sequence[Placed]]) -> None:
        """Draw the pages inside their frame; further copies may follow in the same document."""
        for number, page in enumerate(pages, start=1):
            if number == 1:
                self._draw_header(sheet)
            else:
                self._draw_running_header(sheet)
            for top, block in page:
                block.draw(sheet, top)
            if self.below_body:
                self.below_body(sheet, page)
            self._draw_footer(sheet, number, len(pages))
            self._draw_watermark(sheet)
            sheet.next_page()

    def _draw_watermark(self, sheet: Sheet) -> None:
        if self.printing.watermark is not Watermark.NONE:
            words = label(self.printing.watermark, self.printing.language)
            sheet.watermark(words, text.fit(words, 200.0, style.WATERMARK, 40.0))

    def _draw_header(self, sheet: Sheet) -> None:
        right = self._draw_title(sheet) if self.title_in_header else self._draw_check(sheet)
        sheet.qr_code(self.qr_words, self.page.right - _QR_SIZE, self.page.top, _QR_SIZE, style.INK)
        draw_logo(sheet, self.store, LEFT, self.page.top + _LOGO_BELOW, _LOGO_SIZE)
        self._draw_store(sheet, right - 4.0 - _STORE_X)
        sheet.rule(LEFT, self.page.header_rule, self.page.width, style.HEAVY_RULE, style.ACCENT)

    @property
    def qr_words(self) -> str:
        """What the QR code says: number and check value."""
        return f"{self.number} {self.printing.check_value}".strip()

    @property
    def _title_right(self) -> float:
        return self.page.right - _QR_SIZE - _QR_GAP

    def _draw_store(self, sheet: Sheet, room: float) -> None:
        lines, kind = text.fit_lines(self.store.name, room, style.STORE_NAME, 2, 7.5)
        leading = style.STORE_NAME.line if len(lines) == 1 else kind.size * 1.2 * POINT
        top = self.page.top + _STORE_BELOW
        for line in lines:
            sheet.write(_STORE_X, top + leading / 2 + 0.42 * kind.size * POINT, line, kind)
            top += leading
        for line in store_lines(self.store, self._):
            sheet.text(_STORE_X, top, line, text.fit(line, room, style.STORE_TEXT, 5.5))
            top += style.STORE_TEXT.line

    def _draw_title(self, sheet: Sheet) -> float:
        """Title and number line, flush right; returns where they begin."""
        title_left = self._title_right - text.measure(self.title, style.TITLE)
        sheet.text(title_left, self.page.top, self.title, style.TITLE)
        top = self.page.top + style.TITLE.line
        rest = "   ".join(self.details)
        left = self._title_right - text.measure(rest, style.NUMBER_REST)
        sheet.text(left, top, rest, style.NUMBER_REST)
        left -= text.measure(self.number, style.NUMBER) + (3.0 if rest else 0.0)
        sheet.text(left, top, self.number, style.NUMBER)
        return min(title_left, self._draw_copy_tag(sheet, left, top + style.NUMBER.drop))

    def _draw_check(self, sheet: Sheet) -> float:
        """The check value, flush right; returns where it begins."""
        words = self._("Scan to verify")
        top = self.page.top + 5.5
        sheet.text(0.0, top, words, style.STORE_TEXT, "right", self._title_right)
        top += style.STORE_TEXT.line
        check = self.printing.check_value
        sheet.text(0.0, top, check, style.NUMBER, "right", self._title_right)
        left = self._title_right - text.measure(check, style.NUMBER)
        left = self._draw_copy_tag(sheet, left, top + style.NUMBER.drop)
        return min(left, self._title_right - text.measure(words, style.STORE_TEXT))

    def _draw_copy_tag(self, sheet: Sheet, right: float, baseline: float) -> float:
        """The framed word that tells a reprint, left of ``right``; returns where it begins."""
        if not self.printing.copy:
            return right
        words = self._("COPY")
        width = text.measure(words, style.COPY_TAG) + 3.2
        left = right - 3.0 - width
        sheet.frame(left, baseline - 3.1, width, 4.1, 0.6, style.ACCENT)
        sheet.write(left + 1.6, baseline, words, style.COPY_TAG)
        return left

    def _draw_running_header(self, sheet: Sheet) -> None:
        draw_logo(sheet, self.store, LEFT, self.page.top, _LATER_LOGO_SIZE)
        words = f"{self.title}   {self.number}"
        baseline = self.page.top + _LATER_LOGO_SIZE / 2 + 0.36 * 8.0 * POINT
        right = text.fit(words, 80.0, style.LATER_TEXT)
        sheet.write(LEFT, baseline, words, right, "right", self.page.width)
        left = self._draw_copy_tag(sheet, self.page.right - text.measure(words, right), baseline)
        room = left - 4.0 - 26.0
        sheet.write(26.0, baseline, self.store.name, text.fit(self.store.name, room, style.LATER_NAME))
        sheet.rule(LEFT, self.page.later_rule, self.page.width, 0.6, style.ACCENT)

    def _draw_footer(self, sheet: Sheet, number: int, count: int) -> None:
        _ = self._
        sheet.rule(LEFT, self.page.footer_rule, self.page.width)
        top = self.page.footer_rule + 1.0
        template = (
            _("Preview: {name} {time}") if self.printing.watermark is Watermark.DRAFT else _("Printed: {name} {time}")
        )
        printed = template.format(name=self.printing.printed_by, time=moment(self.printing.printed_at))
        left = "   ".join((self.number, *self.footer_details, printed))
        sheet.text(LEFT, top, left, text.fit(left, self.page.width - _CHECK_WIDTH - 4.0, style.FOOTER, 5.0))
        if self.printing.check_value:
            check = _("Check value {value}").format(value=self.printing.check_value)
            sheet.text(self.page.right - _CHECK_WIDTH, top, check, style.FOOTER)
        page = _("Page {number} of {count}").format(number=number, count=count)
        sheet.text(LEFT, top, page, style.FOOTER, "right", self.page.width)
        own = self.store.look.footer
        sheet.text(LEFT, top + style.FOOTER.line, own, text.fit(own, self.page.width, style.FOOTER, 5.0))
