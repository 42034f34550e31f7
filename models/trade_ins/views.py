"""What screens and papers are told of appraisals: plain rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import N_, LabelledEnum
from models.papers.lists import AttachmentRow
from models.trade_ins.actions import AppraisalForm
from models.trade_ins.states import AppraisalState


class AppraisalFilter(LabelledEnum):
    """The chips above the list."""

    WORK = "work", N_("In work")
    APPROVE = "approve", N_("To approve")
    VALID = "valid", N_("Valid")
    EXPIRED = "expired", N_("Expired")
    COMING = "coming", N_("To be taken in")
    ALL = "all", N_("All")


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """An appraisal in a list; price in fen, mileage in km."""

    id: int
    number: str
    customer_id: int
    customer: str
    appraiser_id: int
    appraiser: str
    state: AppraisalState
    make: str
    model: str
    plate: str
    vin: str
    mileage_km: int | None
    price: int
    valid_until: date | None
    expired: bool
    created_at: datetime

    @property
    def vehicle(self) -> str:
        """What to call the vehicle."""
        return " ".join(part for part in (self.make, self.model) if part) or self.plate or self.vin or "–"


@dataclass(frozen=True)
class AppraisalView:
    """An appraisal as its page shows it; ``actions`` are what this person may do, each with what blocks it.

    ``doubt`` is what is doubtful about the VIN; ``middle`` the middle one of what the market asks, in fen.
    """

    row: AppraisalRow
    version: int
    form: AppraisalForm
    photos: tuple[AttachmentRow, ...]
    gaps: tuple[str, ...]
    decided_by: str
    decided_at: datetime | None
    reason: str
    contract_id: int | None
    contract: str
    unit_id: int | None
    doubt: RuleError | None
    middle: int
    actions: Mapping[StrEnum, FrontdeskError | None]
