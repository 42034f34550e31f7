"""Who did not come is called by the advisor on the next working day, unless they come or book again (W1, C8)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.appointments.booking_actions import AppointmentForm, change_hours, make_appointment, miss_appointment
from models.appointments.lists import rows
from models.appointments.rules import WorkshopHours
from models.checking import follow_up
from models.followup import lists, tasks
from models.followup.kinds import TaskState
from models.followup.rules import end_of
from models.kernel import clock
from models.service.reception_actions import OpenForm, open_order
from tests.models.appointments.booking import at, booked
from tests.models.service.orders import Crew, car, crew
from tests.models.shops import Shop, customer


def missed(shop: Shop, team: Crew, file_id: int, goods_id: int) -> int:
    """An appointment of the next morning that nobody came to, logged at eleven."""
    appointment = booked(shop, shop.reception, at(1, 9), file_id, goods_id=goods_id, advisor_id=team.advisor.id)
    with clock.standing_at(at(1, 11)):
        miss_appointment(shop.reception, appointment, "没来")
    return appointment


def call() -> tasks.Task:
    (task,) = tasks.read("rule = 'no_show'")
    return task


def test_the_advisor_calls_on_the_next_day_the_workshop_is_open(shop: Shop) -> None:
    team, today = crew(shop), clock.today()
    file_id = customer(shop)
    change_hours(shop.owner, WorkshopHours(closed_days={today + timedelta(days=2): "盘点"}))
    appointment = missed(shop, team, file_id, car(shop, file_id))
    task = call()
    assert (task.cause, task.cause_id, task.staff_id) == ("appointment", appointment, team.advisor.id)
    assert task.due_at == end_of(today + timedelta(days=3)), "not on a closed day"
    with clock.standing_at(at(3, 9)):
        (row,) = [each for each in lists.mine(team.advisor, 50) if each.rule == "no_show"]
        assert rows([appointment])[0].number in row.what
    assert list(follow_up.causes()) == []


@pytest.mark.parametrize("how", ["comes", "books"])
def test_who_comes_after_all_or_books_again_is_not_called(folder_shop: Shop, how: str) -> None:
    shop, team = folder_shop, crew(folder_shop)
    file_id = customer(shop)
    goods_id = car(shop, file_id)
    appointment = missed(shop, team, file_id, goods_id)
    with clock.standing_at(at(1, 12)):
        other = car(shop, file_id, "浙C12345", "LYH7V2A58TA000611")
        make_appointment(shop.reception, file_id, AppointmentForm(at(4, 9), goods_id=other))
        assert call().state is TaskState.OPEN, "another vehicle"
        if how == "comes":
            open_order(team.advisor, OpenForm(file_id, goods_id, appointment_id=appointment))
        else:
            make_appointment(shop.reception, file_id, AppointmentForm(at(5, 9), goods_id=goods_id))
    assert call().state is TaskState.DROPPED
    assert list(follow_up.causes()) == []
