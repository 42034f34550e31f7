"""The record of what left the house."""

from __future__ import annotations

import peewee

from models.carrying.kinds import Form
from models.kernel import clock
from models.kernel.tables import CountField, DayField, EnumField, FlagField, MomentField, Table, reference
from models.staff.tables import Staff


class CarriedOut(Table):
    """One export: who, when, what, where to, how much, the hash over all its files, encrypted or plain. Only added."""

    at = MomentField(default=clock.now)
    staff = reference(Staff)
    contents = peewee.TextField()
    form = EnumField(Form)
    first_day = DayField(null=True)
    last_day = DayField(null=True)
    place = peewee.TextField()
    name = peewee.TextField()
    files = CountField()
    lines = CountField()
    size = CountField()
    sha256 = peewee.TextField()
    encrypted = FlagField()

    class Meta:
        table_name = "carried_out"
