"""No path hands over with a gap: items, money, other goods, dispatch note, signature; and what is missing is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.checking import deliveries as checking
from models.delivery.checklist_actions import compare_unit, undo_item
from models.delivery.handing_actions import (
    HandOverForm,
    approve_release,
    ask_release,
    book_delivery,
    hand_over,
    make_ready,
    overrule_money,
    return_release,
    take_signature,
)
from models.delivery.kinds import BlockerKind
from models.delivery.planning_actions import CallForm, PostponeForm, log_call, postpone_delivery
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryState
from models.kernel import clock
from models.kernel.errors import FrontdeskError, IllegalMove, NotAllowed, RuleError
from models.kernel.store import transaction
from models.kernel.tables import run_sql
from models.sales.amendment_actions import AmendmentForm
from models.sales.lists import contract_view, payments
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.trades.delivery_template import Gate
from tests.campaigns import campaign, has_long_form
from tests.models.delivery import handing
from tests.models.delivery.handing import VIN, items, pay, planned, settle, signature
from tests.models.sales.lives import amended
from tests.models.shops import Shop, signed_contract

OTHER_VIN = "LYH7V2A58TA000999"
Step = Callable[[Shop, int, int], object]


def _undo_one(shop: Shop, contract_id: int, delivery_id: int) -> None:
    done = [item for item in items(shop.consultant, delivery_id) if item.state.value != "open" and item.required]
    if done:
        undo_item(shop.consultant, done[len(done) // 2].id)


def _take_back(shop: Shop, contract_id: int, delivery_id: int) -> None:
    for payment in payments(contract_id)[-1:]:
        reverse_payment(shop.cashier, payment.id, "退票")


NEEDED: dict[str, Step] = {
    "pay": lambda shop, contract, _delivery: pay(shop, contract),
    "call": lambda shop, _contract, delivery: handing.called(shop.consultant, delivery),
    "prepare": lambda shop, _contract, delivery: settle(shop.consultant, delivery, Gate.READY),
    "ready": lambda shop, _contract, delivery: make_ready(shop.consultant, delivery),
    "compare": lambda shop, _contract, delivery: compare_unit(shop.consultant, delivery, VIN.lower()),
    "ask": lambda shop, _contract, delivery: ask_release(shop.consultant, delivery),
    "approve": lambda shop, _contract, delivery: approve_release(shop.manager, delivery),
    "explain": lambda shop, _contract, delivery: settle(shop.consultant, delivery, Gate.HAND_OVER, but=("signed",)),
    "sign": lambda shop, _contract, delivery: take_signature(shop.consultant, delivery, signature()),
}
"""What a hand-over takes, in an order that works."""

NOISE: dict[str, Step] = {
    "wrong goods": lambda shop, _contract, delivery: compare_unit(shop.consultant, delivery, OTHER_VIN),
    "undo": _undo_one,
    "take back": _take_back,
    "part": lambda shop, contract, _delivery: take_payment(
        shop.cashier, contract, PaymentForm(100_00, PaymentMethod.CASH, "x", again=True)
    ),
    "overrule": lambda shop, _contract, delivery: overrule_money(shop.owner, delivery, "老客户"),
    "swap": lambda shop, contract, _delivery: amended(
        shop, contract, AmendmentForm("swap", subject={"vin": OTHER_VIN})
    ),
    "return": lambda shop, _contract, delivery: return_release(shop.manager, delivery, "x"),
    "own": lambda shop, _contract, delivery: approve_release(shop.consultant, delivery),
    "missed": lambda shop, _contract, delivery: log_call(shop.reception, delivery, CallForm(False)),
    "later": lambda shop, _contract, delivery: postpone_delivery(
        shop.consultant, delivery, PostponeForm(clock.now() + timedelta(days=9), "x", clock.now())
    ),
    "too soon": lambda shop, _contract, delivery: hand_over(shop.consultant, delivery, HandOverForm()),
}
"""What may come in between."""


class _TakenBack(Exception):
    """Ends an example."""


def _try(step: Step, shop: Shop, contract_id: int, delivery_id: int) -> bool:
    try:
        step(shop, contract_id, delivery_id)
    except FrontdeskError:
        return False
    return True


def _truth(delivery_id: int, contract_id: int) -> dict[str, bool]:
    """What the tables say of the gates, read without the rules."""
    one = "SELECT count(*) FROM {0} WHERE delivery_id = ? AND {1}"
    count = {
        "open": one.format("delivery_item", "required = 1 AND state = 'open' AND gate <> 'after'"),
        "note": one.format("dispatch_note", "decision = 'granted' AND decided_by_id <> asked_by_id"),
        "signed": one.format("delivery_signature", "1 = 1"),
    }
    said = {name: run_sql(sql, delivery_id).fetchone()[0] for name, sql in count.items()}
    received = run_sql("SELECT coalesce(sum(amount), 0) FROM payment WHERE contract_id = ?", contract_id).fetchone()[0]
    overruled = run_sql(one.format("delivery_event", "kind = 'overruled'"), delivery_id).fetchone()[0]
    total = run_sql("SELECT total + amended FROM contract WHERE id = ?", contract_id).fetchone()[0]
    swapped = run_sql(
        "SELECT count(*) FROM amendment WHERE state = 'signed' AND subject LIKE ?", f"%{OTHER_VIN}%"
    ).fetchone()[0]
    right = OTHER_VIN if swapped else VIN
    compared = run_sql(one.format("delivery_unit", f"serial = '{right}'"), delivery_id).fetchone()[0]
    return {
        "items": said["open"] == 0,
        "paid": received >= total or overruled > 0,
        "goods": compared > 0,
        "released": said["note"] > 0,
        "signed": said["signed"] > 0,
    }


@has_long_form
@settings(max_examples=campaign(12, 400))
@given(
    st.frozensets(st.sampled_from(sorted(NEEDED)), max_size=2),
    st.lists(st.tuples(st.integers(0, len(NEEDED)), st.sampled_from(sorted(NOISE))), max_size=4),
)
@example(frozenset(), [(5, "swap"), (5, "wrong goods")])  # the goods are others than those that were compared first
def test_no_path_hands_over_with_a_gap(
    folder_shop: Shop, left_out: frozenset[str], noise: list[tuple[int, str]]
) -> None:
    """Whatever is left out or comes in between: handed over means that nothing was missing, and the other way round."""
    shop = folder_shop
    try:
        with transaction():
            contract_id = signed_contract(shop)
            delivery_id = planned(shop, contract_id, template="design")
            for place, name in enumerate([*NEEDED, "end"]):
                for at, what in noise:
                    if at == place:
                        _try(NOISE[what], shop, contract_id, delivery_id)
                if name in NEEDED and name not in left_out:
                    _try(NEEDED[name], shop, contract_id, delivery_id)
            before = _truth(delivery_id, contract_id)
            ready = delivery_view(shop.owner, delivery_id).entry.state is DeliveryState.READY
            _try(lambda shop, _c, delivery: hand_over(shop.consultant, delivery, HandOverForm()), shop, 0, delivery_id)
            state = delivery_view(shop.owner, delivery_id).entry.state
            if state is DeliveryState.HANDED_OVER:
                assert all(_truth(delivery_id, contract_id).values())
            else:
                assert not (ready and all(before.values()))
            if not left_out and not noise:
                assert state is DeliveryState.HANDED_OVER
            assert [*checking.handed_over(), *checking.records(), *checking.contracts()] == []
            raise _TakenBack
    except _TakenBack:
        pass


def blocked(shop: Shop, delivery_id: int) -> set[BlockerKind]:
    """What stands in the way of the hand-over."""
    return {blocker.kind for blocker in delivery_view(shop.consultant, delivery_id).steps.hand_over}


def test_everything_that_blocks_is_said_at_once(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    delivery_id = planned(shop, contract_id)
    kinds = BlockerKind
    assert blocked(shop, delivery_id) == {
        *(kinds.ITEM, kinds.INSPECTION, kinds.MONEY, kinds.UNIT, kinds.DISPATCH, kinds.SIGNATURE)
    }
    with pytest.raises(IllegalMove):
        hand_over(shop.consultant, delivery_id, HandOverForm(signature()))
    assert delivery_view(shop.owner, delivery_id).signatures == (), "nothing half written"
    handing.ready(shop, delivery_id)
    with pytest.raises(RuleError) as caught:
        hand_over(shop.consultant, delivery_id, HandOverForm(signature()))
    said = str(caught.value)
    assert f"{VIN} has not been compared" in said
    assert "the dispatch note is not approved" in said
    assert "Keys" not in said or "open" in said
    assert said.count("is open") > 10, "each open item by name"


def test_no_amendment_names_other_goods_than_were_handed_over(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    delivery_id = planned(shop, contract_id, template="design")
    overrule_money(shop.owner, delivery_id, "老客户")
    for name, step in NEEDED.items():
        if name != "pay":
            step(shop, contract_id, delivery_id)
    hand_over(shop.consultant, delivery_id, HandOverForm())
    with pytest.raises(RuleError, match=f"{VIN} has been handed over"):
        amended(shop, contract_id, AmendmentForm("swap", subject={"vin": OTHER_VIN}))
    with pytest.raises(RuleError, match="still open"):
        amended(shop, contract_id, AmendmentForm("colour", subject={"colour": "黑"}))


def test_the_plan_says_what_is_paid_before_and_the_owner_overrules_on_record(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    delivery_id = planned(shop, contract_id)
    handing.called(shop.consultant, delivery_id)
    settle(shop.consultant, delivery_id, Gate.READY)
    with pytest.raises(RuleError, match="is not paid"):
        make_ready(shop.consultant, delivery_id)
    for actor in (shop.manager, shop.consultant, shop.cashier):
        with pytest.raises(NotAllowed):
            overrule_money(actor, delivery_id, "x")
    with pytest.raises(RuleError, match="reason"):
        overrule_money(shop.owner, delivery_id, "")
    overrule_money(shop.owner, delivery_id, "老客户，下周付清")
    view = delivery_view(shop.owner, delivery_id)
    total = contract_view(shop.owner, contract_id).row.total
    assert view.owed == view.overruled == total
    assert view.events[-1].text == "老客户，下周付清"
    make_ready(shop.consultant, delivery_id)
    pay(shop, contract_id)
    with pytest.raises(RuleError, match="Nothing is open"):
        overrule_money(shop.owner, delivery_id, "x")


def test_nobody_releases_what_they_asked_for_and_the_cashier_books_the_signed_copy(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    ask_release(shop.manager, delivery_id)
    with pytest.raises(NotAllowed, match="Nobody approves"):
        approve_release(shop.manager, delivery_id)
    with pytest.raises(RuleError, match="is there already"):
        ask_release(shop.consultant, delivery_id)
    approve_release(shop.owner, delivery_id)
    with pytest.raises(RuleError, match="not been handed over"):
        book_delivery(shop.cashier, delivery_id)
