"""Random days at a showroom, for properties that hold on every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from models.kernel.errors import RuleError
from models.rotation import events
from models.rotation.events import Event
from models.rotation.kinds import ArrivalKind, TurnChoice
from models.rotation.policies import Policy
from models.rotation.rules import apply, opened
from models.rotation.state import Decision, State

PEOPLE = ("An", "Bo", "Cai", "Di", "Eva")
KINDS = tuple(ArrivalKind)
ARRIVALS = ("arrive",) * 8
ORDINARY = (*ARRIVALS, *("finish",) * 8, "sign_in", "sign_out", "away", "back", "back", "busy", "signed", "on_turn")
SOMETIMES = ("discover", "insist", "again")
MANAGERS = ("override", "void", "stand_in", "line_up", "policy", "left")
Step = tuple[State, Event, State, tuple[Decision, ...]]


class Day:
    """Draws one event after the other; what is refused does not happen."""

    def __init__(self, rng: Random, policy: Policy, words: tuple[str, ...], steady: tuple[str, ...] = ()) -> None:
        self.rng, self.words, self.steady = rng, words, steady
        self.kinds = KINDS
        self.choices = list(TurnChoice)
        self.state = opened(policy, PEOPLE, owners={f"known{n}": rng.choice(PEOPLE) for n in range(4)})
        self.customers = 0

    def steps(self, count: int) -> Iterator[Step]:
        """Everybody signs in, then ``count`` tries."""
        yield self._happen(events.SignIn(PEOPLE, at=0))
        for at in range(1, count + 1):
            before = self.state
            try:
                yield self._happen(self._draw(at * 1000))
            except RuleError:
                assert self.state is before

    def _happen(self, event: Event) -> Step:
        before = self.state
        self.state, decisions = apply(before, event)
        return before, event, self.state, decisions

    def _draw(self, at: int) -> Event:
        word = self.rng.choice(self.words)
        return getattr(self, f"_{word}")(at)

    def _somebody(self) -> str:
        return self.rng.choice(PEOPLE)

    def _unsteady(self) -> str:
        return self.rng.choice([name for name in PEOPLE if name not in self.steady] or ["nobody"])

    def _present(self) -> str:
        here = [*self.state.receptions, *(each.customer for each in self.state.unattended)]
        return self.rng.choice(here) if here else "nobody"

    def _arrive(self, at: int) -> Event:
        kind = self.rng.choice(self.kinds)
        self.customers += 1
        customer = f"c{self.customers}"
        if kind is ArrivalKind.RETURNING and self.rng.random() < 0.8:
            customer = f"known{self.rng.randrange(4)}"
        flags = {name: self.rng.random() < 0.5 for name in ("asked", "evidence")}
        who = "" if kind in (ArrivalKind.NEW, ArrivalKind.RETURNING) else self._somebody()
        waits, lapsed, household = (self.rng.random() < 0.1 for _each in range(3))
        return events.Arrive(customer, kind, who=who, waits=waits, lapsed=lapsed, household=household, at=at, **flags)

    def _again(self, at: int) -> Event:
        return events.Arrive(
            *(self._present(), self.rng.choice([ArrivalKind.RECOGNISED, ArrivalKind.NEW])),
            who=self._somebody(),
            evidence=self.rng.choice([True, False, None]),
            at=at,
        )

    def _finish(self, at: int) -> Event:
        return events.Finish(self._present(), at=at)

    def _sign_in(self, at: int) -> Event:
        return events.SignIn((self._somebody(),), at=at)

    def _sign_out(self, at: int) -> Event:
        return events.SignOut((self._unsteady(),), at=at)

    def _away(self, at: int) -> Event:
        return events.Away(self._unsteady(), self.rng.choice(["personal", "store"]), "Manager", at=at)

    def _back(self, at: int) -> Event:
        return events.Back(self._somebody(), at=at)

    def _busy(self, at: int) -> Event:
        return events.Busy(self._somebody(), at=at)

    def _signed(self, at: int) -> Event:
        return events.Finish(who=self._somebody(), at=at)

    def _on_turn(self, at: int) -> Event:
        choice = self.rng.choice(self.choices)
        return events.OnTurn(self._somebody(), choice, self.rng.choice(["", *PEOPLE]), at=at)

    def _discover(self, at: int) -> Event:
        return events.Discover(self._present(), self._somebody(), at=at)

    def _insist(self, at: int) -> Event:
        return events.Insist(self._present(), self._somebody(), at=at)

    def _override(self, at: int) -> Event:
        return events.Override(self._present(), self._somebody(), "because", at=at)

    def _void(self, at: int) -> Event:
        return events.Void(self.rng.randint(1, len(self.state.log)), "because", at=at)

    def _stand_in(self, at: int) -> Event:
        return events.StandIn(self._somebody(), self._somebody(), at=at)

    def _line_up(self, at: int) -> Event:
        return events.LineUpChanged(tuple(self.rng.sample(PEOPLE, self.rng.randint(0, 5))), at=at)

    def _policy(self, at: int) -> Event:
        flags = {name: self.rng.random() < 0.5 for name in SWITCHES}
        return events.PolicyChanged(Policy(max_makeups=self.rng.randint(0, 3), **flags), at=at)

    def _undo(self, at: int) -> Event:
        last = self.state.log[-1].event
        return events.Void(len(self.state.log) if not isinstance(last, events.Void) else 0, "because", at=at)

    def _overdue(self, at: int) -> Event:
        return events.FollowUpsOverdue(self._somebody(), self.rng.choice([0, 0, 1, 2]), at=at)

    def _left(self, at: int) -> Event:
        return events.LeftCompany(self._somebody() if self.rng.random() < 0.1 else "nobody", at=at)


SWITCHES = ("phone_customer_counts", "returning_counts", "referral_counts", "household")
