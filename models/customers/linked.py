"""Every place in the store that names a customer file, read from the schema itself, so that none is forgotten (C3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models import migrations
from models.kernel.tables import database, run_sql

KIND = "customer"
"""What stands beside a record's id where it is that of a file."""

LEFT_ALONE = {
    ("audit_line", "record_id"): "the trail is never changed; a file's history reads that of the files merged into it",
    ("search_entry", "record_id"): "written anew from what the file says",
    ("customer_merge", "kept_id"): "says what was merged",
    ("customer_merge", "gone_id"): "says what was merged",
    ("complaint", "subject_id"): "what a complaint is about is a record of the file, never the file",
    ("survey", "subject_id"): "what a customer is asked about is a record of the file, never the file",
    ("follow_up_task", "customer_id"): "tasks follow their causes by themselves, as for every other change",
    ("follow_up_task", "cause_id"): "tasks follow their causes by themselves, as for every other change",
}
"""What a merge does not move, and why."""

_ALIKE = {"customer_phone": ("digits",)}
"""Columns in which two rows of one file must not be alike, though the schema would let them."""


@dataclass(frozen=True)
class Link:
    """A column that names a file; where ``kind`` is a column, only rows whose kind is a file's.

    ``apart`` are sets of columns in which two rows of one file must differ, ``other`` the column of the same table
    that names another file; ``numbered`` rows have a position and are rewritten as a whole.
    """

    table: str
    column: str
    kind: str = ""
    apart: tuple[tuple[str, ...], ...] = ()
    other: str = ""
    numbered: bool = False
    of: str = KIND

    def named(self, customer_id: int) -> tuple[str, list[object]]:
        """The condition, as SQL and its values, of rows ``t`` that name this file."""
        if self.kind:
            return f"t.{self.column} = ? AND t.{self.kind} = ?", [customer_id, self.of]
        return f"t.{self.column} = ?", [customer_id]


def links() -> tuple[Link, ...]:
    """Every link of the store that is open."""
    return _links(bool(database.obj.for_update), migrations.LATEST)


@cache
def _links(server: bool, version: int) -> tuple[Link, ...]:
    return tuple(find_links())


def find_links(to: str = KIND) -> Iterator[Link]:
    """The links, read from the schema: foreign keys to a file, and ids beside which stands of what kind they are.

    ``to`` names another table whose links are wanted.
    """
    pointing = _foreign_keys() if database.obj.for_update else None
    for table in sorted(database.obj.get_tables()):
        if table.startswith(("sqlite_", "search_grams")):
            continue
        columns = [each.name for each in database.obj.get_columns(table)]
        if pointing is None:
            pointed = {key.column: key.dest_table for key in database.obj.get_foreign_keys(table)}
        else:
            pointed = pointing.get(table, {})
        files = [column for column in columns if pointed.get(column) == to]
        pairs = [(each, _kind_of(each, columns)) for each in columns if each not in pointed and _kind_of(each, columns)]
        for column, kind in (*((each, "") for each in files), *pairs):
            others = [each for each in files if each != column] if not kind and table != to else []
            yield Link(
                table,
                column,
                kind,
                tuple(_apart(table, column)),
                others[0] if others else "",
                numbered="position" in columns and not kind,
                of=to,
            )


def _foreign_keys() -> dict[str, dict[str, str]]:
    """On a server, which table each column of each table points to: asked once, since each asking takes long there."""
    found: dict[str, dict[str, str]] = {}
    rows = run_sql(
        "SELECT own.relname, a.attname, other.relname FROM pg_constraint c JOIN pg_class own ON own.oid = c.conrelid "
        "JOIN pg_class other ON other.oid = c.confrelid "
        "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
        "WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace"
    )
    for table, column, to in rows.fetchall():
        found.setdefault(table, {})[column] = to
    return found


def _kind_of(column: str, columns: list[str]) -> str:
    """The column that says of what kind the record is whose id stands in ``column``; empty where none does."""
    stem = "kind" if column == "record_id" else column.removesuffix("_id")
    return stem if column.endswith("_id") and stem in columns else ""


def _apart(table: str, column: str) -> Iterator[tuple[str, ...]]:
    for index in database.obj.get_indexes(table):
        if index.unique and column in index.columns and len(index.columns) > 1:
            yield tuple(each for each in index.columns if each != column)
    if table in _ALIKE:
        yield _ALIKE[table]


def merged_into(customer_id: int) -> list[int]:
    """The files merged into this one, as far back as merges go."""
    found, look = [], [customer_id]
    while look:
        rows = run_sql("SELECT id FROM customer WHERE merged_into_id = ? ORDER BY id", look.pop()).fetchall()
        found += [row[0] for row in rows]
        look += [row[0] for row in rows]
    return found


def resolved(customer_id: int) -> int:
    """The file an id leads to: itself, or the one that it was merged into."""
    while True:
        row = run_sql("SELECT merged_into_id FROM customer WHERE id = ?", customer_id).fetchone()
        if row is None or row[0] is None:
            return customer_id
        customer_id = row[0]


def is_erased(customer_id: int) -> bool:
    """Whether nothing is kept of a person any more (C11)."""
    row = run_sql("SELECT erased_at FROM customer WHERE id = ?", customer_id).fetchone()
    return row is not None and row[0] is not None
