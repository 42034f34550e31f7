"""The window with the customers tab in front, for the consultant."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import ui.customers
from models.kernel.permissions import Actor
from tests.ui.conftest import OpenWindow, Shop
from ui.customers.tab import CustomersTab
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec

T = TypeVar("T", bound=QWidget)


class Elsewhere:
    """Stands for another tab and notes what it was asked to show."""

    def __init__(self) -> None:
        self.widget, self.shown = QWidget(), []

    def refresh(self, changes: object) -> None:
        return None

    def badge(self) -> int:
        return 0

    def open_record(self, kind: str, record_id: int) -> None:
        self.shown.append((kind, record_id))


class Counter:
    """The window, and the tab in it."""

    def __init__(self, window: MainWindow, elsewhere: Elsewhere) -> None:
        tab = window.tab("customers")
        assert isinstance(tab, CustomersTab)
        self.window, self.tab, self.elsewhere = window, tab, elsewhere
        self.record, self.list = tab.record, tab.list


class OpenCounter:
    """Opens the window for one person."""

    def __init__(self, open_window: OpenWindow) -> None:
        self._open = open_window

    def __call__(self, actor: Actor) -> Counter:
        elsewhere = Elsewhere()
        tabs = [
            TabSpec("customers", "Customers", "card-account-details-outline", ui.customers.build, ("customer", "call")),
            TabSpec("sales", "Sales", "file-sign", lambda window: elsewhere, ("quote", "contract", "payment")),
        ]
        return Counter(self._open(tabs, actor), elsewhere)


@pytest.fixture
def open_counter(open_window: OpenWindow) -> OpenCounter:
    """Opens the customers tab for a person."""
    return OpenCounter(open_window)


@pytest.fixture
def counter(open_counter: OpenCounter, shop: Shop) -> Counter:
    """The customers tab as the consultant sees it."""
    return open_counter(shop.sales)


def visible(parent: QWidget, kind: type[T], name: str = "") -> T:
    """The child that is in sight."""
    return next(each for each in parent.findChildren(kind, name) if each.isVisible())


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Click the button called ``name``, as soon as it is in sight."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in parent.findChildren(QPushButton, name)))
    qtbot.mouseClick(visible(parent, QPushButton, name), Qt.MouseButton.LeftButton)


def type_text(qtbot: QtBot, text: str) -> None:
    """Type ``text`` where the keys go; what no key gives comes from the input method."""
    focused = QApplication.focusWidget()
    assert focused is not None
    if text.isascii():
        qtbot.keyClicks(focused, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused, event)


def key(qtbot: QtBot, which: Qt.Key) -> None:
    """Press a key where the keys go."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, which)


def words(parent: QWidget) -> str:
    """Every word in sight, one label a line."""
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())
