"""The log in plain words: what happened, and who receives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from models.customers.kinds import FormOfAddress
from models.kernel.i18n import N_, _, label
from models.kernel.tables import run_sql
from models.rotation import events
from models.rotation.events import Event
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.reasons import spaced
from models.rotation.state import Decision, State


@dataclass(frozen=True)
class Names:
    """What people and customers of the log are called: staff by id, customers by line of the visit register."""

    people: Mapping[str, str]
    files: Mapping[str, tuple[int | None, str]]

    def person(self, name: str) -> str:
        """Somebody on the staff."""
        return self.people.get(name, name)

    def customer(self, line: str) -> str:
        """A customer by their file, else by their number in the visit register."""
        return self.files.get(line, (None, ""))[1] or _("visitor {number}").format(number=line)

    def everybody(self, names: Iterable[str]) -> str:
        """Several people."""
        return _(", ").join(self.person(each) for each in names)


def files_of(state: State, language: str | None = None) -> dict[str, tuple[int | None, str]]:
    """The file's id and name (in ``language`` or the screen's) behind every line of the register in the day's log."""
    return files_behind((each.event.customer for each in state.log if isinstance(each.event, events.Arrive)), language)


def files_behind(customers: Iterable[str], language: str | None = None) -> dict[str, tuple[int | None, str]]:
    """The file's id and name behind these lines of the register."""
    lines = sorted({int(each) for each in customers})
    if not lines:
        return {}
    rows = run_sql(
        "SELECT l.id, c.id, c.name, c.form_of_address FROM register_line l JOIN customer c ON c.id = l.customer_id "
        f"WHERE l.id IN ({', '.join('?' * len(lines))})",
        *lines,
    )
    return {
        str(line): (customer, name or label(FormOfAddress(form), language))
        for line, customer, name, form in rows.fetchall()
    }


def answered(decision: Decision, names: Names) -> str:
    """Who receives, and whether a turn is used."""
    if decision.receiver is None:
        return _("No turn.") if decision.rule == "R13" else _("Nobody is free: waits unattended.")
    texts = {
        (True, True): N_("{receiver} receives as a courtesy; the turn of {owner} is used."),
        (True, False): N_("{receiver} receives as a courtesy for {owner}; no turn is used."),
        (False, True): N_("{receiver} receives; the turn is used."),
        (False, False): N_("{receiver} receives; no turn is used."),
    }
    text = _(texts[decision.courtesy, decision.counted])
    return spaced(text.format(receiver=names.person(decision.receiver), owner=names.person(decision.owner or "")))


def what_happened(event: Event, names: Names) -> str:
    """What an event says happened, as a sentence."""
    return spaced(happened(event, names))


_ARRIVALS = {
    ArrivalKind.NEW: N_("{customer} comes in, new."),
    ArrivalKind.RETURNING: N_("{customer} comes back."),
    ArrivalKind.ASKS_FOR: N_("{customer} asks for {name}."),
    ArrivalKind.PHONED_ASKS_FOR: N_("{customer} phoned before and asks for {name}."),
    ArrivalKind.RECOGNISED: N_("{name} recognises {customer}."),
    ArrivalKind.REFERRAL: N_("{customer} was referred."),
    ArrivalKind.VISITOR: N_("{customer} is not a customer."),
}


@singledispatch
def happened(event: Event, names: Names) -> str:
    """What an event says happened."""
    raise TypeError(type(event))


@happened.register
def _arrive(event: events.Arrive, names: Names) -> str:
    text = _(_ARRIVALS[event.kind])
    return text.format(customer=names.customer(event.customer), name=names.person(event.who))


@happened.register
def _sign_in(event: events.SignIn, names: Names) -> str:
    return _("{names} signed in.").format(names=names.everybody(event.names))


@happened.register
def _sign_out(event: events.SignOut, names: Names) -> str:
    return _("{names} went home.").format(names=names.everybody(event.names))


@happened.register
def _away(event: events.Away, names: Names) -> str:
    if event.why == "store":
        return _("{name} was sent away by {by}.").format(name=names.person(event.who), by=event.by)
    return _("{name} is away.").format(name=names.person(event.who))


@happened.register
def _back(event: events.Back, names: Names) -> str:
    return _("{name} is back.").format(name=names.person(event.who))


@happened.register
def _on_turn(event: events.OnTurn, names: Names) -> str:
    choice = label(event.choice)
    if event.to:
        text = _("{name} on the next turn: {choice}, to {to}.")
        return text.format(name=names.person(event.who), choice=choice, to=names.person(event.to))
    return _("{name} on the next turn: {choice}.").format(name=names.person(event.who), choice=choice)


@happened.register
def _busy(event: events.Busy, names: Names) -> str:
    return _("{name} sits down to sign.").format(name=names.person(event.who))


@happened.register
def _discover(event: events.Discover, names: Names) -> str:
    text = _("{customer} turns out to be a customer of {name}.")
    return text.format(customer=names.customer(event.customer), name=names.person(event.owner))


@happened.register
def _insist(event: events.Insist, names: Names) -> str:
    text = _("{customer} insists on {name}: {reason}")
    return text.format(customer=names.customer(event.customer), name=names.person(event.to), reason=event.reason)


@happened.register
def _finish(event: events.Finish, names: Names) -> str:
    if event.who:
        return _("{name} has signed.").format(name=names.person(event.who))
    result = label(ReceptionResult(event.result)) if event.result else ""
    text = _("{customer} leaves: {result} {note}")
    return text.format(customer=names.customer(event.customer), result=result, note=event.note).strip()


@happened.register
def _stand_in(event: events.StandIn, names: Names) -> str:
    return _("{by} stands in for {name}.").format(by=names.person(event.by), name=names.person(event.place))


@happened.register
def _override(event: events.Override, names: Names) -> str:
    text = _("The manager gives {customer} to {name}: {reason}")
    return text.format(customer=names.customer(event.customer), name=names.person(event.to), reason=event.reason)


@happened.register
def _void(event: events.Void, names: Names) -> str:
    return _("Line {number} is taken back: {reason}").format(number=event.number, reason=event.reason)


@happened.register
def _left_company(event: events.LeftCompany, names: Names) -> str:
    return _("{name} has left the company.").format(name=names.person(event.who))


@happened.register
def _line_up_changed(event: events.LineUpChanged, names: Names) -> str:
    return _("The line-up is now {names}.").format(names=names.everybody(event.names))


@happened.register
def _policy_changed(event: events.PolicyChanged, names: Names) -> str:
    return _("The rules of the rotation were changed.")


@happened.register
def _follow_ups_overdue(event: events.FollowUpsOverdue, names: Names) -> str:
    text = _("{name}'s oldest follow-up is {days} days overdue.")
    return text.format(name=names.person(event.who), days=event.days)


@happened.register
def _day_closed(event: events.DayClosed, names: Names) -> str:
    return _("The day was closed.")


@happened.register
def _correction(event: events.Correction, names: Names) -> str:
    return _("Correction to {day}: {reason}").format(day=event.day, reason=event.reason)
