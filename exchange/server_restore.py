"""Putting a backup in the place of a store on a server: whole or not at all (X2).

1. The backup is examined; nothing of it is trusted before.
2. A copy is made on this PC and opened as any store is, which upgrades an older one and records who restores it.
3. With nobody else connected, the present store is put aside: as a backup, on this PC.
4. In one transaction every table is emptied and filled with the copy's rows, read back and compared. Cut off anywhere,
   the server still holds what it held.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from exchange import backing_up, rows
from exchange.examining import Source, read_only
from exchange.restoring import Identify, Restored, made_ready
from exchange.rows import Row
from exchange.server_copy import stand_in
from exchange.shelf import DATABASE
from exchange.writing import OnBytes
from models.kernel import copying, store
from models.kernel.errors import StorageError
from models.kernel.faults import explain, of_the_world, told_apart
from models.kernel.progress import unheard
from models.kernel.search import grams
from models.kernel.tables import database

_SEARCHED = "search_entry"


def restore(
    source: Source,
    address: str,
    identify: Identify,
    words: str = "",
    on_bytes: OnBytes = unheard,
) -> Restored:
    """Put the backup ``source``, of a store on a server or in a folder, in the place of the store at ``address``, or
    into an empty database. Raises as ``restoring.restore`` does; then the server is as it was.
    """
    folder = stand_in(address)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with told_apart(), made_ready(source, folder, identify, words, on_bytes) as (inside, ready):
        file = read_only(ready / DATABASE, inside.key)
        with store.alone_on_server(address) as is_store, file.connection_context():
            aside = backing_up.put_server_aside(folder, words=words).path if is_store else None
            _take_the_place(file, is_new=not is_store)
    return Restored(inside, address, aside)


def _take_the_place(file: peewee.SqliteDatabase, *, is_new: bool) -> None:
    tables = {table: rows.columns_of(file, table) for table in copying.tables(file)}
    with _told_by_the_server(), store.transaction():
        if is_new:
            store.lay_out_alone()
        with _nothing_in_the_way(list(tables)):
            database.execute_sql(f"TRUNCATE {', '.join(_quoted(each) for each in tables)} RESTART IDENTITY")
            meant = {each: rows.digest(_put(file, each, columns)) for each, columns in tables.items()}
            _count_on(list(tables))
        if meant != {each: rows.digest(rows.served(each, columns)) for each, columns in tables.items()}:
            raise StorageError("The server does not take what the backup holds. Nothing was changed.")


@contextmanager
def _told_by_the_server() -> Iterator[None]:
    """What the server does not take, such as a row that breaks a rule of its own, is no fault of the program's."""
    try:
        yield
    except Exception as error:
        if not of_the_world(error) or explain(error):
            raise
        raise StorageError("The server does not take what the backup holds. Nothing was changed.") from error


@contextmanager
def _nothing_in_the_way(tables: list[str]) -> Iterator[None]:
    """References and triggers hold again afterwards; rows come in any order meanwhile."""
    references = database.execute_sql(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
    ).fetchall()
    for table, name, _rule in references:
        database.execute_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for table in tables:
        database.execute_sql(f"ALTER TABLE {_quoted(table)} DISABLE TRIGGER USER")
    yield
    for table in tables:
        database.execute_sql(f"ALTER TABLE {_quoted(table)} ENABLE TRIGGER USER")
    for table, name, rule in references:
        database.execute_sql(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {rule}')


def _put(file: peewee.SqliteDatabase, table: str, columns: list[str]) -> Iterator[Row]:
    """Write a table's rows; each is given on when it is written."""
    names = ", ".join(_quoted(each) for each in columns)
    if table == _SEARCHED:
        names = f'{names}, "grams"'
    with (
        database.connection().cursor() as cursor,
        cursor.copy(f"COPY {_quoted(table)} ({names}) FROM STDIN") as into,
    ):
        for row in rows.filed(file, table, columns):
            into.write_row((*row, _vector(dict(zip(columns, row, strict=True)))) if table == _SEARCHED else row)
            yield row


def _vector(entry: dict[str, object]) -> str:
    """The grams of a search entry as the server reads them; none holds a sign that needs more than quotes."""
    found = set(grams(str(entry["text"]), str(entry["kind"])).split())
    return " ".join("'" + each.replace("\\", "\\\\").replace("'", "''") + "'" for each in sorted(found))


def _count_on(tables: list[str]) -> None:
    """The next row of each table gets the number after the highest."""
    counted = database.execute_sql(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND is_identity = 'YES'"
    ).fetchall()
    for table, column in counted:
        if table in tables:
            database.execute_sql(
                f"SELECT setval(pg_get_serial_sequence(%s, %s), max({_quoted(column)})) FROM {_quoted(table)} "
                f"HAVING max({_quoted(column)}) IS NOT NULL",
                (_quoted(table), column),
            )


def _quoted(name: str) -> str:
    return f'"{name}"'
