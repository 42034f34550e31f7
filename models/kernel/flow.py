"""One state machine for all records: a table of moves, each with its target, permission and guard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from models.kernel.errors import FrontdeskError, IllegalMove
from models.kernel.i18n import LabelledEnum
from models.kernel.permissions import Actor, Permission, require

State = TypeVar("State", bound=LabelledEnum)
Facts = TypeVar("Facts")


@dataclass(frozen=True)
class Move(Generic[State, Facts]):
    """Where an action leads, who may do it, and ``guard``, which raises RuleError while the facts say no."""

    target: State
    permission: Permission
    guard: Callable[[Facts], None] | None = None


Moves = Mapping[tuple[State, Any], Move[State, Facts]]


def move(moves: Moves[State, Facts], state: State, action: LabelledEnum, actor: Actor, facts: Facts) -> State:
    """The state that ``action`` leads to. Raises IllegalMove, NotAllowed, or what the guard raises."""
    found = moves.get((state, action))
    if found is None:
        raise IllegalMove("“{action}” is not possible while it is “{state}”.", action=action, state=state)
    require(actor, found.permission)
    if found.guard:
        found.guard(facts)
    return found.target


def available(
    moves: Moves[State, Facts], state: State, actor: Actor, facts: Facts
) -> dict[StrEnum, FrontdeskError | None]:
    """The actions this person may take from ``state``, each with what blocks it now, or None where nothing does."""
    answers: dict[StrEnum, FrontdeskError | None] = {}
    for (origin, action), found in moves.items():
        if origin == state and actor.may(found.permission):
            answers[action] = _blocked(found, facts)
    return answers


def _blocked(found: Move[State, Facts], facts: Facts) -> FrontdeskError | None:
    try:
        if found.guard:
            found.guard(facts)
    except FrontdeskError as reason:
        return reason
    return None
