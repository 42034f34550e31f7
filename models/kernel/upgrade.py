"""Bringing a store's schema up to this program's: a verified backup first, then all steps in one transaction."""

from __future__ import annotations

import secrets
from pathlib import Path

import peewee

from models import migrations
from models.kernel import copying
from models.kernel.errors import StorageError


def refuse_newer(version: int) -> None:
    """Raises StorageError for a store that a newer program has written."""
    if version > migrations.LATEST:
        raise StorageError("The store was written by a newer version of the program. Install that version to open it.")


def lay_foundation(database: peewee.Database, *, server: bool) -> None:
    """The whole schema in an empty database, and the head of its audit trail."""
    run_steps(database, 0, server=server)
    database.execute_sql(
        "INSERT INTO audit_head (id, lines, code, chain_key) VALUES "
        + ("(1, 0, '', %s)" if server else "(1, 0, '', ?)"),
        (secrets.token_hex(32),),
    )


def lay_out_but_triggers(database: peewee.SqliteDatabase, version: int) -> list[str]:
    """The tables of schema ``version`` in an empty file that is to be filled with rows from elsewhere; returns the
    triggers that are still to be made, so that none stands in a row's way.
    """
    later = []
    for step in range(version):
        for sql in migrations.statements(step, server=False):
            if sql.startswith("CREATE TRIGGER "):
                later.append(sql)
            else:
                database.execute_sql(sql)
    return later


def run_steps(database: peewee.Database, version: int, *, server: bool) -> None:
    """All steps after ``version``; the caller's transaction makes them one."""
    for step in range(version, migrations.LATEST):
        for sql in migrations.statements(step, server=server):
            database.execute_sql(sql)


def renew(version: int) -> None:
    """What the steps after ``version`` leave to be worked out, in the open store and in the caller's transaction."""
    for step in range(version, migrations.LATEST):
        for renewal in migrations.renewals(step):
            renewal()


def upgrade_file(
    database: peewee.SqliteDatabase, version: int, backup: peewee.SqliteDatabase, backup_path: Path
) -> None:
    """From ``version`` to the newest, after ``backup`` was written, opened and compared.

    Raises StorageError, and the store stays as it was, where rows would be lost or references broken.
    """
    backup_path.unlink(missing_ok=True)
    before = copying.copy_checked(database, backup).rows
    with database.atomic():
        run_steps(database, version, server=False)
        renew(version)
        after = copying.row_counts(database)
        lost = [table for table, count in before.items() if after.get(table, count) < count]
        if lost or database.execute_sql("PRAGMA foreign_key_check").fetchall():
            raise StorageError("The upgrade would have lost records. The store is unchanged.")
        database.execute_sql(f"PRAGMA user_version = {migrations.LATEST}")
