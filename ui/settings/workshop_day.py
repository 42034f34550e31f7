"""The workshop's day: when it is open, days on which it is closed, what stays free for walk-ins, its bays (W1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.appointments import lists, planning
from models.appointments.booking_actions import MOST_NAMED, add_bay, change_bay, change_hours, order_workshop_bays
from models.appointments.rules import WorkshopHours
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.shop.holidays import holidays
from ui.kit import notices, theme
from ui.kit.editors import CountEdit, DateEdit, TextEdit, Tick, TimeEdit
from ui.kit.forms import Field, Form
from ui.kit.layout import fill
from ui.kit.widgets import Button, Panel, Text, clear, row, scrolled
from ui.settings.bays import BaysPart, BayWork
from ui.settings.desk import SettingsDesk

_MOST_KEPT, _DAYS_WIDTH, _DAY_WIDTH, _LIST_HEIGHT, _WIDE, _WEEK = 40, 330, 92, 240, 860, range(7)
_HEARD = ("workshop", "workshop_bay", "rotation_holiday")


def workshop_bays() -> BayWork:
    """The bays of the workshop, with what each is fitted for."""
    return BayWork(
        _("One vehicle at a time stands in each bay. A closed bay is planned no more."),
        lambda: lists.bays(closed=True),
        lambda actor, name: add_bay(actor, name),
        lambda actor, bay, name, skill, closed: change_bay(actor, bay.id, bay.version, name, skill, closed),
        order_workshop_bays,
        fitted=True,
    )


class WorkshopDayPage(QWidget):
    """Hours above, beneath them closed days and bays."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self.form = self._hours_form()
        save = Button(_("Save"), self.keep, kind="primary", name="keep_hours")
        upper = Panel(_("Hours of the workshop"), save)
        upper.add(self.form)
        self.bays = BaysPart(self._actor, workshop_bays())
        bays = Panel(_("Bays of the workshop"), flush=True)
        bays.add(scrolled(self.bays))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(upper)
        days = self._days_panel()
        for panel in (days, bays):
            panel.setMinimumHeight(_LIST_HEIGHT)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(theme.GAP)
        fill(self._lower, days, bays)
        box.addLayout(self._lower, 1)
        self._show_hours()
        self._show_days()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the bays stand beneath the closed days."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._lower.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _hours_form(self) -> Form:
        names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
        otherwise = Text(_("Where a weekday has hours of its own, type them beneath it."), "fine")
        return Form(
            (
                Field("opens", _("Opens at"), TimeEdit()),
                Field("closes", _("Closes at"), TimeEdit()),
                Field("reception_minutes", _("Minutes an advisor needs to receive"), CountEdit(1, 240)),
                Field("walk_ins", _("Bays kept free for walk-ins"), CountEdit(0, _MOST_KEPT)),
            ),
            tuple(Field(f"open_{number}", name, Tick(_("open"))) for number, name in enumerate(names)),
            otherwise,
            tuple(Field(f"opens_{number}", _("from"), TimeEdit()) for number in _WEEK),
            tuple(Field(f"closes_{number}", _("to"), TimeEdit()) for number in _WEEK),
            on_enter=self.keep,
        )

    def _days_panel(self) -> Panel:
        self._days = QVBoxLayout()
        self._days.setSpacing(4)
        self.day = Form(
            Field("day", _("Day"), DateEdit()),
            Field("name", _("Why it is closed"), TextEdit(longest=MOST_NAMED)),
            on_enter=self.add_day,
        )
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 16, 16, 16)
        words = _("Nothing is booked on these days. Days without rotation are holidays of the workshop too.")
        inside.addWidget(Text(words, "dim", wrap=True))
        inside.addLayout(self._days)
        inside.addWidget(self.day)
        inside.addWidget(row(Button(_("Add the day"), self.add_day, icon="plus", name="add_closed_day"), "stretch"))
        inside.addStretch(1)
        panel = Panel(_("Closed days"), flush=True)
        panel.add(scrolled(content))
        panel.setFixedWidth(_DAYS_WIDTH)
        return panel

    @property
    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _show_hours(self) -> None:
        kept = planning.kept_hours()
        names = ("opens", "closes", "reception_minutes", "walk_ins")
        self.form.set_values({name: getattr(kept, name) for name in names})
        for number in _WEEK:
            opens, closes = kept.other_hours.get(number, (None, None))
            self.form.editor(f"opens_{number}").setPlaceholderText(f"{kept.opens:%H:%M}")
            self.form.editor(f"closes_{number}").setPlaceholderText(f"{kept.closes:%H:%M}")
            self.form.set_values(
                {f"open_{number}": number in kept.weekdays, f"opens_{number}": opens, f"closes_{number}": closes}
            )

    def _show_days(self) -> None:
        own = planning.kept_hours().closed_days
        clear(self._days)
        for day, name in sorted({**holidays(), **own}.items()):
            if day >= clock.today():
                on = Text(day.isoformat())
                on.setFixedWidth(_DAY_WIDTH)
                drop = Button(_("Remove"), partial(self.drop_day, day), kind="link", name=f"drop_{day}")
                self._days.addWidget(row(on, Text(name, "dim", elide=True), *((drop,) if day in own else ())))

    def keep(self) -> None:
        """Keep the hours; what is wrong is said where it is."""
        if self.form.submit(self._keep):
            self._show_hours()
            notices.tell(_("Saved."))

    def _keep(self, values: dict[str, Any]) -> None:
        kept = planning.kept_hours()
        opens, closes = values["opens"] or kept.opens, values["closes"] or kept.closes
        own = {number: (values[f"opens_{number}"], values[f"closes_{number}"]) for number in _WEEK}
        change_hours(
            self._actor,
            WorkshopHours(
                *(opens, closes),
                tuple(number for number in _WEEK if values[f"open_{number}"]),
                values["reception_minutes"] or kept.reception_minutes,
                values["walk_ins"] or 0,
                {number: (begin or opens, end or closes) for number, (begin, end) in own.items() if begin or end},
                kept.closed_days,
            ),
        )

    def add_day(self) -> None:
        """Close the workshop on the day typed; what is wrong is said where it is."""

        def add(values: dict[str, Any]) -> None:
            if values["day"] is None or values["day"] < clock.today():
                raise RuleError("Choose a day from today on.", field="day")
            self._close({**planning.kept_hours().closed_days, values["day"]: values["name"]})

        if self.day.submit(add):
            self.day.set_values({"day": None, "name": ""})
            self._show_days()

    def drop_day(self, day: date) -> None:
        """The workshop is open on a day after all."""
        own = planning.kept_hours().closed_days
        try:
            self._close({each: name for each, name in own.items() if each != day})
        except FrontdeskError as error:
            notices.error(error)
        self._show_days()

    def _close(self, days: dict[date, str]) -> None:
        change_hours(self._actor, replace(planning.kept_hours(), closed_days=days))

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.bays.show_bays()
            self._show_days()
