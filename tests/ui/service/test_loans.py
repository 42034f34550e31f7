"""The desk lends: an umbrella in a few keys, back in two, the overdue in red, a car with its licence (W12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.kernel import clock
from models.loans import lists
from models.loans.kind_actions import ThingForm, add_thing, take_usual
from models.loans.kinds import LoanFilter, LoanState
from models.loans.lend_actions import LendForm, lend
from tests.ui.conftest import Shop
from tests.ui.hands import dialog, key, press, sees
from tests.ui.service.conftest import Opened
from ui.find_anything import find_anything
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.main_window import MainWindow
from ui.service.loans_page import LoansPage
from ui.today.files import count, needs

Key = Qt.Key
NOON = datetime(2026, 11, 28, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with clock.standing_at(NOON):
        yield


def opened(open_service: Opened, shop: Shop) -> tuple[MainWindow, LoansPage]:
    window, tab = open_service(shop.reception)
    tab.show_page("loans")
    page = tab.page("loans")
    assert isinstance(page, LoansPage)
    return window, page


def gone(qtbot: QtBot, page: LoansPage) -> None:
    qtbot.waitUntil(lambda: not sees(page.window(), FormDialog))
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()


def test_an_umbrella_goes_out_with_a_key_a_name_and_enter_and_is_back_with_two(
    qtbot: QtBot, shop: Shop, open_service: Opened
) -> None:
    _window, page = opened(open_service, shop)
    with notices.recording() as said:
        qtbot.mouseClick(page.usual, Qt.MouseButton.LeftButton)
        assert not page.usual.isVisible()
        qtbot.waitUntil(lambda: all(each.isVisible() for each in page.buttons.values()))
        page.take_focus()
        key(qtbot, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        form = dialog(qtbot)
        qtbot.keyClicks(QApplication.focusWidget(), "Wang")
        key(qtbot, Key.Key_Return)
        gone(qtbot, page)
        row = lists.loan_rows(shop.owner, lists.loan_ids(LoanFilter.OUT))[0]
        assert (row.borrower, row.what) == ("Wang", "雨伞")
        assert page.table.selected_id == row.id
        assert next(iter(page.buttons.values())).label.endswith("19")
        page.take_focus()
        key(qtbot, Key.Key_Return)
        form = dialog(qtbot)
        key(qtbot, Key.Key_Return)
        gone(qtbot, page)
        assert form is not None
    assert lists.counts()[LoanFilter.OUT] == 0
    assert [tone for _text, tone in said.told] == ["ok", "ok"]


def test_what_is_wrong_stands_at_its_field_and_a_car_comes_back_with_more_km(
    qtbot: QtBot, shop: Shop, open_service: Opened
) -> None:
    take_usual(shop.reception)
    cars = next(each for each in lists.kinds() if each.name == "代步车")
    add_thing(shop.reception, cars.id, ThingForm("浙A·8D601", "澜川 L3", 12_000))
    _window, page = opened(open_service, shop)
    qtbot.mouseClick(page.buttons[cars.id], Qt.MouseButton.LeftButton)
    form = dialog(qtbot)
    assert form.form.editor("km").value() == 12_000
    form.form.editor("name").set_value("周小姐")
    form.submit()
    assert form.form.field("licence_number").error
    form.form.editor("licence_number").set_value("330106199001018888")
    form.form.editor("km").set_value(11_000)
    form.submit()
    assert "12,000" in form.form.field("km").error
    form.form.editor("km").set_value(12_010)
    form.form.editor("licence_seen").set_value(True)
    form.submit()
    gone(qtbot, page)
    loan_id = lists.loan_ids(LoanFilter.OUT)[0]
    press(qtbot, page, "signed")
    assert not lists.loan_rows(shop.owner, [loan_id])[0].unsigned
    press(qtbot, page, "take_back")
    form = dialog(qtbot)
    for name, value in {"km": 12_100, "condition": "划痕", "cost": 300_00, "kept": 300_00}.items():
        form.form.editor(name).set_value(value)
    with notices.recording() as said:
        form.submit()
        gone(qtbot, page)
    assert "¥1,700.00" in said.told[0][0]
    assert lists.loan_rows(shop.owner, [loan_id])[0].state is LoanState.RETURNED


def test_the_overdue_is_red_on_today_and_found_by_name(qtbot: QtBot, shop: Shop, open_service: Opened) -> None:
    take_usual(shop.reception)
    kind = lists.kinds()[0]
    loan_id = lend(shop.reception, LendForm(kind.id, NOON + timedelta(hours=1), name="沈㛃", phone="13900002233")).id
    before = count(shop.reception)
    with clock.standing_at(NOON + timedelta(hours=2)):
        found = [each for each in needs(shop.reception) if each.kind == "loan"]
        assert [(each.id, "沈㛃" in each.title) for each in found] == [(loan_id, True)]
        assert count(shop.reception) == before + 1
        assert [hit.id for group in find_anything(shop.reception, "2233") for hit in group.hits] == [loan_id]
        window, page = opened(open_service, shop)
        window.open_record("loan", loan_id)
        assert page.table.selected_id == loan_id
        assert page.chips.button(LoanFilter.OVERDUE.value).label.endswith("1")
        press(qtbot, page, "remind")
        form = dialog(qtbot)
        form.submit()
        assert form.form.field("said").error
        form.form.editor("said").set_value("晚上来")
        form.submit()
        gone(qtbot, page)
        assert lists.loan_view(shop.owner, loan_id).reminded_said == "晚上来"
