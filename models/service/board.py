"""The board of the workshop: every line by technician, bay or state, running times, load, forecasts (W6, W9)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from models.appointments import lists as appointments
from models.appointments import planning
from models.appointments.rules import WorkshopHours
from models.customers.belongings import goods_name
from models.kernel import clock
from models.kernel.i18n import N_, LabelledEnum, label
from models.kernel.permissions import Actor, Role
from models.kernel.tables import milliseconds, moment, run_sql
from models.service import forecast
from models.service.forecast import Task
from models.service.kinds import WorkState
from models.service.states import HERE_STATES, WORK_STATES, WorkOrderState
from models.service.work_views import BoardLine, Lane, TechnicianRow
from models.staff.lists import names

ON_BOARD = (WorkOrderState.AUTHORISED, *WORK_STATES, WorkOrderState.QUALITY_CHECK)
"""The orders whose lines stand on the board of today."""

STANDARD = "CASE WHEN p.price IS NOT NULL THEN p.hours ELSE l.quantity END"
_LINES = f"""SELECT l.id, l.order_id, o.number, o.state, g.plate, g.make, g.model, g.serial, o.place, l.name, l.skill,
    {STANDARD}, l.work, l.technician_id, l.bay_id, o.promised_at, o.waits
    FROM work_line l JOIN work_order o ON o.id = l.order_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    LEFT JOIN operation p ON p.id = l.operation_id
    WHERE l.kind = 'labour' AND l.stance = 'chosen' AND {{where}} ORDER BY o.promised_at, o.id, l.position"""
_WORKED = """SELECT line_id, sum(ended_at - started_at), max(CASE WHEN ended_at IS NULL THEN started_at END)
    FROM work_session WHERE {where} GROUP BY line_id"""
_HELD = """SELECT h.line_id FROM extra_hold h JOIN extra_work e ON e.id = h.extra_id WHERE e.state = 'open'"""
_TO_COME = """SELECT o.id, max(l.expected_on) FROM work_line l JOIN work_order o ON o.id = l.order_id
    WHERE l.kind = 'part' AND l.stance = 'chosen' AND l.issued < l.quantity AND l.expected_on IS NOT NULL
    AND o.state IN ({states}) GROUP BY o.id"""
_OVER = (WorkOrderState.READY, WorkOrderState.SETTLED)


class LaneBy(LabelledEnum):
    """What the lanes of the board are."""

    TECHNICIAN = "technician", N_("Technician")
    BAY = "bay", N_("Workshop bay")
    STATE = "state", N_("State")


def _listed(states: Sequence[WorkOrderState]) -> str:
    return ", ".join(f"'{state.value}'" for state in states)


def board_lines(actor: Actor, day: date | None = None) -> list[BoardLine]:
    """The lines on the board: of today (None) all that is to be done or was done today, of another day what was done
    or is promised for it.
    """
    today = clock.today()
    chosen = day or today
    begin, end = _span(chosen)
    done = "(l.done_at >= ? AND l.done_at < ?)"
    if chosen == today:
        where = f"(o.state IN ({_listed(ON_BOARD)}) OR {done})"
        return _read(where, begin, end, whole=True)
    due = f"(o.promised_at >= ? AND o.promised_at < ? AND o.state IN ({_listed(HERE_STATES)}))"
    worked = "l.id IN (SELECT line_id FROM work_session WHERE started_at >= ? AND started_at < ?)"
    return _read(f"({due} OR {worked} OR {done})", begin, end, begin, end, begin, end)


def lines_of_order(order_id: int) -> list[BoardLine]:
    """The work of one order as the board has it."""
    return _read("o.id = ?", order_id)


def _span(day: date) -> tuple[int, int]:
    begin = datetime.combine(day, time.min).astimezone()
    end = datetime.combine(day + timedelta(days=1), time.min).astimezone()
    return milliseconds(begin), milliseconds(end)


def _read(where: str, *values: Any, whole: bool = False) -> list[BoardLine]:
    """The lines that ``where`` names; ``whole`` where all that is open is among them, so that it is read once."""
    rows = run_sql(_LINES.format(where=where), *values).fetchall()
    if not rows:
        return []
    worked = _worked([row[0] for row in rows])
    held = {row[0] for row in run_sql(_HELD).fetchall()}
    ready = _ready(_tasks_of(rows, worked) if whole else open_tasks())
    orders: dict[int, _Order] = {}
    now = clock.now()
    found = []
    for row in rows:
        order = orders.get(row[1]) or orders.setdefault(row[1], _order(row, ready.get(row[1]), now))
        found.append(_line(row, order, worked.get(row[0], (0, None)), row[0] in held, now))
    return found


def _worked(line_ids: Sequence[int]) -> dict[int, tuple[int, datetime | None]]:
    """Minutes of the sessions that ended, and when the one that runs began."""
    found: dict[int, tuple[int, datetime | None]] = {}
    for start in range(0, len(line_ids), 500):
        some = line_ids[start : start + 500]
        sql = _WORKED.format(where=f"line_id IN ({', '.join('?' * len(some))})")
        for line_id, ended, since in run_sql(sql, *some).fetchall():
            found[line_id] = (int(ended or 0) // 60_000, None if since is None else moment(since))
    return found


class _Goods:
    def __init__(self, plate: str, make: str, model: str, serial: str) -> None:
        self.plate, self.make, self.model, self.serial = plate, make, model, serial


@dataclass(frozen=True, slots=True)
class _Order:
    """What the lines of an order have in common."""

    state: WorkOrderState
    vehicle: str
    promised_at: datetime | None
    forecast_at: datetime | None
    late: bool


def _order(row: tuple[Any, ...], ready: datetime | None, now: datetime) -> _Order:
    (_line_id, _order_id, _number, state, plate, make, model, serial, place, *_rest, promised_at, _waits) = row
    promised = None if promised_at is None else moment(promised_at)
    state = WorkOrderState(state)
    vehicle = goods_name(_Goods(plate, make, model, serial)) if make is not None else place
    late = promised is not None and state in HERE_STATES and state not in _OVER and (ready or now) > promised
    return _Order(state, vehicle, promised, ready, late)


def _line(
    row: tuple[Any, ...], order: _Order, worked: tuple[int, datetime | None], held: bool, now: datetime
) -> BoardLine:
    minutes, since = worked
    work, technician_id, bay_id, _promised, waits = row[12:]
    return BoardLine(
        *(row[0], row[1], row[2], order.state, row[4] or "", order.vehicle),
        name=row[9],
        skill=row[10],
        standard=row[11],
        minutes=minutes + (int((now - since).total_seconds()) // 60 if since else 0),
        running_since=since,
        work=WorkState(work),
        technician_id=technician_id,
        bay_id=bay_id,
        promised_at=order.promised_at,
        forecast_at=order.forecast_at,
        late=order.late,
        held=held,
        waits_here=waits == "here",
    )


def forecasts() -> dict[int, datetime]:
    """When each order in the workshop is expected to be ready, by its id (W9)."""
    return _ready(open_tasks())


def _ready(tasks: Sequence[Task]) -> dict[int, datetime]:
    now = clock.local(clock.now())
    expected = forecast.finish_times(now, tasks, planning.hours())
    checking = f"SELECT id FROM work_order WHERE state = '{WorkOrderState.QUALITY_CHECK.value}'"
    for (order_id,) in run_sql(checking).fetchall():
        expected[order_id] = now + timedelta(minutes=forecast.CHECK_MINUTES)
    return expected


_IN_WORK = (WorkOrderState.AUTHORISED, *WORK_STATES)
_TASKS = f"""SELECT l.id, l.order_id, coalesce(l.technician_id, 0), {STANDARD}, o.promised_at
    FROM work_line l JOIN work_order o ON o.id = l.order_id LEFT JOIN operation p ON p.id = l.operation_id
    WHERE l.kind = 'labour' AND l.work <> 'done' AND {{stance}} AND o.state IN ({_listed(_IN_WORK)})"""
_CHOSEN = "l.stance = 'chosen'"
_ASKED = "l.stance = 'offered' AND l.extra_id IN (SELECT id FROM extra_work WHERE state = 'open')"


def open_tasks() -> list[Task]:
    """What is left to do in the whole workshop, with extra work that is not answered yet."""
    rows = run_sql(_TASKS.format(stance=f"({_CHOSEN} OR ({_ASKED}))")).fetchall()
    return _tasks(rows, _worked([row[0] for row in rows]))


def _tasks_of(rows: Sequence[tuple[Any, ...]], worked: Mapping[int, tuple[int, datetime | None]]) -> list[Task]:
    """The same from the lines of the board, which have all of it but what is not answered yet."""
    known = [
        (row[0], row[1], row[13] or 0, row[11], row[15])
        for row in rows
        if row[12] != WorkState.DONE.value and row[3] in _IN_WORK
    ]
    return _tasks([*known, *run_sql(_TASKS.format(stance=_ASKED)).fetchall()], worked)


def _tasks(rows: Sequence[tuple[Any, ...]], worked: Mapping[int, tuple[int, datetime | None]]) -> list[Task]:
    hours, now = planning.hours(), clock.now()
    to_come = dict(run_sql(_TO_COME.format(states=_listed(_IN_WORK))).fetchall())
    promised_at = {row[4]: None if row[4] is None else moment(row[4]) for row in rows}
    tasks = []
    for line_id, order_id, technician, standard, promised in rows:
        minutes, since = worked.get(line_id, (0, None))
        minutes += int((now - since).total_seconds()) // 60 if since else 0
        left = forecast.minutes_left(standard * 60 // 100, minutes)
        day = to_come.get(order_id)
        begin = _opening(date.fromisoformat(day), hours) if day else None
        tasks.append(Task(order_id, technician, left, promised_at[promised], since is not None, begin))
    return tasks


def _opening(day: date, hours: WorkshopHours) -> datetime:
    return datetime.combine(day, (hours.of(day) or (hours.opens,))[0]).astimezone()


_PEOPLE = """SELECT s.id, s.name, s.roles, coalesce(t.skills, '[]'), t.bay_id FROM staff s
    LEFT JOIN technician t ON t.staff_id = s.id WHERE s.left_on IS NULL ORDER BY s.id"""


def technicians(actor: Actor) -> list[TechnicianRow]:
    """Who does work in the workshop, with what they can do and how much they have to do."""
    loads: dict[int, list[int]] = {}
    for task in open_tasks():
        loads.setdefault(task.technician, []).append(task.minutes)
    running = dict(run_sql(_RUNNING).fetchall())
    found = []
    for staff_id, name, roles, skills, bay_id in run_sql(_PEOPLE).fetchall():
        if Role.TECHNICIAN.value in roles.split(",") or staff_id in loads or staff_id in running:
            own, can = loads.get(staff_id, []), frozenset(json.loads(skills))
            found.append(TechnicianRow(staff_id, name, can, bay_id, sum(own), len(own), running.get(staff_id, "")))
    return found


_RUNNING = """SELECT s.staff_id, l.name FROM work_session s JOIN work_line l ON l.id = s.line_id
    WHERE s.ended_at IS NULL"""


def bay_names() -> dict[int, str]:
    """The workshop's bays by id, those too that are planned no more."""
    return {each.id: each.name for each in appointments.bays(closed=True)}


def bay_choices() -> list[tuple[int, str]]:
    """The bays in use, as (id, name)."""
    return [(each.id, each.name) for each in appointments.bays()]


def lanes(actor: Actor, by: LaneBy, day: date | None = None) -> list[Lane]:
    """The board of a day: a lane for each technician, bay or state; what nobody has, or stands nowhere, comes first."""
    lines = board_lines(actor, day)
    if by is LaneBy.STATE:
        named: list[tuple[int | str, str]] = [(state.value, label(state)) for state in ON_BOARD]
        return _lanes(lines, named, lambda line: line.state.value)
    if by is LaneBy.BAY:
        known = dict(bay_choices())
        strangers = {line.bay_id for line in lines if line.bay_id} - set(known)
        closed = bay_names()
        named = [(0, ""), *known.items(), *((each, closed.get(each, str(each))) for each in sorted(strangers))]
        return _lanes(lines, named, lambda line: line.bay_id or 0)
    at_work = {line.technician_id for line in lines if line.technician_id}
    people = {
        staff_id: name
        for staff_id, name, roles, *_more in run_sql(_PEOPLE).fetchall()
        if Role.TECHNICIAN.value in roles.split(",") or staff_id in at_work
    }
    gone = {each: name for each, name in names().items() if each in at_work} if at_work - set(people) else {}
    return _lanes(lines, [(0, ""), *{**gone, **people}.items()], lambda line: line.technician_id or 0)


def _lanes(
    lines: Sequence[BoardLine], named: Sequence[tuple[int | str, str]], key_of: Callable[[BoardLine], int | str]
) -> list[Lane]:
    found: dict[int | str, list[BoardLine]] = {key: [] for key, _name in named}
    for line in lines:
        found.setdefault(key_of(line), []).append(line)
    titles = dict(named)
    return [Lane(key, titles.get(key, ""), tuple(own), _busy(own)) for key, own in found.items()]


def _busy(lines: Sequence[BoardLine]) -> int:
    open_ones = (line for line in lines if line.work is not WorkState.DONE)
    return sum(forecast.minutes_left(line.standard * 60 // 100, line.minutes) for line in open_ones)
