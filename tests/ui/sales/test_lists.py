"""The sub-lists: filters, search, order, and the number that waits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from models.sales import quote_actions
from models.sales.quote_actions import LineForm, QuoteForm
from tests.ui.conftest import Shop
from tests.ui.hands import button, type_text
from tests.ui.sales.conftest import Opened, signed, submitted

LEFT = Qt.MouseButton.LeftButton


def quote(shop: Shop, name: str, price: int, phone: str) -> int:
    line = LineForm("vehicle", "V7", price)
    return quote_actions.start_quote(shop.sales, shop.customer(name, phone), QuoteForm((line,))).id


def test_filters_search_and_order(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    first = quote(shop, "黄丽娟", 100, "13911112222")
    second = quote(shop, "李明", 300, "13733334444")
    quote_actions.decline_quote(shop.sales, second, "too dear")
    _window, tab = open_sales(shop.rival)
    page = tab.list_page
    assert page.table.records.ids == [first]
    qtbot.mouseClick(page.chips.button("mine"), LEFT)
    assert page.table.records.ids == []
    qtbot.mouseClick(page.chips.button("all"), LEFT)
    assert page.table.records.ids == [second, first]
    header = page.table.horizontalHeader()
    total = len(page.table.records.columns) - 1
    spot = header.sectionViewportPosition(total) + 20
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(spot, 10))
    assert page.table.records.ids == [first, second]
    type_text(qtbot, "lm", page.search)
    qtbot.waitUntil(lambda: page.table.records.ids == [second])
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert tab.quote_page.quote_id == second
    qtbot.mouseClick(button(tab.quote_page, "back"), LEFT)
    assert tab.widget.currentWidget() is page


def test_what_waits_for_approval_is_counted_and_listed(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    waiting = submitted(shop)
    window, tab = open_sales(shop.manager)
    assert window.tab_bar.buttons["sales"].count == 1
    tab.list_page.show_list(1)
    assert tab.list_page.chips.selected == "approve"
    assert tab.list_page.table.records.ids == [waiting]
    _window, other = open_sales(shop.sales)
    assert other.badge() == 0


def test_the_ledger_holds_what_is_signed_with_its_sums(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    submitted(shop)
    _window, tab = open_sales(shop.cashier)
    assert not tab.list_page.new_button.isVisible()
    qtbot.mouseClick(tab.list_page.strip.button("ledger"), LEFT)
    assert tab.widget.currentWidget() is tab.ledger_page
    assert tab.ledger_page.table.records.ids == [contract_id]
    found = tab.ledger_page.found
    assert found is not None
    assert (found.total, found.received) == (18_980_000, 0)
