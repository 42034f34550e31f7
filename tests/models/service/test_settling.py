"""Settlement, payment, gate pass, hand-back: money and gates (W9, S7)."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from models.appointments.booking_actions import AppointmentForm, make_appointment
from models.appointments.kinds import Purpose
from models.cashier import lists as cashier
from models.cashier.month_actions import MonthForm, close_month
from models.checking import booked, searching, trail
from models.checking import settled as settled_checks
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.service import money_lists, standing
from models.service.estimate_actions import EstimateForm, authorise, give_estimate, save_estimate
from models.service.hand_back_actions import HandBackForm, close_order, hand_back, note_follow_up, overrule_payment
from models.service.inspection_actions import finish_inspection, judge_rest
from models.service.kinds import Charge, Check, EventKind, LineKind
from models.service.late_actions import note_call
from models.service.quality_actions import CheckForm, check_order
from models.service.reading import order_view
from models.service.reception_actions import OpenForm, open_order, receive, save_sheet
from models.service.settlement_actions import (
    DiscountForm,
    SettleForm,
    approve_discount,
    set_discounts,
    settle,
    take_settlement_back,
)
from models.service.settlement_facts import settlement_paper, work_receipt
from models.service.states import WorkOrderState
from models.service.tables import GatePass, Settlement, WorkOrder, WorkOrderEvent
from models.service.work_payment_actions import reverse_work_payment
from models.shop.paper_look import paper_head
from models.warranty.giving_actions import warranties_of
from tests.models.appointments.booking import at
from tests.models.service.orders import Crew, consent, crew, labour, part, sheet, tomorrow
from tests.models.service.settled import CARD, CASH, handed_back, pay, ready, settle_as_proposed, settled
from tests.models.service.working import dispatch, do_all
from tests.models.shops import Shop, customer

LINES = (
    *(labour("更换左右前制动片，路试合格", 200), labour("更换空调滤芯", 20, discount=4_400)),
    *(part("前制动片", 100, 52_000, code="LC-04465", discount=5_200), part("制动清洗剂", 100, 3_533)),
    labour("更换右前轮速传感器", 60, charge=Charge.MAKER),
    part("轮速传感器", 100, 28_600, charge=Charge.MAKER),
)
TOTAL = 44_000 + 4_400 - 4_400 + 52_000 - 5_200 + 3_533
FREE = 13_200 + 28_600


@pytest.fixture
def team(shop: Shop) -> Crew:
    return crew(shop)


@pytest.fixture
def crew_here(folder_shop: Shop) -> Crew:
    return crew(folder_shop)


def state(order_id: int) -> WorkOrderState:
    found: WorkOrderState = WorkOrder.get_by_id(order_id).state
    return found


def kinds(order_id: int) -> list[EventKind]:
    query = WorkOrderEvent.select(WorkOrderEvent.kind).where(WorkOrderEvent.order == order_id)
    return [row[0] for row in query.order_by(WorkOrderEvent.id).tuples()]


def test_from_settlement_to_hand_back(shop: Shop, team: Crew) -> None:
    """W9: what somebody else bears is free and totalled apart; paid, it goes with a gate pass."""
    order_id = ready(shop, team, *LINES)
    with pytest.raises(RuleError) as refused:
        settle(team.advisor, order_id, SettleForm(""))
    assert refused.value.field == "done_words"
    settle_as_proposed(team.advisor, order_id)
    settlement = standing.settlement_of(WorkOrder.get_by_id(order_id))
    assert settlement is not None
    assert settlement.number.startswith("JS-")
    assert settlement.number.endswith("-0001")
    assert (settlement.total, settlement.free, settlement.discount) == (TOTAL, FREE, 9_600)
    paper = settlement_paper(settlement.id, paper_head(), "zh_CN")
    assert (paper.total, paper.still_open, len(paper.free)) == (TOTAL, TOTAL, 2)
    assert "更换左右前制动片" in paper.done_words
    assert paper.next_service
    with pytest.raises(RuleError, match=r"943\.33 is not paid"):
        hand_back(team.advisor, order_id, HandBackForm())
    first = pay(shop.cashier, order_id, 50_000, CASH)
    assert "SJ-" in money_lists.work_payment(first).number
    pay(shop.cashier, order_id)
    assert order_view(team.advisor, order_id).paid == TOTAL
    hand_back(shop.reception, order_id, HandBackForm())
    assert GatePass.get(GatePass.order == order_id).number.endswith("-0001")
    assert state(order_id) is WorkOrderState.HANDED_BACK
    paper = settlement_paper(settlement.id, paper_head(), "en")
    assert (paper.paid, paper.still_open, len(paper.received)) == (TOTAL, 0, 2)
    assert paper.gate_pass.startswith("CM-")
    note_follow_up(team.advisor, order_id, "客户满意")
    assert state(order_id) is WorkOrderState.CLOSED
    assert kinds(order_id)[-5:] == [
        *(EventKind.PAID, EventKind.PAID, EventKind.HANDED_BACK, EventKind.FOLLOWED_UP, EventKind.CLOSED)
    ]


def test_more_than_authorised_is_never_settled(folder_shop: Shop, crew_here: Crew) -> None:
    """W7: the authorised total is a hard ceiling."""
    shop, team = folder_shop, crew_here
    order_id = ready(shop, team, *LINES)
    WorkOrder.update(authorised=TOTAL - 1).where(WorkOrder.id == order_id).execute()
    with pytest.raises(RuleError, match=r"0\.01 more than the customer has authorised"):
        settle_as_proposed(team.advisor, order_id)
    assert not Settlement.select().exists()
    WorkOrder.update(authorised=TOTAL).where(WorkOrder.id == order_id).execute()
    settle_as_proposed(team.advisor, order_id)


def test_a_settlement_is_taken_back_while_nothing_was_paid_on_it(shop: Shop, team: Crew) -> None:
    order_id = settled(shop, team)
    payment = pay(shop.cashier, order_id, 10_000)
    with pytest.raises(RuleError, match=r"100\.00 was received"):
        take_settlement_back(shop.manager, order_id, "少开一项")
    reverse_work_payment(shop.cashier, payment, "退回")
    with pytest.raises(RuleError, match="already been reversed"):
        reverse_work_payment(shop.cashier, payment, "退回")
    with pytest.raises(NotAllowed):
        take_settlement_back(team.advisor, order_id, "少开一项")
    take_settlement_back(shop.manager, order_id, "少开一项")
    assert state(order_id) is WorkOrderState.READY
    settle_as_proposed(team.advisor, order_id)
    numbers = [row.number[-4:] for row in Settlement.select().order_by(Settlement.id)]
    assert numbers == ["0001", "0002"]
    assert [row.withdrawn_at is None for row in Settlement.select().order_by(Settlement.id)] == [False, True]
    with pytest.raises(IllegalMove):
        settle_as_proposed(team.advisor, order_id)


def test_payments_are_refused_where_something_is_wrong(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = settled(shop, team)
    total = money_lists.payment_offer(shop.cashier, order_id).amount
    with pytest.raises(RuleError) as refused:
        pay(shop.cashier, order_id, total + 1)
    assert refused.value.field == "note"
    pay(shop.cashier, order_id, 10_000)
    with pytest.raises(RuleError) as refused:
        pay(shop.cashier, order_id, 10_000)
    assert refused.value.field == "again"
    pay(shop.cashier, order_id, 10_000, again=True)
    with pytest.raises(NotAllowed):
        pay(team.advisor, order_id, 10_000)
    pay(shop.cashier, order_id, total, note="多付部分下次抵用")
    assert standing.owed_of(WorkOrder.get_by_id(order_id)) == -20_000


def test_a_manager_lets_it_go_unpaid_on_record(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = settled(shop, team)
    with pytest.raises(NotAllowed):
        overrule_payment(team.advisor, order_id, "月结客户")
    with pytest.raises(RuleError):
        overrule_payment(shop.manager, order_id, "")
    overrule_payment(shop.manager, order_id, "月结客户")
    hand_back(team.advisor, order_id, HandBackForm())
    note_follow_up(team.advisor, order_id, "好")
    assert state(order_id) is WorkOrderState.FOLLOWED_UP
    with pytest.raises(RuleError, match="is not paid"):
        close_order(team.advisor, order_id)
    assert [row.order_id for row in money_lists.unpaid(shop.cashier)] == [order_id]
    pay(shop.cashier, order_id)
    close_order(team.advisor, order_id)
    assert money_lists.unpaid(shop.cashier) == []


def test_a_discount_beyond_the_share_waits_for_a_manager(folder_shop: Shop, crew_here: Crew) -> None:
    """W9: an advisor gives at most their share; more is settled only when a manager has approved it."""
    shop, team = folder_shop, crew_here
    order_id = ready(shop, team)
    version = WorkOrder.get_by_id(order_id).version
    with pytest.raises(RuleError) as refused:
        set_discounts(team.advisor, order_id, version, DiscountForm(74_001))
    assert refused.value.field == "discount"
    set_discounts(team.advisor, order_id, version, DiscountForm(7_401))
    with pytest.raises(StaleEdit):
        set_discounts(team.advisor, order_id, version, DiscountForm(0))
    assert money_lists.settle_offer(team.advisor, order_id).waits
    with pytest.raises(RuleError, match=r"a discount of 74\.01 needs"):
        settle_as_proposed(team.advisor, order_id)
    with pytest.raises(NotAllowed):
        approve_discount(team.advisor, order_id, "老客户")
    approve_discount(shop.manager, order_id, "老客户")
    settle_as_proposed(team.advisor, order_id)
    assert order_view(team.advisor, order_id).settlement.total == 74_000 - 7_401  # type: ignore[union-attr]


def test_a_managers_own_discount_needs_nobody_else(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = ready(shop, team)
    line = order_view(shop.manager, order_id).lines[1]
    version = WorkOrder.get_by_id(order_id).version
    set_discounts(shop.manager, order_id, version, DiscountForm(0, {line.id: 20_000}))
    settle_as_proposed(team.advisor, order_id)
    assert standing.owed_of(WorkOrder.get_by_id(order_id)) == 54_000


def test_the_money_is_the_same_everywhere(shop: Shop, team: Crew) -> None:
    """Screen, paper, drawer, month, its closing and the check of the store agree to the fen."""
    yesterday = clock.now() - timedelta(days=40)
    with clock.standing_at(yesterday):
        order_id = settled(shop, team, *LINES)
        wrong = pay(shop.cashier, order_id, 20_000, CASH)
        reverse_work_payment(shop.cashier, wrong, "记错")
        pay(shop.cashier, order_id, 40_000, CASH)
        pay(shop.cashier, order_id)
        hand_back(team.advisor, order_id, HandBackForm())
        day, month = clock.today(), f"{clock.today():%Y-%m}"
    drawer = cashier.drawer(day)
    row = money_lists.settlement_row(order_id)
    assert row is not None
    sums = money_lists.summed("", money_lists.settlements(day, day))
    paper = settlement_paper(row.id, paper_head(), "zh_TW")
    assert {drawer.amount, row.total, row.paid, sums.total, paper.total, paper.paid} == {TOTAL}
    assert {line.method: line.amount for line in drawer.lines} == {CASH: 40_000, CARD: TOTAL - 40_000}
    assert [entry.number[-1] for entry in drawer.entries] == ["1", "2", "3", "4"]
    assert {(entry.kind, entry.record_id) for entry in drawer.entries} == {("work_order", order_id)}
    books = cashier.month(shop.cashier, month)
    assert (books.received, [(each.kind, each.ledger) for each in books.contracts]) == (TOTAL, [("work_order", TOTAL)])
    with pytest.raises(RuleError):
        close_month(shop.cashier, month, MonthForm({CASH: 0}))
    close_month(shop.cashier, month, MonthForm(books.methods))
    (closed,) = cashier.closings(month)
    assert [(line.number, line.ledger) for line in closed.lines if not line.method] == [(row.order, TOTAL)]
    with pytest.raises(RuleError, match="books are closed"):
        pay(shop.cashier, order_id, 100, note="晚", received_on=day)
    checks = (settled_checks.settlements, settled_checks.work_payments, settled_checks.gate_passes, booked.months)
    assert [line for check in (*checks, trail.numbers, searching.entries) for line in check()] == []


def test_the_fee_of_a_survey_visit_comes_along_and_is_proposed_on_the_estimate(
    folder_shop: Shop, crew_here: Crew
) -> None:
    """W13: place and fee of the visit stand on the order; its line may be taken out and is not proposed again."""
    shop, team = folder_shop, crew_here
    file_id = customer(shop)
    visit = AppointmentForm(at(2, 9), purpose=Purpose.SURVEY, place="长河路 88 号", survey_fee=300_00)
    appointment = make_appointment(shop.reception, file_id, visit).id
    form = OpenForm(file_id, template="home_repair", complaint="外墙渗水", appointment_id=appointment)
    order_id = open_order(team.advisor, form).id
    view = order_view(team.advisor, order_id)
    assert (view.sheet.survey_fee, view.sheet.place) == (300_00, "长河路 88 号")
    receive(team.advisor, order_id)
    judge_rest(team.advisor, order_id)
    finish_inspection(team.advisor, order_id)
    view = order_view(team.advisor, order_id)
    (line,) = view.lines
    assert (line.kind, line.name, view.totals.total) == (
        LineKind.OTHER,
        "Survey fee (With leak detection equipment)",
        300_00,
    )
    save_estimate(team.advisor, order_id, view.version, EstimateForm((labour("外墙渗漏处理", 400),), 0, tomorrow()))
    give_estimate(team.advisor, order_id)
    assert [each.name for each in order_view(team.advisor, order_id).lines] == ["外墙渗漏处理"]


def test_home_repair_is_paid_in_two_parts(folder_shop: Shop, crew_here: Crew) -> None:
    """W13: four fifths before the work, the rest when the customer has signed the service sheet."""
    shop, team = folder_shop, crew_here
    order_id = open_order(team.advisor, OpenForm(customer(shop), template="home_repair")).id
    pay(shop.cashier, order_id, 10_000, note="上门检测费")
    version = order_view(team.advisor, order_id).version
    save_sheet(team.advisor, order_id, version, sheet(mileage=None, fuel=None, marks=(), place="长河路 88 号 3 幢 201"))
    receive(team.advisor, order_id)
    judge_rest(team.advisor, order_id)
    finish_inspection(team.advisor, order_id)
    version = order_view(team.advisor, order_id).version
    lines = (labour("外墙渗漏处理", 400), part("防水涂料", 200, 31_001))
    save_estimate(team.advisor, order_id, version, EstimateForm(lines, 0, tomorrow()))
    give_estimate(team.advisor, order_id)
    authorise(team.advisor, order_id, consent())
    total = 88_000 + 62_002
    deposit = 120_002
    with pytest.raises(RuleError, match=r"1,100\.02 is to be paid before the work"):
        dispatch(team, order_id)
    offer = money_lists.payment_offer(shop.cashier, order_id)
    assert (offer.amount, offer.payable, offer.before_work) == (deposit - 10_000, total - 10_000, True)
    pay(shop.cashier, order_id, offer.amount)
    dispatch(team, order_id)
    do_all(team, order_id)
    check_order(team.second, order_id, CheckForm(Check.SECOND, passed=True))
    settle_as_proposed(team.advisor, order_id)
    settlement = standing.settlement_of(WorkOrder.get_by_id(order_id))
    assert settlement is not None
    paper = settlement_paper(settlement.id, paper_head(), "zh_CN")
    assert (paper.place, paper.plate, paper.next_service, paper.paid) == ("长河路 88 号 3 幢 201", "", "", deposit)
    receipt = work_receipt(pay(shop.cashier, order_id), paper_head(), "zh_CN")
    assert (receipt.amount, receipt.contract_total, receipt.still_open) == (total - deposit, total, 0)
    hand_back(team.advisor, order_id, HandBackForm())


def test_any_payments_and_reversals_add_up_everywhere(folder_shop: Shop, crew_here: Crew) -> None:
    """After each of many payments, in part, twice, reversed, the books say the same everywhere."""
    shop, team = folder_shop, crew_here
    order_id, rng = settled(shop, team, *LINES), Random(7)
    ids: list[int] = []
    for step in range(14):
        open_ones = [each.id for each in money_lists.payments_of(order_id) if not (each.reverses or each.reversed_by)]
        if open_ones and rng.random() < 0.35:
            reverse_work_payment(shop.cashier, rng.choice(open_ones), "冲")
        else:
            amount, method = rng.choice((1, 99, 10_000, 33_333)), rng.choice((CASH, CARD))
            ids.append(pay(shop.cashier, order_id, amount, method, note=f"第 {step} 笔", again=True))
        row = money_lists.settlement_row(order_id)
        assert row is not None
        drawer = cashier.drawer(clock.today())
        month = f"{clock.today():%Y-%m}"
        paper = settlement_paper(row.id, paper_head(), "en")
        paid = order_view(team.advisor, order_id).paid
        assert paid == sum(each.amount for each in money_lists.payments_of(order_id))
        assert {drawer.amount, row.paid, paper.paid, cashier.month(shop.owner, month).received} == {paid}
        assert row.owed == paper.still_open == TOTAL - paid
    last = work_receipt(ids[0], paper_head(), "en")
    assert last.paid_so_far == last.amount, "a receipt says where the order stood then"
    assert [*trail.numbers(), *settled_checks.work_payments()] == []


def test_the_store_stands_in_for_what_was_done(folder_shop: Shop, crew_here: Crew) -> None:
    """W10: each work and part with its own months and km, from the mileage at the hand-back."""
    shop, team = folder_shop, crew_here
    lines = (
        labour(warranty_months=3, warranty_km=5_000),
        part(parent=0, warranty_months=12, warranty_km=20_000),
        labour("清洗", 20),
    )
    order_id = handed_back(shop, team, *lines)
    goods_id = WorkOrder.get_by_id(order_id).goods_id
    found = [(each.name, each.months, each.km, each.given_km) for each in warranties_of(goods_id, 44_000)]
    assert sorted(found) == [("前制动片", 12, 20_000, 40_268), ("更换前制动片", 3, 5_000, 40_268)]
    assert [each.name for each in warranties_of(goods_id, 46_000)] == ["前制动片"]
    assert "前制动片 12" in str(settlement_paper(1, paper_head(), "zh_CN").warranties)


def test_who_is_asked_to_call_to_take_money_and_to_decide(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = ready(shop, team)
    everybody = (team.advisor, team.controller, shop.reception, shop.manager, team.technician)
    assert [len(money_lists.to_call(each)) for each in everybody] == [1, 0, 1, 1, 0]
    note_call(team.advisor, order_id, "葉靜宜", "五点来取")
    assert money_lists.to_call(shop.reception) == []
    version = WorkOrder.get_by_id(order_id).version
    set_discounts(team.advisor, order_id, version, DiscountForm(20_000))
    assert [each.amount for each in money_lists.discounts_to_decide(shop.manager)] == [20_000]
    assert money_lists.discounts_to_decide(team.advisor) == []
    approve_discount(shop.manager, order_id, "老客户")
    assert money_lists.discounts_to_decide(shop.manager) == []
    settle_as_proposed(team.advisor, order_id)
    assert [each.owed for each in money_lists.unpaid(shop.cashier)] == [54_000]
    assert money_lists.unpaid(team.technician) == []
