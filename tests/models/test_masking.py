"""Personal values stay with those who may see them, in every list and on the trail (C11)."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers import lists
from models.customers.actions import (
    ContactForm,
    FileForm,
    Personal,
    edit_file,
    open_file,
    register_contact,
    reveal_personal,
)
from models.customers.duplicates import Typed, duplicates
from models.customers.kinds import RegisterKind
from models.customers.rules import masked_phone, masked_text
from models.kernel import audit, clock
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.kernel.text import digits_of
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.campaigns import has_long_form
from tests.models.shops import Shop, customer, signed_contract

PHONES = ("138 1234 5678", "+86 571 8899 7766")
ID, ADDRESS = "990102199003070011", "杭州市滨江区长河路88号1202室"
SECRETS = ("1234", "12345", "8899", "9003070", "长河路")


@pytest.fixture
def file_id(shop: Shop) -> int:
    """A file of the consultant with every personal value."""
    form = FileForm("欧阳䶮", phones=PHONES, id_number=ID, address=ADDRESS)
    return open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id


def read(actor: Actor, file_id: int) -> str:
    """Everything the lists of customers tell this person about the file."""
    now = clock.now()
    told = [
        lists.rows(actor, [file_id]),
        lists.customer_file(actor, file_id),
        lists.find(actor, "欧阳"),
        lists.find(actor, "1234"),
        duplicates(actor, Typed("欧阳䶮", ("13812345678",))),
        lists.timeline(file_id),
        lists.register(RegisterKind.VISIT, now.replace(year=2000), now.replace(year=2100)),
    ]
    return repr([[dataclasses.astuple(e) for e in part] if isinstance(part, list) else part for part in told])


@pytest.mark.parametrize("who", ["colleague", "reception", "cashier"])
def test_others_see_masks_everywhere(shop: Shop, file_id: int, who: str) -> None:
    told = read(shop.people[who], file_id)
    assert "138 **** 5678" in told
    for secret in SECRETS:
        assert secret not in told
    assert lists.customer_file(shop.people[who], file_id).masked


@pytest.mark.parametrize("who", ["consultant", "manager", "owner"])
def test_the_owner_of_the_file_and_managers_see_all(shop: Shop, file_id: int, who: str) -> None:
    file = lists.customer_file(shop.people[who], file_id)
    assert (file.phones, file.id_number, file.address, file.masked) == (PHONES, ID, ADDRESS, False)


def test_a_file_without_owner_is_masked_for_all_but_managers(shop: Shop) -> None:
    file_id = customer(shop, by=shop.reception)
    for actor in (shop.reception, shop.consultant):
        assert lists.rows(actor, [file_id])[0].phone == "138 **** 5678"
    assert lists.rows(shop.manager, [file_id])[0].phone == "138 1234 5678"


def test_what_is_revealed_is_on_record(shop: Shop, file_id: int) -> None:
    done = reveal_personal(shop.colleague, file_id)
    assert done.answer == Personal(PHONES, ADDRESS, ID)
    assert done.touched == set()
    entry = audit.history("customer", file_id)[0]
    assert (entry.staff_id, entry.action) == (shop.colleague.id, "customers.reveal_personal")
    nobody = Actor(shop.cashier.id, "", frozenset())
    reveal_personal(nobody, file_id)
    with pytest.raises(NotAllowed):
        reveal_personal(Actor(999, "", shop.owner.roles), file_id)


def test_the_trail_never_holds_an_unmasked_value(shop: Shop, file_id: int) -> None:
    new = FileForm(
        *("欧阳䶮",),
        phones=("139 7654 3210",),
        id_number="990102199003079999",
        address="上海市静安区南京西路1号",
        email="ouyang.yan@mail.example",
        wechat="wx13976543210",
        note="家里电话 021-55667788",
    )
    edit_file(shop.consultant, file_id, 1, new)
    register_contact(shop.reception, None, ContactForm(RegisterKind.CALL, phone="137 4455 6677"))
    contract_id = signed_contract(shop, customer_id=file_id)
    take_payment(shop.cashier, contract_id, PaymentForm(100, PaymentMethod.CASH, "欧阳䶮"))
    trail = "\n".join(row[0] for row in run_sql("SELECT details FROM audit_line").fetchall())
    secrets = (*SECRETS, "7654", "079999", "南京西路", "ouyang.yan", "3976543210", "5566", "4455")
    for secret in secrets:
        assert secret not in trail
    changed = next(each for each in audit.history("customer", file_id) if "changed" in each.details).details["changed"]
    assert changed["phones"] == [f"138 **** 5678, {masked_phone(PHONES[1])}", "139 **** 3210"]


@has_long_form
@given(st.from_regex(r"\+?[0-9]{5,15}", fullmatch=True))
def test_a_masked_phone_hides_and_keeps_its_form(number: str) -> None:
    masked = masked_phone(number)
    assert len(masked) == len(number)
    assert masked.count("*") >= 2
    assert all(mine in (theirs, "*") for mine, theirs in zip(masked, number, strict=True))
    assert digits_of(masked)


@has_long_form
@given(st.text(max_size=30), st.integers(0, 4), st.integers(0, 4))
def test_masked_text_tells_neither_content_nor_length(text: str, front: int, back: int) -> None:
    masked = masked_text(text, front, back)
    assert (masked == "") is (text == "")
    assert len(masked) in {0, 4, 4 + front + back}
    middle = text[front : len(text) - back]
    if len(middle) > 1 and "*" not in text:
        assert "****" in masked
        assert masked.replace("****", "") in {"", text[:front] + (text[-back:] if back else "")}


def test_the_mask_as_the_rules_show_it() -> None:
    assert masked_phone("13812348000") == "138****8000"
    assert masked_phone("12345") == "1**45"
    assert masked_text("990102199003070011", 3, 2) == "990****11"
