"""A record's page: head and next step above, the main part beneath, and beside it, or under it, a narrower one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.widgets import Line, Panel, column, fill, row, scrolled

_SIDE, _NARROW, _LOW, _LEAST = 320, 1000, 460, QSize(740, 260)
_BESIDE, _SHARE = 300, 0.4
"""What stands beside a list has this part of a narrow page, and at least so much."""


class Page(QWidget):
    """A page of a tab; it asks for so little room that a narrow window need not scroll."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return _LEAST


def lay_beside(page: QWidget, listing: QWidget, record: QWidget, width: int, margin: int = theme.GAP) -> QScrollArea:
    """Lay out a list with the record in front at its right; hide the area returned while there is none."""
    area = scrolled(record)
    share_width(page, area, width)
    box = QHBoxLayout(page)
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(theme.GAP)
    box.addWidget(listing, 1)
    box.addWidget(area)
    return area


def parted_panel() -> tuple[Panel, QVBoxLayout]:
    """A panel for a record, and the layout into which its parts are put anew for each."""
    panel, parts = Panel(), QVBoxLayout()
    parts.setSpacing(10)
    panel.body.addLayout(parts)
    panel.add("stretch")
    return panel, parts


def share_width(page: QWidget, beside: QWidget, width: int, share: float = _SHARE) -> None:
    """Give what stands at the right of ``page`` its width, where the page is narrow only this share of it."""
    _Share(page, beside, width, share)


class _Share(QObject):
    """Hears how wide the page is."""

    def __init__(self, page: QWidget, beside: QWidget, width: int, share: float) -> None:
        super().__init__(page)
        self._beside, self._width, self._share = beside, width, share
        beside.setFixedWidth(width)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            share = round(event.size().width() * self._share)
            self._beside.setFixedWidth(min(self._width, max(_BESIDE, share)))
        return False


class RecordLayout:
    """Lays out ``page``. ``main`` and ``side`` take the parts; in a narrow window the side goes under the main part.

    In a low window the bands scroll with the main part, and the steps of a ``RecordHead`` give it their room.
    """

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
        self._left, self._band, self._head = QVBoxLayout(), band, head
        self._left.setSpacing(theme.GAP)
        self._left.addWidget(head)
        self._left.addLayout(band)
        self._left.addWidget(scrolled(self._content), 1)
        whole = QHBoxLayout(page)
        whole.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        whole.setSpacing(theme.GAP)
        whole.addLayout(self._left, 1)
        whole.addWidget(self._area)
        self._inside.addWidget(self._parts[0])
        for box in (self._inside, self._right):
            box.addStretch(1)
        self._narrow: bool | None = None
        self._low = False
        self.arrange(QSize(_NARROW, _LOW))

    def arrange(self, size: QSize) -> None:
        """Put the parts where a page of this size has room for them."""
        self._arrange_bands(size.height() < _LOW)
        self._arrange_side(size.width() < _NARROW)

    def _arrange_bands(self, low: bool) -> None:
        if low == self._low:
            return
        self._low = low
        before, now, place = (self._left, self._inside, 0) if low else (self._inside, self._left, 1)
        if isinstance(self._head, RecordHead):
            self._head.steps.setVisible(not low)
        before.removeItem(self._band)
        self._band.setParent(None)
        now.insertLayout(place, self._band)

    def _arrange_side(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        side = self._parts[1]
        for box in (self._inside, self._right):
            box.removeWidget(side)  # takeAt would leave the old item behind, and the new one blind to changed sizes
        if narrow:
            self._inside.insertWidget(self._inside.count() - 1, side)
        else:
            self._right.insertWidget(0, side)
        self._area.setVisible(not narrow)


class RecordHead(Panel):
    """The head of a record: how one came here, its chips, what stands beside them, its buttons; beneath, its steps."""

    def __init__(
        self, crumbs: tuple[QWidget, ...], chips: QBoxLayout, beside: QWidget, buttons: QBoxLayout, steps: QWidget
    ) -> None:
        super().__init__(flush=True)
        upper = QHBoxLayout()
        upper.setContentsMargins(10, 10, theme.INSIDE, 10)
        upper.setSpacing(6)
        buttons.setSpacing(8)
        fill(upper, *crumbs, chips, beside, "stretch", buttons)
        self.steps = column(Line(), row(steps, margins=(theme.INSIDE, 6, theme.INSIDE, 4)), gap=0)
        self.body.addLayout(upper)
        self.add(self.steps)


class RecordPage(Page):
    """A page laid out so; the subclass sets ``parts``."""

    parts: RecordLayout | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.parts is not None:
            self.parts.arrange(event.size())
