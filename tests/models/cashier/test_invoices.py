"""Invoices: asked for when enough is paid, approved by another, at most the contract, undone in the open (S7)."""

from __future__ import annotations

import itertools

import pytest

from models.cashier import lists
from models.cashier.invoice_actions import (
    InvoiceForm,
    approve_invoice,
    ask_invoice,
    invoice_facts,
    make_out_invoice,
    refuse_invoice,
    reverse_invoice,
    withdraw_invoice,
)
from models.cashier.states import INVOICE_MOVES, InvoiceAction, InvoiceState
from models.cashier.tables import Invoice
from models.kernel import clock, flow, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.permissions import Actor, Permission, Role
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.tables import Contract
from tests.models.shops import CAR_PRICE, Shop, customer, filled_contract, quote, signed_contract

SIXTY = CAR_PRICE * 60 // 100
FORM = InvoiceForm(CAR_PRICE, "欧阳䶮")
S, A = InvoiceState, InvoiceAction


def pay(shop: Shop, contract_id: int, amount: int) -> int:
    return take_payment(shop.cashier, contract_id, PaymentForm(amount, PaymentMethod.TRANSFER, "x", again=True)).id


@pytest.fixture
def paid(shop: Shop) -> int:
    """A signed contract of which exactly 60 % is paid."""
    contract_id = signed_contract(shop)
    pay(shop, contract_id, SIXTY)
    return contract_id


def asked(shop: Shop, contract_id: int, amount: int = CAR_PRICE) -> int:
    return ask_invoice(shop.consultant, contract_id, InvoiceForm(amount, "欧阳䶮", "91330000")).id


def made_out(shop: Shop, contract_id: int, amount: int = CAR_PRICE) -> int:
    invoice_id = asked(shop, contract_id, amount)
    approve_invoice(shop.manager, invoice_id)
    make_out_invoice(shop.cashier, invoice_id, "25332000000012345678")
    return invoice_id


def test_not_a_fen_less_than_sixty_percent(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    assert lists.invoice_offer(shop.consultant, contract_id).blocked is not None
    last = pay(shop, contract_id, SIXTY - 1)
    with pytest.raises(RuleError, match="at least 60 % is paid"):
        asked(shop, contract_id)
    pay(shop, contract_id, 1)
    invoice_id = asked(shop, contract_id)
    approve_invoice(shop.manager, invoice_id)
    reverse_payment(shop.cashier, last, "退票")
    with pytest.raises(RuleError, match="at least 60 % is paid"):
        make_out_invoice(shop.cashier, invoice_id)
    assert lists.invoice_rows([invoice_id])[0].number == "", "no number was lost"


def test_an_invoice_needs_a_signed_contract_a_title_and_a_sensible_amount(shop: Shop, paid: int) -> None:
    draft = filled_contract(shop, quote(shop, customer(shop, "某人", "13700001111")))
    for contract_id, form, words in (
        (draft, FORM, "signed contract"),
        (paid, InvoiceForm(CAR_PRICE, ""), "made out to"),
        (paid, InvoiceForm(0, "x"), "more than zero"),
        (paid, InvoiceForm(-1, "x"), "more than zero"),
        (paid, InvoiceForm(CAR_PRICE + 1, "x"), "never come to more"),
        (paid, InvoiceForm(1, "长" * 81), "At most 80"),
    ):
        with pytest.raises(RuleError, match=words):
            ask_invoice(shop.consultant, contract_id, form)
    with pytest.raises(NotAllowed):
        ask_invoice(shop.colleague, paid, FORM)
    assert lists.invoices_of(paid) == []


def test_the_whole_way_with_its_counter_entry(shop: Shop, paid: int) -> None:
    offer = lists.invoice_offer(shop.consultant, paid)
    assert (offer.proposed, offer.most, offer.title, offer.blocked) == (CAR_PRICE, CAR_PRICE, "欧阳䶮", None)
    invoice_id = made_out(shop, paid, 10_000_00)
    year = clock.today().year
    row = lists.invoice_rows([invoice_id])[0]
    assert (row.number, row.state, row.made_out_on) == (f"FP-{year}-0001", S.MADE_OUT, clock.today())
    assert (row.asked_by, row.decided_by, row.tax_invoice) == ("孙悦", "高经理", "25332000000012345678")
    assert lists.invoice_offer(shop.consultant, paid).most == CAR_PRICE - 10_000_00
    with pytest.raises(RuleError):
        reverse_invoice(shop.cashier, invoice_id, "")
    reverse_invoice(shop.cashier, invoice_id, "抬头有误")
    first, counter = lists.invoices_of(paid)
    assert (first.state, counter.state, counter.amount) == (S.REVERSED, S.COUNTER, -10_000_00)
    assert (counter.number, counter.reverses, counter.reason) == (f"FP-{year}-0002", first.number, "抬头有误")
    assert lists.invoice_offer(shop.consultant, paid).most == CAR_PRICE
    for again in (invoice_id, counter.id):
        with pytest.raises(IllegalMove):
            reverse_invoice(shop.cashier, again, "x")


def test_invoices_never_come_to_more_than_the_contract(shop: Shop, paid: int) -> None:
    made_out(shop, paid, CAR_PRICE - 100)
    waiting = asked(shop, paid, 60)
    with pytest.raises(RuleError, match=r"0\.40 is left"):
        asked(shop, paid, 41)
    withdraw_invoice(shop.consultant, waiting)
    refused = asked(shop, paid, 100)
    with pytest.raises(RuleError):
        refuse_invoice(shop.manager, refused, "")
    refuse_invoice(shop.manager, refused, "等尾款")
    assert lists.invoice_rows([refused])[0].reason == "等尾款"
    assert asked(shop, paid, 100)


def test_nobody_approves_what_they_asked_for_themselves(shop: Shop, paid: int) -> None:
    own = ask_invoice(shop.manager, paid, InvoiceForm(100, "x")).id
    for decide in (lambda: approve_invoice(shop.manager, own), lambda: refuse_invoice(shop.manager, own, "x")):
        with pytest.raises(NotAllowed, match="asked for themselves"):
            decide()
    assert lists.invoices_to_decide(shop.manager) == []
    assert lists.invoices_to_decide(shop.owner) == [own]
    approve_invoice(shop.owner, own)


def test_what_is_paid_on_the_customers_behalf_is_not_proposed(shop: Shop, paid: int) -> None:
    from models.sales.tables import ContractLine

    with store.transaction():
        line = ContractLine.get(ContractLine.contract == paid)
        ContractLine.update(category="pass_through").where(ContractLine.id == line.id).execute()
    assert lists.invoice_offer(shop.consultant, paid).proposed == 0
    assert lists.invoice_offer(shop.consultant, paid).most == CAR_PRICE


def test_each_sees_what_concerns_them(shop: Shop, paid: int) -> None:
    invoice_id = asked(shop, paid)
    assert lists.invoice_ids(mine=shop.consultant) == lists.invoice_ids(mine=shop.cashier) == [invoice_id]
    assert lists.invoice_ids(mine=shop.colleague) == []
    with pytest.raises(NotAllowed):
        withdraw_invoice(shop.colleague, invoice_id)
    assert lists.invoice_ids([S.APPROVED]) == []


GRANTED = {
    A.APPROVE: {Role.SALES_MANAGER, Role.OWNER},
    A.REFUSE: {Role.SALES_MANAGER, Role.OWNER},
    A.WITHDRAW: {Role.SALES, Role.SALES_MANAGER, Role.CASHIER, Role.OWNER},
    A.MAKE_OUT: {Role.CASHIER, Role.OWNER},
    A.REVERSE: {Role.CASHIER, Role.OWNER},
}
LEADS = {
    (S.ASKED, A.APPROVE): S.APPROVED,
    (S.ASKED, A.REFUSE): S.REFUSED,
    (S.ASKED, A.WITHDRAW): S.WITHDRAWN,
    (S.APPROVED, A.WITHDRAW): S.WITHDRAWN,
    (S.APPROVED, A.MAKE_OUT): S.MADE_OUT,
    (S.MADE_OUT, A.REVERSE): S.REVERSED,
}


def test_every_state_action_and_role(shop: Shop, paid: int) -> None:
    """The machine over everything: what is not listed here is refused, in the rules and by the actions themselves."""
    invoice_id = asked(shop, paid)
    everyone = {role: Actor(100 + place, role.value, frozenset({role})) for place, role in enumerate(Role)}
    contract = Contract.get_by_id(paid)
    for state, what, role in itertools.product(S, A, Role):
        with store.transaction():
            Invoice.update(state=state).where(Invoice.id == invoice_id).execute()
        invoice = Invoice.get_by_id(invoice_id)
        facts = invoice_facts(everyone[role], contract, invoice=invoice)
        allowed = (state, what) in LEADS and role in GRANTED[what]
        refusals = (IllegalMove, NotAllowed)
        if what is A.WITHDRAW and role in (Role.SALES, Role.CASHIER):
            allowed = False  # somebody else asked
        try:
            reached = flow.move(INVOICE_MOVES, state, what, everyone[role], facts)
        except refusals:
            reached = None
        assert reached == (LEADS[state, what] if allowed else None), (state, what, role)
    assert {move.permission for move in INVOICE_MOVES.values()} == {
        *(Permission.APPROVE_INVOICE, Permission.ASK_INVOICE, Permission.MAKE_OUT_INVOICE)
    }
