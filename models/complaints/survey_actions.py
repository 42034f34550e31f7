"""Asking customers after a delivery and after a service; a low score opens a complaint by itself (C10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.complaints import rules
from models.complaints.actions import ComplaintForm, write_complaint
from models.complaints.states import WAYS_IN, Subject, Way
from models.complaints.tables import Survey, SurveyScore
from models.customers.linked import resolved
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.kernel.tables import run_sql
from models.service.hand_back_actions import followed_up
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from models.trades.complaint_terms import Occasion, question_name, questions, terms

SUBJECTS = {Occasion.DELIVERY: Subject.DELIVERY, Occasion.SERVICE: Subject.WORK_ORDER}
"""What a customer is asked about on each occasion."""

_ENDED = {
    Occasion.DELIVERY: "SELECT customer_id, consultant_id, handed_over_at FROM delivery WHERE id = ?",
    Occasion.SERVICE: "SELECT customer_id, advisor_id, handed_back_at FROM work_order WHERE id = ?",
}


@dataclass(frozen=True)
class SurveyForm:
    """What the customer answered: 1 to 5 by the code of the question, and their words; nothing where they declined."""

    scores: Mapping[str, int]
    said: str = ""
    way: Way = Way.PHONE
    declined: bool = False


@action(Permission.FOLLOW_UP)
def record_survey(act: Act, occasion: Occasion, subject_id: int, form: SurveyForm) -> None:
    """Write down what a customer answers; the changes' answer is the complaint a low score opened, or None.

    Raises RuleError at ``scores.CODE`` for a question without a score, for one that was asked already, or before the
    hand-over.
    """
    row = run_sql(_ENDED[occasion], subject_id).fetchone()
    if row is None or row[2] is None:
        raise RuleError("It has not been handed over yet.")
    subject = SUBJECTS[occasion]
    if Survey.select().where(Survey.subject == subject, Survey.subject_id == subject_id).exists():
        raise RuleError("The customer was asked already.")
    _check(occasion, form)
    survey = Survey.create(
        occasion=occasion,
        customer=resolved(row[0]),
        subject=subject,
        subject_id=subject_id,
        about=row[1],
        asked_by=act.actor.id,
        way=form.way,
        declined=form.declined,
        said=form.said,
    )
    for position, question in enumerate(questions(occasion) if not form.declined else ()):
        score = form.scores[question.code]
        SurveyScore.create(survey=survey, position=position, question=question.code, score=score)
    if subject is Subject.WORK_ORDER:
        _followed_up(act, subject_id, form.said)
    act.changes.answer = _complaint_of(act, survey, form)
    act.on("survey", survey.id)
    act.touch(subject.value, subject_id)
    act.touch("customer", survey.customer_id)
    act.note(occasion=occasion.value, declined=form.declined, scores=dict(form.scores))


def _check(occasion: Occasion, form: SurveyForm) -> None:
    if form.way not in WAYS_IN:
        raise RuleError("Choose how the customer was asked.", field="way")
    if form.declined:
        if form.scores:
            raise RuleError("Who declined gives no scores.", field="declined")
        return
    codes = {question.code for question in questions(occasion)}
    for code in codes:
        if not rules.LOWEST <= form.scores.get(code, 0) <= rules.HIGHEST:
            raise RuleError("A score from 1 to 5.", field=f"scores.{code}")
    if unknown := form.scores.keys() - codes:
        raise RuleError("There is no question called {code}.", field="scores", code=min(unknown))


def _followed_up(act: Act, order_id: int, said: str) -> None:
    order = WorkOrder.get_by_id(order_id)
    if order.state is WorkOrderState.HANDED_BACK:
        followed_up(act, order, said)


def _complaint_of(act: Act, survey: Survey, form: SurveyForm) -> int | None:
    """The complaint that a low score opens, in the customer's words or, without any, in those of the questions."""
    low = terms().survey.low
    severity = rules.severity_of(form.scores.values(), low)
    if severity is None:
        return None
    asked = questions(survey.occasion)
    worst = min(asked, key=lambda question: form.scores[question.code])
    given = [
        _("{question} {score} of 5").format(
            question=question_name(survey.occasion, each.code), score=form.scores[each.code]
        )
        for each in asked
        if form.scores[each.code] <= low
    ]
    complaint = ComplaintForm(
        words="\n".join([*([form.said] if form.said else []), *given]),
        category=worst.category,
        severity=severity,
        way=Way.SURVEY,
        customer_id=survey.customer_id,
        subject=survey.subject,
        subject_id=survey.subject_id,
        about_id=_present(survey.about_id),
    )
    return int(write_complaint(act, complaint, survey.id).id)


def _present(staff_id: int) -> int | None:
    """Whose work it was, unless they have left."""
    row = run_sql("SELECT 1 FROM staff WHERE id = ? AND left_on IS NULL", staff_id).fetchone()
    return staff_id if row else None
