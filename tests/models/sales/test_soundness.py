"""What ``check`` finds wrong with amendments, cancellations, refunds and exceptions."""

from __future__ import annotations

from models.checking import searching, sums, supplements, trail
from models.kernel import store
from models.kernel.tables import run_sql
from models.sales.cancellation_actions import RefundForm, pay_refund
from models.sales.exception_actions import EntryForm, ExceptionForm, add_to_exception, log_exception
from models.sales.papers import PaymentMethod
from models.sales.supplement_states import EntryKind, ExceptionKind, Fault
from tests.models.sales.lives import amended, called_off, cheaper, pay
from tests.models.shops import Shop, customer, signed_contract

CHECKS = (
    *(sums.contracts, sums.payments, supplements.amendments, supplements.cancellations, supplements.exceptions),
    *(trail.numbers, searching.records),
)


def findings() -> list[str]:
    return [finding for check in CHECKS for finding in check()]


def live(shop: Shop) -> None:
    """An amended contract, a cancelled one whose refund is paid, and an exception."""
    first = signed_contract(shop)
    amended(shop, first)
    amended(shop, first, cheaper(1_000))
    second = signed_contract(shop, customer_id=customer(shop, "另一位", "13900000000"))
    pay(shop, second, 1_000_000)
    cancellation = called_off(shop, second, Fault.NOBODY)
    pay_refund(shop.cashier, cancellation, RefundForm(1_000_000, PaymentMethod.CASH, "x"))
    exception = log_exception(shop.reception, ExceptionForm(ExceptionKind.WRONG, "x", first)).id
    add_to_exception(shop.reception, exception, EntryForm(EntryKind.COST, "x", amount=5))


def test_a_store_that_lived_is_sound(shop: Shop) -> None:
    live(shop)
    assert findings() == []


DAMAGES = (
    ("UPDATE contract SET amended = amended + 1 WHERE id = 1", "amendments come to something else"),
    ("UPDATE contract SET amendment_no = 1 WHERE id = 1", "amendments come to something else"),
    ("UPDATE amendment SET total = total + 1 WHERE no = 1", "-01: the lines come to"),
    ("UPDATE amendment_line SET unit_price = 1 WHERE amendment_id = 1", "-01: the lines come to"),
    ("UPDATE amended_stage SET amount = amount + 1 WHERE amendment_no = 2 AND position = 1", "-02: the stages come"),
    ("UPDATE amendment SET frozen = NULL WHERE no = 2", "-02: the signed paper is missing"),
    ("UPDATE amendment SET frozen = signed_blob WHERE no = 1", "-01: the signed paper cannot be read"),
    ("UPDATE amendment SET no = 5 WHERE no = 2", "-02 is missing"),
    ("UPDATE contract SET state = 'signed' WHERE id = 2", "its contract is not cancelled"),
    ("UPDATE cancellation SET refund = 999999", "more was refunded than it says"),
    ("UPDATE cancellation SET refund = 999999", "the signed paper says"),
    ("UPDATE payment SET cancellation_id = NULL", "negative and reverses no receipt"),
    ("UPDATE contract_exception SET cost = 6", "another cost"),
    ("UPDATE cancellation SET number = 'JC-2000-0007'", "JC-2000-0007 was never given"),
)


def test_each_damage_is_told(folder_shop: Shop) -> None:
    live(folder_shop)
    for damage, found in DAMAGES:
        with store.database.atomic() as attempt:
            run_sql(damage.replace("signed_blob", "x'00'"))
            told = findings()
            attempt.rollback()
        assert any(found in each for each in told), (damage, told)
    assert findings() == []
