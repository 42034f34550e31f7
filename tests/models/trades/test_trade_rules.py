"""Stages from any plan and any total sum to the total exactly (S7); contract texts are filled in."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.kernel.money import LARGEST
from models.trades import files
from models.trades.rules import check, fill, plan_stages, trade_fields
from models.trades.template import Due, DueEvent, Fen, PaymentPlan, Percent, PlanStage, Trade

SIGNED = date(2026, 3, 13)
TEXT = {"en": "x"}


def stage(number: int, event: DueEvent = DueEvent.SIGNING, days: int = 0, **kind: object) -> PlanStage:
    return PlanStage(code=f"s{number}", name=TEXT, condition=TEXT, due=Due(event=event, days=days), **kind)


def plan_of(*stages: PlanStage) -> PaymentPlan:
    return PaymentPlan(code="plan", name=TEXT, stages=stages)


def amounts(plan: PaymentPlan, total: int) -> list[int]:
    return [each.amount for each in plan_stages(plan, total, SIGNED, {})]


@some.composite
def plans_of_shares(draw: some.DrawFn) -> PaymentPlan:
    cuts = sorted(draw(some.lists(some.integers(0, 100_00), max_size=6)))
    shares = [after - before for before, after in zip([0, *cuts], [*cuts, 100_00], strict=True)]
    return plan_of(*(stage(number, share=Percent(share)) for number, share in enumerate(shares)))


@some.composite
def plans_with_rest(draw: some.DrawFn) -> PaymentPlan:
    cuts = sorted(draw(some.lists(some.integers(0, 100_00), min_size=1, max_size=4)))
    shares = [after - before for before, after in zip([0, *cuts], cuts, strict=False)]
    fixed = draw(some.lists(some.integers(0, 50_000_00), max_size=3))
    kinds = [{"share": Percent(share)} for share in shares] + [{"amount": Fen(each)} for each in fixed]
    kinds = draw(some.permutations([*kinds, {"rest": True}]))
    return plan_of(*(stage(number, **kind) for number, kind in enumerate(kinds)))


TOTALS = some.one_of(some.integers(0, 100), some.integers(0, LARGEST))


@given(plan=plans_of_shares() | plans_with_rest(), total=TOTALS)
def test_stages_sum_to_the_total_and_none_is_negative(plan: PaymentPlan, total: int) -> None:
    check(with_plan(plan))
    stages = plan_stages(plan, total, SIGNED, {})
    assert len(stages) == len(plan.stages)
    assert sum(each.amount for each in stages) == total
    assert min(each.amount for each in stages) >= 0
    assert sum(each.share for each in stages) == (100_00 if total else 0)
    assert min(each.share for each in stages) >= 0


def with_plan(plan: PaymentPlan) -> Trade:
    """The car dealership with this one plan, so that the plan also passes the file's check."""
    return msgspec.structs.replace(files.load("car_dealership"), payment_plans=(plan,))


@given(total=TOTALS, trade=some.sampled_from(files.available()))
def test_every_shipped_plan_sums_for_any_total(total: int, trade: str) -> None:
    for plan in files.load(trade).payment_plans:
        assert sum(amounts(plan, total)) == total


def test_each_share_is_rounded_half_up_and_the_last_takes_the_rest() -> None:
    renovation = files.load("renovation").payment_plans[0]
    assert amounts(renovation, 172_675_97) == [94_971_78, 69_070_39, 8_633_80]
    assert amounts(renovation, 1) == [1, 0, 0]
    assert amounts(renovation, 0) == [0, 0, 0]
    thirds = plan_of(*(stage(number, share=Percent(share)) for number, share in enumerate((33_33, 33_33, 33_34))))
    assert amounts(thirds, 100) == [33, 33, 34]


def test_shares_rounded_up_never_ask_more_than_the_total() -> None:
    quarters = plan_of(*(stage(number, share=Percent(25_00)) for number in range(4)))
    assert amounts(quarters, 2) == [1, 1, 0, 0]


def test_a_fixed_deposit_is_capped_at_the_total() -> None:
    deposit, loan, _full = files.load("car_dealership").payment_plans
    assert amounts(deposit, 172_675_97) == [10_000_00, 162_675_97]
    assert amounts(deposit, 8_000_00) == [8_000_00, 0]
    assert amounts(loan, 172_675_97) == [10_000_00, 59_070_39, 103_605_58]
    assert amounts(loan, 12_000_00) == [10_000_00, 0, 2_000_00]


def test_a_negative_total_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        amounts(files.load("furniture").payment_plans[0], -1)


def test_shares_of_fixed_amounts_print_as_a_hundred_percent() -> None:
    deposit = files.load("car_dealership").payment_plans[0]
    stages = plan_stages(deposit, 172_675_97, SIGNED, {})
    assert [each.share for each in stages] == [5_79, 94_21]


def test_days_count_from_the_event_and_unknown_ones_stay_open() -> None:
    wedding = files.load("wedding").payment_plans[0]
    event_day = date(2026, 10, 1)
    due = [each.due for each in plan_stages(wedding, 50_000_00, SIGNED, {DueEvent.EVENT_DAY: event_day})]
    assert due == [SIGNED, SIGNED, date(2026, 9, 24)]
    assert [each.due for each in plan_stages(wedding, 50_000_00, SIGNED, {})] == [SIGNED, SIGNED, None]
    design = files.load("design_studio").payment_plans[0]
    assert plan_stages(design, 1, SIGNED, {})[0].due == date(2026, 3, 20)


@given(ahead=some.integers(0, 40))
def test_nothing_is_due_before_signing(ahead: int) -> None:
    wedding = files.load("wedding").payment_plans[0]
    dates = {DueEvent.EVENT_DAY: SIGNED + timedelta(days=ahead)}
    assert plan_stages(wedding, 50_000_00, SIGNED, dates)[-1].due == SIGNED + timedelta(days=max(0, ahead - 7))


def test_only_the_deposit_is_marked_as_deposit() -> None:
    deposit, _loan, full = files.load("car_dealership").payment_plans
    assert [each.deposit for each in plan_stages(deposit, 172_675_97, SIGNED, {})] == [True, False]
    assert [each.deposit for each in plan_stages(full, 172_675_97, SIGNED, {})] == [False]


def test_what_the_trade_itself_fills_in() -> None:
    fields = trade_fields(files.load("renovation"), "en")
    assert fields["invoice_from"] == "60 %"
    assert fields["overdue_interest"] == "0.05 %"
    assert fields["warranty"] == "works 24 months, waterproofing of kitchen, bathroom and outer walls 60 months"
    assert trade_fields(files.load("wedding"), "en")["warranty"] == ""


def test_fields_are_filled_and_what_is_missing_leaves_a_line() -> None:
    assert fill("{store} and {buyer}: {total}", {"store": "A {buyer}", "buyer": "", "total": "1.00"}) == (
        "A {buyer} and ________: 1.00"
    )
    assert fill("50 % {", {}) == "50 % {"
