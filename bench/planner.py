"""The workshop's day with forty appointments, among very many, against the raw SQL it needs."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.appointments import lists, planning
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, new_uid, run_sql, run_sql_often
from models.sample import build
from models.staff.lists import everybody

_A_DAY, _BAYS, _MINUTES = 40, 8, 60
_DAY = """SELECT a.*, c.name, g.plate, g.make, g.model, g.serial, b.name, s.name FROM appointment a
    JOIN customer c ON c.id = a.customer_id LEFT JOIN owned_goods g ON g.id = a.goods_id
    LEFT JOIN workshop_bay b ON b.id = a.bay_id LEFT JOIN staff s ON s.id = a.advisor_id
    WHERE a.starts_at >= ? AND a.starts_at < ? AND a.state <> 'cancelled' ORDER BY a.starts_at"""
_TAKEN = """SELECT id, number, starts_at, minutes, bay_id, advisor_id, goods_id FROM appointment
    WHERE starts_at < ? AND starts_at > ? AND state IN ('booked', 'confirmed', 'arrived') ORDER BY starts_at"""
_PARTS = """SELECT p.appointment_id, p.item_id, p.quantity FROM appointment_part p
    JOIN appointment a ON a.id = p.appointment_id WHERE a.starts_at >= ? AND a.starts_at < ?"""
_BAY = "SELECT * FROM workshop_bay ORDER BY position"


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """A day of the planner as the screen shows it, and the four statements that fetch what it is made of."""
    count, rounds = (800, 20) if quick else (20_000, 60)
    with opened(planned(count)):
        first = next(each for each in everybody() if Role.OWNER in each.roles)
        owner, today = Actor(first.id, first.name, first.roles), clock.today()
        begin, end = (milliseconds(each) for each in lists.day_bounds(today))

        def raw() -> list[Any]:
            day = [run_sql(sql, begin, end).fetchall() for sql in (_DAY, _PARTS)]
            return [*day, run_sql(_TAKEN, end, begin).fetchall(), run_sql(_BAY).fetchall()]

        def board() -> lists.DayBoard:
            return lists.day_board(owner, today)

        if len(board().rows) != _A_DAY:
            raise AssertionError("the day is not whole")
        yield side_by_side(f"a day of {_A_DAY} of {count:,} appointments / raw SQL", board, raw, aim=3.0, rounds=rounds)


def planned(count: int) -> str:
    """The address of a store with so many appointments, forty a day around today; gone at the end."""
    return _made(count, os.environ.get("FRONTDESK_DATA", ""))


@cache
def _made(count: int, _data: str) -> str:
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-planner-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "planner.desk")
    build.make(address, customers=20, days=5)
    with opened(address), transaction():
        _write(count)
    with opened(address):
        run_sql("ANALYZE")
    return address


def _write(count: int) -> None:
    run_sql("DELETE FROM appointment_part")
    run_sql("UPDATE appointment SET state = 'cancelled'")
    known = planning.open_bays()
    for number in range(len(known), _BAYS):
        run_sql(
            "INSERT INTO workshop_bay (uid, version, created_at, changed_at, name, skill, position, closed) "
            "VALUES (?, 1, 0, 0, ?, '', ?, 0)",
            *(new_uid(), f"Bay {number}", number),
        )
    bays, advisor = planning.open_bays(), everybody()[0].id
    customer = run_sql("SELECT max(id) FROM customer").fetchone()[0]
    first = clock.today() - timedelta(days=count // _A_DAY // 2)
    rows = [
        (
            new_uid(),
            f"YY-1999-{number:06d}",
            customer,
            f"B{number:05d}",
            bays[number % _BAYS],
            advisor,
            _at(first, number),
        )
        for number in range(count)
    ]
    run_sql_often(
        "INSERT INTO appointment (uid, version, created_at, changed_at, number, customer_id, plate, purpose, wish, "
        "bay_id, advisor_id, starts_at, minutes, courtesy, place, survey_fee, state, reason) "
        f"VALUES (?, 1, 0, 0, ?, ?, ?, 'repair', 'x', ?, ?, ?, {_MINUTES}, '', '', 0, 'booked', '')",
        rows,
    )


def _at(first: date, number: int) -> int:
    day = first + timedelta(days=number // _A_DAY)
    return milliseconds(datetime.combine(day, time(9 + number % _A_DAY // _BAYS)).astimezone())
