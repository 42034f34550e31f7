"""Interest, ages and differences, over every sum and day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cashier import rules
from models.cashier.rules import Age
from models.kernel.errors import RuleError

FEN = st.integers(0, 10**13)
DAYS = st.integers(0, 4000)
RATE = st.integers(0, 500)


def test_half_a_permille_a_day() -> None:
    assert rules.interest(100_000_00, 10, 5) == 500_00
    assert rules.interest(1, 1, 5) == 0, "a proposal of nothing"
    assert rules.interest(-5, 10, 5) == rules.interest(5, -1, 5) == 0


@given(FEN, DAYS, RATE)
def test_interest_is_exact_to_half_a_fen_and_never_on_itself(open_: int, days: int, rate: int) -> None:
    asked = rules.interest(open_, days, rate)
    assert abs(asked * 10_000 - open_ * days * rate) <= 5_000
    assert asked >= 0
    assert rules.interest(open_, 0, rate) == rules.interest(0, days, rate) == rules.interest(open_, days, 0) == 0


@given(FEN, FEN, DAYS, RATE)
def test_more_money_or_more_days_never_bear_less(open_: int, more: int, days: int, rate: int) -> None:
    assert rules.interest(open_ + more, days, rate) >= rules.interest(open_, days, rate)
    assert rules.interest(open_, days + 1, rate) >= rules.interest(open_, days, rate)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        *((0, Age.MONTH), (30, Age.MONTH), (31, Age.TWO_MONTHS), (60, Age.TWO_MONTHS), (61, Age.THREE_MONTHS)),
        *((90, Age.THREE_MONTHS), (91, Age.LONGER), (4000, Age.LONGER)),
    ],
)
def test_the_bands_of_age(days: int, band: Age) -> None:
    assert rules.age(days) is band


@given(st.lists(st.tuples(DAYS, FEN)))
def test_ages_sum_to_what_is_open(stages: list[tuple[int, int]]) -> None:
    assert sum(rules.aged(stages).values()) == sum(still_open for _days, still_open in stages)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_only_a_day_that_is_over_is_overdue(due: date, later: int) -> None:
    assert rules.days_overdue(due, due + timedelta(days=later)) == max(later, 0)
    assert rules.days_overdue(None, due) == 0


BOOK = st.dictionaries(st.sampled_from("abcd"), st.integers(-9, 9))


@given(BOOK, BOOK)
def test_differences_are_what_one_book_has_more_than_the_other(ledger: dict[str, int], counted: dict[str, int]) -> None:
    found = rules.differences(ledger, counted)
    assert sum(each.amount for each in found.values()) == sum(counted.values()) - sum(ledger.values())
    assert all(each.amount for each in found.values())
    assert rules.differences(ledger, ledger) == {}


def test_a_month_has_its_days_and_nothing_else_is_one() -> None:
    assert rules.days_of("2028-02") == (date(2028, 2, 1), date(2028, 2, 29))
    assert rules.month_of(date(2028, 2, 29)) == "2028-02"
    assert rules.recent_months(date(2028, 2, 29), 3) == ["2028-02", "2028-01", "2027-12"]
    for wrong in ("2028-13", "", "x", "2028-02-01"):
        with pytest.raises(RuleError):
            rules.days_of(wrong)


@given(st.integers(0, 10**10), st.integers(0, 10**10), st.integers(-(10**10), 10**10))
def test_nothing_negative_is_proposed_for_an_invoice(total: int, behalf: int, invoiced: int) -> None:
    assert 0 <= rules.invoice_proposal(total, behalf, invoiced) <= max(total - invoiced, 0)
