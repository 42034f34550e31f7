"""The figures of protection and loss in the settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers.care import Care, care
from models.customers.protection_actions import change_care
from tests.ui.conftest import Shop
from ui.kit import notices
from ui.kit.buttons import Button
from ui.session import Session
from ui.settings.customer_care import CustomerCarePage
from ui.settings.desk import SettingsDesk


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, look: None) -> CustomerCarePage:
    """The page as the manager sees it."""

    def nothing(*said: object) -> None:
        return None

    desk = SettingsDesk(Session(shop.store, shop.manager), *[nothing] * 6)  # type: ignore[arg-type]
    made = CustomerCarePage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_figures_are_changed_and_wrong_ones_said(qtbot: QtBot, page: CustomerCarePage, shop: Shop) -> None:
    assert page.form.values() == vars(care())
    page.form.set_values({"days": 45, "most": 25, "confirm_from": None})
    with notices.recording() as said:
        save = page.findChild(Button, "save_care")
        assert save is not None
        qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert said.told
    assert care() == Care(45, 25, 0)
    days = page.form.editor("days")
    days.setFocus()
    days.selectAll()
    qtbot.keyClicks(days, "400")
    page.save()
    assert care().days == 45
    page.refresh(None)
    assert days.text() == "400", "what is typed stays"


def test_what_others_change_shows(page: CustomerCarePage, shop: Shop) -> None:
    page.refresh(change_care(shop.owner, Care(10, 5, 100)))
    assert page.form.values() == {"days": 10, "most": 5, "confirm_from": 100}
