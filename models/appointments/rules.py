"""Pure rules of the planner: hours, clashes, capacity, the next free slots, load (W1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from models.kernel.errors import RuleError

STEP = 15
"""Minutes to which the planner snaps."""

SHORTEST, LONGEST = 15, 5 * 24 * 60
FARTHEST = timedelta(days=366)
_LOOK_AHEAD = 60
_HOUR, _DAY = 60 // STEP, 24 * 60 // STEP


@dataclass(frozen=True, slots=True)
class WorkshopHours:
    """When the workshop is open: on ``weekdays`` (Monday is 0), on some of them in ``other_hours``; never on one of the
    ``closed_days``, which have names.

    An advisor receives one customer in ``reception_minutes``; so many bays stay free for ``walk_ins``.
    """

    opens: time = time(8, 30)
    closes: time = time(17, 30)
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    reception_minutes: int = 15
    walk_ins: int = 0
    other_hours: Mapping[int, tuple[time, time]] = field(default_factory=dict)
    closed_days: Mapping[date, str] = field(default_factory=dict)

    def of(self, day: date) -> tuple[time, time] | None:
        """From when until when it is open on a day; None on one on which it is closed."""
        weekday = day.weekday()
        if weekday not in self.weekdays or day in self.closed_days:
            return None
        return self.other_hours.get(weekday) or (self.opens, self.closes)

    def between(self, day: date, tzinfo: tzinfo | None) -> tuple[datetime, datetime] | None:
        """The same as moments."""
        hours = self.of(day)
        return hours and (datetime.combine(day, hours[0], tzinfo), datetime.combine(day, hours[1], tzinfo))


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when something is taken; the end belongs to what comes after."""

    starts_at: datetime
    ends_at: datetime

    def overlaps(self, other: Span) -> bool:
        """Whether both take some moment."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Taken:
    """An appointment as it stands in the calendar."""

    id: int
    number: str
    span: Span
    bay_id: int | None
    advisor_id: int | None
    goods_id: int | None


def span_of(starts_at: datetime, minutes: int) -> Span:
    """The span of so many minutes."""
    return Span(starts_at, starts_at + timedelta(minutes=minutes))


def snapped(at: datetime) -> datetime:
    """A moment on the planner's steps, rounded to the nearest."""
    over = timedelta(minutes=at.minute % STEP, seconds=at.second, microseconds=at.microsecond)
    below = at - over
    return below if over < timedelta(minutes=STEP) / 2 else below + timedelta(minutes=STEP)


def check_span(starts_at: datetime, minutes: int, hours: WorkshopHours, now: datetime) -> None:
    """Raises RuleError at ``starts_at`` or ``minutes`` for a time past, too far, while it is closed, or too long.

    ``starts_at`` is local time; what is not done by closing time goes on the next day.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise RuleError("Type a whole number from {least} to {most}.", field="minutes", least=SHORTEST, most=LONGEST)
    if starts_at < now:
        raise RuleError("This time is past already.", field="starts_at")
    if starts_at > now + FARTHEST:
        raise RuleError("This is more than a year ahead.", field="starts_at")
    day = starts_at.date()
    if name := hours.closed_days.get(day):
        raise RuleError("The workshop is closed on {day}: {name}.", field="starts_at", day=day.isoformat(), name=name)
    open_hours = hours.of(day)
    if open_hours is None:
        raise RuleError("The workshop is closed on this day.", field="starts_at")
    opens, closes = open_hours
    if not opens <= starts_at.time() < closes:
        raise RuleError(
            "The workshop is open from {opens} to {closes}.",
            field="starts_at",
            opens=f"{opens:%H:%M}",
            closes=f"{closes:%H:%M}",
        )


def check_survey(starts_on: date, today: date, hours: WorkshopHours) -> None:
    """A visit at the customer's place is booked one working day ahead (W13); raises RuleError at ``starts_at``."""
    day = today + timedelta(days=1)
    while hours.of(day) is None and day < today + timedelta(days=_LOOK_AHEAD):
        day += timedelta(days=1)
    if starts_on < day:
        raise RuleError(
            "A survey visit is booked one working day ahead: {day} at the earliest.",
            field="starts_at",
            day=day.isoformat(),
        )


def clash(wanted: Taken, others: Iterable[Taken], hours: WorkshopHours) -> RuleError | None:
    """The first thing that is taken already: the vehicle, the bay, or the advisor's reception slot (W1)."""
    slot = timedelta(minutes=hours.reception_minutes)
    for other in others:
        if other.id == wanted.id:
            continue
        said = {"number": other.number, "begin": f"{other.span.starts_at:%H:%M}", "end": f"{other.span.ends_at:%H:%M}"}
        if wanted.goods_id is not None and other.goods_id == wanted.goods_id and wanted.span.overlaps(other.span):
            return RuleError("This vehicle has the appointment {number} then.", field="goods_id", number=other.number)
        if wanted.bay_id is not None and other.bay_id == wanted.bay_id and wanted.span.overlaps(other.span):
            return RuleError("The bay is taken from {begin} to {end} ({number}).", field="bay_id", **said)
        near = abs(wanted.span.starts_at - other.span.starts_at) < slot
        if wanted.advisor_id is not None and other.advisor_id == wanted.advisor_id and near:
            return RuleError(
                "The advisor receives {number} at {begin}.",
                field="advisor_id",
                number=said["number"],
                begin=said["begin"],
            )
    return None


@dataclass(frozen=True, slots=True)
class Slot:
    """A free place: when, and in which bay."""

    starts_at: datetime
    bay_id: int | None


def free_bays(span: Span, bays: Sequence[int], taken: Iterable[Taken], but: int = 0) -> list[int]:
    """The bays that are free the whole time, in their order."""
    busy = {each.bay_id for each in taken if each.id != but and each.span.overlaps(span)}
    return [bay for bay in bays if bay not in busy]


def takes_kept(wanted: Taken, bays: Sequence[int], taken: Iterable[Taken], hours: WorkshopHours, today: date) -> bool:
    """Whether an appointment ahead of its day would take a bay kept for walk-ins, who have what is left (W1)."""
    if wanted.bay_id is None or not hours.walk_ins or wanted.span.starts_at.date() <= today:
        return False
    return len(free_bays(wanted.span, bays, taken, wanted.id)) <= hours.walk_ins


def next_free(
    after: datetime,
    minutes: int,
    bays: Sequence[int],
    taken: Sequence[Taken],
    hours: WorkshopHours,
    *,
    advisor_id: int | None = None,
    count: int = 3,
) -> list[Slot]:
    """The next times at which a bay is free for ``minutes``, those kept for walk-ins left free, the earliest first.

    ``after`` is local time. What a day is long enough for is done before it closes. Where the workshop has no bays it
    is the advisor alone who has to be free.
    """
    found: list[Slot] = []
    for starts_at in _starts(after, minutes, hours):
        span = span_of(starts_at, minutes)
        free = free_bays(span, bays, taken)
        if bays and len(free) <= hours.walk_ins:
            continue
        bay = free[0] if free else None
        wanted = Taken(0, "", span, bay, advisor_id, None)
        if clash(wanted, taken, hours) is None:
            found.append(Slot(starts_at, bay))
            if len(found) == count:
                break
    return found


def _starts(after: datetime, minutes: int, hours: WorkshopHours) -> Iterator[datetime]:
    """Every step of every open day from a moment on from which the work is done by closing time; work longer than a
    day may begin at any.
    """
    length = timedelta(minutes=minutes)
    for ahead in range(_LOOK_AHEAD):
        open_hours = hours.between((after + timedelta(days=ahead)).date(), after.tzinfo)
        if open_hours is None:
            continue
        at, closes = open_hours
        fits = at + length <= closes
        while at < closes:
            if at >= after and (not fits or at + length <= closes):
                yield at
            at += timedelta(minutes=STEP)


def load(day: date, taken: Iterable[Taken], hours: WorkshopHours, tzinfo: tzinfo | None) -> dict[int, int]:
    """For each open hour of a day how many appointments are being worked on at most at the same time."""
    open_hours = hours.of(day)
    if open_hours is None:
        return {}
    opens, closes = open_hours
    begin = datetime.combine(day, time(), tzinfo)
    step = timedelta(minutes=STEP)
    booked = [0] * (_DAY + 1)
    for each in taken:
        first, last = (each.span.starts_at - begin) // step, -((begin - each.span.ends_at) // step)
        for at in range(max(first, 0), min(last, _DAY)):
            booked[at] += 1
    hours_open = range(opens.hour, closes.hour + (closes.minute > 0))
    return {hour: max(booked[hour * _HOUR : (hour + 1) * _HOUR]) for hour in hours_open}


def survey_fee(fees: Sequence[tuple[int, int]], km: int, *, equipment: bool = False) -> int:
    """What a survey visit costs at a distance, in fen (W13).

    ``fees`` are (up to so many km, fee); beyond the farthest of them the dearest holds. What is for no distance (0 km)
    is for ``equipment`` brought along, and holds where it is more than the distance costs.
    """
    by_distance = sorted(each for each in fees if each[0])
    dearest = max((fee for _most, fee in by_distance), default=0)
    distance = next((fee for most, fee in by_distance if km <= most), dearest)
    return max([distance, *(fee for most, fee in fees if not most and equipment)])
