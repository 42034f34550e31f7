"""The hash-chained trail of who did what: one line per action, written inside the action's own transaction.

Each line's code is an HMAC-SHA256 over the line before and this one's canonical values; the head row anchors how
many lines there are. Personal values enter only as masks.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from models.kernel import clock
from models.kernel.tables import CountField, MomentField, Table, database, milliseconds


class AuditLine(Table):
    """One action: when, who (0 for the program itself), what, on which record, with which details as JSON."""

    id = peewee.BigIntegerField(primary_key=True)
    at = MomentField()
    staff_id = CountField()
    action = peewee.TextField()
    kind = peewee.TextField()
    record_id = CountField()
    details = peewee.TextField()
    code = peewee.TextField()

    class Meta:
        table_name = "audit_line"


class AuditHead(Table):
    """The single row that says how long the trail is and how it ends; the key of the chain."""

    lines = CountField()
    code = peewee.TextField()
    chain_key = peewee.TextField()

    class Meta:
        table_name = "audit_head"


@dataclass(frozen=True)
class Entry:
    """One line of a record's history."""

    at: datetime
    staff_id: int
    action: str
    details: dict[str, Any]


def hold() -> AuditHead:
    """The head of the trail, held until the transaction ends: on a server this is what makes writers take turns."""
    query = AuditHead.select()
    if database.obj.for_update:
        query = query.for_update()
    return query.get()


def write(head: AuditHead, staff_id: int, action: str, kind: str, record_id: int, details: dict[str, Any]) -> None:
    """Append one line to the trail whose held head is ``head``."""
    at = clock.now()
    text = json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    number = head.lines + 1
    code = _code(head.chain_key, head.code, (number, milliseconds(at), staff_id, action, kind, record_id, text))
    AuditLine.insert(
        id=number, at=at, staff_id=staff_id, action=action, kind=kind, record_id=record_id, details=text, code=code
    ).execute()
    AuditHead.update(lines=number, code=code).execute()
    head.lines, head.code = number, code


def _code(chain_key: str, before: str, values: tuple[object, ...]) -> str:
    canonical = json.dumps([before, *values], ensure_ascii=False, separators=(",", ":"))
    return hmac.new(bytes.fromhex(chain_key), canonical.encode(), hashlib.sha256).hexdigest()


def history(kind: str, record_id: int) -> list[Entry]:
    """What happened to one record, newest first."""
    lines = (
        AuditLine.select().where(AuditLine.kind == kind, AuditLine.record_id == record_id).order_by(AuditLine.id.desc())
    )
    return [Entry(line.at, line.staff_id, line.action, json.loads(line.details)) for line in lines]


def broken_lines() -> Iterator[int]:
    """The numbers of lines that do not follow from the one before, are missing, or were cut off at the end."""
    head = AuditHead.get()
    before, expected = "", 1
    columns = ("id", "at", "staff_id", "action", "kind", "record_id", "details", "code")
    rows = database.execute_sql(f"SELECT {', '.join(columns)} FROM audit_line ORDER BY id")
    for row in rows:
        *values, code = row
        while expected < values[0]:
            yield expected
            expected += 1
        if code != _code(head.chain_key, before, tuple(values)):
            yield values[0]
        before, expected = code, expected + 1
    if expected - 1 != head.lines or before != head.code:
        yield expected
