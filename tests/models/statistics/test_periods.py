"""Periods and the ones they are compared with, steps through them, and values in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers.traffic import Period
from models.kernel.errors import RuleError
from models.statistics.periods import Choice, Steps, chosen, compared_with, short
from models.statistics.values import Kind, said

DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("choice", "first", "last", "before"),
    [
        (Choice.THIS_MONTH, "2026-03-01", "2026-03-31", "2026-02-01 2026-02-28"),
        (Choice.LAST_MONTH, "2026-02-01", "2026-02-28", "2026-01-01 2026-01-31"),
        (Choice.THIS_QUARTER, "2026-01-01", "2026-03-31", "2025-10-01 2025-12-31"),
        (Choice.THIS_YEAR, "2026-01-01", "2026-12-31", "2025-01-01 2025-12-31"),
        (Choice.LAST_30, "2026-02-15", "2026-03-16", "2026-01-16 2026-02-14"),
    ],
)
def test_a_period_is_compared_with_the_one_before_of_its_kind(
    choice: Choice, first: str, last: str, before: str
) -> None:
    period = chosen(choice, date(2026, 3, 16))
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    earlier = compared_with(period)
    assert f"{earlier.first} {earlier.last}" == before


def test_own_dates_want_a_beginning_and_the_right_order() -> None:
    day = date(2026, 3, 16)
    assert chosen(Choice.OWN, day, day) == Period(day, day)
    for first, last, field in ((None, day, "first"), (day, day - timedelta(days=1), "last")):
        with pytest.raises(RuleError) as wrong:
            chosen(Choice.OWN, day, first, last)
        assert wrong.value.field == field


@given(DAYS, st.integers(0, 799))
def test_the_period_before_ends_the_day_before_and_steps_take_every_day_once(first: date, more: int) -> None:
    period = Period(first, first + timedelta(days=more))
    before = compared_with(period)
    assert before.last == period.first - timedelta(days=1)
    assert abs(before.days - period.days) <= 5
    steps = Steps.of(period)
    every = {period.first + timedelta(days=number): number + 1 for number in range(period.days)}
    spread = steps.spread(every)
    assert (len(spread), len(steps.names), sum(spread)) == (steps.count, steps.count, sum(every.values()))
    assert steps.by_month is (period.days > 62)
    for day, name in ((period.first, steps.names[0]), (period.last, steps.names[-1])):
        assert name == (f"{day:%Y-%m}" if steps.by_month else day.isoformat())
    assert short(steps.names[0]) == (f"{first:%m}" if steps.by_month else f"{first:%d}")


def test_values_in_words() -> None:
    told = [(Kind.COUNT, 1234567), (Kind.MONEY, -123456), (Kind.SHARE, 1395), (Kind.MINUTES, 605), (Kind.HUNDREDTHS, 5)]
    assert [said(kind, value) for kind, value in told] == ["1,234,567", "−1,234.56", "14.0\xa0%", "10:05", "0.05"]
    assert [said(Kind.SHARE, value) for value in (-1234, -4, 99_96)] == ["−12.3\xa0%", "0.0\xa0%", "100.0\xa0%"]
    assert (said(Kind.COUNT, None), said(Kind.TEXT, "龘")) == ("–", "龘")
