"""The rail at the left of the service tab: an icon over a name for each page, and how much waits there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import icons, theme
from ui.kit.chips import chip_width, paint_chip

_WIDTH, _HEIGHT, _ICON, _BADGE = 84, 62, 22, 16


class _Name(QAbstractButton):
    """One page's name."""

    def __init__(self, key: str, title: str, icon: str) -> None:
        super().__init__()
        self.key, self.title, self.count = key, title, 0
        self._icon = icon
        self.setObjectName(f"page_{key}")
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how much waits there; 0 shows nothing."""
        self.count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 8, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        group = self.group()
        if not by or group is None:
            super().keyPressEvent(event)
            return
        others = group.buttons()
        other = others[(others.index(self) + by) % len(others)]
        other.setFocus()
        other.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, middle = self.isChecked(), self.width() // 2
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)
        icons.paint(painter, QRect(middle - _ICON // 2, 9, _ICON, _ICON), self._icon, "accent" if chosen else "dim")
        face = theme.font(theme.FINE, bold=chosen)
        painter.setFont(face)
        painter.setPen(theme.color("accent" if chosen else "text"))
        words = QFontMetrics(face).elidedText(self.title, Qt.TextElideMode.ElideRight, self.width() - 6)
        painter.drawText(self.rect().adjusted(3, 34, -3, -6), Qt.AlignmentFlag.AlignCenter, words)
        if self.count:
            text = str(self.count) if self.count < 100 else "99+"
            paint_chip(painter, QRect(middle + 8, 4, chip_width(text) - 4, _BADGE), text, "bad")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), theme.RADIUS, theme.RADIUS)


class Rail(QWidget):
    """The pages beneath each other, one of them chosen; arrows move."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.setSpacing(2)
        self.names = {key: _Name(key, title, icon) for key, title, icon in pages}
        for name in self.names.values():
            self._group.addButton(name)
            box.addWidget(name)
        box.addStretch(1)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.key))
        self.setFixedWidth(_WIDTH)

    def mark(self, key: str) -> None:
        """Mark the page in front."""
        self.names[key].setChecked(True)

    def show_count(self, key: str, count: int) -> None:
        """Write how much waits on a page beside its icon."""
        self.names[key].show_count(count)
