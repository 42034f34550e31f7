"""The day planner: a day by bay or by advisor, the week's load; at the right booking, an appointment, or calls (W1)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from models.appointments import lists, planning
from models.appointments.booking_actions import move_appointment
from models.appointments.lists import AppointmentRow
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from ui.kit import notices, papers, theme
from ui.kit.desk import Desk
from ui.kit.editors import DateEdit
from ui.kit.layout import Front
from ui.kit.record_page import Page, share_width
from ui.kit.widgets import Button, EmptyState, FilterChips, IconButton, Line, Panel, Text, flowing, row, scrolled
from ui.service import planner_wording
from ui.service.appointment_panel import AppointmentPanel
from ui.service.booking_panel import BookingPanel
from ui.service.planner_grid import Lane, PlannerGrid
from ui.service.reminder_panel import ReminderPanel
from ui.service.week_strip import WeekStrip

BAYS, ADVISORS = "bays", "advisors"
_SIDE, _MINUTE = 348, 60_000
_HEARD = (
    *("appointment", "workshop", "workshop_bay", "rotation_holiday"),
    *("customer", "owned_goods", "staff", "part", "work_order"),
)


class PlannerPage(Page):
    """A page of the service tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.day = clock.today()
        self.rows: dict[int, AppointmentRow] = {}
        self.views = FilterChips([(BAYS, _("By bay")), (ADVISORS, _("By advisor"))])
        self.views.chosen.connect(lambda key: self.show_page())
        self.date = DateEdit(self.day)
        self.date.setFixedWidth(150)
        self.date.edited.connect(self._typed)
        self.title = Text("", "title")
        self.week = WeekStrip()
        self.week.chosen.connect(self.show_day)
        self.grid = PlannerGrid()
        self.grid.chosen.connect(self.show_appointment)
        self.grid.opened.connect(self.show_appointment)
        self.grid.wanted.connect(self._want)
        self.grid.dropped.connect(self.put)
        self.booking, self.appointment, self.calls = BookingPanel(desk), AppointmentPanel(desk), ReminderPanel(desk)
        self.booking.booked.connect(self._booked)
        self.booking.left.connect(self._put_away)
        self.appointment.change.connect(self._change)
        self.calls.chosen.connect(self.bring)
        self.book = Button(_("Book"), self.begin, kind="primary", icon="plus", key="Ctrl+N", name="new_appointment")
        self.reminders = Button("", self.show_calls, icon="phone-outline", key="F6", name="reminders")
        self.print_button = IconButton(
            "printer-outline", _("Print the day plan"), self.print, key="Ctrl+P", frame=True, name="print_day_plan"
        )
        self._lay_out()
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self.grid.update)
        self._clock.start()
        self.setFocusProxy(self.grid)

    def _lay_out(self) -> None:
        before, after = (
            IconButton(f"chevron-{side}", words, partial(self.go, by), key=key, frame=True, name=name)
            for side, words, by, key, name in (
                ("left", _("Earlier"), -1, "Alt+Left", "before"),
                ("right", _("Later"), 1, "Alt+Right", "after"),
            )
        )
        today = Button(_("Today"), lambda: self.show_day(clock.today()), key="Alt+Down", name="today")
        inside = (before, today, after, self.date, self.title, "stretch", self.reminders, self.book)
        head = flowing(*inside, margins=(12, 10, 12, 6))
        keys = _("Drag, or Tab chooses, arrows move, Shift+arrows stretch, Enter puts it down")
        hint = Text(keys, "fine", elide=True)
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.print_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        below = row(self.views, hint, self.print_button, margins=(12, 0, 12, 8))
        self._empty = EmptyState(
            "calendar-blank-outline",
            _("No workshop bays yet"),
            _("Name the bays of the workshop in the settings; then appointments stand here side by side."),
            self._to_bays(),
        )
        self._area = scrolled(self.grid)
        planner = Panel(flush=True)
        planner.add(head, below, self.week, Line(), self._empty, self._area)
        planner.body.setStretch(4, 1)
        planner.body.setStretch(5, 1)
        self.side = Front()
        for part in (self.booking, self.appointment, self.calls):
            self.side.addWidget(part)
        self._beside = scrolled(self.side)
        share_width(self, self._beside, _SIDE)
        whole = row(planner, self._beside, gap=theme.GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addWidget(whole)

    def _to_bays(self) -> Button:
        button = Button(
            _("Name the bays…"),
            lambda: self._desk.open_record("workshop_day", 0),
            icon="wrench-outline",
            name="to_bays",
        )
        button.setVisible(self.actor.may(Permission.KEEP_WORKSHOP))
        return button

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def _may_book(self) -> bool:
        return self.actor.may(Permission.RECEIVE_VEHICLE)

    def open_record(self, kind: str, record_id: int) -> None:
        """Show an appointment on its day; ``appointment_for`` begins one for a customer."""
        if kind == "appointment_for":
            self.show_page()
            self.begin(record_id)
        else:
            self.bring(record_id)

    def bring(self, appointment_id: int) -> None:
        """Show an appointment on its day."""
        found = lists.rows([appointment_id])
        if found:
            self.day = clock.local(found[0].starts_at).date()
            self.show_page()
            self.grid.select(appointment_id)
            self.show_appointment(appointment_id)

    def take_focus(self) -> None:
        """Put the keys on the grid, or into the booking that has begun."""
        if self.side.currentWidget() is self.booking and self.booking.customer_id:
            self.booking.take_focus()
        else:
            self.grid.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.show_page()

    def show_day(self, day: date) -> None:
        """Go to a day."""
        self.day = day
        self.show_page()

    def go(self, by: int) -> None:
        """Go on or back by so many days."""
        self.show_day(self.day + timedelta(days=by))

    def _typed(self) -> None:
        day = self.date.value()
        if day is not None:
            self.show_day(day)

    def show_page(self) -> None:
        """Show the day as it is now."""
        board = lists.day_board(self.actor, self.day)
        self.rows = {each.id: each for each in board.rows}
        lanes = self._lanes(board)
        self.date.set_value(self.day)
        self.title.setText(planner_wording.day_title(self.day, board.hours))
        self.grid.movable = self._may_book
        self.grid.show_day(self.day, lanes, board.hours, board.load, board.room, board.lacking)
        self._empty.setVisible(not lanes)
        self._area.setVisible(bool(lanes))
        self.week.show_week(self.day, lists.week_load(self.day))
        due = lists.reminders_due(self.actor)
        self.reminders.say(_("Reminder calls {count}").format(count=len(due)) if due else _("Reminder calls"))
        self.book.setVisible(self._may_book)
        self.print_button.setVisible(self.actor.may(Permission.PRINT))
        self._refresh_side()

    def print(self) -> None:
        """The day that is shown, on paper."""
        papers.show_paper(self, self.actor, PaperKind.DAY_PLAN, self.day.toordinal())

    def _lanes(self, board: lists.DayBoard) -> list[Lane]:
        if self.views.selected == ADVISORS:
            named = [(each.id, each.name) for each in planning.advisors()]
            others = {each.advisor_id: each.advisor for each in board.rows if each.advisor_id}
            named += [(key, name) for key, name in others.items() if key not in dict(named)]
            without = _("Nobody yet")
            return _sorted_in(board.rows, named, "advisor_id", without)
        named = [(each.id, planner_wording.bay(each)) for each in board.bays]
        return _sorted_in(board.rows, named, "bay_id", _("Without a bay"))

    def _refresh_side(self) -> None:
        front = self.side.currentWidget()
        if front is self.appointment and self.appointment.view is not None:
            self.appointment.show_appointment(self.appointment.shown.row.id)
        elif front is self.calls:
            self.calls.show_calls()
        if front is self.booking and not self._may_book:
            self.side.setCurrentWidget(self.calls)
            self.calls.show_calls()

    def show_appointment(self, appointment_id: int) -> None:
        """Show an appointment at the right."""
        self.appointment.show_appointment(appointment_id)
        self.side.setCurrentWidget(self.appointment)

    def show_calls(self) -> None:
        """Show whom to call before they come."""
        self.calls.show_calls()
        self.side.setCurrentWidget(self.calls)

    def begin(self, customer_id: int = 0) -> None:
        """Begin a new appointment."""
        if self._may_book:
            self.booking.begin(customer_id)
            self.side.setCurrentWidget(self.booking)
            self.booking.take_focus()

    def _want(self, key: int | None, minute: int) -> None:
        """Somebody pointed at a free place: an appointment there."""
        if not self._may_book:
            return
        at = lists.day_bounds(self.day)[0] + timedelta(minutes=minute)
        if self.side.currentWidget() is not self.booking:
            self.booking.begin()
            self.side.setCurrentWidget(self.booking)
        self.booking.place_at(at, **{self._column: key})
        self.booking.take_focus()

    @property
    def _column(self) -> str:
        return "advisor_id" if self.views.selected == ADVISORS else "bay_id"

    def _change(self, view: lists.AppointmentView) -> None:
        self.booking.change(view)
        self.side.setCurrentWidget(self.booking)
        self.booking.take_focus()

    def _booked(self, appointment_id: int) -> None:
        self.bring(appointment_id)
        self.grid.setFocus()

    def _put_away(self) -> None:
        if self.appointment.view is not None:
            self.show_appointment(self.appointment.shown.row.id)
        else:
            self.booking.begin()
        self.grid.setFocus()

    def put(self, appointment_id: int, key: int | None, begin: int, minutes: int) -> None:
        """An appointment was dropped or stretched; where it cannot be it springs back and says why."""
        held = self.rows[appointment_id]
        at = lists.day_bounds(self.day)[0] + timedelta(minutes=begin)
        try:
            move_appointment(self.actor, appointment_id, held.version, at, minutes, {self._column: key})
        except FrontdeskError as error:
            notices.error(error)
            self.show_page()
        self.grid.select(appointment_id)


def _sorted_in(found: list[AppointmentRow], named: list[tuple[int, str]], column: str, without: str) -> list[Lane]:
    keys = {key for key, _name in named}
    lanes = [Lane(key, name, tuple(each for each in found if getattr(each, column) == key)) for key, name in named]
    rest = tuple(each for each in found if getattr(each, column) not in keys)
    return [*lanes, Lane(None, without, rest)] if rest else lanes
