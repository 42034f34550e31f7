"""What lies beneath a cover: bars above and below, bands, the way back, and room for the tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.desk import Crumb
from ui.kit.widgets import Button, Text, clear
from ui.status_bar import StatusBar
from ui.tab_bar import TabBar
from ui.top_bar import TopBar

_CRUMBS = 28


class Frame(QWidget):
    """The bars and ``pages``, the room for the tabs between them."""

    def __init__(self, top: TopBar, tab_bar: TabBar) -> None:
        super().__init__()
        self.setObjectName("page")
        self.top, self.tab_bar, self.status = top, tab_bar, StatusBar()
        self.crumb_bar = QWidget()
        self.crumb_bar.setFixedHeight(_CRUMBS)
        self.crumb_bar.hide()
        self._crumb_box = QHBoxLayout(self.crumb_bar)
        self._crumb_box.setContentsMargins(theme.GAP, 4, theme.GAP, 0)
        self._crumb_box.setSpacing(2)
        self._bands = QVBoxLayout()
        self.pages = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.top)
        box.addLayout(self._bands)
        box.addWidget(self.tab_bar)
        box.addWidget(self.crumb_bar)
        box.addWidget(self.pages, 1)
        box.addWidget(self.status)

    def announce(self, band: QWidget) -> None:
        """Keep ``band`` above the tabs."""
        self._bands.addWidget(band)

    def show_trail(self, trail: Sequence[Crumb], go_back: Callable[[int], object]) -> None:
        """Offer the records that led here; ``go_back`` gets how many steps back one of them is."""
        clear(self._crumb_box)
        for number, crumb in enumerate(trail):
            back = Button(crumb.text, partial(go_back, len(trail) - number), kind="link")
            back.setFixedHeight(_CRUMBS - 4)
            self._crumb_box.addWidget(back)
            self._crumb_box.addWidget(Text("›", "dim"))
        self._crumb_box.addStretch(1)
        self.crumb_bar.setVisible(bool(trail))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.top.fit(self)
