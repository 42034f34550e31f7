"""Contracts: application, approval by another person, signing that freezes, cancelling (S6, S7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import FormOfAddress, RegisterKind
from models.kernel import audit, clock, search
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.sales import lists
from models.sales.contract_actions import (
    approve_contract,
    cancel_contract,
    draft_contract,
    fill_contract,
    return_contract,
    sign_contract,
    submit_contract,
)
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.paper_facts import contract_paper
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.sales.states import ApprovalStep, ContractAction, ContractState, Decision
from models.sales.views import PartyRow
from models.staff.actions import StaffForm, hire
from tests.models.sales.lives import called_off
from tests.models.shops import (
    CAR_PRICE,
    PIN,
    SUBJECT,
    Shop,
    approve_fully,
    car_line,
    customer,
    filled_contract,
    quote,
    signed_contract,
)

BUYER = PartyForm("欧阳䶮", "990102199003070011", "138 1234 5678", "某路")


def state(shop: Shop, contract_id: int) -> ContractState:
    return lists.contract_view(shop.owner, contract_id).row.state


def version(shop: Shop, contract_id: int) -> int:
    return lists.contract_view(shop.owner, contract_id).version


@pytest.fixture
def draft(shop: Shop) -> int:
    """A draft with everything filled in."""
    return filled_contract(shop, quote(shop, customer(shop)))


@pytest.fixture
def submitted(shop: Shop, draft: int) -> int:
    """A contract that waits for its approvals."""
    submit_contract(shop.consultant, draft)
    return draft


def test_a_draft_copies_the_quote(shop: Shop) -> None:
    file_id = customer(shop)
    form = QuoteForm((car_line(shop, 300_000), LineForm("accessory", "脚垫", 80_000)), 10_000, "loan")
    contract_id = draft_contract(shop.consultant, start_quote(shop.consultant, file_id, form).id).id
    view = lists.contract_view(shop.consultant, contract_id)
    assert (view.row.total, view.plan, view.whole_discount) == (CAR_PRICE - 300_000 + 80_000 - 10_000, "loan", 10_000)
    assert [line.name for line in view.lines] == ["澜川 V7", "脚垫"]
    assert view.parties == (PartyRow("欧阳䶮", "990102199003070011", "138 1234 5678", "杭州市滨江区长河路88号"),)
    assert view.subject["model"] == "澜川 V7"
    assert "subject.brand" in view.missing
    assert [stage.name for stage in view.stages] == ["Deposit", "Down payment", "Loan"]
    assert sum(stage.amount for stage in view.stages) == view.row.total


@pytest.mark.parametrize("plan", ["deposit_balance", "loan", "full"])
@pytest.mark.parametrize("discount", [0, 1, 333_333, 379_599])
def test_stages_sum_to_the_total(shop: Shop, plan: str, discount: int) -> None:
    contract_id = filled_contract(shop, quote(shop, customer(shop), discount), plan=plan)
    view = lists.contract_view(shop.consultant, contract_id)
    assert sum(stage.amount for stage in view.stages) == view.row.total == CAR_PRICE - discount
    assert sum(stage.share for stage in view.stages) == 10_000
    paper = contract_paper(contract_id, "zh_CN")
    assert sum(row.amount for row in paper.plan) == sum(row.amount for row in paper.make_up) == paper.total


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ContractForm((), SUBJECT), "parties"),
        (ContractForm((BUYER,) * 3, SUBJECT), "parties"),
        (ContractForm((replace(BUYER, name=""),), SUBJECT), "parties.0.name"),
        (ContractForm((BUYER, replace(BUYER, phone="x")), SUBJECT), "parties.1.phone"),
        (ContractForm((BUYER,), {**SUBJECT, "vin": "SHORT"}), "subject.vin"),
        (ContractForm((BUYER,), {**SUBJECT, "vin": "LYH7V2A58TA00031O"}), "subject.vin"),
        (ContractForm((BUYER,), {**SUBJECT, "delivery_date": "2026-02-31"}), "subject.delivery_date"),
        (ContractForm((BUYER,), {**SUBJECT, "quantity": "many"}), "subject.quantity"),
        (ContractForm((BUYER,), {**SUBJECT, "brand": "长" * 201}), "subject.brand"),
        (ContractForm((BUYER,), SUBJECT, plan="never"), "plan"),
        (ContractForm((BUYER,), SUBJECT, place="长" * 61), "place"),
    ],
)
def test_what_is_refused_in_a_draft(shop: Shop, draft: int, form: ContractForm, field: str) -> None:
    before = lists.contract_view(shop.owner, draft)
    with pytest.raises(RuleError) as refused:
        fill_contract(shop.consultant, draft, before.version, form)
    assert refused.value.field == field
    assert lists.contract_view(shop.owner, draft) == before


def test_two_names_may_share_a_contract(shop: Shop, draft: int) -> None:
    other = PartyForm("李四", "990102199003079999")
    fill_contract(shop.consultant, draft, version(shop, draft), ContractForm((BUYER, other), SUBJECT))
    assert [party.name for party in lists.contract_view(shop.owner, draft).parties] == ["欧阳䶮", "李四"]
    assert contract_paper(draft, "en").buyer_names == ("欧阳䶮", "李四")
    for query in ("李四", "lisi", SUBJECT["vin"][-6:]):
        assert [hit.record_id for hit in search.find(query, ("contract",))] == [draft]


def test_a_stale_draft(shop: Shop, draft: int) -> None:
    old = version(shop, draft)
    fill_contract(shop.manager, draft, old, ContractForm((BUYER,), {**SUBJECT, "colour": "红"}))
    with pytest.raises(StaleEdit):
        fill_contract(shop.consultant, draft, old, ContractForm((BUYER,), {**SUBJECT, "colour": "绿"}))
    assert lists.contract_view(shop.owner, draft).subject["colour"] == "红"


@pytest.mark.parametrize("fact", ["brand", "model", "quantity", "colour"])
def test_what_is_missing_is_named_and_not_submitted(shop: Shop, draft: int, fact: str) -> None:
    fill_contract(shop.consultant, draft, version(shop, draft), ContractForm((BUYER,), {**SUBJECT, fact: "　"}))
    assert f"subject.{fact}" in lists.contract_view(shop.owner, draft).missing
    with pytest.raises(RuleError) as refused:
        submit_contract(shop.consultant, draft)
    assert refused.value.field == f"subject.{fact}"
    assert state(shop, draft) is ContractState.DRAFT


def test_a_contract_without_a_buyers_name_is_not_submitted(shop: Shop) -> None:
    form = FileForm(form_of_address=FormOfAddress.MR, phones=("13800001111",))
    file_id = open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id
    contract_id = draft_contract(shop.consultant, quote(shop, file_id)).id
    assert "parties.0.name" in lists.contract_view(shop.consultant, contract_id).missing
    with pytest.raises(RuleError):
        submit_contract(shop.consultant, contract_id)


def test_a_large_contract_passes_manager_and_cashier(shop: Shop, submitted: int) -> None:
    view = lists.contract_view(shop.manager, submitted)
    assert [(row.step, row.decision) for row in view.approvals] == [
        (ApprovalStep.MANAGER, Decision.OPEN),
        (ApprovalStep.CASHIER, Decision.OPEN),
    ]
    assert [each.step for each in lists.open_approvals(shop.manager)] == [ApprovalStep.MANAGER]
    assert [each.step for each in lists.open_approvals(shop.cashier)] == [ApprovalStep.CASHIER]
    assert lists.open_approvals(shop.consultant) == lists.open_approvals(shop.reception) == []
    approve_contract(shop.manager, submitted, "同意")
    assert state(shop, submitted) is ContractState.SUBMITTED
    with pytest.raises(NotAllowed):
        approve_contract(shop.manager, submitted)
    approve_contract(shop.cashier, submitted)
    assert state(shop, submitted) is ContractState.APPROVED
    rows = lists.contract_view(shop.owner, submitted).approvals
    assert [(row.decided_by, row.reason) for row in rows] == [("高经理", "同意"), ("方若云", "")]
    assert lists.open_approvals(shop.manager) == lists.open_approvals(shop.owner) == []


def test_a_small_contract_needs_the_manager_only(shop: Shop) -> None:
    form = QuoteForm((LineForm("vehicle", "二手车", 9_000_000),))
    quote_id = start_quote(shop.consultant, customer(shop), form).id
    contract_id = filled_contract(shop, quote_id)
    submit_contract(shop.consultant, contract_id)
    approve_contract(shop.manager, contract_id)
    assert state(shop, contract_id) is ContractState.APPROVED


def test_below_cost_needs_the_owner(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), 2_000_000, offered_by=shop.owner)
    contract_id = filled_contract(shop, quote_id)
    submit_contract(shop.consultant, contract_id)
    approve_contract(shop.manager, contract_id)
    approve_contract(shop.cashier, contract_id)
    assert state(shop, contract_id) is ContractState.SUBMITTED
    assert [each.because for each in lists.open_approvals(shop.owner)] == ["Sold below cost"]
    approve_contract(shop.owner, contract_id)
    assert state(shop, contract_id) is ContractState.APPROVED


def seller_and_manager(shop: Shop) -> Actor:
    """Somebody who sells and manages."""
    roles = frozenset({Role.SALES, Role.SALES_MANAGER, Role.CASHIER})
    return Actor(hire(shop.owner, StaffForm("万能", roles, pin=PIN)).id, "万能", roles)


def test_nobody_approves_what_they_sold(shop: Shop) -> None:
    both = seller_and_manager(shop)
    contract_id = filled_contract(replace_consultant(shop, both), quote(replace_consultant(shop, both), customer(shop)))
    submit_contract(both, contract_id)
    assert lists.open_approvals(both) == []
    for attempt in (lambda: approve_contract(both, contract_id), lambda: return_contract(both, contract_id, "x")):
        with pytest.raises(NotAllowed):
            attempt()
    approve_contract(shop.manager, contract_id)


def test_nobody_approves_what_they_applied_for(shop: Shop, draft: int) -> None:
    both = seller_and_manager(shop)
    submit_contract(both, draft)
    assert lists.open_approvals(both) == []
    assert not lists.contract_view(both, draft).may_decide
    with pytest.raises(NotAllowed):
        approve_contract(both, draft)
    approve_contract(shop.manager, draft)


def replace_consultant(shop: Shop, actor: Actor) -> Shop:
    return replace(shop, consultant=actor)


def test_the_owner_may_approve_their_own(shop: Shop) -> None:
    own = replace_consultant(shop, shop.owner)
    contract_id = filled_contract(own, quote(own, customer(shop)))
    submit_contract(shop.owner, contract_id)
    approve_contract(shop.owner, contract_id)
    approve_contract(shop.owner, contract_id)
    assert state(shop, contract_id) is ContractState.APPROVED


@pytest.mark.parametrize("approved", [False, True])
def test_a_returned_contract_starts_anew(shop: Shop, submitted: int, approved: bool) -> None:
    approve_contract(shop.manager, submitted)
    if approved:
        approve_contract(shop.cashier, submitted)
    with pytest.raises(RuleError, match="reason"):
        return_contract(shop.cashier, submitted, "")
    return_contract(shop.cashier, submitted, "价格不对")
    view = lists.contract_view(shop.owner, submitted)
    assert (view.row.state, view.reason) == (ContractState.DRAFT, "价格不对")
    assert {row.decision for row in view.approvals} == {Decision.RETURNED}
    assert lists.open_approvals(shop.manager) == []
    submit_contract(shop.consultant, submitted)
    assert [each.step for each in lists.open_approvals(shop.manager)] == [ApprovalStep.MANAGER]
    approve_fully(shop, submitted)
    assert state(shop, submitted) is ContractState.APPROVED


def test_only_a_draft_is_changed(shop: Shop, submitted: int) -> None:
    for prepare in (lambda: None, lambda: approve_fully(shop, submitted), lambda: sign_contract(shop.owner, submitted)):
        prepare()
        with pytest.raises(RuleError, match="draft"):
            fill_contract(shop.consultant, submitted, version(shop, submitted), ContractForm((BUYER,), SUBJECT))


@pytest.mark.parametrize(
    ("at", "attempt"),
    [
        ("draft", approve_contract),
        ("draft", sign_contract),
        ("draft", lambda actor, contract_id: return_contract(actor, contract_id, "x")),
        ("submitted", submit_contract),
        ("submitted", sign_contract),
        ("approved", submit_contract),
        ("approved", approve_contract),
        ("signed", submit_contract),
        ("signed", approve_contract),
        ("signed", sign_contract),
        ("signed", lambda actor, contract_id: return_contract(actor, contract_id, "x")),
        ("cancelled", submit_contract),
        ("cancelled", sign_contract),
        ("cancelled", lambda actor, contract_id: cancel_contract(actor, contract_id, "x")),
    ],
)
def test_steps_are_taken_in_their_order(
    shop: Shop, draft: int, at: str, attempt: Callable[[Actor, int], object]
) -> None:
    steps: dict[str, Callable[[], object]] = {
        "draft": lambda: None,
        "submitted": lambda: submit_contract(shop.consultant, draft),
        "approved": lambda: approve_fully(shop, draft),
        "signed": lambda: sign_contract(shop.consultant, draft),
        "cancelled": lambda: called_off(shop, draft),
    }
    for name, step in steps.items():
        step()
        if name == at:
            break
    before = lists.contract_view(shop.owner, draft)
    with pytest.raises(IllegalMove):
        attempt(shop.owner, draft)
    assert replace(lists.contract_view(shop.owner, draft), actions=before.actions) == before


def test_before_signing_a_contract_is_cancelled_with_a_reason(shop: Shop, submitted: int) -> None:
    with pytest.raises(RuleError) as refused:
        cancel_contract(shop.manager, submitted, "")
    assert refused.value.field == "reason"
    cancel_contract(shop.manager, submitted, "客户改变主意")
    view = lists.contract_view(shop.owner, submitted)
    assert (view.row.state, view.reason, view.actions) == (ContractState.CANCELLED, "客户改变主意", {})


def test_a_signed_contract_takes_a_cancellation(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    with pytest.raises(IllegalMove):
        cancel_contract(shop.manager, contract_id, "客户改变主意")
    called_off(shop, contract_id)
    assert lists.signed_on(clock.today()) == 0
    with pytest.raises(RuleError, match="signed contracts"):
        take_payment(shop.cashier, contract_id, PaymentForm(100, PaymentMethod.CASH, "欧阳䶮"))


def test_a_cancelled_application_asks_nobody_any_more(shop: Shop, submitted: int) -> None:
    cancel_contract(shop.manager, submitted, "客户改变主意")
    for actor in shop.people.values():
        assert lists.open_approvals(actor) == []


def test_the_view_tells_what_this_person_may_do(shop: Shop, submitted: int) -> None:
    def actions(actor: Actor) -> set[str]:
        return {str(action) for action in lists.contract_view(actor, submitted).actions}

    assert actions(shop.consultant) == set()
    assert actions(shop.manager) == {ContractAction.APPROVE, ContractAction.RETURN, ContractAction.CANCEL}
    assert actions(shop.reception) == set()
    assert lists.contract_view(shop.manager, submitted).may_decide
    assert not lists.contract_view(shop.consultant, submitted).may_decide
    approve_fully(shop, submitted)
    assert actions(shop.consultant) == {ContractAction.SIGN}


def test_the_history_of_a_contract_is_whole(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    told = [entry.action for entry in reversed(audit.history("contract", contract_id))]
    assert told == [
        *("sales.draft_contract", "sales.fill_contract", "sales.submit_contract"),
        *("sales.approve_contract", "sales.approve_contract", "sales.sign_contract"),
    ]
    assert list(audit.broken_lines()) == []


def test_the_lists_of_contracts(shop: Shop, draft: int) -> None:
    signed = signed_contract(shop, customer_id=customer(shop, "张三", "13900001111"))
    assert set(lists.contract_ids()) == {draft, signed}
    assert lists.contract_ids([ContractState.SIGNED]) == [signed]
    assert lists.contract_ids(mine=shop.colleague) == []
    rows = lists.contract_rows([signed, 999, draft])
    assert [row.id for row in rows] == [signed, draft]
    assert [row.id for row in lists.contracts_of(rows[0].customer_id)] == [signed]
    assert lists.kind_and_id(rows[0].number) == ("contract", signed)
    assert lists.kind_and_id("HT-1999-0001") is None
