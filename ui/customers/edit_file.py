"""Changing a customer file in the record's place; where somebody else was faster, both values are shown."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from models.customers import lists
from models.customers.actions import FileForm, Personal, edit_file, reveal_personal
from models.customers.kinds import CustomerKind, FormOfAddress
from models.customers.lists import CustomerFile
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.i18n import LabelledEnum, _, label
from models.kernel.permissions import Actor
from ui.customers.entry import Entry, Item
from ui.customers.person_edit import PersonEdit
from ui.customers.wording import (
    called,
    level_choices,
    level_name,
    owner_choices,
    source_choices,
    source_name,
)
from ui.kit.editors import ChipChoice, ChoiceBox, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear, column

FORM_FIELDS = tuple(each.name for each in fields(FileForm))


def draft_key(customer_id: int) -> str:
    """Where an unfinished edit of this file is kept."""
    return f"edit:{customer_id}"


def labels() -> dict[str, str]:
    """What each field of a file is called, on the form and in its history."""
    return {
        "name": _("Customer name"),
        "form_of_address": _("Form of address"),
        "kind": _("Person or company"),
        "contact_person": _("Contact person"),
        "phones": _("Phones"),
        "no_contact": _("Left no contact"),
        "wechat": _("WeChat"),
        "email": _("Email"),
        "address": _("Address"),
        "id_number": _("ID number"),
        "best_time": _("Best time to call"),
        "source": _("How they heard of us"),
        "referred_by_id": _("Referred by"),
        "owner_id": _("Looked after by"),
        "intent": _("Level of intent"),
        "wish": _("What they are looking for"),
        "note": _("Notes"),
    }


def in_words(name: str, value: Any, actor: Actor) -> str:
    """A field's value as people say it; a dash for nothing."""
    if value in (None, "", ()):
        return "–"
    if name == "referred_by_id":
        return ", ".join(called(each.name, each.form_of_address) for each in lists.rows(actor, [value])) or "–"
    if name == "owner_id":
        return dict(owner_choices()).get(value, str(value))
    if name == "no_contact":
        return _("yes") if value else _("no")
    if isinstance(value, LabelledEnum):
        return label(value)
    return {"intent": level_name, "source": source_name}.get(name, str)(value)


class EditFile(Entry):
    """All that is kept about one customer. Opening it shows the personal values, which is on record (C11)."""

    def __init__(self, actor: Actor, customer_id: int, typed: dict[str, Any] | None = None) -> None:
        self.customer_id = customer_id
        self._file = open_values(actor, customer_id)
        self.conflicts = column(gap=4)
        super().__init__(
            actor,
            draft_key(customer_id),
            _("Edit the file"),
            self._items(actor),
            start=_as_typed(self._file),
            typed=typed,
        )
        self.box.insertWidget(1, self.conflicts)
        self.conflicts.hide()
        for line in self.form.findChildren(QLineEdit):
            line.home(False)
        self.form.focus("name")

    def _items(self, actor: Actor) -> list[Item]:
        file = self._file
        phones = NoteEdit(_("One number a line, the best one first"), lines=2)
        editors: dict[str, QWidget] = {
            "name": TextEdit(),
            "form_of_address": ChipChoice(FormOfAddress),
            "phones": phones,
            "no_contact": Tick(_("Left no contact")),
            "wish": TextEdit(),
            "intent": ChipChoice(level_choices()),
            "owner_id": ChoiceBox(owner_choices(file.owner_id, file.owner), empty=_("Nobody yet (pool)")),
            "source": ChoiceBox(source_choices(), empty=_("Not said")),
            "best_time": TextEdit(),
            "wechat": TextEdit(),
            "email": TextEdit(),
            "address": TextEdit(),
            "id_number": TextEdit(),
            "kind": ChipChoice(CustomerKind),
            "contact_person": TextEdit(_("For a company")),
            "referred_by_id": PersonEdit(actor, besides=self.customer_id),
            "note": NoteEdit(),
        }
        named = labels()
        return [Field(name, "" if name == "no_contact" else named[name], each) for name, each in editors.items()]

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
        theirs, before = _as_typed(self._file), self.before
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


def _as_typed(file: CustomerFile) -> dict[str, Any]:
    values = {name: getattr(file, name) for name in FORM_FIELDS}
    return {**values, "phones": "\n".join(file.phones), "source": file.source or None}


def _as_form(values: dict[str, Any]) -> FileForm:
    phones = tuple(line.strip() for line in values["phones"].splitlines() if line.strip())
    no_contact = values["no_contact"] and not phones
    return FileForm(**{**values, "phones": phones, "source": values["source"] or "", "no_contact": no_contact})
