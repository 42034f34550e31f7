"""What belongs to a file on screen: all its fields, goods, people, needs, grade; with real keys and clicks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.customers import file_lists, lists
from models.customers.belongings import GoodsForm, PersonForm
from models.customers.goods_actions import add_goods
from models.customers.kinds import BestWay, CustomerKind, IdType, Relation
from models.customers.people_actions import add_person
from models.customers.relation_actions import relate
from models.kernel import clock
from models.kernel.errors import RuleError
from models.papers.actions import LARGEST_ATTACHMENT, check_attachment
from models.sales import lists as sales
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import key, press, type_text, visible, words
from ui.customers.entry import Entry
from ui.customers.new_contact import NewContact
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.search import SearchBox

F2, F6, F9 = Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F9
ENTER, TAB, SPACE, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Right
VIN, WRONG_VIN = "1M8GDM9AXKP042788", "1M8GDM9A1KP042788"
RIGHT_ID, WRONG_ID = "11010519491231002X", "110105194912310021"


@pytest.fixture
def wang(shop: Shop) -> int:
    """The consultant's customer."""
    return shop.customer("王建国", "138 0013 6621")


def section(qtbot: QtBot, counter: Counter, customer_id: int, key_: str) -> None:
    """Open a file at one of its sections."""
    counter.window.open_record("customer", customer_id)
    qtbot.mouseClick(counter.record.strip.button(key_), Qt.MouseButton.LeftButton)


def entry_of(counter: Counter) -> Entry:
    assert counter.record.entry is not None
    return counter.record.entry


def fill(qtbot: QtBot, entry: Entry, **texts: str) -> None:
    """Type into the fields, as who goes from one to the next."""
    for name, text in texts.items():
        entry.form.focus(name)
        type_text(qtbot, text)
    key(qtbot, TAB)


def dialog(counter: Counter) -> FormDialog:
    return visible(counter.window, FormDialog)


def test_all_of_a_file_is_edited_on_one_form(qtbot: QtBot, counter: Counter, wang: int) -> None:
    counter.window.open_record("customer", wang)
    qtbot.keyClick(counter.window, F6)
    entry = entry_of(counter)
    assert QApplication.focusWidget() is entry.form.editor("name")
    entry.form.set_values({"phones": "138 0013 6621 本人\n0571-8888 6666 转 12 公司", "best_way": BestWay.WECHAT})
    entry.form.set_values({"id_type": IdType.RESIDENT, "tags": ("老客户",)})
    fill(qtbot, entry, company="远航", campaign="车展", drink="绿茶", taboo="不谈加价")
    entry.form.focus("tags")
    type_text(qtbot, ", VIP")
    fill(qtbot, entry, id_number=RIGHT_ID)
    assert entry.form.editor("birthday").value() == date(1949, 12, 31), "the ID number says it"
    press(qtbot, counter.record, "save")
    file = lists.customer_file(counter.tab._actor(), wang)
    assert (file.phones, file.phone_labels) == (("138 0013 6621", "0571-8888 6666 转 12"), ("本人", "公司"))
    assert (file.company, file.campaign, file.drink, file.tags) == ("远航", "车展", "绿茶", ("老客户", "VIP"))
    assert (file.best_way, file.birthday, file.id_type) == (BestWay.WECHAT, date(1949, 12, 31), IdType.RESIDENT)
    qtbot.waitUntil(lambda: "不谈加价" in words(counter.record))
    qtbot.mouseClick(counter.record.strip.button("details"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "0571-8888 6666 转 12 · 公司" in words(counter.record))


def test_doubts_are_said_and_saved_all_the_same(qtbot: QtBot, counter: Counter, wang: int) -> None:
    counter.window.open_record("customer", wang)
    qtbot.keyClick(counter.window, F6)
    entry = entry_of(counter)
    fill(qtbot, entry, birthday="1950-01-01", id_number=WRONG_ID)
    number, birthday = entry.form.field("id_number"), entry.form.field("birthday")
    assert "check digit of this ID number" in number.doubt
    assert number.error == ""
    assert birthday.doubt == "The ID number says 1949-12-31."
    press(qtbot, counter.record, "save")
    assert lists.customer_file(counter.tab._actor(), wang).id_number == WRONG_ID


def test_a_birthday_to_come_is_refused_at_its_field(qtbot: QtBot, counter: Counter, wang: int) -> None:
    counter.window.open_record("customer", wang)
    qtbot.keyClick(counter.window, F6)
    entry = entry_of(counter)
    fill(qtbot, entry, birthday=(clock.today() + timedelta(days=1)).isoformat())
    press(qtbot, counter.record, "save")
    assert entry.form.field("birthday").error == "A birthday cannot lie in the future."
    assert counter.record.entry is entry


def test_half_a_date_disturbs_nobody_and_the_rest_comes_back(
    qtbot: QtBot, open_counter: OpenCounter, shop: Shop, wang: int
) -> None:
    first = open_counter(shop.sales)
    section(qtbot, first, wang, "goods")
    press(qtbot, first.record, "add_goods")
    entry = entry_of(first)
    fill(qtbot, entry, model="汉 EV", warranty_until="2030-05-01", bought_on="20")
    entry.keeper.keep()
    first.window.close()
    second = open_counter(shop.sales)
    second.window.open_record("customer", wang)
    press(qtbot, second.record, "go_on")
    form = entry_of(second).form
    assert (form.editor("model").value(), form.editor("warranty_until").value()) == ("汉 EV", date(2030, 5, 1))
    assert form.editor("bought_on").line.text() == ""


def test_tags_in_use_are_offered_after_each_comma(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    shop.customer("李娜", "13911112222", tags=("车友会", "老客户"))
    counter.window.open_record("customer", wang)
    qtbot.keyClick(counter.window, F6)
    line = entry_of(counter).form.editor("tags")
    line.setFocus()
    type_text(qtbot, "新, 友")
    offered = line.completer()
    assert offered.completionCount() == 1
    assert offered.currentCompletion() == "新, 车友会"
    line.setText(offered.currentCompletion())
    assert line.value() == ("新", "车友会")


def test_a_company_with_its_buyer_and_car_on_the_form_of_a_new_visit(qtbot: QtBot, counter: Counter) -> None:
    """The short form unfolds; nobody is asked for more than they want to tell."""
    qtbot.keyClick(counter.window, F2)
    entry = counter.tab.entry
    assert isinstance(entry, NewContact)
    assert not entry.form.field("plate").isVisible()
    type_text(qtbot, "057188886666")
    fill(qtbot, entry, name="远航贸易")
    qtbot.keyClick(counter.window, F9)
    assert entry.form.field("plate").isVisible()
    entry.form.set_values({"kind": CustomerKind.COMPANY, "other_phones": "057188886667 传真"})
    fill(qtbot, entry, person_name="李采购", person_post="经理", person_phone="139 1111 2222", plate="京A·12345")
    fill(qtbot, entry, serial=WRONG_VIN)
    assert "check digit of this VIN" in entry.form.field("serial").doubt
    press(qtbot, entry, "save")
    actor, file_id = counter.tab._actor(), counter.record.customer_id
    file = lists.customer_file(actor, file_id)
    assert (file.kind, file.phones, file.phone_labels[1]) == (
        *(CustomerKind.COMPANY, ("057188886666", "057188886667")),
        "传真",
    )
    assert [row.form for row in file_lists.people(actor, file_id)] == [PersonForm("李采购", "经理", ("139 1111 2222",))]
    assert [(row.form.plate, row.form.serial) for row in file_lists.goods(file_id)] == [("京A·12345", WRONG_VIN)]


@pytest.mark.parametrize(
    ("field", "text"), [("person_phone", "12"), ("other_phones", "abc"), ("birthday", "9999-01-01")]
)
def test_what_is_wrong_further_down_is_said_there(qtbot: QtBot, counter: Counter, field: str, text: str) -> None:
    qtbot.keyClick(counter.window, F2)
    entry = counter.tab.entry
    assert entry is not None
    fill(qtbot, entry, phone="13800136621", name="王建国")
    qtbot.keyClick(counter.window, F9)
    entry.form.focus(field)
    type_text(qtbot, text)
    press(qtbot, entry, "save")
    assert entry.form.field(field).error
    assert lists.total() == 0


def test_somebody_is_known_by_plate_or_id_while_it_is_typed(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    known = shop.customer("王建国", "138 0013 6621", id_number=RIGHT_ID)
    add_goods(shop.sales, known, GoodsForm(plate="京A·12345"))
    qtbot.keyClick(counter.window, F2)
    entry = counter.tab.entry
    assert isinstance(entry, NewContact)
    qtbot.keyClick(counter.window, F9)
    fill(qtbot, entry, plate="京a12345")
    entry.look()
    press(qtbot, entry, "open_like")
    assert counter.record.customer_id == known


def test_goods_are_added_changed_and_gone(qtbot: QtBot, counter: Counter, wang: int) -> None:
    section(qtbot, counter, wang, "goods")
    qtbot.waitUntil(lambda: "No vehicle or goods yet." in words(counter.record))
    press(qtbot, counter.record, "add_goods")
    past = clock.today() - timedelta(days=1)
    soon = clock.today() + timedelta(days=10)
    fill(qtbot, entry_of(counter), make="大众", model="迈腾", plate="粤B·2Q71X", serial=VIN, mileage="98000")
    assert entry_of(counter).form.field("serial").doubt == ""
    fill(qtbot, entry_of(counter), insurance_until=soon.isoformat(), inspection_until=past.isoformat())
    press(qtbot, counter.record, "save")
    qtbot.waitUntil(lambda: "98,000 km" in words(counter.record))
    assert f"{soon}, 10 d left" in words(counter.record)
    tones = {
        each.text(): each.property("tone") for each in counter.record.findChildren(QWidget) if hasattr(each, "set_tone")
    }
    assert tones[f"{past}, ran out"] == "bad"
    assert tones[f"{soon}, 10 d left"] == "warn"
    assert f"Inspection until {past}, ran out" in words(counter.record), "among the facts of the head too"

    press(qtbot, counter.record, "edit_goods")
    fill(qtbot, entry_of(counter), colour="黑", mileage="x")
    press(qtbot, counter.record, "save")
    assert entry_of(counter).form.field("mileage").error
    entry_of(counter).form.editor("mileage").set_value(99_000)
    press(qtbot, counter.record, "save")
    (row,) = file_lists.goods(wang)
    assert (row.form.colour, row.form.mileage, row.version) == ("黑", 99_000, 2)

    press(qtbot, counter.record, "goods_gone")
    press(qtbot, dialog(counter), "accept")
    (row,) = file_lists.goods(wang)
    assert row.form.gone_on == clock.today()
    qtbot.waitUntil(lambda: "No longer theirs since" in words(counter.record))


def test_contact_people_are_added_shown_masked_and_removed(
    qtbot: QtBot, open_counter: OpenCounter, counter: Counter, shop: Shop
) -> None:
    company = shop.customer("远航贸易", "057188886666", kind=CustomerKind.COMPANY)
    section(qtbot, counter, company, "people")
    qtbot.waitUntil(lambda: "Nobody yet." in words(counter.record))
    press(qtbot, counter.record, "add_person")
    fill(qtbot, entry_of(counter), name="李采购", post="经理", phones="13911112222")
    press(qtbot, counter.record, "save")
    qtbot.waitUntil(lambda: "李采购 · 经理" in words(counter.record))
    assert "13911112222" in words(counter.record)

    desk = open_counter(shop.reception)
    section(qtbot, desk, company, "people")
    qtbot.waitUntil(lambda: "139****2222" in words(desk.record))
    press(qtbot, desk.record, "reveal")
    qtbot.waitUntil(lambda: "13911112222" in words(desk.record))

    again = open_counter(shop.sales)
    section(qtbot, again, company, "people")
    with notices.recording() as record:
        press(qtbot, again.record, "remove_person")
        record.answer("remove")
    assert file_lists.people(shop.owner, company) == []


def test_editing_a_masked_contact_person_keeps_their_phone(qtbot: QtBot, open_counter: OpenCounter, shop: Shop) -> None:
    company = shop.customer("远航贸易", "057188886666", kind=CustomerKind.COMPANY)
    add_person(shop.sales, company, PersonForm("李采购", phones=("13911112222",)))
    desk = open_counter(shop.reception)
    section(qtbot, desk, company, "people")
    press(qtbot, desk.record, "edit_person")
    assert entry_of(desk).form.editor("phones").value() == "13911112222"
    fill(qtbot, entry_of(desk), post="总监")
    press(qtbot, desk.record, "save")
    (row,) = file_lists.people(shop.owner, company)
    assert row.form == PersonForm("李采购", "总监", ("13911112222",))


def test_relations_lead_to_the_other_file(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    wife = shop.customer("黄丽娟", "135 0000 1180")
    section(qtbot, counter, wang, "people")
    press(qtbot, counter.record, "relate")
    form = dialog(counter).form
    qtbot.waitUntil(dialog(counter).isActiveWindow)
    press(qtbot, dialog(counter), "accept")
    assert form.field("other_id").error == "Choose another customer's file."
    search = form.editor("other_id").findChild(SearchBox)
    search.setFocus()
    type_text(qtbot, "hlj")
    key(qtbot, ENTER)
    assert form.editor("other_id").value() == wife
    press(qtbot, dialog(counter), "accept")
    assert [(row.id, row.relation) for row in file_lists.relations(wang)] == [(wife, Relation.SPOUSE)]
    press(qtbot, counter.record, "show_related")
    assert counter.record.customer_id == wife
    qtbot.mouseClick(counter.record.strip.button("people"), Qt.MouseButton.LeftButton)
    press(qtbot, counter.record, "unrelate")
    assert file_lists.relations(wife) == []


def test_needs_are_asked_compared_and_stand_on_the_quote(qtbot: QtBot, counter: Counter, wang: int) -> None:
    section(qtbot, counter, wang, "needs")
    qtbot.waitUntil(lambda: "Not asked yet." in words(counter.record))
    press(qtbot, counter.record, "ask_needs")
    fill(qtbot, entry_of(counter), models="汉 EV", budget="22–25 万")
    press(qtbot, counter.record, "answer_comfort")
    press(qtbot, counter.record, "answer_safety")
    line = entry_of(counter).form.editor("summary")
    assert line.placeholderText() == "汉 EV · 22–25 万 · Comfort, Safety"
    press(qtbot, counter.record, "save")
    qtbot.waitUntil(lambda: "汉 EV · 22–25 万 · Comfort, Safety" in words(counter.record))

    press(qtbot, counter.record, "ask_needs")
    assert entry_of(counter).form.editor("matters").value() == ("comfort", "safety"), "begins with what was said last"
    entry_of(counter).form.set_values({"budget": "30 万"})
    press(qtbot, counter.record, "save")
    newest, oldest = file_lists.needs(wang)
    assert (newest.answers["budget"], oldest.answers["budget"]) == ("30 万", "22–25 万")
    qtbot.waitUntil(lambda: {"30 万", "22–25 万"} <= set(words(counter.record).split("\n")))

    press(qtbot, counter.record, "change_needs")
    entry_of(counter).form.set_values({"summary": "只看汉"})
    press(qtbot, counter.record, "save")
    press(qtbot, counter.record, "next_step")
    (quote,) = sales.quotes_of(wang)
    assert sales.quote_view(counter.tab._actor(), quote.id).needs == "只看汉"


def test_nothing_answered_is_nothing_kept(qtbot: QtBot, counter: Counter, wang: int) -> None:
    section(qtbot, counter, wang, "needs")
    press(qtbot, counter.record, "ask_needs")
    press(qtbot, counter.record, "save")
    assert entry_of(counter).form.field("summary").error == "Answer at least one question."
    assert file_lists.needs(wang) == []


def test_a_grade_is_proposed_and_granted(
    qtbot: QtBot, open_counter: OpenCounter, counter: Counter, shop: Shop, wang: int
) -> None:
    section(qtbot, counter, wang, "details")
    press(qtbot, counter.record, "grade")
    dialog(counter).form.set_values({"grade": "vb"})
    press(qtbot, dialog(counter), "accept")
    assert dialog(counter).form.field("reason").error == "Say why."
    dialog(counter).form.set_values({"reason": "介绍了三位客户"})
    press(qtbot, dialog(counter), "accept")
    assert lists.customer_file(shop.owner, wang).grade == ""
    qtbot.waitUntil(lambda: "VB, proposed by 孙悦: 介绍了三位客户" in words(counter.record))

    manager = open_counter(shop.manager)
    manager.window.open_record("customer", wang)
    press(qtbot, manager.record, "grant_grade")
    assert lists.customer_file(shop.owner, wang).grade == "vb"
    qtbot.mouseClick(manager.record.strip.button("details"), Qt.MouseButton.LeftButton)
    press(qtbot, manager.record, "grade")
    dialog(manager).form.set_values({"grade": ""})
    press(qtbot, dialog(manager), "accept")
    assert lists.customer_file(shop.owner, wang).grade == ""


def test_the_sections_are_reached_by_keys_alone(qtbot: QtBot, counter: Counter, shop: Shop, wang: int) -> None:
    relate(shop.sales, wang, shop.customer("黄丽娟", "135 0000 1180"), Relation.SPOUSE)
    counter.window.open_record("customer", wang)
    strip = counter.record.strip
    strip.button("timeline").setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(20):
        if strip.selected != "people":
            key(qtbot, RIGHT)
    assert strip.selected == "people"
    qtbot.waitUntil(lambda: any(each.isVisible() for each in counter.record.findChildren(QWidget, "show_related")))
    for _step in range(30):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == "show_related":
            break
        key(qtbot, TAB)
    key(qtbot, SPACE)
    assert counter.record.name == "黄丽娟"


def test_sections_beside_each_other_where_there_is_little_room(qtbot: QtBot, counter: Counter, wang: int) -> None:
    counter.window.open_record("customer", wang)
    counter.window.resize(911, 512)
    strip = counter.record.strip
    qtbot.waitUntil(lambda: strip.button("history").y() > strip.button("timeline").y())
    assert strip.button("history").geometry().right() <= strip.width()


@pytest.mark.parametrize("beginning", [b"MZ\x90\0", b"<html>", b"", b"PK\x03\x04"])
def test_a_file_is_refused_by_its_first_bytes(beginning: bytes) -> None:
    with pytest.raises(RuleError, match="not a picture"):
        check_attachment(40, beginning)
    with pytest.raises(RuleError, match="larger than 20 MB"):
        check_attachment(LARGEST_ATTACHMENT * 2, beginning)
