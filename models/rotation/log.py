"""The log of a day in the store: written line by line, and replayed into the floor as it stands."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from models.kernel.tables import database, milliseconds, run_sql
from models.rotation.events import Event, read, written
from models.rotation.policies import Policy, policy_from
from models.rotation.rules import apply, opened
from models.rotation.state import Carried, Decision, State, carried

_FACTS = (
    *("customer", "rule", "receiver", "owner", "counted_for", "courtesy", "passed", "made_up", "held"),
    *("false_claim", "served"),
)
"""What is kept of a decision; its reasons and how the floor stood follow from the log."""

_last: tuple[weakref.ref[Any], int, State] | None = None


@dataclass(frozen=True)
class Day:
    """A day's row, its texts as they are kept."""

    id: int
    day: date
    line_up: str
    policy: str
    carried: str
    checkpoint: str


_DAY = "SELECT id, day, line_up, policy, carried, checkpoint FROM rotation_day"


def day_of(day: date) -> Day | None:
    """The day's row, if there was a rotation."""
    return _day(run_sql(f"{_DAY} WHERE day = ?", day.isoformat()).fetchone())


def before(day: date) -> Day | None:
    """The last day before ``day`` that had a rotation."""
    return _day(run_sql(f"{_DAY} WHERE day < ? ORDER BY day DESC LIMIT 1", day.isoformat()).fetchone())


def after(day: date) -> date | None:
    """The first day after ``day`` that had a rotation: none, unless a clock was ahead."""
    (found,) = run_sql("SELECT min(day) FROM rotation_day WHERE day > ?", day.isoformat()).fetchone()
    return date.fromisoformat(found) if found else None


def unclosed(before: date) -> tuple[date, ...]:
    """The days before ``before`` that nobody closed, oldest first."""
    rows = run_sql("SELECT day FROM rotation_day WHERE closed_at IS NULL AND day < ? ORDER BY day", before.isoformat())
    return tuple(date.fromisoformat(day) for (day,) in rows.fetchall())


def all_days() -> Iterator[Day]:
    """Every day that had a rotation, in order."""
    for (day,) in run_sql("SELECT day FROM rotation_day ORDER BY day").fetchall():
        if found := day_of(date.fromisoformat(day)):
            yield found


def _day(row: tuple[Any, ...] | None) -> Day | None:
    return Day(row[0], date.fromisoformat(row[1]), *row[2:]) if row else None


def beginning(day: Day) -> State:
    """The floor as the day began."""
    return opened(policy_from(json.loads(day.policy)), json.loads(day.line_up), read_carried(day.carried))


def events_of(day_id: int, after: int = 0) -> list[tuple[int, Event, str, int]]:
    """The log from after one number on: (number, event, its decisions as JSON, who recorded it)."""
    rows = run_sql(
        "SELECT number, kind, content, at, decisions, staff_id FROM rotation_event "
        "WHERE day_id = ? AND number > ? ORDER BY number",
        *(day_id, after),
    )
    return [(number, read(kind, text, at), told, staff) for number, kind, text, at, told, staff in rows.fetchall()]


def recorders(day_id: int, after: int = 0) -> dict[int, int]:
    """Who recorded each line of a day's log from after one number on."""
    rows = run_sql("SELECT number, staff_id FROM rotation_event WHERE day_id = ? AND number > ?", day_id, after)
    return dict(rows.fetchall())


def state_of(day: Day) -> State:
    """The floor as it stands. What was replayed last is kept, and only what was logged since is added to it."""
    global _last
    state = _remembered(day.id)
    since = max(0, len(state.log) - 1) if state else 0
    happened = events_of(day.id, since)
    if state is None or (state.log and (not happened or happened[0][1] != state.log[-1].event)):
        state, happened = beginning(day), events_of(day.id)
    for number, event, _told, _staff in happened:
        if number > len(state.log):
            state, _decisions = apply(state, event)
    _last = (weakref.ref(database.obj), day.id, state)
    return state


def forget() -> None:
    """Forget what was replayed last, as when the program starts."""
    global _last
    _last = None


def _remembered(day_id: int) -> State | None:
    if _last and _last[0]() is database.obj and _last[1] == day_id:
        return _last[2]
    return None


def add(day_id: int, number: int, event: Event, decisions: Iterable[Decision], staff_id: int, token: str) -> None:
    """Add one line to a day's log; the database refuses a number or a click that is there already."""
    kind, text = written(event)
    run_sql(
        "INSERT INTO rotation_event (day_id, number, kind, content, decisions, at, staff_id, token) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        *(day_id, number, kind, text, facts(decisions), event.at, staff_id, token or None),
    )


def facts(decisions: Iterable[Decision]) -> str:
    """Decisions as they are kept: who, whose, whose turn, by which rule."""
    kept = [{name: value for name in _FACTS if (value := getattr(each, name))} for each in decisions]
    return _json(kept)


def written_policy(policy: Policy) -> str:
    """A policy as the day's row keeps it."""
    return _json(policy.plain())


def written_names(names: Iterable[str]) -> str:
    """A line-up as the day's row keeps it."""
    return _json(list(names))


@dataclass(frozen=True)
class Origin:
    """Where a day's beginning comes from: the log of the day with this id, up to this number."""

    day: int
    number: int


def written_carried(handed: Carried, origin: Origin | None) -> str:
    """What one day hands to the next, as text; ``origin`` None only for the first day of all."""
    return _json({**asdict(handed), **({"from": asdict(origin)} if origin else {})})


def read_carried(text: str) -> Carried:
    """What ``written_carried`` wrote; nothing of an empty text."""
    return msgspec.json.decode(text or "{}", type=Carried)


def read_origin(text: str) -> Origin | None:
    """Where a day's beginning comes from; None where ``written_carried`` was not told."""
    told = json.loads(text or "{}").get("from")
    return Origin(**told) if told else None


def end_of(day: Day) -> str:
    """The checkpoint of a day as its log stands now, replayed only where the one that is kept is not of the whole."""
    (count,) = run_sql("SELECT count(*) FROM rotation_event WHERE day_id = ?", day.id).fetchone()
    if day.checkpoint and origin_in(day.id, day.checkpoint).number == count:
        return day.checkpoint
    return checkpoint(state_of(day))


def checkpoint(state: State) -> str:
    """A day's end as its row keeps it: what it hands on, how long its log is, and everybody's figures."""
    tallies = {name: asdict(person.tally) for name, person in sorted(state.people.items())}
    return _json({"carried": asdict(carried(state)), "events": len(state.log), "tallies": tallies})


def carried_from(text: str) -> Carried:
    """What the day with this checkpoint hands on."""
    return msgspec.convert(json.loads(text)["carried"], type=Carried)


def origin_in(day_id: int, text: str) -> Origin:
    """Where in the log of a day this checkpoint of it stands; a spoilt one stands nowhere."""
    return Origin(day_id, json.loads(text).get("events", -1))


def at_of(moment: datetime) -> int:
    """A moment as the log counts it."""
    return milliseconds(moment)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)
