"""Approvals of quotes: who asks, who decides, what stays on record, and when a grant no longer counts (S2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.kernel.changes import Changes
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.permissions import Actor, Role
from models.sales import lists
from models.sales.authority import Excess
from models.sales.contract_actions import draft_contract
from models.sales.quote_actions import LineForm, QuoteForm, decline_quote, offer_quote, save_quote, start_quote
from models.sales.quote_approval_actions import approve_quote, return_quote, submit_quote
from models.sales.quote_lists import why_line
from models.sales.states import QUOTE_MOVES, ApprovalStep, Decision, QuoteAction, QuoteState
from models.sales.tables import Quote
from models.staff.actions import StaffForm, hire
from tests.models.shops import CAR_PRICE, Shop, car_line, customer, quote

BEYOND_SALES, BEYOND_MANAGER, BELOW_COST = 900_000, 1_000_000, 1_990_000
FREE = LineForm("service", "上门", 30_000)


def save(shop: Shop, quote_id: int, *lines: LineForm, by: Actor | None = None, **changes: object) -> int:
    actor = by or shop.consultant
    view = lists.quote_view(actor, quote_id)
    return save_quote(actor, quote_id, view.version, QuoteForm(lines, **changes)).id


@pytest.mark.parametrize(
    ("discount", "step", "decider"),
    [
        (BEYOND_SALES, ApprovalStep.MANAGER, "manager"),
        (BEYOND_MANAGER, ApprovalStep.OWNER, "owner"),
        (BELOW_COST, ApprovalStep.OWNER, "owner"),
    ],
)
def test_beyond_the_limit_it_waits_for_the_next_role_that_may(
    shop: Shop, discount: int, step: ApprovalStep, decider: str
) -> None:
    quote_id = quote(shop, customer(shop), discount)
    submit_quote(shop.consultant, quote_id, "老客户介绍")
    (asked,) = lists.quote_view(shop.consultant, quote_id).approvals
    assert (asked.step, asked.asked_by, asked.wish, asked.decision) == (step, "孙悦", "老客户介绍", Decision.OPEN)
    assert (asked.total, asked.saved) == (CAR_PRICE - discount, discount)
    waiting = {name: [e.quote_id for e in lists.open_approvals(actor)] for name, actor in shop.people.items()}
    who_may = {"owner"} if step is ApprovalStep.OWNER else {"manager", "owner"}
    assert waiting == {name: [quote_id] if name in who_may else [] for name in shop.people}
    approve_quote(shop.people[decider], quote_id, "可以")
    (granted,) = lists.quote_view(shop.consultant, quote_id).approvals
    assert (granted.decision, granted.decided_by, granted.reason) == (
        *(Decision.GRANTED, shop.people[decider].name),
        "可以",
    )
    assert lists.open_approvals(shop.owner) == []
    offer_quote(shop.consultant, quote_id)
    assert draft_contract(shop.consultant, quote_id).id


def test_the_reasons_are_written_down_in_figures(shop: Shop) -> None:
    quote_id = start_quote(shop.consultant, customer(shop), QuoteForm((car_line(shop, BELOW_COST), FREE))).id
    submit_quote(shop.consultant, quote_id)
    (asked,) = lists.quote_view(shop.owner, quote_id).approvals
    assert [each.what for each in asked.whys] == [
        *(Excess.BELOW_COST, Excess.PERCENT, Excess.AMOUNT),
        Excess.COST_UNKNOWN,
    ]
    assert lists.open_approvals(shop.owner)[0].because == why_line(asked.whys)
    assert why_line(asked.whys) == (
        "Sold below cost; Vehicle 10.47 % off, allowed 2 %; Vehicle 19,900.00 off, allowed 5,000.00; "
        "cost not known: Services"
    )


def test_nobody_approves_their_own_discount(shop: Shop) -> None:
    both = frozenset({Role.SALES, Role.SALES_MANAGER})
    seller = Actor(hire(shop.owner, StaffForm("郑多", both, pin="2468")).id, "郑多", both)
    second = Actor(hire(shop.owner, StaffForm("林总", frozenset({Role.OWNER}), pin="2468")).id, "林总", seller.roles)
    quote_id = start_quote(seller, customer(shop, by=seller), QuoteForm((car_line(shop, BEYOND_MANAGER),))).id
    submit_quote(seller, quote_id)
    with pytest.raises(NotAllowed):
        approve_quote(seller, quote_id)
    save(shop, quote_id, car_line(shop, BELOW_COST), by=shop.owner)
    submit_quote(seller, quote_id)
    for involved in (shop.owner, seller, shop.manager):
        assert lists.open_approvals(involved) == []
        with pytest.raises(NotAllowed):
            approve_quote(involved, quote_id)
    approve_quote(second, quote_id)
    assert lists.quote_view(seller, quote_id).beyond_authority is None


def test_who_asks_for_a_colleague_does_not_decide_either(shop: Shop) -> None:
    other = Actor(
        hire(shop.owner, StaffForm("钱总", frozenset({Role.OWNER}), pin="2468")).id, "钱总", frozenset({Role.OWNER})
    )
    quote_id = quote(shop, customer(shop), BEYOND_MANAGER)
    submit_quote(shop.manager, quote_id)
    assert [e.quote_id for e in lists.open_approvals(other)] == [quote_id]
    with pytest.raises(NotAllowed):
        approve_quote(shop.manager, quote_id)


def test_a_returned_quote_may_be_asked_for_again(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), BEYOND_SALES)
    submit_quote(shop.consultant, quote_id)
    with pytest.raises(RuleError, match="already"):
        submit_quote(shop.consultant, quote_id)
    with pytest.raises(RuleError) as refused:
        return_quote(shop.manager, quote_id, "")
    assert refused.value.field == "reason"
    return_quote(shop.manager, quote_id, "最多 2 %")
    with pytest.raises(RuleError, match="beyond your authority"):
        offer_quote(shop.consultant, quote_id)
    submit_quote(shop.consultant, quote_id)
    rows = lists.quote_view(shop.consultant, quote_id).approvals
    assert [(each.decision, each.reason) for each in rows] == [(Decision.RETURNED, "最多 2 %"), (Decision.OPEN, "")]


@pytest.mark.parametrize("granted", [False, True])
@pytest.mark.parametrize(
    ("changes", "void"),
    [
        (lambda shop: ((car_line(shop, BEYOND_SALES + 1),), {}), True),
        (lambda shop: ((car_line(shop, BEYOND_SALES), FREE), {}), True),
        (lambda shop: ((replace(car_line(shop, BEYOND_SALES), quantity=200),), {}), True),
        (lambda shop: ((car_line(shop, BEYOND_SALES),), {"whole_discount": 1}), True),
        (lambda shop: ((car_line(shop, BEYOND_SALES),), {"note": "备注", "valid_days": 3}), False),
    ],
)
def test_an_approval_is_void_when_the_lines_change(
    shop: Shop, changes: Callable[[Shop], tuple[tuple[LineForm, ...], dict[str, object]]], void: bool, granted: bool
) -> None:
    quote_id = quote(shop, customer(shop), BEYOND_SALES)
    submit_quote(shop.consultant, quote_id)
    if granted:
        approve_quote(shop.manager, quote_id)
    goods, rest = changes(shop)
    save(shop, quote_id, *goods, **rest)
    view = lists.quote_view(shop.consultant, quote_id)
    assert (view.approvals[0].void_at is not None) is void
    assert lists.open_approvals(shop.manager) == [] or not (void or granted)
    assert (view.beyond_authority is None) is (granted and not void)


def test_the_next_version_is_asked_for_anew(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), BEYOND_SALES)
    submit_quote(shop.consultant, quote_id)
    approve_quote(shop.manager, quote_id)
    offer_quote(shop.consultant, quote_id)
    second = save(shop, quote_id, car_line(shop, BEYOND_SALES))
    view = lists.quote_view(shop.consultant, second)
    assert view.approvals == ()
    assert view.beyond_authority is not None
    assert lists.quote_view(shop.consultant, quote_id).approvals[0].decided_by == "高经理"


def test_a_declined_quote_waits_for_nobody(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), BEYOND_SALES)
    submit_quote(shop.consultant, quote_id)
    decline_quote(shop.consultant, quote_id, "太贵")
    assert lists.open_approvals(shop.manager) == []
    with pytest.raises(IllegalMove):
        approve_quote(shop.manager, quote_id)


DO: dict[QuoteAction, Callable[[Shop, Actor, int], Changes]] = {
    QuoteAction.OFFER: lambda shop, who, quote_id: offer_quote(who, quote_id),
    QuoteAction.DECLINE: lambda shop, who, quote_id: decline_quote(who, quote_id, "x"),
    QuoteAction.SUBMIT: lambda shop, who, quote_id: submit_quote(who, quote_id),
    QuoteAction.APPROVE: lambda shop, who, quote_id: approve_quote(who, quote_id),
    QuoteAction.RETURN: lambda shop, who, quote_id: return_quote(who, quote_id, "x"),
}
MAY = {
    QuoteAction.OFFER: {Role.SALES, Role.SALES_MANAGER, Role.OWNER},
    QuoteAction.DECLINE: {Role.SALES, Role.SALES_MANAGER, Role.OWNER},
    QuoteAction.SUBMIT: {Role.SALES, Role.SALES_MANAGER, Role.OWNER},
    QuoteAction.APPROVE: {Role.SALES_MANAGER, Role.OWNER},
    QuoteAction.RETURN: {Role.SALES_MANAGER, Role.OWNER},
}


def test_every_state_action_and_role(folder_shop: Shop) -> None:
    """What leads where is in the table of moves and nowhere else; a role that may not is refused in every state."""
    shop = folder_shop
    quote_id = quote(shop, customer(shop), BEYOND_MANAGER)
    for state in QuoteState:
        for what, run in DO.items():
            for role in Role:
                Quote.update(state=state).where(Quote.id == quote_id).execute()
                answer = _outcome(run, shop, _hired(shop, role), quote_id)
                move = QUOTE_MOVES.get((state, what))
                if role not in MAY[what]:
                    assert answer is NotAllowed, (state, what, role)
                elif move is None:
                    assert answer is IllegalMove, (state, what, role)
                elif answer is None:
                    assert Quote.get_by_id(quote_id).state is move.target, (state, what, role)


def _outcome(
    run: Callable[[Shop, Actor, int], Changes], shop: Shop, who: Actor, quote_id: int
) -> type[Exception] | None:
    """Which error an attempt ends with; None where it went through."""
    try:
        run(shop, who, quote_id)
    except (IllegalMove, NotAllowed, RuleError) as error:
        return type(error)
    return None


_staff: dict[tuple[str, Role], Actor] = {}


def _hired(shop: Shop, role: Role) -> Actor:
    """A stranger to the quote with this role, a fresh one for each store; nobody of them works on it."""
    key = (shop.address, role)
    if key not in _staff:
        roles = frozenset({role})
        _staff[key] = Actor(hire(shop.owner, StaffForm(f"新{role.value}", roles, pin="2468")).id, role.value, roles)
    return _staff[key]
