"""Every state by every action by every role: what moves on, what is refused, and that the page says the same (D2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from models.delivery.handing_actions import (
    HandOverForm,
    close_delivery,
    finish_follow_up,
    hand_over,
    make_ready,
)
from models.delivery.planning_actions import PostponeForm, cancel_delivery, confirm_delivery, postpone_delivery
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryAction, DeliveryState
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import run_sql
from models.staff.actions import StaffForm, hire
from models.trades.delivery_template import Gate
from tests.models.delivery import handing
from tests.models.shops import PIN, Shop, customer, signed_contract

S, A = DeliveryState, DeliveryAction
MOVES = {
    (S.PLANNED, A.CONFIRM): S.CONFIRMED,
    (S.CONFIRMED, A.MAKE_READY): S.READY,
    (S.READY, A.HAND_OVER): S.HANDED_OVER,
    (S.HANDED_OVER, A.FOLLOW_UP): S.FOLLOWED_UP,
    (S.FOLLOWED_UP, A.CLOSE): S.CLOSED,
    **{(state, A.POSTPONE): S.PLANNED for state in (S.PLANNED, S.CONFIRMED, S.READY)},
    **{(state, A.CANCEL): S.CANCELLED for state in (S.PLANNED, S.CONFIRMED, S.READY)},
}
"""D2 as it is written."""

PLANNERS = {Role.SALES, Role.SALES_MANAGER, Role.OWNER}
ALL_BUT_ADMINISTRATOR = set(Role) - {Role.ADMINISTRATOR}
MAY = {action: ALL_BUT_ADMINISTRATOR if action is A.FOLLOW_UP else PLANNERS for action in DeliveryAction}


class _TakenBack(Exception):
    """Ends what was only tried."""


def _do(actor: Actor, delivery_id: int, action: DeliveryAction) -> None:
    later = PostponeForm(clock.now() + timedelta(days=30), "客户出差", clock.now())
    does: dict[DeliveryAction, Callable[[], Any]] = {
        A.CONFIRM: lambda: confirm_delivery(actor, delivery_id),
        A.MAKE_READY: lambda: make_ready(actor, delivery_id),
        A.HAND_OVER: lambda: hand_over(actor, delivery_id, HandOverForm()),
        A.FOLLOW_UP: lambda: finish_follow_up(actor, delivery_id),
        A.CLOSE: lambda: close_delivery(actor, delivery_id),
        A.POSTPONE: lambda: postpone_delivery(actor, delivery_id, later),
        A.CANCEL: lambda: cancel_delivery(actor, delivery_id, "x"),
    }
    does[action]()


def _tried(actor: Actor, delivery_id: int, action: DeliveryAction) -> DeliveryState | type[Exception]:
    """Where the action leads, or how it is refused; afterwards everything is as before."""
    found: list[DeliveryState] = []
    try:
        with transaction():
            _do(actor, delivery_id, action)
            (state,) = run_sql("SELECT state FROM delivery WHERE id = ?", delivery_id).fetchone()
            found.append(DeliveryState(state))
            raise _TakenBack
    except _TakenBack:
        return found[0]
    except (IllegalMove, NotAllowed, RuleError) as error:
        return type(error)


def _in_every_state(shop: Shop) -> dict[DeliveryState, int]:
    """A delivery in each state, each with all that its next step asks for."""
    found: dict[DeliveryState, int] = {}
    for hours, state in enumerate(DeliveryState, 1):
        contract_id = signed_contract(shop, customer_id=customer(shop, f"客{hours}", f"1390001000{hours}"))
        delivery_id = found[state] = handing.planned(shop, contract_id, hours=40 + hours * 3, template="design")
        handing.pay(shop, contract_id)
        if state is S.CANCELLED:
            cancel_delivery(shop.consultant, delivery_id, "x")
            continue
        handing.called(shop.reception, delivery_id)
        handing.settle(shop.consultant, delivery_id, Gate.READY)
        handing.compared(shop.consultant, delivery_id)
        handing.released(shop, delivery_id)
        handing.settle(shop.consultant, delivery_id, Gate.HAND_OVER)
        path = [S.PLANNED, S.CONFIRMED, S.READY, S.HANDED_OVER, S.FOLLOWED_UP, S.CLOSED]
        steps = [A.CONFIRM, A.MAKE_READY, A.HAND_OVER, A.FOLLOW_UP, A.CLOSE]
        for step in steps[: path.index(state)]:
            _do(shop.consultant, delivery_id, step)
            if step is A.HAND_OVER:
                handing.book_delivery(shop.cashier, delivery_id)
                handing.settle(shop.manager, delivery_id, Gate.AFTER)
        if state is S.HANDED_OVER:
            continue
    return found


def test_every_state_by_every_action_by_every_role(folder_shop: Shop) -> None:
    shop = folder_shop
    deliveries = _in_every_state(shop)
    people = {Role.SALES: shop.consultant, Role.OWNER: shop.owner}
    for role in set(Role) - people.keys():
        form = StaffForm(role.value, frozenset({role}), pin=PIN)
        people[role] = Actor(hire(shop.owner, form).id, role.value, form.roles)
    for state, delivery_id in deliveries.items():
        for role, actor in people.items():
            said = delivery_view(actor, delivery_id).actions
            for action in DeliveryAction:
                where = (state, action, role)
                found = _tried(actor, delivery_id, action)
                if (state, action) not in MOVES:
                    assert found in (IllegalMove, NotAllowed), where
                    assert action not in said, where
                elif role not in MAY[action]:
                    assert found is NotAllowed, where
                    assert action not in said, where
                else:
                    assert found is MOVES[state, action], where
                    assert said[action] is None, where
        assert _tried(shop.colleague, delivery_id, A.CANCEL) in (NotAllowed, IllegalMove), "a colleague's"
