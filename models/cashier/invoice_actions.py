"""Invoices: asked for when enough is paid, approved by somebody else, made out, reversed by a counter-entry (S7)."""

from __future__ import annotations

from dataclasses import dataclass

from models.cashier.states import (
    COUNTING_STATES,
    INVOICE_MOVES,
    InvoiceAction,
    InvoiceFacts,
    InvoiceState,
    refuse_too_much,
    refuse_unpaid,
)
from models.cashier.tables import Invoice
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Permission, Role
from models.sales.contract_actions import received
from models.sales.quote_actions import is_own
from models.sales.standing import present_total
from models.sales.states import SIGNED_STATES, refuse_colleagues
from models.sales.tables import Contract
from models.shop.profile import trade


@dataclass(frozen=True)
class InvoiceForm:
    """What is asked for: amount in fen, whom it is made out to, and their tax number."""

    amount: int
    title: str
    tax_number: str = ""
    note: str = ""


@action(Permission.ASK_INVOICE)
def ask_invoice(act: Act, contract_id: int, form: InvoiceForm) -> None:
    """Ask for an invoice over at most what the contract comes to less what is invoiced already.

    Raises RuleError while too little is paid, for too much, without a title; NotAllowed for a colleague's contract.
    """
    contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id) or act.actor.may(Permission.MAKE_OUT_INVOICE))
    if not form.title:
        raise RuleError("Type whom the invoice is made out to.", field="title")
    facts = invoice_facts(act.actor, contract, form.amount)
    refuse_unpaid(facts)
    refuse_too_much(facts)
    invoice = Invoice.create(
        contract=contract,
        amount=form.amount,
        title=form.title,
        tax_number=form.tax_number,
        asked_by=act.actor.id,
        note=form.note,
    )
    _on(act, invoice)


@action(Permission.APPROVE_INVOICE)
def approve_invoice(act: Act, invoice_id: int) -> None:
    """Let an invoice be made out. Raises NotAllowed for one's own unless one is the owner, RuleError, IllegalMove."""
    _move(act, Invoice.get_by_id(invoice_id), InvoiceAction.APPROVE, decided_by=act.actor.id, decided_at=clock.now())


@action(Permission.APPROVE_INVOICE)
def refuse_invoice(act: Act, invoice_id: int, reason: str) -> None:
    """Say no to an invoice, with a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    decided = {"decided_by": act.actor.id, "decided_at": clock.now()}
    _move(act, Invoice.get_by_id(invoice_id), InvoiceAction.REFUSE, reason=reason, **decided)


@action(Permission.ASK_INVOICE)
def withdraw_invoice(act: Act, invoice_id: int) -> None:
    """Take back what was asked for, before it is made out; whoever asked, or a manager."""
    _move(act, Invoice.get_by_id(invoice_id), InvoiceAction.WITHDRAW)


@action(Permission.MAKE_OUT_INVOICE)
def make_out_invoice(act: Act, invoice_id: int, tax_invoice: str = "") -> None:
    """Make an approved invoice out: it gets the next number; ``tax_invoice`` is the tax office's own.

    Raises RuleError where meanwhile too little is paid, or the contract comes to less.
    """
    invoice = Invoice.get_by_id(invoice_id)
    _move(
        *(act, invoice, InvoiceAction.MAKE_OUT),
        number=_next_number(),
        tax_invoice=tax_invoice,
        made_out_by=act.actor.id,
        made_out_on=clock.today(),
    )


@action(Permission.MAKE_OUT_INVOICE)
def reverse_invoice(act: Act, invoice_id: int, reason: str, tax_invoice: str = "") -> None:
    """Undo an invoice that was made out by a counter-entry with a number of its own (a red-letter invoice)."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    mistake = Invoice.get_by_id(invoice_id)
    _move(act, mistake, InvoiceAction.REVERSE)
    counter = Invoice.create(
        number=_next_number(),
        contract=mistake.contract_id,
        state=InvoiceState.COUNTER,
        amount=-mistake.amount,
        title=mistake.title,
        tax_number=mistake.tax_number,
        tax_invoice=tax_invoice,
        asked_by=act.actor.id,
        made_out_by=act.actor.id,
        made_out_on=clock.today(),
        reverses=mistake,
        reason=reason,
    )
    _on(act, counter)
    act.note(reverses=mistake.number)


def invoice_facts(actor: Actor, contract: Contract, amount: int = 0, invoice: Invoice | None = None) -> InvoiceFacts:
    """What the guards of an invoice ask, for this person."""
    others = Invoice.select(Invoice.amount).where(
        Invoice.contract == contract.id,
        Invoice.state.in_(COUNTING_STATES),
        Invoice.id != (invoice.id if invoice else 0),
    )
    own = invoice is not None and invoice.asked_by_id == actor.id
    return InvoiceFacts(
        amount=invoice.amount if invoice else amount,
        total=present_total(contract),
        received=received(contract.id),
        invoiced=sum(row[0] for row in others.tuples()),
        least_share=trade().invoice_from_share,
        own=own,
        may_decide_own=Role.OWNER in actor.roles,
        may_withdraw=own or actor.may(Permission.APPROVE_INVOICE),
        valid=contract.state in SIGNED_STATES,
    )


def _next_number() -> str:
    return numbering.next_number("FP", clock.today().year)


def _move(act: Act, invoice: Invoice, what: InvoiceAction, **new: object) -> None:
    facts = invoice_facts(act.actor, invoice.contract, invoice=invoice)
    state = move(INVOICE_MOVES, invoice.state, what, act.actor, facts)
    save_edit(invoice, invoice.version, {"state": state, **new})
    _on(act, invoice)


def _on(act: Act, invoice: Invoice) -> None:
    act.on("invoice", invoice.id)
    act.touch("contract", invoice.contract_id)
    act.note(state=invoice.state.value, amount=invoice.amount)
    if invoice.number:
        act.note(number=invoice.number)
