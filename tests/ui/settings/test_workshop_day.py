"""The workshop's hours by weekday, its closed days and its bays, typed and clicked (W1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.appointments import lists, planning
from models.appointments.booking_actions import add_bay
from models.kernel import clock
from models.kernel.permissions import Actor
from models.rotation.manager_actions import set_holiday
from tests.ui.conftest import Shop
from ui.kit import notices
from ui.kit.buttons import Button
from ui.settings.workshop_day import WorkshopDayPage


@dataclass
class Session:
    actor: Actor


@dataclass
class Desk:
    session: Session


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, look: None) -> Any:
    add_bay(shop.manager, "举升机 1")
    made = WorkshopDayPage(Desk(Session(shop.manager)))  # type: ignore[arg-type]  # all it asks of the desk
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    with notices.recording():
        yield made


def click(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(page.findChild(Button, name), Qt.MouseButton.LeftButton)


def test_saturday_is_short_and_what_is_wrong_is_said_beneath_it(qtbot: QtBot, page: WorkshopDayPage) -> None:
    page.form.set_values({"opens": time(8), "closes": time(18), "open_6": False})
    page.form.set_values({"opens_5": time(9), "closes_5": time(8)})
    click(qtbot, page, "keep_hours")
    assert page.form.field("closes_5").error == "It closes after it opens."
    page.form.set_values({"closes_5": time(12, 30)})
    click(qtbot, page, "keep_hours")
    kept = planning.kept_hours()
    assert (kept.opens, kept.closes, kept.weekdays) == (time(8), time(18), (0, 1, 2, 3, 4, 5))
    assert kept.other_hours == {5: (time(9), time(12, 30))}


def test_a_day_is_closed_and_opened_again(qtbot: QtBot, shop: Shop, page: WorkshopDayPage) -> None:
    day = clock.today() + timedelta(days=9)
    set_holiday(shop.manager, day + timedelta(days=1), "春节")
    page.refresh(None)
    page.day.set_values({"day": day, "name": ""})
    click(qtbot, page, "add_closed_day")
    assert page.day.field("name").error == "Say why it is closed."
    page.day.set_values({"day": day, "name": "盘点"})
    click(qtbot, page, "add_closed_day")
    assert planning.hours().closed_days == {day: "盘点", day + timedelta(days=1): "春节"}
    assert page.findChild(Button, f"drop_{day + timedelta(days=1)}") is None, "a holiday is the rotation's"
    click(qtbot, page, f"drop_{day}")
    assert planning.kept_hours().closed_days == {}


def test_what_a_bay_is_fitted_for_is_typed_beside_its_name(qtbot: QtBot, page: WorkshopDayPage) -> None:
    (bay,) = lists.bays()
    skill = page.findChild(QWidget, f"skill_{bay.id}")
    skill.setFocus()
    qtbot.keyClicks(skill, "quick service")
    qtbot.keyClick(skill, Qt.Key.Key_Return)
    assert [(each.name, each.skill) for each in lists.bays()] == [("举升机 1", "quick service")]
