"""The rotation told a second time, naively and in place, from the text of rotation.md: what the engine must agree with.

Only what the engine accepts is told to it; what it refuses is nobody's turn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from models.rotation import events
from models.rotation.events import Arrive
from models.rotation.policies import Policy

Told = tuple[str, str | None, str | None, bool, bool, str, tuple[str, ...], str | None]
"""One answer: customer, receiver, owner, counted, courtesy, rule, passed, false claim."""


@dataclass
class Talk:
    """A reception: ``turn`` is whose turn it used, ``known``: a returning customer, which is no walk-in to R9."""

    receiver: str
    owner: str
    turn: str | None
    courtesy: bool
    known: bool
    rule: str


@dataclass
class Turn:
    """What R1 says: who receives, whose turn that is, and what must be settled when it is carried out."""

    rule: str
    receiver: str
    whose: str
    settle: Callable[[], None]
    passed: tuple[str, ...] = ()


@dataclass
class Floor:
    """A showroom."""

    policy: Policy
    line_up: list[str]
    owners: dict[str, str] = field(default_factory=dict)
    cursor: int = 0
    where: dict[str, str] = field(default_factory=lambda: defaultdict(lambda: "off"))
    signing: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    overdue: dict[str, int] = field(default_factory=dict)
    talks: dict[str, Talk] = field(default_factory=dict)
    waiting: list[Arrive] = field(default_factory=list)
    owed: list[str] = field(default_factory=list)
    made_up: Counter[str] = field(default_factory=Counter)
    ahead: Counter[str] = field(default_factory=Counter)
    said: dict[str, events.OnTurn] = field(default_factory=dict)
    stand_ins: dict[str, str] = field(default_factory=dict)

    def free(self, who: str) -> bool:
        """R: waiting."""
        return self.where[who] == "in" and not self.busy(who)

    def busy(self, who: str) -> bool:
        """Whether somebody has a customer or signs."""
        return who in self.signing or any(talk.receiver == who for talk in self.talks.values())

    def may(self, who: str) -> bool:
        """Waiting, and no follow-up stands in the way (follow_up_gate)."""
        return self.free(who) and not self.is_barred(who)

    def seats(self) -> list[str]:
        """Who sits on each place of the line-up: its owner, or who stands in while they are not here (R12)."""
        here = {place: self.where[place] == "in" for place in self.line_up}
        return [place if here[place] else self.stand_ins.get(place, place) for place in self.line_up]

    def first(self) -> Turn | None:
        """R1."""
        for number, who in enumerate(self.owed):
            if self.may(who):
                return Turn("R1", who, who, lambda number=number: self.owed.pop(number))
        seats = self.seats()
        return self.along(seats) if any(self.may(who) for who in seats) else None

    def along(self, seats: list[str]) -> Turn:
        """R1.2: along the line from the cursor, everybody settled once; then once more for who was stepped over."""
        count, todo = len(seats), list[Callable[[], object]]()
        passed, stepped, promised, asked = list[str](), Counter[str](), Counter[str](), set[str]()
        for step in range(2 * count):
            at = (self.cursor + step) % count
            who, first_round = seats[at], step < count
            if first_round and stepped[who] < self.ahead[who]:
                stepped[who] += 1
                todo.append(lambda who=who: self.ahead.subtract([who]))
            elif self.may(who):
                return self.turn("R1" if who == self.line_up[at] else "R12", who, who, at, todo, passed)
            elif first_round:
                fate = self.fate(who, promised, asked)
                if fate == "owed":
                    todo.append(lambda who=who: self.owed.append(who))
                elif fate == "made up":
                    promised[who] += 1
                    todo += [lambda who=who: self.owed.append(who), lambda who=who: self.made_up.update([who])]
                elif fate == "passed":
                    passed.append(who)
                if who in self.said and who not in asked and self.asks(who):
                    asked.add(who)
                    todo.append(lambda who=who: self.said.pop(who))
                    named = self.said[who].to
                else:
                    named = ""
                if fate == "delegated":
                    down = [seats[(at + more) % count] for more in range(1, count)]
                    helper = named if named and self.free(named) else next(each for each in down if self.may(each))
                    return self.turn("R9", helper, who, at, todo, passed)
        raise AssertionError("somebody was waiting")

    def turn(
        self, rule: str, receiver: str, whose: str, at: int, todo: Iterable[Callable[[], object]], passed: list[str]
    ) -> Turn:
        """The walk ends here; the cursor goes behind whose turn it was."""

        def settle() -> None:
            for each in todo:
                each()
            self.cursor = (at + 1) % len(self.line_up)

        return Turn(rule, receiver, whose, settle, tuple(passed))

    def asks(self, who: str) -> bool:
        """Whether R9 asks: somebody is busy, and no follow-up has passed them already."""
        return self.is_receiving(who) and not self.is_barred(who)

    def fate(self, who: str, promised: Counter[str], asked: set[str]) -> str:
        """R3, R4, R9: what becomes of the turn of somebody who cannot take it."""
        if self.asks(who):
            own = [talk for talk in self.talks.values() if talk.receiver == who]
            only_known = who not in self.signing and all(talk.known for talk in own)
            choice = self.said[who].choice.value if who in self.said and who not in asked else ""
            if choice == "hold" and only_known:
                choice = ""
            choice = choice or ("delegate" if only_known else "hold")
            return {"hold": "owed", "delegate": "delegated", "give_up": "passed"}[choice]
        if self.where[who] == "away_store" and not self.is_barred(who):
            return "made up" if self.made_up[who] + promised[who] < self.policy.max_makeups else "passed"
        return "passed"

    def is_barred(self, who: str) -> bool:
        """follow_up_gate."""
        return self.policy.follow_up_gate is not None and self.overdue.get(who, 0) > self.policy.follow_up_gate

    def use_turn(self, who: str) -> None:
        """R6: a debt is paid; else the cursor on them moves behind; else it will step over them once."""
        seats = self.seats()
        if who in self.owed:
            self.owed.remove(who)
        elif who in seats and seats[self.cursor] == who:
            self.cursor = (self.cursor + 1) % len(seats)
        elif who in seats:
            self.ahead[who] += 1

    def happen(self, event: events.Event) -> list[Told]:
        """Everything an event decides: its own answer, then those it frees somebody for."""
        own = getattr(self, "on_" + events.kind_of(type(event)))(event)
        told = [own] if own else []
        while served := self.serve():
            told.append(served)
        return told

    def serve(self) -> Told | None:
        """R1.3: the oldest who waits and for whom somebody is free."""
        for arrival in list(self.waiting):
            answer = self.receive(arrival)
            if answer[1] is not None:
                return answer
        return None

    def on_arrive(self, arrival: Arrive) -> Told:
        """Somebody comes, or is called what they are while they are here."""
        here = self.talks.get(arrival.customer)
        if here and arrival.kind == "recognised":
            if not self.proven(arrival):
                return self.stands(arrival.customer, here, "R7", arrival.who)
            return self.belongs_to(arrival.customer, arrival.who, "R7" if self.free(arrival.who) else "R8")
        if here:
            return self.stands(arrival.customer, here, here.rule)
        for waiting in self.waiting:
            if waiting.customer == arrival.customer:
                return self.waits_already(arrival, waiting)
        return self.receive(arrival)

    def waits_already(self, arrival: Arrive, waiting: Arrive) -> Told:
        """The same arrival once more; only a claim can change what it is (R7)."""
        if arrival.kind != "recognised":
            return (arrival.customer, None, None, False, False, deepcopy(self).receive(waiting)[5], (), None)
        if not self.proven(arrival):
            return (arrival.customer, None, None, False, False, "R7", (), arrival.who)
        self.know(arrival.customer, arrival.who)
        return (arrival.customer, None, arrival.who, False, False, "R7", (), None)

    def proven(self, arrival: Arrive) -> bool:
        """R7: whether there is an entry."""
        if arrival.evidence is None:
            return bool(arrival.who) and self.owners.get(arrival.customer) == arrival.who
        return arrival.evidence

    def receive(self, arrival: Arrive) -> Told:
        """R1, R5, R6, R7, R10, R13."""
        kind, who = arrival.kind.value, arrival.who
        if kind == "visitor":
            return (arrival.customer, None, None, False, False, "R13", (), None)
        if kind == "recognised":
            if not self.proven(arrival):
                return self.by_turn(arrival, "R7", claim=who)
            if self.free(who):
                return self.begin(arrival, who, who, "R7", counts=False, known=True)
            kind = "returning"
        if kind == "returning":
            who = who or self.owners.get(arrival.customer, "")
            if (arrival.household and not self.policy.household) or arrival.lapsed or not who or who in self.left:
                return self.by_turn(arrival)
            if self.free(who):
                return self.begin(arrival, who, who, "R5", counts=self.policy.returning_counts, known=True)
            return self.courtesy(arrival, who, "R5", known=True)
        if kind in ("asks_for", "phoned_asks_for") and self.free(who):
            counts = kind == "phoned_asks_for" and self.policy.phone_customer_counts
            return self.begin(arrival, who, who, "R6", counts=counts, known=False)
        if kind in ("asks_for", "phoned_asks_for") and arrival.waits and self.is_receiving(who):
            return self.stand(arrival, None, "R6")
        if kind == "referral" and arrival.asked and who and who not in self.left:
            if self.free(who):
                return self.begin(arrival, who, who, "R10", counts=self.policy.referral_counts, known=False)
            return self.courtesy(arrival, who, "R10", known=False)
        return self.by_turn(arrival)

    def is_receiving(self, who: str) -> bool:
        """Here, and busy."""
        return self.where[who] == "in" and self.busy(who)

    def by_turn(self, arrival: Arrive, rule: str = "", claim: str | None = None) -> Told:
        """R1; ``claim``: a false one, which is nobody's turn but theirs whose it was (R7)."""
        turn = self.first()
        if turn is None:
            if claim:
                arrival = replace(arrival, kind=type(arrival.kind).NEW, who="")
            return self.stand(arrival, None, rule or "R1", claim)
        turn.settle()
        courtesy = turn.receiver != turn.whose
        return self.talk(
            arrival.customer,
            Talk(turn.receiver, turn.whose, turn.whose, courtesy, known=False, rule=rule or turn.rule),
            turn.passed,
            claim,
        )

    def begin(self, arrival: Arrive, receiver: str, owner: str, rule: str, *, counts: bool, known: bool) -> Told:
        """Their own customer."""
        if counts:
            self.use_turn(receiver)
        return self.talk(arrival.customer, Talk(receiver, owner, receiver if counts else None, False, known, rule))

    def courtesy(self, arrival: Arrive, owner: str, rule: str, *, known: bool) -> Told:
        """R5, R10: the customer waits for the owner, or whom R1 would pick helps out, and nobody is settled."""
        turn = self.first()
        if turn is None or (arrival.waits and self.is_receiving(owner)):
            return self.stand(arrival, owner, rule)
        return self.talk(arrival.customer, Talk(turn.receiver, owner, None, True, known, rule))

    def stand(self, arrival: Arrive, owner: str | None, rule: str, claim: str | None = None) -> Told:
        """Unattended."""
        if all(each.customer != arrival.customer for each in self.waiting):
            self.waiting.append(arrival)
        return (arrival.customer, None, owner, False, False, rule, (), claim)

    def talk(self, customer: str, talk: Talk, passed: tuple[str, ...] = (), claim: str | None = None) -> Told:
        """A reception begins, or is in other hands."""
        self.talks[customer], self.owners[customer] = talk, talk.owner
        self.waiting = [each for each in self.waiting if each.customer != customer]
        return self.stands(customer, talk, talk.rule, claim, passed)

    def stands(
        self, customer: str, talk: Talk, rule: str, claim: str | None = None, passed: tuple[str, ...] = ()
    ) -> Told:
        """How a reception stands."""
        return (customer, talk.receiver, talk.owner, talk.turn is not None, talk.courtesy, rule, passed, claim)

    def restore(self, talk: Talk) -> None:
        """The turn a reception used is owed again, at the front."""
        if talk.turn:
            self.owed.insert(0, talk.turn)

    def belongs_to(self, customer: str, owner: str, rule: str) -> Told:
        """R7, R8: the customer of this reception is ``owner``'s."""
        talk = self.talks[customer]
        if owner in self.left:
            return self.stands(customer, talk, "R1")
        receiver = owner if self.free(owner) else talk.receiver
        self.restore(talk)
        return self.talk(customer, Talk(receiver, owner, None, receiver != owner, known=True, rule=rule))

    def know(self, customer: str, owner: str) -> None:
        """Who waits turns out to be somebody's."""
        known: Mapping[str, Any] = {"who": owner, "lapsed": False}
        self.waiting = [
            replace(each, kind=type(each.kind).RETURNING, **known) if each.customer == customer else each
            for each in self.waiting
        ]

    def on_discover(self, event: events.Discover) -> Told | None:
        """R8."""
        if event.customer not in self.talks:
            self.know(event.customer, event.owner)
            return None
        return self.belongs_to(event.customer, event.owner, "R8")

    def on_insist(self, event: events.Insist) -> Told:
        """R11: the turn used stays used."""
        known = self.talks[event.customer].known
        return self.talk(event.customer, Talk(event.to, event.to, None, False, known, "R11"))

    def on_override(self, event: events.Override) -> Told:
        """R2."""
        talk = self.talks.get(event.customer)
        known = talk.known if talk else event.customer in self.owners
        if talk and talk.turn != event.to:
            self.restore(talk)
        return self.talk(event.customer, Talk(event.to, event.to, None, False, known, "R2"))

    def on_finish(self, event: events.Finish) -> None:
        """A reception or a signing ends, or who waited walks out."""
        self.signing.discard(event.who)
        self.talks.pop(event.customer, None)
        self.waiting = [each for each in self.waiting if each.customer != event.customer]

    def on_sign_in(self, event: events.SignIn) -> None:
        """Here; who was here already stays as they are. Nobody stands in any longer, the absence is over."""
        for name in event.names:
            if self.where[name] != "in":
                self.where[name] = "in"
                self.made_up[name] = 0
                self.stand_ins.pop(name, None)

    def on_back(self, event: events.Back) -> None:
        """Like signing in."""
        self.on_sign_in(events.SignIn((event.who,)))

    def on_sign_out(self, event: events.SignOut) -> None:
        """Gone home."""
        for name in event.names:
            self.where[name] = "off"
            self.signing.discard(name)

    def on_away(self, event: events.Away) -> None:
        """R3, R4."""
        if self.where[event.who] != "away_" + event.why:
            self.where[event.who] = "away_" + event.why
            self.signing.discard(event.who)

    def on_busy(self, event: events.Busy) -> None:
        """A signing."""
        self.signing.add(event.who)

    def on_on_turn(self, event: events.OnTurn) -> None:
        """R9, in advance."""
        self.said[event.who] = event

    def on_stand_in(self, event: events.StandIn) -> None:
        """R12."""
        self.stand_ins[event.place] = event.by

    def on_left_company(self, event: events.LeftCompany) -> None:
        """R5: gone for good; nothing is owed to them."""
        who = event.who
        self.on_sign_out(events.SignOut((who,)))
        self.left.add(who)
        self.owed = [each for each in self.owed if each != who]
        self.stand_ins = {place: by for place, by in self.stand_ins.items() if who not in (place, by)}
        self.said.pop(who, None)
        self.ahead[who] = 0

    def on_line_up_changed(self, event: events.LineUpChanged) -> None:
        """It goes on with the first in the old order who is in the new line-up."""
        order = self.line_up[self.cursor :] + self.line_up[: self.cursor]
        self.line_up = list(event.names)
        self.cursor = next((self.line_up.index(name) for name in order if name in self.line_up), 0)

    def on_policy_changed(self, event: events.PolicyChanged) -> None:
        """From now on."""
        self.policy = event.policy

    def on_follow_ups_overdue(self, event: events.FollowUpsOverdue) -> None:
        """follow_up_gate."""
        self.overdue[event.who] = max(0, event.days)
