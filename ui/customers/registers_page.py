"""The registers (C2): visits and calls of a day or longer, the traffic table, each of them printed from here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.customers.kinds import RegisterKind
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from ui.customers.register_lines import RegisterLines
from ui.customers.traffic_view import TrafficView
from ui.kit import notices, papers, theme
from ui.kit.editors import ChoiceBox, DateEdit
from ui.kit.widgets import Button, Panel, TabStrip, Text, row

_PAPERS = {
    "visit": PaperKind.VISIT_REGISTER,
    "call": PaperKind.CALL_REGISTER,
    "traffic": PaperKind.TRAFFIC,
}
_OTHER = "other"


class RegistersPage(Panel):
    """A period above; beneath it the register chosen, or the traffic table. ``opened`` tells whose file to show."""

    left = Signal()
    opened = Signal(object)

    def __init__(self, actor: Callable[[], Actor]) -> None:
        super().__init__(_("Registers"), flush=True)
        assert self.head is not None
        self._actor = actor
        self.print_button = Button(_("Print…"), self.print, icon="printer-outline", key="Ctrl+P", name="print_register")
        self.print_button.setEnabled(actor().may(Permission.PRINT))
        self.head.add(self.print_button)
        self.head.add(Button(_("Close"), self.left.emit, hint="Esc", name="close_page"))
        self.strip = TabStrip(
            [("visit", _("Visit register")), ("call", _("Call register")), ("traffic", _("Traffic table"))]
        )
        self.strip.chosen.connect(self.open)
        self.period_box = ChoiceBox(_periods())
        self.period_box.edited.connect(self._period_chosen)
        self.first, self.last = DateEdit(), DateEdit()
        for each in (self.first, self.last):
            each.edited.connect(self._show)
        self._days = row(self.first, Text("–"), self.last, gap=6)
        self._days.hide()
        self._stack = QStackedWidget()
        self.pages: dict[str, RegisterLines | TrafficView] = {}
        bar = row(self.strip, "stretch", self.period_box, gap=10, margins=(theme.INSIDE, 8, theme.INSIDE, 8))
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(row("stretch", self._days, margins=(theme.INSIDE, 0, theme.INSIDE, 4)))
        box.addWidget(self._stack, 1)
        self.add(body)
        self.body.setStretch(0, 1)
        self.open("visit")

    @property
    def period(self) -> Period:
        """The days chosen. Raises RuleError where they are none."""
        chosen = self.period_box.value()
        if chosen != _OTHER:
            return Period(*chosen)
        first = self.first.value()
        last = self.last.value() or first
        if first is None or last is None:
            raise RuleError("Type the first day and the last.", field="first")
        return Period(first, last)

    def open(self, key: str) -> None:
        """Bring a register or the traffic table to the front."""
        if key not in self.pages:
            self.pages[key] = self._made(key)
            self._stack.addWidget(self.pages[key])
        self.strip.select(key)
        self._stack.setCurrentWidget(self.pages[key])
        self.setFocusProxy(self.pages[key])
        self._show()

    def refresh(self) -> None:
        """Read anew what is in sight."""
        self.pages[self.strip.selected].refresh()

    def print(self) -> None:
        """The paper of what is in sight, in a preview."""
        try:
            papers.show_paper(self, self._actor(), _PAPERS[self.strip.selected], self.period)
        except RuleError as error:
            notices.error(error)

    def _made(self, key: str) -> RegisterLines | TrafficView:
        if key == "traffic":
            return TrafficView()
        lines = RegisterLines(self._actor, RegisterKind(key))
        lines.opened.connect(self.opened)
        return lines

    def _period_chosen(self) -> None:
        self._days.setVisible(self.period_box.value() == _OTHER)
        if self._days.isVisible() and self.first.value() is None:
            self.first.set_value(clock.today())
            self.last.set_value(clock.today())
            self.first.setFocus()
        self._show()

    def _show(self) -> None:
        try:
            period = self.period
        except RuleError:
            return  # the field says what is wrong with it, and printing says it again
        self.pages[self.strip.selected].show_period(period)


def _periods() -> list[tuple[object, str]]:
    """What is asked for most, as (first day, last day)."""
    today = clock.today()
    month = today.replace(day=1)
    last_month = month - timedelta(days=1)
    periods: list[tuple[tuple[date, date], str]] = [
        ((today, today), _("Today")),
        ((today - timedelta(days=1), today - timedelta(days=1)), _("Yesterday")),
        ((today - timedelta(days=6), today), _("Last 7 days")),
        ((today - timedelta(days=29), today), _("Last 30 days")),
        ((month, today), _("This month")),
        ((last_month.replace(day=1), last_month), _("The month before")),
    ]
    return [*periods, (_OTHER, _("Other days"))]
