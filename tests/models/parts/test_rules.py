"""Sums of the parts: what comes back, what was here on a day, what to order, what a count says (W11)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import RuleError
from models.parts.rules import Moved, counted_now, holding_at, taken_back, to_order, value_back
from models.stock.rules import Holding

QUANTITY, COST = st.integers(1, 5_000), st.integers(0, 900_000)
DAY = datetime(2026, 3, 1, tzinfo=UTC)
STEPS = st.lists(st.tuples(st.sampled_from(["in", "out", "back", "count"]), QUANTITY, COST), max_size=25)


@given(STEPS)
def test_what_was_here_at_any_moment_is_what_was_here_then(steps: list[tuple[str, int, int]]) -> None:
    """A whole life of receipts, issues, returns and counts: looked back at, each moment is as it was."""
    here, out, moved, then = Holding(), Holding(), list[Moved](), list[Holding]()
    for place, (kind, quantity, cost) in enumerate(steps):
        before = here
        if kind == "in":
            here = here.with_received(quantity, cost)
        elif kind == "count":
            here = here.with_counted(quantity, cost)
        elif kind == "out" and quantity <= here.quantity:
            here = here.with_issued(quantity)
            out = Holding(out.quantity + quantity, out.value + before.value - here.value)
        elif kind == "back" and quantity <= out.quantity:
            value = value_back(out, quantity)
            here = Holding(here.quantity + quantity, here.value + value)
            out = Holding(out.quantity - quantity, out.value - value)
        moved.append(Moved(DAY + timedelta(hours=place), here.quantity - before.quantity, here.value - before.value))
        then.append(here)
        assert out.quantity >= 0
        assert out.value >= 0
        assert out.quantity or not out.value
        assert here.quantity or not here.value
    for place, known in enumerate(then):
        assert holding_at(moved, DAY + timedelta(hours=place)) == known
    assert holding_at(moved, DAY - timedelta(hours=1)) == Holding()


@given(QUANTITY, st.integers(0, 10_000_000), st.lists(QUANTITY, max_size=8))
def test_what_comes_back_in_any_pieces_brings_back_exactly_what_it_took(
    quantity: int, value: int, pieces: list[int]
) -> None:
    out, back = Holding(quantity, value), 0
    for piece in [*pieces, quantity]:
        part = min(piece, out.quantity)
        worth = value_back(out, part)
        out, back = Holding(out.quantity - part, out.value - worth), back + worth
    assert (out, back) == (Holding(), value)


def test_no_more_comes_back_than_is_out() -> None:
    with pytest.raises(RuleError) as refused:
        value_back(Holding(300, 900), 301)
    assert (refused.value.field, refused.value.parameters["out"]) == ("quantity", "3")


@given(*(st.integers(0, 5_000) for _each in range(3)), st.integers(-5_000, 9_000))
def test_an_order_fills_up_to_the_maximum_in_whole_packs(minimum: int, more: int, pack: int, free: int) -> None:
    maximum = minimum + more
    wanted = to_order(minimum, maximum, pack, free=free)
    if free >= minimum:
        assert wanted == 0
    else:
        assert free + wanted >= maximum
        assert not pack or (wanted % pack == 0 and free + wanted - pack < maximum)
        assert pack or free + wanted == maximum


def test_without_a_maximum_it_fills_up_to_the_minimum() -> None:
    assert to_order(400, 0, 0, free=150) == 250
    assert to_order(0, 0, 0, free=-200) == 200
    assert to_order(400, 1_200, 1_200, free=0) == 1_200


@given(st.integers(0, 900), st.integers(0, 900), st.integers(-500, 900))
def test_a_count_holds_for_what_moved_since(expected: int, counted: int, since: int) -> None:
    here = expected + since
    if counted + since < 0:
        with pytest.raises(RuleError):
            counted_now(here, expected, counted)
    else:
        assert counted_now(here, expected, counted) == counted + since


@given(QUANTITY, COST, QUANTITY, COST, QUANTITY)
def test_a_receipt_taken_back_at_once_leaves_what_was_there(
    here: int, cost: int, came: int, wrong: int, gone: int
) -> None:
    before = Holding().with_received(here, cost)
    after = before.with_received(came, wrong)
    assert taken_back(after, came, after.value - before.value) == before
    if gone > here:
        left = after.with_issued(min(gone, after.quantity))
        if left.quantity < came:
            with pytest.raises(RuleError):
                taken_back(left, came, after.value - before.value)
