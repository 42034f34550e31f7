"""What screens and papers read of counts; what should be here is hidden from who counts without it (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.kernel import flow
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import moment, run_sql
from models.parts.count_actions import facts_of
from models.parts.kinds import COUNT_MOVES, CountState
from models.parts.tables import StockCount
from models.parts.views import CountLineRow, CountRow, CountView
from models.stock.rules import Holding

_LATEST = 300


def count_ids() -> list[int]:
    """The counts: those under way first, then the newest."""
    order = "CASE state WHEN 'submitted' THEN 0 WHEN 'open' THEN 1 ELSE 2 END, id DESC"
    return [row[0] for row in run_sql(f"SELECT id FROM stock_count ORDER BY {order} LIMIT {_LATEST}").fetchall()]


def count_rows(wanted: Sequence[int]) -> list[CountRow]:
    """Rows for these counts, in their order."""
    if not wanted:
        return []
    found: dict[int, CountRow] = {}
    for row in run_sql(_COUNT.format(marks=", ".join("?" * len(wanted))), *wanted).fetchall():
        count_id, version, number, state, place, with_book, opened_at, opened_by = row[:8]
        submitted_at, submitted_by, decided_at, decided_by, note, reason, lines, entered, differing = row[8:]
        found[count_id] = CountRow(
            *(count_id, version, number, CountState(state), place, bool(with_book), moment(opened_at), opened_by),
            *(_moment(submitted_at), submitted_by or "", _moment(decided_at), decided_by or "", note, reason),
            *(int(lines), int(entered), int(differing)),
        )
    return [found[each] for each in wanted if each in found]


def count_view(actor: Actor, count_id: int) -> CountView:
    """A count with its lines. Without book figures whoever enters it sees none until it is submitted."""
    row = count_rows([count_id])[0]
    hidden = row.state is CountState.OPEN and not row.with_book
    costed = actor.may(Permission.SEE_COST) and not hidden
    lines = tuple(_line(each, hidden, costed) for each in run_sql(_LINES, count_id).fetchall())
    count = StockCount.get_by_id(count_id)
    actions = flow.available(COUNT_MOVES, count.state, actor, facts_of(count, actor.id))
    worth = sum(each.worth or 0 for each in lines) if costed else None
    return CountView(row, lines, worth, actions)


def waiting_counts(actor: Actor) -> list[CountRow]:
    """The counts whose differences wait for somebody like this person."""
    if not actor.may(Permission.APPROVE_COUNT):
        return []
    ids = [row[0] for row in run_sql("SELECT id FROM stock_count WHERE state = 'submitted' ORDER BY id").fetchall()]
    return count_rows(ids)


def _moment(stored: int | None) -> Any:
    return None if stored is None else moment(stored)


def _line(row: Sequence[Any], hidden: bool, costed: bool) -> CountLineRow:
    item_id, code, name, unit, place, book, expected, counted, note, at, by, here, value, cost, booked = row
    difference = None if counted is None else counted - expected
    worth = booked
    if booked is None and difference is not None:
        worth = _worth(difference, Holding(here, value), cost)
    known = not hidden and expected is not None
    return CountLineRow(
        item_id=item_id,
        code=code,
        name=name,
        unit=unit,
        place=place,
        book=None if hidden else book,
        moved=expected - book if known else None,
        expected=expected if known else None,
        counted=counted,
        difference=None if hidden else difference,
        worth=worth if costed else None,
        note=note,
        counted_at=_moment(at),
        counted_by=by or "",
    )


def _worth(difference: int, here: Holding, cost: int) -> int:
    """What a difference comes to if it is booked now; a loss takes its part of the value, never more than there is."""
    after = here.with_counted(max(here.quantity + difference, 0), cost)
    return after.value - here.value


_COUNT = """
SELECT c.id, c.version, c.number, c.state, c.place, c.with_book, c.opened_at, a.name, c.submitted_at, b.name,
    c.decided_at, d.name, c.note, c.reason, count(l.id), count(l.counted),
    sum(CASE WHEN l.counted <> l.expected THEN 1 ELSE 0 END)
FROM stock_count c JOIN staff a ON a.id = c.opened_by_id LEFT JOIN staff b ON b.id = c.submitted_by_id
    LEFT JOIN staff d ON d.id = c.decided_by_id LEFT JOIN stock_count_line l ON l.count_id = c.id
WHERE c.id IN ({marks})
GROUP BY c.id, c.version, c.number, c.state, c.place, c.with_book, c.opened_at, a.name, c.submitted_at, b.name,
    c.decided_at, d.name, c.note, c.reason"""
_LINES = """
SELECT i.id, i.code, i.name, i.unit, l.place, l.book, l.expected, l.counted, l.note, l.counted_at, s.name,
    COALESCE(q.quantity, 0), COALESCE(q.value, 0), i.cost, m.value
FROM stock_count_line l JOIN item i ON i.id = l.item_id LEFT JOIN stock_quantity q ON q.item_id = i.id
    LEFT JOIN staff s ON s.id = l.counted_by_id
    LEFT JOIN stock_movement m ON m.count_id = l.count_id AND m.item_id = l.item_id
WHERE l.count_id = ? ORDER BY l.place, i.code, i.id"""
