"""The short forms of lending: lend something, take it back, give it up, longer, reminded (W12)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.loans import lists
from models.loans.kinds import Keeping
from models.loans.lend_actions import BackForm, CarForm, LendForm, extend, give_up, lend, remind, take_back
from models.loans.rules import FULL, MOST_KM
from models.loans.views import KindRow, LoanView
from models.staff.lists import everybody
from ui.kit import notices, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, DateEdit, MoneyEdit, PhoneEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit


def ask_lend(parent: QWidget, actor: Actor, kind: KindRow, customer_id: int = 0, name: str = "") -> FormDialog:
    """Ask to whom something of a kind is lent; name or phone and Enter are enough for what has no deposit."""
    phone = _("A phone the store knows ties the loan to its file.")
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        (Field("name", _("To whom"), TextEdit(longest=60)), Field("phone", _("Phone"), PhoneEdit(), phone)),
    ]
    staff = [(each.id, each.name) for each in everybody()]
    which = _which(kind)
    until = Field("due_at", _("Due back"), MomentEdit())
    fields += [(which, until) if which else until]
    if kind.keeping is Keeping.CAR:
        fields += _car_fields()
    fields += [
        (
            Field("deposit", _("Security deposit"), MoneyEdit()),
            Field("borrower_id", _("Lent to staff"), ChoiceBox(staff, _("nobody"))),
        ),
        (
            Field("condition", _("State it is in"), TextEdit(_("in order"), longest=200)),
            Field("note", _("Remark"), TextEdit(longest=200)),
        ),
    ]

    def accept(values: dict[str, Any]) -> None:
        number = lend(actor, _lend_form(kind, values, customer_id)).id
        row = lists.loan_rows(actor, [number])[0]
        notices.tell(_("{what} lent until {moment}").format(what=row.what, moment=wording.moment(row.due_at)))

    dialog = FormDialog(
        *(parent, _("Lend: {what}").format(what=kind.name), fields, accept, _("Lend")),
        width=640,
    )
    form = dialog.form
    form.editor("name").set_value(name)
    form.editor("due_at").set_value(_round(clock.now() + timedelta(hours=kind.hours)))
    form.editor("deposit").set_value(kind.deposit)
    if "count" in form.field_names:
        form.editor("count").set_value(1)
    if "km" in form.field_names:
        free = [each for each in lists.things(kind.id) if each.free]
        form.editor("km").set_value(free[0].mileage_km if free else None)
        form.editor("fuel").set_value(FULL)
    dialog.open()
    return dialog


def ask_back(parent: QWidget, actor: Actor, view: LoanView, *, lost: bool = False) -> FormDialog:
    """Ask how it came back, or what became of it; Enter alone is "in order"."""
    fields: list[Field | tuple[Field, ...] | QWidget] = []
    car = view.row.keeping is Keeping.CAR and not lost
    if car:
        fields.append((_km_field(), _fuel_field()))
    hint = _("What became of it") if lost else _("in order")
    fields.append(Field("condition", _("State it is in"), TextEdit(hint, longest=200), required=lost))
    kept = _("of a deposit of {amount}").format(amount=wording.yuan(view.row.deposit))
    fields.append(
        (
            Field("cost", _("Cost of damage or loss"), MoneyEdit()),
            Field("kept", _("Kept of the deposit"), MoneyEdit(), kept),
        )
    )

    def accept(values: dict[str, Any]) -> None:
        form = BackForm(
            *(values["condition"], values["cost"] or 0, values["kept"] or 0),
            km=values.get("km"),
            fuel=values.get("fuel"),
        )
        (give_up if lost else take_back)(actor, view.row.id, form)
        back = view.row.deposit - form.kept
        if back:
            notices.tell(_("{what} is back. Give back {amount}.").format(what=view.row.what, amount=wording.yuan(back)))
        elif not lost:
            notices.tell(_("{what} is back.").format(what=view.row.what))

    title = _("Not coming back: {what}") if lost else _("Take back: {what}")
    words = _("Give up") if lost else _("Receive it back")
    dialog = FormDialog(parent, title.format(what=view.row.what), fields, accept, words, width=520)
    if car:
        dialog.form.editor("fuel").set_value(view.out_fuel)
    dialog.open()
    return dialog


def ask_longer(parent: QWidget, actor: Actor, view: LoanView) -> FormDialog:
    """Ask until when they keep it."""
    fields = [Field("due_at", _("Due back"), MomentEdit())]

    def accept(values: dict[str, Any]) -> None:
        extend(actor, view.row.id, values["due_at"] or clock.now())

    dialog = FormDialog(parent, _("For longer: {what}").format(what=view.row.what), fields, accept)
    dialog.form.editor("due_at").set_value(_round(max(view.row.due_at, clock.now()) + timedelta(days=1)))
    dialog.open()
    return dialog


def ask_reminded(parent: QWidget, actor: Actor, view: LoanView) -> FormDialog:
    """Ask what the borrower said when reminded."""
    fields = [Field("said", _("What they said"), TextEdit(longest=200), required=True)]
    intro = wording.joined(view.row.borrower, view.row.phone)

    def accept(values: dict[str, Any]) -> None:
        remind(actor, view.row.id, values["said"])

    dialog = FormDialog(parent, _("Remind: {what}").format(what=view.row.what), fields, accept, intro=intro)
    dialog.open()
    return dialog


def _which(kind: KindRow) -> Field | None:
    """How many of a pool, or which thing."""
    if kind.keeping is Keeping.POOL:
        hint = _("{count} at the desk").format(count=kind.free)
        return Field("count", _("How many"), CountEdit(1, 999), hint)
    things = [(each.id, wording.joined(each.label, each.model)) for each in lists.things(kind.id) if each.free]
    return Field("thing_id", _("Which one"), ChoiceBox(things))


def _km_field() -> Field:
    return Field("km", _("Odometer (km)"), CountEdit(0, MOST_KM * 10), required=True)


def _fuel_field() -> Field:
    return Field("fuel", _("Fuel, eighths of a tank"), CountEdit(0, FULL * 10), required=True)


def _car_fields() -> list[Field | tuple[Field, ...] | QWidget]:
    return [
        (_km_field(), _fuel_field()),
        (
            Field("licence_number", _("Driving licence number"), TextEdit(longest=40), required=True),
            Field("licence_until", _("Valid until"), DateEdit()),
        ),
        Field("licence_seen", _("Licence"), Tick(_("I have seen the licence"))),
    ]


def _lend_form(kind: KindRow, values: dict[str, Any], customer_id: int) -> LendForm:
    car = None
    if kind.keeping is Keeping.CAR:
        names = ("km", "fuel", "licence_number", "licence_until", "licence_seen")
        car = CarForm(*(values[each] for each in names))
    return LendForm(
        kind_id=kind.id,
        due_at=values["due_at"] or clock.now() + timedelta(hours=kind.hours),
        thing_id=values.get("thing_id"),
        count=values.get("count") or 1,
        customer_id=customer_id or None,
        borrower_id=values["borrower_id"],
        name=values["name"],
        phone=values["phone"],
        deposit=values["deposit"] or 0,
        condition=values["condition"],
        note=values["note"],
        car=car,
    )


def _round(at: Any) -> Any:
    """To the full five minutes."""
    return at.replace(minute=at.minute // 5 * 5, second=0, microsecond=0) + timedelta(minutes=5)
