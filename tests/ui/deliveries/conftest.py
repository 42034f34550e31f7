"""The deliveries tab in the window, for one person after another; a shop with a signed contract and two bays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from models.delivery.bay_actions import add_bay
from models.delivery.planning_actions import PlanForm, plan_delivery
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import contract_actions, lists
from models.sales.contract_draft import ContractForm, PartyForm
from tests.ui.conftest import OpenWindow, Shop, only_tab
from tests.ui.sales.conftest import SUBJECT, VIN, drafted
from ui.deliveries import KINDS, build
from ui.deliveries.tab import DeliveriesTab
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec

Opened = Callable[[Actor], tuple[MainWindow, DeliveriesTab]]


@pytest.fixture
def open_tab(open_window: OpenWindow) -> Opened:
    """Opens the window with the deliveries tab for this person, in place of the one before."""
    return only_tab(
        open_window, TabSpec("deliveries", "Deliveries", "clipboard-check-outline", build, KINDS), DeliveriesTab
    )


@pytest.fixture
def bays(shop: Shop) -> tuple[int, int]:
    """Two bays."""
    return add_bay(shop.manager, "Bay 1").id, add_bay(shop.manager, "Bay 2").id


@pytest.fixture
def contract(shop: Shop) -> int:
    """A signed contract over a car with its VIN."""
    return signed(shop)


def signed(shop: Shop) -> int:
    """A contract over one car, signed, its VIN among the facts."""
    contract_id = drafted(shop)
    version = lists.contract_view(shop.sales, contract_id).version
    buyer = PartyForm("王建国", "990102199003070011", "13800136621", "滨江路1号")
    form = ContractForm((buyer,), {**SUBJECT, "vin": VIN})
    contract_actions.fill_contract(shop.sales, contract_id, version, form)
    contract_actions.submit_contract(shop.sales, contract_id)
    contract_actions.approve_contract(shop.manager, contract_id)
    contract_actions.approve_contract(shop.cashier, contract_id)
    contract_actions.sign_contract(shop.sales, contract_id)
    return contract_id


def at(days: int, hour: int = 10) -> datetime:
    """An hour of a day from today."""
    return datetime.combine(clock.today() + timedelta(days=days), time(hour)).astimezone()


def planned(shop: Shop, contract_id: int, when: datetime, **form: object) -> int:
    """A delivery planned by the consultant."""
    return plan_delivery(shop.sales, contract_id, PlanForm(when, **form)).id  # type: ignore[arg-type]
