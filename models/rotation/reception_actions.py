"""What is done at the desk about customers: an arrival, what turns out during a reception, and its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from models.customers.actions import NOBODY, ContactForm, FileForm, write_contact, write_file, write_line
from models.customers.kinds import FormOfAddress, RegisterKind
from models.customers.linked import resolved
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import run_sql
from models.rotation import events, files, log
from models.rotation.actions import working
from models.rotation.desk import Desk, at_desk, at_late_desk
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.state import State

_KNOWN_BETTER = (ArrivalKind.NEW, ArrivalKind.ASKS_FOR, ArrivalKind.PHONED_ASKS_FOR, ArrivalKind.REFERRAL)
"""Kinds of arrivals whom a protected file makes a returning customer."""


@dataclass(frozen=True)
class ArrivalForm:
    """What reception says of who comes in; everything but ``kind`` may stay empty.

    ``customer_id`` is the file of who comes, or of a relative or colleague where ``household``; without it a name or a
    form of address opens a file. ``who`` is asked for or recognises them. ``sent_by_id`` is the file of who sends them
    with a referral, ``asked``: they ask for somebody, that customer's owner unless told. ``waits``: rather waits than
    be received by somebody else. ``token`` is made once per form, so that a double click is one arrival.
    """

    kind: ArrivalKind = ArrivalKind.NEW
    customer_id: int | None = None
    sent_by_id: int | None = None
    who: int | None = None
    name: str = ""
    form_of_address: FormOfAddress = FormOfAddress.NONE
    phone: str = ""
    source: str = ""
    asked: bool = False
    waits: bool = False
    household: bool = False
    party_size: int = 1
    about: str = ""
    token: str = ""


@action(Permission.RECEIVE_ROTATION)
def arrive(act: Act, form: ArrivalForm) -> None:
    """Somebody comes in: written into the visit register, and the rotation says who receives them (``Answer``).

    Raises RuleError at the field that is wrong, where the same click has been recorded, or the customer is here.
    """
    desk = at_desk(act)
    form = replace(form, customer_id=resolved(form.customer_id) if form.customer_id else None)
    if form.token and run_sql("SELECT 1 FROM rotation_event WHERE token = ?", form.token).fetchone():
        raise RuleError("This arrival has been recorded already.", field="token")
    _not_here_already(desk, form.customer_id)
    event = _arrival(form, desk)
    line = _register(act, form, desk.at)
    desk.happen(replace(event, customer=str(line.id)), form.token, line.id)
    act.touch("register_line", line.id)


@action(Permission.RECEIVE_ROTATION)
def recognise(act: Act, line_id: int, staff_id: int) -> None:
    """Somebody claims a customer whom a colleague has begun with; file and registers tell whether it is true (R7)."""
    desk = at_desk(act)
    line = _line(desk, line_id)
    evidence = bool(line.customer_id and files.has_entry(line.customer_id, staff_id, besides=line_id))
    claim = events.Arrive(str(line_id), ArrivalKind.RECOGNISED, who=working(staff_id), evidence=evidence, at=desk.now)
    desk.happen(claim, line_id=line_id)


@action(Permission.RECEIVE_ROTATION)
def discover(act: Act, line_id: int, owner_id: int | None = None, customer_id: int | None = None) -> None:
    """A customer taken for new turns out to be known (R8): ``customer_id`` ties the visit to that file.

    The owner is the file's unless told. Raises RuleError where nobody owns it.
    """
    desk = at_desk(act)
    line = _line(desk, line_id)
    if customer_id:
        customer_id = resolved(customer_id)
        owner_id = owner_id or Customer.get_by_id(customer_id).owner_id
        _tie(act, line, customer_id)
    if not owner_id:
        raise RuleError("Nobody owns this customer's file.", field="owner_id")
    desk.happen(events.Discover(str(line_id), working(owner_id), at=desk.now), line_id=line_id)


@action(Permission.RECEIVE_ROTATION)
def insist(act: Act, line_id: int, to: int, reason: str) -> None:
    """A customer insists on being received by somebody else; the reason is recorded (R11)."""
    if not reason:
        raise RuleError("Say why.", field="reason")
    desk = at_desk(act)
    desk.happen(events.Insist(str(line_id), working(to), reason, at=desk.now), line_id=line_id)


@action(Permission.RECEIVE_ROTATION)
def finish_reception(
    act: Act, line_id: int, result: ReceptionResult, note: str = "", visitor: FileForm | None = None
) -> None:
    """A reception ends with its result; no interest needs to say why. An unattended customer walks out.

    ``visitor`` opens a file for who came without one. A reception left open on an earlier day that nobody closed is
    ended there.
    """
    desk = _desk_of(act, line_id)
    attended = str(line_id) in desk.state.receptions
    result = ReceptionResult(result) if attended else ReceptionResult.NOT_ATTENDED
    if attended and result is ReceptionResult.NOT_ATTENDED:
        raise RuleError("Say what came of it.", field="result")
    if result is ReceptionResult.NO_INTEREST and not note:
        raise RuleError("Say why.", field="note")
    if visitor is not None:
        _open_file(act, desk, _line(desk, line_id), visitor)
    desk.happen(events.Finish(str(line_id), result=result.value, note=note, at=desk.now), line_id=line_id)


@action(Permission.RECEIVE_ROTATION)
def open_file_for(act: Act, line_id: int, form: FileForm) -> None:
    """Open a file for a visitor who is here without one; it belongs to the reception's owner (C1, C2).

    Raises RuleError at the field that is wrong, and where the visit has a file.
    """
    desk = at_desk(act)
    act.on("customer", _open_file(act, desk, _line(desk, line_id), form))


def _open_file(act: Act, desk: Desk, line: RegisterLine, form: FileForm) -> int:
    if line.customer_id:
        raise RuleError("This visit belongs to a file already.", field="customer_id")
    reception = desk.state.receptions.get(str(line.id))
    contact = ContactForm(RegisterKind.VISIT, line.party_size, line.about, at=line.at)
    owner_id = int(reception.owner) if reception else NOBODY
    customer_id = write_file(act, replace(form, owner_id=owner_id), contact)
    _tie(act, line, customer_id, first_time=True)
    return customer_id


def _desk_of(act: Act, line_id: int) -> Desk:
    """The floor on which a visit began: today's, or that of an earlier day nobody closed."""
    line = RegisterLine.get_or_none(RegisterLine.id == line_id)
    day = clock.local(line.at).date() if line else clock.today()
    return at_late_desk(act, day) if day in log.unclosed(clock.today()) else at_desk(act)


def _line(desk: Desk, line_id: int) -> RegisterLine:
    """The line in the visit register of a customer who is here. Raises RuleError for any other."""
    customer = str(line_id)
    if customer not in desk.state.receptions and all(each.customer != customer for each in desk.state.unattended):
        raise RuleError("Nobody is receiving this customer.", field="customer")
    return RegisterLine.get_by_id(line_id)


def _tie(act: Act, line: RegisterLine, customer_id: int, *, first_time: bool = False) -> None:
    """An anonymous line is tied to a file later (C2)."""
    RegisterLine.update(customer=customer_id, first_time=first_time, version=RegisterLine.version + 1).where(
        RegisterLine.id == line.id
    ).execute()
    act.touch("register_line", line.id)
    act.touch("customer", customer_id)


def _not_here_already(desk: Desk, customer_id: int | None) -> None:
    here = [int(each) for each in (*desk.state.receptions, *(each.customer for each in desk.state.unattended))]
    if customer_id and here:
        same = RegisterLine.select().where(RegisterLine.id.in_(here), RegisterLine.customer == customer_id)
        if same.exists():
            raise RuleError("This customer is here already.", field="customer_id")


def _arrival(form: ArrivalForm, desk: Desk) -> events.Arrive:
    """The event before its customer has a line in the register, as the file says it is (R5, R6, R7, C7)."""
    known = files.standing(form.customer_id, desk.at) if form.customer_id else None
    kind, who, lapsed, evidence = form.kind, str(form.who or ""), False, None
    if known and kind in _KNOWN_BETTER and _is_somebodys(known, kind, desk.state):
        kind = ArrivalKind.RETURNING
    if kind is ArrivalKind.RETURNING:
        who, lapsed = (known.owner, not known.is_protected) if known else ("", False)
    elif kind is ArrivalKind.REFERRAL and not who and form.sent_by_id:
        sender = files.standing(form.sent_by_id, desk.at)
        who = sender.owner if sender.is_protected else ""
    elif kind is ArrivalKind.RECOGNISED:
        evidence = bool(form.customer_id and form.who and files.has_entry(form.customer_id, form.who))
    if kind in (ArrivalKind.ASKS_FOR, ArrivalKind.PHONED_ASKS_FOR, ArrivalKind.RECOGNISED) and not who:
        raise RuleError("Say who it is about.", field="who")
    return events.Arrive(
        "",
        kind,
        who=who,
        evidence=evidence,
        asked=form.asked,
        waits=form.waits,
        lapsed=lapsed,
        household=form.household or bool(known and known.household),
        on_file=str(Customer.get_by_id(form.customer_id).owner_id or "") if form.customer_id else "",
        at=desk.now,
    )


def _is_somebodys(known: files.FileStanding, kind: ArrivalKind, state: State) -> bool:
    """Whether the registers make a returning customer of who was called otherwise: who phoned, if they were here too;
    who asks for somebody by name, if the owner still works here.
    """
    if not known.is_protected or (known.household and not state.policy.household):
        return False
    if kind is ArrivalKind.PHONED_ASKS_FOR:
        return known.has_visited
    return kind is not ArrivalKind.ASKS_FOR or not state.person(known.owner).left


def _register(act: Act, form: ArrivalForm, at: datetime) -> RegisterLine:
    """The line in the visit register, with a new file where a name is told (C1, C2).

    A new file belongs to nobody until the rotation has decided, whoever typed it.
    """
    contact = ContactForm(RegisterKind.VISIT, form.party_size, form.about, phone=form.phone, at=at, source=form.source)
    if form.customer_id:
        if form.sent_by_id and form.sent_by_id != form.customer_id:
            sent = Customer.update(referred_by=resolved(form.sent_by_id))
            sent.where(Customer.id == form.customer_id, Customer.referred_by.is_null()).execute()
        return write_contact(act, form.customer_id, replace(contact, phone=""), takes_over=False)
    if (form.name or form.form_of_address) and form.kind is not ArrivalKind.VISITOR:
        file = FileForm(
            form.name,
            form.form_of_address,
            phones=(form.phone,) if form.phone else (),
            no_contact=not form.phone,
            source=form.source,
            referred_by_id=resolved(form.sent_by_id) if form.sent_by_id else None,
            owner_id=NOBODY,
        )
        contact = replace(contact, phone="")
        return write_line(act, contact, write_file(act, file, contact), first_time=True)
    return write_contact(act, None, contact)
