"""Files of people who have left the company, handed over one by one, to one person, or shared among all (C7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.customers import lists, protection
from models.customers.lists import CustomerRow
from models.customers.protection import Leaver
from models.customers.protection_actions import reassign
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.staff import lists as staff
from ui.customers.wording import called
from ui.kit import notices, theme, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, EmptyState, Panel, Text, clear, column, row, scrolled

_EVERYBODY = 0
_MOST_LISTED = 30


class LeaversPage(Panel):
    """Who has left and still has files; handed over one by one, to one person, or shared among all who sell."""

    left = Signal()

    def __init__(self, actor: Callable[[], Actor]) -> None:
        super().__init__(_("Files of people who have left"), flush=True)
        assert self.head is not None
        self.head.add(Button(_("Close"), self.left.emit, hint="Esc", name="close_page"))
        self._actor = actor
        self._content = QVBoxLayout()
        self._content.setContentsMargins(*[theme.INSIDE] * 4)
        self._content.setSpacing(theme.GAP)
        inside = QWidget()
        inside.setLayout(self._content)
        self.add(scrolled(inside))
        self.refresh()

    def refresh(self) -> None:
        """Read anew who has files left."""
        clear(self._content)
        gone = protection.leavers()
        if not gone:
            hint = _("When somebody leaves, their customers wait here for a new owner.")
            self._content.addWidget(EmptyState("account-check-outline", _("No file waits."), hint))
        for each in gone:
            self._content.addWidget(self._one(each))
        self._content.addStretch(1)

    def _one(self, leaver: Leaver) -> QWidget:
        all_at_once = Button(
            *(_("Hand over all…"), partial(self._ask, leaver)), kind="primary", name=f"hand_over_{leaver.id}"
        )
        all_at_once.setEnabled(self._actor().may(Permission.MANAGE_FILES))
        text = _("{bought} customers who have bought, {prospects} prospects").format(
            bought=leaver.bought, prospects=leaver.prospects
        )
        left_on = _("left {day}").format(day=wording.day(leaver.left_on))
        panel = Panel(leaver.name, all_at_once, hint=left_on)
        panel.add(Text(text, "dim"))
        ids = protection.files_of(leaver.id)
        for file in lists.rows(self._actor(), ids[:_MOST_LISTED]):
            panel.add(self._line(leaver, file))
        if len(ids) > _MOST_LISTED:
            panel.add(Text(_("and {count} more").format(count=len(ids) - _MOST_LISTED), "dim"))
        return panel

    def _line(self, leaver: Leaver, file: CustomerRow) -> QWidget:
        to = Button(_("Hand over…"), partial(self._ask_one, leaver, file), kind="link", name=f"hand_{file.id}")
        stage = wording.joined(label(file.stage), file.phone)
        name = Text(called(file.name, file.form_of_address), "bold", elide=True)
        words = column(name, Text(stage, "second", elide=True), gap=0)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return row(words, to)

    def _ask(self, leaver: Leaver) -> None:
        """To one person, or shared among everybody who sells."""
        sellers = self._sellers(leaver)
        everybody = _("Shared among all {count} who sell").format(count=len(sellers))
        to = ChoiceBox([*sellers, (_EVERYBODY, everybody)], empty=_("Choose…"))

        def hand_over(values: dict[str, Any]) -> None:
            if values["to"] is None:
                raise RuleError("Choose somebody.", field="to")
            if values["to"] == _EVERYBODY:
                whole = protection.spread(protection.files_of(leaver.id), [each for each, _name in sellers])
                reassign(self._actor(), leaver.id, whole, values["reason"])
            else:
                reassign(self._actor(), leaver.id, values["to"], values["reason"])
            notices.tell(_("The files of {name} were handed over.").format(name=leaver.name))

        self._form(_("Hand over all files of {name}").format(name=leaver.name), to, hand_over)

    def _ask_one(self, leaver: Leaver, file: CustomerRow) -> None:
        to = ChoiceBox(self._sellers(leaver), empty=_("Choose…"))

        def hand_over(values: dict[str, Any]) -> None:
            if values["to"] is None:
                raise RuleError("Choose somebody.", field="to")
            reassign(self._actor(), leaver.id, {file.id: values["to"]}, values["reason"])

        self._form(_("Hand over {name}").format(name=called(file.name, file.form_of_address)), to, hand_over)

    def _form(self, title: str, to: ChoiceBox, do: Callable[[dict[str, Any]], None]) -> None:
        fields = [Field("to", _("Who looks after them from now on"), to), Field("reason", _("Remark"), TextEdit())]

        def submit(values: dict[str, Any]) -> None:
            do(values)
            self.refresh()

        FormDialog(self, title, fields, submit, _("Hand over")).open()

    def _sellers(self, leaver: Leaver) -> list[tuple[int, str]]:
        return [(each.id, each.name) for each in staff.sellers() if each.id != leaver.id]
