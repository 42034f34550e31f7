"""What screens and papers are told of complaints and surveys: plain rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.complaints import rules
from models.complaints.states import ComplaintState, StepKind, Subject, Way
from models.kernel import clock
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import N_, LabelledEnum
from models.trades.complaint_terms import Occasion, Severity


class ComplaintFilter(LabelledEnum):
    """The chips above the list."""

    MINE = "mine", N_("Mine")
    OVERDUE = "overdue", N_("Overdue")
    OPEN = "open", N_("Not settled")
    WORD = "word", N_("Word is due")
    CLOSE = "close", N_("To close")
    CLOSED = "closed", N_("Closed")
    ALL = "all", N_("All")


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint in a list; ``customer`` is the file's name or the caller's, ``phone`` masked unless one may see."""

    id: int
    version: int
    number: str
    state: ComplaintState
    customer_id: int | None
    customer: str
    phone: str
    subject: Subject
    subject_id: int | None
    category: str
    severity: Severity
    words: str
    about_id: int | None
    about: str
    owner_id: int
    owner: str
    opened_at: datetime
    due_on: date
    next_what: str
    next_on: date | None
    cost: int

    @property
    def overdue(self) -> bool:
        """Whether the customer should have had an answer before today."""
        return rules.is_overdue(self.state, self.due_on, clock.today())

    @property
    def days_left(self) -> int | None:
        """The days until an answer is due, below zero overdue; None once the customer has one."""
        if self.state not in (ComplaintState.OPEN, ComplaintState.HANDLED):
            return None
        return rules.days_left(self.due_on, clock.today())


@dataclass(frozen=True)
class StepLine:
    """One step of a complaint."""

    at: datetime
    kind: StepKind
    text: str
    staff: str


@dataclass(frozen=True)
class ComplaintView:
    """A complaint as its record shows it; ``actions`` are what this person may do, each with what blocks it.

    Amounts in fen. ``subject_number`` is that of what it is about; ``next`` the way on from here.
    """

    row: ComplaintRow
    way: Way
    wish: str
    subject_number: str
    opened_by: str
    due_reason: str
    reopened: int
    answer: str
    answered_at: datetime | None
    said: str
    said_way: Way | None
    said_at: datetime | None
    heard_by: str
    signature_id: int | None
    outcome: str
    root_cause: str
    lesson: str
    goodwill: int
    parts: int
    labour: int
    money: int
    closed_at: datetime | None
    closed_by: str
    steps: tuple[StepLine, ...]
    actions: Mapping[StrEnum, FrontdeskError | None]


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey in a list; ``scores`` by the code of the question, empty where the customer declined."""

    id: int
    occasion: Occasion
    customer_id: int
    customer: str
    subject: Subject
    subject_id: int
    number: str
    about_id: int
    about: str
    asked_at: datetime
    declined: bool
    said: str
    scores: Mapping[str, int]
    complaint_id: int | None


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Somebody who has not been asked yet about a hand-over: since when, and whose work it was."""

    occasion: Occasion
    subject_id: int
    number: str
    customer_id: int
    customer: str
    phone: str
    about: str
    since: datetime


@dataclass(frozen=True)
class PersonFigures:
    """What customers said of one person's work in a period (C10); averages by question."""

    staff_id: int
    name: str
    figures: rules.Satisfaction
    questions: Mapping[str, float]
    complaints: int
