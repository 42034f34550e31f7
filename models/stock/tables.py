"""Tables of the stock."""

from __future__ import annotations

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
from models.staff.tables import Staff
from models.stock.kinds import MovementKind, UnitState


class StockUnit(Record):
    """One car by its VIN, or another thing by its serial number; ``number_key`` is either as it is compared.

    ``arrived_on`` is empty while it is on its way, ``left_on`` while it is not sold or gone. ``demo`` stays while a
    contract has a demo, so that it is one again when the contract lets it go. Cost in fen, mileage in km.
    """

    item = reference(Item)
    vin = TextLine(40)
    serial = TextLine(40)
    number_key = TextLine(40)
    engine_number = TextLine(40)
    colour = TextLine(60)
    options = TextLine(200)
    cost = MoneyField(default=0)
    state = EnumField(UnitState)
    demo = FlagField(default=False)
    used = FlagField(default=False)
    expected_on = DayField(null=True)
    arrived_on = DayField(null=True)
    left_on = DayField(null=True)
    place = TextLine(60)
    mileage_km = CountField(default=0)
    note = TextLine(200)

    @property
    def number(self) -> str:
        """The VIN or the serial number."""
        return str(self.vin or self.serial)


class StockQuantity(Table):
    """What is here of an item that is kept by quantity, in hundredths of a unit; ``value`` in fen is what it cost.

    ``reserved`` is what signed contracts wait for, which may be more than is here.
    """

    item = reference(Item)
    quantity = QuantityField(default=0)
    reserved = QuantityField(default=0)
    value = MoneyField(default=0)
    place = TextLine(60)


class StockMovement(Table):
    """Something that happened in the stock; never changed, never deleted.

    ``quantity`` in hundredths of a unit and ``value`` in fen are what it added or took; for reservations and their end
    ``quantity`` is how much of it. What is issued to a work order is negative, and positive where it comes back (W6).
    ``token`` is the request's own name, so that the same request twice moves once.
    """

    item = reference(Item)
    unit = reference(StockUnit, null=True)
    contract = CountField(column_name="contract_id", null=True)
    kind = EnumField(MovementKind)
    at = MomentField(default=clock.now)
    staff = reference(Staff)
    quantity = QuantityField(default=0)
    value = MoneyField(default=0)
    place = TextLine(60)
    mileage_km = CountField(null=True)
    reason = TextLine(200)
    work_order = CountField(column_name="work_order_id", null=True)
    work_line = CountField(column_name="work_line_id", null=True)
    appointment = CountField(column_name="appointment_id", null=True)
    slip = CountField(column_name="slip_id", null=True)
    purchase_line = CountField(column_name="purchase_line_id", null=True)
    stock_count = CountField(column_name="count_id", null=True)
    token = TextLine(60, null=True, default=None)
