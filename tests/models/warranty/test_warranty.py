"""Store warranty by months or km, whichever ends first, and claims to makers (W10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given as holds
from hypothesis import strategies as st

from models.kernel import clock
from models.kernel.errors import IllegalMove, RuleError, StaleEdit
from models.warranty import claim_lists
from models.warranty.claim_actions import ClaimForm, change_claim, open_claim, pay_claim, refuse_claim, send_claim
from models.warranty.claim_lists import ClaimFilter
from models.warranty.giving_actions import WarrantyForm, all_of_goods, end_warranty, of_work_order, warranties_of
from models.warranty.kinds import ClaimState, WarrantyKind
from models.warranty.rules import Ended, months_after, warranty_state
from tests.models.service.orders import car
from tests.models.shops import Shop, customer
from tests.models.warranty.giving import given

DAYS = st.dates(date(2000, 1, 1), date(2080, 1, 1))
MONTHS, KM = st.integers(0, 240), st.integers(0, 200_000)


@holds(DAYS, MONTHS, KM, KM, DAYS, st.none() | st.integers(0, 500_000))
def test_it_holds_until_the_first_limit_and_never_again(
    given_on: date, months: int, given_km: int, km: int, today: date, km_now: int | None
) -> None:
    state = warranty_state(given_on, given_km, months, km, today, km_now)
    in_time = state.until is None or today <= state.until
    in_reach = state.until_km is None or km_now is None or km_now <= state.until_km
    assert state.holds is (in_time and in_reach)
    assert (state.until is None) is (months == 0)
    assert (state.until_km is None) is (km == 0)
    later = warranty_state(given_on, given_km, months, km, today + timedelta(days=1), (km_now or 0) + 1)
    assert state.holds or not later.holds or km_now is None
    if state.km_left is not None:
        assert 0 <= state.km_left <= km


@holds(DAYS, st.integers(1, 240))
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


def test_the_last_day_and_the_last_km_are_within() -> None:
    begun = date(2026, 1, 31)
    assert warranty_state(begun, None, 1, 0, date(2026, 2, 28), None).holds
    assert warranty_state(begun, None, 1, 0, date(2026, 3, 1), None).ended is Ended.TIME
    assert warranty_state(begun, 1000, 0, 500, date(2099, 1, 1), 1500).holds
    assert warranty_state(begun, 1000, 12, 500, begun, 1501).ended is Ended.DISTANCE


def test_what_still_holds_on_a_vehicle(shop: Shop) -> None:
    file_id = customer(shop)
    goods = car(shop, file_id)
    begun = clock.today() - timedelta(days=200)
    base = {"goods_id": goods, "work_order_id": 7, "given_on": begun, "given_km": 40_000}
    long = given(shop, WarrantyForm(file_id, WarrantyKind.PART, "前制动片", 12, 20_000, **base))
    given(shop, WarrantyForm(file_id, WarrantyKind.OPERATION, "四轮定位", 3, **base))
    assert [row.name for row in warranties_of(goods, 45_000)] == ["前制动片"]
    assert [row.state.km_left for row in warranties_of(goods, 45_000)] == [15_000]
    assert warranties_of(goods, 60_001) == []
    assert {row.state.ended for row in all_of_goods(goods, 60_001)} == {Ended.TIME, Ended.DISTANCE}
    assert len(of_work_order(7)) == 2
    with pytest.raises(RuleError):
        end_warranty(shop.manager, long, 1, " ")
    end_warranty(shop.manager, long, 1, "客户自行改装")
    assert warranties_of(goods, 45_000) == []
    with pytest.raises(RuleError, match="already"):
        end_warranty(shop.manager, long, 2, "x")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"months": 0}, "months"),
        ({"months": 241}, "months"),
        ({"km": -1}, "km"),
        ({"km": 10_000}, "given_km"),
        ({"name": ""}, "name"),
    ],
)
def test_a_warranty_that_says_too_little_is_refused(folder_shop: Shop, form: dict[str, object], field: str) -> None:
    whole = {"customer_id": customer(folder_shop), "kind": WarrantyKind.PART, "name": "刹车片", "months": 12, **form}
    with pytest.raises(RuleError) as wrong:
        given(folder_shop, WarrantyForm(**whole))  # type: ignore[arg-type]
    assert wrong.value.field == field


def test_a_claim_from_paper_to_money(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id = customer(shop)
    form = ClaimForm("澜川汽车", "压缩机异响", 128_000)
    for wrong, field in (
        (ClaimForm("", "x", 1), "maker"),
        (ClaimForm("x", "", 1), "what"),
        (ClaimForm("x", "x", 0), "amount"),
    ):
        with pytest.raises(RuleError) as said:
            open_claim(shop.manager, file_id, wrong)
        assert said.value.field == field
    claim_id = open_claim(shop.cashier, file_id, form).id
    with pytest.raises(IllegalMove):
        pay_claim(shop.cashier, claim_id, 1, 1)
    with pytest.raises(RuleError, match="future"):
        send_claim(shop.cashier, claim_id, 1, clock.today() + timedelta(days=1))
    send_claim(shop.cashier, claim_id, 1, clock.today() - timedelta(days=31), "LC-118")
    with pytest.raises(StaleEdit):
        refuse_claim(shop.cashier, claim_id, 1, "x")
    with pytest.raises(IllegalMove):
        change_claim(shop.cashier, claim_id, 2, form)
    row = claim_lists.claim(claim_id)
    assert (row.state, row.waits_long, row.maker_number) == (ClaimState.SENT, True, "LC-118")
    assert claim_lists.outstanding() == 128_000
    refuse_claim(shop.cashier, claim_id, 2, "缺照片")
    assert claim_lists.outstanding() == 0
    send_claim(shop.cashier, claim_id, 3, clock.today())
    for paid, answer, field in ((128_001, "", "paid"), (100_000, "", "answer")):
        with pytest.raises(RuleError) as said:
            pay_claim(shop.cashier, claim_id, 4, paid, answer)
        assert said.value.field == field
    pay_claim(shop.cashier, claim_id, 4, 100_000, "工时核减")
    assert [(row.state, row.paid, row.answer) for row in claim_lists.claims(ClaimFilter.PAID)] == [
        (ClaimState.PAID, 100_000, "工时核减")
    ]
    assert claim_lists.counts()[ClaimFilter.OPEN] == 0
