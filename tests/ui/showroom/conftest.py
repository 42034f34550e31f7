"""The window with the showroom tab in front, and a floor whose clock the test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import ui.showroom
from models.kernel import clock
from models.kernel.permissions import Actor
from models.rotation import actions, lists
from tests.ui.conftest import OpenWindow, Shop
from ui.kit.dialogs import FormDialog
from ui.main_window import MainWindow
from ui.showroom.tab import ShowroomTab
from ui.tab_spec import TabSpec

MORNING = datetime(2026, 11, 21, 9, 0).astimezone()


class Elsewhere:
    """Stands for the tab that shows files, and notes which."""

    def __init__(self) -> None:
        self.widget = QWidget()
        self.shown: list[tuple[str, int]] = []

    def refresh(self, changes: object) -> None:
        return None

    def badge(self) -> int:
        return 0

    def open_record(self, kind: str, record_id: int) -> None:
        self.shown.append((kind, record_id))


class Clock:
    """The time at the counter; it moves only when told to."""

    def __init__(self) -> None:
        self._standing = ExitStack()
        self.now = MORNING
        self.set(MORNING)

    def set(self, moment: datetime) -> None:
        """Let it be ``moment``."""
        self._standing.close()
        self.now = moment
        self._standing.enter_context(clock.standing_at(moment))

    def go_on(self, **time: float) -> None:
        """Let time pass, or be set back."""
        self.set(self.now + timedelta(**time))

    def close(self) -> None:
        """Give the real time back."""
        self._standing.close()


@pytest.fixture
def at_nine() -> Iterator[Clock]:
    """Nine o'clock in the morning until the test says otherwise."""
    standing = Clock()
    yield standing
    standing.close()


OpenFloor = Callable[[Actor], ShowroomTab]


@pytest.fixture
def elsewhere() -> Elsewhere:
    """The tab for files."""
    return Elsewhere()


@pytest.fixture
def open_floor(at_nine: Clock, open_window: OpenWindow, elsewhere: Elsewhere) -> OpenFloor:
    """Opens the showroom for a person."""

    def opening(actor: Actor) -> ShowroomTab:
        window: MainWindow = open_window(
            [
                TabSpec("showroom", "Showroom", "account-switch-outline", ui.showroom.build),
                TabSpec("customers", "Elsewhere", "file-sign", lambda window: elsewhere, ("customer",)),
            ],
            actor,
        )
        tab = window.tab("showroom")
        assert isinstance(tab, ShowroomTab)
        return tab

    return opening


@pytest.fixture
def present(at_nine: Clock, shop: Shop) -> None:
    """Both consultants are here."""
    actions.sign_in(shop.reception, [shop.sales.id, shop.rival.id])


def key(qtbot: QtBot, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the keys go."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, which, *modifiers)
    QApplication.processEvents()


def type_text(qtbot: QtBot, text: str) -> None:
    """Type where the keys go."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Click the button called ``name``, as soon as it is in sight."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in parent.findChildren(QPushButton, name)))
    button = next(each for each in parent.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def dialog(qtbot: QtBot, title: str = "") -> FormDialog:
    """The dialog in front, called ``title`` if that is said, with the keys in it."""

    def in_front() -> bool:
        front, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
        named = front is not None and front.windowTitle().startswith(title)
        return front is not None and named and focused is not None and front.isAncestorOf(focused)

    qtbot.waitUntil(in_front)
    return cast(FormDialog, QApplication.activeModalWidget())


def words(parent: QWidget) -> str:
    """Every word in sight, one label a line."""
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def board(open_floor: OpenFloor, shop: Shop, present: None) -> ShowroomTab:
    """The board as reception sees it, with both consultants waiting."""
    return open_floor(shop.reception)


def receivers() -> list[str]:
    """Who is receiving somebody."""
    return [each.receiver for each in lists.board().receptions]
