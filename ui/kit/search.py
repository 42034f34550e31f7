"""The search box: results in groups beneath it while typing; arrows choose, Enter opens, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import icons, theme
from ui.kit.buttons import shown_key
from ui.kit.layout import clear
from ui.kit.widgets import Text

_PAUSE = 90
_HIT, _MOST_SEEN = 48, 9


@dataclass(frozen=True)
class Hit:
    """One record found."""

    kind: str
    id: int
    title: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """Records of one kind, under their heading."""

    title: str
    icon: str
    hits: Sequence[Hit]


Search = Callable[[str], Sequence[Group]]


class _HitRow(QWidget):
    """One result: icon, bold title, dim detail."""

    def __init__(self, hit: Hit, icon: str, box: SearchBox) -> None:
        super().__init__()
        self.hit, self._icon, self._box, self.chosen = hit, icon, box, False
        self.setFixedHeight(_HIT)
        self.setMouseTracking(True)
        self.setAccessibleName(hit.title)

    def enterEvent(self, event: QEvent) -> None:
        self._box.point_at(self)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        self._box.open_hit(self.hit)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.chosen:
            painter.fillRect(self.rect(), theme.color("accent_soft"))
        icons.paint(painter, QRect(14, (_HIT - 20) // 2, 20, 20), self._icon, "accent" if self.chosen else "dim")
        width = self.width() - 60
        middle = Qt.AlignmentFlag.AlignVCenter
        for line, size, bold, color, box in (
            (self.hit.title, theme.BODY, True, theme.color("text"), QRect(46, 5, width, 20)),
            (self.hit.detail, theme.FINE, False, theme.ink("neutral"), QRect(46, 25, width, 18)),
        ):
            painter.setFont(theme.font(size, bold))
            painter.setPen(color)
            painter.drawText(box, middle, painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width))


class SearchBox(QLineEdit):
    """One line that finds anything; ``key`` brings the cursor here from anywhere and is written at its end."""

    chosen = Signal(str, object)

    def __init__(self, search: Search, placeholder: str, key: str = "") -> None:
        super().__init__()
        self.setProperty("search", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(100)
        self.setTextMargins(26, 0, 58 if key else 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search = search
        self._key = shown_key(key)
        self._popup: _Popup | None = None
        self._rows: list[_HitRow] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.textEdited.connect(lambda text: self._pause.start())
        if key:
            QShortcut(QKeySequence(key), self, self._come, context=Qt.ShortcutContext.WindowShortcut)

    def sizeHint(self) -> QSize:
        return QSize(420, theme.INPUT)

    def look(self) -> None:
        """Search for what stands in the box and show what was found."""
        self._pause.stop()
        text = self.text().strip()
        if not text:
            self.close_results()
            return
        self._show([group for group in self._search(text) if group.hits])

    def close_results(self) -> None:
        """Put the results away."""
        self._pause.stop()
        self._rows = []
        if self._popup is not None:
            self._popup.hide()

    @property
    def results(self) -> list[Hit]:
        """What is shown, from the top."""
        return [row.hit for row in self._rows]

    def open_hit(self, hit: Hit) -> None:
        """Open a result; the box is empty again."""
        self.close_results()
        self.clear()
        self.clearFocus()
        self.chosen.emit(hit.kind, hit.id)

    def point_at(self, row: _HitRow) -> None:
        """Make ``row`` the one Enter opens."""
        for each in self._rows:
            if each.chosen != (each is row):
                each.chosen = each is row
                each.update()
        if self._popup is not None:
            self._popup.ensureWidgetVisible(row, 0, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive() or not self._rows:
                self.look()
            chosen = next((row for row in self._rows if row.chosen), None)
            if chosen is not None:
                self.open_hit(chosen.hit)
        elif key == Qt.Key.Key_Escape:
            self.close_results()
            self.clear()
            self.clearFocus()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_results()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_results()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, QRect(10, (self.height() - 16) // 2, 16, 16), "magnify", "dim")
        if not self._key or self.text():
            return
        painter.setFont(theme.font(theme.FINE))
        width = painter.fontMetrics().horizontalAdvance(self._key) + 12
        box = QRect(self.width() - width - 10, (self.height() - 20) // 2, width, 19)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color("dim"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _step(self, by: int) -> None:
        at = next((number for number, row in enumerate(self._rows) if row.chosen), 0)
        self.point_at(self._rows[(at + by) % len(self._rows)])

    def _show(self, groups: Sequence[Group]) -> None:
        if self._popup is None:
            self._popup = _Popup(self)
        self._rows = self._popup.fill(groups, self)
        if self._rows:
            self.point_at(self._rows[0])


class _Popup(QScrollArea):
    """The results, over the window and beneath the box; never takes the focus."""

    def __init__(self, box: SearchBox) -> None:
        super().__init__(box.window())
        self._box = box
        self.setProperty("popup", True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("plain", True)
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(4, 6, 4, 6)
        self._list.setSpacing(0)
        self.setWidget(content)
        box.window().installEventFilter(self)

    def fill(self, groups: Sequence[Group], box: SearchBox) -> list[_HitRow]:
        """Show these groups; the rows made."""
        clear(self._list)
        rows: list[_HitRow] = []
        for group in groups:
            heading = Text(group.title, "fine")
            heading.setContentsMargins(10, 6, 10, 2)
            self._list.addWidget(heading)
            for hit in group.hits:
                rows.append(_HitRow(hit, group.icon, box))
                self._list.addWidget(rows[-1])
        if not rows:
            nothing = Text(
                _("Nothing found. Try a part of the name, the last digits of the phone or the plate."), wrap=True
            )
            nothing.setContentsMargins(12, 8, 12, 8)
            self._list.addWidget(nothing)
        self._list.addStretch(1)
        self._place(len(rows), len(groups))
        return rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box.window() and isinstance(event, QResizeEvent):
            self._box.close_results()
        return super().eventFilter(watched, event)

    def _place(self, rows: int, groups: int) -> None:
        window = self._box.window()
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 4))
        wanted = min(rows, _MOST_SEEN) * _HIT + groups * 28 + 18 if rows else 68
        width = max(self._box.width(), 420)
        below, above = window.height() - corner.y() - 40, corner.y() - self._box.height() - 60
        if wanted > below and above > below:
            height = min(wanted, above)
            self.setGeometry(corner.x(), corner.y() - self._box.height() - 8 - height, width, height)
        else:
            self.setGeometry(corner.x(), corner.y(), width, min(wanted, below))
        self.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
