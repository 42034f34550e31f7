"""Rows on their way between a server and a file: whole numbers, text and blobs alone, so each goes over as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import peewee

from models.kernel.tables import database

BATCH = 200

Row = tuple[Any, ...]


def columns_of(file: peewee.SqliteDatabase, table: str) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in file.get_columns(table)]


def served(table: str, columns: list[str]) -> Iterator[Row]:
    """Rows of the open server, some at a time: attachments may be more than fits into memory."""
    with database.connection().cursor(name="carried") as cursor:
        cursor.itersize = BATCH
        cursor.execute(f'SELECT {_quoted(columns)} FROM "{table}"')
        yield from cursor


def filed(file: peewee.SqliteDatabase, table: str, columns: list[str]) -> Iterator[Row]:
    """Rows of an open file, some at a time."""
    for batch in _batches(file.execute_sql(f'SELECT {_quoted(columns)} FROM "{table}"')):
        yield from batch


def put_into(file: peewee.SqliteDatabase, table: str, columns: list[str], rows: Iterable[Row]) -> Iterator[Row]:
    """Write rows into an open file; each is given on when it is written."""
    sql = f'INSERT INTO "{table}" ({_quoted(columns)}) VALUES ({", ".join("?" * len(columns))})'
    for batch in _batches(rows):
        file.connection().executemany(sql, batch)
        yield from batch


def digest(rows: Iterable[Row]) -> int:
    """The same for the same rows in whatever order, and other for any other."""
    total = 0
    for row in rows:
        total += int.from_bytes(hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest())
    return total % 2**256


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    going = iter(rows)
    while batch := list(islice(going, BATCH)):
        yield batch


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{each}"' for each in columns)
