"""One search text per record, found by any part of it: FTS5 on SQLite, a GIN index on PostgreSQL.

A search text is a few folded fields, one a line. Its index holds grams of one to three characters, with a mark for the
start of a field, so that two Han characters or four digits are found without reading the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import peewee

from models.kernel import clock
from models.kernel.pinyin import simplified
from models.kernel.tables import CountField, MomentField, Table, database, milliseconds
from models.kernel.text import folded, narrow

_LONGEST_GRAM = 3
_START = "^"
_LONGEST_QUERY = 60
_CANDIDATES = 400


class SearchEntry(Table):
    """The search text of one record, and when it was last opened."""

    kind = peewee.TextField()
    record_id = CountField()
    text = peewee.TextField()
    used_at = MomentField(default=clock.now)

    class Meta:
        table_name = "search_entry"


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    kind: str
    record_id: int


def index(kind: str, record_id: int, fields: Iterable[str]) -> None:
    """Make a record findable by any part of its ``fields``, in place of what it was found by before."""
    text = search_text(fields)
    now = clock.now()
    if database.obj.for_update:
        _index_on_server(kind, record_id, text, milliseconds(now))
        return
    entry = SearchEntry.get_or_none(kind=kind, record_id=record_id)
    if entry is None:
        entry_id = SearchEntry.insert(kind=kind, record_id=record_id, text=text, used_at=now).execute()
    elif entry.text == text:
        return
    else:
        entry_id = entry.id
        SearchEntry.update(text=text).where(SearchEntry.id == entry_id).execute()
        database.execute_sql("DELETE FROM search_grams WHERE rowid = ?", (entry_id,))
    database.execute_sql("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", (entry_id, " ".join(grams(text))))


def _index_on_server(kind: str, record_id: int, text: str, now: int) -> None:
    database.execute_sql(
        "INSERT INTO search_entry (kind, record_id, text, used_at, grams) "
        "VALUES (%s, %s, %s, %s, array_to_tsvector(%s::text[])) "
        "ON CONFLICT (kind, record_id) DO UPDATE SET text = excluded.text, grams = excluded.grams",
        (kind, record_id, text, now, sorted(grams(text))),
    )


def mark_used(kind: str, record_id: int) -> None:
    """Note that a record was opened, so that it comes first among equals."""
    SearchEntry.update(used_at=clock.now()).where(
        SearchEntry.kind == kind, SearchEntry.record_id == record_id
    ).execute()


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
    if database.obj.for_update:
        marks = ", ".join(["%s"] * len(kinds))
        sql = "SELECT id, kind, record_id, text, used_at FROM search_entry WHERE grams @@ %s::tsquery"
        parameters: list[object] = [" & ".join(f"'{term}'" for term in terms)]
    else:
        marks = ", ".join(["?"] * len(kinds))
        sql = (
            "SELECT e.id, e.kind, e.record_id, e.text, e.used_at FROM search_grams "
            "JOIN search_entry e ON e.id = search_grams.rowid WHERE search_grams MATCH ?"
        )
        parameters = [" AND ".join(f'"{term}"' for term in terms)]
    if kinds:
        sql += f" AND kind IN ({marks})"
    order = "id" if database.obj.for_update else "search_grams.rowid"
    sql += f" ORDER BY {order} DESC LIMIT {_CANDIDATES}"
    yield from database.execute_sql(sql, [*parameters, *kinds])


def _rank(word: str, text: str) -> int:
    lines = text.split("\n")
    if word in lines:
        return 0
    return 1 if any(line.startswith(word) for line in lines) else 2
