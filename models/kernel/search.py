"""One search text per record, found by any part of it: FTS5 on SQLite, a GIN index on PostgreSQL.

A search text is a few folded fields, one a line. Its index holds grams of one to three characters, those that start a
line marked, each whole line, and the kind of record, so that two Han characters or four digits are found without
reading the table. An entry's number is its turn of use: whatever was used last has the highest one, so that the first
page of a search is the first that an index gives, backwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, chain, starmap
from typing import Any, NamedTuple

from models.kernel import clock
from models.kernel.pinyin import compared
from models.kernel.tables import database, milliseconds, run_sql, run_sql_often

_LONGEST_GRAM = 3
_START, _WHOLE, _KIND = "^", "^^", "^^^"
_LONGEST_QUERY = 60
_BATCH, _LARGEST_BATCH = 100, 1600
_FROM_TOP = 2**62
_INSERT = "INSERT INTO search_entry (kind, record_id, text, used_at) VALUES (?, ?, ?, ?) RETURNING id"
_INSERT_GRAMS = "INSERT INTO search_grams (rowid, grams) VALUES (?, ?)"
_SERVER_INSERT = (
    "INSERT INTO search_entry (kind, record_id, text, used_at, grams) VALUES (?, ?, ?, ?, array_to_tsvector(?::text[]))"
)
_FIND = "SELECT id, text FROM search_entry WHERE kind = ? AND record_id = ?"


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    kind: str
    record_id: int


class _Entry(NamedTuple):
    """An entry as it is read; ``number`` says whose turn of use it was."""

    number: int
    kind: str
    record_id: int
    text: str


class _Rank(NamedTuple):
    """What the index is asked for, and what the text of an entry of this rank is like."""

    terms: list[str]
    is_like: Callable[[str], bool]


def index(kind: str, record_id: int, fields: Iterable[str]) -> None:
    """Make a record findable by any part of its ``fields``, in place of what it was found by before."""
    text = search_text(fields)
    entry = run_sql(_FIND, kind, record_id).fetchone()
    if entry is None or entry[1] != text:
        _put(kind, record_id, text, milliseconds(clock.now()), before=entry[0] if entry else 0)


def index_many(records: Iterable[tuple[str, int, Iterable[str] | None, datetime]]) -> None:
    """The same for many, given as kind, id, fields, and when they were last used, in the order of use.

    Records that were not there before have fields; None says that only their use is new.
    """
    new: list[tuple[str, int, str, int]] = []
    for kind, record_id, fields, at in records:
        if fields is not None:
            new.append((kind, record_id, search_text(fields), milliseconds(at)))
            continue
        _insert(new)
        new = []
        _use(kind, record_id, milliseconds(at))
    _insert(new)


def note_many(records: Iterable[tuple[str, int, Iterable[str] | None, datetime]]) -> None:
    """The same while a store is made, in any order: they are found after ``rebuild``, which gives the turns of use."""
    new, used = [], []
    for kind, record_id, fields, at in records:
        if fields is None:
            used.append((milliseconds(at), kind, record_id))
        else:
            new.append((kind, record_id, search_text(fields), milliseconds(at)))
    blank = ("grams", ", ''") if database.obj.for_update else ("", "")
    names = ", ".join(filter(None, ("kind", "record_id", "text", "used_at", blank[0])))
    run_sql_often(f"INSERT INTO search_entry ({names}) VALUES (?, ?, ?, ?{blank[1]})", new)
    run_sql_often("UPDATE search_entry SET used_at = ? WHERE kind = ? AND record_id = ?", used)


def index_new(kind: str, records: Sequence[tuple[int, str]], at: datetime) -> None:
    """Make many new records findable, given by id with what ``search_text`` made of each."""
    used = milliseconds(at)
    if database.obj.for_update:
        _insert([(kind, each, text, used) for each, text in records])
        return
    first = run_sql("SELECT coalesce(max(id), 0) + 1 FROM search_entry").fetchone()[0]
    run_sql_often(
        "INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (?, ?, ?, ?, ?)",
        ((number, kind, each, text, used) for number, (each, text) in enumerate(records, first)),
    )
    run_sql_often(_INSERT_GRAMS, ((number, grams(text, kind)) for number, (_each, text) in enumerate(records, first)))


def forget_those(kind: str, which: str, *values: Any) -> None:
    """Make many records unfindable: those whose ids the SQL query ``which`` gives."""
    among = f"kind = ? AND record_id IN ({which})"
    if not database.obj.for_update:
        sql = f"DELETE FROM search_grams WHERE rowid IN (SELECT id FROM search_entry WHERE {among})"
        run_sql(sql, kind, *values)
    run_sql(f"DELETE FROM search_entry WHERE {among}", kind, *values)


def mark_used(kind: str, record_id: int) -> None:
    """Note that a record was opened, so that it comes first among equals."""
    _use(kind, record_id, milliseconds(clock.now()))


def forget(kind: str, record_id: int) -> None:
    """Make a record unfindable; ``tidy`` takes the last traces out of the index."""
    if entry := run_sql(_FIND, kind, record_id).fetchone():
        _take_out(entry[0])


def tidy() -> None:
    """Bring the index into its shortest form, without traces of what was taken out; for quiet times."""
    if not database.obj.for_update:
        run_sql("INSERT INTO search_grams (search_grams) VALUES ('optimize')")


def rebuild() -> None:
    """Make the whole index anew from the search texts, in the order of last use."""
    if not database.obj.for_update:
        run_sql("INSERT INTO search_grams (search_grams) VALUES ('delete-all')")
    columns = "id, kind, text, used_at"
    top = run_sql("SELECT max(id) FROM search_entry").fetchone()[0] or 0
    last: tuple[int, int] = (-(2**62), 0)
    while rows := run_sql(
        f"SELECT {columns} FROM search_entry WHERE (used_at, id) > (?, ?) AND id <= ? ORDER BY used_at, id LIMIT 5000",
        *(*last, top),
    ).fetchall():
        last = (rows[-1][3], rows[-1][0])
        if database.obj.for_update:
            run_sql_often(
                "UPDATE search_entry SET id = DEFAULT, grams = array_to_tsvector(?::text[]) WHERE id = ?",
                ((_once(grams(text, kind)), id_) for id_, kind, text, _used_at in rows),
            )
            continue
        start = run_sql("SELECT max(id) FROM search_entry").fetchone()[0] + 1
        run_sql_often("UPDATE search_entry SET id = ? WHERE id = ?", ((n, row[0]) for n, row in enumerate(rows, start)))
        run_sql_often(_INSERT_GRAMS, ((n, grams(text, kind)) for n, (_id, kind, text, _at) in enumerate(rows, start)))


def find(query: str, kinds: Iterable[str] = (), limit: int = 50) -> list[Hit]:
    """The records that hold every word of ``query``: exact, then beginning, then the rest; recently used first.

    What is exact and what begins is told by the first word. ``kinds`` narrows to some kinds of record. Signs such as
    ``%`` or ``'`` have no meaning of their own.
    """
    words = _words(query)
    if not words:
        return []
    wanted, ranks = frozenset(kinds), _ranks(words)
    if (few := _if_few(ranks[-1].terms, 2 * limit)) is not None:
        return _ranked((entry for entry in few if not wanted or entry.kind in wanted), words, ranks)[:limit]
    found: dict[int, Hit] = {}
    for rank in ranks:
        for entry in _newest(rank.terms, wanted, limit):
            if entry.number not in found and rank.is_like(entry.text) and _holds(entry, words):
                found[entry.number] = Hit(entry.kind, entry.record_id)
                if len(found) == limit:
                    return list(found.values())
    return list(found.values())


def _ranked(entries: Iterable[_Entry], words: list[str], ranks: Sequence[_Rank]) -> list[Hit]:
    """The entries that hold every word, by rank, those of a rank in their order."""
    held = [entry for entry in entries if _holds(entry, words)]
    place = {entry.number: next(n for n, rank in enumerate(ranks) if rank.is_like(entry.text)) for entry in held}
    return [Hit(entry.kind, entry.record_id) for entry in sorted(held, key=lambda each: place[each.number])]


def _holds(entry: _Entry, words: list[str]) -> bool:
    return all(word in entry.text for word in words)


def search_text(fields: Iterable[str]) -> str:
    """The folded fields, one a line, empty ones left out."""
    return "\n".join(dict.fromkeys(text for text in map(compared, fields) if text))


def _kind_mark(kind: str) -> str:
    """What stands for a kind of record among the grams: one word, whatever signs its name has."""
    return _KIND + kind.replace("_", "")


def grams(text: str, kind: str = "") -> str:
    """What the index holds of a search text, between blanks, and some of it twice: every run of one to three characters
    of each line, marked where it starts the line, each whole line, and the record's kind."""
    found = [_kind_mark(kind)] if kind else []
    lines = text.split("\n")
    for line in lines:
        letters = _letters(line)
        found.append(_whole(letters))
        found += map(_START.__add__, accumulate(letters[:_LONGEST_GRAM]))
        if letters is not line:
            found += _runs(letters)
    found += _plain_runs(" ".join(filter(str.isascii, lines)))
    return " ".join(found)


def _runs(letters: Sequence[str]) -> Iterator[str]:
    second, third = letters[1:], letters[2:]
    pairs, triples = zip(letters, second, strict=False), zip(letters, second, third, strict=False)
    return chain(letters, map("".join, pairs), map("".join, triples))


def _plain_runs(lines: str) -> Iterator[str]:
    """The runs of lines of ASCII with blanks between, all of one size together: most of what a store holds, done fast.

    A run over a blank falls into shorter ones, which are there anyway.
    """
    letters = lines.encode()
    for size in range(1, _LONGEST_GRAM + 1):
        count = len(letters) - size + 1
        runs = bytearray(b" ") * (count * (size + 1))
        for place in range(size):
            runs[place :: size + 1] = letters[place : place + count]
        yield runs.decode()


def _once(grams: str) -> list[str]:
    """Each of the grams once, in a fixed order: a server takes no other."""
    return sorted(set(grams.split()))


def _put(kind: str, record_id: int, text: str, now: int, before: int) -> None:
    """An entry with this text, in place of the entry numbered ``before``, used now."""
    if before:
        _take_out(before)
    _insert([(kind, record_id, text, now)])


def _insert(entries: list[tuple[str, int, str, int]]) -> None:
    if database.obj.for_update:
        run_sql_often(_SERVER_INSERT, ((*entry, _once(grams(entry[2], entry[0]))) for entry in entries))
        return
    ids = [run_sql(_INSERT, *entry).fetchone()[0] for entry in entries]
    run_sql_often(_INSERT_GRAMS, ((id_, grams(entry[2], entry[0])) for id_, entry in zip(ids, entries, strict=True)))


def _take_out(entry_id: int) -> None:
    if not database.obj.for_update:
        run_sql("DELETE FROM search_grams WHERE rowid = ?", entry_id)
    run_sql("DELETE FROM search_entry WHERE id = ?", entry_id)


def _use(kind: str, record_id: int, at: int) -> None:
    """Give an entry the highest number, unless it has that already."""
    entry = run_sql(_FIND, kind, record_id).fetchone()
    if entry is None:
        return
    if entry[0] < run_sql("SELECT max(id) FROM search_entry").fetchone()[0]:
        _put(kind, record_id, entry[1], at, before=entry[0])
    else:
        run_sql("UPDATE search_entry SET used_at = ? WHERE id = ?", at, entry[0])


def _letters(text: str) -> Sequence[str]:
    """The characters as ASCII, so that both databases take them for the same words."""
    return text if text.isascii() else [each if each.isascii() else f"u{ord(each):x}" for each in text]


def _whole(letters: Sequence[str]) -> str:
    return _WHOLE + "".join(letters[:_LONGEST_QUERY])


def _words(query: str) -> list[str]:
    query = "".join(each for each in query[: 4 * _LONGEST_QUERY] if not "\ud800" <= each <= "\udfff")
    return [word for word in (compared(part)[:_LONGEST_QUERY] for part in query.split()) if word]


def _ranks(words: list[str]) -> tuple[_Rank, _Rank, _Rank]:
    """Exact, beginning, and every entry."""
    first, others = words[0], [gram for word in words[1:] for gram in _inside(word)]
    letters = _letters(first)
    beginning = _START + "".join(letters[:_LONGEST_GRAM])
    rest = _inside(first) if len(letters) > _LONGEST_GRAM else []
    return (
        _Rank([_whole(letters), *others], lambda text: f"\n{first}\n" in f"\n{text}\n"),
        _Rank([beginning, *rest, *others], lambda text: f"\n{first}" in f"\n{text}"),
        _Rank([*_inside(first), *others], lambda text: True),
    )


def _inside(word: str) -> list[str]:
    """The longest grams of a word."""
    letters = _letters(word)
    size = min(len(letters), _LONGEST_GRAM)
    return ["".join(letters[start : start + size]) for start in range(len(letters) - size + 1)]


def _if_few(terms: list[str], most: int) -> list[_Entry] | None:
    """All entries that hold these grams, the last used first, or None where there are ``most`` or more."""
    numbers = [row[0] for row in _read("id", terms, frozenset(), _FROM_TOP, most)]
    if len(numbers) >= most:
        return None
    marks = ", ".join("?" * len(numbers)) or "NULL"
    rows = run_sql(f"SELECT {_COLUMNS} FROM search_entry e WHERE e.id IN ({marks}) ORDER BY e.id DESC", *numbers)
    return [_Entry(*row) for row in rows.fetchall()]


def _newest(terms: list[str], kinds: frozenset[str], limit: int) -> Iterator[_Entry]:
    """The entries of some kinds that hold all these grams, the last used first, read some at a time.

    The index is asked for the kinds too only where the first few entries were not enough: most are of one kind.
    """
    last, size, asked = _FROM_TOP, min(limit, _BATCH), frozenset[str]()
    while True:
        rows = _read(_COLUMNS, terms, asked, last, size)
        yield from (entry for entry in starmap(_Entry, rows) if not kinds or entry.kind in kinds)
        if len(rows) < size:
            return
        last, size, asked = rows[-1][0], min(4 * size, _LARGEST_BATCH), kinds


def _read(columns: str, terms: list[str], kinds: frozenset[str], last: int, size: int) -> list[tuple[Any, ...]]:
    """So many entries at most that hold these grams, are of these kinds, and were used before entry ``last``."""
    wanted, of_kind = list(dict.fromkeys(terms)), [_kind_mark(kind) for kind in sorted(kinds)]
    if not database.obj.for_update:
        query = " AND ".join(f'"{term}"' for term in wanted)
        if of_kind:
            query += " AND (" + " OR ".join(f'"{each}"' for each in of_kind) + ")"
        sql = _SQLITE if columns == _COLUMNS else _SQLITE_NUMBERS
        return run_sql(sql, query, last, size).fetchall()
    query = " & ".join(f"'{term}'" for term in wanted)
    if of_kind:
        query += " & (" + " | ".join(f"'{each}'" for each in of_kind) + ")"
    rows = run_sql(_SERVER_NEAR.format(columns=columns), last, query, size).fetchall()
    return rows if len(rows) == size else run_sql(_SERVER_FAR.format(columns=columns), query, last, size).fetchall()


_COLUMNS = "e.id, e.kind, e.record_id, e.text"
_SQLITE_NUMBERS = "SELECT rowid FROM search_grams WHERE search_grams MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_SQLITE = f"""SELECT {_COLUMNS} FROM search_grams JOIN search_entry e ON e.id = search_grams.rowid
    WHERE search_grams MATCH ? AND search_grams.rowid < ? ORDER BY search_grams.rowid DESC LIMIT ?"""
_SERVER_NEAR = """SELECT {columns} FROM (SELECT * FROM search_entry WHERE id < ? ORDER BY id DESC LIMIT 5000) e
    WHERE e.grams @@ ?::tsquery ORDER BY e.id DESC LIMIT ?"""
_SERVER_FAR = """WITH found AS MATERIALIZED (SELECT id FROM search_entry WHERE grams @@ ?::tsquery AND id < ?)
    SELECT {columns} FROM search_entry e WHERE e.id IN (SELECT id FROM found ORDER BY id DESC LIMIT ?)
    ORDER BY e.id DESC"""
