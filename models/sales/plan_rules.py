"""How the stages of payment move when an amendment changes the total (S7): plain values, money in fen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.kernel import money

CREDIT = "credit"
"""The code of the stage that says what was paid beyond the total."""

_WHOLE = 100_00


@dataclass(frozen=True, slots=True)
class PresentStage:
    """A stage that holds now; ``name`` and ``condition`` by language as JSON; a negative ``amount`` is credit."""

    contract_id: int
    position: int
    code: str
    name: str
    condition: str
    share: int
    amount: int
    due_on: date | None
    event: str
    days: int
    deposit: bool


def moved(
    stages: Sequence[PresentStage],
    paid: Sequence[int],
    total: int,
    agreed: Mapping[str, int],
    more: PresentStage,
    credit: PresentStage,
) -> list[PresentStage]:
    """The stages for a new ``total``; they sum to it exactly, and what is ``paid`` of a stage stays paid (S7).

    Paid stages and deposits stand. Each later open stage takes its ``agreed`` share of the new total (by code, in
    hundredths of a percent); the next to be paid takes the rest, so that it settles the amendments so far. Where no
    stage is open, ``more`` takes what is to be paid besides; what was paid beyond the total becomes ``credit``.
    Raises ValueError for a negative total.
    """
    if total < 0:
        raise ValueError(total)
    real = [(stage, part) for stage, part in zip(stages, paid, strict=True) if stage.code != CREDIT]
    kept, floors = [stage for stage, _part in real], [part for _stage, part in real]
    amounts = [stage.amount for stage in kept]
    movable = [place for place, stage in enumerate(kept) if _moves(stage, floors[place])]
    for place in movable[1:]:
        amounts[place] = max(floors[place], money.portion(total, agreed.get(kept[place].code, kept[place].share)))
    if movable:
        amounts[movable[0]] = floors[movable[0]]
    rest = total - sum(amounts)
    if rest >= 0 and movable:
        amounts[movable[0]] += rest
        rest = 0
    unpaid_deposits = [place for place in range(len(kept)) if place not in movable]
    for place in (*reversed(movable), *reversed(unpaid_deposits)) if rest < 0 else ():
        less = min(amounts[place] - floors[place], -rest)
        amounts[place] -= less
        rest += less
    answers = [replace(stage, amount=amount) for stage, amount in zip(kept, amounts, strict=True)]
    if rest:
        answers.append(replace(more if rest > 0 else credit, amount=rest))
    return _numbered(answers, total)


def _moves(stage: PresentStage, paid: int) -> bool:
    return not stage.deposit and (paid < stage.amount or not stage.amount)


def _numbered(stages: Sequence[PresentStage], total: int) -> list[PresentStage]:
    """The stages with their positions and shares; the largest takes what rounding left, so that they print as 100 %."""
    shares = [money.share_of(stage.amount, total) for stage in stages]
    if total and stages:
        amounts = [stage.amount for stage in stages]
        shares[amounts.index(max(amounts))] += _WHOLE - sum(shares)
    return [replace(stage, position=place, share=shares[place]) for place, stage in enumerate(stages)]


def postponed(
    stages: Sequence[PresentStage], paid: Sequence[int], days: Mapping[str, date], earliest: date
) -> list[PresentStage]:
    """The stages with those not paid yet due by the new ``days`` of their events; none before ``earliest``."""
    return [
        replace(stage, due_on=_due(stage, days[stage.event], earliest))
        if stage.event in days and part < stage.amount
        else stage
        for stage, part in zip(stages, paid, strict=True)
    ]


def _due(stage: PresentStage, day: date, earliest: date) -> date:
    try:
        return max(earliest, day + timedelta(days=stage.days))
    except OverflowError:  # at either end of the calendar
        return max(earliest, day)


def proposed_refund(received: int, deposit: int, *, forfeited: int) -> int:
    """What goes back of ``received``: all but the ``forfeited`` share of the ``deposit`` paid, in 1/100 % (S6)."""
    return received - min(received, money.portion(deposit, forfeited))
