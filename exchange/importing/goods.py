"""Goods, prices and parts of another system: what their rows mean and what would be written.

Parts are goods of the catalogue that are kept by quantity; without a category of their own they go among the parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exchange.importing import values
from exchange.importing.checked import Checked, Column, Holds, Places, Reader, read_row
from exchange.importing.headings import Sheet
from exchange.importing.suiting import suited
from models.catalog.actions import sold_categories
from models.catalog.importing import PastedRow, RowState, read_rows
from models.importing.batches import GoodsBatch
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.rows import GoodsRow, Source
from models.kernel import money
from models.kernel.errors import N_, RuleError
from models.kernel.i18n import pick
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
    told, extra, rows = [], [], []
    for done, (number, row) in enumerate(sheet.rows):
        if done % _STEP == 0:
            heard(done, 2 * len(sheet.rows))
        said = read_row(checked, number, row, found, kinds)
        if said is not None:
            said["category"] = said.get("category") or (parts_category() if as_parts else "")
            told.append((number, row))
            extra.append((said.get("quantity"), said.get("place", ""), _of_part(said) if as_parts else None))
            rows.append([said.get(key, "") for key in with_category])
    heard(len(sheet.rows), 2 * len(sheet.rows))
    read = read_rows(actor, with_category, with_category, rows)
    taken: list[GoodsRow] = []
    for (number, row), (quantity, place, part), each in zip(told, extra, read.rows, strict=True):
        if _is_taken(
            checked, found, number, row, each, with_category, on_duplicate, counted=quantity is not None or bool(part)
        ):
            assert each.row is not None
            taken.append(GoodsRow(each.row.item_id, each.row.form, quantity, one_line(place), part))
    checked.new = sum(not each.item_id for each in taken)
    checked.merged = len(taken) - checked.new
    source.left_out, source.wrong = checked.out, len(checked.wrong)
    checked.batch = GoodsBatch(kind, source, taken) if taken else None
    checked.problems.sort(key=lambda each: each.row)
    return checked


def _is_taken(
    checked: Checked,
    found: Places,
    number: int,
    row: list[str],
    each: PastedRow,
    keys: tuple[str, ...],
    on_duplicate: OnDuplicate,
    *,
    counted: bool,
) -> bool:
    """Whether a row is written; what is wrong with it, or that it is left out, is noted."""
    for place, error in each.errors.items():
        key = keys[place] if place >= 0 else ""
        if key == "category" and not found.cell(row, key):
            names = ", ".join(pick(each.name) for each in sold_categories())
            error = RuleError("Say in a column of the file which category it is: {names}.", names=names)
        checked.refuse(number, found.heading(key), found.cell(row, key), error)
    if each.errors or each.row is None:
        return False
    if each.row.item_id and on_duplicate is OnDuplicate.NEW:
        error = RuleError("Another item has this code.")
        checked.refuse(number, found.heading("code"), found.cell(row, "code"), error)
        return False
    if each.row.item_id and on_duplicate is OnDuplicate.SKIP:
        checked.left_out += 1
        return False
    if each.state is RowState.SAME and not counted:
        checked.same += 1
        return False
    if not each.row.item_id and "price" in found.at and not each.row.form.price:
        error = RuleError("No price is said; it is taken over with the price 0.")
        checked.mention(number, found.heading("price"), found.cell(row, "price"), error)
    return True


def _of_part(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says of a part that the catalogue does not know: its limits and its supplier."""
    return {key: said[key] for key in (*_LIMITS, "supplier") if said.get(key) not in (None, "")}
