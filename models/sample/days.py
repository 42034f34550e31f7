"""The days of the sample's past: when the counter is open, and when people come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

OPENS, CLOSES = 9, 18
_NOON = 12
_BY_HOUR = (5, 9, 10, 6, 7, 10, 11, 8, 4)
_BY_WEEKDAY = (8, 8, 8, 9, 11, 19, 18)


@dataclass(frozen=True)
class Past:
    """From the ``first`` day's opening to ``end``: the last noon or closing time that is over, so that nothing of the
    sample lies ahead of the clock. ``today`` is the day on the calendar."""

    first: date
    end: datetime
    today: date

    @property
    def last(self) -> date:
        """The day that ``end`` is on."""
        return self.end.date()

    @property
    def days(self) -> list[date]:
        """Every day, the first and the last included."""
        return [self.first + timedelta(days=each) for each in range((self.last - self.first).days + 1)]

    def draw(self, rng: Random, count: int, hours_before_end: int = 0) -> list[datetime]:
        """So many moments in opening hours, more at weekends and in the afternoon, in order."""
        until = self.end - timedelta(hours=hours_before_end)
        slots = [at(day, hour * 60) for day in self.days for hour in range(OPENS, CLOSES)]
        slots = [slot for slot in slots if slot < until]
        weights = [_BY_WEEKDAY[slot.weekday()] * _BY_HOUR[slot.hour - OPENS] for slot in slots]
        chosen = rng.choices(slots, cum_weights=list(accumulate(weights)), k=count)
        return sorted(slot + timedelta(seconds=rng.randrange(3600)) for slot in chosen)

    def within(self, rng: Random, day: date) -> datetime:
        """A moment of a day on which there is time for what follows; on the last day early enough before its end."""
        latest = self.end.hour * 60 - 90 if day == self.last else CLOSES * 60 - 120
        return at(day, rng.randint(OPENS * 60 + 15, latest), rng.randrange(60))


def past(now: datetime, days: int) -> Past:
    """The last ``days`` days as they look at ``now``, local time."""
    today = now.date()
    ends = (at(today, CLOSES * 60), at(today, _NOON * 60), at(today - timedelta(days=1), CLOSES * 60))
    end = next(each for each in ends if each <= now)
    return Past(today - timedelta(days=max(days, 2) - 1), end, today)


def at(day: date, minute: int, second: int = 0) -> datetime:
    """A minute of a day, as local time with its zone."""
    return datetime.combine(day, time(minute // 60, minute % 60, second)).astimezone()


def later(moment: datetime, minutes: int) -> datetime:
    """So many minutes later; after closing time the next morning."""
    moment += timedelta(minutes=minutes)
    if moment.hour >= CLOSES:
        return at(moment.date() + timedelta(days=1), OPENS * 60 + 10 + minutes % 20, moment.second)
    return moment
