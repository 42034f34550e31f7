"""Pure rules of complaints and surveys: deadlines in working days, what is overdue, what scores come to (W10, C10)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import date, timedelta

from models.complaints.states import ComplaintState
from models.trades.complaint_terms import Severity

LOWEST, HIGHEST = 1, 5
_WEEKEND = 5


def working_days_after(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The day so many working days after ``day``: Monday to Friday without the store's ``holidays``."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < _WEEKEND and day not in holidays:
            count -= 1
    return day


def days_left(due_on: date, today: date) -> int:
    """The calendar days until an answer is due; below zero it is overdue."""
    return (due_on - today).days


def is_overdue(state: ComplaintState, due_on: date, today: date) -> bool:
    """Whether the customer should have had an answer before today."""
    return state in (ComplaintState.OPEN, ComplaintState.HANDLED) and today > due_on


def goes_to_the_top(state: ComplaintState, severity: Severity, due_on: date, today: date) -> bool:
    """Whether the owner of the store sees it: severe until it is closed, or overdue."""
    severe = severity is Severity.SEVERE and state is not ComplaintState.CLOSED
    return severe or is_overdue(state, due_on, today)


def severity_of(scores: Iterable[int], low: int) -> Severity | None:
    """How grave a complaint the scores of a survey open: serious for a 1, minor for another low one, else none."""
    worst = min(scores, default=HIGHEST)
    if worst > low:
        return None
    return Severity.SERIOUS if worst == LOWEST else Severity.MINOR


@dataclass(frozen=True)
class Satisfaction:
    """What customers said in a period: how many answered and declined, the sum of the scores and how many those are.

    ``low`` are the answers with a score at or below the limit.
    """

    answered: int = 0
    declined: int = 0
    total: int = 0
    scores: int = 0
    low: int = 0

    @property
    def average(self) -> float | None:
        """The average score; None where nobody answered."""
        return self.total / self.scores if self.scores else None

    def __add__(self, other: Satisfaction) -> Satisfaction:
        """Both together."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Satisfaction(*(one + another for one, another in pairs))
