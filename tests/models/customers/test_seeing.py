"""Role by field by channel: a number comes out to nobody who may not see it, whichever way they ask (C11)."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers import lists, losing, protection
from models.customers.actions import ContactForm, FileForm, edit_file, open_file, register_contact, reveal_personal
from models.customers.belongings import PersonForm
from models.customers.duplicates import Typed, duplicates, likely_pairs, sure_pairs
from models.customers.file_lists import people
from models.customers.finding import without_guesses
from models.customers.kinds import CustomerKind, RegisterKind
from models.customers.losing import LossForm
from models.customers.merge_actions import merge_files
from models.customers.merge_view import comparison
from models.kernel import audit, clock
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.sales.lists import contract_view, quote_view
from models.sales.losing_actions import lose_customer
from models.staff.tables import Staff
from reports.prints import issue
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop, customer, quote, signed_contract

PHONE, OTHER, THIRD = "13877776666", "021-6666 5555", "13799998888"
ID, ADDRESS = "990102199003079999", "杭州市滨江区长河路88号1202"
HIDDEN = {
    "phone": ("13877776666", "8777766", "7777"),
    "second phone": ("6666 5555", "2166665555"),
    "contact person's phone": ("13799998888", "9999888"),
    "id number": ("990102199003079999", "0219900307"),
    "address": ("长河路", "88号"),
    "account named after the phone": ("wx13877776666",),
}
"""What must not come out, by field."""

SEES = {Role.SALES_MANAGER, Role.OWNER}
"""Roles that see every file; besides, its owner, and who has a contract open with them."""


@pytest.fixture
def file_id(shop: Shop) -> int:
    """A company's file of the consultant with every personal value, twice in the store."""
    form = FileForm(
        "诸葛工作室",
        phones=(PHONE, OTHER),
        id_number=ID,
        address=ADDRESS,
        wechat=f"wx{PHONE}",
        kind=CustomerKind.COMPANY,
        note=f"回电 {PHONE}",
    )
    contact = ContactForm(RegisterKind.VISIT)
    found = open_file(shop.consultant, form, contact, (PersonForm("黄月英", phones=(THIRD,)),)).id
    open_file(shop.consultant, FileForm("诸葛工作事", phones=("13866665555",)), contact)
    lose_customer(shop.consultant, customer(shop, "赵云", PHONE), LossForm("price"))
    return found


def staff(role: Role) -> Actor:
    """Somebody with one role, who looks after nobody."""
    roles = frozenset({role})
    return Actor(Staff.create(name=role.value, roles=roles, pin_hash="x").id, role.value, roles)


CHANNELS: dict[str, Callable[[Actor, int], Any]] = {
    "list": lambda actor, file_id: lists.rows(actor, [file_id]),
    "file": lists.customer_file,
    "contact people": people,
    "search by name": lambda actor, file_id: lists.find(actor, "诸葛"),
    "search by the last four": lambda actor, file_id: lists.find(actor, "6666"),
    "search by the whole number": lambda actor, file_id: lists.find(actor, PHONE),
    "duplicates while typing": lambda actor, file_id: duplicates(actor, Typed("诸葛工作室", (PHONE,), ID)),
    "timeline": lambda actor, file_id: lists.timeline(file_id),
    "visit register": lambda actor, file_id: lists.register(RegisterKind.VISIT, *ever()),
    "history": lambda actor, file_id: audit.history("customer", file_id),
    "pairs of the store": lambda actor, file_id: (sure_pairs(), likely_pairs()),
    "two files side by side": lambda actor, file_id: comparison(actor, file_id, file_id + 1),
    "prospects given up": lambda actor, file_id: (losing.waiting_losses(), losing.losses_of(file_id + 2)),
    "people who left": lambda actor, file_id: protection.leavers(),
}


def ever() -> tuple[Any, Any]:
    now = clock.now()
    return now - timedelta(days=9000), now + timedelta(days=9000)


def test_no_channel_tells_a_role_what_it_may_not_see(shop: Shop, file_id: int) -> None:
    edit_file(shop.manager, file_id, 1, form_of(shop, file_id))
    register_contact(shop.reception, file_id, ContactForm(RegisterKind.CALL, phone=PHONE))
    cast = [(role, staff(role)) for role in Role]
    for channel, ask in CHANNELS.items():
        for role, actor in cast:
            told = repr(ask(actor, file_id))
            for field, secrets in HIDDEN.items():
                leaked = [secret for secret in secrets if secret in told]
                assert not leaked or role in SEES, (channel, role, field)
    for actor in (shop.consultant, shop.manager):
        assert PHONE in repr(lists.customer_file(actor, file_id)), "and who may see, does"


def form_of(shop: Shop, file_id: int) -> FileForm:
    """The file's form with another name, so that its history says something."""
    file = lists.customer_file(shop.manager, file_id)
    return FileForm(
        "诸葛设计工作室",
        phones=file.phones,
        id_number=ID,
        address=ADDRESS,
        wechat=file.wechat,
        kind=CustomerKind.COMPANY,
        note=file.note,
    )


def test_who_has_a_contract_open_with_them_sees_as_long_as_it_is(shop: Shop) -> None:
    file_id = customer(shop)
    contract_id = signed_contract(shop, customer_id=file_id)
    run_sql("UPDATE customer SET owner_id = ? WHERE id = ?", shop.colleague.id, file_id)
    assert lists.rows(shop.consultant, [file_id])[0].phone == "138 1234 5678"
    assert not lists.customer_file(shop.consultant, file_id).masked
    run_sql("UPDATE contract SET state = 'closed' WHERE id = ?", contract_id)
    assert lists.rows(shop.consultant, [file_id])[0].phone == "138 **** 5678"
    assert lists.customer_file(shop.consultant, file_id).masked


def test_a_merge_opens_nothing_to_who_may_not_see(shop: Shop, file_id: int) -> None:
    other = customer(shop, "关羽", "13600001111", by=shop.reception)
    merge_files(shop.manager, file_id, other, ())
    told = repr([channel(shop.colleague, file_id) for channel in CHANNELS.values()])
    assert not [secret for secrets in HIDDEN.values() for secret in secrets if secret in told]


def test_views_of_quotes_and_contracts_tell_no_numbers(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    for role in Role:
        actor = staff(role)
        told = repr((contract_view(actor, contract_id), quote_view(actor, 1)))
        if role not in {Role.SALES_MANAGER, Role.OWNER, Role.CASHIER}:
            assert "138 1234 5678" not in told
            assert "990102199003070011" not in told


def test_unmasking_and_printing_are_on_record(shop: Shop, file_id: int) -> None:
    reveal_personal(shop.colleague, file_id)
    assert audit.history("customer", file_id)[0].action == "customers.reveal_personal"
    quote_id = quote(shop, file_id, offered_by=shop.consultant)
    issue(shop.colleague, PaperKind.QUOTE, quote_id)
    printed = audit.history("quote", quote_id)[0]
    assert (printed.action, printed.staff_id) == ("papers.keep_print", shop.colleague.id)


def guesses(number: str) -> Iterator[str]:
    """Every run of a number's digits."""
    for start in range(len(number)):
        for end in range(start + 1, len(number) + 1):
            yield number[start:end]


def test_digits_that_the_mask_hides_cannot_be_tried_out(shop: Shop, file_id: int) -> None:
    for word in guesses(PHONE):
        shown = word == PHONE or any(word in part for part in ("138", "6666", "021", "5555", "137", "8888"))
        assert (without_guesses(shop.colleague, word, [file_id]) == [file_id]) is shown, word
        assert without_guesses(shop.consultant, word, [file_id]) == [file_id]
        found = [row.id for row in lists.find(shop.colleague, word)]
        assert file_id not in found or shown, word
    for whole in ("138 7777 6666", "+86 138-7777-6666", "13877776666"):
        assert file_id in without_guesses(shop.colleague, whole, [file_id])
    assert without_guesses(shop.colleague, "诸葛 7777", [file_id]) == []
    assert without_guesses(shop.colleague, "诸葛 6666", [file_id]) == [file_id]
    assert without_guesses(shop.colleague, "", [file_id]) == [file_id]


def test_digits_of_a_plate_or_name_are_no_guess(shop: Shop) -> None:
    form = FileForm("7777工作室", phones=("13800007777",), no_contact=False)
    file_id = open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id
    assert without_guesses(shop.colleague, "777", [file_id]) == [file_id]


@has_long_form
@settings(max_examples=campaign(40, 1000))
@given(st.from_regex(r"[0-9 ]{1,12}|[诸葛工作室0-9]{1,6}", fullmatch=True))
def test_owners_and_managers_find_all_that_a_search_finds(shop: Shop, query: str) -> None:
    if not run_sql("SELECT count(*) FROM customer").fetchone()[0]:
        customer(shop, "诸葛工作室", PHONE)
    for actor in (shop.consultant, shop.manager):
        assert without_guesses(actor, query, [1]) == [1]


def test_nothing_personal_in_log_or_error(shop: Shop, file_id: int) -> None:
    """What an action that fails says, and what is logged meanwhile, holds no number."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger().addHandler(handler)
    try:
        for wrong in (FileForm("x", phones=(PHONE + "12345",)), FileForm("", phones=(PHONE,))):
            with pytest.raises(Exception) as failed:
                edit_file(shop.consultant, file_id, 2, wrong)
            said.write(str(failed.value))
    finally:
        logging.getLogger().removeHandler(handler)
    assert PHONE not in said.getvalue()
