"""Tables of follow-up: promises, tasks, and what came of each try."""

from __future__ import annotations

import peewee

from models.customers.tables import Customer, RegisterLine
from models.followup.kinds import Result, TaskState
from models.kernel import clock
from models.kernel.tables import CountField, EnumField, FlagField, MomentField, Note, Record, Table, TextLine, reference
from models.staff.tables import Staff


class Promise(Record):
    """What somebody promised a customer, and by when: "will call Friday" (C8)."""

    customer = reference(Customer)
    staff = reference(Staff)
    what = TextLine(200)
    keep_at = MomentField()


class FollowUpTask(Record):
    """A task with the record that caused it; ``rule``, ``cause``, ``cause_id`` and ``period`` are given once only.

    ``period`` tells the occasions of a recurring cause apart. ``staff`` is whose it is, None while it is nobody's;
    ``with_manager`` is one not reached three times. ``counted_from`` and ``level`` are what the due moment of a next
    contact was reckoned from (C5).
    """

    rule = TextLine(40)
    cause = TextLine(40)
    cause_id = CountField()
    period = TextLine(40)
    customer = reference(Customer)
    staff = reference(Staff, null=True)
    with_manager = FlagField(default=False)
    about = TextLine(200)
    due_at = MomentField()
    counted_from = MomentField(null=True)
    level = TextLine(20)
    state = EnumField(TaskState, default=TaskState.OPEN)
    closed_at = MomentField(null=True)


class FollowUpResult(Table):
    """One line of a task's record, only ever added: what came of it, when, and the due moment it answers.

    ``staff`` is who wrote it, None for the program; ``whose`` is whose task it was; ``next_at`` the new due moment;
    ``line`` the register's line of the contact; ``why`` the reason of a task that was dropped.
    """

    task = reference(FollowUpTask)
    at = MomentField(default=clock.now)
    result = EnumField(Result)
    note = Note(1000)
    why = peewee.TextField(default="")
    staff = reference(Staff, null=True)
    whose = reference(Staff, null=True)
    due_at = MomentField()
    next_at = MomentField(null=True)
    line = reference(RegisterLine, null=True)
