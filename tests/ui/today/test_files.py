"""What the files and registers ask of a person on Today: messages, losses to confirm, who is expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers.actions import ContactForm, register_contact
from models.customers.care import care
from models.customers.kinds import RegisterKind
from models.customers.losing import LossForm
from models.customers.protection_actions import change_care
from models.kernel import clock
from models.sales.losing_actions import lose_customer
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from tests.ui.conftest import OpenWindow, Shop
from tests.ui.hands import key
from tests.ui.today.test_today import ENTER, Morning, titles


@pytest.fixture
def morning(open_window: OpenWindow) -> Morning:
    """Opens Today for a person."""
    return Morning(open_window)


def test_a_message_is_noted_with_one_key(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    file_id = shop.customer("王建国")
    form = ContactForm(RegisterKind.CALL, about="请回电", message_for_id=shop.sales.id)
    register_contact(shop.reception, file_id, form)
    tab = morning.of(shop.sales)
    assert titles(tab) == ["Message from 王建国: 请回电"]
    assert tab.badge() == 1
    key(qtbot, ENTER)
    assert (titles(tab), tab.badge()) == ([], 0)
    assert titles(Morning(morning._open).of(shop.rival)) == []


def test_a_loss_waits_for_the_manager(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    change_care(shop.manager, replace(care(), confirm_from=1))
    file_id = shop.customer("王建国")
    start_quote(shop.sales, file_id, QuoteForm((LineForm("vehicle", "澜川 V7", 18980000),)))
    lose_customer(shop.sales, file_id, LossForm("price"))
    tab = morning.of(shop.manager)
    assert [each for each in titles(tab) if "lost" in each] == ["Confirm that 王建国 is lost: Price"]
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert morning.elsewhere.shown == [("customer", file_id)]


def test_who_was_invited_is_expected(shop: Shop, morning: Morning) -> None:
    soon = clock.now() + timedelta(minutes=1)
    form = ContactForm(RegisterKind.CALL, about="看 V7", invited_for=soon)
    register_contact(shop.reception, shop.customer("王建国"), form)
    tab = morning.of(shop.reception)
    assert f"王建国 is expected at {clock.local(soon):%H:%M}" in titles(tab) or clock.local(soon).hour == 0
