"""The workshop's day: when it is open, what stays free for walk-ins, and its bays (W1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.appointments import lists, planning
from models.appointments.booking_actions import add_bay, change_bay, change_hours, order_workshop_bays
from models.appointments.rules import WorkshopHours
from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.kit import notices
from ui.kit.editors import CountEdit, Tick, TimeEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Panel, Text, row, scrolled
from ui.settings.bays import BaysPart, BayWork
from ui.settings.desk import SettingsDesk

_MOST_KEPT = 40


def workshop_bays() -> BayWork:
    """The bays of the workshop; what each is fitted for stays as it is."""
    return BayWork(
        _("One vehicle at a time stands in each bay. A closed bay is planned no more."),
        lambda: lists.bays(closed=True),
        lambda actor, name: add_bay(actor, name),
        lambda actor, bay, name, closed: change_bay(actor, bay.id, bay.version, name, bay.skill, closed),
        order_workshop_bays,
    )


class WorkshopDayPage(QWidget):
    """Hours above, bays beneath."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(
            (Field("opens", _("Opens at"), TimeEdit()), Field("closes", _("Closes at"), TimeEdit())),
            (
                Field("reception_minutes", _("Minutes an advisor needs to receive"), CountEdit(1, 240)),
                Field("walk_ins", _("Bays kept free for walk-ins"), CountEdit(0, _MOST_KEPT)),
            ),
            on_enter=self.keep,
        )
        names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
        self.days = [Tick(name) for name in names]
        save = Button(_("Save"), self.keep, kind="primary", name="keep_hours")
        upper = Panel(_("Hours of the workshop"), save)
        upper.add(self.form, Text(_("Open on"), "fine"), row(*self.days, "stretch"))
        self.bays = BaysPart(self._actor, workshop_bays())
        lower = Panel(_("Bays of the workshop"), flush=True)
        lower.add(scrolled(self.bays))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(upper)
        box.addWidget(lower, 1)
        self._show_hours()

    @property
    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _show_hours(self) -> None:
        kept = planning.hours()
        names = ("opens", "closes", "reception_minutes", "walk_ins")
        self.form.set_values({name: getattr(kept, name) for name in names})
        for number, tick in enumerate(self.days):
            tick.set_value(number in kept.weekdays)

    def keep(self) -> None:
        """Keep the hours; what is wrong is said where it is."""
        if self.form.submit(self._keep):
            notices.tell(_("Saved."))

    def _keep(self, values: dict[str, Any]) -> None:
        kept = planning.hours()
        change_hours(
            self._actor,
            WorkshopHours(
                values["opens"] or kept.opens,
                values["closes"] or kept.closes,
                tuple(number for number, tick in enumerate(self.days) if tick.value()),
                values["reception_minutes"] or kept.reception_minutes,
                values["walk_ins"] or 0,
            ),
        )

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or changes.touches("workshop") or changes.touches("workshop_bay"):
            self.bays.show_bays()
