"""Plain rows of the cashier's desk, as screens and papers get them; amounts in fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.cashier.rules import Age
from models.cashier.states import Channel, InvoiceState
from models.kernel.errors import FrontdeskError
from models.sales.papers import PaymentMethod


@dataclass(frozen=True, slots=True)
class OverdueStage:
    """An open stage past its day; ``interest`` is a proposal. ``names`` is its name by language as JSON.

    What the workshop is owed has an ``order_id``, no contract, no names and no interest; its id is negative.
    """

    id: int
    contract_id: int
    number: str
    customer_id: int
    customer: str
    consultant: str
    stage: str
    names: str
    due_on: date
    days: int
    still_open: int
    interest: int
    reminded_on: date | None
    promised_on: date | None
    reminders: int
    order_id: int = 0


@dataclass(frozen=True, slots=True)
class AgingRow:
    """What a contract owes, by how long it has been overdue; a work order's id is negative."""

    id: int
    number: str
    customer: str
    consultant: str
    by_age: dict[Age, int]
    still_open: int


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder: who reminded how, and what was answered."""

    id: int
    number: str
    contract_id: int
    reminded_on: date
    who: str
    channel: Channel
    answer: str
    promised_on: date | None
    still_open: int
    interest: int


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice in a list; ``reverses`` is the number a counter-entry undoes."""

    id: int
    number: str
    contract_id: int
    contract: str
    customer: str
    state: InvoiceState
    amount: int
    title: str
    tax_number: str
    tax_invoice: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    made_out_on: date | None
    reverses: str
    reason: str
    note: str


@dataclass(frozen=True)
class InvoiceView:
    """An invoice with what this person may do now, each with what blocks it."""

    row: InvoiceRow
    version: int
    actions: dict[StrEnum, FrontdeskError | None]


@dataclass(frozen=True)
class InvoiceOffer:
    """What may still be invoiced on a contract; ``blocked`` says why nothing may be asked for now."""

    proposed: int
    most: int
    title: str
    blocked: FrontdeskError | None


@dataclass(frozen=True, slots=True)
class DrawerLine:
    """The take of one method on a day: what came in, what was given back or reversed (negative), and both together."""

    method: PaymentMethod
    came_in: int
    went_out: int
    count: int

    @property
    def amount(self) -> int:
        """What must be there."""
        return self.came_in + self.went_out


@dataclass(frozen=True, slots=True)
class DrawerEntry:
    """One receipt of the day, on the record of ``kind`` "contract" or "work_order"; ``id`` is its place."""

    id: int
    number: str
    kind: str
    record_id: int
    record: str
    payer: str
    method: PaymentMethod
    amount: int
    cashier: str


@dataclass(frozen=True)
class Drawer:
    """The drawer of one day."""

    day: date
    lines: tuple[DrawerLine, ...]
    entries: tuple[DrawerEntry, ...]

    @property
    def amount(self) -> int:
        """The whole take."""
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class ContractMonth:
    """What the ledger received on a contract in a month, and what its consultant says; None where nothing was said.

    Of a work order ``kind`` is "work_order" and the consultant its advisor, who says nothing.
    """

    record_id: int
    number: str
    customer: str
    consultant_id: int
    consultant: str
    ledger: int
    said: int | None
    note: str
    kind: str = "contract"

    @property
    def id(self) -> int:
        """One that no other row of the month has: work orders count downwards."""
        return self.record_id if self.kind == "contract" else -self.record_id

    @property
    def difference(self) -> int:
        """How much more the consultant says than the ledger."""
        return 0 if self.said is None else self.said - self.ledger


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """One comparison of a closed month; ``method`` or ``number`` says of what."""

    method: PaymentMethod | None
    number: str
    customer: str
    consultant: str
    ledger: int
    counted: int
    note: str

    @property
    def difference(self) -> int:
        """How much more was counted, or said, than the ledger has."""
        return self.counted - self.ledger


@dataclass(frozen=True)
class ClosedMonth:
    """A month's closing or its correction, as it was kept."""

    id: int
    number: str
    month: str
    closed_by: str
    closed_at: datetime
    corrects: str
    corrected_by: str
    note: str
    lines: tuple[ClosedLine, ...]


@dataclass(frozen=True)
class Month:
    """A month of the books: receipts by method and by contract, and its closings, the newest last."""

    month: str
    over: bool
    methods: dict[PaymentMethod, int]
    contracts: tuple[ContractMonth, ...]
    closings: tuple[ClosedMonth, ...]

    @property
    def received(self) -> int:
        """Everything received in the month."""
        return sum(self.methods.values())
