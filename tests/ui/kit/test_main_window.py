"""The window: tabs built late, records opened across tabs and back, changes handed out, lock and cover."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.kernel import changes
from models.kernel.changes import Changes
from models.kernel.permissions import Actor
from ui.kit import notices
from ui.kit.desk import Crumb
from ui.kit.search import Group, Hit
from ui.main_window import MainWindow
from ui.tab_spec import TabSpec, WindowActions


class Session:
    actor = Actor(1, "Lin Xiao", frozenset())
    store_name = "Far Sail"
    person_name = "Lin Xiao"
    role_name = "Reception"


class Notebook:
    """A tab that writes down what the window asks of it."""

    def __init__(self, count: int = 0) -> None:
        self.count = count
        self.opened: list[tuple[str, int]] = []
        self.refreshed: list[Changes | None] = []
        self.line = QLineEdit()
        self.widget = QWidget()
        QVBoxLayout(self.widget).addWidget(self.line)
        self.widget.setFocusProxy(self.line)

    def refresh(self, changes: Changes | None) -> None:
        self.refreshed.append(changes)

    def badge(self) -> int:
        return self.count

    def open_record(self, kind: str, record_id: int) -> None:
        self.opened.append((kind, record_id))


class Desk:
    """A window with three tabs, and what happened to it."""

    def __init__(self) -> None:
        self.built: list[str] = []
        self.called: list[str] = []
        self.tabs = {"today": Notebook(3), "customers": Notebook(), "sales": Notebook()}
        specs = [
            self.spec("today", ()),
            self.spec("customers", ("customer",)),
            self.spec("sales", ("quote", "contract")),
        ]
        actions = WindowActions(
            search=lambda text: [Group("Customers", "account-outline", [Hit("customer", 8, "Wang")])],
            on_lock=lambda: self.called.append("lock"),
            on_switch=lambda: self.called.append("switch"),
            on_settings=lambda: self.called.append("settings"),
            on_close=lambda: "stay" not in self.called,
        )
        self.window = MainWindow(specs, Session(), actions)

    def spec(self, key: str, kinds: tuple[str, ...]) -> TabSpec:
        def build(window: MainWindow) -> Notebook:
            self.built.append(key)
            return self.tabs[key]

        return TabSpec(key, key.title(), "calendar-check-outline", build, kinds)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    yield made
    made.called.clear()
    made.window.close()


def test_tabs_are_built_when_they_come_to_the_front(qtbot: QtBot, desk: Desk) -> None:
    assert desk.built == ["today"]
    qtbot.mouseClick(desk.window.tab_bar.buttons["sales"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.built == ["today", "sales", "customers"]
    assert desk.window.front == "customers"
    assert desk.tabs["customers"].line.hasFocus()
    assert desk.tabs["customers"].widget.isVisible()


def test_search_from_anywhere_opens_the_record(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.top.search.hasFocus()
    qtbot.keyClicks(desk.window.top.search, "6621")
    qtbot.keyClick(desk.window.top.search, Qt.Key.Key_Return)
    assert desk.tabs["customers"].opened == [("customer", 8)]
    assert desk.window.front == "customers"


def crumbs(desk: Desk) -> list[str]:
    return [each.text() for each in desk.window.crumb_bar.findChildren(QPushButton) if not each.isHidden()]


def test_the_way_back_through_records(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.open_record("customer", 1)
    window.open_record("quote", 5, Crumb("customer", 1, "Wang"))
    window.open_record("contract", 6, Crumb("quote", 5, "BJ-5"))
    qtbot.waitUntil(lambda: crumbs(desk) == ["Wang", "BJ-5"])
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.tabs["sales"].opened[-1] == ("quote", 5)
    qtbot.waitUntil(lambda: crumbs(desk) == ["Wang"])
    back = next(each for each in window.crumb_bar.findChildren(QPushButton) if not each.isHidden())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (window.front, desk.tabs["customers"].opened[-1]) == ("customers", ("customer", 1))
    assert crumbs(desk) == []


def test_choosing_a_tab_ends_the_trail(desk: Desk) -> None:
    desk.window.open_record("quote", 5, Crumb("customer", 1, "Wang"))
    desk.window.show_tab("today")
    assert crumbs(desk) == []


def test_a_record_without_a_screen_is_said(desk: Desk) -> None:
    with notices.recording() as record:
        desk.window.open_record("work_order", 1)
    assert len(record.told) == 1
    assert desk.window.front == "today"


def test_changes_reach_the_tab_in_front_now_and_the_others_later(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_tab("customers")
    what = Changes(action="visit")
    desk.tabs["customers"].count = 4
    changes.tell_after(what)
    assert desk.tabs["customers"].refreshed == [what]
    assert desk.tabs["today"].refreshed == []
    qtbot.waitUntil(lambda: desk.window.tab_bar.buttons["customers"].count == 4)
    desk.window.show_tab("today")
    assert desk.tabs["today"].refreshed == [None]
    desk.window.show_tab("customers")
    assert desk.tabs["customers"].refreshed == [what]


def test_changes_of_a_worker_thread_come_to_the_screens(qtbot: QtBot, desk: Desk) -> None:
    thread = Thread(target=changes.tell_after, args=(Changes(action="import"),))
    thread.start()
    thread.join()
    assert desk.tabs["today"].refreshed == []
    qtbot.waitUntil(lambda: len(desk.tabs["today"].refreshed) == 1)


def test_badges_and_bell(desk: Desk) -> None:
    assert desk.window.tab_bar.buttons["today"].count == 3
    assert desk.window.top.bell.count == 3


def test_buttons_above_do_what_was_handed_in(qtbot: QtBot, desk: Desk) -> None:
    top = desk.window.top
    for button in (top.person, top.settings, top.lock):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.called == ["switch", "settings", "lock", "lock"]
    assert top.usb.isHidden(), "nobody handed in what it does"


def test_bell_shows_what_needs_somebody(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_tab("sales")
    qtbot.mouseClick(desk.window.top.bell, Qt.MouseButton.LeftButton)
    assert desk.window.front == "today"


def test_lock_when_nobody_touches_anything(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.main_window._MINUTE", 40)
    desk.window.lock_after(1)
    qtbot.waitUntil(lambda: desk.called == ["lock"])


def test_a_key_puts_the_lock_off(qtbot: QtBot, desk: Desk) -> None:
    desk.window.lock_after(5)
    full = desk.window.idle_left()
    qtbot.waitUntil(lambda: desk.window.idle_left() < full - 50)
    worn = desk.window.idle_left()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window.windowHandle(), press)
    assert desk.window.idle_left() > worn


def test_cover_hides_everything_and_keeps_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.tabs["today"].line, "half a sen")
    dialog = QDialog(desk.window)
    dialog.open()
    page = QLineEdit()
    desk.window.cover(page)
    assert desk.window.covered
    assert page.isVisible()
    assert not desk.tabs["today"].widget.isVisible()
    assert not dialog.isVisible()
    qtbot.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert desk.window.front == "today"
    desk.window.uncover()
    assert desk.tabs["today"].line.text() == "half a sen"
    assert desk.tabs["today"].widget.isVisible()
    assert dialog.isVisible()
    dialog.close()


def test_closing_may_be_refused(desk: Desk) -> None:
    desk.called.append("stay")
    assert not desk.window.close()
    assert desk.window.isVisible()


def test_a_closed_window_listens_no_more(desk: Desk) -> None:
    desk.window.close()
    changes.tell_after(Changes())
    assert desk.tabs["today"].refreshed == []


@pytest.mark.parametrize("width", [911, 1366, 1920])
def test_all_tabs_have_room(qtbot: QtBot, desk: Desk, width: int) -> None:
    desk.window.resize(width, 512)
    QApplication.processEvents()
    assert desk.window.width() == width
    assert all(button.x() + button.width() <= width for button in desk.window.tab_bar.buttons.values())
    lock = desk.window.top.lock
    assert lock.x() + lock.width() <= width
