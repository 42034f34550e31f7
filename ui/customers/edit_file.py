"""Changing a customer file in the record's place; where somebody else was faster, both values are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from models.customers import lists
from models.customers.actions import NOBODY, FileForm, Personal, edit_file, reveal_personal
from models.customers.duplicates import Typed
from models.customers.kinds import FormOfAddress
from models.customers.lists import CustomerFile
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.customers import file_fields
from ui.customers.care_bands import LikelySame, Merge
from ui.customers.entry import Entry, Item
from ui.customers.file_fields import as_typed, field, heading, in_words, labels, phones_typed, watch_id
from ui.customers.wording import level_choices, owner_choices, source_choices
from ui.kit.editors import ChipChoice, ChoiceBox, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear, column

_PAUSE = 150
_TELLING = ("name", "phones", "id_number")


def draft_key(customer_id: int) -> str:
    """Where an unfinished edit of this file is kept."""
    return f"edit:{customer_id}"


class EditFile(Entry):
    """All that is kept about one customer. Opening it shows the personal values, which is on record (C11)."""

    whole = True

    def __init__(self, actor: Actor, customer_id: int, typed: dict[str, Any] | None, merge: Merge) -> None:
        self.customer_id = customer_id
        self._file = open_values(actor, customer_id)
        self.conflicts = column(gap=4)
        self.alike = LikelySame(actor, customer_id, merge)
        super().__init__(
            actor,
            draft_key(customer_id),
            _("Edit the file"),
            self._items(actor),
            start=as_typed(self._file),
            typed=typed,
        )
        self.box.insertWidget(1, self.conflicts)
        self.conflicts.hide()
        watch_id(self.form)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        for name in _TELLING:
            self.form.editor(name).edited.connect(self._pause.start)
        for line in self.form.findChildren(QLineEdit):
            line.home(False)
        self.form.focus("name")

    def _items(self, actor: Actor) -> list[Item]:
        file = self._file
        owner = ChoiceBox([(NOBODY, _("Nobody yet (pool)")), *owner_choices(file.owner_id, file.owner)])
        return [
            *(field("name", TextEdit()), field("form_of_address", ChipChoice(FormOfAddress))),
            self.alike,
            *file_fields.who_items(),
            heading(_("How they are reached")),
            *(file_fields.phones_field(), Field("no_contact", "", Tick(_("Left no contact")))),
            *file_fields.reach_items(),
            heading(_("What they want, and who looks after them")),
            *(field("wish", TextEdit()), field("intent", ChipChoice(level_choices()))),
            *(field("owner_id", owner), field("source", ChoiceBox(source_choices(), empty=_("Not said")))),
            *file_fields.origin_items(actor, self.customer_id),
            heading(_("Identity")),
            *file_fields.id_items(),
            heading(_("What they like, and what to avoid")),
            *file_fields.preference_items(),
            (field("note", NoteEdit()),),
        ]

    def look(self) -> None:
        """Show the files that may be about the same person as what is typed (C3)."""
        name, id_number = (self.form.editor(each).value() for each in ("name", "id_number"))
        self.alike.look(Typed(name, phones_typed(self.form.editor("phones").value())["phones"], id_number))

    def apply(self, values: dict[str, Any]) -> None:
        try:
            edit_file(self.actor, self.customer_id, self._file.version, _as_form(values))
        except StaleEdit:
            self._show_theirs(values)
            raise
        except RuleError as error:
            raise at_field(error, "phones") from error

    def finish(self) -> None:
        self.saved.emit(self.customer_id)

    def _show_theirs(self, mine: dict[str, Any]) -> None:
        """Take over what only the other person changed; show both values where both changed the same field."""
        self._file = open_values(self.actor, self.customer_id)
        theirs, before = as_typed(self._file), self.before
        untouched = {name: value for name, value in theirs.items() if mine[name] == before[name]}
        both = [name for name in theirs if mine[name] != before[name] != theirs[name] != mine[name]]
        self.before = theirs
        self.form.set_values(untouched)
        box = self.conflicts.layout()
        assert box is not None
        clear(box)
        for name in both:
            box.addWidget(self._conflict(name, theirs[name], mine[name]))
        self.conflicts.setVisible(bool(both))

    def _conflict(self, name: str, theirs: Any, mine: Any) -> Band:
        words = _("{field}: now “{theirs}”, you typed “{mine}”.").format(
            field=labels()[name],
            theirs=in_words(name, theirs, self.actor),
            mine=in_words(name, mine, self.actor),
        )
        band = Band("warn", words)

        def take() -> None:
            self.form.set_values({name: theirs})
            band.hide()

        band.say("warn", words, Button(_("Use theirs"), take, name=f"theirs_{name}"))
        return band


def open_values(actor: Actor, customer_id: int) -> CustomerFile:
    """The file with its personal values as they are; showing masked ones is on record (C11)."""
    file = lists.customer_file(actor, customer_id)
    if not file.masked:
        return file
    shown = reveal_personal(actor, customer_id).answer
    assert isinstance(shown, Personal)
    return replace(file, phones=shown.phones, address=shown.address, id_number=shown.id_number)


def at_field(error: RuleError, field: str) -> RuleError:
    """The error about a phone number at the ``field`` in which it was typed."""
    if error.field not in ("phones", "number"):
        return error
    return RuleError(error.template, field=field, **error.parameters)


def _as_form(values: dict[str, Any]) -> FileForm:
    phones = phones_typed(values["phones"])
    no_contact = values["no_contact"] and not phones["phones"]
    return FileForm(**{**values, **phones, "source": values["source"] or "", "no_contact": no_contact})
