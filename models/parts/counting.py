"""What a count works with: what should be here at a moment, and booking its differences, inside an action (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.tables import milliseconds, run_sql
from models.parts.rules import counted_now
from models.parts.tables import StockCount, StockCountLine
from models.stock import keeping
from models.stock.kinds import MovementKind
from models.stock.rules import Holding


def to_count(place: str, item_ids: Sequence[int] = ()) -> list[tuple[int, str, int]]:
    """The parts of a count: item, place and what should be here; those at ``place``, or all, in the order of places."""
    where, values = ["i.kept = 'quantity'", "(i.active = 1 OR q.quantity > 0)"], list[object]()
    if place:
        where.append("q.place = ?")
        values.append(place)
    if item_ids:
        where.append(f"i.id IN ({', '.join('?' * len(item_ids))})")
        values.extend(item_ids)
    sql = f"""
    SELECT i.id, COALESCE(q.place, ''), COALESCE(q.quantity, 0)
    FROM item i LEFT JOIN stock_quantity q ON q.item_id = i.id
    WHERE {" AND ".join(where)} ORDER BY COALESCE(q.place, ''), i.code, i.id"""
    return [(item_id, where_it_is, int(here)) for item_id, where_it_is, here in run_sql(sql, *values).fetchall()]


def here_at(item_id: int, at: datetime) -> int:
    """What the stock says was here of an item at a moment that is past: what is here now without what moved since."""
    row = run_sql(_SINCE, item_id, milliseconds(at), item_id).fetchone()
    return int(row[0]) - int(row[1])


def check_not_counted(item_ids: Sequence[int]) -> None:
    """Raises RuleError where one of these parts stands on a count that is not booked yet."""
    found = run_sql(_COUNTED).fetchall()
    wanted = set(item_ids)
    for item_id, name, number in found:
        if item_id in wanted:
            raise RuleError("{item} is being counted already, on {number}.", item=name, number=number)


def book(act: Act, count: StockCount) -> tuple[int, int]:
    """Book what a count found; gives how many parts differed and what that comes to in fen."""
    differing = worth = 0
    for line in StockCountLine.select().where(StockCountLine.count_of == count.id).order_by(StockCountLine.id):
        if line.counted is None or line.counted == line.expected:
            continue
        row = keeping.holding_of(line.item_id)
        try:
            now = counted_now(row.quantity, line.expected, line.counted)
        except RuleError as error:
            raise RuleError(
                "{item}: more has left since than was counted; count this part again.", item=row.item.name
            ) from error
        after = Holding(row.quantity, row.value).with_counted(now, row.item.cost)
        differing, worth = differing + 1, worth + after.value - row.value
        keeping.hold(act, row, after, MovementKind.CORRECTED, reason=line.note, ties={"stock_count": count.id})
        act.touch("part", line.item_id)
    return differing, worth


_SINCE = """
SELECT COALESCE((SELECT quantity FROM stock_quantity WHERE item_id = ?), 0), COALESCE(sum(m.quantity), 0)
FROM stock_movement m WHERE m.at > ? AND m.item_id = ? AND m.unit_id IS NULL
    AND m.kind IN ('received', 'sold', 'corrected', 'written_off', 'returned', 'issued')"""
_COUNTED = """
SELECT l.item_id, i.name, c.number FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id
JOIN item i ON i.id = l.item_id WHERE c.state IN ('open', 'submitted') ORDER BY l.id"""
