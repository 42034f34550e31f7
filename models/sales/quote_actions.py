"""What is done with quotes (S1, S2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from models.customers.actions import advance
from models.customers.kinds import Stage
from models.customers.protection_actions import standing
from models.kernel import audit, clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Permission
from models.kernel.pinyin import spellings
from models.sales import authority, deducting, rules
from models.sales.quote_forms import LONGEST_VALIDITY as LONGEST_VALIDITY
from models.sales.quote_forms import LineForm as LineForm
from models.sales.quote_forms import OfferForm as OfferForm
from models.sales.quote_forms import QuoteForm as QuoteForm
from models.sales.quote_forms import checked, terms_of, write_lines, write_offers
from models.sales.standing import StandingLine
from models.sales.states import (
    DECIDES,
    QUOTE_MOVES,
    ApprovalStep,
    Decision,
    QuoteAction,
    QuoteFacts,
    QuoteState,
    refuse_colleagues,
)
from models.sales.tables import Line, Quote, QuoteApproval, QuoteLine
from models.shop.profile import trade


@action(Permission.QUOTE)
def start_quote(act: Act, customer_id: int, form: QuoteForm) -> None:
    """Begin a quote for a customer, with lines or without. Raises RuleError at the field that is wrong."""
    customer = standing(customer_id)
    quote = Quote.create(
        number=numbering.next_number("BJ", clock.today().year),
        customer=customer,
        consultant=act.actor.id,
        **checked(act.actor, form),
    )
    write_lines(quote, form.lines)
    write_offers(quote, form.offers)
    _make_findable(quote, customer.name)
    act.on("quote", quote.id)
    act.touch("customer", customer_id)
    act.note(number=quote.number, total=quote.total)


@action(Permission.QUOTE)
def save_quote(act: Act, quote_id: int, version: int, form: QuoteForm) -> None:
    """Save a quote. A draft changes; an offered one stays readable and gets the next edition, the action's record (S1).

    Raises RuleError at the field that is wrong, StaleEdit, IllegalMove for an accepted or closed quote.
    """
    quote = Quote.get_by_id(quote_id)
    values = checked(act.actor, form)
    own = is_own(act.actor, quote.consultant_id)
    before = terms_of(quote) if quote.state is QuoteState.DRAFT else ()
    if quote.state is QuoteState.DRAFT:
        refuse_colleagues(own)
        save_edit(quote, version, {**values, "quoted_on": clock.today()})
    else:
        facts = QuoteFacts(own=own)
        state = move(QUOTE_MOVES, quote.state, QuoteAction.SUPERSEDE, act.actor, facts)
        save_edit(quote, version, {"state": state})
        act.touch("quote", quote_id)
        quote = Quote.create(
            number=quote.number,
            edition=quote.edition + 1,
            customer=quote.customer_id,
            consultant=quote.consultant_id,
            **values,
        )
    write_lines(quote, form.lines)
    write_offers(quote, form.offers)
    if before and before != terms_of(quote):
        void_approvals(act, quote)
    _make_findable(quote, quote.customer.name)
    act.on("quote", quote.id)
    act.touch("customer", quote.customer_id)
    act.note(number=quote.number, edition=quote.edition, total=quote.total)


@action(Permission.QUOTE)
def offer_quote(act: Act, quote_id: int) -> None:
    """The quote goes to the customer: from now on it is not edited but replaced (S1).

    Raises RuleError where it has no lines, or where its discounts are beyond this person's authority (S2).
    """
    quote = Quote.get_by_id(quote_id)
    set_state(act, quote, QuoteAction.OFFER)
    advance(act, quote.customer_id, Stage.QUOTED)


@action(Permission.QUOTE)
def decline_quote(act: Act, quote_id: int, reason: str) -> None:
    """The customer does not take it; the reason stays on the trail."""
    quote = Quote.get_by_id(quote_id)
    set_state(act, quote, QuoteAction.DECLINE)
    QuoteApproval.update(void_at=clock.now()).where(
        QuoteApproval.quote == quote_id, QuoteApproval.decision == Decision.OPEN
    ).execute()
    act.note(reason=reason)


def set_state(act: Act, quote: Quote, what: QuoteAction) -> None:
    """Move a quote on inside an action. Raises IllegalMove, NotAllowed, or what the guard says."""
    state = move(QUOTE_MOVES, quote.state, what, act.actor, quote_facts(act.actor, quote))
    save_edit(quote, quote.version, {"state": state})
    act.on("quote", quote.id)
    act.touch("customer", quote.customer_id)
    act.note(number=quote.number, edition=quote.edition, state=state.value)


def quote_facts(actor: Actor, quote: Quote) -> QuoteFacts:
    """What the guards of a quote ask, for this person."""
    rows = list(QuoteLine.select().where(QuoteLine.quote == quote.id))
    lines = priced(rows)
    expired = quote.quoted_on + timedelta(days=quote.valid_days) < clock.today()
    waiting = open_approval(quote)
    return QuoteFacts(
        lines=len(lines),
        expired=expired,
        own=is_own(actor, quote.consultant_id),
        blocked_by=beyond_authority(actor, lines, quote.whole_discount, granted_steps(quote)),
        waiting=waiting is not None,
        decides=waiting is not None and decides(actor, quote, waiting),
        undeductible=deducting.doubt(quote.customer_id, rows),
    )


def open_approval(quote: Quote) -> QuoteApproval | None:
    """The approval that a quote waits for, or None."""
    found: QuoteApproval | None = QuoteApproval.get_or_none(
        QuoteApproval.quote == quote.id, QuoteApproval.decision == Decision.OPEN, QuoteApproval.void_at.is_null()
    )
    return found


def granted_steps(quote: Quote) -> set[ApprovalStep]:
    """The steps at which this quote, as it stands, was approved."""
    query = QuoteApproval.select(QuoteApproval.step).where(
        QuoteApproval.quote == quote.id, QuoteApproval.decision == Decision.GRANTED, QuoteApproval.void_at.is_null()
    )
    return {row.step for row in query}


def decides(actor: Actor, quote: Quote, approval: QuoteApproval) -> bool:
    """Whether this person may decide: by role, and neither as the seller, nor who asked, nor who wrote it last (S2)."""
    wrote = audit.last_by("sales.save_quote", "quote", quote.id)
    involved = (quote.consultant_id, approval.asked_by_id, wrote)
    return actor.id not in involved and bool(DECIDES[approval.step] & actor.roles)


def void_approvals(act: Act, quote: Quote) -> None:
    """What was asked or granted for other lines no longer counts; it stays on record (S2)."""
    count = (
        QuoteApproval.update(void_at=clock.now())
        .where(
            QuoteApproval.quote == quote.id,
            QuoteApproval.void_at.is_null(),
            QuoteApproval.decision != Decision.RETURNED,
        )
        .execute()
    )
    if count:
        act.note(approvals_void=count)


def is_own(actor: Actor, consultant_id: int) -> bool:
    """Whether a quote or contract is this person's to work on: their own, or anybody's for a manager."""
    return consultant_id == actor.id or actor.may(Permission.SEE_ALL_PERSONAL)


def beyond_authority(
    actor: Actor,
    lines: Sequence[rules.PricedLine],
    whole_discount: int,
    granted: Collection[ApprovalStep] = (),
) -> RuleError | None:
    """Why this person may not offer these discounts, naming whose role may; None where they may (S2).

    ``granted`` are the steps at which they were approved.
    """
    limits = trade().discount_limits
    if rules.may_offer(lines, whole_discount, actor.roles, limits):
        return None
    needed = rules.lowest_role_that_may(lines, whole_discount, limits)
    if authority.covers(granted, needed):
        return None
    return RuleError("These discounts are beyond your authority. The {role} may offer this quote.", role=needed)


def priced(lines: Iterable[Line | StandingLine]) -> list[rules.PricedLine]:
    """Stored lines as the rules of price need them; lines of amendments know no price of the catalogue."""
    return [
        rules.PricedLine(
            *(e.category, e.quantity, e.unit_price, e.discount, e.cost, getattr(e, "listed", 0)),
            appraised=bool(getattr(e, "appraisal_id", None)),
        )
        for e in lines
    ]


def _make_findable(quote: Quote, customer_name: str) -> None:
    search.index("quote", quote.id, search_fields(quote.number, customer_name))


def search_fields(number: str, customer_name: str) -> list[str]:
    """What a quote is found by: its number, the customer's name with its sound."""
    return [number, customer_name, *spellings(customer_name)]
