"""A task exists whenever its cause does, in the same transaction, and follows what becomes of the cause (C8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.customers.actions import ContactForm, FileForm, edit_file, leave, open_file, register_contact
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import change_goods
from models.customers.kinds import RegisterKind
from models.customers.lists import customer_file
from models.customers.losing_actions import set_intent
from models.customers.merge_actions import merge_files, undo_merge
from models.customers.protection_actions import reassign, release
from models.followup import lists, starting
from models.followup.actions import PromiseForm, change_rules, make_promise
from models.followup.kinds import Why
from models.followup.lists import TaskRow
from models.kernel import changes, clock
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.staff.actions import leave_company
from models.trades.template import FollowUp
from tests.models.shops import Shop, customer, signed_contract

DAY = timedelta(days=1)
VISIT, CALL = ContactForm(RegisterKind.VISIT), ContactForm(RegisterKind.CALL)


def open_tasks(shop: Shop, file_id: int) -> dict[str, TaskRow]:
    """A customer's open tasks by their rule; fails where there are two of one."""
    found = lists.of_customer(shop.owner, file_id).open
    by_rule = {row.rule: row for row in found}
    assert len(by_rule) == len(found)
    return by_rule


def why_dropped(file_id: int) -> list[Why]:
    """The reasons for which a customer's tasks were dropped, in order."""
    return [each.why for each in reversed(lists.record(file_id)) if each.why is not Why.NONE]


def visited(shop: Shop, file_id: int) -> int:
    """A visit that has ended; the id of its line."""
    line = register_contact(shop.consultant, file_id, VISIT).id
    leave(shop.consultant, line, "看车")
    return line


def test_who_left_the_store_is_called_within_48_hours_by_the_owner(shop: Shop) -> None:
    file_id = customer(shop)
    assert set(open_tasks(shop, file_id)) == {"next_contact"}, "not while the visit lasts"
    line = register_contact(shop.reception, file_id, VISIT).id
    done = leave(shop.reception, line, "看车")
    task = open_tasks(shop, file_id)["visit_left"]
    assert timedelta(hours=47) < task.due_at - clock.now() <= timedelta(hours=48)
    assert (task.whose_id, task.overdue) == (shop.consultant.id, False)
    assert done.touches("follow_up", task.id), "screens hear of it"


def test_a_second_visit_takes_the_place_of_the_first_ones_call(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    first = open_tasks(shop, file_id)["visit_left"].id
    visited(shop, file_id)
    assert open_tasks(shop, file_id)["visit_left"].id != first
    assert why_dropped(file_id) == [Why.CAME_AGAIN]


def test_a_visit_of_a_buyer_or_a_stranger_asks_for_no_call(shop: Shop) -> None:
    line = register_contact(shop.reception, None, VISIT).id
    leave(shop.reception, line, "路过")
    file_id = customer(shop)
    signed_contract(shop, customer_id=file_id)
    visited(shop, file_id)
    assert open_tasks(shop, file_id) == {}


def test_what_fails_leaves_no_task(shop: Shop) -> None:
    file_id = customer(shop)
    line = register_contact(shop.consultant, file_id, VISIT).id

    def refuse(done: changes.Changes) -> None:
        raise RuleError("No.")

    stop = changes.listen_within(refuse)
    with pytest.raises(RuleError):
        leave(shop.consultant, line, "看车")
    stop()
    assert set(open_tasks(shop, file_id)) == {"next_contact"}


def test_the_next_contact_moves_with_each_contact_and_level(shop: Shop) -> None:
    with clock.standing_at(clock.now() - 5 * DAY):
        file_id = customer(shop)
        first = open_tasks(shop, file_id)["next_contact"]
        assert first.due_at - clock.now() == 30 * DAY, "level N unless somebody says more"
        set_intent(shop.consultant, file_id, "b")
        assert open_tasks(shop, file_id)["next_contact"].due_at - clock.now() == 7 * DAY
    register_contact(shop.colleague, file_id, CALL)
    moved = open_tasks(shop, file_id)["next_contact"]
    assert moved.id == first.id, "moved, not doubled"
    assert timedelta(days=6, hours=23) < moved.due_at - clock.now() <= 7 * DAY
    assert lists.of_customer(shop.owner, file_id).answered == 1


def test_nothing_is_overdue_the_moment_it_is_written(shop: Shop) -> None:
    with clock.standing_at(clock.now() - 10 * DAY):
        file_id = customer(shop)
    set_intent(shop.consultant, file_id, "h")
    assert not open_tasks(shop, file_id)["next_contact"].overdue
    with clock.standing_at(clock.now() - 90 * DAY):
        pool = open_file(shop.reception, FileForm("散客", phones=("13900000000",)), CALL).id
        assert open_tasks(shop, pool) == {}, "nobody's file asks nobody"
    version = customer_file(shop.owner, pool).version
    edit_file(shop.manager, pool, version, FileForm("散客", phones=("13900000000",), owner_id=shop.colleague.id))
    assert not open_tasks(shop, pool)["next_contact"].overdue


def test_tasks_follow_the_owner_and_wait_for_the_manager_when_that_one_left(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    make_promise(shop.colleague, file_id, PromiseForm("发配置表", clock.now() + DAY))
    leave_company(shop.owner, shop.consultant.id)
    found = open_tasks(shop, file_id)
    assert (found["visit_left"].whose_id, found["next_contact"].whose_id) == (None, None)
    assert found["promise"].whose_id == shop.colleague.id
    with clock.standing_at(clock.now() + 3 * DAY):
        assert {row.rule for row in lists.managers(shop.manager, 9)} == {"visit_left"}
    reassign(shop.manager, shop.consultant.id, shop.colleague.id)
    assert {row.whose_id for row in open_tasks(shop, file_id).values()} == {shop.colleague.id}


def test_a_promise_of_a_leaver_is_the_owners_to_keep(shop: Shop) -> None:
    file_id = customer(shop)
    make_promise(shop.colleague, file_id, PromiseForm("周五回电", clock.now() + DAY))
    assert open_tasks(shop, file_id)["promise"].whose_id == shop.colleague.id
    leave_company(shop.owner, shop.colleague.id)
    promise = open_tasks(shop, file_id)["promise"]
    assert (promise.whose_id, promise.what) == (shop.consultant.id, "周五回电")


def test_a_file_given_back_to_the_pool_asks_nobody(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    release(shop.consultant, file_id)
    assert open_tasks(shop, file_id) == {}
    assert set(why_dropped(file_id)) == {Why.POOL}


def test_who_has_bought_is_not_asked_again_but_promises_stand(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    make_promise(shop.consultant, file_id, PromiseForm("送脚垫", clock.now() + DAY))
    signed_contract(shop, customer_id=file_id)
    assert set(open_tasks(shop, file_id)) == {"promise"}
    assert set(why_dropped(file_id)) == {Why.BOUGHT}


def test_merged_files_carry_their_tasks_and_an_undo_gives_each_its_own_back(shop: Shop) -> None:
    kept, gone = customer(shop), customer(shop, "欧阳", "13800000009")
    for file_id in (kept, gone):
        visited(shop, file_id)
    make_promise(shop.consultant, gone, PromiseForm("发配置表", clock.now() + DAY))
    before = {file_id: {(row.id, row.rule) for row in open_tasks(shop, file_id).values()} for file_id in (kept, gone)}
    merge = merge_files(shop.manager, kept, gone, ()).answer
    assert isinstance(merge, int)
    held = lists.of_customer(shop.owner, kept).open
    assert sorted(row.rule for row in held) == ["next_contact", "promise", "visit_left", "visit_left"]
    assert lists.of_customer(shop.owner, gone).open == ()
    undo_merge(shop.manager, merge)
    after = {file_id: {(row.id, row.rule) for row in open_tasks(shop, file_id).values()} for file_id in (kept, gone)}
    assert after == before


def goods(**days: date) -> GoodsForm:
    """A car with its days."""
    return GoodsForm("澜川", "V7", plate="浙A12345", **days)


def test_days_of_a_customer_become_tasks_when_their_time_has_come(shop: Shop) -> None:
    today = clock.today()
    soon = today + 20 * DAY
    born = date(1990, 2, 28) if (today.month, today.day) == (2, 29) else today.replace(year=1990)
    form = FileForm("过生日的", phones=("13900000001",), birthday=born)
    bought = today - (41 if (today - 40 * DAY).strftime("%m-%d") == "02-29" else 40) * DAY
    cars = (goods(insurance_until=soon, warranty_until=today + 200 * DAY, bought_on=bought),)
    file_id = open_file(shop.consultant, form, VISIT, goods=cars).id
    found = open_tasks(shop, file_id)
    assert set(found) == {"next_contact", "birthday", "insurance"}
    assert found["insurance"].what == "Remind of the insurance: 澜川 V7 浙A12345"
    assert clock.local(found["birthday"].due_at).date() == today
    with clock.standing_at(clock.now() + 175 * DAY):
        starting.daily_pass()
        assert "warranty" in open_tasks(shop, file_id)
        assert Why.PAST in why_dropped(file_id), "nobody congratulates half a year late"
    with clock.standing_at(clock.now() + (bought.replace(year=bought.year + 1) - today)):
        starting.daily_pass()
        assert "purchase_day" in open_tasks(shop, file_id)


def test_a_date_that_changes_takes_its_task_along(shop: Shop) -> None:
    soon = clock.today() + 10 * DAY
    form = FileForm("车主", phones=("13900000001",))
    file_id = open_file(shop.consultant, form, VISIT, goods=(goods(insurance_until=soon),)).id
    car, version = run_sql("SELECT id, version FROM owned_goods WHERE customer_id = ?", file_id).fetchone()
    first = open_tasks(shop, file_id)["insurance"].id
    change_goods(shop.consultant, car, version, goods(insurance_until=soon + 3 * DAY))
    assert open_tasks(shop, file_id)["insurance"].id != first
    change_goods(shop.consultant, car, version + 1, goods(insurance_until=soon + 400 * DAY))
    assert "insurance" not in open_tasks(shop, file_id)
    assert why_dropped(file_id) == [Why.DATE_CHANGED] * 2
    change_goods(shop.consultant, car, version + 2, goods(insurance_until=soon))
    assert open_tasks(shop, file_id)["insurance"].id == first, "what comes back is the same task"


def test_the_daily_pass_may_run_twice_and_on_two_seats(shop: Shop) -> None:
    today = clock.today()
    file_id = open_file(shop.consultant, FileForm("车主", phones=("13900000001",)), VISIT).id
    with clock.standing_at(clock.now() + DAY):
        done = starting.daily_pass()
        assert done is not None
        assert starting.daily_pass() is None
        lines = run_sql("SELECT staff_id FROM audit_line WHERE action = 'followup.daily_pass'").fetchall()
        assert list(lines) == [(0,)], "once, by the program itself"
    assert set(open_tasks(shop, file_id)) == {"next_contact"}
    assert starting.begun_on() == today + DAY


def test_an_old_store_begins_without_a_flood(shop: Shop) -> None:
    with clock.standing_at(clock.now() - 100 * DAY):
        ids = [customer(shop, f"旧客{n}", f"1390000{n:04d}") for n in range(25)]
    run_sql("DELETE FROM follow_up_task")
    fresh = customer(shop, "新客", "13811112222")
    starting.daily_pass()
    due = [open_tasks(shop, each)["next_contact"] for each in ids]
    assert not any(row.overdue for row in due)
    per_day = [sum(clock.local(row.due_at).date() == clock.today() + n * DAY for row in due) for n in range(4)]
    assert per_day == [10, 10, 5, 0]
    assert lists.count_mine(shop.consultant) == 10
    assert open_tasks(shop, fresh)["next_contact"].due_at > clock.now() + 29 * DAY


def test_a_rule_switched_off_drops_its_tasks_and_on_again_lays_them_out(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    change_rules(shop.owner, (FollowUp(rule="next_contact", on=False), FollowUp(rule="visit_left", after=24)))
    assert set(open_tasks(shop, file_id)) == {"visit_left"}
    assert why_dropped(file_id) == [Why.RULE_OFF]
    visited(shop, file_id)
    due = open_tasks(shop, file_id)["visit_left"].due_at - clock.now()
    assert timedelta(hours=23) < due <= timedelta(hours=24)
    change_rules(shop.owner, ())
    assert set(open_tasks(shop, file_id)) == {"visit_left", "next_contact"}


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (FollowUp(rule="visit_left", after=24 * 31), "follow_up[0].after"),
        (FollowUp(rule="moon_landing"), "follow_up[0].rule"),
        (FollowUp(rule="replacement", per_model={"V7": 99}), "follow_up[0].after"),
    ],
)
def test_rules_there_are_not_and_numbers_out_of_reach_are_refused(shop: Shop, wish: FollowUp, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        change_rules(shop.owner, (wish,))
    assert refused.value.field == field
