"""When orders will be done: a forecast from remaining hours, who is at what, and the load of each technician (W9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.appointments.rules import WorkshopHours
from models.service.rules import after_work

CHECK_MINUTES = 30
"""What quality check and wash take after the last line."""

_LEAST = 10
_UNKNOWN = 60


@dataclass(frozen=True, slots=True)
class Task:
    """A line that is still to be done: ``minutes`` that are left of it, local times. ``technician`` 0 is nobody yet.

    ``not_before`` is when it can begin at the earliest: the parts are not here sooner.
    """

    order_id: int
    technician: int
    minutes: int
    promised_at: datetime | None = None
    running: bool = False
    not_before: datetime | None = None


def minutes_left(standard: int, worked: int) -> int:
    """What is left of a line of ``standard`` minutes after ``worked``; 0 standard is not known.

    Work that takes longer than its standard is expected to take a quarter of it more.
    """
    whole = standard or _UNKNOWN
    return max(whole - worked if worked < whole else whole // 4, _LEAST)


def finish_times(now: datetime, tasks: Sequence[Task], hours: WorkshopHours) -> dict[int, datetime]:
    """When each order is ready, by its id. Each technician does first what runs, then by promise; what nobody has yet
    goes to whoever is free first. ``now`` is local.
    """
    queues: dict[int, list[Task]] = {}
    for task in tasks:
        queues.setdefault(task.technician, []).append(task)
    unassigned = queues.pop(0, [])
    ready: dict[int, datetime] = {}
    free: dict[int, datetime] = {}
    for technician, queue in queues.items():
        free[technician] = _work_off(now, queue, hours, ready)
    for task in _in_turn(unassigned):
        who = min(free, key=lambda each: (free[each], each), default=0)
        free[who] = _work_off(free.get(who, now), [task], hours, ready)
    return {order_id: after_work(at, CHECK_MINUTES, hours) for order_id, at in ready.items()}


def _in_turn(tasks: Iterable[Task]) -> list[Task]:
    return sorted(tasks, key=_turn)


def _turn(task: Task) -> tuple[bool, bool, float, int]:
    """What runs first, then what is promised first; what was never promised comes last."""
    promised = task.promised_at.timestamp() if task.promised_at else 0.0
    return not task.running, task.promised_at is None, promised, task.order_id


def _work_off(begin: datetime, queue: Sequence[Task], hours: WorkshopHours, ready: dict[int, datetime]) -> datetime:
    """Do one after the other; notes when each order is done so far, returns when all are."""
    at = begin
    closes = begin  # until when the day goes on: within it no clock has to be asked
    for task in _in_turn(queue):
        start = max(at, task.not_before) if task.not_before else at
        ends = start + timedelta(minutes=task.minutes)
        if start is not at or ends > closes:
            ends = after_work(start, task.minutes, hours)
            closes = (hours.between(ends.date(), ends.tzinfo) or (ends, ends))[1]
        at = ends
        ready[task.order_id] = max(ready.get(task.order_id, at), at)
    return at
