"""States of quotes and contracts, and who may move them on (S1, S6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.kernel.errors import NotAllowed, RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum, _
from models.kernel.permissions import Permission, Role


class QuoteState(LabelledEnum):
    """S1."""

    DRAFT = "draft", N_("Draft")
    OFFERED = "offered", N_("Offered")
    ACCEPTED = "accepted", N_("Accepted")
    DECLINED = "declined", N_("Declined")
    EXPIRED = "expired", N_("Expired")
    SUPERSEDED = "superseded", N_("Superseded")


class QuoteAction(LabelledEnum):
    """What is done with a quote."""

    OFFER = "offer", N_("Offer")
    ACCEPT = "accept", N_("Accept")
    DECLINE = "decline", N_("Decline")
    SUPERSEDE = "supersede", N_("Replace by a new version")
    SUBMIT = "submit", N_("Submit for approval")
    APPROVE = "approve", N_("Approve")
    RETURN = "return", N_("Return")


class ContractState(LabelledEnum):
    """S6."""

    DRAFT = "draft", N_("Draft")
    SUBMITTED = "submitted", N_("Submitted")
    APPROVED = "approved", N_("Approved")
    SIGNED = "signed", N_("Signed")
    IN_DELIVERY = "in_delivery", N_("In delivery")
    DELIVERED = "delivered", N_("Delivered")
    SETTLED = "settled", N_("Settled")
    CLOSED = "closed", N_("Closed")
    CANCELLED = "cancelled", N_("Cancelled")


class ContractAction(LabelledEnum):
    """What is done with a contract."""

    SUBMIT = "submit", N_("Submit for approval")
    APPROVE = "approve", N_("Approve")
    RETURN = "return", N_("Return")
    SIGN = "sign", N_("Sign")
    CANCEL = "cancel", N_("Cancel contract")
    CALL_OFF = "call_off", N_("Call off by a cancellation")


class ApprovalStep(LabelledEnum):
    """Who has to agree to a contract."""

    MANAGER = "manager", N_("Approval")
    CASHIER = "cashier", N_("Countersign")
    OWNER = "owner", N_("Sign-off")


class Decision(LabelledEnum):
    """What became of an approval."""

    OPEN = "open", N_("Waiting for a decision")
    GRANTED = "granted", N_("Granted")
    RETURNED = "returned", N_("Returned")


DECIDES: dict[ApprovalStep, frozenset[Role]] = {
    ApprovalStep.MANAGER: frozenset({Role.SALES_MANAGER, Role.OWNER}),
    ApprovalStep.CASHIER: frozenset({Role.CASHIER, Role.OWNER}),
    ApprovalStep.OWNER: frozenset({Role.OWNER}),
}
"""Whose role may decide each step."""

SIGNED_STATES = (
    *(ContractState.SIGNED, ContractState.IN_DELIVERY, ContractState.DELIVERED, ContractState.SETTLED),
    ContractState.CLOSED,
)
"""The states in which a contract stands in the ledger."""

PAYABLE_STATES = (*(ContractState.SIGNED, ContractState.IN_DELIVERY, ContractState.DELIVERED, ContractState.SETTLED),)
"""The states in which money may come in."""

AMENDABLE_STATES = (*(ContractState.SIGNED, ContractState.IN_DELIVERY, ContractState.DELIVERED),)
"""The states in which a contract can still be amended (S6)."""


@dataclass(frozen=True)
class QuoteFacts:
    """What the guards of a quote ask; ``own`` is one's own, or anybody's for a manager.

    ``waiting``: an approval was asked for; ``decides``: this person may decide it; ``undeductible``: why a trade-in may
    not be deducted as it is.
    """

    lines: int = 0
    expired: bool = False
    own: bool = True
    blocked_by: RuleError | None = None
    waiting: bool = False
    decides: bool = False
    undeductible: RuleError | None = None


@dataclass(frozen=True)
class ContractFacts:
    """What the guards of a contract ask: facts missing by field, which steps are still open."""

    missing: Mapping[str, str] = field(default_factory=dict)
    open_steps: tuple[ApprovalStep, ...] = ()
    own: bool = True
    undeductible: RuleError | None = None


def refuse_colleagues(own: bool) -> None:
    """Raises NotAllowed for a quote or contract that is a colleague's."""
    if not own:
        raise NotAllowed("This belongs to a colleague. They or a manager may do this.")


def _is_own(facts: QuoteFacts) -> None:
    refuse_colleagues(facts.own)


def _may_be_offered(facts: QuoteFacts) -> None:
    _is_own(facts)
    if not facts.lines:
        raise RuleError("A quote needs at least one line.", field="lines")
    if facts.blocked_by:
        raise facts.blocked_by
    if facts.undeductible:
        raise facts.undeductible


def _may_be_submitted(facts: QuoteFacts) -> None:
    _is_own(facts)
    if facts.waiting:
        raise RuleError("Approval has been asked for already.")
    if not facts.lines:
        raise RuleError("A quote needs at least one line.", field="lines")
    if not facts.blocked_by:
        raise RuleError("This is within your authority: nobody has to approve it.")


def _may_be_decided(facts: QuoteFacts) -> None:
    if not facts.waiting:
        raise RuleError("No approval is open on this quote.")
    if not facts.decides:
        raise NotAllowed("This approval is for another person.")


def _may_be_accepted(facts: QuoteFacts) -> None:
    _is_own(facts)
    if facts.expired:
        raise RuleError("The quote has expired. Make a new version with today's prices.")
    if facts.undeductible:
        raise facts.undeductible


def _is_complete(facts: ContractFacts) -> None:
    refuse_colleagues(facts.own)
    if facts.missing:
        first = next(iter(facts.missing))
        raise RuleError("Still missing: {missing}.", field=first, missing=_(", ").join(facts.missing.values()))
    if facts.undeductible:
        raise facts.undeductible


def _all_agreed(facts: ContractFacts) -> None:
    if facts.open_steps:
        raise RuleError("“{step}” is still open.", step=facts.open_steps[0])


_Q, _QA = QuoteState, QuoteAction
QUOTE_MOVES = {
    (_Q.DRAFT, _QA.OFFER): Move(_Q.OFFERED, Permission.QUOTE, _may_be_offered),
    (_Q.DRAFT, _QA.SUBMIT): Move(_Q.DRAFT, Permission.QUOTE, _may_be_submitted),
    (_Q.DRAFT, _QA.APPROVE): Move(_Q.DRAFT, Permission.APPROVE_QUOTE, _may_be_decided),
    (_Q.DRAFT, _QA.RETURN): Move(_Q.DRAFT, Permission.APPROVE_QUOTE, _may_be_decided),
    (_Q.DRAFT, _QA.DECLINE): Move(_Q.DECLINED, Permission.QUOTE, _is_own),
    (_Q.OFFERED, _QA.ACCEPT): Move(_Q.ACCEPTED, Permission.QUOTE, _may_be_accepted),
    (_Q.OFFERED, _QA.DECLINE): Move(_Q.DECLINED, Permission.QUOTE, _is_own),
    (_Q.OFFERED, _QA.SUPERSEDE): Move(_Q.SUPERSEDED, Permission.QUOTE, _is_own),
}

_C, _CA = ContractState, ContractAction
CONTRACT_MOVES = {
    (_C.DRAFT, _CA.SUBMIT): Move(_C.SUBMITTED, Permission.APPLY_CONTRACT, _is_complete),
    (_C.SUBMITTED, _CA.APPROVE): Move(_C.APPROVED, Permission.APPROVE_CONTRACT, _all_agreed),
    (_C.SUBMITTED, _CA.RETURN): Move(_C.DRAFT, Permission.APPROVE_CONTRACT),
    (_C.APPROVED, _CA.RETURN): Move(_C.DRAFT, Permission.APPROVE_CONTRACT),
    (_C.APPROVED, _CA.SIGN): Move(_C.SIGNED, Permission.SIGN_CONTRACT, _is_complete),
    (_C.DRAFT, _CA.CANCEL): Move(_C.CANCELLED, Permission.CANCEL_CONTRACT),
    (_C.SUBMITTED, _CA.CANCEL): Move(_C.CANCELLED, Permission.CANCEL_CONTRACT),
    (_C.APPROVED, _CA.CANCEL): Move(_C.CANCELLED, Permission.CANCEL_CONTRACT),
    (_C.SIGNED, _CA.CALL_OFF): Move(_C.CANCELLED, Permission.SIGN_CONTRACT),
    (_C.IN_DELIVERY, _CA.CALL_OFF): Move(_C.CANCELLED, Permission.SIGN_CONTRACT),
}
