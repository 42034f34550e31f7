"""The work orders: the list with its filters, and the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.service import lists
from models.service.lists import OrderFilter
from models.service.views import OrderRow
from ui.kit import theme
from ui.kit import wording as kit
from ui.kit.desk import Desk
from ui.kit.editors import TextEdit
from ui.kit.layout import Front
from ui.kit.record_page import Page
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Line, Panel, flowing
from ui.service import wording
from ui.service.new_order import NewOrder
from ui.service.order_page import OrderPage

_PAUSE, _LOW = 120, 420
"""Milliseconds until what is typed is looked for; a page lower than so many pixels has no room for list and finder."""
_HEARD = (
    *("work_order", "customer", "owned_goods", "appointment", "work_payment", "part", "item", "warranty"),
    *("complaint", "staff", "workshop", "attachment"),
)
_COUNTED = (OrderFilter.HERE, OrderFilter.TODAY, OrderFilter.LATE, OrderFilter.WAITING, OrderFilter.READY)


class OrdersPage(Front):
    """The list and the order's page, one of them in front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list_page, self.order_page = OrderList(desk), OrderPage(desk)
        for page in (self.list_page, self.order_page):
            self.addWidget(page)
        self.list_page.table.opened.connect(lambda order_id: self.open_record("work_order", order_id))
        self.list_page.opened.connect(lambda order_id: self.open_record("work_order", order_id))
        self.order_page.left.connect(self.show_list)

    def open_record(self, kind: str, record_id: int) -> None:
        """Show an order; ``work_order_for`` begins one for a customer."""
        if kind == "work_order_for":
            self.show_list()
            self.list_page.begin(customer_id=record_id)
            return
        self.order_page.show_order(record_id)
        self.setCurrentWidget(self.order_page)
        self.setFocusProxy(self.order_page)
        self.order_page.take_focus()

    def show_list(self) -> None:
        """Go back to the list."""
        self.setCurrentWidget(self.list_page)
        self.setFocusProxy(self.list_page.table)
        self.list_page.refresh()
        self.list_page.table.setFocus()

    def show_page(self) -> None:
        """The page comes to the front."""
        self.refresh(None)

    def take_focus(self) -> None:
        """Put the keys on the list or into the order."""
        if self.currentWidget() is self.order_page:
            self.order_page.take_focus()
        else:
            self.list_page.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed on what is in front."""
        if changes is not None and not any(changes.touches(kind) for kind in _HEARD):
            return
        if self.currentWidget() is self.order_page:
            self.order_page.refresh(changes)
        else:
            self.list_page.refresh()


class OrderList(Page):
    """Orders by what is to be done. ``opened`` with the id of a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.refresh())
        self.search = TextEdit(_("Number, plate, VIN, name"), longest=60)
        self.search.setObjectName("order_search")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.search.textEdited.connect(lambda text: self._pause.start())
        self.new = Button(_("Receive a vehicle"), self.begin, kind="primary", icon="plus", key="Ctrl+N", name="receive")
        empty = EmptyState(
            "wrench-outline",
            _("No work orders here"),
            _("Press “Receive a vehicle” and type plate, phone or name: the rest is asked step by step."),
        )
        self.table = RecordTable(
            _columns(), lambda ids: lists.rows(self.actor, ids), tall=True, empty=empty, spare=("number", "advisor")
        )
        self.finder = NewOrder(desk)
        self.opened = self.finder.opened
        self.finder.hide()
        self.finder.closed.connect(self._put_away)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._chip_items()
        self.chips.select(OrderFilter.HERE.value)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def _lay_out(self) -> None:
        panel = self._panel = Panel(flush=True)
        self.search.setFixedWidth(220)
        head = flowing(self.chips, "stretch", self.search, self.new, margins=(theme.INSIDE, 10, theme.INSIDE, 8))
        panel.add(head, Line(), self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(self.finder)
        box.addWidget(panel, 1)

    def begin(self, customer_id: int = 0) -> None:
        """Ask which vehicle is received."""
        self.finder.show()
        self._panel.setVisible(self.height() >= _LOW)
        self.finder.begin(customer_id)

    def _put_away(self) -> None:
        self.finder.hide()
        self._panel.show()
        self.table.setFocus()

    def refresh(self) -> None:
        """Show the list as it is now."""
        self.new.setVisible(self.actor.may(Permission.RECEIVE_VEHICLE))
        self._chip_items()
        chosen = OrderFilter(self.chips.selected or OrderFilter.HERE.value)
        ids = lists.order_ids(self.actor, chosen, self.search.value())
        self.table.set_ids(ids)
        self.table.refresh_rows()
        if ids and self.table.selected_id is None:
            self.table.select_first()

    def _chip_items(self) -> None:
        counts = lists.counts(self.actor)
        found = []
        for each in OrderFilter:
            shown = counts[each] if each in _COUNTED else 0
            tone = "bad" if each is OrderFilter.LATE and shown else "neutral"
            found.append((each.value, f"{label(each)} {shown}" if shown else label(each), tone))
        self.chips.set_items(found)


def _columns() -> list[Column]:
    def promised(row: OrderRow) -> str:
        return wording.near(row.promised_at) if row.promised_at else "–"

    def received(row: OrderRow) -> str:
        return kit.moment(row.received_at) if row.received_at else ""

    return [
        Column(
            "vehicle", _("Vehicle"), lambda row: row.plate or row.vehicle, detail=lambda row: row.vehicle, bold=True
        ),
        Column("customer", _("Customer"), lambda row: row.customer, detail=lambda row: row.complaint, width=230),
        Column(
            *("state", _("State"), lambda row: wording.state(row)[0]),
            tone=lambda row: wording.state(row)[1],
            chip=True,
            width=130,
            sortable=False,
        ),
        Column(
            *("promised", _("Promised"), promised),
            detail=received,
            tone=lambda row: "bad" if row.late else "",
            width=120,
            sortable=False,
        ),
        Column("advisor", _("Advisor"), lambda row: row.advisor, width=100, sortable=False),
        Column(
            *("number", _("Number"), lambda row: row.number),
            detail=lambda row: _("Repeat repair") if row.repeat else "",
            width=140,
            sortable=False,
        ),
    ]
