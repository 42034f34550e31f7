"""The search box: found while typing, arrows and Enter, Esc, and the key that comes back to it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.search import Group, Hit, SearchBox

FOUND = [
    Group("Customers", "account-outline", [Hit("customer", 1, "Wang", "138"), Hit("customer", 2, "Wan")]),
    Group("Contracts", "file-sign", [Hit("contract", 7, "HT-7", "Wang")]),
    Group("Work orders", "wrench-outline", []),
]


def find(text: str) -> Sequence[Group]:
    return FOUND if text.startswith("wa") else []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def box(qtbot: QtBot, window: QWidget) -> SearchBox:
    made, other = SearchBox(find, "Find", "Ctrl+K"), QLineEdit()
    lines = QVBoxLayout(window)
    lines.addWidget(other)
    lines.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    return made


def test_key_brings_the_cursor_here(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClick(box.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()


def test_typing_finds_and_enter_opens_the_first(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "wang")
    qtbot.waitUntil(lambda: [hit.id for hit in box.results] == [1, 2, 7])
    with qtbot.waitSignal(box.chosen) as opened:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.args == ["customer", 1]
    assert (box.text(), box.results) == ("", [])


def test_enter_does_not_wait_for_the_pause(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    with qtbot.waitSignal(box.chosen) as opened:
        qtbot.keyClicks(box, "wa")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.args == ["customer", 1]


def test_arrows_choose_another(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "wang")
    box.look()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as opened:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.args == ["contract", 7]


def test_nothing_found_opens_nothing(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "x")
    with qtbot.assertNotEmitted(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_escape_and_leaving_put_the_results_away(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "wang")
    box.look()
    box.window().findChildren(QLineEdit)[0].setFocus()
    assert box.results == []
    box.setFocus()
    box.look()
    assert box.results
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.results) == ("", [])


def test_click_opens(qtbot: QtBot, box: SearchBox) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "wang")
    box.look()
    row = next(each for each in box.window().findChildren(QWidget) if each.accessibleName() == "HT-7")
    with qtbot.waitSignal(box.chosen) as opened:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == ["contract", 7]
