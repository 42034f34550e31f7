"""The workshop's hours: by weekday, closed days, holidays; slots, capacity and promises keep to them (W1, W4, W13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appointments import lists, planning
from models.appointments.booking_actions import AppointmentForm, change_appointment, change_hours, move_appointment
from models.appointments.kinds import Purpose
from models.appointments.rules import WorkshopHours, check_span, check_survey, load, next_free, span_of
from models.kernel import clock
from models.kernel.errors import RuleError
from models.rotation.manager_actions import set_holiday
from models.service.proposing import proposed_promise
from models.service.rules import after_work, on_the_step
from tests.models.appointments.booking import at, booked, two_bays
from tests.models.shops import Shop, customer

MONDAY = date(2036, 3, 3)
SHORT_SATURDAY = WorkshopHours(
    *(time(8, 30), time(17, 20), (0, 1, 2, 3, 4, 5)),
    other_hours={5: (time(9), time(12))},
    closed_days={MONDAY + timedelta(days=1): "盘点"},
)
_MOMENTS = st.datetimes(datetime(2036, 3, 1), datetime(2036, 3, 20), timezones=st.just(UTC))


def _is_open(at: datetime) -> bool:
    hours = SHORT_SATURDAY.of(at.date())
    return hours is not None and hours[0] <= at.time() < hours[1]


@given(_MOMENTS, st.integers(15, 900))
def test_only_open_times_are_offered_and_work_that_fits_is_done_by_closing(after: datetime, minutes: int) -> None:
    for slot in next_free(after, minutes, (1,), [], SHORT_SATURDAY):
        assert slot.starts_at >= after
        assert _is_open(slot.starts_at)
        check_span(slot.starts_at, max(minutes, 15), SHORT_SATURDAY, after)
        opens, closes = SHORT_SATURDAY.of(slot.starts_at.date()) or (time(), time())
        day = datetime.combine(slot.starts_at.date(), closes, UTC)
        if datetime.combine(slot.starts_at.date(), opens, UTC) + timedelta(minutes=minutes) <= day:
            assert span_of(slot.starts_at, minutes).ends_at <= day


@given(_MOMENTS, st.integers(1, 2_000))
def test_work_is_done_in_open_minutes_alone(begin: datetime, minutes: int) -> None:
    """Against counting every minute; the promise is on the quarter, or at closing time."""
    ready = after_work(begin, minutes, SHORT_SATURDAY)
    assert ready.date() not in SHORT_SATURDAY.closed_days
    left, at = timedelta(minutes=minutes), begin
    while left > timedelta():
        step = min(timedelta(minutes=1) - timedelta(seconds=at.second, microseconds=at.microsecond), left)
        left -= step if _is_open(at) else timedelta()
        at += step
    assert at == ready
    promised = on_the_step(ready, 15, SHORT_SATURDAY)
    opens, closes = SHORT_SATURDAY.of(promised.date()) or (time(), time())
    assert timedelta() <= promised - ready < timedelta(minutes=15)
    assert opens <= promised.time() <= closes
    assert (promised.minute % 15, promised.second) == (0, 0) or promised.time() == closes


def test_a_closed_day_has_no_load_and_a_short_one_its_own_hours() -> None:
    assert load(MONDAY + timedelta(days=1), [], SHORT_SATURDAY, UTC) == {}
    assert list(load(MONDAY + timedelta(days=5), [], SHORT_SATURDAY, UTC)) == [9, 10, 11]
    with pytest.raises(RuleError, match="2036-03-05 at the earliest"):
        check_survey(MONDAY + timedelta(days=1), MONDAY, SHORT_SATURDAY)


def test_closed_days_and_holidays_are_refused_by_name_at_the_time(shop: Shop) -> None:
    with clock.standing_at(at(0, 19)):
        _two_days_closed(shop)


def _two_days_closed(shop: Shop) -> None:
    two_bays(shop)
    tomorrow = clock.today() + timedelta(days=1)
    set_holiday(shop.manager, tomorrow, "春节")
    own = {tomorrow + timedelta(days=1): "盘点", clock.today() - timedelta(days=3): "昨日"}
    short = {(tomorrow.weekday() + 2) % 7: (time(9), time(12))}
    change_hours(shop.owner, WorkshopHours(other_hours=short, closed_days=own))
    assert planning.kept_hours().closed_days == {tomorrow + timedelta(days=1): "盘点"}, "what has been is forgotten"
    for days, hour, said in ((1, 9, "春节"), (2, 9, "盘点"), (3, 8, "09:00 to 12:00"), (3, 13, "09:00 to 12:00")):
        with pytest.raises(RuleError, match=said) as caught:
            booked(shop, shop.reception, at(days, hour))
        assert caught.value.field == "starts_at"
    assert clock.local(lists.free_slots(60, clock.now())[0].starts_at) == at(3, 9)
    assert clock.local(proposed_promise(100)) == at(3, 10, 30)
    booked(shop, shop.reception, at(3, 9), purpose=Purpose.SURVEY)
    weeks = (*lists.week_load(tomorrow), *lists.week_load(tomorrow + timedelta(days=3)))
    opened = {each.day: each.open for each in weeks}
    assert [opened[tomorrow + timedelta(days=ahead)] for ahead in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"other_hours": {5: (time(12), time(9))}}, "closes_5"),
        ({"closed_days": {date(2036, 3, 3): ""}}, "name"),
        ({"weekdays": ()}, "weekdays"),
    ],
)
def test_hours_that_cannot_be_are_said(folder_shop: Shop, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        change_hours(folder_shop.owner, replace(WorkshopHours(), **wrong))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert planning.kept_hours() == WorkshopHours()


def test_what_is_kept_for_walk_ins_is_booked_ahead_by_a_manager_alone(shop: Shop) -> None:
    bay, other = two_bays(shop)
    change_hours(shop.owner, WorkshopHours(walk_ins=1))
    with clock.standing_at(at(0, 9)):
        first = booked(shop, shop.reception, at(1, 9), minutes=120, bay_id=bay)
        with pytest.raises(RuleError, match=f"next free time is {at(1, 11):%Y-%m-%d} 11:00") as caught:
            booked(shop, shop.reception, at(1, 10), customer(shop, "乙", "13700001111"), bay_id=other)
        assert caught.value.field == "bay_id"
        assert lists.takes_kept(at(1, 10), 60, other)
        second = booked(shop, shop.manager, at(1, 10), customer(shop, "丙", "13700002222"), bay_id=other)
        row = lists.rows([second])[0]
        change_appointment(shop.reception, second, row.version, AppointmentForm(at(1, 10), bay_id=other, wish="保养"))
        row = lists.rows([second])[0]
        with pytest.raises(RuleError, match="kept for walk-ins"):
            move_appointment(shop.reception, second, row.version, at(1, 9, 30), 60, {})
        move_appointment(shop.reception, second, row.version, at(1, 13), 60, {})
        booked(shop, shop.reception, at(1, 15), customer(shop, "丁", "13700003333"))
    with clock.standing_at(at(1, 8, 30)):
        booked(shop, shop.reception, at(1, 9), customer(shop, "戊", "13700004444"), bay_id=other)
    assert lists.rows([first])[0].bay_id == bay
