"""The sales tab in the window, for one person after another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import contract_actions, lists, quote_actions
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.quote_actions import LineForm, QuoteForm
from tests.ui.conftest import OpenWindow, Shop
from ui.kit import jobs
from ui.kit.widgets import Band
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
def open_sales(qtbot: QtBot, open_window: OpenWindow) -> Opened:
    """Opens the window with the sales tab for this person, in place of the one before."""
    windows: list[MainWindow] = []

    def opening(actor: Actor) -> tuple[MainWindow, SalesTab]:
        for earlier in windows:
            earlier.close()
        window = open_window([TabSpec("sales", "Sales", "file-sign", build, KINDS)], actor)
        windows.append(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        tab = window.tab("sales")
        assert isinstance(tab, SalesTab)
        return window, tab

    return opening


@pytest.fixture(autouse=True)
def _no_work_left() -> object:
    yield
    assert jobs.stop_all()


def type_text(qtbot: QtBot, editor: QWidget, text: str) -> None:
    """Type ``text``; what no key of the keyboard gives comes from the input method."""
    if text.isascii():
        qtbot.keyClicks(editor, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def button(page: QWidget, name: str) -> QPushButton:
    """The button called ``name`` that can be seen on ``page``; those just put into a layout show themselves first."""
    QApplication.processEvents()
    found = [each for each in page.findChildren(QPushButton, name) if each.isVisible()]
    assert found, name
    return found[-1]


def band(page: QWidget) -> str:
    """What the band on ``page`` says."""
    QApplication.processEvents()
    (found,) = [each for each in page.findChildren(Band, "band") if each.isVisible()]
    return found.text


def buttons(page: QWidget) -> set[str]:
    """The names of all buttons that can be seen on ``page``."""
    QApplication.processEvents()
    return {each.objectName() for each in page.findChildren(QPushButton) if each.isVisible()}


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
