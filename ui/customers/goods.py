"""The vehicles and other goods a customer owns: a card each with what runs out, and the form for one (C1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.customers import file_lists
from models.customers.belongings import MOST_MILEAGE, GoodsForm
from models.customers.file_lists import GoodsRow
from models.customers.goods_actions import add_goods, change_goods
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.customers.entry import Entry, Item
from ui.customers.file_fields import watch_serial
from ui.kit import theme, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import CountEdit, DateEdit, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, EmptyState, FactGrid, Panel, Text, row

SOON = 30
"""Days ahead from which something that runs out is orange; when it has, it is red (C8)."""

_RUNS_OUT = ("insurance_until", "inspection_until", "warranty_until")


def goods_labels() -> dict[str, str]:
    """What each field of goods is called."""
    return {
        "make": _("Make"),
        "model": _("Model"),
        "colour": _("Colour"),
        "plate": _("Plate"),
        "serial": _("VIN or serial number"),
        "bought_on": _("Bought on"),
        "bought_at": _("Bought where"),
        "mileage": _("Mileage in km"),
        "mileage_on": _("Mileage read on"),
        "insurance_until": _("Insured until"),
        "inspection_until": _("Inspection until"),
        "warranty_until": _("Warranty until"),
        "note": _("Notes"),
        "gone_on": _("No longer theirs since"),
    }


def draft_key(customer_id: int, goods_id: int) -> str:
    """Where an unfinished form of goods is kept; 0 is for new ones."""
    return f"goods:{customer_id}:{goods_id}"


def tone_of(until: date | None) -> str:
    """Red when it has run out, orange when it soon will."""
    if until is None:
        return ""
    left = (until - clock.today()).days
    return "bad" if left < 0 else "warn" if left <= SOON else "ok"


class GoodsEntry(Entry):
    """The form of one vehicle, new or known."""

    whole = True

    def __init__(
        self, actor: Actor, customer_id: int, goods: GoodsRow | None = None, typed: dict[str, Any] | None = None
    ) -> None:
        self.customer_id, self.goods = customer_id, goods
        form = goods.form if goods else GoodsForm()
        super().__init__(
            actor,
            draft_key(customer_id, goods.id if goods else 0),
            goods.name if goods else _("New vehicle or goods"),
            self._items(),
            start=vars(form),
            typed=typed,
        )
        watch_serial(self.form)

    def _items(self) -> list[Item]:
        named = goods_labels()
        editors: dict[str, QWidget] = {
            **{name: TextEdit() for name in ("make", "model", "plate", "colour")},
            **{"serial": TextEdit(), "bought_at": TextEdit(), "bought_on": DateEdit()},
            **{"warranty_until": DateEdit(), "mileage": CountEdit(0, MOST_MILEAGE), "mileage_on": DateEdit()},
            **{"insurance_until": DateEdit(), "inspection_until": DateEdit(), "gone_on": DateEdit()},
        }
        items: list[Item] = [Field(name, named[name], editor) for name, editor in editors.items()]
        return [*items, (Field("note", named["note"], NoteEdit(lines=2)),)]

    def apply(self, values: dict[str, Any]) -> None:
        if self.goods is None:
            add_goods(self.actor, self.customer_id, GoodsForm(**values))
        else:
            change_goods(self.actor, self.goods.id, self.goods.version, GoodsForm(**values))

    def finish(self) -> None:
        self.saved.emit(self.customer_id)


Start = Callable[..., object]
"""Shows the form of a kind, about what is named, in the record's place."""


class GoodsSection(QWidget):
    """The cards; ``start`` shows a form in the record's place, ``may_edit`` who may."""

    def __init__(self, actor: Actor, customer_id: int, start: Start, *, columns: int, may_edit: bool) -> None:
        super().__init__()
        self._actor, self._customer_id, self._start, self._may_edit = actor, customer_id, start, may_edit
        self.add_button = Button(_("Add a vehicle or goods"), self._new, icon="car-outline", name="add_goods")
        self.add_button.setEnabled(may_edit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(theme.GAP)
        rows = file_lists.goods(customer_id)
        if not rows:
            hint = _("What they drive or own now: for trade-in, for service, and to know when insurance runs out.")
            grid.addWidget(EmptyState("car-outline", _("No vehicle or goods yet."), hint, self.add_button), 0, 0)
            return
        grid.addWidget(row(self.add_button, "stretch"), 0, 0, 1, columns)
        for place, each in enumerate(rows):
            grid.addWidget(self._card(each), 1 + place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for number in range(columns):
            grid.setColumnStretch(number, 1)

    def _card(self, goods: GoodsRow) -> Panel:
        card = Panel()
        card.setObjectName(f"goods_{goods.id}")
        edit = Button(_("Edit"), partial(self._edit, goods), kind="link", name="edit_goods")
        edit.setAccessibleName(_("Edit {name}").format(name=goods.name))
        buttons = [edit]
        if goods.form.gone_on is None:
            gone = Button(_("No longer theirs…"), partial(self._ask_gone, goods), kind="link", name="goods_gone")
            buttons.append(gone)
        for button in buttons:
            button.setEnabled(self._may_edit)
        plate = [Chip(goods.form.plate, "accent")] if goods.form.plate and goods.form.plate != goods.name else []
        card.add(row(Text(goods.name, "bold", wrap=True), *plate, "stretch", *buttons))
        card.add(FactGrid(_facts(goods.form), columns=2))
        if goods.form.note:
            card.add(Text(goods.form.note, "second", wrap=True))
        return card

    def _new(self) -> None:
        self._start(GoodsEntry)

    def _edit(self, goods: GoodsRow) -> None:
        self._start(GoodsEntry, goods=goods)

    def _ask_gone(self, goods: GoodsRow) -> None:
        day = DateEdit(clock.today())

        def gone(values: dict[str, Any]) -> None:
            if values["gone_on"] is None:
                raise RuleError("Type the date as 2026-11-21.", field="gone_on")
            change_goods(self._actor, goods.id, goods.version, replace(goods.form, gone_on=values["gone_on"]))

        fields = [Field("gone_on", _("Since when"), day, _("Sold, given away or scrapped; it stays on the file."))]
        FormDialog(self, _("{name} is no longer theirs").format(name=goods.name), fields, gone).open()


def _facts(form: GoodsForm) -> Sequence[tuple[str, ...]]:
    named = goods_labels()
    bought = wording.GAP.join(part for part in (form.bought_on and wording.day(form.bought_on), form.bought_at) if part)
    facts: list[tuple[str, ...]] = [
        (named["serial"], form.serial),
        (named["colour"], form.colour),
        (_("Mileage"), mileage_words(form)),
        (_("Bought"), bought),
    ]
    if form.gone_on is not None:
        return [*facts, (named["gone_on"], wording.day(form.gone_on), "dim")]
    for name in _RUNS_OUT:
        until: date | None = getattr(form, name)
        facts.append((named[name], runs_out_words(until), tone_of(until)))
    return facts


def runs_out_words(until: date | None) -> str:
    """The day something runs out, and how near that is."""
    if until is None:
        return ""
    left = (until - clock.today()).days
    day = until.isoformat()
    if left < 0:
        return _("{day}, ran out").format(day=day)
    return _("{day}, {days} d left").format(day=day, days=left) if left <= SOON else day


def mileage_words(form: GoodsForm) -> str:
    """The mileage and when it was read."""
    if form.mileage is None:
        return ""
    words = _("{mileage} km").format(mileage=f"{form.mileage:,}")
    return wording.GAP.join((words, wording.day(form.mileage_on))) if form.mileage_on else words


def glance(rows: Sequence[GoodsRow]) -> list[tuple[str, str]]:
    """What stands of the goods among the facts of the file: which, how far driven, what runs out next."""
    present = [each for each in rows if each.form.gone_on is None]
    lines: list[tuple[str, str]] = []
    for each in present[:2]:
        plate = each.form.plate if each.form.plate != each.name else ""
        lines.append((wording.GAP.join(part for part in (each.name, plate) if part), ""))
    if len(present) == 1 and (driven := mileage_words(present[0].form)):
        lines.append((driven, "dim"))
    named = goods_labels()
    ending = [(getattr(each.form, name), name) for each in present for name in _RUNS_OUT]
    dated = sorted((until, name) for until, name in ending if until is not None)
    if dated:
        until, name = dated[0]
        lines.append((f"{named[name]} {runs_out_words(until)}", tone_of(until) if tone_of(until) != "ok" else "dim"))
    return lines
