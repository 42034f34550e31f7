"""What is done with the stock: received, moved, made a demo, counted, corrected, written off (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.flow import move
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Permission
from models.stock import keeping
from models.stock.keeping import ONE, UnitForm
from models.stock.kinds import UNIT_MOVES, Leaving, MovementKind, UnitAction, UnitFacts, UnitState
from models.stock.rules import Holding
from models.stock.tables import StockUnit


@dataclass(frozen=True)
class ArrivalForm:
    """A unit that was on its way is here; ``arrived_on`` None for today."""

    place: str = ""
    mileage_km: int = 0
    arrived_on: date | None = None


@dataclass(frozen=True)
class CorrectionForm:
    """What a unit really is; ``cost`` None leaves it, ``mileage_km`` only grows unless it is ``mileage_was_wrong``."""

    number: str
    reason: str
    colour: str = ""
    options: str = ""
    engine_number: str = ""
    cost: int | None = None
    mileage_km: int = 0
    mileage_was_wrong: bool = False
    expected_on: date | None = None
    arrived_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class QuantityForm:
    """What comes of an item kept by quantity: hundredths, the cost of one in fen (None for the catalogue's)."""

    item_id: int
    quantity: int
    cost: int | None = None
    place: str = ""
    reason: str = ""


@action(Permission.KEEP_STOCK)
def keep_item(act: Act, item_id: int, kept: Kept) -> None:
    """Say how an item is counted. Raises RuleError while the stock holds some of it."""
    item = Item.get_by_id(item_id)
    keeping.set_kept(act, item, kept)
    act.on("item", item_id)


@action(Permission.KEEP_STOCK)
def receive(act: Act, form: UnitForm) -> None:
    """Take a unit into stock, or note that it is on its way. Raises RuleError at the field that is wrong."""
    unit = keeping.receive_unit(act, form)
    act.on("stock_unit", unit.id)
    act.note(number=unit.number, state=unit.state.value, place=unit.place)


@action(Permission.KEEP_STOCK)
def import_units(act: Act, rows: tuple[UnitForm, ...]) -> None:
    """Take all these units into stock, or none where one is wrong. Raises RuleError at ``rows.N.FIELD``."""
    if not rows:
        raise RuleError("There is nothing to import.")
    for position, row in enumerate(rows):
        try:
            unit = keeping.receive_unit(act, row)
        except RuleError as error:
            raise RuleError(error.template, field=f"rows.{position}.{error.field}", **error.parameters) from error
        act.on("stock_unit", unit.id)
    act.note(new=len(rows))


@action(Permission.KEEP_STOCK)
def note_arrival(act: Act, unit_id: int, form: ArrivalForm) -> None:
    """A unit that was on its way has arrived; one that is reserved stays so."""
    unit, state = _moved(act, unit_id, UnitAction.ARRIVE)
    day = form.arrived_on or clock.today()
    keeping.check_days(day, None)
    new = {"state": state, "arrived_on": day, "place": form.place or unit.place}
    new["mileage_km"] = keeping.checked_mileage(form.mileage_km or unit.mileage_km, unit.mileage_km)
    keeping.change(act, unit, MovementKind.RECEIVED, new, ONE, unit.cost)


@action(Permission.KEEP_STOCK)
def move_unit(act: Act, unit_id: int, place: str, reason: str = "") -> None:
    """A unit now stands elsewhere. Raises RuleError without a place."""
    if not place:
        raise RuleError("Type where it stands.", field="place")
    unit, _state = _moved(act, unit_id, UnitAction.MOVE)
    keeping.change(act, unit, MovementKind.MOVED, {"place": place}, reason=reason)
    act.note(place=place)


@action(Permission.KEEP_STOCK)
def note_mileage(act: Act, unit_id: int, mileage_km: int) -> None:
    """Note what the odometer reads. Raises RuleError at ``mileage_km`` for less than before."""
    _moved(act, unit_id, UnitAction.DRIVE)
    keeping.drive_unit(act, unit_id, mileage_km)
    act.note(mileage_km=mileage_km)


@action(Permission.KEEP_STOCK)
def make_demo(act: Act, unit_id: int) -> None:
    """A unit in stock is shown and driven from now on."""
    unit, state = _moved(act, unit_id, UnitAction.SHOW)
    keeping.change(act, unit, MovementKind.DEMO, {"state": state, "demo": True})


@action(Permission.KEEP_STOCK)
def end_demo(act: Act, unit_id: int) -> None:
    """A demo goes back among what is for sale."""
    unit, state = _moved(act, unit_id, UnitAction.END_DEMO)
    keeping.change(act, unit, MovementKind.DEMO_ENDED, {"state": state, "demo": False})


@action(Permission.KEEP_STOCK)
def correct_unit(act: Act, unit_id: int, version: int, form: CorrectionForm) -> None:
    """Put right what was told of a unit; what it was before stays in its history. Raises RuleError, StaleEdit."""
    unit, _state = _moved(act, unit_id, UnitAction.CORRECT)
    if not form.reason:
        raise RuleError("Give a reason.", field="reason")
    number = keeping.checked_number(unit.item, form.number, unit.id)
    if unit.state is UnitState.RESERVED and number["number_key"] != unit.number_key:
        raise RuleError("It is reserved: its number stands on a contract.", field="number")
    arrived_on = form.arrived_on or unit.arrived_on if unit.arrived_on else None
    keeping.check_days(arrived_on, None)
    least = 0 if form.mileage_was_wrong else unit.mileage_km
    new: dict[str, Any] = {
        **number,
        **{"colour": form.colour, "options": form.options, "engine_number": form.engine_number, "note": form.note},
        **{"cost": keeping.checked_cost(act, form.cost, unit.cost), "arrived_on": arrived_on},
        **{"mileage_km": keeping.checked_mileage(form.mileage_km, least), "expected_on": form.expected_on},
    }
    if unit.version != version:
        raise StaleEdit({name: getattr(unit, name) for name in new}, new)
    dearer = new["cost"] - unit.cost if unit.arrived_on else 0
    changed = keeping.change(act, unit, MovementKind.CORRECTED, new, value=dearer, reason=form.reason)
    keeping.make_findable(unit)
    act.note(changed=sorted(changed), reason=form.reason)


@action(Permission.WRITE_OFF_STOCK)
def take_out(act: Act, unit_id: int, how: Leaving, reason: str) -> None:
    """A unit leaves without being sold. Raises RuleError without a reason, IllegalMove while it is reserved."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    unit, state = _moved(act, unit_id, UnitAction.LEAVE)
    kind = MovementKind(how.value)
    here = (-ONE, -unit.cost) if unit.arrived_on else (0, 0)
    keeping.change(act, unit, kind, {"state": state, "left_on": clock.today()}, *here, reason=reason)
    act.note(number=unit.number, how=how.value, reason=reason)


@action(Permission.KEEP_STOCK)
def receive_quantity(act: Act, form: QuantityForm) -> None:
    """So much of an item comes; its cost enters the moving average. Raises RuleError at the field that is wrong."""
    row = keeping.holding_of(form.item_id)
    _check_quantity(form.quantity)
    cost = keeping.checked_cost(act, form.cost, row.item.cost)
    after = Holding(row.quantity, row.value).with_received(form.quantity, cost)
    _check_fits(after.quantity)
    row.place = form.place or row.place
    keeping.hold(act, row, after, MovementKind.RECEIVED, reason=form.reason)
    act.on("item", form.item_id)
    act.note(quantity=form.quantity)


@action(Permission.KEEP_STOCK)
def issue_quantity(act: Act, item_id: int, quantity: int, reason: str) -> None:
    """So much of an item is used up or given away. Raises RuleError for more than is here, or without a reason."""
    row = keeping.holding_of(item_id)
    _check_quantity(quantity)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    after = Holding(row.quantity, row.value).with_issued(quantity)
    keeping.hold(act, row, after, MovementKind.ISSUED, reason=reason)
    act.on("item", item_id)
    act.note(quantity=-quantity, reason=reason)


@action(Permission.WRITE_OFF_STOCK)
def count_quantity(act: Act, item_id: int, counted: int, reason: str) -> None:
    """So much of an item was found when it was counted, by one who may approve what differs (W11).

    Raises RuleError without a reason, or where nothing differs.
    """
    row = keeping.holding_of(item_id)
    if counted < 0:
        raise RuleError("The quantity cannot be negative.", field="quantity")
    _check_fits(counted)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if counted == row.quantity:
        raise RuleError("That is what the stock says.", field="quantity")
    after = Holding(row.quantity, row.value).with_counted(counted, row.item.cost)
    moved = counted - row.quantity
    keeping.hold(act, row, after, MovementKind.CORRECTED, reason=reason)
    act.on("item", item_id)
    act.note(quantity=moved, reason=reason)


def _moved(act: Act, unit_id: int, what: UnitAction) -> tuple[StockUnit, UnitState]:
    """The unit and the state it comes to. Raises IllegalMove, NotAllowed, or what the guard says."""
    unit: StockUnit = StockUnit.get_by_id(unit_id)
    state = move(UNIT_MOVES, unit.state, what, act.actor, UnitFacts(unit.arrived_on is not None))
    act.on("stock_unit", unit_id)
    return unit, state


def _check_quantity(quantity: int) -> None:
    if quantity <= 0:
        raise RuleError("The quantity must be more than zero.", field="quantity")
    _check_fits(quantity)


def _check_fits(quantity: int) -> None:
    if quantity > LARGEST_QUANTITY:
        raise RuleError("The quantity is too large.", field="quantity")
