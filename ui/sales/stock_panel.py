"""“Is there one?” beside a quote: what the catalogue tells of its goods, what is scarce, and the day of delivery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.kernel import clock, i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.sales.quote_lists import ready_on
from ui.kit.editors import DateEdit, show_wrong
from ui.kit.widgets import Panel, Text, clear, row
from ui.sales import wording
from ui.sales.typed_lines import TypedLine

_MOST = 4


class StockPanel(Panel):
    """The answers for the goods of a quote, and the day the customer is told."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = DateEdit()
        self.day.setObjectName("expected_on")
        self.day.line.setAccessibleName(_("Expected delivery"))
        self.day.setFixedWidth(170)
        self.day.edited.connect(self.edited)
        self.day.wrong.connect(self.say_wrong)
        self._reason = Text("", "fine", wrap=True, tone="bad")
        self._reason.hide()
        self._ready = Text("", "fine", wrap=True)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        self.add(Text(_("Is there one?"), "dim"))
        self.body.addLayout(self._answers)
        self.add(row(Text(_("Delivery")), "stretch", self.day), self._reason, self._ready)

    def show_lines(self, lines: Sequence[TypedLine]) -> None:
        """Tell of these lines' goods what the catalogue tells now."""
        clear(self._answers)
        told = [line for line in lines if line.stock and wording.stock(line.stock)[0]]
        for line in told[:_MOST]:
            assert line.stock is not None
            _word, tone = wording.stock(line.stock)
            self._answers.addWidget(Text(line.name, "bold", elide=True))
            self._answers.addWidget(Text(wording.stock_said(line.stock), "body", wrap=True, tone=tone))
            scarce = line.stock.scarcity(clock.today())
            if scarce and line.stock.scarce_until:
                words = _("{what}, until {day}").format(what=scarce, day=wording.short_day(line.stock.scarce_until))
                self._answers.addWidget(Text(words, "body", wrap=True, tone="warn"))
        if not told:
            self._answers.addWidget(Text(_("The catalogue tells nothing of these goods."), "fine", wrap=True))
        ready = ready_on([line.stock for line in lines], clock.today())
        words = _("Everything could be here on {day}.")
        self._ready.setText(words.format(day=wording.short_day(ready)) if ready else "")
        self._ready.setVisible(ready is not None)

    def expected_on(self) -> date | None:
        """The day of delivery the customer is told. Raises RuleError at ``expected_on``."""
        try:
            day = self.day.value()
        except RuleError as error:
            raise RuleError(error.template, field="expected_on", **error.parameters) from error
        if day and day < clock.today():
            passed = RuleError("This day has passed.", field="expected_on")
            self.say_wrong(i18n.say(passed))
            raise passed
        return day

    def say_wrong(self, text: str) -> None:
        """Put ``text`` under the day; "" takes it back."""
        show_wrong(self.day, bool(text))
        self._reason.setText(text)
        self._reason.setVisible(bool(text))
