"""Whom to call before they come, with the number and what came of the call (W1, W13)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.appointments import lists
from models.appointments.booking_actions import log_reminder
from models.appointments.lists import AppointmentView
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from ui.kit import notices, wording
from ui.kit.desk import Desk
from ui.kit.widgets import Button, EmptyState, Panel, Text, clear, column, row


class ReminderPanel(Panel):
    """``chosen`` with the id of the appointment to be shown."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Reminder calls"))
        self._desk = desk
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self.body.addLayout(self._list)
        self.add("stretch")

    def show_calls(self) -> None:
        """Show who is still to be called."""
        clear(self._list)
        actor = self._desk.session.actor
        due = lists.reminders_due(actor)
        for each in due:
            self._list.addWidget(self._call(lists.appointment_view(actor, each.id)))
        if not due:
            empty = EmptyState(
                "phone-check-outline", _("Everybody is called"), _("Whoever comes tomorrow is listed here.")
            )
            self._list.addWidget(empty)

    def _call(self, view: AppointmentView) -> QWidget:
        held = view.row
        who = Text(wording.joined(held.customer, view.phone), "bold", wrap=True)
        tried = _("tried {count} times").format(count=view.tries) if view.tries else ""
        what = wording.joined(wording.moment(held.starts_at), label(held.purpose), held.plate, tried)
        buttons = []
        if self._desk.session.actor.may(Permission.RECEIVE_VEHICLE):
            buttons = [
                Button(_("Reached"), partial(self._log, held.id, True), icon="phone-check-outline", name="reached"),
                Button(_("Not reached"), partial(self._log, held.id, False), name="not_reached"),
            ]
        show = Button(_("Show"), partial(self.chosen.emit, held.id), kind="link", name="show")
        return column(who, Text(what, "dim", wrap=True), row(*buttons, show, "stretch"), gap=4)

    def _log(self, appointment_id: int, reached: bool) -> None:
        try:
            log_reminder(self._desk.session.actor, appointment_id, reached)
        except FrontdeskError as error:
            notices.error(error)
        self.show_calls()
