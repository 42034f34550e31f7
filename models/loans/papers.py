"""What the papers of a loan say: plain values, texts in the paper's language, times local (W12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class LoanSlipPaper:
    """What was lent to whom until when, and the deposit; once it is back, what was given back and kept."""

    store: StoreHead
    number: str
    what: str
    borrower: str
    phone: str
    lent_at: datetime
    due_at: datetime
    lent_by: str
    deposit: int
    condition_out: str
    note: str
    ended_at: datetime | None
    taken_by: str
    condition_in: str
    cost: int
    kept: int
    given_back: int


@dataclass(frozen=True, slots=True)
class LoanAgreementPaper:
    """The agreement for a courtesy car, to be signed when it goes out."""

    slip: LoanSlipPaper
    car: str
    licence_number: str
    licence_until: date | None
    km: int
    fuel: str
    clauses: tuple[str, ...]

    @property
    def number(self) -> str:
        """The loan's number."""
        return self.slip.number
