"""What screens read about follow-up: whose tasks are due, a customer's, everything for one call, compliance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.customers.kinds import FormOfAddress
from models.customers.rules import masked_phone
from models.customers.seeing import seen
from models.followup import tasks
from models.followup.kinds import Result, Why
from models.followup.rules import end_of
from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, moment, run_sql
from models.shop.profile import trade
from models.trades.follow_up import rules_of


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as lists show it. ``what`` is in words; ``phone`` is masked unless the reader may see it.

    ``whose`` is empty while it is nobody's; ``tries`` are the times in a row the customer was not reached.
    """

    id: int
    version: int
    rule: str
    what: str
    customer_id: int
    customer: str
    form_of_address: FormOfAddress
    phone: str
    wish: str
    intent: str
    due_at: datetime
    whose_id: int | None
    whose: str
    with_manager: bool
    tries: int

    @property
    def overdue(self) -> bool:
        """Whether its moment has passed."""
        return self.due_at < clock.now()


@dataclass(frozen=True)
class RecordLine:
    """One line of a task's record."""

    at: datetime
    what: str
    result: Result
    note: str
    why: Why
    staff: str
    due_at: datetime
    next_at: datetime | None

    @property
    def in_time(self) -> bool:
        """Whether it came before the task was overdue."""
        return self.at <= self.due_at


@dataclass(frozen=True)
class CustomerTasks:
    """A customer's follow-up: what is open, how many due moments were answered, and how many of those in time."""

    open: tuple[TaskRow, ...]
    answered: int
    in_time: int


@dataclass(frozen=True)
class Compliance:
    """A person's follow-ups of a month: due moments that have come, those kept, those answered late, those open."""

    staff_id: int
    name: str
    due: int
    kept: int
    late: int
    missed: int

    @property
    def share(self) -> int | None:
        """How many were done in time, in hundredths of a percent; None where nothing was due."""
        return (self.kept * 100_00 + self.due // 2) // self.due if self.due else None


_ROW = """SELECT t.id, t.version, t.rule, t.about, c.id, c.name, c.form_of_address, p.number, c.owner_id, c.wish,
    c.intent, t.due_at, s.id, s.name, t.with_manager
    FROM follow_up_task t JOIN customer c ON c.id = t.customer_id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    LEFT JOIN staff s ON s.id = t.staff_id WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"""
_COUNT = "SELECT count(*) FROM follow_up_task t WHERE {where}"
_SOONEST = "t.due_at, t.id"
_OPEN = "t.state = 'open' AND t.rule <> 'complaint'"  # complaints stand before all others by themselves
_MINE = f"{_OPEN} AND t.staff_id = ? AND t.with_manager = 0 AND t.due_at <= ?"
_MANAGERS = f"{_OPEN} AND (t.with_manager = 1 OR t.staff_id IS NULL) AND t.due_at <= ?"
_TEAM = f"{_OPEN} AND t.staff_id <> ? AND t.with_manager = 0 AND t.due_at < ?"
_EVERY = 1_000_000_000


def end_of_today() -> datetime:
    """Until when something counts as due today."""
    return end_of(clock.today())


def mine(actor: Actor, limit: int, offset: int = 0) -> list[TaskRow]:
    """This person's tasks that are overdue or due today, the longest overdue first."""
    return _rows(actor, _MINE, (actor.id, milliseconds(end_of_today())), limit, offset)


def count_mine(actor: Actor) -> int:
    """How many of this person's tasks are overdue or due today."""
    return _count(_MINE, actor.id, milliseconds(end_of_today()))


def managers(actor: Actor, limit: int, offset: int = 0) -> list[TaskRow]:
    """What waits for a manager: tasks not reached three times, and those that are nobody's."""
    return _rows(actor, _MANAGERS, (milliseconds(end_of_today()),), limit, offset)


def count_managers() -> int:
    """How many tasks wait for a manager."""
    return _count(_MANAGERS, milliseconds(end_of_today()))


def team(actor: Actor, limit: int, offset: int = 0) -> list[TaskRow]:
    """Other people's overdue tasks, the longest overdue first."""
    return _rows(actor, _TEAM, (actor.id, milliseconds(clock.now())), limit, offset)


def count_team(actor: Actor) -> int:
    """How many tasks of other people are overdue."""
    return _count(_TEAM, actor.id, milliseconds(clock.now()))


def task(actor: Actor, task_id: int) -> TaskRow | None:
    """One open task; None where it is done, dropped or unknown."""
    return next(iter(_rows(actor, "t.state = 'open' AND t.id = ?", (task_id,), 1, 0)), None)


def of_customer(actor: Actor, customer_id: int) -> CustomerTasks:
    """A customer's open tasks, soonest first, and how the ones before were kept."""
    found = _rows(actor, "t.state = 'open' AND t.customer_id = ?", (customer_id,), _EVERY, 0)
    answered, in_time = run_sql(
        "SELECT count(*), coalesce(sum(CASE WHEN r.at <= r.due_at THEN 1 ELSE 0 END), 0) FROM follow_up_result r "
        "JOIN follow_up_task t ON t.id = r.task_id WHERE t.customer_id = ? "
        "AND r.result NOT IN ('dropped', 'reopened')",
        customer_id,
    ).fetchone()
    return CustomerTasks(tuple(found), answered, int(in_time))


def record(customer_id: int, limit: int = 50) -> list[RecordLine]:
    """What came of a customer's tasks, newest first."""
    rows = run_sql(
        "SELECT r.at, t.rule, t.about, r.result, r.note, r.why, s.name, r.due_at, r.next_at FROM follow_up_result r "
        "JOIN follow_up_task t ON t.id = r.task_id LEFT JOIN staff s ON s.id = r.staff_id "
        "WHERE t.customer_id = ? ORDER BY r.at DESC, r.id DESC LIMIT ?",
        *(customer_id, limit),
    )
    return [
        RecordLine(
            moment(at),
            _what(rule, about),
            Result(result),
            note,
            Why(why),
            staff or "",
            moment(due_at),
            None if next_at is None else moment(next_at),
        )
        for at, rule, about, result, note, why, staff, due_at, next_at in rows.fetchall()
    ]


def overdue_days(at: datetime) -> dict[int, int]:
    """By staff id, how many whole days their oldest open task is overdue."""
    rows = run_sql(
        "SELECT staff_id, min(due_at) FROM follow_up_task WHERE state = 'open' AND staff_id IS NOT NULL "
        "AND with_manager = 0 AND due_at < ? GROUP BY staff_id",
        milliseconds(at),
    )
    return {staff_id: (at - moment(oldest)).days for staff_id, oldest in rows.fetchall()}


def compliance(month: date) -> list[Compliance]:
    """How each person kept the due moments of a month, up to now."""
    first = month.replace(day=1)
    return compliance_between(first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))


def compliance_between(first: date, last: date) -> list[Compliance]:
    """How each person kept the due moments of some days, up to now; one on time is answered before it is overdue (C8).

    A due moment is kept when something came of the task by then: reached or not, put off, refused, or in contact
    otherwise. One that was dropped before it was due counts for nobody, nor does what is with the manager.
    """
    begin, end = milliseconds(_midnight(first)), milliseconds(_midnight(last + timedelta(days=1)))
    answered = run_sql(
        "SELECT whose_id, sum(CASE WHEN at <= due_at THEN 1 ELSE 0 END), sum(CASE WHEN at > due_at THEN 1 ELSE 0 END) "
        "FROM follow_up_result WHERE due_at >= ? AND due_at < ? AND whose_id IS NOT NULL AND result <> 'reopened' "
        "AND (result <> 'dropped' OR at > due_at) GROUP BY whose_id",
        *(begin, end),
    )
    counts = {staff_id: [int(kept), int(late), 0] for staff_id, kept, late in answered.fetchall()}
    missed = run_sql(
        "SELECT staff_id, count(*) FROM follow_up_task WHERE state = 'open' AND with_manager = 0 "
        "AND staff_id IS NOT NULL AND due_at >= ? AND due_at < ? GROUP BY staff_id",
        *(begin, min(end, milliseconds(clock.now()))),
    )
    for staff_id, count in missed.fetchall():
        counts.setdefault(staff_id, [0, 0, 0])[2] = count
    names = dict(run_sql("SELECT id, name FROM staff").fetchall())
    found = [Compliance(each, names[each], sum(three), *three) for each, three in counts.items()]
    return sorted(found, key=lambda each: (each.share or 0, each.name))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time()).astimezone()


def _rows(actor: Actor, where: str, values: tuple[object, ...], limit: int, offset: int) -> list[TaskRow]:
    rows = run_sql(_ROW.format(where=where, order=_SOONEST), *values, limit, offset).fetchall()
    tries = tasks.tries(row[0] for row in rows)
    open_to = seen(actor, {row[4]: row[8] for row in rows})
    return [_row(row, row[4] in open_to, tries.get(row[0], 0)) for row in rows]


def _row(row: tuple[Any, ...], shown: bool, tries: int) -> TaskRow:
    task_id, version, rule, about, customer_id, name, form, number, _owner_id, wish, intent = row[:11]
    due_at, whose_id, whose, with_manager = row[11:]
    phone = number or ""
    return TaskRow(
        task_id,
        version,
        rule,
        _what(rule, about),
        customer_id,
        name,
        FormOfAddress(form),
        phone if shown else masked_phone(phone),
        wish,
        intent,
        moment(due_at),
        whose_id,
        whose or "",
        bool(with_manager),
        tries,
    )


def _what(rule: str, about: str) -> str:
    """A task in words: what was promised, or what the rule asks for and of which goods."""
    words = _(rules_of(trade())[rule].task)
    if not about:
        return words
    return about if rule == "promise" else _("{task}: {about}").format(task=words, about=about)


def _count(where: str, *values: object) -> int:
    return int(run_sql(_COUNT.format(where=where), *values).fetchone()[0])
