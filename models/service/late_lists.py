"""Who waits longer than was promised, told before it happens (W9); figures of work and rework (W6, W8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from models.kernel import clock
from models.kernel.actions import PROGRAM
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, moment, run_sql
from models.service import board, lists
from models.service.board import STANDARD
from models.service.states import WorkOrderState
from models.service.work_views import AskRow, LateRow, WorkFigures
from models.staff.lists import names

_OVER = (WorkOrderState.READY, WorkOrderState.SETTLED, WorkOrderState.BOOKED)


def late_orders(actor: Actor) -> list[LateRow]:
    """The orders here that are late, and those whose forecast is later than their promise, the earliest promise first.

    One whose customer was told has a new promise, so that it is none of them any more.
    """
    ready, now = board.forecasts(), clock.now()
    found = []
    for row in lists.live(actor):
        if row.promised_at is None or row.state in _OVER:
            continue
        expected = max(ready.get(row.id, now), now)
        if expected > row.promised_at:
            found.append(
                LateRow(
                    *(row.id, row.number, row.state, row.customer, row.plate, row.vehicle, row.advisor_id, row.advisor),
                    promised_at=row.promised_at,
                    forecast_at=expected,
                    late=row.promised_at < now,
                )
            )
    return found


def open_extras(actor: Actor) -> list[AskRow]:
    """Extra work that the customer has not answered on, the longest waiting first (W7)."""
    sql = "SELECT order_id, found_at, found FROM extra_work WHERE state = 'open' ORDER BY found_at, id"
    return _asked(run_sql(sql).fetchall())


def to_dispatch(actor: Actor) -> list[AskRow]:
    """Authorised orders that no technician has been given yet, the longest waiting first (W6)."""
    sql = """SELECT o.id, max(a.at), o.complaint FROM work_order o JOIN authorisation a ON a.order_id = o.id
        WHERE o.state = 'authorised' GROUP BY o.id, o.complaint ORDER BY max(a.at), o.id"""
    return _asked(run_sql(sql).fetchall())


def _asked(found: Sequence[tuple[Any, ...]]) -> list[AskRow]:
    rows = {row.id: row for row in lists.rows(PROGRAM, [order_id for order_id, _at, _about in found])}
    asked = []
    for order_id, at, about in found:
        row = rows[order_id]
        own = (row.id, row.number, row.customer, row.plate, row.vehicle, row.advisor_id)
        asked.append(AskRow(*own, moment(at), about))
    return asked


def to_tell(actor: Actor) -> int:
    """How many customers have to be told that it will be later."""
    return len(late_orders(actor))


_DONE = f"""SELECT technician_id, count(*), sum(standard), sum(worked) FROM (
    SELECT l.technician_id, {STANDARD} AS standard, coalesce(w.worked, 0) AS worked
    FROM work_line l LEFT JOIN operation p ON p.id = l.operation_id
    LEFT JOIN (SELECT line_id, sum(ended_at - started_at) AS worked FROM work_session GROUP BY line_id) w
        ON w.line_id = l.id
    WHERE l.kind = 'labour' AND l.work = 'done' AND l.technician_id IS NOT NULL AND l.done_at >= ? AND l.done_at < ?
    ) done GROUP BY technician_id"""
_REDONE = """SELECT q.line_id, q.at, (SELECT s.staff_id FROM work_session s WHERE s.line_id = q.line_id
    AND s.started_at <= q.at ORDER BY s.id DESC LIMIT 1), (SELECT coalesce(sum(s.ended_at - s.started_at), 0)
    FROM work_session s WHERE s.line_id = q.line_id AND s.started_at >= q.at) FROM quality_check q
    WHERE q.passed = 0 AND q.line_id IS NOT NULL AND q.step <> 'self' AND q.at >= ? AND q.at < ? ORDER BY q.id"""


def work_figures(actor: Actor, first: date, last: date) -> list[WorkFigures]:
    """What everybody did between two days, both included: standard against actual hours, internal rework."""
    begin = milliseconds(datetime.combine(first, time.min).astimezone())
    end = milliseconds(datetime.combine(last + timedelta(days=1), time.min).astimezone())
    sums: dict[int, list[int]] = {}
    for staff_id, *three in run_sql(_DONE, begin, end).fetchall():
        sums[staff_id] = [*map(int, three), 0, 0]
    for _line_id, _at, staff_id, worked in run_sql(_REDONE, begin, end).fetchall():
        own = sums.setdefault(staff_id or 0, [0, 0, 0, 0, 0])
        own[3], own[4] = own[3] + 1, own[4] + int(worked)
    people = names()
    return [
        WorkFigures(staff_id, people.get(staff_id, ""), lines, standard, minutes // 60_000, redone, redone_ms // 60_000)
        for staff_id, (lines, standard, minutes, redone, redone_ms) in sorted(sums.items())
    ]
