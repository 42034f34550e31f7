"""What each event other than an arrival does to the floor."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.rotation import events
from models.rotation.arrivals import Ruling, begun, carried_out, has_evidence, ruling
from models.rotation.events import Event
from models.rotation.kinds import AWAY, ArrivalKind, DebtReason, Nature, Presence
from models.rotation.reasons import Reason, because
from models.rotation.state import Decision, Person, Reception, State, Unattended, checked_line_up

Effect = tuple[State, Decision | None]


@singledispatch
def effect(event: Event, state: State) -> Effect:
    """The state after ``event`` alone, and what it decided. Raises RuleError where it cannot happen."""
    raise TypeError(type(event))


@effect.register
def _sign_in(event: events.SignIn, state: State) -> Effect:
    for name in event.names:
        if not name:
            raise RuleError("Say who signs in.", field="names")
        if state.person(name).left:
            raise RuleError("{name} has left the company.", field="names", name=name)
    for name in event.names:
        state = _on_the_floor(state, name, event.at)
    return state, None


def _on_the_floor(state: State, name: str, at: int) -> State:
    """Somebody is here; nobody stands in for them any longer. Who was here already stays as they are."""
    if state.person(name).here is Presence.WAITING:
        return state
    stand_ins = {place: by for place, by in state.stand_ins.items() if place != name}
    return replace(state, stand_ins=stand_ins).changed(name, here=Presence.WAITING, since=at, sent_by="", made_up=0)


@effect.register
def _sign_out(event: events.SignOut, state: State) -> Effect:
    for name in event.names:
        _known(state, name, "names")
    for name in event.names:
        if state.person(name).here is not Presence.OFF:
            state = state.changed(name, here=Presence.OFF, since=event.at, sent_by="", signing_since=None)
    return state, None


@effect.register
def _away(event: events.Away, state: State) -> Effect:
    person = _known(state, event.who, "who")
    if event.why not in AWAY:
        raise RuleError("Somebody is away for personal reasons or for the store.", field="why")
    here = AWAY[event.why]
    if person.here is here:
        return state, None
    return state.changed(event.who, here=here, since=event.at, sent_by=event.by, signing_since=None), None


@effect.register
def _back(event: events.Back, state: State) -> Effect:
    if _known(state, event.who, "who").here is Presence.OFF:
        raise RuleError("{name} has not signed in.", field="who", name=event.who)
    return _on_the_floor(state, event.who, event.at), None


@effect.register
def _busy(event: events.Busy, state: State) -> Effect:
    _here(state, event.who, "who")
    if event.doing != "signing":
        raise RuleError("Besides receptions, only a signing keeps somebody busy.", field="doing")
    if state.person(event.who).signing_since is not None:
        return state, None
    return state.changed(event.who, signing_since=event.at), None


@effect.register
def _on_turn(event: events.OnTurn, state: State) -> Effect:
    _known(state, event.who, "who")
    if event.to:
        _known(state, event.to, "to")
        if event.to == event.who:
            raise RuleError("Name a colleague to delegate to.", field="to")
    return state.changed(event.who, choice=event), None


@effect.register
def _arrive(event: events.Arrive, state: State) -> Effect:
    if not event.customer:
        raise RuleError("Say who arrives.", field="customer")
    if event.customer in state.receptions:
        return _already_received(state, event)
    waiting = next((each for each in state.unattended if each.customer == event.customer), None)
    if waiting:
        return _already_waits(state, event, waiting)
    return carried_out(state, event, ruling(state, event), event.at)


def _already_received(state: State, event: events.Arrive) -> Effect:
    """R7 where somebody has begun; anything else is the same arrival once more and changes nothing (R11)."""
    open_one = state.receptions[event.customer]
    if event.kind is not ArrivalKind.RECOGNISED:
        text = N_("{receiver} is already receiving this customer.")
        return state, _standing(open_one, open_one.rule, because(text, receiver=open_one.receiver))
    if not has_evidence(state, event):
        text = N_("{name} claims the customer, but the register has no entry.")
        claim = replace(_standing(open_one, "R7", because(text, name=event.who)), false_claim=event.who)
        return state.tallied(event.who, false_claims=1), claim
    rule = "R7" if state.waiting(event.who) else "R8"
    return _turns_out(state, open_one, event.who, rule, event.at)


def _already_waits(state: State, event: events.Arrive, waiting: Unattended) -> Effect:
    """A second arrival of who is unattended is the same one; only a claim (R7) can change what it is."""
    waits = because(N_("The customer is already waiting."))
    if event.kind is ArrivalKind.RECOGNISED and has_evidence(state, event):
        return _known_while_unattended(state, event.customer, event.who), Decision(
            event.customer, "R7", owner=event.who, why=(waits,)
        )
    if event.kind is ArrivalKind.RECOGNISED:
        state = state.tallied(event.who, false_claims=1)
        return state, Decision(event.customer, "R7", false_claim=event.who, why=(waits,))
    return state, Decision(event.customer, ruling(state, waiting.arrival).rule, why=(waits,))


@effect.register
def _discover(event: events.Discover, state: State) -> Effect:
    if not event.owner:
        raise RuleError("Say whose customer it is.", field="owner")
    if any(each.customer == event.customer for each in state.unattended):
        return _known_while_unattended(state, event.customer, event.owner), None
    return _turns_out(state, _open(state, event.customer), event.owner, "R8", event.at)


def _known_while_unattended(state: State, customer: str, owner: str) -> State:
    def told(arrival: events.Arrive) -> events.Arrive:
        return replace(arrival, kind=ArrivalKind.RETURNING, who=owner, lapsed=False)

    unattended = tuple(
        replace(each, arrival=told(each.arrival)) if each.customer == customer else each for each in state.unattended
    )
    return replace(state, unattended=unattended)


def _turns_out(state: State, open_one: Reception, owner: str, rule: str, at: int) -> Effect:
    """R7, R8: the customer is ``owner``'s. Whoever's turn was used gets it back; who is free takes over."""
    if state.person(owner).left:
        text = N_("{owner} has left the company: like a new customer, until the manager names a new owner.")
        return state, _standing(open_one, "R1", because(text, owner=owner))
    state, why = _given_back(state, open_one, at)
    takes_over = state.waiting(owner)
    receiver = owner if takes_over else open_one.receiver
    courtesy = receiver != owner
    if takes_over:
        said = because(N_("The customer is {owner}'s, who takes over."), owner=owner)
        state = state.tallied(owner, uncounted=1)
    elif courtesy:
        text = N_("The customer is {owner}'s, who is not free: {receiver} goes on as a courtesy.")
        said = because(text, owner=owner, receiver=receiver)
        state = state.tallied(receiver, courtesy=0 if open_one.courtesy else 1)
    else:
        said = because(N_("The customer is {owner}'s own."), owner=owner)
    handed = replace(
        open_one,
        receiver=receiver,
        owner=owner,
        counted_for=None,
        courtesy=courtesy,
        nature=Nature.RETURNING,
        rule=rule,
    )
    return _handed(state, open_one, handed, at), _standing(handed, rule, said, *why)


def _given_back(state: State, reception: Reception, at: int) -> tuple[State, tuple[Reason, ...]]:
    """The turn a reception used is owed again, at the front."""
    name = reception.counted_for
    if not name:
        return state, ()
    state = state.owing(name, DebtReason.RESTORED, at).tallied(name, counted=-1)
    return state, (because(N_("{name}'s turn is restored."), name=name),)


def _handed(state: State, before: Reception, after: Reception, at: int) -> State:
    state = state.with_reception(after)
    if before.receiver != after.receiver and state.waiting(before.receiver):
        state = state.changed(before.receiver, since=at)
    return state


@effect.register
def _insist(event: events.Insist, state: State) -> Effect:
    open_one = _open(state, event.customer)
    _here(state, event.to, "to")
    if open_one.receiver == event.to:
        raise RuleError("{name} is already receiving this customer.", field="to", name=event.to)
    state = state.tallied(event.to, uncounted=1)
    handed = replace(open_one, receiver=event.to, owner=event.to, counted_for=None, courtesy=False, rule="R11")
    text = N_("The customer insists on {receiver}; the turn that was used stays used.")
    why = because(text, receiver=event.to)
    return _handed(state, open_one, handed, event.at), _standing(handed, "R11", why)


@effect.register
def _override(event: events.Override, state: State) -> Effect:
    if not event.reason:
        raise RuleError("Say why.", field="reason")
    if not event.customer:
        raise RuleError("Say who arrives.", field="customer")
    _here(state, event.to, "to")
    why = because(N_("The manager gives the customer to {receiver}: {reason}"), receiver=event.to, reason=event.reason)
    open_one = state.receptions.get(event.customer)
    if open_one is None:
        return _given(state, event, why)
    if open_one.receiver == event.to:
        raise RuleError("{name} is already receiving this customer.", field="to", name=event.to)
    restored: tuple[Reason, ...] = ()
    if open_one.counted_for != event.to:
        state, restored = _given_back(state, open_one, event.at)
    state = state.tallied(event.to, uncounted=1)
    handed = replace(open_one, receiver=event.to, owner=event.to, counted_for=None, courtesy=False, rule="R2")
    return _handed(state, open_one, handed, event.at), _standing(handed, "R2", why, *restored)


def _given(state: State, event: events.Override, why: Reason) -> Effect:
    """A customer nobody has begun with, unattended or just coming in, is given to somebody."""
    nature = Nature.RETURNING if event.customer in state.owners else Nature.WALK_IN
    given = Ruling("R2", event.to, event.to, nature=nature, why=(why,))
    arrival = events.Arrive(event.customer, ArrivalKind.NEW, at=event.at)
    for each in state.unattended:
        if each.customer == event.customer:
            arrival = each.arrival
    return begun(state, arrival, given, event.at), Decision(
        event.customer, "R2", receiver=event.to, owner=event.to, why=(why,)
    )


@effect.register
def _finish(event: events.Finish, state: State) -> Effect:
    if not event.customer:
        return _signed(state, event), None
    if any(each.customer == event.customer for each in state.unattended):
        return replace(
            state, unattended=tuple(each for each in state.unattended if each.customer != event.customer)
        ), None
    done = _open(state, event.customer)
    receptions = {customer: each for customer, each in state.receptions.items() if customer != event.customer}
    ended = replace(done, ended_at=event.at, result=event.result, note=event.note)
    state = replace(state, receptions=receptions, finished=(*state.finished, ended))
    return (state.changed(done.receiver, since=event.at) if state.waiting(done.receiver) else state), None


def _signed(state: State, event: events.Finish) -> State:
    if _known(state, event.who, "who").signing_since is None:
        raise RuleError("{name} is not signing anything.", field="who", name=event.who)
    return state.changed(event.who, signing_since=None, since=event.at)


@effect.register
def _stand_in(event: events.StandIn, state: State) -> Effect:
    if event.place not in state.line_up:
        raise RuleError("{name} has no place in the line-up.", field="place", name=event.place)
    _known(state, event.by, "by")
    if event.by == event.place:
        raise RuleError("Nobody stands in for themselves.", field="by")
    return replace(state, stand_ins={**state.stand_ins, event.place: event.by}), None


@effect.register
def _left_company(event: events.LeftCompany, state: State) -> Effect:
    _known(state, event.who, "who")
    stand_ins = {place: by for place, by in state.stand_ins.items() if event.who not in (place, by)}
    owed = tuple(debt for debt in state.owed if debt.holder != event.who)
    state = replace(state, stand_ins=stand_ins, owed=owed)
    gone = {"here": Presence.OFF, "since": event.at, "signing_since": None, "choice": None, "steps_over": 0}
    return state.changed(event.who, left=True, **gone), None


@effect.register
def _line_up_changed(event: events.LineUpChanged, state: State) -> Effect:
    names = checked_line_up(event.names)
    for name in names:
        if state.person(name).left:
            raise RuleError("{name} has left the company.", field="line_up", name=name)
    return state.with_line_up(names, state.queue), None


@effect.register
def _policy_changed(event: events.PolicyChanged, state: State) -> Effect:
    return replace(state, policy=event.policy), None


@effect.register
def _follow_ups_overdue(event: events.FollowUpsOverdue, state: State) -> Effect:
    _known(state, event.who, "who")
    return state.changed(event.who, overdue_days=max(0, event.days)), None


@effect.register
def _day_closed(event: events.DayClosed, state: State) -> Effect:
    if state.receptions or state.unattended:
        count = len(state.receptions) + len(state.unattended)
        raise RuleError("{count} customers are still here: end their receptions first.", count=count)
    return replace(state, closed=True), None


@effect.register
def _correction(event: events.Correction, state: State) -> Effect:
    if not event.reason:
        raise RuleError("Say why.", field="reason")
    return state, None


def _standing(reception: Reception, rule: str, *why: Reason) -> Decision:
    """The decision that names a reception as it stands."""
    return Decision(
        reception.customer,
        rule,
        receiver=reception.receiver,
        owner=reception.owner,
        counted_for=reception.counted_for,
        courtesy=reception.courtesy,
        why=why,
    )


def _open(state: State, customer: str) -> Reception:
    found = state.receptions.get(customer)
    if found is None:
        raise RuleError("Nobody is receiving this customer.", field="customer", customer=customer)
    return found


def _known(state: State, name: str, field: str) -> Person:
    if not state.knows(name):
        raise RuleError("There is nobody called {name} on the floor.", field=field, name=name)
    person = state.person(name)
    if person.left:
        raise RuleError("{name} has left the company.", field=field, name=name)
    return person


def _here(state: State, name: str, field: str) -> Person:
    person = _known(state, name, field)
    if person.here is not Presence.WAITING:
        raise RuleError("{name} is not here.", field=field, name=name)
    return person
