"""What screens show of the workshop's money: proposals, settlements and payments of a period; amounts in fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.sales.papers import PaymentMethod
from models.service.rules import Totals
from models.service.states import WorkOrderState


@dataclass(frozen=True)
class SettleOffer:
    """What a settlement would say: words and next service proposed, the discount beside what may be given alone."""

    done_words: str
    next_on: date | None
    next_km: int | None
    totals: Totals
    authorised: int
    discount_limit: int
    approved_discount: int

    @property
    def waits(self) -> bool:
        """Whether the discount needs a manager."""
        return self.totals.discount > max(self.discount_limit, self.approved_discount)


@dataclass(frozen=True)
class PaymentOffer:
    """What is proposed when money is taken: ``amount``, of at most ``payable`` without a word, and who pays."""

    amount: int
    payable: int
    payer: str
    before_work: bool


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """An order that waits for a call or a decision, since when; ``amount`` in fen of what is to be decided."""

    id: int
    number: str
    customer: str
    plate: str
    amount: int
    since: datetime


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """A settlement that holds, with what was received on its order; sums before discounts."""

    id: int
    number: str
    order_id: int
    order: str
    state: WorkOrderState
    customer_id: int
    customer: str
    plate: str
    advisor_id: int
    advisor: str
    at: datetime
    labour: int
    parts: int
    other: int
    discount: int
    rounding: int
    free: int
    total: int
    paid: int
    handed_back_at: datetime | None
    invoice_title: str
    invoice_tax_number: str
    invoice_number: str

    @property
    def owed(self) -> int:
        """What is not paid; negative for what was paid beyond."""
        return self.total - self.paid


@dataclass(frozen=True, slots=True)
class WorkPaymentRow:
    """A payment or counter-entry on an order; the numbers of what it reverses and of what reverses it."""

    id: int
    number: str
    order_id: int
    order: str
    customer: str
    plate: str
    received_on: date
    amount: int
    method: PaymentMethod
    payer: str
    reference: str
    cashier: str
    reverses: str
    reversed_by: str
    note: str


@dataclass(frozen=True, slots=True)
class RevenueRow:
    """What settlements come to, of an advisor or a day."""

    name: str
    count: int
    labour: int
    parts: int
    other: int
    discount: int
    rounding: int
    free: int
    total: int
    owed: int


@dataclass(frozen=True, slots=True)
class Settled:
    """So many settlements, and what they come to in fen."""

    count: int
    total: int


def summed(name: str, rows: Sequence[SettlementRow]) -> RevenueRow:
    """The sums over settlements."""
    names = ("labour", "parts", "other", "discount", "rounding", "free", "total", "owed")
    return RevenueRow(name, len(rows), *(sum(getattr(row, each) for row in rows) for each in names))
