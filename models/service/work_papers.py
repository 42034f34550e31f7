"""What the papers during the work say: the dispatch sheet, which names no price and no phone, and the extra-work
approval (W6, W7).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.papers.facts import StoreHead
from models.service.reception_papers import EstimateLine, OrderHead


@dataclass(frozen=True, slots=True)
class DispatchedLine:
    """A line for a technician: hundredths of standard hours, the parts it takes as words, what to mind."""

    name: str
    skill: str
    hours: int
    bay: str
    note: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DispatchedPerson:
    """Somebody's lines; ``name`` is empty for what nobody has yet."""

    name: str
    lines: tuple[DispatchedLine, ...]


@dataclass(frozen=True, slots=True)
class WorkDispatchPaper:
    """The dispatch sheet (派工单): who does what, where; the head carries no phone."""

    head: OrderHead
    number: str
    complaint: str
    road_test: bool
    people: tuple[DispatchedPerson, ...]

    @property
    def store(self) -> StoreHead:
        """Whose paper it is."""
        return self.head.store


@dataclass(frozen=True, slots=True)
class ExtraWorkPaper:
    """The extra-work approval (追加项目确认单): what was found, what it takes and costs, how the customer answered.

    Money in fen; ``authorised`` is the total before it, ``total`` with it. ``refused`` are lines they do not want.
    """

    head: OrderHead
    number: str
    found: str
    found_by: str
    found_at: datetime
    safety: bool
    lines: tuple[EstimateLine, ...]
    refused: tuple[EstimateLine, ...]
    amount: int
    authorised: int
    total: int
    promised_at: datetime | None
    state: str
    consent: str
    name: str
    said: str
    answered_at: datetime | None
    answered_to: str
    signature: bytes

    @property
    def store(self) -> StoreHead:
        """Whose paper it is."""
        return self.head.store
