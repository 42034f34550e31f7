"""Money in: receipts without gaps, the oldest stage first, reversed once and never changed (S7)."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.cashier import lists as cashier
from models.kernel import clock, numbering, search
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.sales import lists
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.receipt_facts import receipt_paper
from models.sales.rules import StageState
from tests.campaigns import campaign, has_long_form
from tests.models.shops import CAR_PRICE, Shop, customer, filled_contract, quote, signed_contract

CASH = PaymentForm(1_000_000, PaymentMethod.CASH, "欧阳䶮")


def pay(shop: Shop, contract_id: int, amount: int) -> int:
    form = PaymentForm(amount, PaymentMethod.TRANSFER, "欧阳䶮", again=True)
    return take_payment(shop.cashier, contract_id, form).id


@pytest.fixture
def signed(shop: Shop) -> int:
    """A signed contract over one car: deposit now, balance at delivery."""
    return signed_contract(shop)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PaymentForm(0, PaymentMethod.CASH, "x"), "amount"),
        (PaymentForm(-1, PaymentMethod.CASH, "x"), "amount"),
        (PaymentForm(LARGEST + 1, PaymentMethod.CASH, "x"), "amount"),
        (PaymentForm(1, PaymentMethod.CASH, ""), "payer"),
        (PaymentForm(1, PaymentMethod.CASH, "长" * 61), "payer"),
        (PaymentForm(1, PaymentMethod.CASH, "x", received_on=date(2999, 1, 1)), "received_on"),
        (PaymentForm(1, PaymentMethod.CASH, "x", reference="1" * 81), "reference_number"),
    ],
)
def test_what_a_payment_needs(shop: Shop, signed: int, form: PaymentForm, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        take_payment(shop.cashier, signed, form)
    assert refused.value.field == field
    assert lists.payments(signed) == []
    assert lists.payment(pay(shop, signed, 1)).number.endswith("-000001"), "no receipt was lost"


def test_money_is_taken_on_signed_contracts_only(shop: Shop) -> None:
    contract_id = filled_contract(shop, quote(shop, customer(shop)))
    with pytest.raises(RuleError, match="signed contracts"):
        take_payment(shop.cashier, contract_id, CASH)
    assert not lists.contract_view(shop.cashier, contract_id).may_take_payment


def test_the_oldest_stage_is_settled_first(shop: Shop, signed: int) -> None:
    def standing() -> list[tuple[int, StageState]]:
        return [(stage.paid, stage.state) for stage in lists.contract_view(shop.cashier, signed).stages]

    assert standing() == [(0, StageState.DUE), (0, StageState.OPEN)]
    assert lists.contract_view(shop.cashier, signed).next_amount == 1_000_000
    pay(shop, signed, 400_000)
    assert standing() == [(400_000, StageState.DUE), (0, StageState.OPEN)]
    pay(shop, signed, 700_000)
    assert standing() == [(1_000_000, StageState.PAID), (100_000, StageState.PART)]
    assert lists.contract_view(shop.cashier, signed).next_amount == CAR_PRICE - 1_100_000
    pay(shop, signed, CAR_PRICE)
    assert standing() == [(1_000_000, StageState.PAID), (CAR_PRICE - 1_000_000, StageState.PAID)]
    assert lists.contract_view(shop.cashier, signed).next_amount == 0
    assert lists.contract_rows([signed])[0].received == CAR_PRICE + 1_100_000, "more than the total is credit"


def test_a_mistake_is_reversed_once_by_a_counter_entry(shop: Shop, signed: int) -> None:
    payment = pay(shop, signed, 1_000_000)
    with pytest.raises(RuleError) as refused:
        reverse_payment(shop.cashier, payment, "")
    assert refused.value.field == "reason"
    counter = reverse_payment(shop.cashier, payment, "输错").id
    first, second = lists.payments(signed)
    assert (first.id, first.amount, first.reversed_by) == (payment, 1_000_000, second.number)
    assert (second.id, second.amount, second.reverses, second.note) == (counter, -1_000_000, first.number, "输错")
    assert lists.contract_rows([signed])[0].received == 0
    with pytest.raises(RuleError, match="already been reversed"):
        reverse_payment(shop.cashier, payment, "输错")
    with pytest.raises(RuleError, match="counter-entry"):
        reverse_payment(shop.cashier, counter, "输错")
    assert len(lists.payments(signed)) == 2


@has_long_form
def test_receipts_have_no_gaps(shop: Shop, signed: int) -> None:
    dice = random.Random(5)
    for _ in range(campaign(25, 300)):
        if dice.random() < 0.3:
            with pytest.raises(RuleError):
                take_payment(shop.cashier, signed, PaymentForm(0, PaymentMethod.CASH, "x"))
        elif dice.random() < 0.3 and (open_ones := [p for p in lists.payments(signed) if not p.reversed_by]):
            chosen = dice.choice(open_ones)
            if not chosen.reverses:
                reverse_payment(shop.cashier, chosen.id, "x")
        else:
            pay(shop, signed, dice.randint(1, 10_000))
    numbers = [row.number for row in lists.payments(signed)]
    year = clock.today().year
    assert numbers == [f"SJ-{year}-{number:06d}" for number in range(1, len(numbers) + 1)]
    assert numbering.series()[f"SJ-{year}"] == len(numbers)
    assert lists.contract_rows([signed])[0].received == sum(row.amount for row in lists.payments(signed))


def test_a_receipt_tells_the_standing_right_after_it(shop: Shop, signed: int) -> None:
    first, second = pay(shop, signed, 600_000), pay(shop, signed, 600_000)
    third = pay(shop, signed, CAR_PRICE)
    counter = reverse_payment(shop.cashier, third, "转错账").id
    papers = [receipt_paper(each, "en") for each in (first, second, third, counter)]
    assert [paper.paid_so_far for paper in papers] == [600_000, 1_200_000, CAR_PRICE + 1_200_000, 1_200_000]
    assert [paper.still_open for paper in papers] == [
        *(CAR_PRICE - 600_000, CAR_PRICE - 1_200_000),
        *(-1_200_000, CAR_PRICE - 1_200_000),
    ]
    assert [paper.reason for paper in papers] == ["Deposit", "Deposit, Balance", "Balance", "转错账"]
    assert papers[3].reverses == papers[2].number
    assert receipt_paper(pay(shop, signed, CAR_PRICE), "en").reason == "Balance"
    assert receipt_paper(pay(shop, signed, 1), "en").reason == "Credit"


def test_a_payment_settles_the_stage_it_is_said_to_be_for(shop: Shop, signed: int) -> None:
    def paid() -> list[int]:
        return [stage.paid for stage in lists.contract_view(shop.cashier, signed).stages]

    deposit, balance = (stage.code for stage in lists.contract_view(shop.cashier, signed).stages)
    said = take_payment(shop.cashier, signed, PaymentForm(600_000, PaymentMethod.CASH, "x", stage=balance)).id
    assert paid() == [0, 600_000]
    assert receipt_paper(said, "en").reason == "Balance"
    pay(shop, signed, 1_500_000)
    assert paid() == [1_000_000, 1_100_000]
    reverse_payment(shop.cashier, said, "x")
    assert paid() == [1_000_000, 500_000], "its counter-entry is for the same stage"
    take_payment(shop.cashier, signed, PaymentForm(9, PaymentMethod.CASH, "x", stage=deposit))
    assert paid() == [1_000_000, 500_009], "what is beyond a stage goes on to the others"
    with pytest.raises(RuleError) as refused:
        take_payment(shop.cashier, signed, PaymentForm(1, PaymentMethod.CASH, "x", stage="no such"))
    assert refused.value.field == "stage"


def test_the_same_payment_entered_twice_asks_first(shop: Shop, signed: int) -> None:
    first = take_payment(shop.cashier, signed, CASH).id
    with pytest.raises(RuleError) as refused:
        take_payment(shop.cashier, signed, CASH)
    assert refused.value.field == "again"
    assert "000001" in str(refused.value)
    again = take_payment(shop.cashier, signed, replace(CASH, again=True)).id
    for payment in (first, again):
        reverse_payment(shop.cashier, payment, "x")
    take_payment(shop.cashier, signed, CASH)
    with clock.standing_at(clock.now() + timedelta(days=1)):
        take_payment(shop.cashier, signed, CASH)
        referenced = replace(CASH, reference="7788", method=PaymentMethod.TRANSFER)
        take_payment(shop.cashier, signed, referenced)
        take_payment(shop.cashier, signed, replace(referenced, reference="7789"))
    with clock.standing_at(clock.now() + timedelta(days=5)):
        with pytest.raises(RuleError, match="same amount"):
            take_payment(shop.cashier, signed, referenced)
        take_payment(shop.cashier, signed, replace(referenced, amount=2))


def test_a_day_before_the_contract_is_refused(shop: Shop, signed: int) -> None:
    with pytest.raises(RuleError, match="before the contract was signed") as refused:
        take_payment(shop.cashier, signed, replace(CASH, received_on=clock.today() - timedelta(days=1)))
    assert refused.value.field == "received_on"


def test_due_payments(shop: Shop, signed: int) -> None:
    due = lists.due_payments(shop.consultant)
    assert [(each.contract_id, each.stage, each.still_open, each.overdue) for each in due] == [
        (signed, "Deposit", 1_000_000, False)
    ]
    assert lists.due_payments(shop.cashier) == lists.due_payments(shop.manager) == due
    assert lists.due_payments(shop.colleague) == []
    pay(shop, signed, 400_000)
    tomorrow = clock.local(clock.now()) + timedelta(days=1)
    with clock.standing_at(tomorrow):
        assert [(each.still_open, each.overdue) for each in lists.due_payments(shop.cashier)] == [(600_000, True)]
        assert lists.contract_rows([signed])[0].overdue == 600_000
    pay(shop, signed, 600_000)
    assert lists.due_payments(shop.cashier) == []


def test_the_figures_of_the_day(shop: Shop) -> None:
    yesterday = clock.today() - timedelta(days=1)
    with clock.standing_at(clock.now() - timedelta(days=1)):
        signed = signed_contract(shop)
    take_payment(shop.cashier, signed, PaymentForm(500, PaymentMethod.CARD, "x", received_on=yesterday))
    reverse_payment(shop.cashier, pay(shop, signed, 300), "x")
    pay(shop, signed, 100)
    assert cashier.taken_on(clock.today()) == 100
    assert cashier.taken_on(yesterday) == 500
    assert cashier.taken_on(yesterday - timedelta(days=1)) == 0


def test_a_receipt_is_found_by_number_payer_and_contract(shop: Shop, signed: int) -> None:
    payment = pay(shop, signed, 100)
    row = lists.payment(payment)
    for query in (row.number, "ouyang", "欧阳", row.contract, row.number[-6:]):
        assert payment in {hit.record_id for hit in search.find(query, ("payment",))}
    assert lists.kind_and_id(row.number) == ("payment", payment)


@pytest.mark.parametrize("method", list(PaymentMethod))
def test_each_method_reads_back(shop: Shop, signed: int, method: PaymentMethod) -> None:
    done = take_payment(shop.cashier, signed, PaymentForm(1, method, "某人", "ref", note="n"))
    row = lists.payment(done.id)
    assert (row.method, row.payer, row.cashier, row.note) == (method, "某人", "方若云", "n")
    assert receipt_paper(done.id, "zh_CN").reference == "ref"
