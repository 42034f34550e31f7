"""The sales tab: its lists, and the quote or contract that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from models.kernel.changes import Changes
from models.sales import lists
from ui.sales import sublists
from ui.sales.contract_page import ContractPage
from ui.sales.desk import Desk
from ui.sales.list_page import ListPage
from ui.sales.quote_page import QuotePage

KINDS = ("quote", "contract", "payment")


class SalesTab:
    """Lists and records of the sales tab, one of them in front."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.widget = QStackedWidget()
        self.list_page = ListPage(desk)
        self.quote_page = QuotePage(desk)
        self.contract_page = ContractPage(desk)
        for page in (self.list_page, self.quote_page, self.contract_page):
            self.widget.addWidget(page)
        self.list_page.opened.connect(self.open_record)
        self.quote_page.left.connect(self.show_lists)
        self.contract_page.left.connect(self.show_lists)
        self.list_page.refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a quote, a contract, or the contract a payment belongs to."""
        if kind == "quote":
            self.quote_page.show_quote(record_id)
            self.widget.setCurrentWidget(self.quote_page)
            self.quote_page.take_focus()
            return
        if kind == "payment":
            record_id = lists.payment(record_id).contract_id
        self.contract_page.show_contract(record_id)
        self.widget.setCurrentWidget(self.contract_page)
        self.contract_page.take_focus()

    def show_lists(self) -> None:
        """Go back to the lists."""
        self.widget.setCurrentWidget(self.list_page)
        self.list_page.refresh()
        self.list_page.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed on the page in front."""
        page = self.widget.currentWidget()
        if page is self.list_page:
            if changes is None or any(changes.touches(kind) for kind in (*KINDS, "customer")):
                self.list_page.refresh()
        elif page is self.quote_page:
            self.quote_page.refresh(changes)
        else:
            self.contract_page.refresh(changes)

    def badge(self) -> int:
        """How many contracts wait for this person's approval."""
        return len(sublists.to_approve(self._desk.session.actor))


def build(window: Desk) -> SalesTab:
    """The tab, as the window builds it when it is first shown."""
    return SalesTab(window)
