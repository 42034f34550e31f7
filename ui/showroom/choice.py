"""One of several by its number key: arrows move, Enter goes on; an editor like any other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.kit import icons, theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON = 24


class Choice(QAbstractButton):
    """A framed choice with its number; with an icon it is tall, without it has a button's height."""

    def __init__(self, number: int, text: str, icon: str = "") -> None:
        super().__init__()
        self.number, self.label, self._icon = number, text, icon
        self.setObjectName(f"choice_{number}")
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(84, 76)
        words = QFontMetrics(theme.font()).horizontalAdvance(self.label)
        return QSize(words + 36 + (10 if self.number else 0), theme.BUTTON)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, enabled = self.isChecked(), self.isEnabled()
        edge = "accent" if on or (enabled and self.underMouse()) else "line"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color("accent_soft" if on else "panel"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        holder = self.parentWidget()
        if on and holder is not None and holder.hasFocus():
            inner = frame.adjusted(2.5, 2.5, -2.5, -2.5)
            painter.drawRoundedRect(inner, theme.RADIUS - 2, theme.RADIUS - 2)
        tone = "accent" if on else "text" if enabled else "dim"
        if self._icon:
            self._paint_tall(painter, tone)
        else:
            self._paint_flat(painter, tone)

    def _paint_tall(self, painter: QPainter, tone: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        icons.paint(painter, QRect((self.width() - _ICON) // 2, 6, _ICON, _ICON), self._icon, tone)
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font())
        words = QRect(4, 31, self.width() - 8, 22)
        narrow = painter.fontMetrics().horizontalAdvance(self.label) > words.width()
        if narrow:
            painter.setFont(theme.font(theme.FINE))
            words = QRect(2, 29, self.width() - 4, 32)
        painter.drawText(words, middle | Qt.TextFlag.TextWordWrap, self.label)
        painter.setPen(theme.ink("neutral"))
        painter.setFont(theme.font(theme.FINE))
        painter.drawText(QRect(4, 58 if narrow else 53, self.width() - 8, 16), middle, str(self.number))

    def _paint_flat(self, painter: QPainter, tone: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        inside = self.rect().adjusted(12, 0, -10, 0)
        painter.setPen(theme.ink("neutral"))
        painter.setFont(theme.font(theme.FINE))
        if self.number:
            painter.drawText(inside, middle, str(self.number))
            inside.adjust(14, 0, 0, 0)
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font())
        words = painter.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle, words)


class NumberChoice(QWidget):
    """The choices in ``columns``; one stop for Tab. ``entered`` is Enter, ``left`` is Esc."""

    edited = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, choices: Sequence[tuple[Any, ...]] = (), columns: int = 0) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.buttons: dict[Any, Choice] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Any, ...]]) -> None:
        """Offer these, (value, text) or (value, text, icon); what was chosen stays if it is among them."""
        before = self.value()
        if [(value, button.label) for value, button in self.buttons.items()] == [each[:2] for each in choices]:
            return
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, (value, text, *icon) in enumerate(choices):
            button = Choice(place + 1 if place < 9 else 0, text, icon[0] if icon else "")
            button.clicked.connect(partial(self._pick, value))
            self.buttons[value] = button
        self._place()
        self.set_value(before)

    def set_columns(self, columns: int) -> None:
        """Put so many beside each other; 0 is all."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        columns = self._columns or len(self.buttons) or 1
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, *divmod(place, columns))

    def value(self) -> Any:
        """The value chosen, or None."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose ``value``; one that is not offered takes the choice back."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def press(self, key: int) -> bool:
        """Choose by a number key; whether it stands for a choice."""
        number = key - Qt.Key.Key_1
        if not 0 <= number < min(9, len(self.buttons)) or not self.isEnabled():
            return False
        self._pick(list(self.buttons)[number])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._columns:
            steps |= {Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.value() is not None:
            self.left.emit()
        elif key in steps:
            self._step(steps[key])
        elif not self.press(event.key()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _step(self, by: int) -> None:
        values = list(self.buttons)
        if not values:
            return
        at = values.index(self.value()) + by if self.value() in values else 0
        if 0 <= at < len(values):
            self._pick(values[at])

    def _pick(self, value: Any, checked: bool = True) -> None:
        self.set_value(value)
        self.setFocus()
        self.update()
        self.edited.emit()
