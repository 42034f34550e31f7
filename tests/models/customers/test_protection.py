"""Whose a prospect is, for how long, and how they change hands (C7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers import listing, protection
from models.customers.actions import NOBODY, ContactForm, FileForm, edit_file, open_file, register_contact
from models.customers.care import Care, care
from models.customers.kinds import RegisterKind, Stage
from models.customers.lists import customer_file
from models.customers.protection_actions import CLAIM, change_care, claim, extend_protection, reassign, release
from models.customers.tables import Customer
from models.kernel import audit, clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import run_sql
from models.sales.quote_actions import QuoteForm, offer_quote, start_quote
from models.staff.actions import leave_company
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop, car_line, customer, signed_contract

START = datetime(2036, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
CALL = ContactForm(RegisterKind.CALL)


def owner(shop: Shop, file_id: int) -> int | None:
    return customer_file(shop.manager, file_id).owner_id


def pool(shop: Shop) -> set[int]:
    ids = set(listing.everything(shop.consultant, listing.POOL))
    assert listing.count(shop.consultant, listing.POOL) == len(ids)
    assert ids == {row[0] for row in Customer.select(Customer.id).where(protection.in_pool(clock.now())).tuples()}
    return ids


def test_thirty_days_from_the_last_contact(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
        assert customer_file(shop.consultant, file_id).protected_days == 30
    with clock.standing_at(START + 30 * DAY - timedelta(seconds=1)):
        assert customer_file(shop.consultant, file_id).protected_days == 1
        assert pool(shop) == set()
        register_contact(shop.colleague, file_id, CALL)
        assert owner(shop, file_id) == shop.consultant.id, "a colleague's contact while it is protected is a courtesy"
    with clock.standing_at(START + 60 * DAY):
        assert customer_file(shop.consultant, file_id).protected_days == 0
        assert pool(shop) == {file_id}
        register_contact(shop.colleague, file_id, CALL)
        assert owner(shop, file_id) == shop.colleague.id, "who contacts next becomes owner"
        assert pool(shop) == set()


def test_who_sells_nothing_leaves_it_in_the_pool(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
    with clock.standing_at(START + 31 * DAY):
        register_contact(shop.reception, file_id, CALL)
        assert owner(shop, file_id) is None
        assert pool(shop) == {file_id}


def test_an_offer_is_a_contact_too(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
    with clock.standing_at(START + 31 * DAY):
        offer_quote(shop.colleague, start_quote(shop.colleague, file_id, QuoteForm((car_line(shop),))).id)
        assert owner(shop, file_id) == shop.colleague.id


def test_who_bought_stays_with_their_seller(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
        signed_contract(shop, customer_id=file_id)
    with clock.standing_at(START + 400 * DAY):
        assert pool(shop) == set()
        register_contact(shop.colleague, file_id, CALL)
        assert owner(shop, file_id) == shop.consultant.id
        with pytest.raises(RuleError, match="open prospect"):
            claim(shop.colleague, file_id)
        with pytest.raises(RuleError, match="bought"):
            release(shop.consultant, file_id)
        with pytest.raises(RuleError, match="open prospect"):
            extend_protection(shop.manager, file_id, "x")


def test_at_most_twenty_at_once_the_latest_contacts_first(shop: Shop) -> None:
    files = []
    for number in range(22):
        with clock.standing_at(START + number * timedelta(hours=1)):
            files.append(customer(shop, f"客{number}", f"1380000{number:04}"))
    with clock.standing_at(START + DAY):
        assert pool(shop) == set(files[:2])
        register_contact(shop.consultant, files[0], CALL)
        assert pool(shop) == set(files[1:3]), "who is contacted pushes the longest uncontacted out"
        with pytest.raises(RuleError, match="At most 20"):
            claim(shop.consultant, files[1])
        with pytest.raises(RuleError, match="At most 20"):
            extend_protection(shop.manager, files[1], "x")
        change_care(shop.manager, Care(30, 22, 0))
        assert pool(shop) == set()


def test_a_claim_holds_for_two_days_and_then_needs_a_contact(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
        with pytest.raises(RuleError, match="孙悦"):
            claim(shop.colleague, file_id)
    later = START + 40 * DAY
    with clock.standing_at(later):
        with pytest.raises(NotAllowed):
            claim(shop.reception, file_id)
        claim(shop.colleague, file_id)
        assert owner(shop, file_id) == shop.colleague.id
        assert customer_file(shop.colleague, file_id).protected_days == 2
        with pytest.raises(RuleError, match="李想"):
            claim(shop.consultant, file_id)
        both = [str(shop.consultant.id), str(shop.colleague.id)]
        assert audit.history("customer", file_id)[0].details == {"changed": {"owner_id": both}}
    with clock.standing_at(later + CLAIM):
        assert pool(shop) == {file_id}
        claim(shop.consultant, file_id)
        register_contact(shop.consultant, file_id, CALL)
        assert customer_file(shop.consultant, file_id).protected_days == 30


def test_the_manager_extends_once_with_a_reason(shop: Shop) -> None:
    with clock.standing_at(START):
        file_id = customer(shop)
        with pytest.raises(NotAllowed):
            extend_protection(shop.consultant, file_id, "x")
        with pytest.raises(RuleError, match="why"):
            extend_protection(shop.manager, file_id, "")
        extend_protection(shop.manager, file_id, "waits for the new model")
        assert customer_file(shop.consultant, file_id).protected_days == 60
        with pytest.raises(RuleError, match="once already"):
            extend_protection(shop.manager, file_id, "again")
    with clock.standing_at(START + 60 * DAY):
        assert pool(shop) == {file_id}
        claim(shop.colleague, file_id)
        extend_protection(shop.manager, file_id, "another owner")
    assert audit.history("customer", file_id)[0].details["reason"] == "another owner"


def test_nobody_really_releases(shop: Shop) -> None:
    form = FileForm("张三", phones=("13900001111",), owner_id=NOBODY)
    file_id = open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id
    assert owner(shop, file_id) is None
    edit_file(shop.manager, file_id, 1, FileForm("张三", phones=("13900001111",), owner_id=shop.colleague.id))
    assert owner(shop, file_id) == shop.colleague.id
    keep = FileForm("张三", phones=("13900001111",))
    edit_file(shop.reception, file_id, 2, keep)
    assert owner(shop, file_id) == shop.colleague.id, "said nothing, nothing changes"
    with pytest.raises(RuleError) as refused:
        edit_file(shop.consultant, file_id, 3, FileForm("张三", phones=("13900001111",), owner_id=NOBODY))
    assert refused.value.field == "owner_id"
    edit_file(shop.colleague, file_id, 3, FileForm("张三", phones=("13900001111",), owner_id=NOBODY))
    assert owner(shop, file_id) is None
    claim(shop.consultant, file_id)
    with pytest.raises(NotAllowed):
        release(shop.colleague, file_id)
    release(shop.consultant, file_id)
    with pytest.raises(RuleError, match="already"):
        release(shop.consultant, file_id)
    assert pool(shop) == {file_id}


def test_somebody_who_has_left_gets_no_file(shop: Shop) -> None:
    leave_company(shop.owner, shop.colleague.id)
    form = FileForm("张三", phones=("13900001111",), owner_id=shop.colleague.id)
    with pytest.raises(RuleError, match="left") as refused:
        open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT))
    assert refused.value.field == "owner_id"
    file_id = customer(shop)
    with pytest.raises(RuleError, match="left"):
        edit_file(shop.consultant, file_id, 1, form)


def test_the_files_of_a_leaver_are_handed_over(shop: Shop) -> None:
    with clock.standing_at(START):
        files = [customer(shop, f"客{number}", f"1380000{number:04}") for number in range(5)]
        signed_contract(shop, customer_id=files[0])
        leave_company(shop.owner, shop.consultant.id)
    with clock.standing_at(START + 40 * DAY):
        (leaver,) = protection.leavers()
        assert (leaver.id, leaver.name, leaver.prospects, leaver.bought) == (shop.consultant.id, "孙悦", 4, 1)
        assert protection.files_of(leaver.id)[0] == files[0], "who has bought first"
        with pytest.raises(NotAllowed):
            reassign(shop.colleague, leaver.id, shop.colleague.id)
        for wrong in (leaver.id, shop.cashier.id, 999):
            with pytest.raises(RuleError) as refused:
                reassign(shop.manager, leaver.id, wrong)
            assert refused.value.field == "to"
        with pytest.raises(RuleError, match="somebody else by now"):
            reassign(shop.manager, shop.colleague.id, {files[0]: shop.manager.id})
        with pytest.raises(RuleError, match="no file"):
            reassign(shop.manager, shop.colleague.id, shop.manager.id)
        reassign(shop.manager, leaver.id, {files[1]: shop.colleague.id}, "knows them")
        rest = protection.spread(protection.files_of(leaver.id), [shop.colleague.id, shop.manager.id])
        reassign(shop.manager, leaver.id, rest)
        assert protection.leavers() == []
        assert sorted(list(rest.values()).count(each) for each in set(rest.values())) == [2, 2]
        assert customer_file(shop.manager, files[1]).protected_days == 30, "the new owner has the whole time"
    trail = audit.history("staff", leaver.id)
    assert trail[1].details == {"to": {str(shop.colleague.id): [files[1]]}, "reason": "knows them"}


def test_a_leavers_prospect_goes_to_who_meets_them_a_buyer_waits_for_the_manager(shop: Shop) -> None:
    prospect, buyer = customer(shop), customer(shop, "张三", "13900001111")
    signed_contract(shop, customer_id=buyer)
    leave_company(shop.owner, shop.consultant.id)
    for file_id in (prospect, buyer):
        register_contact(shop.colleague, file_id, CALL)
    assert owner(shop, prospect) == shop.colleague.id
    assert owner(shop, buyer) == shop.consultant.id


def test_the_figures_can_be_changed(shop: Shop) -> None:
    assert care() == Care(30, 20, 10_000_000)
    file_id = customer(shop)
    change_care(shop.manager, Care(10, 20, 0))
    assert customer_file(shop.consultant, file_id).protected_days == 10
    for wrong, field in ((Care(0, 1, 0), "days"), (Care(1, 1000, 0), "most"), (Care(1, 1, -1), "confirm_from")):
        with pytest.raises(RuleError) as refused:
            change_care(shop.manager, wrong)
        assert refused.value.field == field
    with pytest.raises(NotAllowed):
        change_care(shop.consultant, Care(1, 1, 1))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["contact", "claim", "extend", "release", "buy"]),
        st.sampled_from(["consultant", "colleague", "manager", "reception"]),
        st.integers(0, 7),
        st.integers(0, 12),
    ),
    min_size=10,
    max_size=campaign(25, 120),
)


@has_long_form
@settings(max_examples=campaign(4, 200))
@given(STEPS)
def test_six_months_of_contacts_claims_and_extensions(shop: Shop, steps: list[tuple[str, str, int, int]]) -> None:
    """Whatever people do, a plain book kept beside says the same: whose each prospect is and who is protected."""
    with clock.standing_at(START):
        run_sql("UPDATE customer SET stage = 'lost', owner_id = NULL")
        change_care(shop.manager, Care(30, 3, 0))
        files = [customer(shop, f"客{number}", f"1380000{number:04}") for number in range(8)]
    book = Book(shop, files)
    at = START + DAY
    for what, who, number, days in steps:
        at += days * DAY + timedelta(minutes=1)
        with clock.standing_at(at):
            book.step(what, who, files[number], at)
            shown = {each: owner(shop, each) for each in files}
            assert shown == book.owner
            for staff_id in {each for each in shown.values() if each}:
                assert set(protection.protected(staff_id, at)) == book.protected(staff_id, at)
                assert len(protection.protected(staff_id, at)) <= 3
            assert pool(shop) & set(files) == {
                each
                for each in files
                if each not in book.bought and each not in book.protected(book.owner[each] or 0, at)
            }


class Book:
    """The same rules in their plainest form: who owns whom, and until when contact or grant protects them."""

    def __init__(self, shop: Shop, files: list[int]) -> None:
        self.shop = shop
        self.owner: dict[int, int | None] = dict.fromkeys(files, shop.consultant.id)
        self.until = dict.fromkeys(files, START + 30 * DAY)
        self.granted: dict[int, tuple[int, datetime]] = {}
        self.extended: set[tuple[int, int]] = set()
        self.bought: set[int] = set()

    def end(self, file_id: int) -> datetime:
        whom, until = self.granted.get(file_id, (0, START))
        return max(self.until[file_id], until) if whom == self.owner[file_id] else self.until[file_id]

    def protected(self, staff_id: int, at: datetime) -> set[int]:
        theirs = [each for each in self.owner if self.owner[each] == staff_id and each not in self.bought]
        fresh = sorted((each for each in theirs if self.end(each) > at), key=lambda each: (self.end(each), each))
        return set(fresh[-3:])

    def free(self, file_id: int, at: datetime) -> bool:
        whose = self.owner[file_id]
        return whose is None or file_id not in self.protected(whose, at)

    def step(self, what: str, who: str, file_id: int, at: datetime) -> None:
        actor = self.shop.people[who]
        whose, bought = self.owner[file_id], file_id in self.bought
        sells = who != "reception"
        if what == "contact":
            register_contact(actor, file_id, CALL)
            if not bought and self.free(file_id, at):
                self.owner[file_id] = actor.id if sells else None
            self.until[file_id] = at + 30 * DAY
        elif what == "claim":
            full = len(self.protected(actor.id, at) - {file_id}) >= 3
            allowed = sells and not bought and self.free(file_id, at) and not full
            if done(lambda: claim(actor, file_id)) is not allowed:
                raise AssertionError("a claim went as it should not")
            if allowed:
                self.owner[file_id], self.granted[file_id] = actor.id, (actor.id, at + CLAIM)
        elif what == "extend":
            full = bool(whose) and len(self.protected(whose or 0, at) - {file_id}) >= 3
            allowed = who == "manager" and not bought and bool(whose) and not full
            allowed = allowed and (file_id, whose) not in self.extended
            assert done(lambda: extend_protection(actor, file_id, "reason")) is allowed
            if allowed and whose:
                self.extended = {each for each in self.extended if each[0] != file_id} | {(file_id, whose)}
                self.granted[file_id] = (whose, max(at, self.end(file_id)) + 30 * DAY)
        elif what == "release":
            allowed = whose is not None and not bought and (who == "manager" or whose == actor.id)
            assert done(lambda: release(actor, file_id)) is allowed
            if allowed:
                self.owner[file_id] = None
                self.granted.pop(file_id, None)
        elif whose is not None:
            Customer.update(stage=Stage.DELIVERED).where(Customer.id == file_id).execute()
            self.bought.add(file_id)


def done(action: object) -> bool:
    """Whether an action was let through."""
    assert callable(action)
    try:
        action()
    except (RuleError, NotAllowed):
        return False
    return True
