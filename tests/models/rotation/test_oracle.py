"""The engine against rotation.md told a second time: on random days both answer every event alike."""

from __future__ import annotations

from copy import deepcopy
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rotation import events
from models.rotation.policies import Policy
from models.rotation.state import Decision, State
from models.rotation.walk import next_up
from tests.campaigns import campaign
from tests.models.rotation.days import MANAGERS, ORDINARY, SOMETIMES, Day
from tests.models.rotation.oracle import Floor, Told

CAMPAIGN = settings(max_examples=campaign(60, 4_000))
WORDS = (*ORDINARY, *SOMETIMES, *(word for word in MANAGERS if word != "void"), "undo", "overdue")
LENGTH = 150


def policy(rng: Random) -> Policy:
    """The usual rules, or any others."""
    if rng.random() < 0.4:
        return Policy()
    switches = ("phone_customer_counts", "returning_counts", "referral_counts", "household")
    flags = {name: rng.random() < 0.5 for name in switches}
    return Policy(max_makeups=rng.randint(0, 3), follow_up_gate=rng.choice([None, 1]), **flags)


def told(decision: Decision) -> Told:
    """An answer of the engine as the other one words it."""
    return (
        *(decision.customer, decision.receiver, decision.owner, decision.counted, decision.courtesy),
        *(decision.rule, decision.passed, decision.false_claim),
    )


def floor(state: State) -> tuple[object, ...]:
    """How the engine's floor stands after an event."""
    unattended = [each.customer for each in state.unattended]
    return list(state.owed_names), unattended, next_up(state), state.line_up[state.cursor : state.cursor + 1]


def naive(other: Floor) -> tuple[object, ...]:
    """How the other's does."""
    turn = other.first()
    cursor = tuple(other.line_up[other.cursor : other.cursor + 1])
    return other.owed, [each.customer for each in other.waiting], turn.receiver if turn else None, cursor


def compare(seed: int, words: tuple[str, ...] = WORDS) -> int:
    """A day told to both; returns how many events it had."""
    rng = Random(seed)
    day = Day(rng, policy(rng), words)
    other = Floor(day.state.policy, list(day.state.line_up), dict(day.state.owners))
    before = deepcopy(other)
    count = 0
    for _before, event, after, decisions in day.steps(LENGTH):
        if isinstance(event, events.Void):
            other, answers = before, []
        else:
            before = deepcopy(other)
            answers = other.happen(event)
        assert [told(each) for each in decisions] == answers, event
        assert floor(after) == naive(other), event
        count += 1
    return count


@CAMPAIGN
@given(st.integers(0, 2**32))
def test_the_engine_agrees_with_the_rules_told_naively(seed: int) -> None:
    assert compare(seed) > LENGTH // 4


@pytest.mark.parametrize("wrong", ["restore", "use_turn", "fate"])
def test_a_mistake_in_either_is_found(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: with one rule left out it does, within a few days."""
    monkeypatch.setattr(Floor, wrong, lambda *_args: "passed")
    with pytest.raises(AssertionError):
        sum(compare(seed) for seed in range(40))
