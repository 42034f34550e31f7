"""What the parts' papers say: plain frozen values, quantities in hundredths, money in fen (W11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class ReorderLine:
    """A part below its minimum; ``amount`` at the average cost, None on a list without costs."""

    number: str
    name: str
    unit: str
    here: int
    reserved: int
    on_order: int
    minimum: int
    to_order: int
    supplier: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class ReorderPaper:
    """W11: what to order, by supplier, and what that comes to for who may see it."""

    store: StoreHead
    number: str
    day: date
    lines: tuple[ReorderLine, ...]
    amount: int | None


@dataclass(frozen=True, slots=True)
class CountLine:
    """A part to count; ``book`` is None on a sheet without, ``counted`` and ``difference`` until they are known."""

    number: str
    name: str
    unit: str
    place: str
    book: int | None
    counted: int | None
    difference: int | None
    note: str


@dataclass(frozen=True, slots=True)
class CountPaper:
    """W11: the sheet of a count, to write on; once it is entered, what was found."""

    store: StoreHead
    number: str
    day: date
    place: str
    state: str
    opened_by: str
    with_book: bool
    lines: tuple[CountLine, ...]
