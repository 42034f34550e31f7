"""A delivery note pasted from a spreadsheet: which part each row is, how much, at what cost (W11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.kernel import pasting
from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.kernel.parsing import parse_money, parse_quantity
from models.kernel.text import clean, folded, one_line
from models.parts.slip_actions import MOST_LINES, ReceiptLine
from models.parts.tables import Part

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": (N_("Part number"), N_("Code"), N_("Item no."), N_("Article number")),
    "name": (N_("Name"), N_("Item name"), N_("Item")),
    "quantity": (N_("Quantity"), N_("Pieces")),
    "cost": (N_("Cost"), N_("Purchase price"), N_("Unit price"), N_("Price")),
    "place": (N_("Shelf place"), N_("Where it stands")),
}
"""What a column may be called, in any language of the program."""

_PLAIN = ("code", "quantity", "cost", "place")


@dataclass(frozen=True)
class PastedLine:
    """A row: the line it makes, or what is wrong with it. ``code`` and ``name`` as they are in the catalogue."""

    code: str
    name: str
    line: ReceiptLine | None
    error: RuleError | None


def read_receipt(text: str) -> list[PastedLine]:
    """What pasted rows mean; without titles they are number, quantity, cost, place.

    A number counts in any spelling, another number of the part too. Raises RuleError for too many rows, or where
    titles name no number and quantity.
    """
    rows = pasting.cells(text)
    columns = pasting.columns(rows[0], HEADINGS) if rows else ()
    if columns:
        rows = rows[1:]
        if not {"code", "quantity"} <= set(columns):
            raise RuleError("The first row names no part number or no quantity.")
    else:
        columns = _PLAIN
    if len(rows) > MOST_LINES:
        raise RuleError("At most {most} rows at once.", most=MOST_LINES)
    known = _known()
    return [_read(row, columns, known) for row in rows]


def _read(row: Sequence[str], columns: Sequence[str], known: Mapping[str, Item]) -> PastedLine:
    said = {key: clean(cell) for key, cell in zip(columns, row, strict=False) if key}
    code = one_line(said.get("code", ""))
    item = known.get(folded(code))
    if item is None:
        error = RuleError("There is no part with this number.", field="code")
        return PastedLine(code, said.get("name", ""), None, error)
    try:
        cost = parse_money(said["cost"], "cost") if said.get("cost") else None
        quantity = parse_quantity(said.get("quantity", ""), "quantity")
    except RuleError as error:
        return PastedLine(item.code, item.name, None, error)
    line = ReceiptLine(item.id, quantity, cost, one_line(said.get("place", "")))
    return PastedLine(item.code, item.name, line, None)


def _known() -> dict[str, Item]:
    """The parts by each of their numbers, as they are compared; their own goes before another's other number."""
    parts = {item.id: item for item in Item.select().where(Item.kept == Kept.QUANTITY, Item.active == 1)}
    found = {
        folded(number): parts[row.item_id]
        for row in Part.select().where(Part.other_numbers != "")
        for number in row.other_numbers.replace("，", ",").split(",")
        if row.item_id in parts
    }
    return {**found, **{folded(item.code): item for item in parts.values()}}
