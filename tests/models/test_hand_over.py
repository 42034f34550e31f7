"""A file changes hands only through who looks after it, or a manager (C7): who owns it sees it unmasked (C11)."""

from __future__ import annotations

import pytest

from models.customers.actions import ContactForm, FileForm, edit_file, open_file
from models.customers.kinds import RegisterKind
from models.customers.lists import customer_file
from models.kernel.errors import RuleError
from tests.models.shops import Shop

PHONES = ("138 1234 5678",)


def hand_over(shop: Shop, file_id: int, by: str, to: str) -> int | None:
    """Who owns the file after ``by`` tried to give it to ``to``."""
    form = FileForm("欧阳䶮", phones=PHONES, owner_id=shop.people[to].id)
    edit_file(shop.people[by], file_id, customer_file(shop.owner, file_id).version, form)
    return customer_file(shop.owner, file_id).owner_id


@pytest.mark.parametrize(("by", "to"), [("colleague", "colleague"), ("reception", "reception"), ("reception", "owner")])
def test_others_do_not_take_a_file_over(shop: Shop, by: str, to: str) -> None:
    file_id = open_file(shop.consultant, FileForm("欧阳䶮", phones=PHONES), ContactForm(RegisterKind.VISIT)).id
    with pytest.raises(RuleError) as refused:
        hand_over(shop, file_id, by, to)
    assert refused.value.field == "owner_id"
    assert customer_file(shop.people[by], file_id).phones == ("138 **** 5678",)
    assert hand_over(shop, file_id, by, "consultant") == shop.consultant.id, "other edits stay possible"


@pytest.mark.parametrize("by", ["consultant", "manager", "owner"])
def test_its_owner_and_managers_hand_it_over(shop: Shop, by: str) -> None:
    file_id = open_file(shop.consultant, FileForm("欧阳䶮", phones=PHONES), ContactForm(RegisterKind.VISIT)).id
    assert hand_over(shop, file_id, by, "colleague") == shop.colleague.id


def test_whoever_may_edit_takes_a_file_from_the_pool(shop: Shop) -> None:
    file_id = open_file(shop.reception, FileForm("欧阳䶮", phones=PHONES), ContactForm(RegisterKind.VISIT)).id
    assert hand_over(shop, file_id, "colleague", "colleague") == shop.colleague.id
