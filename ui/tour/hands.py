"""Eyes and hands of the tour: real keys and clicks, waiting for what must come, pictures of what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from models.kernel import clock
from ui.kit.buttons import Button
from ui.tour import fit

W = TypeVar("W", bound=QWidget)
_LOOK = 10
_PATIENCE = 30.0
_REST = 0.3


class Hands:
    """Works in whichever window is in front and numbers the pictures it leaves in ``out``.

    ``cut`` is what had no room in them.
    """

    def __init__(self, out: Path) -> None:
        self._out, self.count = out, 0
        self.window: QWidget | None = None
        self.cut: list[str] = []

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Let the program work until ``condition`` holds. Raises TimeoutError naming ``what`` was waited for."""
        end = clock.uptime() + _PATIENCE
        loop, timer = QEventLoop(), QTimer(interval=_LOOK)
        timer.timeout.connect(lambda: loop.quit() if condition() or clock.uptime() > end else None)
        timer.start()
        loop.exec()
        timer.stop()
        if not condition():
            raise TimeoutError(what)

    def take(self, window: QWidget) -> None:
        """Work in ``window`` from now on."""
        self.window = window
        window.activateWindow()
        self.wait(window.isVisible, "the window")

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window."""
        assert self.window is not None
        dialog = self.dialog()
        return dialog if dialog is not None else self.window

    def dialog(self) -> QDialog | None:
        """The dialog that is open, if any."""
        return next(
            (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
        )

    def find(self, kind: type[W], name: str = "") -> W | None:
        """The first such widget in sight, in the dialog or the window."""
        found = self.front.findChildren(kind, name) if name else self.front.findChildren(kind)
        return next((each for each in found if each.isVisible()), None)

    def see(self, kind: type[W], name: str = "") -> W:
        """The first such widget, waited for."""
        self.wait(lambda: self.find(kind, name) is not None, f"{kind.__name__} {name}")
        found = self.find(kind, name)
        assert found is not None
        return found

    def push(self, name: str) -> None:
        """Click the button called ``name`` as soon as it can be clicked."""
        self.wait(lambda: (button := self.find(Button, name)) is not None and button.isEnabled(), f"button {name}")
        self.click(self.see(Button, name))

    def click(self, widget: QWidget) -> None:
        """Click in the middle of ``widget``."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, widget: QWidget | None = None, *, control: bool = False) -> None:
        """Press a key, in ``widget`` or where the keyboard is."""
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        widget = widget or QApplication.focusWidget() or self.front
        widget.window().activateWindow()
        self.wait(lambda: QApplication.activeWindow() is widget.window(), "the window in front")
        QTest.keyClick(widget, key, modifier)

    def type(self, widget: QWidget, text: str) -> None:
        """Type ``text`` in place of what stands in ``widget``; what no key has comes as from an input method."""
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()
        if text.isascii():
            QTest.keyClicks(widget, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def picture(self, name: str) -> None:
        """Keep what a person would see now as ``NN-name.png``: the window, and the dialog over it."""
        assert self.window is not None
        QApplication.sendPostedEvents()
        seen = self.window.grab()
        if (dialog := self.dialog()) is not None:
            shade = dialog.grab()
            middle = QPoint((seen.width() - shade.width()) // 2, (seen.height() - shade.height()) // 2)
            painter = QPainter(seen)
            painter.fillRect(seen.rect(), QColor(0, 0, 0, 70))
            painter.drawPixmap(middle, shade)
            painter.end()
        self.count += 1
        seen.save(str(self._out / f"{self.count:02d}-{name}.png"))
        self.cut += [f"{self.count:02d}-{name}: {words}" for words in self._still_cut()]

    def _still_cut(self) -> list[str]:
        """What has no room even after the window came to rest."""
        if not fit.cut(self.front):
            return []
        at_rest = clock.uptime() + _REST
        self.wait(lambda: clock.uptime() > at_rest, "the window at rest")
        return fit.cut(self.front)
