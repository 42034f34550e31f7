"""The base table and the fields every table uses; the same three storage types on SQLite and PostgreSQL.

Whole numbers, text and blobs carry everything: time as UTC milliseconds, dates as ISO text, money as fen.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

import peewee

from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.text import clean, one_line

database = peewee.DatabaseProxy()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_turns = count()


class CountField(peewee.BigIntegerField):
    """A whole number; text and fractions are refused rather than stored."""

    def db_value(self, value: Any) -> Any:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{self.name} takes whole numbers, not {type(value).__name__}")
        return value


class MoneyField(CountField):
    """Fen."""


class QuantityField(CountField):
    """Hundredths of a unit."""


class ShareField(CountField):
    """Hundredths of a percent."""


class FlagField(peewee.BigIntegerField):
    """Yes or no, kept as 1 or 0."""

    def db_value(self, value: Any) -> Any:
        return None if value is None else int(bool(value))

    def python_value(self, value: Any) -> Any:
        return None if value is None else bool(value)


class MomentField(peewee.BigIntegerField):
    """A moment in UTC, kept as milliseconds since 1970."""

    def db_value(self, value: Any) -> Any:
        return milliseconds(value) if isinstance(value, datetime) else value

    def python_value(self, value: Any) -> Any:
        return None if value is None else moment(value)


class DayField(peewee.TextField):
    """A calendar day, kept as ISO text."""

    def db_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> Any:
        return date.fromisoformat(value) if value else None


class TextLine(peewee.TextField):
    """One cleaned line of at most ``limit`` characters; a longer one raises RuleError at its field."""

    def __init__(self, limit: int = 60, **options: Any) -> None:
        self.limit = limit
        options.setdefault("default", "")
        super().__init__(**options)

    def db_value(self, value: Any) -> Any:
        return None if value is None else limited(one_line(clean(value, self.name)), self.limit, self.name)


class Note(TextLine):
    """Several cleaned lines of at most ``limit`` characters together."""

    def __init__(self, limit: int = 4000, **options: Any) -> None:
        super().__init__(limit, **options)

    def db_value(self, value: Any) -> Any:
        return None if value is None else limited(clean(value, self.name), self.limit, self.name)


class EnumField(peewee.TextField):
    """A member of ``choices``, kept as its value; the table's CHECK holds the same values."""

    def __init__(self, choices: type[StrEnum], **options: Any) -> None:
        self.enum = choices
        self._members: dict[str | None, StrEnum | None] = {member.value: member for member in choices}
        self._members[None] = None
        super().__init__(**options)

    def db_value(self, value: Any) -> Any:
        return None if value is None else self.enum(value).value

    def python_value(self, value: Any) -> Any:
        try:
            return self._members[value]
        except KeyError:
            return self.enum(value)


def limited(text: str, limit: int, field: str | None) -> str:
    """``text`` itself. Raises RuleError if it is longer than ``limit`` characters."""
    if len(text) > limit:
        raise RuleError("At most {limit} characters; this has {length}.", field=field, limit=limit, length=len(text))
    return text


def milliseconds(value: datetime) -> int:
    """A moment with its zone as milliseconds since 1970."""
    return (value - _EPOCH) // _MILLISECOND


@lru_cache(maxsize=4096)
def moment(stored: int) -> datetime:
    """Stored milliseconds as a moment in UTC."""
    return _EPOCH + stored * _MILLISECOND


def new_uid() -> str:
    """A name for a record that is unique across stores: when, the how manieth here, and chance.

    Later names stand later, so that many at once touch one end of an index and not all of it.
    """
    return f"{milliseconds(clock.now()):012x}{next(_turns) % 2**32:08x}{os.urandom(6).hex()}"


if TYPE_CHECKING:
    # peewee's types know neither rows as tuples nor the ``x_id`` of a reference; rows become typed in lists and views.
    _Model: Any
else:
    _Model = peewee.Model


class Table(_Model):
    """Base of every table: only an id."""

    id = peewee.BigAutoField()

    class Meta:
        database = database
        legacy_table_names = False

    @classmethod
    def create(cls, **values: Any) -> Any:
        """A new row with its defaults and its id, as a record."""
        row = cls(**values)
        row.id = insert_rows(cls, [row.__data__])
        return row

    @classmethod
    def get_by_id(cls, record_id: Any) -> Any:
        """The record with this id. Raises ``DoesNotExist``."""
        table: Any = cls
        sql, fields = _selection(table, database.obj.param)
        row = database.execute_sql(sql, (record_id,)).fetchone()
        if row is None:
            raise cls.DoesNotExist(f"{cls._meta.table_name} {record_id}")
        values = {field.name: field.python_value(value) for field, value in zip(fields, row, strict=True)}
        record = cls(__no_default__=True, **values)
        record._dirty.clear()
        return record

    @classmethod
    def read(cls, where: str, *values: Any) -> list[Any]:
        """The records of a condition in SQL with ``?`` for its values, an ORDER BY at its end.

        The same records as ``select`` gives; wording the statement and filling them costs a tenth.
        """
        table: Any = cls
        sql, names, readers = _reading(table)
        return [_record(table, names, readers, row) for row in run_sql(f"{sql} WHERE {where}", *values).fetchall()]

    def save(self, **options: Any) -> Any:
        """Write what was set since the record was read; a record without an id is inserted."""
        if options or self.id is None:
            return super().save(**options)
        names = tuple(name for name in self._meta.sorted_field_names if name in self._dirty and name != "id")
        if names:
            sql, fields = _update(self._meta.model, names, database.obj.param)
            values = [field.db_value(self.__data__[field.name]) for field in fields]
            database.execute_sql(sql, [*values, self.id])
            self._dirty.clear()
        return len(names)


@cache
def _update(table: Any, names: tuple[str, ...], mark: str) -> tuple[str, tuple[Any, ...]]:
    fields = tuple(table._meta.fields[name] for name in names)
    settings = ", ".join(f"{field.column_name} = {mark}" for field in fields)
    return f"UPDATE {table._meta.table_name} SET {settings} WHERE id = {mark}", fields


_AS_STORED = (CountField, TextLine, peewee.ForeignKeyField, peewee.BigAutoField)
"""Fields whose values come from the database as they are."""


@cache
def _reading(table: Any) -> tuple[str, tuple[str, ...], tuple[tuple[str, Any], ...]]:
    """The statement that reads whole rows, the names of its columns, and what makes values of those that need it."""
    fields = tuple(table._meta.sorted_fields)
    readers = tuple(
        (field.name, field.python_value)
        for field in fields
        if not (isinstance(field, _AS_STORED) or type(field) is peewee.TextField)
    )
    sql = f"SELECT {', '.join(field.column_name for field in fields)} FROM {table._meta.table_name}"
    return sql, tuple(field.name for field in fields), readers


def _record(table: Any, names: Sequence[str], readers: Sequence[tuple[str, Any]], row: Sequence[Any]) -> Any:
    record = table.__new__(table)
    data = dict(zip(names, row, strict=True))
    for name, read in readers:
        data[name] = read(data[name])
    record.__data__, record.__rel__, record._dirty = data, {}, set()
    return record


@cache
def _selection(table: Any, mark: str) -> tuple[str, tuple[Any, ...]]:
    fields = tuple(table._meta.sorted_fields)
    names = ", ".join(field.column_name for field in fields)
    return f"SELECT {names} FROM {table._meta.table_name} WHERE id = {mark}", fields


_ID_BACK = " RETURNING id"


def insert_rows(table: Any, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert rows given by column or reference name, all with the same names; returns the last one's id.

    The statement is worded once per table and set of names: wording it anew each time costs more than running it.
    """
    columns = tuple(rows[0])
    sql, fields = _insertion(table, columns, database.obj.param)
    values = [[field.db_value(row[name]) for name, field in zip(columns, fields, strict=True)] for row in rows]
    # An answer that nobody reads makes each further row of the transaction dearer, so only the last one is asked for.
    run_sql_often(sql.removesuffix(_ID_BACK), values[:-1])
    return int(database.execute_sql(sql, values[-1]).fetchone()[0])


@cache
def _insertion(table: Any, columns: tuple[str, ...], mark: str) -> tuple[str, tuple[Any, ...]]:
    fields = tuple(table._meta.combined[name] for name in columns)
    names = ", ".join(field.column_name for field in fields)
    marks = ", ".join([mark] * len(fields))
    return f"INSERT INTO {table._meta.table_name} ({names}) VALUES ({marks}){_ID_BACK}", fields


def run_sql(sql: str, *values: Any) -> Any:
    """A statement with ``?`` for its values, on either database; returns the cursor."""
    return database.execute_sql(sql.replace("?", database.obj.param), values)


def run_sql_often(sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """One statement with ``?`` for its values, for each of ``rows``."""
    batch = list(rows)
    if batch:
        with peewee.__exception_wrapper__:  # type: ignore[attr-defined]  # the stubs leave it out
            database.cursor().executemany(sql.replace("?", database.obj.param), batch)


def new_ids(table: Any, count: int) -> range | list[int]:
    """Ids for so many new rows of ``table``, given inside the transaction that writes them."""
    name = table._meta.table_name
    if database.obj.for_update:
        rows = run_sql(
            "SELECT nextval(pg_get_serial_sequence(?, 'id')) FROM generate_series(1, ?::bigint)", name, count
        )
        return [row[0] for row in rows.fetchall()]
    first = run_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {name}").fetchone()[0]
    return range(first, first + count)


def stored(table: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row as they are stored, by column. Raises RuleError at a field whose text is too long."""
    fields = table._meta.combined
    return {fields[name].column_name: fields[name].db_value(value) for name, value in values.items()}


def insert_stored(table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows given as they are stored, all with the same columns, ids included."""
    if rows:
        insert_values(table, tuple(rows[0]), (tuple(row.values()) for row in rows))


def insert_values(table: Any, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The same for rows given as the values of ``columns``."""
    marks = ", ".join("?" * len(columns))
    run_sql_often(f"INSERT INTO {table._meta.table_name} ({', '.join(columns)}) VALUES ({marks})", rows)


class Record(Table):
    """Base of what people edit: a uid across stores, a version for stale edits, created and changed."""

    uid = peewee.TextField(default=new_uid)
    version = CountField(default=1)
    created_at = MomentField(default=clock.now)
    changed_at = MomentField(default=clock.now)


class _Referred(peewee.ForeignKeyAccessor):
    """The record that is pointed at, read by its id with a statement worded once."""

    def get_rel_instance(self, instance: Any) -> Any:
        value = instance.__data__.get(self.name)
        if value is not None and self.name not in instance.__rel__:
            instance.__rel__[self.name] = self.rel_model.get_by_id(value)
        return super().get_rel_instance(instance)


class _Reference(peewee.ForeignKeyField):
    accessor_class = _Referred


def reference(table: Any, **options: Any) -> peewee.ForeignKeyField:
    """A foreign key that never deletes along; ``table`` may be ``"self"``."""
    return _Reference(table, on_delete="RESTRICT", **options)
