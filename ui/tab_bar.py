"""The bar of tabs: icon, name, how many things wait there; Alt and a digit bring a tab to the front."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from ui.kit import icons, theme
from ui.kit.chips import CHIP, chip_width, paint_chip

_ICON = 20
_UNDERLINE = 3
_WIDE, _NARROW = 18, 8


class TabButton(QAbstractButton):
    """One tab's name."""

    def __init__(self, key: str, title: str, icon: str, number: int) -> None:
        super().__init__()
        self.key, self.title, self.count = key, title, 0
        self._icon, self.padding, self.with_icon = icon, _WIDE, True
        self.setObjectName(f"tab_{key}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        self.setToolTip(f"{title} (Alt+{number})")

    def show_count(self, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        if count != self.count:
            self.count = count
            self.setAccessibleDescription(str(count) if count else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(theme.TAB, bold=True)).horizontalAdvance(self.title)
        icon = _ICON + 8 if self.with_icon else 0
        badge = chip_width(self._count_text()) + 6 if self.count else 0
        return QSize(words + icon + badge + 2 * self.padding, theme.TABS)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, theme.TABS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        front = self.isChecked()
        color = theme.color("accent" if front else "text" if self.underMouse() else "dim")
        left, middle = self.padding, self.height() // 2
        if self.with_icon:
            icons.paint_in(painter, QRect(left, middle - _ICON // 2, _ICON, _ICON), self._icon, color)
            left += _ICON + 8
        face = theme.font(theme.TAB, bold=front)
        painter.setFont(face)
        painter.setPen(color)
        width = QFontMetrics(face).horizontalAdvance(self.title)
        painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.title)
        if self.count:
            text = self._count_text()
            box = QRect(left + width + 8, middle - CHIP // 2, chip_width(text) - 2, CHIP)
            paint_chip(painter, box, text, "bad")
        if front:
            painter.fillRect(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE, theme.color("accent"))
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(self.rect().adjusted(4, 5, -5, -7), theme.RADIUS, theme.RADIUS)

    def _count_text(self) -> str:
        return str(self.count) if self.count < 100 else "99+"


class TabBar(QFrame):
    """All tabs beside each other."""

    chosen = Signal(str)

    def __init__(self, tabs: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setProperty("bar", "top")
        self.setFixedHeight(theme.TABS)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, TabButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 1)
        box.setSpacing(0)
        for number, (key, title, icon) in enumerate(tabs, 1):
            button = TabButton(key, title, icon, number)
            self._group.addButton(button)
            self.buttons[key] = button
            box.addWidget(button)
            QShortcut(QKeySequence(f"Alt+{number}"), self, button.click)
        box.addStretch(1)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.key))

    def show_front(self, key: str) -> None:
        """Mark ``key`` as the tab in front; nothing is marked for a page that is not in the bar."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
        elif (before := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            before.setChecked(False)
            self._group.setExclusive(True)

    def show_count(self, key: str, count: int) -> None:
        """Write a number beside a tab's name."""
        self.buttons[key].show_count(count)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme.TABS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Come closer together, then do without icons, until all names have room."""
        for padding, with_icon in ((_WIDE, True), (_NARROW, True), (_NARROW, False)):
            for button in self.buttons.values():
                button.padding, button.with_icon = padding, with_icon
            if sum(button.sizeHint().width() for button in self.buttons.values()) <= self.width() - 16:
                break
        for button in self.buttons.values():
            button.updateGeometry()
