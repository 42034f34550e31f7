"""The pages behind the board: line-ups, rules, what if, figures, and the close of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.kernel import clock
from models.papers.facts import PaperKind
from models.papers.lists import prints
from models.rotation import actions, lists, planning
from models.rotation.kinds import ArrivalKind, NewDay, ReceptionResult
from models.rotation.manager_actions import change_policy
from models.rotation.paper_facts import day_number
from models.rotation.policies import Policy
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from models.shop.holidays import holidays
from tests.ui.conftest import Shop
from tests.ui.hands import dialog, key, press, type_text, words
from tests.ui.showroom.conftest import Clock, OpenFloor
from ui.kit import notices
from ui.kit.table import RecordModel
from ui.showroom.close_page import ClosePage
from ui.showroom.figures_page import FiguresPage
from ui.showroom.line_up_page import LineUpPage
from ui.showroom.rules_page import RulesPage
from ui.showroom.tab import ShowroomTab
from ui.showroom.what_if_page import WhatIfPage

P = TypeVar("P", bound=QWidget)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def managed(open_floor: OpenFloor, shop: Shop, present: None) -> ShowroomTab:
    """The showroom as the sales manager sees it."""
    return open_floor(shop.manager)


def page(tab: ShowroomTab, which: str, kind: type[P]) -> P:
    """One of the pages, in front."""
    tab.open_page(which)
    assert tab.pages is not None
    found = tab.pages.open(which)
    assert isinstance(found, kind)
    return found


def test_a_line_up_of_today_is_moved_and_saved(qtbot: QtBot, managed: ShowroomTab, shop: Shop) -> None:
    line_up = page(managed, "line_up", LineUpPage)
    assert line_up.order.ids == [shop.sales.id, shop.rival.id]
    line_up.order.setFocus()
    line_up.order.setCurrentRow(1)
    key(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    with notices.recording() as told:
        press(qtbot, line_up, "save_line_up")
    assert told.told == [("The line-up is kept.", "ok")]
    assert [card.name for card in lists.board().queue] == ["孙悦", "周凯"], "it goes on with whose turn it is"
    actions.sign_out(shop.reception, [shop.sales.id])
    assert lists.board().log[-2].what == "The line-up is now 周凯, 孙悦."


def test_a_line_up_is_dragged_into_order(qtbot: QtBot, managed: ShowroomTab, shop: Shop) -> None:
    line_up = page(managed, "line_up", LineUpPage)
    line_up.add_box.set_value(shop.manager.id)
    press(qtbot, line_up, "add_person")
    first, second, third = shop.sales.id, shop.rival.id, shop.manager.id
    order, left = line_up.order, Qt.MouseButton.LeftButton

    def place(row: int) -> QPoint:
        return order.visualItemRect(order.item(row)).center()

    for start, ways, wanted in (
        (2, [place(1), place(0)], [third, first, second]),
        (0, [place(1), place(2) + QPoint(0, 200)], [first, second, third]),
        (1, [place(0) - QPoint(0, 2)], [second, first, third]),
        (0, [place(0) + (place(1) - place(0)) / 2], [first, second, third]),
    ):
        qtbot.mousePress(order.viewport(), left, pos=place(start))
        for way in ways:
            QApplication.sendEvent(order.viewport(), dragged(order.viewport(), way))
        qtbot.mouseRelease(order.viewport(), left, pos=ways[-1])
        assert order.ids == wanted
    QApplication.sendEvent(order.viewport(), dragged(order.viewport(), place(0), held=Qt.MouseButton.NoButton))
    assert order.ids == [first, second, third], "only what is held moves"
    with notices.recording():
        press(qtbot, line_up, "save_line_up")
    assert lists.board().log[-1].what == "The line-up is now 孙悦, 周凯, 高经理."


def dragged(widget: QWidget, to: QPoint, held: Qt.MouseButton = Qt.MouseButton.LeftButton) -> QMouseEvent:
    """The mouse moves there, with the button held."""
    at = QPointF(to)
    no = Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(to)), no, held, modifiers)


def test_a_weekday_and_a_day_are_planned(qtbot: QtBot, managed: ShowroomTab, shop: Shop) -> None:
    line_up = page(managed, "line_up", LineUpPage)
    line_up.which.set_value(0)
    line_up.which.edited.emit()
    line_up.order.setFocus()
    line_up.order.setCurrentRow(0)
    key(qtbot, Qt.Key.Key_Delete)
    with notices.recording():
        press(qtbot, line_up, "save_line_up")
    assert planning.weekday_line_ups() == {0: (shop.rival.id,)}
    qtbot.waitUntil(lambda: "Monday\n周凯" in words(line_up))
    tomorrow = clock.today() + timedelta(days=1)
    line_up.which.set_value("date")
    line_up.which.edited.emit()
    with notices.recording() as told:
        press(qtbot, line_up, "save_line_up")
    assert told.told == [("Choose a day.", "warn")]
    line_up.date.set_value(tomorrow)
    line_up.add_box.set_value(shop.manager.id)
    press(qtbot, line_up, "add_person")
    with notices.recording():
        press(qtbot, line_up, "save_line_up")
    assert planning.dated_line_ups(tomorrow) == {tomorrow: (shop.sales.id, shop.rival.id, shop.manager.id)}


def test_a_holiday_is_added_and_taken_away(qtbot: QtBot, managed: ShowroomTab) -> None:
    line_up = page(managed, "line_up", LineUpPage)
    day = clock.today() + timedelta(days=40)
    press(qtbot, line_up, "add_holiday")
    assert line_up.holiday.field("day").error == "Choose a day."
    line_up.holiday.set_values({"day": day, "name": "New Year"})
    press(qtbot, line_up, "add_holiday")
    assert holidays() == {day: "New Year"}
    press(qtbot, line_up, f"drop_{day}")
    assert holidays() == {}


def test_the_manager_changes_a_rule_and_all_read_it(
    qtbot: QtBot, managed: ShowroomTab, open_floor: OpenFloor, shop: Shop
) -> None:
    rules = page(managed, "rules", RulesPage)
    rules.form.set_values({"new_day": NewDay.RESTART, "max_makeups": "two"})
    press(qtbot, rules, "save_policy")
    assert rules.form.field("max_makeups").error == "Type a whole number from 0 to 3600."
    rules.form.set_values({"max_makeups": 2, "follow_up_gate": 3})
    with notices.recording() as told:
        press(qtbot, rules, "save_policy")
    assert told.told == [("The rules are changed from now on.", "ok")]
    assert planning.policy() == replace(Policy(), new_day=NewDay.RESTART, max_makeups=2, follow_up_gate=3)
    seen = page(open_floor(shop.reception), "rules", RulesPage)
    qtbot.waitUntil(lambda: "The order starts again at the top every morning." in words(seen))
    assert not [each for each in seen.findChildren(QPushButton, "save_policy") if each.isVisible()]


def test_what_if_lists_the_decisions_that_would_differ(
    qtbot: QtBot, managed: ShowroomTab, shop: Shop, at_nine: Clock
) -> None:
    customer = shop.customer()
    arrive(shop.reception, ArrivalForm(kind=ArrivalKind.RETURNING, customer_id=customer))
    what_if = page(managed, "what_if", WhatIfPage)
    press(qtbot, what_if, "what_if")
    qtbot.waitUntil(lambda: "Every decision of that day would have been the same." in words(what_if))
    what_if.form.set_values({"returning_counts": True})
    press(qtbot, what_if, "what_if")
    assert len(what_if.found.differences) == 1
    qtbot.waitUntil(lambda: "would be: 孙悦 receives; the turn is used." in words(what_if))
    assert "Turns used and owed: 孙悦 0 → 1" in words(what_if)
    assert planning.policy() == Policy(), "asking changes nothing"


def test_figures_of_a_day_and_its_month(qtbot: QtBot, managed: ShowroomTab, shop: Shop, at_nine: Clock) -> None:
    for result in (ReceptionResult.ORDER, ReceptionResult.QUOTE):
        arrive(shop.reception, ArrivalForm())
        line = lists.board().receptions[0].line_id
        finish_reception(shop.reception, line, result)
    at_nine.go_on(days=1)
    actions.sign_in(shop.reception, [shop.sales.id])
    arrive(shop.reception, ArrivalForm())
    figures = page(managed, "figures", FiguresPage)
    assert [(each.name, each.shares.counted) for each in figures.rows] == [("孙悦", 1), ("周凯", 0), ("Together", 1)]
    figures.period.setCurrentIndex(figures.period.count() - 1)
    figures.period.edited.emit()
    found = {each.name: (each.shares.counted, each.shares.orders, each.shares.close_ratio) for each in figures.rows}
    assert found == {"孙悦": (2, 1, "100.0 %"), "周凯": (1, 0, "0.0 %"), "Together": (3, 1, "50.0 %")}
    assert cells(figures, "share") == ["67 %", "33 %", "100 %"]


def cells(page: FiguresPage, key: str) -> list[str]:
    """What a column of the figures shows, from the top."""
    model = page.table.model()
    assert isinstance(model, RecordModel)
    column = [each.key for each in model.columns].index(key)
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_a_past_day_is_corrected_in_todays_log(qtbot: QtBot, managed: ShowroomTab, shop: Shop, at_nine: Clock) -> None:
    yesterday = clock.today()
    at_nine.go_on(days=1)
    actions.sign_in(shop.reception, [shop.sales.id])
    figures = page(managed, "figures", FiguresPage)
    assert not figures.correct_button.isVisible()
    figures.period.setCurrentIndex(1)
    figures.period.edited.emit()
    press(qtbot, figures, "correct")
    dialog(qtbot)
    type_text(qtbot, "the turn was Zhou's")
    key(qtbot, ENTER)
    assert lists.board().log[-1].what == f"Correction to {yesterday}: the turn was Zhou's"


def test_the_day_closes_when_everybody_has_a_result(qtbot: QtBot, open_floor: OpenFloor, shop: Shop) -> None:
    actions.sign_in(shop.reception, [shop.sales.id])
    arrive(shop.reception, ArrivalForm())
    arrive(shop.reception, ArrivalForm())
    tab = open_floor(shop.reception)
    press(qtbot, tab.widget, "close")
    assert tab.pages is not None
    closing = page(tab, "close", ClosePage)
    qtbot.waitUntil(lambda: "2 customers are still here." in words(closing))
    assert not closing.close_button.isEnabled()
    (waiting,) = lists.board().unattended
    press(qtbot, closing, f"left_{waiting.line_id}")
    (reception,) = lists.board().receptions
    press(qtbot, closing, f"finish_{reception.line_id}")
    dialog(qtbot)
    key(qtbot, Qt.Key.Key_3)
    key(qtbot, ENTER)
    with notices.recording() as asked:
        press(qtbot, closing, "close_day")
        asked.answer("close")
    sheet = dialog(qtbot, "Closing sheet")
    assert lists.board().is_closed
    assert not closing.close_button.isEnabled()
    assert [each.kind for each in prints(PaperKind.ROTATION_DAY, day_number(clock.today()))] == [PaperKind.ROTATION_DAY]
    sheet.reject()
    press(qtbot, tab.widget, "back_to_board")
    assert not tab.arrival.kinds.isEnabled()
    assert tab.next_up.why.text() == "The day is closed."


def test_a_late_policy_change_reaches_an_open_page(managed: ShowroomTab, shop: Shop) -> None:
    rules = page(managed, "rules", RulesPage)
    change_policy(shop.owner, replace(Policy(), household=False))
    assert rules.form.editor("household").value() is False


def test_yesterday_is_closed_today(qtbot: QtBot, open_floor: OpenFloor, shop: Shop, at_nine: Clock) -> None:
    """Left open overnight: the board says so until every reception has its result and the sheet is kept."""
    actions.sign_in(shop.reception, [shop.sales.id])
    arrive(shop.reception, ArrivalForm())
    arrive(shop.reception, ArrivalForm())
    yesterday = clock.today()
    at_nine.go_on(days=1)
    tab = open_floor(shop.reception)
    assert f"{yesterday} has not been closed." in words(tab.widget)
    press(qtbot, tab.widget, "close_late")
    closing = page(tab, "close", ClosePage)
    assert closing.day.value() == yesterday
    qtbot.waitUntil(lambda: "1 reception has no result." in words(closing))
    assert "goes on record as having left" in words(closing)
    assert not closing.close_button.isEnabled()
    (reception,) = lists.board(yesterday).receptions
    press(qtbot, closing, f"finish_{reception.line_id}")
    dialog(qtbot)
    key(qtbot, Qt.Key.Key_2)
    key(qtbot, ENTER)
    with notices.recording() as asked:
        press(qtbot, closing, "close_day")
        asked.answer("close")
    dialog(qtbot, "Closing sheet").reject()
    assert (lists.board().unclosed, lists.board().is_open) == ((), False)
    assert closing.day.value() == clock.today()
    press(qtbot, tab.widget, "back_to_board")
    assert "has not been closed" not in words(tab.widget)
    assert not tab.arrival.answer.text, "nothing of yesterday is answered on today's board"
