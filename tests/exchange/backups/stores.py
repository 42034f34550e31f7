"""Stores to back up and restore: all they hold, and how they are bent."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from models.kernel import keys, store
from models.kernel.permissions import Actor
from models.kernel.tables import database
from models.staff import lists
from models.staff.login import log_in
from tests.models.shops import PIN, opened

OWNER_NAME = "王总"


def everything(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a store on disk, attachments with all their bytes."""
    with opened(str(folder)):
        tables = [name for name in database.get_tables() if not name.startswith(("sqlite_", "search_grams"))]
        return {name: database.execute_sql(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in tables}


def rows_there() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the open store, on disk or on a server; what only one of the two has is left out."""
    names = [name for name in database.get_tables() if not name.startswith(("sqlite_", "search_grams", "frontdesk_"))]
    told = {}
    for name in names:
        columns = sorted(column.name for column in database.get_columns(name) if column.name != "grams")
        sql = f"SELECT {', '.join(columns)} FROM {name}"
        told[name] = sorted(database.execute_sql(sql).fetchall(), key=repr)
    return told


def but_the_trail(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """The rows without what restoring itself adds: lines of the trail, and tries of a PIN."""
    return {name: each for name, each in rows.items() if name not in ("audit_line", "audit_head")}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a store, byte for byte."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


def the_owner() -> Actor:
    """The owner of the store that is open, with the PIN of the tests."""
    return log_in(next(each.id for each in lists.everybody() if each.name == OWNER_NAME), PIN)


def altered(folder: Path, to: Path, sql: str) -> Path:
    """A copy of a store in which somebody who has its key ran ``sql``."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("*.lock"))
    file = store.encrypted_file(to / "store.db", keys.unlock(to))
    with file.connection_context():
        for each in sql.split(";;"):
            file.execute_sql(each)
    return to


Change = Callable[[bytearray], object]
