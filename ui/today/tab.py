"""The page everybody begins with: what needs me now at the left, how the day goes at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.customers import lists as customers
from models.customers.kinds import RegisterKind
from models.customers.lists import Contact
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.sales import lists as sales
from ui.kit import theme, wording
from ui.kit.desk import Desk
from ui.kit.widgets import (
    Button,
    Chip,
    EmptyState,
    Figure,
    Panel,
    Text,
    clear,
    fill,
    row,
    scrolled,
)
from ui.today import needs
from ui.today.chart import VisitsByHour
from ui.today.need_list import NeedList, in_scroll_area
from ui.today.needs import Need

_SHOWN = ("customer", "register_line", "quote", "contract", "payment")
_SIDE_SHARE, _LEAST, _MOST = 0.3, 264, 460
_VISITS_SHOWN = 4
_MINUTE = 60_000


class _Page(QWidget):
    """The right side takes a good quarter of the width."""

    def __init__(self, side: QWidget) -> None:
        super().__init__()
        self._side = side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(max(_LEAST, min(round(self.width() * _SIDE_SHARE), _MOST)))


class TodayTab:
    """What the window shows under Today."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.list = NeedList()
        self.list.done.connect(self.do)
        self.panel = Panel(_("What needs me now"), flush=True, hint=_("↑↓ choose, Enter does it"))
        self.panel.add(in_scroll_area(self.list))
        self.figures: dict[str, Figure] = {}
        self._visits_box = QVBoxLayout()
        self._visits_box.setSpacing(0)
        self.chart = VisitsByHour()
        side = scrolled(self._side())
        self.widget = _Page(side)
        box = QHBoxLayout(self.widget)
        box.setContentsMargins(*[theme.GAP] * 4)
        box.setSpacing(theme.GAP)
        fill(box, self.panel, side)
        box.setStretch(0, 1)
        self.widget.setFocusProxy(self.list)
        self._clock = QTimer(self.widget, interval=_MINUTE)
        self._clock.timeout.connect(self._look_again)
        self._clock.start()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read anew what waits and how the day goes."""
        if changes is not None and not any(changes.touches(kind) for kind in _SHOWN):
            return
        actor = self._actor()
        self._show_needs(actor)
        self._show_day(actor)

    def badge(self) -> int:
        """How many things wait for whoever is at the counter."""
        return needs.count(self._actor())

    def do(self, need: Need) -> None:
        """The next obvious thing: open what is to be decided, collected or called."""
        self._desk.open_record(need.kind, need.id)

    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _look_again(self) -> None:
        """Time alone makes things due."""
        if self.widget.isVisible():
            self.refresh(None)

    def _side(self) -> QWidget:
        day = Panel(_("Today"))
        self.figures = {"visits": Figure("0", _("Visits")), "signed": Figure("0", _("Contracts signed"))}
        day.add(row(*self.figures.values()))
        self.received = Text("", "title")
        self._money = row(Text(_("Received today"), "dim"), "stretch", self.received)
        day.add(self._money)
        self.visits = Panel(_("Visits today"), flush=True)
        self.visits.body.addLayout(self._visits_box)
        hours = Panel()
        hours.add(Text(_("Visits by the hour"), "second"), self.chart)
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        fill(box, day, self.visits, hours)
        box.setStretch(2, 1)
        return side

    def _show_needs(self, actor: Actor) -> None:
        found = needs.needs(actor)
        left_out = needs.calls_left_out(actor)
        after: list[QWidget] = []
        if not found:
            hint = _("Approvals, payments and follow-ups appear here when their time has come.")
            after.append(EmptyState("check-circle-outline", _("Nothing waits for you."), hint))
        if left_out:
            text = _("And {count} more follow-ups: see “Due” under Customers").format(count=left_out)
            after.append(Button(text, lambda: self._desk.show_tab("customers"), kind="link", name="more_calls"))
        self.list.show_needs(found, after)
        tones = [each.tone for each in found]
        chips = [
            (_("{count} urgent").format(count=tones.count("bad")), "bad"),
            (_("{count} today").format(count=tones.count("warn")), "warn"),
        ]
        assert self.panel.head is not None
        self.panel.head.set_chips(*(chip for chip, tone in zip(chips, ("bad", "warn"), strict=True) if tone in tones))

    def _show_day(self, actor: Actor) -> None:
        begin, now = needs.day_bounds()
        by_hour = customers.visits_by_hour(begin, now)
        figures = sales.day_figures(clock.today())
        self.chart.show_visits(by_hour)
        self.figures["visits"].say(str(sum(by_hour.values())))
        self.figures["signed"].say(str(figures.signed), "ok" if figures.signed else "")
        self.received.setText(wording.yuan(figures.received))
        sees_money = actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)
        self._money.setVisible(sees_money)
        self._show_visits(customers.register(RegisterKind.VISIT, begin, now))

    def _show_visits(self, visits: Sequence[Contact]) -> None:
        clear(self._visits_box)
        here = sum(each.left_at is None for each in visits)
        assert self.visits.head is not None
        self.visits.head.set_chips(*([(_("{count} in the store").format(count=here), "accent")] if here else []))
        if not visits:
            nobody = Text(_("Nobody yet."), "dim")
            nobody.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
            self._visits_box.addWidget(nobody)
        for each in sorted(visits, key=lambda visit: visit.left_at is not None)[:_VISITS_SHOWN]:
            self._visits_box.addWidget(self._visit(each))

    def _visit(self, visit: Contact) -> QWidget:
        at = Text(wording.time_of_day(visit.at), "second")
        at.setFixedWidth(44)
        chip = Chip(_("in the store"), "accent")
        if visit.left_at is not None:
            chip.say(_("left {time}").format(time=wording.time_of_day(visit.left_at)))
        who: QWidget = Text(visit.customer or _("without a file"), "" if visit.customer else "dim", elide=True)
        if visit.customer_id is not None:
            customer_id = visit.customer_id
            who = Button(
                visit.customer or _("without a name"),
                lambda: self._desk.open_record("customer", customer_id),
                kind="link",
                name=f"visitor_{customer_id}",
            )
        line = QWidget()
        line.setFixedHeight(theme.ROW)
        box = QHBoxLayout(line)
        box.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        fill(box, at, who)
        if isinstance(who, Text):
            box.setStretch(1, 1)
        else:
            box.addStretch(1)
        box.addWidget(chip)
        return line


def build(desk: Desk) -> TodayTab:
    """The page Today of this window."""
    return TodayTab(desk)
