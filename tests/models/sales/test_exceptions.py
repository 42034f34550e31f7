"""Exceptions: what happened, what was offered, who told the customer, the cost, the end; nothing is erased (S10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor, Role
from models.sales.exception_actions import EntryForm, ExceptionForm, add_to_exception, log_exception
from models.sales.exception_lists import exception_ids, exception_rows, exception_view
from models.sales.supplement_states import EntryKind, ExceptionKind
from tests.models.shops import Shop, signed_contract


def test_an_exception_from_its_log_to_its_end(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    form = ExceptionForm(ExceptionKind.WRONG, "grey ordered, blue sold", contract_id)
    exception_id = log_exception(shop.reception, form).id
    for entry in (
        EntryForm(EntryKind.OFFERED, "a free service"),
        EntryForm(EntryKind.TOLD, "by phone", told_by=shop.consultant.id),
        EntryForm(EntryKind.COST, "service", amount=60_000),
        EntryForm(EntryKind.COST, "less than thought", amount=-10_000),
        EntryForm(EntryKind.ENDED, "customer content"),
    ):
        add_to_exception(shop.consultant, exception_id, entry)
    view = exception_view(shop.owner, exception_id)
    assert (view.row.cost, view.row.ended_on, view.row.customer) == (50_000, clock.today(), "欧阳䶮")
    assert [(each.kind, each.told_by) for each in view.entries][1] == (EntryKind.TOLD, "孙悦")
    assert exception_ids(open_only=True) == []
    with pytest.raises(RuleError, match="has ended"):
        add_to_exception(shop.consultant, exception_id, EntryForm(EntryKind.NOTE, "x"))
    add_to_exception(shop.manager, exception_id, EntryForm(EntryKind.REOPENED, "they called again"))
    assert exception_ids(open_only=True) == exception_ids(contract_id=contract_id) == [exception_id]
    assert len(exception_view(shop.owner, exception_id).entries) == 6


def test_a_missed_order_may_have_no_contract(shop: Shop) -> None:
    exception_id = log_exception(shop.cashier, ExceptionForm(ExceptionKind.MISSED, "nobody wrote it down")).id
    (row,) = exception_rows([exception_id])
    assert (row.contract, row.customer, row.number[:3]) == ("", "", "YC-")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ExceptionForm(ExceptionKind.OTHER, ""), "what"),
        (ExceptionForm(ExceptionKind.OTHER, "x", happened_on=clock.today() + timedelta(days=2)), "happened_on"),
        (ExceptionForm(ExceptionKind.OTHER, "长" * 4001), "what"),
    ],
)
def test_what_is_not_logged(folder_shop: Shop, form: ExceptionForm, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        log_exception(folder_shop.reception, form)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (EntryForm(EntryKind.NOTE), "text"),
        (EntryForm(EntryKind.TOLD, "x"), "told_by"),
        (EntryForm(EntryKind.COST, "x"), "amount"),
        (EntryForm(EntryKind.COST, "x", amount=10**15), "amount"),
        (EntryForm(EntryKind.REOPENED, "x"), None),
    ],
)
def test_what_does_not_enter_its_log(folder_shop: Shop, form: EntryForm, field: str | None) -> None:
    exception_id = log_exception(folder_shop.reception, ExceptionForm(ExceptionKind.DOUBLED, "twice")).id
    with pytest.raises(RuleError) as refused:
        add_to_exception(folder_shop.reception, exception_id, form)
    assert refused.value.field == field
    nobody = Actor(999, "", frozenset({Role.TECHNICIAN}))
    with pytest.raises(NotAllowed):
        add_to_exception(nobody, exception_id, EntryForm(EntryKind.NOTE, "x"))
