"""What leaves, of which days, in which form."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from exchange.columns import Days
from models.carrying.kinds import Content, Form, Preset
from models.carrying.lists import contents_for, presets_for
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label, say
from models.kernel.permissions import Actor
from ui.exporting import wording
from ui.kit.choice_cards import ChoiceCards
from ui.kit.editors import ChipChoice, ChoiceBox, DateEdit, Tick
from ui.kit.forms import Field
from ui.kit.forms import Form as Fields
from ui.kit.widgets import Panel

_USUAL_DAYS = {Preset.ACCOUNTANT: "last_month", Preset.PAPERS: "month"}

_COLUMNS = 3
"""Of ticks beside each other."""


class WhatPanel(QWidget):
    """Presets as cards; ticks for whoever chooses; days and form beneath."""

    edited = Signal()

    def __init__(self, actor: Actor, preset: str = "", form: str = "") -> None:
        super().__init__()
        self._presets = presets_for(actor)
        cards = [card for value, card in wording.cards().items() if value == wording.OWN or value in self._presets]
        self.cards = ChoiceCards(cards, columns=3)
        for card in self.cards.cards:  # those of one row are as high as the highest of them
            policy = card.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.MinimumExpanding)
            card.setSizePolicy(policy)
        self.ticks = {content: Tick(label(content)) for content in contents_for(actor)}
        self._ticks = self._tick_grid()
        self.period = ChipChoice(wording.periods())
        self.form = ChoiceBox(Form)
        self.first, self.last = DateEdit(), DateEdit()
        self._dates = Fields((Field("first", _("From"), self.first), Field("last", _("To"), self.last)))
        self.fields = Fields(
            (Field("period", _("Which days"), self.period), Field("form", _("Form of the lists"), self.form))
        )
        panel = Panel(_("What"))
        panel.add(self.cards, self._ticks, 6, self.fields, self._dates)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self._choose(preset, form)
        self.cards.edited.connect(self._card_chosen)
        editors: list[Any] = [*self.ticks.values(), self.period, self.form, self.first, self.last]
        for editor in editors:
            editor.edited.connect(self._show)

    def _tick_grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setVerticalSpacing(2)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, *divmod(place, _COLUMNS))
        return holder

    def _choose(self, preset: str, form: str) -> None:
        self.cards.set_value(preset)
        self.form.set_value(Form(form) if form in list(Form) else Form.XLSX)
        self.period.set_value(self._usual())
        self._show_parts()

    def _usual(self) -> str:
        value = self.cards.value()
        return "all" if value == wording.OWN else _USUAL_DAYS.get(Preset(value), "all")

    def _card_chosen(self) -> None:
        self.period.set_value(self._usual())
        self._show()

    def _show(self) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        self._ticks.setVisible(self.cards.value() == wording.OWN)
        self._dates.setVisible(self.period.value() == wording.OWN)

    @property
    def preset(self) -> str:
        """The card that is chosen."""
        return str(self.cards.value())

    def contents(self) -> tuple[Content, ...]:
        """What is chosen; empty where nothing is ticked."""
        if self.preset != wording.OWN:
            return self._presets[Preset(self.preset)]
        return tuple(content for content, tick in self.ticks.items() if tick.value())

    def days(self) -> Days:
        """Which days. Raises RuleError at the field of a date that is wrong."""
        if self.period.value() != wording.OWN:
            return Days(*wording.days_of(self.period.value(), clock.today()))
        values: dict[str, Any] = self._dates.values()
        first: date | None = values["first"]
        last: date | None = values["last"]
        if first and last and first > last:
            raise RuleError("The first day is after the last.", field="first")
        return Days(first, last)

    def mark_day(self, error: RuleError) -> None:
        """Say what is wrong with a day at its field; whoever still types stays where they are."""
        self._dates.field(error.field or "first").say_wrong(say(error))

    def show_error(self, error: RuleError) -> None:
        """Say the error at the date or the form it names, else beneath, and go there."""
        (self._dates if error.field in ("first", "last") else self.fields).show_error(error)

    def clear_errors(self) -> None:
        """Take back everything said to be wrong."""
        self._dates.clear_errors()
        self.fields.clear_errors()
