"""States of what follows a signed contract, amendments and cancellations, and who may move them on (S6); exceptions."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission
from models.sales.states import ApprovalStep, refuse_colleagues


class SupplementState(LabelledEnum):
    """How far an amendment or a cancellation is; only a signed one changes the contract."""

    DRAFT = "draft", N_("Draft")
    SUBMITTED = "submitted", N_("Submitted")
    APPROVED = "approved", N_("Approved")
    SIGNED = "signed", N_("Signed")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class SupplementAction(LabelledEnum):
    """What is done with an amendment or a cancellation."""

    SUBMIT = "submit", N_("Submit for approval")
    APPROVE = "approve", N_("Approve")
    RETURN = "return", N_("Return")
    SIGN = "sign", N_("Sign")
    WITHDRAW = "withdraw", N_("Withdraw")


OPEN_STATES = (SupplementState.DRAFT, SupplementState.SUBMITTED, SupplementState.APPROVED)
"""The states in which a supplement can still become something."""


class Fault(LabelledEnum):
    """Whose doing it is that a contract is cancelled; the refund that is proposed follows from it."""

    CUSTOMER = "customer", N_("The customer")
    STORE = "store", N_("The store")
    BOTH = "both", N_("Both sides")
    NOBODY = "nobody", N_("Nobody")


class SignedHow(LabelledEnum):
    """How a signature came to be kept."""

    DRAWN = "drawn", N_("Drawn on the screen")
    SCAN = "scan", N_("Scan of the signed paper")


class ExceptionKind(LabelledEnum):
    """What went wrong with an order (S10)."""

    WRONG = "wrong", N_("Booked wrong")
    MISSED = "missed", N_("Missed")
    DOUBLED = "doubled", N_("Booked twice")
    OTHER = "other", N_("Something else")


class EntryKind(LabelledEnum):
    """What a line of an exception's log tells (S10)."""

    NOTE = "note", N_("What happened further")
    OFFERED = "offered", N_("Offered to the customer")
    TOLD = "told", N_("Customer told")
    COST = "cost", N_("What it cost")
    ENDED = "ended", N_("How it ended")
    REOPENED = "reopened", N_("Taken up again")


@dataclass(frozen=True)
class SupplementFacts:
    """What the guards ask: what blocks it as it is filled in, and which steps of approval are still open."""

    blocked_by: RuleError | None = None
    open_steps: tuple[ApprovalStep, ...] = ()
    own: bool = True


def _is_own(facts: SupplementFacts) -> None:
    refuse_colleagues(facts.own)


def _is_sound(facts: SupplementFacts) -> None:
    _is_own(facts)
    if facts.blocked_by:
        raise facts.blocked_by


def _all_agreed(facts: SupplementFacts) -> None:
    if facts.open_steps:
        raise RuleError("“{step}” is still open.", step=facts.open_steps[0])


_S, _A = SupplementState, SupplementAction
SUPPLEMENT_MOVES = {
    (_S.DRAFT, _A.SUBMIT): Move(_S.SUBMITTED, Permission.APPLY_CONTRACT, _is_sound),
    (_S.SUBMITTED, _A.APPROVE): Move(_S.APPROVED, Permission.APPROVE_CONTRACT, _all_agreed),
    (_S.SUBMITTED, _A.RETURN): Move(_S.DRAFT, Permission.APPROVE_CONTRACT),
    (_S.APPROVED, _A.RETURN): Move(_S.DRAFT, Permission.APPROVE_CONTRACT),
    (_S.APPROVED, _A.SIGN): Move(_S.SIGNED, Permission.SIGN_CONTRACT, _is_sound),
    (_S.DRAFT, _A.WITHDRAW): Move(_S.WITHDRAWN, Permission.APPLY_CONTRACT, _is_own),
    (_S.SUBMITTED, _A.WITHDRAW): Move(_S.WITHDRAWN, Permission.APPLY_CONTRACT, _is_own),
    (_S.APPROVED, _A.WITHDRAW): Move(_S.WITHDRAWN, Permission.APPLY_CONTRACT, _is_own),
}
