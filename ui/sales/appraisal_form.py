"""What is typed of a used vehicle: facts, condition by area, documents, market, price; and taking it in (S5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor
from models.trade_ins import lists, rules
from models.trade_ins.actions import ConditionForm, ReferenceForm, fill_appraisal, start_appraisal, take_in
from models.trade_ins.states import Grade
from models.trade_ins.views import AppraisalView
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, CountEdit, DateEdit, MoneyEdit, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.widgets import Text

_REFERENCES = 3
_PLAIN = (
    *("make", "model", "colour", "plate", "vin", "registered_on", "mileage_km", "owners", "insurance_until"),
    *("inspection_until", "accidents", "mortgage", "note", "price", "valid_until"),
)
_GRADES = (Grade.GOOD, Grade.WORN, Grade.POOR, Grade.NONE)


class AppraisalDialog(FormDialog):
    """Everything of an appraisal in one form."""

    def __init__(self, page: QWidget, actor: Actor, view: AppraisalView) -> None:
        self._actor, self._view = actor, view
        fields = [*_vehicle(), *self._conditions(), *self._documents(), *self._market(), *_price()]
        super().__init__(page, _("Appraisal {number}").format(number=view.row.number), fields, self._fill, width=720)
        self.form.set_values({name: getattr(view.form, name) for name in _PLAIN})
        self.setMinimumHeight(560)

    def _conditions(self) -> list[Any]:
        known = {each.area: each for each in self._view.form.conditions}
        fields: list[Any] = [Text(_("Condition by area"), "bold")]
        for area in lists.areas():
            choice = ChipChoice([(each, label(each)) for each in _GRADES])
            remark = TextEdit(longest=200)
            before = known.get(area.code, ConditionForm(area.code, Grade.NONE))
            choice.set_value(before.grade)
            remark.set_value(before.remark)
            named = Field(f"grade_{area.code}", pick(area.name), choice)
            fields.append((named, Field(f"remark_{area.code}", _("Remark"), remark)))
        return fields

    def _documents(self) -> list[Any]:
        fields: list[Any] = [Text(_("Documents seen"), "bold")]
        ticks = []
        for each in lists.documents():
            tick = Tick(pick(each.name))
            tick.set_value(each.code in self._view.form.documents)
            ticks.append(Field(f"document_{each.code}", "", tick))
        return [*fields, *(tuple(ticks[place : place + 3]) for place in range(0, len(ticks), 3))]

    def _market(self) -> list[Any]:
        fields: list[Any] = [Text(_("Market references"), "bold")]
        for place in range(_REFERENCES):
            known = self._view.form.references[place : place + 1]
            before = known[0] if known else ReferenceForm("", "", 0)
            source, about, price = TextEdit(longest=60), TextEdit(longest=200), MoneyEdit()
            source.set_value(before.source)
            about.set_value(before.about)
            price.set_value(before.price or None)
            fields.append(
                (
                    Field(f"references.{place}.source", _("Where it was seen"), source),
                    Field(f"references.{place}.about", _("Vehicle compared"), about),
                    Field(f"references.{place}.price", _("Price"), price),
                )
            )
        return fields

    def _fill(self, values: dict[str, Any]) -> None:
        plain = {name: values[name] for name in _PLAIN}
        plain |= {"price": values["price"] or 0, "owners": values["owners"] or 0}
        conditions = tuple(
            ConditionForm(area.code, values[f"grade_{area.code}"] or Grade.NONE, values[f"remark_{area.code}"])
            for area in lists.areas()
        )
        references = tuple(each for place in range(_REFERENCES) if (each := _reference(values, place)) is not None)
        documents = tuple(each.code for each in lists.documents() if values[f"document_{each.code}"])
        told = replace(self._view.form, **plain, conditions=conditions, references=references, documents=documents)
        fill_appraisal(self._actor, self._view.row.id, self._view.version, told)


def _reference(values: dict[str, Any], place: int) -> ReferenceForm | None:
    source, about, price = (values[f"references.{place}.{name}"] for name in ("source", "about", "price"))
    return ReferenceForm(source, about, price or 0) if source or about or price else None


def _vehicle() -> list[Any]:
    return [
        (Field("make", _("Make"), TextEdit(longest=60)), Field("model", _("Model"), TextEdit(longest=60))),
        (Field("vin", _("VIN"), TextEdit(longest=40)), Field("plate", _("Plate"), TextEdit(longest=20))),
        (
            Field("registered_on", _("First registration"), DateEdit()),
            Field("mileage_km", _("Mileage"), CountEdit(0, rules.MOST_KM)),
            Field("owners", _("Owners before"), CountEdit(0, rules.MOST_OWNERS)),
        ),
        (
            Field("colour", _("Colour"), TextEdit(longest=40)),
            Field("insurance_until", _("Insurance until"), DateEdit()),
            Field("inspection_until", _("Inspection until"), DateEdit()),
        ),
        Field("accidents", _("Accident history"), NoteEdit(lines=2)),
        Field("mortgage", _("Mortgage"), TextEdit(longest=200)),
    ]


def _price() -> list[Any]:
    return [
        (Field("price", _("Price offered"), MoneyEdit()), Field("valid_until", _("Valid until"), DateEdit())),
        Field("note", _("Note"), NoteEdit(lines=2)),
    ]


def ask_vehicle(page: QWidget, actor: Actor, customer_id: int, done: Callable[[int], object]) -> None:
    """Begin an appraisal, of one of the customer's vehicles where the file knows any."""

    def begin(goods_id: int | None) -> None:
        done(start_appraisal(actor, customer_id, goods_id).id)

    known = lists.vehicles_of(customer_id)
    if not known:
        try:
            begin(None)
        except FrontdeskError as error:
            notices.error(error)
        return
    choice = ChoiceBox(
        [(each.id, f"{each.name} {each.form.plate}".strip()) for each in known], empty=_("Another vehicle")
    )
    choice.set_value(known[0].id)
    fields = [Field("goods", _("Vehicle"), choice)]
    FormDialog(page, _("Which vehicle?"), fields, lambda values: begin(values["goods"]), _("Begin")).open()


def ask_taking_in(page: QWidget, actor: Actor, view: AppraisalView) -> FormDialog:
    """Ask for the odometer and the place of a vehicle that was brought."""
    km = CountEdit(0, rules.MOST_KM)
    km.set_value(view.form.mileage_km)
    fields = [Field("mileage_km", _("Odometer, km"), km), Field("place", _("Where it stands"), TextEdit(longest=60))]

    def take(values: dict[str, Any]) -> None:
        take_in(actor, view.row.id, values["mileage_km"] or 0, values["place"])

    dialog = FormDialog(page, _("Take in"), fields, take, _("Take in"))
    dialog.open()
    return dialog
