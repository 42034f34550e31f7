"""States of an appraisal, who may move it on, and what is asked before (S5)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import NotAllowed, RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum, _
from models.kernel.permissions import Permission
from models.sales.states import refuse_colleagues


class AppraisalState(LabelledEnum):
    """How far an appraisal is; that its price has expired is read from its day."""

    DRAFT = "draft", N_("Draft")
    SUBMITTED = "submitted", N_("Submitted")
    RETURNED = "returned", N_("Returned")
    APPROVED = "approved", N_("Approved")
    OFFERED = "offered", N_("Offered")
    USED = "used", N_("In a contract")
    TAKEN_IN = "taken_in", N_("Taken in")
    DECLINED = "declined", N_("Declined")


class AppraisalAction(LabelledEnum):
    """What is done with an appraisal."""

    FILL = "fill", N_("Change")
    SUBMIT = "submit", N_("Submit for approval")
    APPROVE = "approve", N_("Approve")
    RETURN = "return", N_("Return")
    OFFER = "offer", N_("Offered to the customer")
    REOPEN = "reopen", N_("Appraise again")
    DECLINE = "decline", N_("Customer declines")
    TAKE_IN = "take_in", N_("Take in")


class Grade(LabelledEnum):
    """How an area of the vehicle is."""

    NONE = "", N_("Not looked at")
    GOOD = "good", N_("Good")
    WORN = "worn", N_("Worn")
    POOR = "poor", N_("Needs repair")


OPEN_STATES = (AppraisalState.DRAFT, AppraisalState.RETURNED)
"""The states in which it can be filled in."""

DEDUCTIBLE_STATES = (AppraisalState.APPROVED, AppraisalState.OFFERED)
"""The states in which a quote may deduct it."""

TONES = {
    AppraisalState.DRAFT: "neutral",
    AppraisalState.SUBMITTED: "warn",
    AppraisalState.RETURNED: "bad",
    AppraisalState.APPROVED: "ok",
    AppraisalState.OFFERED: "accent",
    AppraisalState.USED: "accent",
    AppraisalState.TAKEN_IN: "ok",
    AppraisalState.DECLINED: "neutral",
}
"""How each is coloured."""


@dataclass(frozen=True)
class AppraisalFacts:
    """What the guards ask: what is missing, whether it is one's own to work on, whether one appraised it oneself.

    ``deducted`` by a contract that is drawn up; ``signed`` where that is signed.
    """

    gaps: tuple[str, ...] = ()
    own: bool = True
    appraised: bool = False
    expired: bool = False
    deducted: bool = False
    signed: bool = False


def _is_own(facts: AppraisalFacts) -> None:
    refuse_colleagues(facts.own)


def _is_whole(facts: AppraisalFacts) -> None:
    _is_own(facts)
    if facts.gaps:
        raise RuleError("Still missing: {missing}.", missing=_(", ").join(facts.gaps))


def _not_by_oneself(facts: AppraisalFacts) -> None:
    if facts.appraised:
        raise NotAllowed("Nobody approves their own appraisal.")


def _holds(facts: AppraisalFacts) -> None:
    _is_own(facts)
    if facts.expired:
        raise RuleError("The price has expired. Appraise the vehicle again.")


def _is_free(facts: AppraisalFacts) -> None:
    _is_own(facts)
    if facts.deducted:
        raise RuleError("A contract deducts it.")


def _is_signed_for(facts: AppraisalFacts) -> None:
    if not facts.signed:
        raise RuleError("The contract that deducts it is not signed.")


_S, _A, _P = AppraisalState, AppraisalAction, Permission
APPRAISAL_MOVES = {
    (_S.DRAFT, _A.FILL): Move(_S.DRAFT, _P.APPRAISE, _is_own),
    (_S.RETURNED, _A.FILL): Move(_S.RETURNED, _P.APPRAISE, _is_own),
    (_S.DRAFT, _A.SUBMIT): Move(_S.SUBMITTED, _P.APPRAISE, _is_whole),
    (_S.RETURNED, _A.SUBMIT): Move(_S.SUBMITTED, _P.APPRAISE, _is_whole),
    (_S.SUBMITTED, _A.APPROVE): Move(_S.APPROVED, _P.APPROVE_APPRAISAL, _not_by_oneself),
    (_S.SUBMITTED, _A.RETURN): Move(_S.RETURNED, _P.APPROVE_APPRAISAL),
    (_S.APPROVED, _A.OFFER): Move(_S.OFFERED, _P.APPRAISE, _holds),
    **{
        (state, _A.REOPEN): Move(_S.DRAFT, _P.APPRAISE, _is_free)
        for state in (_S.SUBMITTED, _S.APPROVED, _S.OFFERED, _S.DECLINED)
    },
    **{
        (state, _A.DECLINE): Move(_S.DECLINED, _P.APPRAISE, _is_free)
        for state in (_S.DRAFT, _S.SUBMITTED, _S.RETURNED, _S.APPROVED, _S.OFFERED)
    },
    (_S.USED, _A.TAKE_IN): Move(_S.TAKEN_IN, _P.APPRAISE, _is_signed_for),
}
