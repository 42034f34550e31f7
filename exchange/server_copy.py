"""A store on a server copied row by row into an encrypted file, as a backup that opens as a store on any PC (X2).

Both are laid out by the same steps and know whole numbers, text and blobs alone, so every row goes over as it is, in
one reading transaction that sees the store at one moment. What only a file has is made there: the search index, and
the triggers, which come last so that none stands in a row's way.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import peewee

from exchange.salvaging import lay_out
from models import migrations
from models.kernel import copying, store
from models.kernel.errors import StorageError
from models.kernel.search import grams
from models.kernel.tables import database

_BATCH = 200
_NO_TABLE_OF_ROWS = ("sqlite_", "search_grams")

Row = tuple[Any, ...]


def copy_rows(to: Path, key: bytes) -> copying.Contents:
    """Copy the open store, which is on a server, into the new file ``to``; returns what both hold.

    Raises StorageError where a row of the file differs, or names one that is not there; then no file is left.
    """
    made = store.encrypted_file(to, key, journal="off")
    try:
        to.touch(mode=0o600, exist_ok=False)
        with made.connection_context():
            made.execute_sql("PRAGMA synchronous = off")
            made.execute_sql("PRAGMA foreign_keys = 0")
            meant = _fill(made)
            if made.execute_sql("PRAGMA foreign_key_check").fetchall():
                raise copying.differs()
        copying.flush(to)
        held = copying.check_whole(made)
        with made.connection_context():
            found = {table: _digest(_rows_of(made, table)) for table in meant}
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    if found != meant:
        to.unlink(missing_ok=True)
        raise copying.differs()
    return held


def _fill(made: peewee.SqliteDatabase) -> dict[str, int]:
    """Lay out the file and fill it; returns each table's digest as the server told the rows."""
    with store.snapshot(), made.atomic():
        triggers = lay_out(made, migrations.LATEST)
        tables = [name for name in made.get_tables() if not name.startswith(_NO_TABLE_OF_ROWS)]
        meant = {table: _take_over(made, table) for table in tables}
        for entry_id, kind, text in _rows(made, "SELECT id, kind, text FROM search_entry"):
            words = grams(text, kind)
            made.execute_sql("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", (entry_id, words))
        for sql in triggers:
            made.execute_sql(sql)
        made.execute_sql(f"PRAGMA application_id = {store.APPLICATION_ID}")
        made.execute_sql(f"PRAGMA user_version = {migrations.LATEST}")
    return meant


def _take_over(made: peewee.SqliteDatabase, table: str) -> int:
    columns = [f'"{column.name}"' for column in made.get_columns(table)]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'

    def taken_over() -> Iterator[Row]:
        for row in _served(f'SELECT {names} FROM "{table}"'):
            made.execute_sql(insert, row)
            yield row

    return _digest(taken_over())


def _served(sql: str) -> Iterator[Row]:
    """Rows of the server, some at a time: attachments may be more than fits into memory."""
    with database.connection().cursor(name="copied") as cursor:
        cursor.itersize = _BATCH
        cursor.execute(sql)
        yield from cursor


def _rows_of(made: peewee.SqliteDatabase, table: str) -> Iterator[Row]:
    names = ", ".join(f'"{column.name}"' for column in made.get_columns(table))
    return _rows(made, f'SELECT {names} FROM "{table}"')


def _rows(made: peewee.SqliteDatabase, sql: str) -> Iterator[Row]:
    cursor = made.execute_sql(sql)
    while batch := list(islice(cursor, _BATCH)):
        yield from batch


def _digest(rows: Iterable[Row]) -> int:
    """The same for the same rows in whatever order, and other for any other."""
    total = 0
    for row in rows:
        total += int.from_bytes(hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest())
    return total % 2**256


def name_and_key() -> tuple[str, bytes]:
    """The name and the key that all copies of the open store share.

    Both are made from the secret that its trail is sealed with: whoever can read that on the server has all the rest.
    """
    row = database.execute_sql("SELECT chain_key FROM audit_head").fetchone()
    if row is None:
        raise StorageError("The store is damaged: the head of its trail is missing.")
    secret = bytes.fromhex(row[0])
    name, key = (hmac.digest(secret, b"frontdesk copies: " + what, "sha256") for what in (b"name", b"key"))
    return name.hex()[:32], key
