"""Which units in stock a contract has: chosen in its draft, reserved at its signing, let go, handed over (S3, S6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from models.catalog.kinds import BY_UNIT, Kept
from models.catalog.tables import Item
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.tables import moment, run_sql
from models.sales.standing import StandingLine, standing
from models.sales.states import ContractState
from models.sales.tables import Contract, ContractLine, ContractUnit
from models.shop.profile import trade
from models.stock import keeping
from models.stock.keeping import ONE
from models.stock.kinds import MovementKind
from models.stock.tables import StockUnit
from models.trades.template import FieldKind

RESERVING_STATES = (ContractState.SIGNED, ContractState.IN_DELIVERY)
"""The states in which a contract holds goods that are not handed over yet."""

_UNITS = """
SELECT k.unit_id, COALESCE(l.id, 0), k.line_position, u.item_id, i.name, u.vin, u.serial, u.place, u.mileage_km,
    u.colour, k.reserved_at IS NOT NULL, k.sold_at IS NOT NULL, u.arrived_on IS NOT NULL
FROM contract_unit k JOIN stock_unit u ON u.id = k.unit_id JOIN item i ON i.id = u.item_id
LEFT JOIN contract_line l ON l.contract_id = k.contract_id AND l.position = k.line_position
WHERE k.contract_id = ? AND k.released_at IS NULL ORDER BY k.line_position, k.id"""
_HOLDERS = """
SELECT k.unit_id, c.id, c.number, c.customer_id, u.name FROM contract_unit k
JOIN contract c ON c.id = k.contract_id JOIN customer u ON u.id = c.customer_id
WHERE k.reserved_at IS NOT NULL AND k.released_at IS NULL AND k.unit_id IN ({marks})"""
_STEPS = """
SELECT m.at, m.kind, i.name, COALESCE(NULLIF(u.vin, ''), u.serial), c.id, c.number, p.name FROM stock_movement m
JOIN contract c ON c.id = m.contract_id JOIN stock_unit u ON u.id = m.unit_id JOIN item i ON i.id = u.item_id
JOIN staff p ON p.id = m.staff_id WHERE c.customer_id = ? ORDER BY m.id"""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ReservedUnit:
    """A unit that stands for a line of a contract; ``line_id`` is the contract line's, 0 for one an amendment added.

    ``reserved`` only once the contract is signed; before that it is chosen and still free for others.
    """

    unit_id: int
    line_id: int
    line_position: int
    item_id: int
    item_name: str
    vin: str
    serial: str
    place: str
    mileage_km: int
    colour: str
    reserved: bool
    sold: bool
    here: bool

    @property
    def number(self) -> str:
        """The VIN or the serial number."""
        return self.vin or self.serial


@dataclass(frozen=True, slots=True)
class Holder:
    """The contract that has a unit."""

    contract_id: int
    number: str
    customer_id: int
    customer: str


@dataclass(frozen=True, slots=True)
class UnitStep:
    """What a contract of a customer did with a unit: reserved it, set it free, handed it over."""

    at: datetime
    kind: MovementKind
    item: str
    number: str
    contract_id: int
    contract: str
    staff: str


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line of a contract over an item that is counted; ``wanted`` and ``held`` in whole units for one kept so."""

    position: int
    item_id: int
    name: str
    kept: Kept
    wanted: int
    held: int


def units_of(contract_id: int) -> tuple[ReservedUnit, ...]:
    """The units of a contract by line, those handed over included."""
    return tuple(
        ReservedUnit(*row[:10], *(bool(each) for each in row[10:])) for row in run_sql(_UNITS, contract_id).fetchall()
    )


def holders(unit_ids: Collection[int]) -> dict[int, Holder]:
    """The contracts that hold these units, by unit."""
    ids, found = list(unit_ids), dict[int, Holder]()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = run_sql(_HOLDERS.format(marks=", ".join("?" * len(some))), *some).fetchall()
        found.update({row[0]: Holder(*row[1:]) for row in rows})
    return found


def steps_of_customer(customer_id: int) -> list[UnitStep]:
    """What became of units for a customer, oldest first."""
    rows = run_sql(_STEPS, customer_id).fetchall()
    return [UnitStep(moment(row[0]), MovementKind(row[1]), *row[2:]) for row in rows]


def counted_lines(contract_id: int) -> list[CountedLine]:
    """The lines of a contract as it stands over items that are counted, with how many units each has."""
    contract = Contract.get_by_id(contract_id)
    units = units_of(contract_id)
    return [
        CountedLine(
            *(line.position, item_id, line.name, kept, line.quantity // ONE),
            sum(each.line_position == line.position for each in units),
        )
        for line, item_id, kept in _counted(standing(contract).lines)
    ]


def reserve(act: Act, contract: Contract) -> None:
    """At signing, inside its transaction: what was chosen is reserved, what is kept by quantity is waited for.

    A VIN that was only typed takes its unit. Raises RuleError where a unit is not free any more, names a VIN that is
    not in stock, or the contract's VIN is another.
    """
    _take_typed(act, contract)
    _reserve_all(act, contract)
    check_subject(contract)
    follow_quantities(act, contract)


def follow_amendment(act: Act, contract: Contract) -> None:
    """After an amendment is signed, inside its transaction: units of lines that are gone or fewer are set free.

    An amendment that names another VIN swaps the car. Raises RuleError where that one is not free, or what it takes
    off is handed over.
    """
    lines = {line.position: line for line in standing(contract).lines}
    for position, own in by_line(contract.id).items():
        line = lines.get(position)
        keep = line.quantity // ONE if line else 0
        for chosen in own[keep:]:
            if chosen.sold_at is not None:
                raise RuleError("{number} is handed over already.", number=chosen.unit.number)
            let_go(act, chosen, contract.number)
    _swap(act, contract)
    _take_typed(act, contract)
    _reserve_all(act, contract)
    check_subject(contract)
    follow_quantities(act, contract)


def release(act: Act, contract: Contract, reason: str = "") -> None:
    """When a contract is cancelled, inside its transaction: everything it holds and has not handed over is free."""
    query = ContractUnit.select().where(
        ContractUnit.contract == contract.id, ContractUnit.released_at.is_null(), ContractUnit.sold_at.is_null()
    )
    for chosen in query.order_by(ContractUnit.id):
        let_go(act, chosen, reason)
    for item_id, quantity in keeping.waits_for(contract.id).items():
        keeping.reserve_quantity(act, item_id, -quantity, contract.id, reason)


def hand_over_goods(
    act: Act, contract_id: int, positions: Iterable[int] | None = None, mileages: dict[int, int] | None = None
) -> None:
    """Inside the hand-over: the units of these lines (None for all) are sold, what is kept by quantity goes out.

    ``mileages`` in km by unit. Raises RuleError where a line has not all its units, one has not arrived, less is here
    than goes out, or a mileage went backwards.
    """
    wanted = None if positions is None else set(positions)
    contract = Contract.get_by_id(contract_id)
    units, waiting = by_line(contract_id), keeping.waits_for(contract_id)
    for line, item_id, kept in _counted(standing(contract).lines):
        if wanted is not None and line.position not in wanted:
            continue
        if kept is Kept.QUANTITY:
            quantity = min(line.quantity, waiting.get(item_id, 0))
            if quantity > 0:
                waiting[item_id] -= quantity
                keeping.sell_quantity(act, item_id, quantity, contract_id)
            continue
        own = units.get(line.position, [])
        if len(own) < line.quantity // ONE:
            raise RuleError("“{item}” has no unit from the stock yet. Choose it first.", item=line.name)
        for chosen in own:
            if chosen.sold_at is None:
                keeping.sell_unit(act, chosen.unit, contract_id, (mileages or {}).get(chosen.unit_id))
                ContractUnit.update(sold_at=clock.now()).where(ContractUnit.id == chosen.id).execute()


def missing_units(contract_id: int) -> list[CountedLine]:
    """The lines kept one by one that have not all their units yet; a hand-over asks for them (D3)."""
    return [each for each in counted_lines(contract_id) if each.kept in BY_UNIT and each.held < each.wanted]


def follow_quantities(act: Act, contract: Contract) -> None:
    """Let what the contract waits for of each item kept by quantity be what its lines say."""
    sold, wanted = _sold(contract.id), dict[int, int]()
    for line, item_id, kept in _counted(standing(contract).lines):
        if kept is Kept.QUANTITY:
            wanted[item_id] = wanted.get(item_id, 0) + line.quantity
    waiting = keeping.waits_for(contract.id)
    for item_id in sorted({*wanted, *waiting}):
        differs = max(wanted.get(item_id, 0) - sold.get(item_id, 0), 0) - waiting.get(item_id, 0)
        if differs:
            keeping.reserve_quantity(act, item_id, differs, contract.id)


def forget_choices(contract_id: int) -> None:
    """When the goods of a draft are typed anew: choices of lines that are gone or of another item do not hold."""
    lines = {e.position: e.item_id for e in ContractLine.select().where(ContractLine.contract == contract_id)}
    for position, own in by_line(contract_id).items():
        for chosen in own:
            if lines.get(position) != chosen.unit.item_id:
                ContractUnit.update(released_at=clock.now()).where(ContractUnit.id == chosen.id).execute()


def check_typed_facts(contract: Contract, subject: dict[str, str]) -> None:
    """Raises RuleError at the VIN where a draft's is not that of a unit chosen for it."""
    numbers = _vins(contract.id)
    for code in vin_fields():
        if numbers and subject.get(code) and subject[code] not in numbers:
            raise RuleError(
                "The car chosen from the stock is {number}.", field=f"subject.{code}", number=", ".join(numbers)
            )


def refuse_held(unit: StockUnit, contract_id: int) -> None:
    """Raises RuleError for a unit that another contract holds, naming it."""
    holder = holders([unit.id]).get(unit.id)
    if holder is not None and holder.contract_id != contract_id:
        raise RuleError("{number} is reserved by contract {contract}.", number=unit.number, contract=holder.number)


def reserve_one(act: Act, contract: Contract, chosen: ContractUnit, unit: StockUnit) -> None:
    """A chosen unit is reserved. The row comes first: the table itself refuses a second contract."""
    refuse_held(unit, contract.id)
    ContractUnit.update(reserved_at=clock.now()).where(ContractUnit.id == chosen.id).execute()
    keeping.reserve_unit(act, unit, contract.id)


def _reserve_all(act: Act, contract: Contract) -> None:
    query = ContractUnit.select().where(
        ContractUnit.contract == contract.id, ContractUnit.released_at.is_null(), ContractUnit.reserved_at.is_null()
    )
    for chosen in query.order_by(ContractUnit.id):
        reserve_one(act, contract, chosen, chosen.unit)


def _swap(act: Act, contract: Contract) -> None:
    """The car that the contract named before makes room for the one it names now."""
    before = standing(contract, contract.amendment_no - 1).subject
    now, held = standing(contract).subject, by_line(contract.id)
    for code in vin_fields():
        if now.get(code) and now[code] != before.get(code):
            for chosen in (each for own in held.values() for each in own):
                if chosen.sold_at is None and chosen.unit.vin and chosen.unit.vin == before.get(code):
                    let_go(act, chosen, contract.number)


def let_go(act: Act, chosen: ContractUnit, reason: str) -> None:
    """A unit stands for the contract no longer; one that was reserved is free again."""
    ContractUnit.update(released_at=clock.now()).where(ContractUnit.id == chosen.id).execute()
    if chosen.reserved_at is not None:
        keeping.release_unit(act, chosen.unit, chosen.contract_id, reason)


def _take_typed(act: Act, contract: Contract) -> None:
    """The unit with the VIN that was typed becomes the line's; a line kept by VIN takes no VIN that is not in stock."""
    subject, numbers = standing(contract).subject, _vins(contract.id)
    lines = [each for each in counted_lines(contract.id) if each.kept is Kept.VIN and each.held < each.wanted]
    for code in vin_fields():
        vin = subject.get(code, "")
        if not vin or vin in numbers:
            continue
        unit = keeping.unit_with(vin)
        if unit is not None:
            refuse_held(unit, contract.id)
        line = next((each for each in lines if unit is not None and each.item_id == unit.item_id), None)
        if unit is not None and line is not None:
            ContractUnit.create(contract=contract, line_position=line.position, unit=unit.id, chosen_by=act.actor.id)
        elif lines:
            raise RuleError(
                "No free car with the VIN {number} is in stock. Choose one, or leave the VIN open.",
                field=f"subject.{code}",
                number=vin,
            )


def check_subject(contract: Contract) -> None:
    """Raises RuleError where the contract says a VIN that none of its units has."""
    check_typed_facts(contract, standing(contract).subject)


def by_line(contract_id: int) -> dict[int, list[ContractUnit]]:
    """What a contract holds by line, what is handed over first."""
    query = ContractUnit.select().where(ContractUnit.contract == contract_id, ContractUnit.released_at.is_null())
    found: dict[int, list[ContractUnit]] = {}
    for chosen in query.order_by(ContractUnit.sold_at.is_null(), ContractUnit.id):
        found.setdefault(chosen.line_position, []).append(chosen)
    return found


def _counted(lines: Iterable[StandingLine]) -> list[tuple[StandingLine, int, Kept]]:
    """Those of these lines over an item that is counted, each with the item and how."""
    named = [(line, line.item_id) for line in lines if line.item_id is not None]
    if not named:
        return []
    query = Item.select(Item.id, Item.kept).where(Item.id.in_({each for _line, each in named}), Item.kept != Kept.NOT)
    kept = {item_id: Kept(how) for item_id, how in query.tuples()}
    return [(line, item_id, kept[item_id]) for line, item_id in named if item_id in kept]


def _sold(contract_id: int) -> dict[int, int]:
    sql = "SELECT item_id, -sum(quantity) FROM stock_movement WHERE contract_id = ? AND unit_id IS NULL AND kind = "
    return {row[0]: int(row[1]) for row in run_sql(sql + "'sold' GROUP BY item_id", contract_id).fetchall()}


def _vins(contract_id: int) -> list[str]:
    return [each.vin for each in units_of(contract_id) if each.vin]


def vin_fields() -> list[str]:
    """The facts of the trade's contract that are a VIN."""
    return [field.code for field in trade().contract.subject_fields if field.kind is FieldKind.VIN]
