"""The stock on its page: units one by one, goods by quantity, and how long what is here has been here (S3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.papers.facts import PaperKind
from ui.kit import papers, theme
from ui.kit.layout import Front
from ui.kit.record_page import Page
from ui.kit.widgets import Button, IconButton, Panel, TabStrip, row
from ui.sales import stock_dialogs
from ui.sales.desk import Desk
from ui.sales.stock_ages import AgesPart
from ui.sales.stock_quantities import QuantitiesPart
from ui.sales.stock_units import UnitsPart


class StockPage(Page):
    """Its parts as a strip, one of them in front. ``left`` is the way back to the lists."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._parts: dict[str, Any] = {
            "units": UnitsPart(desk),
            "quantities": QuantitiesPart(desk),
            "ages": AgesPart(desk),
        }
        titles = {"units": _("One by one"), "quantities": _("By quantity"), "ages": _("Age and value")}
        self.strip = TabStrip(list(titles.items()))
        self.strip.chosen.connect(self.show_part)
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        self.kept = self._button(_("How goods are counted…"), stock_dialogs.ask_kept, "kept", icon="counter")
        self.receive = self._button(
            _("Receive…"), self._ask_receipt, "receive", kind="primary", icon="plus", key="Ctrl+N"
        )
        self.paper_button = Button(
            _("Print…"), self._show_paper, icon="printer-outline", key="Ctrl+P", name="stock_paper"
        )
        head = Panel(flush=True)
        head.add(row(back, self.strip, "stretch", self.paper_button, self.kept, self.receive, margins=(10, 8, 10, 8)))
        self._front = Front()
        for part in self._parts.values():
            self._front.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(head)
        box.addWidget(self._front, 1)

    def _button(self, text: str, ask: Callable[[QWidget, Desk], object], name: str, **more: Any) -> Button:
        return Button(text, lambda: ask(self, self._desk), name=name, **more)

    @property
    def part(self) -> Any:
        """The part in front."""
        return self._front.currentWidget()

    def show_part(self, key: str) -> None:
        """Bring a part to the front."""
        self.strip.select(key)
        self._front.setCurrentWidget(self._parts[key])
        self.part.show_list()
        self.part.setFocus()

    def show_record(self, unit_id: int = 0) -> None:
        """Show the units, this one in front where it is told."""
        self._offer()
        self.show_part("units")
        if unit_id:
            self._parts["units"].show_unit(unit_id)

    def take_focus(self) -> None:
        """Put the keys on the part in front."""
        self.part.setFocus()

    def refresh(self, what: Changes | None) -> None:
        """Show what changed."""
        self._offer()
        if what is None or any(what.touches(kind) for kind in ("stock_unit", "item", "contract")):
            self.part.show_list()

    def _offer(self) -> None:
        may = self._desk.session.actor.may(Permission.KEEP_STOCK)
        self.receive.setVisible(may)
        self.paper_button.setVisible(self._desk.session.actor.may(Permission.PRINT))
        self.kept.setVisible(may)

    def _show_paper(self) -> None:
        papers.show_paper(self, self._desk.session.actor, PaperKind.STOCK_LIST, 0)

    def _ask_receipt(self, parent: QWidget, desk: Desk) -> None:
        if self.part is self._parts["quantities"]:
            stock_dialogs.ask_quantity(parent, desk)
        else:
            stock_dialogs.ask_unit(parent, desk)
