"""The list of very many parts, against the raw SQL it needs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, new_uid, run_sql, run_sql_often
from models.parts import lists
from models.parts.kinds import LYING_DAYS
from models.sample import build
from models.staff.lists import everybody

_SHOWN = 30
_ORDERED = """SELECT l.item_id, sum(l.quantity - l.received) AS n, min(o.expected_on) AS d FROM purchase_line l
    JOIN purchase_order o ON o.id = l.purchase_id WHERE o.state = 'ordered' AND l.received < l.quantity
    GROUP BY l.item_id"""
_JOINS = f"""item i LEFT JOIN stock_quantity q ON q.item_id = i.id LEFT JOIN part p ON p.item_id = i.id
    LEFT JOIN ({_ORDERED}) o ON o.item_id = i.id"""
_CHIPS = (
    *("1 = 1", "coalesce(q.quantity, 0) - coalesce(q.reserved, 0) + coalesce(o.n, 0) < coalesce(p.minimum, 0)"),
    *("coalesce(q.quantity, 0) = 0", "q.reserved > 0", "o.n > 0"),
    "q.quantity > 0 AND NOT EXISTS (SELECT 1 FROM stock_movement m WHERE m.item_id = i.id AND m.at >= ?)",
    "i.active = 0",
)
_COUNTS = f"""SELECT {", ".join(f"sum(CASE WHEN {each} THEN 1 ELSE 0 END)" for each in _CHIPS)} FROM {_JOINS}
    WHERE i.kept = 'quantity'"""
_IDS = "SELECT id FROM item WHERE kept = 'quantity' AND active = 1 ORDER BY code, id"
_ROWS = f"SELECT i.*, q.*, p.*, o.n, o.d FROM {_JOINS} WHERE i.id IN ({', '.join('?' * _SHOWN)})"
_ITEM = """INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost,
    active, availability, lead_days, stock_note, scarce, kept)
    VALUES (?, ?, 1, ?, ?, ?, 'part', ?, '', '个', 4500, 2000, 1, 'unknown', 0, '', '', 'quantity')"""
_HERE = "INSERT INTO stock_quantity (item_id, quantity, reserved, value, place) VALUES (?, ?, 0, ?, ?)"
_PART = """INSERT INTO part (item_id, other_numbers, minimum, maximum, pack, supplier, warranty_months, warranty_km)
    VALUES (?, '', 400, 1200, 0, '永盛汽配', 12, 20000)"""
_MOVED = """INSERT INTO stock_movement (item_id, kind, at, staff_id, quantity, value, place, reason)
    VALUES (?, 'received', ?, ?, ?, ?, '', '')"""
_FIRST = 1_000_000


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Opening the list: what each chip holds, the ids in their order, and the first screen of rows."""
    count, rounds = (2_000, 5) if quick else (20_000, 20)
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-parts-") as folder:
        address = str(Path(folder) / "parts.desk")
        build.make(address, customers=0, days=2, staff=3)
        with opened(address):
            owner = next(each for each in everybody() if Role.OWNER in each.roles)
            actor = Actor(owner.id, owner.name, owner.roles)
            _fill(count, owner.id)

            def raw() -> list[Any]:
                since = milliseconds(clock.now() - timedelta(days=LYING_DAYS))
                found = [row[0] for row in run_sql(_IDS).fetchall()]
                return [run_sql(_COUNTS, since).fetchall(), run_sql(_ROWS, *found[:_SHOWN]).fetchall()]

            def ours() -> list[Any]:
                lists.counts()
                return lists.part_rows(actor, lists.part_ids(actor)[:_SHOWN])

            if len(ours()) != _SHOWN:
                raise AssertionError("the list is not whole")
            yield side_by_side(f"list of {count:,} parts / raw SQL", ours, raw, aim=3.0, rounds=rounds)


def _fill(count: int, staff_id: int) -> None:
    at, old = milliseconds(clock.now()), milliseconds(clock.now() - timedelta(days=300))
    ids = range(_FIRST, _FIRST + count)
    here = {each: (each % 17) * 100 for each in ids}
    with transaction():
        run_sql_often(_ITEM, ((each, new_uid(), at, at, f"LJ-{each}", f"零件 {each}") for each in ids))
        run_sql_often(_HERE, ((each, here[each], here[each] * 20, f"A-{each % 60:02d}") for each in ids))
        run_sql_often(_PART, ((each,) for each in ids))
        moves = ((each, old if each % 3 else at, staff_id, here[each], here[each] * 20) for each in ids if here[each])
        run_sql_often(_MOVED, moves)
