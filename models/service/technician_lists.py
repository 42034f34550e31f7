"""What a technician sees: their lines, the customer's words, parts; no price and no phone in any of it (W6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from models.kernel import clock
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, run_sql
from models.service import board, lists, quality_actions, standing
from models.service.kinds import Check, Supply, WorkState
from models.service.states import WORK_STATES, WorkOrderState
from models.service.tables import WorkOrder
from models.service.work_views import BoardLine, CheckRow, NeededPart, TechnicianDay, TechnicianLine

_ABOUT = """SELECT l.id, o.mileage, o.complaint, l.note, l.found_words, l.road_test, l.safety
    FROM work_line l JOIN work_order o ON o.id = l.order_id WHERE l.id IN ({marks})"""
_PARTS = """SELECT order_id, parent_id, name, code, unit, quantity, issued, supply FROM work_line
    WHERE kind = 'part' AND stance = 'chosen' AND order_id IN ({marks}) ORDER BY order_id, position"""
_SESSIONS = (
    """SELECT started_at, ended_at FROM work_session WHERE staff_id = ? AND (ended_at IS NULL OR ended_at >= ?)"""
)


def my_work(actor: Actor) -> TechnicianDay:
    """What this person has to do, what runs first; what nobody has yet; what they did today."""
    lines = [line for line in board.board_lines(actor) if line.technician_id in (None, actor.id)]
    own = [line for line in lines if line.technician_id == actor.id]
    done = [line for line in own if line.work is WorkState.DONE]
    open_ones = sorted(own, key=_turn)
    free = [line for line in lines if line.technician_id is None and line.state in WORK_STATES]
    finished = _done_today(actor)
    today = [line for line in done if line.id in finished]
    return TechnicianDay(
        lines=_lines(open_ones),
        free=tuple(free),
        done_today=len(today),
        worked=_worked_today(actor),
        standard=sum(line.standard for line in today),
    )


_ORDER = {WorkState.RUNNING: 0, WorkState.STOPPED: 1, WorkState.WAITING: 2, WorkState.DONE: 3}


def _turn(line: BoardLine) -> tuple[int, bool, float, int]:
    promised = line.promised_at.timestamp() if line.promised_at else 0.0
    return _ORDER[line.work], line.promised_at is None, promised, line.id


def _midnight() -> int:
    return milliseconds(datetime.combine(clock.today(), time.min).astimezone())


def _done_today(actor: Actor) -> set[int]:
    sql = "SELECT id FROM work_line WHERE technician_id = ? AND work = 'done' AND done_at >= ?"
    return {row[0] for row in run_sql(sql, actor.id, _midnight()).fetchall()}


def _worked_today(actor: Actor) -> int:
    begin, now = _midnight(), milliseconds(clock.now())
    rows = run_sql(_SESSIONS, actor.id, begin).fetchall()
    return sum(max((now if end is None else end) - max(start, begin), 0) for start, end in rows) // 60_000


def _lines(lines: Sequence[BoardLine]) -> tuple[TechnicianLine, ...]:
    if not lines:
        return ()
    marks = ", ".join("?" * len(lines))
    about = {row[0]: row[1:] for row in run_sql(_ABOUT.format(marks=marks), *(line.id for line in lines)).fetchall()}
    parts = parts_of({line.order_id for line in lines})
    checked = _checked({line.order_id for line in lines})
    return tuple(
        _line(line, (*about[line.id], checked.get(line.id, False)), parts.get((line.order_id, line.id), ()))
        for line in lines
    )


def _checked(order_ids: set[int]) -> dict[int, bool]:
    """Whether each line was passed when it was last checked."""
    marks = ", ".join("?" * len(order_ids))
    sql = f"SELECT line_id, passed FROM quality_check WHERE order_id IN ({marks}) AND line_id IS NOT NULL ORDER BY id"
    return {line_id: bool(passed) for line_id, passed in run_sql(sql, *sorted(order_ids)).fetchall()}


def _line(line: BoardLine, about: tuple[Any, ...], parts: Sequence[NeededPart]) -> TechnicianLine:
    mileage, complaint, note, found_words, road_test, safety, checked = about
    flags = (bool(road_test), bool(safety), bool(checked))
    return TechnicianLine(line, mileage, complaint, note, found_words, *flags, tuple(parts))


def parts_of(order_ids: set[int]) -> dict[tuple[int, int], list[NeededPart]]:
    """The parts of orders by order and line of labour; 0 is none of them."""
    marks = ", ".join("?" * len(order_ids))
    found: dict[tuple[int, int], list[NeededPart]] = {}
    for order_id, parent, *rest in run_sql(_PARTS.format(marks=marks), *sorted(order_ids)).fetchall():
        name, code, unit, quantity, issued, supply = rest
        part = NeededPart(name, code, unit, quantity, issued, Supply(supply))
        found.setdefault((order_id, parent or 0), []).append(part)
    return found


def to_check(actor: Actor) -> list[CheckRow]:
    """The orders whose next step of quality this person may take: they did none of it, nor the step before (W8)."""
    found = []
    for order in WorkOrder.select().where(WorkOrder.state == WorkOrderState.QUALITY_CHECK).order_by(WorkOrder.id):
        passed = [standing.passed_by(order, step) for step in quality_actions.steps_of(order)]
        open_steps = [step for step, by in zip(quality_actions.steps_of(order), passed, strict=True) if by is None]
        if open_steps and actor.id not in standing.workers_of(order) | set(passed):
            found.append(_check(order, open_steps[0]))
    return found


def _check(order: WorkOrder, step: Check) -> CheckRow:
    row = lists.row(order.id)
    work = standing.chosen_labour(order)
    road = quality_actions.road_test_of(order)
    lines = tuple((line.id, line.name) for line in work)
    return CheckRow(order.id, order.number, row.plate, row.vehicle, step, road, lines)
