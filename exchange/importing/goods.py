"""Goods, prices and parts of another system: what their rows mean and what would be written.

Parts are goods of the catalogue that are kept by quantity; without a category of their own they go among the parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from exchange.importing import values
from exchange.importing.checked import Checked, Column, Holds, Places, Reader, read_row
from exchange.importing.headings import Sheet
from exchange.importing.suiting import suited
from models.catalog.actions import sold_categories
from models.catalog.importing import PastedRow, RowState, read_rows
from models.catalog.lists import items
from models.importing.batches import GoodsBatch
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.rows import GoodsRow, Source
from models.kernel import money
from models.kernel.errors import N_, FrontdeskError, RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.kernel.progress import Heard
from models.kernel.text import one_line
from models.parts.part_actions import parts_category

_STEP = 200
_LABELS: Mapping[str, str] = {
    "code": N_("Code"),
    "name": N_("Name"),
    "category": N_("Category"),
    "spec": N_("Specification"),
    "unit": N_("Unit"),
    "price": N_("Price"),
    "cost": N_("Cost"),
    "active": N_("Offered in quotes"),
}
_ONLY_GOODS: Mapping[str, str] = {
    "colours": N_("Colours"),
    "options": N_("Options"),
    "availability": N_("Availability"),
    "expected_on": N_("Expected on"),
    "lead_days": N_("Lead time in days"),
    "stock_note": N_("Stock remark"),
}
_ONLY_PARTS: Mapping[str, str] = {
    "quantity": N_("Quantity"),
    "place": N_("Where it stands"),
    "minimum": N_("Minimum"),
    "maximum": N_("Maximum"),
    "supplier": N_("Supplier"),
}
_LIMITS = ("minimum", "maximum")


def _amount(cell: str) -> str:
    return money.plain(values.money(cell)).replace(",", "")


_READERS: dict[str, Reader] = {
    "code": values.whole,
    "price": _amount,
    "cost": _amount,
    "active": lambda cell: "yes" if values.yes(cell) else "no",
    "expected_on": lambda cell: values.day(cell).isoformat(),
    "lead_days": lambda cell: str(values.count(cell)),
    **dict.fromkeys(("quantity", *_LIMITS), values.hundredths),
    **dict.fromkeys(("colours", "options"), values.lines),
}
_HOLDS = {"price": Holds.MONEY, "cost": Holds.MONEY, "expected_on": Holds.DAY, "active": Holds.ANSWER}


def columns(kind: ImportKind, actor: Actor) -> dict[str, Column]:
    """What the columns of such a file may hold; costs only for who may see them."""
    labels = {**_LABELS, **(_ONLY_PARTS if kind is ImportKind.PARTS else _ONLY_GOODS)}
    if not actor.may(Permission.SEE_COST):
        del labels["cost"]
    return {
        key: Column(label, _READERS.get(key, values.text), _HOLDS.get(key, Holds.TEXT)) for key, label in labels.items()
    }


def check(
    actor: Actor,
    kind: ImportKind,
    sheet: Sheet,
    found: Places,
    source: Source,
    on_duplicate: OnDuplicate,
    heard: Heard,
) -> Checked:
    """What there is to write, and every problem; nothing is written. Raises RuleError for a file without codes."""
    if "code" not in found.at:
        raise RuleError("Say which column holds the code of the goods.")
    checked, as_parts = Checked(kind, rows=len(sheet.rows)), kind is ImportKind.PARTS
    kinds = suited(columns(kind, actor), found, sheet)
    keys = tuple(key for key in found.at if key not in _ONLY_PARTS)
    with_category = keys if "category" in keys else (*keys, "category")
    told: list[_Told] = []
    rows: list[list[str | None]] = []
    there = {each.code for each in items(actor, active_only=False)}
    places_of: dict[str, int] = {}
    for done, (number, row) in enumerate(sheet.rows):
        if done % _STEP == 0:
            heard(done, 2 * len(sheet.rows))
        said = read_row(checked, number, row, found, kinds)
        if said is not None:
            if as_parts and one_line(said.get("code", "")) not in there:
                said.setdefault("category", parts_category())
            cells = [said.get(key, "" if key == "code" else None) for key in with_category]
            at = places_of.setdefault(said.get("code", ""), len(told))
            if as_parts and at < len(told) and rows[at] == cells and told[at].join(number, row, said):
                continue
            part = _of_part(said) if as_parts else None
            told.append(_Told(number, row, said.get("quantity"), said.get("place", ""), part))
            rows.append(cells)
    heard(len(sheet.rows), 2 * len(sheet.rows))
    read = read_rows(actor, with_category, with_category, rows)
    taken: list[GoodsRow] = []
    for one, each in zip(told, read.rows, strict=True):
        if _is_taken(checked, found, one, each, with_category, on_duplicate):
            assert each.row is not None
            taken.append(GoodsRow(each.row.item_id, each.row.form, one.quantity, one_line(one.place), one.part))
            checked.repeated += len(one.joined)
    checked.new = sum(not each.item_id for each in taken)
    checked.merged = len(taken) - checked.new
    source.left_out, source.wrong, source.joined = checked.out, len(checked.wrong), checked.repeated
    checked.batch = GoodsBatch(kind, source, taken) if taken else None
    checked.problems.sort(key=lambda each: each.row)
    return checked


@dataclass
class _Told:
    """What a row says beside what the catalogue reads; ``joined`` are rows with more of the same part elsewhere."""

    number: int
    row: list[str]
    quantity: int | None
    place: str
    part: dict[str, Any] | None
    joined: list[tuple[int, list[str]]] = field(default_factory=list)

    def join(self, number: int, row: list[str], said: Mapping[str, Any]) -> bool:
        """Add up a row that says nothing else but how much of the part is in another place."""
        if self.quantity is None or "quantity" not in said:
            return False
        self.quantity += said["quantity"]
        self.joined.append((number, row))
        return True


def _is_taken(
    checked: Checked, found: Places, told: _Told, each: PastedRow, keys: tuple[str, ...], on_duplicate: OnDuplicate
) -> bool:
    """Whether a row is written; what is wrong with it, or that it is left out, is noted for it and those it joined."""
    number, row = told.number, told.row
    for other, cells in told.joined if each.errors else ():
        error: FrontdeskError = RuleError("Row {row} of this file is about the same part, and wrong.", row=number)
        checked.refuse(other, found.heading("code"), found.cell(cells, "code"), error)
    for place, error in each.errors.items():
        key = keys[place] if place >= 0 else ""
        if key == "category" and not found.cell(row, key):
            names = _(", ").join(pick(each.name) for each in sold_categories())
            error = RuleError("Say in a column of the file which category it is: {names}.", names=names)
        checked.refuse(number, found.heading(key), found.cell(row, key), error)
    if each.errors or each.row is None:
        return False
    if each.row.item_id and on_duplicate is OnDuplicate.NEW:
        error = RuleError("Another item has this code.")
        for other, cells in ((number, row), *told.joined):
            checked.refuse(other, found.heading("code"), found.cell(cells, "code"), error)
        return False
    if each.row.item_id and on_duplicate is OnDuplicate.SKIP:
        checked.left_out += 1 + len(told.joined)
        return False
    if each.state is RowState.SAME and told.quantity is None and not told.part:
        checked.same += 1
        return False
    if not each.row.item_id and "price" in found.at and not each.row.form.price:
        error = RuleError("No price is said; it is taken over with the price 0.")
        checked.mention(number, found.heading("price"), found.cell(row, "price"), error)
    return True


def _of_part(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says of a part that the catalogue does not know: its limits and its supplier."""
    return {key: said[key] for key in (*_LIMITS, "supplier") if said.get(key) not in (None, "")}
