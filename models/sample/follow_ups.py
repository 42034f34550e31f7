"""The sample's follow-up: what the registers of the last weeks call for, most of it done in time, some of it late.

What the deals' own actions wrote as they happened is replaced: the registers tell the whole story, in one piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from models.customers.kinds import CLOSED_STAGES
from models.customers.lists import next_contact
from models.followup import starting
from models.followup.kinds import Result, TaskState, Why
from models.followup.rules import Wanted, end_of
from models.followup.tables import FollowUpResult, FollowUpTask, Promise
from models.kernel import clock
from models.kernel.tables import insert_rows, milliseconds, moment, new_uid, run_sql
from models.sample.counter import Counter
from models.shop.profile import trade
from models.trades.follow_up import NEXT_CONTACT, PROMISE, VISIT_LEFT
from models.trades.template import IntentLevel

_WEEKS = timedelta(days=60)
_CALL = timedelta(hours=48)
_LATE, _PROMISED, _OVERDUE_EACH = 0.12, 0.06, 2


@dataclass(frozen=True)
class _Line:
    """A line of a register of a prospect who is looked after."""

    id: int
    kind: str
    at: datetime
    left_at: datetime | None
    staff_id: int
    result: str


@dataclass(frozen=True)
class _Prospect:
    """A customer who may still buy, with their contacts in order."""

    id: int
    owner_id: int
    intent: str
    lines: list[_Line]


def fill(counter: Counter) -> None:
    """Write tasks, results and promises of the last weeks, and begin today. No permission is asked."""
    rng, end = Random(counter.rng.random()), counter.past.end
    with clock.standing_at(end):
        for table in ("follow_up_result", "follow_up_task"):
            run_sql(f"DELETE FROM {table}")
        run_sql("DELETE FROM setting WHERE name = 'follow_up_day'")
        starting.daily_pass()
        prospects = list(_prospects(end - _WEEKS))
        next_of = dict(run_sql("SELECT customer_id, id FROM follow_up_task WHERE rule = ?", NEXT_CONTACT).fetchall())
        results: list[dict[str, Any]] = []
        levels = trade().intent_levels
        for each in prospects:
            results += _moved(rng, each, next_of[each.id], levels)
            results += _calls(each, end)
            if each.lines and rng.random() < _PROMISED:
                results += _promise(rng, counter, each, end)
        if results:
            insert_rows(FollowUpResult, results)
        _leave_some_overdue(rng, prospects, next_of, end)


def _prospects(since: datetime) -> Iterator[_Prospect]:
    marks = ",".join("?" * len(CLOSED_STAGES))
    rows = run_sql(
        "SELECT c.id, c.owner_id, c.intent, r.id, r.kind, r.at, r.left_at, r.staff_id, r.result FROM customer c "
        "LEFT JOIN register_line r ON r.customer_id = c.id AND r.at >= ? WHERE c.owner_id IS NOT NULL "
        f"AND c.merged_into_id IS NULL AND c.erased_at IS NULL AND c.stage NOT IN ({marks}) ORDER BY c.id, r.at, r.id",
        *(milliseconds(since), *CLOSED_STAGES),
    )
    found: _Prospect | None = None
    for customer_id, owner_id, intent, line_id, kind, at, left_at, staff_id, result in rows.fetchall():
        if found is None or found.id != customer_id:
            if found is not None:
                yield found
            found = _Prospect(customer_id, owner_id, intent, [])
        if line_id is not None:
            left = None if left_at is None else moment(left_at)
            found.lines.append(_Line(line_id, kind, moment(at), left, staff_id, result))
    if found is not None:
        yield found


def _result(
    task_id: int, each: _Prospect, result: Result, at: datetime, due_at: datetime, **more: Any
) -> dict[str, Any]:
    plain = {"note": "", "why": Why.NONE, "staff": None, "next_at": None, "line": None}
    return {**plain, "task": task_id, "at": at, "result": result, "whose": each.owner_id, "due_at": due_at, **more}


def _moved(rng: Random, each: _Prospect, task_id: int, levels: Sequence[IntentLevel]) -> Iterator[dict[str, Any]]:
    """Each contact after another answered what the level of that time had asked for, one in eight too late."""
    for before, after in pairwise(each.lines):
        if clock.local(before.at).date() == clock.local(after.at).date():
            continue
        gap = after.at - before.at
        asked = next_contact(each.intent, before.at, levels)
        due = before.at + gap * 0.8 if rng.random() < _LATE else max(asked, after.at + timedelta(hours=3))
        again = next_contact(each.intent, after.at, levels)
        yield _result(task_id, each, Result.CONTACTED, after.at, due, next_at=again, line=after.id)


def _calls(each: _Prospect, end: datetime) -> Iterator[dict[str, Any]]:
    """After each visit a call; answered by the next call, or by the customer's coming again."""
    for place, visit in enumerate(each.lines):
        if visit.kind != "visit" or visit.left_at is None:
            continue
        due = visit.left_at + _CALL
        answer = next((line for line in each.lines[place + 1 :] if line.kind == "call" or line.left_at), None)
        if answer is None and due + timedelta(days=4) < end:
            continue
        wanted = Wanted(VISIT_LEFT, "register_line", visit.id)
        if answer is None:
            _write(wanted, each, visit.left_at, due)
        elif answer.kind == "call":
            task_id = _write(wanted, each, visit.left_at, due, TaskState.DONE, answer.at)
            said = {"note": answer.result, "staff": answer.staff_id, "line": answer.id}
            yield _result(task_id, each, Result.REACHED, answer.at, due, **said)
        else:
            at = answer.left_at or answer.at
            task_id = _write(wanted, each, visit.left_at, due, TaskState.DROPPED, at)
            yield _result(task_id, each, Result.DROPPED, at, due, why=Why.CAME_AGAIN)


def _promise(rng: Random, counter: Counter, each: _Prospect, end: datetime) -> Iterator[dict[str, Any]]:
    """Something was promised at a contact: kept long ago, still to come, or a day late."""
    made = rng.choice(each.lines)
    what = counter.words.remark(rng, "promise")
    keep_at = end_of(clock.local(made.at).date() + timedelta(days=rng.randint(1, 4)))
    with clock.standing_at(made.at):
        promise = Promise.create(customer=each.id, staff=each.owner_id, what=what, keep_at=keep_at)
    wanted = Wanted(PROMISE, "promise", promise.id, about=what)
    if keep_at + timedelta(days=1) < end:
        at = keep_at - timedelta(hours=rng.randint(6, 14))
        task_id = _write(wanted, each, made.at, keep_at, TaskState.DONE, at)
        said = {"note": counter.words.remark(rng, "promise_kept"), "staff": each.owner_id}
        yield _result(task_id, each, Result.REACHED, at, keep_at, **said)
    else:
        _write(wanted, each, made.at, keep_at)


def _write(
    wanted: Wanted,
    each: _Prospect,
    at: datetime,
    due_at: datetime,
    state: TaskState = TaskState.OPEN,
    closed_at: datetime | None = None,
) -> int:
    """The row of a task as it stands in the end; returns its id."""
    version = 1 if state is TaskState.OPEN else 2
    record = {"uid": new_uid(), "version": version, "created_at": at, "changed_at": closed_at or at}
    cause = {"rule": wanted.rule, "cause": wanted.cause, "cause_id": wanted.cause_id, "period": ""}
    stands = {"with_manager": False, "level": "", "state": state, "due_at": due_at, "closed_at": closed_at}
    whose = {"customer": each.id, "staff": each.owner_id, "about": wanted.about}
    return insert_rows(FollowUpTask, [{**record, **cause, **stands, **whose}])


def _leave_some_overdue(rng: Random, prospects: list[_Prospect], next_of: dict[int, int], end: datetime) -> None:
    """A few next contacts of each consultant slipped by a day or two, as in any store."""
    today = end_of(clock.local(end).date())
    slipped: dict[int, int] = {}
    for each in prospects:
        count = slipped.get(each.owner_id, 0)
        task_id = next_of[each.id]
        (due_at,) = run_sql("SELECT due_at FROM follow_up_task WHERE id = ?", task_id).fetchone()
        if count < _OVERDUE_EACH and moment(due_at) == today:
            slipped[each.owner_id] = count + 1
            late = end - timedelta(hours=rng.randint(5, 40))
            FollowUpTask.update(due_at=late).where(FollowUpTask.id == task_id).execute()
