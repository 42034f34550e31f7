"""What the papers beside a quote say: several quotes side by side, and the schedule of a finance offer (S1, S9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class StripFact:
    """One of the three facts at the end of a quote: is there one, when, and what holds it."""

    label: str
    value: str
    remark: str


@dataclass(frozen=True, slots=True)
class FinanceColumn:
    """A way to pay: cash where ``months`` is 0; money in fen, rate in hundredths of a percent a year."""

    title: str
    method: str
    down_payment: int
    loan: int
    months: int
    rate: int
    first: int
    last: int
    fee: int
    interest: int
    cost: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ComparedQuote:
    """A quote at the head of its column; ``state`` in words."""

    number: str
    version: int
    state: str
    quoted_on: date
    valid_until: date
    consultant: str
    total: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: a text for each quote, empty where it has none; ``differs``: they are not all the same."""

    label: str
    cells: tuple[str, ...]
    differs: bool
    amounts: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """Rows that belong together."""

    title: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPaper:
    """Several quotes of one customer side by side."""

    store: StoreHead
    number: str
    edition: int
    made_on: date
    customer: str
    quotes: tuple[ComparedQuote, ...]
    sections: tuple[ComparedSection, ...]


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One month of a loan, in fen."""

    number: int
    principal: int
    interest: int
    left: int
    payment: int


@dataclass(frozen=True, slots=True)
class SchedulePaper:
    """S9: what is paid when, for the offer chosen in a quote."""

    store: StoreHead
    number: str
    version: int
    quoted_on: date
    valid_until: date
    customer: str
    consultant: str
    total: int
    offer: FinanceColumn
    rows: tuple[ScheduleRow, ...]
