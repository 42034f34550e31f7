"""The sales tab in the window, for one person after another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.kernel.permissions import Actor
from tests.ui.conftest import OpenWindow
from ui.kit import jobs
from ui.kit.widgets import Band
from ui.main_window import MainWindow, TabSpec
from ui.sales import KINDS, build
from ui.sales.tab import SalesTab

Opened = Callable[[Actor], tuple[MainWindow, SalesTab]]


@pytest.fixture
def open_sales(qtbot: QtBot, open_window: OpenWindow) -> Opened:
    """Opens the window with the sales tab for this person."""

    def opening(actor: Actor) -> tuple[MainWindow, SalesTab]:
        window = open_window([TabSpec("sales", "Sales", "file-sign", build, KINDS)], actor)
        tab = window.tab("sales")
        assert isinstance(tab, SalesTab)
        return window, tab

    return opening


@pytest.fixture(autouse=True)
def _no_work_left() -> object:
    yield
    assert jobs.stop_all()


def type_text(qtbot: QtBot, editor: QWidget, text: str) -> None:
    """Type ``text``; what no key of the keyboard gives comes from the input method."""
    if text.isascii():
        qtbot.keyClicks(editor, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def button(page: QWidget, name: str) -> QPushButton:
    """The button called ``name`` that can be seen on ``page``; those just put into a layout show themselves first."""
    QApplication.processEvents()
    found = [each for each in page.findChildren(QPushButton, name) if each.isVisible()]
    assert found, name
    return found[-1]


def band(page: QWidget) -> str:
    """What the band on ``page`` says."""
    QApplication.processEvents()
    (found,) = [each for each in page.findChildren(Band, "band") if each.isVisible()]
    return found.text


def buttons(page: QWidget) -> set[str]:
    """The names of all buttons that can be seen on ``page``."""
    QApplication.processEvents()
    return {each.objectName() for each in page.findChildren(QPushButton) if each.isVisible()}
