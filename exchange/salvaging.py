"""Reading what can be read out of a damaged store, into a new one beside it; the damaged one is never written (X2).

A page whose checksum is wrong gives nothing; all others do (``damaged_file``). What follows from the rows is made anew.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import peewee

from exchange import disk as _disk
from exchange import shelf
from exchange.damaged_file import DamagedFile, TableRead, damaged_file
from exchange.disk import drive_told
from exchange.examining import Inside, examine, read_only, source_of
from exchange.restoring import nobody_else
from exchange.shelf import DATABASE, KEYS
from exchange.writing import require_room
from models import migrations
from models.checking import searching
from models.customers import findable
from models.kernel import audit, copying, files, keys, numbering, pages, store, upgrade
from models.kernel.actions import PROGRAM, acting
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.faults import told_apart
from models.kernel.progress import Heard, unheard
from models.kernel.tables import database, run_sql
from models.staff import lists

_NEVER_REACHED = 10**15
_NOTHING_WITHOUT = ("amendment_id", "cancellation_id", "corrects_id", "reverses_id")
"""What may name nothing, and means something else then: a row is taken out with the one that it names so."""

_NUMBERS_BESIDE = {"record_id": "kind", "subject_id": "subject", "cause_id": "cause"}
"""Columns that hold the number of a row, and those beside them that hold the name of its table."""


@dataclass(frozen=True)
class Salvage:
    """What came of it: the new store, its tables, rows that name a lost one, lines of the trail that do not follow.

    ``opens``: whether anybody who works there is left to log in. ``backup_of``: when the backup was made from which
    lost rows could be taken, if there is one.
    """

    folder: Path
    tables: tuple[TableRead, ...]
    dangling: int
    broken_lines: int
    opens: bool
    backup_of: datetime | None = None

    @property
    def read(self) -> int:
        """Rows read in all."""
        return sum(each.read for each in self.tables)

    @property
    def from_backup(self) -> int:
        """Rows taken from a backup in all."""
        return sum(each.from_backup for each in self.tables)

    @property
    def lost(self) -> int:
        """Rows lost in all, at most; at least where something was ``given_up``."""
        return sum(each.lost for each in self.tables)

    @property
    def given_up(self) -> bool:
        """Whether more may be lost than was counted."""
        return any(each.given_up for each in self.tables)


def salvage(folder: Path, words: str = "", on_table: Heard = unheard) -> Salvage:
    """Read what can be read of the store in ``folder`` into ``NAME.salvaged-N.desk`` beside it.

    The program must have no store open meanwhile. ``words`` are passphrase or recovery code, where this PC does not
    know the store. Raises StorageError where nothing can be read, RuleError at field ``passphrase``.
    """
    with told_apart(), drive_told(folder.parent), nobody_else(folder), _work_place(folder) as ready:
        key_file, key = _key_of(folder, words)
        files.write_whole(ready / KEYS, key_file)
        with damaged_file(folder / DATABASE, key) as damaged:
            backup = _newest_good(folder, ready, damaged.version, words)
            tables = _read_into(ready / DATABASE, key, damaged, backup, on_table)
        if not keys.hand_over(folder, ready, key):
            keys.remember_on_this_pc(ready, key)
        dangling, broken = _put_in_order(ready)
        opens = _somebody_is_there(ready)
        target = _free_name(folder)
        (ready / "in-use.lock").unlink(missing_ok=True)
        _disk.disk.rename(ready, target)
        _disk.disk.flush_folder(target.parent)
    return Salvage(target, tables, dangling, broken, opens, backup.made_at if backup else None)


@contextmanager
def _work_place(folder: Path) -> Iterator[Path]:
    """A folder for the new store, gone at the end unless it has got its name."""
    if not (folder / DATABASE).is_file():
        raise StorageError("The folder {path} holds no store.", path=str(folder))
    require_room(folder.parent, 2 * (folder / DATABASE).stat().st_size)
    ready = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.stem}.", suffix=store.SUFFIX))
    try:
        yield ready
    finally:
        shutil.rmtree(ready, ignore_errors=True)


def _key_of(folder: Path, words: str) -> tuple[bytes, bytes]:
    """The store's key file and key: its own, else those of a backup beside it whose key opens the file."""
    try:
        key = keys.unlock_copy(folder, words)
        return (folder / KEYS).read_bytes(), key
    except StorageError:
        for each in shelf.backups(shelf.home_of(folder)):
            with suppress(StorageError):
                key = keys.unlock_copy(each.path, words)
                if pages.opens(folder / DATABASE, key):
                    return (each.path / KEYS).read_bytes(), key
        raise


def _newest_good(folder: Path, ready: Path, version: int, words: str) -> Inside | None:
    """The newest good backup beside the store in ``folder``, whose key file stands in ``ready``; of its own schema."""
    for each in shelf.backups(shelf.home_of(folder), keys.name_of(ready)):
        with suppress(FrontdeskError):
            inside = examine(source_of(each.path), words)
            if inside.schema == version:
                return inside
    return None


def _read_into(
    new: Path, key: bytes, damaged: DamagedFile, backup: Inside | None, on_table: Heard
) -> tuple[TableRead, ...]:
    """Fill a new file of the newest schema; triggers come last, so that none stands in the way of old rows."""
    made = store.encrypted_file(new, key, journal="delete")
    with ExitStack() as opened:
        opened.enter_context(made.connection_context())
        older = read_only(backup.source.database, backup.key) if backup else None
        if older is not None:
            opened.enter_context(older.connection_context())
        made.execute_sql("PRAGMA foreign_keys = 0")
        with made.atomic():
            triggers = upgrade.lay_out_but_triggers(made, damaged.version)
            told = damaged.read_into(made, older, on_table)
            _take_out_homeless(made, {each.name: each for each in told})
            _keep_apart(made, [each.name for each in told if each.lost or each.given_up])
            for sql in triggers:
                made.execute_sql(sql)
            upgrade.run_steps(made, damaged.version, server=False)
            made.execute_sql(f"PRAGMA application_id = {store.APPLICATION_ID}")
            made.execute_sql(f"PRAGMA user_version = {migrations.LATEST}")
    new.chmod(0o600)
    return told


def _take_out_homeless(made: peewee.SqliteDatabase, told: dict[str, TableRead]) -> None:
    """No screen can show a row that belongs to a lost one: it loses the name of that, or counts as lost itself where it
    is nothing without. What a lost member of staff did stays.
    """
    while homeless := [each for each in made.execute_sql("PRAGMA foreign_key_check").fetchall() if each[2] != "staff"]:
        named: dict[str, dict[int, str]] = {}
        for table, row_id, _other, place in homeless:
            if table not in named:
                keys_of = made.execute_sql(f'PRAGMA foreign_key_list("{table}")').fetchall()
                named[table] = {each[0]: each[3] for each in keys_of}
            if not _freed(made, table, named[table][place], row_id):
                made.execute_sql(f'DELETE FROM "{table}" WHERE rowid = ?', (row_id,))
                told[table].read -= 1
                told[table].lost += 1


def _freed(made: peewee.SqliteDatabase, table: str, column: str, row_id: int) -> bool:
    """Whether the row may be without what it names, and is from now on; or is gone already."""
    there = made.execute_sql(f'SELECT 1 FROM "{table}" WHERE rowid = ?', (row_id,)).fetchone()
    if there is None or column in _NOTHING_WITHOUT:
        return there is None
    try:
        made.execute_sql(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (row_id,))
    except peewee.IntegrityError:
        return False
    return True


def _keep_apart(made: peewee.SqliteDatabase, lost: list[str]) -> None:
    """The next new row of a table takes the number after the highest that is left. Where the last rows are lost, what
    named one of them must not belong to a stranger then: it gets a number that no row will ever have.

    What names a row: references that the database knows, ``TABLE_id``, and a number beside the name of its table. Lines
    of the trail stay as they are, since they are sealed.
    """
    numbered = [name for name in lost if any(column.name == "id" for column in made.get_columns(name))]
    for table in copying.tables(made):
        if table == "audit_line":
            continue
        known = {each.column: each.dest_table for each in made.get_foreign_keys(table)}
        columns = [column.name for column in made.get_columns(table)]
        for column in columns:
            other = known.get(column, column.removesuffix("_id"))
            if other in numbered and column.endswith("_id"):
                _set_apart(made, table, column, other)
        for column, beside in _NUMBERS_BESIDE.items():
            for other in numbered if {column, beside} <= set(columns) else ():
                _set_apart(made, table, column, other, f"AND {beside} = '{other}'")


def _set_apart(made: peewee.SqliteDatabase, table: str, column: str, other: str, which: str = "") -> None:
    made.execute_sql(
        f'UPDATE "{table}" SET {column} = {column} + {_NEVER_REACHED} '
        f'WHERE {column} > (SELECT coalesce(max(id), 0) FROM "{other}") {which}'
    )


def _put_in_order(ready: Path) -> tuple[int, int]:
    """What follows from the rows that were read: the head of the trail, the counters, the search index.

    Returns how many rows name one that is lost, and how many lines of the trail do not follow from the one before.
    """
    opened = store.open_store(str(ready))
    try:
        with store.transaction():
            _mend_head()
            _mend_counters()
            findable.renew()
            searching.mend()
        broken = sum(1 for _line in audit.broken_lines())
        dangling = len(run_sql("PRAGMA foreign_key_check").fetchall())
        with acting(PROGRAM, "shop.salvaged", None) as act:
            act.on("shop", 1)
            act.note(dangling=dangling, broken_lines=broken)
    finally:
        store.close(opened)
    return dangling, broken


def _mend_head() -> None:
    """The trail goes on after its last readable line, under a new key where the old one is lost."""
    import secrets

    last = run_sql("SELECT id, code FROM audit_line ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
    head = run_sql("SELECT lines FROM audit_head").fetchone()
    if head is None:
        run_sql("INSERT INTO audit_head (id, lines, code, chain_key) VALUES (1, ?, ?, ?)", *last, secrets.token_hex(32))
    elif head[0] < last[0]:
        run_sql("UPDATE audit_head SET lines = ?, code = ?", *last)


def _mend_counters() -> None:
    """No number is given twice, though the row that counts its series be lost."""
    given = numbering.series()
    for table in database.get_tables():
        if not any(column.name == "number" for column in database.get_columns(table)):
            continue
        for (number,) in run_sql(f'SELECT number FROM "{table}" WHERE number IS NOT NULL').fetchall():
            series, _dash, place = str(number).rpartition("-")
            if series and place.isdecimal():
                given[series] = max(given.get(series, 0), int(place))
    for series, last in given.items():
        run_sql(
            "INSERT INTO counter (series, last) VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET last = excluded.last",
            *(series, last),
        )


def _somebody_is_there(ready: Path) -> bool:
    opened = store.open_store(str(ready))
    try:
        return bool(lists.everybody())
    finally:
        store.close(opened)


def _free_name(folder: Path) -> Path:
    number = 1
    while (path := folder.with_name(f"{folder.stem}.salvaged-{number}{store.SUFFIX}")).exists():
        number += 1
    return path
