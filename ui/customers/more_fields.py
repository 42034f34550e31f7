"""What may be asked beside the short form of a new visit or call: everything else of the file, folded away at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from models.customers import rules
from models.customers.belongings import GoodsForm, PersonForm
from models.customers.duplicates import Typed
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.customers import file_fields
from ui.customers.entry import Item
from ui.customers.file_fields import field, heading, phones_field, phones_typed, watch_id, watch_serial
from ui.customers.goods import goods_labels
from ui.kit.editors import NoteEdit, PhoneEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, row

_PERSON = ("person_name", "person_post", "person_phone")
_GOODS = ("make", "model", "plate", "serial")


@dataclass(frozen=True)
class Told:
    """What was told beyond the short form: values of the file, phones with labels, people, goods."""

    values: dict[str, Any]
    phones: tuple[str, ...]
    phone_labels: tuple[str, ...]
    people: tuple[PersonForm, ...]
    goods: tuple[GoodsForm, ...]


class MoreFields:
    """The fields beyond the short form, and the button that unfolds them."""

    def __init__(self, actor: Actor) -> None:
        words = _("More: company, vehicle, ID, preferences…")
        self.button = Button(words, self.unfold, kind="link", icon="chevron-down", key="F9", name="more_fields")
        self.items: list[Item] = [row(self.button, "stretch"), *self._sections(actor)]
        self._folded = [each for each in _widgets(self.items) if each is not self.items[0]]
        self.names = {each.name for each in self._folded if isinstance(each, Field)}
        for each in self._folded:
            each.hide()

    def watch(self, form: Form) -> None:
        """Once the form stands: say doubts, and unfold what was brought back."""
        watch_id(form)
        watch_serial(form)

    def unfold(self) -> None:
        """Show the fields and go to the first."""
        for each in self._folded:
            each.show()
        self.button.hide()
        first = next(each for each in self._folded if isinstance(each, Field))
        first.editor.setFocus()

    def take(self, values: dict[str, Any]) -> Told:
        """What these fields say, taken out of ``values``. Raises RuleError at the field that is wrong."""
        mine = {name: values.pop(name) for name in self.names}
        name, post, phone = (mine.pop(each) for each in _PERSON)
        goods = GoodsForm(**{each: mine.pop(each) for each in _GOODS})
        told = phones_typed(mine.pop("other_phones"))
        for number in told["phones"]:
            rules.checked_phone(number, "other_phones")
        spoken_for = (rules.checked_phone(phone, "person_phone"),) if phone else ()
        person = PersonForm(name or post, post if name else "", spoken_for)
        return Told(
            mine,
            told["phones"],
            told["phone_labels"],
            (person,) if person.name or spoken_for else (),
            (goods,) if goods != GoodsForm() else (),
        )

    def typed(self, form: Form, name: str, phone: str) -> Typed:
        """What has been typed so far that may show the same person elsewhere (C3)."""
        said = {each: form.editor(each).value() for each in ("id_number", "plate", "serial")}
        return Typed(name, (phone,) if phone else (), said["id_number"], (said["plate"],), (said["serial"],))

    def _sections(self, actor: Actor) -> list[Item]:
        named = goods_labels()
        return [
            *file_fields.who_items(),
            heading(_("For a company: who speaks for it")),
            *(Field("person_name", _("Contact person"), TextEdit()), Field("person_post", _("Post"), TextEdit())),
            (Field("person_phone", _("Their phone"), PhoneEdit()),),
            heading(_("What they drive or own now")),
            *(Field(name, named[name], TextEdit()) for name in _GOODS),
            heading(_("How they are reached")),
            (phones_field("other_phones"),),
            *file_fields.reach_items(),
            heading(_("Identity and origin")),
            *file_fields.id_items(),
            *file_fields.origin_items(actor),
            heading(_("What they like, and what to avoid")),
            *file_fields.preference_items(),
            (field("note", NoteEdit(lines=2)),),
        ]


def _widgets(items: list[Item]) -> list[QWidget]:
    return [each for item in items for each in (item if isinstance(item, tuple) else (item,))]
