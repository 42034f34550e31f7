"""What the stock list says on paper: plain frozen values, money in fen, texts in the paper's language (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class StockLine:
    """A unit that is here or on its way; ``cost`` is None on a list without costs."""

    number: str
    item: str
    colour: str
    state: str
    place: str
    since: date | None
    age: int | None
    cost: int | None


@dataclass(frozen=True, slots=True)
class StockBand:
    """How many units have been here so long, and what they cost."""

    name: str
    units: int
    value: int | None


@dataclass(frozen=True, slots=True)
class StockPaper:
    """S3: what is in stock on a day, the longest here first, and its value by age for who may see it."""

    store: StoreHead
    number: str
    day: date
    bands: tuple[StockBand, ...]
    lines: tuple[StockLine, ...]
    value: int | None
