"""A store: made, opened, locked, upgraded and closed; every write happens in ``transaction()``.

A store is a folder ``NAME.desk`` with an encrypted SQLite file and its key slots, or a PostgreSQL database.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import peewee
from filelock import FileLock, Timeout

from models import migrations
from models.kernel import clock, files, keys, pages, server_driver, turns, upgrade
from models.kernel.errors import StorageError
from models.kernel.faults import told_apart
from models.kernel.tables import database

APPLICATION_ID = 0x4644534B
"""``FDSK`` in the file's header: this file is a Frontdesk store."""

SUFFIX = ".desk"
_PLAIN_SQLITE = b"SQLite format 3\0"
_UPGRADE_LOCK = APPLICATION_ID
_OTHERS_LEAVE = 3.0


@dataclass(frozen=True)
class Store:
    """An open store: where it is and, for a folder, the lock that keeps other programs out."""

    address: str
    folder: Path | None = None
    lock: FileLock | None = None

    @property
    def name(self) -> str:
        """What to call the store before its own name is read."""
        return self.folder.stem if self.folder else self.address.rsplit("/", 1)[-1]


def is_server(address: str) -> bool:
    """Whether ``address`` names a PostgreSQL database rather than a folder."""
    return address.startswith(("postgresql://", "postgres://"))


def folder_of(address: str) -> Path:
    """The folder that ``address`` means; ``.desk`` may be left out."""
    path = os.path.abspath(os.path.expanduser(address))
    return Path(path if path.endswith(SUFFIX) else path + SUFFIX)


def create(address: str, passphrase: str = "") -> str:
    """Make an empty store, whole or not at all; returns the recovery code, told this once (empty on a server).

    Raises StorageError where something is already there or cannot be written.
    """
    with told_apart():
        if is_server(address):
            return _create_on_server(address)
        return _create_folder(folder_of(address), passphrase)


def open_store(address: str, passphrase: str = "") -> Store:
    """Open an existing store, upgrading an older one after a verified backup. Never makes a new one.

    Raises StorageError for one that is missing, empty, foreign, newer, damaged, in use or cannot be written, RuleError
    at field ``passphrase`` where its key must be asked for.
    """
    with told_apart():
        opened = _open_on_server(address) if is_server(address) else _open_folder(folder_of(address), passphrase)
        try:
            for each in _on_opening:
                each()
        except BaseException:
            _let_go(opened)
            raise
        return opened


_on_opening: list[Callable[[], None]] = []


def when_opened(finish: Callable[[], None]) -> None:
    """Call ``finish`` with each store that is opened, before anybody sees it: for work that was cut off."""
    _on_opening.append(finish)


def close(store: Store) -> None:
    """Close the store; a folder's journal is folded into its file."""
    try:
        with told_apart():
            if store.folder and not database.is_closed():
                database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        _let_go(store)


def _let_go(store: Store) -> None:
    database.close()
    if store.lock:
        store.lock.release()


def destroy(store: Store) -> None:
    """Close a store in a folder and delete it with what this PC kept of its key: for sample data, and for a store
    whose founding failed. A store on a server is only closed.
    """
    _let_go(store)
    if store.folder is not None:
        with told_apart():
            keys.forget(store.folder)
            shutil.rmtree(store.folder)


def close_connection() -> None:
    """Close this thread's own connection, if there is one, at the end of work in the background."""
    if database.obj is not None:
        database.close()


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing; inside another, a part of it. What the world does wrong becomes StorageError."""
    with told_apart(), ExitStack() as opened:
        with turns.waiting():
            opened.enter_context(database.atomic())
        yield


_claims: set[int] = set()


@contextmanager
def claimed(number: int) -> Iterator[bool]:
    """Whether the work of this number is ours alone meanwhile, among all threads and all seats."""
    if isinstance(database.obj, peewee.SqliteDatabase):
        mine = number not in _claims
        _claims.add(number)
        try:
            yield mine
        finally:
            if mine:
                _claims.discard(number)
        return
    with told_apart():
        mine = bool(database.execute_sql("SELECT pg_try_advisory_lock(%s)", (number,)).fetchone()[0])
    try:
        yield mine
    finally:
        if mine and not database.is_closed():
            database.execute_sql("SELECT pg_advisory_unlock(%s)", (number,))


@contextmanager
def snapshot() -> Iterator[None]:
    """What is read in it is the store at one moment, whatever others write meanwhile; nothing is written in it."""
    with told_apart():
        if isinstance(database.obj, peewee.SqliteDatabase):
            with database.obj.atomic("DEFERRED"):
                yield
        else:
            with database.atomic():
                database.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                yield


def encrypted_file(file: Path | str, key: bytes, journal: str = "wal", **options: Any) -> peewee.SqliteDatabase:
    """The encrypted file as every connection uses it: each commit flushed to the device, one writer at a time.

    ``options`` go to the driver's own ``connect``.
    """
    from playhouse.sqlcipher_ext import SqlCipherDatabase

    pragmas = [
        ("cipher_log_level", "none"),
        ("journal_mode", journal),
        ("synchronous", "full"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", "memory"),
        ("cache_size", -32_000),
    ]
    return SqlCipherDatabase(
        str(file), passphrase=f"x'{key.hex()}'", pragmas=pragmas, lock_type="IMMEDIATE", timeout=10, **options
    )


def _create_folder(folder: Path, passphrase: str) -> str:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StorageError("There is already something at {path}.", path=str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.stem}."))
    try:
        new = keys.create(making, passphrase)
        file = encrypted_file(making / "store.db", new.key, journal="delete")
        with file.connection_context(), file.atomic():
            upgrade.lay_foundation(file, server=False)
            file.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            file.execute_sql(f"PRAGMA user_version = {migrations.LATEST}")
        (making / "store.db").chmod(0o600)
        if folder.exists():
            folder.rmdir()
        making.rename(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    files.sync_folder(folder.parent)
    return new.recovery_code


def _open_folder(folder: Path, passphrase: str) -> Store:
    finish_restore(folder)
    file = folder / "store.db"
    _refuse_what_is_no_store(folder, file)
    lock = FileLock(folder / "in-use.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StorageError("The store {name} is open in another window on this PC.", name=folder.stem) from None
    try:
        if restored_beside(folder).exists():  # a restore that was cut off before it began to swap
            shutil.rmtree(restored_beside(folder), ignore_errors=True)
        if not os.access(folder, os.W_OK) or not os.access(file, os.W_OK):
            raise PermissionError("permission denied")
        keys.bring_back(folder, partial(pages.opens, file))
        key = keys.unlock(folder, passphrase)
        database.initialize(encrypted_file(file, key))
        _open_file(folder, key)
    except BaseException:
        close_connection()
        lock.release()
        raise
    if passphrase:
        keys.remember_on_this_pc(folder, key)
    return Store(str(folder), folder, lock)


def restored_beside(folder: Path) -> Path:
    """Where a restored store stands, whole and checked, until it takes the place of the one in ``folder``."""
    return folder.with_name(f".{folder.stem}.restored{SUFFIX}")


def finish_restore(folder: Path) -> None:
    """Give a restored store its place where the program was cut off after the present one was put aside."""
    waiting = restored_beside(folder)
    if not folder.exists() and waiting.is_dir():
        waiting.rename(folder)
        files.sync_folder(folder.parent)


def _refuse_what_is_no_store(folder: Path, file: Path) -> None:
    if not os.path.isdir(folder):
        raise StorageError("There is no store at {path}.", path=str(folder))
    if not os.path.isfile(file):
        raise StorageError("The folder {path} holds no store.", path=str(folder))
    with file.open("rb") as content:
        head = content.read(len(_PLAIN_SQLITE))
    if len(head) < len(_PLAIN_SQLITE):
        raise StorageError("The store's file {path} is empty. Open the newest backup.", path=str(file))
    if head == _PLAIN_SQLITE:
        raise StorageError("The file {path} is a database of another program.", path=str(file))


def _open_file(folder: Path, key: bytes) -> None:
    database.connect()
    version = database.execute_sql("PRAGMA user_version").fetchone()[0]
    if database.execute_sql("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or not version:
        raise StorageError("The file {path} is a database of another program.", path=str(folder / "store.db"))
    upgrade.refuse_newer(version)
    there = database.execute_sql("SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    if {row[0] for row in there} - migrations.triggers():
        raise StorageError("The store holds triggers or views that are not the program's. It is not opened.")
    if version < migrations.LATEST:
        path = folder / f"before-upgrade-{version}.db"
        upgrade.upgrade_file(database.obj, version, encrypted_file(path, key, journal="delete"), path)


def _server_database(address: str) -> peewee.PostgresqlDatabase:
    server_driver.load()
    return peewee.PostgresqlDatabase(address, prefer_psycopg3=True, connect_timeout=10)


def _create_on_server(address: str) -> str:
    server = _server_database(address)
    with server.connection_context(), server.atomic():
        server.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_UPGRADE_LOCK,))
        if server.get_tables():
            raise StorageError("There is already something at {path}.", path=without_password(address))
        _lay_out_on_server(server)
    return ""


def _lay_out_on_server(server: peewee.Database) -> None:
    server.execute_sql("CREATE TABLE frontdesk_schema (version BIGINT NOT NULL)")
    server.execute_sql("INSERT INTO frontdesk_schema (version) VALUES (%s)", (migrations.LATEST,))
    upgrade.lay_foundation(server, server=True)


@contextmanager
def alone_on_server(address: str) -> Iterator[bool]:
    """The database at ``address`` open for us alone: whether it holds a store. An empty one stays empty until
    ``lay_out_alone``, which is called in a transaction.

    Raises StorageError for what is no store, for a newer one, and where others are connected.
    """
    with told_apart():
        server = _server_database(address)
        with server.connection_context():
            is_store = bool(server.get_tables())
        if is_store:
            _open_on_server(address)
        else:
            database.initialize(server)
            database.connect()
        try:
            database.execute_sql("SELECT pg_advisory_lock(%s)", (_UPGRADE_LOCK,))  # whoever opens it now waits
            _refuse_others()
            yield is_store
        finally:
            database.close()


def lay_out_alone() -> None:
    """Lay the store's foundation in the empty database that ``alone_on_server`` has opened."""
    _lay_out_on_server(database.obj)


def _refuse_others() -> None:
    """A connection that was just closed takes the server a moment to forget."""
    until = clock.uptime() + _OTHERS_LEAVE
    while others := _others():
        if clock.uptime() > until:
            raise StorageError(
                "{count} other programs or PCs are connected to the store. Close them there, then do it again.",
                count=others,
            )
        time.sleep(0.05)


def _others() -> int:
    sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    sql += "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    return int(database.execute_sql(sql).fetchone()[0])


def _open_on_server(address: str) -> Store:
    database.initialize(_server_database(address))
    try:
        database.connect()
        version = _version_on_server(address)
        if version < migrations.LATEST:
            database.execute_sql("SELECT pg_advisory_lock(%s)", (_UPGRADE_LOCK,))
            version = _version_on_server(address)  # another seat may have been faster
            for each in _before_upgrades if version < migrations.LATEST else ():
                each(address, version)
        with database.atomic():
            database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_UPGRADE_LOCK,))
            if version < migrations.LATEST:
                upgrade.run_steps(database.obj, version, server=True)
                upgrade.renew(version)
                database.execute_sql("UPDATE frontdesk_schema SET version = %s", (migrations.LATEST,))
        database.execute_sql("SELECT pg_advisory_unlock_all()")
    except BaseException:
        database.close()
        raise
    return Store(address)


def _version_on_server(address: str) -> int:
    if not database.table_exists("frontdesk_schema"):
        raise StorageError("There is no store at {path}.", path=without_password(address))
    version = int(database.execute_sql("SELECT version FROM frontdesk_schema").fetchone()[0])
    upgrade.refuse_newer(version)
    return version


_before_upgrades: list[Callable[[str, int], object]] = []


def before_upgrade_on_server(back_up: Callable[[str, int], object]) -> None:
    """Call ``back_up`` with address and schema of each older store before its upgrade; where it raises, all stays."""
    if back_up not in _before_upgrades:
        _before_upgrades.append(back_up)


def without_password(address: str) -> str:
    """The address of a store on a server as it may be shown."""
    return address.rsplit("@", 1)[-1]
