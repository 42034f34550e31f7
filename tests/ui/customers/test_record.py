"""A customer's file, with real keys and clicks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers import lists
from models.customers.actions import FileForm, edit_file
from models.customers.kinds import FormOfAddress, RegisterKind
from models.kernel import audit, clock
from models.papers import lists as papers
from models.papers.actions import LARGEST_ATTACHMENT
from models.sales import lists as sales
from models.sales.quote_actions import LineForm, QuoteForm, offer_quote, start_quote
from models.staff import lists as staff
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import key, press, type_text, visible, words
from ui.customers.attachments import Attachments
from ui.customers.edit_file import EditFile
from ui.customers.timeline import EventRow
from ui.kit import jobs, notices
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Band, Button

F4, F5, F6, F7 = Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7


@pytest.fixture
def wang(shop: Shop) -> int:
    """The consultant's customer."""
    return shop.customer(
        "王建国", "138 0013 6621", intent="b", form_of_address=FormOfAddress.MR, wish="澜川 V7", address="滨江路 88 号"
    )


def opened(counter: Counter, customer_id: int) -> Counter:
    counter.window.open_record("customer", customer_id)
    return counter


def editing(counter: Counter) -> EditFile:
    assert isinstance(counter.record.entry, EditFile)
    return counter.record.entry


def next_step(counter: Counter) -> str:
    bands = [band.text for band in counter.record.findChildren(Band) if band.isVisible() and "Next:" in band.text]
    return bands[0] if bands else ""


def test_the_head_says_who_how_keen_and_whose(qtbot: QtBot, counter: Counter, wang: int) -> None:
    opened(counter, wang)
    qtbot.waitUntil(lambda: "138 0013 6621" in words(counter.record))
    assert "owner 孙悦 · protected 30 d" in words(counter.record)
    assert "王建国" in words(counter.record)


def test_the_eye_shows_the_phone_until_another_file_is_opened(
    qtbot: QtBot, open_counter: OpenCounter, shop: Shop, wang: int
) -> None:
    """C11"""
    other = shop.customer("李娜", "13911112222")
    counter = opened(open_counter(shop.reception), wang)
    qtbot.waitUntil(lambda: "138 **** 6621" in words(counter.record))
    assert not audit.history("customer", wang)[0].action.endswith("reveal_personal")

    press(qtbot, counter.record, "reveal")
    qtbot.waitUntil(lambda: "138 0013 6621" in words(counter.record))
    assert audit.history("customer", wang)[0].action == "customers.reveal_personal"

    opened(counter, other)
    opened(counter, wang)
    qtbot.waitUntil(lambda: "138 **** 6621" in words(counter.record))


def test_the_owner_needs_no_eye(counter: Counter, wang: int) -> None:
    opened(counter, wang)
    assert not [each for each in counter.record.findChildren(object, "reveal")]


def test_make_a_quote_leads_to_it(qtbot: QtBot, counter: Counter, wang: int) -> None:
    opened(counter, wang)
    assert "Make one" in next_step(counter)
    qtbot.keyClick(counter.window, F4)
    (quote,) = sales.quotes_of(wang)
    assert counter.elsewhere.shown == [("quote", quote.id)]
    counter.window.go_back()
    assert counter.window.front == "customers"
    qtbot.waitUntil(lambda: "not finished yet" in next_step(counter))


def test_the_next_step_follows_the_sale(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    opened(counter, wang)
    quote = start_quote(shop.sales, wang, QuoteForm((LineForm("vehicle", "澜川 V7", 18980000),))).id
    offer_quote(shop.sales, quote)
    qtbot.waitUntil(lambda: "valid for 7 more days" in next_step(counter))
    press(qtbot, counter.record, "next_step")
    assert counter.elsewhere.shown == [("quote", quote)]


def test_an_overdue_contact_is_the_next_step(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    with clock.standing_at(clock.now() - timedelta(days=20)):
        late = shop.customer("林雨桐", "18600007745", intent="a")
    opened(counter, late)
    assert "Contact was due on" in next_step(counter)
    qtbot.keyClick(counter.window, F4)
    type_text(qtbot, "周末来看车")
    key(qtbot, Qt.Key.Key_Return)
    newest, _first = lists.timeline(late)
    assert (newest.kind, newest.about) == (RegisterKind.CALL, "周末来看车")
    qtbot.waitUntil(lambda: "Make one" in next_step(counter))
    assert "周末来看车" in words(counter.record)


def test_a_call_waiting_on_today_opens_with_its_form(counter: Counter, wang: int) -> None:
    counter.window.open_record("call", wang)
    assert counter.record.entry is not None
    assert counter.record.entry.title.text() == "Record call"


def test_an_unfinished_call_is_kept_with_its_customer(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    other = shop.customer("李娜", "13911112222")
    opened(counter, wang)
    qtbot.keyClick(counter.window, F5)
    type_text(qtbot, "half a word")
    opened(counter, other)
    assert counter.record.entry is None
    opened(counter, wang)
    press(qtbot, counter.record, "go_on")
    assert counter.record.entry is not None
    assert counter.record.entry.form.editor("about").value() == "half a word"
    press(qtbot, counter.record, "save")
    assert staff.draft(shop.sales, f"call:{wang}") == ""


def test_what_was_given_up_comes_back_to_its_own_customer(
    qtbot: QtBot, counter: Counter, shop: Shop, wang: int
) -> None:
    other = shop.customer("李娜", "13911112222")
    opened(counter, wang)
    qtbot.keyClick(counter.window, F5)
    type_text(qtbot, "half a word")
    with notices.recording() as record:
        press(qtbot, counter.record, "cancel")
        assert record.undo is not None
        opened(counter, other)
        record.undo[1]()
    assert counter.record.customer_id == wang
    assert counter.record.entry is not None
    assert counter.record.entry.form.editor("about").value() == "half a word"


def test_a_visit_is_closed_when_the_visitor_has_left(qtbot: QtBot, counter: Counter, wang: int) -> None:
    opened(counter, wang)
    press(qtbot, counter.record, "has_left")
    dialog = visible(counter.window, FormDialog)
    dialog.form.set_values({"result": "周日再来"})
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    (line,) = lists.timeline(wang)
    assert line.left_at is not None
    assert line.result == "周日再来"


def test_the_timeline_is_newest_first_and_opens_records(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    quote = start_quote(shop.sales, wang, QuoteForm()).id
    opened(counter, wang)
    qtbot.keyClick(counter.window, F7)
    press(qtbot, counter.record, "save")
    titles = [each.happened.title for each in counter.record.findChildren(EventRow) if each.isVisible()]
    qtbot.waitUntil(lambda: bool([each for each in counter.record.findChildren(EventRow) if each.isVisible()]))
    titles = [each.happened.title for each in counter.record.findChildren(EventRow) if each.isVisible()]
    assert titles == ["Visit", f"Quote {sales.quotes_of(wang)[0].number} v1", "First visit", "File opened"]
    row = next(each for each in counter.record.findChildren(EventRow, f"quote_{quote}") if each.isVisible())
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert counter.elsewhere.shown == [("quote", quote)]


def test_a_change_is_saved_and_told_in_the_history(qtbot: QtBot, counter: Counter, wang: int) -> None:
    opened(counter, wang)
    qtbot.keyClick(counter.window, F6)
    entry = editing(counter)
    entry.form.set_values({"name": "王建军", "intent": "h", "phones": "13800136621\n010 6512 3456"})
    press(qtbot, counter.record, "save")
    file = lists.customer_file(counter.tab._actor(), wang)
    assert (file.name, file.intent, file.phones) == ("王建军", "h", ("13800136621", "010 6512 3456"))

    qtbot.mouseClick(counter.record.strip.button("history"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "File changed" in words(counter.record))
    said = words(counter.record)
    assert "Customer name: 王**** → 王****" in said
    assert "Level of intent: B → H" in said
    assert "138****6621" in said
    assert "孙悦" in said


def test_a_field_changed_by_two_shows_both_values(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    opened(counter, wang)
    qtbot.keyClick(counter.window, F6)
    entry = editing(counter)
    entry.form.set_values({"wish": "MPV"})
    theirs = FileForm("王建国", FormOfAddress.MR, ("13800136621",), wish="SUV", intent="a", source="walk_in")
    edit_file(shop.manager, wang, lists.customer_file(shop.manager, wang).version, theirs)

    press(qtbot, counter.record, "save")
    qtbot.waitUntil(lambda: any("SUV" in band.text and "MPV" in band.text for band in entry.findChildren(Band)))
    assert entry.form.error.startswith("Somebody else changed this record")
    assert entry.form.editor("wish").value() == "MPV"
    assert entry.form.editor("intent").value() == "a"
    press(qtbot, entry, "save")
    file = lists.customer_file(shop.sales, wang)
    assert (file.wish, file.intent) == ("MPV", "a")


def test_theirs_can_be_taken(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    opened(counter, wang)
    qtbot.keyClick(counter.window, F6)
    editing(counter).form.set_values({"wish": "MPV"})
    theirs = FileForm("王建国", FormOfAddress.MR, ("13800136621",), wish="SUV", source="walk_in")
    edit_file(shop.manager, wang, lists.customer_file(shop.manager, wang).version, theirs)
    press(qtbot, counter.record, "save")
    press(qtbot, counter.record, "theirs_wish")
    press(qtbot, counter.record, "save")
    assert lists.customer_file(shop.sales, wang).wish == "SUV"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "长" * 10_000}, "At most 60 characters"),
        ({"phones": "138%'"}, "A phone number"),
        ({"phones": "", "address": ""}, "left no contact"),
        ({"wish": "长" * 400}, "At most 120 characters"),
    ],
)
def test_wrong_changes_are_said_at_their_field(
    qtbot: QtBot, counter: Counter, wang: int, typed: dict[str, str], said: str
) -> None:
    opened(counter, wang)
    qtbot.keyClick(counter.window, F6)
    entry = editing(counter)
    entry.form.set_values(typed)
    press(qtbot, counter.record, "save")
    assert said in entry.form.field(next(iter(typed))).error
    assert counter.record.entry is entry


def test_who_sees_masks_edits_the_true_values_and_it_is_on_record(
    qtbot: QtBot, open_counter: OpenCounter, shop: Shop, wang: int
) -> None:
    """C11"""
    counter = opened(open_counter(shop.reception), wang)
    qtbot.keyClick(counter.window, F6)
    entry = editing(counter)
    assert entry.form.editor("phones").value() == "138 0013 6621"
    entry.form.set_values({"best_time": "18:00"})
    press(qtbot, counter.record, "save")
    file = lists.customer_file(shop.sales, wang)
    assert (file.phones, file.address, file.best_time) == (("138 0013 6621",), "滨江路 88 号", "18:00")
    actions = [each.action for each in audit.history("customer", wang)]
    assert actions == ["customers.edit_file", "customers.reveal_personal", "customers.open_file"]


def test_an_unfinished_edit_comes_back(qtbot: QtBot, open_counter: OpenCounter, shop: Shop, wang: int) -> None:
    first = opened(open_counter(shop.sales), wang)
    qtbot.keyClick(first.window, F6)
    qtbot.waitUntil(editing(first).isVisible)
    editing(first).form.focus("wish")
    type_text(qtbot, "!")
    first.window.close()
    second = opened(open_counter(shop.sales), wang)
    press(qtbot, second.record, "go_on")
    assert "!" in editing(second).form.editor("wish").value()
    assert editing(second).form.editor("name").value() == "王建国"


def attachments(counter: Counter) -> Attachments:
    counter.record.strip.button("attachments").click()
    return next(each for each in reversed(counter.record.findChildren(Attachments)))


def test_photos_are_added_and_shown(qtbot: QtBot, counter: Counter, wang: int, tmp_path: Path) -> None:
    photo, scan = tmp_path / "驾照.jpg", tmp_path / "scan.pdf"
    Image.new("RGB", (4000, 300), "red").save(photo)
    scan.write_bytes(b"%PDF-1.4 not much")
    opened(counter, wang)
    attachments(counter).add_files([str(photo), str(scan)])
    qtbot.waitUntil(lambda: len(papers.attachments("customer", wang)) == 2)
    qtbot.waitUntil(lambda: "Photos and scans 2" in counter.record.strip.button("attachments").text())
    names = {each.name for each in papers.attachments("customer", wang)}
    assert names == {"驾照.jpg", "scan.pdf"}
    assert jobs.stop_all()


def test_what_is_no_picture_or_too_large_is_said_and_the_rest_is_added(
    qtbot: QtBot, counter: Counter, wang: int, tmp_path: Path
) -> None:
    photo, note, large = tmp_path / "a.png", tmp_path / "note.jpg", tmp_path / "large.pdf"
    Image.new("RGB", (20, 20)).save(photo)
    note.write_text("no picture")
    with large.open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)
    opened(counter, wang)
    with notices.recording() as record:
        attachments(counter).add_files([str(each) for each in (note, large, tmp_path / "gone.png", photo)])
        qtbot.waitUntil(lambda: bool(record.told))
    ((text, tone),) = record.told
    assert tone == "warn"
    assert "note.jpg was not added. This file is not a picture or a PDF." in text
    assert "large.pdf was not added. The file is larger than 20 MB." in text
    assert "gone.png was not added. The file cannot be read: No such file or directory." in text
    assert [each.name for each in papers.attachments("customer", wang)] == ["a.png"]
    assert jobs.stop_all()


@pytest.mark.parametrize(
    "section", ["timeline", "details", "needs", "goods", "people", "quotes", "contracts", "attachments", "history"]
)
def test_each_section_of_a_new_file_says_something(qtbot: QtBot, counter: Counter, wang: int, section: str) -> None:
    opened(counter, wang)
    before = words(counter.record)
    qtbot.mouseClick(counter.record.strip.button(section), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: section == "timeline" or words(counter.record) != before)


def test_no_words_where_there_is_little_room(qtbot: QtBot, counter: Counter, wang: int) -> None:
    """At 150 % on the smallest screen."""
    opened(counter, wang)
    counter.window.resize(911, 512)
    qtbot.waitUntil(lambda: counter.record.narrow)
    qtbot.waitUntil(lambda: [each.label for each in counter.record.findChildren(Button, "edit")] == [""])
    qtbot.waitUntil(lambda: counter.record.width() + counter.list.width() < 911)
