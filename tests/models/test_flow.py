"""The state machine: what leads where, who may, and what blocks it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.flow import Move, available, move
from models.kernel.i18n import LabelledEnum
from models.kernel.permissions import Actor, Permission, Role
from models.sales.states import CONTRACT_MOVES, QUOTE_MOVES, ContractAction, ContractState, QuoteAction, QuoteState


class Door(LabelledEnum):
    OPEN = "open", "Open"
    SHUT = "shut", "Shut"


class Hand(LabelledEnum):
    CLOSE = "close", "Close"
    PUSH = "push", "Push"


def _not_locked(locked: bool) -> None:
    if locked:
        raise RuleError("It is locked.")


MOVES = {
    (Door.OPEN, Hand.CLOSE): Move(Door.SHUT, Permission.PRINT),
    (Door.SHUT, Hand.PUSH): Move(Door.OPEN, Permission.QUOTE, _not_locked),
}
SALES = Actor(1, "孙悦", frozenset({Role.SALES}))
CASHIER = Actor(2, "方若云", frozenset({Role.CASHIER}))


def test_a_move_leads_to_its_target() -> None:
    assert move(MOVES, Door.OPEN, Hand.CLOSE, SALES, False) is Door.SHUT


def test_a_move_that_is_not_in_the_table() -> None:
    with pytest.raises(IllegalMove) as refused:
        move(MOVES, Door.OPEN, Hand.PUSH, SALES, False)
    assert refused.value.parameters == {"action": Hand.PUSH, "state": Door.OPEN}


def test_permission_is_asked_before_the_guard() -> None:
    with pytest.raises(NotAllowed):
        move(MOVES, Door.SHUT, Hand.PUSH, CASHIER, True)
    with pytest.raises(RuleError, match="locked"):
        move(MOVES, Door.SHUT, Hand.PUSH, SALES, True)


def test_what_is_available_with_what_blocks_it() -> None:
    assert available(MOVES, Door.SHUT, CASHIER, True) == {}
    assert available(MOVES, Door.SHUT, SALES, False) == {Hand.PUSH: None}
    blocked = available(MOVES, Door.SHUT, SALES, True)[Hand.PUSH]
    assert isinstance(blocked, RuleError)


@pytest.mark.parametrize(
    ("moves", "states", "actions"),
    [(QUOTE_MOVES, QuoteState, QuoteAction), (CONTRACT_MOVES, ContractState, ContractAction)],
)
def test_the_tables_of_moves_hang_together(
    moves: Mapping[Any, Any], states: type[StrEnum], actions: type[StrEnum]
) -> None:
    assert {action for _, action in moves} == set(actions)
    for (state, _), found in moves.items():
        assert state in states
        assert found.target in states
        assert found.target != state or moves is QUOTE_MOVES  # a quote that waits for approval stays a draft


def test_nothing_leads_away_from_signed_but_calling_off() -> None:
    assert {action for state, action in CONTRACT_MOVES if state is ContractState.SIGNED} == {ContractAction.CALL_OFF}
    assert not [action for state, action in CONTRACT_MOVES if state is ContractState.CANCELLED]
