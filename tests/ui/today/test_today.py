"""Today as different people see it, with real keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

import ui.today
from models.customers.actions import ContactForm, leave, register_contact
from models.customers.kinds import RegisterKind
from models.followup import lists as follow_ups
from models.followup.actions import PromiseForm, make_promise
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import lists as sales
from models.sales.contract_actions import (
    approve_contract,
    draft_contract,
    fill_contract,
    sign_contract,
    submit_contract,
)
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.sales.quote_actions import LineForm, QuoteForm, offer_quote, start_quote
from tests.ui.conftest import Elsewhere, OpenWindow, Shop
from tests.ui.hands import key, words
from ui.kit.buttons import Button
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec
from ui.today.tab import TodayTab

UP, DOWN, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return


class Morning:
    """The window with Today in front."""

    def __init__(self, open_window: OpenWindow) -> None:
        self._open = open_window
        self.elsewhere = Elsewhere()

    def of(self, actor: Actor) -> TodayTab:
        kinds = ("customer", "call", "quote", "contract", "payment", "workshop_day")
        tabs = [
            TabSpec("today", "Today", "calendar-check-outline", ui.today.build),
            TabSpec("customers", "Elsewhere", "file-sign", lambda window: self.elsewhere, kinds),
        ]
        self.window: MainWindow = self._open(tabs, actor)
        tab = self.window.tab("today")
        assert isinstance(tab, TodayTab)
        return tab


@pytest.fixture
def morning(open_window: OpenWindow) -> Morning:
    """Opens Today for a person."""
    return Morning(open_window)


def contract(shop: Shop, *, signed: bool = True, days_ago: int = 0) -> int:
    """A contract of the consultant's customer, waiting for approval or signed."""
    with clock.standing_at(clock.now() - timedelta(days=days_ago)):
        customer = shop.customer("林雨桐", "18600007745", intent="n")
        quote = start_quote(shop.sales, customer, QuoteForm((LineForm("vehicle", "澜川 V7", 18980000),))).id
        offer_quote(shop.sales, quote)
        number = draft_contract(shop.sales, quote).id
        view = sales.contract_view(shop.sales, number)
        subject = {"brand": "澜川", "model": "V7", "quantity": "1", "colour": "蓝", "delivery_place": "店"}
        subject |= {"delivery_date": f"{clock.today() + timedelta(days=30)}", "vin": "LYH7V2A58TA000317"}
        party = PartyForm("林雨桐", "990102199003070011", "18600007745", "路")
        fill_contract(shop.sales, number, view.version, ContractForm((party,), subject))
        submit_contract(shop.sales, number)
        if signed:
            for actor in (shop.manager, shop.cashier, shop.owner):
                for _each in sales.open_approvals(actor):
                    approve_contract(actor, number)
            sign_contract(shop.sales, number)
    return number


def task_of(shop: Shop, customer: int, rule: str = "next_contact") -> int:
    """A customer's open task of one rule."""
    return next(row.id for row in follow_ups.of_customer(shop.owner, customer).open if row.rule == rule)


def titles(tab: TodayTab) -> list[str]:
    return [row.need.title for row in tab.list.rows]


def test_an_approval_waits_for_the_manager_and_enter_opens_it(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    number = contract(shop, signed=False)
    tab = morning.of(shop.manager)
    assert titles(tab) == [f"Approval: contract HT-{clock.today().year}-0001, ¥189,800.00"]
    key(qtbot, ENTER)
    assert morning.elsewhere.shown == [("contract", number)]
    assert morning.window.front == "customers"


def test_a_decided_approval_goes_and_so_does_its_count(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    number = contract(shop, signed=False)
    tab = morning.of(shop.manager)
    assert (tab.badge(), morning.window.tab_bar.buttons["today"].count) == (1, 1)
    approve_contract(shop.manager, number)
    assert (titles(tab), tab.badge()) == ([], 0)
    qtbot.waitUntil(lambda: morning.window.tab_bar.buttons["today"].count == 0)
    qtbot.waitUntil(lambda: "Nothing waits for you." in words(tab.widget))


def test_a_store_just_founded_is_told_what_to_do_first(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    tab = morning.of(shop.owner)
    steps = [each.objectName() for each in tab.widget.findChildren(Button) if each.objectName().startswith("first_")]
    assert steps == ["first_workshop_day", "first_import"]  # staff and goods are there already
    qtbot.mouseClick(tab.widget.findChild(Button, "first_workshop_day"), Qt.MouseButton.LeftButton)
    assert morning.elsewhere.shown == [("workshop_day", 0)]
    shop.customer("陈新", "13900001111", by=shop.rival)
    assert morning.of(shop.owner).widget.findChild(Button, "first_import") is None


def test_the_consultant_is_not_asked_to_approve(shop: Shop, morning: Morning) -> None:
    contract(shop, signed=False)
    assert titles(morning.of(shop.sales)) == []


def test_worst_first_and_arrows_choose(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    number = contract(shop, days_ago=5)
    contract(shop)
    with clock.standing_at(clock.now() - timedelta(days=3)):
        late = shop.customer("王建国", intent="h", wish="澜川 V7")
    tab = morning.of(shop.sales)
    tones = [row.need.tone for row in tab.list.rows]
    assert tones == sorted(tones, key=("bad", "warn", "accent").index)
    assert titles(tab)[0] == "Call 王建国: 澜川 V7"
    assert tab.list.chosen is not None
    assert (tab.list.chosen.kind, tab.list.chosen.id) == ("follow_up", task_of(shop, late))
    key(qtbot, DOWN)
    key(qtbot, DOWN)
    key(qtbot, UP)
    key(qtbot, ENTER)
    assert morning.elsewhere.shown == [("contract", number)]


def test_a_click_on_the_button_does_it_too(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    with clock.standing_at(clock.now() - timedelta(days=3)):
        late = shop.customer(intent="h")
    tab = morning.of(shop.sales)
    qtbot.waitUntil(tab.list.rows[0].do_button.isVisible)
    qtbot.mouseClick(tab.list.rows[0].do_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.call.isVisible)
    assert tab.call.task_id == task_of(shop, late)


def test_a_call_made_is_no_longer_asked_for(shop: Shop, morning: Morning) -> None:
    with clock.standing_at(clock.now() - timedelta(days=3)):
        late = shop.customer(intent="h")
    tab = morning.of(shop.sales)
    assert len(titles(tab)) == 1
    register_contact(shop.sales, late, ContactForm(RegisterKind.CALL))
    assert titles(tab) == []


@pytest.mark.usefixtures("noon")
def test_the_chosen_row_stays_chosen_when_others_come(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    with clock.standing_at(clock.now() - timedelta(days=4)):
        shop.customer("甲", "13800000001", intent="h")
        second = shop.customer("乙", "13800000002", intent="h")
    third = shop.customer("丙", "13800000003", by=shop.rival)
    tab = morning.of(shop.sales)
    key(qtbot, DOWN)
    make_promise(shop.sales, third, PromiseForm("发配置表", clock.now() + timedelta(minutes=1)))
    assert titles(tab) == ["Call 甲", "Call 乙", "Promised to 丙: 发配置表"]
    assert tab.list.chosen is not None
    assert tab.list.chosen.id == task_of(shop, second)


def test_more_follow_ups_than_fit_are_listed_when_asked_for(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    with clock.standing_at(clock.now() - timedelta(days=4)):
        for number in range(53):
            shop.customer(f"客户{number}", f"138000001{number:02d}", intent="h")
    tab = morning.of(shop.sales)
    assert (len(titles(tab)), tab.badge()) == (50, 53)
    more = tab.list.findChild(QPushButton, "more_calls")
    assert "3 more" in more.text()
    qtbot.keyClick(tab.list, Qt.Key.Key_F9)
    assert len(titles(tab)) == 53


def test_visits_of_the_day_are_counted_by_the_hour(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    noon = clock.local(clock.now()).replace(hour=12, minute=0, second=0, microsecond=0)
    with clock.standing_at(noon - timedelta(hours=2)):
        register_contact(shop.reception, None, ContactForm(RegisterKind.VISIT))
        customer = shop.customer()
    with clock.standing_at(noon - timedelta(days=1)):
        register_contact(shop.reception, customer, ContactForm(RegisterKind.VISIT))
    with clock.standing_at(noon):
        tab = morning.of(shop.reception)
        assert "2\nVisits" in words(tab.widget)
        assert tab.chart.accessibleDescription() == "10:00 2"
        assert "2 in the store" in {chip.accessibleName() for chip in tab.visits.findChildren(QWidget)}
        qtbot.mouseClick(tab.widget.findChild(QPushButton, f"visitor_{customer}"), Qt.MouseButton.LeftButton)
    assert morning.elsewhere.shown == [("customer", customer)]


def test_who_has_left_is_not_in_the_store(shop: Shop, morning: Morning) -> None:
    line = register_contact(shop.reception, None, ContactForm(RegisterKind.VISIT)).id
    tab = morning.of(shop.reception)
    assert "1 in the store" in {chip.accessibleName() for chip in tab.visits.findChildren(QWidget)}
    leave(shop.reception, line, "")
    said = {chip.accessibleName() for chip in tab.visits.findChildren(QWidget) if not chip.isHidden()}
    assert "1 in the store" not in said


def test_money_is_for_who_may_see_it(shop: Shop, morning: Morning, open_window: OpenWindow) -> None:
    take_payment(shop.cashier, contract(shop), PaymentForm(1000000, PaymentMethod.CASH, "林雨桐", ""))
    assert "¥10,000.00" in words(morning.of(shop.cashier).widget)
    assert "¥10,000.00" not in words(Morning(open_window).of(shop.sales).widget)


def test_an_empty_day_says_so(shop: Shop, morning: Morning) -> None:
    tab = morning.of(shop.reception)
    said = words(tab.widget)
    assert "Nothing waits for you." in said
    assert "Nobody yet." in said
    assert tab.badge() == 0


def test_an_hour_outside_the_usual_ones_gets_its_place(shop: Shop, morning: Morning) -> None:
    chart = morning.of(shop.reception).chart
    assert list(chart.hours()) == list(range(9, 18))
    chart.show_visits({6: 1, 22: 3})
    assert list(chart.hours()) == list(range(6, 23))
