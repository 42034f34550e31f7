"""Eyes and hands at a page: what is in sight of it, and keys and clicks.

A widget that was let go is deleted with some later event only: nothing here looks at one that is not in sight.
"""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Band

W = TypeVar("W", bound=QWidget)


def sees(parent: QWidget, kind: type[W], name: str = "") -> list[W]:
    """What is in sight of this kind; what was just put into a layout shows itself first."""
    QApplication.processEvents()
    found = parent.findChildren(kind, name) if name else parent.findChildren(kind)
    return [each for each in found if each.isVisible()]


def visible(parent: QWidget, kind: type[W], name: str = "") -> W:
    """The first of this kind that is in sight."""
    return sees(parent, kind, name)[0]


def button(page: QWidget, name: str) -> QPushButton:
    """The button called ``name`` that is in sight."""
    found = sees(page, QPushButton, name)
    assert found, name
    return found[-1]


def buttons(page: QWidget) -> set[str]:
    """The names of all buttons in sight."""
    return {each.objectName() for each in sees(page, QPushButton)}


def band(page: QWidget) -> str:
    """What the one band in sight says."""
    (found,) = sees(page, Band, "band")
    return found.text


def words(page: QWidget) -> str:
    """Every word in sight, one label a line."""
    return "\n".join(label.text() for label in sees(page, QLabel))


def waited(qtbot: QtBot, page: QWidget, name: str) -> QPushButton:
    """The button called ``name`` as soon as it is in sight."""
    qtbot.waitUntil(lambda: bool(sees(page, QPushButton, name)))
    return button(page, name)


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click the button called ``name`` as soon as it is in sight."""
    qtbot.mouseClick(waited(qtbot, page, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def focused(qtbot: QtBot) -> QWidget:
    """Where the keys go. A dialog that was closed may keep them until it is deleted: then what is in front wakes."""
    front = QApplication.activeModalWidget() or next(filter(_is_main, QApplication.topLevelWidgets()), None)
    held = QApplication.focusWidget()
    if front is not None and (held is None or not held.isVisible()):
        front.activateWindow()
        qtbot.waitUntil(lambda: front.isActiveWindow() and QApplication.focusWidget() is not None)
        held = QApplication.focusWidget()
    assert held is not None
    return held


def _is_main(window: QWidget) -> bool:
    return isinstance(window, QMainWindow) and window.isVisible()


def key(qtbot: QtBot, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the keys go."""
    qtbot.keyClick(focused(qtbot), which, *modifiers)
    QApplication.processEvents()


def type_text(qtbot: QtBot, text: str, editor: QWidget | None = None) -> None:
    """Type ``text`` into ``editor``, or where the keys go; what no key gives comes from the input method."""
    editor = editor or focused(qtbot)
    if text.isascii():
        qtbot.keyClicks(editor, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def dialog(qtbot: QtBot, title: str = "") -> FormDialog:
    """The dialog in front, called ``title`` if that is said, with the keys in it."""

    def in_front() -> bool:
        front, held = QApplication.activeModalWidget(), QApplication.focusWidget()
        named = front is not None and front.windowTitle().startswith(title)
        return front is not None and named and held is not None and front.isAncestorOf(held)

    qtbot.waitUntil(in_front)
    return cast(FormDialog, QApplication.activeModalWidget())
