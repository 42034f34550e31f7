"""The tour's third part: the pages behind the tabs, as the owner sees them, one picture each."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt

from exchange import shelf
from models.catalog import lists as catalog
from models.complaints import lists as complaint_lists
from models.complaints.views import ComplaintFilter
from models.customers import file_lists, listing
from models.customers.duplicates import sure_pairs
from models.delivery import lists as delivery_lists
from models.delivery.listing import Filter, delivery_ids
from models.followup import lists as followup
from models.importing import lists as importing
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import lists as sales
from models.sales.quote_lists import offers_of, waiting_quotes
from models.sales.supplement_lists import supplements_of
from models.service import lists as work_orders
from models.service.lists import OrderFilter
from models.shop.profile import trade
from models.statistics.periods import Choice
from models.test_drives.lists import has_test_drives
from models.trade_ins.lists import has_trade_ins
from models.trades.template import CategoryKind
from ui.kit.buttons import Button
from ui.main_window import MainWindow
from ui.service.pages import PAGES
from ui.tour.hands import Hands

_LOOKED_AT, _SETTLES = 400, 0.3
_SECTIONS = ("details", "tasks", "needs", "goods", "people", "attachments", "history")
_LIST = """姓名,手机,车牌号,车架号,意向级别,备注
陈怡君,13912340001,浙A·10001,LYH7V2A58TA000317,H,周末再联系
林志豪,1.39E+10,浙A10002,,B,
黄淑芬,13912340003,,,Z,喜欢蓝色
"""
_MONEY = ("overdue", "invoices", "drawer", "months", "commission")
EVERY = ComplaintFilter.ALL
_FLOOR = ("line_up", "rules", "what_if", "figures", "close")


class Rooms:
    """Goes through the pages of whoever is at the counter."""

    def __init__(self, hands: Hands, window: MainWindow) -> None:
        self._hands, self._window = hands, window

    def walk(self) -> None:
        """All of them."""
        self.files()
        self.lists_of_files()
        self.calls()
        self.quotes()
        self.contracts()
        self.money()
        self.stock()
        self.planner()
        self.parts()
        self.workshop()
        self.cars_driven_and_taken()
        self.lent_at_the_desk()
        self.deliveries()
        self.complaints()
        self.floor()
        self.goods()
        self.statistics()
        self.exports()
        self.imports()
        self.backups()

    def files(self) -> None:
        """A customer's file, section by section."""
        tab: Any = self._tab("customers")
        self._hands.click(tab.list.filters.button(listing.ALL))
        for key, customer_id in self._telling().items():
            tab.open_record("customer", customer_id)
            self._hands.click(tab.record.strip.button(key))
            self._picture(f"file-{key}")

    def _telling(self) -> dict[str, int]:
        """A customer whose file has much to say, for each section."""
        ids = list(islice(listing.everything(self._actor), _LOOKED_AT))
        asks: dict[str, Any] = {
            "tasks": lambda each: len(followup.of_customer(self._actor, each).open),
            "needs": lambda each: len(file_lists.needs(each)),
            "goods": lambda each: len(file_lists.goods(each)),
            "people": lambda each: len(file_lists.people(self._actor, each)) + len(file_lists.relations(each)),
        }
        return {key: max(ids, key=asks.get(key, lambda each: 0), default=0) for key in _SECTIONS if ids}

    def lists_of_files(self) -> None:
        """Registers, traffic, likely duplicates, a merge, files of who has left, the pool."""
        tab: Any = self._tab("customers")
        tab.show_registers()
        for key in ("visit", "call", "traffic"):
            self._hands.click(tab.page.strip.button(key))
            self._picture(f"registers-{key}")
        tab.show_pairs()
        self._picture("duplicates")
        pairs = sure_pairs()
        if pairs:
            tab.show_merge(pairs[0].first_id, pairs[0].second_id)
            self._picture("merge")
        tab.show_leavers()
        self._picture("leavers")

    def calls(self) -> None:
        """The next call of today's list."""
        tab: Any = self._tab("today")
        self._picture("today")
        waiting = followup.team(self._actor, 1) or followup.mine(self._actor, 1)
        if waiting:
            tab.open_record("follow_up", waiting[0].id)
            self._picture("call")

    def quotes(self) -> None:
        """A quote that waits for approval, one with finance offers, two beside each other."""
        tab: Any = self._tab("sales")
        for each in waiting_quotes(self._actor)[:1]:
            tab.open_record("quote", each.quote_id)
            self._picture("quote-waiting")
        rows = sales.quote_rows(sales.quote_ids())
        asked = Counter(each.customer_id for each in rows)
        financed = [each.id for each in rows if offers_of(each.id)]
        both = [each.id for each in rows if asked[each.customer_id] > 1 and each.id in financed]
        for quote_id in (both or financed)[:1]:
            tab.open_record("quote", quote_id)
            self._picture("quote-financed")
            tab.quote_page.show_beside()
            self._picture("quotes-compared")

    def contracts(self) -> None:
        """The ledger, exceptions, a contract with what came after it, the amendment, the cancellation."""
        tab: Any = self._tab("sales")
        tab.show_ledger()
        self._picture("ledger")
        tab.show_exceptions()
        self._picture("exceptions")
        seen: set[str] = set()
        for contract_id in sales.contract_ids():
            for each in supplements_of(contract_id):
                if each.kind not in seen:
                    seen.add(each.kind)
                    tab.open_record("contract", contract_id)
                    self._picture(f"contract-with-{each.kind}")
                    tab.open_record(each.kind, each.id)
                    self._picture(each.kind)

    def money(self) -> None:
        """The lists of the cashier's desk."""
        tab: Any = self._tab("sales")
        tab.show_money()
        for key in _MONEY:
            self._hands.click(tab.money_page.strip.button(key))
            self._picture(f"money-{key}")

    def stock(self) -> None:
        """Units one by one, goods by quantity, age and value."""
        tab: Any = self._tab("sales")
        tab.show_stock()
        page: Any = tab.widget.currentWidget()
        for key in ("units", "quantities", "ages"):
            self._hands.click(page.strip.button(key))
            self._picture(f"stock-{key}")

    def parts(self) -> None:
        """The workshop's shelf, what to order, what is on order, receipts, counts, and a receipt being typed."""
        tab: Any = self._tab("service")
        tab.show_page("parts")
        page: Any = tab.page("parts")
        for key in ("shelf", "issuing", "reorder", "purchases", "slips", "counts"):
            self._hands.click(page.strip.button(key))
            self._picture(f"parts-{key}")
        page.begin_receipt()
        self._picture("parts-receipt")
        page.receiving.leave()

    def lent_at_the_desk(self) -> None:
        """What is out, what is overdue, and what the desk lends at all."""
        tab: Any = self._tab("service")
        if any(each.key == "loans" and each.seen_by(self._actor) for each in PAGES):
            tab.show_page("loans")
            self._picture("loans")

    def workshop(self) -> None:
        """Every page of the workshop, finding a vehicle, and an order at each state of its way."""
        tab: Any = self._tab("service")
        for key in tab.rail.names:
            if key not in ("planner", "parts", "loans", "complaints"):
                tab.show_page(key)
                self._picture(f"service-{key}")
        tab.show_page("orders")
        orders: Any = tab.page("orders")
        orders.show_list()
        orders.list_page.begin()
        rows = work_orders.rows(self._actor, work_orders.order_ids(self._actor, OrderFilter.ALL))
        for each in rows[:1]:
            orders.list_page.finder.box.set_value(each.plate)
            orders.list_page.finder.look()
            self._picture("service-receive")
        orders.list_page.finder.closed.emit()
        seen: set[str] = set()
        for each in rows:
            if each.state.value not in seen:
                seen.add(each.state.value)
                tab.open_record("work_order", each.id)
                self._picture(f"work-order-{each.state.value}")
        orders.show_list()

    def statistics(self) -> None:
        """Every statistic of this quarter beside the quarter before."""
        tab: Any = self._tab("statistics")
        tab.choice.set_value(Choice.THIS_QUARTER)
        for offer in tab.offers:
            tab.open_statistic(offer.code)
            tab.look()
            self._hands.wait(partial(_is_shown, tab, offer.code), offer.code)
            self._picture(f"statistics-{offer.code}")

    def planner(self) -> None:
        """Tomorrow in the workshop by bay and by advisor, an appointment, the calls, and one being booked."""
        tab: Any = self._tab("service")
        tab.show_page("planner")
        page: Any = tab.page("planner")
        page.show_day(clock.today() + timedelta(days=1))
        for key in ("bays", "advisors"):
            self._hands.click(page.views.button(key))
            self._picture(f"planner-{key}")
        for appointment_id in page.rows:
            page.bring(appointment_id)
            self._picture("planner-appointment")
            break
        page.show_calls()
        self._picture("planner-calls")
        page.begin()
        self._picture("planner-booking")

    def cars_driven_and_taken(self) -> None:
        """Test drives with the day's plan, and appraisals of used cars, where the trade has them."""
        tab: Any = self._tab("sales")
        if has_test_drives():
            tab.show_drives()
            self._hands.click(tab.drives_page.chips.button("all"))
            self._picture("test-drives")
        if has_trade_ins():
            tab.show_appraisals()
            self._picture("appraisals")

    def deliveries(self) -> None:
        """What is to be planned, the calendar, a delivery of each state, the templates and bays in the settings."""
        tab: Any = self._tab("deliveries")
        for key in ("coming", "to_plan"):
            tab.list_page.show_filter(key)
            self._picture(f"deliveries-{key}")
        tab.list_page.show_view("calendar")
        for view in ("week", "bays", "people"):
            self._hands.click(tab.list_page.calendar.views.button(view))
            self._picture(f"deliveries-{view}")
        seen: set[str] = set()
        for each in delivery_lists.rows(delivery_ids(self._actor, Filter.ALL)):
            if each.state.value not in seen:
                seen.add(each.state.value)
                tab.open_record("delivery", each.id)
                self._picture(f"delivery-{each.state.value}")
        self._hands.click(self._window.top.settings)
        settings: Any = self._window.tab("settings")
        self._hands.click(settings.side.names["deliveries"])
        page = settings.section("deliveries")
        for key in ("templates", "bays"):
            self._hands.click(page.strip.button(key))
            self._picture(f"settings-{key}")

    def complaints(self) -> None:
        """Complaints of each state beside their list, satisfaction, claims to makers."""
        tab: Any = self._tab("service")
        tab.show_page("complaints")
        page: Any = tab.page("complaints")
        self._hands.click(page.chips.button("all"))
        seen: set[str] = set()
        for each in complaint_lists.complaint_rows(self._actor, complaint_lists.complaint_ids(self._actor, EVERY)):
            if each.state.value not in seen:
                seen.add(each.state.value)
                tab.open_record("complaint", each.id)
                self._picture(f"complaint-{each.state.value}")
        for key in ("surveys", "claims"):
            tab.show_page(key)
            self._picture(key)

    def floor(self) -> None:
        """Somebody comes in by two keys; then the pages behind the showroom's board."""
        tab: Any = self._tab("showroom")
        for pressed in (Qt.Key.Key_1, Qt.Key.Key_Return):
            self._hands.press(pressed, tab.arrival.kinds)
        self._picture("floor-answer")
        for key in _FLOOR:
            tab.open_page(key)
            self._picture(f"floor-{key}")
        tab.show_board()

    def goods(self) -> None:
        """An item of the catalogue with its colours, options and what is said of its stock."""
        self._hands.click(self._window.top.settings)
        settings: Any = self._window.tab("settings")
        self._hands.click(settings.side.names["catalog"])
        page = settings.section("catalog")
        kinds = {each.code: each.kind for each in trade().categories}
        main = [each for each in catalog.items(self._actor) if kinds[each.category] is CategoryKind.GOODS]
        if main:
            self._hands.click(page.chips.button(main[0].category))
            self._hands.press(Qt.Key.Key_Down, page.table)
        self._picture("catalogue")

    def exports(self) -> None:
        """The export page with what everything comes to."""
        self._hands.click(self._window.top.usb)
        tab: Any = self._window.tab("export")
        page = tab.page
        self._hands.click(page.what.cards.cards[-2])
        self._hands.wait(page.summary.start.isEnabled, "what the export comes to")
        self._picture("export")
        self._hands.press(Qt.Key.Key_Escape, page)

    def imports(self) -> None:
        """A list of another system: its columns, and what is wrong with it; nothing of it is written."""
        if not importing.kinds(self._actor):
            return
        self._window.open_record("import", 0)
        settings: Any = self._window.tab("settings")
        page = settings.section("import")
        self._picture("import")
        with TemporaryDirectory() as folder:
            path = Path(folder) / "list.csv"
            path.write_text(_LIST, encoding="utf-8")
            page.read(path)
            self._hands.wait(lambda: page.job is None, "the file is read")
        self._picture("import-columns")
        self._hands.push("check")
        self._hands.wait(lambda: page.job is None, "the file is checked")
        self._picture("import-check")
        page.start_again()

    def backups(self) -> None:
        """A backup made by a click, and a look inside it."""
        self._hands.click(self._window.top.settings)
        settings: Any = self._window.tab("settings")
        if "backups" not in settings.side.names:
            return
        self._hands.click(settings.side.names["backups"])
        page = settings.section("backups")
        self._hands.click(page.now)
        self._hands.wait(page.now.isEnabled, "the backup")
        self._picture("backups")
        self._hands.push(f"inside_{shelf.backups(page.subject.home)[0].number}")
        restore = self._hands.see(Button, "restore")
        self._hands.wait(restore.isEnabled, "the look inside")
        self._picture("backup-inside")
        self._hands.push("close")

    @property
    def _actor(self) -> Actor:
        actor: Actor = self._window.session.actor
        return actor

    def _tab(self, name: str) -> Any:
        self._window.show_tab(name)
        return self._window.tab(name)

    def _picture(self, name: str) -> None:
        at_rest = clock.uptime() + _SETTLES
        self._hands.wait(lambda: clock.uptime() > at_rest, "the page at rest")
        self._hands.picture(name)


def _is_shown(tab: Any, code: str) -> bool:
    """Whether a statistic is in sight; counting it takes a moment."""
    return tab.shown is not None and tab.shown.code == code
