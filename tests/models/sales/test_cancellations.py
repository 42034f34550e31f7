"""Cancelling a signed contract: the refund by rule, approval, signature, and the money that goes back (S6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from models.kernel import clock, i18n, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.permissions import Actor
from models.sales import cancellation_actions as cancelling
from models.sales.amendment_actions import withdraw_amendment
from models.sales.cancellation_actions import CancellationForm, RefundForm, settlement
from models.sales.lists import contract_view, payments
from models.sales.paper_facts import contract_watermark
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.receipt_facts import receipt_paper
from models.sales.states import ApprovalStep, ContractState
from models.sales.supplement_facts import cancellation_paper
from models.sales.supplement_lists import cancellation_view
from models.sales.supplement_states import Fault, SupplementAction, SupplementState
from tests.models.sales.lives import amended, approve_cancellation_fully, called_off, drafted, pay
from tests.models.shops import CAR_PRICE, Shop, signed_contract

DEPOSIT, MORE = 1_000_000, 500_000


@pytest.fixture
def contract(shop: Shop) -> int:
    """A signed contract on which the deposit and something more is paid."""
    contract_id = signed_contract(shop)
    pay(shop, contract_id, DEPOSIT + MORE)
    return contract_id


def refund(amount: int, **more: object) -> RefundForm:
    return RefundForm(amount, PaymentMethod.TRANSFER, "欧阳䶮", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.CUSTOMER, MORE),
        (Fault.BOTH, MORE + DEPOSIT // 2),
        (Fault.STORE, MORE + DEPOSIT),
        (Fault.NOBODY, MORE + DEPOSIT),
    ],
)
def test_the_deposit_is_forfeited_shared_or_returned(folder_shop: Shop, fault: Fault, expected: int) -> None:
    contract_id = signed_contract(folder_shop)
    pay(folder_shop, contract_id, DEPOSIT + MORE)
    sums = settlement(contract_id, fault)
    assert (sums.received, sums.deposit, sums.proposed) == (DEPOSIT + MORE, DEPOSIT, expected)


def test_the_refund_is_paid_out_in_parts_with_receipt_numbers_of_its_own(shop: Shop, contract: int) -> None:
    amended(shop, contract)
    cancellation_id = called_off(shop, contract, Fault.CUSTOMER)
    view = contract_view(shop.owner, contract)
    assert (view.row.state, view.reason) == (ContractState.CANCELLED, "changed their mind")
    assert cancellation_view(shop.cashier, cancellation_id).may_refund
    first = cancelling.pay_refund(shop.cashier, cancellation_id, refund(MORE - 1)).id
    with pytest.raises(RuleError, match="still to be refunded"):
        cancelling.pay_refund(shop.cashier, cancellation_id, refund(2))
    wrong = cancelling.pay_refund(shop.cashier, cancellation_id, refund(1)).id
    reverse_payment(shop.cashier, wrong, "wrong account")
    assert cancellation_view(shop.owner, cancellation_id).refunded == MORE - 1
    last = cancelling.pay_refund(shop.cashier, cancellation_id, refund(1)).id
    rows = payments(contract)
    assert [row.amount for row in rows] == [DEPOSIT + MORE, 1 - MORE, -1, 1, -1]
    assert len({row.number for row in rows}) == len(rows)
    papers = [receipt_paper(each, "en") for each in (first, last)]
    assert [(each.amount, each.contract_total, each.paid_so_far, each.still_open) for each in papers] == [
        (MORE - 1, MORE, MORE - 1, 1),
        (1, MORE, MORE, 0),
    ]
    assert {each.refund_of for each in papers} == {cancellation_view(shop.owner, cancellation_id).row.number}
    assert not cancellation_view(shop.cashier, cancellation_id).may_refund


def test_nothing_is_taken_on_a_cancelled_contract(shop: Shop, contract: int) -> None:
    called_off(shop, contract)
    with pytest.raises(RuleError, match="signed contracts"):
        take_payment(shop.cashier, contract, PaymentForm(100, PaymentMethod.CASH, "欧阳䶮"))
    with pytest.raises(RuleError, match="signed contracts"):
        drafted(shop, contract)
    assert contract_watermark(contract).value == "void"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (refund(0), "amount"),
        (refund(-1), "amount"),
        (RefundForm(1, PaymentMethod.CASH, ""), "payee"),
        (refund(1, paid_on=clock.today() + timedelta(days=2)), "paid_on"),
        (refund(1, paid_on=clock.today() - timedelta(days=2)), "paid_on"),
    ],
)
def test_what_is_not_paid_out(folder_shop: Shop, form: RefundForm, field: str) -> None:
    contract_id = signed_contract(folder_shop)
    pay(folder_shop, contract_id, DEPOSIT + MORE)
    cancellation_id = called_off(folder_shop, contract_id)
    with pytest.raises(RuleError) as refused:
        cancelling.pay_refund(folder_shop.cashier, cancellation_id, form)
    assert refused.value.field == field
    with pytest.raises(NotAllowed):
        cancelling.pay_refund(folder_shop.consultant, cancellation_id, refund(1))


def test_another_refund_needs_a_reason(shop: Shop, contract: int) -> None:
    def draft(**more: object) -> int:
        form = CancellationForm(Fault.CUSTOMER, "changed their mind", **more)  # type: ignore[arg-type]
        return cancelling.draft_cancellation(shop.consultant, contract, form).id

    for more, field in (
        ({"refund": MORE + 1}, "because"),
        ({"refund": DEPOSIT + MORE + 1, "because": "x"}, "refund"),
        ({"refund": -1, "because": "x"}, "refund"),
    ):
        with pytest.raises(RuleError) as refused:
            draft(**more)
        assert refused.value.field == field
    cancellation_id = draft(refund=MORE + 1, because="goodwill")
    view = cancellation_view(shop.consultant, cancellation_id)
    assert (view.refund, view.proposed, view.because) == (MORE + 1, MORE, "goodwill")
    cancelling.save_cancellation(
        shop.consultant, cancellation_id, view.version, CancellationForm(Fault.CUSTOMER, "x", None, "goodwill")
    )
    assert cancellation_view(shop.consultant, cancellation_id).because == ""


def test_a_large_refund_needs_the_owner(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    pay(shop, contract_id, DEPOSIT + 2_000_001)

    def steps(amount: int) -> list[ApprovalStep]:
        form = CancellationForm(Fault.CUSTOMER, "x", amount, "agreed")
        cancellation_id = cancelling.draft_cancellation(shop.consultant, contract_id, form).id
        cancelling.submit_cancellation(shop.consultant, cancellation_id)
        asked = [each.step for each in cancellation_view(shop.owner, cancellation_id).approvals]
        cancelling.withdraw_cancellation(shop.consultant, cancellation_id, "x")
        return asked

    assert steps(2_000_000) == [ApprovalStep.MANAGER]
    assert steps(2_000_001) == [ApprovalStep.MANAGER, ApprovalStep.OWNER]


def test_money_that_came_in_meanwhile_stops_the_signature(shop: Shop, contract: int) -> None:
    form = CancellationForm(Fault.NOBODY, "x")
    cancellation_id = cancelling.draft_cancellation(shop.consultant, contract, form).id
    cancelling.submit_cancellation(shop.consultant, cancellation_id)
    approve_cancellation_fully(shop, cancellation_id)
    late = pay(shop, contract, 1)
    with pytest.raises(RuleError, match="Work it out anew"):
        cancelling.sign_cancellation(shop.consultant, cancellation_id)
    reverse_payment(shop.cashier, late, "meant for another")
    cancelling.sign_cancellation(shop.consultant, cancellation_id)
    assert contract_view(shop.owner, contract).row.state is ContractState.CANCELLED


def test_an_amendment_under_way_comes_first(shop: Shop, contract: int) -> None:
    amendment_id = drafted(shop, contract)
    with pytest.raises(RuleError, match="-01 is still open"):
        called_off(shop, contract)
    withdraw_amendment(shop.consultant, amendment_id, "x")
    called_off(shop, contract)


def test_the_signed_paper_stays(shop: Shop, contract: int) -> None:
    cancellation_id = called_off(shop, contract, Fault.BOTH)
    papers = {language: cancellation_paper(cancellation_id, language) for language in i18n.LANGUAGES}
    cancelling.pay_refund(shop.cashier, cancellation_id, refund(1))
    for language, paper in papers.items():
        assert cancellation_paper(cancellation_id, language) == paper
        assert (paper.total, paper.received, paper.refund) == (CAR_PRICE, DEPOSIT + MORE, MORE + DEPOSIT // 2)
        assert paper.kept == DEPOSIT // 2


OWN, DECIDERS = {"owner", "manager", "consultant"}, {"owner", "manager"}
ALLOWED: dict[tuple[str, str], set[str]] = {
    ("draft", "submit"): OWN,
    ("draft", "withdraw"): OWN,
    ("submitted", "approve"): DECIDERS,
    ("submitted", "return"): DECIDERS,
    ("submitted", "withdraw"): OWN,
    ("approved", "return"): DECIDERS | {"cashier"},
    ("approved", "sign"): OWN,
    ("approved", "withdraw"): OWN,
    ("signed", "refund"): {"owner", "cashier"},
}
ACTIONS: dict[str, Callable[[Actor, int], object]] = {
    "submit": cancelling.submit_cancellation,
    "approve": cancelling.approve_cancellation,
    "return": lambda actor, each: cancelling.return_cancellation(actor, each, "x"),
    "sign": cancelling.sign_cancellation,
    "withdraw": lambda actor, each: cancelling.withdraw_cancellation(actor, each, "x"),
    "refund": lambda actor, each: cancelling.pay_refund(actor, each, refund(1)),
}


def test_every_state_action_and_role(folder_shop: Shop) -> None:
    """Each action by each person in each state: done where it may be, refused everywhere else, nothing between."""
    contract_id = signed_contract(folder_shop)
    pay(folder_shop, contract_id, DEPOSIT + MORE)
    form = CancellationForm(Fault.NOBODY, "x")
    cancellation_id = cancelling.draft_cancellation(folder_shop.consultant, contract_id, form).id
    steps: dict[str, Callable[[], object]] = {
        "draft": lambda: cancelling.submit_cancellation(folder_shop.consultant, cancellation_id),
        "submitted": lambda: approve_cancellation_fully(folder_shop, cancellation_id),
        "approved": lambda: cancelling.sign_cancellation(folder_shop.consultant, cancellation_id),
        "signed": lambda: None,
    }
    for state, go_on in steps.items():
        assert cancellation_view(folder_shop.owner, cancellation_id).row.state is SupplementState(state)
        for name, action in ACTIONS.items():
            for who, actor in folder_shop.people.items():
                with store.database.atomic() as attempt:
                    try:
                        action(actor, cancellation_id)
                        done = True
                    except (NotAllowed, IllegalMove, RuleError):
                        done = False
                    attempt.rollback()
                assert done is (who in ALLOWED.get((state, name), set())), (state, name, who)
                if name != "refund" and who in OWN:
                    offered = cancellation_view(actor, cancellation_id).actions
                    assert (SupplementAction(name) in offered) is done, (state, name, who)
        go_on()
