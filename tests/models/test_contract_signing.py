"""Signing a contract: when it may be signed, and that its paper stays what was signed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.catalog.actions import ItemForm, change_item
from models.customers.actions import FileForm, edit_file
from models.customers.kinds import Stage
from models.customers.lists import customer_file
from models.kernel import clock, i18n, store
from models.kernel.errors import RuleError
from models.kernel.permissions import Role
from models.kernel.tables import run_sql
from models.sales import lists
from models.sales.contract_actions import (
    sign_contract,
    submit_contract,
)
from models.sales.paper_facts import contract_paper
from models.sales.states import ContractState
from models.shop.actions import change_profile
from models.shop.profile import Profile, trade, write_trade
from models.staff.actions import StaffForm, change_account
from models.trades import files
from tests.models.shops import (
    Shop,
    approve_fully,
    customer,
    filled_contract,
    quote,
)


@pytest.fixture
def submitted(shop: Shop) -> int:
    """A contract that waits for its approvals."""
    contract_id = filled_contract(shop, quote(shop, customer(shop)))
    submit_contract(shop.consultant, contract_id)
    return contract_id


def test_signing(shop: Shop, submitted: int) -> None:
    approve_fully(shop, submitted)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(RuleError) as refused:
        sign_contract(shop.consultant, submitted, tomorrow)
    assert refused.value.field == "signed_on"
    assert lists.contract_view(shop.owner, submitted).row.state is ContractState.APPROVED
    sign_contract(shop.consultant, submitted)
    view = lists.contract_view(shop.owner, submitted)
    assert (view.row.state, view.row.signed_on) == (ContractState.SIGNED, clock.today())
    assert view.stages[0].due_on == clock.today()
    assert view.stages[1].due_on == date(2036, 11, 30)
    assert customer_file(shop.owner, view.row.customer_id).stage is Stage.ORDERED
    assert lists.signed_on(clock.today()) == 1


def test_signing_freezes_the_paper(shop: Shop, submitted: int) -> None:
    approve_fully(shop, submitted)
    sign_contract(shop.consultant, submitted)
    papers = {language: contract_paper(submitted, language) for language in i18n.LANGUAGES}
    assert papers["zh_CN"].store.name == "远航汽车"
    assert papers["zh_CN"].signed_on == clock.today()
    assert [approval.name for approval in papers["zh_CN"].approvals] == ["孙悦", "高经理", "方若云", ""]

    change_profile(shop.owner, Profile("换了名字", "换了地址", "000"))
    change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "别的车", 1))
    file_id = lists.contract_view(shop.owner, submitted).row.customer_id
    edit_file(shop.owner, file_id, customer_file(shop.owner, file_id).version, FileForm("换了人", no_contact=True))
    change_account(shop.owner, shop.manager.id, 1, StaffForm("换了经理", frozenset({Role.SALES_MANAGER})))
    rewrite_trade_and_rows(submitted)

    for language, paper in papers.items():
        assert contract_paper(submitted, language) == paper


def rewrite_trade_and_rows(contract_id: int) -> None:
    """Change the words of the trade and, past every rule, the contract's own rows."""
    with store.transaction():
        write_trade(files.load("furniture"))
        run_sql("UPDATE contract_line SET name = 'x', unit_price = 1 WHERE contract_id = ?", contract_id)
        run_sql("UPDATE contract_stage SET amount = 1 WHERE contract_id = ?", contract_id)
        run_sql("UPDATE contract_party SET name = 'x' WHERE contract_id = ?", contract_id)
    assert trade().code == "furniture"
