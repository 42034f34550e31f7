"""What a hand-over leaves: calls in time by the right people, goods on the file, money due, commission let go."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.checking import deliveries as checking
from models.checking import follow_up as checked_tasks
from models.commission.actions import set_terms
from models.commission.tables import CommissionTerms
from models.customers.file_lists import goods
from models.customers.merge_actions import merge_files
from models.delivery.checklist_actions import DefectForm, mend_defect, note_defect
from models.delivery.handing_actions import HandOverForm, book_delivery, hand_over, log_delivery_exception
from models.delivery.lists import plannable_contract
from models.delivery.reading import delivery_view
from models.delivery.rules import Fulfilment, StageOwed, check_mileage, months_after, owed_before_hand_over
from models.delivery.states import DeliveryState
from models.followup.kinds import Why
from models.followup.lists import of_customer, record
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.exception_actions import ExceptionForm
from models.sales.exception_lists import exception_ids
from models.sales.lists import contract_view, payments
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_forms import LineForm
from models.sales.states import ContractState
from models.sales.supplement_states import ExceptionKind
from models.staff.actions import leave_company
from models.trades.delivery_template import Gate
from tests.models.delivery import handing
from tests.models.delivery.handing import VIN, advisor, handed_over, planned, signature
from tests.models.sales.lives import amended, called_off
from tests.models.shops import Shop, customer, signed_contract


def test_calls_are_due_by_the_people_who_were_introduced(folder_shop: Shop) -> None:
    shop = folder_shop
    adviser = advisor(shop)
    delivery_id = handed_over(shop, advisor_id=adviser.id, drive_minutes=45)
    view = delivery_view(shop.owner, delivery_id)
    assert view.handed_over_at is not None
    tasks = {row.rule: row for row in of_customer(shop.owner, view.entry.customer_id).open}
    assert set(tasks) == {"arrived", "satisfaction", "first_service"}
    home = view.handed_over_at + timedelta(minutes=45)
    end = clock.local(view.handed_over_at).replace(hour=23, minute=59, second=59, microsecond=0)
    assert tasks["arrived"].due_at == min(home, end)
    assert tasks["arrived"].whose_id == shop.consultant.id
    two_days = clock.local(view.handed_over_at).date() + timedelta(days=2)
    assert clock.local(tasks["satisfaction"].due_at).date() == two_days
    assert tasks["satisfaction"].whose_id == adviser.id
    leave_company(shop.owner, adviser.id)
    tasks = {row.rule: row for row in of_customer(shop.owner, view.entry.customer_id).open}
    assert tasks["satisfaction"].whose_id == shop.consultant.id, "goes to who looks after the customer"
    assert list(checked_tasks.causes()) == []


def test_defects_are_tasks_until_they_are_mended(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    file_id = delivery_view(shop.owner, delivery_id).entry.customer_id
    due = clock.today() + timedelta(days=7)
    note_defect(shop.consultant, delivery_id, DefectForm("漆面划痕", due, shop.colleague.id))
    (task,) = [row for row in of_customer(shop.owner, file_id).open if row.rule == "defect"]
    assert (clock.local(task.due_at).date(), task.whose_id) == (due, shop.colleague.id)
    assert "漆面划痕" in task.what
    (defect,) = delivery_view(shop.owner, delivery_id).defects
    kept = customer(shop, "欧阳龑", "13900009999")
    merge_files(shop.manager, kept, file_id, ())
    assert [row.rule for row in of_customer(shop.owner, kept).open if row.rule == "defect"] == ["defect"]
    assert list(checked_tasks.causes()) == []
    mend_defect(shop.consultant, defect.id, defect.version, "已抛光")
    assert [line.why for line in record(kept) if line.why is not Why.NONE][:1] == [Why.MENDED]
    assert list(checked_tasks.causes()) == []


def test_the_goods_are_on_the_file_and_the_money_is_settled(folder_shop: Shop) -> None:
    shop = folder_shop
    set_terms(shop.owner, {}, True)
    contract_id = signed_contract(shop)
    delivery_id = handed_over(shop, contract_id)
    file_id = delivery_view(shop.owner, delivery_id).entry.customer_id
    (row,) = goods(file_id)
    assert (row.form.serial, row.form.make, row.form.model, row.form.mileage) == (VIN, "澜川", "V7", 2)
    assert row.form.warranty_until == months_after(clock.today(), 36)
    assert row.form.bought_on == clock.today()
    contract = contract_view(shop.owner, contract_id)
    assert contract.row.state is ContractState.DELIVERED, "the cashier has not booked it"
    terms = CommissionTerms.get(CommissionTerms.contract == contract_id)
    assert (terms.held, terms.released_on) == (True, clock.today()), "held until delivery, and now free"
    book_delivery(shop.cashier, delivery_id)
    assert contract_view(shop.owner, contract_id).row.state is ContractState.SETTLED
    reverse_payment(shop.cashier, payments(contract_id)[-1].id, "退票")
    assert contract_view(shop.owner, contract_id).row.state is ContractState.DELIVERED, "owed again"
    assert list(checking.contracts()) == []


def test_a_contract_is_delivered_when_its_last_part_is(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    line = LineForm("accessory", "脚垫", 80_000, item_id=shop.mats)
    amended(shop, contract_id, AmendmentForm("more", added=(line,)))
    first, second = (row.position for row in contract_view(shop.owner, contract_id).lines)
    handed_over(shop, contract_id, lines=(first,))
    assert contract_view(shop.owner, contract_id).row.state is ContractState.IN_DELIVERY
    later = planned(shop, contract_id, hours=50, template="design")
    handing.called(shop.consultant, later)
    handing.settle(shop.consultant, later, Gate.READY)
    handing.make_ready(shop.consultant, later)
    handing.released(shop, later)
    handing.settle(shop.consultant, later, Gate.HAND_OVER)
    hand_over(shop.consultant, later, HandOverForm(signature()))
    assert contract_view(shop.owner, contract_id).row.state is ContractState.DELIVERED
    amended(shop, contract_id, AmendmentForm("still more", (ChangedLine(second, 300, 80_000),)))
    assert contract_view(shop.owner, contract_id).row.state is ContractState.IN_DELIVERY, "more is owed"
    (left,) = plannable_contract(contract_id).lines
    assert (left.position, left.quantity) == (second, 200)
    assert [line.quantity for line in delivery_view(shop.owner, later).lines] == [100], "what was handed over stays"
    with pytest.raises(RuleError, match="is handed over already"):
        planned(shop, contract_id, hours=99, lines=(first,))
    handed_over(shop, contract_id, hours=70, template="design")
    assert contract_view(shop.owner, contract_id).row.state is ContractState.DELIVERED


def test_a_cancelled_contract_hands_nothing_over_any_more(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    delivery_id = planned(shop, contract_id)
    called_off(shop, contract_id)
    view = delivery_view(shop.owner, delivery_id)
    assert (view.entry.state, view.contract_state) == (DeliveryState.CANCELLED, ContractState.CANCELLED)
    assert view.reason
    assert list(checking.records()) == []


def test_the_phone_shows_to_whoever_hands_over_or_is_introduced(folder_shop: Shop) -> None:
    shop = folder_shop
    adviser = advisor(shop)
    delivery_id = planned(shop, advisor_id=adviser.id)
    for actor, masked in ((shop.consultant, False), (adviser, False), (shop.manager, False), (shop.colleague, True)):
        view = delivery_view(actor, delivery_id)
        assert (view.masked, "1234 5678" in view.phone) == (masked, not masked)


def test_what_the_plan_demands_before_a_hand_over() -> None:
    day = clock.today()

    def stage(event: str, days: int = 0, due_on: object = None, owed: int = 1) -> StageOwed:
        return StageOwed(event, event, days, due_on, owed)  # type: ignore[arg-type]

    before = [
        *(stage("signing", 0, day), stage("delivery"), stage("delivery", -1), stage("progress")),
        *(stage("acceptance", -1), stage("date", 0, day), stage("event_day", -7, day - timedelta(days=7))),
    ]
    after = [
        *(stage("delivery", 7), stage("acceptance"), stage("acceptance", 30), stage("signing", 0, day, owed=0)),
        stage("date", 0, day + timedelta(days=1)),
    ]
    assert owed_before_hand_over([*before, *after], day) == before


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (Fulfilment(), ContractState.SIGNED),
        (Fulfilment(planned=True), ContractState.IN_DELIVERY),
        (Fulfilment(planned=True, all_handed_over=True), ContractState.DELIVERED),
        (Fulfilment(True, True, True, owed=1), ContractState.DELIVERED),
        (Fulfilment(True, True, False), ContractState.DELIVERED),
        (Fulfilment(True, True, True), ContractState.SETTLED),
        (Fulfilment(True, True, True, owed=-5), ContractState.SETTLED),
        (Fulfilment(True, True, True, True), ContractState.CLOSED),
    ],
)
def test_a_contract_is_as_far_as_its_deliveries_and_payments(facts: Fulfilment, state: ContractState) -> None:
    assert facts.state is state


def test_a_mileage_never_goes_back() -> None:
    check_mileage(1200, 12)
    for reading, before in ((1100, 12), (1250, 12), (50, None)):
        with pytest.raises(RuleError):
            check_mileage(reading, before)


def test_the_log_cannot_be_changed(shop: Shop) -> None:
    delivery_id = planned(shop)
    handing.take_signature(shop.consultant, delivery_id, signature())
    for table in ("delivery_event", "delivery_signature"):
        for sql in (f"UPDATE {table} SET delivery_id = delivery_id", f"DELETE FROM {table}"):
            with pytest.raises(Exception, match="cannot be changed"):
                run_sql(sql)


def test_a_stage_due_with_the_acceptance_has_its_day_then(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    stage = "contract_id = ? AND code = 'balance'"
    run_sql(f"UPDATE contract_stage SET event = 'acceptance', days = 30, due_on = NULL WHERE {stage}", contract_id)
    delivery_id = planned(shop, contract_id, template="design")
    (deposit, balance) = contract_view(shop.owner, contract_id).stages
    assert [blocker.amount for blocker in delivery_view(shop.owner, delivery_id).steps.ready if blocker.amount] == [
        deposit.amount
    ], "what comes with the acceptance is paid after it"
    take_payment(shop.cashier, contract_id, PaymentForm(deposit.amount, PaymentMethod.CARD, "x"))
    handing.called(shop.consultant, delivery_id)
    handing.settle(shop.consultant, delivery_id, Gate.READY)
    handing.make_ready(shop.consultant, delivery_id)
    handing.compared(shop.consultant, delivery_id)
    handing.released(shop, delivery_id)
    handing.settle(shop.consultant, delivery_id, Gate.HAND_OVER)
    hand_over(shop.consultant, delivery_id, HandOverForm())
    assert contract_view(shop.owner, contract_id).stages[1].due_on == clock.today() + timedelta(days=30)
    assert balance.due_on is None


def test_an_exception_belongs_to_the_delivery_and_to_its_contract(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    delivery_id = planned(shop, contract_id)
    form = ExceptionForm(ExceptionKind.MISSED, "少了脚垫")
    exception_id = log_delivery_exception(shop.reception, delivery_id, form).id
    assert delivery_view(shop.owner, delivery_id).exceptions == (exception_id,)
    assert exception_ids(contract_id=contract_id) == [exception_id]
