"""The calendar with what it shows: a day by bay or by person, or a week; forward and back by keys."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.delivery import lists
from models.delivery.views import CalendarEntry
from models.kernel import clock
from models.kernel.i18n import _
from models.staff import lists as staff
from ui.deliveries.calendar import Calendar, Lane
from ui.kit.desk import Desk
from ui.kit.editors import ChoiceBox, DateEdit
from ui.kit.widgets import Button, EmptyState, FilterChips, IconButton, Line, Text, row, scrolled

WEEK, BAYS, PEOPLE = "week", "bays", "people"
_DAYS = 7


class CalendarPage(QWidget):
    """Days of deliveries. ``opened`` with the id of one."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.day = clock.today()
        self.views = FilterChips([(WEEK, _("Week")), (BAYS, _("Day by bay")), (PEOPLE, _("Day by person"))])
        self.views.select(WEEK)
        self.views.chosen.connect(lambda key: self.refresh())
        self.bay, self.person = ChoiceBox([], empty=_("Every bay")), ChoiceBox([], empty=_("Everybody"))
        self.date = DateEdit(self.day)
        self.date.edited.connect(self._typed)
        for choice in (self.bay, self.person):
            choice.setFixedWidth(150)
            choice.edited.connect(self.refresh)
        self.calendar = Calendar()
        self.calendar.opened.connect(self.opened)
        self._title = Text("", "title")
        before = IconButton(
            "chevron-left", _("Earlier"), lambda: self.go(-1), key="Alt+Left", frame=True, name="before"
        )
        after = IconButton("chevron-right", _("Later"), lambda: self.go(1), key="Alt+Right", frame=True, name="after")
        today = Button(_("Today"), lambda: self.show_day(clock.today()), key="Alt+Down", name="today")
        self.date.setFixedWidth(160)
        head = row(before, today, after, self.date, self._title, "stretch", gap=8, margins=(16, 8, 16, 0))
        below = row(self.views, "stretch", self.bay, self.person, gap=8, margins=(16, 6, 16, 10))
        self._empty = EmptyState(
            "calendar-blank-outline",
            _("No deliveries in this time"),
            _("Plan one from a signed contract: “To plan” in the list lists them."),
        )
        self._area = scrolled(self.calendar)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (head, below, Line(), self._empty, self._area):
            box.addWidget(part)
        box.setStretch(3, 1)
        box.setStretch(4, 1)
        self.setFocusProxy(self.calendar)

    def show_day(self, day: date) -> None:
        """Go to a day, or its week."""
        self.day = day
        self.refresh()

    def go(self, step: int) -> None:
        """Go on or back, by a week or a day."""
        self.show_day(self.day + timedelta(days=step * (_DAYS if self.views.selected == WEEK else 1)))

    def _typed(self) -> None:
        day = self.date.value()
        if day is not None:
            self.show_day(day)

    def refresh(self) -> None:
        """Show the deliveries as they are now."""
        week = self.views.selected == WEEK
        first = self.day - timedelta(days=self.day.weekday()) if week else self.day
        last = first + timedelta(days=_DAYS if week else 1)
        self._choices()
        found = self._entries(first, last)
        lanes = self._week(first, found) if week else self._bays(found) if self._by_bay else self._people(found)
        self.date.set_value(self.day)
        end = last - timedelta(days=1)
        words = _("{first} to {last}").format(first=first.isoformat(), last=end.isoformat())
        self._title.setText(words if week else f"{self.day.isoformat()} {_weekdays()[self.day.weekday()]}")
        self.bay.setVisible(not self._by_bay)
        self.person.setVisible(self.views.selected != PEOPLE)
        self._empty.setVisible(not found)
        self._area.setVisible(bool(found))
        self.calendar.show_lanes(lanes)

    @property
    def _by_bay(self) -> bool:
        return bool(self.views.selected == BAYS)

    def _choices(self) -> None:
        """The bays and people there are; what was chosen stays chosen."""
        people = [(each.id, each.name) for each in staff.everybody()]
        bays = [(each.id, each.name) for each in lists.bays(closed=True)]
        for box, choices, empty in ((self.bay, bays, _("Every bay")), (self.person, people, _("Everybody"))):
            chosen = box.value()
            box.set_choices(choices, empty=empty)
            box.set_value(chosen)

    def _entries(self, first: date, last: date) -> list[CalendarEntry]:
        return lists.deliveries(
            self._desk.session.actor,
            datetime.combine(first, time.min).astimezone(),
            datetime.combine(last, time.min).astimezone(),
            bay_id=None if self._by_bay else self.bay.value(),
            person_id=None if self.views.selected == PEOPLE else self.person.value(),
        )

    def _week(self, first: date, found: list[CalendarEntry]) -> list[Lane]:
        days = [first + timedelta(days=number) for number in range(_DAYS)]
        return [
            Lane(
                f"{_weekdays()[day.weekday()]} {day:%m-%d}",
                day,
                tuple(each for each in found if clock.local(each.starts_at).date() == day),
            )
            for day in days
        ]

    def _bays(self, found: list[CalendarEntry]) -> list[Lane]:
        taken = {each.bay_id for each in found}
        named = [(bay.id, bay.name) for bay in lists.bays(closed=True) if not bay.closed or bay.id in taken]
        elsewhere = [(None, _("no bay"))] if None in taken or not named else []
        return [
            Lane(name, self.day, tuple(each for each in found if each.bay_id == key))
            for key, name in [*named, *elsewhere]
        ]

    def _people(self, found: list[CalendarEntry]) -> list[Lane]:
        busy = {each.consultant_id for each in found} | {each.advisor_id for each in found}
        return [
            Lane(name, self.day, tuple(each for each in found if person in (each.consultant_id, each.advisor_id)))
            for person, name in staff.names().items()
            if person in busy
        ]


def _weekdays() -> list[str]:
    return [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
