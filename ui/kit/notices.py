"""The one bridge for telling and asking: notices that fade, questions that block nothing; tests record both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import FrontdeskError, StorageError
from ui.kit import theme
from ui.kit.widgets import Button, Glyph, Text, fill

_STAYS = {"ok": 4_000, "accent": 5_000, "neutral": 4_000, "warn": 8_000, "bad": 12_000}
_ICONS = {"ok": "check-circle-outline", "warn": "alert-outline", "bad": "alert-circle-outline"}
_FADE = 180
_ABOVE_STATUS = 16

Undo = tuple[str, Callable[[], object]]


@dataclass
class Asked:
    """One question that was put."""

    title: str
    text: str
    buttons: list[str]
    on_answer: Callable[[str], object]


@dataclass
class Record:
    """What a test saw told and asked."""

    told: list[tuple[str, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    undo: Undo | None = None

    def answer(self, key: str) -> None:
        """Answer the question asked last."""
        self.asked.pop().on_answer(key)


_record: Record | None = None


@contextmanager
def recording() -> Iterator[Record]:
    """Keep what is told and asked in a ``Record`` in place of showing it."""
    global _record
    before, _record = _record, Record()
    try:
        yield _record
    finally:
        _record = before


def tell(text: str, tone: str = "ok", undo: Undo | None = None) -> None:
    """Say ``text`` at the lower edge of the window for a few seconds; ``undo`` is (text, function) for its button."""
    if _record is not None:
        _record.told.append((text, tone))
        _record.undo = undo
        return
    window = _window()
    if window is not None:
        _Notice(window, text, tone, undo)


def hush(window: QWidget) -> None:
    """Take away what ``window`` still says, when it is covered: a notice may hold a customer's name."""
    for notice in window.findChildren(_Notice):
        notice.close()


def attempt(action: Callable[..., object], *args: object) -> bool:
    """Do an action where there is no form to show an error in; what is refused is told. Whether it went through."""
    try:
        action(*args)
    except FrontdeskError as refused:
        error(refused)
        return False
    return True


def error(problem: FrontdeskError) -> None:
    """Say an error meant for people, in the screen's language."""
    tell(i18n.say(problem), "bad" if isinstance(problem, StorageError) else "warn")


def ask(
    parent: QWidget,
    title: str,
    text: str,
    buttons: Sequence[tuple[str, str, str]],
    on_answer: Callable[[str], object],
) -> None:
    """Put a question; ``buttons`` are (key, words, kind); ``on_answer`` gets the key, or "" after Esc."""
    if _record is not None:
        _record.asked.append(Asked(title, text, [key for key, _words, _kind in buttons], on_answer))
        return
    from ui.kit.dialogs import Question

    Question(parent, title, text, buttons, on_answer).open()


def _window() -> QWidget | None:
    """The window people look at: the one in front, else the main one."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    if front is not None:
        return front
    return next((each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()), None)


class _Notice(QFrame):
    """One notice at the lower edge of a window; a later one takes its place."""

    def __init__(self, window: QWidget, text: str, tone: str, undo: Undo | None) -> None:
        super().__init__(window)
        self._over = window
        for earlier in window.findChildren(_Notice):
            if earlier is not self:
                earlier.close()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("notice", True)
        self.setMaximumWidth(max(window.width() - 64, 200))
        words = Text(text, wrap=len(text) > 60)
        if len(text) > 60:
            words.setMinimumWidth(min(520, window.width() - 160))
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        box.setSpacing(10)
        fill(box, Glyph(_ICONS.get(tone, "information-outline"), tone, 20), words)
        if undo is not None:
            box.addWidget(Button(undo[0], lambda: self._undo(undo[1]), kind="link"))
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(_FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.start()
        self._timer.start(_STAYS[tone])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._leave()

    def _place(self) -> None:
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - theme.STATUS - _ABOVE_STATUS)

    def _undo(self, function: Callable[[], object]) -> None:
        self.close()
        function()

    def _leave(self) -> None:
        self._fade.stop()
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self.close)
        self._fade.start()
