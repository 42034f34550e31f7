"""Merging, the pool, giving up, handing over, handing out and erasing, by clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.customers import lists
from models.customers.kinds import Stage
from models.customers.linked import resolved
from models.customers.losing import waiting_losses
from models.customers.merge_actions import merge_files
from models.customers.protection_actions import release
from models.kernel import clock
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.quote_actions import LineForm, QuoteForm, offer_quote, start_quote
from models.staff.actions import leave_company
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import press, type_text, visible, words
from ui.customers.edit_file import EditFile
from ui.customers.file_menu import FileMenu
from ui.customers.leavers_page import LeaversPage
from ui.customers.merge_page import MergePage, Value
from ui.customers.pairs_page import PairsPage
from ui.kit import jobs, notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox
from ui.kit.widgets import Band

OF_CARS = {"book_drive", "appraise"}
OF_WORKSHOP = {"appointment", "receive", "complain"}


def choose(qtbot: QtBot, counter: Counter, name: str, button: str = "more") -> None:
    """Choose an entry of a button's menu."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in counter.tab.widget.findChildren(QPushButton, button)))
    menu = visible(counter.tab.widget, QPushButton, button).menu()
    assert isinstance(menu, QMenu)
    action = menu.findChild(QAction, name) or next(each for each in menu.actions() if each.objectName() == name)
    action.trigger()


def dialog(qtbot: QtBot, counter: Counter) -> FormDialog:
    """The form that is asked."""
    qtbot.waitUntil(lambda: bool(dialogs(counter)))
    return dialogs(counter)[0]


def dialogs(counter: Counter) -> list[FormDialog]:
    return [each for each in counter.window.findChildren(FormDialog) if each.isVisible()]


def answered(qtbot: QtBot, counter: Counter, **values: object) -> None:
    """Fill the form that is asked and accept it by its button."""
    asked = dialog(qtbot, counter)
    asked.form.set_values(values)
    qtbot.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)


def value(page: QWidget, name: str) -> Value:
    return page.findChild(Value, name)


def test_two_files_are_compared_merged_and_taken_apart(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    kept = shop.customer("王建国", "138 0013 6621", wish="V7")
    gone = shop.customer("汪建国", "138-0013-6621", wish="MPV", note="walks with a stick")
    counter.window.open_record("customer", kept)
    assert "Same phone" in words(counter.record)
    press(qtbot, counter.record, f"compare_{gone}")
    page = counter.tab.page
    assert isinstance(page, MergePage)
    assert value(page, "name_kept").isChecked()
    assert value(page, "note_gone").isChecked(), "what only the other says is taken unasked"
    qtbot.mouseClick(value(page, "wish_gone"), Qt.MouseButton.LeftButton)
    with notices.recording() as said:
        press(qtbot, page, "merge")
    qtbot.waitUntil(lambda: counter.tab.page is None)
    file = lists.customer_file(shop.sales, kept)
    assert (file.name, file.wish, file.note) == ("王建国", "MPV", "walks with a stick")
    assert "merged" in said.told[-1][0]
    counter.window.open_record("customer", gone)
    assert counter.record.customer_id == kept, "the old id leads to the kept file"
    press(qtbot, counter.record, "undo_merge")
    qtbot.waitUntil(lambda: resolved(gone) == gone)
    assert lists.customer_file(shop.sales, kept).wish == "V7"


def test_the_other_file_may_be_the_one_that_is_kept(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    first, second = shop.customer("王建国", "13800136621"), shop.customer("汪建国", "13800136621")
    counter.tab.show_merge(first, second)
    page = counter.tab.page
    assert isinstance(page, MergePage)
    press(qtbot, page, "turn")
    press(qtbot, page, "merge")
    assert resolved(first) == second


def test_what_cannot_be_merged_is_said_on_the_page(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    first, second = shop.customer("王建国", "13800136621"), shop.customer("汪建国", "13800136621", by=shop.rival)
    counter.tab.show_merge(first, first)
    page = counter.tab.page
    assert isinstance(page, MergePage)
    assert "with itself" in words(page)
    assert not page.merge_button.isEnabled()
    counter.tab.show_merge(first, second)
    page = counter.tab.page
    assert isinstance(page, MergePage)
    with notices.recording() as said:
        press(qtbot, page, "merge")
    assert "manager" in said.told[-1][0]
    assert resolved(second) == second
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: counter.tab.page is None)


def test_the_pairs_of_the_store_are_listed_and_told_apart(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    first, second = shop.customer("王建国", "13800136621"), shop.customer("李四", "13800136621")
    third = shop.customer("汪建国", "02166006621")
    choose(qtbot, counter, "pairs", "more_lists")
    page = counter.tab.page
    assert isinstance(page, PairsPage)
    qtbot.waitUntil(lambda: len(page.table.records.ids) == 2)
    assert jobs.stop_all()
    page.table.select(0)
    press(qtbot, page, "apart_pair")
    qtbot.waitUntil(lambda: len(page.table.records.ids) == 1)
    page.table.setFocus()
    page.table.select_first()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(counter.tab.page, MergePage))
    assert counter.tab.page is not None
    press(qtbot, counter.tab.page, "merge")
    qtbot.waitUntil(lambda: resolved(third) == first)
    assert resolved(second) == second


def test_duplicates_show_while_a_file_is_changed(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    kept, other = shop.customer("王建国", "13800136621"), shop.customer("李四", "13900001111")
    counter.window.open_record("customer", kept)
    counter.record.start_edit()
    entry = counter.record.entry
    assert isinstance(entry, EditFile)
    phones = entry.form.editor("phones")
    phones.setFocus()
    phones.selectAll()
    type_text(qtbot, "13900001111")
    qtbot.waitUntil(lambda: [each.id for each in entry.alike.found] == [other])
    press(qtbot, entry, f"compare_{other}")
    qtbot.waitUntil(lambda: isinstance(counter.tab.page, MergePage))


def test_a_prospect_is_taken_from_the_pool_and_given_back(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    file_id = shop.customer("王建国", by=shop.rival)
    release(shop.rival, file_id)
    counter.window.open_record("customer", file_id)
    assert "In the pool." in words(counter.record)
    press(qtbot, counter.record, "claim")
    qtbot.waitUntil(lambda: lists.customer_file(shop.sales, file_id).owner_id == shop.sales.id)
    qtbot.waitUntil(lambda: "owner 孙悦" in words(counter.record))
    choose(qtbot, counter, "release")
    qtbot.waitUntil(lambda: lists.customer_file(shop.manager, file_id).owner_id is None)


def test_nobody_as_owner_really_releases(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    file_id = shop.customer("王建国")
    counter.window.open_record("customer", file_id)
    counter.record.start_edit()
    entry = counter.record.entry
    assert isinstance(entry, EditFile)
    owner = entry.form.editor("owner_id")
    assert isinstance(owner, ChoiceBox)
    owner.setCurrentIndex(0)
    entry.save()
    assert lists.customer_file(shop.manager, file_id).owner_id is None


def lose(qtbot: QtBot, counter: Counter, told: str = "") -> None:
    choose(qtbot, counter, "lose")
    answered(qtbot, counter, reason="rival", told=told)


def test_a_prospect_is_given_up_and_taken_up_again(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    file_id = shop.customer("王建国")
    counter.window.open_record("customer", file_id)
    lose(qtbot, counter)
    assert dialog(qtbot, counter).isVisible(), "the reason asks which rival"
    assert lists.customer_file(shop.sales, file_id).stage is not Stage.LOST
    answered(qtbot, counter, told="X5")
    qtbot.waitUntil(lambda: lists.customer_file(shop.sales, file_id).stage is Stage.LOST)
    qtbot.waitUntil(lambda: "Bought another brand: X5" in bands(counter))
    press(qtbot, counter.record, "wake_file")
    assert lists.customer_file(shop.sales, file_id).stage is Stage.CONTACTED


def bands(counter: Counter) -> str:
    """What the bands of the record say."""
    return "\n".join(each.text for each in counter.record.findChildren(Band))


def quoted(shop: Shop) -> int:
    """A prospect with a large quote."""
    file_id = shop.customer("王建国")
    line = LineForm("vehicle", "V7", 18980000, item_id=shop.vehicle)
    offer_quote(shop.sales, start_quote(shop.sales, file_id, QuoteForm((line,))).id)
    return file_id


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_large_loss_is_the_managers_to_confirm(
    qtbot: QtBot, open_counter: OpenCounter, shop: Shop, confirmed: bool
) -> None:
    file_id = quoted(shop)
    counter = open_counter(shop.sales)
    counter.window.open_record("customer", file_id)
    lose(qtbot, counter, "X5")
    qtbot.waitUntil(lambda: len(waiting_losses()) == 1)
    qtbot.waitUntil(lambda: "Waits for the manager" in bands(counter))
    manager = open_counter(shop.manager)
    manager.window.open_record("customer", file_id)
    if confirmed:
        press(qtbot, manager.record, "confirm_loss")
        assert lists.customer_file(shop.sales, file_id).stage is Stage.LOST
        return
    press(qtbot, manager.record, "refuse_loss")
    answered(qtbot, manager, remark="call once more")
    assert lists.customer_file(shop.sales, file_id).stage is Stage.QUOTED
    assert waiting_losses() == []


def test_intent_and_extension_from_the_menu(qtbot: QtBot, open_counter: OpenCounter, shop: Shop) -> None:
    file_id = shop.customer("王建国")
    counter = open_counter(shop.manager)
    counter.window.open_record("customer", file_id)
    choose(qtbot, counter, "intent")
    answered(qtbot, counter, level="h")
    assert lists.customer_file(shop.sales, file_id).intent == "h"
    choose(qtbot, counter, "extend")
    answered(qtbot, counter, reason="waits for the new model")
    assert lists.customer_file(shop.sales, file_id).protected_days == 60


def test_merging_with_a_file_chosen_by_name(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    file_id, other = shop.customer("王建国"), shop.customer("李四", "13900001111")
    counter.window.open_record("customer", file_id)
    choose(qtbot, counter, "merge_with")
    answered(qtbot, counter)
    assert dialog(qtbot, counter).isVisible(), "nobody was chosen"
    answered(qtbot, counter, other=other)
    qtbot.waitUntil(lambda: isinstance(counter.tab.page, MergePage))


def test_the_files_of_a_leaver_are_handed_over(qtbot: QtBot, open_counter: OpenCounter, shop: Shop) -> None:
    files = [shop.customer(f"客{number}", f"1380013662{number}") for number in range(3)]
    leave_company(shop.owner, shop.sales.id)
    counter = open_counter(shop.manager)
    counter.tab.open_record("leaver", shop.sales.id)
    page = counter.tab.page
    assert isinstance(page, LeaversPage)
    assert "孙悦" in words(page)
    press(qtbot, page, f"hand_{files[0]}")
    answered(qtbot, counter, to=shop.rival.id)
    assert lists.customer_file(shop.manager, files[0]).owner_id == shop.rival.id
    press(qtbot, page, f"hand_over_{shop.sales.id}")
    answered(qtbot, counter)
    assert dialog(qtbot, counter).isVisible(), "nobody was chosen"
    answered(qtbot, counter, to=0, reason="shared")
    owners = {lists.customer_file(shop.manager, each).owner_id for each in files[1:]}
    assert len(owners) == 2
    assert shop.sales.id not in owners
    qtbot.waitUntil(lambda: "No file waits." in words(page))


def test_what_is_kept_is_written_for_the_customer(
    qtbot: QtBot, open_counter: OpenCounter, shop: Shop, tmp_path: Path
) -> None:
    file_id = shop.customer("王:建*国?", "138 0013 6621", note="walks with a stick")
    counter = open_counter(shop.manager)
    counter.window.open_record("customer", file_id)
    menu = FileMenu(counter.record, shop.manager, lists.customer_file(shop.manager, file_id), counter.tab.show_merge)
    place = tmp_path / "handed out"
    place.mkdir()
    menu.hand_out(str(place))
    (folder,) = place.iterdir()
    assert folder.name == f"王 建 国 {clock.today().isoformat()}"
    assert "138 0013 6621" in (folder / "kept.txt").read_text("utf-8")
    assert "walks with a stick" in (folder / "kept.json").read_text("utf-8")
    assert {path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())} == {0}
    menu.hand_out(str(place))
    assert len(list(place.iterdir())) == 2, "what was handed out before stays"
    with notices.recording() as said:
        menu.hand_out(str(folder / "kept.txt"))
    assert "choose another place" in said.told[-1][0]


def test_an_erased_file_leaves_the_screen(qtbot: QtBot, open_counter: OpenCounter, shop: Shop) -> None:
    file_id = shop.customer("王建国")
    counter = open_counter(shop.owner)
    counter.window.open_record("customer", file_id)
    choose(qtbot, counter, "erase")
    answered(qtbot, counter)
    assert dialog(qtbot, counter).isVisible(), "it needs a reason"
    answered(qtbot, counter, reason="asked by letter")
    qtbot.waitUntil(lambda: "Choose a customer from the list." in words(counter.tab.widget))
    assert "王建国" not in words(counter.tab.widget)
    assert run_sql("SELECT name FROM customer WHERE id = ?", file_id).fetchone()[0] == "***"


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("owner", {"intent", "lose", "release", "extend", "merge_with", "export", "erase", *OF_CARS, *OF_WORKSHOP}),
        ("manager", {"intent", "lose", "release", "extend", "merge_with", "export", *OF_CARS, *OF_WORKSHOP}),
        ("sales", {"intent", "lose", "release", "merge_with", "complain", *OF_CARS}),
        ("rival", {"intent", "merge_with", "complain", *OF_CARS}),
        ("reception", {"intent", "merge_with", "book_drive", *OF_WORKSHOP}),
        ("cashier", {"complain"}),
    ],
)
def test_the_menu_offers_what_the_role_may(qtbot: QtBot, shop: Shop, who: str, may: set[str], look: None) -> None:
    file_id = shop.customer("王建国")
    actor: Actor = getattr(shop, who)
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = FileMenu(parent, actor, lists.customer_file(actor, file_id), lambda *pair: None).build(parent)
    assert {each.objectName() for each in menu.actions()} == may


def test_a_merge_made_elsewhere_shows_the_kept_file(qtbot: QtBot, counter: Counter, shop: Shop) -> None:
    kept, gone = shop.customer("王建国"), shop.customer("李四", "13900001111")
    counter.window.open_record("customer", gone)
    merge_files(shop.sales, kept, gone, ())
    counter.tab.refresh(None)
    assert counter.record.customer_id == kept
    QApplication.processEvents()
