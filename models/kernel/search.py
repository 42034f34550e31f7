"""One search text per record, found by any part of it: FTS5 on SQLite, a GIN index on PostgreSQL.

A search text is a few folded fields, one a line. Its index holds grams of one to three characters, with a mark for the
start of a field, so that two Han characters or four digits are found without reading the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.kernel import clock
from models.kernel.pinyin import simplified
from models.kernel.tables import database, milliseconds, run_sql, run_sql_often
from models.kernel.text import folded, narrow

_LONGEST_GRAM = 3
_START = "^"
_LONGEST_QUERY = 60
_CANDIDATES = 400
_INSERT = "INSERT INTO search_entry (kind, record_id, text, used_at) VALUES (?, ?, ?, ?) RETURNING id"
_INSERT_GRAMS = "INSERT INTO search_grams (rowid, grams) VALUES (?, ?)"
_SERVER_INSERT = (
    "INSERT INTO search_entry (kind, record_id, text, used_at, grams) "
    "VALUES (?, ?, ?, ?, array_to_tsvector(?::text[])) "
    "ON CONFLICT (kind, record_id) DO UPDATE SET text = excluded.text, grams = excluded.grams"
)


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    kind: str
    record_id: int


def index(kind: str, record_id: int, fields: Iterable[str]) -> None:
    """Make a record findable by any part of its ``fields``, in place of what it was found by before."""
    text = search_text(fields)
    now = milliseconds(clock.now())
    if database.obj.for_update:
        _index_on_server(kind, record_id, text, now)
        return
    entry = run_sql("SELECT id, text FROM search_entry WHERE kind = ? AND record_id = ?", kind, record_id).fetchone()
    if entry is None:
        entry_id = run_sql(_INSERT, kind, record_id, text, now).fetchone()[0]
    elif entry[1] == text:
        return
    else:
        entry_id = entry[0]
        run_sql("UPDATE search_entry SET text = ? WHERE id = ?", text, entry_id)
        run_sql("DELETE FROM search_grams WHERE rowid = ?", entry_id)
    run_sql(_INSERT_GRAMS, entry_id, " ".join(grams(text)))


def index_many(records: Iterable[tuple[str, int, Iterable[str], datetime]]) -> None:
    """Make new records findable, given as kind, id, fields, and when they were last opened."""
    entries = [(kind, record_id, search_text(fields), milliseconds(at)) for kind, record_id, fields, at in records]
    if database.obj.for_update:
        run_sql_often(_SERVER_INSERT, ((*entry, sorted(grams(entry[2]))) for entry in entries))
        return
    ids = [run_sql(_INSERT, *entry).fetchone()[0] for entry in entries]
    run_sql_often(_INSERT_GRAMS, ((id_, " ".join(grams(entry[2]))) for id_, entry in zip(ids, entries, strict=True)))


def _index_on_server(kind: str, record_id: int, text: str, now: int) -> None:
    run_sql(_SERVER_INSERT, kind, record_id, text, now, sorted(grams(text)))


def mark_used(kind: str, record_id: int) -> None:
    """Note that a record was opened, so that it comes first among equals."""
    mark_used_many(kind, {record_id: clock.now()})


def mark_used_many(kind: str, opened: Mapping[int, datetime]) -> None:
    """The same for several records, given as id and when."""
    run_sql_often(
        "UPDATE search_entry SET used_at = ? WHERE kind = ? AND record_id = ?",
        ((milliseconds(at), kind, record_id) for record_id, at in opened.items()),
    )


def find(query: str, kinds: Iterable[str] = (), limit: int = 50) -> list[Hit]:
    """The records that hold every word of ``query``: exact, then beginning, then the rest; recently used first.

    ``kinds`` narrows to some kinds of record. Signs such as ``%`` or ``'`` have no meaning of their own.
    """
    words = _words(query)
    if not words:
        return []
    wanted = tuple(kinds)
    found: dict[int, tuple[tuple[int, int], Hit]] = {}
    for terms in (_terms(words, starting=True), _terms(words, starting=False)):
        for entry_id, kind, record_id, text, used_at in _candidates(terms, wanted):
            if entry_id not in found and all(word in text for word in words):
                found[entry_id] = ((_rank(words[0], text), -used_at), Hit(kind, record_id))
        if len(found) >= limit:
            break
    return [hit for _, hit in sorted(found.values(), key=lambda each: each[0])[:limit]]


def search_text(fields: Iterable[str]) -> str:
    """The folded fields, one a line, empty ones left out."""
    return "\n".join(dict.fromkeys(text for text in (_fold(field) for field in fields) if text))


def grams(text: str) -> set[str]:
    """Every run of one to three characters of each line, those at a line's start also with the start mark."""
    found: set[str] = set()
    for line in text.split("\n"):
        letters = [_letter(each) for each in line]
        for start in range(len(letters)):
            gram = ""
            for letter in letters[start : start + _LONGEST_GRAM]:
                gram += letter
                found.add(gram)
                if not start:
                    found.add(_START + gram)
    return found


def _fold(text: str) -> str:
    return folded(simplified(narrow(text)))


def _letter(character: str) -> str:
    """A character as ASCII, so that both databases take it for the same word."""
    return character if character.isascii() else f"u{ord(character):x}"


def _words(query: str) -> list[str]:
    query = "".join(each for each in query[: 4 * _LONGEST_QUERY] if not "\ud800" <= each <= "\udfff")
    return [word for word in (_fold(part)[:_LONGEST_QUERY] for part in query.split()) if word]


def _terms(words: list[str], *, starting: bool) -> list[str]:
    terms: dict[str, None] = {}
    for word in words:
        letters = [_letter(each) for each in word]
        size = min(len(letters), _LONGEST_GRAM)
        if starting and word is words[0]:
            terms[_START + "".join(letters[:size])] = None
        for start in range(len(letters) - size + 1):
            terms["".join(letters[start : start + size])] = None
    return list(terms)


def _candidates(terms: list[str], kinds: tuple[str, ...]) -> Iterator[tuple[int, str, int, str, int]]:
    columns = "e.id, e.kind, e.record_id, e.text, e.used_at"
    if database.obj.for_update:
        sql = f"SELECT {columns} FROM search_entry e WHERE e.grams @@ ?::tsquery"
        newest, query = "e.id", " & ".join(f"'{term}'" for term in terms)
    else:
        sql = f"SELECT {columns} FROM search_grams JOIN search_entry e ON e.id = search_grams.rowid"
        sql += " WHERE search_grams MATCH ?"
        newest, query = "search_grams.rowid", " AND ".join(f'"{term}"' for term in terms)
    if kinds:
        sql += f" AND e.kind IN ({', '.join('?' * len(kinds))})"
    yield from run_sql(f"{sql} ORDER BY {newest} DESC LIMIT {_CANDIDATES}", query, *kinds)


def _rank(word: str, text: str) -> int:
    lines = text.split("\n")
    if word in lines:
        return 0
    return 1 if any(line.startswith(word) for line in lines) else 2
