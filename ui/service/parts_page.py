"""The parts of the workshop: the shelf, what to order and what is on order, receipts, counts, as a strip (W11)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.parts.views import PurchaseRow
from ui.kit import theme
from ui.kit.desk import Desk
from ui.kit.layout import Front
from ui.kit.record_page import Page
from ui.kit.widgets import Button, Panel, TabStrip, row
from ui.service import part_dialogs as dialogs
from ui.service.parts_counts import Counts
from ui.service.parts_issue import Issuing
from ui.service.parts_orders import Purchases, Reorder
from ui.service.parts_receive import Receiving
from ui.service.parts_shelf import Shelf
from ui.service.parts_slips import Slips

_HEARD = ("work_order", "part", "item", "part_slip", "purchase_order", "stock_count")
_OPENS = {"part": "shelf", "part_slip": "slips", "purchase_order": "purchases"}
_OPENS |= {"stock_count": "counts", "reorder": "reorder", "part_to_issue": "issuing"}


class PartsPage(Page):
    """One part of the room in front; a receipt being typed takes its place until it is taken in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shelf, self.reorder, self.purchases = Shelf(desk), Reorder(desk), Purchases(desk)
        self.slips, self.counts, self.receiving = Slips(desk), Counts(desk), Receiving(desk.session)
        self.issuing = Issuing(desk)
        self._parts: dict[str, Any] = {
            "shelf": self.shelf,
            "issuing": self.issuing,
            "reorder": self.reorder,
            "purchases": self.purchases,
            "slips": self.slips,
            "counts": self.counts,
        }
        titles = (_("Parts"), _("To issue"), _("To order"), _("Ordered"), _("Parts receipts"), _("Counts"))
        self.strip = TabStrip(list(zip(self._parts, titles, strict=True)))
        self.strip.chosen.connect(self.show_part)
        self.new = Button(_("New part…"), lambda: dialogs.ask_part(self, self.actor), name="new_part", icon="plus")
        self.count = Button(_("Count…"), self._begin_count, name="begin_count", icon="counter")
        self.receive = Button(
            _("Receive…"),
            self.begin_receipt,
            kind="primary",
            icon="tray-arrow-down",
            key="Ctrl+N",
            name="receive_parts",
        )
        head = Panel(flush=True)
        head.add(row(self.strip, "stretch", self.new, self.count, self.receive, margins=(10, 8, 10, 8)))
        self._front = Front()
        for each in (*self._parts.values(), self.receiving):
            self._front.addWidget(each)
        self.shelf.document_asked.connect(self.open_record)
        self.reorder.ordered.connect(lambda purchase_id: self.open_record("purchase_order", purchase_id))
        self.purchases.receive.connect(self.begin_receipt)
        self.receiving.done.connect(lambda slip_id: self.open_record("part_slip", slip_id))
        self.receiving.left.connect(lambda: self.show_part("shelf"))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(head)
        box.addWidget(self._front, 1)
        self.setFocusProxy(self._front)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def part(self) -> Any:
        """What is in front."""
        return self._front.currentWidget()

    def show_page(self) -> None:
        """Show what was in front as it is now."""
        self._offer()
        if self.part is not self.receiving:
            self.part.show_list()

    def show_part(self, key: str, record_id: int = 0) -> None:
        """Bring a part of the room to the front, one record of it in sight where it is told."""
        self._offer()
        self.strip.select(key)
        self._front.setCurrentWidget(self._parts[key])
        self.part.show_list(record_id)
        self.part.setFocus()

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring a part, a receipt, an order or a count to sight."""
        self.show_part(_OPENS[kind], record_id)

    def begin_receipt(self, order: PurchaseRow | None = None) -> None:
        """Type a receipt, of an order where one is told."""
        if self.actor.may(Permission.KEEP_PARTS):
            self.receiving.begin(order)
            self._front.setCurrentWidget(self.receiving)
            self.receiving.setFocus()

    def take_focus(self) -> None:
        """Put the keys where work begins."""
        self.part.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        self._offer()
        heard = changes is None or any(changes.touches(kind) for kind in _HEARD)
        if heard and self.part is not self.receiving:
            self.part.show_list()

    def _offer(self) -> None:
        may = self.actor.may(Permission.KEEP_PARTS)
        for button in (self.new, self.count, self.receive):
            button.setVisible(may)

    def _begin_count(self) -> None:
        self.show_part("counts")
        self.counts.begin()
