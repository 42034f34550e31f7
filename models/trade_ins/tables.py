"""Tables of appraisals."""

from __future__ import annotations

import peewee

from models.customers.tables import Customer, OwnedGoods
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    MomentField,
    MoneyField,
    Note,
    Record,
    Table,
    TextLine,
    reference,
)
from models.staff.tables import Staff
from models.stock.tables import StockUnit
from models.trade_ins.states import AppraisalState, Grade


class Appraisal(Record):
    """A used vehicle as it was looked at (S5); price in fen, 0 while none is offered, mileage in km.

    ``documents`` holds the codes of those that were seen, as JSON; ``unit`` is what it became in stock.
    """

    number = peewee.TextField()
    customer = reference(Customer)
    owned_goods = reference(OwnedGoods, null=True)
    appraiser = reference(Staff)
    state = EnumField(AppraisalState, default=AppraisalState.DRAFT)
    make = TextLine(60)
    model = TextLine(60)
    colour = TextLine(40)
    plate = TextLine(20)
    vin = TextLine(40)
    registered_on = DayField(null=True)
    mileage_km = CountField(null=True)
    owners = CountField(default=0)
    insurance_until = DayField(null=True)
    inspection_until = DayField(null=True)
    accidents = Note(1000)
    mortgage = TextLine(200)
    documents = TextLine(400, default="[]")
    note = Note(1000)
    price = MoneyField(default=0)
    valid_until = DayField(null=True)
    submitted_at = MomentField(null=True)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    reason = TextLine(200)
    unit = reference(StockUnit, null=True)


class AppraisalCondition(Table):
    """How an area of the vehicle is; ``area`` is its code in the trade."""

    appraisal = reference(Appraisal)
    position = CountField()
    area = TextLine(40)
    grade = EnumField(Grade, default=Grade.NONE)
    remark = TextLine(200)


class AppraisalReference(Table):
    """What another asks or paid for one like it, in fen: where that was seen, and of which vehicle."""

    appraisal = reference(Appraisal)
    position = CountField()
    source = TextLine(60)
    about = TextLine(200)
    price = MoneyField()
