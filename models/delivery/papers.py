"""What the papers of a delivery say: plain frozen values, texts in the paper's language, times local, money in fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class DeliveryHead:
    """What every paper of a delivery begins with; ``number`` is the delivery's."""

    store: StoreHead
    number: str
    name: str
    contract_number: str
    customer: str
    phone: str
    starts_at: datetime
    minutes: int
    bay: str
    place: str
    consultant: str
    advisor: str


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods that are handed over; ``quantity`` in hundredths; ``serial`` the VIN or serial numbers, one a line."""

    name: str
    spec: str
    quantity: int
    unit: str
    serial: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """An item: ``mark`` is "done", "not_applicable" or "open"; ``found`` the reading, text or reason."""

    number: int
    wording: str
    role: str
    required: bool
    mark: str
    found: str
    done_by: str
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckSection:
    """A section of the checklist, ``part`` the room or piece."""

    name: str
    part: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class DispatchPaper:
    """D3: the dispatch note that lets the goods out; ``overruled`` is what the owner lets go unpaid, and why."""

    head: DeliveryHead
    number: str
    goods: tuple[GoodsLine, ...]
    total: int
    received: int
    owed: int
    overruled: int
    overruled_because: str
    asked_by: str
    asked_at: datetime
    approved_by: str
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChecklistPaper:
    """D1: the checklist as it stands, to work by or to keep."""

    head: DeliveryHead
    goods: tuple[GoodsLine, ...]
    bring: str
    sections: tuple[CheckSection, ...]


@dataclass(frozen=True, slots=True)
class WarrantyLine:
    """What the store answers for, for how many months, until when."""

    what: str
    months: int
    until: date


@dataclass(frozen=True, slots=True)
class DefectLine:
    """Something to be put right."""

    number: int
    part: str
    what: str
    due_on: date
    staff: str
    mended_on: date | None
    mended: str


@dataclass(frozen=True, slots=True)
class ConfirmationPaper:
    """D3: the customer confirms what they received; ``signature`` is the drawn picture, None where paper is signed."""

    head: DeliveryHead
    goods: tuple[GoodsLine, ...]
    readings: tuple[tuple[str, str], ...]
    received: tuple[str, ...]
    warranty: tuple[WarrantyLine, ...]
    defects: tuple[DefectLine, ...]
    handed_over_at: datetime | None
    handed_over_by: str
    signed_by: str
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class DefectsPaper:
    """D5: the list of defects with what is due when."""

    head: DeliveryHead
    lines: tuple[DefectLine, ...]


@dataclass(frozen=True, slots=True)
class RunLine:
    """A minute of the day: what happens, who does it, under which phone."""

    at: datetime
    what: str
    who: str
    phone: str


@dataclass(frozen=True, slots=True)
class RunPaper:
    """D5: the run sheet by the minute."""

    head: DeliveryHead
    lines: tuple[RunLine, ...]
