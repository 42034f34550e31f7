"""The sample's cashier's desk: invoices at every step, reminders for what is overdue, shares confirmed at signing."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from models.cashier.invoice_actions import InvoiceForm, approve_invoice, ask_invoice, make_out_invoice
from models.cashier.lists import invoice_offer
from models.cashier.month_actions import MonthForm, close_month
from models.cashier.months import methods_of
from models.cashier.overdue import overdue_stages
from models.cashier.reminder_actions import ReminderForm, remind
from models.cashier.states import Channel
from models.commission.actions import confirm_split, raise_dispute, rule_split
from models.commission.booking import terms_of
from models.commission.splitting import latest_split, shares_of
from models.kernel import clock
from models.kernel.permissions import Actor, Permission
from models.sales.papers import PaymentMethod
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract
from models.sample.counter import Counter
from models.staff.lists import everybody

_INVOICED, _REMINDED = 0.7, 0.6
_SHORT = 50_00


def fill(counter: Counter) -> None:
    """What became of the contracts' money besides the receipts, as it stands today."""
    rng = Random(counter.rng.random())
    crew, cashier = counter.crew, counter.crew.cashier()
    people = {each.id: Actor(each.id, each.name, each.roles) for each in everybody()}
    contracts = Contract.select(Contract.id, Contract.consultant).where(Contract.state.in_(list(SIGNED_STATES)))
    with clock.standing_at(counter.past.end):
        for contract_id, seller_id in list(contracts.order_by(Contract.id).tuples()):
            seller = people[seller_id]
            if rng.random() < _INVOICED:
                _invoice(rng, contract_id, seller, crew.manager(seller), cashier)
            _confirm(rng, contract_id, seller)
        for stage in overdue_stages(cashier):
            if rng.random() < _REMINDED:
                answer = counter.words.remark(rng, "reminded")
                remind(cashier, stage.contract_id, ReminderForm(rng.choice((Channel.PHONE, Channel.MESSAGE)), answer))
        _share_and_claim(rng, counter)
        _close(rng, counter)


def _invoice(rng: Random, contract_id: int, seller: Actor, manager: Actor, cashier: Actor) -> None:
    """Ask for an invoice where enough is paid; most are approved, most of those made out."""
    offer = invoice_offer(seller, contract_id)
    if offer.blocked or not offer.proposed or not seller.may(Permission.ASK_INVOICE):
        return
    invoice_id = ask_invoice(seller, contract_id, InvoiceForm(offer.proposed, offer.title)).id
    if rng.random() < 0.8:
        approve_invoice(manager, invoice_id)
        if rng.random() < 0.8:
            make_out_invoice(cashier, invoice_id, f"2533{rng.randrange(10**16):016d}")


def _confirm(rng: Random, contract_id: int, seller: Actor) -> None:
    """Most sellers confirm at signing who shares."""
    terms_of(Contract.get_by_id(contract_id))
    if shares_of(latest_split(contract_id)) and seller.may(Permission.SIGN_CONTRACT) and rng.random() < 0.8:
        confirm_split(seller, contract_id)


def _share_and_claim(rng: Random, counter: Counter) -> None:
    """One contract's commission is shared by the owner's ruling; a colleague claims a part of another's."""
    sellers = counter.crew.sellers
    rows = Contract.select(Contract.id, Contract.consultant).where(Contract.state.in_(list(SIGNED_STATES)))
    signed = list(rows.order_by(Contract.id.desc()).limit(2).tuples())
    if len(sellers) < 2 or len(signed) < 2:
        return
    (shared_id, seller_id), (claimed_id, other_seller_id) = signed
    colleague = next(each for each in sellers if each.id != seller_id)
    shares = ((seller_id, 70_00), (colleague.id, 30_00))
    rule_split(counter.crew.owner, shared_id, shares, counter.words.remark(rng, "split_reason"))
    claimant = next(each for each in sellers if each.id != other_seller_id)
    raise_dispute(claimant, claimed_id, counter.words.remark(rng, "split_claim"))


def _close(rng: Random, counter: Counter) -> None:
    """The month before last is closed: cash was counted a little less than the ledger has, and explained."""
    last_month = counter.past.last.replace(day=1) - timedelta(days=1)
    month = f"{last_month.replace(day=1) - timedelta(days=1):%Y-%m}"
    counted = methods_of(month)
    if not counted:
        return
    explained = {}
    if counted.get(PaymentMethod.CASH, 0) > _SHORT:
        counted = {**counted, PaymentMethod.CASH: counted[PaymentMethod.CASH] - _SHORT}
        explained = {PaymentMethod.CASH.value: counter.words.remark(rng, "counted_wrong")}
    close_month(counter.crew.who_may(Permission.CLOSE_MONTH), month, MonthForm(counted, explained))
