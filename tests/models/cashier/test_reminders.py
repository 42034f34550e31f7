"""What is overdue, how old, with interest as a proposal; who reminded how, and what was answered (S7)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.cashier import lists
from models.cashier.overdue import aging, overdue_stages
from models.cashier.reminder_actions import ReminderForm, remind
from models.cashier.rules import Age
from models.cashier.states import Channel
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import run_sql
from models.sales import lists as sales
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.models.shops import Shop, customer, signed_contract

DEPOSIT = 1_000_000
BY_PHONE = ReminderForm(Channel.PHONE, "周五付")


@pytest.fixture
def late(shop: Shop) -> int:
    """A contract signed ten days ago whose deposit has not come."""
    with clock.standing_at(clock.now() - timedelta(days=10)):
        return signed_contract(shop)


def pay(shop: Shop, contract_id: int, amount: int, stage: str = "") -> None:
    take_payment(shop.cashier, contract_id, PaymentForm(amount, PaymentMethod.CASH, "x", stage=stage, again=True))


def test_a_stage_past_its_day_with_interest_that_nobody_booked(shop: Shop, late: int) -> None:
    before = run_sql("SELECT count(*) FROM payment").fetchone()[0]
    (stage,) = overdue_stages(shop.cashier)
    assert (stage.contract_id, stage.stage, stage.days, stage.still_open) == (late, "Deposit", 10, DEPOSIT)
    assert stage.interest == DEPOSIT * 10 * 5 // 10_000
    assert run_sql("SELECT count(*) FROM payment").fetchone()[0] == before
    pay(shop, late, 400_000)
    assert [each.still_open for each in overdue_stages(shop.cashier)] == [600_000]
    pay(shop, late, 600_000)
    assert overdue_stages(shop.cashier) == []


def test_money_said_to_be_for_another_stage_leaves_the_older_one_open(shop: Shop, late: int) -> None:
    pay(shop, late, DEPOSIT, stage="balance")
    assert [each.still_open for each in overdue_stages(shop.cashier)] == [DEPOSIT]
    view = sales.contract_view(shop.cashier, late)
    assert [stage.paid for stage in view.stages] == [0, DEPOSIT]
    assert sum(row.overdue for row in sales.contract_rows([late])) == DEPOSIT
    with pytest.raises(RuleError) as refused:
        pay(shop, late, 1, stage="no such")
    assert refused.value.field == "stage"


def test_each_sees_their_own_and_a_contract_its_own(shop: Shop, late: int) -> None:
    assert len(overdue_stages(shop.manager)) == len(overdue_stages(shop.consultant)) == 1
    assert overdue_stages(shop.colleague) == []
    assert overdue_stages(shop.cashier, late) == overdue_stages(shop.cashier)
    assert overdue_stages(shop.cashier, late + 1) == []


def test_by_age(shop: Shop, late: int) -> None:
    with clock.standing_at(clock.now() - timedelta(days=50)):
        older = signed_contract(shop, customer_id=customer(shop, "李四", "13700002222"))
    pay(shop, late, 300_000)
    rows = {row.id: row for row in aging(overdue_stages(shop.cashier))}
    assert list(rows) == [older, late], "the largest sum first"
    assert rows[older].by_age[Age.TWO_MONTHS] == rows[older].still_open == DEPOSIT
    assert rows[late].by_age[Age.MONTH] == rows[late].still_open == 700_000


def test_a_reminder_keeps_how_it_stood(shop: Shop, late: int) -> None:
    promised = clock.today() + timedelta(days=3)
    done = remind(shop.consultant, late, ReminderForm(Channel.PHONE, "周五付", promised))
    remind(shop.cashier, late, ReminderForm(Channel.LETTER))
    letter, call = lists.reminders_of(late)
    assert (call.id, call.who, call.channel, call.answer) == (done.id, "孙悦", Channel.PHONE, "周五付")
    assert (call.promised_on, call.still_open, call.interest) == (promised, DEPOSIT, 5_000)
    assert letter.number == call.number.replace("0001", "0002")
    (stage,) = overdue_stages(shop.cashier)
    assert (stage.reminders, stage.reminded_on, stage.promised_on) == (2, clock.today(), None)
    pay(shop, late, DEPOSIT)
    assert lists.reminders_of(late)[1].still_open == DEPOSIT, "a reminder is a fact"


def test_what_a_reminder_needs(shop: Shop, late: int) -> None:
    yesterday = clock.today() - timedelta(days=1)
    for form, field in (
        (ReminderForm(Channel.PHONE, promised_on=yesterday), "promised_on"),
        (ReminderForm(Channel.PHONE, pay_by=yesterday), "pay_by"),
        (ReminderForm(Channel.PHONE, "长" * 201), "answer"),
    ):
        with pytest.raises(RuleError) as refused:
            remind(shop.cashier, late, form)
        assert refused.value.field == field
    with pytest.raises(NotAllowed):
        remind(shop.colleague, late, BY_PHONE)
    pay(shop, late, DEPOSIT)
    with pytest.raises(RuleError, match="Nothing is overdue"):
        remind(shop.cashier, late, BY_PHONE)
    assert lists.reminders_of(late) == []


def test_the_drawer_of_the_day(shop: Shop, late: int) -> None:
    from models.sales.payment_actions import reverse_payment

    pay(shop, late, 500)
    wrong = take_payment(shop.cashier, late, PaymentForm(300, PaymentMethod.CARD, "x")).id
    reverse_payment(shop.cashier, wrong, "x")
    drawer = lists.drawer(clock.today())
    assert [(line.method, line.came_in, line.went_out, line.count) for line in drawer.lines] == [
        (PaymentMethod.CASH, 500, 0, 1),
        (PaymentMethod.CARD, 300, -300, 2),
    ]
    assert drawer.amount == 500 == lists.taken_on(clock.today())
    assert [entry.amount for entry in drawer.entries] == [500, 300, -300]
    assert lists.drawer(date(2020, 1, 1)).lines == ()
