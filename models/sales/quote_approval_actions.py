"""What is done with approvals of quotes: asked for, granted, returned; who, when and why stay on record (S2)."""

from __future__ import annotations

import msgspec

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Permission
from models.sales import authority, rules
from models.sales.authority import Why
from models.sales.quote_actions import open_approval, priced, quote_facts
from models.sales.states import QUOTE_MOVES, Decision, QuoteAction
from models.sales.tables import Quote, QuoteApproval, QuoteLine
from models.shop.profile import trade


@action(Permission.QUOTE)
def submit_quote(act: Act, quote_id: int, wish: str = "") -> None:
    """Ask the next role that may to approve the quote's discounts; ``wish`` says why they are wanted.

    Raises RuleError where it is within one's own authority, or was asked for already.
    """
    quote = Quote.get_by_id(quote_id)
    _move(act, quote, QuoteAction.SUBMIT)
    lines = priced(QuoteLine.select().where(QuoteLine.quote == quote_id))
    needed = rules.lowest_role_that_may(lines, quote.whole_discount, trade().discount_limits)
    approval = QuoteApproval.create(
        quote=quote,
        step=authority.STEPS[needed],
        because=msgspec.json.encode(why_approval(act.actor, quote)).decode(),
        wish=wish,
        total=quote.total,
        saved=sum(line.reduction for line in lines) + quote.whole_discount,
        asked_by=act.actor.id,
    )
    act.note(step=approval.step.value, saved=approval.saved, wish=wish)


@action(Permission.APPROVE_QUOTE)
def approve_quote(act: Act, quote_id: int, note: str = "") -> None:
    """Grant what was asked for: the quote may be offered as it stands. Nobody grants their own (S2)."""
    _decide(act, quote_id, QuoteAction.APPROVE, Decision.GRANTED, note)


@action(Permission.APPROVE_QUOTE)
def return_quote(act: Act, quote_id: int, reason: str) -> None:
    """Do not grant it, with a reason; the quote goes back to who asked."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    _decide(act, quote_id, QuoteAction.RETURN, Decision.RETURNED, reason)


def why_approval(actor: Actor, quote: Quote) -> tuple[Why, ...]:
    """Every reason why this person may not offer the quote alone, told in figures."""
    lines = priced(QuoteLine.select().where(QuoteLine.quote == quote.id))
    return authority.whys(lines, quote.whole_discount, actor.roles, trade().discount_limits)


def reasons(stored: str) -> tuple[Why, ...]:
    """The reasons as they were written down when approval was asked for."""
    return msgspec.json.decode(stored, type=tuple[Why, ...])


def _move(act: Act, quote: Quote, what: QuoteAction) -> None:
    move(QUOTE_MOVES, quote.state, what, act.actor, quote_facts(act.actor, quote))
    act.on("quote", quote.id)
    act.touch("customer", quote.customer_id)
    act.note(number=quote.number, edition=quote.edition)


def _decide(act: Act, quote_id: int, what: QuoteAction, decision: Decision, reason: str) -> None:
    quote = Quote.get_by_id(quote_id)
    _move(act, quote, what)
    approval = open_approval(quote)
    assert approval is not None, "the move's guard refuses a quote that waits for nothing"
    approval.decision, approval.reason = decision, reason
    approval.decided_by, approval.decided_at = act.actor.id, clock.now()
    approval.save()
    act.note(step=approval.step.value, decision=decision.value, reason=reason)
