"""The lists of the sales tab: quotes, contracts, ledger; filters as chips, a search, one key to open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from models.customers import lists as customers
from models.kernel import search
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.sales import contract_actions, lists, quote_actions
from models.sales.quote_actions import QuoteForm
from models.test_drives.lists import has_test_drives
from models.trade_ins.lists import has_trade_ins
from ui.kit import notices, theme
from ui.kit.dialogs import Sheet
from ui.kit.editors import TextEdit
from ui.kit.record_page import Page
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.table import RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Panel, TabStrip, Text, column
from ui.sales import sublists, wording
from ui.sales.desk import Desk
from ui.sales.money_page import parts_for

_MOST_FOUND = 500
_PAUSE = 120


class ListPage(Page):
    """The lists. ``opened`` with kind and id when a record is chosen."""

    opened = Signal(str, object)
    money_asked = Signal()
    ledger_asked = Signal()
    exceptions_asked = Signal()
    stock_asked = Signal()
    drives_asked = Signal()
    appraisals_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sublists = sublists.sublists()
        self._orders = [("changed", True)] * len(self._sublists)
        self._picked = [each.filters[0].key for each in self._sublists]
        pages = [("stock", _("Stock")), ("ledger", _("Contract ledger")), ("exceptions", _("Order exceptions"))]
        if has_trade_ins():
            pages.insert(0, ("appraisals", _("Trade-ins")))
        if has_test_drives():
            pages.insert(0, ("drives", _("Test drives")))
        self.strip = TabStrip([*((str(place), each.title) for place, each in enumerate(self._sublists)), *pages])
        self._place = 0
        self.chips = FilterChips()
        self.search = TextEdit(_("Number, name, pinyin"), longest=60)
        self.search.setObjectName("list_search")
        self.search.setFixedWidth(240)
        self.new_button = Button(
            _("New quote"), self.ask_customer, kind="primary", icon="plus", key="Ctrl+N", name="new_quote"
        )
        self.money_button = Button(_("Money"), self.money_asked.emit, icon="cash-register", key="F7", name="money")
        self._sums = Text("", "dim")
        self._tables = QStackedWidget()
        for place in range(len(self._sublists)):
            self._tables.addWidget(self._table(place))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.show_ids)
        self.search.edited.connect(self._pause.start)
        self.search.returnPressed.connect(self._open_first)
        self.strip.chosen.connect(self._go)
        self.chips.chosen.connect(self._pick)
        self._lay_out()
        self.setFocusProxy(self.search)

    def _table(self, place: int) -> RecordTable:
        each = self._sublists[place]
        table = RecordTable(
            each.columns,
            each.fetch,
            on_sort=lambda key, down: self._sort(place, key, down),
            empty=EmptyState(*each.empty),
        )
        table.opened.connect(lambda record_id: self.opened.emit(each.kind, record_id))
        return table

    def _lay_out(self) -> None:
        panel = Panel(flush=True)
        upper, lower = (self.strip, self.money_button, self.new_button), (self.chips, self._sums, self.search)
        for parts, below in ((upper, 0), (lower, 10)):
            line = QHBoxLayout()
            line.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, below)
            line.setSpacing(theme.GAP)
            for part in parts:
                line.addWidget(part)
            line.setStretch(0, 1)
            panel.body.addLayout(line)
        panel.add(self._tables)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addWidget(panel)

    @property
    def place(self) -> int:
        """Which sub-list is in front."""
        return self._place

    @property
    def table(self) -> RecordTable:
        """The list in front."""
        table = self._tables.widget(self.place)
        assert isinstance(table, RecordTable)
        return table

    def show_list(self, place: int, picked: str = "") -> None:
        """Bring a sub-list to the front, with one of its filters."""
        self._place = place
        self.strip.select(str(place))
        self._tables.setCurrentIndex(place)
        if picked:
            self._picked[place] = picked
        self.refresh()

    def _go(self, key: str) -> None:
        """Show a list here, or one that has a page of its own."""
        if key.isdigit():
            self.show_list(int(key))
            return
        self.strip.select(str(self._place))
        asked = {
            **{"stock": self.stock_asked, "ledger": self.ledger_asked, "exceptions": self.exceptions_asked},
            **{"drives": self.drives_asked, "appraisals": self.appraisals_asked},
        }
        asked[key].emit()

    def refresh(self) -> None:
        """Look again at what each filter holds."""
        actor, each = self._desk.session.actor, self._sublists[self.place]
        items = []
        for one in each.filters:
            count = len(one.ids(actor, "changed", True))
            waits = one.key == "approve" and count
            title = _("{filter} {count}").format(filter=one.title, count=count)
            items.append((one.key, title, "warn" if waits else "neutral"))
        self.chips.set_items(items)
        self.chips.select(self._picked[self.place])
        self.new_button.say(_("New contract") if self._of_contracts else _("New quote"))
        self.new_button.setVisible(actor.may(Permission.APPLY_CONTRACT if self._of_contracts else Permission.QUOTE))
        self.money_button.setVisible(bool(parts_for(actor)))
        self.show_ids()

    def show_ids(self) -> None:
        """Show the records of the filter that hold what is typed in the search."""
        self._pause.stop()
        actor, each = self._desk.session.actor, self._sublists[self.place]
        picked = next(one for one in each.filters if one.key == self._picked[self.place])
        ids = picked.ids(actor, *self._orders[self.place])
        text = self.search.value()
        if text:
            found = {hit.record_id for hit in search.find(text, (each.kind,), _MOST_FOUND)}
            ids = [one for one in ids if one in found]
        self.table.set_ids(ids)
        self._say_sums(each.kind, ids)

    def _open_first(self) -> None:
        """Enter in the search: open the first record found."""
        self.show_ids()
        if self.search.value() and self.table.records.ids:
            self.opened.emit(self._sublists[self.place].kind, self.table.records.ids[0])

    def _say_sums(self, kind: str, ids: list[int]) -> None:
        rows: Any = lists.contract_rows(ids) if kind == "contract" else []
        words = _("Total {total}, received {received}")
        figures = {name: wording.yuan(sum(getattr(row, name) for row in rows)) for name in ("total", "received")}
        self._sums.setText(words.format(**figures) if rows else "")

    def _pick(self, key: str) -> None:
        self._picked[self.place] = key
        self.show_ids()

    def _sort(self, place: int, key: str, descending: bool) -> None:
        self._orders[place] = (key, descending)
        self.show_ids()

    @property
    def _of_contracts(self) -> bool:
        """Whether the list in front is one of contracts."""
        return self._sublists[self.place].kind == "contract"

    def ask_customer(self) -> None:
        """Ask for whom the new quote, or contract without a quote, is; the first match is chosen with Enter."""
        box = SearchBox(self._find_customers, _("Name, pinyin or phone of the customer"))
        box.setObjectName("quote_customer")
        hint = Text(_("A new customer first gets a file in “Customers”."), "dim", wrap=True)
        body = column(box, hint, "stretch", gap=10)
        body.setMinimumHeight(260)
        cancel = Button(_("Cancel"), hint="Esc", name="cancel")
        sheet = Sheet(self, _("New contract for") if self._of_contracts else _("New quote for"), body, cancel)
        cancel.clicked.connect(lambda checked: sheet.reject())
        box.chosen.connect(lambda kind, customer_id: self._start(sheet, customer_id))
        sheet.open()
        box.setFocus()

    def _find_customers(self, text: str) -> list[Group]:
        found = customers.find(self._desk.session.actor, text, 8)
        hits = [Hit("customer", row.id, row.name, row.phone) for row in found]
        return [Group(_("Customers"), "account-outline", hits)]

    def _start(self, sheet: Sheet, customer_id: int) -> None:
        sheet.accept()
        actor = self._desk.session.actor
        try:
            if self._of_contracts:
                self.opened.emit("contract", contract_actions.start_contract(actor, customer_id).id)
                return
            file = customers.customer_file(actor, customer_id)
            changes = quote_actions.start_quote(actor, customer_id, QuoteForm(needs=file.needs or file.wish))
        except FrontdeskError as error:
            notices.error(error)
            return
        self.opened.emit("quote", changes.id)
