"""What screens and papers are told of test drives: plain rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import N_, LabelledEnum
from models.test_drives import rules
from models.test_drives.standing import OfferedRoute
from models.test_drives.states import DRIVEN_STATES, DriveState, Lack


class DriveFilter(LabelledEnum):
    """The chips above the list."""

    TODAY = "today", N_("Today")
    COMING = "coming", N_("Booked ahead")
    FEEDBACK = "feedback", N_("Feedback open")
    SHORT = "short", N_("Too short")
    ALL = "all", N_("All")


@dataclass(frozen=True, slots=True)
class DriveRow:
    """A test drive; km as the odometer said, times in UTC."""

    id: int
    number: str
    customer_id: int
    customer: str
    unit_id: int
    car: str
    car_number: str
    consultant_id: int
    consultant: str
    state: DriveState
    starts_at: datetime
    ends_at: datetime
    out_at: datetime | None
    back_at: datetime | None
    out_km: int | None
    back_km: int | None
    wish: str
    next_step: str

    @property
    def minutes(self) -> int | None:
        """How long they drove; None before the return."""
        return rules.minutes_between(self.out_at, self.back_at) if self.out_at and self.back_at else None

    @property
    def km(self) -> int | None:
        """How far they drove; None before the return."""
        return self.back_km - self.out_km if self.back_km is not None and self.out_km is not None else None

    @property
    def is_short(self) -> bool:
        """Whether it was too short to tell anything (S4)."""
        return self.minutes is not None and self.km is not None and rules.is_short(self.minutes, self.km)

    @property
    def has_taken_place(self) -> bool:
        """Whether anybody drove."""
        return self.state in DRIVEN_STATES


@dataclass(frozen=True, slots=True)
class PointRow:
    """A focus point, and whether the drive agreed with it."""

    point: str
    agreed: bool | None
    remark: str


@dataclass(frozen=True, slots=True)
class LicenceView:
    """The licence as somebody saw it; ``number`` is masked unless the reader may see it (C11)."""

    name: str
    number: str
    kind: str
    until: date | None
    seen_by: str
    scan_id: int | None
    masked: bool


@dataclass(frozen=True)
class DriveView:
    """A test drive as its page shows it; ``actions`` are what this person may do, each with what blocks it."""

    row: DriveRow
    version: int
    note: str
    reason: str
    fuel: int | None
    clean: bool
    insured: bool
    known_km: int
    licence: LicenceView
    signed_at: datetime | None
    signature_id: int | None
    routes: tuple[OfferedRoute, ...]
    route: str
    rode_first: bool
    swapped_engine_off: bool
    liked: str
    disliked: str
    next_at: datetime | None
    points: tuple[PointRow, ...]
    lacks: tuple[Lack, ...]
    actions: Mapping[StrEnum, FrontdeskError | None]


@dataclass(frozen=True, slots=True)
class DemoCar:
    """A car that can be booked."""

    id: int
    name: str
    number: str
    colour: str
    mileage_km: int

    @property
    def title(self) -> str:
        """What to call it, its number's end beside it."""
        return f"{self.name} · {self.number[-6:]}"


@dataclass(frozen=True)
class DayLane:
    """A demo car and its drives of a day, by time."""

    car: DemoCar
    drives: tuple[DriveRow, ...]
