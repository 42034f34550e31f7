"""The facts of reminders, of what is overdue by age, and of closed months, in one language, for their papers (S7)."""

from __future__ import annotations

import json

from models.cashier import lists
from models.cashier.overdue import aging, overdue
from models.cashier.papers import AgingLine, AgingPaper, ComparedLine, OverdueLine, ReconciliationPaper, ReminderPaper
from models.cashier.rules import Age
from models.cashier.tables import PaymentReminder, PaymentReminderLine
from models.cashier.views import ClosedLine
from models.customers.tables import CustomerPhone
from models.kernel import clock
from models.kernel.i18n import label, pick
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.sales.paper_facts import addressed
from models.sales.tables import ContractParty
from models.shop.paper_look import paper_head
from models.shop.profile import trade


def reminder_paper(reminder_id: int, language: str) -> ReminderPaper:
    """What a reminder says, as it was put on record."""
    reminder = PaymentReminder.get_by_id(reminder_id)
    contract = reminder.contract
    rows = PaymentReminderLine.select().where(PaymentReminderLine.reminder == reminder_id)
    return ReminderPaper(
        store=paper_head(PaperKind.PAYMENT_REMINDER),
        number=reminder.number,
        reminded_on=reminder.reminded_on,
        pay_by=reminder.pay_by,
        customer=addressed(contract.customer, language),
        phone=_phone(contract.id, contract.customer_id),
        contract_number=contract.number,
        lines=tuple(
            OverdueLine(pick(json.loads(row.name), language), row.due_on, row.days, row.still_open, row.interest)
            for row in rows.order_by(PaymentReminderLine.position)
        ),
        still_open=reminder.still_open,
        interest=reminder.interest,
        per_day=int(trade().overdue_interest_per_day),
        reminded_by=reminder.staff.name,
        consultant=contract.consultant.name,
    )


def aging_paper(actor: Actor, language: str) -> AgingPaper:
    """What is overdue by age at this moment, as far as this person sees it; each one has a number of its own."""
    now = clock.local(clock.now())
    rows = aging(overdue(actor))
    return AgingPaper(
        store=paper_head(PaperKind.AGING),
        number=f"ZL-{now:%Y%m%d-%H%M%S}",
        day=now.date(),
        bands=tuple(label(age, language) for age in Age),
        lines=tuple(
            AgingLine(*(row.number, row.customer, row.consultant), tuple(row.by_age.values()), row.still_open)
            for row in rows
        ),
        totals=tuple(sum(row.by_age[age] for row in rows) for age in Age),
        still_open=sum(row.still_open for row in rows),
    )


def reconciliation_paper(reconciliation_id: int, language: str) -> ReconciliationPaper:
    """What was compared when a month was closed or corrected."""
    closed = lists.closing(reconciliation_id)
    return ReconciliationPaper(
        store=paper_head(PaperKind.RECONCILIATION),
        number=closed.number,
        month=closed.month,
        closed_by=closed.closed_by,
        closed_at=clock.local(closed.closed_at),
        corrects=closed.corrects,
        note=closed.note,
        methods=tuple(_compared(line, language) for line in closed.lines if line.method),
        contracts=tuple(_compared(line, language) for line in closed.lines if not line.method),
    )


def _compared(line: ClosedLine, language: str) -> ComparedLine:
    what = label(line.method, language) if line.method else line.number
    return ComparedLine(what, line.customer, line.consultant, line.ledger, line.counted, line.note)


def _phone(contract_id: int, customer_id: int) -> str:
    party = ContractParty.get_or_none(ContractParty.contract == contract_id, ContractParty.position == 1)
    if party is not None and party.phone:
        return str(party.phone)
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == customer_id, CustomerPhone.position == 0)
    return phone.number if phone else ""
