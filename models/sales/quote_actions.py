"""What is done with quotes (S1, S2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from models.catalog.tables import Item
from models.customers.actions import advance
from models.customers.kinds import Stage
from models.customers.tables import Customer
from models.kernel import clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.money import LARGEST
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Actor, Permission
from models.kernel.pinyin import spellings
from models.kernel.tables import insert_rows, limited
from models.kernel.text import one_line
from models.sales import rules
from models.sales.states import QUOTE_MOVES, QuoteAction, QuoteFacts, QuoteState, refuse_colleagues
from models.sales.tables import Line, Quote, QuoteLine
from models.shop.profile import trade

LONGEST_VALIDITY = 365


@dataclass(frozen=True)
class LineForm:
    """A line as typed: quantity in hundredths, price and discount in fen; ``item_id`` None for a free line."""

    category: str
    name: str
    unit_price: int
    quantity: int = 100
    discount: int = 0
    spec: str = ""
    unit: str = ""
    item_id: int | None = None


@dataclass(frozen=True)
class QuoteForm:
    """A quote as typed; ``plan`` is a code of the trade's template, empty for its first."""

    lines: tuple[LineForm, ...] = field(default=())
    whole_discount: int = 0
    plan: str = ""
    valid_days: int = 0
    needs: str = ""
    note: str = ""


@action(Permission.QUOTE)
def start_quote(act: Act, customer_id: int, form: QuoteForm) -> None:
    """Begin a quote for a customer, with lines or without. Raises RuleError at the field that is wrong."""
    customer = Customer.get_by_id(customer_id)
    quote = Quote.create(
        number=numbering.next_number("BJ", clock.today().year),
        customer=customer,
        consultant=act.actor.id,
        **_values(form),
    )
    _write_lines(quote, form.lines)
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
    values = _values(form)
    own = is_own(act.actor, quote.consultant_id)
    if quote.state is QuoteState.DRAFT:
        refuse_colleagues(own)
        save_edit(quote, version, {**values, "quoted_on": clock.today()})
        QuoteLine.delete().where(QuoteLine.quote == quote_id).execute()
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
    _write_lines(quote, form.lines)
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
    set_state(act, Quote.get_by_id(quote_id), QuoteAction.DECLINE)
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
    lines = priced(QuoteLine.select().where(QuoteLine.quote == quote.id))
    expired = quote.quoted_on + timedelta(days=quote.valid_days) < clock.today()
    return QuoteFacts(
        lines=len(lines),
        expired=expired,
        own=is_own(actor, quote.consultant_id),
        blocked_by=beyond_authority(actor, lines, quote.whole_discount),
    )


def is_own(actor: Actor, consultant_id: int) -> bool:
    """Whether a quote or contract is this person's to work on: their own, or anybody's for a manager."""
    return consultant_id == actor.id or actor.may(Permission.SEE_ALL_PERSONAL)


def beyond_authority(actor: Actor, lines: Sequence[rules.PricedLine], whole_discount: int) -> RuleError | None:
    """Why this person may not offer these discounts alone, naming whose role may; None where they may (S2)."""
    limits = trade().discount_limits
    needed = rules.lowest_role_that_may(lines, whole_discount, limits)
    if rules.below_cost(lines, whole_discount):
        within = needed in actor.roles
    else:
        within = rules.may_discount(lines, whole_discount, actor.roles, limits)
    if within:
        return None
    return RuleError("These discounts are beyond your authority. The {role} may offer this quote.", role=needed)


def priced(lines: Sequence[Line]) -> list[rules.PricedLine]:
    """Stored lines as the rules of price need them."""
    return [rules.PricedLine(e.category, e.quantity, e.unit_price, e.discount, e.cost) for e in lines]


def _values(form: QuoteForm) -> dict[str, object]:
    template = trade()
    codes = [category.code for category in template.categories]
    for position, line in enumerate(form.lines):
        _check_line(line, position, codes)
    plans = [plan.code for plan in template.payment_plans]
    if form.plan and form.plan not in plans:
        raise RuleError("Choose a plan of payments.", field="plan")
    days = form.valid_days or template.quote_valid_days
    if not 1 <= days <= LONGEST_VALIDITY:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field="valid_days", least=1, most=LONGEST_VALIDITY
        )
    lines = [rules.PricedLine(e.category, e.quantity, e.unit_price, e.discount) for e in form.lines]
    return {
        "total": rules.price(lines, form.whole_discount, codes).total,
        "whole_discount": form.whole_discount,
        "plan": form.plan or plans[0],
        "valid_days": days,
        "needs": form.needs,
        "note": form.note,
    }


def _check_line(line: LineForm, position: int, categories: list[str]) -> None:
    where = f"lines.{position}"
    if not line.name:
        raise RuleError("Type what is sold.", field=f"{where}.name")
    for each in (QuoteLine.name, QuoteLine.spec, QuoteLine.unit):
        limited(one_line(getattr(line, each.name)), each.limit, f"{where}.{each.name}")
    if line.category not in categories:
        raise RuleError("Choose a category.", field=f"{where}.category")
    if not 0 < line.quantity <= LARGEST_QUANTITY:
        raise RuleError("The quantity must be more than zero.", field=f"{where}.quantity")
    if not 0 <= line.unit_price <= LARGEST:
        raise RuleError("The amount is too large.", field=f"{where}.unit_price")


def _write_lines(quote: Quote, lines: tuple[LineForm, ...]) -> None:
    goods = [line.item_id for line in lines if line.item_id]
    costs = dict(Item.select(Item.id, Item.cost).where(Item.id.in_(goods)).tuples()) if goods else {}
    rows = [
        {
            **{"quote": quote.id, "position": position, "item": line.item_id, "category": line.category},
            **{"name": line.name, "spec": line.spec, "unit": line.unit, "quantity": line.quantity},
            **{"unit_price": line.unit_price, "discount": line.discount, "cost": costs.get(line.item_id, 0)},
        }
        for position, line in enumerate(lines)
    ]
    if rows:
        insert_rows(QuoteLine, rows)


def _make_findable(quote: Quote, customer_name: str) -> None:
    search.index("quote", quote.id, search_fields(quote.number, customer_name))


def search_fields(number: str, customer_name: str) -> list[str]:
    """What a quote is found by: its number, the customer's name with its sound."""
    return [number, customer_name, *spellings(customer_name)]
