"""The board with real keys and clicks: arrivals, presence, the answer, undo, and what waits."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from models.customers import lists as customers
from models.kernel import clock
from models.kernel.errors import RuleError
from models.rotation import actions, lists
from models.rotation.figures import figures
from models.rotation.kinds import ArrivalKind, Presence, ReceptionResult
from models.rotation.manager_actions import change_line_up
from models.rotation.reception_actions import ArrivalForm, arrive
from tests.ui.conftest import Elsewhere, Shop
from tests.ui.hands import dialog, key, press, type_text, words
from tests.ui.showroom.conftest import MORNING, Clock, OpenFloor, receivers
from ui.kit.widgets import Text
from ui.main_window import MainWindow
from ui.showroom.tab import ShowroomTab

ENTER, ESCAPE, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down


def test_presence_by_one_key(qtbot: QtBot, open_floor: OpenFloor, shop: Shop) -> None:
    tab = open_floor(shop.reception)
    assert tab.next_up.name.text() == "Nobody is free"
    tab.people.list.setFocus()

    def presence() -> Presence:
        return tab.people.rows[shop.sales.id].card.presence

    for which, expected in (
        (Qt.Key.Key_I, Presence.WAITING),
        (Qt.Key.Key_A, Presence.AWAY_PERSONAL),
        (Qt.Key.Key_B, Presence.WAITING),
        (Qt.Key.Key_G, Presence.RECEIVING),
        (Qt.Key.Key_G, Presence.WAITING),
        (Qt.Key.Key_O, Presence.OFF),
        (SPACE, Presence.WAITING),
    ):
        key(qtbot, which)
        assert presence() is expected


def test_away_for_the_store_says_who_sent_them(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    board.people.list.setFocus()
    key(qtbot, Qt.Key.Key_S)
    dialog(qtbot)
    key(qtbot, ENTER)
    card = board.people.rows[shop.sales.id].card
    assert (card.presence, card.sent_by) == (Presence.AWAY_STORE, "高经理")
    assert "sent by 高经理" in words(board.people)


def test_down_chooses_the_next_person_and_a_click_does_too(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    board.people.list.setFocus()
    key(qtbot, DOWN)
    assert board.people.chosen == shop.rival.id
    key(qtbot, Qt.Key.Key_A)
    assert board.people.rows[shop.rival.id].card.presence is Presence.AWAY_PERSONAL
    qtbot.mouseClick(board.people.rows[shop.sales.id], Qt.MouseButton.LeftButton)
    assert board.people.chosen == shop.sales.id


def test_ending_a_reception_asks_for_its_result(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    arrive(shop.reception, ArrivalForm())
    board.people.list.setFocus()
    board.people.choose(shop.sales.id)
    key(qtbot, Qt.Key.Key_E)
    asked = dialog(qtbot)
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "Say what came of it." in words(asked))
    key(qtbot, Qt.Key.Key_2)
    key(qtbot, ENTER)
    assert receivers() == []
    assert figures([clock.today()]).results == {ReceptionResult.TEST_DRIVE: 1}


def test_who_leaves_a_contact_gets_a_file(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    arrive(shop.reception, ArrivalForm())
    board.people.list.setFocus()
    board.people.choose(shop.sales.id)
    key(qtbot, Qt.Key.Key_E)
    asked = dialog(qtbot)
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "Type the phone number they left." in words(asked))
    type_text(qtbot, "139 1111 2222")
    asked.form.set_values({"name": "Nora"})
    press(qtbot, asked, "accept")
    assert receivers() == []
    (found,) = customers.find(shop.manager, "2222")
    assert (found.name, found.owner, found.phone) == ("Nora", "孙悦", "139 1111 2222")


def test_no_interest_needs_a_reason(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    arrive(shop.reception, ArrivalForm())
    board.people.list.setFocus()
    board.people.choose(shop.sales.id)
    key(qtbot, Qt.Key.Key_E)
    asked = dialog(qtbot)
    key(qtbot, Qt.Key.Key_5)
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "Say why." in words(asked))
    type_text(qtbot, "price")
    key(qtbot, ENTER)
    assert receivers() == []


def test_undo_gives_the_turn_back_within_ten_seconds(qtbot: QtBot, board: ShowroomTab, at_nine: Clock) -> None:
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    at_nine.go_on(seconds=9)
    board.tick()
    assert board.arrival.answer.undo_button is not None
    assert board.arrival.answer.undo_button.label == "Undo (1 s)"
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert receivers() == []
    assert board.next_up.name.text() == "孙悦"
    assert board.log.rows[1].voided_by == board.log.rows[0].number


def test_after_ten_seconds_there_is_no_undo(qtbot: QtBot, board: ShowroomTab, at_nine: Clock) -> None:
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    at_nine.go_on(seconds=10)
    board.tick()
    assert board.arrival.answer.undo_button is None
    assert not [each for each in board.arrival.findChildren(QPushButton, "undo") if each.isVisible()]


def test_a_clock_that_was_ahead_is_said(qtbot: QtBot, open_floor: OpenFloor, shop: Shop, at_nine: Clock) -> None:
    at_nine.go_on(days=1)
    actions.sign_in(shop.reception, [shop.sales.id])
    at_nine.go_on(days=-1)
    tab = open_floor(shop.reception)
    assert "Whose clock is wrong?" in words(tab.widget)
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    assert len(lists.board().unattended) == 1


def test_a_clock_set_back_makes_no_time_negative(qtbot: QtBot, board: ShowroomTab, at_nine: Clock) -> None:
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    at_nine.go_on(minutes=-7)
    board.tick()
    row = next(iter(board.people.rows.values()))
    assert {each.time.text() for each in board.people.rows.values() if each.time.text()} == {"0 min"}
    assert row.card is not None
    assert board.arrival.answer.undo_button is not None
    assert board.arrival.answer.undo_button.label == "Undo (10 s)"


def test_the_manager_takes_back_a_line_of_the_log(
    qtbot: QtBot, open_floor: OpenFloor, shop: Shop, present: None, at_nine: Clock
) -> None:
    arrive(shop.reception, ArrivalForm())
    number = lists.board().last_number
    at_nine.go_on(minutes=5)
    tab = open_floor(shop.manager)
    tab.log.open_line(number)
    press(qtbot, dialog(qtbot), "take_back")
    dialog(qtbot, "Take back")
    type_text(qtbot, "wrong door")
    key(qtbot, ENTER)
    assert receivers() == []
    assert next(row for row in tab.log.rows if row.number == number).voided_by is not None


def test_over_midnight_the_board_is_the_new_day(qtbot: QtBot, board: ShowroomTab, shop: Shop, at_nine: Clock) -> None:
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    at_nine.set(MORNING.replace(hour=23, minute=59, second=59))
    board.tick()
    assert len(board.log.rows) == 2
    at_nine.go_on(seconds=2)
    board.tick()
    assert board.floor.board.day == (MORNING + timedelta(days=1)).date()
    assert (board.log.rows, board.next_up.name.text()) == ([], "Nobody is free")
    assert not board.arrival.answer.text, "what was said yesterday is gone"
    assert board.floor.board.queue[0].name == "周凯"
    actions.sign_in(shop.reception, [shop.sales.id, shop.rival.id])
    assert board.next_up.name.text() == "周凯"


def test_a_restart_in_the_middle_of_a_reception_shows_it_running_on(
    qtbot: QtBot, open_floor: OpenFloor, shop: Shop, present: None, at_nine: Clock
) -> None:
    arrive(shop.reception, ArrivalForm())
    at_nine.go_on(minutes=18)
    tab = open_floor(shop.reception)
    row = tab.people.rows[shop.sales.id]
    assert (row.card.presence, row.time.text()) == (Presence.RECEIVING, "18 min")
    tab.people.list.setFocus()
    tab.people.choose(shop.sales.id)
    key(qtbot, Qt.Key.Key_E)
    dialog(qtbot)
    key(qtbot, Qt.Key.Key_3)
    key(qtbot, ENTER)
    assert receivers() == []


def test_discovery_hands_over_to_the_owner(qtbot: QtBot, open_floor: OpenFloor, shop: Shop, present: None) -> None:
    customer = shop.customer(by=shop.rival)
    arrive(shop.reception, ArrivalForm())
    tab = open_floor(shop.reception)
    tab.people.errands.discover(lists.board().receptions[0])
    asked = dialog(qtbot)
    type_text(qtbot, "6621")
    assert asked.form.editor("customer_id").value() == customer
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.receiver, reception.customer_id) == ("周凯", customer)
    assert "孙悦" in {debt.name for debt in lists.board().owed}
    qtbot.waitUntil(lambda: "Owed, served first" in words(tab.next_up))


def test_the_file_of_who_is_here_opens_from_the_menu(
    qtbot: QtBot, open_floor: OpenFloor, shop: Shop, present: None, elsewhere: Elsewhere
) -> None:
    customer = shop.customer()
    arrive(shop.reception, ArrivalForm(kind=ArrivalKind.RETURNING, customer_id=customer))
    tab = open_floor(shop.reception)
    menu = QMenu()
    card = tab.floor.card(shop.sales.id)
    assert card is not None
    tab.people.errands.fill_menu(menu, card)
    texts = [each.text() for each in menu.actions()]
    assert "Let somebody stand in…" not in texts, "that is the manager's"
    next(each for each in menu.actions() if each.text() == "Show the file").trigger()
    assert elsewhere.shown == [("customer", customer)]


def test_who_may_not_record_sees_the_board_only(open_floor: OpenFloor, shop: Shop, present: None) -> None:
    tab = open_floor(shop.cashier)
    assert tab.next_up.name.text() == "孙悦"
    assert not tab.arrival.kinds.isEnabled()
    assert tab.people.findChildren(QPushButton) == []
    assert not tab.log.findChildren(QPushButton, "close")


def test_nobody_in_the_line_up_leads_the_manager_to_make_one(qtbot: QtBot, open_floor: OpenFloor, shop: Shop) -> None:
    change_line_up(shop.manager, [])
    assert "A sales manager can make a line-up." in words(open_floor(shop.reception).widget)
    tab = open_floor(shop.manager)
    press(qtbot, tab.widget, "make_line_up")
    assert tab.pages is not None
    assert tab.pages.isVisible()
    assert tab.pages.strip.selected == "line_up"


def test_the_big_screen_names_no_customer_and_follows_the_floor(
    qtbot: QtBot, board: ShowroomTab, shop: Shop, at_nine: Clock
) -> None:
    shop.customer()
    key(qtbot, Qt.Key.Key_F11)
    screen = board.big_screen
    assert screen is not None
    assert screen.isFullScreen()
    assert screen.next.text() == "孙悦"
    arrive(shop.reception, ArrivalForm(name="Anna Keller"))
    customer = board.floor.board.receptions[0].customer
    assert customer == "Anna Keller"
    assert screen.next.text() == "周凯"
    qtbot.waitUntil(lambda: "Receiving" in words(screen))
    assert "Anna" not in words(screen)
    arrive(shop.reception, ArrivalForm(name="Bert Vos"))
    arrive(shop.reception, ArrivalForm(name="Cem Ak"))
    at_nine.go_on(seconds=75)
    screen.tick()
    qtbot.waitUntil(lambda: "1 customer is waiting: 1 min 15 s" in words(screen))
    said = words(screen)
    assert not any(name in said for name in ("Anna", "Bert", "Cem"))
    qtbot.keyClick(screen, ESCAPE)
    assert not screen.isVisible()


def test_another_seats_work_comes_in(board: ShowroomTab, shop: Shop) -> None:
    """What another program committed tells this one nothing: it looks again by itself."""
    window = board.widget.window()
    assert isinstance(window, MainWindow)
    window.committed.disconnect()
    arrive(shop.reception, ArrivalForm())
    assert board.next_up.name.text() == "孙悦"
    for _second in range(5):
        board.tick()
    assert board.next_up.name.text() == "周凯"


def test_a_turn_is_delegated_in_advance(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    arrive(shop.reception, ArrivalForm())
    card = board.floor.card(shop.sales.id)
    assert card is not None
    board.people.errands.delegate(card)
    asked = dialog(qtbot)
    asked.form.set_values({"to": shop.rival.id})
    press(qtbot, asked, "accept")
    assert "Delegate the turn, to 周凯" in board.people.rows[shop.sales.id].detail.text()


def test_a_customer_insists_on_a_colleague(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    arrive(shop.reception, ArrivalForm())
    board.people.errands.insist(lists.board().receptions[0])
    asked = dialog(qtbot)
    asked.form.set_values({"to": shop.rival.id, "reason": "knows him"})
    press(qtbot, asked, "accept")
    (reception,) = lists.board().receptions
    assert (reception.receiver, reception.owner, reception.counted) == ("周凯", "周凯", False)


def test_somebody_stands_in_while_a_colleague_is_away(qtbot: QtBot, open_floor: OpenFloor, shop: Shop) -> None:
    actions.sign_in(shop.reception, [shop.rival.id])
    tab = open_floor(shop.manager)
    card = tab.floor.card(shop.sales.id)
    assert card is not None
    tab.people.errands.stand_in(card)
    asked = dialog(qtbot)
    asked.form.set_values({"by": shop.rival.id})
    press(qtbot, asked, "accept")
    assert "represented by 周凯" in tab.people.rows[shop.sales.id].detail.text()
    assert tab.next_up.name.text() == "周凯"


def test_a_long_answer_has_room_in_a_small_window(qtbot: QtBot, board: ShowroomTab) -> None:
    board.widget.window().resize(911, 512)
    board.floor.refused.emit(RuleError("The day is over, and nobody can come in any more before the next one. " * 3))
    (said,) = (each for each in board.arrival.answer.band.findChildren(Text) if each.isVisible())
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 2 * said.fontMetrics().height())
    assert all(each.height() >= each.sizeHint().height() for each in board.arrival.kinds.buttons.values())
