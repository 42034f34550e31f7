"""Files written many at once, from what another system knew of people: prepared without a lock, then written at once.

Nobody was in contact, so no line of a register is written and the stage is the one that was told. Whatever takes
thought, cleaning, checking, sound and search text, is done in ``NewFile`` and ``Addition``, before the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from models.customers import rules
from models.customers.actions import FileForm, file_values, said_in
from models.customers.belongings import GoodsForm, goods_values, phone_rows, tag_rows
from models.customers.findable import make_findable, search_fields
from models.customers.kinds import RegisterKind, Stage
from models.customers.known import Standing
from models.customers.tables import Customer, CustomerPhone, CustomerTag, OwnedGoods
from models.kernel import clock, search
from models.kernel.permissions import Actor
from models.kernel.pinyin import compared
from models.kernel.tables import insert_stored, insert_values, milliseconds, new_ids, new_uid, run_sql, stored

Row = dict[str, Any]
Wrote = tuple[str, int, int, str]
"""A row that was written: its table, its id, the version it has now, and which columns were filled where it was there
already (names between commas)."""

_FILLED = ("wechat", "email", "address", "id_number", "birthday", "company", "best_time", "source", "campaign", "wish")
_FILLED_TOO = ("note", "form_of_address", "drink", "hobby", "taboo", "owner_id")
_WITH_ID = ("id_type", "id_key")
_OF_GOODS = ("make", "model", "colour", "serial", "plate", "bought_on", "bought_at", "mileage")
_OF_GOODS_TOO = ("insurance_until", "inspection_until", "warranty_until", "note")
_WITH = {"serial": "serial_key", "plate": "plate_key", "mileage": "mileage_on"}
"""What goes with a column of goods."""

_EMPTY = ("", None)


class NewFile:
    """A file to be written, with its phones, tags and goods. Raises RuleError at the field that is wrong (C1)."""

    __slots__ = ("customer", "goods", "phones", "sought", "tags")

    def __init__(self, actor: Actor, form: FileForm, goods: Sequence[GoodsForm], at: datetime, stage: Stage) -> None:
        values = file_values(actor, form, RegisterKind.CALL, at)
        record = {"uid": new_uid(), "version": 1, **values, "stage": stage, "owner": form.owner_id or None}
        self.customer = _row(Customer, {**record, "created_at": at, "changed_at": clock.now()})
        self.phones = [stored(CustomerPhone, each) for each in phone_rows(0, form.phones, form.phone_labels)]
        self.tags = [stored(CustomerTag, each) for each in tag_rows(0, form.tags)]
        self.goods = [_goods_row(each) for each in goods]
        self.sought = search.search_text(search_fields(said_in(form, (), goods)))

    def told(self) -> list[Any]:
        """All of it as plain values, for ``again``."""
        return [getattr(self, name) for name in self.__slots__]

    @classmethod
    def again(cls, told: Sequence[Any]) -> NewFile:
        """The file that ``told`` what it says."""
        file = cls.__new__(cls)
        for name, value in zip(cls.__slots__, told, strict=True):
            setattr(file, name, value)
        return file


@cache
def _columns(table: Any) -> tuple[str, ...]:
    """The columns of a table without its id."""
    return tuple(each.column_name for each in table._meta.sorted_fields if each.name != "id")


@cache
def _nothing(table: Any) -> list[Any]:
    """A row as it is stored where nothing is told, without its id."""
    return [None if each.null else "" for each in table._meta.sorted_fields if each.name != "id"]


@cache
def _places(table: Any) -> dict[str, tuple[int, Callable[[Any], Any]]]:
    """Where in a row each field stands, and how it is stored."""
    every = (each for each in table._meta.sorted_fields if each.name != "id")
    return {each.name: (place, each.db_value) for place, each in enumerate(every)}


def _row(table: Any, told: Mapping[str, Any]) -> list[Any]:
    """The values of a row as they are stored. Raises RuleError at a field whose text is too long."""
    values, places = _nothing(table).copy(), _places(table)
    for name, value in told.items():
        if value is not None and value != "":
            place, as_stored = places[name]
            values[place] = as_stored(value)
    return values


def _goods_row(form: GoodsForm) -> list[Any]:
    """The row of owned goods, still without an owner. Raises RuleError at the field that is wrong."""
    now = clock.now()
    record = {"uid": new_uid(), "version": 1, "created_at": now, "changed_at": now}
    return _row(OwnedGoods, {**record, "customer": 0, **goods_values(form)})


def stored_goods(form: GoodsForm) -> Row:
    """The same by column."""
    return dict(zip(_columns(OwnedGoods), _goods_row(form), strict=True))


def write_new_files(files: Sequence[NewFile]) -> Iterator[Wrote]:
    """Inside an action: the rows of new files; gives each customer and goods that were written."""
    ids = new_ids(Customer, len(files))
    every = list(zip(ids, files, strict=True))
    insert_values(Customer, ("id", *_columns(Customer)), ((each, *file.customer) for each, file in every))
    for table, name in ((CustomerPhone, "phones"), (CustomerTag, "tags")):
        rows = [{**row, "customer_id": each} for each, file in every for row in getattr(file, name)]
        insert_stored(table, [{"id": own, **row} for own, row in zip(new_ids(table, len(rows)), rows, strict=True)])
    place = _columns(OwnedGoods).index("customer_id")
    goods = [[*row[:place], each, *row[place + 1 :]] for each, file in every for row in file.goods]
    own = new_ids(OwnedGoods, len(goods))
    insert_values(OwnedGoods, ("id", *_columns(OwnedGoods)), ((n, *row) for n, row in zip(own, goods, strict=True)))
    search.index_new("customer", [(each, file.sought) for each, file in every], clock.now())
    yield from (("customer", each, 1, "") for each in ids)
    yield from (("owned_goods", each, 1, "") for each in own)


class Addition:
    """What a row adds to a file that is there: values it or its goods lack, other phones, tags and goods.

    Says by its truth whether there is anything. What the file says already wins. ``completed`` are the values by the id
    of the goods that get them. Raises RuleError at the field that is wrong.
    """

    __slots__ = ("completed", "customer_id", "filled", "goods", "phones", "tags")

    def __init__(self, customer_id: int, there: Standing, form: FileForm, goods: Sequence[GoodsForm]) -> None:
        said = {each.name: getattr(form, each.name) for each in fields(form)}
        said |= {"owner_id": form.owner_id or None, "id_key": compared(form.id_number)}
        self.customer_id = customer_id
        self.filled: Row = {}
        for name in (*_FILLED, *_FILLED_TOO):
            if said[name] not in _EMPTY and there.values[name] in _EMPTY:
                companions = _WITH_ID if name == "id_number" else ()
                for each in (name, *companions):
                    self.filled |= stored(Customer, {each.removesuffix("_id"): said[each]})
        room = rules.MOST_PHONES - len(there.phones)
        rows = [stored(CustomerPhone, each) for each in phone_rows(0, form.phones, form.phone_labels)]
        self.phones = [each for each in rows if each["digits"] not in there.phones][:room]
        self.tags = [stored(CustomerTag, e) for e in tag_rows(0, form.tags) if e["tag"] not in there.tags]
        self.tags = self.tags[: rules.MOST_TAGS - len(there.tags)]
        self.goods: list[Row] = []
        self.completed: dict[int, Row] = {}
        for row in map(stored_goods, goods):
            if (same := _same_goods(row, there.goods)) is None:
                self.goods.append(row)
            elif lacking := _lacking(same, row):
                self.completed[same["id"]] = self.completed.get(same["id"], {}) | lacking
                same |= lacking
        for name, column in (("phones", "digits"), ("tags", "tag")):
            getattr(there, name).update(each[column] for each in getattr(self, name))
        there.values |= self.filled

    def told(self) -> list[Any]:
        """All of it as plain values, for ``again``."""
        return [getattr(self, name) for name in self.__slots__]

    @classmethod
    def again(cls, told: Sequence[Any]) -> Addition:
        """The addition that ``told`` what it holds; one that an earlier program put down completes no goods."""
        addition = cls.__new__(cls)
        whole = told if len(told) == len(cls.__slots__) else [{}, *told]
        for name, value in zip(cls.__slots__, whole, strict=True):
            setattr(addition, name, value)
        return addition

    def __bool__(self) -> bool:
        return bool(self.filled or self.phones or self.tags or self.goods or self.completed)


def _same_goods(row: Row, there: Sequence[Row]) -> Row | None:
    """Those of the goods that are there which the row is about: by its serial number, or by the plate where one of both
    says no serial number.
    """
    for key, other in (("serial_key", ""), ("plate_key", "serial_key")):
        for each in there:
            if row[key] and row[key] == each[key] and not (other and row[other] and each[other]):
                return each
    return None


def _lacking(there: Row, row: Row) -> Row:
    """What the row says of goods that is not said there."""
    found: Row = {}
    for name in (*_OF_GOODS, *_OF_GOODS_TOO):
        if row[name] not in _EMPTY and there[name] in _EMPTY:
            found |= {each: row[each] for each in (name, _WITH.get(name)) if each}
    return found


def add_to_files(additions: Sequence[Addition]) -> Iterator[Wrote]:
    """Inside an action: write what is added to files; a column that somebody filled meanwhile stays as they said."""
    now = milliseconds(clock.now())
    by_file: dict[int, list[str]] = {}
    for each in additions:
        filled = by_file.setdefault(each.customer_id, [])
        for column, value in each.filled.items():
            empty = f"({column} IS NULL OR {column} = '')" if column != "owner_id" else "owner_id IS NULL"
            sql = f"UPDATE customer SET {column} = ? WHERE id = ? AND {empty}"
            if run_sql(sql, value, each.customer_id).rowcount:
                filled.append(column)
        for table, rows in ((CustomerPhone, each.phones), (CustomerTag, each.tags), (OwnedGoods, each.goods)):
            yield from _append(table, each.customer_id, rows)
        for goods_id, lacking in each.completed.items():
            yield from _complete(goods_id, lacking, now)
    for customer_id, filled in by_file.items():
        run_sql("UPDATE customer SET version = version + 1, changed_at = ? WHERE id = ?", now, customer_id)
        make_findable(customer_id)
        version = run_sql("SELECT version FROM customer WHERE id = ?", customer_id).fetchone()[0]
        yield "customer", customer_id, version, ",".join(filled) or "-"


def _complete(goods_id: int, lacking: Row, now: int) -> Iterator[Wrote]:
    """Write what goods lack, unless somebody said it meanwhile."""
    filled = []
    for column, value in lacking.items():
        empty = f"({column} IS NULL OR {column} = '')" if column != "mileage" else "mileage IS NULL"
        if run_sql(f"UPDATE owned_goods SET {column} = ? WHERE id = ? AND {empty}", value, goods_id).rowcount:
            filled.append(column)
    if filled:
        run_sql("UPDATE owned_goods SET version = version + 1, changed_at = ? WHERE id = ?", now, goods_id)
        version = run_sql("SELECT version FROM owned_goods WHERE id = ?", goods_id).fetchone()[0]
        yield "owned_goods", goods_id, version, ",".join(filled)


def _append(table: Any, customer_id: int, rows: Sequence[Row]) -> Iterator[Wrote]:
    name = table._meta.table_name
    if rows and "position" in rows[0]:
        row = run_sql(f"SELECT coalesce(max(position), -1) + 1 FROM {name} WHERE customer_id = ?", customer_id)
        start = row.fetchone()[0]
        rows = [{**each, "position": place} for place, each in enumerate(rows, start)]
    written = [{"id": i, **e, "customer_id": customer_id} for i, e in zip(new_ids(table, len(rows)), rows, strict=True)]
    insert_stored(table, written)
    yield from ((name, each["id"], 1 if table is OwnedGoods else 0, "") for each in written)
