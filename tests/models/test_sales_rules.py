"""Prices, discounts, approvals and standings on plain values, against slow counting (S1, S2, S6, S7)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Role
from models.sales import rules
from models.sales.rules import PricedLine, Reason, StageState
from models.sales.states import ApprovalStep
from models.trades.template import DiscountLimit, Fen, Percent
from tests.campaigns import has_long_form

CATEGORIES = ("vehicle", "accessory", "service")
LIMITS = (
    DiscountLimit(role=Role.SALES, percent=Percent(200), amount=Fen(500_000)),
    DiscountLimit(role=Role.SALES, percent=Percent(2000), amount=Fen(200_000), category="accessory"),
    DiscountLimit(role=Role.SALES_MANAGER, percent=Percent(500), amount=Fen(1_500_000)),
    DiscountLimit(role=Role.OWNER),
)

lines = st.builds(
    PricedLine,
    category=st.sampled_from(CATEGORIES),
    quantity=st.integers(1, 10_000),
    unit_price=st.integers(0, 50_000_000),
    discount=st.just(0),
    cost=st.integers(0, 50_000_000),
)


@st.composite
def discounted(draw: st.DrawFn) -> list[PricedLine]:
    """Lines, each with a discount that is not more than its price."""
    drawn = draw(st.lists(lines, max_size=12))
    return [PricedLine(e.category, e.quantity, e.unit_price, draw(st.integers(0, e.list_price)), e.cost) for e in drawn]


def half_up(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


@has_long_form
@given(discounted(), st.integers(0, 100))
def test_a_price_is_the_sum_of_what_makes_it_up(goods: list[PricedLine], percent: int) -> None:
    amounts = [half_up(Fraction(e.unit_price * e.quantity, 100)) - e.discount for e in goods]
    whole = sum(amounts) * percent // 100
    price = rules.price(goods, whole, CATEGORIES)
    assert [line.amount for line in goods] == amounts
    assert price.total == sum(amounts) - whole >= 0
    assert price.total == sum(each.amount for each in price.categories) - price.whole_discount
    assert all(each.amount == each.list_price - each.discount for each in price.categories)
    assert price.saved == sum(e.discount for e in goods) + whole
    assert sum(each.list_price for each in price.categories) == price.total + price.saved
    assert [each.category for each in price.categories] == [c for c in CATEGORIES if c in {e.category for e in goods}]


@has_long_form
@given(discounted(), st.integers(-10, 10))
def test_discounts_beyond_the_price_are_refused(goods: list[PricedLine], beyond: int) -> None:
    total = sum(line.amount for line in goods)
    if beyond > 0:
        with pytest.raises(RuleError) as refused:
            rules.price(goods, total + beyond, CATEGORIES)
        assert refused.value.field == "whole_discount"
    for place, line in enumerate(goods):
        for discount in (-1, line.list_price + 1):
            bad = PricedLine(line.category, line.quantity, line.unit_price, discount)
            with pytest.raises(RuleError) as refused:
                rules.price([*goods[:place], bad, *goods[place + 1 :]], 0, CATEGORIES)
            assert refused.value.field == f"lines.{place}.discount"


@pytest.mark.parametrize(
    "line",
    [
        PricedLine("vehicle", LARGEST_QUANTITY, money.LARGEST),
        PricedLine("vehicle", 200, money.LARGEST),
        PricedLine("vehicle", LARGEST_QUANTITY, money.LARGEST, discount=money.LARGEST * 99_999),
    ],
)
def test_a_sum_too_large_for_any_store_is_refused(line: PricedLine) -> None:
    with pytest.raises(RuleError) as refused:
        rules.price([line], 0, CATEGORIES)
    assert (refused.value.field or "").startswith("lines")


def test_two_hundred_lines_are_the_most() -> None:
    line = PricedLine("vehicle", 100, 1)
    assert rules.price([line] * 200, 0, CATEGORIES).total == 200
    with pytest.raises(RuleError):
        rules.price([line] * 201, 0, CATEGORIES)


def car(discount: int = 0, cost: int = 0, category: str = "vehicle") -> list[PricedLine]:
    return [PricedLine(category, 100, 20_000_000, discount, cost)]


@pytest.mark.parametrize(
    ("goods", "whole", "role"),
    [
        (car(), 0, Role.SALES),
        (car(400_000), 0, Role.SALES),
        (car(400_001), 0, Role.SALES_MANAGER),
        (car(200_000), 200_000, Role.SALES),
        (car(200_000), 200_001, Role.SALES_MANAGER),
        (car(1_000_000), 0, Role.SALES_MANAGER),
        (car(1_000_001), 0, Role.OWNER),
        (car(200_000, category="accessory"), 0, Role.SALES),
        (car(200_001, category="accessory"), 0, Role.SALES_MANAGER),
        (car(0, cost=20_000_001), 0, Role.OWNER),
        (car(0, cost=20_000_000), 0, Role.SALES),
        (car(0, cost=19_900_000), 100_001, Role.OWNER),
    ],
)
def test_whose_discount_it_is(goods: list[PricedLine], whole: int, role: Role) -> None:
    assert rules.lowest_role_that_may(goods, whole, LIMITS) is role


def test_without_a_limit_there_is_no_authority() -> None:
    assert not rules.may_discount(car(1), 0, (Role.RECEPTION,), LIMITS)
    assert rules.may_discount(car(0), 0, (Role.RECEPTION,), LIMITS)
    assert rules.may_discount(car(20_000_000), 0, (Role.OWNER,), LIMITS)


@has_long_form
@given(discounted(), st.integers(0, 1_000_000))
def test_a_higher_role_may_whatever_a_lower_may(goods: list[PricedLine], whole: int) -> None:
    general = [limit for limit in LIMITS if limit.category is None]
    if rules.may_discount(goods, whole, (Role.SALES,), general):
        assert rules.may_discount(goods, whole, (Role.SALES_MANAGER,), general)
    assert rules.may_discount(goods, whole, (Role.OWNER,), general)


def test_what_a_contract_has_to_pass() -> None:
    def steps(goods: list[PricedLine], total: int) -> list[tuple[ApprovalStep, Reason]]:
        return rules.approvals_needed(goods, 0, total, 10_000_000, LIMITS)

    manager, cashier, owner = ApprovalStep.MANAGER, ApprovalStep.CASHIER, ApprovalStep.OWNER
    assert steps(car(), 10_000_000) == [(manager, Reason.ALWAYS)]
    assert steps(car(), 10_000_001) == [(manager, Reason.ALWAYS), (cashier, Reason.LARGE)]
    assert steps(car(1_000_001), 1) == [(manager, Reason.ALWAYS), (owner, Reason.BEYOND_MANAGER)]
    assert steps(car(0, cost=20_000_001), 1) == [(manager, Reason.ALWAYS), (owner, Reason.BELOW_COST)]
    assert {reason for reason in Reason} == set(rules.REASONS)


TODAY = date(2026, 11, 21)
days = st.none() | st.integers(-40, 40).map(lambda n: TODAY + timedelta(days=n))
stages = st.lists(st.tuples(st.integers(0, 10**9), days), max_size=8)


@has_long_form
@given(stages, st.integers(-(10**9), 10**10))
def test_money_settles_the_oldest_stage_first(plan: list[tuple[int, date | None]], received: int) -> None:
    standing = rules.standings(plan, received, TODAY)
    assert sum(each.paid for each in standing) == min(max(received, 0), sum(amount for amount, _ in plan))
    open_seen = False
    for (amount, due), each in zip(plan, standing, strict=True):
        assert 0 <= each.paid <= amount
        assert not (open_seen and each.paid), "nothing is paid behind an open stage"
        open_seen = open_seen or each.paid < amount
        assert (each.state is StageState.PAID) is (each.paid == amount)
        if each.paid < amount:
            late = due is not None and due < TODAY
            assert (each.state is StageState.OVERDUE) is late
            assert (each.state is StageState.DUE) is (due == TODAY)


@has_long_form
@given(stages, st.integers(0, 10**10), st.integers(0, 10**9))
def test_more_money_never_settles_less(plan: list[tuple[int, date | None]], received: int, more: int) -> None:
    before, after = rules.standings(plan, received, TODAY), rules.standings(plan, received + more, TODAY)
    assert all(one.paid <= other.paid for one, other in zip(before, after, strict=True))


def test_missing_facts() -> None:
    assert rules.missing_facts({"vin": "VIN", "model": "Model"}, {"vin": " ", "model": "V7"}) == {"vin": "VIN"}
