"""Looking into a backup before anything of it is trusted: read, never written, and told in people's words (X2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import peewee

from exchange import manifest, shelf
from exchange.disk import PART
from exchange.shelf import DATABASE, KEYS, SUFFIX
from exchange.writing import MANIFEST, OnBytes, read_digest
from models import migrations
from models.kernel import copying, keys, store, upgrade
from models.kernel.copying import Contents
from models.kernel.errors import StorageError
from models.kernel.faults import told_apart
from models.kernel.progress import unheard
from models.kernel.tables import moment


@dataclass(frozen=True)
class Source:
    """A backup's database, the folder of its key file, and its manifest; a copy made before an upgrade has none."""

    database: Path
    keys: Path
    manifest: Path | None

    @property
    def path(self) -> Path:
        """What people call the backup by."""
        return self.database.parent if self.manifest else self.database


@dataclass(frozen=True)
class Inside:
    """What a backup holds. ``made_at`` and ``last_payment`` are moments in UTC, None where there is none.

    ``fen`` is what the last payment amounted to.
    """

    source: Source
    store: str
    key: bytes
    sha256: str
    shop: str
    made_at: datetime | None
    schema: int
    customers: int
    contracts: int
    payments: int
    attachments: int
    last_payment: datetime | None
    fen: int
    held: Contents


def source_of(path: Path) -> Source:
    """The backup that ``path`` means: its folder, renamed or not, a file in it, or a ``before-upgrade-N.db``.

    Raises StorageError for what is no backup.
    """
    folder = path.parent if path.name in (DATABASE, KEYS, MANIFEST) else path
    named = folder.suffix == SUFFIX or (folder.suffix != PART and (folder / MANIFEST).is_file())
    if named and folder.is_dir() and (folder / DATABASE).is_file():
        return Source(folder / DATABASE, folder, folder / MANIFEST)
    if path.is_file() and path.suffix == ".db" and path.name != DATABASE and (path.parent / KEYS).is_file():
        return Source(path, path.parent, None)
    if not path.exists():
        raise StorageError("There is no backup at {path}.", path=str(path))
    raise StorageError("{path} is no backup. A backup is a folder whose name ends in .backup.", path=str(path))


def sources_at(path: Path) -> list[Source]:
    """The backup that ``path`` means, or else those that stand in that folder, newest first.

    Raises StorageError where there is none, or those of several stores.
    """
    try:
        return [source_of(path)]
    except StorageError:
        found = shelf.backups(path)
        if not found:
            raise
    if len({each.store for each in found}) > 1:
        raise StorageError("At {path} are backups of several stores. Choose the folder of one backup.", path=str(path))
    return [source_of(each.path) for each in found]


def before_upgrades(folder: Path) -> list[Path]:
    """The copies that stand in a store's folder since it was upgraded, newest schema first."""
    return sorted(folder.glob("before-upgrade-*.db"), key=_schema_of, reverse=True)


def _schema_of(path: Path) -> int:
    number = path.stem.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def examine(source: Source, words: str = "", on_bytes: OnBytes = unheard) -> Inside:
    """What the backup holds, once it is proven to be a whole store of this program, of this version or an older one.

    ``words``: passphrase or recovery code, where this PC does not know the store. Raises RuleError at field
    ``passphrase`` where its key must be asked for, StorageError for what is damaged, foreign, newer, or holds anything
    that is not the program's.
    """
    with told_apart():
        key = keys.unlock_copy(source.keys, words)
        told = _checked_bytes(source, key, on_bytes)
        file = read_only(source.database, key)
        _refuse_what_is_no_store(file, source.database)
        held = copying.check_whole(file)
        if told and (held.rows, held.lines, held.head, held.schema) != (told.rows, told.lines, told.head, told.schema):
            raise copying.damaged()
        try:
            with file.connection_context():
                return _looked_into(source, key, told, held, file)
        except (ValueError, TypeError, OverflowError):  # whole, and yet no program of ours wrote this
            raise copying.damaged() from None


def _checked_bytes(source: Source, key: bytes, on_bytes: OnBytes) -> manifest.Manifest | None:
    """The manifest, after database and key file were compared with it byte for byte."""
    if source.manifest is None:
        return None
    try:
        told = manifest.opened(source.manifest.read_bytes(), key)
    except FileNotFoundError:
        raise copying.damaged() from None
    if manifest.digest((source.keys / KEYS).read_bytes()) != told.keys_sha256:
        raise copying.damaged()
    if read_digest(source.database, on_bytes) != (told.sha256, told.bytes):
        raise copying.damaged()
    return told


def read_only(database: Path, key: bytes) -> peewee.SqliteDatabase:
    """The file as it stands, without a look at any journal that lies beside it."""
    address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
    return store.encrypted_file(address, key, journal="off", uri=True)


def _refuse_what_is_no_store(file: peewee.SqliteDatabase, path: Path) -> None:
    with file.connection_context():
        version = file.execute_sql("PRAGMA user_version").fetchone()[0]
        if file.execute_sql("PRAGMA application_id").fetchone()[0] != store.APPLICATION_ID or version < 1:
            raise StorageError("The file {path} is a database of another program.", path=str(path))
        upgrade.refuse_newer(version)
        if schema_of(file) != laid_out(version):
            raise StorageError(
                "The backup holds tables, views or triggers that are not the program's, or lacks some. It is not used."
            )


def schema_of(file: peewee.Database) -> set[tuple[str, str, str]]:
    """Everything the file's schema names, with the words that made it; what ANALYZE keeps is left out."""
    rows = file.execute_sql(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    )
    return set(rows.fetchall())


def laid_out(version: int) -> set[tuple[str, str, str]]:
    """What a store of schema ``version`` has, made anew in memory."""
    new = store.encrypted_file(Path(":memory:"), bytes(32), journal="memory")
    with new.connection_context():
        for step in range(version):
            for sql in migrations.statements(step, server=False):
                new.execute_sql(sql)
        return schema_of(new)


def _looked_into(
    source: Source, key: bytes, told: manifest.Manifest | None, held: Contents, file: peewee.SqliteDatabase
) -> Inside:
    last = file.execute_sql("SELECT created_at, amount FROM payment ORDER BY id DESC LIMIT 1").fetchone()
    last = last or (None, 0)
    return Inside(
        source=source,
        store=keys.name_of(source.keys),
        key=key,
        sha256=told.sha256 if told else "",
        shop=_shop(file),
        made_at=datetime.fromisoformat(told.made_at) if told else None,
        schema=held.schema,
        customers=held.rows.get("customer", 0),
        contracts=held.rows.get("contract", 0),
        payments=held.rows.get("payment", 0),
        attachments=held.rows.get("attachment", 0),
        last_payment=moment(last[0]) if last[0] is not None else None,
        fen=last[1],
        held=held,
    )


def _shop(file: peewee.SqliteDatabase) -> str:
    import json

    row = file.execute_sql("SELECT value FROM setting WHERE name = 'profile'").fetchone()
    told: Any = json.loads(row[0]) if row else {}
    return str(told.get("name", "")) if isinstance(told, dict) else ""
