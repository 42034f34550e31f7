"""When orders will be ready (W9): a forecast on plain values, and who is told before the promise has passed."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appointments.rules import WorkshopHours
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.service import late_lists
from models.service.forecast import CHECK_MINUTES, Task, finish_times, minutes_left
from models.service.kinds import EventKind
from models.service.late_actions import LateForm, note_call, tell_customer_late
from models.service.reading import order_view
from models.service.work_views import LateRow
from tests.models.service.orders import authorised, crew, labour
from tests.models.service.working import dispatch, work_of
from tests.models.shops import Shop, customer

OPEN = WorkshopHours(time(8), time(18))
NINE = datetime(2026, 3, 12, 9).astimezone()
CHECK = timedelta(minutes=CHECK_MINUTES)


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, minute).astimezone()


def test_what_is_left_of_a_line() -> None:
    assert minutes_left(60, 0) == 60
    assert minutes_left(60, 45) == 15
    assert minutes_left(60, 59) == 10, "the last ten minutes take ten"
    assert minutes_left(120, 200) == 30, "over its time a quarter more"
    assert minutes_left(0, 0) == 60, "not known"


def test_each_technician_does_one_after_the_other() -> None:
    tasks = [
        Task(1, 7, 60, at(12)),
        Task(2, 7, 30, at(10)),
        Task(3, 7, 20, at(17), running=True),
        Task(1, 8, 120, at(12)),
    ]
    ready = finish_times(NINE, tasks, OPEN)
    assert ready == {3: at(9, 20) + CHECK, 2: at(9, 50) + CHECK, 1: at(11) + CHECK}


def test_what_nobody_has_goes_to_who_is_free_first_and_the_night_counts_not() -> None:
    tasks = [Task(1, 7, 240), Task(2, 8, 60), Task(3, 0, 60)]
    assert finish_times(NINE, tasks, OPEN)[3] == at(11) + CHECK
    late = finish_times(at(17), [Task(1, 7, 90)], OPEN)
    assert late[1] == at(8, 30, 13) + CHECK
    parts = finish_times(NINE, [Task(1, 7, 60, not_before=at(8, day=14))], OPEN)
    assert parts[1] == at(9, day=14) + CHECK
    assert finish_times(NINE, [Task(1, 0, 60)], OPEN)[1] == at(10) + CHECK


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(10, 400)), max_size=14))
def test_more_work_is_never_ready_sooner(found: list[tuple[int, int, int]]) -> None:
    tasks = [Task(order, who, minutes) for order, who, minutes in found]
    ready = finish_times(NINE, tasks, OPEN)
    assert set(ready) == {task.order_id for task in tasks}
    assert all(each > NINE for each in ready.values())
    busiest = max((sum(t.minutes for t in tasks if t.technician == who) for who in (1, 2, 3)), default=0)
    if busiest:
        assert max(ready.values()) - NINE >= timedelta(minutes=busiest), "nobody does two things at once"
    more = finish_times(NINE, [*tasks, Task(99, 1, 120)], OPEN)
    assigned = {t.order_id for t in tasks} - {t.order_id for t in tasks if not t.technician}
    assert all(more[each] >= ready[each] for each in assigned)


def told(rows: list[LateRow]) -> list[tuple[int, bool]]:
    return [(row.order_id, row.late) for row in rows]


def test_late_is_told_before_the_promised_time(shop: Shop) -> None:
    team = crew(shop)
    order_id = authorised(shop, team.advisor, labour("大修", 900), labour("保养", 100))
    other = authorised(shop, team.advisor, customer_id=customer(shop, "乙", "13700001111"))
    dispatch(team, order_id)
    promised = order_view(team.advisor, order_id).row.promised_at
    assert promised is not None
    with clock.standing_at(promised - timedelta(hours=3)):
        assert (order_id, False) in told(late_lists.late_orders(team.advisor)), "it will be late, and nobody was told"
        assert late_lists.to_tell(team.advisor) >= 1
        view = order_view(team.advisor, order_id)
        form = LateForm(promised + timedelta(days=3), "葉靜宜", "知道了")
        for wrong, field in ((LateForm(promised, "x"), "promised_at"), (LateForm(form.promised_at, ""), "told")):
            with pytest.raises(RuleError) as caught:
                tell_customer_late(team.advisor, order_id, view.version, wrong)
            assert caught.value.field == field
        with pytest.raises(RuleError) as caught:
            tell_customer_late(team.advisor, order_id, view.version, LateForm(clock.now() - timedelta(hours=1), "x"))
        assert caught.value.field == "promised_at"
        with pytest.raises(NotAllowed):
            tell_customer_late(team.technician, order_id, view.version, form)
        tell_customer_late(shop.reception, order_id, view.version, form)
        with pytest.raises(StaleEdit):
            tell_customer_late(shop.reception, order_id, view.version, LateForm(form.promised_at + timedelta(1), "x"))
        note_call(team.advisor, order_id, "葉靜宜", "未接听")
        assert order_id not in {row.order_id for row in late_lists.late_orders(team.advisor)}
    view = order_view(team.advisor, order_id)
    assert (view.row.promised_at, view.first_promised_at) == (form.promised_at, promised)
    event = next(each for each in view.events if each.kind is EventKind.TOLD_LATE)
    assert (event.before, event.after, "知道了" in event.text) == (promised, form.promised_at, True)
    with clock.standing_at(promised + timedelta(minutes=1)):
        assert (other, True) in told(late_lists.late_orders(team.advisor))
    assert work_of(team.advisor, other)
