"""A new visit or call at the counter, with real keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers import lists
from models.customers.kinds import RegisterKind
from models.kernel import clock
from models.staff import lists as staff
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import key, press, type_text, visible, words
from ui.customers.new_contact import NewContact
from ui.kit import notices
from ui.kit.widgets import Band

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def begin(qtbot: QtBot, counter: Counter, which: Qt.Key = Qt.Key.Key_F2) -> NewContact:
    qtbot.keyClick(counter.window, which)
    assert counter.tab.entry is not None
    return counter.tab.entry


def test_a_new_visitor_with_phone_and_name_takes_three_keys_and_typing(qtbot: QtBot, counter: Counter) -> None:
    begin(qtbot, counter)
    type_text(qtbot, "13800136621")
    key(qtbot, ENTER)
    type_text(qtbot, "王建国")
    key(qtbot, ENTER)

    file = lists.customer_file(counter.tab._actor(), counter.record.customer_id)
    assert (file.name, file.phones, file.source, file.owner) == ("王建国", ("13800136621",), "walk_in", "孙悦")
    assert [each.kind for each in lists.timeline(file.id)] == [RegisterKind.VISIT]
    assert counter.list.table.selected_id == file.id
    assert counter.record.isVisible()


def test_a_known_visitor_is_opened_and_registered_with_three_keys(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    known = shop.customer(phone="138 0013 6621")
    begin(qtbot, counter)
    type_text(qtbot, "13800136621")
    key(qtbot, ENTER)
    assert counter.record.customer_id == known
    key(qtbot, ENTER)
    assert len(lists.timeline(known)) == 2
    assert lists.total() == 1


def test_a_known_phone_is_said_while_it_is_typed(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    shop.customer("欧阳䶮", phone="13812345678")
    entry = begin(qtbot, counter, Qt.Key.Key_F3)
    type_text(qtbot, "+86 138 1234 5678")
    qtbot.waitUntil(lambda: any("欧阳䶮" in band.text for band in entry.findChildren(Band) if band.isVisible()))
    press(qtbot, entry, "open_known")
    assert counter.record.name == "欧阳䶮"


def test_somebody_with_the_same_name_can_be_looked_at_and_the_form_goes_on(
    qtbot: QtBot, counter: Counter, shop: Shop
) -> None:
    other = shop.customer("王建国", phone="13900000001")
    entry = begin(qtbot, counter)
    type_text(qtbot, "13800136621")
    key(qtbot, ENTER)
    type_text(qtbot, "王建国")
    entry.look()
    press(qtbot, entry, "open_like")
    assert counter.record.customer_id == other
    entry = begin(qtbot, counter)
    assert entry.form.editor("phone").value() == "13800136621"
    assert entry.form.editor("name").value() == "王建国"


@pytest.mark.parametrize("wrong", ["abc", "12", "138%00'1", "1" * 40])
def test_a_wrong_phone_is_said_at_its_field_and_stays(qtbot: QtBot, counter: Counter, wrong: str) -> None:
    entry = begin(qtbot, counter)
    type_text(qtbot, wrong)
    key(qtbot, ENTER)
    assert "phone number" in entry.form.field("phone").error
    assert entry.form.editor("phone").value() == wrong
    assert lists.total() == 0


def test_without_a_phone_the_tick_is_asked_for(qtbot: QtBot, counter: Counter) -> None:
    entry = begin(qtbot, counter)
    entry.form.focus("name")
    type_text(qtbot, "刘女士")
    key(qtbot, ENTER)
    assert "left no contact" in entry.form.field("phone").error
    qtbot.mouseClick(entry.form.editor("no_contact"), Qt.MouseButton.LeftButton)
    press(qtbot, entry, "save")
    assert counter.record.name == "刘女士"


def test_nothing_at_all_is_refused(qtbot: QtBot, counter: Counter) -> None:
    entry = begin(qtbot, counter)
    press(qtbot, entry, "save")
    assert entry.form.field("name").error == "Type a name, or choose how to address them."


@pytest.mark.parametrize(
    ("typed", "kept"), [("王\u202e建\u0007国", "王建国"), ("a" * 60, "a" * 60), ("<b>x & y</b>", "<b>x & y</b>")]
)
def test_odd_names_are_kept_clean(qtbot: QtBot, counter: Counter, typed: str, kept: str) -> None:
    entry = begin(qtbot, counter)
    entry.form.set_values({"name": typed, "no_contact": True})
    press(qtbot, entry, "save")
    assert counter.record.name == kept
    assert kept in words(counter.record)


def test_a_name_of_ten_thousand_characters_is_refused_with_its_limit(qtbot: QtBot, counter: Counter) -> None:
    entry = begin(qtbot, counter)
    entry.form.set_values({"name": "长" * 10_000, "no_contact": True})
    press(qtbot, entry, "save")
    assert "At most 60 characters" in entry.form.field("name").error
    assert lists.total() == 0


def test_a_line_without_a_file_stays_anonymous(qtbot: QtBot, counter: Counter) -> None:
    """C2"""
    entry = begin(qtbot, counter, Qt.Key.Key_F3)
    entry.form.set_values({"about": "问营业时间"})
    press(qtbot, entry, "anonymous")
    hour = timedelta(hours=1)
    (line,) = lists.register(RegisterKind.CALL, clock.now() - hour, clock.now() + hour)
    assert (line.customer_id, line.about) == (None, "问营业时间")
    assert lists.total() == 0


def test_what_was_typed_survives_the_window(qtbot: QtBot, open_counter: OpenCounter, shop: Shop) -> None:
    first = open_counter(shop.sales)
    begin(qtbot, first)
    type_text(qtbot, "13800136621")
    qtbot.waitUntil(lambda: "13800136621" in staff.draft(shop.sales, "visit"))
    first.window.close()

    second = open_counter(shop.sales)
    press(qtbot, second.window, "go_on_visit")
    assert second.tab.entry is not None
    assert second.tab.entry.form.editor("phone").value() == "13800136621"
    second.tab.entry.form.set_values({"name": "王建国"})
    press(qtbot, second.tab.entry, "save")
    assert staff.draft(shop.sales, "visit") == ""


def test_a_draft_is_kept_at_once_when_the_window_is_locked(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    from PySide6.QtWidgets import QWidget

    entry = begin(qtbot, counter)
    type_text(qtbot, "1380")
    counter.window.cover(QWidget())
    assert "1380" in staff.draft(shop.sales, "visit")
    counter.window.uncover()
    assert entry.form.editor("phone").value() == "1380"


def test_starting_afresh_forgets_the_draft(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    begin(qtbot, counter)
    type_text(qtbot, "1380")
    begin(qtbot, counter, Qt.Key.Key_F3)
    entry = begin(qtbot, counter)
    assert entry.form.editor("phone").value() == "1380"
    press(qtbot, entry, "afresh")
    assert entry.form.editor("phone").value() == ""
    assert staff.draft(shop.sales, "visit") == ""


def test_leaving_can_be_undone(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    begin(qtbot, counter)
    type_text(qtbot, "13800136621")
    with notices.recording() as record:
        key(qtbot, ESCAPE)
        assert counter.tab.entry is None
        assert staff.draft(shop.sales, "visit") == ""
        assert record.undo is not None
        record.undo[1]()
    assert counter.tab.entry is not None
    assert counter.tab.entry.form.editor("phone").value() == "13800136621"


def test_who_may_not_open_files_is_not_offered_it(open_counter: OpenCounter, shop: Shop) -> None:
    counter = open_counter(shop.cashier)
    assert not counter.tab.visit_button.isEnabled()
    assert not counter.tab.call_button.isEnabled()


def test_the_form_goes_by_tab_from_field_to_field(qtbot: QtBot, counter: Counter) -> None:
    entry = begin(qtbot, counter)
    for name in ("no_contact", "name", "form_of_address"):
        key(qtbot, TAB)
        editor = entry.form.editor(name)
        focused = editor.focusProxy() or editor
        assert focused.hasFocus(), name
    assert visible(entry, type(entry.save_button), "save") is entry.save_button
