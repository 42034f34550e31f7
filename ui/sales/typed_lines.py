"""The lines of a quote as people type them: what was understood, and the wrong texts that stay beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from models.catalog.lists import ItemRow
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.parsing import parse_money, parse_percent, parse_quantity
from models.kernel.text import narrow, one_line
from models.sales.quote_actions import LineForm
from models.sales.rules import PricedLine
from models.sales.views import LineRow

TYPED = ("name", "quantity", "unit_price", "discount")
"""What can be typed in a line, from left to right."""

_LONGEST_NAME = 80


@dataclass
class Wrong:
    """A text that could not be read, as it was typed, and why."""

    text: str
    error: RuleError


@dataclass
class TypedLine:
    """A line under work: quantity in hundredths, price and discount in fen; ``wrong`` by the name of the value."""

    category: str
    name: str
    spec: str = ""
    unit: str = ""
    quantity: int = 100
    unit_price: int = 0
    discount: int = 0
    item_id: int | None = None
    wrong: dict[str, Wrong] = field(default_factory=dict)

    @classmethod
    def of_item(cls, item: ItemRow) -> TypedLine:
        """One of ``item`` at its price."""
        return cls(item.category, item.name, item.spec, item.unit, unit_price=item.price, item_id=item.id)

    @classmethod
    def of_row(cls, row: LineRow) -> TypedLine:
        """A stored line."""
        values = (row.category, row.name, row.spec, row.unit, row.quantity, row.unit_price, row.discount, row.item_id)
        return cls(*values)

    def form(self) -> LineForm:
        """The line for saving. Raises the RuleError of its first wrong value."""
        for each in self.wrong.values():
            raise each.error
        values = {name: value for name, value in vars(self).items() if name != "wrong"}
        return LineForm(**values)

    def priced(self) -> PricedLine:
        """The line as the rules of price need it; its cost is the store's own affair."""
        return PricedLine(self.category, self.quantity, self.unit_price, self.discount)

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


_READERS: dict[str, Callable[[TypedLine, str], Any]] = {
    "name": _read_name,
    "quantity": lambda line, text: parse_quantity(text),
    "unit_price": lambda line, text: parse_money(text),
    "discount": _read_discount,
}


def pasted_lines(text: str, category: str, find: Callable[[str], ItemRow | None]) -> list[TypedLine]:
    """Lines from a spreadsheet's rows: name, quantity, price and discount with tabs between; all but the name may lack.

    ``find`` gives the item of exactly this name or code; what is none becomes a free line of ``category``.
    """
    return [
        _pasted_line([cell.strip() for cell in row.split("\t")], category, find)
        for row in text.splitlines()
        if row.strip()
    ]


def _pasted_line(cells: list[str], category: str, find: Callable[[str], ItemRow | None]) -> TypedLine:
    item = find(cells[0])
    line = TypedLine.of_item(item) if item else TypedLine(category, "")
    if not item:
        line.type_into("name", cells[0])
    for name, text in zip(TYPED[1:], cells[1:], strict=False):
        if text:
            line.type_into(name, text)
    return line


def to_text(lines: Iterable[TypedLine]) -> str:
    """The lines with their wrong texts, to be kept while they cannot be saved."""
    kept = []
    for line in lines:
        values = {key: value for key, value in asdict(line).items() if key != "wrong"}
        kept.append({**values, "wrong": {name: each.text for name, each in line.wrong.items()}})
    return json.dumps(kept, ensure_ascii=False)


def from_text(text: str) -> list[TypedLine]:
    """The lines that ``to_text`` kept."""
    lines = []
    for values in json.loads(text):
        wrong = values.pop("wrong")
        line = TypedLine(**values)
        for name, typed in wrong.items():
            line.type_into(name, typed)
        lines.append(line)
    return lines
