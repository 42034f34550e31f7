"""What the papers of amendments and cancellations, and the contract ledger, say: plain frozen values, money in fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.papers.facts import StoreHead
from models.sales.papers import Approval, DrawnSignature


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line before and after: quantities in hundredths, prices of one, and what it makes the contract dearer by."""

    name: str
    spec: str
    unit: str
    quantity_before: int
    price_before: int
    quantity_after: int
    price_after: int
    difference: int


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The lines that make the contract dearer, or cheaper, or neither; with what they come to."""

    title: str
    rows: tuple[ChangeRow, ...]
    subtotal: int


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact of the subject, such as a day, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StageAfter:
    """A stage of payment after the amendment, with what of it is paid; a negative amount is credit."""

    name: str
    condition: str
    due: date | None
    amount: int
    paid: int


@dataclass(frozen=True, slots=True)
class AmendmentPaper:
    """S6: the amendment; ``signed_on`` is None until it is signed."""

    store: StoreHead
    number: str
    contract_number: str
    contract_signed_on: date
    signed_on: date | None
    customer: str
    buyer_names: tuple[str, ...]
    consultant: str
    reason: str
    groups: tuple[ChangeGroup, ...]
    discount_change: int
    facts: tuple[ChangedFact, ...]
    total_before: int
    change: int
    total_after: int
    received: int
    plan: tuple[StageAfter, ...]
    approvals: tuple[Approval, ...]
    signatures: tuple[DrawnSignature, ...] = ()


@dataclass(frozen=True, slots=True)
class CancellationPaper:
    """S6: the cancellation with the refund worked out; ``signed_on`` is None until it is signed."""

    store: StoreHead
    number: str
    contract_number: str
    contract_signed_on: date
    signed_on: date | None
    customer: str
    buyer_names: tuple[str, ...]
    consultant: str
    reason: str
    fault: str
    goods: str
    total: int
    received: int
    deposit: int
    proposed: int
    refund: int
    because: str
    approvals: tuple[Approval, ...]
    signatures: tuple[DrawnSignature, ...] = ()

    @property
    def kept(self) -> int:
        """What the store keeps of the money received, in fen."""
        return self.received - self.refund


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A contract in the ledger."""

    number: str
    signed_on: date | None
    customer: str
    consultant: str
    state: str
    signed_total: int
    amended: int
    received: int
    overdue: int

    @property
    def total(self) -> int:
        """What it comes to now, in fen."""
        return self.signed_total + self.amended


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """S6: the contract ledger of a period; ``about`` says which contracts are listed."""

    store: StoreHead
    number: str
    made_on: date
    about: tuple[str, ...]
    lines: tuple[LedgerLine, ...]
    signed_total: int
    amended: int
    total: int
    received: int
    overdue: int
