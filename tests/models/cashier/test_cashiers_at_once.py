"""Several cashiers at once: no receipt missing, none twice, each fen of commission booked; real programs (S7, S8)."""

from __future__ import annotations

import multiprocessing
import random
from pathlib import Path

import pytest

from models.cashier.invoice_actions import InvoiceForm, approve_invoice, ask_invoice, make_out_invoice
from models.checking import booked
from models.kernel import audit, clock, keys, numbering, store
from models.kernel.errors import RuleError
from models.kernel.tables import database, run_sql
from models.sales import lists
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from tests.campaigns import campaign, has_long_form
from tests.models.shops import CAR_PRICE, Shop, signed_contract

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
CASHIERS, EACH = 4, campaign(25, 200)


def _work(shop: Shop, contract_id: int, seat: int, start: object, failed: object) -> None:
    """One cashier's program: payments, mistakes, counter-entries, an invoice all of them want to make out."""
    dice = random.Random(seat)
    try:
        _open(shop.address)
        start.wait(60)  # type: ignore[attr-defined]
        for round_ in range(EACH):
            form = PaymentForm(dice.randint(1, 50_000), PaymentMethod.CASH, "x", f"{seat}-{round_}")
            payment = take_payment(shop.cashier, contract_id, form).id
            if dice.random() < 0.3:
                reverse_payment(shop.cashier, payment, "输错")
            if dice.random() < 0.2:
                _refused(lambda: take_payment(shop.cashier, contract_id, PaymentForm(0, PaymentMethod.CASH, "x")))
            if dice.random() < 0.2:
                _refused(lambda: make_out_invoice(shop.cashier, 1))
        database.close()
    except BaseException as error:
        failed.put(repr(error))  # type: ignore[attr-defined]
        raise


def _open(address: str) -> None:
    if store.is_server(address):
        store.open_store(address)
    else:
        # The store's own lock admits one program; the promise is the database's, so this goes past the lock.
        database.initialize(store.encrypted_file(Path(address) / "store.db", keys.unlock(Path(address))))


def _refused(what: object) -> None:
    try:
        what()  # type: ignore[operator]
    except RuleError:
        return


@has_long_form
def test_receipts_have_no_gap_with_cashiers_at_once(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(CAR_PRICE * 6 // 10, PaymentMethod.CARD, "x"))
    approve_invoice(shop.manager, ask_invoice(shop.consultant, contract_id, InvoiceForm(CAR_PRICE, "x")).id)
    database.close()
    context = multiprocessing.get_context("fork")
    start, failed = context.Barrier(CASHIERS), context.SimpleQueue()
    programs = [
        context.Process(target=_work, args=(shop, contract_id, seat, start, failed)) for seat in range(CASHIERS)
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join(300)
    assert failed.empty(), failed.get()
    assert [program.exitcode for program in programs] == [0] * CASHIERS
    payments = lists.payments(contract_id)
    year = clock.today().year
    assert [row.number for row in payments] == [f"SJ-{year}-{place:06d}" for place in range(1, len(payments) + 1)]
    assert len(payments) > CASHIERS * EACH
    assert numbering.series()[f"SJ-{year}"] == len(payments)
    assert run_sql("SELECT number FROM invoice WHERE number IS NOT NULL").fetchall() == [(f"FP-{year}-0001",)]
    assert lists.contract_rows([contract_id])[0].received == sum(row.amount for row in payments)
    assert list(booked.commission()) == list(booked.invoices()) == list(audit.broken_lines()) == []
    assert run_sql("SELECT count(*) FROM commission_entry").fetchone()[0] > CASHIERS
