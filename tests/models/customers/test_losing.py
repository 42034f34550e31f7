"""Intent, prospects given up and confirmed, and files that wake on their day (C5)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.customers.actions import ContactForm, register_contact
from models.customers.care import Care
from models.customers.kinds import Decision, RegisterKind, Stage
from models.customers.lists import customer_file
from models.customers.losing import LossForm, losses_of, waiting_losses
from models.customers.losing_actions import confirm_loss, refuse_loss, set_intent, wake_file, wake_files
from models.customers.protection_actions import change_care
from models.kernel import audit, clock
from models.kernel.errors import NotAllowed, RuleError
from models.sales.losing_actions import lose_customer
from tests.models.shops import CAR_PRICE, Shop, customer, quote, signed_contract


def stage(shop: Shop, file_id: int) -> Stage:
    return customer_file(shop.manager, file_id).stage


def test_an_intent_is_set_at_once(shop: Shop) -> None:
    file_id = customer(shop)
    set_intent(shop.consultant, file_id, "h")
    assert customer_file(shop.consultant, file_id).intent == "h"
    assert audit.history("customer", file_id)[0].details == {"changed": {"intent": ["n", "h"]}}
    with pytest.raises(RuleError, match="level"):
        set_intent(shop.consultant, file_id, "z")


def test_a_loss_says_why_and_the_file_wakes_on_its_day(shop: Shop) -> None:
    file_id = customer(shop)
    wakes = clock.today() + timedelta(days=90)
    lose_customer(shop.consultant, file_id, LossForm("rival", "山行 X5", wakes))
    assert stage(shop, file_id) is Stage.LOST
    (loss,) = losses_of(file_id)
    assert (loss.reason, loss.told, loss.wakes_on, loss.decision) == ("rival", "山行 X5", wakes, Decision.GRANTED)
    assert wake_files(wakes - timedelta(days=1)) == []
    with clock.standing_at(clock.now() + timedelta(days=90)):
        (woken,) = wake_files(clock.today())
        assert woken.touches("customer", file_id)
        assert stage(shop, file_id) is Stage.CONTACTED
        assert wake_files(clock.today()) == []
        assert customer_file(shop.consultant, file_id).protected_days == 0, "whose it is follows from the last contact"
    assert audit.history("customer", file_id)[0].staff_id == 0, "the program did it"


def test_a_large_loss_waits_for_the_manager(shop: Shop) -> None:
    file_id = customer(shop)
    quote(shop, file_id, offered_by=shop.consultant)
    lose_customer(shop.consultant, file_id, LossForm("price"))
    assert stage(shop, file_id) is Stage.QUOTED
    (waiting,) = waiting_losses()
    assert (waiting.customer, waiting.value, waiting.staff) == ("欧阳䶮", CAR_PRICE, "孙悦")
    with pytest.raises(RuleError, match="waits"):
        lose_customer(shop.consultant, file_id, LossForm("price"))
    with pytest.raises(NotAllowed):
        confirm_loss(shop.consultant, waiting.id)
    with pytest.raises(RuleError, match="why"):
        refuse_loss(shop.manager, waiting.id, "")
    refuse_loss(shop.manager, waiting.id, "call them once more")
    assert stage(shop, file_id) is Stage.QUOTED
    lose_customer(shop.consultant, file_id, LossForm("price"))
    confirm_loss(shop.manager, waiting_losses()[0].id)
    assert stage(shop, file_id) is Stage.LOST
    with pytest.raises(RuleError, match="decided already"):
        confirm_loss(shop.manager, losses_of(file_id)[0].id)
    assert waiting_losses() == []


@pytest.mark.parametrize("figure", [0, CAR_PRICE + 1])
def test_below_the_value_or_without_one_nobody_need_confirm(shop: Shop, figure: int) -> None:
    change_care(shop.manager, Care(30, 20, figure))
    file_id = customer(shop)
    quote(shop, file_id, offered_by=shop.consultant)
    lose_customer(shop.consultant, file_id, LossForm("price"))
    assert stage(shop, file_id) is Stage.LOST


def test_the_manager_needs_nobody(shop: Shop) -> None:
    file_id = customer(shop)
    quote(shop, file_id, offered_by=shop.consultant)
    lose_customer(shop.manager, file_id, LossForm("price"))
    assert stage(shop, file_id) is Stage.LOST


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (LossForm("nonsense"), "reason"),
        (LossForm("rival"), "told"),
        (LossForm("other", "  "), "told"),
        (LossForm("price", wakes_on=clock.today()), "wakes_on"),
    ],
)
def test_what_a_loss_must_say(shop: Shop, form: LossForm, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        lose_customer(shop.consultant, customer(shop), form)
    assert refused.value.field == field


def test_who_may_give_up_whom(shop: Shop) -> None:
    file_id = customer(shop)
    with pytest.raises(NotAllowed):
        lose_customer(shop.colleague, file_id, LossForm("price"))
    lose_customer(shop.consultant, file_id, LossForm("price"))
    with pytest.raises(RuleError, match="open prospect"):
        lose_customer(shop.consultant, file_id, LossForm("price"))
    wake_file(shop.consultant, file_id)
    assert stage(shop, file_id) is Stage.CONTACTED
    with pytest.raises(RuleError, match="not lost"):
        wake_file(shop.consultant, file_id)


def test_a_lost_customer_who_comes_back_is_not_woken_again(shop: Shop) -> None:
    file_id = customer(shop)
    wakes = clock.today() + timedelta(days=5)
    lose_customer(shop.consultant, file_id, LossForm("price", wakes_on=wakes))
    register_contact(shop.consultant, file_id, ContactForm(RegisterKind.VISIT))
    assert stage(shop, file_id) is Stage.VISITED
    assert wake_files(wakes) == []
    lose_customer(shop.consultant, file_id, LossForm("price", wakes_on=wakes + timedelta(days=30)))
    assert wake_files(wakes) == [], "the day that was set last counts"
    assert len(wake_files(wakes + timedelta(days=30))) == 1


def test_who_has_their_goods_is_not_lost(shop: Shop) -> None:
    file_id = customer(shop)
    signed_contract(shop, customer_id=file_id)
    lose_customer(shop.manager, file_id, LossForm("finance"))
    assert stage(shop, file_id) is Stage.LOST, "the loan was refused after all"
