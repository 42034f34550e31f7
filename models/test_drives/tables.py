"""Tables of test drives."""

from __future__ import annotations

import peewee

from models.customers.tables import Customer
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    Note,
    Record,
    Table,
    TextLine,
    reference,
)
from models.papers.tables import Attachment
from models.sales.supplement_states import SignedHow
from models.staff.tables import Staff
from models.stock.tables import StockUnit
from models.test_drives.states import DriveState


class TestDrive(Record):
    """A test drive (S4). ``fuel`` in eighths of a tank, None while nobody has looked; km as the odometer says.

    ``routes`` are those offered, as JSON; ``route`` is the name of the one driven. ``wish`` is the level of intent the
    customer ended with, ``next_step`` what was agreed for ``next_at``.
    """

    number = peewee.TextField()
    customer = reference(Customer)
    unit = reference(StockUnit)
    consultant = reference(Staff)
    state = EnumField(DriveState, default=DriveState.BOOKED)
    starts_at = MomentField()
    ends_at = MomentField()
    note = TextLine(200)
    reason = TextLine(200)
    fuel = CountField(null=True)
    clean = FlagField(default=False)
    insured = FlagField(default=False)
    licence_name = TextLine(60)
    licence_number = TextLine(40)
    licence_class = TextLine(20)
    licence_until = DayField(null=True)
    licence_scan = reference(Attachment, null=True)
    licence_seen_by = reference(Staff, null=True)
    signed_how = EnumField(SignedHow, null=True)
    signature = reference(Attachment, null=True)
    signed_at = MomentField(null=True)
    routes = Note(4000, default="[]")
    route = TextLine(80)
    out_at = MomentField(null=True)
    out_km = CountField(null=True)
    back_at = MomentField(null=True)
    back_km = CountField(null=True)
    rode_first = FlagField(default=False)
    swapped_engine_off = FlagField(default=False)
    liked = Note(1000)
    disliked = Note(1000)
    wish = TextLine(20)
    next_step = TextLine(200)
    next_at = MomentField(null=True)


class TestDrivePoint(Table):
    """A focus point of the needs assessment, and whether the drive agreed with it; None where it was not asked (C6)."""

    drive = reference(TestDrive)
    position = CountField()
    point = TextLine(300)
    agreed = FlagField(null=True)
    remark = TextLine(200)
