"""What screens show of deliveries, as plain values; texts are in the screen's language, money is fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from models.delivery.kinds import AlarmKind, EventKind, ItemState, NoteDecision
from models.delivery.states import Blocker, DeliveryState
from models.kernel.errors import FrontdeskError
from models.kernel.permissions import Role
from models.sales.states import ContractState
from models.sales.supplement_states import SignedHow
from models.trades.delivery_template import Evidence, Gate, Means


@dataclass(frozen=True)
class Progress:
    """How much of a checklist or a section is done; ``open_required`` stands in the way."""

    done: int = 0
    total: int = 0
    open_required: int = 0


@dataclass(frozen=True)
class CalendarEntry:
    """A delivery in the calendar and in lists; ``goods`` is what is handed over, in one line."""

    id: int
    number: str
    name: str
    contract_id: int
    contract_number: str
    customer_id: int
    customer: str
    goods: str
    state: DeliveryState
    starts_at: datetime
    minutes: int
    bay_id: int | None
    bay: str
    consultant_id: int
    consultant: str
    advisor_id: int | None
    advisor: str
    late: bool
    progress: Progress

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class ItemView:
    """An item of the checklist; ``reading`` in hundredths; ``due_on`` the day it helps to do it, if any.

    ``may_do`` is whether this person may do or undo it now.
    """

    id: int
    position: int
    wording: str
    part: str
    required: bool
    role: Role
    evidence: Evidence
    gate: Gate
    means: Means
    due_on: date | None
    state: ItemState
    reading: int | None
    text: str
    reason: str
    attachment_id: int | None
    done_by: str
    done_at: datetime | None
    may_do: bool


@dataclass(frozen=True)
class SectionView:
    """A section of the checklist, of one room or piece where it stands for each."""

    number: int
    name: str
    part: str
    items: tuple[ItemView, ...]
    progress: Progress


@dataclass(frozen=True)
class UnitView:
    """Goods with the VIN or serial number that must be theirs; whether it was compared at the goods, when, by whom."""

    unit_id: int
    name: str
    serial: str
    compared_at: datetime | None
    compared_by: str


@dataclass(frozen=True)
class LineView:
    """A line that is handed over; ``quantity`` in hundredths."""

    position: int
    name: str
    spec: str
    quantity: int
    unit: str


@dataclass(frozen=True)
class EventView:
    """A line of the log."""

    at: datetime
    kind: EventKind
    text: str
    staff: str
    reached: bool | None
    starts_at: datetime | None
    new_starts_at: datetime | None
    told_at: datetime | None
    amount: int


@dataclass(frozen=True)
class NoteView:
    """A dispatch note."""

    id: int
    number: str
    decision: NoteDecision
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str


@dataclass(frozen=True)
class DefectView:
    """Something to be put right; ``late`` when its day is past."""

    id: int
    version: int
    delivery_id: int
    part: str
    what: str
    due_on: date
    staff_id: int
    staff: str
    attachment_id: int | None
    mended_on: date | None
    mended: str
    late: bool


@dataclass(frozen=True)
class RunView:
    """A line of the run sheet: when, what, who, under which phone."""

    minute: int
    at: datetime
    what: str
    who: str
    phone: str


@dataclass(frozen=True)
class SignatureView:
    """A signature that is kept."""

    name: str
    how: SignedHow
    attachment_id: int
    taken_at: datetime
    taken_by: str


@dataclass(frozen=True)
class Steps:
    """What stands in the way of each step, in full."""

    confirm: tuple[Blocker, ...]
    ready: tuple[Blocker, ...]
    hand_over: tuple[Blocker, ...]
    follow_up: tuple[Blocker, ...]
    close: tuple[Blocker, ...]


@dataclass(frozen=True)
class DeliveryView:
    """A delivery as its page shows it to one person; ``phone`` is masked unless they may see it (C11).

    ``actions`` are those open to this person in this state, each with what blocks it now or None; ``owed`` is what the
    plan demands before the hand-over and is not paid, ``overruled`` up to how much of it the owner lets go.
    """

    entry: CalendarEntry
    version: int
    template: str
    template_no: int
    contract_state: ContractState
    phone: str
    masked: bool
    place: str
    bring: str
    note: str
    reason: str
    drive_minutes: int
    owed: int
    overruled: int
    lines: tuple[LineView, ...]
    units: tuple[UnitView, ...]
    sections: tuple[SectionView, ...]
    steps: Steps
    actions: Mapping[StrEnum, FrontdeskError | None]
    dispatch: NoteView | None
    returned_notes: tuple[NoteView, ...]
    signatures: tuple[SignatureView, ...]
    defects: tuple[DefectView, ...]
    run: tuple[RunView, ...]
    events: tuple[EventView, ...]
    exceptions: tuple[int, ...]
    handed_over_at: datetime | None
    handed_over_by: str
    booked_at: datetime | None
    booked_by: str
    own: bool
    may_prepare: bool
    may_ask_release: bool
    may_decide_release: bool
    may_overrule: bool
    may_book: bool
    may_log_exception: bool


@dataclass(frozen=True)
class Alarm:
    """What of deliveries needs somebody now; ``since`` is the moment from which it is late, or is due."""

    kind: AlarmKind
    delivery_id: int
    number: str
    customer_id: int
    customer: str
    about: str
    staff: str
    since: datetime


@dataclass(frozen=True)
class BayView:
    """A bay; a closed one is planned no more."""

    id: int
    version: int
    name: str
    closed: bool


@dataclass(frozen=True)
class TemplateRow:
    """A template in lists: ``no`` 0 is as shipped; ``used`` counts the live deliveries planned with it.

    ``offered`` is whether deliveries may be planned with it.
    """

    code: str
    name: str
    no: int
    items: int
    minutes: int
    in_bay: bool
    drives_home: bool
    parts: tuple[str, ...]
    bring: str
    retired: bool
    offered: bool
    used: int


@dataclass(frozen=True)
class PlannableContract:
    """A signed contract with lines that are in no delivery yet."""

    id: int
    number: str
    customer_id: int
    customer: str
    consultant_id: int
    consultant: str
    agreed_on: date | None
    lines: tuple[LineView, ...]
    units: tuple[UnitView, ...]


@dataclass(frozen=True)
class Counts:
    """How many deliveries of what: for the badges of the screens."""

    today: int = 0
    late: int = 0
    to_confirm: int = 0
    to_release: int = 0
    to_book: int = 0
    defects: int = 0


@dataclass(frozen=True)
class DeliveryStep:
    """A step of a delivery in the customer's timeline."""

    delivery_id: int
    number: str
    at: datetime
    kind: EventKind
    text: str
    staff: str
    new_starts_at: datetime | None
