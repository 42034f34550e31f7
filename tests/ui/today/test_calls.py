"""Follow-ups from Today: Enter, a number, a line, Enter, and the next one is there; by keys and by clicks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.customers.lists import customer_file, timeline
from models.followup import lists
from models.followup.actions import PromiseForm, ResultForm, make_promise, record_result
from models.followup.kinds import Result
from models.kernel import audit, clock
from models.rotation.kinds import ArrivalKind
from models.rotation.manager_actions import change_line_up
from models.rotation.reception_actions import ArrivalForm, arrive
from tests.ui.conftest import OpenWindow, Shop
from tests.ui.hands import key, words
from tests.ui.today.test_today import DOWN, ENTER, Morning, task_of, titles
from ui.kit import notices
from ui.today.tab import TodayTab

ESC = Qt.Key.Key_Escape


@pytest.fixture
def morning(open_window: OpenWindow) -> Morning:
    """Opens Today for a person."""
    return Morning(open_window)


def late_calls(shop: Shop, *names: str) -> list[int]:
    """Customers whose next contact is overdue, the first the longest."""
    found = []
    for place, name in enumerate(names):
        with clock.standing_at(clock.now() - timedelta(days=9 - place)):
            found.append(shop.customer(name, f"1380000000{place}", intent="h", wish="澜川 V7", best_time="18:00 后"))
    return found


def typed(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the keys."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def test_a_morning_of_calls_by_keys_alone(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    first, second, third = late_calls(shop, "甲", "乙", "丙")
    tab = morning.of(shop.sales)
    key(qtbot, ENTER)
    assert tab.call.task_id == task_of(shop, first)
    said = words(tab.call)
    assert all(part in said for part in ("13800000000", "18:00 后", "澜川 V7", "Next contact"))
    key(qtbot, Qt.Key.Key_1)
    typed(qtbot, "comes on Saturday")
    key(qtbot, ENTER)
    assert tab.call.task_id == task_of(shop, second), "on to the next"
    key(qtbot, Qt.Key.Key_2)
    typed(qtbot, "no answer")
    key(qtbot, ENTER)
    assert tab.call.task_id == task_of(shop, third)
    key(qtbot, Qt.Key.Key_3)
    typed(qtbot, f"{clock.today() + timedelta(days=2)}")
    assert QApplication.focusWidget() is tab.call.form.editor("next_at").day.line
    key(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "1830")
    key(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "in a meeting")
    key(qtbot, ENTER)
    assert titles(tab) == []
    assert not tab.call.isVisible()
    assert tab.list.hasFocus()
    rows = {each: lists.of_customer(shop.owner, each).open[0] for each in (first, second, third)}
    assert timeline(first)[0].result == "comes on Saturday"
    assert rows[second].tries == 1
    due = clock.local(rows[third].due_at)
    assert (due.date(), f"{due:%H:%M}") == (clock.today() + timedelta(days=2), "18:30")


def test_without_a_line_nothing_is_saved_and_the_error_stands_at_the_field(
    qtbot: QtBot, shop: Shop, morning: Morning
) -> None:
    (late,) = late_calls(shop, "甲")
    tab = morning.of(shop.sales)
    key(qtbot, ENTER)
    key(qtbot, Qt.Key.Key_4)
    key(qtbot, ENTER)
    assert "Write a line about it." in words(tab.call)
    assert tab.call.task_id == task_of(shop, late)
    key(qtbot, ESC)
    assert not tab.call.isVisible()
    assert titles(tab) == ["Call 甲: 澜川 V7"]
    assert lists.of_customer(shop.owner, late).answered == 0


def test_the_panel_by_clicks_with_a_promise_and_a_level(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    (late,) = late_calls(shop, "甲")
    tab = morning.of(shop.sales)
    qtbot.mouseClick(tab.list.rows[0].do_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab.call.results[Result.REACHED], Qt.MouseButton.LeftButton)
    typed(qtbot, "wants a table of trims")
    tab.call.form.editor("intent").set_value("a")
    tab.call.form.editor("what").setText("发配置表")
    assert tab.call.form.field("keep_at").isVisible()
    qtbot.mouseClick(tab.call.findChild(QPushButton, "save_result"), Qt.MouseButton.LeftButton)
    assert "Type by when." in words(tab.call)
    tab.call.form.editor("keep_at").set_value(clock.now() + timedelta(days=1))
    qtbot.mouseClick(tab.call.findChild(QPushButton, "save_result"), Qt.MouseButton.LeftButton)
    found = {row.rule: row for row in lists.of_customer(shop.owner, late).open}
    assert found["promise"].what == "发配置表"
    assert customer_file(shop.owner, late).intent == "a"


@pytest.mark.usefixtures("noon")
def test_the_eye_shows_the_number_and_leaves_its_line(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    """A task of somebody else's customer: a promise made to them."""
    theirs = shop.customer("周的客户", "13812345678", by=shop.rival)
    make_promise(shop.sales, theirs, PromiseForm("报价", clock.now() + timedelta(minutes=5)))
    tab = morning.of(shop.sales)
    key(qtbot, ENTER)
    assert "138****5678" in words(tab.call)
    qtbot.keyClick(tab.call, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: "13812345678" in words(tab.call))
    assert audit.last_by("customers.reveal_personal", "customer", theirs) == shop.sales.id


def test_somebody_else_was_faster(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    (late,) = late_calls(shop, "甲")
    tab = morning.of(shop.sales)
    key(qtbot, ENTER)
    row = lists.of_customer(shop.owner, late).open[0]
    record_result(shop.manager, row.id, row.version, ResultForm(Result.NOT_REACHED, "经理打过"))
    key(qtbot, Qt.Key.Key_1)
    typed(qtbot, "reached")
    key(qtbot, ENTER)
    assert "Somebody else changed this" in words(tab.call)
    key(qtbot, ENTER)
    assert timeline(late)[0].result == "reached", "what was typed is saved at the second try"


@pytest.mark.usefixtures("noon")
def test_one_call_for_several_tasks(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    (late,) = late_calls(shop, "甲")
    make_promise(shop.sales, late, PromiseForm("报价", clock.now() + timedelta(minutes=5)))
    tab = morning.of(shop.sales)
    assert len(titles(tab)) == 2
    key(qtbot, ENTER)
    (tick,) = tab.call.also.values()
    assert tick.value()
    key(qtbot, Qt.Key.Key_1)
    typed(qtbot, "all done")
    key(qtbot, ENTER)
    assert titles(tab) == []


def test_the_manager_sees_who_is_late_and_what_was_not_reached(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    late, missed = late_calls(shop, "甲", "乙")
    for _each in range(3):
        row = lists.task(shop.owner, task_of(shop, missed))
        assert row is not None
        record_result(shop.sales, row.id, row.version, ResultForm(Result.NOT_REACHED, "没接"))
    with clock.standing_at(clock.now() + timedelta(days=2)):
        tab = morning.of(shop.manager)
        assert titles(tab) == ["Call 乙: 澜川 V7", "Call 甲: 澜川 V7"]
        details = [row.need.detail for row in tab.list.rows]
        assert "not reached 3 times" in details[0]
        assert "孙悦" in details[1]
        assert tab.badge() == 1, "what only others are late with does not count"
        assert "孙悦" in words(tab.compliance)
        key(qtbot, DOWN)
        key(qtbot, ENTER)
        assert tab.call.task_id == task_of(shop, late)


def test_compliance_is_ones_own_for_a_consultant_and_turns_by_month(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    noon = clock.local(clock.now()).replace(day=20, hour=12)
    with clock.standing_at(noon - timedelta(days=9)):
        shop.customer("甲", "13800000001", intent="h")
        shop.customer("乙", "13800000002", intent="h", by=shop.rival)
    with clock.standing_at(noon):
        tab = morning.of(shop.sales)
        assert "孙悦" in words(tab.compliance)
        assert "周凯" not in words(tab.compliance)
        assert "1 overdue" in words(tab.compliance)
        qtbot.mouseClick(tab.compliance.findChild(QPushButton, "month_before"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "Nothing was due." in words(tab.compliance))
        assert tab.compliance.month.text() == f"{date(noon.year, noon.month, 1) - timedelta(days=1):%Y-%m}"


def test_today_is_right_past_midnight(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    evening = datetime.combine(clock.today(), datetime.min.time()).astimezone() + timedelta(hours=23)
    with clock.standing_at(evening - timedelta(days=1)):
        shop.customer("甲", "13800000001", intent="h")
    with clock.standing_at(evening):
        tab = morning.of(shop.sales)
        assert titles(tab) == []
    with clock.standing_at(evening + timedelta(hours=2)):
        look_again(tab)
        assert [(row.need.title, row.need.tone) for row in tab.list.rows] == [("Call 甲", "warn")]
    with clock.standing_at(evening + timedelta(hours=26)):
        look_again(tab)
        assert tab.list.rows[0].need.tone == "bad"


def look_again(tab: TodayTab) -> None:
    """The page's clock strikes: a minute has gone by."""
    tab._clock.timeout.emit()


def test_who_waits_in_the_showroom_stands_above_everything(qtbot: QtBot, shop: Shop, morning: Morning) -> None:
    late_calls(shop, "甲")
    change_line_up(shop.manager, (shop.sales.id, shop.rival.id))
    arrive(shop.reception, ArrivalForm(ArrivalKind.NEW))
    tab = morning.of(shop.sales)
    assert titles(tab)[0] == "A customer has been waiting in the showroom for 0 min"
    assert tab.badge() == 2
    with notices.recording() as said:
        tab.open_record("follow_up", 999)
    assert "This follow-up has been done." in str(said.told)
