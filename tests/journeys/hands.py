"""What a person has at the counter: eyes for what is in sight, and hands on keyboard and mouse, which are counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.assembly import Program
from ui.kit.forms import Field
from ui.kit.widgets import Band

W = TypeVar("W", bound=QWidget)
MOST_TABS = 80


class Hands:
    """Keys and clicks in whatever is in front.

    Counted are ``presses`` of keys and buttons, of them ``clicks`` of the mouse, ``texts`` typed and their ``letters``.
    """

    def __init__(self, bot: QtBot, program: Program) -> None:
        self._bot, self.program = bot, program
        self.presses = self.texts = self.letters = self.clicks = 0

    def count_anew(self) -> None:
        """Begin counting; the clicks of the mouse go on."""
        self.presses = self.texts = self.letters = 0

    @property
    def window(self) -> QMainWindow:
        """The program's window, or the one before there is a shop."""
        return self.program.window or self.program.start

    @property
    def front(self) -> QWidget:
        """What keys go to: the dialog in front, else the window."""
        return QApplication.activeModalWidget() or self.window

    def wait(self, condition: Callable[[], object]) -> None:
        """Go on as soon as ``condition`` holds."""
        try:
            self._bot.waitUntil(lambda: bool(condition()))
        except self._bot.TimeoutError as late:
            raise AssertionError(f"waited in vain; in sight: {self.reads()}") from late

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard is, written as "Enter" or "Ctrl+K"."""
        for key in keys:
            self.presses += 1
            combination = QKeySequence(key)[0]
            self._bot.keyClick(self._focused(), combination.key(), combination.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type ``text`` where the keyboard is; what no key has comes from an input method."""
        self.texts, self.letters = self.texts + 1, self.letters + len(text)
        focused = self._focused()
        if text.isascii():
            self._bot.keyClicks(focused, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focused, event)

    def paste(self, text: str) -> None:
        """Paste ``text`` where the keyboard is."""
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def click(self, what: str | QWidget) -> None:
        """Click a button as soon as it can be clicked, or anything else that is in sight."""
        self.wait(lambda: _scrolled_to(self.button(what) if isinstance(what, str) else what))
        widget = self.button(what) if isinstance(what, str) else what
        self.presses, self.clicks = self.presses + 1, self.clicks + 1
        self._bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def choice(self, words: str) -> QAbstractButton:
        """One of a few choices, or of a few lists, by its words; waited for."""
        self.wait(lambda: any(each.text() == words for each in self.sees(QAbstractButton)))
        return next(each for each in self.sees(QAbstractButton) if each.text() == words)

    def pick(self, button: str, entry: str) -> None:
        """Open the menu of a button and click what it offers under that name."""
        self.click(button)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.objectName() == entry)
        assert action.isEnabled()
        self.presses, self.clicks = self.presses + 1, self.clicks + 1
        self._bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def push(self, name: str) -> None:
        """Tab on to the button called ``name`` and press it."""
        self.button(name)
        self.go_to(name)
        self.press("Space")

    def pick_by_keys(self, button: str, entry: str) -> None:
        """Open the menu of a button, go down to what it offers under that name, and take it."""
        self.push(button)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _step in menu.actions():
            chosen = menu.activeAction()
            if chosen is not None and chosen.objectName() == entry:
                break
            self.presses += 1
            self._bot.keyClick(menu, Qt.Key.Key_Down)
        else:
            raise AssertionError(f"{button} does not offer {entry}")
        self.presses += 1
        self._bot.keyClick(menu, Qt.Key.Key_Return)

    def draw(self, pad: QWidget) -> None:
        """A stroke from one corner towards the other."""
        begin, end = pad.rect().center() / 2, pad.rect().center()
        self._bot.mousePress(pad, Qt.MouseButton.LeftButton, pos=begin)
        self._bot.mouseMove(pad, end)
        self._bot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)

    def go_to(self, name: str) -> None:
        """Tab on to the input called ``name``."""
        for _tab in range(MOST_TABS):
            if self.at(name):
                return
            self.press("Tab")
        raise AssertionError(f"Tab never comes to {name}")

    def fill(self, name: str, text: str) -> None:
        """Write ``text`` into the input called ``name`` in place of what stands there."""
        self.go_to(name)
        self.press("Ctrl+A")
        self.write(text)

    def put(self, name: str, text: str) -> None:
        """Paste ``text`` into the input called ``name`` in place of what stands there."""
        self.go_to(name)
        self.press("Ctrl+A")
        self.paste(text)

    def choose(self, name: str, text: str) -> None:
        """Choose ``text`` in the list called ``name``."""
        self.go_to(name)
        box = self._focused()
        assert isinstance(box, QComboBox)
        self.press("Home")
        for _step in range(box.count()):
            if box.currentText() == text:
                return
            self.press("Down")
        raise AssertionError(f"{name} does not offer {text}")

    def see(self, kind: type[W], name: str = "") -> W:
        """Such a widget in sight, waited for."""
        self.wait(lambda: self.sees(kind, name))
        return self.sees(kind, name)[0]

    def sees(self, kind: type[W], name: str = "") -> list[W]:
        """All such widgets in sight."""
        found = self.front.findChildren(kind, name) if name else self.front.findChildren(kind)
        return [each for each in found if each.isVisible()]

    def button(self, name: str) -> QPushButton:
        """The button called ``name``, waited for until it can be pressed."""
        self.wait(lambda: any(each.isEnabled() for each in self.sees(QPushButton, name)))
        return next(each for each in self.sees(QPushButton, name) if each.isEnabled())

    def offers(self, name: str) -> bool:
        """Whether the button called ``name`` is in sight and can be pressed."""
        return any(each.isEnabled() for each in self.sees(QPushButton, name))

    def text_of(self, name: str) -> str:
        """What stands in the input called ``name``."""
        found = self.see(QWidget, name)
        line = found if isinstance(found, QLineEdit) else found.findChild(QLineEdit)
        assert line is not None
        return line.text()

    def wrong(self, name: str) -> str:
        """What is said to be wrong beneath the field called ``name``."""
        return next(each.error for each in self.sees(Field) if each.name == name)

    def reads(self) -> str:
        """Every word in sight, one label a line."""
        said = [each.text() for each in self.sees(QLabel)] + [each.text for each in self.sees(Band)]
        return "\n".join(said)

    def at(self, name: str) -> bool:
        """Whether the keyboard is in the input called ``name``."""
        widget: QWidget | None = self._focused()
        while widget is not None and not widget.isWindow():
            if widget.objectName() == name:
                return True
            widget = widget.parentWidget() if widget.parentWidget() and _is_part(widget) else None
        return False

    def _focused(self) -> QWidget:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        front = self.front
        if not front.isActiveWindow():
            front.activateWindow()
            self.wait(front.isActiveWindow)
        return QApplication.focusWidget() or front


def _scrolled_to(widget: QWidget) -> bool:
    """What a hand does with the wheel before it clicks; whether ``widget`` is in sight then."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    return not widget.visibleRegion().isEmpty()


def _is_part(widget: QWidget) -> bool:
    """Whether a widget is the inside of an input with a name, such as the line of a date."""
    return not widget.objectName() or widget.objectName().startswith("qt_")
