"""What the lists of sales and the registers say in the words of the counter, and what they come to (X1)."""

from __future__ import annotations

from typing import Any

import pytest

from exchange import contents
from exchange.columns import Days
from exchange.forms import totals
from models.carrying.kinds import Content
from models.cashier.invoice_actions import (
    InvoiceForm,
    approve_invoice,
    ask_invoice,
    make_out_invoice,
    refuse_invoice,
    reverse_invoice,
)
from models.kernel import i18n
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.service.kinds import DeferredState
from tests.models.delivery.handing import handed_over
from tests.models.shops import CAR_PRICE, Shop, customer, filled_contract, quote, signed_contract


def listed(actor: Actor, content: Content) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The rows of a list by the codes of its columns, and what stands beneath them."""
    made = contents.LISTS[content](actor, Days())
    codes = [column.code for column in made.columns]
    rows = [dict(zip(codes, row, strict=True)) for row in made.rows()]
    return rows, {codes[place]: sum(row[codes[place]] or 0 for row in rows) for place in totals(made.columns)}


@pytest.mark.parametrize(("language", "hand_over"), [("zh_CN", "新车交车"), ("zh_TW", "新車交車")])
def test_a_delivery_is_told_in_the_screens_language(folder_shop: Shop, language: str, hand_over: str) -> None:
    handed_over(folder_shop)
    i18n.set_language(language)
    ((row,), _sums) = listed(folder_shop.owner, Content.DELIVERIES)
    assert row["hand_over"] == hand_over
    assert row["goods"] == run_sql("SELECT name FROM contract_line ORDER BY position").fetchone()[0]


def test_lines_of_contracts_come_to_their_contracts(shop: Shop) -> None:
    signed_contract(shop)
    contracts, sums = listed(shop.owner, Content.CONTRACTS)
    lines, _none = listed(shop.owner, Content.CONTRACT_LINES)
    stages, _none = listed(shop.owner, Content.STAGES)
    assert [row["position"] for row in lines] == list(range(1, len(lines) + 1))
    assert [row["position"] for row in stages] == list(range(1, len(stages) + 1))
    assert sum(row["amount"] for row in lines) == sum(row["amount"] for row in stages) == sums["signed_total"] > 0
    assert [row["signed_total"] for row in contracts] == [sums["signed_total"]]


def test_what_is_not_signed_counts_in_no_sum(folder_shop: Shop) -> None:
    filled_contract(folder_shop, quote(folder_shop, customer(folder_shop)))
    ((row,), sums) = listed(folder_shop.owner, Content.CONTRACTS)
    assert (row["signed_on"], row["signed_total"], row["total"] > 0) == (None, None, True)
    assert not any(sums.values())


def test_only_what_was_made_out_counts_as_invoiced(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(CAR_PRICE, PaymentMethod.TRANSFER, "欧阳䶮"))

    def asked(amount: int) -> int:
        return ask_invoice(shop.consultant, contract_id, InvoiceForm(amount, "欧阳䶮")).id

    def made_out(amount: int) -> int:
        invoice_id = asked(amount)
        approve_invoice(shop.manager, invoice_id)
        make_out_invoice(shop.cashier, invoice_id)
        return invoice_id

    made_out(1_000_001)
    reverse_invoice(shop.cashier, made_out(2_000_002), "抬头写错")
    refuse_invoice(shop.manager, asked(3_000_003), "未到期")
    asked(4_000_004)
    rows, sums = listed(shop.cashier, Content.INVOICES)
    assert sorted(row["amount"] for row in rows) == [-2_000_002, 1_000_001, 2_000_002, 3_000_003, 4_000_004]
    assert sums == {"made_out": 1_000_001}


def test_a_call_is_not_told_as_a_visit(folder_shop: Shop) -> None:
    for kind, own, other in (
        (Content.VISITS, {"left_at", "persons", "reason"}, {"invited_for", "message_for"}),
        (Content.CALLS, {"invited_for", "message_for"}, {"left_at", "persons", "reason"}),
    ):
        codes = {column.code for column in contents.LISTS[kind](folder_shop.owner, Days()).columns}
        assert own <= codes
        assert not other & codes


def test_work_put_off_is_no_money_owed() -> None:
    i18n.set_language("zh_CN")
    assert i18n.label(DeferredState.OPEN) == "尚未处理"
