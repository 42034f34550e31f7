"""R14: the day again without what was voided. Who received whom, who owns and whose turn was used stay as they were
carried out; passes, debts and the cursor follow anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.kernel.errors import RuleError
from models.rotation.arrivals import Ruling, carried_out, ruling
from models.rotation.events import Arrive, Event, Void
from models.rotation.happenings import effect
from models.rotation.kinds import Nature
from models.rotation.state import Decision, Entry, State


def taken_back(state: State, event: Void) -> State:
    """The floor as it stands without the voided event. Raises RuleError for one that is not there or void already."""
    if not event.reason:
        raise RuleError("Say why.", field="reason")
    if not 1 <= event.number <= len(state.log):
        raise RuleError("The log has no event {number}.", field="number", number=event.number)
    if state.log[event.number - 1].voided_by is not None:
        raise RuleError("Event {number} has already been taken back.", field="number", number=event.number)
    void = voided([*(entry.event for entry in state.log), event])
    assert state.start is not None
    again = replace(state.start, start=state.start)
    for entry in state.log:
        voided_by = void.get(entry.number)
        if voided_by is None:
            again = _stood(again, entry)
        again = replace(again, log=(*again.log, replace(entry, voided_by=voided_by)))
    return again


def voided(happened: Sequence[Event]) -> dict[int, int]:
    """Which events are void by number, and by which; a void that was itself taken back voids nothing."""
    void: dict[int, int] = {}
    for number in range(len(happened), 0, -1):
        event = happened[number - 1]
        if isinstance(event, Void) and number not in void:
            void.setdefault(event.number, number)
    return void


def _stood(state: State, entry: Entry) -> State:
    """The state after an event that stands. What it was about may be gone: then only whom it served is left of it."""
    own = next((each for each in entry.decisions if not each.served), None)
    if isinstance(entry.event, Arrive) and own:
        state = _arrived(state, entry.event, own)
    elif not isinstance(entry.event, Void):
        try:
            state, _decision = effect(entry.event, state)
        except RuleError:
            own = None
        if own:
            state = _as_carried_out(state, own)
    for decision in entry.decisions:
        if decision.served:
            state = _served(state, decision, entry.event.at)
    return state


def _arrived(state: State, arrival: Arrive, fact: Decision) -> State:
    after, decision = effect(arrival, state)
    if decision and decision.fact == fact.fact:
        return after
    if arrival.customer in state.receptions:
        return _as_carried_out(after, fact)
    return carried_out(state, arrival, _ruled(fact), arrival.at)[0]


def _served(state: State, fact: Decision, at: int) -> State:
    for waiting in state.unattended:
        if waiting.customer == fact.customer:
            given = ruling(state, waiting.arrival)
            same = (given.receiver, given.owner, given.counted_for) == fact.fact
            return carried_out(state, waiting.arrival, given if same else _ruled(fact), at)[0]
    return state


def _ruled(fact: Decision) -> Ruling:
    """A fact as a ruling: whose turn it used has used it, nobody else on the line is settled."""
    known = fact.rule in ("R5", "R7") and not fact.false_claim
    return Ruling(
        fact.rule,
        receiver=fact.receiver,
        owner=fact.owner,
        counted_for=fact.counted_for,
        courtesy=fact.courtesy,
        nature=Nature.RETURNING if known else Nature.WALK_IN,
        uses_turn=fact.counted,
        false_claim=fact.false_claim,
        why=fact.why,
    )


def _as_carried_out(state: State, fact: Decision) -> State:
    """The state in which an open reception is in the hands it was in."""
    open_one = state.receptions.get(fact.customer)
    if open_one is None or not fact.receiver or not fact.owner:
        return state
    return state.with_reception(replace(open_one, receiver=fact.receiver, owner=fact.owner, courtesy=fact.courtesy))
