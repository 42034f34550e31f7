"""Short questions about parts: what is told of one, why some is used up, when an order comes (W11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.parts import count_actions, lists, part_actions, purchase_actions, slip_actions
from models.parts.count_actions import CountForm
from models.parts.part_actions import MOST_KM, MOST_MONTHS, PartForm
from models.parts.slip_actions import OutForm, OutLine
from models.parts.views import PartRow, PurchaseRow, SlipRow
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, DateEdit, MoneyEdit, QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field

_WIDE, _TALL = 660, 620
_NAMES = {each.name for each in fields_of(PartForm)}


def ask_part(parent: QWidget, actor: Actor, row: PartRow | None = None) -> FormDialog:
    """Ask what is told of a part, a new one without ``row``."""
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        (Field("code", _("Part number"), TextEdit(longest=40), required=True), _text("other_numbers", 200)),
        Field("name", _("Name"), TextEdit(longest=80), required=True),
        Field("spec", _("Specification"), TextEdit(longest=200)),
        (Field("unit", _("Unit"), TextEdit(longest=20)), Field("price", _("Price"), MoneyEdit()), *_cost(actor)),
        (
            Field("place", _("Shelf place"), TextEdit(longest=60)),
            Field("supplier", _("Supplier"), TextEdit(longest=60)),
        ),
        (
            Field("minimum", _("Minimum"), QuantityEdit(zero=True)),
            Field("maximum", _("Order up to"), QuantityEdit(zero=True)),
            Field("pack", _("In packs of"), QuantityEdit(zero=True)),
        ),
        (
            Field("warranty_months", _("Warranty, months"), CountEdit(most=MOST_MONTHS)),
            Field("warranty_km", _("Warranty, km"), CountEdit(most=MOST_KM)),
        ),
    ]
    if row is not None:
        fields.append(Field("active", "", Tick(_("Is kept on the shelf"))))

    def save(values: dict[str, Any]) -> None:
        told = {name: value for name, value in values.items() if value is not None and name in _NAMES}
        if row is None:
            part_actions.add_part(actor, PartForm(**told))
        else:
            part_actions.change_part(actor, row.id, row.version, PartForm(**told))

    title = _("New part") if row is None else _("Change the part")
    dialog = FormDialog(parent, title, fields, save, width=_WIDE)
    if row is not None:
        _show(dialog, {**{name: getattr(row, name) for name in _NAMES if hasattr(row, name)}, "cost": row.last_cost})
    dialog.setMinimumHeight(_TALL)
    dialog.open()
    return dialog


def ask_use(parent: QWidget, actor: Actor, row: PartRow, *, to_supplier: bool = False) -> FormDialog:
    """Ask how much of a part is used up or thrown away, or goes back to its supplier, and why."""
    supplier = TextEdit(longest=60)
    supplier.set_value(row.supplier)
    fields: list[Field | tuple[Field, ...] | QWidget] = [
        Field("quantity", _("Quantity"), QuantityEdit(), required=True)
    ]
    if to_supplier:
        fields.append(Field("supplier", _("Supplier"), supplier, required=True))
    fields.append(Field("reason", _("Reason"), TextEdit(longest=200), required=True))

    def leave(values: dict[str, Any]) -> None:
        lines = (OutLine(row.id, values["quantity"] or 0),)
        act = slip_actions.return_to_supplier if to_supplier else slip_actions.use_parts
        act(actor, OutForm(lines, values["reason"], values.get("supplier", "")))

    title = _("Return to the supplier") if to_supplier else _("Own use or scrap")
    dialog = FormDialog(parent, title, fields, leave, title, row.name)
    dialog.open()
    return dialog


def ask_count(parent: QWidget, actor: Actor, opened: Callable[[int], object]) -> FormDialog:
    """Ask what is to be counted; ``opened`` with the count."""
    place = ChoiceBox([(each, each) for each in lists.places()], _("All places"))
    book = Tick(_("The sheet shows what should be here"))
    dialog = FormDialog(
        parent,
        _("Begin a count"),
        [
            Field("place", _("Shelf place"), place),
            Field("with_book", "", book),
            Field("note", _("Note"), TextEdit(longest=200)),
        ],
        lambda values: opened(
            count_actions.open_count(
                actor, CountForm(values["place"] or "", with_book=values["with_book"], note=values["note"])
            ).id
        ),
        _("Begin"),
        _("Without it whoever counts does not know what the stock says, and looks more closely."),
    )
    dialog.open()
    return dialog


def ask_reason(
    parent: QWidget, title: str, act: Callable[[str], object], intro: str = "", *, label: str = ""
) -> FormDialog:
    """Ask why, then act."""
    field = Field("reason", label or _("Reason"), TextEdit(longest=200), required=True)
    dialog = FormDialog(parent, title, [field], lambda values: act(values["reason"]), title, intro)
    dialog.open()
    return dialog


def ask_expected(parent: QWidget, actor: Actor, row: PurchaseRow) -> FormDialog:
    """Ask when the rest of an order is expected."""
    day = DateEdit(row.expected_on)
    dialog = FormDialog(
        parent,
        _("Expected on"),
        [Field("expected_on", _("Expected on"), day)],
        lambda values: purchase_actions.expect_order(actor, row.id, row.version, values["expected_on"]),
        intro=row.number,
    )
    dialog.open()
    return dialog


def ask_close(parent: QWidget, actor: Actor, row: PurchaseRow) -> FormDialog:
    """Ask why the rest of an order does not come."""
    return ask_reason(
        parent,
        _("The rest does not come"),
        lambda reason: purchase_actions.close_order(actor, row.id, row.version, reason),
        row.number,
    )


def ask_take_back(parent: QWidget, actor: Actor, row: SlipRow) -> FormDialog:
    """Ask why a receipt is taken back."""
    return ask_reason(
        parent,
        _("Take the receipt back"),
        lambda reason: slip_actions.take_back_receipt(actor, row.id, reason),
        _("Everything on {number} leaves again with the value it came with.").format(number=row.number),
    )


def _text(name: str, longest: int) -> Field:
    return Field(name, _("Other numbers, with commas between"), TextEdit(longest=longest))


def _cost(actor: Actor) -> list[Field]:
    return [Field("cost", _("Cost"), MoneyEdit())] if actor.may(Permission.SEE_COST) else []


def _show(dialog: FormDialog, values: dict[str, Any]) -> None:
    dialog.form.set_values({name: value for name, value in values.items() if name in dialog.form.field_names})
