"""Asking for the colour and options of a quote's line, and for what a line of one's own costs the store."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.catalog import lists as catalog
from models.catalog.kinds import OptionKind
from models.catalog.lists import OptionRow
from models.kernel import money
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.sales.quote_forms import Picked
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, MoneyEdit, Tick
from ui.kit.forms import Field
from ui.sales.line_model import LineModel


def ask_options(parent: QWidget, actor: Actor, lines: LineModel, position: int) -> None:
    """Ask for colour and options of the line at ``position``; its price follows what is picked."""
    line = lines.lines[position]
    if line.item_id is None:
        return
    picked = {each.id for each in line.options}
    options = [each for each in catalog.item(actor, line.item_id).options if each.active or each.id in picked]
    colours = [each for each in options if each.kind is OptionKind.COLOUR]
    extras = [each for each in options if each.kind is OptionKind.OPTION]
    fields = []
    if colours:
        box = ChoiceBox([(each.id, _said(each)) for each in colours], empty=_("Not chosen yet"))
        box.set_value(next((each.id for each in colours if each.id in picked), None))
        fields.append(Field("colour", _("Colour"), box))
    for each in extras:
        tick = Tick(_said(each))
        tick.set_value(each.id in picked)
        fields.append(Field(f"option_{each.id}", "", tick))

    def pick(values: dict[str, Any]) -> None:
        wanted = {values.get("colour"), *(each.id for each in extras if values[f"option_{each.id}"])}
        lines.pick(position, [Picked(e.id, e.kind, e.name, e.price) for e in options if e.id in wanted])

    FormDialog(parent, _("Colour and options: {goods}").format(goods=line.name), fields, pick, _("Take these")).open()


def _said(option: OptionRow) -> str:
    if not option.price:
        return option.name
    return _("{name}  + {price}").format(name=option.name, price=money.plain(option.price))


def ask_cost(parent: QWidget, lines: LineModel, position: int) -> None:
    """Ask what one unit of a line of one's own costs the store."""
    editor = MoneyEdit()
    editor.set_value(lines.lines[position].cost or None)
    FormDialog(
        parent,
        _("What it costs us: {goods}").format(goods=lines.lines[position].name),
        [Field("cost", _("Cost of one"), editor, hint=_("Seen only by who may see costs."))],
        lambda values: lines.set_cost(position, values["cost"] or 0),
    ).open()
