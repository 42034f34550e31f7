"""Who may give which discount alone, and in which figures the others are told why not (S2); on plain values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import RuleError
from models.kernel.permissions import Role
from models.sales import rules
from models.sales.authority import Excess, Why, covers, whys
from models.sales.rules import PricedLine
from models.sales.states import ApprovalStep
from models.trades.template import DiscountLimit, Fen, Percent

LIMITS = (
    DiscountLimit(role=Role.SALES, percent=Percent(200), amount=Fen(5_000_00)),
    DiscountLimit(role=Role.SALES, percent=Percent(2000), category="accessory"),
    DiscountLimit(role=Role.SALES_MANAGER, percent=Percent(500)),
    DiscountLimit(role=Role.OWNER),
)
CAR = PricedLine("vehicle", 100, 200_000_00, cost=170_000_00, listed=200_000_00)
SALES, MANAGER, OWNER = {Role.SALES}, {Role.SALES_MANAGER}, {Role.OWNER}


def told(*lines: PricedLine, whole: int = 0, roles: set[Role] = SALES) -> list[Why]:
    return list(whys(lines, whole, roles, LIMITS))


def test_within_the_limits_nothing_is_told() -> None:
    assert told(CAR) == told(replace(CAR, discount=4_000_00)) == []


def test_a_percentage_and_an_amount_are_told_with_what_is_allowed() -> None:
    assert told(replace(CAR, discount=5_460_00)) == [
        Why(Excess.PERCENT, 273, 200, ("vehicle",)),
        Why(Excess.AMOUNT, 5_460_00, 5_000_00, ("vehicle",)),
    ]
    assert told(CAR, whole=4_000_01) == [Why(Excess.PERCENT, 201, 200, (), True)]


def test_a_price_below_the_catalogues_counts_as_a_discount() -> None:
    cheap = replace(CAR, unit_price=190_000_00)
    assert told(cheap)[0] == Why(Excess.PERCENT, 500, 200, ("vehicle",))
    assert rules.lowest_role_that_may([cheap], 0, LIMITS) is Role.SALES_MANAGER
    assert told(replace(CAR, unit_price=210_000_00)) == []
    assert told(replace(cheap, listed=0)) == [], "what is not in the catalogue has no other price"


def test_a_category_of_its_own_has_its_own_limit() -> None:
    film = PricedLine("accessory", 100, 1_000_00, discount=300_00, cost=500_00)
    assert told(CAR, film) == [Why(Excess.PERCENT, 3000, 2000, ("accessory",))]


def test_below_cost_is_the_owners_and_unknown_costs_are_told_beside_a_reason() -> None:
    free = PricedLine("service", 100, 100_00)
    assert told(replace(CAR, discount=31_000_00), free, roles=MANAGER) == [
        Why(Excess.BELOW_COST),
        Why(Excess.PERCENT, 1549, 500, ("vehicle",)),
        Why(Excess.COST_UNKNOWN, categories=("service",)),
    ]
    assert told(replace(CAR, discount=31_000_00), roles=OWNER) == []
    assert told(free) == [], "a cost nobody knows is no reason by itself"


def test_a_trade_in_is_a_managers() -> None:
    old = PricedLine("trade_in", 100, -38_000_00)
    assert told(CAR, old) == [Why(Excess.DEDUCTION, 38_000_00)]
    assert told(CAR, old, roles=MANAGER) == told(CAR, old, roles=OWNER) == []
    assert rules.lowest_role_that_may([CAR, old], 0, LIMITS) is Role.SALES_MANAGER


def test_a_deduction_is_exact_and_never_more_than_the_price() -> None:
    old = PricedLine("trade_in", 100, -38_000_00)
    price = rules.price([CAR, old], 2_000_00, ["vehicle", "trade_in"])
    assert (price.total, price.saved) == (160_000_00, 2_000_00)
    assert [each.amount for each in price.categories] == [200_000_00, -38_000_00]
    for wrong in ([old], [CAR, replace(old, unit_price=-200_000_01)], [CAR, replace(old, discount=1)]):
        with pytest.raises(RuleError):
            rules.price(wrong, 0, [])
    assert rules.price([CAR, replace(old, unit_price=-200_000_00)], 0, []).total == 0


lines = st.builds(
    PricedLine,
    st.sampled_from(["vehicle", "accessory", "service"]),
    st.integers(1, 500),
    st.integers(0, 10**8),
    cost=st.integers(0, 10**8),
    listed=st.integers(0, 10**8),
)


@st.composite
def quotes(draw: st.DrawFn) -> tuple[list[PricedLine], int]:
    found = [
        replace(each, discount=draw(st.integers(0, each.list_price))) for each in draw(st.lists(lines, max_size=4))
    ]
    return found, draw(st.integers(0, sum(each.amount for each in found)))


@given(quotes(), st.sets(st.sampled_from([Role.SALES, Role.SALES_MANAGER, Role.OWNER]), min_size=1))
def test_somebody_is_told_why_exactly_when_they_may_not(quote: tuple[list[PricedLine], int], roles: set[Role]) -> None:
    goods, whole = quote
    reasons = whys(goods, whole, roles, LIMITS)
    assert bool(reasons) is not rules.may_offer(goods, whole, roles, LIMITS)
    assert all(each.given > each.limit for each in reasons if each.what in (Excess.PERCENT, Excess.AMOUNT))


@given(quotes())
def test_the_lowest_role_may_and_each_higher_one_too(quote: tuple[list[PricedLine], int]) -> None:
    goods, whole = quote
    ladder = [Role.SALES, Role.SALES_MANAGER, Role.OWNER]
    lowest = rules.lowest_role_that_may(goods, whole, LIMITS)
    may = [rules.may_offer(goods, whole, {role}, LIMITS) for role in ladder]
    assert may[ladder.index(lowest) :][0]
    assert not any(may[: ladder.index(lowest)])


def test_what_a_grant_covers() -> None:
    assert covers([ApprovalStep.MANAGER], Role.SALES_MANAGER)
    assert covers([ApprovalStep.OWNER], Role.SALES_MANAGER)
    assert covers([ApprovalStep.OWNER], Role.OWNER)
    assert not covers([ApprovalStep.MANAGER], Role.OWNER)
    assert not covers([], Role.SALES_MANAGER)
