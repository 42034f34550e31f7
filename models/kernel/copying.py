"""Copying a store's file while people work in it: made by the database's own backup, then opened and checked."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee

from models.kernel.errors import StorageError


@dataclass(frozen=True)
class Contents:
    """What a store's file holds at one moment: its schema, rows by table, and how its audit trail ends."""

    schema: int
    rows: dict[str, int]
    lines: int
    head: str


def contents(file: peewee.SqliteDatabase) -> Contents:
    """What the open ``file`` holds; call it within a transaction where somebody may write."""
    lines, head = file.execute_sql("SELECT lines, code FROM audit_head").fetchone()
    return Contents(file.execute_sql("PRAGMA user_version").fetchone()[0], row_counts(file), lines, head)


def row_counts(file: peewee.SqliteDatabase) -> dict[str, int]:
    """Rows per table of ours."""
    return {
        table: file.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in file.get_tables()
        if not table.startswith(("sqlite_", "search_grams"))
    }


def copy_checked(source: peewee.SqliteDatabase, copy: peewee.SqliteDatabase) -> Contents:
    """Copy the open ``source`` into ``copy``, a closed new file of the same key; returns what both hold.

    The copy is of one moment whatever others write meanwhile, is on the device, keeps no journal, was read again past
    the system's cache and is whole. Raises StorageError where it is not, and then no file is left.
    """
    path = Path(str(copy.database))
    try:
        path.touch(mode=0o600, exist_ok=False)
        meant = _copy(source, copy)
        flush(path)
        found = check_whole(copy)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if found != meant:
        path.unlink(missing_ok=True)
        raise StorageError("The backup could not be verified: it differs from the store. The store is unchanged.")
    return meant


def _copy(source: peewee.SqliteDatabase, copy: peewee.SqliteDatabase) -> Contents:
    """Both in one reading transaction, so that what is counted is what is copied."""
    copy.connect()
    try:
        # The whole file is flushed at the end, and an unfinished one is thrown away: no journal is needed on the way.
        copy.execute_sql("PRAGMA synchronous = off")
        source.execute_sql("BEGIN")
        try:
            meant = contents(source)
            source.connection().backup(copy.connection(), pages=-1)
        finally:
            source.execute_sql("ROLLBACK")
        copy.execute_sql("PRAGMA journal_mode = delete")
    finally:
        copy.close()
    return meant


def flush(path: Path) -> None:
    """On the device, and no longer in the system's cache where the system lets us say so."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def check_whole(file: peewee.SqliteDatabase) -> Contents:
    """What the closed ``file`` holds, after every page and every row's structure was looked at.

    The two looks go on beside each other: each mostly waits for the cipher. Raises StorageError where it is damaged.
    """
    with ThreadPoolExecutor(1) as pool:
        pages = pool.submit(_broken_pages, file)
        with file.connection_context():
            sound = [row[0] for row in file.execute_sql("PRAGMA quick_check").fetchall()] == ["ok"]
            found = contents(file)
    if pages.result() or not sound:
        raise damaged()
    return found


def _broken_pages(file: peewee.SqliteDatabase) -> list[Any]:
    """What the cipher's own check says, on a connection of this thread's own."""
    with file.connection_context():
        return list(file.execute_sql("PRAGMA cipher_integrity_check").fetchall())


def damaged() -> StorageError:
    """What is said of a file that is not whole."""
    return StorageError("The backup is damaged. It is not used. Take an older one.")
