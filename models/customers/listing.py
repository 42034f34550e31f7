"""Files in a filter and an order, read a page at a time from either end.

Each order is one run through an index, or a few that are merged: how many rows are read for a page depends neither on
how many files there are nor on where in the list the page stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from models.customers.kinds import CLOSED_STAGES
from models.customers.protection import all_protected
from models.kernel import clock
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, run_sql
from models.shop.profile import trade

ALL, MINE, DUE, POOL = "all", "mine", "due", "pool"
FILTERS = (ALL, MINE, DUE, POOL)
ORDERS = ("recent", "name", "intent", "next")
MOST_COUNTED = 999
_OF = "of:"
_PAGE, _LAST_PART = 100, 10**6
_DAY = 86_400_000
_STAGES = ", ".join(f"'{stage.value}'" for stage in CLOSED_STAGES)
_OPEN, _CLOSED = f"stage NOT IN ({_STAGES})", f"stage IN ({_STAGES})"
_LISTED = "merged_into_id IS NULL AND erased_at IS NULL"
_BY_CONTACT, _BY_NAME = "last_contact_at", "sort_key"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a file stands in an order: the part of the list, what that part is ordered by, the file."""

    part: int
    key: Any
    id: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Files that an index gives in their order; ``shift`` makes the keys of several runs of one part comparable."""

    where: str
    values: tuple[object, ...] = ()
    column: str = _BY_CONTACT
    part: int = 0
    shift: int = 0

    def read(self, beyond: Place | None, up: bool, limit: int) -> list[Place]:
        """The next files after ``beyond`` (before it, unless ``up``), as they are met; from the end without it."""
        where, values = self.where, list(self.values)
        if beyond is not None and beyond.part == self.part:
            where += f" AND ({self.column}, id) {'>' if up else '<'} (?, ?)"
            values += [beyond.key - self.shift if self.shift else beyond.key, beyond.id]
        elif beyond is not None and (self.part > beyond.part) is not up:
            return []
        way = "" if up else " DESC"
        rows = run_sql(
            f"SELECT {self.column}, id FROM customer WHERE {where} ORDER BY {self.column}{way}, id{way} LIMIT ?",
            *(*values, limit),
        )
        return [Place(self.part, key + self.shift if self.shift else key, id_) for key, id_ in rows.fetchall()]


def page(
    actor: Actor,
    which: str = ALL,
    order: str = "recent",
    *,
    descending: bool = False,
    beyond: Place | None = None,
    backwards: bool = False,
    limit: int = _PAGE,
) -> list[Place]:
    """The files of a filter after ``beyond`` in an order, or ``backwards`` those before it; without it, from that end.

    They are given as the list shows them, whichever way they were read.
    """
    up = descending is backwards
    found: list[Place] = []
    runs = sorted(_runs(actor, which, order), key=lambda each: each.part, reverse=not up)
    for _part, together in groupby(runs, key=lambda each: each.part):
        if len(found) < limit:
            met = (place for run in together for place in run.read(beyond, up, limit - len(found)))
            found += sorted(met, reverse=not up)[: limit - len(found)]
    return found[::-1] if backwards else found


def of(owner_id: int) -> str:
    """The filter of one owner's files."""
    return f"{_OF}{owner_id}"


def place_of(actor: Actor, which: str, order: str, customer_id: int) -> Place | None:
    """Where a file stands, or None where the filter leaves it out."""
    for run in _runs(actor, which, order):
        row = run_sql(
            f"SELECT {run.column} FROM customer WHERE {run.where} AND id = ?", *(*run.values, customer_id)
        ).fetchone()
        if row:
            return Place(run.part, row[0] + run.shift if run.shift else row[0], customer_id)
    return None


def everything(actor: Actor, which: str = ALL, order: str = "recent", *, descending: bool = False) -> Iterator[int]:
    """The ids of a whole list, read page by page."""
    beyond: Place | None = None
    while places := page(actor, which, order, descending=descending, beyond=beyond, limit=1000):
        yield from (place.id for place in places)
        beyond = places[-1]


def count(actor: Actor, which: str) -> int:
    """How many files a filter has; from ``MOST_COUNTED`` on that many, for nobody counts on."""
    left = MOST_COUNTED
    for run in _runs(actor, which, "recent"):
        sql = f"SELECT count(*) FROM (SELECT 1 FROM customer WHERE {run.where} LIMIT ?) AS found"
        left -= run_sql(sql, *run.values, left).fetchone()[0]
    return MOST_COUNTED - left


def _runs(actor: Actor, which: str, order: str) -> list[_Run]:
    """The runs that make up a list; those of a higher part stand after all of a lower one."""
    if which == DUE:
        return _due(actor, order)
    whose, values = _whose(actor, which)
    if order in ("recent", "name"):
        return [_Run(f"{whose}{_LISTED}", values, _BY_NAME if order == "name" else _BY_CONTACT)]
    runs = [
        _Run(
            f"{whose}intent = ? AND {_OPEN} AND {_LISTED}",
            (*values, intent),
            part=place if order == "intent" else 0,
            shift=days * _DAY if order == "next" else 0,
        )
        for intent, place, days in _levels()
    ]
    if which == POOL:
        return runs
    return [*runs, _Run(f"{whose}{_CLOSED} AND {_LISTED}", values, part=_LAST_PART)]


def _due(actor: Actor, order: str) -> list[_Run]:
    """What somebody should have been in contact with by now (C5)."""
    now = milliseconds(clock.now())
    levels = _levels()
    if order == "name":
        late = " OR ".join(["intent = ? AND last_contact_at < ?"] * len(levels))
        values = [value for intent, _place, days in levels for value in (intent, now - days * _DAY)]
        where = f"owner_id = ? AND ({late}) AND {_OPEN} AND {_LISTED}"
        return [_Run(where, (actor.id, *values), _BY_NAME)] if levels else []
    return [
        _Run(
            f"owner_id = ? AND intent = ? AND last_contact_at < ? AND {_OPEN} AND {_LISTED}",
            (actor.id, intent, now - days * _DAY),
            part=place if order == "intent" else 0,
            shift=days * _DAY if order == "next" else 0,
        )
        for intent, place, days in levels
    ]


def _whose(actor: Actor, which: str) -> tuple[str, tuple[object, ...]]:
    if which == MINE:
        return "owner_id = ? AND ", (actor.id,)
    if which.startswith(_OF):
        return "owner_id = ? AND ", (int(which.removeprefix(_OF)),)
    if which == POOL:
        guarded = ", ".join(map(str, sorted(all_protected(clock.now())))) or "0"
        return f"(owner_id IS NULL OR id NOT IN ({guarded})) AND {_OPEN} AND ", ()
    return "", ()


def _levels() -> list[tuple[str, int, int]]:
    """The levels of intent that open files have: code, place, days to the next contact; unknown ones as the last."""
    levels = trade().intent_levels
    known = {level.code: (place, level.contact_within_days) for place, level in enumerate(levels)}
    last = (len(levels), levels[-1].contact_within_days)
    rows = run_sql(
        f"""WITH RECURSIVE met (intent) AS (
            SELECT min(intent) FROM customer WHERE {_OPEN}
            UNION ALL SELECT (SELECT min(intent) FROM customer WHERE {_OPEN} AND intent > met.intent)
            FROM met WHERE met.intent IS NOT NULL)
        SELECT intent FROM met WHERE intent IS NOT NULL"""
    )
    return [(intent, *known.get(intent, last)) for (intent,) in rows.fetchall()]
