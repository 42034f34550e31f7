"""Days of an export are the days at the counter, wherever it stands (X1)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest

from exchange.columns import Days, local_time


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Puts the PC into another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system changes its zone for all programs at once")

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ["Asia/Shanghai", "UTC", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata"])
def test_a_day_ends_where_the_next_begins(zone: Callable[[str], None], name: str) -> None:
    """Through the nights in which clocks are changed, too."""
    zone(name)
    for each in (date(2026, 1, 1) + timedelta(days=count) for count in range(365)):
        _sql, (first, beyond) = Days(each, each).of_moments("at")
        assert local_time(first) == datetime.combine(each, datetime.min.time())
        assert local_time(beyond - 1) == datetime.combine(each, datetime.max.time()).replace(microsecond=999_000)
        assert beyond == Days(each + timedelta(days=1)).of_moments("at")[1][0]
