"""A layout that goes on in the next line where there is no more room, as words do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem

_ACROSS = Qt.Orientation.Horizontal


class FlowLayout(QLayout):
    """Items beside each other at their own size, then beneath.

    What can grow takes the room its line has left; what comes after a stretch stands at the right end of its line.
    An item wider than the whole has the whole width, and the height that takes. ``centred`` lines stand in the middle
    of a room that is higher than they are.
    """

    def __init__(self, gap: int = 0, *, centred: bool = False) -> None:
        super().__init__()
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_stretch(self) -> None:
        """What is added from now on stands at the right."""
        self.addItem(QSpacerItem(0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        over = rect.height() - self.heightForWidth(rect.width()) if self._centred else 0
        self._flow(rect.translated(0, max(over, 0) // 2), move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() + self.spacing() for item in shown) - self.spacing()
        left, top, right, bottom = _margins(self)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(max(width, 0) + left + right, height + top + bottom)

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        left, top, right, bottom = _margins(self)
        return QSize(size.width() + left + right, size.height() + top + bottom)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.widget() is not None and not item.isEmpty()]

    def _flow(self, rect: QRect, *, move: bool) -> int:
        """How high the items are in ``rect``; put there where ``move`` says so."""
        left, top, right, bottom = _margins(self)
        room = rect.adjusted(left, top, -right, -bottom)
        above = room.y()
        for line, at_right in self._lines(room.width()):
            above += self._put(line, at_right, QRect(room.x(), above, room.width(), 0), move=move) + self.spacing()
        return max(above - self.spacing(), room.y()) - rect.y() + bottom

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """The items of each line, and which of them is the first of those at its right end."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        line: list[QLayoutItem] = []
        used, at_right, right = 0, 0, False
        for item in self._items:
            if item.spacerItem() is not None:
                right, at_right = True, len(line)
                continue
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if line and used + wide > width:
                lines.append((line, at_right if right else len(line)))
                line, used, at_right = [], 0, 0
            line.append(item)
            used += wide + self.spacing()
        return [*lines, (line, at_right if right else len(line))] if line else lines

    def _put(self, line: Sequence[QLayoutItem], at_right: int, room: QRect, *, move: bool) -> int:
        """How high a line is; its items stand in the middle of it, those from ``at_right`` on at the right end."""
        sizes = [_size(item, room.width()) for item in line]
        high = max(size.height() for size in sizes)
        if not move:
            return high
        rest = room.width() - sum(size.width() for size in sizes) - self.spacing() * (len(line) - 1)
        growing = next((place for place, item in enumerate(line) if _grows(item)), None)
        across = room.x()
        for place, (item, size) in enumerate(zip(line, sizes, strict=True)):
            if growing is None and place == at_right:
                across += max(rest, 0)
            wide = size.width() + (max(rest, 0) if place == growing else 0)
            corner = QPoint(across, room.y() + (high - size.height()) // 2)
            item.setGeometry(QRect(corner, QSize(wide, size.height())))
            across += wide + self.spacing()
        return high


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & _ACROSS) and item.maximumSize().width() > item.sizeHint().width()


def _size(item: QLayoutItem, most: int) -> QSize:
    size = item.sizeHint()
    if size.width() > most and item.hasHeightForWidth():
        return QSize(most, item.heightForWidth(most))
    return QSize(min(size.width(), most), size.height())


def _margins(layout: QLayout) -> tuple[int, int, int, int]:
    around = layout.contentsMargins()
    return around.left(), around.top(), around.right(), around.bottom()
