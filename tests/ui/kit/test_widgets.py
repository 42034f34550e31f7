"""Buttons, chips and bands: keys written on them work, names are never markup, the chosen stays chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.widgets import (
    Band,
    Button,
    FactGrid,
    FilterChips,
    IconButton,
    ListRow,
    TabStrip,
    Text,
    column,
)


def test_key_on_a_button_presses_it_while_it_can_be_seen(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("New visit", lambda: pressed.append("visit"), kind="primary", key="F2")
    window = column(button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert pressed == ["visit"]
    button.say("R&D visit")
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert pressed == ["visit", "visit"]
    button.hide()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert pressed == ["visit", "visit"]


def test_enter_presses_the_button_in_focus(qtbot: QtBot) -> None:
    button = Button("Save")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_key_hint_makes_room_for_itself(qtbot: QtBot) -> None:
    plain, hinted = Button("Assign"), Button("Assign", hint="Enter")
    qtbot.addWidget(plain)
    qtbot.addWidget(hinted)
    assert hinted.sizeHint().width() > plain.sizeHint().width()
    assert hinted.shortcut().isEmpty()


def test_icon_button_says_in_words_what_it_does(qtbot: QtBot) -> None:
    button = IconButton("lock-outline", "Lock", key="Ctrl+L")
    qtbot.addWidget(button)
    assert button.toolTip() == "Lock (Ctrl+L)"
    assert button.accessibleName() == "Lock"


def test_unknown_kind_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="huge"):
        Button("Save", kind="huge")


def test_a_name_is_never_markup(qtbot: QtBot) -> None:
    words = Text("<b>Anna</b> & Co")
    band = Band("warn", "<img src=x> is blocked", lead="<i>Next</i>")
    qtbot.addWidget(words)
    qtbot.addWidget(band)
    assert words.textFormat() == Qt.TextFormat.PlainText
    shown = [each.text() for each in band.findChildren(QLabel)]
    assert shown == ["<b>&lt;i&gt;Next&lt;/i&gt;</b> &lt;img src=x&gt; is blocked"]


def test_band_says_another_thing_in_the_same_place(qtbot: QtBot) -> None:
    way_out = Button("Ask for approval")
    band = Band("accent", "Call today")
    qtbot.addWidget(band)
    band.say("warn", "Discount too large", way_out)
    assert (band.text, band.property("band")) == ("Discount too large", "warn")
    assert way_out.parent() is band


@pytest.mark.parametrize("kind", [FilterChips, TabStrip])
def test_choices_tell_clicks_and_keep_the_chosen(qtbot: QtBot, kind: type[FilterChips] | type[TabStrip]) -> None:
    choices = kind([("mine", "My customers 12"), ("late", "Overdue 2", "bad")])
    qtbot.addWidget(choices)
    choices.show()
    assert choices.selected == "mine"
    with qtbot.waitSignal(choices.chosen, check_params_cb=lambda key: key == "late"):
        qtbot.mouseClick(choices.button("late"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(choices.chosen):
        choices.set_items([("mine", "My customers 13"), ("late", "Overdue 3", "bad")])
    assert choices.selected == "late"
    choices.set_items([("mine", "My customers 13")])
    assert choices.selected == "mine"


def test_arrow_keys_go_through_the_sections(qtbot: QtBot) -> None:
    strip = TabStrip([("a", "Timeline"), ("b", "Details")])
    qtbot.addWidget(strip)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.button("a").setFocus()
    with qtbot.waitSignal(strip.chosen):
        qtbot.keyClick(strip.button("a"), Qt.Key.Key_Right)
    assert strip.selected == "b"


def test_empty_fact_is_a_dash(qtbot: QtBot) -> None:
    grid = FactGrid([("Phone", ""), ("Owner", "Sun Yue")])
    qtbot.addWidget(grid)
    assert {"–", "Sun Yue"} <= {each.text() for each in grid.findChildren(QLabel)}


def test_long_names_are_shortened_not_widened(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = ListRow("phone-outline", "name " * 80, "detail " * 80, Button("Call"))
    line.setParent(window)
    assert line.minimumSizeHint().width() < 300
