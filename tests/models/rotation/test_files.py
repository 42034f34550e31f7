"""What customer files say at the door: household, merges, protection, referrals, and files given back (C3, C7)."""

from __future__ import annotations

from datetime import timedelta

from models.customers.actions import NOBODY, ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind, Relation
from models.customers.merge_actions import merge_files
from models.customers.relation_actions import relate
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.rotation import files
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.manager_actions import change_policy, override, take_back
from models.rotation.policies import Policy
from models.rotation.reception_actions import ArrivalForm, arrive, discover, finish_reception
from models.staff.actions import leave_company
from tests.models.rotation.floors import answer, decided, everybody_in
from tests.models.shops import Shop, customer

K = ArrivalKind
DAY = timedelta(days=1)


def owner_of(customer_id: int) -> int | None:
    """Who owns a file."""
    return Customer.get_by_id(customer_id).owner_id


def relative(shop: Shop, of: int, relation: Relation = Relation.SPOUSE) -> int:
    """A file of nobody's, of somebody related to the customer of another."""
    form = FileForm("小兰", phones=("137 2222 3333",), owner_id=NOBODY)
    file_id = open_file(shop.manager, form, ContactForm(RegisterKind.CALL)).id
    relate(shop.manager, file_id, of, relation)
    return file_id


def test_a_spouse_on_file_counts_as_the_customer(shop: Shop) -> None:
    wife = relative(shop, customer(shop, by=shop.colleague))
    _first, second = everybody_in(shop)
    assert files.proposal(wife, Policy()).kind is K.RETURNING
    done = arrive(shop.reception, ArrivalForm(K.NEW, wife))
    assert (decided(done).rule, decided(done).receiver, decided(done).owner) == ("R5", str(second), str(second))
    assert owner_of(wife) == second
    finish_reception(shop.reception, answer(done).line_id, ReceptionResult.QUOTE)


def test_without_the_policy_a_spouse_is_new(shop: Shop) -> None:
    wife = relative(shop, customer(shop, by=shop.colleague))
    change_policy(shop.manager, Policy(household=False))
    first, _second = everybody_in(shop)
    assert files.proposal(wife, Policy(household=False)).kind is K.NEW
    assert decided(arrive(shop.reception, ArrivalForm(K.RETURNING, wife))).rule == "R1"
    assert owner_of(wife) == first


def test_a_friend_is_no_household_and_an_owner_who_left_has_none(shop: Shop) -> None:
    known = customer(shop, by=shop.colleague)
    friend = relative(shop, known, Relation.FRIEND)
    assert files.proposal(friend, Policy()) == files.Proposal(K.NEW, None, False)
    relate(shop.manager, friend, known, Relation.CHILD)
    assert files.proposal(friend, Policy()).kind is K.RETURNING
    leave_company(shop.owner, shop.colleague.id)
    assert files.proposal(friend, Policy()).kind is K.NEW


def test_a_merged_file_leads_to_the_one_that_was_kept(shop: Shop) -> None:
    kept = customer(shop, by=shop.colleague)
    gone = customer(shop, "欧阳龑", "139 9999 0000", by=shop.consultant)
    merge_files(shop.manager, kept, gone, ())
    everybody_in(shop)
    assert files.proposal(gone, Policy()) == files.proposal(kept, Policy())
    done = arrive(shop.reception, ArrivalForm(K.RECOGNISED, gone, who=shop.colleague.id))
    assert (decided(done).rule, decided(done).false_claim) == ("R7", None)
    assert RegisterLine.get_by_id(answer(done).line_id).customer_id == kept


def test_a_visit_is_tied_to_the_file_a_merged_one_leads_to(shop: Shop) -> None:
    kept = customer(shop, by=shop.colleague)
    gone = customer(shop, "欧阳龑", "139 9999 0000", by=shop.consultant)
    merge_files(shop.manager, kept, gone, ())
    everybody_in(shop)
    line_id = answer(arrive(shop.reception, ArrivalForm())).line_id
    assert decided(discover(shop.reception, line_id, customer_id=gone)).owner == str(shop.colleague.id)
    assert RegisterLine.get_by_id(line_id).customer_id == kept


def test_who_was_sent_and_is_nobody_s_is_proposed_as_referred(shop: Shop) -> None:
    known = customer(shop, by=shop.colleague)
    form = FileForm("小李", phones=("137 2222 3333",), referred_by_id=known, owner_id=NOBODY)
    sent = open_file(shop.manager, form, ContactForm(RegisterKind.CALL)).id
    everybody_in(shop)
    told = files.proposal(sent, Policy())
    assert (told.kind, told.owner_id, told.sent_by) == (K.REFERRAL, shop.colleague.id, known)
    decision = decided(arrive(shop.reception, ArrivalForm(K.REFERRAL, sent, sent_by_id=known, asked=True)))
    assert (decision.rule, decision.receiver) == ("R10", str(shop.colleague.id))
    assert owner_of(sent) == shop.colleague.id


def test_a_customer_on_file_who_is_sent_keeps_who_sent_them(shop: Shop) -> None:
    known = customer(shop, by=shop.colleague)
    sent = open_file(
        shop.manager, FileForm("小李", no_contact=True, owner_id=NOBODY), ContactForm(RegisterKind.CALL)
    ).id
    everybody_in(shop)
    arrive(shop.reception, ArrivalForm(K.REFERRAL, sent, sent_by_id=known))
    assert Customer.get_by_id(sent).referred_by_id == known


def test_a_lapsed_sender_is_nobody_s_to_be_asked_for(shop: Shop) -> None:
    known = customer(shop, by=shop.colleague)
    with clock.standing_at(clock.now() + 90 * DAY):
        everybody_in(shop)
        form = ArrivalForm(K.REFERRAL, sent_by_id=known, name="小李", asked=True)
        assert decided(arrive(shop.reception, form)).rule == "R1"


def test_asking_for_somebody_else_than_an_owner_who_left_is_granted(shop: Shop) -> None:
    file_id = customer(shop, by=shop.consultant)
    _first, second = everybody_in(shop)
    leave_company(shop.owner, shop.consultant.id)
    decision = decided(arrive(shop.reception, ArrivalForm(K.ASKS_FOR, file_id, who=second)))
    assert (decision.rule, decision.receiver, decision.counted) == ("R6", str(second), False)


def test_who_phoned_but_was_here_too_is_returning(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    everybody_in(shop)
    decision = decided(arrive(shop.reception, ArrivalForm(K.PHONED_ASKS_FOR, file_id, who=shop.colleague.id)))
    assert (decision.rule, decision.counted) == ("R5", False)


def test_an_arrival_taken_back_gives_the_file_back(shop: Shop) -> None:
    """Lapsed and given to another by turn, then taken back: the file is whose it was; a new one is nobody's."""
    file_id = customer(shop, by=shop.colleague)
    with clock.standing_at(clock.now() + 90 * DAY):
        first, second = everybody_in(shop)
        done = arrive(shop.reception, ArrivalForm(K.NEW, file_id))
        assert owner_of(file_id) == first
        override(shop.manager, answer(done).line_id, second, "会德语")
        take_back(shop.manager, answer(done).number, "没来")
        assert owner_of(file_id) == shop.colleague.id
        new = arrive(shop.manager, ArrivalForm(name="赵六"))
        new_file = RegisterLine.get_by_id(answer(new).line_id).customer_id
        assert owner_of(new_file) is not None
        finish_reception(shop.reception, answer(new).line_id, ReceptionResult.QUOTE)
        take_back(shop.manager, answer(new).number, "没来")
        assert owner_of(new_file) is None
