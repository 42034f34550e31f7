"""What is done with a complaint: opened, stepped on, assigned, answered, accepted by the customer, closed (W10)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from models.complaints import standing
from models.complaints.standing import KIND, facts_of, log, moved, touch
from models.complaints.states import (
    COMPLAINT_MOVES,
    WAYS_IN,
    WAYS_OF_WORD,
    WRITTEN,
    ComplaintAction,
    StepKind,
    Subject,
    Way,
)
from models.complaints.tables import Complaint
from models.customers import protection_actions
from models.customers.linked import resolved
from models.customers.rules import checked_phone
from models.kernel import clock, money, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.flow import move
from models.kernel.permissions import Permission
from models.papers.actions import put_beside
from models.staff.tables import Staff
from models.trades.complaint_terms import Severity, outcome_name, terms


@dataclass(frozen=True)
class ComplaintForm:
    """A new complaint: ``words`` are the customer's own, ``wish`` what they want.

    Without a file (``customer_id`` None) ``caller`` or ``phone`` says who it was. ``owner_id`` and ``due_on`` are for
    those who assign complaints; None takes the rule's. ``about_id`` is the person complained about.
    """

    words: str
    category: str
    severity: Severity = Severity.MINOR
    way: Way = Way.PHONE
    wish: str = ""
    customer_id: int | None = None
    caller: str = ""
    phone: str = ""
    subject: Subject = Subject.NOTHING
    subject_id: int | None = None
    about_id: int | None = None
    owner_id: int | None = None
    due_on: date | None = None
    due_reason: str = ""


@dataclass(frozen=True)
class StepForm:
    """What was done, and what comes next by which day."""

    kind: StepKind
    text: str
    next_what: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class WordForm:
    """The customer's word: what they said, by which way, when it was heard; ``signature`` a picture or scan."""

    said: str
    way: Way
    heard_at: datetime | None = None
    signature: bytes = b""


@dataclass(frozen=True)
class CostForm:
    """What a complaint cost, in fen by kind."""

    goodwill: int = 0
    parts: int = 0
    labour: int = 0
    money: int = 0


@action(Permission.OPEN_COMPLAINT)
def open_complaint(act: Act, form: ComplaintForm) -> None:
    """Open a complaint; anybody may. Raises RuleError at the field that is wrong, NotAllowed for who may not assign."""
    write_complaint(act, form)


def write_complaint(act: Act, form: ComplaintForm, survey_id: int | None = None) -> Complaint:
    """The same inside another action; ``survey_id`` is the survey whose low score opens it (C10)."""
    customer_id = _checked(form, survey_id is not None)
    ruled = form.owner_id is not None or form.due_on is not None
    if ruled and not act.actor.may(Permission.RULE_COMPLAINT):
        raise NotAllowed("Only who assigns complaints chooses who answers, and by when.")
    complaint: Complaint = Complaint.create(
        number=numbering.next_number("TS", clock.today().year),
        customer=customer_id,
        survey=survey_id,
        about=form.about_id,
        opened_by=act.actor.id,
        owner=form.owner_id or standing.default_owner(form.about_id, act.actor.id),
        due_on=form.due_on or standing.default_due(form.severity, clock.today()),
        **{name: getattr(form, name) for name in _PLAIN},
    )
    log(act, complaint, StepKind.OPENED)
    standing.make_findable(complaint)
    touch(act, complaint)
    act.note(category=form.category, severity=form.severity.value)
    return complaint


_PLAIN = ("words", "category", "severity", "way", "wish", "caller", "phone", "subject", "subject_id", "due_reason")


def _checked(form: ComplaintForm, in_survey: bool) -> int | None:
    """The customer's id. Raises RuleError at the field that is wrong."""
    if not form.words:
        raise RuleError("Write down what the customer says.", field="words")
    if form.category not in {each.code for each in terms().categories}:
        raise RuleError("Choose what it is about.", field="category")
    if form.way not in WAYS_IN and not in_survey:
        raise RuleError("Choose how it came.", field="way")
    if form.phone:
        checked_phone(form.phone, "phone")
    for name in ("about_id", "owner_id"):
        if staff_id := getattr(form, name):
            protection_actions.check_works_here(staff_id, name)
    if form.owner_id:
        standing.check_handler(form.owner_id, "owner_id")
    if form.due_on:
        _check_due(form.due_on, form.due_reason)
    customer_id = resolved(form.customer_id) if form.customer_id else None
    if form.subject is not Subject.NOTHING and form.subject_id:
        whose = resolved(standing.subject_row(form.subject, form.subject_id)[0])
        if customer_id not in (None, whose):
            raise RuleError("What the complaint is about belongs to another file.", field="subject_id")
        customer_id = whose
    if customer_id:
        protection_actions.standing(customer_id)
    elif not (form.caller or form.phone):
        raise RuleError("Say who complains: a file, a name or a phone number.", field="phone")
    return customer_id


def _check_due(day: date, reason: str) -> None:
    if day < clock.today():
        raise RuleError("This day is past already.", field="due_on")
    if not reason:
        raise RuleError("Say why the deadline is another.", field="due_reason")


@action(Permission.HANDLE_COMPLAINT)
def tie_complaint(act: Act, complaint_id: int, version: int, customer_id: int) -> None:
    """Tie a complaint that has no file to one. Raises RuleError for one that has, StaleEdit."""
    complaint = Complaint.get_by_id(complaint_id)
    if complaint.customer_id:
        raise RuleError("This complaint belongs to a file already.", field="customer_id")
    customer = protection_actions.standing(resolved(customer_id))
    save_edit(complaint, version, {"customer_id": customer.id})
    log(act, complaint, StepKind.TIED)
    standing.make_findable(complaint)
    touch(act, complaint)


@action(Permission.HANDLE_COMPLAINT)
def add_step(act: Act, complaint_id: int, version: int, form: StepForm) -> None:
    """Write a step, with what comes next by which day. Raises RuleError at the field that is wrong, StaleEdit."""
    if form.kind not in WRITTEN:
        raise RuleError("Choose what was done.", field="kind")
    if not form.text:
        raise RuleError("Write a line about it.", field="text")
    if form.next_on and form.next_on < clock.today():
        raise RuleError("This day is past already.", field="next_on")
    if bool(form.next_what) != (form.next_on is not None):
        raise RuleError("Say what comes next, and by which day.", field="next_what" if form.next_on else "next_on")
    complaint = Complaint.get_by_id(complaint_id)
    moved(act, complaint, version, ComplaintAction.STEP, next_what=form.next_what, next_on=form.next_on)
    log(act, complaint, form.kind, form.text)
    act.note(kind=form.kind.value)


def spoken_with(act: Act, complaint_id: int, text: str) -> None:
    """Inside another action: somebody called the customer about it."""
    complaint = Complaint.get_by_id(complaint_id)
    state = move(COMPLAINT_MOVES, complaint.state, ComplaintAction.STEP, act.actor, facts_of(act.actor, complaint))
    save_edit(complaint, complaint.version, {"state": state})
    log(act, complaint, StepKind.CALL, text)
    act.touch(KIND, complaint_id)


@action(Permission.RULE_COMPLAINT)
def assign_complaint(act: Act, complaint_id: int, version: int, owner_id: int, reason: str = "") -> None:
    """Let somebody else answer for it. Raises RuleError for who may not, StaleEdit."""
    complaint = Complaint.get_by_id(complaint_id)
    standing.check_handler(owner_id, "owner_id")
    before, after = complaint.owner.name, Staff.get_by_id(owner_id).name
    moved(act, complaint, version, ComplaintAction.ASSIGN, owner_id=owner_id)
    log(act, complaint, StepKind.ASSIGNED, " · ".join(each for each in (f"{before} → {after}", reason) if each))
    act.note(owner=owner_id)


@action(Permission.RULE_COMPLAINT)
def reckon_complaint(
    act: Act, complaint_id: int, version: int, severity: Severity, due_on: date | None, reason: str
) -> None:
    """Change how grave it is, or its deadline; ``due_on`` None is the rule's for the severity.

    Raises RuleError without a reason or for a day that is past, StaleEdit.
    """
    complaint = Complaint.get_by_id(complaint_id)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if due_on is not None and due_on < clock.today():
        raise RuleError("This day is past already.", field="due_on")
    day = due_on or standing.default_due(severity, clock.today())
    said = reason if due_on is not None else ""
    moved(act, complaint, version, ComplaintAction.RECKON, severity=severity, due_on=day, due_reason=said)
    log(act, complaint, StepKind.DEADLINE, f"{day.isoformat()} · {reason}")
    act.note(severity=severity.value, due_on=day.isoformat())


@action(Permission.HANDLE_COMPLAINT)
def answer_complaint(act: Act, complaint_id: int, version: int, answer: str) -> None:
    """The customer has the store's answer; now their word is waited for. Raises RuleError, NotAllowed, StaleEdit."""
    if not answer:
        raise RuleError("Write down what the customer was answered.", field="answer")
    complaint = Complaint.get_by_id(complaint_id)
    moved(act, complaint, version, ComplaintAction.ANSWER, answer=answer, answered_at=clock.now())
    log(act, complaint, StepKind.ANSWERED, answer)


@action(Permission.HANDLE_COMPLAINT)
def accept_complaint(act: Act, complaint_id: int, version: int, form: WordForm) -> None:
    """The customer says it is settled: their words, who heard them, when and how; or the signed sheet.

    Raises RuleError at the field that is wrong, NotAllowed for whom it is about, StaleEdit.
    """
    complaint = Complaint.get_by_id(complaint_id)
    if form.way not in WAYS_OF_WORD:
        raise RuleError("Choose how the customer told you.", field="way")
    if not form.said and not form.signature:
        raise RuleError("Write down what the customer said, or take the signed sheet.", field="said")
    if form.way is Way.SIGNED and not form.signature:
        raise RuleError("The signed sheet is missing.", field="signature")
    heard_at = form.heard_at or clock.now()
    if heard_at > clock.now():
        raise RuleError("This lies in the future.", field="heard_at")
    word = {"said": form.said, "said_way": form.way, "said_at": heard_at, "heard_by_id": act.actor.id}
    if form.signature:
        word["signature_id"] = put_beside(act, KIND, complaint_id, f"{complaint.number}.png", form.signature).id
    moved(act, complaint, version, ComplaintAction.ACCEPT, **word)
    log(act, complaint, StepKind.ACCEPTED, form.said)


@action(Permission.HANDLE_COMPLAINT)
def set_costs(act: Act, complaint_id: int, version: int, form: CostForm) -> None:
    """Write what it cost. Raises RuleError at the amount that is wrong, StaleEdit."""
    for each in fields(form):
        if not 0 <= getattr(form, each.name) <= money.LARGEST:
            raise RuleError("An amount cannot be negative.", field=each.name)
    complaint = Complaint.get_by_id(complaint_id)
    moved(act, complaint, version, ComplaintAction.COSTS, **vars(form))
    total = form.goodwill + form.parts + form.labour + form.money
    log(act, complaint, StepKind.COSTS, money.plain(total))
    act.note(total=total)


@action(Permission.RULE_COMPLAINT)
def close_complaint(act: Act, complaint_id: int, version: int, outcome: str, root_cause: str, lesson: str) -> None:
    """Close what the customer has accepted, with outcome, cause and lesson.

    Raises RuleError at the field that is missing, IllegalMove without the customer's word, NotAllowed for whom the
    complaint is about, StaleEdit.
    """
    complaint = Complaint.get_by_id(complaint_id)
    if outcome not in {each.code for each in terms().outcomes}:
        raise RuleError("Choose what came of it.", field="outcome")
    for name, text in (("root_cause", root_cause), ("lesson", lesson)):
        if not text:
            raise RuleError("Write a line about it.", field=name)
    written = {"outcome": outcome, "root_cause": root_cause, "lesson": lesson}
    ended = {"closed_at": clock.now(), "closed_by_id": act.actor.id}
    moved(act, complaint, version, ComplaintAction.CLOSE, **written, **ended)
    log(act, complaint, StepKind.CLOSED, outcome_name(outcome))
    act.note(outcome=outcome)


@action(Permission.HANDLE_COMPLAINT)
def reopen_complaint(act: Act, complaint_id: int, version: int, reason: str) -> None:
    """The customer is not satisfied after all: it is handled again, by a new deadline.

    Raises RuleError without a reason, StaleEdit.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    complaint = Complaint.get_by_id(complaint_id)
    fresh = {"answered_at": None, "said": "", "said_way": None, "said_at": None, "heard_by_id": None}
    closed = {"signature_id": None, "closed_at": None, "closed_by_id": None, "reopened": complaint.reopened + 1}
    due_on = standing.default_due(complaint.severity, clock.today())
    moved(act, complaint, version, ComplaintAction.REOPEN, **fresh, **closed, due_on=due_on, due_reason="")
    log(act, complaint, StepKind.REOPENED, reason)
