"""Reading a table of any size a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.kernel.tables import run_sql

PAGE = 1000


def pages(table: str, columns: str) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of ``table`` by id, the id before the ``columns``."""
    last = 0
    while rows := run_sql(f"SELECT id, {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {PAGE}", last).fetchall():
        yield rows
        last = rows[-1][0]


def belonging(table: str, owner: str, columns: str, page: list[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of ``table`` that belong to the records of one page, by record in the order of their position."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    rows = run_sql(
        f"SELECT {owner}, {columns} FROM {table} WHERE {owner} BETWEEN ? AND ? ORDER BY {owner}, position",
        *(page[0][0], page[-1][0]),
    )
    for record_id, *values in rows.fetchall():
        found.setdefault(record_id, []).append(tuple(values))
    return found
