"""What screens and papers read of the registers (C2): lines of a period, messages that wait, who is invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.customers import rules, seeing
from models.customers.kinds import FormOfAddress, Outcome, RegisterKind
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of a register; ``phone`` is masked unless the reader may see it, ``source`` is the file's if not said."""

    id: int
    version: int
    kind: RegisterKind
    at: datetime
    left_at: datetime | None
    customer_id: int | None
    customer: str
    form_of_address: FormOfAddress
    staff: str
    party_size: int
    first_time: bool
    phone: str
    source: str
    about: str
    result: str
    outcome: Outcome
    reason: str
    invited_for: datetime | None
    message_for_id: int | None
    message_for: str
    passed_on_at: datetime | None
    masked: bool


_ROWS = """SELECT r.id, r.version, r.kind, r.at, r.left_at, r.customer_id, c.name, c.form_of_address, r.staff_id,
    s.name, r.party_size, r.first_time, CASE WHEN r.phone <> '' THEN r.phone ELSE p.number END,
    CASE WHEN r.source <> '' THEN r.source ELSE c.source END, r.about, r.result, r.outcome, r.reason, r.invited_for,
    r.message_for_id, m.name, r.passed_on_at, c.owner_id
    FROM register_line r JOIN staff s ON s.id = r.staff_id
    LEFT JOIN staff m ON m.id = r.message_for_id
    LEFT JOIN customer c ON c.id = r.customer_id
    LEFT JOIN customer_phone p ON p.customer_id = r.customer_id AND p.position = 0"""


def line_ids(kind: RegisterKind, since: datetime, until: datetime, *, newest_first: bool = True) -> list[int]:
    """The lines of a register that began from ``since`` up to ``until``, in order of time."""
    way = " DESC" if newest_first else ""
    rows = run_sql(
        f"SELECT id FROM register_line WHERE kind = ? AND at >= ? AND at < ? ORDER BY at{way}, id{way}",
        *(kind.value, milliseconds(since), milliseconds(until)),
    )
    return [row[0] for row in rows.fetchall()]


def line_rows(actor: Actor, wanted: Sequence[int]) -> list[RegisterRow]:
    """The lines with these ids, in their order; ids that are gone are left out."""
    if not wanted:
        return []
    found = {row.id: row for row in _read(actor, f"r.id IN ({', '.join('?' * len(wanted))})", *wanted)}
    return [found[each] for each in wanted if each in found]


def line(actor: Actor, line_id: int) -> RegisterRow | None:
    """One line, or None for an unknown id."""
    return next(iter(line_rows(actor, [line_id])), None)


def messages_for(actor: Actor) -> list[RegisterRow]:
    """Calls with a message for this person that nobody has passed on, the oldest first."""
    return _read(actor, "r.message_for_id = ? AND r.passed_on_at IS NULL ORDER BY r.at, r.id", actor.id)


def invited(actor: Actor, since: datetime, until: datetime) -> list[RegisterRow]:
    """Callers who were invited to the store for a time from ``since`` up to ``until``, in the order of that time."""
    where = "r.invited_for IS NOT NULL AND r.invited_for >= ? AND r.invited_for < ? ORDER BY r.invited_for, r.id"
    return _read(actor, where, milliseconds(since), milliseconds(until))


def _read(actor: Actor, where: str, *values: object) -> list[RegisterRow]:
    rows = run_sql(f"{_ROWS} WHERE {where}", *values).fetchall()
    sees_all = actor.may(Permission.SEE_ALL_PERSONAL)
    seen = seeing.seen(actor, {row[5]: row[22] for row in rows if row[5]})
    return [_row(row, sees_all or row[5] in seen or _took_part(actor, row)) for row in rows]


def _took_part(actor: Actor, row: tuple[Any, ...]) -> bool:
    """A caller without a file left the number with who took the call, for who is to call back."""
    return not row[5] and actor.id in (row[8], row[19])


def _row(row: tuple[Any, ...], sees: bool) -> RegisterRow:
    id_, version, kind, at, left_at, customer_id, name, form, _taker, staff, party_size, first = row[:12]
    number, source, about, result, outcome, reason, invited_for, message_for_id, message_for, passed_on_at = row[12:22]
    return RegisterRow(
        id=id_,
        version=version,
        kind=RegisterKind(kind),
        at=moment(at),
        left_at=_moment(left_at),
        customer_id=customer_id,
        customer=name or "",
        form_of_address=FormOfAddress(form or ""),
        staff=staff,
        party_size=party_size,
        first_time=bool(first),
        phone=(number or "") if sees else rules.masked_phone(number or ""),
        source=source or "",
        about=about,
        result=result,
        outcome=Outcome(outcome),
        reason=reason,
        invited_for=_moment(invited_for),
        message_for_id=message_for_id,
        message_for=message_for or "",
        passed_on_at=_moment(passed_on_at),
        masked=not sees and bool(number),
    )


def _moment(stored: int | None) -> datetime | None:
    return None if stored is None else moment(stored)
