"""A customer's follow-up on their file: open tasks, a promise made and withdrawn, what was done, by keys and clicks."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.followup import lists
from models.followup.actions import ResultForm, record_result
from models.followup.kinds import Result
from models.kernel import clock
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter
from tests.ui.hands import key, press, type_text, visible, words
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Button

ENTER = Qt.Key.Key_Return


def asked(qtbot: QtBot, counter: Counter) -> None:
    """The dialog is open and has the keys."""
    qtbot.waitUntil(lambda: visible(counter.window, FormDialog).isActiveWindow())


def test_open_tasks_stand_in_the_facts_and_in_their_section(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    with clock.standing_at(clock.now() - timedelta(days=3)):
        file_id = shop.customer(intent="h")
    (task,) = lists.of_customer(shop.sales, file_id).open
    counter.tab.open_record("customer", file_id)
    assert "1 d overdue · Next contact" in words(counter.record)
    record_result(shop.sales, task.id, task.version, ResultForm(Result.NOT_REACHED, "没接"))
    qtbot.mouseClick(counter.record.strip.button("tasks"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not reached 1 times" in words(counter.record))
    said = words(counter.record)
    assert "1 done, 0 % in time" in said
    assert "Not reached · 没接 · 孙悦" in said
    assert "late" in said


def test_a_promise_is_made_and_withdrawn_by_keys(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    file_id = shop.customer()
    counter.tab.open_record("customer", file_id)
    qtbot.mouseClick(counter.record.strip.button("tasks"), Qt.MouseButton.LeftButton)
    press(qtbot, counter.record, "promise")
    asked(qtbot, counter)
    type_text(qtbot, "will call on Friday")
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "Type by when." in words(visible(counter.window, FormDialog)))
    type_text(qtbot, f"{clock.today() + timedelta(days=2)}")
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "will call on Friday" in words(counter.record))
    promise = next(row for row in lists.of_customer(shop.sales, file_id).open if row.rule == "promise")
    assert clock.local(promise.due_at).date() == clock.today() + timedelta(days=2)
    press(qtbot, counter.record, f"withdraw_{promise.id}")
    asked(qtbot, counter)
    type_text(qtbot, "comes by herself")
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "The promise was withdrawn. · comes by herself" in words(counter.record))
    assert "promise" not in {row.rule for row in lists.of_customer(shop.sales, file_id).open}


def test_a_colleagues_task_is_shown_but_not_theirs_to_do(qtbot: QtBot, shop: Shop, counter: Counter) -> None:
    file_id = shop.customer(by=shop.rival)
    counter.tab.open_record("customer", file_id)
    qtbot.mouseClick(counter.record.strip.button("tasks"), Qt.MouseButton.LeftButton)
    (task,) = lists.of_customer(shop.sales, file_id).open
    button = counter.record.findChild(Button, f"do_{task.id}")
    assert not button.isEnabled()
