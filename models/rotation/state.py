"""The floor at one moment: who is where, whose turn it is, who is owed one, and what has been decided today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from models.kernel.errors import RuleError
from models.rotation.events import Arrive, Event, OnTurn
from models.rotation.kinds import ArrivalKind, DebtReason, Nature, Presence
from models.rotation.policies import Policy
from models.rotation.reasons import Reason


@dataclass(frozen=True)
class Tally:
    """A person's figures of the day. ``counted`` are turns used, by whomever they were carried out."""

    counted: int = 0
    uncounted: int = 0
    courtesy: int = 0
    passed: int = 0
    made_up: int = 0
    false_claims: int = 0


@dataclass(frozen=True)
class Person:
    """A salesperson. ``made_up`` counts this absence's make-up turns; ``steps_over`` are turns used ahead (R6)."""

    name: str
    here: Presence = Presence.OFF
    since: int = 0
    sent_by: str = ""
    signing_since: int | None = None
    made_up: int = 0
    steps_over: int = 0
    choice: OnTurn | None = None
    overdue_days: int = 0
    left: bool = False
    tally: Tally = Tally()


@dataclass(frozen=True)
class Debt:
    """One turn the floor owes."""

    holder: str
    reason: DebtReason
    at: int = 0


@dataclass(frozen=True)
class Reception:
    """A customer being received, or who was; ``counted_for`` is whose turn it used, if anybody's."""

    customer: str
    kind: ArrivalKind
    receiver: str
    owner: str
    counted_for: str | None
    courtesy: bool
    nature: Nature
    rule: str
    begun_at: int
    ended_at: int | None = None
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class Unattended:
    """A customer nobody is free for, and since when; ``arrival`` is asked again when somebody is."""

    arrival: Arrive
    since: int

    @property
    def customer(self) -> str:
        """Who waits."""
        return self.arrival.customer


@dataclass(frozen=True)
class Decision:
    """One answer: who receives, whose customer it is, whose turn it used, and by which rule.

    ``receiver`` None: nobody was free, or it is no customer. ``passed``, ``made_up`` and ``held`` are who was settled
    on the way; ``served``: the customer had been waiting, somebody else's event made a person free. ``owed``,
    ``unattended`` and ``next`` are how the floor stands after the event.
    """

    customer: str
    rule: str
    receiver: str | None = None
    owner: str | None = None
    counted_for: str | None = None
    courtesy: bool = False
    passed: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    false_claim: str | None = None
    why: tuple[Reason, ...] = ()
    served: bool = False
    owed: tuple[str, ...] = ()
    unattended: tuple[str, ...] = ()
    next: str | None = None

    @property
    def counted(self) -> bool:
        """Whether a turn was used."""
        return self.counted_for is not None

    @property
    def fact(self) -> tuple[str | None, str | None, str | None]:
        """What stands whatever is corrected later: who received, who owns, whose turn it used (R14)."""
        return self.receiver, self.owner, self.counted_for


@dataclass(frozen=True)
class Entry:
    """One line of the day's log; ``voided_by`` is the number of the event that took it back."""

    number: int
    event: Event
    decisions: tuple[Decision, ...] = ()
    voided_by: int | None = None


@dataclass(frozen=True)
class State:
    """Everything the rules look at. ``start`` is the floor as the day began, for R14."""

    policy: Policy
    line_up: tuple[str, ...]
    cursor: int = 0
    people: Mapping[str, Person] = field(default_factory=dict)
    owed: tuple[Debt, ...] = ()
    receptions: Mapping[str, Reception] = field(default_factory=dict)
    finished: tuple[Reception, ...] = ()
    unattended: tuple[Unattended, ...] = ()
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    closed: bool = False
    log: tuple[Entry, ...] = ()
    start: State | None = None

    def person(self, name: str) -> Person:
        """A person by name; one who was never here is off."""
        return self.people.get(name) or Person(name)

    def presence(self, name: str) -> Presence:
        """Where a person is; whoever signed in is receiving while a reception or a signing is open."""
        person = self.person(name)
        if person.here is Presence.WAITING and (person.signing_since is not None or self.open_with(name)):
            return Presence.RECEIVING
        return person.here

    def waiting(self, name: str) -> bool:
        """Whether a person is free for a customer."""
        return self.presence(name) is Presence.WAITING

    def eligible(self, name: str) -> bool:
        """Whether a turn may go to a person: waiting, and no follow-up bars them."""
        return self.waiting(name) and not self.policy.bars(self.person(name).overdue_days)

    def open_with(self, name: str) -> list[Reception]:
        """The open receptions of a person."""
        return [each for each in self.receptions.values() if each.receiver == name]

    def holder(self, place: str) -> str:
        """Whose a place in the line-up is now: the stand-in's while its owner is away (R12)."""
        by = self.stand_ins.get(place)
        return by if by and self.person(place).here is not Presence.WAITING else place

    def knows(self, name: str) -> bool:
        """Whether anybody of this name belongs to the floor."""
        return name in self.people or name in self.owners.values()

    @property
    def owed_names(self) -> tuple[str, ...]:
        """Who is owed a turn, oldest first, once for each."""
        return tuple(debt.holder for debt in self.owed)

    @property
    def queue(self) -> tuple[str, ...]:
        """The line-up from the cursor on."""
        return self.line_up[self.cursor :] + self.line_up[: self.cursor]

    def changed(self, name: str, **values: Any) -> State:
        """The state in which a person is another."""
        return replace(self, people={**self.people, name: replace(self.person(name), **values)})

    def tallied(self, name: str, **more: int) -> State:
        """The state in which a person's figures have grown."""
        tally = self.person(name).tally
        return self.changed(name, tally=replace(tally, **{key: getattr(tally, key) + n for key, n in more.items()}))

    def owing(self, holder: str, reason: DebtReason, at: int) -> State:
        """The state in which one more turn is owed; a restored one stands at the front."""
        debt = (Debt(holder, reason, at),)
        return replace(self, owed=debt + self.owed if reason is DebtReason.RESTORED else self.owed + debt)

    def paid(self, index: int) -> State:
        """The state in which one debt is paid."""
        return replace(self, owed=self.owed[:index] + self.owed[index + 1 :])

    def with_reception(self, reception: Reception) -> State:
        """The state in which a reception is open as given."""
        return replace(
            self,
            receptions={**self.receptions, reception.customer: reception},
            owners={**self.owners, reception.customer: reception.owner},
            unattended=tuple(each for each in self.unattended if each.customer != reception.customer),
        )

    def with_line_up(self, names: tuple[str, ...], queue: tuple[str, ...]) -> State:
        """The state with another line-up; the cursor stands on the first of ``queue`` who is in it."""
        first = next((names.index(name) for name in queue if name in names), 0)
        people = {name: self.person(name) for name in names}
        return replace(self, line_up=names, cursor=first, people={**self.people, **people})


@dataclass(frozen=True)
class Carried:
    """What one day hands to the next: the order from the cursor on, debts, and turns used ahead."""

    queue: tuple[str, ...] = ()
    owed: tuple[Debt, ...] = ()
    steps_over: Mapping[str, int] = field(default_factory=dict)


def carried(state: State) -> Carried:
    """What is handed to the next day; presence, receptions and stand-ins end with the day."""
    ahead = {name: person.steps_over for name, person in state.people.items() if person.steps_over}
    return Carried(state.queue, state.owed, ahead)


def checked_line_up(names: Iterable[str]) -> tuple[str, ...]:
    """The names. Raises RuleError for a name that is empty or stands there twice."""
    line_up = tuple(names)
    for place, name in enumerate(line_up):
        if not name:
            raise RuleError("A name in the line-up is empty.", field="line_up")
        if name in line_up[:place]:
            raise RuleError("{name} stands in the line-up twice.", field="line_up", name=name)
    return line_up
