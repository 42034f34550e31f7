"""Goods typed on a contract itself: the lines of one without a quote, and what an amendment makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel import money
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.sales.quote_forms import LineForm
from models.shop.profile import trade
from ui.kit import theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, MoneyEdit, QuantityEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Line, Panel, row
from ui.sales import wording
from ui.sales.goods_box import GoodsBox
from ui.sales.typed_lines import TypedLine

_HEAD = 36


@dataclass(frozen=True)
class GoodsRow:
    """A line on the page: what it was before an amendment (quantity, price, discount; None for a new one), and is."""

    id: int
    form: LineForm
    position: int | None = None
    before: tuple[int, int, int] | None = None
    difference: int = 0

    @property
    def about(self) -> str:
        """Category and specification."""
        name = wording.category(self.form.category)
        return _("{category} · {about}").format(category=name, about=self.form.spec) if self.form.spec else name

    @property
    def amount(self) -> int:
        """What the line costs the customer."""
        return money.line_amount(self.form.unit_price, self.form.quantity) - self.form.discount

    @property
    def now(self) -> tuple[int, int, int]:
        """Quantity, price and discount as they are to be."""
        return self.form.quantity, self.form.unit_price, self.form.discount

    @property
    def state(self) -> tuple[str, str]:
        """What the amendment does with it, and its tone; nothing for a line that stays."""
        if self.before is None:
            return _("Added item"), "ok"
        if not self.form.quantity:
            return _("Taken off"), "bad"
        return (_("Changed"), "warn") if self.now != self.before else ("", "neutral")


class GoodsPanel(Panel):
    """The goods as a table; Enter or a double click changes a line, typing in the box below adds one."""

    changed = Signal(object)

    def __init__(self, who: Callable[[], Actor], amending: bool) -> None:
        super().__init__(_("Goods and services"), flush=True)
        self._rows: dict[int, GoodsRow] = {}
        self._amending, self.writable = amending, False
        self.table = RecordTable(_columns(amending), self._fetch, tall=True)
        self.table.opened.connect(self._open)
        self.box = GoodsBox(who)
        self.box.found.connect(self._add)
        self.box.pasted.connect(lambda text: self._add_all(self.box.read(text)))
        self._adding = row(self.box, margins=(theme.INSIDE, 6, theme.INSIDE, 6))
        self.add(self.table, Line(), self._adding)

    def show_rows(self, rows: Sequence[GoodsRow], writable: bool) -> None:
        """Show these lines, to be changed or only read."""
        self.writable = writable
        self._rows = {each.id: each for each in rows}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        self.table.setFixedHeight(max(len(rows), 1) * theme.TALL_ROW + _HEAD)
        self._adding.setVisible(writable)

    def rows(self) -> list[GoodsRow]:
        """The lines as they stand here."""
        return list(self._rows.values())

    def _fetch(self, ids: Sequence[int]) -> list[GoodsRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _add(self, line: TypedLine) -> None:
        self._add_all([line])

    def _add_all(self, lines: Sequence[TypedLine]) -> None:
        forms = [line.form() for line in lines]
        self.box.clear()
        first = max(self._rows, default=0) + 1
        fresh = [GoodsRow(first + place, form) for place, form in enumerate(forms)]
        if len(fresh) == 1 and not fresh[0].form.unit_price:
            ask_line(self, fresh[0], lambda changed: self.changed.emit([*self.rows(), changed]))
        else:
            self.changed.emit([*self.rows(), *fresh])

    def _open(self, row_id: int) -> None:
        if self.writable:
            ask_line(self, self._rows[row_id], self._replace)

    def _replace(self, changed: GoodsRow) -> None:
        """Put a line back as it was changed; a new one of which none is left goes."""
        gone = changed.before is None and not changed.form.quantity
        rows = [changed if each.id == changed.id else each for each in self.rows()]
        self.changed.emit([each for each in rows if not (gone and each.id == changed.id)])


def ask_line(parent: QWidget, line: GoodsRow, on_accept: Callable[[GoodsRow], object]) -> None:
    """Ask for a line's quantity, price and discount; of a line of one's own also what it is. 0 takes it off."""
    fixed = line.before is not None or line.form.item_id is not None

    def accept(values: dict[str, Any]) -> None:
        typed: dict[str, Any] = {
            "quantity": values["quantity"] or 0,
            "unit_price": values["unit_price"] or 0,
            "discount": values["discount"] or 0,
        }
        if not fixed:
            typed |= {"name": values["name"], "spec": values["spec"], "category": values["category"]}
        on_accept(replace(line, form=replace(line.form, **typed)))

    categories = ChoiceBox([(each.code, pick(each.name)) for each in trade().categories])
    own: list[Field] = [
        Field("name", _("Item"), TextEdit(longest=80), required=True),
        Field("spec", _("Specification and remarks"), TextEdit(longest=200)),
        Field("category", _("Category"), categories),
    ]
    fields: list[Field | tuple[Field, ...]] = [] if fixed else [*own]
    numbers = (
        Field("quantity", _("Quantity"), QuantityEdit(zero=True), hint=_("0 takes it off")),
        Field("unit_price", _("Unit price"), MoneyEdit(negative=True)),
        Field("discount", _("Discount"), MoneyEdit()),
    )
    dialog = FormDialog(parent, line.form.name or _("New line"), [*fields, numbers], accept, width=560)
    values: dict[str, Any] = {"quantity": line.form.quantity, "unit_price": line.form.unit_price}
    values["discount"] = line.form.discount or None
    if not fixed:
        values |= {"name": line.form.name, "spec": line.form.spec, "category": line.form.category}
    dialog.form.set_values(values)
    dialog.open()
    dialog.form.focus("unit_price" if not line.form.unit_price else "quantity")


def _columns(amending: bool) -> list[Column]:
    before = Column(*("before", _("Before"), lambda row: _figures(row.before)), right=True, width=170, sortable=False)
    columns = [
        Column("name", _("Item"), lambda row: row.form.name, detail=lambda row: row.about, sortable=False),
        *(
            [
                Column(
                    *("state", "", lambda row: row.state[0]),
                    tone=lambda row: row.state[1],
                    chip=True,
                    width=90,
                    sortable=False,
                ),
                before,
            ]
            if amending
            else []
        ),
        Column(
            *("quantity", _("Quantity"), lambda row: money.quantity_text(row.form.quantity)),
            right=True,
            width=80,
            sortable=False,
        ),
        Column(
            *("price", _("Unit price"), lambda row: money.plain(row.form.unit_price)),
            right=True,
            width=120,
            sortable=False,
        ),
        Column(
            *("discount", _("Discount"), lambda row: wording.off(row.form.discount)),
            tone=lambda row: "warn",
            right=True,
            width=100,
            sortable=False,
        ),
    ]
    title, figure = (_("More or less"), _difference) if amending else (_("Amount"), _amount)
    columns.append(Column("amount", title, figure, right=True, width=120, bold=True, sortable=False))
    return columns


def _figures(before: tuple[int, int, int] | None) -> str:
    """Quantity and price before, with the discount where there was one."""
    if before is None:
        return ""
    quantity, price, discount = before
    words = _("{quantity} × {price}").format(quantity=money.quantity_text(quantity), price=money.plain(price))
    return f"{words} {wording.off(discount)}" if discount else words


def _amount(line: GoodsRow) -> str:
    return money.plain(line.amount)


def _difference(line: GoodsRow) -> str:
    return money.plain(line.difference) if line.difference else ""
