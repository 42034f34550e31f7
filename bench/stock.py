"""The stock list of very many units, against the raw SQL it needs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, new_uid, run_sql, run_sql_often
from models.sample import build, numbers
from models.staff.lists import everybody
from models.stock import lists
from models.stock.kinds import StockFilter

_SHOWN = 30
_IDS = """SELECT u.id FROM stock_unit u WHERE u.left_on IS NULL
    ORDER BY COALESCE(u.arrived_on, u.expected_on, '9999'), u.id"""
_CHIPS = (
    *("left_on IS NULL", "state = 'in_stock'", "left_on IS NULL AND arrived_on IS NULL", "state = 'reserved'"),
    *("demo = 1 AND left_on IS NULL", "state = 'sold'", "left_on IS NULL AND arrived_on < ?", "state = 'gone'"),
)
_COUNTS = f"SELECT {', '.join(f'sum(CASE WHEN {each} THEN 1 ELSE 0 END)' for each in _CHIPS)} FROM stock_unit"
_ROWS = f"""SELECT u.*, i.name, i.code FROM stock_unit u JOIN item i ON i.id = u.item_id
    WHERE u.id IN ({", ".join("?" * _SHOWN)})"""
_INSERT = """INSERT INTO stock_unit (uid, version, created_at, changed_at, item_id, vin, serial, number_key,
    engine_number, colour, options, cost, state, demo, used, expected_on, arrived_on, left_on, place, mileage_km, note)
    VALUES (?, 1, ?, ?, ?, ?, '', ?, '', '', '', 10000000, 'in_stock', 0, 0, NULL, ?, NULL, 'A', 5, '')"""


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Opening the list: what each chip holds, the ids in their order, and the first screen of rows."""
    count, rounds = (2_000, 5) if quick else (20_000, 20)
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-stock-") as folder:
        address = str(Path(folder) / "stock.desk")
        build.make(address, customers=0, days=2, staff=3)
        with opened(address):
            owner = next(each for each in everybody() if Role.OWNER in each.roles)
            actor = Actor(owner.id, owner.name, owner.roles)
            _fill(count)

            def raw() -> list[Any]:
                found = [row[0] for row in run_sql(_IDS).fetchall()]
                old = (clock.today() - timedelta(days=lists.OLD_AFTER)).isoformat()
                return [run_sql(_COUNTS, old).fetchall(), run_sql(_ROWS, *found[:_SHOWN]).fetchall()]

            def ours() -> list[Any]:
                lists.counts()
                return lists.unit_rows(actor, lists.unit_ids(actor, StockFilter.ALL)[:_SHOWN])

            if len(ours()) != _SHOWN:
                raise AssertionError("the list is not whole")
            yield side_by_side(f"stock list of {count:,} units / raw SQL", ours, raw, aim=3.0, rounds=rounds)


def _fill(count: int) -> None:
    item = Item.select().where(Item.kept == Kept.VIN).first()
    rng, at = Random(1), milliseconds(clock.now())
    rows = []
    for serial in range(count):
        number = numbers.vin(rng, serial)
        arrived_on = (clock.today() - timedelta(days=serial % 200)).isoformat()
        rows.append((new_uid(), at, at, item.id, number, number, arrived_on))
    with transaction():
        run_sql_often(_INSERT, rows)
