"""Short questions about the stock: what comes, where it stands, what it really is, how it leaves (S3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.catalog.kinds import BY_UNIT, Kept
from models.kernel import clock
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.stock import actions, lists
from models.stock.actions import ArrivalForm, CorrectionForm, QuantityForm
from models.stock.keeping import MOST_MILEAGE, UnitForm
from models.stock.kinds import Leaving, UnitAction
from models.stock.views import QuantityRow, UnitView
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, CountEdit, DateEdit, MoneyEdit, QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.sales.desk import Desk

_WIDE = 620


def ask_kept(parent: QWidget, desk: Desk) -> None:
    """Ask how an item of the catalogue is counted."""
    items = lists.kept_items(desk.session.actor)
    if not items:
        notices.tell(_("The catalogue is empty. Add goods in the settings first."), "neutral")
        return
    item, kept = ChoiceBox([(each.item_id, each.name) for each in items]), ChipChoice(Kept)
    by_item = {each.item_id: each.kept for each in items}
    kept.set_value(items[0].kept)
    item.edited.connect(lambda: kept.set_value(by_item[item.value()]))
    FormDialog(
        parent,
        _("How goods are counted"),
        [Field("item_id", _("Item"), item), Field("kept", _("Counted"), kept)],
        lambda values: actions.keep_item(desk.session.actor, values["item_id"], values["kept"]),
        intro=_("Cars are kept by VIN, other goods with a number by it, the rest by quantity."),
        width=_WIDE,
    ).open()


def ask_unit(parent: QWidget, desk: Desk) -> None:
    """Ask what has come, or is on its way, of goods kept one by one."""
    actor = desk.session.actor
    items = [each for each in lists.kept_items(actor) if each.kept in BY_UNIT]
    if not items:
        notices.tell(_("No goods are kept one by one yet. Say so in “How goods are counted”."), "neutral")
        return
    arrived, demo, used = Tick(_("It is here")), Tick(_("Demo")), Tick(_("Used"))
    arrived.set_value(True)
    day = DateEdit()
    day.set_value(clock.today())

    def receive(values: dict[str, Any]) -> None:
        when = values.pop("day")
        here = values.pop("arrived")
        if when is None:
            raise RuleError("Type the day.", field="day")
        days = {"arrived_on": when if here else None, "expected_on": None if here else when}
        actions.receive(actor, UnitForm(**{**values, **days, "mileage_km": values["mileage_km"] or 0}))

    FormDialog(
        parent,
        _("Receive"),
        [
            Field("item_id", _("Item"), ChoiceBox([(each.item_id, each.name) for each in items])),
            Field("number", _("VIN or serial number"), TextEdit(longest=40), required=True),
            (Field("colour", _("Colour"), TextEdit(longest=60)), Field("options", _("Options"), TextEdit(longest=200))),
            (Field("arrived", "", arrived), Field("day", _("Arrived or expected on"), day, required=True)),
            (Field("place", _("Where it stands"), TextEdit(longest=60)), Field("mileage_km", _("Mileage"), _mileage())),
            (Field("demo", "", demo), Field("used", "", used)),
            *_cost_field(desk),
        ],
        receive,
        _("Receive"),
        width=_WIDE,
    ).open()


def ask_quantity(parent: QWidget, desk: Desk) -> None:
    """Ask how much has come of goods kept by quantity."""
    actor = desk.session.actor
    items = lists.kept_items(actor, by_unit=False)
    if not items:
        notices.tell(_("No goods are kept by quantity yet. Say so in “How goods are counted”."), "neutral")
        return
    FormDialog(
        parent,
        _("Receive"),
        [
            Field("item_id", _("Item"), ChoiceBox([(each.item_id, each.name) for each in items])),
            Field("quantity", _("Quantity"), QuantityEdit(), required=True),
            Field("place", _("Where it stands"), TextEdit(longest=60)),
            Field("reason", _("Document"), TextEdit(_("Delivery note, supplier"), longest=200)),
            *_cost_field(desk),
        ],
        lambda values: actions.receive_quantity(actor, QuantityForm(**{**values, "quantity": values["quantity"] or 0})),
        _("Receive"),
    ).open()


def ask_issue(parent: QWidget, desk: Desk, held: QuantityRow) -> None:
    """Ask how much is used up or given away, and why."""
    _ask_amount(
        *(parent, _("Issue"), held, QuantityEdit()),
        lambda amount, reason: actions.issue_quantity(desk.session.actor, held.item_id, amount, reason),
    )


def ask_count(parent: QWidget, desk: Desk, held: QuantityRow) -> None:
    """Ask how much was found when it was counted."""
    _ask_amount(
        *(parent, _("Count"), held, QuantityEdit(zero=True)),
        lambda amount, reason: actions.count_quantity(desk.session.actor, held.item_id, amount, reason),
    )


def _ask_amount(
    parent: QWidget, title: str, held: QuantityRow, edit: QuantityEdit, act: Callable[[int, str], object]
) -> None:
    FormDialog(
        parent,
        title,
        [
            Field("quantity", _("Quantity"), edit, required=True),
            Field("reason", _("Reason"), TextEdit(longest=200), required=True),
        ],
        lambda values: act(values["quantity"] or 0, values["reason"]),
        title,
        held.name,
    ).open()


def ask_action(parent: QWidget, desk: Desk, view: UnitView, what: UnitAction) -> None:
    """Ask what an action with a unit needs to know, or say why it is not possible now."""
    blocked = view.actions.get(what)
    if blocked is not None:
        notices.error(blocked)
        return
    actor, unit = desk.session.actor, view.row
    if what in (UnitAction.SHOW, UnitAction.END_DEMO):
        _do(lambda: (actions.make_demo if what is UnitAction.SHOW else actions.end_demo)(actor, unit.id))
        return
    fields, act = _QUESTIONS[what](desk, view)
    FormDialog(parent, label(what), fields, act, label(what), unit.number, width=_WIDE).open()


def _do(act: Callable[[], object]) -> None:
    try:
        act()
    except FrontdeskError as error:
        notices.error(error)


Asked = tuple[list[Field | tuple[Field, ...] | QWidget], Callable[[dict[str, Any]], object]]


def _arrival(desk: Desk, view: UnitView) -> Asked:
    day = DateEdit()
    day.set_value(clock.today())
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        Field("arrived_on", _("Arrived on"), day),
        (Field("place", _("Where it stands"), TextEdit(longest=60)), Field("mileage_km", _("Mileage"), _mileage())),
    ]

    def arrive(values: dict[str, Any]) -> None:
        form = ArrivalForm(values["place"], values["mileage_km"] or 0, values["arrived_on"])
        actions.note_arrival(desk.session.actor, view.row.id, form)

    return fields, arrive


def _move(desk: Desk, view: UnitView) -> Asked:
    place = TextEdit(longest=60)
    place.set_value(view.row.place)
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        Field("place", _("Where it stands"), place, required=True),
        Field("reason", _("Reason"), TextEdit(longest=200)),
    ]
    return fields, lambda values: actions.move_unit(desk.session.actor, view.row.id, values["place"], values["reason"])


def _drive(desk: Desk, view: UnitView) -> Asked:
    mileage = _mileage()
    mileage.set_value(view.row.mileage_km)
    fields: list[Field | tuple[Field, ...] | QWidget] = [Field("mileage_km", _("Mileage"), mileage, required=True)]
    return fields, lambda values: actions.note_mileage(desk.session.actor, view.row.id, values["mileage_km"] or 0)


def _correct(desk: Desk, view: UnitView) -> Asked:
    unit = view.row
    day = DateEdit()
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        Field("number", _("VIN or serial number"), _text(unit.number, 40), required=True),
        (
            Field("colour", _("Colour"), _text(unit.colour, 60)),
            Field("options", _("Options"), _text(unit.options, 200)),
        ),
        (
            Field("engine_number", _("Engine number"), _text(unit.engine_number, 40)),
            Field("mileage_km", _("Mileage"), _mileage(unit.mileage_km)),
        ),
        Field("mileage_was_wrong", "", Tick(_("The mileage noted before was wrong"))),
        Field("arrived_on" if unit.arrived_on else "expected_on", _("Arrived or expected on"), day),
        Field("note", _("Note"), _text(unit.note, 200)),
        *_cost_field(desk, unit.cost),
        Field("reason", _("Reason"), TextEdit(longest=200), required=True),
    ]
    day.set_value(unit.arrived_on or unit.expected_on)

    def correct(values: dict[str, Any]) -> None:
        form = CorrectionForm(**{**values, "mileage_km": values["mileage_km"] or 0})
        actions.correct_unit(desk.session.actor, unit.id, unit.version, form)

    return fields, correct


def _leave(desk: Desk, view: UnitView) -> Asked:
    how = ChipChoice(Leaving)
    how.set_value(Leaving.RETURNED)
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        Field("how", _("How it leaves"), how),
        Field("reason", _("Reason"), TextEdit(longest=200), required=True),
    ]
    return fields, lambda values: actions.take_out(desk.session.actor, view.row.id, values["how"], values["reason"])


_QUESTIONS: dict[UnitAction, Callable[[Desk, UnitView], Asked]] = {
    UnitAction.ARRIVE: _arrival,
    UnitAction.MOVE: _move,
    UnitAction.DRIVE: _drive,
    UnitAction.CORRECT: _correct,
    UnitAction.LEAVE: _leave,
}


def _text(value: str, longest: int) -> TextEdit:
    edit = TextEdit(longest=longest)
    edit.set_value(value)
    return edit


def _mileage(value: int | None = None) -> CountEdit:
    edit = CountEdit(most=MOST_MILEAGE)
    if value is not None:
        edit.set_value(value)
    return edit


def _cost_field(desk: Desk, cost: int | None = None) -> list[Field]:
    """What one costs, for who may see it."""
    if not desk.session.actor.may(Permission.SEE_COST):
        return []
    edit = MoneyEdit()
    edit.set_value(cost)
    return [Field("cost", _("Cost"), edit)]
