"""What other actions do with the stock inside their own transaction: receive, reserve, release, sell (S3).

Everything that comes, goes or stands elsewhere is written here, each with its movement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.catalog.kinds import BY_UNIT, Kept
from models.catalog.tables import Item
from models.customers.marks import checked_vin
from models.kernel import clock, search
from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST, quantity_text
from models.kernel.permissions import Permission, require
from models.kernel.pinyin import compared, spellings
from models.kernel.tables import limited, run_sql
from models.kernel.text import narrow, one_line
from models.stock.kinds import FREE_STATES, MovementKind, UnitState
from models.stock.rules import Holding
from models.stock.tables import StockMovement, StockQuantity, StockUnit

ONE = 100
"""One unit, in hundredths."""

MOST_MILEAGE = 2_000_000
_LAST = 6


@dataclass(frozen=True)
class UnitForm:
    """What is told of a unit that comes; ``number`` is its VIN or serial number as the item asks.

    ``cost`` in fen, None for who may not see it: then it is the catalogue's. Without ``arrived_on`` it is on its way
    and expected on ``expected_on``.
    """

    item_id: int
    number: str
    colour: str = ""
    options: str = ""
    cost: int | None = None
    place: str = ""
    mileage_km: int = 0
    arrived_on: date | None = None
    expected_on: date | None = None
    engine_number: str = ""
    used: bool = False
    demo: bool = False
    note: str = ""


def set_kept(act: Act, item: Item, kept: Kept) -> None:
    """Keep count of an item in another way. Raises RuleError while the stock holds some of it."""
    if kept is item.kept:
        return
    held = StockUnit.select().where(StockUnit.item == item.id, StockUnit.left_on.is_null()).exists()
    some = StockQuantity.get_or_none(StockQuantity.item == item.id)
    if held or (some and (some.quantity or some.reserved)):
        raise RuleError("The stock holds some of it. Only an item of which there is none is counted another way.")
    save_edit(item, item.version, {"kept": kept})
    act.touch("item", item.id)
    act.note(kept=kept.value)


def receive_unit(act: Act, form: UnitForm) -> StockUnit:
    """A unit comes into stock, or is announced. Raises RuleError at the field that is wrong.

    A VIN or serial number that is in stock already is refused; one that was sold may come back.
    """
    item = Item.get_or_none(Item.id == form.item_id)
    if item is None:
        raise RuleError("Choose an item.", field="item_id")
    number = checked_number(item, form.number)
    here = form.arrived_on is not None
    check_days(form.arrived_on, form.expected_on)
    if form.demo and not here:
        raise RuleError("It has not arrived yet.", field="demo")
    state = UnitState.IN_TRANSIT if not here else UnitState.DEMO if form.demo else UnitState.IN_STOCK
    unit: StockUnit = StockUnit.create(
        item=item,
        **number,
        engine_number=form.engine_number,
        colour=form.colour,
        options=form.options,
        cost=checked_cost(act, form.cost, item.cost),
        state=state,
        demo=form.demo,
        used=form.used,
        expected_on=form.expected_on,
        arrived_on=form.arrived_on,
        place=form.place,
        mileage_km=checked_mileage(form.mileage_km),
        note=form.note,
    )
    make_findable(unit)
    if here:
        write_movement(act, unit, MovementKind.RECEIVED, ONE, unit.cost, reason=form.note)
    else:
        write_movement(act, unit, MovementKind.ANNOUNCED, reason=form.note)
    return unit


def checked_number(item: Item, typed: str, unit_id: int = 0) -> dict[str, str]:
    """The VIN or serial number as it is stored. Raises RuleError at ``number`` for none, or one that is in stock."""
    if item.kept not in BY_UNIT:
        raise RuleError("This item is not kept one by one.", field="item_id")
    if not compared(typed):
        raise RuleError("Type the number.", field="number")
    if item.kept is Kept.VIN:
        number = checked_vin(typed, "number")
        values = {"vin": number, "serial": ""}
    else:
        number = limited(one_line(narrow(typed)), StockUnit.serial.limit, "number")
        values = {"vin": "", "serial": number}
    key = compared(number)
    other = unit_with(key)
    if other is not None and other.id != unit_id:
        raise RuleError(
            "{number} is in stock already: {item}, {state}.",
            field="number",
            number=other.number,
            item=other.item.name,
            state=other.state,
        )
    return {**values, "number_key": key}


def unit_with(number: str) -> StockUnit | None:
    """The unit in stock or on its way with this VIN or serial number."""
    found: StockUnit | None = StockUnit.get_or_none(
        StockUnit.number_key == compared(number), StockUnit.left_on.is_null()
    )
    return found


def checked_cost(act: Act, cost: int | None, otherwise: int) -> int:
    """The cost, or ``otherwise`` where none is told. Raises NotAllowed for who may not see costs."""
    if cost is None:
        return otherwise
    require(act.actor, Permission.SEE_COST)
    if cost < 0:
        raise RuleError("The amount cannot be negative.", field="cost")
    if cost > LARGEST:
        raise RuleError("The amount is too large.", field="cost")
    return cost


def checked_mileage(mileage_km: int, before: int = 0) -> int:
    """The mileage. Raises RuleError at ``mileage_km`` for one below ``before``: a mileage only grows."""
    if not 0 <= mileage_km <= MOST_MILEAGE:
        raise RuleError("Type a whole number from {least} to {most}.", field="mileage_km", least=0, most=MOST_MILEAGE)
    if mileage_km < before:
        raise RuleError("The mileage was {before} km already.", field="mileage_km", before=before)
    return mileage_km


def check_days(arrived_on: date | None, expected_on: date | None) -> None:
    """Raises RuleError for an arrival that lies ahead, or an expected day that is gone by."""
    if arrived_on and arrived_on > clock.today():
        raise RuleError("This day lies in the future.", field="arrived_on")
    if not arrived_on and expected_on and expected_on < clock.today():
        raise RuleError("This day has passed.", field="expected_on")


def drive_unit(act: Act, unit_id: int, mileage_km: int, reason: str = "") -> None:
    """Note a unit's mileage, as after a test drive. Raises RuleError at ``mileage_km`` for less than before."""
    unit = StockUnit.get_by_id(unit_id)
    if unit.mileage_km == checked_mileage(mileage_km, unit.mileage_km):
        return
    change(act, unit, MovementKind.DRIVEN, {"mileage_km": mileage_km}, reason=reason)


def check_free(unit: StockUnit) -> None:
    """Raises RuleError for a unit that no contract may take."""
    if unit.state not in FREE_STATES:
        raise RuleError("{number} is not free: it is “{state}”.", number=unit.number, state=unit.state)


def reserve_unit(act: Act, unit: StockUnit, contract_id: int) -> None:
    """A contract takes a unit. Raises RuleError where it is not free."""
    check_free(unit)
    change(act, unit, MovementKind.RESERVED, {"state": UnitState.RESERVED}, ONE, contract_id=contract_id)


def release_unit(act: Act, unit: StockUnit, contract_id: int, reason: str) -> None:
    """A contract lets a unit go: it is free again where it stands."""
    free = UnitState.IN_TRANSIT if unit.arrived_on is None else UnitState.DEMO if unit.demo else UnitState.IN_STOCK
    change(act, unit, MovementKind.RELEASED, {"state": free}, ONE, contract_id=contract_id, reason=reason)


def sell_unit(act: Act, unit: StockUnit, contract_id: int, mileage_km: int | None = None) -> None:
    """A reserved unit is handed over. Raises RuleError where it has not arrived, or its mileage went backwards."""
    if unit.state is not UnitState.RESERVED:
        raise RuleError("{number} is not free: it is “{state}”.", number=unit.number, state=unit.state)
    if unit.arrived_on is None:
        raise RuleError("{number} has not arrived yet.", number=unit.number)
    new: dict[str, Any] = {"state": UnitState.SOLD, "left_on": clock.today()}
    if mileage_km is not None:
        new["mileage_km"] = checked_mileage(mileage_km, unit.mileage_km)
    change(act, unit, MovementKind.SOLD, new, -ONE, -unit.cost, contract_id=contract_id)


def change(
    act: Act,
    unit: StockUnit,
    kind: MovementKind,
    new: Mapping[str, Any],
    quantity: int = 0,
    value: int = 0,
    *,
    contract_id: int | None = None,
    reason: str = "",
) -> dict[str, tuple[Any, Any]]:
    """Write ``new`` into a unit with the movement that says so; returns what changed."""
    changed = save_edit(unit, unit.version, dict(new))
    write_movement(act, unit, kind, quantity, value, contract_id=contract_id, reason=reason)
    return changed


def write_movement(
    act: Act,
    unit: StockUnit,
    kind: MovementKind,
    quantity: int = 0,
    value: int = 0,
    *,
    contract_id: int | None = None,
    reason: str = "",
) -> None:
    """Append a unit's movement, as it stands after it."""
    StockMovement.create(
        **{"item": unit.item_id, "unit": unit.id, "contract": contract_id, "kind": kind, "staff": act.actor.id},
        **{"quantity": quantity, "value": value, "place": unit.place, "mileage_km": unit.mileage_km},
        reason=reason,
    )
    act.touch("stock_unit", unit.id)
    act.touch("item", unit.item_id)


def holding_of(item_id: int) -> StockQuantity:
    """What is here of an item kept by quantity; the row begins with nothing. Raises RuleError for another item."""
    item = Item.get_or_none(Item.id == item_id)
    if item is None or item.kept is not Kept.QUANTITY:
        raise RuleError("This item is not kept by quantity.", field="item_id")
    found: StockQuantity = StockQuantity.get_or_none(StockQuantity.item == item_id) or StockQuantity.create(item=item)
    return found


def hold(
    act: Act,
    row: StockQuantity,
    after: Holding,
    kind: MovementKind,
    *,
    reason: str = "",
    contract_id: int | None = None,
    reserved: int = 0,
    ties: Mapping[str, Any] | None = None,
) -> StockMovement:
    """Write what is here after a movement, and the movement; ``reserved`` is what it adds to what is waited for.

    ``ties`` are further fields of the movement: the work order, the slip, the count it belongs to.
    """
    moved = after.quantity - row.quantity
    movement: StockMovement = StockMovement.create(
        **{"item": row.item_id, "kind": kind, "staff": act.actor.id, "contract": contract_id, "reason": reason},
        **{"quantity": moved or abs(reserved), "value": after.value - row.value, "place": row.place},
        **(ties or {}),
    )
    row.quantity, row.value, row.reserved = after.quantity, after.value, row.reserved + reserved
    row.save()
    act.touch("item", row.item_id)
    return movement


def reserve_quantity(act: Act, item_id: int, change_by: int, contract_id: int, reason: str = "") -> None:
    """A contract waits for so much more of an item, or less where it is negative."""
    row = holding_of(item_id)
    kind = MovementKind.RESERVED if change_by > 0 else MovementKind.RELEASED
    here = Holding(row.quantity, row.value)
    hold(act, row, here, kind, reason=reason, contract_id=contract_id, reserved=change_by)


def sell_quantity(act: Act, item_id: int, quantity: int, contract_id: int) -> None:
    """So much of what a contract waits for is handed over. Raises RuleError for more than is here."""
    row = holding_of(item_id)
    try:
        after = Holding(row.quantity, row.value).with_issued(quantity)
    except RuleError as error:
        here = quantity_text(row.quantity)
        raise RuleError("Only {here} of {item} are here.", item=row.item.name, here=here) from error
    hold(act, row, after, MovementKind.SOLD, contract_id=contract_id, reserved=-quantity)


def waits_for(contract_id: int) -> dict[int, int]:
    """What a contract waits for of each item kept by quantity, in hundredths."""
    rows = run_sql(_WAITS, contract_id).fetchall()
    return {item_id: int(quantity) for item_id, quantity in rows if quantity}


_WAITS = """
SELECT item_id, sum(CASE kind WHEN 'reserved' THEN quantity WHEN 'released' THEN -quantity ELSE quantity END)
FROM stock_movement WHERE contract_id = ? AND unit_id IS NULL AND kind IN ('reserved', 'released', 'sold')
GROUP BY item_id"""


def make_findable(unit: StockUnit) -> None:
    """Let the search find a unit by its number, the last six of it, its item and colour."""
    search.index("stock_unit", unit.id, search_fields(unit.number, unit.engine_number, unit.item.name, unit.colour))


def search_fields(number: str, engine_number: str, name: str, colour: str) -> list[str]:
    """What a unit is found by."""
    return [number, number[-_LAST:], engine_number, name, *spellings(name[:12]), colour]
