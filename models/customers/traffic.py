"""The traffic table (C2): who came, when, by which way, for the first time or again, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from models.customers.kinds import Outcome
from models.kernel.errors import RuleError
from models.kernel.money import share_of
from models.kernel.tables import milliseconds, run_sql

LONGEST = 800
_REACHABLE = (Outcome.LEFT_CONTACT, Outcome.TEST_DRIVE, Outcome.QUOTE, Outcome.ORDER)


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both with it, as they are at the counter."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise RuleError("The period ends before it begins.", field="last")
        if self.days > LONGEST:
            raise RuleError("At most {most} days at once.", field="last", most=LONGEST)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """As many days right before it."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    @property
    def since(self) -> datetime:
        """The moment it begins."""
        return datetime.combine(self.first, time.min).astimezone()

    @property
    def until(self) -> datetime:
        """The moment after it ends."""
        return datetime.combine(self.last + timedelta(days=1), time.min).astimezone()


@dataclass(slots=True)
class Tally:
    """Visits and what came of them: with a way to reach the visitor, with a test drive, a quote, an order."""

    visits: int = 0
    people: int = 0
    contacts: int = 0
    test_drives: int = 0
    quotes: int = 0
    orders: int = 0

    def add(self, counts: tuple[int, ...]) -> None:
        """Count more visits: the six figures in their order."""
        self.visits += counts[0]
        self.people += counts[1]
        self.contacts += counts[2]
        self.test_drives += counts[3]
        self.quotes += counts[4]
        self.orders += counts[5]

    @property
    def shares(self) -> tuple[int, int, int, int]:
        """Contacts, test drives, quotes and orders, each as a share of the visits in hundredths of a percent."""
        parts = (self.contacts, self.test_drives, self.quotes, self.orders)
        return tuple(share_of(part, self.visits) for part in parts)  # type: ignore[return-value]  # four of four


@dataclass
class Traffic:
    """The table of a period: everything together, and by local hour, weekday (0 is Monday), channel, first or again.

    ``by_moment`` is by weekday and hour together.
    """

    period: Period
    total: Tally = field(default_factory=Tally)
    by_hour: dict[int, Tally] = field(default_factory=dict)
    by_weekday: dict[int, Tally] = field(default_factory=dict)
    by_source: dict[str, Tally] = field(default_factory=dict)
    by_moment: dict[tuple[int, int], Tally] = field(default_factory=dict)
    first: Tally = field(default_factory=Tally)
    again: Tally = field(default_factory=Tally)
    calls: int = 0
    invited: int = 0


def traffic(period: Period) -> Traffic:
    """What the registers say of a period; the counting is the database's."""
    found = Traffic(period)
    for since, until, offset in offsets(period):
        rows = run_sql(_COUNTED, *(offset, offset, since, until)).fetchall()
        for hour, weekday, source, first_time, *counts in rows:
            figures = tuple(int(count) for count in counts)
            found.total.add(figures)
            found.by_hour.setdefault(hour, Tally()).add(figures)
            found.by_weekday.setdefault(weekday, Tally()).add(figures)
            found.by_source.setdefault(source, Tally()).add(figures)
            found.by_moment.setdefault((weekday, hour), Tally()).add(figures)
            (found.first if first_time else found.again).add(figures)
    bounds = (milliseconds(period.since), milliseconds(period.until))
    found.calls, found.invited = run_sql(_CALLS, *bounds).fetchone()
    return found


def received_by(period: Period) -> dict[int, Tally]:
    """The same visits by who received them."""
    bounds = (milliseconds(period.since), milliseconds(period.until))
    found: dict[int, Tally] = {}
    for staff_id, *counts in run_sql(_RECEIVED, 0, 0, *bounds).fetchall():
        found[staff_id] = Tally(*map(int, counts))
    return found


def _counted(outcome: Outcome) -> str:
    return f"sum(CASE WHEN r.outcome = '{outcome.value}' THEN 1 ELSE 0 END)"


_REACHED = ", ".join(f"'{each.value}'" for each in _REACHABLE)
_TALLIED = f"""SELECT {{cuts}}, count(*), sum(r.party_size),
    sum(CASE WHEN c.no_contact = 0 OR r.phone <> '' OR r.outcome IN ({_REACHED}) THEN 1 ELSE 0 END),
    {_counted(Outcome.TEST_DRIVE)}, {_counted(Outcome.QUOTE)}, {_counted(Outcome.ORDER)}
    FROM (SELECT register_line.*, at + ? AS local, (at + ?) / 86400000 AS day FROM register_line
        WHERE kind = 'visit' AND at >= ? AND at < ?) r
    LEFT JOIN customer c ON c.id = r.customer_id GROUP BY {{by}}"""
_CUTS = """r.local / 3600000 - r.local / 86400000 * 24, r.day + 3 - (r.day + 3) / 7 * 7,
    CASE WHEN r.source <> '' THEN r.source ELSE coalesce(c.source, '') END, r.first_time"""
_COUNTED = _TALLIED.format(cuts=_CUTS, by="1, 2, 3, 4")
_RECEIVED = _TALLIED.format(cuts="r.staff_id", by="1")
_CALLS = """SELECT count(*), count(invited_for) FROM register_line WHERE kind = 'call' AND at >= ? AND at < ?"""


def offsets(period: Period) -> Iterator[tuple[int, int, int]]:
    """The parts of a period in which local time is as far from UTC: from, until, how far, all in milliseconds."""
    begun = at = period.since
    until = period.until
    while at < until:
        after = _next(at, until)
        if after.utcoffset() != at.utcoffset() or after >= until:
            offset = at.utcoffset() or timedelta()
            yield milliseconds(begun), milliseconds(after), offset // timedelta(milliseconds=1)
            begun = after
        at = after


def _next(at: datetime, until: datetime) -> datetime:
    """A day later, or an hour where the distance changes within that day."""
    day = min(until, (at + timedelta(days=1)).astimezone())
    return day if day.utcoffset() == at.utcoffset() else min(until, (at + timedelta(hours=1)).astimezone())
