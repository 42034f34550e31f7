"""States of a complaint, who may move it on, and what is asked before (W10)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import NotAllowed
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class ComplaintState(LabelledEnum):
    """How far a complaint is; that it is overdue is read from its day."""

    OPEN = "open", N_("To be handled")
    HANDLED = "handled", N_("Being handled")
    ANSWERED = "answered", N_("Answered")
    ACCEPTED = "accepted", N_("Accepted by the customer")
    CLOSED = "closed", N_("Closed")


class ComplaintAction(LabelledEnum):
    """What is done with a complaint."""

    STEP = "step", N_("Record a step")
    ASSIGN = "assign", N_("Assign")
    RECKON = "reckon", N_("Change severity or deadline")
    ANSWER = "answer", N_("Answer the customer")
    ACCEPT = "accept", N_("The customer accepts")
    COSTS = "costs", N_("What it cost")
    CLOSE = "close", N_("Close")
    REOPEN = "reopen", N_("Reopen")


class StepKind(LabelledEnum):
    """What a step of a complaint was; the program writes the later ones itself."""

    CALL = "call", N_("Phone call")
    VISIT = "visit", N_("In the store")
    MESSAGE = "message", N_("Message")
    OFFER = "offer", N_("Offer")
    NOTE = "note", N_("Internal note")
    OPENED = "opened", N_("Opened")
    TIED = "tied", N_("Tied to a file")
    ASSIGNED = "assigned", N_("Assigned")
    DEADLINE = "deadline", N_("Severity or deadline changed")
    COSTS = "costs", N_("Costs")
    ANSWERED = "answered", N_("Answered")
    ACCEPTED = "accepted", N_("Accepted")
    CLOSED = "closed", N_("Closed")
    REOPENED = "reopened", N_("Reopened")


WRITTEN = (StepKind.CALL, StepKind.VISIT, StepKind.MESSAGE, StepKind.OFFER, StepKind.NOTE)
"""The steps that a person writes."""


class Way(LabelledEnum):
    """How a complaint or an answer came."""

    PHONE = "phone", N_("By phone")
    IN_PERSON = "in_person", N_("In person")
    MESSAGE = "message", N_("By message")
    LETTER = "letter", N_("In writing")
    SURVEY = "survey", N_("In a survey")
    SIGNED = "signed", N_("On the signed sheet")


WAYS_IN = (Way.PHONE, Way.IN_PERSON, Way.MESSAGE, Way.LETTER)
"""How a complaint can reach the desk, and a survey be asked."""

WAYS_OF_WORD = (*WAYS_IN, Way.SIGNED)
"""How the customer's word can be had."""

TONES = {
    ComplaintState.OPEN: "bad",
    ComplaintState.HANDLED: "warn",
    ComplaintState.ANSWERED: "accent",
    ComplaintState.ACCEPTED: "ok",
    ComplaintState.CLOSED: "neutral",
}
"""How each is coloured."""


class Subject(LabelledEnum):
    """What a complaint is about; empty where it is about nothing that is in the store."""

    NOTHING = "", N_("Nothing particular")
    CONTRACT = "contract", N_("Contract")
    DELIVERY = "delivery", N_("Delivery")
    WORK_ORDER = "work_order", N_("Work order")
    APPOINTMENT = "appointment", N_("Appointment")
    TEST_DRIVE = "test_drive", N_("Test drive")


@dataclass(frozen=True)
class ComplaintFacts:
    """What the guards ask: whether this person answers for it, rules it, or is whom it is about."""

    own: bool = True
    rules: bool = True
    about_me: bool = False


def _answers_for_it(facts: ComplaintFacts) -> None:
    if not (facts.own or facts.rules):
        raise NotAllowed("A colleague answers for this complaint: theirs or a manager's to do.")


def _not_about_oneself(facts: ComplaintFacts) -> None:
    if facts.about_me:
        raise NotAllowed("Nobody settles a complaint about themselves.")


def _hears_the_word(facts: ComplaintFacts) -> None:
    _not_about_oneself(facts)
    _answers_for_it(facts)


_S, _A, _P = ComplaintState, ComplaintAction, Permission
_UNSETTLED = (_S.OPEN, _S.HANDLED, _S.ANSWERED)
COMPLAINT_MOVES: dict[tuple[ComplaintState, ComplaintAction], Move[ComplaintState, ComplaintFacts]] = {
    (_S.OPEN, _A.STEP): Move(_S.HANDLED, _P.HANDLE_COMPLAINT),
    (_S.HANDLED, _A.STEP): Move(_S.HANDLED, _P.HANDLE_COMPLAINT),
    (_S.ANSWERED, _A.STEP): Move(_S.ANSWERED, _P.HANDLE_COMPLAINT),
    (_S.ACCEPTED, _A.STEP): Move(_S.ACCEPTED, _P.HANDLE_COMPLAINT),
    **{(state, _A.ASSIGN): Move(state, _P.RULE_COMPLAINT) for state in (*_UNSETTLED, _S.ACCEPTED)},
    **{(state, _A.RECKON): Move(state, _P.RULE_COMPLAINT) for state in _UNSETTLED},
    (_S.OPEN, _A.ANSWER): Move(_S.ANSWERED, _P.HANDLE_COMPLAINT, _answers_for_it),
    (_S.HANDLED, _A.ANSWER): Move(_S.ANSWERED, _P.HANDLE_COMPLAINT, _answers_for_it),
    (_S.ANSWERED, _A.ANSWER): Move(_S.ANSWERED, _P.HANDLE_COMPLAINT, _answers_for_it),
    (_S.ANSWERED, _A.ACCEPT): Move(_S.ACCEPTED, _P.HANDLE_COMPLAINT, _hears_the_word),
    **{(state, _A.COSTS): Move(state, _P.HANDLE_COMPLAINT, _answers_for_it) for state in (*_UNSETTLED, _S.ACCEPTED)},
    (_S.ACCEPTED, _A.CLOSE): Move(_S.CLOSED, _P.RULE_COMPLAINT, _not_about_oneself),
    **{
        (state, _A.REOPEN): Move(_S.HANDLED, _P.HANDLE_COMPLAINT, _not_about_oneself)
        for state in (_S.ANSWERED, _S.ACCEPTED, _S.CLOSED)
    },
}
"""Closing needs the customer's word first, which only an accepted complaint has; who is not satisfied reopens it."""
