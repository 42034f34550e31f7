"""The rotation as a pure function of the day's events (R1 to R14): the same log always gives the same state.

``opened`` begins a day, ``apply`` adds one event, ``replayed`` folds many; ``decide`` only asks. Customers nobody was
free for are served in the same step in which somebody becomes free.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.kernel.errors import RuleError
from models.rotation import events
from models.rotation.arrivals import Ruling, carried_out, ruling
from models.rotation.corrections import taken_back
from models.rotation.events import Event
from models.rotation.happenings import effect
from models.rotation.kinds import NewDay
from models.rotation.policies import Policy
from models.rotation.state import Carried, Decision, Entry, Person, State, Unattended, checked_line_up
from models.rotation.walk import next_up

Outcome = tuple[State, tuple[Decision, ...]]


def opened(
    policy: Policy,
    line_up: Iterable[str],
    carried: Carried | None = None,
    owners: Mapping[str, str] | None = None,
) -> State:
    """The floor in the morning: nobody is here yet, the cursor and debts are yesterday's (``new_day``).

    Raises RuleError for a line-up with an empty or a double name.
    """
    carried = carried or Carried()
    names = checked_line_up(line_up)
    people = {name: Person(name, steps_over=count) for name, count in carried.steps_over.items()}
    people.update({debt.holder: Person(debt.holder) for debt in carried.owed if debt.holder not in people})
    state = State(policy, (), people=people, owed=carried.owed, owners=dict(owners or {}))
    queue = () if policy.new_day is NewDay.RESTART else carried.queue
    return begun_anew(state.with_line_up(names, queue))


def begun_anew(state: State) -> State:
    """The floor as the day began, to replay the day's events."""
    start = state.start or state
    return replace(start, start=start)


def apply(state: State, event: Event) -> Outcome:
    """The state after ``event``, and what was decided: the event's own answer first, then who was served of those
    that waited. Raises RuleError, and nothing has happened, where the event cannot be.
    """
    if state.closed:
        raise RuleError("The day is closed.")
    own = None
    if isinstance(event, events.Void):
        state = taken_back(state, event)
    else:
        state, own = effect(event, state)
    state, served = _served(state, event.at)
    return _logged(state, event, ((own,) if own else ()) + served)


def decide(state: State, event: Event) -> Decision | None:
    """What ``event`` would be answered now; nothing happens by asking. Raises what ``apply`` raises."""
    decisions = apply(state, event)[1]
    return decisions[0] if decisions else None


def replayed(state: State, happened: Iterable[Event]) -> State:
    """The state after all of these events."""
    for event in happened:
        state, _decisions = apply(state, event)
    return state


def what_if(state: State, happened: Iterable[Event], policy: Policy) -> State:
    """The day of ``state`` under another policy; what cannot happen under it is left out."""
    state = begun_anew(replace(begun_anew(state), policy=policy, start=None))
    for event in happened:
        if isinstance(event, events.PolicyChanged):
            event = replace(event, policy=policy)
        try:
            state, _decisions = apply(state, event)
        except RuleError:
            state, _decisions = _logged(state, event, ())
    return state


def _served(state: State, at: int) -> Outcome:
    """R1 at the moment somebody is free: the oldest unattended customer first, as long as somebody takes one."""
    served: list[Decision] = []
    while found := _next_served(state):
        waiting, given = found
        state, decision = carried_out(state, waiting.arrival, given, at)
        served.append(replace(decision, served=True))
    return state, tuple(served)


def _next_served(state: State) -> tuple[Unattended, Ruling] | None:
    for waiting in state.unattended:
        given = ruling(state, waiting.arrival)
        if given.receiver:
            return waiting, given
    return None


def _logged(state: State, event: Event, decisions: tuple[Decision, ...]) -> Outcome:
    """The decisions with how the floor stands now, and the log with one more line."""
    unattended = tuple(each.customer for each in state.unattended)
    after = next_up(state)
    told = tuple(replace(each, owed=state.owed_names, unattended=unattended, next=after) for each in decisions)
    return replace(state, log=(*state.log, Entry(len(state.log) + 1, event, told))), told
