"""After an order was handed back: the call, and the next service (W9)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from models.checking import follow_up
from models.complaints import survey_lists
from models.followup import starting, tasks
from models.followup.actions import ResultForm, record_result
from models.followup.kinds import Result, TaskState
from models.followup.tables import FollowUpTask
from models.followup.tasks import Task
from models.kernel import clock
from models.kernel.permissions import Actor
from models.service.hand_back_actions import HandBackForm, hand_back, note_follow_up
from models.service.kinds import EventKind
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from tests.models.service.orders import Crew, crew
from tests.models.service.settled import handed_back, pay, settled
from tests.models.shops import Shop


@pytest.fixture
def crew_here(folder_shop: Shop) -> Crew:
    return crew(folder_shop)


def state(order_id: int) -> WorkOrderState:
    found: WorkOrderState = WorkOrder.get_by_id(order_id).state
    return found


def test_the_next_service_follows_the_readings(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = handed_back(shop, team)
    order = WorkOrder.get_by_id(order_id)
    assert order.next_service_km == 50_268
    assert order.next_expected_on == order.next_service_on


def test_the_call_after_the_work_closes_the_order(folder_shop: Shop, crew_here: Crew) -> None:
    """C8: the advisor calls within two days; reached, the order is followed up and closed."""
    shop, team = folder_shop, crew_here
    order_id = handed_back(shop, team)
    (task,) = tasks.read("rule = 'after_work'")
    assert (task.cause_id, task.staff_id) == (order_id, team.advisor.id)
    assert timedelta(days=1) < task.due_at - clock.now() <= timedelta(days=3)
    version = FollowUpTask.get_by_id(task.id).version
    record_result(team.advisor, task.id, version, ResultForm(Result.NOT_REACHED, "没人接"))
    assert state(order_id) is WorkOrderState.HANDED_BACK
    record_result(team.advisor, task.id, version + 1, ResultForm(Result.REACHED, "很满意"))
    assert state(order_id) is WorkOrderState.CLOSED
    assert list(follow_up.causes()) == []


def test_who_never_answers_leaves_the_calls_after_the_work(folder_shop: Shop, crew_here: Crew) -> None:
    """C8, C10: the third miss hands the call to the manager, the manager's own ends it; the order's log says so."""
    shop, team = folder_shop, crew_here
    order_id = handed_back(shop, team)

    def miss(by: Actor, note: str) -> Task:
        (task,) = tasks.read("rule = 'after_work'")
        version = FollowUpTask.get_by_id(task.id).version
        record_result(by, task.id, version, ResultForm(Result.NOT_REACHED, note))
        return tasks.read("id = ?", task.id)[0]

    for note in ("没接", "关机"):
        assert not miss(team.advisor, note).with_manager
        assert [each.subject_id for each in survey_lists.to_ask(team.advisor)] == [order_id]
    assert miss(team.advisor, "没接").with_manager
    assert survey_lists.to_ask(team.advisor) == []
    said = [each.text for each in order_view(team.advisor, order_id).events if each.kind is EventKind.CALLED]
    assert said == ["Not reached three times; the manager decides."]
    assert state(order_id) is WorkOrderState.HANDED_BACK
    assert miss(shop.manager, "空号").state is TaskState.DONE
    assert state(order_id) is WorkOrderState.CLOSED
    events = order_view(team.advisor, order_id).events
    assert next(each.text for each in events if each.kind is EventKind.FOLLOWED_UP) == "Not reached: 空号"
    assert list(follow_up.causes()) == []


def test_who_was_asked_otherwise_is_not_called(folder_shop: Shop, crew_here: Crew) -> None:
    shop, team = folder_shop, crew_here
    order_id = handed_back(shop, team)
    note_follow_up(shop.reception, order_id, "来店说很好")
    assert state(order_id) is WorkOrderState.FOLLOWED_UP
    (task,) = tasks.read("rule = 'after_work'")
    assert task.state is TaskState.DROPPED


def test_the_next_service_is_offered_when_it_is_expected(folder_shop: Shop, crew_here: Crew) -> None:
    """W9: by day or estimated mileage, whichever comes first; who came again is not asked."""
    shop, team = folder_shop, crew_here
    order_id = handed_back(shop, team)
    expected = WorkOrder.get_by_id(order_id).next_expected_on
    before = datetime.combine(expected - timedelta(days=13), time(9)).astimezone()
    with clock.standing_at(before - timedelta(days=2)):
        starting.daily_pass()
        assert tasks.read("rule = 'next_service'") == []
    with clock.standing_at(before):
        starting.daily_pass()
        (task,) = tasks.read("rule = 'next_service'")
        assert (task.staff_id, task.period) == (team.advisor.id, expected.isoformat())
        order = WorkOrder.get_by_id(order_id)
        again = settled(shop, team, customer_id=order.customer_id, goods_id=order.goods_id)
        pay(shop.cashier, again)
        hand_back(team.advisor, again, HandBackForm())
        assert tasks.read("rule = 'next_service' AND state = 'open'") == []
