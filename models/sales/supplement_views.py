"""Plain rows and views of amendments, cancellations, signatures and exceptions, as screens get them; amounts in fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.kernel.errors import FrontdeskError
from models.sales.rules import Price
from models.sales.supplement_states import EntryKind, ExceptionKind, Fault, SignedHow, SupplementState
from models.sales.views import ApprovalRow


@dataclass(frozen=True, slots=True)
class SupplementRow:
    """An amendment or cancellation in a list; ``amount`` is what it changes, or what it refunds."""

    kind: str
    id: int
    number: str
    contract_id: int
    state: SupplementState
    signed_on: date | None
    amount: int
    reason: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A row of an amendment's page: the line as it stood (None for a new one) and as it is to be."""

    position: int
    item_id: int | None
    category: str
    name: str
    spec: str
    unit: str
    before: tuple[int, int, int] | None
    quantity: int
    unit_price: int
    discount: int
    difference: int


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage of payment as it would be, with what is paid of it."""

    name: str
    condition: str
    amount: int
    due_on: date | None
    paid: int


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A signature that was kept."""

    position: int
    name: str
    how: SignedHow
    attachment_id: int
    taken_at: datetime


@dataclass(frozen=True)
class SupplementView:
    """What the pages of both have in common; ``actions`` are what this person may do now, each with what blocks it."""

    row: SupplementRow
    version: int
    contract_number: str
    customer_id: int
    customer: str
    buyers: tuple[str, ...]
    consultant: str
    drafted_by: str
    returned: str
    approvals: tuple[ApprovalRow, ...]
    signatures: tuple[SignatureRow, ...]
    actions: dict[StrEnum, FrontdeskError | None]
    may_decide: bool
    writable: bool


@dataclass(frozen=True)
class AmendmentView(SupplementView):
    """An amendment as its page shows it: every line of the contract, changed or not, and what is new."""

    lines: tuple[ChangeLine, ...]
    price: Price
    whole_discount: int
    whole_before: int
    subject_before: dict[str, str]
    subject: dict[str, str]
    total_before: int
    total: int
    change: int
    received: int
    stages: tuple[PlannedStage, ...]


@dataclass(frozen=True)
class CancellationView(SupplementView):
    """A cancellation as its page shows it."""

    fault: Fault
    received: int
    deposit: int
    proposed: int
    refund: int
    because: str
    refunded: int
    may_refund: bool


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An exception in a list; ``cost`` is what its log comes to."""

    id: int
    number: str
    kind: ExceptionKind
    happened_on: date
    what: str
    contract_id: int | None
    contract: str
    customer_id: int | None
    customer: str
    logged_by: str
    cost: int
    ended_on: date | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A line of an exception's log."""

    at: datetime
    kind: EntryKind
    text: str
    told_by: str
    amount: int
    by: str


@dataclass(frozen=True)
class ExceptionView:
    """An exception with its log, oldest line first."""

    row: ExceptionRow
    entries: tuple[EntryRow, ...]
    may_log: bool
