"""What the paper of an appraisal says: plain values, texts in the paper's language, money in fen (S5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """How one area of the vehicle is."""

    area: str
    grade: str
    remark: str


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """What another asks for one like it."""

    source: str
    about: str
    price: int


@dataclass(frozen=True, slots=True)
class AppraisalPaper:
    """The appraisal as it stands; price in fen, mileage in km; ``documents`` are those that were seen."""

    store: StoreHead
    number: str
    customer: str
    phone: str
    vehicle: str
    colour: str
    plate: str
    vin: str
    registered_on: date | None
    mileage_km: int
    owners: int
    insurance_until: date | None
    inspection_until: date | None
    conditions: tuple[ConditionLine, ...]
    accidents: str
    mortgage: str
    documents: tuple[str, ...]
    missing_documents: tuple[str, ...]
    references: tuple[ReferenceLine, ...]
    note: str
    price: int
    valid_until: date | None
    appraiser: str
    approved_by: str
    approved_at: datetime | None
