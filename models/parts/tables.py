"""Tables of the parts."""

from __future__ import annotations

import peewee

from models.catalog.tables import Item
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    QuantityField,
    Record,
    Table,
    TextLine,
    reference,
)
from models.parts.kinds import CountState, PurchaseState, SlipKind
from models.staff.tables import Staff


class Part(Table):
    """What is told of an item kept by quantity besides the catalogue; an item without such a row has none of it.

    Below ``minimum`` it is ordered up to ``maximum`` in whole ``pack``s (hundredths, 0 for none). ``other_numbers`` are
    the maker's and replaced numbers it is also found by. Warranty in months and km, 0 for none (W10).
    """

    item = reference(Item)
    other_numbers = TextLine(200)
    minimum = QuantityField(default=0)
    maximum = QuantityField(default=0)
    pack = QuantityField(default=0)
    supplier = TextLine(60)
    warranty_months = CountField(default=0)
    warranty_km = CountField(default=0)


class PurchaseOrder(Record):
    """An order with a supplier; what is not received of it while it is ``ORDERED`` is expected on ``expected_on``."""

    number = peewee.TextField()
    state = EnumField(PurchaseState, default=PurchaseState.ORDERED)
    supplier = TextLine(60)
    ordered_on = DayField()
    expected_on = DayField(null=True)
    staff = reference(Staff)
    note = TextLine(200)
    reason = TextLine(200)
    token = TextLine(60, null=True, default=None)


class PurchaseLine(Table):
    """So much of a part ordered, and how much of it has come, in hundredths; ``cost`` of one in fen as agreed."""

    purchase = reference(PurchaseOrder)
    position = CountField()
    item = reference(Item)
    quantity = QuantityField()
    received = QuantityField(default=0)
    cost = MoneyField(null=True)


class PartSlip(Record):
    """A document over parts that came or went; its lines are the movements that name it. ``day`` stands on its paper.

    One that ``reverses`` another is its counter-entry.
    """

    number = peewee.TextField()
    kind = EnumField(SlipKind)
    day = DayField()
    at = MomentField(default=clock.now)
    staff = reference(Staff)
    supplier = TextLine(60)
    document = TextLine(60)
    note = TextLine(200)
    reverses = reference("self", null=True)
    token = TextLine(60, null=True, default=None)


class StockCount(Record):
    """A count of what stands at a place, or of everything; ``with_book`` where the sheet shows what should be here."""

    number = peewee.TextField()
    state = EnumField(CountState, default=CountState.OPEN)
    place = TextLine(60)
    with_book = FlagField(default=False)
    opened_at = MomentField(default=clock.now)
    opened_by = reference(Staff)
    submitted_at = MomentField(null=True)
    submitted_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    decided_by = reference(Staff, null=True)
    note = TextLine(200)
    reason = TextLine(200)


class StockCountLine(Table):
    """A part of a count: ``book`` when it was opened, ``expected`` when it was counted, None until then; hundredths."""

    count_of = reference(StockCount, column_name="count_id")
    item = reference(Item)
    place = TextLine(60)
    book = QuantityField()
    counted = QuantityField(null=True)
    expected = QuantityField(null=True)
    counted_at = MomentField(null=True)
    counted_by = reference(Staff, null=True)
    note = TextLine(200)
