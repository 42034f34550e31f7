"""The store's figures for customer files: how long and how many prospects are protected, which loss is confirmed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers.care import MOST_DAYS, MOST_FILES, Care, care
from models.customers.protection_actions import change_care
from models.kernel.changes import Changes
from models.kernel.i18n import _
from ui.kit import notices
from ui.kit.editors import CountEdit, MoneyEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Panel, Text
from ui.settings.desk import SettingsDesk


class CustomerCarePage(QWidget):
    """Protection and loss; nothing is changed before it is saved."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk, self._edited = desk, False
        save = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_care")
        panel = Panel(_("Customer files"), save)
        hint = _("A prospect belongs to one seller for so many days from the last contact, then to whoever calls next.")
        self.form = Form(
            Field("days", _("Days of protection"), CountEdit(1, MOST_DAYS)),
            Field("most", _("Protected prospects per person, at most"), CountEdit(1, MOST_FILES)),
            Field(
                "confirm_from",
                _("The manager confirms a loss from"),
                MoneyEdit(),
                _("Counted by the last quote; 0 for never."),
            ),
            on_enter=self.save,
        )
        self.form.edited.connect(self._mark_edited)
        panel.add(Text(hint, "dim", wrap=True), self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)
        self._show()

    def save(self) -> None:
        """Keep the figures; what is wrong is said at its line."""
        if self.form.submit(self._apply):
            self._edited = False
            notices.tell(_("Saved."))

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed, unless something is being typed here."""
        if not self._edited and (changes is None or changes.touches("shop")):
            self._show()

    def _apply(self, values: dict[str, Any]) -> None:
        before = care()
        figures = {name: values[name] if values[name] is not None else getattr(before, name) for name in vars(before)}
        change_care(self._desk.session.actor, Care(**{**figures, "confirm_from": values["confirm_from"] or 0}))

    def _show(self) -> None:
        self.form.set_values(vars(care()))

    def _mark_edited(self) -> None:
        self._edited = True
