"""Chips that carry states, chips that choose a saved filter, and the strip of sections inside a record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.flow import FlowLayout
from ui.kit.layout import clear

CHIP = 20
_SIDE = 8


def chip_width(text: str) -> int:
    """How wide a chip saying ``text`` is."""
    return max(QFontMetrics(theme.font(theme.FINE)).horizontalAdvance(text) + 2 * _SIDE, CHIP)


def paint_chip(painter: QPainter, box: QRect, text: str, tone: str) -> None:
    """Paint a chip that fills ``box``; words too long for it are shortened."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.soft(tone))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.ink(tone))
    painter.setFont(theme.font(theme.FINE))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() - _SIDE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Chip(QWidget):
    """A state in a word or two, coloured by its tone."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: str = "neutral") -> None:
        """Show another state."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text), CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self.text, self.tone)


class Choice(QAbstractButton):
    """One of several; the subclass paints it."""

    def __init__(self, key: str, text: str, tone: str) -> None:
        super().__init__()
        self.key, self.tone = key, tone
        self.setText(text.replace("&", "&&"))
        self.label = text
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        group = self.group()
        if not by or group is None:
            super().keyPressEvent(event)
            return
        others = group.buttons()
        other = others[(others.index(self) + by) % len(others)]
        other.setFocus()
        other.click()

    def _paint_focus(self, painter: QPainter, radius: float) -> None:
        if not self.hasFocus():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class _ChipChoice(Choice):
    """A chip that is accent-coloured while chosen."""

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.label), CHIP + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect().adjusted(0, 2, 0, -2), self.label, "accent" if self.isChecked() else self.tone)
        self._paint_focus(painter, CHIP / 2)


class _StripChoice(Choice):
    """A section's name, bold and accent-coloured while it is the one shown."""

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font(theme.BODY, bold=True)).horizontalAdvance(self.label) + 18, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(theme.font(theme.BODY, bold=chosen))
        over = self.underMouse()
        painter.setPen(theme.color("accent" if chosen else "text" if over else "dim"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.label)
        self._paint_focus(painter, theme.RADIUS)


class _Choices(QWidget):
    """Several choices in a row, going on in a second line where they need one; one of them is chosen."""

    chosen = Signal(str)
    _kind: type[Choice] = Choice
    _gap = 0

    def __init__(self, items: Sequence[tuple[str, ...]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._box = FlowLayout(self._gap, centred=True)
        self.setLayout(self._box)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.key))
        self.set_items(items)

    @property
    def selected(self) -> str:
        """The key of the one chosen, or ""."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, Choice) else ""

    def set_items(self, items: Sequence[tuple[str, ...]]) -> None:
        """Show other items, (key, text) or (key, text, tone); the chosen key stays chosen, else the first is."""
        before = self.selected
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._box)
        for key, text, *tone in items:
            choice = self._kind(key, text, tone[0] if tone else "neutral")
            self._group.addButton(choice)
            self._box.addWidget(choice)
        keys = [item[0] for item in items]
        if keys:
            self.select(before if before in keys else keys[0])
        if had_focus and (checked := self._group.checkedButton()) is not None:
            checked.setFocus()

    def select(self, key: str) -> None:
        """Choose ``key`` without telling anybody."""
        for button in self._group.buttons():
            if isinstance(button, Choice) and button.key == key:
                button.setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """The button of ``key``, for tests and focus. Raises KeyError."""
        for button in self._group.buttons():
            if isinstance(button, Choice) and button.key == key:
                return button
        raise KeyError(key)


class FilterChips(_Choices):
    """Saved filters as chips with their counts."""

    _kind = _ChipChoice
    _gap = 6


class TabStrip(_Choices):
    """The sections of a record."""

    _kind = _StripChoice
