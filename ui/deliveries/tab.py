"""The deliveries tab: list and calendar, and the delivery that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.delivery import lists
from models.delivery.alarms import alarms
from models.kernel.changes import Changes
from models.kernel.permissions import Permission
from ui.deliveries.delivery_page import DeliveryPage
from ui.deliveries.list_page import ListPage
from ui.kit.desk import Desk
from ui.kit.layout import Front

KINDS = ("delivery", "delivery_plan", "deliveries")
_HEARD = ("delivery", "dispatch_note", "delivery_defect", "bay", "contract", "customer", "payment", "delivery_template")


class DeliveriesTab:
    """The list and the delivery's page, one of them in front."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.widget = Front()
        self.list_page, self.delivery_page = ListPage(desk), DeliveryPage(desk)
        for page in (self.list_page, self.delivery_page):
            self.widget.addWidget(page)
        self.list_page.opened.connect(self.open_record)
        self.delivery_page.left.connect(self.show_lists)
        self.widget.currentChanged.connect(lambda place: self.widget.setFocusProxy(self._in_front()))
        self.widget.setFocusProxy(self.list_page.front)
        self.list_page.refresh()

    def _in_front(self) -> QWidget:
        """What takes the keys when the tab comes to the front."""
        page = self.widget.currentWidget()
        return self.list_page.front if page is self.list_page else self.delivery_page

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a delivery; for ``delivery_plan`` ask for the plan of a contract's; else a filter of the list."""
        if kind == "delivery":
            self.delivery_page.show_delivery(record_id)
            self.widget.setCurrentWidget(self.delivery_page)
            self.delivery_page.take_focus()
            return
        self.show_lists()
        if kind == "delivery_plan" and lists.plannable_contract(record_id).lines:
            self.list_page.plan_contract(record_id)

    def show_lists(self) -> None:
        """Go back to the list or the calendar."""
        self.widget.setCurrentWidget(self.list_page)
        self.list_page.refresh()
        self.widget.setFocusProxy(self.list_page.front)
        self.list_page.front.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed on the page in front."""
        if changes is not None and not any(changes.touches(kind) for kind in _HEARD):
            return
        if self.widget.currentWidget() is self.delivery_page:
            self.delivery_page.refresh(changes)
        else:
            self.list_page.refresh()

    def badge(self) -> int:
        """How many deliveries want this person now: late, to confirm, to release, to book."""
        actor = self._desk.session.actor
        concerned = (Permission.PREPARE_DELIVERY, Permission.APPROVE_DISPATCH)
        return len(alarms(actor)) if any(actor.may(each) for each in concerned) else 0


def build(window: Desk) -> DeliveriesTab:
    """The tab, as the window builds it when it is first shown."""
    return DeliveriesTab(window)
