"""Finding a customer in the list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import RegisterKind
from models.kernel import clock
from tests.ui.conftest import Shop
from tests.ui.customers.conftest import Counter, OpenCounter
from tests.ui.hands import key, type_text, words


@pytest.fixture
def people(shop: Shop) -> dict[str, int]:
    """Four files: one long overdue, one of somebody else, one in the pool."""
    found = {}
    with clock.standing_at(clock.now() - timedelta(days=6)):
        found["late"] = shop.customer("张偉明", "13800000001", intent="h")
    found["mine"] = shop.customer("王建国", "138 0013 6621", intent="b")
    found["theirs"] = shop.customer("李娜", "139 1111 2222", by=shop.rival, intent="a")
    found["pool"] = shop.customer("Anna Keller", "+44 20 7946 0018", by=shop.reception)
    return found


def shown(counter: Counter) -> list[int]:
    return counter.list.table.records.ids


def test_the_last_four_digits_and_enter_open_anybody(qtbot: QtBot, people: dict[str, int], counter: Counter) -> None:
    """Five keys from the tab in front (screens.md)."""
    type_text(qtbot, "2222")
    key(qtbot, Qt.Key.Key_Return)
    assert counter.record.customer_id == people["theirs"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("zwm", "late"),
        ("zhangwei", "late"),
        ("張伟明", "late"),
        ("wjg", "mine"),
        ("0013", "mine"),
        ("anna", "pool"),
        ("0018", "pool"),
    ],
)
def test_found_by_name_sound_initials_script_and_digits(
    qtbot: QtBot, people: dict[str, int], counter: Counter, typed: str, who: str
) -> None:
    type_text(qtbot, typed)
    qtbot.waitUntil(lambda: shown(counter) == [people[who]])


@pytest.mark.parametrize("typed", ["%", "'", '"; DROP TABLE customer; --', "\\", "*", "nobody at all"])
def test_signs_mean_nothing_and_nobody_is_said(
    qtbot: QtBot, people: dict[str, int], counter: Counter, typed: str
) -> None:
    type_text(qtbot, typed)
    qtbot.waitUntil(lambda: shown(counter) == [])
    assert "Nobody found." in words(counter.list)
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_Escape)
    assert people["mine"] in shown(counter)


def test_filters_count_and_show_their_files(qtbot: QtBot, people: dict[str, int], counter: Counter) -> None:
    def choose(which: str) -> set[int]:
        qtbot.mouseClick(counter.list.filters.button(which), Qt.MouseButton.LeftButton)
        return set(shown(counter))

    texts = [counter.list.filters.button(which).text() for which in ("mine", "due", "all", "pool")]
    assert texts == ["My customers 2", "Due 1", "All 4", "Pool 1"]
    assert set(shown(counter)) == {people["late"], people["mine"]}
    assert choose("due") == {people["late"]}
    assert choose("pool") == {people["pool"]}
    assert choose("all") == set(people.values())


def test_the_longest_overdue_come_first_and_are_red(people: dict[str, int], counter: Counter) -> None:
    assert shown(counter) == [people["late"], people["mine"]]
    column = next(each for each in counter.list.table.records.columns if each.key == "next")
    row = counter.list.table.records.row(0)
    assert (column.text(row), column.tone(row) if column.tone else "") == ("4 d overdue", "bad")


def test_a_click_on_a_title_sorts(people: dict[str, int], counter: Counter) -> None:
    counter.list.filters.button("all").click()
    counter.list.table.horizontalHeader().sectionClicked.emit(2)
    assert shown(counter) == [people[who] for who in ("late", "theirs", "mine", "pool")]
    counter.list.table.horizontalHeader().sectionClicked.emit(2)
    assert shown(counter)[-1] == people["late"]


def test_arrows_go_through_the_list_and_show_each(qtbot: QtBot, people: dict[str, int], counter: Counter) -> None:
    key(qtbot, Qt.Key.Key_Down)
    assert counter.record.customer_id == people["late"]
    key(qtbot, Qt.Key.Key_Down)
    assert counter.record.customer_id == people["mine"]


def test_typing_in_the_list_searches(qtbot: QtBot, people: dict[str, int], counter: Counter) -> None:
    key(qtbot, Qt.Key.Key_Down)
    type_text(qtbot, "a")
    assert counter.list.search.text() == "a"
    assert counter.list.search.hasFocus()


def test_others_phones_are_masked(people: dict[str, int], counter: Counter) -> None:
    counter.list.filters.button("all").click()
    column = next(each for each in counter.list.table.records.columns if each.key == "phone")
    phones = {row.id: column.text(row) for row in map(counter.list.table.records.row, range(4))}
    assert phones[people["mine"]] == "138 0013 6621"
    assert phones[people["theirs"]] == "139 **** 2222"


def test_an_empty_shop_says_what_to_do_first(open_counter: OpenCounter, shop: Shop) -> None:
    counter = open_counter(shop.reception)
    assert "No customer files yet." in words(counter.list)


def test_a_change_elsewhere_shows_at_once(people: dict[str, int], counter: Counter, shop: Shop) -> None:
    assert counter.list.filters.button("due").text() == "Due 1"
    register_contact(shop.sales, people["late"], ContactForm(RegisterKind.CALL))
    assert counter.list.filters.button("due").text() == "Due 0"
