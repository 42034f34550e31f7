"""Plain rows and views of quotes, contracts and money, as screens get them; amounts in fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import msgspec

from models.catalog.kinds import StockAnswer
from models.customers.kinds import FormOfAddress
from models.kernel.errors import FrontdeskError
from models.sales import rules
from models.sales.authority import Why
from models.sales.papers import PaymentMethod
from models.sales.quote_forms import OfferForm, Picked
from models.sales.rules import StageState
from models.sales.states import ApprovalStep, ContractState, Decision, QuoteState


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote in a list; ``expired`` is worked out from its day and validity."""

    id: int
    number: str
    edition: int
    customer_id: int
    customer: str
    form_of_address: FormOfAddress
    consultant: str
    state: QuoteState
    expired: bool
    quoted_on: date
    valid_until: date
    total: int
    created_at: datetime


class LineRow(msgspec.Struct, frozen=True):
    """A line of a quote or contract; quantity in hundredths, ``cost`` None for who may not see it."""

    position: int
    item_id: int | None
    category: str
    name: str
    spec: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    cost: int | None
    listed: int = 0
    options: tuple[Picked, ...] = ()
    stock: StockAnswer | None = None
    pickable: bool = False
    appraisal_id: int | None = None


@dataclass(frozen=True, slots=True)
class QuoteApprovalRow:
    """An approval a quote asked for, and what became of it; ``void_at``: its lines were changed afterwards."""

    step: ApprovalStep
    whys: tuple[Why, ...]
    wish: str
    total: int
    saved: int
    asked_by: str
    asked_at: datetime
    decision: Decision
    decided_by: str
    decided_at: datetime | None
    reason: str
    void_at: datetime | None


@dataclass(frozen=True)
class QuoteView:
    """A quote as its page shows it; ``actions`` are what this person may do now, each with what blocks it.

    ``whys`` tell what of it is beyond this person; ``ready_on`` is when the goods could all be here, as far as told;
    ``undeductible`` is why a trade-in may not be deducted as it is.
    """

    row: QuoteRow
    version: int
    plan: str
    valid_days: int
    whole_discount: int
    needs: str
    note: str
    lines: tuple[LineRow, ...]
    price: rules.Price
    editions: tuple[QuoteRow, ...]
    actions: dict[StrEnum, FrontdeskError | None]
    beyond_authority: FrontdeskError | None
    contract_id: int | None
    offers: tuple[OfferForm, ...] = ()
    approvals: tuple[QuoteApprovalRow, ...] = ()
    whys: tuple[Why, ...] = ()
    expected_on: date | None = None
    ready_on: date | None = None
    undeductible: FrontdeskError | None = None


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract in a list or the ledger; ``received`` and ``overdue`` in fen."""

    id: int
    number: str
    customer_id: int
    customer: str
    consultant: str
    state: ContractState
    signed_on: date | None
    total: int
    received: int
    overdue: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of payment with where it stands (S7)."""

    position: int
    name: str
    condition: str
    share: int
    amount: int
    due_on: date | None
    paid: int
    state: StageState
    code: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A step of approval and what became of it."""

    step: ApprovalStep
    because: str
    decision: Decision
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment or counter-entry."""

    id: int
    number: str
    contract_id: int
    contract: str
    received_on: date
    amount: int
    method: PaymentMethod
    payer: str
    cashier: str
    reverses: str
    reversed_by: str
    note: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A name on the buyer's side."""

    name: str
    id_number: str
    phone: str
    address: str


@dataclass(frozen=True)
class ContractView:
    """A contract as its page shows it; ``actions`` are what this person may do now, each with what blocks it.

    Goods, price and stages are the present ones, amendments included; ``signed_total`` is what was signed, in fen.
    ``signed_copy`` tells that a signature or a scan of the signed paper is kept.
    """

    row: ContractRow
    version: int
    quote_id: int | None
    plan: str
    whole_discount: int
    subject: dict[str, str]
    place: str
    reason: str
    parties: tuple[PartyRow, ...]
    lines: tuple[LineRow, ...]
    price: rules.Price
    stages: tuple[StageRow, ...]
    approvals: tuple[ApprovalRow, ...]
    payments: tuple[PaymentRow, ...]
    missing: dict[str, str]
    actions: dict[StrEnum, FrontdeskError | None]
    next_amount: int
    may_take_payment: bool
    may_decide: bool
    own: bool = True
    clauses: str = ""
    signed_total: int = 0
    signed_copy: bool = False


@dataclass(frozen=True, slots=True)
class OpenApproval:
    """An approval that waits for this person, of a contract, or of a quote where ``quote_id`` names one."""

    contract_id: int
    number: str
    customer: str
    consultant: str
    step: ApprovalStep
    because: str
    total: int
    asked_at: datetime
    kind: str = "contract"
    record_id: int = 0
    quote_id: int = 0


@dataclass(frozen=True, slots=True)
class DuePayment:
    """A stage that is due or overdue, with what is still open of it in fen."""

    contract_id: int
    number: str
    customer: str
    stage: str
    due_on: date
    still_open: int
    overdue: bool
