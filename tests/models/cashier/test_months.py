"""The month's books: the ledger beside what was counted and what consultants say, closed and corrected (S7)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from models.cashier import lists, rules
from models.cashier.month_actions import MonthForm, close_month, correct_month, state_received
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from tests.models.shops import Shop, signed_contract

M = PaymentMethod
MONTH = "2026-03"
IN_MONTH = datetime(2026, 3, 20, 4).astimezone()
AFTER = datetime(2026, 4, 3, 4).astimezone()


@pytest.fixture
def contract_id(shop: Shop) -> int:
    """A contract of March with 500 in cash and 300 by card, another 100 reversed."""
    with clock.standing_at(IN_MONTH):
        signed = signed_contract(shop)
        take_payment(shop.cashier, signed, PaymentForm(500, M.CASH, "x"))
        take_payment(shop.cashier, signed, PaymentForm(300, M.CARD, "x"))
        wrong = take_payment(shop.cashier, signed, PaymentForm(100, M.CARD, "x")).id
        reverse_payment(shop.cashier, wrong, "x")
    return signed


def test_the_ledger_of_a_month(shop: Shop, contract_id: int) -> None:
    with clock.standing_at(AFTER):
        take_payment(shop.cashier, contract_id, PaymentForm(7, M.CASH, "x"))
        month = lists.month(shop.cashier, MONTH)
        assert month.methods == {M.CASH: 500, M.CARD: 300}
        assert (month.over, month.received, month.closings) == (True, 800, ())
        (row,) = month.contracts
        assert (row.id, row.consultant, row.ledger, row.said, row.difference) == (contract_id, "孙悦", 800, None, 0)
        state_received(shop.consultant, MONTH, contract_id, 700, "还差一笔")
        state_received(shop.consultant, MONTH, contract_id, 790, "还差一笔刷卡")
        (row,) = lists.month(shop.cashier, MONTH).contracts
        assert (row.said, row.difference, row.note) == (790, -10, "还差一笔刷卡")
        own = lists.month(shop.consultant, MONTH)
        assert (own.contracts, own.methods) == ((row,), {})
        assert lists.month(shop.colleague, MONTH).contracts == ()


def test_a_month_is_closed_with_every_difference_explained(shop: Shop, contract_id: int) -> None:
    counted = {M.CASH: 480, M.CARD: 300}
    with clock.standing_at(IN_MONTH), pytest.raises(RuleError, match="when it is over"):
        close_month(shop.cashier, MONTH, MonthForm(counted))
    with clock.standing_at(AFTER):
        state_received(shop.consultant, MONTH, contract_id, 790)
        for explained, field in (({}, "explained.cash"), ({"cash": "找零少了"}, f"explained.{contract_id}")):
            with pytest.raises(RuleError) as refused:
                close_month(shop.cashier, MONTH, MonthForm(counted, explained))
            assert refused.value.field == field
        assert lists.closed_months() == set()
        explained = {"cash": "找零少了", str(contract_id): "记错"}
        close_month(shop.cashier, MONTH, MonthForm(counted, explained, "已复核"))
        with pytest.raises(RuleError, match="are closed"):
            close_month(shop.cashier, MONTH, MonthForm(counted, explained))
        with pytest.raises(RuleError, match="are closed"):
            state_received(shop.consultant, MONTH, contract_id, 800)
        (closed,) = lists.month(shop.cashier, MONTH).closings
    assert (closed.number, closed.closed_by, closed.corrects, closed.note) == ("DZ-2026-0001", "方若云", "", "已复核")
    assert [(line.method, line.ledger, line.counted, line.difference, line.note) for line in closed.lines] == [
        (M.CASH, 500, 480, -20, "找零少了"),
        (M.CARD, 300, 300, 0, ""),
        (None, 800, 790, -10, "记错"),
    ]


def test_no_payment_is_dated_into_closed_books(shop: Shop, contract_id: int) -> None:
    inside, outside = IN_MONTH.date() + timedelta(days=1), AFTER.date()
    with clock.standing_at(AFTER):
        take_payment(shop.cashier, contract_id, PaymentForm(1, M.CASH, "x", received_on=inside))
        close_month(shop.cashier, MONTH, MonthForm({M.CASH: 501, M.CARD: 300}))
        with pytest.raises(RuleError) as refused:
            take_payment(shop.cashier, contract_id, PaymentForm(2, M.CASH, "x", received_on=inside))
        assert refused.value.field == "received_on"
        take_payment(shop.cashier, contract_id, PaymentForm(2, M.CASH, "x", received_on=outside))
        assert lists.month(shop.cashier, MONTH).received == 801


def test_a_correction_is_a_new_entry_that_names_the_one_before(shop: Shop, contract_id: int) -> None:
    right = {M.CASH: 500, M.CARD: 300}
    with clock.standing_at(AFTER):
        with pytest.raises(RuleError, match="not closed yet"):
            correct_month(shop.cashier, MONTH, MonthForm(right, note="x"))
        close_month(shop.cashier, MONTH, MonthForm({M.CASH: 480, M.CARD: 300}, {"cash": "少"}))
        with pytest.raises(RuleError) as refused:
            correct_month(shop.cashier, MONTH, MonthForm(right))
        assert refused.value.field == "note"
        correct_month(shop.owner, MONTH, MonthForm(right, note="找到二十元"))
        correct_month(shop.cashier, MONTH, MonthForm(right, note="再核"))
    first, second, third = lists.closings(MONTH)
    assert (first.corrected_by, second.corrects, second.corrected_by) == (second.number, first.number, third.number)
    assert first.lines[0].counted == 480, "what was closed stays as it was"
    assert lists.closing(second.id) == second
    assert lists.closed_months() == {MONTH}


def test_who_may_say_and_close_what(shop: Shop, contract_id: int) -> None:
    with clock.standing_at(AFTER):
        with pytest.raises(NotAllowed):
            state_received(shop.colleague, MONTH, contract_id, 1)
        with pytest.raises(NotAllowed):
            close_month(shop.manager, MONTH, MonthForm({}))
        for month in ("2026-13", "2026-05"):
            with pytest.raises(RuleError) as refused:
                state_received(shop.consultant, month, contract_id, 1)
            assert refused.value.field == "month"
    assert rules.month_of(AFTER.date()) == "2026-04"
