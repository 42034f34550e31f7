"""A damaged store's file, read table by table as far as its pages are proven (X2).

The tree of each table gives its rows but for gaps, where a page is gone. A page of rows that no tree leads to any more
goes into the one table with a gap that takes all of its rows: their numbers lie in the gap, and what they hold is what
that table's columns and checks ask for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType

import peewee

from exchange.examining import laid_out
from exchange.page_rows import HIGHEST, LOWEST, Gap, Record, Trees, Value, number_in
from models import migrations
from models.kernel import copying, store, upgrade
from models.kernel.errors import StorageError
from models.kernel.pages import USABLE, Pages
from models.kernel.progress import Heard

_LIST_OF_TABLES = 1
_VERSION, _APPLICATION = 60, 68
"""Where the first page tells them."""

_HELD: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "BLOB": (bytes,), "REAL": (int, float)}
_KINDS = ("table", "index", "trigger", "view")

Named = tuple[str, str, str]


@dataclass
class TableRead:
    """How much of a table was read: rows, and at most how many were lost; ``given_up`` where more may be.

    ``from_backup``: rows that were taken from a backup instead, and are in neither number.
    """

    name: str
    read: int = 0
    lost: int = 0
    given_up: bool = False
    from_backup: int = 0


@contextmanager
def damaged_file(path: Path, key: bytes) -> Iterator[DamagedFile]:
    """The closed file at ``path``, with what its journal holds. Raises StorageError where nothing of it can be read,
    and for one of another program or a newer version.
    """
    with ExitStack() as opened:
        # Without a buffer, or a page would be lost with the next one, which the drive cannot read.
        file = opened.enter_context(path.open("rb", buffering=0))
        journal = path.with_name(f"{path.name}-wal")
        beside = opened.enter_context(journal.open("rb", buffering=0)) if journal.is_file() else None
        yield DamagedFile(Trees(Pages(file, key, beside)))


class DamagedFile:
    """``version``: the schema it was laid out by."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._roots: dict[tuple[str, str], int] = {}
        named: set[Named] = set()
        for kind, name, _table, root, sql in self._list_of_tables():
            if root:  # a view or a trigger has no pages
                self._roots[kind, name] = root
            named.add((kind, name, sql or ""))
        if not named:
            raise StorageError(
                "Nothing can be read of the store's file: its very beginning is damaged. Restore a backup."
            )
        self.version = self._version(named)

    def _list_of_tables(self) -> Iterator[tuple[str, str, str, int, str]]:
        parts = list(self._trees.table(_LIST_OF_TABLES))
        found = [row for part in parts if not isinstance(part, Gap) for row in part]
        if any(isinstance(part, Gap) for part in parts):
            for number, rows in self._trees.strays():
                if all(map(_names_a_table, rows)):
                    self._trees.reached.add(number)
                    found += rows
        return (row.values for row in found if _names_a_table(row))  # type: ignore[misc]

    def _version(self, named: set[Named]) -> int:
        """As the first page tells; where that is gone, the one that has most of what was found."""
        head = self._trees.pages.read(1)
        if head is None:
            laid = {version: laid_out(version) for version in range(1, migrations.LATEST + 1)}
            return max(laid, key=lambda version: (len(named & laid[version]), -len(laid[version])))
        if number_in(head, _APPLICATION) != store.APPLICATION_ID:
            raise StorageError("The file {path} is a database of another program.", path="store.db")
        upgrade.refuse_newer(number_in(head, _VERSION))
        return number_in(head, _VERSION)

    def read_into(
        self, made: peewee.SqliteDatabase, backup: peewee.SqliteDatabase | None, on_table: Heard
    ) -> tuple[TableRead, ...]:
        """Put every row that can be read into ``made``, which has the same tables, empty and without triggers.

        What is lost is taken from the open ``backup`` of the same schema, as far as that has it.
        """
        names = sorted(copying.tables(made))
        tables = []
        for done, name in enumerate(names):
            on_table(done, len(names))
            tables.append(_Table(made, name))
            tables[-1].read(self._trees, self._roots.get(("table", name)))
        bent = [table for table in tables if table.gaps or table.broken]
        all_known = not bent or self._place_strays(bent)
        for table in bent:
            if all_known:
                table.forget_what_is_whole()
            if backup is not None:
                table.take_from(backup)
            table.count_lost(all_known=all_known)
        return tuple(table.told for table in tables)

    def _place_strays(self, tables: list[_Table]) -> bool:
        """Put what no tree leads to where it belongs.

        Returns whether every page that is gone is one that a tree or a row points at, and every stray has its place:
        then a page below which strays were found held no rows itself, and any other was a leaf.
        """
        for root in self._roots.values():
            self._trees.come_by(root)
        placed = True
        for _number, rows in self._trees.strays():
            fitting = [table for table in tables if table.takes(rows)]
            placed = placed and len(fitting) == 1
            for table in fitting:
                if len(fitting) == 1:
                    table.fill(rows)
                else:
                    table.told.given_up = True
        return placed and self._trees.gone == self._trees.missed


def _names_a_table(row: Record) -> bool:
    """Whether it is a line of the list of tables: kind, name, table, first page, words that made it."""
    return row.values is not None and len(row.values) == 5 and row.values[0] in _KINDS and type(row.values[3]) is int


@dataclass
class _Hole:
    """A gap, how many rows of it were found on strays and in a backup, and whether it is a page that is gone: else
    nobody knows where the table's tree begins.
    """

    gap: Gap
    is_page: bool
    found: int = 0
    from_backup: int = 0


@dataclass
class _Table:
    """One table of the new file, being filled."""

    made: peewee.SqliteDatabase
    name: str
    gaps: list[_Hole] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    """The numbers of rows of which a part is gone."""

    def __post_init__(self) -> None:
        self.told = TableRead(self.name)
        columns = self.made.get_columns(self.name)
        self._columns = [column.name for column in columns]
        self._types = [(NoneType, *_HELD.get(column.data_type, ())) for column in columns]
        keys = [place for place, column in enumerate(columns) if column.primary_key]
        self._number = keys[0] if len(keys) == 1 and columns[keys[0]].data_type == "INTEGER" else None
        """The column that is the row's number, and is not written a second time among the others."""
        # Of a row at least: its place in the list, its size, its number, and a byte for each column never empty.
        self._most_on_a_page = USABLE // (5 + sum(not column.null for column in columns))

    def read(self, trees: Trees, root: int | None) -> None:
        """Everything that the tree leads to."""
        for part in trees.table(root) if root else (Gap(LOWEST, HIGHEST),):
            if isinstance(part, Gap):
                self.gaps.append(_Hole(part, is_page=root is not None))
            else:
                self._put(part)

    def takes(self, rows: list[Record]) -> bool:
        """Whether all of these rows could be this table's."""
        if self._hole_of(rows) is None or all(row.values is None for row in rows):
            return False
        with self.made.savepoint() as attempt:
            fits = all(self._is_ours(row) and self._insert(row) for row in rows if row.values is not None)
            attempt.rollback()
        return fits

    def fill(self, rows: list[Record]) -> None:
        """Take the rows of a stray."""
        hole = self._hole_of(rows)
        assert hole is not None
        hole.found += len(rows)
        self._put(rows)

    def forget_what_is_whole(self) -> None:
        """Where nothing is unknown, no row is missing in a gap whose rows were found on strays, or that is no page."""
        self.gaps = [hole for hole in self.gaps if hole.is_page and not hole.found]

    def take_from(self, backup: peewee.SqliteDatabase) -> None:
        """Take what is missing from a backup: as it was then, and only what has a number in a gap."""
        for hole in self.gaps:
            hole.from_backup = self._taken(backup, hole.gap)
        self.broken = [number for number in self.broken if not self._taken(backup, Gap(number - 1, number))]

    def _taken(self, backup: peewee.SqliteDatabase, gap: Gap) -> int:
        sql = f'SELECT rowid, * FROM "{self.name}" WHERE rowid > ? AND rowid <= ?'
        taken = sum(self._insert(Record(number, values)) for number, *values in backup.execute_sql(sql, gap))
        self.told.from_backup += taken
        return taken

    def count_lost(self, *, all_known: bool) -> None:
        """What is still missing, at most; ``all_known`` as ``_place_strays`` tells it: then each gap is one page."""
        self.told.lost += len(self.broken)
        for hole in self.gaps:
            missing = hole.gap.high - hole.gap.low - hole.found
            if all_known:
                missing = min(missing, self._most_on_a_page)
            elif hole.gap.high == HIGHEST:
                self.told.given_up = True
                continue
            self.told.lost += max(0, missing - hole.from_backup)

    def _hole_of(self, rows: list[Record]) -> _Hole | None:
        first, last = rows[0].number, rows[-1].number
        return next((hole for hole in self.gaps if hole.gap.low < first <= last <= hole.gap.high), None)

    def _is_ours(self, row: Record) -> bool:
        """Whether each value is of the kind that its column holds, and the row's number is not among them."""
        assert row.values is not None
        if len(row.values) > len(self._columns) or not all(map(isinstance, row.values, self._types)):
            return False
        return self._number is None or (len(row.values) > self._number and row.values[self._number] is None)

    def _put(self, rows: list[Record]) -> None:
        for row in rows:
            taken = row.values is not None and self._insert(row)
            self.told.read += taken
            if not taken:
                self.broken.append(row.number)

    def _insert(self, row: Record) -> bool:
        """Whether the table takes the row. What it was given as columns later may be missing from an old one."""
        assert row.values is not None
        values: list[Value] = list(row.values)
        if len(values) > len(self._columns):
            return False
        if self._number is not None:
            values[self._number] = row.number
        names = ", ".join(f'"{each}"' for each in self._columns[: len(values)])
        marks = ", ".join("?" * len(values))
        try:
            self.made.execute_sql(f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})', values)
        except peewee.IntegrityError:  # what no table of ours takes
            return False
        return True
