"""Keeping the call to whoever did not come to their appointment in step with it (W1, C8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from models.appointments import planning
from models.customers.linked import resolved
from models.followup import standing, tasks
from models.followup.kinds import TaskState, Why
from models.followup.rules import Wanted, end_of
from models.kernel import clock
from models.kernel.tables import moment, run_sql
from models.trades.follow_up import NO_SHOW, Rule

_ROW = """SELECT customer_id, goods_id, advisor_id, number, state,
    (SELECT max(e.at) FROM appointment_event e WHERE e.appointment_id = a.id AND e.kind = 'missed')
    FROM appointment a WHERE a.id = ?"""
_COMING = "state IN ('booked', 'confirmed', 'arrived') AND customer_id = ? AND coalesce(goods_id, 0) = ?"
_MOST_CLOSED = 60


def appointment(rules: Mapping[str, Rule], appointment_id: int) -> set[int]:
    """Who did not come is called by the advisor on the next day the workshop is open; over once they come or have
    another appointment with the same vehicle. Returns the ids of the tasks that were written.
    """
    row = run_sql(_ROW, appointment_id).fetchone()
    if row is None:
        return set()
    customer_id, goods_id, advisor_id, number, state, missed_at = row
    if state in ("booked", "confirmed", "arrived"):
        return _over(customer_id, goods_id, Why.CAME_AGAIN if state == "arrived" else Why.BOOKED_AGAIN)
    if state != "no_show" or missed_at is None or _comes_again(appointment_id, customer_id, goods_id):
        return set()
    rule, wanted = rules[NO_SHOW], Wanted(NO_SHOW, "appointment", appointment_id, about=number)
    (file,) = standing.of([resolved(customer_id)])
    due = _due(rule, moment(missed_at))
    if due < clock.now() or file.dropped_for(rule) or tasks.caused_by(wanted):
        return set()
    whose = advisor_id if advisor_id and standing.active(advisor_id) else file.owner_id
    return {tasks.open_new(wanted, file.id, whose, due)}


def _due(rule: Rule, missed_at: datetime) -> datetime:
    """The end of the day so many days later, or of the next one on which the workshop is open."""
    hours = planning.hours()
    first: date = clock.local(missed_at).date() + timedelta(days=rule.after)
    days = (first + timedelta(days=ahead) for ahead in range(_MOST_CLOSED))
    return end_of(next((day for day in days if hours.of(day) is not None), first))


def _comes_again(appointment_id: int, customer_id: int, goods_id: int | None) -> bool:
    sql = f"SELECT 1 FROM appointment WHERE {_COMING} AND id > ? LIMIT 1"
    return run_sql(sql, customer_id, goods_id or 0, appointment_id).fetchone() is not None


def _over(customer_id: int, goods_id: int | None, why: Why) -> set[int]:
    """Drop the calls about appointments of this vehicle that were missed before."""
    missed = "SELECT id FROM appointment WHERE customer_id = ? AND coalesce(goods_id, 0) = ? AND state <> 'cancelled'"
    values: tuple[Any, ...] = (NO_SHOW, TaskState.OPEN.value, customer_id, goods_id or 0)
    found = tasks.read(f"rule = ? AND state = ? AND cause = 'appointment' AND cause_id IN ({missed})", *values)
    for task in found:
        tasks.drop(task, why)
    return {task.id for task in found}
