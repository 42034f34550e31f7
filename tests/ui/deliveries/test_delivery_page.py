"""A delivery on its page: planned, called, ticked, released, paid, handed over, by clicks and keys (D1 to D3)."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.delivery import handing_actions, lists
from models.delivery.checklist_actions import compare_unit, settle_item
from models.delivery.kinds import ItemState
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryState
from models.kernel import clock
from models.kernel.permissions import Role
from models.papers.facts import PaperKind
from models.sales.lists import contract_view
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.staff.actions import StaffForm, hire
from models.trades.delivery_template import Evidence, Gate, Means
from tests.models.delivery.handing import called, evidence
from tests.ui.conftest import PIN, Shop
from tests.ui.deliveries.conftest import Opened, at, planned
from tests.ui.hands import button, buttons, sees
from ui.deliveries import side
from ui.deliveries.delivery_page import DeliveryPage
from ui.deliveries.steps import Blocked
from ui.kit import notices, papers
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Band

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def pay(shop: Shop, contract_id: int) -> None:
    row = contract_view(shop.owner, contract_id).row
    if row.total > row.received:
        take_payment(shop.cashier, contract_id, PaymentForm(row.total - row.received, PaymentMethod.CARD, "王建国"))


def settle(shop: Shop, delivery_id: int, *gates: Gate) -> None:
    """Do the required items of these gates; the advisor's is waived where there is none."""
    for section in delivery_view(shop.manager, delivery_id).sections:
        for item in section.items:
            if item.state is ItemState.OPEN and item.required and item.gate in gates:
                settle_item(shop.manager, item.id, evidence(item))


@pytest.fixture
def delivery(shop: Shop, contract: int, bays: tuple[int, int]) -> int:
    return planned(shop, contract, at(1), bay_id=bays[0])


def page_of(opened: tuple[Any, Any], delivery_id: int) -> DeliveryPage:
    window, tab = opened
    window.open_record("delivery", delivery_id)
    QApplication.processEvents()
    return tab.delivery_page


def dialog_of(page: DeliveryPage) -> FormDialog:
    found = sees(page.window(), FormDialog)
    assert found
    return found[-1]


def press(qtbot: QtBot, window: Any, key: Qt.Key, *modifier: Qt.KeyboardModifier) -> None:
    """A key of the window; what was just put on it shows itself first, and a dialog that closed is gone."""
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, *modifier)


def said(page: DeliveryPage) -> str:
    """What the bands above the checklist say."""
    QApplication.processEvents()
    bands = [each for each in page.findChildren(Band) if each.isVisible()]
    blocked = [each for each in page.findChildren(Blocked) if each.isVisible()]
    return " ".join(
        [*(band.text for band in bands), *(t.text() for each in blocked for t in each.findChildren(QLabel))]
    )


def test_a_touch_ticks_an_item_and_the_row_is_large_enough_for_a_finger(
    qtbot: QtBot, shop: Shop, delivery: int, open_tab: Opened
) -> None:
    page = page_of(open_tab(shop.sales), delivery)
    row = next(row for row in page.checklist.rows if row.item.evidence is Evidence.TICK and not row.item.means.value)
    assert row.height() >= 44
    qtbot.mouseClick(row, LEFT, pos=QPoint(20, row.height() // 2))
    assert delivery_view(shop.sales, delivery).entry.progress.done == 1
    row = page.checklist.row(row.item.id)
    assert row.item.state is ItemState.DONE
    assert row.item.done_by == shop.sales.name
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Backspace)
    assert delivery_view(shop.sales, delivery).entry.progress.done == 0


def test_keys_go_from_item_to_item_tick_and_waive(qtbot: QtBot, shop: Shop, delivery: int, open_tab: Opened) -> None:
    page = page_of(open_tab(shop.sales), delivery)
    first, second = page.checklist.rows[1], page.checklist.rows[2]
    first.setFocus()
    qtbot.keyClick(first, ENTER)
    assert page.checklist.rows[1].item.state is ItemState.DONE
    assert QApplication.focusWidget() is first, "the keys stay in the list"
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_N)
    dialog = dialog_of(page)
    dialog.submit()
    assert "reason" in dialog.form.error.lower() or dialog.form.field("reason").error, "it asks for a reason"
    dialog.form.set_values({"reason": "not ordered"})
    dialog.submit()
    assert page.checklist.rows[2].item.state is ItemState.NOT_APPLICABLE
    assert page.checklist.rows[2].item.reason == "not ordered"


def test_readings_and_photos_are_asked_for_and_what_is_wrong_is_said_at_the_field(
    qtbot: QtBot, shop: Shop, delivery: int, open_tab: Opened, tmp_path: Path
) -> None:
    page = page_of(open_tab(shop.sales), delivery)
    mileage = next(row for row in page.checklist.rows if row.item.means is Means.MILEAGE)
    mileage.setFocus()
    qtbot.keyClick(mileage, Qt.Key.Key_Space)
    dialog = dialog_of(page)
    dialog.submit()
    assert dialog.form.field("reading").error
    dialog.form.editor("reading").setText("12")
    dialog.submit()
    assert page.checklist.row(mileage.item.id).item.reading == 1200
    photo = next(row for row in page.checklist.rows if row.item.evidence is Evidence.PHOTO)
    qtbot.mouseClick(photo, LEFT, pos=QPoint(30, 20))
    dialog = dialog_of(page)
    (tmp_path / "no.jpg").write_text("no picture")
    dialog.form.editor("content").take(tmp_path / "no.jpg")
    dialog.submit()
    assert dialog.form.field("content").error
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    (tmp_path / "car.png").write_bytes(out.getvalue())
    dialog.form.editor("content").take(tmp_path / "car.png")
    dialog.submit()
    assert page.checklist.row(photo.item.id).item.attachment_id


def test_what_blocks_the_hand_over_is_said_at_its_button_with_the_way_out(
    qtbot: QtBot, shop: Shop, contract: int, delivery: int, open_tab: Opened
) -> None:
    pay(shop, contract)
    called(shop.sales, delivery)
    settle(shop, delivery, Gate.READY)
    handing_actions.make_ready(shop.sales, delivery)
    window, _tab = opened = open_tab(shop.sales)
    page = page_of(opened, delivery)
    hand_over = button(page, "hand_over")
    assert not hand_over.isEnabled()
    assert "dispatch note" in said(page)
    assert {"go_to_item", "ask_release", "go_to_units"} <= buttons(page)
    qtbot.mouseClick(button(page, "go_to_item"), LEFT)
    focused: Any = QApplication.focusWidget()
    assert focused.item.required
    assert focused.item.state is ItemState.OPEN
    press(qtbot, window, Qt.Key.Key_F9)
    goods: Any = page.panels[side.GoodsPanel]
    assert QApplication.focusWidget() is goods.typed
    goods.typed.setText("LYH7V2A58TA000999")
    qtbot.keyClick(goods.typed, ENTER)
    assert "Reserved is" in goods.field.error, "other goods are refused by name"
    serial = page.view.units[0].serial
    goods.typed.setText(serial.lower())
    qtbot.keyClick(goods.typed, ENTER)
    assert page.view.units[0].compared_at
    press(qtbot, window, Qt.Key.Key_F7)
    assert page.view.dispatch is not None
    assert "ask_release" not in buttons(page)


def test_the_owner_overrules_open_money_and_the_consultant_cannot(
    qtbot: QtBot, shop: Shop, contract: int, delivery: int, open_tab: Opened
) -> None:
    called(shop.sales, delivery)
    settle(shop, delivery, Gate.READY)
    page = page_of(open_tab(shop.sales), delivery)
    assert "is not paid" in said(page)
    assert "overrule" not in buttons(page)
    page = page_of(open_tab(shop.owner), delivery)
    assert not button(page, "make_ready").isEnabled()
    qtbot.mouseClick(button(page, "overrule"), LEFT)
    dialog = dialog_of(page)
    dialog.form.set_values({"reason": "an old customer"})
    dialog.submit()
    assert "is not paid" not in said(page)
    qtbot.mouseClick(button(page, "make_ready"), LEFT)
    assert delivery_view(shop.owner, delivery).entry.state is DeliveryState.READY


def test_a_delivery_is_called_released_signed_and_handed_over(
    qtbot: QtBot, shop: Shop, contract: int, delivery: int, open_tab: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PaperKind] = []
    monkeypatch.setattr(papers, "show_paper", lambda page, actor, kind, record_id: shown.append(kind))
    pay(shop, contract)
    window, _tab = opened = open_tab(shop.sales)
    page = page_of(opened, delivery)
    press(qtbot, window, Qt.Key.Key_F6)
    dialog_of(page).submit()
    assert page.view.entry.state is DeliveryState.CONFIRMED
    settle(shop, delivery, Gate.READY)
    press(qtbot, window, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert page.view.entry.state is DeliveryState.READY
    press(qtbot, window, Qt.Key.Key_F7)
    compare_unit(shop.sales, delivery, page.view.units[0].serial)
    page = page_of(open_tab(shop.manager), delivery)
    qtbot.mouseClick(button(page, "approve_release"), LEFT)
    for section in delivery_view(shop.sales, delivery).sections:
        for item in section.items:
            due = item.required and item.state is ItemState.OPEN and item.gate is Gate.HAND_OVER
            if due and item.evidence is not Evidence.SIGNATURE and item.means is not Means.ADVISOR:
                settle_item(shop.manager, item.id, evidence(item))
    advisor = hire(shop.owner, StaffForm("韩冰", frozenset({Role.SERVICE_ADVISOR}), pin=PIN)).id
    window, _tab = opened = open_tab(shop.sales)
    page = page_of(opened, delivery)
    row = next(row for row in page.checklist.rows if row.item.means is Means.ADVISOR)
    qtbot.mouseClick(row, LEFT, pos=QPoint(20, 20))
    dialog_of(page).form.set_values({"advisor_id": advisor})
    dialog_of(page).submit()
    QApplication.processEvents()
    qtbot.mouseClick(page.checklist.row(row.item.id), LEFT, pos=QPoint(20, 20))
    assert page.checklist.row(row.item.id).item.text == "韩冰"
    assert button(page, "hand_over").isEnabled(), said(page)
    press(qtbot, window, ENTER, Qt.KeyboardModifier.ControlModifier)
    dialog: Any = dialog_of(page)
    dialog.submit()
    assert dialog.form.field("name").error, "without a signature nothing is handed over"
    pad = dialog.pad.pad
    for place in (QPoint(40, 60), QPoint(120, 90), QPoint(200, 50)):
        qtbot.mousePress(pad, LEFT, pos=place)
        qtbot.mouseMove(pad, place + QPoint(30, 20))
        qtbot.mouseRelease(pad, LEFT, pos=place + QPoint(30, 20))
    with notices.recording() as record:
        dialog.submit()
    assert page.view.entry.state is DeliveryState.HANDED_OVER
    assert page.view.signatures[-1].name == page.view.entry.customer
    assert record.undo is not None
    record.undo[1]()
    assert shown == [PaperKind.DELIVERY_CONFIRMATION]
    assert page.panels[side.CallsPanel].isVisible(), "the call-backs are shown"
    page = page_of(open_tab(shop.cashier), delivery)
    qtbot.mouseClick(button(page, "book"), LEFT)
    assert page.view.booked_by == shop.cashier.name


@pytest.mark.usefixtures("noon")
def test_a_postponement_asks_when_the_customer_was_told(
    qtbot: QtBot, shop: Shop, delivery: int, open_tab: Opened
) -> None:
    window, _tab = opened = open_tab(shop.sales)
    page = page_of(opened, delivery)
    press(qtbot, window, Qt.Key.Key_F4)
    dialog = dialog_of(page)
    dialog.form.set_values({"starts_at": at(3), "reason": "travels", "told_at": at(2)})
    dialog.submit()
    assert dialog.form.field("told_at").error
    dialog.form.set_values({"told_at": clock.now()})
    dialog.submit()
    assert delivery_view(shop.sales, delivery).entry.starts_at == at(3)
    assert any("Postponed" in each.text() or "postponed" in each.text() for each in page.findChildren(QLabel))
    assert [each.id for each in lists.rows([delivery])] == [delivery]


def test_papers_offered_are_those_the_delivery_has(shop: Shop, delivery: int, open_tab: Opened) -> None:
    page = page_of(open_tab(shop.sales), delivery)
    assert [kind for kind, _name in page.papers()] == [PaperKind.DELIVERY_CHECKLIST, PaperKind.DELIVERY_CONFIRMATION]
    handing_actions.ask_release(shop.sales, delivery)
    QApplication.processEvents()
    assert PaperKind.DISPATCH_NOTE in [kind for kind, _name in page.papers()]
