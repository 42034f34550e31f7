"""A few choices as large cards: icon, title, explanation; arrows move, one is always chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.kit import icons, theme

_ICON = 28
_PLAIN, _LEAST = 56, 210
"""Pixels: the height of a card without explanation, and what a card is wide at least."""


@dataclass(frozen=True)
class CardChoice:
    """One card: the value it stands for, its icon, title and explanation."""

    value: Any
    icon: str
    title: str
    detail: str = ""


class Card(QAbstractButton):
    """A large button framed in the accent colour while chosen."""

    def __init__(self, choice: CardChoice) -> None:
        super().__init__()
        self.choice = choice
        self.setObjectName(f"card_{choice.value}")
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.detail)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(bool(choice.detail))
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(300) if self.choice.detail else _PLAIN)

    def heightForWidth(self, width: int) -> int:
        if not self.choice.detail:
            return _PLAIN
        room = QRect(0, 0, width - _ICON - 48, 1000)
        words = QFontMetrics(theme.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.choice.detail)
        return max(_PLAIN, words.height() + 58)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen or self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 2 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.PANEL_RADIUS, theme.PANEL_RADIUS)
        top = 16 if self.choice.detail else (self.height() - _ICON) // 2
        icons.paint(painter, QRect(16, top, _ICON, _ICON), self.choice.icon, "accent")
        left = 16 + _ICON + 16
        words = QRect(left, top - 2, self.width() - left - 16, 30)
        painter.setFont(theme.font(theme.TITLE, bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.choice.title)
        if self.choice.detail:
            painter.setFont(theme.font())
            painter.setPen(theme.ink("dim"))
            below = QRect(left, top + 28, words.width(), self.height() - top - 28)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self.choice.detail)
        holder = self.parentWidget()
        if chosen and holder is not None and holder.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), theme.RADIUS, theme.RADIUS)


class ChoiceCards(QWidget):
    """The cards in ``columns``, fewer where it is narrow; one stop for Tab, arrows move. An editor like any other."""

    edited = Signal()

    def __init__(self, choices: Sequence[CardChoice], columns: int = 1) -> None:
        super().__init__()
        self._most, self._columns = columns, 0
        self.cards = [Card(choice) for choice in choices]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        for card in self.cards:
            card.clicked.connect(partial(self._pick, card))
        self._arrange(columns)
        self.cards[0].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(self._most, event.size().width() // _LEAST)))

    def _arrange(self, columns: int) -> None:
        """Put the cards in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, *divmod(place, columns))
        for number in range(self._most):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def value(self) -> Any:
        """The value chosen."""
        return next(card.choice.value for card in self.cards if card.isChecked())

    def set_value(self, value: Any) -> None:
        """Choose ``value``; one that is not offered leaves the choice as it is."""
        if any(card.choice.value == value for card in self.cards):
            for card in self.cards:
                card.setChecked(card.choice.value == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
        }.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        now = next(place for place, card in enumerate(self.cards) if card.isChecked())
        if 0 <= now + steps < len(self.cards):
            self._pick(self.cards[now + steps])

    def _pick(self, card: Card, checked: bool = True) -> None:
        for each in self.cards:
            each.setChecked(each is card)
        self.setFocus()
        self.edited.emit()
