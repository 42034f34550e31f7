"""Plain values that registers and the traffic table are drawn from; times are local, texts in the paper's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class VisitOnPaper:
    """One line of the visit register; ``left_at`` None is a visitor who is still here."""

    at: datetime
    left_at: datetime | None
    customer: str
    phone: str
    party_size: int
    first_time: bool
    source: str
    receiver: str
    about: str
    result: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallOnPaper:
    """One line of the call register."""

    at: datetime
    customer: str
    phone: str
    taken_by: str
    about: str
    result: str
    invited_for: datetime | None
    message_for: str
    passed_on_at: datetime | None


@dataclass(frozen=True, slots=True)
class VisitRegisterPaper:
    """The visit register of a period."""

    store: StoreHead
    number: str
    first: date
    last: date
    lines: tuple[VisitOnPaper, ...]


@dataclass(frozen=True, slots=True)
class CallRegisterPaper:
    """The call register of a period."""

    store: StoreHead
    number: str
    first: date
    last: date
    lines: tuple[CallOnPaper, ...]


@dataclass(frozen=True, slots=True)
class TrafficLine:
    """Visits of one kind, what came of them as shares in hundredths of a percent, and how many there were before."""

    name: str
    visits: int
    people: int
    shares: tuple[int, int, int, int]
    before: int


@dataclass(frozen=True, slots=True)
class TrafficPaper:
    """The traffic table of a period beside the one before; lines of hours and weekdays in their order."""

    store: StoreHead
    number: str
    first: date
    last: date
    first_before: date
    last_before: date
    total: TrafficLine
    shares_before: tuple[int, int, int, int]
    by_hour: tuple[TrafficLine, ...]
    by_weekday: tuple[TrafficLine, ...]
    by_source: tuple[TrafficLine, ...]
    by_return: tuple[TrafficLine, ...]
    calls: int
    calls_before: int
    invited: int
