"""The fields of a customer file in their sections: the same on the form of a new file and on that of an old one."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from models.customers import lists, rules
from models.customers.actions import NOBODY, FileForm
from models.customers.kinds import BestWay, CustomerKind, IdType
from models.customers.lists import CustomerFile
from models.customers.marks import birthday_doubt, birthday_in, id_doubt, serial_doubt
from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import LabelledEnum, _, label
from models.kernel.permissions import Actor
from ui.customers.entry import Item
from ui.customers.person_edit import PersonEdit
from ui.customers.tags_edit import TagsEdit
from ui.customers.wording import called, level_name, owner_choices, phone_words, source_name
from ui.kit.editors import ChipChoice, ChoiceBox, DateEdit, NoteEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Text

FORM_FIELDS = tuple(each.name for each in fields(FileForm) if each.name != "phone_labels")
"""What a form shows; the labels stand beside their phones."""


def labels() -> dict[str, str]:
    """What each field of a file is called, on the form and in its history."""
    return {
        "name": _("Customer name"),
        "form_of_address": _("Form of address"),
        "kind": _("Person or company"),
        "company": _("Company"),
        "birthday": _("Birthday"),
        "tags": _("Tags"),
        "phones": _("Phones"),
        "no_contact": _("Left no contact"),
        "best_way": _("Best way to be reached"),
        "best_time": _("Best time to call"),
        "wechat": _("WeChat"),
        "email": _("Email"),
        "address": _("Address"),
        "id_type": _("Kind of ID"),
        "id_number": _("ID number"),
        "source": _("How they heard of us"),
        "campaign": _("Campaign"),
        "referred_by_id": _("Referred by"),
        "owner_id": _("Looked after by"),
        "intent": _("Level of intent"),
        "grade": _("Grade"),
        "wish": _("What they are looking for"),
        "drink": _("Drink"),
        "seat": _("Seat"),
        "hobby": _("Hobby"),
        "taboo": _("Taboo"),
        "note": _("Notes"),
    }


def heading(text: str) -> QWidget:
    """The title of a section of the form."""
    words = Text(text, "bold")
    words.setContentsMargins(0, 8, 0, 0)
    return words


def field(name: str, editor: QWidget, hint: str = "") -> Field:
    """The field called ``name`` with its usual words."""
    return Field(name, labels()[name], editor, hint)


def phones_field(name: str = "phones") -> Field:
    """Several numbers, one a line, each with whose it is."""
    hint = _("One number a line, the preferred one first; what stands behind it says whose it is.")
    return Field(name, labels()["phones"], NoteEdit(_("138 0013 6621 office"), lines=2), hint)


def who_items() -> list[Item]:
    """What somebody is."""
    kind = ChipChoice(CustomerKind)
    kind.set_value(CustomerKind.PERSON)
    return [
        *(field("kind", kind), field("company", TextEdit(_("Where they work, or who sends them")))),
        *(field("birthday", DateEdit()), field("tags", TagsEdit())),
    ]


def reach_items() -> list[Item]:
    """How somebody is reached, beside their phones."""
    return [
        *(field("best_way", ChoiceBox(BestWay)), field("best_time", TextEdit())),
        *(field("wechat", TextEdit()), field("email", TextEdit())),
        (field("address", TextEdit()),),
    ]


def id_items() -> list[Item]:
    """Their document."""
    return [field("id_type", ChoiceBox(IdType)), field("id_number", TextEdit())]


def preference_items() -> list[Item]:
    """What was learned of them (C9)."""
    return [
        *(field("drink", TextEdit()), field("seat", TextEdit())),
        *(field("hobby", TextEdit()), field("taboo", TextEdit())),
    ]


def origin_items(actor: Actor, besides: int = 0) -> list[Item]:
    """Where they come from."""
    return [field("campaign", TextEdit()), field("referred_by_id", PersonEdit(actor, besides=besides))]


def watch_id(form: Form) -> None:
    """Say at once what is doubtful about an ID number; a right one fills in an empty birthday."""

    def look() -> None:
        birthday, number = form.editor("birthday"), form.editor("id_number").value()
        doubt = id_doubt(form.editor("id_type").value(), number)
        form.field("id_number").say_doubt(i18n.say(doubt) if doubt else "")
        said = birthday_in(number)
        if doubt is None and said is not None and not birthday.line.text():
            birthday.set_value(said)
            birthday.edited.emit()
        look_at_birthday()

    def look_at_birthday() -> None:
        day = _day(form.editor("birthday"))
        if not form.field("birthday").error:
            doubt = birthday_doubt(day, form.editor("id_number").value())
            form.field("birthday").say_doubt(i18n.say(doubt) if doubt else "")

    line: QLineEdit = form.editor("id_number")
    line.editingFinished.connect(look)
    form.editor("id_type").edited.connect(look)
    form.editor("birthday").line.editingFinished.connect(look_at_birthday)


def watch_serial(form: Form) -> None:
    """Say at once what is doubtful about a VIN."""

    def look() -> None:
        doubt = serial_doubt(form.editor("serial").value())
        form.field("serial").say_doubt(i18n.say(doubt) if doubt else "")

    form.editor("serial").editingFinished.connect(look)


def _day(editor: DateEdit) -> date | None:
    try:
        return editor.value()
    except RuleError:
        return None


def phones_typed(text: str) -> dict[str, Any]:
    """The phones and their labels, as typed one a line."""
    lines = [rules.split_phone(line) for line in text.splitlines() if line.strip()]
    said = [label for _number, label in lines]
    return {"phones": tuple(number for number, _label in lines), "phone_labels": tuple(said) if any(said) else ()}


def as_typed(file: CustomerFile) -> dict[str, Any]:
    """A file's values as its form shows them."""
    values = {name: getattr(file, name) for name in FORM_FIELDS}
    lines = (phone_words(*both, gap=" ") for both in zip(file.phones, file.phone_labels, strict=True))
    owner_id = file.owner_id or NOBODY
    return {**values, "phones": "\n".join(lines), "source": file.source or None, "owner_id": owner_id}


def in_words(name: str, value: Any, actor: Actor) -> str:
    """A field's value as people say it; a dash for nothing."""
    if value in (None, "", ()):
        return "–"
    if isinstance(value, LabelledEnum):
        return label(value)
    if isinstance(value, tuple):
        return _(", ").join(value)
    if name == "referred_by_id":
        return ", ".join(called(each.name, each.form_of_address) for each in lists.rows(actor, [value])) or "–"
    if name == "owner_id":
        return dict([(NOBODY, _("Nobody yet (pool)")), *owner_choices()]).get(value, str(value))
    if name == "no_contact":
        return _("yes") if value else _("no")
    return str({"intent": level_name, "source": source_name}.get(name, str)(value))
