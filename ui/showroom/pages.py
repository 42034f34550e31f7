"""Behind the board: line-ups, the rulebook, what another would have done, figures, and the close of the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.widgets import Button, TabStrip, row
from ui.showroom.close_page import ClosePage
from ui.showroom.figures_page import FiguresPage
from ui.showroom.floor import Floor
from ui.showroom.line_up_page import LineUpPage
from ui.showroom.rules_page import RulesPage
from ui.showroom.what_if_page import WhatIfPage


class Page(Protocol):
    """One of the pages: ``show_floor`` when the board was read anew while it is in sight."""

    def show_floor(self) -> None: ...


class Pages(QWidget):
    """The pages with their strip; ``left`` when somebody goes back to the board."""

    left = Signal()

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, tuple[str, Callable[[Floor], QWidget]]] = {"rules": (_("Rules"), RulesPage)}
        if floor.may_manage:
            self._makers = {
                "line_up": (_("Line-ups"), LineUpPage),
                **self._makers,
                "what_if": (_("What if"), WhatIfPage),
            }
        self._makers["figures"] = (_("Figures"), FiguresPage)
        if floor.may_receive:
            self._makers["close"] = (_("Close the day"), ClosePage)
        self.strip = TabStrip([(key, words) for key, (words, _make) in self._makers.items()])
        self.strip.chosen.connect(self.open)
        back = Button(_("Board"), self.left.emit, icon="arrow-left", key="Escape", name="back_to_board")
        self._stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(*[theme.GAP] * 4)
        box.setSpacing(theme.GAP)
        box.addWidget(row(back, self.strip, "stretch", gap=16))
        box.addWidget(self._stack, 1)
        floor.changed.connect(self._show_floor)

    def hasHeightForWidth(self) -> bool:
        return False

    def open(self, key: str) -> QWidget:
        """Bring a page to the front, made now if it was not; the first where this one is not theirs."""
        if key not in self._makers:
            key = next(iter(self._makers))
        if key not in self._made:
            self._made[key] = self._makers[key][1](self._floor)
            self._stack.addWidget(self._made[key])
        self.strip.select(key)
        self._stack.setCurrentWidget(self._made[key])
        self._show_floor()
        self._made[key].setFocus()
        return self._made[key]

    def _show_floor(self) -> None:
        page = self._stack.currentWidget()
        if page is not None and self.isVisible():
            page.show_floor()  # type: ignore[attr-defined]
