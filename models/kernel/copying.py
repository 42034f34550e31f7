"""Copying a store's file while people work in it: made by the database's own backup, then opened and checked."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee

from models.kernel import clock
from models.kernel.errors import StorageError

LONGEST_WAIT, _PAUSE = 2.0, 0.05
"""Seconds that copying waits for somebody at a long piece of reading or writing, and between two looks."""


@dataclass(frozen=True)
class Contents:
    """What a store's file holds at one moment: its schema, rows by table, and how its audit trail ends."""

    schema: int
    rows: dict[str, int]
    lines: int
    head: str


def contents(file: peewee.SqliteDatabase) -> Contents:
    """What the open ``file`` holds; call it within a transaction where somebody may write.

    Raises StorageError where its trail has no head.
    """
    end = file.execute_sql("SELECT lines, code FROM audit_head").fetchone()
    if end is None:
        raise headless()
    return Contents(file.execute_sql("PRAGMA user_version").fetchone()[0], row_counts(file), *end)


def headless() -> StorageError:
    """What is said of a store that can record nothing any more."""
    return StorageError("The store is damaged: the head of its trail is missing.")


def row_counts(file: peewee.SqliteDatabase) -> dict[str, int]:
    """Rows per table of ours."""
    return {table: file.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables(file)}


def tables(file: peewee.SqliteDatabase) -> list[str]:
    """Tables of ours that have rows; what the search index keeps of itself is made from them."""
    return [table for table in file.get_tables() if not table.startswith(("sqlite_", "search_grams"))]


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
        raise differs()
    return meant


def differs() -> StorageError:
    """What is said of a copy that holds something else than the store."""
    return StorageError("The backup could not be verified: it differs from the store. The store is unchanged.")


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


@contextmanager
def held_still(file: peewee.SqliteDatabase, gate: peewee.SqliteDatabase) -> Iterator[bool]:
    """While it lasts, the bytes of the open ``file`` are the store at one moment: others save into the journal alone.

    ``file`` stays in a reading transaction; ``gate``, another connection to the same file, is closed before and after.
    False, and no transaction, where somebody is at a long piece of writing or reads an older state for long.

    Why nothing is written into the file: with the gate shut (nobody writes) the whole journal is folded into the file,
    and the reading begins then. So it reads the file and nothing of the journal, and it holds SQLite's read lock 0, or
    a read mark at the journal's present end. Folding further frames into the file (a checkpoint, whoever asks for it
    and in which mode) needs lock 0 for itself alone and stops at every read mark: it waits or does nothing until this
    reading ends. Leaving WAL, or folding because the last connection closes, needs the file for itself alone.
    """
    still = _folded(file, gate)
    try:
        yield still
    finally:
        if still:
            file.execute_sql("ROLLBACK")


def _folded(file: peewee.SqliteDatabase, gate: peewee.SqliteDatabase) -> bool:
    """Whether the journal could be folded into the file as a whole; then the reading has begun."""
    until = clock.uptime() + LONGEST_WAIT
    with gate.connection_context():
        gate.execute_sql(f"PRAGMA busy_timeout = {int(1000 * LONGEST_WAIT)}")
        while True:
            file.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")  # most of it before anybody has to wait
            try:
                gate.execute_sql("BEGIN IMMEDIATE")
            except peewee.OperationalError:  # somebody is at a long piece of writing
                return False
            try:
                busy, frames, folded = file.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                if not busy and frames == folded:
                    file.execute_sql("BEGIN")
                    file.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
                    return True
            finally:
                gate.execute_sql("ROLLBACK")
            if clock.uptime() > until:
                return False
            time.sleep(_PAUSE)


def file_size(file: peewee.SqliteDatabase) -> int:
    """Bytes of the open ``file`` as its transaction sees it."""
    pages, size = (int(file.execute_sql(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * size


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
