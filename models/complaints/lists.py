"""What screens read of complaints: rows by chip, one with its log, a customer's, what Today shows (W10, C8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from models.complaints import standing
from models.complaints.states import COMPLAINT_MOVES, ComplaintState, StepKind, Subject
from models.complaints.tables import Complaint
from models.complaints.views import ComplaintFilter, ComplaintRow, ComplaintView, StepLine
from models.customers.rules import masked_phone
from models.customers.seeing import seen
from models.kernel import clock
from models.kernel.flow import available
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql
from models.staff.lists import names
from models.trades.complaint_terms import Severity

_ROWS = """SELECT k.id, k.version, k.number, k.state, k.customer_id, coalesce(c.name, k.caller),
    coalesce(nullif(k.phone, ''), p.number, ''), k.subject, k.subject_id, k.category, k.severity, k.words, k.about_id,
    coalesce(a.name, ''), k.owner_id, o.name, k.opened_at, k.due_on, k.next_what, k.next_on,
    k.goodwill + k.parts + k.labour + k.money, c.owner_id, k.opened_by_id
    FROM complaint k LEFT JOIN customer c ON c.id = k.customer_id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    LEFT JOIN staff a ON a.id = k.about_id JOIN staff o ON o.id = k.owner_id"""
_UNANSWERED = "k.state IN ('open', 'handled')"
_GRAVE = "CASE k.severity WHEN 'severe' THEN 0 WHEN 'serious' THEN 1 ELSE 2 END"
_URGENT = f"CASE WHEN {_UNANSWERED} THEN 0 WHEN k.state <> 'closed' THEN 1 ELSE 2 END, k.due_on, {_GRAVE}, k.id"
_FILTERS = {
    ComplaintFilter.MINE: "k.owner_id = ? AND k.state <> 'closed'",
    ComplaintFilter.OVERDUE: f"{_UNANSWERED} AND k.due_on < ?",
    ComplaintFilter.OPEN: "k.state <> 'closed'",
    ComplaintFilter.WORD: "k.state = 'answered'",
    ComplaintFilter.CLOSE: "k.state = 'accepted'",
    ComplaintFilter.CLOSED: "k.state = 'closed'",
    ComplaintFilter.ALL: "1 = 1",
}


def complaint_ids(actor: Actor, shown: ComplaintFilter) -> list[int]:
    """The complaints a chip shows: who waits longest first, what is closed newest first."""
    order = "k.id DESC" if shown in (ComplaintFilter.CLOSED, ComplaintFilter.ALL) else _URGENT
    sql = f"SELECT k.id FROM complaint k WHERE {_FILTERS[shown]} ORDER BY {order}"
    return [row[0] for row in run_sql(sql, *_values(actor, shown)).fetchall()]


def counts(actor: Actor) -> dict[ComplaintFilter, int]:
    """How many each chip shows."""
    return {
        shown: int(run_sql(f"SELECT count(*) FROM complaint k WHERE {where}", *_values(actor, shown)).fetchone()[0])
        for shown, where in _FILTERS.items()
    }


def _values(actor: Actor, shown: ComplaintFilter) -> tuple[object, ...]:
    if shown is ComplaintFilter.MINE:
        return (actor.id,)
    return (clock.today().isoformat(),) if shown is ComplaintFilter.OVERDUE else ()


def complaint_rows(actor: Actor, wanted: Iterable[int]) -> list[ComplaintRow]:
    """Rows for these complaints, in their order."""
    ids = list(wanted)
    if not ids:
        return []
    found = {row.id: row for row in _read(actor, f"WHERE k.id IN ({', '.join('?' * len(ids))})", *ids)}
    return [found[each] for each in ids if each in found]


def complaints_of(actor: Actor, customer_id: int) -> list[ComplaintRow]:
    """A customer's complaints, newest first."""
    return _read(actor, "WHERE k.customer_id = ? ORDER BY k.id DESC", customer_id)


def complaints_about(actor: Actor, subject: Subject, subject_id: int) -> list[ComplaintRow]:
    """The complaints about a contract, a delivery, an order …, newest first."""
    return _read(actor, "WHERE k.subject = ? AND k.subject_id = ? ORDER BY k.id DESC", subject.value, subject_id)


def complaints_between(actor: Actor, first: date, last: date) -> list[ComplaintRow]:
    """The register of a period: what was opened from ``first`` to ``last``, in its order."""
    begin, end = day_span(first, last)
    return _read(actor, "WHERE k.opened_at >= ? AND k.opened_at < ? ORDER BY k.id", begin, end)


def day_span(first: date, last: date) -> tuple[int, int]:
    """The days from ``first`` to ``last`` as stored milliseconds, the end outside."""
    begin, end = (datetime.combine(day, time()).astimezone() for day in (first, last + timedelta(days=1)))
    return milliseconds(begin), milliseconds(end)


_MINE = "k.owner_id = ? AND k.state <> 'closed'"
_TOP = f"(k.severity = 'severe' AND k.state <> 'closed') OR ({_UNANSWERED} AND k.due_on < ?)"


def needing(actor: Actor, limit: int, offset: int = 0) -> list[ComplaintRow]:
    """What Today shows first: one's own until they are closed; to managers also what is overdue or severe (C8)."""
    where, values = _needing(actor)
    overdue_first = f"CASE WHEN {_UNANSWERED} AND k.due_on < ? THEN 0 ELSE 1 END"
    order = f"ORDER BY {overdue_first}, {_URGENT} LIMIT ? OFFSET ?"
    return _read(actor, f"WHERE {where} {order}", *values, clock.today().isoformat(), limit, offset)


def count_needing(actor: Actor) -> int:
    """How many those are."""
    where, values = _needing(actor)
    return int(run_sql(f"SELECT count(*) FROM complaint k WHERE {where}", *values).fetchone()[0])


def _needing(actor: Actor) -> tuple[str, tuple[object, ...]]:
    if not actor.may(Permission.RULE_COMPLAINT):
        return f"({_MINE})", (actor.id,)
    return f"(({_MINE}) OR {_TOP})", (actor.id, clock.today().isoformat())


def complaint_view(actor: Actor, complaint_id: int) -> ComplaintView:
    """A complaint with everything its record shows."""
    complaint = Complaint.get_by_id(complaint_id)
    (row,) = complaint_rows(actor, [complaint_id])
    people = names()
    numbers = standing.numbers_of([(row.subject, row.subject_id)]) if row.subject_id else {}
    plain = (
        *("way", "wish", "due_reason", "reopened", "answer", "answered_at", "said", "said_way", "said_at"),
        *("signature_id", "outcome", "root_cause", "lesson", "goodwill", "parts", "labour", "money", "closed_at"),
    )
    return ComplaintView(
        row=row,
        subject_number=numbers.get((row.subject, row.subject_id or 0), ""),
        opened_by=people.get(complaint.opened_by_id, ""),
        heard_by=people.get(complaint.heard_by_id or 0, ""),
        closed_by=people.get(complaint.closed_by_id or 0, ""),
        steps=tuple(steps(complaint_id)),
        actions=available(COMPLAINT_MOVES, complaint.state, actor, standing.facts_of(actor, complaint)),
        **{name: getattr(complaint, name) for name in plain},
    )


def steps(complaint_id: int) -> list[StepLine]:
    """A complaint's log, oldest first."""
    rows = run_sql(
        "SELECT t.at, t.kind, t.text, s.name FROM complaint_step t JOIN staff s ON s.id = t.staff_id "
        "WHERE t.complaint_id = ? ORDER BY t.id",
        complaint_id,
    )
    return [StepLine(moment(at), StepKind(kind), text, name) for at, kind, text, name in rows.fetchall()]


def with_open_complaint(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    """Whose complaints, that are not closed, somebody answers for: they have to reach them (C11)."""
    marks = ", ".join("?" * len(customer_ids))
    sql = f"SELECT customer_id FROM complaint WHERE customer_id IN ({marks}) AND owner_id = ? AND state <> 'closed'"
    return {row[0] for row in run_sql(sql, *customer_ids, actor.id).fetchall()}


def _read(actor: Actor, rest: str, *values: Any) -> list[ComplaintRow]:
    rows = run_sql(f"{_ROWS} {rest}", *values).fetchall()
    open_to = seen(actor, {row[4]: row[21] for row in rows if row[4] is not None})
    return [_row(row, _shown(actor, row, open_to)) for row in rows]


def _shown(actor: Actor, row: tuple[Any, ...], open_to: set[int]) -> bool:
    """Whether the phone shows: as on the file; without one to who answers, who opened it, and managers."""
    if row[4] is not None:
        return row[4] in open_to
    return actor.id in (row[14], row[22]) or actor.may(Permission.SEE_ALL_PERSONAL)


def _row(row: tuple[Any, ...], shown: bool) -> ComplaintRow:
    told = [
        *(*row[:3], ComplaintState(row[3]), *row[4:6], row[6] if shown else masked_phone(row[6])),
        *(Subject(row[7]), *row[8:10], Severity(row[10]), *row[11:16], moment(row[16]), date.fromisoformat(row[17])),
        *(row[18], date.fromisoformat(row[19]) if row[19] else None, row[20]),
    ]
    return ComplaintRow(*told)
