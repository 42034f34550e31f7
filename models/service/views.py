"""What screens show of work orders, as plain values; texts are in the screen's language, money is fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.kernel.errors import FrontdeskError
from models.service.kinds import (
    Charge,
    Check,
    Consent,
    EventKind,
    ExtraState,
    Grade,
    LineKind,
    MissingPart,
    OldParts,
    Stance,
    StopReason,
    Supply,
    Waits,
    WorkState,
)
from models.service.rules import Totals
from models.service.states import Blocker, WorkOrderAction, WorkOrderState


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A work order in lists; ``vehicle`` in one line, or the place; ``late`` when its promise has passed."""

    id: int
    number: str
    state: WorkOrderState
    customer_id: int
    customer: str
    goods_id: int | None
    plate: str
    vehicle: str
    mileage: int | None
    advisor_id: int
    advisor: str
    complaint: str
    received_at: datetime | None
    promised_at: datetime | None
    repeat: bool
    late: bool


@dataclass(frozen=True)
class MarkView:
    """Something seen on the body, as ``MarkForm`` has it."""

    view: str
    x: int
    y: int
    kind: str
    note: str


@dataclass(frozen=True)
class SheetView:
    """The reception sheet; codes as the template has them, ``fuel`` in eighths, ``mileage`` in km."""

    mileage: int | None
    mileage_before: int | None
    mileage_reason: str
    fuel: int | None
    lights: tuple[str, ...]
    functions: tuple[str, ...]
    covers: tuple[str, ...]
    belongings: str
    valuables_asked: bool
    key_tag: str
    brought_by: str
    brought_phone: str
    outline: str
    marks: tuple[MarkView, ...]
    complaint: str
    asked_what: str
    asked_when: str
    asked_where: str
    asked_who: str
    asked_why: str
    asked_how: str
    asked_often: str
    waits: Waits
    road_test_allowed: bool
    wash_wanted: bool
    old_parts: OldParts
    place: str
    survey_fee: int


@dataclass(frozen=True)
class PointView:
    """A point of the pre-inspection."""

    id: int
    code: str
    section: str
    wording: str
    safety: bool
    grade: Grade
    measured: str
    note: str
    attachment_id: int | None
    staff: str
    at: datetime | None


@dataclass(frozen=True)
class OrderLineView:
    """A line of an order; quantities in hundredths. ``minutes`` is how long was worked on it so far.

    ``running_since`` is when the session that runs now began.
    """

    id: int
    position: int
    kind: LineKind
    name: str
    code: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    charge: Charge
    stance: Stance
    option: str
    option_name: str
    safety: bool
    note: str
    extra_id: int | None
    parent_id: int | None
    operation_id: int | None
    skill: str
    road_test: bool
    warranty_months: int
    warranty_km: int
    technician_id: int | None
    technician: str
    bay_id: int | None
    work: WorkState
    minutes: int
    running_since: datetime | None
    done_at: datetime | None
    found_words: str
    item_id: int | None
    supply: Supply
    missing: MissingPart
    expected_on: date | None
    issued: int


@dataclass(frozen=True)
class ExtraView:
    """Extra work and the customer's answer; the number called is masked unless this person may see it (C11)."""

    id: int
    version: int
    no: int
    state: ExtraState
    found: str
    safety: bool
    amount: int
    promised_at: datetime | None
    found_by: str
    found_at: datetime
    consent: Consent | None
    called: str
    called_number: str
    said: str
    attachment_id: int | None
    answered_at: datetime | None
    answered_to: str


@dataclass(frozen=True)
class AuthorisationView:
    """What the customer confirmed."""

    no: int
    total: int
    promised_at: datetime
    consent: Consent
    name: str
    attachment_id: int | None
    at: datetime
    staff: str


@dataclass(frozen=True)
class SessionView:
    """Somebody at work on a line."""

    line_id: int
    staff_id: int
    staff: str
    started_at: datetime
    ended_at: datetime | None
    reason: StopReason | None


@dataclass(frozen=True)
class CheckView:
    """A step of quality."""

    line_id: int | None
    step: Check
    passed: bool
    road_test_km: int | None
    reason: str
    at: datetime
    staff_id: int
    staff: str


@dataclass(frozen=True)
class PaymentView:
    """Money on the order."""

    id: int
    number: str
    received_on: date
    amount: int
    method: str
    payer: str
    reference_number: str
    cashier: str
    reverses_id: int | None
    reversed: bool


@dataclass(frozen=True)
class SettlementView:
    """The settlement that holds."""

    id: int
    number: str
    totals: Totals
    total: int
    authorised: int
    at: datetime
    staff: str


@dataclass(frozen=True)
class DeferredView:
    """Work put off or refused at an earlier visit."""

    id: int
    order_id: int
    order_number: str
    name: str
    amount: int
    safety: bool
    refused: bool
    at: datetime


@dataclass(frozen=True)
class OrderEventView:
    """A line of the log."""

    at: datetime
    kind: EventKind
    state: WorkOrderState
    text: str
    before: datetime | None
    after: datetime | None
    amount: int
    line_id: int | None
    staff: str


@dataclass(frozen=True)
class RepeatView:
    """An order on the same vehicle that may have failed."""

    id: int
    number: str
    handed_back_at: datetime
    complaint: str


@dataclass(frozen=True)
class OrderView:
    """A work order as its page shows it to one person; phones are masked unless they may see them (C11).

    ``actions`` are those open to this person in this state, each with what blocks it now or None; ``steps`` says what
    is missing for each of them. ``first_promised_at`` is what was promised at the first authorisation.
    """

    row: OrderRow
    version: int
    template: str
    template_name: str
    vin: str
    appointment_id: int | None
    phone: str
    masked: bool
    sheet: SheetView
    repeat_of: RepeatView | None
    repeats: tuple[RepeatView, ...]
    points: tuple[PointView, ...]
    lines: tuple[OrderLineView, ...]
    discount: int
    totals: Totals
    authorised: int | None
    pending: int
    first_promised_at: datetime | None
    authorisations: tuple[AuthorisationView, ...]
    extras: tuple[ExtraView, ...]
    sessions: tuple[SessionView, ...]
    checks: tuple[CheckView, ...]
    washed_at: datetime | None
    deferred: tuple[DeferredView, ...]
    settlement: SettlementView | None
    payments: tuple[PaymentView, ...]
    paid: int
    deposit: int
    overruled: int
    done_words: str
    next_service_on: date | None
    next_service_km: int | None
    handed_back_at: datetime | None
    gate_pass: str
    events: tuple[OrderEventView, ...]
    reason: str
    actions: Mapping[StrEnum, FrontdeskError | None]
    steps: Mapping[WorkOrderAction, tuple[Blocker, ...]]

    @property
    def owed(self) -> int:
        """What of the settlement is not paid, in fen; 0 before it is settled."""
        return self.settlement.total - self.paid if self.settlement else 0


@dataclass(frozen=True)
class OperationRow:
    """An operation of the catalogue; ``rate`` is the one that applies, in fen per hour."""

    id: int
    version: int
    code: str
    name: str
    template: str
    skill: str
    hours: int
    rate: int
    own_rate: int | None
    price: int | None
    warranty_months: int
    warranty_km: int
    road_test: bool
    safety: bool
    active: bool
