"""The head of a quote: whose it is, its version and state, what the customer needs, how long it holds."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.kernel import clock, i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.parsing import parse_count
from models.sales.quote_actions import LONGEST_VALIDITY
from models.sales.states import QuoteState
from models.sales.views import QuoteView
from ui.kit import theme
from ui.kit.editors import TextEdit, show_wrong
from ui.kit.widgets import Button, Chip, IconButton, Line, Panel, Text, clear, flowing, row
from ui.sales import wording


def _yielding(widget: QWidget) -> QWidget:
    """``widget``, which gives up its width where there is little."""
    widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    widget.setMinimumWidth(24)
    return widget


class QuoteHead(Panel):
    """Two rows: the record with its buttons; needs and validity."""

    edited = Signal()
    back = Signal()
    customer_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(flush=True)
        self._customer = Button("", self.customer_wanted.emit, kind="link", name="customer")
        self._title = Text("", "title")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        back = IconButton("chevron-left", _("Back to the list"), self.back.emit, key="Alt+Home", name="back")
        which = row(back, _yielding(self._customer), Text("›", "dim"), self._title, 4, self._chips, gap=6)
        upper = flowing(which, "stretch", row(self.buttons), margins=(10, 10, theme.INSIDE, 10))
        self.add(upper, Line(), self._facts())

    def _facts(self) -> QWidget:
        self.needs = TextEdit(_("Budget, use, what matters, what it is compared with"), longest=200)
        self.needs.setObjectName("needs")
        self.needs.setAccessibleName(_("Customer's needs"))
        self.days = TextEdit(longest=4)
        self.days.setObjectName("valid_days")
        self.days.setAccessibleName(_("Valid for days"))
        self.days.setFixedWidth(52)
        self._until = Text("", "dim")
        self.needs.edited.connect(self.edited)
        self.days.edited.connect(self._say_until)
        self.days.edited.connect(self.edited)
        return row(
            *(Text(_("Needs"), "dim"), self.needs, 8, Text(_("Valid for"), "dim"), self.days, Text(_("days"), "dim")),
            self._until,
            margins=(theme.INSIDE, 6, theme.INSIDE, 6),
        )

    def show_quote(self, view: QuoteView, writable: bool) -> None:
        """Show the quote of ``view``."""
        self.show_state(view)
        self.needs.set_value(view.needs)
        self.days.set_value(str(view.valid_days))
        for editor in (self.needs, self.days):
            editor.setEnabled(writable)
        self._say_until()

    def show_state(self, view: QuoteView) -> None:
        """Show version and state of ``view``; what was typed stays."""
        self._customer.say(wording.shortened(view.row.customer))
        self._customer.setToolTip(view.row.customer)
        self._title.setText(_("Quote {number}").format(number=view.row.number))
        clear(self._chips)
        state, tone = wording.quote_state(view.row)
        self._chips.addWidget(Chip(_("v{edition} {state}").format(edition=view.row.edition, state=state), tone))
        for each in view.editions:
            if each.edition == view.row.edition - 1:
                before = QuoteState.OFFERED if each.state is QuoteState.SUPERSEDED else each.state
                words = _("v{edition} {state}").format(edition=each.edition, state=i18n.label(before))
                self._chips.addWidget(_yielding(Chip(words)))

    def valid_days(self) -> int:
        """For how many days the quote holds. Raises RuleError at ``valid_days``."""
        return parse_count(self.days.value(), "valid_days", least=1, most=LONGEST_VALIDITY)

    def _say_until(self) -> None:
        try:
            until = clock.today() + timedelta(days=self.valid_days())
        except RuleError as error:
            self._until.setText(i18n.say(error))
            self._until.set_tone("bad")
            show_wrong(self.days, True)
        else:
            self._until.setText(_("until {day}").format(day=wording.short_day(until)))
            self._until.set_tone("")
            show_wrong(self.days, False)
