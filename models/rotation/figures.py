"""Figures of days on the floor, per person and together: turns, what came of them, and how fairly they fell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date

from models.kernel.tables import run_sql
from models.rotation import log
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.papers import Shares
from models.rotation.state import Reception, State
from models.staff.lists import names


@dataclass(frozen=True)
class PersonFigures:
    """Somebody's figures of a period; turns still ``owed`` are those its last day ended with."""

    id: int
    name: str
    shares: Shares


@dataclass(frozen=True)
class PeriodFigures:
    """A period's figures: everybody who had anything to do with it, most turns first, and all together.

    ``receptions`` are those that ended, ``open`` those that have not; ``results`` says what came of how many.
    """

    people: tuple[PersonFigures, ...]
    total: Shares
    receptions: int
    open: int
    overrides: int
    results: dict[str, int]


def figures(days: Sequence[date]) -> PeriodFigures:
    """The figures of these days; a day without rotation adds nothing."""
    found: dict[str, Shares] = {}
    results: Counter[str] = Counter()
    overrides = still_open = 0
    for day in sorted(days):
        row = log.day_of(day)
        if row is None:
            continue
        state, earned = log.state_of(row), amounts(day)
        for name in dict.fromkeys([*state.line_up, *state.people]):
            of_day = shares_of(state, name, earned.get(int(name), 0))
            found[name] = replace(sum_of([found.get(name, Shares()), of_day]), owed=of_day.owed)
        results.update(each.result for each in state.finished)
        still_open += len(state.receptions) + len(state.unattended)
        overrides += sum(1 for each in state.log if each.voided_by is None and each.event.rule == "R2")
    called = names()
    people = [PersonFigures(int(name), called.get(int(name), name), shares) for name, shares in found.items()]
    people.sort(key=lambda each: (-each.shares.counted, -each.shares.uncounted))
    total = sum_of(each.shares for each in people)
    return PeriodFigures(tuple(people), total, results.total(), still_open, overrides, dict(results))


def shares_of(state: State, name: str, amount: int) -> Shares:
    """A person's figures of a day; ``amount`` is what their orders came to, in fen."""
    tally = state.person(name).tally
    own = [each for each in state.finished if each.owner == name]
    results = Counter(each.result for each in own)
    first = [each for each in own if is_first_visit(each)]
    return Shares(
        *(tally.counted, tally.uncounted, tally.courtesy, tally.made_up, tally.passed),
        *(state.owed_names.count(name), tally.false_claims),
        *(results[ReceptionResult.LEFT_CONTACT], results[ReceptionResult.TEST_DRIVE]),
        *(results[ReceptionResult.QUOTE], results[ReceptionResult.ORDER]),
        first_visits=len(first),
        first_orders=sum(1 for each in first if each.result == ReceptionResult.ORDER),
        amount=amount,
    )


def is_first_visit(reception: Reception) -> bool:
    """Whether somebody was new to the store and given by turn: not by the manager, nor found to be known."""
    by_turn = reception.kind is ArrivalKind.NEW and reception.rule in ("R1", "R9", "R12", "R11")
    return by_turn or (reception.rule == "R7" and reception.counted_for is not None)


def sum_of(shares: Iterable[Shares]) -> Shares:
    """Several people's or days' figures together."""
    each = [astuple(one) for one in shares]
    return Shares(*map(sum, zip(*each, strict=True))) if each else Shares()


def amounts(day: date) -> dict[int, int]:
    """What each consultant's contracts signed on the day come to, in fen."""
    rows = run_sql(
        "SELECT consultant_id, sum(total) FROM contract WHERE signed_on = ? AND state <> 'cancelled' "
        "GROUP BY consultant_id",
        day.isoformat(),
    )
    return {consultant: int(total) for consultant, total in rows.fetchall()}
