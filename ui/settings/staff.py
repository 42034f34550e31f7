"""Who works here: accounts, roles, PINs, and who has left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Role
from models.staff import lists
from models.staff.actions import StaffForm, change_account, hire, leave_company
from models.staff.lists import StaffRow
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import PhoneEdit, PinEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, FilterChips, Panel, row
from ui.settings.desk import SettingsDesk

_COLUMNS = 3


class RolesEdit(QWidget):
    """The roles as ticks."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        self.ticks = {role: Tick(label(role)) for role in Role}
        for place, (role, tick) in enumerate(self.ticks.items()):
            tick.setObjectName(f"role_{role.value}")
            tick.edited.connect(self.edited)
            grid.addWidget(tick, *divmod(place, _COLUMNS))
        self.setFocusProxy(self.ticks[Role.RECEPTION])

    def value(self) -> frozenset[Role]:
        """The roles ticked."""
        return frozenset(role for role, tick in self.ticks.items() if tick.value())

    def set_value(self, value: frozenset[Role]) -> None:
        """Tick these roles."""
        for role, tick in self.ticks.items():
            tick.set_value(role in value)


class StaffPage(QWidget):
    """The list of accounts, and what is done with them."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, StaffRow] = {}
        self.filter = FilterChips()
        self.filter.chosen.connect(lambda key: self.show_all())
        columns = (
            Column("name", _("Full name"), lambda each: each.name, width=180, bold=True, sortable=False),
            Column("roles", _("Roles"), _roles, sortable=False),
            Column("phone", _("Phone"), lambda each: each.phone, width=150, sortable=False),
            Column("state", _("State"), _state, tone=_tone, chip=True, width=140, sortable=False),
        )
        self.table = RecordTable(columns, self._fetch)
        self.table.opened.connect(self.open_account)
        self.table.selected.connect(lambda chosen: self._offer())
        self.new = Button(
            _("New member of staff"), self.ask_new, kind="primary", icon="account-plus-outline", name="hire"
        )
        self.change = Button(
            _("Change…"), lambda: self.open_account(self.table.selected_id), hint="Enter", name="change"
        )
        self.leave = Button(_("Has left the company…"), self.ask_leave, kind="danger", name="leave")
        panel = Panel(_("Staff"), self.new, flush=True)
        panel.add(row(self.filter, "stretch", self.change, self.leave, margins=(16, 10, 16, 10)), self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self.show_all()

    def show_all(self) -> None:
        """Read the accounts again."""
        everybody = lists.everybody(left=True)
        here = [each for each in everybody if each.present]
        self.filter.set_items(
            [
                ("here", _("Works here {count}").format(count=len(here)), "neutral"),
                ("left", _("Has left {count}").format(count=len(everybody) - len(here)), "neutral"),
            ]
        )
        self._rows = {each.id: each for each in everybody if each.present == (self.filter.selected == "here")}
        self.table.set_ids(list(self._rows))
        self._offer()

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or changes.touches("staff"):
            self.show_all()

    def ask_new(self) -> None:
        """Ask about somebody new."""
        FormDialog(self, _("New member of staff"), _fields(new=True), self._hire, _("Hire"), width=560).open()

    def open_account(self, staff_id: int | None) -> None:
        """Show an account to change it."""
        person = self._rows.get(staff_id or 0)
        if person is None or not person.present:
            return
        dialog = FormDialog(self, person.name, _fields(new=False), partial(self._change, person), width=560)
        dialog.form.set_values({"name": person.name, "phone": person.phone, "roles": person.roles})
        dialog.open()

    def ask_leave(self) -> None:
        """Ask before somebody's account is closed."""
        person = self._rows.get(self.table.selected_id or 0)
        if person is None:
            return
        notices.ask(
            self,
            _("Has {name} left the company?").format(name=person.name),
            _("The account is closed and cannot log in any more. All that {name} did stays on record.").format(
                name=person.name
            ),
            [("leave", _("Close the account"), "danger"), ("keep", _("Cancel"), "plain")],
            lambda answer: self._leave(person) if answer == "leave" else None,
        )

    def _fetch(self, ids: Sequence[int]) -> list[StaffRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _offer(self) -> None:
        person = self._rows.get(self.table.selected_id or 0)
        for button in (self.change, self.leave):
            button.setEnabled(person is not None and person.present)

    def _hire(self, values: dict[str, Any]) -> None:
        hire(self._desk.session.actor, StaffForm(**values))

    def _change(self, person: StaffRow, values: dict[str, Any]) -> None:
        change_account(self._desk.session.actor, person.id, person.version, StaffForm(**values))

    def _leave(self, person: StaffRow) -> None:
        try:
            leave_company(self._desk.session.actor, person.id)
        except FrontdeskError as error:
            notices.error(error)


def _fields(*, new: bool) -> list[Field | tuple[Field, ...]]:
    hint = _("4 to 8 digits") if new else _("Leave empty to keep the old one")
    return [
        (Field("name", _("Full name"), TextEdit(longest=60), required=True), Field("phone", _("Phone"), PhoneEdit())),
        Field("roles", _("Roles"), RolesEdit(), required=True),
        Field("pin", _("PIN") if new else _("New PIN"), PinEdit(), hint, required=new),
    ]


def _roles(person: StaffRow) -> str:
    return " · ".join(label(role) for role in Role if role in person.roles)


def _state(person: StaffRow) -> str:
    return _("Works here") if person.present else _("Left the company")


def _tone(person: StaffRow) -> str:
    return "ok" if person.present else "neutral"
