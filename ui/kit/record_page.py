"""A record's page: head and next step above, the main part beneath, and beside it, or under it, a narrower one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.widgets import Line, Panel, scrolled

_SIDE, _NARROW, _LEAST = 320, 1000, QSize(740, 260)


def lay_beside(page: QWidget, listing: QWidget, record: QWidget, width: int, margin: int = theme.GAP) -> QScrollArea:
    """Lay out a list with the record in front at its right; hide the area returned while there is none."""
    area = scrolled(record)
    area.setFixedWidth(width)
    box = QHBoxLayout(page)
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(theme.GAP)
    box.addWidget(listing, 1)
    box.addWidget(area)
    return area


class RecordLayout:
    """Lays out ``page``. ``main`` and ``side`` take the parts; in a narrow window the side goes under the main part."""

    def __init__(self, page: QWidget, head: QWidget, band: QBoxLayout) -> None:
        self._parts = (QWidget(), QWidget())
        self._content, self._beside = QWidget(), QWidget()
        holders = (*self._parts, self._content, self._beside)
        self.main, self.side, self._inside, self._right = (QVBoxLayout(holder) for holder in holders)
        for box in (self.main, self.side, self._inside, self._right):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(theme.GAP)
        self._area = scrolled(self._beside)
        self._area.setFixedWidth(_SIDE)
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(head)
        left.addLayout(band)
        left.addWidget(scrolled(self._content), 1)
        whole = QHBoxLayout(page)
        whole.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        whole.setSpacing(theme.GAP)
        whole.addLayout(left, 1)
        whole.addWidget(self._area)
        self._inside.addWidget(self._parts[0])
        for box in (self._inside, self._right):
            box.addStretch(1)
        self._narrow: bool | None = None
        self.arrange(_NARROW)

    def arrange(self, width: int) -> None:
        """Put the side beside the main part, or under it where ``width`` is too little for both."""
        narrow = width < _NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        side = self._parts[1]
        for box in (self._inside, self._right):
            box.removeWidget(side)  # takeAt would leave the old item behind, and the new one blind to changed sizes
        if narrow:
            self._inside.insertWidget(1, side)
        else:
            self._right.insertWidget(0, side)
        self._area.setVisible(not narrow)


def record_head(
    crumbs: tuple[QWidget, ...], chips: QBoxLayout, beside: QWidget, buttons: QBoxLayout, steps: QWidget
) -> Panel:
    """The head of a record: how one came here, its chips, what stands beside them, its buttons; beneath, its steps."""
    head = Panel(flush=True)
    upper = QHBoxLayout()
    upper.setContentsMargins(10, 10, theme.INSIDE, 10)
    upper.setSpacing(6)
    buttons.setSpacing(8)
    for widget in crumbs:
        upper.addWidget(widget)
    upper.addLayout(chips)
    upper.addWidget(beside)
    upper.addStretch(1)
    upper.addLayout(buttons)
    beneath = QHBoxLayout()
    beneath.setContentsMargins(theme.INSIDE, 6, theme.INSIDE, 4)
    beneath.addWidget(steps)
    head.body.addLayout(upper)
    head.add(Line())
    head.body.addLayout(beneath)
    return head


class RecordPage(QWidget):
    """A page laid out so; the subclass sets ``parts``."""

    parts: RecordLayout | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.parts is not None:
            self.parts.arrange(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """So little that a narrow window need not scroll sideways."""
        return _LEAST
