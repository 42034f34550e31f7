"""Table of the staff."""

from __future__ import annotations

from typing import Any

import peewee

from models.kernel import clock
from models.kernel.permissions import Role
from models.kernel.tables import CountField, DayField, MomentField, Note, Record, Table, TextLine, reference


class RolesField(peewee.TextField):
    """A set of roles, kept as their values with commas."""

    def db_value(self, value: Any) -> Any:
        return ",".join(sorted(Role(role).value for role in value))

    def python_value(self, value: Any) -> Any:
        return frozenset(Role(each) for each in value.split(",") if each)


class Staff(Record):
    """A member of staff; who has ``left_on`` a day keeps the history and may do nothing."""

    name = TextLine(60)
    phone = TextLine(40)
    roles = RolesField()
    pin_hash = peewee.TextField()
    misses = CountField(default=0)
    left_on = DayField(null=True)


class Draft(Table):
    """What somebody was typing in a form when the program closed, was locked or died."""

    staff = reference(Staff)
    form = peewee.TextField()
    content = Note(1_000_000)
    changed_at = MomentField(default=clock.now)
