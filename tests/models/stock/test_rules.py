"""Moving average cost and age: pure sums (S3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import RuleError
from models.stock.kinds import AgeBand
from models.stock.rules import Holding, age_band, age_days

STEPS = st.lists(
    st.tuples(st.sampled_from(["in", "out", "count"]), st.integers(1, 5_000), st.integers(0, 9_000_000)), max_size=30
)


@given(STEPS)
def test_value_follows_quantity_and_the_average_stays_between_what_was_paid(steps: list[tuple[str, int, int]]) -> None:
    held, paid = Holding(), set[int]()
    for kind, quantity, cost in steps:
        before = held
        if kind == "in":
            held = held.with_received(quantity, cost)
            paid.add(cost)
        elif kind == "count":
            held = held.with_counted(quantity, cost)
            paid.add(cost)
            assert held.quantity == quantity
        elif quantity > held.quantity:
            with pytest.raises(RuleError) as refused:
                held.with_issued(quantity)
            assert refused.value.field == "quantity"
        else:
            held = held.with_issued(quantity)
            assert before.value - held.value >= 0
            assert held.quantity == before.quantity - quantity
        assert held.quantity >= 0
        assert held.value >= 0
        assert held.quantity or not held.value
        # Each step rounds to the fen once, so that what is left of a hundredth may stray by as many fen as steps.
        stray = 100 * len(steps)
        assert not held.quantity or min(paid) - stray <= held.average <= max(paid) + stray


def test_the_average_by_hand() -> None:
    held = Holding().with_received(1_000, 30_00).with_received(500, 36_00)
    assert (held.quantity, held.value, held.average) == (1_500, 48_000, 32_00)
    out = held.with_issued(700)
    assert (out.quantity, out.value, out.average) == (800, 25_600, 32_00)
    assert out.with_issued(800) == Holding()
    assert out.with_counted(900, 1).value == 28_800


@pytest.mark.parametrize(
    ("days", "band"),
    [
        *((0, AgeBand.MONTH), (30, AgeBand.MONTH), (31, AgeBand.TWO_MONTHS), (60, AgeBand.TWO_MONTHS)),
        *((61, AgeBand.THREE_MONTHS), (90, AgeBand.THREE_MONTHS), (91, AgeBand.OLD), (4_000, AgeBand.OLD)),
    ],
)
def test_age_bands(days: int, band: AgeBand) -> None:
    today = date(2036, 11, 28)
    assert age_days(today - timedelta(days=days), today) == days
    assert age_band(days) is band
