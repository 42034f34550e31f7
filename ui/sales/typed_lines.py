"""The lines of a quote as people type them: what was understood, and the wrong texts that stay beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from models.catalog.importing import HEADINGS
from models.catalog.kinds import OptionKind, StockAnswer
from models.catalog.lists import ItemRow
from models.kernel import money, pasting
from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.kernel.parsing import parse_money, parse_percent, parse_quantity
from models.kernel.text import narrow, one_line
from models.sales.quote_forms import LineForm, Picked, deductions, described
from models.sales.rules import PricedLine
from models.sales.views import LineRow

TYPED = ("name", "quantity", "unit_price", "discount")
"""What can be typed in a line, from left to right."""

_PASTED = {
    "name": (*HEADINGS["name"], *HEADINGS["code"]),
    "spec": HEADINGS["spec"],
    "unit": HEADINGS["unit"],
    "quantity": (N_("Quantity"), N_("Number of")),
    "unit_price": HEADINGS["price"],
    "discount": (N_("Discount"),),
}
"""What the columns of a pasted table may be called, in any language."""

_KEPT_BESIDE = ("wrong", "options", "stock")
_LONGEST_NAME = 80


@dataclass
class Wrong:
    """A text that could not be read, as it was typed, and why."""

    text: str
    error: RuleError


@dataclass
class TypedLine:
    """A line under work: quantity in hundredths, price and discount in fen; ``wrong`` by the name of the value.

    ``options`` are what is picked of the item, their prices within ``unit_price``; ``cost`` is that of a free line,
    None where it is not this person's to see; ``stock`` is what the catalogue tells now. A ``deducted`` line is taken
    off the price, ``appraisal_id`` that of the used vehicle it deducts; from a ``pickable`` one's item options can be
    picked.
    """

    category: str
    name: str
    spec: str = ""
    unit: str = ""
    quantity: int = 100
    unit_price: int = 0
    discount: int = 0
    item_id: int | None = None
    cost: int | None = None
    listed: int = 0
    options: tuple[Picked, ...] = ()
    deducted: bool = False
    pickable: bool = False
    stock: StockAnswer | None = None
    appraisal_id: int | None = None
    wrong: dict[str, Wrong] = field(default_factory=dict)

    @classmethod
    def of_item(cls, item: ItemRow) -> TypedLine:
        """One of ``item`` at its price."""
        line = cls(item.category, item.name, item.spec, item.unit, unit_price=item.price, item_id=item.id)
        line.listed, line.stock = item.price, item.stock
        line.pickable = any(option.active for option in item.options)
        return line

    @classmethod
    def of_row(cls, row: LineRow) -> TypedLine:
        """A stored line."""
        values = (row.category, row.name, row.spec, row.unit, row.quantity, row.unit_price, row.discount, row.item_id)
        cost = row.cost if row.item_id is None else None
        line = cls(*values, cost=cost, listed=row.listed, options=row.options, stock=row.stock)
        line.deducted, line.pickable = row.category in deductions(), row.pickable
        line.appraisal_id = row.appraisal_id
        return line

    def form(self) -> LineForm:
        """The line for saving. Raises the RuleError of its first wrong value."""
        for each in self.wrong.values():
            raise each.error
        return LineForm(
            *(self.category, self.name, self.unit_price, self.quantity, self.discount, self.spec, self.unit),
            *(self.item_id, tuple(each.id for each in self.options), self.cost),
            appraisal_id=self.appraisal_id if self.deducted else None,
        )

    def priced(self) -> PricedLine:
        """The line as the rules of price need it; its cost is the store's own affair."""
        appraised = self.appraisal_id is not None
        return PricedLine(self.category, self.quantity, self.unit_price, self.discount, appraised=appraised)

    @property
    def about(self) -> str:
        """What was picked, and the specification."""
        return described(self.spec, self.options)

    def pick(self, options: Sequence[Picked]) -> None:
        """Pick these of the item's options, colours first, in the place of those picked before; the price follows."""
        before, after = (sum(each.price for each in some) for some in (self.options, options))
        self.options = tuple(sorted(options, key=lambda each: each.kind is not OptionKind.COLOUR))
        self.unit_price += after - before
        self.listed += after - before
        self._read("discount", self.text("discount"))

    def recategorise(self, category: str) -> None:
        """Put the line into another category; in one of deductions its price is taken off."""
        self.category, self.deducted = category, category in deductions()
        self.unit_price = -abs(self.unit_price) if self.deducted else abs(self.unit_price)
        self.discount = 0 if self.deducted else self.discount
        self._read("discount", self.text("discount"))

    def text(self, name: str) -> str:
        """What an input for the value ``name`` starts with: the wrong text as typed, else the value."""
        if name in self.wrong:
            return self.wrong[name].text
        value = getattr(self, name)
        if name == "name":
            return value
        if name == "quantity":
            return money.quantity_text(value)
        return money.plain(value) if value or name == "unit_price" else ""

    def type_into(self, name: str, text: str) -> None:
        """Read ``text`` as the value ``name``; what cannot be read stays as typed, with the reason."""
        self._read(name, text)
        if name in ("quantity", "unit_price"):
            self._read("discount", self.text("discount"))

    def _read(self, name: str, text: str) -> None:
        try:
            value = _READERS[name](self, text)
        except RuleError as error:
            self.wrong[name] = Wrong(text, error)
        else:
            self.wrong.pop(name, None)
            setattr(self, name, value)


def _read_name(line: TypedLine, text: str) -> str:
    name = one_line(text)
    if not name:
        raise RuleError("Type what is sold.")
    if len(name) > _LONGEST_NAME:
        raise RuleError("At most {most} characters.", most=_LONGEST_NAME)
    return name


def _read_discount(line: TypedLine, text: str) -> int:
    """An amount, or a percentage of the line's price written with a ``%``; nothing is no discount."""
    typed = narrow(text).strip()
    if not typed:
        return 0
    full = line.priced().list_price
    discount = money.portion(full, parse_percent(typed)) if typed.endswith("%") else parse_money(typed)
    if discount > full:
        raise RuleError("The discount is more than the line's price.")
    return discount


def _read_price(line: TypedLine, text: str) -> int:
    """A price; what is deducted is taken off, whether a minus was typed or not."""
    if line.deducted:
        return -abs(parse_money(text, negative=True))
    return parse_money(text)


_READERS: dict[str, Callable[[TypedLine, str], Any]] = {
    "name": _read_name,
    "quantity": lambda line, text: parse_quantity(text),
    "unit_price": _read_price,
    "discount": _read_discount,
}


def pasted_lines(text: str, category: str, find: Callable[[str], ItemRow | None]) -> list[TypedLine]:
    """Lines from a spreadsheet's rows, by their headings; without headings name, quantity, price and discount.

    All but the name may lack. ``find`` gives the item of exactly this name or code; what is none becomes a free line
    of ``category``.
    """
    rows = pasting.cells(text)
    columns = pasting.columns(rows[0], _PASTED) if rows else ()
    if "name" not in columns:
        return [_pasted_line(dict(zip(TYPED, cells, strict=False)), category, find) for cells in rows]
    return [_pasted_line(dict(zip(columns, cells, strict=False)), category, find) for cells in rows[1:]]


def _pasted_line(cells: dict[str, str], category: str, find: Callable[[str], ItemRow | None]) -> TypedLine:
    item = find(cells.get("name", ""))
    line = TypedLine.of_item(item) if item else TypedLine(category, "")
    if not item:
        line.type_into("name", cells.get("name", ""))
        line.spec, line.unit = cells.get("spec", ""), cells.get("unit", "")
    for name in TYPED[1:]:
        if cells.get(name):
            line.type_into(name, cells[name])
    return line


def to_text(lines: Iterable[TypedLine]) -> str:
    """The lines with their wrong texts, to be kept while they cannot be saved."""
    kept = []
    for line in lines:
        values = {key: value for key, value in vars(line).items() if key not in _KEPT_BESIDE}
        wrong = {name: each.text for name, each in line.wrong.items()}
        kept.append({**values, "options": [asdict(each) for each in line.options], "wrong": wrong})
    return json.dumps(kept, ensure_ascii=False)


def from_text(text: str) -> list[TypedLine]:
    """The lines that ``to_text`` kept."""
    lines = []
    for values in json.loads(text):
        wrong, options = values.pop("wrong"), values.pop("options", [])
        line = TypedLine(**values)
        line.options = tuple(Picked(**{**each, "kind": OptionKind(each["kind"])}) for each in options)
        for name, typed in wrong.items():
            line.type_into(name, typed)
        lines.append(line)
    return lines
