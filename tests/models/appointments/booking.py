"""Appointments for tests: bays, a booking at a time when the workshop is open, and every action once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from models.appointments.booking_actions import (
    AppointmentForm,
    add_bay,
    cancel_appointment,
    change_appointment,
    change_bay,
    change_hours,
    log_reminder,
    make_appointment,
    miss_appointment,
    move_appointment,
    order_workshop_bays,
)
from models.appointments.lists import appointment_view, bays
from models.appointments.rules import WorkshopHours
from models.catalog.kinds import Kept
from models.kernel import clock
from models.kernel.permissions import Actor
from models.stock.actions import keep_item
from tests.models.service.orders import car, crew
from tests.models.shops import Shop, customer


def at(days: int = 1, hour: int = 9, minute: int = 0) -> datetime:
    """So many days ahead, at a time of day at the counter."""
    day = clock.today() + timedelta(days=days)
    return datetime.combine(day, time(hour, minute)).astimezone()


def two_bays(shop: Shop) -> tuple[int, int]:
    """Two bays."""
    return add_bay(shop.owner, "举升机 1", "机修").id, add_bay(shop.owner, "举升机 2").id


def booked(shop: Shop, by: Actor, when: datetime, customer_id: int = 0, **form: object) -> int:
    """An appointment of a customer."""
    customer_id = customer_id or customer(shop)
    return make_appointment(by, customer_id, AppointmentForm(when, **form)).id  # type: ignore[arg-type]


def book_everything(shop: Shop) -> None:
    """Every action of the area once."""
    people = crew_of(shop)
    file_id = customer(shop, "预约客", "13900006611")
    goods_id = car(shop, file_id, "浙C12345", "LYH7V2A58TA000611")
    first, second = two_bays(shop)
    change_bay(shop.owner, second, 1, "举升机 2", "钣金")
    order_workshop_bays(shop.manager, (second, first))
    change_hours(shop.manager, WorkshopHours(walk_ins=0))
    keep_item(shop.owner, shop.mats, Kept.QUANTITY)
    form = AppointmentForm(at(4, 9), 60, goods_id, bay_id=first, advisor_id=people.id)
    one = make_appointment(shop.reception, file_id, form).id
    change_appointment(
        people, one, 1, AppointmentForm(at(4, 10), 90, goods_id, bay_id=first, wish="保养", parts={shop.mats: 100})
    )
    move_appointment(people, one, appointment_view(people, one).row.version, at(4, 11), 60, {"bay_id": second})
    log_reminder(shop.reception, one, True, "确认来")
    cancel_appointment(shop.reception, one, "改期")
    late = booked(shop, people, at(1, 9), file_id)
    with clock.standing_at(at(1, 10)):
        miss_appointment(shop.reception, late, "没来")
    assert len(bays()) == 2


def crew_of(shop: Shop) -> Actor:
    """An advisor who works there already, or one hired now."""
    from models.staff.lists import everybody

    known = next((each for each in everybody() if each.name == "许念安"), None)
    return Actor(known.id, known.name, known.roles) if known else crew(shop).advisor
