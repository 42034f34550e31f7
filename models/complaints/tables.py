"""Tables of complaints and surveys."""

from __future__ import annotations

import peewee

from models.complaints.states import ComplaintState, StepKind, Subject, Way
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Note,
    Record,
    Table,
    TextLine,
    reference,
)
from models.papers.tables import Attachment
from models.staff.tables import Staff
from models.trades.complaint_terms import Occasion, Severity


class Survey(Record):
    """What a customer said when asked about a delivery or a work order (C10); ``about`` is whose work it was."""

    occasion = EnumField(Occasion)
    customer = reference(Customer)
    subject = EnumField(Subject)
    subject_id = CountField()
    about = reference(Staff)
    asked_by = reference(Staff)
    asked_at = MomentField(default=clock.now)
    way = EnumField(Way)
    declined = FlagField(default=False)
    said = Note(1000)


class SurveyScore(Table):
    """One question's score, 1 to 5."""

    survey = reference(Survey)
    position = CountField()
    question = TextLine(40)
    score = CountField()


class Complaint(Record):
    """A complaint in the customer's own words (W10); costs in fen. ``about`` is whom it is about, ``owner`` answers.

    ``customer`` is None while nobody knows whose file it is; then ``caller`` and ``phone`` say who called. ``said`` is
    the customer's word that it is settled: how it was had, when, and who heard it.
    """

    number = peewee.TextField()
    state = EnumField(ComplaintState, default=ComplaintState.OPEN)
    customer = reference(Customer, null=True)
    caller = TextLine(60)
    phone = TextLine(40)
    subject = EnumField(Subject, default=Subject.NOTHING)
    subject_id = CountField(null=True)
    survey = reference(Survey, null=True)
    way = EnumField(Way)
    category = TextLine(40)
    severity = EnumField(Severity)
    words = Note(2000)
    wish = Note(500)
    about = reference(Staff, null=True)
    opened_by = reference(Staff)
    opened_at = MomentField(default=clock.now)
    owner = reference(Staff)
    due_on = DayField()
    due_reason = TextLine(200)
    next_what = TextLine(200)
    next_on = DayField(null=True)
    reopened = CountField(default=0)
    answer = Note(1000)
    answered_at = MomentField(null=True)
    said = Note(500)
    said_way = EnumField(Way, null=True)
    said_at = MomentField(null=True)
    heard_by = reference(Staff, null=True)
    signature = reference(Attachment, null=True)
    outcome = TextLine(40)
    root_cause = Note(1000)
    lesson = Note(1000)
    goodwill = MoneyField(default=0)
    parts = MoneyField(default=0)
    labour = MoneyField(default=0)
    money = MoneyField(default=0)
    closed_at = MomentField(null=True)
    closed_by = reference(Staff, null=True)


class ComplaintStep(Table):
    """One step of a complaint, only ever added."""

    complaint = reference(Complaint)
    at = MomentField(default=clock.now)
    kind = EnumField(StepKind)
    text = Note(1000)
    staff = reference(Staff)
