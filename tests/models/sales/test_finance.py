"""Instalments are exact to the fen, whatever the loan, the months and the rate (S9)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, getcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.sales.finance import LARGEST_RATE, MOST_MONTHS, FinanceMethod, Terms, check_terms, worked_out

INSTALMENTS, PRINCIPAL = FinanceMethod.EQUAL_INSTALMENTS, FinanceMethod.EQUAL_PRINCIPAL
PICTURE = Terms(INSTALMENTS, 72_675_97, 36, 360)


@st.composite
def offers(draw: st.DrawFn) -> tuple[Terms, int]:
    """Terms that hold for a total, with the total."""
    months = draw(st.integers(1, MOST_MONTHS))
    loan = draw(st.integers(months * 100, 10 ** draw(st.integers(6, 13))))
    down = draw(st.integers(0, 10**9))
    rate, fee = draw(st.integers(0, LARGEST_RATE)), draw(st.integers(0, 10**7))
    return Terms(draw(st.sampled_from(FinanceMethod)), down, months, rate, fee), loan + down


@given(offers())
def test_the_schedule_pays_the_loan_back_to_the_fen(offer: tuple[Terms, int]) -> None:
    terms, total = offer
    check_terms(terms, total, "offers.0")
    found = worked_out(terms, total)
    assert len(found.schedule) == terms.months
    assert sum(each.principal for each in found.schedule) == found.loan == total - terms.down_payment
    assert sum(each.payment for each in found.schedule) == found.loan + found.interest
    assert found.cost == total + found.interest + terms.fee == found.at_start + found.loan + found.interest
    owed = found.loan
    for each in found.schedule:
        owed -= each.principal
        assert each.left == owed >= 0
        assert each.payment == each.principal + each.interest
        assert min(each.principal, each.interest) >= 0
    assert owed == 0


@given(offers())
def test_instalments_are_equal_and_principal_is_equal_but_for_the_last(offer: tuple[Terms, int]) -> None:
    terms, total = offer
    schedule = [each for each in worked_out(terms, total).schedule[:-1] if each.left]
    amounts = {each.payment if terms.method is INSTALMENTS else each.principal for each in schedule}
    assert len(amounts) <= 1
    if terms.method is PRINCIPAL:
        interest = [each.interest for each in schedule]
        assert interest == sorted(interest, reverse=True)


@given(st.integers(10**6, 10**10), st.integers(2, 120), st.integers(1, 2400))
def test_the_payment_is_what_the_formula_of_the_textbook_gives(loan: int, months: int, rate: int) -> None:
    getcontext().prec = 60
    monthly = Decimal(rate) / 120_000
    wanted = loan * monthly * (1 + monthly) ** months / ((1 + monthly) ** months - 1)
    first = worked_out(Terms(INSTALMENTS, 0, months, rate), loan).first
    assert abs(first - wanted) <= Decimal("0.5")


def test_the_offers_on_the_sample_of_the_quote() -> None:
    """The figures of the picture in the design."""
    one = worked_out(PICTURE, 172_675_97)
    assert (one.loan, one.first, one.last) == (100_000_00, 2_934_64, 2_934_55)
    assert (one.interest, one.cost) == (5_646_95, 178_322_92)
    other = worked_out(Terms(PRINCIPAL, 72_675_97, 24, 320, 1_000_00), 172_675_97)
    assert (other.first, other.last) == (4_433_34, 4_177_70)
    assert (other.interest, other.cost) == (3_333_33, 177_009_30)
    assert worked_out(replace(PICTURE, method=PRINCIPAL), 172_675_97).interest < one.interest


def test_without_interest_only_the_fee_is_added() -> None:
    found = worked_out(Terms(INSTALMENTS, 0, 3, 0, fee=500), 100_00)
    assert [each.payment for each in found.schedule] == [3333, 3333, 3334]
    assert (found.interest, found.cost) == (0, 105_00)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"months": 0}, "months"),
        ({"months": MOST_MONTHS + 1}, "months"),
        ({"rate": -1}, "rate"),
        ({"rate": LARGEST_RATE + 1}, "rate"),
        ({"down_payment": 172_675_97}, "down_payment"),
        ({"down_payment": -1}, "down_payment"),
        ({"down_payment": 172_675_00, "months": 36}, "months"),
        ({"fee": -1}, "fee"),
        ({"fee": LARGEST + 1}, "fee"),
    ],
)
def test_what_no_lender_offers_is_refused_at_its_field(changes: dict[str, int], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        check_terms(replace(PICTURE, **changes), 172_675_97, "offers.1")
    assert refused.value.field == f"offers.1.{field}"
