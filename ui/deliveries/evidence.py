"""What an item asks for when it is done: a reading, words, a photo, a signature; or why it does not apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.delivery.checklist_actions import ItemForm, settle_item, waive_item
from models.delivery.views import DeliveryView, ItemView
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.trades.delivery_template import Evidence, Means
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, QuantityEdit, TextEdit
from ui.kit.files import FileChoice
from ui.kit.forms import Field
from ui.kit.signing import SigningField

WHOLE, MOST_KM = 100, 9_999_999

Fields = list[Field | tuple[Field, ...] | QWidget]


def ask_evidence(parent: QWidget, actor: Actor, view: DeliveryView, item: ItemView) -> FormDialog | None:
    """Do an item: at once where a tick is enough, else ask for what proves it."""
    if item.evidence is Evidence.TICK:
        settle_item(actor, item.id, ItemForm(text=view.entry.advisor if item.means is Means.ADVISOR else ""))
        return None
    fields, form = _asked(view, item)
    dialog = FormDialog(
        parent, item.wording, fields, lambda values: settle_item(actor, item.id, form(values)), _("Done"), width=560
    )
    dialog.open()
    return dialog


def _asked(view: DeliveryView, item: ItemView) -> tuple[Fields, Callable[[dict[str, Any]], ItemForm]]:
    """The fields that ask for an item's evidence, and how its form is made of their values."""
    note = Field("text", _("Note"), TextEdit(longest=200))
    if item.evidence is Evidence.READING:
        if item.means is Means.MILEAGE:
            reading = Field("reading", _("Mileage (km)"), CountEdit(0, MOST_KM), required=True)
            return [reading, note], lambda values: ItemForm(_hundredths(values["reading"]), values["text"])
        reading = Field("reading", _("Reading or number"), QuantityEdit(), required=True)
        return [reading, note], lambda values: ItemForm(values["reading"], values["text"])
    if item.evidence is Evidence.PHOTO:
        photo = Field("content", _("Photo"), FileChoice(_("Choose a photo…")), required=True)
        return [photo, note], _photo_form
    if item.evidence is Evidence.SIGNATURE:
        return _signature_fields(view)
    words = TextEdit(longest=200)
    said = Field("text", _("In words"), words, required=item.evidence is Evidence.TEXT)
    return [said], lambda values: ItemForm(text=values["text"])


def _hundredths(value: int | None) -> int | None:
    return None if value is None else value * WHOLE


def _photo_form(values: dict[str, Any]) -> ItemForm:
    if values["content"] is None:
        raise RuleError("Choose a photo.", field="content")
    name, content = values["content"]
    return ItemForm(text=values["text"], content=content, file_name=name)


def _signature_fields(view: DeliveryView) -> tuple[Fields, Callable[[dict[str, Any]], ItemForm]]:
    name = TextEdit(longest=60)
    name.set_value(view.entry.customer)
    pad = SigningField(view.entry.customer)

    def form(values: dict[str, Any]) -> ItemForm:
        signed = pad.signature(values["text"])
        if signed is None:
            raise RuleError("The customer has to sign.", field="text")
        return ItemForm(text=signed.name, content=signed.content, how=signed.how, file_name=signed.name)

    return [Field("text", _("Who signs"), name, required=True), pad], form


def ask_waiver(parent: QWidget, actor: Actor, item: ItemView) -> FormDialog:
    """Ask why an item does not apply (D1)."""
    dialog = FormDialog(
        parent,
        _("Does not apply"),
        [Field("reason", _("Reason"), TextEdit(longest=200), required=True)],
        lambda values: waive_item(actor, item.id, values["reason"]),
        _("Not applicable"),
        intro=item.wording,
    )
    dialog.open()
    return dialog


def staff_choice(people: list[tuple[int, str]], chosen: int) -> ChoiceBox:
    """Who is to do something."""
    box = ChoiceBox(people)
    box.set_value(chosen)
    return box
