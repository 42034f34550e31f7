"""What the papers of the rotation say: plain frozen values, money in fen, texts in the paper's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.kernel.i18n import N_, LabelledEnum
from models.papers.facts import StoreHead
from models.rotation.kinds import ArrivalKind


class Turn(LabelledEnum):
    """What became of a turn that was not simply taken."""

    PASSED = "passed", N_("Passed")
    MAKE_UP = "make_up", N_("Make-up turn")
    HELD = "held", N_("Held turn")
    RESTORED = "restored", N_("Restored turn")


class Oddity(LabelledEnum):
    """What a closing sheet shows apart, in this order."""

    FALSE_CLAIM = "false_claim", N_("False claim")
    OVERRIDE = "override", N_("Given by the manager")
    INSISTED = "insisted", N_("Asked for somebody else")
    VOID = "void", N_("Taken back")
    CORRECTION = "correction", N_("Correction")


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody away from the floor, local time; ``sent_by`` is empty where it was their own affair (R3, R4)."""

    since: datetime
    until: datetime | None
    sent_by: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Figures of one person or of the floor: turns (R1 to R11), results, first visits; ``amount`` of orders in fen."""

    counted: int = 0
    uncounted: int = 0
    courtesy: int = 0
    made_up: int = 0
    passed: int = 0
    owed: int = 0
    false_claims: int = 0
    contacts: int = 0
    test_drives: int = 0
    quotes: int = 0
    orders: int = 0
    first_visits: int = 0
    first_orders: int = 0
    amount: int = 0

    @property
    def per_turn(self) -> int:
        """What a counted turn brought, in fen; 0 without any."""
        return (2 * self.amount + self.counted) // (2 * self.counted) if self.counted else 0

    @property
    def close_ratio(self) -> str:
        """Orders of first visits in per cent with one decimal; empty without first visits."""
        if not self.first_visits:
            return ""
        tenths = (self.first_orders * 2000 + self.first_visits) // (2 * self.first_visits)
        return f"{tenths // 10}.{tenths % 10} %"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A salesperson's day; ``place`` in the line-up counts from 1, 0 without one. Times are local."""

    place: int
    name: str
    signed_in: datetime | None
    signed_out: datetime | None
    late: bool
    absences: tuple[Absence, ...]
    shares: Shares


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One arrival as it went in the end; receiver and owner are empty where there were none."""

    came_at: datetime
    left_at: datetime | None
    customer: str
    kind: ArrivalKind
    receiver: str
    owner: str
    counted_for: str
    rule: str
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn passed, or owed and when it was ``paid_at``; ``at`` is None for one owed since an earlier day."""

    at: datetime | None
    name: str
    turn: Turn
    rule: str
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OddLine:
    """Something out of the ordinary; ``words`` are names and reasons as they were typed."""

    at: datetime
    oddity: Oddity
    names: tuple[str, ...]
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class RotationDayPaper:
    """The closing sheet of a day. ``began_with`` and ``goes_on_with`` say where the cursor stood; ``rules`` are those
    that differ from the default.
    """

    store: StoreHead
    number: str
    day: date
    people: tuple[PersonLine, ...]
    total: Shares
    visits: tuple[VisitLine, ...]
    turns: tuple[TurnLine, ...]
    oddities: tuple[OddLine, ...]
    open: int
    began_with: str
    goes_on_with: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineUpDay:
    """Who is in the line-up of a day, in order; ``holiday`` names one without rotation."""

    day: date
    people: tuple[str, ...]
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class LineUpPaper:
    """The line-ups of a week, Monday first."""

    store: StoreHead
    number: str
    days: tuple[LineUpDay, ...]
    rules: tuple[str, ...]
