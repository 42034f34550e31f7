"""What screens read of loans: plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.loans.kinds import Keeping, LoanState


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind with how many there are, out and free; numbered things that are out of use do not count."""

    id: int
    version: int
    name: str
    keeping: Keeping
    deposit: int
    hours: int
    active: bool
    count: int
    out: int

    @property
    def free(self) -> int:
        """How many can be lent now."""
        return max(0, self.count - self.out)


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A thing; ``loan_id`` is the loan it is out on, 0 at the desk."""

    id: int
    version: int
    kind_id: int
    label: str
    model: str
    mileage_km: int
    active: bool
    loan_id: int

    @property
    def free(self) -> bool:
        """Whether it can be lent now."""
        return self.active and not self.loan_id


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan in a list; the phone is masked for who may not see it."""

    id: int
    version: int
    number: str
    state: LoanState
    kind_id: int
    kind: str
    keeping: Keeping
    label: str
    count: int
    customer_id: int | None
    borrower: str
    phone: str
    lent_by: str
    lent_at: datetime
    due_at: datetime
    overdue: bool
    deposit: int
    unsigned: bool
    ended_at: datetime | None
    cost: int
    kept: int
    reminded_at: datetime | None

    @property
    def what(self) -> str:
        """What is lent, with its number or how many."""
        if self.label:
            return f"{self.kind} {self.label}"
        return f"{self.kind} × {self.count}" if self.count > 1 else self.kind


@dataclass(frozen=True, slots=True)
class LoanView:
    """A loan with everything its panel shows."""

    row: LoanRow
    model: str
    condition_out: str
    note: str
    out_km: int | None
    out_fuel: int | None
    licence_number: str
    licence_masked: bool
    licence_until: date | None
    licence_seen_by: str
    signed_at: datetime | None
    reminded_said: str
    taken_by: str
    condition_in: str
    back_km: int | None
    back_fuel: int | None
    given_back: int
