"""How stages move (S7): they sum to the total, what is paid stands, deposits stand, the last resort is credit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sales.plan_rules import CREDIT, PresentStage, moved, postponed, proposed_refund
from models.sales.rules import settled

DAY = date(2026, 3, 1)


def stage(code: str, amount: int, share: int = 0, *, deposit: bool = False, event: str = "date") -> PresentStage:
    return PresentStage(1, 0, code, "{}", "{}", share, amount, DAY, event, 0, deposit)


MORE, BACK = stage("amendment_1", 0), stage(CREDIT, 0)


def after(stages: list[PresentStage], paid: list[int], total: int) -> list[tuple[str, int]]:
    agreed = {each.code: each.share for each in stages}
    return [(each.code, each.amount) for each in moved(stages, paid, total, agreed, MORE, BACK)]


RENOVATION = [stage("start", 55_000_00, 55_00), stage("middle", 40_000_00, 40_00), stage("final", 5_000_00, 5_00)]


def test_the_next_payment_settles_the_amendments_so_far() -> None:
    """The mid-term sheet of a renovation: the final 5 % stay 5 %, what the first lacks comes with the middle."""
    paid = [55_000_00, 0, 0]
    assert after(RENOVATION, paid, 110_000_00) == [("start", 55_000_00), ("middle", 49_500_00), ("final", 5_500_00)]
    assert after(RENOVATION, paid, 90_000_00) == [("start", 55_000_00), ("middle", 30_500_00), ("final", 4_500_00)]


def test_a_deposit_stands_even_while_it_is_not_paid() -> None:
    plan = [stage("deposit", 10_000_00, 10_00, deposit=True), stage("balance", 90_000_00, 90_00)]
    assert after(plan, [0, 0], 130_000_00) == [("deposit", 10_000_00), ("balance", 120_000_00)]


def test_what_was_paid_of_an_open_stage_stays_paid() -> None:
    paid = [55_000_00, 20_000_00, 0]
    middle, final = ("middle", 20_000_00), ("final", 0)
    assert after(RENOVATION, paid, 70_000_00) == [("start", 55_000_00), middle, final, (CREDIT, -5_000_00)]


def test_more_after_everything_is_paid_is_a_stage_of_its_own() -> None:
    paid = [each.amount for each in RENOVATION]
    assert after(RENOVATION, paid, 101_000_00)[-1] == ("amendment_1", 1_000_00)


def test_a_later_amendment_uses_up_the_credit_of_an_earlier_one() -> None:
    paid = [each.amount for each in RENOVATION]
    agreed = {each.code: each.share for each in RENOVATION}
    lower = moved(RENOVATION, paid, 98_000_00, agreed, MORE, BACK)
    assert lower[-1].amount == -2_000_00
    money = settled([each.amount for each in lower], 100_000_00)
    assert after(lower, money, 100_000_00) == after(RENOVATION, paid, 100_000_00)
    assert after(lower, money, 103_000_00)[-1] == ("amendment_1", 3_000_00)


amounts = st.integers(0, 10**12)


@given(
    st.lists(st.tuples(amounts, st.integers(0, 10_000), st.booleans()), min_size=1, max_size=6),
    st.integers(0, 2 * 10**12),
    st.integers(0, 10**13),
)
def test_stages_always_sum_to_the_total_and_what_is_paid_stands(
    plan: list[tuple[int, int, bool]], received: int, total: int
) -> None:
    stages = [stage(f"s{n}", amount, share, deposit=deposit) for n, (amount, share, deposit) in enumerate(plan)]
    received = min(received, sum(each.amount for each in stages))
    paid = settled([each.amount for each in stages], received)
    answers = moved(stages, paid, total, {each.code: each.share for each in stages}, MORE, BACK)
    assert sum(each.amount for each in answers) == total
    assert [each.position for each in answers] == list(range(len(answers)))
    for each, part in zip(answers, paid, strict=False):
        assert each.amount >= part
    negative = [each for each in answers if each.amount < 0]
    assert [each.code for each in negative] in ([], [CREDIT])
    if negative:
        assert -negative[0].amount == received - total
    assert sum(each.share for each in answers) == (10_000 if total else 0)
    again = settled([each.amount for each in answers], received)
    assert sum(again) == min(received, total) or negative


def test_a_negative_total_is_no_plan() -> None:
    with pytest.raises(ValueError, match="-1"):
        moved(RENOVATION, [0, 0, 0], -1, {}, MORE, BACK)


def test_days_of_what_is_open_follow_their_event() -> None:
    plan = [stage("start", 100, event="signing"), stage("balance", 100, event="delivery")]
    later = postponed(plan, [100, 0], {"delivery": date(2026, 5, 1), "signing": date(2026, 5, 1)}, DAY)
    assert [each.due_on for each in later] == [DAY, date(2026, 5, 1)]
    assert postponed(plan, [0, 0], {"delivery": date(2020, 1, 1)}, DAY)[1].due_on == DAY


@pytest.mark.parametrize(
    ("received", "deposit", "forfeited", "refund"),
    [
        (50_000, 10_000, 100_00, 40_000),
        (50_000, 10_000, 50_00, 45_000),
        (50_001, 10_001, 50_00, 45_000),
        (50_000, 10_000, 0, 50_000),
        (5_000, 10_000, 100_00, 0),
        (0, 0, 100_00, 0),
    ],
)
def test_the_refund_the_rule_proposes(received: int, deposit: int, forfeited: int, refund: int) -> None:
    assert proposed_refund(received, deposit, forfeited=forfeited) == refund
