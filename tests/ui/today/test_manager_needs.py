"""What the manager decides about files stands on Today: prospects to be given up, customers of people who left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

import ui.customers
import ui.today
from models.customers.care import Care
from models.customers.losing import LossForm
from models.customers.protection_actions import change_care
from models.kernel.permissions import Actor
from models.sales.losing_actions import lose_customer
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.staff.actions import leave_company
from tests.ui.conftest import OpenWindow, Shop
from ui.customers.leavers_page import LeaversPage
from ui.customers.tab import CustomersTab
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec
from ui.today.tab import TodayTab


def morning(open_window: OpenWindow, actor: Actor) -> tuple[MainWindow, TodayTab]:
    window = open_window(
        [
            TabSpec("today", "Today", "calendar-check-outline", ui.today.build),
            TabSpec("customers", "Customers", "file-sign", ui.customers.build, ("customer", "call", "leaver")),
        ],
        actor,
    )
    tab = window.tab("today")
    assert isinstance(tab, TodayTab)
    return window, tab


def row(tab: TodayTab, kind: str, about: str) -> QWidget:
    return next(each for each in tab.list.rows if each.need.kind == kind and about in each.need.title)


def test_a_loss_to_confirm_and_the_files_of_a_leaver(open_window: OpenWindow, shop: Shop) -> None:
    change_care(shop.manager, Care(30, 20, 100))
    lost = shop.customer("林雨桐", "18600007745")
    start_quote(shop.sales, lost, QuoteForm((LineForm("vehicle", "澜川 V7", 18980000),)))
    lose_customer(shop.sales, lost, LossForm("price"))
    shop.customer("王五", "13900001111", by=shop.rival)
    leave_company(shop.owner, shop.rival.id)
    window, tab = morning(open_window, shop.manager)
    assert tab.badge() >= 2
    tab.do(row(tab, "customer", "林雨桐").need)
    customers = window.tab("customers")
    assert isinstance(customers, CustomersTab)
    assert customers.record.customer_id == lost
    window.show_tab("today")
    tab.do(row(tab, "leaver", "周凯").need)
    assert isinstance(customers.page, LeaversPage)


def test_who_decides_nothing_sees_nothing_of_it(open_window: OpenWindow, shop: Shop) -> None:
    shop.customer("王五", "13900001111", by=shop.rival)
    leave_company(shop.owner, shop.rival.id)
    _window, tab = morning(open_window, shop.sales)
    assert not [each for each in tab.list.rows if each.need.kind == "leaver"]
