"""What the board, the technicians' page and the alarms show, as plain values: never a price, never a phone (W6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.service.kinds import Check, Supply, WorkState
from models.service.states import WorkOrderState


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line on the board: ``standard`` in hundredths of an hour (0 is not known), ``minutes`` worked so far.

    ``running_since`` is when the session that runs began; ``held`` waits for the customer's answer.
    """

    id: int
    order_id: int
    number: str
    state: WorkOrderState
    plate: str
    vehicle: str
    name: str
    skill: str
    standard: int
    minutes: int
    running_since: datetime | None
    work: WorkState
    technician_id: int | None
    bay_id: int | None
    promised_at: datetime | None
    forecast_at: datetime | None
    late: bool
    held: bool
    waits_here: bool


@dataclass(frozen=True, slots=True)
class TechnicianRow:
    """Somebody who does work: codes of skills (none is everything), ``load`` in minutes of what is left to do.

    ``running`` is the line they are at work on, "" for none.
    """

    id: int
    name: str
    skills: frozenset[str]
    bay_id: int | None
    load: int
    lines: int
    running: str

    def can(self, skill: str) -> bool:
        """Whether they are said to be able to do it."""
        return not skill or not self.skills or skill in self.skills


@dataclass(frozen=True, slots=True)
class Lane:
    """A technician, a bay or a state of the board, with what stands in it; ``key`` 0 is nobody and nowhere.

    ``busy`` in minutes is what is left to do in it.
    """

    key: int | str
    name: str
    lines: tuple[BoardLine, ...]
    busy: int


@dataclass(frozen=True, slots=True)
class NeededPart:
    """A part for a line: how many are needed, how many were issued, in hundredths."""

    name: str
    code: str
    unit: str
    quantity: int
    issued: int
    supply: Supply


@dataclass(frozen=True, slots=True)
class TechnicianLine:
    """A line as the technician sees it."""

    board: BoardLine
    mileage: int | None
    complaint: str
    note: str
    found_words: str
    road_test: bool
    safety: bool
    checked: bool
    parts: tuple[NeededPart, ...]


@dataclass(frozen=True, slots=True)
class TechnicianDay:
    """What a technician has to do, and what they did today: ``worked`` in minutes, ``standard`` hundredths of hours."""

    lines: tuple[TechnicianLine, ...]
    free: tuple[BoardLine, ...]
    done_today: int
    worked: int
    standard: int


@dataclass(frozen=True, slots=True)
class CheckRow:
    """An order that waits for a step of quality; ``lines`` are its work, (id, name)."""

    order_id: int
    number: str
    plate: str
    vehicle: str
    step: Check
    road_test: bool
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class LateRow:
    """An order that is late or will be (W9); ``late`` once its promise has passed."""

    order_id: int
    number: str
    state: WorkOrderState
    customer: str
    plate: str
    vehicle: str
    advisor_id: int
    advisor: str
    promised_at: datetime
    forecast_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class AskRow:
    """An order that waits for its advisor, since when, and what it is about."""

    order_id: int
    number: str
    customer: str
    plate: str
    vehicle: str
    advisor_id: int
    since: datetime
    about: str


@dataclass(frozen=True, slots=True)
class WorkFigures:
    """What somebody did in a period: lines done with their standard (hundredths of hours) and the minutes they took.

    ``redone`` are lines that a check sent back, ``redone_minutes`` what was worked on them after it (W8).
    """

    staff_id: int
    name: str
    lines: int
    standard: int
    minutes: int
    redone: int
    redone_minutes: int
