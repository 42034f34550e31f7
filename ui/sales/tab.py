"""The sales tab: its lists, and the quote or contract that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.cashier import lists as cashier
from models.kernel.changes import Changes
from models.sales import lists
from ui.kit.layout import Front
from ui.sales import sublists
from ui.sales.appraisal_page import AppraisalsPage
from ui.sales.compare_page import ComparePage
from ui.sales.contract_amendment import AmendmentPage
from ui.sales.contract_cancellation import CancellationPage
from ui.sales.contract_exceptions import ExceptionsPage
from ui.sales.contract_ledger import LedgerPage
from ui.sales.contract_page import ContractPage
from ui.sales.desk import Desk
from ui.sales.drive_page import DrivesPage
from ui.sales.list_page import ListPage
from ui.sales.money_page import MoneyPage
from ui.sales.quote_page import QuotePage
from ui.sales.stock_page import StockPage

KINDS = (
    "quote",
    "contract",
    "payment",
    "amendment",
    "cancellation",
    "exception",
    "stock_unit",
    "test_drive",
    "appraisal",
)


class SalesTab:
    """Lists and records of the sales tab, one of them in front."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.widget = Front()
        self.list_page = ListPage(desk)
        self.quote_page = QuotePage(desk)
        self.compare_page = ComparePage(desk)
        self.contract_page = ContractPage(desk)
        self.money_page = MoneyPage(desk)
        self.ledger_page = LedgerPage(desk)
        self._made: dict[str, Any] = {}
        selling = (self.list_page, self.quote_page, self.compare_page, self.contract_page)
        for page in (*selling, self.money_page, self.ledger_page):
            self.widget.addWidget(page)
        self.quote_page.compared.connect(self.show_beside)
        self.compare_page.opened.connect(self.open_record)
        self.compare_page.left.connect(self._back_to_quote)
        self.list_page.opened.connect(self.open_record)
        self.list_page.money_asked.connect(self.show_money)
        self.list_page.ledger_asked.connect(self.show_ledger)
        self.list_page.exceptions_asked.connect(self.show_exceptions)
        self.list_page.stock_asked.connect(self.show_stock)
        self.list_page.drives_asked.connect(self.show_drives)
        self.list_page.appraisals_asked.connect(self.show_appraisals)
        self.ledger_page.opened.connect(self.open_record)
        self.ledger_page.left.connect(self.show_lists)
        self.money_page.opened.connect(self.open_record)
        self.money_page.left.connect(self.show_lists)
        self.quote_page.left.connect(self.show_lists)
        self.contract_page.left.connect(self.show_lists)
        self.list_page.refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a quote, a contract, what came after it, or the contract a payment belongs to."""
        if kind == "quote":
            self.quote_page.show_quote(record_id)
            self.widget.setCurrentWidget(self.quote_page)
            self.quote_page.take_focus()
            return
        if kind == "exception":
            self.show_exceptions(record_id)
            return
        if kind in ("test_drive", "test_drive_for"):
            self.show_drives(record_id if kind == "test_drive" else None)
            if kind == "test_drive_for":
                self.drives_page.book_for(record_id)
            return
        if kind in ("appraisal", "appraisal_for"):
            self.show_appraisals(record_id if kind == "appraisal" else None)
            if kind == "appraisal_for":
                self.appraisals_page.begin_for(record_id)
            return
        if kind == "stock_unit":
            self.show_stock(record_id)
            return
        if kind in ("amendment", "cancellation"):
            self._show_supplement(kind, record_id)
            return
        if kind == "payment":
            record_id = lists.payment(record_id).contract_id
        self.contract_page.show_contract(record_id)
        self.widget.setCurrentWidget(self.contract_page)
        self.contract_page.take_focus()

    def show_beside(self, quote_ids: list[int]) -> None:
        """Show several quotes, or versions of one, side by side."""
        self.compare_page.show_quotes(quote_ids)
        self.widget.setCurrentWidget(self.compare_page)

    def _back_to_quote(self) -> None:
        self.widget.setCurrentWidget(self.quote_page)
        self.quote_page.take_focus()

    def show_lists(self) -> None:
        """Go back to the lists."""
        self.widget.setCurrentWidget(self.list_page)
        self.list_page.refresh()
        self.list_page.table.setFocus()

    def show_ledger(self) -> None:
        """Show the contract ledger."""
        self.widget.setCurrentWidget(self.ledger_page)
        self.ledger_page.show_page()
        self.ledger_page.table.setFocus()

    def show_exceptions(self, exception_id: int | None = None) -> None:
        """Show the exceptions, one of them in front."""
        page = self._page("exception", ExceptionsPage)
        self.widget.setCurrentWidget(page)
        page.show_list(exception_id)
        page.take_focus()

    @property
    def drives_page(self) -> DrivesPage:
        """The test drives, made when they are first shown."""
        page: DrivesPage = self._page("test_drive", DrivesPage)
        return page

    @property
    def appraisals_page(self) -> AppraisalsPage:
        """The trade-ins, made when they are first shown."""
        page: AppraisalsPage = self._page("appraisal", AppraisalsPage)
        return page

    def show_drives(self, drive_id: int | None = None) -> None:
        """Show the test drives, one of them in front."""
        self.widget.setCurrentWidget(self.drives_page)
        self.drives_page.show_list(drive_id)
        self.drives_page.take_focus()

    def show_appraisals(self, appraisal_id: int | None = None) -> None:
        """Show the trade-ins, one of them in front."""
        self.widget.setCurrentWidget(self.appraisals_page)
        self.appraisals_page.show_list(appraisal_id)
        self.appraisals_page.take_focus()

    def show_stock(self, unit_id: int = 0) -> None:
        """Show the stock, one unit of it in front."""
        page = self._page("stock_unit", StockPage)
        self.widget.setCurrentWidget(page)
        page.show_record(unit_id)

    def _show_supplement(self, kind: str, record_id: int) -> None:
        page = self._page(kind, AmendmentPage if kind == "amendment" else CancellationPage)
        page.show_record(record_id)
        self.widget.setCurrentWidget(page)
        page.take_focus()

    def _page(self, kind: str, make: Callable[[Desk], Any]) -> Any:
        """A page that is made when it is first shown."""
        if kind not in self._made:
            page = self._made[kind] = make(self._desk)
            page.left.connect(self.show_lists)
            self.widget.addWidget(page)
        return self._made[kind]

    def show_money(self, part: str = "") -> None:
        """Show the lists of the cashier's desk, one of them in front."""
        self.widget.setCurrentWidget(self.money_page)
        self.money_page.show_part(part)

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed on the page in front."""
        page = self.widget.currentWidget()
        if page is self.list_page:
            if changes is None or any(changes.touches(kind) for kind in (*KINDS, "customer")):
                self.list_page.refresh()
        elif page is self.compare_page:
            self.compare_page.refresh()
        else:
            self._in_front().refresh(changes)

    def _in_front(self) -> Any:
        """The page in front; each has a ``refresh``."""
        return self.widget.currentWidget()

    def badge(self) -> int:
        """How many quotes, contracts and invoices wait for this person's approval."""
        actor = self._desk.session.actor
        waiting = (sublists.to_approve(actor), sublists.quotes_to_approve(actor), cashier.invoices_to_decide(actor))
        return sum(len(each) for each in waiting)


def build(window: Desk) -> SalesTab:
    """The tab, as the window builds it when it is first shown."""
    return SalesTab(window)
