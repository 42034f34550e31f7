"""How a complaint stands: who may do what with it, who answers for a new one, by when; its log (W10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.complaints import rules
from models.complaints.states import COMPLAINT_MOVES, ComplaintAction, ComplaintFacts, StepKind, Subject
from models.complaints.tables import Complaint, ComplaintStep
from models.kernel import search
from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Permission, Role, granted
from models.kernel.pinyin import spellings
from models.kernel.tables import run_sql
from models.kernel.text import digits_of
from models.shop.holidays import holidays
from models.staff.lists import StaffRow, everybody
from models.trades.complaint_terms import Severity, terms

KIND = "complaint"

_ABOUT = {
    Subject.CONTRACT: ("contract", "consultant_id"),
    Subject.DELIVERY: ("delivery", "consultant_id"),
    Subject.WORK_ORDER: ("work_order", "advisor_id"),
    Subject.TEST_DRIVE: ("test_drive", "consultant_id"),
    Subject.APPOINTMENT: ("appointment", "advisor_id"),
}
"""The table of each subject, and who looks after it."""


def facts_of(actor: Actor, complaint: Complaint) -> ComplaintFacts:
    """What the guards ask, for this person."""
    return ComplaintFacts(
        own=complaint.owner_id == actor.id,
        rules=actor.may(Permission.RULE_COMPLAINT),
        about_me=complaint.about_id == actor.id,
    )


def moved(act: Act, complaint: Complaint, version: int, what: ComplaintAction, **new: object) -> None:
    """Move it on inside an action, writing ``new`` too. Raises IllegalMove, NotAllowed, StaleEdit, or what the guard
    says.
    """
    state = move(COMPLAINT_MOVES, complaint.state, what, act.actor, facts_of(act.actor, complaint))
    save_edit(complaint, version, {"state": state, **new})
    touch(act, complaint)


def touch(act: Act, complaint: Complaint) -> None:
    """Name the complaint as the action's record, its customer as touched."""
    act.on(KIND, complaint.id)
    if complaint.customer_id:
        act.touch("customer", complaint.customer_id)
    act.note(number=complaint.number, state=complaint.state.value)


def log(act: Act, complaint: Complaint, kind: StepKind, text: str = "") -> None:
    """Add a step."""
    ComplaintStep.create(complaint=complaint.id, kind=kind, text=text, staff=act.actor.id)


def make_findable(complaint: Complaint) -> None:
    """Index a complaint by its number, its customer or caller, and the phone it came from."""
    search.index(KIND, complaint.id, search_fields(complaint))


def search_fields(complaint: Complaint) -> list[str]:
    """Number, names with their sound, the caller's phone."""
    names = [complaint.caller, complaint.customer.name if complaint.customer_id else ""]
    sounds = [sound for name in names if name for sound in spellings(name)]
    return [each for each in (complaint.number, *names, *sounds, digits_of(complaint.phone)) if each]


def handlers() -> list[StaffRow]:
    """Who may answer for a complaint."""
    return [row for row in everybody() if Permission.HANDLE_COMPLAINT in granted(row.roles)]


def check_handler(staff_id: int, field: str) -> None:
    """Raises RuleError for somebody who may not answer for a complaint, or has left."""
    if staff_id not in {row.id for row in handlers()}:
        raise RuleError("Only who handles complaints can answer for one.", field=field)


def default_owner(about_id: int | None, opener_id: int) -> int:
    """Who answers for a new complaint: a manager whom it is not about, the sales manager before the owner."""
    found = [row for row in handlers() if Permission.RULE_COMPLAINT in granted(row.roles)]
    found.sort(key=lambda row: (row.id == about_id, Role.SALES_MANAGER not in row.roles, row.id))
    return found[0].id if found else opener_id


def default_due(severity: Severity, begun: date) -> date:
    """By when the customer has an answer: so many working days of the store, by severity."""
    return rules.working_days_after(begun, terms().days[severity], holidays())


def subject_row(subject: Subject, subject_id: int) -> tuple[int, str, int | None]:
    """What a complaint is about: its customer, number, and who looks after it. Raises RuleError for an unknown one."""
    table, staff = _ABOUT[subject]
    columns = "customer_id, '', NULL" if subject is Subject.APPOINTMENT else f"customer_id, number, {staff}"
    row = run_sql(f"SELECT {columns} FROM {table} WHERE id = ?", subject_id).fetchone()
    if row is None:
        raise RuleError("What the complaint is about is not there.", field="subject_id")
    return int(row[0]), str(row[1]), row[2]


def numbers_of(found: list[tuple[Subject, int]]) -> dict[tuple[Subject, int], str]:
    """The numbers of what complaints are about."""
    numbers: dict[tuple[Subject, int], str] = {}
    for subject in {each for each, _one in found} - {Subject.NOTHING, Subject.APPOINTMENT}:
        ids = sorted({one for each, one in found if each is subject})
        marks = ", ".join("?" * len(ids))
        rows: list[Any] = run_sql(f"SELECT id, number FROM {_ABOUT[subject][0]} WHERE id IN ({marks})", *ids).fetchall()
        numbers |= {(subject, one): number for one, number in rows}
    return numbers
