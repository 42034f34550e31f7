"""The rotation at the desk, on both databases: what is done, what registers and files then hold, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.customers.actions import ContactForm, FileForm, leave, open_file
from models.customers.kinds import FormOfAddress, RegisterKind
from models.customers.lists import customer_file, timeline
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.rotation import files, lists
from models.rotation.actions import (
    begin_signing,
    come_back,
    go_away,
    say_on_turn,
    sign_in,
    undo,
)
from models.rotation.kinds import ArrivalKind, Presence, ReceptionResult, TurnChoice
from models.rotation.manager_actions import (
    change_policy,
    let_stand_in,
    override,
    take_back,
)
from models.rotation.policies import Policy
from models.rotation.reception_actions import (
    ArrivalForm,
    arrive,
    discover,
    finish_reception,
    insist,
    open_file_for,
    recognise,
)
from tests.models.rotation.floors import NEW, answer, come_in, decided, everybody_in, standing
from tests.models.shops import Shop, customer

K = ArrivalKind
DAY = timedelta(days=1)


def line(line_id: int) -> RegisterLine:
    """A line of the visit register."""
    return RegisterLine.get_by_id(line_id)


def owner_of(customer_id: int) -> int | None:
    """Who owns a file."""
    return Customer.get_by_id(customer_id).owner_id


def called(shop: Shop, name: str = "赵六", phone: str = "13700001111") -> int:
    """A file of somebody who has only phoned."""
    return open_file(shop.consultant, FileForm(name, phones=(phone,)), ContactForm(RegisterKind.CALL)).id


def test_the_first_event_opens_the_day_with_every_consultant(shop: Shop) -> None:
    before = lists.board()
    assert (before.is_open, before.next) == (False, None)
    assert [card.name for card in before.queue] == ["孙悦", "李想"]
    everybody_in(shop)
    board = lists.board()
    assert board.is_open
    assert [card.presence for card in board.queue] == [Presence.WAITING] * 2
    assert board.next is not None
    assert board.next.name == "孙悦"


def test_an_arrival_is_a_line_in_the_register_and_an_answer_with_its_rule(shop: Shop) -> None:
    everybody_in(shop)
    done = arrive(shop.reception, ArrivalForm(party_size=3, about="V7"))
    told = answer(done)
    decision = decided(done)
    assert (decision.rule, decision.receiver, decision.counted) == ("R1", str(shop.consultant.id), True)
    assert decision.next == str(shop.colleague.id)
    register = line(told.line_id)
    assert (register.staff_id, register.party_size, register.about) == (shop.consultant.id, 3, "V7")
    assert (register.left_at, register.customer_id) == (None, None)
    assert done.touches("rotation_day")
    assert done.touches("register_line", told.line_id)
    assert lists.spoken(decision) == ("孙悦 receives; the turn is used.", "It is 孙悦's turn.")


def test_a_new_visitor_with_a_name_gets_a_file_owned_by_whoever_receives(shop: Shop) -> None:
    everybody_in(shop)
    form = ArrivalForm(name="赵六", form_of_address=FormOfAddress.MR, phone="137 0000 1111", source="walk_in")
    line_id = come_in(shop, form, by=shop.manager)
    file_id = line(line_id).customer_id
    file = customer_file(shop.owner, file_id)
    assert (file.name, file.phones, file.owner_id, file.no_contact) == (
        *("赵六", ("137 0000 1111",)),
        *(shop.consultant.id, False),
    )
    assert [contact.id for contact in timeline(file_id)] == [line_id]
    other = line(come_in(shop, ArrivalForm(form_of_address=FormOfAddress.MS))).customer_id
    assert customer_file(shop.owner, other).no_contact
    assert owner_of(other) == shop.colleague.id


def test_only_a_phone_stands_in_the_register(shop: Shop) -> None:
    everybody_in(shop)
    register = line(come_in(shop, ArrivalForm(phone="137 0000 1111")))
    assert (register.phone, register.customer_id) == ("137 0000 1111", None)
    with pytest.raises(RuleError):
        arrive(shop.reception, ArrivalForm(phone="12"))
    assert len(standing().log) == 2


def test_a_file_nobody_receives_yet_belongs_to_nobody(shop: Shop) -> None:
    line_id = come_in(shop, ArrivalForm(name="赵六"), by=shop.manager)
    file_id = line(line_id).customer_id
    assert owner_of(file_id) is None
    assert [each.customer for each in lists.board().unattended] == ["赵六"]
    sign_in(shop.reception, (shop.colleague.id,))
    assert owner_of(file_id) == shop.colleague.id
    assert line(line_id).staff_id == shop.colleague.id
    assert lists.board().unattended == ()


def test_a_known_customer_goes_to_the_owner_of_the_file(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    assert files.proposal(file_id, Policy()) == files.Proposal(K.RETURNING, shop.colleague.id, True)
    decision = decided(arrive(shop.reception, ArrivalForm(K.RETURNING, file_id)))
    assert (decision.rule, decision.receiver, decision.counted) == ("R5", str(shop.colleague.id), False)
    assert [contact.first_time for contact in timeline(file_id)] == [False, True]


def test_the_register_knows_better_than_new(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    assert decided(arrive(shop.reception, ArrivalForm(K.NEW, file_id))).rule == "R5"


def test_protection_lapses_after_thirty_days(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    with clock.standing_at(clock.now() + 31 * DAY):
        everybody_in(shop)
        assert files.proposal(file_id, Policy()).kind is K.NEW
        decision = decided(arrive(shop.reception, ArrivalForm(K.RETURNING, file_id)))
        assert (decision.rule, decision.receiver) == ("R1", str(shop.consultant.id))
        assert "lapsed" in lists.spoken(decision)[1]
        assert owner_of(file_id) == shop.consultant.id


def test_who_bought_stays_protected(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    Customer.update(stage="delivered").where(Customer.id == file_id).execute()
    with clock.standing_at(clock.now() + 400 * DAY):
        assert files.proposal(file_id, Policy()) == files.Proposal(K.RETURNING, shop.colleague.id, True)


def test_who_only_phoned_is_proposed_as_such_and_uses_the_turn(shop: Shop) -> None:
    file_id = called(shop)
    everybody_in(shop)
    assert files.proposal(file_id, Policy()) == files.Proposal(K.PHONED_ASKS_FOR, shop.consultant.id, True)
    form = ArrivalForm(K.PHONED_ASKS_FOR, file_id, who=shop.consultant.id)
    decision = decided(arrive(shop.reception, form))
    assert (decision.rule, decision.counted, decision.next) == ("R6", True, str(shop.colleague.id))


def test_a_claim_is_checked_against_the_registers(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    false = ArrivalForm(K.RECOGNISED, file_id, who=shop.consultant.id)
    decision = decided(arrive(shop.reception, false))
    assert (decision.rule, decision.false_claim) == ("R7", str(shop.consultant.id))
    finish_reception(shop.reception, answer_line(), ReceptionResult.QUOTE)
    true = ArrivalForm(K.RECOGNISED, file_id, who=shop.colleague.id)
    decision = decided(arrive(shop.reception, true))
    assert (decision.rule, decision.receiver, decision.false_claim) == ("R7", str(shop.colleague.id), None)
    with pytest.raises(RuleError, match="who"):
        arrive(shop.reception, ArrivalForm(K.RECOGNISED))


def answer_line() -> int:
    """The line of the only customer being received."""
    (reception,) = lists.board().receptions
    return reception.line_id


def test_recognised_after_a_colleague_began(shop: Shop) -> None:
    file_id = called(shop)
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(K.PHONED_ASKS_FOR, file_id, who=second))
    assert line(line_id).staff_id == second
    claim = decided(recognise(shop.reception, line_id, first))
    assert (claim.rule, claim.receiver, claim.false_claim) == ("R7", str(first), None), "the call is in the register"
    assert (claim.owed, owner_of(file_id)) == ((str(second),), first)


def test_a_false_claim_after_a_colleague_began(shop: Shop) -> None:
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(name="赵六"))
    claim = decided(recognise(shop.reception, line_id, second))
    assert (claim.rule, claim.receiver, claim.counted, claim.false_claim) == ("R7", str(first), True, str(second))
    assert {card.id: card.false_claims for card in lists.board().queue} == {first: 0, second: 1}


def test_a_referral_asks_for_the_seller_of_who_sent_them(shop: Shop) -> None:
    sender = customer(shop, by=shop.colleague)
    everybody_in(shop)
    form = ArrivalForm(K.REFERRAL, sent_by_id=sender, name="小王", phone="13900000000", asked=True)
    done = arrive(shop.reception, form)
    assert (decided(done).rule, decided(done).receiver) == ("R10", str(shop.colleague.id))
    file_id = line(answer(done).line_id).customer_id
    assert (file_id != sender, customer_file(shop.owner, file_id).referred_by_id) == (True, sender)
    assert owner_of(file_id) == shop.colleague.id


def test_a_household_counts_as_the_customer(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    form = ArrivalForm(K.RETURNING, file_id, household=True)
    assert decided(arrive(shop.reception, form)).rule == "R5"
    finish_reception(shop.reception, answer_line(), ReceptionResult.QUOTE)
    change_policy(shop.manager, Policy(household=False))
    assert decided(arrive(shop.reception, form)).rule == "R1"


def test_a_supplier_stands_in_the_register_and_uses_no_turn(shop: Shop) -> None:
    everybody_in(shop)
    done = arrive(shop.reception, ArrivalForm(K.VISITOR, name="送水", about="水"))
    assert (decided(done).rule, decided(done).receiver) == ("R13", None)
    assert line(answer(done).line_id).customer_id is None
    leave(shop.reception, answer(done).line_id, "送到")


def test_a_double_click_is_one_arrival(shop: Shop) -> None:
    everybody_in(shop)
    form = replace(NEW, token="one form")
    arrive(shop.reception, form)
    with pytest.raises(RuleError, match="already"):
        arrive(shop.reception, form)
    assert len(lists.board().receptions) == 1


def test_a_known_customer_is_here_once(shop: Shop) -> None:
    file_id = customer(shop)
    everybody_in(shop)
    arrive(shop.reception, ArrivalForm(K.RETURNING, file_id))
    with pytest.raises(RuleError, match="here already"):
        arrive(shop.manager, ArrivalForm(K.RETURNING, file_id))
    assert len(timeline(file_id)) == 2


def test_a_reception_ends_with_its_result_in_the_register(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    with pytest.raises(RuleError, match="came of it"):
        finish_reception(shop.reception, line_id, ReceptionResult.NOT_ATTENDED)
    with pytest.raises(RuleError, match="why"):
        finish_reception(shop.reception, line_id, ReceptionResult.NO_INTEREST)
    finish_reception(shop.reception, line_id, ReceptionResult.NO_INTEREST, "太贵")
    assert line(line_id).left_at is not None
    assert line(line_id).result == "No interest: 太贵"
    with pytest.raises(RuleError):
        finish_reception(shop.reception, line_id, ReceptionResult.QUOTE)


def test_a_file_is_opened_at_the_end_of_a_reception_or_nothing_is(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    with pytest.raises(RuleError):
        finish_reception(shop.reception, line_id, ReceptionResult.QUOTE, "", FileForm("赵六", phones=("1",)))
    assert len(lists.board().receptions) == 1
    finish_reception(shop.reception, line_id, ReceptionResult.QUOTE, "", FileForm("赵六", phones=("13700001111",)))
    file_id = line(line_id).customer_id
    assert (owner_of(file_id), [each.id for each in timeline(file_id)]) == (shop.consultant.id, [line_id])
    known = come_in(shop, ArrivalForm(name="钱七"))
    with pytest.raises(RuleError, match="already"):
        finish_reception(shop.reception, known, ReceptionResult.QUOTE, "", FileForm("赵六", no_contact=True))


def test_an_unattended_customer_walks_out(shop: Shop) -> None:
    line_id = come_in(shop)
    finish_reception(shop.reception, line_id, ReceptionResult.QUOTE)
    assert line(line_id).result == "Left before anybody was free"
    assert lists.board().unattended == ()


def test_discovered_in_a_file(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    line_id = come_in(shop)
    decision = decided(discover(shop.reception, line_id, customer_id=file_id))
    assert (decision.rule, decision.receiver, decision.owed) == (
        *("R8", str(shop.colleague.id)),
        (str(shop.consultant.id),),
    )
    assert (line(line_id).customer_id, line(line_id).staff_id) == (file_id, shop.colleague.id)
    with pytest.raises(RuleError):
        discover(shop.reception, line_id)


def test_insisting_and_overriding_change_the_owner_of_the_file(shop: Shop) -> None:
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(name="赵六"))
    file_id = line(line_id).customer_id
    insist(shop.reception, line_id, second, "同乡")
    assert (owner_of(file_id), line(line_id).staff_id) == (second, second)
    with pytest.raises(NotAllowed):
        override(shop.consultant, line_id, first, "我来")
    override(shop.manager, line_id, first, "会德语")
    assert (owner_of(file_id), line(line_id).staff_id) == (first, first)
    with pytest.raises(RuleError):
        insist(shop.reception, line_id, second, "")


def test_a_file_opened_during_the_reception_belongs_to_its_owner(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    done = open_file_for(shop.reception, line_id, FileForm("赵六", phones=("13700001111",)))
    assert line(line_id).customer_id == done.id
    assert owner_of(done.id) == shop.consultant.id
    assert len(timeline(done.id)) == 1
    with pytest.raises(RuleError):
        open_file_for(shop.reception, line_id, FileForm("赵六", phones=("13700001111",)))


def test_sent_away_back_and_owed(shop: Shop) -> None:
    first, second = everybody_in(shop)
    go_away(shop.reception, first, "高经理")
    decision = decided(arrive(shop.reception, NEW))
    assert (decision.receiver, decision.made_up, decision.owed) == (str(second), (str(first),), (str(first),))
    card = next(card for card in lists.board().queue if card.id == first)
    assert (card.presence, card.sent_by, card.owed, card.made_up) == (Presence.AWAY_STORE, "高经理", 1, 1)
    come_back(shop.reception, first)
    board = lists.board()
    assert board.next is not None
    assert board.next.id == first
    assert [(debt.name, debt.reason.label) for debt in board.owed] == [("孙悦", "Make-up turn")]


def test_a_stand_in_and_a_choice_show_on_the_board(shop: Shop) -> None:
    first, second = everybody_in(shop)
    go_away(shop.reception, first)
    let_stand_in(shop.manager, first, second)
    begin_signing(shop.reception, second)
    say_on_turn(shop.reception, second, TurnChoice.GIVE_UP)
    cards = {card.id: card for card in lists.board().queue}
    assert cards[first].represented_by == "李想"
    assert cards[second].stands_in_for == ("孙悦",)
    assert (cards[second].presence, cards[second].choice) == (Presence.RECEIVING, TurnChoice.GIVE_UP)


@pytest.mark.usefixtures("noon")
def test_undo_is_one_s_own_last_event_for_ten_seconds(shop: Shop) -> None:
    everybody_in(shop)
    done = arrive(shop.reception, NEW)
    with pytest.raises(RuleError):
        undo(shop.consultant, answer(done).number)
    undo(shop.reception, answer(done).number)
    assert lists.board().receptions == ()
    assert line(answer(done).line_id).result.startswith("Taken back")
    later = arrive(shop.reception, NEW)
    with clock.standing_at(clock.now() + timedelta(seconds=11)), pytest.raises(RuleError, match="manager"):
        undo(shop.reception, answer(later).number)
    take_back(shop.manager, answer(later).number, "没人")
    with pytest.raises(RuleError):
        undo(shop.reception, 99)


def test_a_finish_taken_back_opens_the_line_again(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    done = finish_reception(shop.reception, line_id, ReceptionResult.QUOTE)
    undo(shop.reception, answer(done).number)
    assert (line(line_id).left_at, line(line_id).result) == (None, "")
    assert [each.line_id for each in lists.board().receptions] == [line_id]


def test_an_override_taken_back_gives_the_file_back(shop: Shop) -> None:
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(name="赵六"))
    done = override(shop.manager, line_id, second, "会德语")
    take_back(shop.manager, answer(done).number, "不必")
    assert owner_of(line(line_id).customer_id) == first


def test_a_refusal_names_people(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    with pytest.raises(RuleError, match="nobody called 高经理"):
        insist(shop.reception, line_id, shop.manager.id, "同乡")
    with pytest.raises(RuleError, match="孙悦 is already receiving"):
        insist(shop.reception, line_id, shop.consultant.id, "同乡")
