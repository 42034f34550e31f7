"""Cash beside finance offers (S9): what is paid at the store, each month and in all; the chosen one is marked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.kernel import i18n, money
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.sales.finance import FinanceMethod
from models.sales.quote_foot import finance_columns
from models.sales.quote_forms import MOST_OFFERS, OfferForm, check_offers
from models.sales.quote_paper_facts import rate_text
from models.sales.quote_papers import FinanceColumn
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.editors import ChoiceBox, CountEdit, MoneyEdit, PercentEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, FilterChips, Line, Panel, Text, clear, flowing
from ui.sales import wording
from ui.sales.quote_side import figure

_MONTHS, _RATE, _DOWN = 36, 360, 3000
"""What a new offer proposes: months, rate a year, share of the price paid down."""


class _WayChips(FilterChips):
    """The ways to pay, in as many lines as they need."""

    _wraps = True


class FinancePanel(Panel):
    """The ways to pay as chips, the figures of the one chosen beneath. ``edited`` when something of it changes."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: list[OfferForm] = []
        self._total: int | None = None
        self._writable = False
        self.chips = _WayChips()
        self.chips.setAccessibleName(_("Cash or finance"))
        self._figures = QVBoxLayout()
        self._figures.setSpacing(6)
        self._reason = Text("", "fine", wrap=True, tone="bad")
        self._reason.hide()
        self.add_button = Button(_("Finance offer…"), self.ask_new, icon="plus", name="add_offer")
        self._change = Button(_("Change…"), self.ask_change, kind="link", name="change_offer")
        self._remove = Button(_("Remove"), self.remove, kind="link", name="remove_offer")
        self._compare = Button(_("Side by side"), self.show_beside, kind="link", name="offers_beside")
        self._links = flowing(self._change, self._remove, self._compare, gap=6)
        self.add(Text(_("Cash or finance"), "dim"), self.chips)
        self.body.addLayout(self._figures)
        self.add(self._reason, self._links, self.add_button)
        self.chips.chosen.connect(self._choose)

    def show_offers(self, offers: tuple[OfferForm, ...], writable: bool) -> None:
        """Show these, to be written on or only read."""
        self.offers, self._writable = list(offers), writable
        self._show()

    def show_total(self, total: int | None) -> None:
        """Work everything out for another price; None while it is not known."""
        self._total = total
        self._show()

    def say_wrong(self, error: RuleError | None) -> None:
        """Say what is wrong with an offer, or take it back."""
        self._reason.setText(i18n.say(error) if error else "")
        self._reason.setVisible(error is not None)

    def ask_new(self) -> None:
        """Ask for another offer."""
        down = money.portion(self._total or 0, _DOWN) // 100_00 * 100_00
        self._ask(OfferForm(FinanceMethod.EQUAL_INSTALMENTS, down, _MONTHS, _RATE), len(self.offers))

    def ask_change(self) -> None:
        """Ask for other terms of the offer chosen."""
        if self._chosen >= 0:
            self._ask(self.offers[self._chosen], self._chosen)

    def remove(self) -> None:
        """Take the offer chosen away."""
        if self._chosen >= 0:
            del self.offers[self._chosen]
            self._tell()

    def show_beside(self) -> None:
        """Cash and all offers beside each other."""
        columns = self._columns()
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for place, column in enumerate(columns, 1):
            grid.addWidget(_right(column.title, bold=column.chosen), 0, place)
        for line, (title, texts) in enumerate(_facts(columns), 1):
            grid.addWidget(Text(title, "dim"), line, 0)
            for place, words in enumerate(texts, 1):
                grid.addWidget(_right(words, bold=title == _("Total cost")), line, place)
        close = Button(_("Close"), hint="Esc", name="close")
        sheet = Sheet(self, _("Cash or finance"), body, close, width=220 + 150 * len(columns))
        close.clicked.connect(lambda checked: sheet.accept())
        sheet.open()

    @property
    def _chosen(self) -> int:
        return next((place for place, offer in enumerate(self.offers) if offer.chosen), -1)

    def _choose(self, key: str) -> None:
        if not self._writable:
            self.chips.select(str(self._chosen))
            return
        self.offers = [replace(offer, chosen=str(place) == key) for place, offer in enumerate(self.offers)]
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.edited.emit()

    def _columns(self) -> tuple[FinanceColumn, ...]:
        """Cash and the offers worked out; nothing while one of them cannot be."""
        try:
            check_offers(self.offers, self._total or 0)
        except RuleError:
            return ()
        return finance_columns(self.offers, self._total or 0, i18n.language())

    def _show(self) -> None:
        titles = [wording.shortened(offer.name) or i18n.label(offer.method) for offer in self.offers]
        chips = [("-1", _("Cash"))]
        for place, (title, offer) in enumerate(zip(titles, self.offers, strict=True)):
            chips.append((str(place), _("{name} {months} m.").format(name=title, months=offer.months)))
        self.chips.set_items(chips)
        self.chips.select(str(self._chosen))
        clear(self._figures)
        columns = self._columns() if self._total is not None else ()
        if columns and self._chosen >= 0:
            self._show_figures(columns[0], columns[self._chosen + 1])
        self._links.setVisible(bool(self.offers))
        for button in (self._change, self._remove):
            button.setVisible(self._writable and self._chosen >= 0)
        self.add_button.setVisible(self._writable and len(self.offers) < MOST_OFFERS)
        self.add_button.setEnabled(bool(self._total))

    def _show_figures(self, cash: FinanceColumn, way: FinanceColumn) -> None:
        for title, texts in _facts((way,)):
            bold = title == _("Total cost")
            if bold:
                self._figures.addWidget(Line())
            self._figures.addWidget(figure(title, texts[0], bold=bold))
        self._figures.addWidget(figure(_("More than cash"), money.plain(way.cost - cash.cost), "dim"))

    def _ask(self, offer: OfferForm, place: int) -> None:
        fields: list[Field | tuple[Field, ...]] = [
            Field("name", _("Name of the offer"), TextEdit(_("Bank or maker"), longest=60)),
            Field("method", _("Repayment"), ChoiceBox(FinanceMethod)),
            (
                Field("down_payment", _("Down payment"), MoneyEdit(), required=True),
                Field("months", _("Months"), CountEdit(1, 360), required=True),
            ),
            (Field("rate", _("Rate a year"), PercentEdit()), Field("fee", _("Fees"), MoneyEdit())),
        ]
        keep = partial(self._keep, offer, place)
        dialog = FormDialog(self, _("Finance offer"), fields, keep, _("Take over"))
        dialog.form.set_values({name: getattr(offer, name) for name in ("name", "method", "down_payment", "months")})
        dialog.form.set_values({"rate": offer.rate, "fee": offer.fee or None})
        dialog.open()

    def _keep(self, before: OfferForm, place: int, values: dict[str, Any]) -> None:
        amounts = {name: values[name] or 0 for name in ("down_payment", "months", "rate", "fee")}
        offer = OfferForm(method=values["method"], name=values["name"], chosen=before.chosen, **amounts)
        new = place == len(self.offers)
        offers = [*self.offers[:place], offer, *self.offers[place + 1 :]]
        if new:
            offers = [replace(each, chosen=number == place) for number, each in enumerate(offers)]
        try:
            check_offers(offers, self._total or 0)
        except RuleError as error:
            field = (error.field or "").rpartition(".")[2]
            raise RuleError(error.template, field=field, **error.parameters) from error
        self.offers = offers
        self._tell()


def _facts(columns: tuple[FinanceColumn, ...]) -> list[tuple[str, list[str]]]:
    """The rows of the ways to pay: a title and a text for each."""

    def of_loans(amounts: list[str]) -> list[str]:
        return [words if way.months else "–" for way, words in zip(columns, amounts, strict=True)]

    return [
        (_("Paid at the store"), [money.plain(way.down_payment) for way in columns]),
        (_("Loan"), of_loans([money.plain(way.loan) for way in columns])),
        (_("Repayment"), of_loans([way.method for way in columns])),
        (_("Months"), of_loans([str(way.months) for way in columns])),
        (_("Rate a year"), of_loans([rate_text(way.rate) for way in columns])),
        (_("First month"), of_loans([money.plain(way.first) for way in columns])),
        (_("Last month"), of_loans([money.plain(way.last) for way in columns])),
        (_("Fees"), of_loans([money.plain(way.fee) for way in columns])),
        (_("Interest in all"), of_loans([money.plain(way.interest) for way in columns])),
        (_("Total cost"), [money.plain(way.cost) for way in columns]),
    ]


def _right(words: str, bold: bool = False) -> Text:

    text = Text(words, "bold" if bold else "body")
    text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return text
