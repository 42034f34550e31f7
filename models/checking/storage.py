"""Whether the file, its keys, its tables and its references are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from models import migrations
from models.kernel import keys, store, upgrade
from models.kernel.i18n import _
from models.kernel.tables import database, run_sql

_SERVER_ONLY = "frontdesk_schema"
_LAID_OUT = re.compile(r"^\s*(CREATE|DROP) (TABLE|VIEW|TRIGGER) (\w+)")


def file(folder: Path) -> Iterator[str]:
    """What the encryption's own check says, or else the database's, which knows CHECK, NOT NULL and UNIQUE too."""
    for pragma in ("cipher_integrity_check", "integrity_check"):
        damage = [told for (told,) in run_sql(f"PRAGMA {pragma}").fetchall() if told != "ok"]
        for told in damage:
            yield _("The file {path} is damaged: {what}").format(path=folder / "store.db", what=told)
        if damage:
            return


def key_files(folder: Path) -> Iterator[str]:
    """Both copies of the key file are there and alike."""
    first, second = keys.copies(folder)
    if not second.exists():
        yield _("The second copy of the key file is missing: {path}").format(path=second)
    elif first.read_bytes() != second.read_bytes():
        yield _("The second copy of the key file differs from the store's: {path}").format(path=second)


@contextmanager
def as_of_now() -> Iterator[None]:
    """Read everything as it is at one moment, whatever other seats write meanwhile."""
    if not database.obj.for_update:
        yield
        return
    with database.atomic():
        run_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def lacking() -> Iterator[str]:
    """What the program keeps in a database and is not there, or not as it was laid out."""
    there = _there()
    for (kind, name), sql in _expected().items():
        if (kind, name) not in there:
            yield _("“{name}” is missing from the database.").format(name=name)
        elif there[kind, name] != sql:
            yield _("“{name}” is not as the program laid it out.").format(name=name)


def strange() -> Iterator[str]:
    """Tables, indexes, views and triggers that are not the program's."""
    for _kind, name in sorted(_there().keys() - _expected().keys()):
        yield _("“{name}” in the database is not the program's.").format(name=name)


def references() -> Iterator[str]:
    """Every row that names another finds it; a server sees to that by itself."""
    if database.obj.for_update:
        return
    for table, row, other, _place in run_sql("PRAGMA foreign_key_check"):
        text = _("Row {row} of “{table}” names something in “{other}” that is not there.")
        yield text.format(table=table, row=row, other=other)


def _there() -> dict[tuple[str, str], str]:
    if not database.obj.for_update:
        return _objects(database.obj)
    tables = run_sql("SELECT table_type, table_name FROM information_schema.tables WHERE table_schema = 'public'")
    found = {("table" if kind == "BASE TABLE" else "view", name): "" for kind, name in tables}
    triggers = run_sql("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = 'public'")
    return found | {("trigger", name): "" for (name,) in triggers}


def _expected() -> dict[tuple[str, str], str]:
    """What a new store has, each with the words that made it; on a server only the names are compared."""
    if database.obj.for_update:
        return _laid_out_on_server()
    new = store.encrypted_file(Path(":memory:"), bytes(32), journal="memory")
    with new.connection_context():
        upgrade.lay_foundation(new, server=False)
        return _objects(new)


def _laid_out_on_server() -> dict[tuple[str, str], str]:
    objects = {("table", _SERVER_ONLY): ""}
    for step in range(migrations.LATEST):
        for sql in migrations.statements(step, server=True):
            for what, kind, name in _LAID_OUT.findall(sql):
                if what == "CREATE":
                    objects[kind.lower(), name] = ""
                else:
                    del objects[kind.lower(), name]
    return objects


def _objects(file: peewee.Database) -> dict[tuple[str, str], str]:
    rows = file.execute_sql(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    )
    return {(kind, name): sql for kind, name, sql in rows}
