"""R1: whose turn it is. The oldest debt first, else along the line-up from the cursor (with R3, R4, R9, R12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from models.kernel.i18n import N_
from models.rotation.kinds import DebtReason, Nature, Presence, TurnChoice
from models.rotation.reasons import Reason, because
from models.rotation.state import State


class Outcome(Enum):
    """What becomes of the turn of somebody on the way who does not receive."""

    PASSED = auto()
    MADE_UP = auto()
    HELD = auto()
    STEPPED_OVER = auto()
    DELEGATED = auto()


@dataclass(frozen=True)
class Step:
    """One person settled on the way; ``chose`` where they had said in advance what to do (R9)."""

    name: str
    outcome: Outcome
    why: Reason
    chose: bool = False


@dataclass(frozen=True)
class Pick:
    """What R1 answers now, and what carrying it out settles; ``debt`` is the place of the debt it pays."""

    rule: str
    receiver: str
    counted_for: str
    cursor: int
    courtesy: bool = False
    debt: int | None = None
    steps: tuple[Step, ...] = ()
    reason: Reason | None = None

    def settled_as(self, outcome: Outcome) -> tuple[str, ...]:
        """Who on the way was settled so."""
        return tuple(step.name for step in self.steps if step.outcome is outcome)

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons in the order of the walk."""
        return (*(step.why for step in self.steps), *((self.reason,) if self.reason else ()))


def pick(state: State) -> Pick | None:
    """Whom R1 picks now; None where nobody may take a turn, and then nobody is settled."""
    for index, debt in enumerate(state.owed):
        if state.eligible(debt.holder):
            why = because(N_("{name} is owed a turn ({reason})."), name=debt.holder, reason=debt.reason)
            return Pick("R1", debt.holder, debt.holder, state.cursor, debt=index, reason=why)
    if not any(state.eligible(state.holder(place)) for place in state.line_up):
        return None
    return _walk(state)


def next_up(state: State) -> str | None:
    """Who would receive a new customer now."""
    picked = pick(state)
    return picked.receiver if picked else None


def _walk(state: State) -> Pick:
    """Along the line-up, each place settled once; a second round is for who alone is waiting and was stepped over."""
    count = len(state.line_up)
    steps: list[Step] = []
    for turn in range(2 * count):
        position = (state.cursor + turn) % count
        place = state.line_up[position]
        holder = state.holder(place)
        if turn < count and _ahead(state, holder, steps):
            steps.append(Step(holder, Outcome.STEPPED_OVER, because(N_("{name} had used this turn."), name=holder)))
        elif state.eligible(holder):
            return _turn_of(place, holder, (position + 1) % count, steps)
        elif turn < count:
            step = _settled(state, holder, steps)
            steps.append(step)
            if step.outcome is Outcome.DELEGATED:
                return _delegated(state, step, position, steps)
    raise AssertionError("somebody on the line-up was eligible")


def _turn_of(place: str, holder: str, cursor: int, steps: list[Step]) -> Pick:
    if holder == place:
        reason = because(N_("It is {name}'s turn."), name=holder)
        return Pick("R1", holder, holder, cursor, steps=tuple(steps), reason=reason)
    reason = because(N_("{name} stands in for {owner}."), name=holder, owner=place)
    return Pick("R12", holder, holder, cursor, steps=tuple(steps), reason=reason)


def _ahead(state: State, name: str, steps: list[Step]) -> bool:
    """Whether a turn of theirs was used before it came (R6) and is not stepped over yet."""
    return state.person(name).steps_over > _times(steps, name, Outcome.STEPPED_OVER)


def _times(steps: list[Step], name: str, outcome: Outcome) -> int:
    return sum(1 for step in steps if step.name == name and step.outcome is outcome)


def _settled(state: State, name: str, steps: list[Step]) -> Step:
    """What becomes of the turn of somebody who cannot take it."""
    person, presence = state.person(name), state.presence(name)
    if state.policy.bars(person.overdue_days):
        text = N_("{name} has a follow-up {days} days overdue: the turn is passed until it is done.")
        return Step(name, Outcome.PASSED, because(text, name=name, days=person.overdue_days))
    if presence is Presence.RECEIVING:
        return _asked(state, name, steps)
    if presence is Presence.AWAY_STORE:
        if person.made_up + _times(steps, name, Outcome.MADE_UP) < state.policy.max_makeups:
            text = N_("{name} is away for the store: the turn will be made up.")
            return Step(name, Outcome.MADE_UP, because(text, name=name))
        text = N_("{name} is away for the store and has been promised enough: the turn is passed.")
        return Step(name, Outcome.PASSED, because(text, name=name))
    return Step(name, Outcome.PASSED, because(N_("{name} was not there: the turn is passed."), name=name))


def _asked(state: State, name: str, steps: list[Step]) -> Step:
    """R9: what they said in advance, where what they are busy with allows it, else the default."""
    person = state.person(name)
    returning = person.signing_since is None and all(each.nature is Nature.RETURNING for each in state.open_with(name))
    said = person.choice if not any(step.name == name and step.chose for step in steps) else None
    choice = TurnChoice.DELEGATE if returning else TurnChoice.HOLD
    if said and not (returning and said.choice is TurnChoice.HOLD):
        choice = said.choice
    if choice is TurnChoice.HOLD:
        text = N_("{name} is receiving: the turn is held.")
        return Step(name, Outcome.HELD, because(text, name=name), said is not None)
    if choice is TurnChoice.GIVE_UP:
        text = N_("{name} is receiving and gives the turn up.")
        return Step(name, Outcome.PASSED, because(text, name=name), said is not None)
    text = N_("{name} is receiving and delegates the turn.")
    return Step(name, Outcome.DELEGATED, because(text, name=name), said is not None)


def _delegated(state: State, step: Step, position: int, steps: list[Step]) -> Pick:
    """The colleague named, if free, else the next free one down the line, receives as a courtesy."""
    count = len(state.line_up)
    down = [state.holder(state.line_up[(position + turn) % count]) for turn in range(1, count)]
    wish = state.person(step.name).choice
    named = wish.to if step.chose and wish and wish.to and state.waiting(wish.to) else None
    receiver = named or next(name for name in down if state.eligible(name))
    reason = because(N_("{receiver} receives as a courtesy for {name}."), receiver=receiver, name=step.name)
    cursor = (position + 1) % count
    return Pick("R9", receiver, step.name, cursor, courtesy=True, steps=tuple(steps), reason=reason)


def settled(state: State, picked: Pick, at: int) -> State:
    """The state after ``picked`` was carried out: debts paid and made, turns passed, the cursor moved."""
    if picked.debt is not None:
        state = state.paid(picked.debt)
    for step in picked.steps:
        person = state.person(step.name)
        if step.chose:
            state = state.changed(step.name, choice=None)
        if step.outcome is Outcome.PASSED:
            state = state.tallied(step.name, passed=1)
        elif step.outcome is Outcome.STEPPED_OVER:
            state = state.changed(step.name, steps_over=person.steps_over - 1)
        elif step.outcome is Outcome.HELD:
            state = state.owing(step.name, DebtReason.HELD, at)
        elif step.outcome is Outcome.MADE_UP:
            state = state.changed(step.name, made_up=person.made_up + 1).tallied(step.name, made_up=1)
            state = state.owing(step.name, DebtReason.MAKE_UP, at)
    return replace(state, cursor=picked.cursor)


def turn_used(state: State, name: str) -> State:
    """The state in which ``name`` has used a turn out of order (R6): a debt is paid by it, else the cursor on them
    moves on, else it will step over them once.
    """
    for index, debt in enumerate(state.owed):
        if debt.holder == name:
            return state.paid(index)
    holders = [state.holder(place) for place in state.line_up]
    if name not in holders:
        return state
    if holders[state.cursor] == name:
        return replace(state, cursor=(state.cursor + 1) % len(holders))
    return state.changed(name, steps_over=state.person(name).steps_over + 1)
