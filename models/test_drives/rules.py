"""What a test drive must be: pure rules on plain values (S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.kernel.errors import RuleError

FULL = 8
"""Eighths of a tank."""

HALF = FULL // 2
LEAST_MINUTES, LEAST_KM = 15, 6
LEAST_ROUTES = 2
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=8)
MOST_KM = 2_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when something is taken; the end belongs to what comes after."""

    starts_at: datetime
    ends_at: datetime

    def overlaps(self, other: Span) -> bool:
        """Whether both take some moment; one that ends when the other begins does not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def check_span(span: Span, now: datetime) -> None:
    """Raises RuleError at ``starts_at`` for a booking in the past, at ``minutes`` for one too short or too long."""
    if span.starts_at < now:
        raise RuleError("This time is past already.", field="starts_at")
    if not SHORTEST <= span.ends_at - span.starts_at <= LONGEST:
        least, most = (int(each.total_seconds()) // 60 for each in (SHORTEST, LONGEST))
        raise RuleError("Type a whole number from {least} to {most}.", field="minutes", least=least, most=most)


def is_short(minutes: int, km: int) -> bool:
    """Whether a drive was too short to tell anything: neither fifteen minutes nor six kilometres."""
    return minutes < LEAST_MINUTES and km < LEAST_KM


def minutes_between(out_at: datetime, back_at: datetime) -> int:
    """Whole minutes of a drive."""
    return int((back_at - out_at).total_seconds()) // 60


def check_licence(number: str, kind: str, until: date | None, classes: Sequence[str], today: date) -> None:
    """Raises RuleError at the field of a licence that does not let anybody drive this car today."""
    if not number:
        raise RuleError("Type the number of the licence.", field="number")
    if kind not in classes:
        raise RuleError("A licence of this class is not valid for this car.", field="kind")
    if until is None:
        raise RuleError("Type until when the licence is valid.", field="until")
    if until < today:
        raise RuleError("The licence expired on {day}.", field="until", day=until.isoformat())


def check_out_km(km: int, known_km: int) -> None:
    """Raises RuleError at ``km`` for less than the car is known to have run."""
    if not 0 <= km <= MOST_KM:
        raise RuleError("Type a whole number from {least} to {most}.", field="km", least=0, most=MOST_KM)
    if km < known_km:
        raise RuleError("The car has run {km} km already.", field="km", km=known_km)


def check_return(out_at: datetime, out_km: int, back_at: datetime, back_km: int, now: datetime) -> None:
    """Raises RuleError at ``back_at`` or ``km`` for a return before the start, one to come, or km going backwards."""
    if back_at < out_at:
        raise RuleError("The car came back after it went out.", field="back_at")
    if back_at > now:
        raise RuleError("This time is still to come.", field="back_at")
    if back_km < out_km:
        raise RuleError("The car went out at {km} km; it cannot come back with less.", field="km", km=out_km)
    if back_km > MOST_KM:
        raise RuleError("Type a whole number from {least} to {most}.", field="km", least=0, most=MOST_KM)
