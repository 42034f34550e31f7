"""What an arrival is answered: R1 for the new, R5, R6, R7 and R10 for who belongs to somebody, R13 for the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.kernel.i18n import N_
from models.rotation.events import Arrive
from models.rotation.kinds import ArrivalKind, Nature, Presence
from models.rotation.reasons import Reason, because
from models.rotation.state import Decision, Reception, State, Unattended
from models.rotation.walk import Outcome, Pick, pick, settled, turn_used


@dataclass(frozen=True)
class Ruling:
    """An answer before it is carried out: ``picked`` settles the line, ``uses_turn`` takes the owner's turn (R6)."""

    rule: str
    receiver: str | None = None
    owner: str | None = None
    counted_for: str | None = None
    courtesy: bool = False
    nature: Nature = Nature.WALK_IN
    picked: Pick | None = None
    uses_turn: bool = False
    false_claim: str | None = None
    why: tuple[Reason, ...] = ()


_NOBODY_FREE = because(N_("Nobody is free: the customer waits."))


def ruling(state: State, arrival: Arrive) -> Ruling:
    """What the rules say to this arrival now."""
    return _RULES[arrival.kind](state, arrival)


def _new(state: State, arrival: Arrive, *why: Reason) -> Ruling:
    """R1, with what to say first."""
    picked = pick(state)
    if picked is None:
        return Ruling("R1", why=(*why, _NOBODY_FREE))
    return Ruling(
        picked.rule,
        picked.receiver,
        owner=picked.counted_for,
        counted_for=picked.counted_for,
        courtesy=picked.courtesy,
        picked=picked,
        why=(*why, *picked.why),
    )


def _returning(state: State, arrival: Arrive) -> Ruling:
    owner = owner_of(state, arrival)
    if arrival.household and not state.policy.household:
        return _new(state, arrival, because(N_("Family and colleagues of a known customer count as new.")))
    if not owner:
        return _new(state, arrival, because(N_("The customer's file has no owner: like a new customer.")))
    if arrival.lapsed:
        return _new(
            state, arrival, because(N_("The protection of {owner} has lapsed: like a new customer."), owner=owner)
        )
    if state.person(owner).left:
        text = N_("{owner} has left the company: like a new customer, until the manager names a new owner.")
        return _new(state, arrival, because(text, owner=owner))
    if state.waiting(owner):
        why = because(N_("The customer is {owner}'s, who is free."), owner=owner)
        return _own(owner, "R5", Nature.RETURNING, state.policy.returning_counts, why)
    return _not_free(state, arrival, owner, "R5", Nature.RETURNING)


def _asks_for(state: State, arrival: Arrive) -> Ruling:
    who = arrival.who
    if state.waiting(who):
        if arrival.kind is ArrivalKind.PHONED_ASKS_FOR:
            why = because(N_("The customer phoned before and asks for {name}, who is free."), name=who)
            return _own(who, "R6", Nature.WALK_IN, state.policy.phone_customer_counts, why)
        why = because(N_("The customer asks for {name}, who is free."), name=who)
        return _own(who, "R6", Nature.WALK_IN, False, why)
    if _rather_waits(state, arrival, who):
        return Ruling("R6", why=(because(N_("The customer waits for {name}."), name=who),))
    if state.presence(who) is Presence.RECEIVING:
        return _new(state, arrival, because(N_("The customer asks for {name}, who is receiving."), name=who))
    return _new(state, arrival, because(N_("The customer asks for {name}, who is not there."), name=who))


def _recognised(state: State, arrival: Arrive) -> Ruling:
    who = arrival.who
    if has_evidence(state, arrival):
        if not state.waiting(who):
            return _returning(state, arrival)
        why = because(N_("{name} recognises the customer and shows the register entry."), name=who)
        return _own(who, "R7", Nature.RETURNING, False, why)
    false = because(N_("{name} claims the customer, but the register has no entry."), name=who)
    return replace(_new(state, arrival, false), rule="R7", false_claim=who)


def _referral(state: State, arrival: Arrive) -> Ruling:
    who = arrival.who
    if not arrival.asked or not who:
        return _new(state, arrival, because(N_("Referred, but nobody is asked for: like a new customer.")))
    if state.person(who).left:
        return _new(state, arrival, because(N_("{name} has left the company: like a new customer."), name=who))
    if state.waiting(who):
        why = because(N_("Referred by a customer of {name}, who is asked for and free."), name=who)
        return _own(who, "R10", Nature.WALK_IN, state.policy.referral_counts, why)
    return _not_free(state, arrival, who, "R10", Nature.WALK_IN)


def _visitor(state: State, arrival: Arrive) -> Ruling:
    return Ruling("R13", why=(because(N_("Not a customer: no turn.")),))


_RULES: dict[ArrivalKind, Callable[[State, Arrive], Ruling]] = {
    ArrivalKind.NEW: _new,
    ArrivalKind.RETURNING: _returning,
    ArrivalKind.ASKS_FOR: _asks_for,
    ArrivalKind.PHONED_ASKS_FOR: _asks_for,
    ArrivalKind.RECOGNISED: _recognised,
    ArrivalKind.REFERRAL: _referral,
    ArrivalKind.VISITOR: _visitor,
}


def owner_of(state: State, arrival: Arrive) -> str:
    """The owner on file of who arrives; empty where there is none."""
    return arrival.who or state.owners.get(arrival.customer, "")


def has_evidence(state: State, arrival: Arrive) -> bool:
    """Whether the register has an entry for the claim (R7)."""
    if arrival.evidence is None:
        return bool(arrival.who) and state.owners.get(arrival.customer) == arrival.who
    return arrival.evidence


def _own(who: str, rule: str, nature: Nature, counts: bool, why: Reason) -> Ruling:
    """The person themselves receives and owns; where the policy says so, it uses their turn."""
    return Ruling(rule, who, who, who if counts else None, nature=nature, uses_turn=counts, why=(why,))


def _not_free(state: State, arrival: Arrive, owner: str, rule: str, nature: Nature) -> Ruling:
    """The customer waits for the owner, or whoever R1 would pick receives as a courtesy; nobody is settled by it."""
    if _rather_waits(state, arrival, owner):
        return Ruling(rule, owner=owner, why=(because(N_("The customer waits for {owner}."), owner=owner),))
    busy = state.presence(owner) is Presence.RECEIVING
    text = N_("The customer is {owner}'s, who is receiving.") if busy else N_("The customer is {owner}'s, who is away.")
    why = because(text, owner=owner)
    picked = pick(state)
    if picked is None:
        return Ruling(rule, owner=owner, nature=nature, why=(why, _NOBODY_FREE))
    courtesy = because(N_("{receiver} receives as a courtesy for {name}."), receiver=picked.receiver, name=owner)
    return Ruling(rule, picked.receiver, owner, courtesy=True, nature=nature, why=(why, courtesy))


def _rather_waits(state: State, arrival: Arrive, who: str) -> bool:
    return arrival.waits and state.presence(who) is Presence.RECEIVING


def carried_out(state: State, arrival: Arrive, given: Ruling, at: int) -> tuple[State, Decision]:
    """The state after a ruling, and the decision for the log."""
    if given.picked:
        state = settled(state, given.picked, at)
    if given.uses_turn and given.counted_for:
        state = turn_used(state, given.counted_for)
    if given.false_claim:
        state = state.tallied(given.false_claim, false_claims=1)
    if given.receiver and given.owner:
        state = begun(state, arrival, given, at)
    elif arrival.kind is not ArrivalKind.VISITOR:
        state = _left_standing(state, arrival, given, at)
    return state, _decision(arrival.customer, given)


def begun(state: State, arrival: Arrive, given: Ruling, at: int) -> State:
    """The state in which the reception that was ruled is open."""
    assert given.receiver is not None
    assert given.owner is not None
    if given.counted_for:
        state = state.tallied(given.counted_for, counted=1)
    if given.courtesy:
        state = state.tallied(given.receiver, courtesy=1)
    elif not given.counted_for:
        state = state.tallied(given.receiver, uncounted=1)
    reception = Reception(
        arrival.customer,
        arrival.kind,
        given.receiver,
        given.owner,
        given.counted_for,
        given.courtesy,
        given.nature,
        given.rule,
        at,
    )
    return state.with_reception(reception)


def _left_standing(state: State, arrival: Arrive, given: Ruling, at: int) -> State:
    """The state with one more unattended customer; a false claim is not made again when somebody is free."""
    if any(each.customer == arrival.customer for each in state.unattended):
        return state
    if given.false_claim:
        arrival = replace(arrival, kind=ArrivalKind.NEW, who="")
    return replace(state, unattended=(*state.unattended, Unattended(arrival, at)))


def _decision(customer: str, given: Ruling) -> Decision:
    picked = given.picked
    return Decision(
        customer,
        given.rule,
        receiver=given.receiver,
        owner=given.owner,
        counted_for=given.counted_for,
        courtesy=given.courtesy,
        passed=picked.settled_as(Outcome.PASSED) if picked else (),
        made_up=picked.settled_as(Outcome.MADE_UP) if picked else (),
        held=picked.settled_as(Outcome.HELD) if picked else (),
        false_claim=given.false_claim,
        why=given.why,
    )
