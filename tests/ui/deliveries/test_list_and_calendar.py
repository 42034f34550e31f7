"""The list with its filters, planning from it, the calendar by keys, Today, the contract, the search (D1, D6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.delivery import lists
from models.delivery.handing_actions import ask_release
from models.delivery.listing import Filter, delivery_ids
from models.delivery.planning_actions import PostponeForm, postpone_delivery
from models.kernel import clock
from tests.ui.conftest import Shop
from tests.ui.deliveries.conftest import Opened, at, planned, signed
from tests.ui.hands import button
from ui.customers.timeline import events
from ui.deliveries.calendar_page import BAYS, PEOPLE
from ui.deliveries.list_page import TO_PLAN
from ui.deliveries.planning import PlanDialog
from ui.find_anything import find_anything
from ui.today.needs import count, needs

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def plan_dialog(window: Any) -> PlanDialog:
    found = [each for each in window.findChildren(PlanDialog) if each.isVisible()]
    assert found
    return found[-1]


def test_a_contract_is_planned_from_the_list_and_a_clash_is_said_at_its_field(
    qtbot: QtBot, shop: Shop, contract: int, bays: tuple[int, int], open_tab: Opened
) -> None:
    window, tab = open_tab(shop.sales)
    page = tab.list_page
    qtbot.mouseClick(page.plan, LEFT)
    assert page.chips.selected == TO_PLAN
    assert page.to_plan.selected_id == contract
    qtbot.keyClick(page.to_plan, ENTER)
    dialog = plan_dialog(window)
    assert dialog.bay.value() == bays[0], "the template says that it happens in a bay"
    dialog.form.editor("starts_at").set_value(clock.now() - timedelta(days=1))
    dialog.submit()
    assert dialog.form.field("starts_at").error, "the past is refused at its field"
    dialog.form.editor("starts_at").set_value(at(2))
    dialog.submit()
    assert tab.widget.currentWidget() is tab.delivery_page
    first = tab.delivery_page.delivery_id
    other = signed(shop)
    tab.show_lists()
    page.show_filter(TO_PLAN)
    page.plan_contract(other)
    dialog = plan_dialog(window)
    dialog.form.editor("starts_at").set_value(at(2) + timedelta(minutes=30))
    dialog.submit()
    number = lists.entry(first).number
    assert number in dialog.form.field("bay_id").error
    assert "Bay 1" in dialog.form.field("bay_id").error
    dialog.form.set_values({"bay_id": bays[1]})
    dialog.submit()
    assert shop.sales.name in dialog.form.field("consultant_id").error
    dialog.form.editor("starts_at").set_value(at(2, 12))
    dialog.submit()
    assert tab.delivery_page.delivery_id != first


def test_filters_hold_what_they_say(shop: Shop, contract: int) -> None:
    first = planned(shop, contract, at(1))
    second = planned(shop, signed(shop), at(2))
    assert delivery_ids(shop.sales, Filter.COMING) == [first, second]
    assert delivery_ids(shop.sales, Filter.POSTPONED) == []
    postpone_delivery(shop.sales, first, PostponeForm(at(4), "travels", clock.now()))
    assert delivery_ids(shop.sales, Filter.POSTPONED) == [first]
    assert delivery_ids(shop.sales, Filter.COMING) == [second, first]
    with clock.standing_at(at(2, 15)):
        assert delivery_ids(shop.sales, Filter.LATE) == [second]
        assert delivery_ids(shop.sales, Filter.TODAY) == [second]
    assert delivery_ids(shop.sales, Filter.DONE) == []
    assert delivery_ids(shop.sales, Filter.ALL) == [first, second]


def test_the_calendar_is_walked_by_keys_and_by_bay_and_person(
    qtbot: QtBot, shop: Shop, contract: int, bays: tuple[int, int], open_tab: Opened
) -> None:
    first = planned(shop, contract, at(1, 9), bay_id=bays[0])
    second = planned(shop, signed(shop), at(1, 14), bay_id=bays[1])
    _window, tab = open_tab(shop.sales)
    page = tab.list_page
    page.show_view("calendar")
    calendar = page.calendar.calendar
    page.calendar.show_day(at(1).date())
    assert {each.entry.id for each in calendar.placed()} == {first, second}
    page.calendar.views.button(BAYS).click()
    assert [lane.title for lane in calendar.lanes] == ["Bay 1", "Bay 2"]
    calendar.setFocus()
    assert calendar.chosen == first
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.chosen == second
    page.calendar.views.button(PEOPLE).click()
    assert [lane.title for lane in calendar.lanes] == [shop.sales.name]
    assert page.calendar.isVisible()
    QApplication.processEvents()
    box = next(each.box for each in calendar.placed() if each.entry.id == first)
    qtbot.mouseClick(calendar, LEFT, pos=box.center())
    assert tab.delivery_page.delivery_id == first
    tab.show_lists()
    page.calendar.go(30)
    assert page.calendar._empty.isVisible(), "a day without deliveries says where to plan one"


def test_today_lists_what_is_late_and_what_waits_for_release(shop: Shop, contract: int) -> None:
    delivery = planned(shop, contract, at(1))
    ask_release(shop.sales, delivery)
    waiting = [each for each in needs(shop.manager).listed if each.kind == "delivery"]
    assert any(each.icon == "truck-check-outline" and each.id == delivery for each in waiting)
    assert count(shop.manager) >= len(waiting)
    with clock.standing_at(at(1, 15)):
        worst = next(each for each in needs(shop.sales).listed if each.kind == "delivery")
        assert worst.tone == "bad"
        assert worst.id == delivery


def test_the_customers_timeline_and_the_search_lead_to_a_delivery(shop: Shop, contract: int) -> None:
    from models.customers import lists as customers

    delivery = planned(shop, contract, at(1))
    entry = lists.entry(delivery)
    file = customers.customer_file(shop.sales, entry.customer_id)
    assert [(each.kind, each.id) for each in events(shop.sales, file, (), ()) if each.kind] == [("delivery", delivery)]
    hits = [hit for group in find_anything(shop.sales, entry.number) for hit in group.hits]
    assert ("delivery", delivery) in [(hit.kind, hit.id) for hit in hits]
    by_name = [hit for group in find_anything(shop.sales, entry.customer) for hit in group.hits]
    assert ("delivery", delivery) in [(hit.kind, hit.id) for hit in by_name]


def test_the_crumb_leads_to_the_list_and_the_badge_counts(
    qtbot: QtBot, shop: Shop, contract: int, open_tab: Opened
) -> None:
    planned(shop, contract, at(1))
    window, tab = open_tab(shop.sales)
    assert tab.badge() == 1, "tomorrow's delivery wants its call"
    tab.open_record("delivery", 1)
    qtbot.mouseClick(button(window, "back"), LEFT)
    assert tab.widget.currentWidget() is tab.list_page
