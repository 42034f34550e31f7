"""Two files of one person become one, and apart again the same day (C3).

Every row that names the file that goes is moved to the one that is kept. A row that would stand there twice stays
behind; one that would join the file with itself is put aside. What was done is kept, so that it can be undone.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from models.customers.kinds import Stage, further
from models.customers.linked import LEFT_ALONE, Link, links
from models.kernel.tables import run_sql, run_sql_often

TECHNICAL = ("id", "uid", "version", "changed_at", "merged_into_id", "erased_at")
"""Columns of a file that a merge leaves as they are."""

BOTH = ("created_at", "last_contact_at", "stage", "no_contact")
"""Columns that follow from both files."""

COMPANIONS = {
    "name": ("sort_key",),
    "id_number": ("id_type", "id_key"),
    "owner_id": ("granted_until", "granted_to_id", "extended_for_id", "extension_reason"),
}
"""Columns that go with the one that is chosen."""

PHONES = "phones"
"""The choice of whose preferred phone is the preferred one."""

_AT_ONCE = 500

Row = dict[str, Any]


@dataclass
class Moved:
    """The rows of one link that were moved, each with what ``marks`` it, for a deleted row's id may be given again.

    Of numbered rows, which are rewritten as a whole, also what they and those already there said.
    """

    table: str
    column: str
    ids: list[int]
    mark: str = ""
    marks: list[Any] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    there: list[Row] = field(default_factory=list)


@dataclass
class Merge:
    """All that an undoing needs: rows moved and put aside, and each field of the kept file before and after."""

    moved: list[Moved] = field(default_factory=list)
    aside: dict[str, list[Row]] = field(default_factory=dict)
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def to_json(self) -> str:
        """For keeping."""
        moved = [vars(each) for each in self.moved]
        return json.dumps({"moved": moved, "aside": self.aside, "fields": self.fields}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Merge:
        """As it was kept."""
        read = json.loads(text)
        fields = {name: (before, after) for name, (before, after) in read["fields"].items()}
        return cls([Moved(**each) for each in read["moved"]], read["aside"], fields)


def choices() -> list[str]:
    """The fields of a file for which one of two values is chosen."""
    led = {name for names in COMPANIONS.values() for name in names}
    return [name for name in _columns("customer") if name not in (*TECHNICAL, *BOTH) and name not in led]


def values(customer_id: int) -> Row:
    """A file's own columns as they are stored."""
    return _rows("customer", [customer_id])[0]


def chosen_values(kept: Row, gone: Row, from_gone: Collection[str]) -> Row:
    """What the kept file says from now on: its own values, those chosen from the other, and those it lacked."""
    result = {}
    for name in choices():
        take = name in from_gone or kept[name] in ("", None)
        for column in (name, *COMPANIONS.get(name, ())):
            result[column] = (gone if take else kept)[column]
    if result["referred_by_id"] in (kept["id"], gone["id"]):
        other = gone["referred_by_id"]
        result["referred_by_id"] = None if other == kept["id"] else other
    result["created_at"] = min(kept["created_at"], gone["created_at"])
    result["last_contact_at"] = max(kept["last_contact_at"], gone["last_contact_at"])
    result["stage"] = further(Stage(kept["stage"]), Stage(gone["stage"])).value
    result["no_contact"] = min(kept["no_contact"], gone["no_contact"])
    return result


def join(kept_id: int, gone_id: int, from_gone: Collection[str]) -> Merge:
    """Inside an action: move everything of one file to the other; returns what an undoing needs."""
    merge = Merge()
    kept, gone = values(kept_id), values(gone_id)
    preferred = _first_phone(gone_id) if PHONES in from_gone else ""
    for link in links():
        if (link.table, link.column) not in LEFT_ALONE:
            _move(merge, link, kept_id, gone_id)
    if preferred:
        run_sql("UPDATE customer_phone SET position = -1 WHERE customer_id = ? AND digits = ?", kept_id, preferred)
        _renumber("customer_phone", "customer_id", kept_id)
    after = chosen_values(kept, gone, from_gone)
    merge.fields = {name: (kept[name], value) for name, value in after.items() if kept[name] != value}
    _set("customer", kept_id, after)
    _set("customer", gone_id, {"merged_into_id": kept_id})
    return merge


def part(merge: Merge, kept_id: int, gone_id: int) -> None:
    """Inside an action: undo a merge. What came to the kept file since stays there."""
    for moved in reversed(merge.moved):
        _move_back(moved, kept_id, gone_id)
    for table, rows in merge.aside.items():
        for row in rows:
            _insert(table, row)
    now = values(kept_id)
    _set("customer", kept_id, {name: before for name, (before, after) in merge.fields.items() if now[name] == after})
    _set("customer", gone_id, {"merged_into_id": None})


def _move(merge: Merge, link: Link, kept_id: int, gone_id: int) -> None:
    ids = _movable(merge, link, kept_id, gone_id)
    if not ids:
        return
    mark = "uid" if "uid" in _columns(link.table) else link.other
    moved = Moved(link.table, link.column, ids, mark, _values_of(link.table, mark, ids) if mark else [])
    if link.numbered:
        moved.rows, moved.there = _rows(link.table, ids), _rows(link.table, _order(link, kept_id))
    for some in _batches(ids):
        if link.numbered:
            run_sql(f"UPDATE {link.table} SET position = position + ? WHERE {_among(some)}", len(moved.there), *some)
        run_sql(f"UPDATE {link.table} SET {link.column} = ? WHERE {_among(some)}", kept_id, *some)
    if link.numbered:
        _renumber(link.table, link.column, kept_id)
    merge.moved.append(moved)


def _movable(merge: Merge, link: Link, kept_id: int, gone_id: int) -> list[int]:
    """The rows that can be moved; those that would join the kept file with itself or say the same again are put aside
    where they join two files, and stay with the other file where they do not."""
    condition, given = link.named(gone_id)
    if link.table == "customer":
        condition, given = f"{condition} AND t.id NOT IN (?, ?)", [*given, kept_id, gone_id]
    every = [row[0] for row in run_sql(f"SELECT t.id FROM {link.table} t WHERE {condition} ORDER BY t.id", *given)]
    stay = {row[0] for sql, some in _clashes(link, condition, given, kept_id) for row in run_sql(sql, *some).fetchall()}
    if link.other and stay:
        merge.aside.setdefault(link.table, []).extend(_rows(link.table, sorted(stay)))
        for some in _batches(sorted(stay)):
            run_sql(f"DELETE FROM {link.table} WHERE {_among(some)}", *some)
    return [each for each in every if each not in stay]


def _clashes(link: Link, condition: str, given: list[object], kept_id: int) -> list[tuple[str, list[object]]]:
    """Questions for the rows that cannot be moved."""
    start = f"SELECT t.id FROM {link.table} t WHERE {condition} AND"
    found = []
    for columns in link.apart:
        same = " AND ".join(f"k.{each} = t.{each}" for each in columns)
        text = f"{start} EXISTS (SELECT 1 FROM {link.table} k WHERE k.{link.column} = ? AND {same})"
        found.append((text, [*given, kept_id]))
    if link.other:
        column, other = link.column, link.other
        found.append((f"{start} t.{other} = ?", [*given, kept_id]))
        twice = f"k.{column} = ? AND k.{other} = t.{other} OR k.{other} = ? AND k.{column} = t.{other}"
        found.append((f"{start} EXISTS (SELECT 1 FROM {link.table} k WHERE {twice})", [*given, kept_id, kept_id]))
    return found


def _move_back(moved: Moved, kept_id: int, gone_id: int) -> None:
    table, column = moved.table, moved.column
    if moved.rows:
        for row in moved.rows:
            _bring_back(table, column, row, kept_id, gone_id)
        there = {row["id"]: row for row in _rows(table, [row["id"] for row in moved.there])}
        if all(row == {**there.get(row["id"], {}), "position": row["position"]} for row in moved.there):
            for row in moved.there:
                _set(table, row["id"], {"position": row["position"]})
        else:
            _renumber(table, column, kept_id)
    elif moved.mark:
        sql = f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND id = ? AND {moved.mark} = ?"
        both = zip(moved.ids, moved.marks, strict=True)
        run_sql_often(sql, ((gone_id, kept_id, row_id, mark) for row_id, mark in both))
    else:
        for some in _batches(moved.ids):
            run_sql(f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND {_among(some)}", gone_id, kept_id, *some)


def _bring_back(table: str, column: str, row: Row, kept_id: int, gone_id: int) -> None:
    """A row that may have been rewritten meanwhile: the one that says the same goes back, else it is written anew."""
    said = {name: value for name, value in row.items() if name not in ("id", column, "position")}
    alike = " AND ".join(f"{name} IS NOT DISTINCT FROM ?" for name in said)
    sql = f"SELECT id FROM {table} WHERE {column} = ? AND {alike} ORDER BY id"
    found = run_sql(sql, kept_id, *said.values()).fetchone()
    if found:
        _set(table, found[0], {column: gone_id, "position": row["position"]})
    else:
        _insert(table, {name: value for name, value in row.items() if name != "id"})


def _first_phone(customer_id: int) -> str:
    row = run_sql(
        "SELECT digits FROM customer_phone WHERE customer_id = ? ORDER BY position, id LIMIT 1", customer_id
    ).fetchone()
    return str(row[0]) if row else ""


def _order(link: Link, customer_id: int) -> list[int]:
    condition, given = link.named(customer_id)
    rows = run_sql(f"SELECT t.id FROM {link.table} t WHERE {condition} ORDER BY position, id", *given).fetchall()
    return [row[0] for row in rows]


def _renumber(table: str, column: str, customer_id: int) -> None:
    """Positions without gaps, in their order."""
    rows = run_sql(f"SELECT id FROM {table} WHERE {column} = ? ORDER BY position, id", customer_id).fetchall()
    run_sql_often(f"UPDATE {table} SET position = ? WHERE id = ?", [(place, row[0]) for place, row in enumerate(rows)])


def _rows(table: str, ids: list[int]) -> list[Row]:
    names = _columns(table)
    found: list[Row] = []
    for some in _batches(ids):
        rows = run_sql(f"SELECT {', '.join(names)} FROM {table} WHERE {_among(some)} ORDER BY id", *some)
        found += [dict(zip(names, row, strict=True)) for row in rows]
    return found


def _values_of(table: str, column: str, ids: list[int]) -> list[Any]:
    found: dict[int, Any] = {}
    for some in _batches(ids):
        found |= dict(run_sql(f"SELECT id, {column} FROM {table} WHERE {_among(some)}", *some).fetchall())
    return [found[each] for each in ids]


def _columns(table: str) -> list[str]:
    return [each[0] for each in run_sql(f"SELECT * FROM {table} LIMIT 0").description]


def _insert(table: str, row: Row) -> None:
    marks = ", ".join("?" * len(row))
    run_sql(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values())


def _set(table: str, row_id: int, new: Row) -> None:
    if new:
        run_sql(f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in new)} WHERE id = ?", *new.values(), row_id)


def _among(some: list[int]) -> str:
    return f"id IN ({', '.join('?' * len(some))})"


def _batches(ids: list[int]) -> list[list[int]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]
