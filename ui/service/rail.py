"""The rail at the left of the service tab: an icon over a name for each page, and how much waits there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import icons, theme
from ui.kit.chips import chip_width, paint_chip

_WIDTH, _HEIGHT, _ICON, _BADGE = 84, 62, 22, 16
_LEAST, _STACKED, _EDGE = 28, 50, 4
"""Pixels: a name's height at least, its height from which on an icon stands above it, and round the rail."""


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_HEIGHT)

    def show_count(self, count: int) -> None:
        """Show how much waits there; 0 shows nothing."""
        self.count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 2 * _EDGE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH - 4 * _EDGE, _LEAST)

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
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)
        painter.setFont(theme.font(theme.FINE, bold=chosen))
        if self.height() >= _STACKED:
            self._paint_stacked(painter)
        else:
            self._paint_in_line(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), theme.RADIUS, theme.RADIUS)

    def _paint_stacked(self, painter: QPainter) -> None:
        """The icon above the name, the count beside the icon."""
        middle, above = self.width() // 2, (self.height() - 44) // 2
        icon = QRect(middle - _ICON // 2, above, _ICON, _ICON)
        icons.paint(painter, icon, self._icon, "accent" if self.isChecked() else "dim")
        self._paint_title(painter, QRect(3, above + 24, self.width() - 6, 20), Qt.AlignmentFlag.AlignHCenter)
        if self.count:
            wide = chip_width(self._counted) - 4
            paint_chip(painter, QRect(middle + 8, max(above - 5, 1), wide, _BADGE), self._counted, "bad")

    def _paint_in_line(self, painter: QPainter) -> None:
        """The name without its icon, the count behind it."""
        room = self.rect().adjusted(5, 0, -2, 0)
        if self.count:
            wide = chip_width(self._counted) - 4
            place = QRect(room.right() - wide, (self.height() - _BADGE) // 2, wide, _BADGE)
            paint_chip(painter, place, self._counted, "bad")
            room.setRight(place.left() - 1)
        self._paint_title(painter, room, Qt.AlignmentFlag.AlignLeft)

    @property
    def _counted(self) -> str:
        return str(self.count) if self.count < 100 else "99+"

    def _paint_title(self, painter: QPainter, box: QRect, side: Qt.AlignmentFlag) -> None:
        painter.setPen(theme.color("accent" if self.isChecked() else "text"))
        words = QFontMetrics(painter.font()).elidedText(self.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)


class Rail(QWidget):
    """The pages beneath each other, one of them chosen; arrows move. In a low window each is one line."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.setSpacing(1)
        self.names = {key: _Name(key, title, icon) for key, title, icon in pages}
        for name in self.names.values():
            self._group.addButton(name)
            box.addWidget(name, 1)
        box.addStretch(0)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.key))
        self.setMaximumWidth(_WIDTH)

    def mark(self, key: str) -> None:
        """Mark the page in front."""
        self.names[key].setChecked(True)

    def show_count(self, key: str, count: int) -> None:
        """Write how much waits on a page beside its icon."""
        self.names[key].show_count(count)
