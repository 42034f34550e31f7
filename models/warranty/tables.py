"""Tables of warranty."""

from __future__ import annotations

import peewee

from models.catalog.tables import Item
from models.customers.tables import Customer, OwnedGoods
from models.kernel.tables import CountField, DayField, EnumField, MoneyField, Note, Record, TextLine, reference
from models.staff.tables import Staff
from models.warranty.kinds import ClaimState, WarrantyKind


class WarrantyGiven(Record):
    """What the store stands in for after an order: months or km (0 is no such limit), whichever ends first (W10)."""

    customer = reference(Customer)
    goods = reference(OwnedGoods, null=True)
    work_order_id = CountField(null=True)
    kind = EnumField(WarrantyKind)
    name = TextLine(80)
    item = reference(Item, null=True)
    given_on = DayField()
    given_km = CountField(null=True)
    months = CountField(default=0)
    km = CountField(default=0)
    ended_on = DayField(null=True)
    ended_reason = TextLine(200)
    ended_by = reference(Staff, null=True)


class WarrantyClaim(Record):
    """What the store claims from a maker, in fen; ``maker_number`` is the maker's own."""

    number = peewee.TextField()
    state = EnumField(ClaimState, default=ClaimState.DRAFTED)
    customer = reference(Customer)
    goods = reference(OwnedGoods, null=True)
    work_order_id = CountField(null=True)
    maker = TextLine(60)
    maker_number = TextLine(40)
    what = Note(400)
    amount = MoneyField()
    paid = MoneyField(null=True)
    sent_on = DayField(null=True)
    answered_on = DayField(null=True)
    answer = TextLine(200)
    staff = reference(Staff)
