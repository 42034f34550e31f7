"""“Is there one?” answered from what is really here, for the items that are counted (S3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from models.catalog.kinds import Availability, StockAnswer
from models.kernel import clock
from models.kernel.tables import run_sql
from models.stock.keeping import ONE

_UNITS = """
SELECT item_id, sum(CASE WHEN arrived_on IS NOT NULL AND demo = 0 THEN 1 ELSE 0 END),
    sum(CASE WHEN arrived_on IS NOT NULL AND demo = 0 AND state = 'reserved' THEN 1 ELSE 0 END),
    sum(CASE WHEN state = 'in_transit' THEN 1 ELSE 0 END),
    min(CASE WHEN state = 'in_transit' THEN expected_on END)
FROM stock_unit WHERE left_on IS NULL {only} GROUP BY item_id"""
_QUANTITIES = "SELECT item_id, quantity, reserved, 0, NULL FROM stock_quantity {only}"
_FEW = 200


def counted(told: Mapping[int, StockAnswer]) -> dict[int, StockAnswer]:
    """The answers for counted items, given what the catalogue tells of them: lead time, remark, scarcity.

    A demo is none to be promised, though a contract may take it.
    """
    rows = {row[0]: row[1:] for sql in (_UNITS, _QUANTITIES) for row in _read(sql, told)}
    return {item_id: _answer(answer, *rows.get(item_id, (0, 0, 0, None))) for item_id, answer in told.items()}


def _read(sql: str, told: Collection[int]) -> list[tuple[int, int, int, int, str | None]]:
    """Of these items, or of all where there are too many to name."""
    ids = list(told) if len(told) <= _FEW else []
    only = f"item_id IN ({', '.join('?' * len(ids))})" if ids else ""
    joined = only and (f"AND {only}" if sql is _UNITS else f"WHERE {only}")
    found: list[tuple[int, int, int, int, str | None]] = run_sql(sql.format(only=joined), *ids).fetchall()
    scale = ONE if sql is _UNITS else 1
    return [(row[0], int(row[1]) * scale, int(row[2]) * scale, int(row[3]), row[4]) for row in found]


def _answer(told: StockAnswer, here: int, reserved: int, coming: int, expected_on: str | None) -> StockAnswer:
    """In stock while one is free; else the next that comes; else to order, unless it is told that there is none."""
    if here > reserved:
        now, day = Availability.IN_STOCK, None
    elif coming:
        now, day = Availability.IN_TRANSIT, date.fromisoformat(expected_on) if expected_on else None
    elif told.availability is Availability.IN_TRANSIT:
        now, day = Availability.IN_TRANSIT, told.expected_on
    elif told.availability is Availability.UNAVAILABLE:
        now, day = Availability.UNAVAILABLE, None
    else:
        now, day = Availability.TO_ORDER, None
    return replace(
        told,
        availability=now,
        expected_on=day,
        told_on=clock.today(),
        counted=True,
        here=here,
        reserved=min(here, reserved),
    )
