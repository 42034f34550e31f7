"""The first page of a search among very many customers, against the raw SQL that gives the same page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bench.many import crowd
from bench.measure import Ratio, side_by_side
from models.customers import lists
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql
from models.staff.lists import everybody

_PAGE = 50
_ROWS = """SELECT e.record_id, c.name, c.form_of_address, c.kind, c.wish, p.number, c.intent, c.stage, s.name,
    c.last_contact_at
    FROM search_grams JOIN search_entry e ON e.id = search_grams.rowid
    JOIN customer c ON c.id = e.record_id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    LEFT JOIN staff s ON s.id = c.owner_id
    WHERE search_grams MATCH ? AND e.kind = 'customer' AND char(10) || e.text || char(10) LIKE ?
    ORDER BY search_grams.rowid DESC LIMIT ?"""


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Two Han characters, initials, four digits of a phone, a plate."""
    count = 20_000 if quick else 1_000_000
    with crowd(count):
        owner, seller = (Actor(each.id, each.name, each.roles) for each in (everybody()[0], everybody()[-1]))
        plate = run_sql("SELECT plate FROM owned_goods ORDER BY id DESC LIMIT 1").fetchone()[0]
        for name, typed, actor in (
            ("2 Han characters", "王芳", seller),
            ("2 characters of a given name", "晨雨", seller),
            ("initials", "ww", seller),
            ("4 digits of a phone", "8137", owner),  # who may not see numbers finds by the visible digits only
            ("a plate", plate, seller),
        ):
            yield _compared(f"{name} among {count:,} customers / raw SQL", actor, typed, quick)


def _compared(name: str, actor: Actor, typed: str, quick: bool) -> Ratio:
    ours, raw = partial(lists.find, actor, typed, _PAGE), _raw(typed)
    given, wanted = [row.id for row in ours()], [row[0] for row in raw()]
    if given != wanted or not wanted:
        raise AssertionError(f"{typed!r} gives another page than the raw SQL: {given[:5]} {wanted[:5]}")
    return side_by_side(name, ours, raw, aim=3.0, rounds=20 if quick else 200)


def _raw(typed: str) -> Callable[[], list[tuple[Any, ...]]]:
    """Three statements, for who is exactly that, begins so, and holds it anywhere, until the page is full."""
    execute = database.connection().execute
    letters = [letter.lower() if letter.isascii() else f"u{ord(letter):x}" for letter in typed]
    threes = ["".join(letters[start : start + 3]) for start in range(max(1, len(letters) - 2))]
    inside = " AND ".join(f'"{gram}"' for gram in threes)
    text = typed.lower()
    steps = (
        (f'"^^{"".join(letters)}"', f"%\n{text}\n%"),
        (f'"^{threes[0]}" AND {inside}', f"%\n{text}%"),
        (inside, f"%{text}%"),
    )

    def read() -> list[tuple[Any, ...]]:
        page: dict[int, tuple[Any, ...]] = {}
        for match, like in steps:
            for row in execute(_ROWS, (match, like, _PAGE)):
                page.setdefault(row[0], row)
            if len(page) >= _PAGE:
                break
        return list(page.values())[:_PAGE]

    return read
