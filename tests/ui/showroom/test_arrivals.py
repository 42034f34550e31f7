"""Somebody comes in, with real keys and clicks: what is asked, what the file proposes, and the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.customers import lists as customers
from models.customers.actions import NOBODY, ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind, Relation
from models.customers.relation_actions import relate
from models.rotation import actions, lists
from models.rotation.kinds import ArrivalKind
from models.rotation.reception_actions import ArrivalForm, arrive
from tests.ui.conftest import Shop
from tests.ui.hands import key, press, type_text, words
from tests.ui.showroom.conftest import OpenFloor, receivers
from ui.showroom.tab import ShowroomTab

ENTER, ESCAPE, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down


def test_an_arrival_is_two_keys_and_the_answer_says_why(qtbot: QtBot, board: ShowroomTab) -> None:
    assert board.next_up.name.text() == "孙悦"
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, ENTER)
    assert receivers() == ["孙悦"]
    assert "孙悦 receives; the turn is used." in board.arrival.answer.text
    assert len(board.arrival.answer.text) > len("孙悦 receives; the turn is used.")
    assert board.next_up.name.text() == "周凯"
    key(qtbot, ENTER)
    assert receivers() == ["孙悦"], "Enter alone records nobody"
    assert board.log.rows[0].answer == "孙悦 receives; the turn is used."


def test_who_is_asked_for_is_a_number_key(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    key(qtbot, Qt.Key.Key_3)
    key(qtbot, ENTER)
    assert receivers() == []
    assert board.arrival.answer.text == "Say who it is about."
    key(qtbot, Qt.Key.Key_2)
    assert board.arrival.who.value() == shop.rival.id
    key(qtbot, ENTER)
    assert receivers() == ["周凯"]
    assert board.next_up.name.text() == "孙悦"


def test_a_known_phone_proposes_returning_and_the_owner_receives(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    customer = shop.customer(by=shop.rival)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "6621")
    key(qtbot, ENTER)
    assert board.arrival.kind is ArrivalKind.RETURNING
    qtbot.waitUntil(lambda: "customer of 周凯" in words(board.arrival))
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer_id, reception.receiver, reception.counted) == (customer, "周凯", False)


def test_an_unknown_phone_opens_a_file_with_a_name(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "13900001234")
    key(qtbot, ENTER)
    assert board.arrival.phone.value() == "13900001234"
    type_text(qtbot, "Li")
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert reception.customer == "Li"
    assert reception.customer_id is not None
    file = customers.customer_file(shop.manager, reception.customer_id)
    assert (file.owner, file.phones) == ("孙悦", ("13900001234",))


def test_a_false_claim_is_said(qtbot: QtBot, board: ShowroomTab) -> None:
    key(qtbot, Qt.Key.Key_6)
    assert "the claim is false" in words(board.arrival)
    key(qtbot, Qt.Key.Key_2)
    key(qtbot, ENTER)
    assert receivers() == ["孙悦"]
    assert board.log.rows[0].false_claim == "周凯"
    assert board.people.rows[lists.board().receptions[0].receiver_id].card.counted == 1


def test_number_keys_reach_the_arrival_from_the_list_of_people(qtbot: QtBot, board: ShowroomTab) -> None:
    board.people.list.setFocus()
    key(qtbot, Qt.Key.Key_1)
    assert board.arrival.kind is ArrivalKind.NEW
    board.people.list.setFocus()
    key(qtbot, ENTER)
    assert receivers() == ["孙悦"]


def test_a_kind_is_taken_back_with_escape(qtbot: QtBot, board: ShowroomTab) -> None:
    key(qtbot, Qt.Key.Key_2)
    key(qtbot, ESCAPE)
    assert board.arrival.kind is None
    key(qtbot, ENTER)
    assert receivers() == []


def test_a_click_on_the_card_and_on_record_does_it_too(qtbot: QtBot, board: ShowroomTab) -> None:
    qtbot.mouseClick(board.arrival.kinds.buttons[ArrivalKind.VISITOR], Qt.MouseButton.LeftButton)
    press(qtbot, board.arrival, "record")
    assert receivers() == []
    assert board.log.rows[0].rule == "R13"


def test_a_referral_that_asks_for_the_consultant(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    known = shop.customer(by=shop.rival)
    key(qtbot, Qt.Key.Key_5)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "6621")
    key(qtbot, ENTER)
    assert board.arrival.kind is ArrivalKind.REFERRAL
    board.arrival.asked.click()
    board.arrival.name.setFocus()
    type_text(qtbot, "Friend")
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer, reception.owner, reception.counted) == ("Friend", "周凯", False)
    assert reception.customer_id is not None
    assert customers.customer_file(shop.manager, reception.customer_id).referred_by_id == known


def test_a_found_customer_may_be_who_sends_somebody(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    """The file is found first, then it turns out that they only sent the visitor."""
    known = shop.customer(by=shop.rival)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "6621")
    key(qtbot, ENTER)
    assert board.arrival.kind is ArrivalKind.RETURNING
    key(qtbot, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: "Sent by:" in words(board.arrival.found))
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer_id, reception.receiver, reception.counted) == (None, "孙悦", True), "nobody is asked for"
    assert known not in [each.customer_id for each in lists.board().receptions]


def test_who_was_sent_and_is_nobody_s_is_proposed_as_referred(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    known = shop.customer(by=shop.rival)
    form = FileForm("Nora", phones=("139 0000 7788",), referred_by_id=known, owner_id=NOBODY)
    new = open_file(shop.manager, form, ContactForm(RegisterKind.CALL)).id
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "7788")
    key(qtbot, ENTER)
    assert (board.arrival.kind, board.arrival.asked.value()) == (ArrivalKind.REFERRAL, True)
    qtbot.waitUntil(lambda: "a customer of 周凯" in words(board.arrival.found))
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer_id, reception.receiver, reception.rule) == (new, "周凯", "R10")


def test_who_recognises_a_customer_is_proposed_from_the_file(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    shop.customer(by=shop.rival)
    key(qtbot, Qt.Key.Key_6)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "6621")
    key(qtbot, ENTER)
    assert board.arrival.who.value() == shop.rival.id
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.receiver, reception.rule, reception.counted) == ("周凯", "R7", False)


def test_a_phone_typed_for_a_new_visitor_that_is_on_file_is_shown_first(
    qtbot: QtBot, board: ShowroomTab, shop: Shop
) -> None:
    known = shop.customer(by=shop.rival)
    key(qtbot, Qt.Key.Key_1)
    board.arrival.phone.setFocus()
    type_text(qtbot, customers.customer_file(shop.manager, known).phones[0])
    key(qtbot, ENTER)
    assert (receivers(), board.arrival.kind) == ([], ArrivalKind.RETURNING)
    press(qtbot, board.arrival, "drop_file")
    assert board.arrival.phone.value(), "what was typed stays"
    board.arrival.name.setFocus()
    type_text(qtbot, "Anna")
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer, reception.receiver) == ("Anna", "孙悦"), "somebody else with the same phone"


def test_a_household_on_file_is_proposed_as_that_customer_s(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    known = shop.customer(by=shop.rival)
    form = FileForm("Wei", phones=("139 0000 7799",), owner_id=NOBODY)
    wife = open_file(shop.manager, form, ContactForm(RegisterKind.CALL)).id
    relate(shop.manager, wife, known, Relation.SPOUSE)
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "7799")
    key(qtbot, ENTER)
    assert board.arrival.kind is ArrivalKind.RETURNING
    qtbot.waitUntil(lambda: "family or colleague of" in words(board.arrival.found))
    assert not board.arrival.household.isVisibleTo(board.arrival)
    key(qtbot, ENTER)
    (reception,) = lists.board().receptions
    assert (reception.customer_id, reception.receiver, reception.rule) == (wife, "周凯", "R5")


def test_a_known_customer_may_wait_for_who_is_receiving(qtbot: QtBot, board: ShowroomTab, shop: Shop) -> None:
    shop.customer(by=shop.sales)
    arrive(shop.reception, ArrivalForm())
    key(qtbot, Qt.Key.Key_F3)
    type_text(qtbot, "6621")
    key(qtbot, ENTER)
    qtbot.waitUntil(lambda: "孙悦 is receiving." in words(board.arrival))
    board.arrival.waits.click()
    board.arrival.kinds.setFocus()
    key(qtbot, ENTER)
    (waiting,) = lists.board().unattended
    assert waiting.waits_for == "孙悦"
    assert "waiting for 孙悦" in words(board.unattended)


def test_the_names_of_people_stand_in_errors(open_floor: OpenFloor, shop: Shop) -> None:
    tab = open_floor(shop.reception)
    tab.floor.attempt(actions.begin_signing, shop.sales.id)
    assert tab.arrival.answer.text == "孙悦 is not here."
