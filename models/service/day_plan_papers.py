"""What the day plan of the workshop says: who comes when with what, by bay and by advisor (W1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """An appointment: local times, the phone masked, ``asked_for`` what it is for and the customer's words.

    ``promised_at`` is what the customer was told once the vehicle is here, ``lacking`` whether a part is missing.
    """

    begins_at: datetime
    ends_at: datetime
    plate: str
    model: str
    customer: str
    phone: str
    asked_for: str
    promised_at: datetime | None
    bay: str
    advisor: str
    state: str
    lacking: bool


@dataclass(frozen=True, slots=True)
class PlannedLane:
    """A bay or an advisor with what is planned there; ``name`` is empty for what has none yet."""

    name: str
    lines: tuple[PlannedLine, ...]


@dataclass(frozen=True, slots=True)
class DayPlanPaper:
    """A day of the workshop as it is planned at this moment; ``closed`` says why it is closed.

    ``opens`` and ``closes`` as 08:30, empty on a closed day; ``kept_free`` bays are for walk-ins.
    """

    store: StoreHead
    number: str
    day: date
    opens: str
    closes: str
    closed: str
    bays: tuple[PlannedLane, ...]
    advisors: tuple[PlannedLane, ...]
    kept_free: int

    @property
    def lines(self) -> tuple[PlannedLine, ...]:
        """Every appointment once."""
        return tuple(line for lane in self.bays for line in lane.lines)
