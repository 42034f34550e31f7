"""The sales tab in the window, for one person after another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import contract_actions, lists, quote_actions
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.quote_actions import LineForm, QuoteForm
from tests.ui.conftest import OpenWindow, Shop, only_tab
from ui.main_window import MainWindow
from ui.sales import KINDS, build
from ui.sales.tab import SalesTab
from ui.tab_spec import TabSpec

VIN = "LYH7V2A58TA000317"
SUBJECT = {
    "brand": "澜川",
    "model": "V7",
    "quantity": "1",
    "colour": "蓝",
    "delivery_date": (clock.today() + timedelta(days=14)).isoformat(),
    "delivery_place": "滨江店",
}

Opened = Callable[[Actor], tuple[MainWindow, SalesTab]]


@pytest.fixture
def open_sales(open_window: OpenWindow) -> Opened:
    """Opens the window with the sales tab for this person, in place of the one before."""
    return only_tab(open_window, TabSpec("sales", "Sales", "file-sign", build, KINDS), SalesTab)


def drafted(shop: Shop) -> int:
    """A draft made from an accepted quote, a car at its list price."""
    line = LineForm("vehicle", "澜川 V7", 18_980_000, item_id=shop.vehicle)
    quote_id = quote_actions.start_quote(shop.sales, shop.customer(), QuoteForm((line,))).id
    return contract_actions.draft_contract(shop.sales, quote_id).id


def submitted(shop: Shop) -> int:
    contract_id = drafted(shop)
    version = lists.contract_view(shop.sales, contract_id).version
    form = ContractForm((PartyForm("王建国", "990102199003070011", "13800136621", "滨江路1号"),), SUBJECT)
    contract_actions.fill_contract(shop.sales, contract_id, version, form)
    contract_actions.submit_contract(shop.sales, contract_id)
    return contract_id


def signed(shop: Shop) -> int:
    contract_id = submitted(shop)
    contract_actions.approve_contract(shop.manager, contract_id)
    contract_actions.approve_contract(shop.cashier, contract_id)
    contract_actions.sign_contract(shop.sales, contract_id)
    return contract_id
