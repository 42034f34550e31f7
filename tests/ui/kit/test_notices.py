"""Notices, questions and errors: nothing blocks, and tests can look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.kernel.errors import RuleError
from ui.kit import notices


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_notice_is_shown_with_its_undo(qtbot: QtBot, window: QWidget) -> None:
    undone: list[bool] = []
    notices.tell("Visit saved", undo=("Undo", lambda: undone.append(True)))
    assert "Visit saved" in [each.text() for each in window.findChildren(QLabel)]
    undo = next(each for each in window.findChildren(QPushButton) if each.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone == [True]
    qtbot.waitUntil(lambda: not window.findChildren(QLabel))


def test_a_later_notice_takes_the_place(qtbot: QtBot, window: QWidget) -> None:
    notices.tell("first")
    notices.tell("second")
    qtbot.waitUntil(lambda: [each.text() for each in window.findChildren(QLabel)] == ["second"])


def test_answers_come_back_by_key(qtbot: QtBot, window: QWidget) -> None:
    answers: list[str] = []
    buttons = [("keep", "Keep", "plain"), ("delete", "Delete", "danger")]
    notices.ask(window, "Delete?", "This cannot be undone.", buttons, answers.append)
    dialog = window.findChild(QDialog)
    assert dialog is not None
    assert dialog.isModal()
    qtbot.mouseClick(dialog.findChild(QPushButton, "delete"), Qt.MouseButton.LeftButton)
    assert answers == ["delete"]


def test_escape_is_no_answer(qtbot: QtBot, window: QWidget) -> None:
    answers: list[str] = []
    notices.ask(window, "Delete?", "Really?", [("keep", "Keep", "plain")], answers.append)
    QTest.keyClick(window.findChildren(QDialog)[0], Qt.Key.Key_Escape)
    assert answers == [""]


def test_recording_shows_nothing(window: QWidget) -> None:
    answers: list[str] = []
    with notices.recording() as record:
        notices.error(RuleError("Only {count} left.", count=2))
        notices.ask(window, "Sell?", "The last one.", [("yes", "Yes", "primary")], answers.append)
        assert record.asked[0].buttons == ["yes"]
        record.answer("yes")
    assert record.told == [("Only 2 left.", "warn")]
    assert answers == ["yes"]
    assert not window.findChildren(QLabel)


def test_a_covered_window_says_nothing_any_more(qtbot: QtBot, window: QWidget) -> None:
    notices.tell("欧阳䶮 has a file now")
    notices.hush(window)
    qtbot.waitUntil(lambda: not window.findChildren(QLabel))
