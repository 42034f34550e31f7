"""The window with the customers tab in front, for the consultant."""

from __future__ import annotations

import pytest

import ui.customers
from models.kernel.permissions import Actor
from tests.ui.conftest import Elsewhere, OpenWindow, Shop
from ui.customers.tab import CustomersTab
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec


class Counter:
    """The window, and the tab in it."""

    def __init__(self, window: MainWindow, elsewhere: Elsewhere) -> None:
        tab = window.tab("customers")
        assert isinstance(tab, CustomersTab)
        self.window, self.tab, self.elsewhere = window, tab, elsewhere
        self.record, self.list = tab.record, tab.list


class OpenCounter:
    """Opens the window for one person."""

    def __init__(self, open_window: OpenWindow) -> None:
        self._open = open_window

    def __call__(self, actor: Actor) -> Counter:
        elsewhere = Elsewhere()
        tabs = [
            TabSpec("customers", "Customers", "card-account-details-outline", ui.customers.build, ("customer", "call")),
            TabSpec("sales", "Sales", "file-sign", lambda window: elsewhere, ("quote", "contract", "payment")),
        ]
        return Counter(self._open(tabs, actor), elsewhere)


@pytest.fixture
def open_counter(open_window: OpenWindow) -> OpenCounter:
    """Opens the customers tab for a person."""
    return OpenCounter(open_window)


@pytest.fixture
def counter(open_counter: OpenCounter, shop: Shop) -> Counter:
    """The customers tab as the consultant sees it."""
    return open_counter(shop.sales)
