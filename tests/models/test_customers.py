"""Customer files and registers: first contact, edits, duplicates, lists (C1 to C5, C7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers import listing, lists, rules
from models.customers.actions import (
    ContactForm,
    FileForm,
    edit_file,
    leave,
    reach_stage,
    register_contact,
)
from models.customers.actions import open_file as open_it
from models.customers.kinds import CustomerKind, FormOfAddress, RegisterKind, Stage, further
from models.kernel import audit, clock
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.permissions import Actor
from models.kernel.text import digits_of
from tests.campaigns import has_long_form
from tests.models.shops import Shop, customer, signed_contract

VISIT, CALL = ContactForm(RegisterKind.VISIT), ContactForm(RegisterKind.CALL)


def version(shop: Shop, file_id: int) -> int:
    return lists.customer_file(shop.owner, file_id).version


def form_of(shop: Shop, file_id: int, **changes: object) -> FileForm:
    """The file as the edit form shows it, with some fields changed."""
    file = lists.customer_file(shop.owner, file_id)
    values = {name: getattr(file, name) for name in FileForm.__dataclass_fields__}
    return FileForm(**{**values, **changes})


def test_a_file_opens_at_first_contact(shop: Shop) -> None:
    form = FileForm("欧阳䶮", FormOfAddress.MS, ("138 1234 5678", "0571-88888888转12"), source="walk_in", wish="V7")
    done = open_it(shop.consultant, form, ContactForm(RegisterKind.VISIT, 3, about="看车"))
    file = lists.customer_file(shop.consultant, done.id)
    assert (file.name, file.form_of_address, file.phones) == (form.name, form.form_of_address, form.phones)
    assert (file.owner, file.stage, file.intent, file.kind) == ("孙悦", Stage.VISITED, "n", CustomerKind.PERSON)
    assert file.created_at == file.last_contact_at
    assert file.next_contact_at - file.last_contact_at == timedelta(days=30)
    assert file.protected_days == 30
    line = lists.timeline(done.id)[0]
    assert (line.kind, line.party_size, line.first_time, line.about, line.left_at) == (
        *(RegisterKind.VISIT, 3, True, "看车"),
        None,
    )


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (FileForm(), "name"),
        (FileForm("王五"), "phones"),
        (FileForm("王五", phones=("123",)), "phones"),
        (FileForm("王五", phones=("1" * 16,)), "phones"),
        (FileForm("王五", phones=("13800001111", "手机")), "phones"),
        (FileForm("王五", phones=("13800001111",) * 21), "phones"),
        (FileForm("王" * 61, no_contact=True), "name"),
        (FileForm("王五", no_contact=True, id_number="1" * 41), "id_number"),
    ],
)
def test_what_a_file_needs(shop: Shop, form: FileForm, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        open_it(shop.consultant, form, VISIT)
    assert refused.value.field == field
    assert lists.total() == 0


@pytest.mark.parametrize(
    "form",
    [
        FileForm("王五", no_contact=True),
        FileForm(form_of_address=FormOfAddress.MR, no_contact=True),
        FileForm("王五", wechat="wx"),
        FileForm("王五", email="a@b.c"),
        FileForm("王五", address="某路"),
        FileForm("远航公司", kind=CustomerKind.COMPANY, phones=("+86 571 8888 8888",)),
    ],
)
def test_one_way_to_reach_them_is_enough(shop: Shop, form: FileForm) -> None:
    assert open_it(shop.consultant, form, CALL).id


def test_who_does_not_sell_owns_no_file(shop: Shop) -> None:
    file_id = customer(shop, by=shop.reception)
    file = lists.customer_file(shop.owner, file_id)
    assert (file.owner_id, file.owner, file.protected_days) == (None, "", 0)
    given_away = open_it(shop.reception, FileForm("王五", no_contact=True, owner_id=shop.colleague.id), CALL).id
    assert lists.customer_file(shop.owner, given_away).owner == "李想"


def test_an_edit_changes_what_it_says_and_says_what_it_changed(shop: Shop) -> None:
    file_id = customer(shop)
    edit_file(shop.consultant, file_id, 1, form_of(shop, file_id, name="欧阳修", intent="h", wish="V9"))
    file = lists.customer_file(shop.consultant, file_id)
    assert (file.name, file.intent, file.wish, file.version, file.phones) == (
        *("欧阳修", "h", "V9", 2),
        ("138 1234 5678",),
    )
    changed = audit.history("customer", file_id)[0].details["changed"]
    assert changed == {"intent": ["n", "h"], "name": ["欧****", "欧****"], "wish": ["", "V9"]}


def test_phones_are_replaced_in_their_order(shop: Shop) -> None:
    file_id = customer(shop)
    new = ("139 0000 1111", "138 1234 5678")
    edit_file(shop.consultant, file_id, 1, form_of(shop, file_id, phones=new))
    assert lists.customer_file(shop.consultant, file_id).phones == new
    assert lists.rows(shop.consultant, [file_id])[0].phone == new[0]


def test_a_stale_edit_is_refused_with_both_values(shop: Shop) -> None:
    file_id = customer(shop)
    first = form_of(shop, file_id, wish="V9", phones=("13900001111",))
    second = form_of(shop, file_id, wish="V5")
    edit_file(shop.consultant, file_id, 1, first)
    with pytest.raises(StaleEdit) as stale:
        edit_file(shop.manager, file_id, 1, second)
    assert (stale.value.theirs["wish"], stale.value.mine["wish"]) == ("V9", "V5")
    file = lists.customer_file(shop.owner, file_id)
    assert (file.wish, file.phones) == ("V9", ("13900001111",))


def test_an_edit_of_the_phones_alone_is_stale_too(shop: Shop) -> None:
    file_id = customer(shop)
    mine = form_of(shop, file_id, phones=("13900001111",))
    edit_file(shop.manager, file_id, 1, form_of(shop, file_id, phones=("13900002222",)))
    with pytest.raises(StaleEdit):
        edit_file(shop.consultant, file_id, 1, mine)
    assert lists.customer_file(shop.owner, file_id).phones == ("13900002222",)


def test_a_contact_moves_the_stage_on_and_never_back(shop: Shop) -> None:
    file_id = open_it(shop.consultant, FileForm("王五", no_contact=True), CALL).id
    assert lists.customer_file(shop.owner, file_id).stage is Stage.CONTACTED
    register_contact(shop.reception, file_id, VISIT)
    assert lists.customer_file(shop.owner, file_id).stage is Stage.VISITED
    register_contact(shop.consultant, file_id, CALL)
    assert lists.customer_file(shop.owner, file_id).stage is Stage.VISITED
    reach_stage(shop.consultant, file_id, Stage.TESTED)
    reach_stage(shop.consultant, file_id, Stage.QUOTED)
    reach_stage(shop.consultant, file_id, Stage.TESTED)
    assert lists.customer_file(shop.owner, file_id).stage is Stage.QUOTED
    assert [line.first_time for line in lists.timeline(file_id)] == [False, False, True]


def test_further_is_the_later_stage() -> None:
    assert further(Stage.LOST, Stage.NEW) is Stage.NEW
    assert further(Stage.DELIVERED, Stage.QUOTED) is Stage.DELIVERED


def test_an_anonymous_line_of_the_register(shop: Shop) -> None:
    register_contact(shop.reception, None, ContactForm(RegisterKind.CALL, about="问价", phone="１３８ 0000 1111"))
    day = clock.now()
    line = lists.register(RegisterKind.CALL, day - timedelta(hours=1), day + timedelta(hours=1))[0]
    assert (line.customer_id, line.customer, line.staff, line.about) == (None, "", "陈晨", "问价")
    assert line.left_at == line.at
    assert lists.register(RegisterKind.VISIT, day - timedelta(hours=1), day + timedelta(hours=1)) == []
    for bad, field in ((ContactForm(RegisterKind.CALL, phone="x"), "phone"), (ContactForm(RegisterKind.VISIT, 0), "")):
        with pytest.raises(RuleError) as refused:
            register_contact(shop.reception, None, bad)
        assert refused.value.field == (field or "party_size")


def test_a_visit_ends_once(shop: Shop) -> None:
    file_id = customer(shop)
    line = lists.timeline(file_id)[0]
    leave(shop.reception, line.id, "约了试驾")
    ended = lists.timeline(file_id)[0]
    assert ended.result == "约了试驾"
    assert ended.left_at is not None
    with pytest.raises(RuleError, match="closed"):
        leave(shop.reception, line.id, "")


def test_visits_by_hour_in_local_time(shop: Shop) -> None:
    morning = datetime.now(UTC).astimezone().replace(hour=9, minute=30)
    for hours in (0, 0, 5):
        register_contact(shop.reception, None, ContactForm(RegisterKind.VISIT, at=morning + timedelta(hours=hours)))
    register_contact(shop.reception, None, ContactForm(RegisterKind.CALL, at=morning))
    start = morning.replace(hour=0, minute=0)
    assert lists.visits_by_hour(start, start + timedelta(days=1)) == {9: 2, 14: 1}


def test_the_filters_of_the_list(shop: Shop) -> None:
    mine, hers = customer(shop), customer(shop, "张三", "13900001111", by=shop.colleague)
    pool = customer(shop, "李四", "13900002222", by=shop.reception)
    old = datetime.now(UTC) - timedelta(days=40)
    late = open_it(shop.consultant, FileForm("王五", no_contact=True), ContactForm(RegisterKind.CALL, at=old)).id

    def shown(actor: Actor, which: str) -> set[int]:
        ids = list(listing.everything(actor, which))
        assert listing.count(actor, which) == len(ids) == len(set(ids))
        return set(ids)

    assert shown(shop.consultant, listing.ALL) == {mine, hers, pool, late}
    assert shown(shop.consultant, listing.MINE) == {mine, late}
    assert shown(shop.colleague, listing.MINE) == {hers}
    assert shown(shop.consultant, listing.POOL) == {pool, late}, "whose protection has lapsed, too"
    assert shown(shop.consultant, listing.DUE) == {late}
    assert shown(shop.colleague, listing.DUE) == set()
    assert lists.total() == 4


@pytest.mark.parametrize(
    ("intent", "days", "due"), [("h", 1, False), ("h", 3, True), ("c", 14, False), ("c", 16, True), ("n", 31, True)]
)
def test_when_a_customer_is_due(shop: Shop, intent: str, days: int, due: bool) -> None:
    at = datetime.now(UTC) - timedelta(days=days)
    form = FileForm("王五", no_contact=True, intent=intent)
    file_id = open_it(shop.consultant, form, ContactForm(RegisterKind.CALL, at=at)).id
    assert (file_id in listing.everything(shop.consultant, listing.DUE)) is due
    row = lists.rows(shop.consultant, [file_id])[0]
    assert (row.next_contact_at < clock.now()) is due


def test_who_has_ordered_is_not_due(shop: Shop) -> None:
    file_id = customer(shop)
    signed_contract(shop, customer_id=file_id)
    with clock.standing_at(datetime.now(UTC) + timedelta(days=60)):
        assert list(listing.everything(shop.consultant, listing.DUE)) == []
        assert lists.customer_file(shop.consultant, file_id).protected_days == 0


def test_the_orders_of_the_list(shop: Shop) -> None:
    names = ["b", "a", "c"]
    made = {
        name: open_it(
            shop.consultant,
            FileForm(name, no_contact=True, intent=intent),
            ContactForm(RegisterKind.CALL, at=datetime.now(UTC) - timedelta(hours=hours)),
        ).id
        for name, intent, hours in zip(names, ("c", "h", "a"), (3, 1, 2), strict=True)
    }

    def order(by: str, descending: bool) -> str:
        ids = list(listing.everything(shop.consultant, order=by, descending=descending))
        return "".join(row.name for row in lists.rows(shop.consultant, ids))

    assert order("recent", True) == "acb"
    assert order("recent", False) == "bca"
    assert order("name", False) == "abc"
    assert order("intent", False) == "acb", "the soonest buyer first: H, A, C"
    assert order("intent", True) == "bca"
    assert lists.rows(shop.consultant, [made["c"], 999, made["a"]])[1].name == "a"


@has_long_form
@given(st.text(max_size=20) | st.from_regex(r"\+?[0-9０-９ ()–/转x-]{3,20}", fullmatch=True))
def test_any_phone_is_read_or_refused(number: str) -> None:
    try:
        checked = rules.checked_phone(number)
    except RuleError:
        return
    assert rules.checked_phone(checked) == checked
    assert 5 <= len(digits_of(checked)) <= 15


@pytest.mark.parametrize(
    "number", ["13812345678", "+86 138 1234 5678", "0086-138-1234-5678", "86 138 1234 5678", "１３８１２３４５６７８"]
)
def test_spellings_of_one_number_are_alike(number: str) -> None:
    assert rules.phone_digits(rules.checked_phone(number)) == "13812345678"


@pytest.mark.parametrize("number", ["861234567", "86571888888", "00862112345678", "8613"])
def test_what_only_begins_like_a_country_code_stays(number: str) -> None:
    assert rules.phone_digits(number) == number
