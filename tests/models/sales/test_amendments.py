"""Amendments: numbered within the contract, approved like it, signed they move what is open (S6, S7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.kernel import clock, i18n, search, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.sales import amendment_actions as amending
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.lists import contract_view, open_approvals
from models.sales.paper_facts import contract_paper
from models.sales.quote_forms import LineForm
from models.sales.receipt_facts import receipt_paper
from models.sales.states import ApprovalStep
from models.sales.supplement_facts import amendment_paper
from models.sales.supplement_lists import amendment_view, supplements_of
from models.sales.supplement_states import SupplementAction, SupplementState
from models.shop.actions import change_profile
from models.shop.profile import profile, write_trade
from models.staff.actions import StaffForm, change_account
from models.trades import files
from tests.models.sales.lives import (
    MATS,
    added,
    amended,
    approve_amendment_fully,
    cheaper,
    drafted,
    pay,
    stage_amounts,
)
from tests.models.shops import CAR_PRICE, PIN, Shop, customer, filled_contract, quote, signed_contract

DEPOSIT = 1_000_000


@pytest.fixture
def contract(shop: Shop) -> int:
    """A signed contract over one car whose deposit is paid."""
    contract_id = signed_contract(shop)
    pay(shop, contract_id, DEPOSIT)
    return contract_id


def test_more_goods_make_the_contract_dearer_and_its_balance_takes_it(shop: Shop, contract: int) -> None:
    receipt = contract_view(shop.owner, contract).payments[0].id
    signed_paper = contract_paper(contract, "zh_CN")
    amendment_id = amended(shop, contract)
    view = contract_view(shop.owner, contract)
    assert (view.row.total, view.signed_total, view.price.total) == (CAR_PRICE + 80_000, CAR_PRICE, CAR_PRICE + 80_000)
    assert [line.name for line in view.lines] == ["澜川 V7", "脚垫"]
    assert stage_amounts(shop, contract) == [DEPOSIT, CAR_PRICE + 80_000 - DEPOSIT]
    (row,) = supplements_of(contract)
    number = view.row.number
    assert (row.id, row.number, row.state, row.amount) == (amendment_id, f"{number}-01", SupplementState.SIGNED, 80_000)
    assert [hit.record_id for hit in search.find(f"{number}-01", ("contract",), 5)] == [contract]
    assert contract_paper(contract, "zh_CN") == signed_paper
    assert receipt_paper(receipt, "en").contract_total == CAR_PRICE, "a receipt says what held when it was made out"
    assert receipt_paper(pay(shop, contract, 1), "en").contract_total == CAR_PRICE + 80_000


def test_amendments_build_on_each_other(shop: Shop, contract: int) -> None:
    amended(shop, contract)
    amended(shop, contract, AmendmentForm("fewer", (ChangedLine(1, 0, 80_000),), whole_discount=100_000))
    amended(shop, contract, AmendmentForm("again", (), (LineForm("accessory", "贴膜", 268_000, 200, 36_000),)))
    view = contract_view(shop.owner, contract)
    assert [(line.position, line.name, line.quantity) for line in view.lines] == [(0, "澜川 V7", 100), (2, "贴膜", 200)]
    assert view.row.total == CAR_PRICE - 100_000 + 2 * 268_000 - 36_000 == view.price.total
    assert [row.number[-3:] for row in supplements_of(contract)] == ["-01", "-02", "-03"]
    assert [row.amount for row in supplements_of(contract)] == [80_000, -180_000, 500_000]


def test_a_lower_total_becomes_credit_once_too_much_is_paid(shop: Shop, contract: int) -> None:
    pay(shop, contract, CAR_PRICE - DEPOSIT)
    amended(shop, contract, cheaper(300_000))
    view = contract_view(shop.owner, contract)
    assert view.row.received - view.row.total == 300_000
    assert [stage.amount for stage in view.stages] == [DEPOSIT, CAR_PRICE - DEPOSIT, -300_000]
    assert (view.next_amount, view.row.overdue) == (0, 0)
    amended(shop, contract, added(LineForm("accessory", "贴膜", 500_000)))
    assert stage_amounts(shop, contract) == [DEPOSIT, CAR_PRICE - DEPOSIT, 200_000]
    assert contract_view(shop.owner, contract).next_amount == 200_000


def test_a_new_day_moves_what_is_due(shop: Shop, contract: int) -> None:
    day = date(2037, 5, 2)
    amended(shop, contract, AmendmentForm("later", subject={"delivery_date": day.isoformat()}))
    view = contract_view(shop.owner, contract)
    assert view.subject["delivery_date"] == day.isoformat()
    assert [stage.due_on for stage in view.stages] == [clock.today(), day - timedelta(days=1)]
    assert contract_paper(contract, "en").plan[1].due != view.stages[1].due_on


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (AmendmentForm("x", (ChangedLine(7, 100, 1),)), "lines"),
        (AmendmentForm("x", (ChangedLine(0, -100, 1),)), "lines.0.quantity"),
        (AmendmentForm("x", (ChangedLine(0, 100, -1),)), "lines.0.unit_price"),
        (AmendmentForm("x", (ChangedLine(0, 100, 10**15),)), "lines.0.unit_price"),
        (AmendmentForm("x", (ChangedLine(0, 100, 100, 101),)), "lines.0.discount"),
        (AmendmentForm("x", added=(MATS, replace(MATS, quantity=0))), "lines.2.quantity"),
        (AmendmentForm("x", added=(MATS, replace(MATS, discount=80_001))), "lines.2.discount"),
        (AmendmentForm("x", (ChangedLine(0, 0, 0),), (replace(MATS, discount=80_001),)), "lines.1.discount"),
        (AmendmentForm("x", added=(replace(MATS, category="no"),)), "lines.1.category"),
        (AmendmentForm("x", added=(MATS,) * 200), "lines"),
        (AmendmentForm("x", whole_discount=CAR_PRICE + 1), "whole_discount"),
        (AmendmentForm("x", subject={"delivery_date": "2026-02-31"}), "subject.delivery_date"),
        (AmendmentForm("x", subject={"vin": "SHORT"}), "subject.vin"),
        (AmendmentForm("长" * 201), "reason"),
    ],
)
def test_what_is_refused_names_its_row(folder_shop: Shop, form: AmendmentForm, field: str) -> None:
    contract_id = signed_contract(folder_shop)
    with pytest.raises(RuleError) as refused:
        drafted(folder_shop, contract_id, form)
    assert refused.value.field == field
    assert supplements_of(contract_id) == []


def test_an_amendment_that_changes_nothing_is_not_submitted(shop: Shop, contract: int) -> None:
    same = AmendmentForm("x", (ChangedLine(0, 100, CAR_PRICE),), subject={"brand": "澜川"})
    amendment_id = drafted(shop, contract, same)
    view = amendment_view(shop.consultant, amendment_id)
    assert (view.change, view.subject, str(view.actions[SupplementAction.SUBMIT])) == (
        0,
        {},
        "The amendment changes nothing yet.",
    )
    with pytest.raises(RuleError, match="changes nothing"):
        amending.submit_amendment(shop.consultant, amendment_id)
    amending.save_amendment(shop.consultant, amendment_id, view.version, replace(added(), reason=""))
    with pytest.raises(RuleError, match="Give a reason"):
        amending.submit_amendment(shop.consultant, amendment_id)
    with pytest.raises(StaleEdit):
        amending.save_amendment(shop.consultant, amendment_id, view.version, added())


def test_one_at_a_time_and_only_on_signed_contracts_of_ones_own(shop: Shop, contract: int) -> None:
    first = drafted(shop, contract)
    with pytest.raises(RuleError, match="-01 is still open"):
        drafted(shop, contract)
    with pytest.raises(NotAllowed):
        amending.save_amendment(shop.colleague, first, 2, added())
    amending.withdraw_amendment(shop.consultant, first, "not needed")
    assert drafted(shop, contract)
    assert [row.number[-3:] for row in supplements_of(contract)] == ["-01", "-02"]
    with pytest.raises(RuleError, match="signed contracts"):
        drafted(shop, filled_contract(shop, quote(shop, customer(shop))))
    with pytest.raises(NotAllowed):
        amending.draft_amendment(shop.colleague, contract, added())


def test_the_result_is_approved_like_a_contract(shop: Shop, contract: int) -> None:
    def steps(form: AmendmentForm) -> list[tuple[ApprovalStep, str]]:
        amendment_id = drafted(shop, contract, form)
        amending.submit_amendment(shop.consultant, amendment_id)
        asked = amendment_view(shop.owner, amendment_id).approvals
        amending.withdraw_amendment(shop.consultant, amendment_id, "x")
        return [(each.step, each.because) for each in asked]

    every = (ApprovalStep.MANAGER, "Every amendment and cancellation")
    large = (ApprovalStep.CASHIER, "Total above the countersign limit")
    assert steps(added()) == [every, large]
    assert steps(cheaper(2_000_000)) == [every, large, (ApprovalStep.OWNER, "Sold below cost")]
    assert steps(AmendmentForm("x", (ChangedLine(0, 0, 0),), (MATS,))) == [every]


def test_nobody_approves_what_they_applied_for(shop: Shop, contract: int) -> None:
    amendment_id = amending.draft_amendment(shop.manager, contract, added()).id
    amending.submit_amendment(shop.manager, amendment_id)
    assert [each.number for each in open_approvals(shop.manager)] == []
    with pytest.raises(NotAllowed):
        amending.approve_amendment(shop.manager, amendment_id)
    (waiting,) = [each for each in open_approvals(shop.owner) if each.step is ApprovalStep.MANAGER]
    assert (waiting.kind, waiting.record_id, waiting.total) == ("amendment", amendment_id, CAR_PRICE + 80_000)
    amending.approve_amendment(shop.owner, amendment_id)
    version = 1
    roles = frozenset({Role.SALES, Role.CASHIER})
    change_account(shop.owner, shop.consultant.id, version, StaffForm(shop.consultant.name, roles, pin=PIN))
    seller = Actor(shop.consultant.id, shop.consultant.name, roles)
    with pytest.raises(NotAllowed):
        amending.approve_amendment(seller, amendment_id)
    amending.approve_amendment(shop.cashier, amendment_id)
    assert amendment_view(shop.owner, amendment_id).row.state is SupplementState.APPROVED


def test_a_returned_amendment_asks_for_everything_anew(shop: Shop, contract: int) -> None:
    amendment_id = drafted(shop, contract)
    amending.submit_amendment(shop.consultant, amendment_id)
    amending.approve_amendment(shop.manager, amendment_id)
    with pytest.raises(RuleError, match="Give a reason"):
        amending.return_amendment(shop.cashier, amendment_id, "")
    amending.return_amendment(shop.cashier, amendment_id, "price?")
    view = amendment_view(shop.consultant, amendment_id)
    assert (view.row.state, view.returned) == (SupplementState.DRAFT, "price?")
    amending.submit_amendment(shop.consultant, amendment_id)
    assert [each.step for each in open_approvals(shop.manager)] == [ApprovalStep.MANAGER]
    approve_amendment_fully(shop, amendment_id)
    with pytest.raises(RuleError, match="before the contract was drawn up"):
        amending.sign_amendment(shop.consultant, amendment_id, clock.today() - timedelta(days=9))
    with pytest.raises(RuleError, match="lie ahead"):
        amending.sign_amendment(shop.consultant, amendment_id, clock.today() + timedelta(days=1))
    amending.sign_amendment(shop.consultant, amendment_id)
    assert amendment_view(shop.owner, amendment_id).actions == {}


def test_a_signed_amendment_stays_as_it_was_signed(shop: Shop, contract: int) -> None:
    first = amended(shop, contract, AmendmentForm("<b>{total}</b>", added=(MATS,), subject={"colour": "红"}))
    papers = {language: amendment_paper(first, language) for language in i18n.LANGUAGES}
    assert papers["en"].reason == "<b>{total}</b>"
    amended(shop, contract, cheaper(1))
    change_profile(shop.owner, replace(profile(), name="Another name", address="elsewhere"))
    with store.transaction():
        write_trade(files.load("furniture"))
        run_sql("UPDATE amendment_line SET name = 'x', unit_price = 1")
        run_sql("UPDATE customer SET name = 'x'")
    for language, paper in papers.items():
        assert amendment_paper(first, language) == paper


def test_screen_and_paper_say_the_same(shop: Shop, contract: int) -> None:
    amendment_id = drafted(shop, contract, replace(cheaper(500_000), added=(MATS,), whole_discount=7))
    view, paper = amendment_view(shop.owner, amendment_id), amendment_paper(amendment_id, "en")
    assert (paper.total_before, paper.change, paper.total_after) == (view.total_before, view.change, view.total)
    assert [(each.amount, each.paid, each.due) for each in paper.plan] == [
        (each.amount, each.paid, each.due_on) for each in view.stages
    ]
    assert sum(group.subtotal for group in paper.groups) - paper.discount_change == paper.change == view.change
    assert sum(line.difference for line in view.lines) - 7 == view.change
    assert [group.title for group in paper.groups] == ["Added items", "Reduced items"]


STATES: dict[str, Callable[[Shop, int], int]] = {
    "draft": lambda shop, contract: drafted(shop, contract),
    "submitted": lambda shop, contract: _submitted(shop, contract),
    "approved": lambda shop, contract: _approved(shop, contract),
    "signed": lambda shop, contract: amended(shop, contract),
    "withdrawn": lambda shop, contract: _withdrawn(shop, contract),
}


def _submitted(shop: Shop, contract: int) -> int:
    amendment_id = drafted(shop, contract)
    amending.submit_amendment(shop.consultant, amendment_id)
    return amendment_id


def _approved(shop: Shop, contract: int) -> int:
    amendment_id = _submitted(shop, contract)
    approve_amendment_fully(shop, amendment_id)
    return amendment_id


def _withdrawn(shop: Shop, contract: int) -> int:
    amendment_id = drafted(shop, contract)
    amending.withdraw_amendment(shop.consultant, amendment_id, "x")
    return amendment_id


ACTIONS: dict[str, Callable[[Actor, int], object]] = {
    "submit": amending.submit_amendment,
    "approve": amending.approve_amendment,
    "return": lambda actor, each: amending.return_amendment(actor, each, "x"),
    "sign": amending.sign_amendment,
    "withdraw": lambda actor, each: amending.withdraw_amendment(actor, each, "x"),
}
OWN = {"owner", "manager", "consultant"}
"""Whose the consultant's contract is to work on."""
ALLOWED: dict[tuple[str, str], set[str]] = {
    ("draft", "submit"): OWN,
    ("draft", "withdraw"): OWN,
    ("submitted", "approve"): {"owner", "manager", "cashier"},
    ("submitted", "return"): {"owner", "manager", "cashier"},
    ("submitted", "withdraw"): OWN,
    ("approved", "return"): {"owner", "manager", "cashier"},
    ("approved", "sign"): OWN,
    ("approved", "withdraw"): OWN,
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_action_and_role(folder_shop: Shop, state: str) -> None:
    """Each action by each person in each state: done where it may be, refused everywhere else, nothing between."""
    amendment_id = STATES[state](folder_shop, signed_contract(folder_shop))
    for name, action in ACTIONS.items():
        for who, actor in folder_shop.people.items():
            with store.database.atomic() as attempt:
                try:
                    action(actor, amendment_id)
                    done = True
                except (NotAllowed, IllegalMove):
                    done = False
                attempt.rollback()
            assert done is (who in ALLOWED.get((state, name), set())), (state, name, who)
            offered = amendment_view(actor, amendment_id).actions
            if who in OWN:
                assert (SupplementAction(name) in offered) is done, (state, name, who)
