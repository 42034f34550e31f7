"""States of an invoice and who may move it on; the ways of reminding somebody (S7)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel import money
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class InvoiceState(LabelledEnum):
    """Asked for, approved, made out; reversed by a counter-entry, which is an invoice of its own."""

    ASKED = "asked", N_("Asked for")
    APPROVED = "approved", N_("Approved")
    REFUSED = "refused", N_("Refused")
    WITHDRAWN = "withdrawn", N_("Withdrawn")
    MADE_OUT = "made_out", N_("Made out")
    REVERSED = "reversed", N_("Reversed")
    COUNTER = "counter", N_("Counter-entry")


class InvoiceAction(LabelledEnum):
    """What is done with an invoice."""

    APPROVE = "approve", N_("Approve")
    REFUSE = "refuse", N_("Refuse")
    WITHDRAW = "withdraw", N_("Withdraw")
    MAKE_OUT = "make_out", N_("Make out")
    REVERSE = "reverse", N_("Reverse by a counter-entry")


class Channel(LabelledEnum):
    """How somebody was reminded."""

    PHONE = "phone", N_("By phone")
    MESSAGE = "message", N_("By message")
    LETTER = "letter", N_("By letter")
    VISIT = "visit", N_("In person")


COUNTING_STATES = (InvoiceState.ASKED, InvoiceState.APPROVED, InvoiceState.MADE_OUT)
"""The states in which an invoice counts against what may be invoiced; one reversed has its counter-entry."""


@dataclass(frozen=True)
class InvoiceFacts:
    """What the guards of an invoice ask; amounts in fen, ``least_share`` in hundredths of a percent.

    ``own`` is what this person asked for; nobody stands above the owner, who may decide that too. ``invoiced`` is what
    the contract's other invoices come to.
    """

    amount: int = 0
    total: int = 0
    received: int = 0
    invoiced: int = 0
    least_share: int = 0
    own: bool = False
    may_decide_own: bool = False
    may_withdraw: bool = True
    valid: bool = True


def refuse_unpaid(facts: InvoiceFacts) -> None:
    """Raises RuleError while less than the store's share of the contract is paid, or the contract no longer holds."""
    if not facts.valid:
        raise RuleError("An invoice belongs to a signed contract.")
    if facts.received * 10_000 < facts.total * facts.least_share or facts.received <= 0:
        raise RuleError(
            "An invoice is made out when at least {share} % is paid; so far it is {paid} %.",
            share=money.quantity_text(facts.least_share),
            paid=money.quantity_text(money.share_of(max(facts.received, 0), facts.total)),
        )


def refuse_too_much(facts: InvoiceFacts) -> None:
    """Raises RuleError at ``amount`` for an invoice beyond what the contract comes to."""
    left = facts.total - facts.invoiced
    if facts.amount <= 0:
        raise RuleError("The amount must be more than zero.", field="amount")
    if facts.amount > left:
        raise RuleError(
            "Invoices never come to more than the contract: {left} is left.", field="amount", left=money.plain(left)
        )


def _may_be_decided(facts: InvoiceFacts) -> None:
    if facts.own and not facts.may_decide_own:
        raise NotAllowed("Nobody approves what they asked for themselves.")


def _may_be_approved(facts: InvoiceFacts) -> None:
    _may_be_decided(facts)
    _may_be_made_out(facts)


def _may_be_withdrawn(facts: InvoiceFacts) -> None:
    if not facts.may_withdraw:
        raise NotAllowed("This belongs to a colleague. They or a manager may do this.")


def _may_be_made_out(facts: InvoiceFacts) -> None:
    refuse_unpaid(facts)
    refuse_too_much(facts)


_S, _A, _P = InvoiceState, InvoiceAction, Permission
INVOICE_MOVES = {
    (_S.ASKED, _A.APPROVE): Move(_S.APPROVED, _P.APPROVE_INVOICE, _may_be_approved),
    (_S.ASKED, _A.REFUSE): Move(_S.REFUSED, _P.APPROVE_INVOICE, _may_be_decided),
    (_S.ASKED, _A.WITHDRAW): Move(_S.WITHDRAWN, _P.ASK_INVOICE, _may_be_withdrawn),
    (_S.APPROVED, _A.WITHDRAW): Move(_S.WITHDRAWN, _P.ASK_INVOICE, _may_be_withdrawn),
    (_S.APPROVED, _A.MAKE_OUT): Move(_S.MADE_OUT, _P.MAKE_OUT_INVOICE, _may_be_made_out),
    (_S.MADE_OUT, _A.REVERSE): Move(_S.REVERSED, _P.MAKE_OUT_INVOICE),
}
