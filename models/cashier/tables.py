"""Tables of the cashier's desk: invoices, reminders, what consultants say came in, months reconciled."""

from __future__ import annotations

import peewee

from models.cashier.states import Channel, InvoiceState
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    MomentField,
    MoneyField,
    Note,
    Record,
    Table,
    TextLine,
    reference,
)
from models.sales.papers import PaymentMethod
from models.sales.tables import Contract
from models.service.tables import WorkOrder
from models.staff.tables import Staff


class PaymentReminder(Record):
    """Somebody was reminded to pay: by whom, how, what they answered, what was open and the interest proposed."""

    number = peewee.TextField()
    contract = reference(Contract)
    staff = reference(Staff)
    reminded_on = DayField(default=clock.today)
    channel = EnumField(Channel)
    answer = TextLine(200)
    promised_on = DayField(null=True)
    pay_by = DayField()
    still_open = MoneyField()
    interest = MoneyField()


class PaymentReminderLine(Table):
    """An overdue stage as it stood at a reminder; its name by language as JSON, ``days`` overdue."""

    reminder = reference(PaymentReminder)
    position = CountField()
    name = Note(1000)
    due_on = DayField()
    days = CountField()
    still_open = MoneyField()
    interest = MoneyField()


class Invoice(Record):
    """An invoice from the asking to its counter-entry; ``number`` is given when it is made out.

    ``tax_invoice`` is the number the tax office's own system gave it.
    """

    number = peewee.TextField(null=True)
    contract = reference(Contract)
    state = EnumField(InvoiceState, default=InvoiceState.ASKED)
    amount = MoneyField()
    title = TextLine(80)
    tax_number = TextLine(40)
    tax_invoice = TextLine(40)
    asked_by = reference(Staff)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    made_out_by = reference(Staff, null=True)
    made_out_on = DayField(null=True)
    reverses = reference("self", null=True)
    reason = TextLine(200)
    note = TextLine(200)


class ReceivedStatement(Table):
    """What a consultant says was received on a contract in a month (``2026-11``); the latest one holds."""

    month = peewee.TextField()
    contract = reference(Contract)
    staff = reference(Staff)
    amount = MoneyField()
    note = TextLine(200)
    said_at = MomentField(default=clock.now)


class Reconciliation(Record):
    """A month's books, closed; a correction is one more that names the one it corrects."""

    number = peewee.TextField()
    month = peewee.TextField()
    closed_by = reference(Staff)
    corrects = reference("self", null=True)
    note = TextLine(200)


class ReconciliationLine(Table):
    """One comparison: a method's receipts with what was counted, or a contract's with what its consultant says."""

    reconciliation = reference(Reconciliation)
    position = CountField()
    method = EnumField(PaymentMethod, null=True)
    contract = reference(Contract, null=True)
    staff = reference(Staff, null=True)
    ledger = MoneyField()
    counted = MoneyField()
    note = TextLine(200)


class ReconciledWork(Table):
    """What was received on a work order in the month that was closed."""

    reconciliation = reference(Reconciliation)
    order = reference(WorkOrder)
    ledger = MoneyField()
