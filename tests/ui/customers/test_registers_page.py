"""The registers on screen: a period, its lines completed and tied, messages passed on, the traffic table, printing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from models.customers import register_lists
from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import Outcome, RegisterKind
from models.kernel import clock
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import key, press, type_text, visible, words
from ui.customers.contact import ContactEntry
from ui.customers.register_lines import RegisterLines
from ui.customers.registers_page import RegistersPage
from ui.customers.traffic_view import TrafficView
from ui.kit import notices, papers
from ui.kit.dialogs import FormDialog

VISIT, CALL = ContactForm(RegisterKind.VISIT), ContactForm(RegisterKind.CALL)


def opened(counter: Counter, kind: str = "visit") -> RegistersPage:
    """The registers, as the menu opens them."""
    counter.tab.show_registers()
    page = counter.tab.page
    assert isinstance(page, RegistersPage)
    page.open(kind)
    return page


def lines(page: RegistersPage) -> RegisterLines:
    found = page.pages[page.strip.selected]
    assert isinstance(found, RegisterLines)
    return found


def dialog() -> FormDialog:
    """The form that is open."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert isinstance(found[-1], FormDialog)
    return found[-1]


def shown(page: RegistersPage) -> list[int]:
    return lines(page).table.records.ids


def test_a_visit_is_completed_with_enter(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    line_id = register_contact(shop.reception, None, replace(VISIT, about="V7")).id
    page = opened(counter)
    assert shown(page) == [line_id]
    page.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    form = dialog().form
    assert form.editor("about").value() == "V7"
    qtbot.waitUntil(form.editor("about").hasFocus)
    type_text(qtbot, "V7 blue")
    form.editor("outcome").set_value(Outcome.QUOTE)
    form.editor("reason").set_value("wants to compare")
    qtbot.keyClick(form.editor("about"), Qt.Key.Key_Return)
    line = register_lists.line(shop.manager, line_id)
    assert line is not None
    assert (line.about, line.outcome, line.reason, line.left_at) == ("V7 blue", Outcome.QUOTE, "wants to compare", None)
    assert lines(page).table.records.row(0).about == "V7 blue"


def test_what_is_wrong_stays_in_the_form(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    register_contact(shop.reception, None, VISIT)
    page = opened(counter)
    lines(page).edit()
    form = dialog()
    form.form.editor("left_at").set_value(clock.now() + timedelta(days=1))
    form.submit()
    assert form.isVisible()
    assert "They left after they came" in words(form)
    form.reject()


def test_an_anonymous_line_is_tied_to_a_file_and_opens_it(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    customer_id = shop.customer("王五", "13900001111")
    line_id = register_contact(shop.reception, None, CALL).id
    page = opened(counter, "call")
    press(qtbot, page, "tie_line")
    dialog().form.editor("customer_id").set_value(customer_id)
    dialog().submit()
    line = register_lists.line(shop.sales, line_id)
    assert line is not None
    assert line.customer_id == customer_id
    press(qtbot, page, "open_file")
    assert counter.record.customer_id == customer_id


def test_tying_to_nobody_says_so(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    register_contact(shop.reception, None, CALL)
    page = opened(counter, "call")
    press(qtbot, page, "tie_line")
    dialog().submit()
    assert dialog().isVisible()
    dialog().reject()


def test_a_message_is_marked_as_passed_on(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    register_contact(shop.reception, None, replace(CALL, about="call back", message_for_id=shop.sales.id))
    page = opened(counter, "call")
    row = lines(page).table.records.row(0)
    told = lines(page).table.records.columns[-1]
    assert told.detail is not None
    assert told.detail(row) == "Message for 孙悦"
    press(qtbot, page, "pass_on")
    assert register_lists.messages_for(shop.sales) == []
    assert not lines(page).pass_button.isVisible()


def test_other_days_are_chosen_and_typed(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    today, week_ago = clock.now(), clock.now() - timedelta(days=6)
    new = register_contact(shop.reception, None, replace(VISIT, at=today)).id
    old = register_contact(shop.reception, None, replace(VISIT, at=week_ago)).id
    page = opened(counter)
    assert shown(page) == [new]
    page.period_box.set_value((clock.today() - timedelta(days=6), clock.today()))
    page.period_box.edited.emit()
    assert shown(page) == [new, old]
    page.period_box.set_value("other")
    page.period_box.edited.emit()
    day = clock.local(week_ago).date()
    page.first.set_value(day)
    page.last.set_value(day)
    page.last.edited.emit()
    assert shown(page) == [old]
    page.last.set_value(day - timedelta(days=1))
    page.last.edited.emit()
    with notices.recording() as record:
        page.print()
    assert record.told
    assert shown(page) == [old], "a period that ends before it begins shows nothing else"


def test_an_earlier_day_s_line_stays_as_it_is(shop: Shop, counter: Counter) -> None:
    before = clock.now() - timedelta(days=1)
    register_contact(shop.reception, None, replace(CALL, at=before))
    page = opened(counter, "call")
    page.period_box.set_value((clock.today() - timedelta(days=6), clock.today()))
    page.period_box.edited.emit()
    assert not lines(page).edit_button.isEnabled()
    lines(page).edit()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def test_numbers_are_masked_for_who_may_not_see_them(shop: Shop, counter: Counter) -> None:
    register_contact(shop.reception, None, replace(CALL, phone="137 4455 6677"))
    register_contact(shop.reception, shop.customer("李娜", "139 1111 2222", by=shop.rival), CALL)
    page = opened(counter, "call")
    column = lines(page).table.records.columns[1]
    assert column.detail is not None
    told = {column.detail(lines(page).table.records.row(place)) for place in range(2)}
    assert told == {"137 **** 6677", "139 **** 2222"}


def test_the_traffic_table_shows_pictures_and_every_cut(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    nine = clock.local(clock.now()).replace(hour=9, minute=5)
    for days in (0, 0, 1):
        register_contact(shop.reception, None, replace(VISIT, at=nine - timedelta(days=days), source="walk_in"))
    page = opened(counter, "traffic")
    view = page.pages["traffic"]
    assert isinstance(view, TrafficView)
    bars = {bar.name: (bar.value, bar.before) for bar in view.hours.bars}
    assert bars["9"] == (2, 1)
    assert sum(bar.value for bar in view.weekdays.bars) == 2
    view.grab()
    view.cuts.select("by_source")
    view.cuts.chosen.emit("by_source")
    texts = [view.table.records.index(row, 0).data() for row in range(view.table.records.rowCount())]
    assert texts == ["Walk-in", "Together"]
    QApplication.processEvents()
    assert "2 (1)" in words(view)


@pytest.mark.parametrize(
    ("kind", "paper"), [("visit", "visit_register"), ("call", "call_register"), ("traffic", "traffic")]
)
def test_what_is_in_sight_is_printed(
    monkeypatch: pytest.MonkeyPatch, shop: Shop, counter: Counter, kind: str, paper: str
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(papers, "show_paper", lambda *told: asked.append(told[1:]))
    page = opened(counter, kind)
    page.print()
    ((actor, which, period),) = asked
    assert (actor, getattr(which, "value", ""), period) == (shop.sales, paper, page.period)


def test_a_change_elsewhere_shows_at_once(shop: Shop, counter: Counter) -> None:
    page = opened(counter)
    assert shown(page) == []
    line_id = register_contact(shop.reception, None, VISIT).id
    assert shown(page) == [line_id]


def test_escape_goes_back(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    page = opened(counter)
    page.setFocus()
    key(qtbot, Qt.Key.Key_Escape)
    assert counter.tab.page is None


def test_a_call_of_a_known_customer_takes_no_more_keys_and_may_say_more(
    qtbot: QtBot, shop: Shop, counter: Counter
) -> None:
    customer_id = shop.customer("王五", "13900001111")
    counter.tab.open_record("customer", customer_id)
    counter.record.start_contact(RegisterKind.CALL)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in counter.record.findChildren(ContactEntry)))
    entry = visible(counter.record, ContactEntry)
    type_text(qtbot, "price")
    entry.form.editor("message_for_id").set_value(shop.manager.id)
    key(qtbot, Qt.Key.Key_Return)
    (message,) = register_lists.messages_for(shop.manager)
    assert (message.about, message.customer) == ("price", "王五")


def test_reception_without_a_file_may_leave_a_message(qtbot: QtBot, shop: Shop, open_counter: OpenCounter) -> None:
    counter = open_counter(shop.reception)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "13700001111")
    assert counter.tab.entry is not None
    counter.tab.entry.form.editor("about").set_value("call back")
    counter.tab.entry.form.editor("message_for_id").set_value(shop.sales.id)
    press(qtbot, counter.tab.entry, "anonymous")
    (message,) = register_lists.messages_for(shop.sales)
    assert (message.about, message.phone, message.customer_id) == ("call back", "13700001111", None)
