"""The hash-chained trail of who did what: one line per action, written inside the action's own transaction.

Each line's code is an HMAC-SHA256 over the line before and this one's canonical values; the head row anchors how
many lines there are. Personal values enter only as masks.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.kernel import clock
from models.kernel.tables import database, milliseconds, moment, run_sql, run_sql_often

_COLUMNS = "id, at, staff_id, action, kind, record_id, details, code"
_INSERT = f"INSERT INTO audit_line ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass
class Head:
    """How long the trail is, how it ends, and the key of its chain."""

    lines: int
    code: str
    chain_key: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be written: who did what, when, on which record."""

    at: datetime
    staff_id: int
    action: str
    kind: str
    record_id: int
    details: dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One line of a record's history."""

    at: datetime
    staff_id: int
    action: str
    details: dict[str, Any]


def hold() -> Head:
    """The head of the trail, held until the transaction ends: on a server this is what makes writers take turns."""
    held = " FOR UPDATE" if database.obj.for_update else ""
    return Head(*run_sql(f"SELECT lines, code, chain_key FROM audit_head{held}").fetchone())


def length() -> int:
    """How many lines the trail has."""
    lines: int = run_sql("SELECT lines FROM audit_head").fetchone()[0]
    return lines


def write(head: Head, staff_id: int, action: str, kind: str, record_id: int, details: dict[str, Any]) -> None:
    """Append one line to the trail whose held head is ``head``."""
    run_sql(_INSERT, *_next_row(head, Line(clock.now(), staff_id, action, kind, record_id, details)))
    _write_head(head)


def write_many(head: Head, lines: Iterable[Line]) -> None:
    """Append lines in their order to the trail whose held head is ``head``."""
    run_sql_often(_INSERT, (_next_row(head, line) for line in lines))
    _write_head(head)


def _next_row(head: Head, line: Line) -> tuple[object, ...]:
    """The row of the line that follows ``head``, which then stands on it."""
    text = json.dumps(line.details, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    number = head.lines + 1
    values = (number, milliseconds(line.at), line.staff_id, line.action, line.kind, line.record_id, text)
    head.lines, head.code = number, _code(head.chain_key, head.code, values)
    return (*values, head.code)


def _write_head(head: Head) -> None:
    run_sql("UPDATE audit_head SET lines = ?, code = ?", head.lines, head.code)


def _code(chain_key: str, before: str, values: tuple[object, ...]) -> str:
    canonical = json.dumps([before, *values], ensure_ascii=False, separators=(",", ":"))
    return hmac.new(bytes.fromhex(chain_key), canonical.encode(), hashlib.sha256).hexdigest()


def history(kind: str, record_id: int) -> list[Entry]:
    """What happened to one record, newest first."""
    rows = run_sql(
        "SELECT at, staff_id, action, details FROM audit_line WHERE kind = ? AND record_id = ? ORDER BY id DESC",
        *(kind, record_id),
    )
    return [Entry(moment(at), staff_id, action, json.loads(details)) for at, staff_id, action, details in rows]


def last_by(action: str, kind: str, record_id: int) -> int:
    """The id of whoever did ``action`` on a record last; 0 where nobody did."""
    row = run_sql(
        "SELECT staff_id FROM audit_line WHERE kind = ? AND record_id = ? AND action = ? ORDER BY id DESC LIMIT 1",
        *(kind, record_id, action),
    ).fetchone()
    return row[0] if row else 0


def broken_lines() -> Iterator[int]:
    """The numbers of lines that do not follow from the one before, are missing, or were cut off at the end."""
    lines, last_code, chain_key = run_sql("SELECT lines, code, chain_key FROM audit_head").fetchone()
    before, expected = "", 1
    for number, *values, code in _rows():
        while expected < number:
            yield expected
            expected += 1
        if code != _code(chain_key, before, (number, *values)):
            yield number
        before, expected = code, expected + 1
    if expected - 1 != lines or before != last_code:
        yield expected


def _rows() -> Iterator[tuple[Any, ...]]:
    """Every line, some at a time: a trail may be longer than what fits into memory."""
    last = -(2**63)
    while rows := run_sql(f"SELECT {_COLUMNS} FROM audit_line WHERE id > ? ORDER BY id LIMIT 5000", last).fetchall():
        yield from rows
        last = rows[-1][0]
