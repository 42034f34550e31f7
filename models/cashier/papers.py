"""What the papers of the cashier's desk say: plain frozen values, money in fen, texts in the paper's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """An overdue stage as it stood when somebody was reminded; ``interest`` is a proposal."""

    name: str
    due_on: date
    days: int
    still_open: int
    interest: int


@dataclass(frozen=True, slots=True)
class ReminderPaper:
    """S7: the payment reminder; ``per_day`` is the rate of the interest proposed, in hundredths of a percent."""

    store: StoreHead
    number: str
    reminded_on: date
    pay_by: date
    customer: str
    phone: str
    contract_number: str
    lines: tuple[OverdueLine, ...]
    still_open: int
    interest: int
    per_day: int
    reminded_by: str
    consultant: str


@dataclass(frozen=True, slots=True)
class AgingLine:
    """What one contract owes, by how long it has been overdue, in the order of the bands."""

    number: str
    customer: str
    consultant: str
    amounts: tuple[int, ...]
    still_open: int


@dataclass(frozen=True, slots=True)
class AgingPaper:
    """S7: what is overdue by age on a day; ``bands`` are the names of the ages, in the paper's language."""

    store: StoreHead
    number: str
    day: date
    bands: tuple[str, ...]
    lines: tuple[AgingLine, ...]
    totals: tuple[int, ...]
    still_open: int


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """Two books about one thing, and the note that explains their difference."""

    what: str
    customer: str
    consultant: str
    ledger: int
    counted: int
    note: str


@dataclass(frozen=True, slots=True)
class ReconciliationPaper:
    """S7: a month's books as they were closed; ``corrects`` is the number of the entry it corrects."""

    store: StoreHead
    number: str
    month: str
    closed_by: str
    closed_at: datetime
    corrects: str
    note: str
    methods: tuple[ComparedLine, ...]
    contracts: tuple[ComparedLine, ...]
