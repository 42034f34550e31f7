"""A week of the calendar and what needs attention, among very many deliveries, against the raw SQL they need."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.delivery import alarms, lists
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, new_uid, run_sql, run_sql_often
from models.sample import build
from models.staff.lists import everybody

_ITEMS, _PER_DAY = 12, 8
_WEEK = """SELECT d.*, t.number, c.name, s.name FROM delivery d JOIN contract t ON t.id = d.contract_id
    JOIN customer c ON c.id = d.customer_id JOIN staff s ON s.id = d.consultant_id
    WHERE d.starts_at >= ? AND d.starts_at < ? AND d.state <> 'cancelled' ORDER BY d.starts_at"""
_PROGRESS = """SELECT i.delivery_id, count(*), sum(i.state <> 'open'), sum(i.required AND i.state = 'open')
    FROM delivery_item i JOIN delivery d ON d.id = i.delivery_id WHERE d.starts_at >= ? AND d.starts_at < ?
    GROUP BY i.delivery_id"""
_GOODS = """SELECT l.delivery_id, k.name FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id
    JOIN contract_line k ON k.contract_id = l.contract_id AND k.position = l.line
    WHERE d.starts_at >= ? AND d.starts_at < ?"""


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The week around today as the screen shows it, and the three statements that fetch what it is made of; then the
    alarms of Today beside that week.
    """
    count, rounds = (800, 5) if quick else (20_000, 20)
    with opened(delivered(count)):
        first = next(each for each in everybody() if Role.OWNER in each.roles)
        owner = Actor(first.id, first.name, first.roles)
        since = datetime.combine(clock.today() - timedelta(days=3), time.min).astimezone()
        until = since + timedelta(days=7)
        moments = milliseconds(since), milliseconds(until)

        def raw() -> list[Any]:
            return [run_sql(sql, *moments).fetchall() for sql in (_WEEK, _PROGRESS, _GOODS)]

        def week() -> list[Any]:
            return list(lists.deliveries(owner, since, until))

        def needed() -> list[Any]:
            return list(alarms.alarms(owner))

        if len(week()) < 6 * _PER_DAY:
            raise AssertionError("the week is not whole")
        yield side_by_side(f"a week of {count:,} deliveries / raw SQL", week, raw, aim=3.0, rounds=rounds)
        yield side_by_side(f"alarms of {count:,} deliveries / a week of raw SQL", needed, raw, aim=5.0, rounds=rounds)


def delivered(count: int) -> str:
    """The address of a store with so many deliveries, eight a day until four days from now; gone at the end."""
    return _made(count, os.environ.get("FRONTDESK_DATA", ""))


@cache
def _made(count: int, _data: str) -> str:
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-deliveries-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "deliveries.desk")
    build.make(address, customers=20, days=5)
    with opened(address), transaction():
        _write(Random(4), count)
    with opened(address):
        run_sql("ANALYZE")
        run_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return address


def _write(rng: Random, count: int) -> None:
    people = [each.id for each in everybody() if Role.SALES in each.roles]
    contracts = run_sql(
        "SELECT contract_id, customer_id, position FROM contract_line l JOIN contract c ON c.id = l.contract_id"
    ).fetchall()
    last = datetime.combine(clock.today() + timedelta(days=4), time(9)).astimezone()
    now = clock.now()
    first = run_sql("SELECT COALESCE(MAX(id), 0) + 1 FROM delivery").fetchone()[0]
    rows, lines, items = [], [], []
    for number in range(first, first + count):
        place = number - first
        starts_at = last - timedelta(days=place // _PER_DAY) + timedelta(hours=place % _PER_DAY)
        contract_id, customer_id, position = rng.choice(contracts)
        over = starts_at < now
        done = milliseconds(starts_at) if over else None
        state = "closed" if over else "planned"
        rows.append(
            (
                number,
                new_uid(),
                f"JF-0-{number:06d}",
                contract_id,
                customer_id,
                state,
                milliseconds(starts_at),
                rng.choice(people),
                done,
                done,
            )
        )
        lines.append((number, contract_id, position))
        items += [(number, each, int(each % 3 > 0), "done" if over else "open") for each in range(_ITEMS)]
    run_sql_often(
        "INSERT INTO delivery (id, uid, number, contract_id, customer_id, state, starts_at, consultant_id, "
        "handed_over_at, booked_at, version, created_at, changed_at, template, template_no, name, place, minutes, "
        "drive_minutes, bring, note, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 'new_car', 0, '{}', '', 60, 0, '{}', '', '')",
        rows,
    )
    run_sql_often("INSERT INTO delivery_line (delivery_id, contract_id, line, released) VALUES (?, ?, ?, 1)", lines)
    run_sql_often(
        "INSERT INTO delivery_item (delivery_id, position, code, section_no, section, part, wording, required, role, "
        "evidence, gate, means, state, text, reason) "
        "VALUES (?, ?, 'x', 0, '{}', '', '{}', ?, 'sales', 'tick', 'hand_over', '', ?, '', '')",
        items,
    )
