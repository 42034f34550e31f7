"""The list of sections at the left of the settings."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import icons, theme

_HEIGHT, _ICON = 42, 20


class _Name(QAbstractButton):
    """One section's name."""

    def __init__(self, key: str, title: str, icon: str) -> None:
        super().__init__()
        self.key, self.title, self._icon = key, title, icon
        self.setObjectName(f"section_{key}")
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(172, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)
        tone = "accent" if chosen else "dim"
        icons.paint(painter, QRect(12, (self.height() - _ICON) // 2, _ICON, _ICON), self._icon, tone)
        painter.setFont(theme.font(bold=chosen))
        painter.setPen(theme.color("accent" if chosen else "text"))
        painter.drawText(self.rect().adjusted(42, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.title)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), theme.RADIUS, theme.RADIUS)


class SectionList(QWidget):
    """The sections beneath each other, one of them chosen; arrows move."""

    chosen = Signal(str)

    def __init__(self, sections: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(2)
        self.names = {key: _Name(key, title, icon) for key, title, icon in sections}
        for name in self.names.values():
            self._group.addButton(name)
            box.addWidget(name)
        box.addStretch(1)
        self._group.buttonToggled.connect(lambda button, on: self.chosen.emit(button.key) if on else None)
        self.setFixedWidth(188)

    def select(self, key: str) -> None:
        """Choose a section and tell it."""
        self.names[key].setChecked(True)
        self.setFocusProxy(self.names[key])
