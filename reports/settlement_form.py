"""The settlement sheet on the continuous form of 241 × 140 mm: twelve lines a form, in a grid of 1/6 inch (W9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel.i18n import Translator, label, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import PaperSize, Printing
from models.service.settlement_papers import SettledLine, SettlementPaper
from reports import text
from reports.form_parts import INSET, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FRAME_RIGHT, SMALLEST, FormSheet
from reports.settlement_words import (
    notes,
    pieces,
    put_off_tag,
    put_off_words,
    ready_words,
    received_rows,
    short,
    sum_rows,
)
from reports.style import Type
from reports.table import DASH

MOST_ITEMS = 12
_FACTS, _HEAD, _FIRST, _SUMS, _BOX, _NOTES, _SIGN = 4, 7, 9, 22, 23.5, 26, 29
_NAME, _BESIDE = 28.5, 100.5
_FIGURES = ((128.0, 152.0), (152.0, 173.0), (173.0, 191.5), (191.5, FRAME_RIGHT))
_WIDTH = FRAME_RIGHT - FRAME_LEFT
_BOX_LABEL, _BOX_FIGURE = 40.5, 156.5
_NOTES_RIGHT = 194.0


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the form; ``group`` stands before the first of its kind."""

    group: str
    name: str
    beside: str
    figures: tuple[str, str, str, str]
    amount: int


def settlement(facts: SettlementPaper, printing: Printing) -> bytes:
    """The settlement on forms; what does not fit goes on with what was carried forward."""
    _ = translator(printing.language)
    title = _("Settlement sheet")
    page = FormSheet(FORMS[PaperSize.FORM_140], f"{title} {facts.number}", facts.store, printing)
    items = _items(facts, _)
    forms = [items[first : first + MOST_ITEMS] for first in range(0, len(items), MOST_ITEMS)] or [[]]
    filler = _Filler(page, facts, _, forms)
    names = [_("Copy 1 Stub"), _("Copy 2 Customer"), _("Copy 3 Accounts")]
    for copy in (None,) if printing.carbonless else range(len(names)):
        for number in range(1, len(forms) + 1):
            filler.fill(title, number)
            page.marks(names, copy)
            page.watermark(label(printing.watermark, printing.language))
            page.sheet.next_page()
    return page.sheet.finish()


def _items(facts: SettlementPaper, _: Translator) -> list[_Item]:
    items = []
    for group, lines in ((_("Labour"), facts.labour), (_("Part"), facts.parts), (_("Other"), facts.other)):
        for place, line in enumerate(lines):
            items.append(_item(group if not place else "", line))
    for place, free in enumerate(facts.free):
        quantity = " ".join(filter(None, (quantity_text(free.quantity), free.unit)))
        figures = (quantity, plain(free.worth), plain(-free.worth), plain(0))
        beside = "   ".join(filter(None, (free.code, free.bearer)))
        items.append(_Item(_("Free") if not place else "", free.name, beside, figures, 0))
    return items


def _item(group: str, line: SettledLine) -> _Item:
    discount = plain(-line.discount) if line.discount else DASH
    figures = (pieces(line), plain(line.unit_price), discount, plain(line.amount))
    return _Item(group, line.name, line.beside, figures, line.amount)


class _Filler(FormFiller):
    """Writes the parts of the settlement onto its forms."""

    def __init__(
        self, page: FormSheet, facts: SettlementPaper, _: Translator, forms: Sequence[Sequence[_Item]]
    ) -> None:
        super().__init__(page, facts, _)
        self.facts, self.forms = facts, forms

    def fill(self, title: str, number: int) -> None:
        """One form of one copy."""
        facts, _, page = self.facts, self.translate, self.page
        self.header(title, _("Number"), facts.settled_on)
        self._about()
        for line in (_HEAD - 0.5, _HEAD + 1.5):
            page.rule(FRAME_LEFT, line, _WIDTH, thick=True)
        self._head()
        shown = self.forms[number - 1]
        before = sum(item.amount for form in self.forms[: number - 1] for item in form)
        for place, item in enumerate(shown):
            self._line(_FIRST + place, item)
        if number < len(self.forms):
            self._carry(before + sum(item.amount for item in shown))
        else:
            self._sums(before)
            self._notes()
            self._signers()
        self.qr_code(_NOTES - 0.3)
        self.fine_print(" ", number, len(self.forms))

    def _about(self) -> None:
        facts, _ = self.facts, self.translate
        km = _("{km} km").format(km=f"{facts.mileage:,}") if facts.mileage is not None else DASH
        vehicle = facts.plate or facts.vehicle or facts.vin
        what = (_("Plate"), facts.plate or DASH) if vehicle else (_("Place of the work"), facts.place or DASH)
        first = ((_("Customer"), facts.customer), what, (_("Vehicle model"), facts.vehicle or DASH), (_("Mileage"), km))
        second = (
            *((_("Work order"), facts.order_number), (_("Brought in"), short(facts.received_at))),
            *((_("Work finished"), ready_words(facts, _)), (_("Advisor"), facts.advisor)),
        )
        for row, pairs in enumerate((first, second)):
            for (left, right), (name, value) in zip(
                ((16.5, 62), (62, 112), (112, 166), (166, 212.5)), pairs, strict=True
            ):
                self._labelled(left, right - left - 2, _FACTS + row, name, value, bold=not row and left < 100)

    def _labelled(self, x: float, room: float, line: int, name: str, value: str, bold: bool) -> None:
        used = text.measure(name, self.small) + 2
        kind = self.strong if bold else self.body
        self.page.put(x, line, name, self.small)
        self.page.put(x + used, line, value, kind, room=room - used)

    def _head(self) -> None:
        _, page = self.translate, self.page
        page.put(FRAME_LEFT, _HEAD, _("Kind"), self.strong, room=_NAME - FRAME_LEFT - 1)
        page.put(_NAME, _HEAD, _("Item"), self.strong, room=70)
        page.put(_BESIDE, _HEAD, _("Part no. / technician"), self.strong, room=29)
        names = (_("Quantity"), _("Unit price"), _("Discount"), _("Amount"))
        for (left, right), name in zip(_FIGURES, names, strict=True):
            page.put(left + INSET, _HEAD, name, self.strong, "right", right - left - INSET)

    def _line(self, line: int, item: _Item) -> None:
        page = self.page
        page.put(FRAME_LEFT, line, item.group, self.body, room=_NAME - FRAME_LEFT - 1)
        page.put(_NAME, line, item.name, self.body, room=_BESIDE - _NAME - 2)
        page.put(_BESIDE, line, item.beside, self.body, room=_FIGURES[0][0] - _BESIDE + 8)
        for place, ((left, right), figure) in enumerate(zip(_FIGURES, item.figures, strict=True)):
            shift = 9 if not place else INSET
            page.put(left + shift, line, figure, self.body, "right", right - left - shift)

    def _carry(self, amount: int) -> None:
        """The last line of a form that goes on: the sum so far."""
        _, page = self.translate, self.page
        page.rule(FRAME_LEFT, _SUMS - 0.5, _WIDTH)
        page.put(FRAME_LEFT, _SUMS, _("Continued on the next form"), self.body)
        words = _("Carried forward {amount}").format(amount=plain(amount))
        page.put(FRAME_RIGHT - 80, _SUMS, words, self.strong, "right", 80)

    def _sums(self, before: int) -> None:
        """The sums in one line, and the total in its box, in words and figures."""
        facts, _, page = self.facts, self.translate, self.page
        page.rule(FRAME_LEFT, _SUMS - 0.5, _WIDTH)
        parts = [f"{name} {amount}" for name, amount in sum_rows(facts, _) if name != _("Items free of charge")]
        if facts.free_sum:
            parts.append(_("Free of charge {amount}").format(amount=plain(facts.free_sum)))
        received = "   ".join(f"{name} {amount}" for name, amount in received_rows(facts, _))
        page.put(FRAME_LEFT, _SUMS, "   ".join(parts), self.body, room=118)
        page.put(FRAME_LEFT + 120, _SUMS, received, self.body, "right", _WIDTH - 120)
        page.frame(_BOX, 2)
        large = self.form.kind(13, bold=True)
        page.label(FRAME_LEFT, _BOX, 2, _BOX_LABEL - FRAME_LEFT, _("To be paid"))
        page.value(_BOX_LABEL, _BOX, 2, _BOX_FIGURE - _BOX_LABEL, in_words(facts.total, page.printing.language), large)
        page.amount(_BOX_FIGURE, _BOX, 2, FRAME_RIGHT - _BOX_FIGURE, f"¥ {plain(facts.total)}", large)
        for edge in (_BOX_LABEL, _BOX_FIGURE):
            page.upright(edge, _BOX, 2)

    def _notes(self) -> None:
        """Safety first, then what was put off, the next service and the rest, in two lines."""
        facts, _ = self.facts, self.translate
        safety = [put_off_words(line, _) for line in facts.put_off if line.safety]
        rest = [f"{put_off_tag(line, _)} {put_off_words(line, _)}" for line in facts.put_off if not line.safety]
        coming = [_("Next service {when}").format(when=facts.next_service)] if facts.next_service else []
        first = _("Safety: {what}").format(what=_("; ").join(safety)) if safety else ""
        second = "   ".join((*coming, *rest, *notes(facts, _)))
        if not first:
            first, second = second, ""
        for place, (words, kind) in enumerate(((first, self.strong if safety else self.body), (second, self.body))):
            self._fitted(_NOTES + place, words, kind)

    def _fitted(self, line: int, words: str, kind: Type) -> None:
        """One line of words; what has no room ends with an ellipsis."""
        room = (_NOTES_RIGHT - FRAME_LEFT) * self.form.scale
        kind = kind.but(size=SMALLEST)
        if text.measure(words, kind) > room:
            while words and text.measure(words + "…", kind) > room:
                words = words[:-1]
            words += "…"
        self.page.put(FRAME_LEFT, line, words, kind)

    def _signers(self) -> None:
        facts, _, page = self.facts, self.translate, self.page
        for x, room, name, who in (
            *((FRAME_LEFT, 62.0, _("Customer (signature)"), ""), (84.0, 52.0, _("Service advisor"), "")),
            (142.0, 50.0, _("Received by"), facts.cashier),
        ):
            page.put(x, _SIGN, name, self.body, room=room)
            used = min(text.measure(name, self.body), room - 8) + 2
            if who:
                page.put(x + used, _SIGN, who, self.strong, room=room - used)
            else:
                page.rule(x + used, _SIGN + 1, room - used)
