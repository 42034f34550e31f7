"""Reading what can be read out of a damaged store, into a new one beside it; the damaged one is never written (X2).

A page whose cipher's checksum is wrong gives nothing; the rows around it do. Each table is read from both ends up to
the damage, and the gap between is halved until only what cannot be read is left.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import peewee
from sqlcipher3 import dbapi2

from exchange import disk as _disk
from exchange import shelf
from exchange.disk import drive_told
from exchange.shelf import DATABASE, KEYS
from exchange.writing import require_room
from models import migrations
from models.checking import searching
from models.customers import findable
from models.kernel import audit, copying, files, keys, numbering, pages, store, upgrade
from models.kernel.actions import PROGRAM, acting
from models.kernel.errors import StorageError
from models.kernel.faults import told_apart
from models.kernel.pages import PAGE
from models.kernel.progress import Heard, unheard
from models.kernel.tables import database, run_sql
from models.staff import lists

_QUOTE = "'"
_MOST_FRUITLESS = 3000
"""After so many looks at a table in a row that found nothing, the rest of it is given up."""

_AT_ONCE, _LAST = 50, 2**62


@dataclass
class TableRead:
    """How much of a table was read: rows, and at most how many were lost; ``given_up`` where more may be."""

    name: str
    read: int = 0
    lost: int = 0
    given_up: bool = False


@dataclass(frozen=True)
class Salvage:
    """What came of it: the new store, its tables, rows that name a lost one, lines of the trail that do not follow.

    ``opens``: whether anybody who works there is left to log in.
    """

    folder: Path
    tables: tuple[TableRead, ...]
    dangling: int
    broken_lines: int
    opens: bool

    @property
    def read(self) -> int:
        """Rows read in all."""
        return sum(each.read for each in self.tables)

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
    with told_apart(), drive_told(folder.parent), _work_place(folder) as (copy, ready):
        key_file, key = _key_of(folder, copy, words)
        version = _version(copy / DATABASE, key)
        files.write_whole(ready / KEYS, key_file)
        tables = _read_into(copy / DATABASE, ready / DATABASE, key, version, on_table)
        if not keys.hand_over(folder, ready, key):
            keys.remember_on_this_pc(ready, key)
        dangling, broken = _put_in_order(ready)
        opens = _somebody_is_there(ready)
        target = _free_name(folder)
        (ready / "in-use.lock").unlink(missing_ok=True)
        _disk.disk.rename(ready, target)
        _disk.disk.flush_folder(target.parent)
    return Salvage(target, tables, dangling, broken, opens)


@contextmanager
def _work_place(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A folder with a copy of the damaged file and its journal, which reading may write to, and one for the new store.

    Both are gone at the end, the second unless it has got its name.
    """
    if not (folder / DATABASE).is_file():
        raise StorageError("The folder {path} holds no store.", path=str(folder))
    require_room(folder.parent, 3 * (folder / DATABASE).stat().st_size)
    copy = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.stem}.damaged."))
    ready = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.stem}.", suffix=store.SUFFIX))
    try:
        for path in folder.glob(f"{DATABASE}*"):
            if not path.name.endswith("-shm"):
                _copy_readable(path, copy / path.name)
        yield copy, ready
    finally:
        for each in (copy, ready):
            shutil.rmtree(each, ignore_errors=True)


def _copy_readable(source: Path, target: Path) -> None:
    """Copy a file; what its drive cannot read any more arrives as zeros, which no checksum takes for a page.

    Raises OSError where not even its beginning can be read.
    """
    with source.open("rb", buffering=0) as old, target.open("xb") as new:
        size = old.seek(0, os.SEEK_END)
        for place in range(0, size, _disk.PIECE):
            for piece in _pieces(old.fileno(), place, min(_disk.PIECE, size - place)):
                new.write(piece)


def _pieces(handle: int, place: int, count: int) -> Iterator[bytes]:
    """So many bytes from ``place`` on, as one, or page by page where the drive fails at one of them."""
    try:
        yield _disk.disk.read_at(handle, place, count)
        return
    except OSError:
        pass
    for page in range(place, place + count, PAGE):
        wanted = min(PAGE, place + count - page)
        try:
            yield _disk.disk.read_at(handle, page, wanted)
        except OSError:
            if page == 0:
                raise
            yield bytes(wanted)


def _key_of(folder: Path, copy: Path, words: str) -> tuple[bytes, bytes]:
    """The store's key file and key: its own, else those of a backup beside it whose key opens the file."""
    try:
        key = keys.unlock_copy(folder, words)
        return (folder / KEYS).read_bytes(), key
    except StorageError:
        for each in shelf.backups(shelf.home_of(folder)):
            with suppress(StorageError):
                key = keys.unlock_copy(each.path, words)
                if pages.opens(copy / DATABASE, key):
                    return (each.path / KEYS).read_bytes(), key
        raise


def _version(file: Path, key: bytes) -> int:
    """The schema of the damaged file. Raises StorageError where not even its first page can be read."""
    with closing(_Reader(file, key)) as reader:
        version = reader.one("PRAGMA user_version")
        known = reader.one("PRAGMA application_id") == store.APPLICATION_ID
        readable = reader.one("SELECT count(*) FROM sqlite_master") is not None
    if not version or not known or not readable:
        raise StorageError("Nothing can be read of the store's file: its very beginning is damaged. Restore a backup.")
    upgrade.refuse_newer(version)
    return int(version)


class _Reader:
    """Looks at the damaged file; one that fails spoils its connection, and the next look takes a new one.

    A page whose checksum is wrong does not always stop SQLite: it may go on with zeros in its place. The cipher's log
    tells, so it is looked at too.
    """

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = store.encrypted_file(file, key)
        self._log = file.with_name("cipher.log")

    def rows(self, sql: str, *values: object) -> tuple[list[tuple[Any, ...]], bool]:
        """The rows up to the damage, and whether these are all."""
        found, whole = self._look(sql, values, each=False)
        return (found, True) if whole else self._look(sql, values, each=True)

    def _look(self, sql: str, values: tuple[object, ...], *, each: bool) -> tuple[list[tuple[Any, ...]], bool]:
        """Where damage is known to be, ``each`` row is proven before the next: one that holds zeros is not taken."""
        found: list[tuple[Any, ...]] = []
        try:
            if self._file.is_closed():
                self._file.connect()
            self._listen()
            for row in self._file.execute_sql(sql, values):
                if each and self._heard():
                    break
                found.append(row)
            whole = not self._heard()
        except (peewee.DatabaseError, dbapi2.DatabaseError):
            whole = False
        if not whole:
            self.close()
        return found, whole

    def _listen(self) -> None:
        """From now on the log says where a checksum is wrong."""
        self._log.unlink(missing_ok=True)
        self._file.execute_sql("PRAGMA cipher_log_level = ERROR")
        self._file.execute_sql(f"PRAGMA cipher_log = '{str(self._log).replace(_QUOTE, 2 * _QUOTE)}'")

    def _heard(self) -> bool:
        """Whether the log says anything; what it says is on the disk once it is closed."""
        self._file.execute_sql("PRAGMA cipher_log = off")
        said = self._log.exists() and self._log.stat().st_size > 0
        if not said:
            self._listen()
        return said

    def one(self, sql: str) -> Any:
        """A single value; None where it cannot be read."""
        found, _all = self.rows(sql)
        return found[0][0] if found else None

    def close(self) -> None:
        """Close the file, and the log, which is the whole process's."""
        if not self._file.is_closed():
            with suppress(peewee.DatabaseError):
                self._file.execute_sql("PRAGMA cipher_log = off")
            self._file.close()


@dataclass
class _Table:
    """One table being read, by the numbers of its rows, a few at a time: attachments may be more than memory holds."""

    reader: _Reader
    told: TableRead
    names: str
    take: Callable[[tuple[Any, ...]], bool]
    fruitless: int = 0
    seen: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Everything that can be read."""
        first, whole = self._forward(0, _LAST)
        if whole:
            return
        last = self._backward(first, _LAST)
        if last < _LAST:
            self._gap(first, last)
        else:
            self._gap_without_end(first)

    def _forward(self, first: int, last: int) -> tuple[int, bool]:
        """Take rows ``first`` to ``last`` up to the damage: the first that is left, and whether there is none."""
        while True:
            rows, whole = self._look("BETWEEN ? AND ? ORDER BY rowid", first, last)
            first = rows[-1][0] + 1 if rows else first
            if not whole or len(rows) < _AT_ONCE:
                return first, whole

    def _backward(self, first: int, last: int) -> int:
        """The same from the end: the last that is left."""
        while True:
            rows, whole = self._look("BETWEEN ? AND ? ORDER BY rowid DESC", first, last)
            last = rows[-1][0] - 1 if rows else last
            if not whole or len(rows) < _AT_ONCE:
                return last

    def _look(self, which: str, *values: int) -> tuple[list[tuple[Any, ...]], bool]:
        sql = f'SELECT rowid, {self.names} FROM "{self.told.name}" WHERE rowid {which} LIMIT {_AT_ONCE}'
        rows, whole = self.reader.rows(sql, *values)
        self.fruitless = 0 if rows else self.fruitless + 1
        for row_id, *row in rows:
            if row_id not in self.seen:
                self.seen.add(row_id)
                taken = self.take(tuple(row))
                self.told.read += taken
                self.told.lost += not taken
        return rows, whole

    def _gap_without_end(self, first: int) -> None:
        """Neither end can be read: look behind the damage in growing steps."""
        step = 1
        while step < 2**40:
            rows, _whole = self.reader.rows(
                f'SELECT rowid FROM "{self.told.name}" WHERE rowid >= ? LIMIT 1', first + step
            )
            if rows:
                self._gap(first, first + 2 * step)
                return
            step *= 2
        self.told.given_up = True

    def _gap(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last``, from both ends inward, then half by half."""
        gaps = [(first, last)]
        while gaps:
            first, last = gaps.pop()
            if first > last:
                continue
            if self.fruitless > _MOST_FRUITLESS:
                self.told.given_up = True
                self.told.lost += last - first + 1
                continue
            first, whole = self._forward(first, last)
            if whole:
                continue
            last = self._backward(first, last)
            if first == last:
                self.told.lost += 1
            elif first < last:
                middle = (first + last) // 2
                gaps += [(middle + 1, last), (first, middle)]


def _read_into(old: Path, new: Path, key: bytes, version: int, on_table: Heard) -> tuple[TableRead, ...]:
    """Fill a new file of the newest schema; triggers come last, so that none stands in the way of old rows."""
    made = store.encrypted_file(new, key, journal="delete")
    with made.connection_context(), closing(_Reader(old, key)) as reader:
        made.execute_sql("PRAGMA foreign_keys = 0")
        with made.atomic():
            triggers = upgrade.lay_out_but_triggers(made, version)
            names = copying.tables(made)
            told = []
            for done, name in enumerate(sorted(names)):
                on_table(done, len(names))
                told.append(_read_table(reader, made, name))
            for sql in triggers:
                made.execute_sql(sql)
            upgrade.run_steps(made, version, server=False)
            made.execute_sql(f"PRAGMA application_id = {store.APPLICATION_ID}")
            made.execute_sql(f"PRAGMA user_version = {migrations.LATEST}")
    new.chmod(0o600)
    return tuple(told)


def _read_table(reader: _Reader, made: peewee.SqliteDatabase, name: str) -> TableRead:
    columns = [f'"{column.name}"' for column in made.get_columns(name)]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    sql = f'INSERT OR REPLACE INTO "{name}" ({names}) VALUES ({marks})'

    def take(row: tuple[Any, ...]) -> bool:
        try:
            made.execute_sql(sql, row)
        except peewee.IntegrityError:  # what the damage has turned into nonsense that no table takes
            return False
        return True

    table = _Table(reader, TableRead(name), names, take)
    table.read()
    return table.told


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
