"""What screens and papers are told of the parts: plain rows, quantities in hundredths, money in fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.kernel.errors import FrontdeskError
from models.parts.kinds import CountState, PartMove, PurchaseState, SlipKind


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part; ``price`` is None for who sees no prices, ``average`` and ``value`` for who may not see costs.

    ``on_order`` has not come yet, the next of it is expected on ``expected_on``; ``to_order`` is what is proposed.
    """

    id: int
    version: int
    code: str
    name: str
    spec: str
    unit: str
    category: str
    active: bool
    price: int | None
    here: int
    reserved: int
    place: str
    average: int | None
    value: int | None
    minimum: int
    maximum: int
    pack: int
    supplier: str
    other_numbers: str
    warranty_months: int
    warranty_km: int
    on_order: int
    expected_on: date | None
    to_order: int
    last_cost: int | None = None

    @property
    def free(self) -> int:
        """What is here for whoever comes."""
        return max(self.here - self.reserved, 0)


@dataclass(frozen=True, slots=True)
class PartMovement:
    """A movement with the document it belongs to: ``kind`` and ``record_id`` open it, "" where there is none."""

    id: int
    at: datetime
    what: PartMove
    quantity: int
    value: int | None
    staff: str
    document: str
    kind: str
    record_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who has some of a part reserved: a contract, a work order or an appointment."""

    kind: str
    id: int
    number: str
    quantity: int


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A document over parts; ``value`` of everything on it, None for who may not see costs."""

    id: int
    number: str
    kind: SlipKind
    day: date
    at: datetime
    staff: str
    supplier: str
    document: str
    note: str
    lines: int
    value: int | None
    taken_back: bool
    reverses: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A part on a document; ``cost`` of one as it came or went."""

    item_id: int
    code: str
    name: str
    unit: str
    quantity: int
    cost: int | None
    value: int | None


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """An order with a supplier; ``value`` of what was agreed, None for who may not see costs."""

    id: int
    version: int
    number: str
    state: PurchaseState
    supplier: str
    ordered_on: date
    expected_on: date | None
    staff: str
    note: str
    reason: str
    lines: int
    open_lines: int
    value: int | None


@dataclass(frozen=True, slots=True)
class PurchaseLineRow:
    """A part on an order: ordered, come, and what one costs as agreed."""

    id: int
    item_id: int
    code: str
    name: str
    unit: str
    quantity: int
    received: int
    cost: int | None

    @property
    def rest(self) -> int:
        """What has not come yet."""
        return max(self.quantity - self.received, 0)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count: how many parts, how many entered, how many differ."""

    id: int
    version: int
    number: str
    state: CountState
    place: str
    with_book: bool
    opened_at: datetime
    opened_by: str
    submitted_at: datetime | None
    submitted_by: str
    decided_at: datetime | None
    decided_by: str
    note: str
    reason: str
    lines: int
    entered: int
    differing: int


@dataclass(frozen=True, slots=True)
class CountLineRow:
    """A part of a count. ``moved`` came or went between opening and counting, so that ``book + moved`` was expected.

    ``book``, ``expected`` and ``difference`` are None on a count without book figures, for who enters it; ``worth`` of
    the difference is None for who may not see costs.
    """

    item_id: int
    code: str
    name: str
    unit: str
    place: str
    book: int | None
    moved: int | None
    expected: int | None
    counted: int | None
    difference: int | None
    worth: int | None
    note: str
    counted_at: datetime | None
    counted_by: str


@dataclass(frozen=True)
class CountView:
    """A count with its lines and what this person may do with it, each action with what blocks it, or None."""

    row: CountRow
    lines: tuple[CountLineRow, ...]
    worth: int | None
    actions: Mapping[StrEnum, FrontdeskError | None]


@dataclass(frozen=True, slots=True)
class PartFlow:
    """What happened with a part in some days: quantities in hundredths, values in fen at what they cost.

    ``came`` was received from suppliers, ``used`` issued to work orders or sold, what came back taken off.
    """

    id: int
    code: str
    name: str
    opening: int
    opening_value: int
    came: int
    came_value: int
    used: int
    used_value: int
    closing: int
    value: int
