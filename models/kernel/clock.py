"""The only place that reads the time: UTC for storage, local for people."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

_standing_at: datetime | None = None


class _Held(threading.local):
    """The moment at which a thread's time stands still, with its day at the counter."""

    at: tuple[datetime, date] | None = None


_held = _Held()


def now() -> datetime:
    """The moment in UTC, to the millisecond, as it is stored."""
    if _held.at:
        return _held.at[0]
    moment = _standing_at or datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def today() -> date:
    """The calendar day at the counter."""
    return _held.at[1] if _held.at else local(now()).date()


def local(moment: datetime) -> datetime:
    """A stored moment as local time."""
    return moment.astimezone()


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let the program believe it is ``moment`` (with a time zone), for sample data and simulated days."""
    global _standing_at
    before, _standing_at = _standing_at, moment.astimezone(UTC)
    held, _held.at = _held.at, None
    try:
        yield
    finally:
        _standing_at, _held.at = before, held


@contextmanager
def held() -> Iterator[None]:
    """Let all that happens here happen at one moment, that of its beginning; in this thread only."""
    before, moment = _held.at, now()
    _held.at = (moment, local(moment).date())
    try:
        yield
    finally:
        _held.at = before


def uptime() -> float:
    """Seconds that only running time adds to; setting the clock does not move it."""
    return time.monotonic()
