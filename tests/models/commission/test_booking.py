"""Commission in a store: booked with the payment, shared as decided, disputed, ruled, seen by whom it concerns (S8)."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from models.checking import booked as recount
from models.commission import booking, lists
from models.commission.actions import (
    confirm_split,
    raise_dispute,
    release_commission,
    rule_dispute,
    rule_split,
    set_terms,
)
from models.commission.kinds import Cause, SplitRule, SplitState
from models.commission.rules import HALF, WHOLE
from models.commission.splitting import latest_split, shares_of
from models.commission.tables import CommissionEntry, CommissionTerms
from models.kernel import changes, clock, store
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import run_sql
from models.rotation.actions import close_day
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.reception_actions import ArrivalForm, finish_reception, insist
from models.sales import lists as sales
from models.sales.cancellation_actions import RefundForm, pay_refund
from models.sales.contract_actions import draft_contract, fill_contract, sign_contract, submit_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.sales.states import ContractState
from models.sales.supplement_states import Fault
from models.sales.tables import Contract
from models.staff.actions import leave_company
from tests.campaigns import campaign, has_long_form
from tests.models.rotation.floors import come_in, everybody_in
from tests.models.sales.lives import added, amended, called_off, cheaper
from tests.models.shops import CAR_PRICE, SUBJECT, Shop, approve_fully, customer, signed_contract

FULL = CAR_PRICE * 50 // 10_000
"""The test shop's car brings half a percent."""


def pay(shop: Shop, contract_id: int, amount: int) -> int:
    return take_payment(shop.cashier, contract_id, PaymentForm(amount, PaymentMethod.CARD, "x", again=True)).id


def booked(contract_id: int) -> dict[int | None, int]:
    return {who: amount for who, amount in booking.booked(contract_id).items() if amount}


def split(contract_id: int) -> tuple[SplitRule, tuple[tuple[int, int], ...]]:
    found = latest_split(contract_id)
    assert found is not None
    return found.rule, shares_of(found)


def sound() -> None:
    assert list(recount.commission()) == []


def test_earned_on_money_received_not_on_signature(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    assert booked(contract_id) == {}
    assert split(contract_id) == (SplitRule.CLOSER, ((shop.consultant.id, WHOLE),))
    first = pay(shop, contract_id, CAR_PRICE // 3)
    entry = CommissionEntry.get()
    assert (entry.payment_id, entry.staff_id, entry.cause) == (first, shop.consultant.id, Cause.PAYMENT)
    assert entry.amount == round(FULL * (CAR_PRICE // 3) / CAR_PRICE)
    pay(shop, contract_id, CAR_PRICE)
    assert booked(contract_id) == {shop.consultant.id: FULL}, "credit earns nothing"
    reverse_payment(shop.cashier, first, "x")
    assert booked(contract_id) == {shop.consultant.id: FULL}
    sound()


def test_no_commission_without_a_contract(shop: Shop) -> None:
    with pytest.raises(RuleError, match="without a signed contract"):
        confirm_split(shop.consultant, unsigned(shop))


@has_long_form
def test_amendments_cancellation_and_refund_leave_no_fen_behind(shop: Shop) -> None:
    """What stands booked follows what the contract comes to, up and down, and is gone with the contract."""
    dice = random.Random(21)
    contract_id = signed_contract(shop)
    for number in range(campaign(4, 30)):
        for _ in range(3):
            pay(shop, contract_id, dice.choice((1, 33_33, dice.randint(1, CAR_PRICE // 4))))
        amended(shop, contract_id, added() if number % 2 else cheaper(dice.randint(1, 20_000)))
        sound()
    causes = {row.cause for row in lists.entries_of(shop.owner, contract_id)}
    assert causes == {Cause.PAYMENT, Cause.AMENDMENT}
    contract = Contract.get_by_id(contract_id)
    full = booking.full_on(contract, CommissionTerms.get())
    pay(shop, contract_id, 2 * CAR_PRICE)
    assert booked(contract_id) == {shop.consultant.id: full}
    assert full != FULL
    cancellation = called_off(shop, contract_id, Fault.STORE)
    assert booked(contract_id) == {}
    refund = RefundForm(sales.contract_rows([contract_id])[0].received, PaymentMethod.TRANSFER, "欧阳䶮")
    pay_refund(shop.cashier, cancellation, refund)
    assert booked(contract_id) == {}
    assert lists.entries_of(shop.owner, contract_id)[0].cause is Cause.CANCELLATION
    assert lists.waiting(shop.manager) == []
    sound()


def unsigned(shop: Shop) -> int:
    return draft_contract(shop.consultant, start_quote(shop.consultant, customer(shop), QuoteForm((mats(shop),))).id).id


def mats(shop: Shop) -> LineForm:
    return LineForm("accessory", "脚垫", 80_000, item_id=shop.mats)


def test_a_payment_that_fails_books_nothing_and_a_booking_that_fails_takes_no_payment(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    contract_id = signed_contract(shop)
    with pytest.raises(RuleError):
        pay(shop, contract_id, 0)
    assert booked(contract_id) == {}

    def fall(*_: object) -> None:
        raise RuleError("no")

    with monkeypatch.context() as patch:
        patch.setattr(booking, "target_of", fall)
        with pytest.raises(RuleError, match="no"):
            pay(shop, contract_id, 100)
    assert sales.payments(contract_id) == []
    assert sales.payment(pay(shop, contract_id, 100)).number.endswith("000001")


@has_long_form
def test_any_sequence_leaves_no_fen_behind(shop: Shop) -> None:
    dice = random.Random(8)
    contract_id = signed_contract(shop)
    people = [shop.consultant.id, shop.colleague.id, shop.manager.id]
    for _ in range(campaign(40, 400)):
        what = dice.random()
        open_ones = [row for row in sales.payments(contract_id) if not row.reverses and not row.reversed_by]
        if what < 0.55 or not open_ones:
            pay(shop, contract_id, dice.choice((1, 33_33, dice.randint(1, CAR_PRICE // 3))))
        elif what < 0.85:
            reverse_payment(shop.cashier, dice.choice(open_ones).id, "x")
        else:
            cut = dice.randint(1, WHOLE - 1)
            first, second = dice.sample(people, 2)
            rule_split(shop.owner, contract_id, ((first, cut), (second, WHOLE - cut)), "x")
        received = sales.contract_rows([contract_id])[0].received
        assert sum(booked(contract_id).values()) == (FULL * min(received, CAR_PRICE) * 2 + CAR_PRICE) // (2 * CAR_PRICE)
    sound()


def test_two_who_received_share_and_share_the_next_purchase_too(shop: Shop) -> None:
    with clock.standing_at(clock.now() - timedelta(days=60)):
        first, second = everybody_in(shop)
        line_id = come_in(shop, ArrivalForm(name="赵六", phone="13900000001"))
        finish_reception(shop.reception, line_id, ReceptionResult.LEFT_CONTACT)
        close_day(shop.reception)
    file_id = file_of(line_id)
    everybody_in(shop)
    come_in(shop, ArrivalForm(ArrivalKind.RETURNING, file_id))
    contract_id = signed_contract(shop, customer_id=file_id)
    assert split(contract_id) == (SplitRule.JOINT, ((first, HALF), (second, HALF))), "protection had lapsed"
    later = signed_contract(shop, customer_id=file_id)
    assert split(later) == (SplitRule.JOINT_BEFORE, ((first, HALF), (second, HALF)))
    pay(shop, later, CAR_PRICE)
    assert booked(later) == {first: FULL - FULL // 2, second: FULL // 2}
    view = lists.of_contract(shop.owner, later)
    assert view is not None
    assert view.why == f"孙悦 and 李想 shared this customer in {Contract.get_by_id(contract_id).number} already."
    sound()


def file_of(line_id: int) -> int:
    return int(run_sql("SELECT customer_id FROM register_line WHERE id = ?", line_id).fetchone()[0])


def test_who_was_insisted_away_from_earns_nothing(shop: Shop) -> None:
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(name="赵六", phone="13900000001"))
    insist(shop.reception, line_id, second, "同乡")
    insist(shop.reception, line_id, first, "又改主意")
    assert split(signed_contract(shop, customer_id=file_of(line_id))) == (SplitRule.CLOSER, ((first, WHOLE),))


def test_an_add_on_goes_to_the_original_seller_and_to_the_manager_once_they_left(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    with store.transaction():
        run_sql("UPDATE customer SET owner_id = ? WHERE id = ?", shop.consultant.id, file_id)
    signed_contract(shop, customer_id=file_id)
    add_on = add_on_contract(shop, file_id)
    assert split(add_on) == (SplitRule.ADD_ON, ((shop.consultant.id, WHOLE),))
    leave_company(shop.owner, shop.consultant.id)
    gone = add_on_contract(shop, file_id)
    assert split(gone) == (SplitRule.SELLER_GONE, ())
    pay(shop, gone, 80_000)
    assert booked(gone) == {None: 40_00}
    assert lists.waiting(shop.manager) == [gone]
    assert lists.month(shop.owner, clock.today(), clock.today())[0].name == "Waiting for a decision"
    with pytest.raises(RuleError, match="manager has to decide"):
        confirm_split(shop.owner, gone)
    with pytest.raises(RuleError, match="still works here"):
        rule_split(shop.manager, gone, ((shop.consultant.id, WHOLE),), "x")
    rule_split(shop.manager, gone, ((shop.colleague.id, WHOLE),), "由李想跟进")
    assert booked(gone) == {shop.colleague.id: 40_00}
    assert lists.waiting(shop.manager) == []
    sound()


def add_on_contract(shop: Shop, file_id: int) -> int:
    """The colleague sells a set of mats."""
    seller = shop.colleague
    quote_id = start_quote(shop.owner, file_id, QuoteForm((mats(shop),))).id
    with store.transaction():
        run_sql("UPDATE quote SET consultant_id = ? WHERE id = ?", seller.id, quote_id)
    contract_id = draft_contract(seller, quote_id).id
    fill(shop, contract_id)
    submit_contract(seller, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(seller, contract_id)
    return contract_id


def fill(shop: Shop, contract_id: int) -> None:
    version = sales.contract_view(shop.owner, contract_id).version
    fill_contract(shop.owner, contract_id, version, ContractForm((PartyForm("欧阳䶮"),), SUBJECT))


def test_confirmed_at_signing_or_ruled_by_the_manager_never_for_oneself(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    with pytest.raises(NotAllowed):
        confirm_split(shop.colleague, contract_id)
    confirm_split(shop.consultant, contract_id)
    with pytest.raises(RuleError, match="already been decided"):
        confirm_split(shop.manager, contract_id)
    mine = ((shop.manager.id, WHOLE),)
    with pytest.raises(NotAllowed, match="share of their own"):
        rule_split(shop.manager, contract_id, mine, "x")
    with pytest.raises(RuleError) as refused:
        rule_split(shop.owner, contract_id, mine, "")
    assert refused.value.field == "reason"
    rule_split(shop.owner, contract_id, mine, "经理成交")
    view = lists.of_contract(shop.owner, contract_id)
    assert view is not None
    assert (view.state, view.decided_by, view.reason) == (SplitState.RULED, "王总", "经理成交")
    with pytest.raises(NotAllowed, match="share of their own"):
        rule_split(shop.manager, contract_id, ((shop.consultant.id, WHOLE),), "还给他")


def test_a_dispute_is_ruled_with_a_reason_on_record(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    pay(shop, contract_id, CAR_PRICE)
    with pytest.raises(RuleError):
        raise_dispute(shop.colleague, contract_id, "")
    dispute = raise_dispute(shop.colleague, contract_id, "客户是我接待的").id
    assert lists.waiting(shop.manager) == [contract_id]
    with pytest.raises(RuleError):
        rule_dispute(shop.manager, dispute, "")
    halves = ((shop.consultant.id, HALF), (shop.colleague.id, HALF))
    rule_dispute(shop.manager, dispute, "登记表上两人都在", halves)
    with pytest.raises(RuleError, match="already been ruled"):
        rule_dispute(shop.manager, dispute, "x")
    (row,) = lists.disputes(open_only=False)
    assert (row.raised_by, row.claim, row.ruled_by, row.ruling) == (
        *("李想", "客户是我接待的", "高经理"),
        "登记表上两人都在",
    )
    assert lists.disputes() == []
    assert booked(contract_id) == {shop.consultant.id: FULL // 2, shop.colleague.id: FULL - FULL // 2}
    kept = raise_dispute(shop.consultant, contract_id, "都是我的").id
    rule_dispute(shop.manager, kept, "维持")
    assert split(contract_id)[1] == halves
    sound()


def test_held_until_delivery_if_so_set(shop: Shop) -> None:
    with pytest.raises(RuleError) as refused:
        set_terms(shop.owner, {"vehicle": WHOLE + 1}, True)
    assert refused.value.field == "rates.vehicle"
    with pytest.raises(RuleError):
        set_terms(shop.owner, {"no_such": 1}, True)
    set_terms(shop.owner, {"vehicle": 1_00}, True)
    contract_id = signed_contract(shop)
    set_terms(shop.owner, {"vehicle": 9_00}, False)
    pay(shop, contract_id, CAR_PRICE)
    today = clock.today()
    (mine,) = lists.month(shop.consultant, today, today)
    assert (mine.booked, mine.held, mine.payable) == (CAR_PRICE // 100, CAR_PRICE // 100, 0), "the terms of its signing"
    assert all(row.held for row in lists.entries(shop.consultant, today, today))
    with clock.standing_at(clock.now() + timedelta(days=40)), store.transaction():
        Contract.update(state=ContractState.DELIVERED).where(Contract.id == contract_id).execute()
        changed = changes.Changes("delivery.hand_over", "contract", contract_id)
        changed.touch("contract", contract_id)
        booking.hear(changed)
        released = clock.today()
    (mine,) = lists.month(shop.consultant, released, released)
    assert (mine.booked, mine.held, mine.payable) == (0, 0, CAR_PRICE // 100)
    assert lists.month(shop.consultant, today, today)[0].payable == 0
    other = signed_contract(shop, customer_id=customer(shop, "李四", "13700002222"))
    with pytest.raises(RuleError, match="Nothing is held back"):
        release_commission(shop.manager, other)
    sound()


def test_a_manager_may_let_go_before_delivery(shop: Shop) -> None:
    set_terms(shop.owner, {}, True)
    contract_id = signed_contract(shop)
    pay(shop, contract_id, CAR_PRICE)
    release_commission(shop.manager, contract_id)
    terms = CommissionTerms.get()
    assert (terms.released_on, terms.released_by_id) == (clock.today(), shop.manager.id)
    assert lists.month(shop.owner, clock.today(), clock.today())[0].payable == FULL


def test_a_consultant_sees_their_own_and_nobody_elses(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    halves = ((shop.consultant.id, HALF), (shop.colleague.id, HALF))
    rule_split(shop.owner, contract_id, halves, "x")
    pay(shop, contract_id, CAR_PRICE)
    day = clock.today()
    for actor, seen in (
        (shop.owner, 2),
        (shop.manager, 2),
        (shop.cashier, 2),
        (shop.consultant, 1),
        (shop.reception, 0),
    ):
        assert len(lists.month(actor, day, day)) == len(lists.entries(actor, day, day)) == seen, actor.name
        assert len(lists.entries_of(actor, contract_id)) == seen
    view = lists.of_contract(shop.colleague, contract_id)
    assert view is not None
    assert ([row.name for row in view.shares], view.full, view.earned) == (["李想"], 0, 0)
    assert lists.of_contract(shop.reception, contract_id) is None
    assert lists.entries(shop.owner, day, day, shop.colleague.id)[0].who == "李想"


def test_a_recount_finds_what_was_tampered_with(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    pay(shop, contract_id, CAR_PRICE)
    sound()
    with store.transaction():
        run_sql("UPDATE commission_entry SET amount = amount + 1")
    (line,) = recount.commission()
    assert line.startswith("HT-")
