"""From the finished work to the call afterwards, on the order's page with real keys (W9, C8)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.papers.facts import PaperKind
from models.service import money_lists
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from tests.models.service.orders import Crew, car, crew
from tests.models.service.settled import handed_back, pay, ready, settled
from tests.ui.conftest import Shop
from tests.ui.hands import buttons, dialog, key, waited
from tests.ui.service.conftest import Opened
from ui.kit import papers
from ui.kit.widgets import Button
from ui.service.money_page import Kept, MoneyPage
from ui.service.order_page import OrderPage
from ui.service.orders_page import OrdersPage

_K = Qt.Key


@pytest.fixture
def team(shop: Shop) -> Crew:
    return crew(shop)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PaperKind, int]]:
    found: list[tuple[PaperKind, int]] = []
    monkeypatch.setattr(papers, "print_at_once", lambda parent, actor, kind, record: found.append((kind, record)))
    return found


def of_a_car(shop: Shop, plate: str = "浙A7K3P9") -> dict[str, int]:
    """A customer with a car, for an order."""
    customer_id = shop.customer("葉靜宜", "199 0000 0322" if plate == "浙A7K3P9" else "199 0000 0323")
    return {"customer_id": customer_id, "goods_id": car(shop, customer_id, plate, "")}  # type: ignore[arg-type]


def order_page(tab: object, order_id: int) -> OrderPage:
    tab.open_record("work_order", order_id)  # type: ignore[attr-defined]
    page = tab.page("orders")  # type: ignore[attr-defined]
    assert isinstance(page, OrdersPage)
    return page.order_page


def state(order_id: int) -> WorkOrderState:
    found: WorkOrderState = WorkOrder.get_by_id(order_id).state
    return found


def test_settle_pay_and_hand_back_by_keys(
    qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened, printed: list[tuple[PaperKind, int]]
) -> None:
    """The owner settles, takes the money in three keys, hands back; the advisor asks after it: the order is closed."""
    order_id = ready(shop, team, **of_a_car(shop))
    _window, tab = open_service(shop.owner)
    page = order_page(tab, order_id)
    key(qtbot, _K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(order_id) is WorkOrderState.SETTLED
    waited(qtbot, page, "take_payment")
    key(qtbot, _K.Key_F6)
    asked = dialog(qtbot)
    assert asked.form.editor("amount").value() == 74_000
    qtbot.keyClick(next(each for each in asked.findChildren(Button) if each.isChecked()), _K.Key_Return)
    (payment,) = money_lists.payments_of(order_id)
    assert (payment.amount, printed) == (74_000, [(PaperKind.WORK_RECEIPT, payment.id)])
    waited(qtbot, page, "hand_back")
    key(qtbot, _K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog(qtbot).submit()
    assert state(order_id) is WorkOrderState.HANDED_BACK
    assert printed[-1] == (PaperKind.GATE_PASS, money_lists.gate_pass_id(order_id))
    waited(qtbot, page, "follow_up")
    key(qtbot, _K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot)
    reason = asked.form.editor("reason")
    reason.set_value("客户满意")
    qtbot.keyClick(reason, _K.Key_Return)
    assert state(order_id) is WorkOrderState.CLOSED


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened
) -> None:
    order_id = ready(shop, team, **of_a_car(shop))
    _window, tab = open_service(team.advisor)
    page = order_page(tab, order_id)
    form = page._settlement.form
    form.editor("done_words").set_value("")
    assert not page.settle()
    assert form.field("done_words").error
    form.editor("done_words").set_value("换制动片")
    form.editor("next_km").setText("40000")
    assert not page.settle()
    assert form.field("next_km").error
    assert state(order_id) is WorkOrderState.READY
    form.editor("next_km").setText("")
    assert page.settle()
    assert order_view(team.advisor, order_id).next_service_km is None


def test_a_discount_beyond_the_share_blocks_until_a_manager_approves(
    qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened
) -> None:
    order_id = ready(shop, team, **of_a_car(shop))
    _window, tab = open_service(team.advisor)
    page = order_page(tab, order_id)
    key(qtbot, _K.Key_F8)
    asked = dialog(qtbot)
    asked.form.editor("discount").set_value(20_000)
    asked.submit()
    assert not waited(qtbot, page, "settle").isEnabled()
    assert "approve_discount" not in buttons(page)
    _window, tab = open_service(shop.manager)
    page = order_page(tab, order_id)
    waited(qtbot, page, "approve_discount").click()
    asked = dialog(qtbot)
    asked.form.editor("reason").set_value("老客户")
    asked.submit()
    qtbot.waitUntil(lambda: waited(qtbot, page, "settle").isEnabled())


def test_unpaid_goes_only_with_a_managers_word(qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened) -> None:
    order_id = settled(shop, team, **of_a_car(shop))
    _window, tab = open_service(team.advisor)
    page = order_page(tab, order_id)
    assert "hand_back" not in buttons(page)
    assert "overrule" not in buttons(page)
    assert "take_payment" not in buttons(page)
    _window, tab = open_service(shop.manager)
    page = order_page(tab, order_id)
    waited(qtbot, page, "overrule").click()
    asked = dialog(qtbot)
    asked.form.editor("reason").set_value("月结客户")
    asked.submit()
    assert waited(qtbot, page, "hand_back").isEnabled()


def test_the_money_page_sums_what_the_lists_show(qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened) -> None:
    first = handed_back(shop, team, **of_a_car(shop))
    waiting = ready(shop, team, **of_a_car(shop, "浙A00002"))
    _window, tab = open_service(shop.cashier)
    tab.rail.names["money"].click()
    page = tab.page("money")
    assert isinstance(page, MoneyPage)
    assert list(page._rows[Kept.READY]) == [waiting]
    total = {}
    for kept in (Kept.SETTLED, Kept.BACK, Kept.PAYMENTS):
        page.chips.button(kept.value).click()
        total[kept] = page._title.text()
    assert set(total.values()) == {"¥740.00"}
    page.table.select(next(iter(page._rows[Kept.PAYMENTS])))
    page.table.setFocus()
    key(qtbot, _K.Key_Return)
    opened = tab.page("orders")
    assert isinstance(opened, OrdersPage)
    assert opened.order_page.order_id == first


def test_a_receipt_is_reversed_from_the_list(qtbot: QtBot, shop: Shop, team: Crew, open_service: Opened) -> None:
    order_id = settled(shop, team, **of_a_car(shop))
    payment = pay(shop.cashier, order_id, 10_000)
    _window, tab = open_service(shop.cashier)
    page = order_page(tab, order_id)
    waited(qtbot, page, f"reverse_{payment}").click()
    asked = dialog(qtbot)
    asked.form.editor("reason").set_value("输错")
    asked.submit()
    assert [each.amount for each in money_lists.payments_of(order_id)] == [10_000, -10_000]
    assert f"reverse_{payment}" not in buttons(page)
