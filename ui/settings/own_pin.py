"""Changing one's own PIN."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import store
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.staff.actions import change_own_pin
from models.staff.rules import checked_pin
from ui.kit import jobs, notices
from ui.kit.editors import PinEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Panel, Text, row
from ui.settings.desk import SettingsDesk

_WIDTH = 420


class OwnPinPage(QWidget):
    """The old PIN, and the new one twice."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(
            Field("old", _("PIN until now"), PinEdit(), required=True),
            Field("new", _("New PIN"), PinEdit(), _("4 to 8 digits, not all alike"), required=True),
            Field("again", _("New PIN once more"), PinEdit(), required=True),
            on_enter=self.save,
        )
        self.form.setMaximumWidth(_WIDTH)
        panel = Panel(_("My PIN"))
        name = desk.session.actor.name
        panel.add(
            Text(_("For {name}. Nobody else needs to know it, not even the owner.").format(name=name), "dim"),
            self.form,
            row(Button(_("Change PIN"), self.save, kind="primary", hint="Enter", name="save_pin"), "stretch"),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)

    def save(self) -> None:
        """Change the PIN in the background: making it hard to guess takes a moment."""
        self.form.submit(self._change)

    def _change(self, values: dict[str, Any]) -> None:
        actor, old, new = self._desk.session.actor, values["old"], checked_pin(values["new"], "new")
        if checked_pin(values["again"], "again") != new:
            raise RuleError("The two PINs are not the same.", field="again")
        jobs.run(
            lambda work: change_own_pin(actor, old, new),
            lambda changes: self._changed(),
            self._refuse,
            cleanup=store.close_connection,
            owner=self,
        )

    def _changed(self) -> None:
        self.form.set_values({"old": "", "new": "", "again": ""})
        notices.tell(_("Your PIN is changed."))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, FrontdeskError):
            raise error
        self.form.show_error(error)
