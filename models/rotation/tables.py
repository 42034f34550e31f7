"""Tables of the rotation: days with their logs, line-ups planned ahead."""

from __future__ import annotations

import peewee

from models.kernel import clock
from models.kernel.tables import CountField, DayField, MomentField, Table, reference
from models.staff.tables import Staff


class RotationDay(Table):
    """One day: how it began, and at its end the ``checkpoint`` that the next day begins with. JSON in the texts."""

    day = DayField(unique=True)
    opened_at = MomentField(default=clock.now)
    closed_at = MomentField(null=True)
    line_up = peewee.TextField()
    policy = peewee.TextField()
    carried = peewee.TextField()
    checkpoint = peewee.TextField(default="")


class RotationEvent(Table):
    """One line of a day's log, only ever added: the event, and the decisions as they were carried out.

    ``token`` names the click that made it, so that a double click adds one line.
    """

    day = reference(RotationDay)
    number = CountField()
    kind = peewee.TextField()
    content = peewee.TextField()
    decisions = peewee.TextField()
    at = MomentField(default=clock.now)
    staff = reference(Staff)
    token = peewee.TextField(null=True)


class RotationLineUp(Table):
    """Who is in the line-up of a weekday (0 is Monday), or of one day, which goes before its weekday's."""

    weekday = CountField(null=True)
    day = DayField(null=True)
    people = peewee.TextField()
