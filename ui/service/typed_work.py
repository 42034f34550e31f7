"""The lines of an estimate as people type them: what was understood, and the wrong texts that stay beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.parsing import parse_money, parse_quantity
from models.service.estimate_actions import LineForm
from models.service.kinds import Charge, LineKind, Stance
from models.service.rules import LineMoney, check_line
from models.service.views import OrderLineView

TYPED = ("name", "quantity", "unit_price", "discount")
"""What can be typed in a line, from left to right."""

_COPIED = (
    *("kind", "name", "quantity", "unit_price", "id", "discount", "charge", "stance", "option", "option_name", "code"),
    *("unit", "note", "safety", "operation_id", "skill", "road_test", "warranty_months", "warranty_km", "item_id"),
    *("supply", "missing", "expected_on"),
)


@dataclass
class Wrong:
    """A text that could not be read, as it was typed, and why."""

    text: str
    error: RuleError


@dataclass
class TypedWork:
    """A line under work; ``wrong`` by the name of the value. ``told`` is what stands behind it as a fact."""

    form: LineForm
    told: str = ""
    wrong: dict[str, Wrong] = field(default_factory=dict)

    @classmethod
    def of_view(cls, line: OrderLineView) -> TypedWork:
        """A stored line."""
        return cls(LineForm(**{name: getattr(line, name) for name in _COPIED}))

    @property
    def money(self) -> LineMoney:
        """What money asks of it."""
        form = self.form
        return LineMoney(form.kind, form.quantity, form.unit_price, form.discount, form.charge, form.stance)

    def text(self, name: str) -> str:
        """What stands in a cell."""
        if name in self.wrong:
            return self.wrong[name].text
        value = getattr(self.form, name)
        if name == "name":
            return str(value)
        if name == "quantity":
            return money.quantity_text(value)
        return money.plain(value) if value or name == "unit_price" else ""

    def type_into(self, name: str, text: str) -> None:
        """Read what was typed; what is wrong stays as typed, with the reason."""
        self.wrong.pop(name, None)
        try:
            form = replace(self.form, **{name: _READ[name](text.strip())})
            if name != "name":
                check_line(LineMoney(form.kind, form.quantity, form.unit_price, form.discount, form.charge))
        except RuleError as error:
            self.wrong[name] = Wrong(text, error)
        else:
            self.form = form

    def cycle(self, name: str, members: Sequence[Any]) -> None:
        """The next of a few values."""
        now = getattr(self.form, name)
        place = members.index(now) + 1 if now in members else 0
        self.form = replace(self.form, **{name: members[place % len(members)]})


def _name(text: str) -> str:
    if not text:
        raise RuleError("Type what is to be done.")
    return text[:80]


_READ: dict[str, Callable[[str], Any]] = {
    "name": _name,
    "quantity": lambda text: parse_quantity(text or "1"),
    "unit_price": lambda text: parse_money(text) if text else 0,
    "discount": lambda text: parse_money(text) if text else 0,
}
CHARGES = tuple(Charge)
STANCES = (Stance.CHOSEN, Stance.OFFERED, Stance.DEFERRED, Stance.REFUSED)


def forms(lines: Iterable[TypedWork]) -> tuple[LineForm, ...]:
    """The lines for saving, each part with the labour above it. Raises the first wrong value's RuleError."""
    found: list[LineForm] = []
    labour: int | None = None
    for place, line in enumerate(lines):
        for each in line.wrong.values():
            raise each.error
        if line.form.kind is LineKind.LABOUR:
            labour = place
        parent = labour if line.form.kind is LineKind.PART else None
        found.append(replace(line.form, parent=parent))
    return tuple(found)
