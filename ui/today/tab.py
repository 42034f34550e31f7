"""The page everybody begins with: what needs me now at the left, how the day goes at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.cashier import lists as cashier
from models.customers import lists as customers
from models.customers.kinds import RegisterKind
from models.customers.lists import Contact
from models.customers.register_actions import pass_on
from models.followup.kinds import RESULTS
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.sales import lists as sales
from ui.kit import notices, theme, wording
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
from ui.today.call_panel import CallPanel
from ui.today.chart import VisitsByHour
from ui.today.compliance import CompliancePanel
from ui.today.first_steps import first_steps
from ui.today.need import FOLLOW_UP, MESSAGE, REGISTER, SHOWROOM, Need
from ui.today.need_list import NeedList, in_scroll_area

_SHOWN = ("customer", "register_line", "quote", "contract", "payment", "follow_up", "rotation_day")
_SIDE_SHARE, _LEAST, _MOST = 0.3, 292, 460
_CALL_SHARE, _CALL_LEAST, _CALL_MOST = 0.42, 420, 560
_NARROW = 1000
_VISITS_SHOWN = 4
_LONGEST_NAME = 8
_MINUTE = 60_000


class _Page(QWidget):
    """The list with the day beside it, which takes a good quarter of the width; or with the call that is under way.

    Where there is little width, the call takes the list's place.
    """

    def __init__(self, needs_list: QWidget, side: QWidget, call: QWidget) -> None:
        super().__init__()
        self._list, self._side, self._call, self._calling = needs_list, side, call, False
        call.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(*[theme.GAP] * 4)
        box.setSpacing(theme.GAP)
        fill(box, needs_list, side, call)
        box.setStretch(0, 1)

    def show_call(self, calling: bool) -> None:
        """Show the call in place of the day, or the day again."""
        self._calling = calling
        self._call.setVisible(calling)
        self._side.setVisible(not calling)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        narrow = self.width() < _NARROW
        self._list.setVisible(not (self._calling and narrow))
        self._side.setFixedWidth(max(_LEAST, min(round(self.width() * _SIDE_SHARE), _MOST)))
        beside = max(_CALL_LEAST, min(round(self.width() * _CALL_SHARE), _CALL_MOST))
        self._call.setFixedWidth(self.width() - 2 * theme.GAP if narrow else beside)


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
        self.compliance = CompliancePanel()
        self.call = CallPanel(self._actor, lambda customer_id: desk.open_record("customer", customer_id))
        self.call.saved.connect(self._call_next)
        self.call.left.connect(self._end_call)
        self._most = needs.PAGE
        self.widget = _Page(self.panel, scrolled(self._side()), self.call)
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
        """The next obvious thing: open what is to be decided or collected, go to the floor, begin the call."""
        if need.kind == FOLLOW_UP:
            self.open_record(need.kind, need.id)
        elif need.kind == SHOWROOM:
            self._desk.show_tab("showroom")
        elif need.kind == REGISTER:
            self._desk.show_tab("customers")
        elif need.kind == MESSAGE:
            self._take_note(need.id)
        else:
            self._desk.open_record(need.kind, need.id)

    def _take_note(self, line_id: int) -> None:
        """A message has been read by whom it was for."""
        try:
            pass_on(self._actor(), line_id)
        except FrontdeskError as error:
            notices.error(error)

    def open_record(self, kind: str, record_id: int) -> None:
        """Begin a follow-up at the right of the list; one that has been done meanwhile is said to be."""
        if not self.call.show_task(record_id):
            notices.tell(_("This follow-up has been done."), "neutral")
            self._end_call()
            return
        shown = [
            place for place, each in enumerate(self.list.rows) if (each.need.kind, each.need.id) == (kind, record_id)
        ]
        if shown:
            self.list.choose(shown[0])
        self.widget.show_call(True)
        self.call.results[RESULTS[0]].setFocus()

    def _call_next(self, done: int) -> None:
        """Say that it is saved, and go on with the next follow-up of the list, if there is one."""
        notices.tell(_("Saved"))
        self.refresh(None)
        waiting = [each.need for each in self.list.rows if each.need.kind == FOLLOW_UP and each.need.id != done]
        if waiting:
            self.do(waiting[0])
        else:
            self._end_call()

    def _end_call(self) -> None:
        self.widget.show_call(False)
        self.list.setFocus()

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
        fill(box, day, self.compliance, self.visits, hours)
        box.setStretch(3, 1)
        return side

    def _show_needs(self, actor: Actor) -> None:
        every = needs.needs(actor, self._most)
        found, left_out = every.listed, every.left_out
        after: list[QWidget] = []
        if not found:
            after.append(first_steps(actor, self._desk.open_record) or _nothing())
        if left_out:
            text = _("{count} more follow-ups").format(count=left_out)
            after.append(Button(text, self.show_more, kind="link", icon="chevron-down", key="F9", name="more_calls"))
        self.list.show_needs(found, after)
        tones = [each.tone for each in found]
        chips = [
            (_("{count} urgent").format(count=tones.count("bad")), "bad"),
            (_("{count} today").format(count=tones.count("warn")), "warn"),
        ]
        assert self.panel.head is not None
        self.panel.head.set_chips(*(chip for chip, tone in zip(chips, ("bad", "warn"), strict=True) if tone in tones))

    def show_more(self) -> None:
        """List more follow-ups by name."""
        self._most += needs.PAGE
        self._show_needs(self._actor())
        self.list.setFocus()

    def _show_day(self, actor: Actor) -> None:
        begin, now = needs.day_bounds()
        by_hour = customers.visits_by_hour(begin, now)
        signed = sales.signed_on(clock.today())
        self.chart.show_visits(by_hour)
        self.figures["visits"].say(str(sum(by_hour.values())))
        self.figures["signed"].say(str(signed), "ok" if signed else "")
        self.received.setText(wording.yuan(cashier.taken_on(clock.today())))
        sees_money = actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)
        self._money.setVisible(sees_money)
        self._show_visits(customers.register(RegisterKind.VISIT, begin, now))
        self.compliance.show_month(actor)

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
                _short(visit.customer) or _("without a name"),
                lambda: self._desk.open_record("customer", customer_id),
                kind="link",
                name=f"visitor_{customer_id}",
            )
            who.setToolTip(visit.customer)
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


def _short(name: str) -> str:
    """A name that fits beside a time and a chip; the tooltip has all of it."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def build(desk: Desk) -> TodayTab:
    """The page Today of this window."""
    return TodayTab(desk)


def _nothing() -> EmptyState:
    hint = _("Approvals, payments and follow-ups appear here when their time has come.")
    return EmptyState("check-circle-outline", _("Nothing waits for you."), hint)
