"""What the papers of complaints say: plain values, texts in the paper's language, money in fen (W10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class StepOnPaper:
    """One step, in local time."""

    at: datetime
    what: str
    text: str
    staff: str


@dataclass(frozen=True, slots=True)
class ComplaintPaper:
    """A complaint as it stands, for the customer to sign: what they said, what was done, what came of it.

    Internal notes, costs, cause and lesson are the store's own and stand on no paper for the customer.
    """

    store: StoreHead
    number: str
    state: str
    customer: str
    phone: str
    subject: str
    category: str
    severity: str
    way: str
    opened_at: datetime
    opened_by: str
    owner: str
    due_on: date
    words: str
    wish: str
    steps: tuple[StepOnPaper, ...]
    answer: str
    said: str
    outcome: str
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint in the register; ``answered_at`` and ``closed_at`` in local time."""

    number: str
    opened_at: datetime
    customer: str
    phone: str
    category: str
    severity: str
    words: str
    owner: str
    due_on: date
    state: str
    late: bool
    outcome: str
    closed_at: datetime | None
    cost: int


@dataclass(frozen=True, slots=True)
class ComplaintRegisterPaper:
    """The complaints that were opened in a period, in their order."""

    store: StoreHead
    number: str
    first: date
    last: date
    lines: tuple[ComplaintLine, ...]
