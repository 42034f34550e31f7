"""What is always true of a rotation (rotation.md), on random days of hundreds of events."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.rotation import events
from models.rotation.events import read, written
from models.rotation.kinds import ArrivalKind, TurnChoice
from models.rotation.policies import Policy
from models.rotation.rules import begun_anew, opened, replayed
from models.rotation.state import State
from tests.campaigns import campaign
from tests.models.rotation.days import MANAGERS, ORDINARY, PEOPLE, SOMETIMES, Day

SEEDS = st.integers(0, 2**32)
CAMPAIGN = settings(max_examples=campaign(20, 1_000))
EVERYTHING = ORDINARY + SOMETIMES + MANAGERS
LENGTH = 200


def wild(seed: int) -> Day:
    """A day on which anything may happen."""
    return Day(Random(seed), Policy(), EVERYTHING)


@CAMPAIGN
@given(SEEDS)
def test_replaying_the_log_gives_the_state(seed: int) -> None:
    day = wild(seed)
    happened = [event for _before, event, _after, _decisions in day.steps(LENGTH)]
    assert replayed(begun_anew(day.state), happened) == day.state
    assert [entry.event for entry in day.state.log] == happened


@CAMPAIGN
@given(SEEDS)
def test_the_log_can_be_written_down_and_read(seed: int) -> None:
    for _before, event, _after, _decisions in wild(seed).steps(LENGTH):
        assert read(*written(event), event.at) == event


@CAMPAIGN
@given(SEEDS)
def test_nobody_is_left_standing_while_somebody_is_free(seed: int) -> None:
    for _before, _event, after, _decisions in wild(seed).steps(LENGTH):
        free = any(after.eligible(after.holder(place)) for place in after.line_up)
        asleep = [each for each in after.unattended if not each.arrival.waits]
        assert not (free and asleep)


@CAMPAIGN
@given(SEEDS)
def test_a_customer_is_in_one_place_only(seed: int) -> None:
    for _before, _event, after, _decisions in wild(seed).steps(LENGTH):
        places = Counter([*after.receptions, *(each.customer for each in after.unattended)])
        assert not [customer for customer, count in places.items() if count > 1]


@CAMPAIGN
@given(SEEDS)
def test_every_decision_says_who_whose_which_turn_and_why(seed: int) -> None:
    for _before, event, after, decisions in wild(seed).steps(LENGTH):
        for decision in decisions:
            assert decision.rule in {"R1", "R2", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"}
            assert decision.why
            assert (decision.receiver is None) <= (not decision.counted)
            assert decision.receiver is None or decision.owner is not None
            assert decision.counted or decision.rule not in ("R9", "R12")
            assert decision.owed == after.owed_names
        if isinstance(event, events.Arrive):
            assert decisions


@CAMPAIGN
@given(SEEDS)
def test_a_turn_is_used_once_for_each_counted_reception(seed: int) -> None:
    """Turns used grow by one with each customer who begins counted, and only then; a restored one is taken back."""
    day = Day(Random(seed), Policy(), ORDINARY + SOMETIMES)
    for before, event, after, decisions in day.steps(LENGTH):
        begun = [
            each
            for each in decisions
            if each.counted and each.customer not in before.receptions and each.customer in after.receptions
        ]
        restored = len(after.owed) - len(before.owed) if isinstance(event, events.Discover) and not begun else 0
        grown = used(after) - used(before)
        assert grown == len(begun) or (isinstance(event, events.Discover | events.Arrive) and grown == len(begun) - 1)
        assert restored <= 1


def used(state: State) -> int:
    """Turns used by everybody."""
    return sum(person.tally.counted for person in state.people.values())


@CAMPAIGN
@given(SEEDS, st.integers(2, 4))
def test_who_is_there_all_day_gets_as_many_turns_as_the_others(seed: int, count: int) -> None:
    """Counted and owed turns differ by at most one at any moment; turns used ahead by phone customers, and those
    somebody gives up of their own will, aside.
    """
    rng = Random(seed)
    steady = tuple(rng.sample(PEOPLE, count))
    day = Day(rng, Policy(), ORDINARY + SOMETIMES, steady)
    day.kinds = tuple(kind for kind in ArrivalKind if kind is not ArrivalKind.PHONED_ASKS_FOR)
    day.choices = [TurnChoice.HOLD, TurnChoice.DELEGATE]
    for _before, _event, after, _decisions in day.steps(2 * LENGTH):
        turns = [after.person(name).tally.counted + after.owed_names.count(name) for name in steady]
        assert max(turns) - min(turns) <= 1


@CAMPAIGN
@given(SEEDS)
def test_a_void_changes_no_fact(seed: int) -> None:
    """Who was received by whom before a void is so afterwards, unless it was the voided event itself."""
    day = Day(Random(seed), Policy(), ORDINARY)
    for _step in day.steps(LENGTH):
        pass
    arrivals = [
        entry
        for entry in day.state.log
        if isinstance(entry.event, events.Arrive) and entry.event.customer in day.state.receptions
    ]
    if len(arrivals) < 2:
        return
    first = arrivals[0]
    void = events.Void(first.number, "nobody came", at=10**9)
    after = replayed(day.state, [void])
    for entry in arrivals[1:]:
        assert isinstance(entry.event, events.Arrive)
        customer = entry.event.customer
        before, now = day.state.receptions[customer], after.receptions[customer]
        assert (now.receiver, now.owner, now.counted_for) == (before.receiver, before.owner, before.counted_for)


@CAMPAIGN
@given(SEEDS)
def test_taking_back_what_was_taken_back_leaves_all_as_it_was(seed: int) -> None:
    rng = Random(seed)
    day = Day(rng, Policy(), ORDINARY)
    for _step in day.steps(60):
        pass
    number = rng.randint(1, len(day.state.log))
    twice = replayed(
        day.state,
        [events.Void(number, "wrong", at=10**9), events.Void(len(day.state.log) + 1, "right", at=10**9)],
    )
    names = ("cursor", "owed", "line_up", "stand_ins", "owners")
    assert {name: getattr(twice, name) for name in names} == {name: getattr(day.state, name) for name in names}


def test_a_day_begins_with_nobody_there() -> None:
    state = opened(Policy(), PEOPLE)
    assert state.log == ()
    assert not any(state.waiting(name) for name in PEOPLE)
