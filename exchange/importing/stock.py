"""Stock of another system: units by VIN or serial number, and quantities; what is there already is left out (S3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exchange.importing import values
from exchange.importing.checked import Checked, Column, Holds, Places, Reader, read_row
from exchange.importing.headings import Sheet
from exchange.importing.suiting import suited
from models.catalog.kinds import BY_UNIT, Kept
from models.catalog.lists import items
from models.customers.marks import checked_vin
from models.importing.batches import StockBatch
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.rows import CountRow, Source
from models.importing.stock import kept_for
from models.kernel import clock
from models.kernel.errors import N_, RuleError
from models.kernel.money import rounded
from models.kernel.permissions import Actor, Permission
from models.kernel.pinyin import compared
from models.kernel.progress import Heard
from models.kernel.text import folded
from models.stock.keeping import UnitForm, check_days, checked_mileage, unit_with
from models.stock.lists import quantity_rows

_STEP = 100
LABELS: Mapping[str, str] = {
    "code": N_("Code"),
    "name": N_("Name"),
    "number": N_("VIN or serial number"),
    "quantity": N_("Quantity"),
    "colour": N_("Colour"),
    "options": N_("Options"),
    "engine_number": N_("Engine number"),
    "cost": N_("Cost"),
    "place": N_("Where it stands"),
    "mileage_km": N_("Mileage in km"),
    "arrived_on": N_("Arrived on"),
    "expected_on": N_("Expected on"),
    "note": N_("Notes"),
}
_READERS: dict[str, Reader] = {
    "code": values.whole,
    "number": values.serial,
    "engine_number": values.serial,
    "quantity": values.hundredths,
    "cost": values.money,
    "mileage_km": values.kilometres,
    **dict.fromkeys(("arrived_on", "expected_on"), values.day),
}
_HOLDS = {
    "cost": Holds.MONEY,
    "mileage_km": Holds.DISTANCE,
    **dict.fromkeys(("arrived_on", "expected_on"), Holds.DAY),
}


def columns(actor: Actor) -> dict[str, Column]:
    """What the columns of such a file may hold; costs only for who may see them."""
    keys = [key for key in LABELS if key != "cost" or actor.may(Permission.SEE_COST)]
    return {key: Column(LABELS[key], _READERS.get(key, values.text), _HOLDS.get(key, Holds.TEXT)) for key in keys}


class _Goods:
    """The catalogue by code and by name."""

    def __init__(self, actor: Actor) -> None:
        self._rows = items(actor, active_only=False)
        self._by_code = {folded(each.code): each for each in self._rows}

    def of(self, said: Mapping[str, Any]) -> Any:
        """The item a row is about. Raises RuleError where it names none, or several."""
        if code := said.get("code"):
            if found := self._by_code.get(folded(code)):
                return found
            raise RuleError("There is no item with the code {code}.", field="code", code=code)
        if not (name := said.get("name")):
            raise RuleError("Say which item it is, by code or name.", field="code")
        same = [each for each in self._rows if folded(each.name) == folded(name)]
        if len(same) != 1:
            raise RuleError("{count} items are called {name}. Give the code.", field="name", name=name, count=len(same))
        return same[0]


def check(
    actor: Actor, sheet: Sheet, found: Places, source: Source, on_duplicate: OnDuplicate, heard: Heard
) -> Checked:
    """What there is to write, and every problem; nothing is written."""
    checked = Checked(ImportKind.STOCK, rows=len(sheet.rows))
    kinds, goods = suited(columns(actor), found, sheet), _Goods(actor)
    units: dict[str, UnitForm] = {}
    counts: dict[int, CountRow] = {}
    kept: dict[int, Kept] = {}
    here = {each.item_id: each.quantity for each in quantity_rows(actor)}
    for done, (number, row) in enumerate(sheet.rows):
        if done % _STEP == 0:
            heard(done, len(sheet.rows))
        said = read_row(checked, number, row, found, kinds)
        if said is None:
            continue
        try:
            item = goods.of(said)
            if said.get("number"):
                form = _unit(item, kept.setdefault(item.id, _kept(item, said["number"])), said)
                known = unit_with(form.number) is not None or compared(form.number) in units
                if known and on_duplicate is OnDuplicate.NEW:
                    raise RuleError("This number is in stock already.", field="number")
                if known:
                    checked.left_out += 1
                else:
                    units[compared(form.number)] = form
            else:
                _count(checked, counts, here, item, said, on_duplicate)
        except RuleError as error:
            key = error.field or ""
            checked.refuse(number, found.heading(key), found.cell(row, key), error)
    checked.new, checked.merged = len(units), len(counts)
    source.left_out, source.wrong, source.joined = checked.left_out, len(checked.wrong), checked.repeated
    if units or counts:
        checked.batch = StockBatch(source, list(units.values()), list(counts.values()))
    return checked


def _unit(item: Any, kept: Kept, said: Mapping[str, Any]) -> UnitForm:
    """A unit as it comes: here since the day told, else today, unless it is only expected."""
    if kept not in BY_UNIT:
        raise RuleError("This item is not kept one by one.", field="number")
    number = checked_vin(said["number"], "number") if kept is Kept.VIN else said["number"]
    arrived, expected = said.get("arrived_on"), said.get("expected_on")
    if arrived is None and expected is None:
        arrived = clock.today()
    check_days(arrived, expected)
    mileage = checked_mileage(said.get("mileage_km", 0))
    plain = {key: said[key] for key in ("colour", "options", "cost", "place", "engine_number", "note") if key in said}
    return UnitForm(item.id, number, mileage_km=mileage, arrived_on=arrived, expected_on=expected, **plain)


def _count(
    checked: Checked,
    counts: dict[int, CountRow],
    here: Mapping[int, int],
    item: Any,
    said: Mapping[str, Any],
    on_duplicate: OnDuplicate,
) -> None:
    """So much of an item was found; rows about one item are added up."""
    if "quantity" not in said:
        raise RuleError("Type the number.", field="number")
    if item.kept not in (Kept.NOT, Kept.QUANTITY):
        raise RuleError("This item is kept one by one: each needs its number.", field="number")
    if here.get(item.id) and on_duplicate is OnDuplicate.NEW:
        raise RuleError("There is some of it in stock already.", field="quantity")
    if here.get(item.id) and on_duplicate is OnDuplicate.SKIP:
        checked.left_out += 1
        return
    quantity, cost, before = said["quantity"], said.get("cost"), counts.get(item.id)
    if before is None:
        counts[item.id] = CountRow(item.id, quantity, said.get("place", ""), cost)
        return
    if cost is not None and before.cost is not None and before.quantity + quantity:
        each = before.quantity * before.cost + quantity * cost
        before.cost = rounded(each, before.quantity + quantity)
    before.quantity += quantity
    checked.repeated += 1


def _kept(item: Any, number: str) -> Kept:
    """How an item is counted; one that was not yet, by what the first of its numbers looks like."""
    kept: Kept = item.kept
    return kept_for(number) if kept is Kept.NOT else kept
