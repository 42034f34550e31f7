"""Appointments: conflicts by name, capacity, reminders, no-shows, parts to have ready, what becomes of them (W1)."""

from __future__ import annotations

from datetime import timedelta

import peewee
import pytest

from models.appointments import lists
from models.appointments.booking_actions import (
    AppointmentForm,
    cancel_appointment,
    change_hours,
    log_reminder,
    make_appointment,
    miss_appointment,
    move_appointment,
)
from models.appointments.kinds import AppointmentState, EventKind, Purpose
from models.appointments.rules import WorkshopHours
from models.catalog.kinds import Kept
from models.kernel import clock, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.tables import run_sql
from models.parts.availability import availability
from models.service.reading import order_view
from models.service.reception_actions import OpenForm, open_order
from models.stock.actions import QuantityForm, keep_item, receive_quantity
from tests.models.appointments.booking import at, booked, two_bays
from tests.models.service.orders import car, crew
from tests.models.shops import Shop, customer


def test_what_is_taken_is_refused_by_name(shop: Shop) -> None:
    people = crew(shop)
    bay, other = two_bays(shop)
    file_id = customer(shop)
    goods_id = car(shop, file_id)
    first = booked(shop, people.advisor, at(1, 9), file_id, minutes=120, goods_id=goods_id, bay_id=bay)
    number = lists.rows([first])[0].number
    for form, field in (
        (AppointmentForm(at(1, 10), 60, bay_id=bay), "bay_id"),
        (AppointmentForm(at(1, 10), 60, goods_id, bay_id=other), "goods_id"),
    ):
        with pytest.raises(RuleError, match=number) as caught:
            make_appointment(people.advisor, file_id, form)
        assert caught.value.field == field
    second = booked(shop, people.advisor, at(1, 11), file_id, bay_id=bay, advisor_id=people.advisor.id)
    with pytest.raises(RuleError, match="receives") as caught:
        make_appointment(people.advisor, file_id, AppointmentForm(at(1, 11), advisor_id=people.advisor.id))
    assert caught.value.field == "advisor_id"
    cancel_appointment(shop.reception, first, "改期")
    assert lists.rows([booked(shop, people.advisor, at(1, 9), file_id, bay_id=bay)])[0].bay_id == bay
    assert lists.rows([second])[0].state is AppointmentState.BOOKED


def test_peak_hours_are_full_and_the_next_slots_are_offered(shop: Shop) -> None:
    people = crew(shop)
    one, two = two_bays(shop)
    change_hours(shop.owner, WorkshopHours(walk_ins=1))
    file_id = customer(shop)
    booked(shop, people.advisor, at(1, 9), file_id, minutes=180, bay_id=one)
    slots = lists.free_slots(60, at(1, 9))
    assert (clock.local(slots[0].starts_at).hour, slots[0].bay_id) == (12, one)
    change_hours(shop.owner, WorkshopHours(walk_ins=0))
    assert lists.free_slots(60, at(1, 9))[0].bay_id == two
    assert lists.load_of(clock.today() + timedelta(days=1))[9] == 1


@pytest.mark.parametrize(
    ("when", "minutes", "field"),
    [((-1, 9), 60, "starts_at"), ((1, 6), 60, "starts_at"), ((1, 9), 5, "minutes"), ((400, 9), 60, "starts_at")],
)
def test_a_time_that_cannot_be_is_said(folder_shop: Shop, when: tuple[int, int], minutes: int, field: str) -> None:
    with pytest.raises(RuleError) as caught:
        booked(folder_shop, folder_shop.owner, at(*when), minutes=minutes)
    assert caught.value.field == field


def test_a_survey_is_booked_a_working_day_ahead(folder_shop: Shop) -> None:
    with clock.standing_at(at(0, 9)):
        with pytest.raises(RuleError, match="one working day ahead"):
            booked(folder_shop, folder_shop.owner, at(0, 14), purpose=Purpose.SURVEY)
        booked(folder_shop, folder_shop.owner, at(1, 9), purpose=Purpose.SURVEY, place="长河路 1 号", survey_fee=5000)


def test_moving_by_hand_stretches_and_springs_back(shop: Shop) -> None:
    people = crew(shop)
    bay, other = two_bays(shop)
    file_id = customer(shop)
    first = booked(shop, people.advisor, at(1, 9), file_id, bay_id=bay)
    second = booked(shop, people.advisor, at(1, 11), file_id, bay_id=bay)
    log_reminder(shop.reception, second, True)
    version = lists.rows([second])[0].version
    with pytest.raises(RuleError, match="taken from 09:00"):
        move_appointment(people.advisor, second, version, at(1, 9, 30), 60, {})
    with pytest.raises(StaleEdit):
        move_appointment(people.advisor, second, version - 1, at(1, 14), 60, {})
    move_appointment(people.advisor, second, version, at(1, 14), 150, {"bay_id": other})
    row = lists.rows([second])[0]
    assert (row.bay_id, row.minutes, row.state) == (other, 150, AppointmentState.BOOKED)
    events = lists.appointment_view(people.advisor, second).events
    assert events[-1].kind is EventKind.MOVED
    assert clock.local(events[-1].starts_at).hour == 11
    assert lists.rows([first])[0].bay_id == bay
    with pytest.raises(NotAllowed):
        move_appointment(people.technician, second, row.version, at(1, 15), 60, {})


def test_a_missing_part_is_seen_before_the_customer_comes(shop: Shop) -> None:
    people = crew(shop)
    keep_item(shop.owner, shop.mats, Kept.QUANTITY)
    receive_quantity(shop.owner, QuantityForm(shop.mats, 100))
    first = booked(shop, people.advisor, at(1, 9), parts={shop.mats: 100})
    assert lists.lacking_parts(people.advisor) == []
    second = booked(shop, people.advisor, at(2, 9), customer(shop, "乙", "13700001111"), parts={shop.mats: 100})
    ((row, parts),) = lists.lacking_parts(people.advisor)
    assert row.id == second, "who comes first is served first"
    assert parts[0].missing == 100
    assert availability([shop.mats])[shop.mats].reserved == 200
    cancel_appointment(shop.reception, second, "x")
    assert availability([shop.mats])[shop.mats].reserved == 100
    goods_id = car(shop, lists.rows([first])[0].customer_id)
    order = open_order(people.advisor, OpenForm(lists.rows([first])[0].customer_id, goods_id, appointment_id=first)).id
    row = lists.rows([first])[0]
    assert (row.state, row.order_id) == (AppointmentState.ARRIVED, order)
    assert order_view(people.advisor, order).appointment_id == first
    assert availability([shop.mats])[shop.mats].reserved == 100, "kept for the order now"


def test_who_did_not_come_is_logged_and_counted(shop: Shop) -> None:
    people = crew(shop)
    file_id = customer(shop)
    appointment = booked(shop, people.advisor, at(1, 9), file_id)
    with pytest.raises(RuleError, match="has not come yet"):
        miss_appointment(shop.reception, appointment)
    assert [row.id for row in lists.reminders_due(shop.reception)] == [appointment]
    log_reminder(shop.reception, appointment, False, "无人接听")
    assert lists.reminders_due(shop.reception)
    with clock.standing_at(at(1, 10)):
        assert [row.id for row in lists.overdue(shop.reception)] == [appointment]
        miss_appointment(shop.reception, appointment, "没来")
        assert lists.missed_count(file_id) == 1
        with pytest.raises(IllegalMove):
            cancel_appointment(shop.reception, appointment, "x")


@pytest.mark.parametrize("column", ["bay_id", "goods_id"])
def test_the_database_itself_keeps_bays_and_vehicles_apart(shop: Shop, column: str) -> None:
    people = crew(shop)
    file_id = customer(shop)
    bay, other = two_bays(shop)
    goods_id = car(shop, file_id)
    first = booked(shop, people.advisor, at(1, 9), file_id, minutes=60, bay_id=bay, goods_id=goods_id)
    second = booked(shop, people.advisor, at(1, 11), customer(shop, "乙", "13700001111"), minutes=60, bay_id=other)
    with pytest.raises(peewee.IntegrityError), store.transaction():
        run_sql(
            f"UPDATE appointment SET {column} = ?, starts_at = starts_at - 5400000 WHERE id = ?",
            *({"bay_id": bay, "goods_id": goods_id}[column], second),
        )
    with store.transaction():
        run_sql("UPDATE appointment SET state = 'cancelled' WHERE id = ?", first)
        run_sql("UPDATE appointment SET bay_id = ?, starts_at = starts_at - 5400000 WHERE id = ?", bay, second)


def test_who_comes_after_all_takes_the_bay_only_where_nobody_has_it(shop: Shop) -> None:
    people = crew(shop)
    bay, _other = two_bays(shop)
    file_id = customer(shop)
    late = booked(shop, people.advisor, at(1, 9), file_id, goods_id=car(shop, file_id), bay_id=bay)
    with clock.standing_at(at(1, 9, 15)):
        miss_appointment(shop.reception, late)
    booked(shop, people.advisor, at(1, 9, 30), customer(shop, "乙", "13700001111"), bay_id=bay)
    with clock.standing_at(at(1, 9, 45)):
        row = lists.rows([late])[0]
        open_order(people.advisor, OpenForm(file_id, row.goods_id, appointment_id=late))
    came = lists.rows([late])[0]
    assert (came.state, came.bay_id) == (AppointmentState.ARRIVED, None)
