"""What screens and papers are told of the stock: plain rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.catalog.kinds import Kept
from models.kernel.errors import FrontdeskError
from models.stock.kinds import AgeBand, MovementKind, UnitState


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; cost in fen, None for who may not see it; ``age`` in days, None while it is on its way."""

    id: int
    version: int
    item_id: int
    code: str
    name: str
    category: str
    number: str
    vin: str
    serial: str
    engine_number: str
    colour: str
    options: str
    state: UnitState
    demo: bool
    used: bool
    expected_on: date | None
    arrived_on: date | None
    left_on: date | None
    place: str
    mileage_km: int
    note: str
    age: int | None
    cost: int | None


@dataclass(frozen=True)
class UnitView:
    """A unit with what this person may do with it, each action with what blocks it, or None."""

    row: UnitRow
    actions: Mapping[StrEnum, FrontdeskError | None]


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement; quantity in hundredths, value in fen, None for who may not see costs."""

    id: int
    at: datetime
    kind: MovementKind
    staff: str
    quantity: int
    value: int | None
    place: str
    mileage_km: int | None
    contract_id: int | None
    contract: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """What is here of an item kept by quantity, in hundredths; average cost and value in fen for who may see it."""

    item_id: int
    code: str
    name: str
    category: str
    unit: str
    quantity: int
    reserved: int
    place: str
    average: int | None
    value: int | None


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item and how it is counted."""

    item_id: int
    code: str
    name: str
    category: str
    kept: Kept
    unit: str
    cost: int | None


@dataclass(frozen=True, slots=True)
class BandRow:
    """Units of a category that are here, by how long: how many, and what they cost in fen (None: not to be seen)."""

    category: str
    band: AgeBand
    units: int
    value: int | None
