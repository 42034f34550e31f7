"""Reading the sample that is open, and making another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sample import build
from models.staff.lists import everybody
from tests.models.shops import opened

EVENING = datetime(2026, 11, 21, 19, 0).astimezone()


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """What the open store answers."""
    return run_sql(sql, *values).fetchall()


def column(sql: str) -> list[Any]:
    """One value of each row."""
    return [row[0] for row in rows(sql)]


@contextmanager
def made(address: Path, **options: Any) -> Iterator[build.SampleResult]:
    """A new sample store, open."""
    result = build.make(str(address), **options)
    with opened(str(address)):
        yield result


def owner() -> Actor:
    """Who may see everything."""
    first = everybody()[0]
    return Actor(first.id, first.name, first.roles)
