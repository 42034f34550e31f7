"""Choosing who is at the counter and typing the PIN; locking and switching lose nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from models.kernel import clock
from models.kernel.permissions import Actor
from models.staff import login
from tests.programs import PIN, click, log_in, login_page, open_program, press, type_text
from ui.assembly import Program
from ui.kit.editors import TextEdit
from ui.kit.widgets import Button
from ui.login.page import LoginPage

ENTER = Qt.Key.Key_Return
PIN_OF_SHOP = "1234"


def shown(page: LoginPage) -> list[str]:
    """The names on the cards in sight."""
    return [card.person.name for card in page.cards if card.isVisible()]


@pytest.fixture
def page(qtbot: QtBot, shop: object, look: None) -> LoginPage:
    """The page alone, over a shop of six; who came in is kept in ``page.came``."""
    came: list[Actor] = []
    page = LoginPage("远航汽车", came.append)
    page.came = came
    page.filter.show()
    qtbot.addWidget(page)
    page.show()
    page.filter.show()
    return page


def test_initials_enter_and_the_pin_let_in(qtbot: QtBot, page: LoginPage) -> None:
    type_text(page.filter, "sy")
    assert shown(page) == ["孙悦"]
    press(page.filter, ENTER)
    type_text(page.pin, PIN_OF_SHOP)
    press(page.pin, ENTER)
    qtbot.waitUntil(lambda: bool(page.came))
    assert page.came[0].name == "孙悦"
    assert page.pin.text() == ""


def test_names_narrow_the_cards(page: LoginPage) -> None:
    type_text(page.filter, "方")
    assert shown(page) == ["方若云"]
    type_text(page.filter, "x")
    assert shown(page) == []
    assert page.person is None
    assert not page.pin.isVisible()


def test_arrows_move_and_digits_begin_the_pin(page: LoginPage) -> None:
    press(page.filter, Qt.Key.Key_Down)
    press(page.filter, Qt.Key.Key_Right)
    press(page.filter, Qt.Key.Key_Down)
    assert page.person == page.cards[3].person
    type_text(page.filter, "1")
    assert page.pin.text() == "1"
    assert page.filter.text() == ""
    assert page.person == page.cards[3].person


def test_a_wrong_pin_is_told_and_the_next_try_is_free(qtbot: QtBot, page: LoginPage) -> None:
    click(page.cards[1])
    type_text(page.pin, "9876")
    press(page.pin, ENTER)
    qtbot.waitUntil(lambda: page.message.text() == "The PIN is wrong.")
    assert page.pin.text() == ""
    assert page.pin.isEnabled()
    assert page.came == []


def test_after_five_misses_the_wait_is_counted_down(
    qtbot: QtBot, page: LoginPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = clock.uptime()
    monkeypatch.setattr(clock, "uptime", lambda: begun)
    click(page.cards[1])
    for _miss in range(5):
        type_text(page.pin, "9876")
        press(page.pin, ENTER)
        qtbot.waitUntil(lambda: not page.pin.text())
    qtbot.waitUntil(lambda: not page.pin.isEnabled())
    assert "30 seconds" in page.message.text()
    type_text(page.pin, PIN_OF_SHOP)
    assert page.pin.text() == ""
    click(page.cards[2])
    assert page.pin.isEnabled()
    assert page.message.text() == ""
    click(page.cards[1])
    assert not page.pin.isEnabled()
    monkeypatch.setattr(clock, "uptime", lambda: begun + 31)
    qtbot.waitUntil(page.pin.isEnabled)
    assert page.message.text() == ""
    type_text(page.pin, PIN_OF_SHOP)
    press(page.pin, ENTER)
    qtbot.waitUntil(lambda: bool(page.came))


def test_who_has_left_is_not_offered(page: LoginPage, shop: object) -> None:
    from models.staff.actions import leave_company

    leave_company(shop.owner, shop.cashier.id)
    assert "方若云" not in [card.person.name for card in LoginPage("", print).cards]
    with pytest.raises(Exception, match="left the company"):
        login.log_in(shop.cashier.id, PIN_OF_SHOP)


def test_lock_and_the_same_person_goes_on_where_they_were(qtbot: QtBot, program: Program, founded: str) -> None:
    open_program(qtbot, program, founded)
    log_in(qtbot, program, "王总", "2468")
    window = program.window
    assert window is not None
    click(window.top.settings)
    name = window.tab("settings").widget.findChild(TextEdit, "name")
    type_text(name, "!")
    typed = name.text()
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.covered
    page = login_page(program)
    assert page.person is not None
    assert page.person.name == "王总"
    qtbot.waitUntil(page.pin.hasFocus)
    log_in(qtbot, program, "王总", "2468")
    assert window.front == "settings"
    assert name.text() == typed == "远航汽车!"


def test_another_person_gets_tabs_of_their_own_and_the_first_finds_theirs_again(
    qtbot: QtBot, program: Program, founded: str
) -> None:
    open_program(qtbot, program, founded)
    log_in(qtbot, program, "王总", "2468")
    window = program.window
    assert window is not None
    click(window.top.settings)
    name = window.tab("settings").widget.findChild(TextEdit, "name")
    type_text(name, "!")
    click(window.top.person)
    assert login_page(program).person is None
    log_in(qtbot, program, "孙悦", PIN)
    assert program.session is not None
    assert program.session.actor.name == "孙悦"
    assert window.front == "today"
    click(window.top.settings)
    assert window.tab("settings").widget.findChild(TextEdit, "name") is None
    click(window.top.lock)
    log_in(qtbot, program, "王总", "2468")
    assert window.front == "settings"
    assert name.isVisible()
    assert name.text() == "远航汽车!"


def test_what_was_found_and_an_open_menu_go_when_the_window_locks(qtbot: QtBot, program: Program, founded: str) -> None:
    open_program(qtbot, program, founded)
    log_in(qtbot, program, "王总", "2468")
    window = program.window
    assert window is not None
    type_text(window.top.search, "孙悦")
    window.top.search.look()
    (found,) = [each for each in window.findChildren(QScrollArea) if each.property("popup")]
    assert found.isVisible()
    menu = QMenu(window)
    menu.addAction("孙悦")
    menu.popup(window.pos())
    assert menu.isVisible()
    window._idle.timeout.emit()
    assert window.covered
    assert not found.isVisible()
    assert not menu.isVisible()


def test_the_window_locks_after_the_minutes_of_this_pc(qtbot: QtBot, program: Program, founded: str) -> None:
    from ui import this_pc

    this_pc.change(idle_minutes=3)
    open_program(qtbot, program, founded)
    log_in(qtbot, program, "孙悦", PIN)
    window = program.window
    assert window is not None
    assert window._idle.interval() == 3 * 60_000
    window._idle.timeout.emit()
    assert window.covered


def test_closing_the_window_lets_the_store_go(qtbot: QtBot, program: Program, founded: str) -> None:
    from models.kernel import store

    open_program(qtbot, program, founded)
    assert program.window is not None
    program.window.close()
    store.close(store.open_store(founded))


def test_what_was_typed_a_moment_ago_is_saved_when_the_window_closes(
    qtbot: QtBot, program: Program, founded: str
) -> None:
    from models.customers.actions import ContactForm, FileForm, open_file
    from models.customers.kinds import RegisterKind
    from models.kernel import store
    from models.sales import lists
    from models.sales.quote_actions import QuoteForm, start_quote

    open_program(qtbot, program, founded)
    log_in(qtbot, program, "孙悦", PIN)
    assert program.session is not None
    actor = program.session.actor
    form = FileForm(name="王建国", phones=("138 0013 6621",), source="walk_in")
    customer = open_file(actor, form, ContactForm(RegisterKind.VISIT)).id
    quote = start_quote(actor, customer, QuoteForm()).id
    window = program.window
    assert window is not None
    window.open_record("quote", quote)
    type_text(window.tab("sales").quote_page.head.needs, "five seats")
    window.close()
    opened = store.open_store(founded)
    assert lists.quote_view(actor, quote).needs == "five seats"
    store.close(opened)


def test_sample_stores_tell_whose_pin_is_what(qtbot: QtBot, program: Program, founded: str) -> None:
    from models.kernel import store
    from models.shop.profile import profile, write_profile
    from ui import this_pc

    opened = store.open_store(founded)
    with store.transaction():
        write_profile(type(profile())(**{**vars(profile()), "sample_data": True}))
    store.close(opened)
    this_pc.change(sample_pins=(("王总", "Owner", "2468"),))
    page = open_program(qtbot, program, founded)
    assert page.findChild(Button, "pins").isVisible()
