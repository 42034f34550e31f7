"""Tables of the catalogue."""

from __future__ import annotations

from models.catalog.kinds import Availability, Kept, OptionKind
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MoneyField,
    Record,
    Table,
    TextLine,
    reference,
)


class Item(Record):
    """Something the shop sells; ``category`` is a code of the trade's template, price and cost are of one unit.

    ``told_on`` is the day on which availability and scarcity were last looked at.
    """

    code = TextLine(40)
    category = TextLine(40)
    name = TextLine(80)
    spec = TextLine(200)
    unit = TextLine(20)
    price = MoneyField()
    cost = MoneyField(default=0)
    active = FlagField(default=True)
    availability = EnumField(Availability, default=Availability.UNKNOWN)
    expected_on = DayField(null=True)
    lead_days = CountField(default=0)
    stock_note = TextLine(80)
    told_on = DayField(null=True)
    scarce = TextLine(80)
    scarce_until = DayField(null=True)
    kept = EnumField(Kept, default=Kept.NOT)


class ItemOption(Table):
    """An option or colour of an item; price and cost are added to the item's."""

    item = reference(Item)
    position = CountField()
    kind = EnumField(OptionKind)
    name = TextLine(60)
    price = MoneyField(default=0)
    cost = MoneyField(default=0)
    active = FlagField(default=True)
