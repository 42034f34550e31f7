"""The list of very many customers: opened, and jumped to its end, against the raw SQL and against a list of few."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from bench.many import crowd
from bench.measure import Ratio, side_by_side
from models.customers import listing, lists
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql
from models.staff.lists import everybody

_PAGE = 100
_ROWS = """SELECT c.id, c.name, c.form_of_address, c.kind, c.wish, p.number, c.intent, c.stage, c.owner_id, s.name,
    c.last_contact_at FROM (SELECT id FROM customer WHERE merged_into_id IS NULL AND erased_at IS NULL
        ORDER BY {order} LIMIT ?) AS page JOIN customer c ON c.id = page.id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    LEFT JOIN staff s ON s.id = c.owner_id"""
_FEW = 1000


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """One page with its rows each time, in two orders; many against few shows what the number costs."""
    count, rounds = (20_000, 20) if quick else (1_000_000, 200)
    few: dict[str, float] = {}
    with crowd(_FEW):
        for name, ours, raw in _ways():
            few[name] = side_by_side(name, ours, raw, aim=3.0, rounds=rounds).ours
    with crowd(count):
        for name, ours, raw in _ways():
            ratio = side_by_side(f"{name} of {count:,} customers / raw SQL", ours, raw, aim=3.0, rounds=rounds)
            yield ratio
            yield replace(ratio, name=f"{name} of {count:,} / of {_FEW:,}", peer=few[name], aim=2.0)


def _ways() -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    someone = everybody()[-1]
    actor = Actor(someone.id, someone.name, someone.roles)
    for order, column in (("recent", "last_contact_at"), ("name", "sort_key")):
        for name, backwards, way in (("opening", False, ""), ("jumping to the end", True, " DESC")):
            yield (
                f"{name} of the list by {order}",
                _ours(actor, order, backwards),
                _raw(_ROWS.format(order=f"{column}{way}, id{way}")),
            )


def _ours(actor: Actor, order: str, backwards: bool) -> Callable[[], object]:
    def read() -> list[Any]:
        places = listing.page(actor, listing.ALL, order, backwards=backwards, limit=_PAGE)
        return lists.rows(actor, [place.id for place in places])

    if len(read()) != min(_PAGE, run_sql("SELECT count(*) FROM customer").fetchone()[0]):
        raise AssertionError(f"the list by {order} is not whole")
    return read


def _raw(sql: str) -> Callable[[], object]:
    execute = database.connection().execute
    return lambda: execute(sql, (_PAGE,)).fetchall()
