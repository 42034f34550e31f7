"""Stories of rotation.md: YAML read into events of the engine, and what each step expects compared with what came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from models.kernel.errors import RuleError
from models.rotation import events
from models.rotation.events import Event
from models.rotation.kinds import ArrivalKind, TurnChoice
from models.rotation.policies import policy_from
from models.rotation.rules import apply, opened
from models.rotation.state import Decision, State, carried
from models.rotation.walk import next_up

STORY_KEYS = {"title", "policy", "line_up", "owners", "steps"}
FLOOR = ("owed", "unattended", "next")
ANSWER = ("receiver", "owner", "counted", "rule", "courtesy", "passed", "false_claim")
EXPECTATIONS = {*FLOOR, *ANSWER}
OURS = {"overdue", "policy", "line_up", "next_day"}
"""Event keys that rotation.md leaves to the program: here for stories of our own."""

SECOND = 1000


@dataclass
class Teller:
    """Tells one story; ``strict`` where a refused step must be marked with ``refused: true``."""

    story: dict[str, Any]
    strict: bool
    state: State = field(init=False)
    numbers: dict[int, int] = field(default_factory=dict)
    refused: str = ""

    def __post_init__(self) -> None:
        assert set(self.story) <= STORY_KEYS, f"unknown keys: {set(self.story) - STORY_KEYS}"
        policy = policy_from(self.story.get("policy") or {})
        owners = self.story.get("owners") or {}
        self.state = opened(policy, self.story.get("line_up") or [], owners=owners)

    def tell(self) -> None:
        """Every step; fails with its number at the first that comes out otherwise."""
        for number, step in enumerate(self.story["steps"], 1):
            expect = step.get("expect") or {}
            unknown = set(expect) - EXPECTATIONS
            assert not unknown, f"step {number}: unknown expectations {unknown}"
            keys = set(step) - {"expect", "refused"}
            assert len(keys) == 1, f"step {number}: one event, not {sorted(keys)}"
            key = keys.pop()
            decisions = self._happen(number, key, step[key])
            if self.strict:
                assert bool(self.refused) == bool(step.get("refused")), f"step {number}: refused: {self.refused!r}"
            self._compare(number, key, expect, decisions)

    def _happen(self, number: int, key: str, value: Any) -> tuple[Decision, ...]:
        self.refused = ""
        if key == "next_day":
            self.state = opened(self.state.policy, value or self.state.line_up, carried(self.state), self.state.owners)
            return ()
        try:
            event = self._event(key, value, number * SECOND)
            self.state, decisions = apply(self.state, event)
        except RuleError as error:
            self.refused = str(error)
            return ()
        self.numbers[number] = len(self.state.log)
        return decisions

    def _event(self, key: str, value: Any, at: int) -> Event:
        assert key in READERS, f"unknown event {key}"
        return READERS[key](self, value, at)

    def arrival(self, value: dict[str, Any], at: int) -> Event:
        """An arrival; ``who`` may also be a known customer whose household or referral it is."""
        known = set(value) - {"customer", "kind", "who", "evidence", "asked", "waits"}
        assert not known, f"unknown keys of an arrival: {known}"
        who = value.get("who") or ""
        named = self.story.get("owners") or {}
        return events.Arrive(
            value["customer"],
            ArrivalKind(value["kind"]),
            who=named.get(who, who),
            evidence=value.get("evidence"),
            asked=bool(value.get("asked")),
            waits=bool(value.get("waits")),
            household=value["kind"] == "returning" and who in named,
            at=at,
        )

    def void(self, value: dict[str, Any], at: int) -> Event:
        """Steps are counted from 1; a step that was refused is in no log."""
        return events.Void(self.numbers.get(value["step"], 0), value.get("reason") or "", at=at)

    def _compare(self, number: int, key: str, expect: dict[str, Any], decisions: tuple[Decision, ...]) -> None:
        floor = {
            "owed": list(self.state.owed_names),
            "unattended": [each.customer for each in self.state.unattended],
            "next": next_up(self.state),
        }
        wanted = {name: expect[name] for name in FLOOR if name in expect}
        assert {name: floor[name] for name in wanted} == wanted, f"step {number} ({key})"
        wanted = {name: expect[name] for name in ANSWER if name in expect}
        answers = [answer(each) for each in decisions] or [self._no_answer(key)]
        found = [{name: each[name] for name in wanted} for each in answers]
        assert wanted in found, f"step {number} ({key}): expected {wanted}, came {found}; {self.refused}"

    def _no_answer(self, key: str) -> dict[str, Any]:
        """What a step that decides nothing can be compared with: no receiver, and the rule it belongs to."""
        rule = self.state.log[-1].event.rule if self.state.log and not self.refused else None
        return {**answer(Decision("", rule or "")), "rule": rule or None}


def answer(decision: Decision) -> dict[str, Any]:
    """A decision as ``expect`` words it."""
    return {
        "receiver": decision.receiver,
        "owner": decision.owner,
        "counted": decision.counted,
        "rule": decision.rule,
        "courtesy": decision.courtesy,
        "passed": list(decision.passed),
        "false_claim": decision.false_claim,
    }


def _names(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


READERS: dict[str, Callable[[Teller, Any, int], Event]] = {
    "sign_in": lambda _, value, at: events.SignIn(_names(value), at=at),
    "sign_out": lambda _, value, at: events.SignOut(_names(value), at=at),
    "away": lambda _, value, at: events.Away(value["who"], value["why"], value.get("by") or "", at=at),
    "back": lambda _, value, at: events.Back(value, at=at),
    "arrive": Teller.arrival,
    "on_turn": lambda _, value, at: events.OnTurn(
        value["who"], TurnChoice(value["choice"]), value.get("to") or "", at=at
    ),
    "busy": lambda _, value, at: events.Busy(value["who"], value.get("with") or "signing", at=at),
    "discover": lambda _, value, at: events.Discover(value["customer"], value["owner"], at=at),
    "insist": lambda _, value, at: events.Insist(value["customer"], value["to"], value.get("reason") or "", at=at),
    "finish": lambda _, value, at: events.Finish(value.get("customer") or "", value.get("who") or "", at=at),
    "stand_in": lambda _, value, at: events.StandIn(value["for"], value["by"], at=at),
    "override": lambda _, value, at: events.Override(value["customer"], value["to"], value.get("reason") or "", at=at),
    "void": Teller.void,
    "left_company": lambda _, value, at: events.LeftCompany(value, at=at),
    "overdue": lambda _, value, at: events.FollowUpsOverdue(value["who"], value["days"], at=at),
    "policy": lambda _, value, at: events.PolicyChanged(policy_from(value), at=at),
    "line_up": lambda _, value, at: events.LineUpChanged(_names(value), at=at),
}


def stories(folder: Path) -> list[Path]:
    """The stories of a folder, by name."""
    return sorted(folder.glob("*.yaml"))


def tell(path: Path, *, strict: bool) -> State:
    """Tell the story in a file; returns the floor at its end."""
    teller = Teller(yaml.safe_load(path.read_text(encoding="utf-8")), strict)
    teller.tell()
    return teller.state
