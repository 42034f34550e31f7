"""Customers nobody attends: the alarm, its sound, and the manager who gives them to somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.rotation import actions, lists
from models.rotation.manager_actions import change_policy
from models.rotation.policies import Policy
from models.rotation.reception_actions import ArrivalForm, arrive
from tests.ui.conftest import Shop
from tests.ui.hands import dialog, key, press, words
from tests.ui.showroom.conftest import Clock, OpenFloor, receivers


def test_unattended_turns_red_and_beeps_until_the_sound_is_off(
    qtbot: QtBot, open_floor: OpenFloor, shop: Shop, at_nine: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    tab = open_floor(shop.reception)
    assert not tab.unattended.isVisible()
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, Qt.Key.Key_Return)
    assert tab.unattended.isVisible()
    at_nine.go_on(seconds=59)
    tab.tick()
    assert (tab.unattended.property("band"), beeps, tab.badge()) == ("warn", [], 1)
    at_nine.go_on(seconds=1)
    tab.tick()
    assert tab.unattended.property("band") == "bad"
    assert "waiting: 1 min 0 s" in words(tab.unattended)
    for _second in range(5):
        tab.tick()
    assert len(beeps) == 2
    press(qtbot, tab.unattended, "sound")
    for _second in range(10):
        tab.tick()
    assert len(beeps) == 2
    again = open_floor(shop.reception)
    again.tick()
    assert (len(beeps), again.unattended.sound.toolTip()) == (2, "Sound of the alarm: off"), "kept on this PC"
    press(qtbot, again.unattended, "sound")
    for _second in range(5):
        again.tick()
    assert len(beeps) == 3
    tab = again
    actions.sign_in(shop.reception, [shop.rival.id])
    assert not tab.unattended.isVisible()
    assert receivers() == ["周凯"]
    assert tab.badge() == 0


def test_the_alarm_keeps_to_the_policy(open_floor: OpenFloor, shop: Shop, at_nine: Clock) -> None:
    change_policy(shop.manager, replace(Policy(), unattended_alarm=10))
    arrive(shop.reception, ArrivalForm())
    tab = open_floor(shop.reception)
    at_nine.go_on(seconds=9)
    tab.tick()
    assert not tab.unattended.alarmed
    at_nine.go_on(seconds=1)
    tab.tick()
    assert tab.unattended.alarmed


def test_only_the_manager_gives_an_unattended_customer_with_a_reason(
    qtbot: QtBot, open_floor: OpenFloor, shop: Shop
) -> None:
    arrive(shop.reception, ArrivalForm())
    tab = open_floor(shop.reception)
    assert not tab.unattended.assign.isVisible()
    tab = open_floor(shop.manager)
    actions.sign_in(shop.reception, [shop.rival.id])
    line = lists.board().receptions[0]
    actions.sign_in(shop.reception, [shop.sales.id])
    tab.people.errands.override(line)
    asked = dialog(qtbot)
    press(qtbot, asked, "accept")
    qtbot.waitUntil(lambda: "Say why." in words(asked))
    asked.form.set_values({"to": shop.sales.id, "reason": "speaks Dutch"})
    press(qtbot, asked, "accept")
    assert receivers() == ["孙悦"]
    assert "speaks Dutch" in tab.log.rows[0].what
