"""A store on a server copied row by row into an encrypted file, as a backup that opens as a store on any PC (X2).

Both are laid out by the same steps, so every row goes over as it is, in one reading transaction that sees the store at
one moment. What only a file has is made there: the search index, and the triggers, which come last so that none stands
in a row's way.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import peewee

from exchange import rows
from exchange.rows import Row
from exchange.writing import OnBytes
from models import migrations
from models.kernel import copying, files, store, upgrade
from models.kernel.file_names import safe_name
from models.kernel.search import grams
from models.kernel.tables import database


def stand_in(address: str) -> Path:
    """The folder that a store on a server would have on this PC; it is never made, but its backups stand beside it."""
    told = urlsplit(address)
    place = safe_name(f"{told.hostname or 'localhost'}-{told.port or 5432}")
    return files.data_folder() / "servers" / place / f"{safe_name(told.path.strip('/'))}{store.SUFFIX}"


def copy_rows(to: Path, key: bytes, on_rows: OnBytes, version: int = migrations.LATEST) -> copying.Contents:
    """Copy the open store of schema ``version``, which is on a server, into the new file ``to``: what both hold.

    ``on_rows`` hears of rows that went over, and may raise to cancel. Raises StorageError where a row of the file
    differs, or names one that is not there; then no file is left.
    """
    made = store.encrypted_file(to, key, journal="off")
    try:
        to.touch(mode=0o600, exist_ok=False)
        with made.connection_context():
            made.execute_sql("PRAGMA synchronous = off")
            made.execute_sql("PRAGMA foreign_keys = 0")
            meant = _fill(made, on_rows, version)
            if made.execute_sql("PRAGMA foreign_key_check").fetchall():
                raise copying.differs()
        copying.flush(to)
        held = copying.check_whole(made)
        with made.connection_context():
            found = {table: rows.digest(rows.filed(made, table, rows.columns_of(made, table))) for table in meant}
        if found != meant:
            raise copying.differs()
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    return held


def _fill(made: peewee.SqliteDatabase, on_rows: OnBytes, version: int) -> dict[str, int]:
    """Lay out the file and fill it; returns each table's digest as the server told the rows."""
    with store.snapshot(), made.atomic():
        triggers = upgrade.lay_out_but_triggers(made, version)
        meant = {table: rows.digest(_take_over(made, table, on_rows)) for table in copying.tables(made)}
        for entry_id, kind, text in rows.filed(made, "search_entry", ["id", "kind", "text"]):
            words = grams(text, kind)
            made.execute_sql("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", (entry_id, words))
        for sql in triggers:
            made.execute_sql(sql)
        made.execute_sql(f"PRAGMA application_id = {store.APPLICATION_ID}")
        made.execute_sql(f"PRAGMA user_version = {version}")
    return meant


def _take_over(made: peewee.SqliteDatabase, table: str, on_rows: OnBytes) -> Iterator[Row]:
    columns = rows.columns_of(made, table)
    for count, row in enumerate(rows.put_into(made, table, columns, rows.served(table, columns)), 1):
        if count % rows.BATCH == 1:
            on_rows(rows.BATCH)
        yield row


def name_and_key() -> tuple[str, bytes]:
    """The name and the key that all copies of the open store share.

    Both are made from the secret that its trail is sealed with: whoever can read that on the server has all the rest.
    """
    row = database.execute_sql("SELECT chain_key FROM audit_head").fetchone()
    if row is None:
        raise copying.headless()
    secret = bytes.fromhex(row[0])
    name, key = (hmac.digest(secret, b"frontdesk copies: " + what, "sha256") for what in (b"name", b"key"))
    return name.hex()[:32], key
