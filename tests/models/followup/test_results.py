"""A task is done only with a result and a line; what each result leads to, and how it is reckoned per person (C8)."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest

from models.checking import follow_up
from models.customers.kinds import RegisterKind
from models.customers.lists import customer_file, timeline
from models.followup import lists
from models.followup.actions import (
    PromiseForm,
    ResultForm,
    change_rules,
    make_promise,
    record_result,
    withdraw_promise,
)
from models.followup.kinds import Result, Why
from models.followup.lists import TaskRow
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor
from models.rotation import gate
from models.trades.template import FollowUp
from tests.models.followup.test_causes import DAY, open_tasks, visited
from tests.models.shops import Shop, customer


def say(
    shop: Shop, task: TaskRow, result: Result, note: str = "聊过", *, by: Actor | None = None, **more: object
) -> None:
    """Record what came of a task, as its owner unless said otherwise."""
    form = ResultForm(result, note, **more)  # type: ignore[arg-type]
    record_result(by or shop.consultant, task.id, task.version, form)


def called_for(shop: Shop, file_id: int, rule: str = "visit_left") -> TaskRow:
    """A customer's open task of one rule."""
    return open_tasks(shop, file_id)[rule]


def test_reached_is_done_and_a_contact_of_the_call_register(shop: Shop) -> None:
    file_id = customer(shop)
    with clock.standing_at(clock.now() + DAY):
        visited(shop, file_id)
    with clock.standing_at(clock.now() + 2 * DAY):
        say(shop, called_for(shop, file_id), Result.REACHED, "周六再来看后排", intent="h")
        assert set(open_tasks(shop, file_id)) == {"next_contact"}
        assert called_for(shop, file_id, "next_contact").due_at == clock.now() + 2 * DAY
        newest = timeline(file_id)[0]
        assert (newest.kind, newest.result) == (RegisterKind.CALL, "周六再来看后排")
        file = customer_file(shop.owner, file_id)
        assert (file.intent, file.last_contact_at) == ("h", clock.now())


def test_a_task_ends_at_the_moment_of_its_result(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the writing takes: nothing is on record after the end."""
    file_id = customer(shop)
    with clock.standing_at(clock.now() + DAY):
        visited(shop, file_id)
        task = called_for(shop, file_id)
        began, steps = clock.now(), count()
        monkeypatch.setattr(clock, "now", lambda: began + timedelta(milliseconds=next(steps)))
        say(shop, task, Result.REACHED)
    assert list(follow_up.results()) == []


def test_a_result_needs_its_line_and_a_postponed_one_its_time(shop: Shop) -> None:
    file_id = customer(shop)
    task = called_for(shop, file_id, "next_contact")
    with pytest.raises(RuleError) as refused:
        say(shop, task, Result.REACHED, " ")
    assert refused.value.field == "note"
    for when in (None, clock.now() - DAY, clock.now() + 4000 * DAY):
        with pytest.raises(RuleError) as refused:
            say(shop, task, Result.POSTPONED, next_at=when)
        assert refused.value.field == "next_at"
    with pytest.raises(RuleError) as refused:
        say(shop, task, Result.REACHED, intent="z")
    assert refused.value.field == "intent"
    with pytest.raises(RuleError):
        say(shop, task, Result.CONTACTED)
    assert lists.of_customer(shop.owner, file_id).answered == 0


def test_the_customers_time_is_the_new_due_time(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    for rule in ("visit_left", "next_contact"):
        when = clock.now() + timedelta(days=3, hours=2)
        say(shop, called_for(shop, file_id, rule), Result.POSTPONED, "在开会，周五再打", next_at=when)
        assert called_for(shop, file_id, rule).due_at == when


def test_not_reached_three_times_goes_to_the_manager(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    last = customer_file(shop.owner, file_id).last_contact_at
    for tries in (1, 2):
        say(shop, called_for(shop, file_id), Result.NOT_REACHED, "没接")
        task = called_for(shop, file_id)
        assert (task.tries, task.with_manager, task.overdue) == (tries, False, False)
        assert lists.managers(shop.manager, 9) == []
    say(shop, called_for(shop, file_id), Result.NOT_REACHED, "没接")
    (waiting,) = lists.managers(shop.manager, 9)
    assert (waiting.id, waiting.tries, waiting.whose_id) == (task.id, 3, shop.consultant.id)
    assert task.id not in {row.id for row in lists.mine(shop.consultant, 9)}
    assert customer_file(shop.owner, file_id).last_contact_at == last, "a call nobody took is no contact"
    say(shop, waiting, Result.POSTPONED, "换了号码，约了时间", by=shop.manager, next_at=clock.now() + DAY)
    task = called_for(shop, file_id)
    assert (task.with_manager, task.tries) == (False, 0), "the owner's again, and counted anew"


def test_one_call_settles_what_else_was_due(shop: Shop) -> None:
    file_id, other = customer(shop), customer(shop, "别人", "13800000008")
    visited(shop, file_id)
    make_promise(shop.consultant, file_id, PromiseForm("报后排尺寸", clock.now() + DAY))
    also = tuple(row.id for row in open_tasks(shop, file_id).values())
    with pytest.raises(RuleError):
        say(shop, called_for(shop, file_id), Result.REACHED, also=(called_for(shop, other, "next_contact").id,))
    say(shop, called_for(shop, file_id), Result.REACHED, also=also)
    assert set(open_tasks(shop, file_id)) == {"next_contact"}
    assert lists.of_customer(shop.owner, file_id).answered == 3
    assert sum(line.kind is RegisterKind.CALL for line in timeline(file_id)) == 1


def test_a_promise_is_kept_put_off_or_withdrawn(shop: Shop) -> None:
    file_id = customer(shop)
    with pytest.raises(RuleError):
        make_promise(shop.consultant, file_id, PromiseForm("", clock.now() + DAY))
    with pytest.raises(RuleError):
        make_promise(shop.consultant, file_id, PromiseForm("昨天", clock.now() - DAY))
    promise = PromiseForm("周五回电", clock.now() + 2 * DAY)
    say(shop, called_for(shop, file_id, "next_contact"), Result.REACHED, "要配置表", promise=promise)
    task = called_for(shop, file_id, "promise")
    assert (task.what, task.due_at) == ("周五回电", promise.keep_at)
    with pytest.raises(RuleError):
        withdraw_promise(shop.consultant, called_for(shop, file_id, "next_contact").id, 2, "x")
    withdraw_promise(shop.consultant, task.id, task.version, "客户自己来")
    assert "promise" not in open_tasks(shop, file_id)
    newest = lists.record(file_id)[0]
    assert (newest.why, newest.note) == (Why.WITHDRAWN, "客户自己来")


def test_a_colleagues_task_is_theirs_or_a_managers(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    with pytest.raises(NotAllowed):
        say(shop, called_for(shop, file_id), Result.REACHED, by=shop.colleague)
    with pytest.raises(NotAllowed):
        say(shop, called_for(shop, file_id), Result.REACHED, by=shop.cashier)
    task = called_for(shop, file_id)
    say(shop, task, Result.NOT_REACHED, by=shop.manager)
    with pytest.raises(StaleEdit):
        say(shop, task, Result.REACHED)
    say(shop, called_for(shop, file_id), Result.REFUSED, "不要再打")
    with pytest.raises(IllegalMove):
        record_result(shop.consultant, task.id, task.version + 2, ResultForm(Result.REACHED, "再说"))


def test_overdue_tasks_are_the_owners_and_the_managers_and_bar_from_turns(shop: Shop) -> None:
    file_id = customer(shop)
    visited(shop, file_id)
    with clock.standing_at(clock.now() + 5 * DAY):
        (row,) = lists.mine(shop.consultant, 9)
        assert row.overdue
        assert [each.id for each in lists.team(shop.manager, 9)] == [row.id]
        assert lists.count_team(shop.manager) == 1
        assert gate.overdue_days(clock.now()) == {shop.consultant.id: 3}
        say(shop, row, Result.REACHED)
        assert gate.overdue_days(clock.now()) == {}


def test_compliance_counts_each_due_moment_once(shop: Shop) -> None:
    start = clock.local(clock.now()).replace(day=3, hour=10)
    with clock.standing_at(start):
        files = [customer(shop, f"客{n}", f"1390000{n:04d}") for n in range(4)]
        for each in files:
            visited(shop, each)
    with clock.standing_at(start + DAY):
        say(shop, called_for(shop, files[0]), Result.NOT_REACHED)
        say(shop, called_for(shop, files[1]), Result.REACHED)
    with clock.standing_at(start + 4 * DAY):
        say(shop, called_for(shop, files[2]), Result.REACHED)
        (row,) = lists.compliance(clock.today())
        assert (row.name, row.due, row.kept, row.late, row.missed) == ("孙悦", 5, 2, 1, 2)
        assert row.share == 40_00
    assert lists.compliance((start - 40 * DAY).date()) == []


def test_the_last_line_of_a_long_note_is_kept(shop: Shop) -> None:
    file_id = customer(shop)
    say(shop, called_for(shop, file_id, "next_contact"), Result.REACHED, "长" * 900)
    assert lists.record(file_id)[0].note == "长" * 900
    assert len(timeline(file_id)[0].result) == 200


def test_a_promise_needs_no_rule_to_stand_in_the_record(shop: Shop) -> None:
    """Switched off, the rule writes no task; the promise itself is not lost."""
    file_id = customer(shop)
    change_rules(shop.owner, (FollowUp(rule="promise", on=False),))
    make_promise(shop.consultant, file_id, PromiseForm("周五回电", clock.now() + DAY))
    assert "promise" not in open_tasks(shop, file_id)
