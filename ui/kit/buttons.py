"""Buttons with icon, words and the key that presses them; one primary button a screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.kit import icons, theme

_KINDS = ("plain", "primary", "danger", "link")
_ICON, _ICON_GAP, _HINT_GAP = 18, 8, 8


def shown_key(key: str) -> str:
    """A key as it is written on keyboards: "Ctrl+Return" is Ctrl+Enter."""
    return QKeySequence(key).toString().replace("Return", "Enter")


class Button(QPushButton):
    """A button. ``key`` presses it and is written on it; ``hint`` is only written.

    ``kind`` is "plain", "primary", "danger" or "link"; ``big`` makes it 44 high instead of 36.
    """

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        kind: str = "plain",
        icon: str = "",
        key: str = "",
        hint: str = "",
        big: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if kind not in _KINDS:
            raise ValueError(kind)
        self.kind, self.icon_name, self.label = kind, icon, text
        self._hint = hint or shown_key(key)
        self._big = big
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(text)
        if on_click is not None:
            self.clicked.connect(lambda checked: on_click())
        if key:
            # not setShortcut: that one clicks a tenth of a second later
            QShortcut(QKeySequence(key), self, self.click)

    def say(self, text: str) -> None:
        """Put other words on the button."""
        self.label = text
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Make the button plain, primary, danger or link."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme.BIG_BUTTON if self._big else theme.BUTTON
        return QSize(self._content_width() + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """Without the key, which is not written where there is too little room."""
        hint = self.sizeHint()
        return QSize(hint.width() - self._hint_width(), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)

    def _padding(self) -> int:
        if self.kind == "link":
            return 4
        return 16 if self._big else 14

    def _faces(self) -> tuple[QFontMetrics, QFontMetrics]:
        size = theme.TAB if self._big else theme.BODY
        return QFontMetrics(theme.font(size)), QFontMetrics(theme.font(theme.FINE))

    def _content_width(self) -> int:
        width = self._faces()[0].horizontalAdvance(self.label)
        if self.icon_name:
            width += _ICON + (_ICON_GAP if self.label else 0)
        return width + self._hint_width()

    def _hint_width(self) -> int:
        return _HINT_GAP + self._faces()[1].horizontalAdvance(self._hint) if self._hint else 0

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        """Ground, border and words."""
        clear = QColor(Qt.GlobalColor.transparent)
        over = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            ground = clear if self.kind == "link" else theme.color("neutral_soft")
            return ground, ground, theme.color("dim")
        if self.kind == "primary":
            ground = theme.color("accent_pressed" if over or self.isDown() else "accent")
            return ground, ground, theme.color("on_accent")
        if self.kind == "danger":
            return theme.color("bad_soft" if over else "panel"), theme.color("bad"), theme.ink("bad")
        if self.kind == "link":
            return theme.color("accent_soft") if over else clear, clear, theme.color("accent")
        if self.isCheckable() and self.isChecked():
            return theme.color("accent_soft"), theme.color("accent"), theme.color("accent")
        return theme.color("hover" if over else "panel"), theme.color("line"), theme.color("text")

    def _paint_ground(self, painter: QPainter) -> None:
        ground, border, _words = self._colors()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(ground)
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            inside = self.kind == "primary"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("on_accent" if inside else "accent"), 1.5))
            inset = 2.5 if inside else 0.75
            painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), theme.RADIUS - 2, theme.RADIUS - 2)

    def _paint_content(self, painter: QPainter) -> None:
        words_metrics, fine = self._faces()
        words = self._colors()[2]
        room = self.width() - self._padding()
        hinted = bool(self._hint) and self._content_width() <= room
        content = self._content_width() - (0 if hinted else self._hint_width())
        left = max(self._padding() // 2, (self.width() - content) // 2)
        if self.icon_name:
            box = QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON)
            icons.paint_in(painter, box, self.icon_name, words)
            left += _ICON + _ICON_GAP
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(words)
        painter.setFont(theme.font(theme.TAB if self._big else theme.BODY))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, self.label)
        if hinted:
            left += words_metrics.horizontalAdvance(self.label) + _HINT_GAP
            painter.setOpacity(0.85 if self.kind == "primary" else 1)
            painter.setPen(words if self.kind == "primary" else theme.color("dim"))
            painter.setFont(theme.font(theme.FINE))
            box = QRect(left, 1, fine.horizontalAdvance(self._hint) + 4, self.height())
            painter.drawText(box, middle, self._hint)


class IconButton(Button):
    """An icon alone, where its meaning can't be missed; its tooltip says it in words."""

    def __init__(
        self,
        icon: str,
        tooltip: str,
        on_click: Callable[[], object] | None = None,
        *,
        key: str = "",
        frame: bool = False,
        tone: str = "dim",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", on_click, kind="plain" if frame else "link", icon=icon, key=key, name=name, parent=parent)
        self._tone = tone
        self._hint = ""
        self.setToolTip(f"{tooltip} ({shown_key(key)})" if key else tooltip)
        self.setAccessibleName(tooltip)

    def set_tone(self, tone: str) -> None:
        """Colour the icon by a role of the theme."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.BUTTON
        return QSize(side + 8 if self.kind == "plain" else side, side)

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        ground, border, words = super()._colors()
        if self.isEnabled():
            words = theme.color("text") if self.kind == "plain" else theme.color(self._tone)
        return ground, border, words
