"""What the papers of a settlement say: plain frozen values, money in fen, texts in its language (W9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.papers.facts import StoreHead
from models.sales.papers import ReceiptPaper


@dataclass(frozen=True, slots=True)
class SettledLine:
    """A line of labour, parts or other: ``beside`` is the technician or the part number, ``quantity`` in hundredths.

    ``discount`` is a positive fen amount taken off.
    """

    name: str
    beside: str
    quantity: int
    unit: str
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True, slots=True)
class FreeLine:
    """A line somebody else bears: its ``kind`` and bearer in words, what it is worth."""

    kind: str
    name: str
    code: str
    quantity: int
    unit: str
    worth: int
    bearer: str


@dataclass(frozen=True, slots=True)
class PutOffLine:
    """Work put off or refused; one about ``safety`` warns."""

    name: str
    note: str
    amount: int
    safety: bool
    refused: bool


@dataclass(frozen=True, slots=True)
class AskedExtra:
    """Extra work the customer agreed to: what, when, who called which number, or that they signed (W7)."""

    found: str
    amount: int
    at: datetime | None
    who: str
    number: str


@dataclass(frozen=True, slots=True)
class ReceivedPart:
    """One receipt on the order."""

    number: str
    method: str
    amount: int


@dataclass(frozen=True, slots=True)
class SettlementPaper:
    """W9: the settlement sheet. Sums are before discounts; ``received``, ``gate_pass`` and signers as they are now."""

    store: StoreHead
    number: str
    settled_on: date
    customer: str
    phone: str
    plate: str
    vehicle: str
    vin: str
    place: str
    order_number: str
    mileage: int | None
    received_at: datetime | None
    ready_at: datetime | None
    promised_at: datetime | None
    advisor: str
    checker: str
    done_words: str
    labour: tuple[SettledLine, ...]
    parts: tuple[SettledLine, ...]
    other: tuple[SettledLine, ...]
    free: tuple[FreeLine, ...]
    labour_sum: int
    parts_sum: int
    other_sum: int
    discount: int
    whole_discount: int
    rounding: int
    free_sum: int
    total: int
    first_authorised: int
    authorised: int
    put_off: tuple[PutOffLine, ...]
    extras: tuple[AskedExtra, ...]
    next_service: str
    warranties: tuple[str, ...]
    old_parts: str
    received: tuple[ReceivedPart, ...] = ()
    cashier: str = ""
    paid_at: datetime | None = None
    gate_pass: str = ""

    @property
    def paid(self) -> int:
        """What was received, in fen."""
        return sum(each.amount for each in self.received)

    @property
    def still_open(self) -> int:
        """What is to be paid yet; negative for what was paid beyond."""
        return self.total - self.paid


@dataclass(frozen=True, slots=True)
class GatePassPaper:
    """W9: leave to drive out; ``still_open`` in fen is what a manager overruled, with the reason."""

    store: StoreHead
    number: str
    issued_at: datetime
    issued_by: str
    order_number: str
    settlement_number: str
    customer: str
    plate: str
    vehicle: str
    vin: str
    advisor: str
    key_tag: str
    total: int
    paid: int
    still_open: int
    overruled: str


@dataclass(frozen=True, slots=True)
class WorkReceiptPaper(ReceiptPaper):
    """S7: the receipt of a payment on a work order, whose number stands where a contract's would."""
