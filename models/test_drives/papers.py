"""What the papers of a test drive say: plain values, texts in the paper's language, times local (S4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class DriveHead:
    """What both papers begin with; ``number`` is the test drive's."""

    store: StoreHead
    number: str
    customer: str
    phone: str
    car: str
    car_number: str
    consultant: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class RouteLine:
    """A route offered; ``chosen`` is the one that is driven."""

    name: str
    via: str
    km: int
    minutes: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """The agreement that is signed before; ``signature`` is the drawn picture, None where paper is signed."""

    head: DriveHead
    driver: str
    licence_number: str
    licence_class: str
    licence_until: date | None
    fuel: str
    km: int
    routes: tuple[RouteLine, ...]
    clauses: tuple[str, ...]
    signed_by: str
    signed_at: datetime | None
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class PointLine:
    """A focus point, whether the drive agreed with it, and what was said of it."""

    point: str
    agreed: bool | None
    remark: str


@dataclass(frozen=True, slots=True)
class FeedbackPaper:
    """What the drive was like and what the customer said; ``short`` where it was too short to tell anything."""

    head: DriveHead
    route: str
    out_at: datetime | None
    back_at: datetime | None
    minutes: int
    out_km: int
    back_km: int
    short: bool
    rode_first: bool
    swapped_engine_off: bool
    liked: str
    disliked: str
    points: tuple[PointLine, ...]
    wish: str
    next_step: str
    next_at: datetime | None
