"""Tables of appointments."""

from __future__ import annotations

import peewee

from models.appointments.kinds import AppointmentState, EventKind, Purpose
from models.catalog.tables import Item
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Note,
    QuantityField,
    Record,
    Table,
    TextLine,
    reference,
)
from models.staff.tables import Staff


class WorkshopBay(Record):
    """A place where one vehicle is worked on at a time; ``skill`` says what it is fitted for, in the store's words."""

    name = TextLine(40)
    skill = TextLine(40)
    position = CountField()
    closed = FlagField(default=False)


class Appointment(Record):
    """Somebody comes at a time for so many minutes of work (W1); ``plate`` of a vehicle that is not on file yet.

    ``order_id`` is the work order it became. ``survey_fee`` in fen is for visits at the customer's place (W13).
    """

    number = peewee.TextField()
    customer = reference(Customer)
    goods = reference(OwnedGoods, null=True)
    plate = TextLine(20)
    purpose = EnumField(Purpose)
    wish = Note(1000)
    bay = reference(WorkshopBay, null=True)
    advisor = reference(Staff, null=True)
    starts_at = MomentField()
    minutes = CountField()
    courtesy = TextLine(120)
    place = TextLine(200)
    survey_fee = MoneyField(default=0)
    state = EnumField(AppointmentState, default=AppointmentState.BOOKED)
    reason = TextLine(200)
    order_id = CountField(column_name="work_order_id", null=True)


class AppointmentPart(Table):
    """A part to have ready, in hundredths of a unit."""

    appointment = reference(Appointment)
    item = reference(Item)
    quantity = QuantityField()


class AppointmentEvent(Table):
    """A line of an appointment's log; never changed, never deleted."""

    appointment = reference(Appointment)
    at = MomentField(default=clock.now)
    kind = EnumField(EventKind)
    text = TextLine(200)
    reached = FlagField(null=True)
    starts_at = MomentField(null=True)
    new_starts_at = MomentField(null=True)
    staff = reference(Staff)
