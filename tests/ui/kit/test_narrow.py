"""What gives way where there is little room, and in which order: lines, columns, icons, keys; nothing is cut."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.choice_cards import CardChoice, ChoiceCards
from ui.kit.editors import TextEdit, Tick
from ui.kit.layout import flowing
from ui.kit.menus import fresh_menu
from ui.kit.record_page import RecordHead, RecordLayout, RecordPage, lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Panel, Text
from ui.tour.fit import cut

_CHIPS = [("mine", "Mine 3"), ("late", "Overdue 2"), ("open", "Not settled 6"), ("all", "All 120")]


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """The widget in a window of this size."""
    window = QWidget()
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    return window


def resized(window: QWidget, width: int, height: int) -> None:
    """Give the window another size and let it lay out what it holds."""
    window.resize(width, height)
    QApplication.processEvents()


@given(width=st.integers(150, 900), words=st.lists(st.text("汉字abc", min_size=1, max_size=8), min_size=1, max_size=9))
@settings(max_examples=25)
def test_what_flows_is_whole_and_nothing_lies_on_another(look: None, width: int, words: list[str]) -> None:
    buttons = [Button(each) for each in words]
    half = len(buttons) // 2
    holder = flowing(*buttons[:half], "stretch", *buttons[half:])
    holder.resize(width, holder.heightForWidth(width))
    holder.show()
    QApplication.sendPostedEvents()
    boxes = [each.geometry() for each in buttons]
    assert all(box.size() == each.sizeHint() for box, each in zip(boxes, buttons, strict=True))
    assert all(holder.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[place + 1 :])
    assert boxes[-1].right() == holder.rect().right() or len(buttons) == 0
    holder.close()


def test_what_can_grow_takes_the_rest_of_its_line(qtbot: QtBot, look: None) -> None:
    typed, fixed, button = TextEdit(), TextEdit(), Button("Save")
    fixed.setFixedWidth(120)
    holder = flowing(typed, fixed, "stretch", button)
    window = shown(qtbot, holder, 600, 60)
    assert window.isVisible()
    assert fixed.width() == 120
    assert typed.width() == 600 - 120 - button.width() - 16
    assert button.geometry().right() == 599


def test_filters_go_on_in_a_second_line(qtbot: QtBot, look: None) -> None:
    chips = FilterChips(_CHIPS)
    window = shown(qtbot, chips, 600, 80)
    tops = {chips.button(key).y() for key, _text in _CHIPS}
    assert len(tops) == 1
    resized(window, 160, 120)
    assert len({chips.button(key).y() for key, _text in _CHIPS}) > 1
    assert cut(window) == []


@dataclass(frozen=True)
class Line:
    """A row of the table."""

    id: int


def table() -> RecordTable:
    columns = [
        Column("name", "Name", lambda row: "name"),
        Column("place", "Where it lies", lambda row: "A", width=40),
        *(Column(key, key, lambda row: "x", width=120) for key in ("first", "second")),
    ]
    return RecordTable(columns, lambda ids: [Line(each) for each in ids], spare=("second", "unheard", "first"))


@pytest.mark.parametrize(("width", "hidden"), [(700, set()), (450, {"second"}), (290, {"first", "second"})])
def test_a_narrow_list_does_without_what_it_can_spare(qtbot: QtBot, look: None, width: int, hidden: set[str]) -> None:
    listing = table()
    window = shown(qtbot, listing, width, 200)
    keys = [column.key for column in listing.records.columns]
    assert {key for place, key in enumerate(keys) if listing.isColumnHidden(place)} == hidden
    assert listing.horizontalHeader().length() == listing.viewport().width()
    resized(window, 700, 200)
    assert not any(listing.isColumnHidden(place) for place in range(4))
    assert listing.columnWidth(2) == 120


def test_a_column_is_as_wide_as_its_title_and_all_fit_even_where_they_are_too_many(qtbot: QtBot, look: None) -> None:
    columns = [Column(str(each), "What came of it", lambda row: "x", width=50) for each in range(6)]
    listing = RecordTable([Column("name", "Name", lambda row: "n"), *columns], lambda ids: [])
    window = shown(qtbot, listing, 1200, 200)
    titles = QFontMetrics(theme.font(theme.FINE)).horizontalAdvance("What came of it")
    assert listing.columnWidth(1) >= titles + 24
    resized(window, 480, 200)
    assert listing.horizontalHeader().length() <= 480


def test_an_empty_list_that_is_low_keeps_its_words(qtbot: QtBot, look: None) -> None:
    empty = EmptyState("wrench-outline", "No orders here", "Press “Receive a vehicle”.")
    listing = RecordTable([Column("name", "Name", lambda row: "n")], lambda ids: [], empty=empty)
    window = shown(qtbot, listing, 400, 100)
    assert cut(window) == []
    resized(window, 400, 400)
    assert empty.sizeHint().height() > 100


def test_a_button_without_room_gives_up_its_key_first(qtbot: QtBot, look: None) -> None:
    button = Button("Print", hint="Ctrl+P")
    assert button.minimumSizeHint().width() == Button("Print").sizeHint().width()
    assert button.sizeHint().width() > button.minimumSizeHint().width()


def test_a_tick_goes_on_in_a_second_line(qtbot: QtBot, look: None) -> None:
    tick = Tick("Who phoned before and asks for somebody uses that person's turn")
    assert tick.heightForWidth(160) > tick.heightForWidth(800) == 30


def test_cards_stand_in_fewer_columns_and_arrows_follow(qtbot: QtBot, look: None) -> None:
    cards = ChoiceCards([CardChoice(each, "file", f"Card {each}") for each in range(4)], columns=2)
    window = shown(qtbot, cards, 600, 300)
    assert cards.cards[0].y() == cards.cards[1].y()
    resized(window, 300, 500)
    assert cards.cards[0].x() == cards.cards[1].x()
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert cards.value() == 1


def test_what_stands_beside_a_list_leaves_it_room(qtbot: QtBot, look: None) -> None:
    page = QWidget()
    area = lay_beside(page, Panel(), Panel(), 430)
    window = shown(qtbot, page, 1200, 300)
    assert area.width() == 430
    resized(window, 800, 300)
    assert area.width() == 320


class Record(RecordPage):
    """A record with three bands."""

    def __init__(self) -> None:
        super().__init__()
        self.bands = QVBoxLayout()
        self.head = RecordHead((Text("HT-1", "title"),), QHBoxLayout(), Text(""), QHBoxLayout(), Text("steps"))
        self.parts = RecordLayout(self, self.head, self.bands)
        for number in range(3):
            self.bands.addWidget(Button(f"Step {number}", name=f"step_{number}"))
        self.parts.main.addWidget(Text("what it is about"))


def test_in_a_low_window_the_bands_scroll_and_come_back(qtbot: QtBot, look: None) -> None:
    page = Record()
    window = shown(qtbot, page, 1100, 700)
    band = page.findChild(Button, "step_0")
    assert band is not None
    assert page.head.steps.isVisible()
    assert band.parentWidget() is page
    resized(window, 1100, 300)
    assert not page.head.steps.isVisible()
    assert band.parentWidget() is not page
    assert band.isVisible()
    resized(window, 1100, 700)
    assert band.parentWidget() is page
    assert band.mapTo(page, QPoint(0, 0)).y() > page.head.geometry().bottom()


def test_a_menu_outlives_the_click_on_it_and_is_filled_anew(qtbot: QtBot, look: None) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    menu = fresh_menu(owner)
    menu.addAction("Take away", lambda: done.append("away"))
    menu.popup(owner.mapToGlobal(QPoint(0, 0)))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["away"]
    again = fresh_menu(owner)
    assert again is menu
    assert again.actions() == []
    assert owner.findChildren(QMenu) == [menu]


def test_what_is_cut_is_seen(qtbot: QtBot, look: None) -> None:
    words = Text("Words that need a good deal of room")
    words.setMinimumWidth(20)
    window = shown(qtbot, words, 60, 30)
    assert cut(window) == ["Words that need a good deal of room"]
    resized(window, 600, 30)
    assert cut(window) == []
