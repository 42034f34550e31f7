"""The facts of the papers of complaints, in one language (W10)."""

from __future__ import annotations

from models.complaints import lists, standing
from models.complaints.papers import ComplaintLine, ComplaintPaper, ComplaintRegisterPaper, StepOnPaper
from models.complaints.states import ComplaintState, StepKind, Subject
from models.complaints.tables import Complaint
from models.complaints.views import ComplaintRow
from models.customers.tables import CustomerPhone
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.i18n import label
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind, StoreHead
from models.papers.lists import content
from models.sales.paper_facts import addressed
from models.shop.paper_look import paper_head
from models.staff.lists import names
from models.trades.complaint_terms import category_name, outcome_name

_TOLD = (StepKind.CALL, StepKind.VISIT, StepKind.MESSAGE, StepKind.OFFER, StepKind.ANSWERED, StepKind.REOPENED)
"""The steps that a customer may read; internal notes are not among them."""


def complaint_paper(complaint_id: int, store: StoreHead, language: str) -> ComplaintPaper:
    """A complaint as it stands."""
    complaint, people = Complaint.get_by_id(complaint_id), names()
    numbers = standing.numbers_of([(complaint.subject, complaint.subject_id)]) if complaint.subject_id else {}
    number = numbers.get((complaint.subject, complaint.subject_id or 0), "")
    about = " ".join(filter(None, (label(complaint.subject, language), number)))
    steps = [step for step in lists.steps(complaint_id) if step.kind in _TOLD]
    return ComplaintPaper(
        store=store,
        number=complaint.number,
        state=label(complaint.state, language),
        customer=addressed(complaint.customer, language) if complaint.customer_id else complaint.caller,
        phone=complaint.phone or _phone_of(complaint.customer_id),
        subject="" if complaint.subject is Subject.NOTHING else about,
        category=category_name(complaint.category, language),
        severity=label(complaint.severity, language),
        way=label(complaint.way, language),
        opened_at=clock.local(complaint.opened_at),
        opened_by=people[complaint.opened_by_id],
        owner=people[complaint.owner_id],
        due_on=complaint.due_on,
        words=complaint.words,
        wish=complaint.wish,
        steps=tuple(
            StepOnPaper(clock.local(each.at), label(each.kind, language), each.text, each.staff) for each in steps
        ),
        answer=complaint.answer,
        said=complaint.said,
        outcome=outcome_name(complaint.outcome, language) if complaint.outcome else "",
        signature=_signature(complaint.signature_id),
    )


def _phone_of(customer_id: int | None) -> str:
    row = CustomerPhone.get_or_none(CustomerPhone.customer == customer_id, CustomerPhone.position == 0)
    return row.number if row else ""


def _signature(attachment_id: int | None) -> bytes:
    """What was drawn on the screen; a scan is a paper of its own."""
    drawn = content(attachment_id) if attachment_id else b""
    return drawn if drawn.startswith(b"\x89PNG") else b""


def complaint_register(actor: Actor, period: Period, language: str) -> ComplaintRegisterPaper:
    """The complaints opened in a period; numbers are masked unless ``actor`` may see them (C11)."""
    last = f"-{period.last:%Y%m%d}" if period.last != period.first else ""
    rows = lists.complaints_between(actor, period.first, period.last)
    return ComplaintRegisterPaper(
        store=paper_head(PaperKind.COMPLAINT_REGISTER),
        number=f"TSB-{period.first:%Y%m%d}{last}",
        first=period.first,
        last=period.last,
        lines=tuple(_line(row, language) for row in rows),
    )


def _line(row: ComplaintRow, language: str) -> ComplaintLine:
    complaint = Complaint.get_by_id(row.id)
    answered_on = clock.local(complaint.answered_at).date() if complaint.answered_at else None
    late = row.overdue or (answered_on is not None and answered_on > row.due_on)
    return ComplaintLine(
        number=row.number,
        opened_at=clock.local(row.opened_at),
        customer=row.customer,
        phone=row.phone,
        category=category_name(row.category, language),
        severity=label(row.severity, language),
        words=row.words,
        owner=row.owner,
        due_on=row.due_on,
        state=label(row.state, language),
        late=late,
        outcome=outcome_name(complaint.outcome, language) if complaint.outcome else "",
        closed_at=clock.local(complaint.closed_at) if row.state is ComplaintState.CLOSED else None,
        cost=row.cost,
    )
