"""Writing tasks inside an action: opened, moved, given to somebody else, done, dropped, opened again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.followup.kinds import Result, TaskState, Why
from models.followup.rules import Wanted
from models.followup.tables import FollowUpResult, FollowUpTask
from models.kernel import clock
from models.kernel.tables import milliseconds, moment, run_sql

_COLUMNS = "id, rule, cause, cause_id, period, customer_id, staff_id, with_manager, due_at, counted_from, level, state"


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it stands in its row."""

    id: int
    rule: str
    cause: str
    cause_id: int
    period: str
    customer_id: int
    staff_id: int | None
    with_manager: bool
    due_at: datetime
    counted_from: datetime | None
    level: str
    state: TaskState

    @property
    def whose_id(self) -> int | None:
        """Who answers for it; nobody in person once it is with the manager."""
        return None if self.with_manager else self.staff_id


def read(where: str, *values: object) -> list[Task]:
    """The tasks of a condition, oldest first."""
    found = run_sql(f"SELECT {_COLUMNS} FROM follow_up_task WHERE {where} ORDER BY id", *values)
    return [_task(*row) for row in found.fetchall()]


def _task(*row: Any) -> Task:
    task_id, rule, cause, cause_id, period, customer_id, staff_id, with_manager, due_at, counted, level, state = row
    return Task(
        *(task_id, rule, cause, cause_id, period, customer_id, staff_id, bool(with_manager), moment(due_at)),
        *(None if counted is None else moment(counted), level, TaskState(state)),
    )


def caused_by(wanted: Wanted) -> Task | None:
    """The one task of this rule and cause on this occasion, if it was ever written."""
    cause = (wanted.rule, wanted.cause, wanted.cause_id, wanted.period)
    return next(iter(read("rule = ? AND cause = ? AND cause_id = ? AND period = ?", *cause)), None)


def open_new(
    wanted: Wanted,
    customer_id: int,
    staff_id: int | None,
    due_at: datetime,
    counted_from: datetime | None = None,
    level: str = "",
) -> int:
    """Write a new open task; returns its id."""
    return FollowUpTask.create(
        rule=wanted.rule,
        cause=wanted.cause,
        cause_id=wanted.cause_id,
        period=wanted.period,
        customer=customer_id,
        staff=staff_id,
        about=wanted.about[:200],
        due_at=due_at,
        counted_from=counted_from,
        level=level,
    ).id


def change(task: Task, **values: object) -> None:
    """Write columns of a task and count its version on."""
    columns = ", ".join(f"{name} = ?" for name in values)
    written = [milliseconds(each) if isinstance(each, datetime) else each for each in values.values()]
    run_sql(
        f"UPDATE follow_up_task SET {columns}, version = version + 1, changed_at = ? WHERE id = ?",
        *(*written, milliseconds(clock.now()), task.id),
    )


def record(
    task: Task,
    result: Result,
    *,
    note: str = "",
    why: Why = Why.NONE,
    staff_id: int | None = None,
    next_at: datetime | None = None,
    line_id: int | None = None,
    at: datetime | None = None,
) -> None:
    """Add a line to a task's record."""
    FollowUpResult.create(
        task=task.id,
        at=at or clock.now(),
        result=result,
        note=note,
        why=why,
        staff=staff_id,
        whose=task.whose_id,
        due_at=task.due_at,
        next_at=next_at,
        line=line_id,
    )


def drop(task: Task, why: Why, *, note: str = "", staff_id: int | None = None) -> None:
    """End an open task without a result, with the reason on record."""
    now = clock.now()
    record(task, Result.DROPPED, why=why, note=note, staff_id=staff_id, at=now)
    change(task, state=TaskState.DROPPED.value, closed_at=now)


def reopen(task: Task, staff_id: int | None, due_at: datetime, **values: object) -> None:
    """Open a task again whose cause has come back."""
    record(task, Result.REOPENED, next_at=due_at)
    again = {"state": TaskState.OPEN.value, "closed_at": None, "staff_id": staff_id, "with_manager": 0}
    change(task, **again, due_at=due_at, **values)


def tries(task_ids: Iterable[int]) -> dict[int, int]:
    """How often in a row each of these tasks was not reached."""
    marks = ",".join(str(int(each)) for each in task_ids)
    if not marks:
        return {}
    rows = run_sql(
        "SELECT task_id, count(*) FROM follow_up_result missed WHERE result = 'not_reached' "
        f"AND task_id IN ({marks}) AND NOT EXISTS (SELECT 1 FROM follow_up_result later "
        "WHERE later.task_id = missed.task_id AND later.id > missed.id AND later.result <> 'not_reached') "
        "GROUP BY task_id"
    )
    return dict(rows.fetchall())
