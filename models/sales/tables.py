"""Tables of quotes, contracts, payments."""

from __future__ import annotations

import peewee

from models.catalog.tables import Item
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    MomentField,
    MoneyField,
    Note,
    QuantityField,
    Record,
    ShareField,
    Table,
    TextLine,
    reference,
)
from models.sales.papers import PaymentMethod
from models.sales.states import ApprovalStep, ContractState, Decision, QuoteState
from models.staff.tables import Staff


class Quote(Record):
    """One edition of a quote (S1); a printed one that is changed gets the next edition under the same number."""

    number = peewee.TextField()
    edition = CountField(default=1)
    customer = reference(Customer)
    consultant = reference(Staff)
    state = EnumField(QuoteState, default=QuoteState.DRAFT)
    quoted_on = DayField(default=clock.today)
    valid_days = CountField()
    plan = TextLine(40)
    whole_discount = MoneyField(default=0)
    total = MoneyField(default=0)
    needs = TextLine(200)
    note = Note(4000)


class Line(Table):
    """What a line of a quote and of a contract have in common; price, discount and cost in fen."""

    position = CountField()
    item = reference(Item, null=True)
    category = TextLine(40)
    name = TextLine(80)
    spec = TextLine(200)
    unit = TextLine(20)
    quantity = QuantityField()
    unit_price = MoneyField()
    discount = MoneyField(default=0)
    cost = MoneyField(default=0)


class QuoteLine(Line):
    """A line of a quote."""

    quote = reference(Quote)


class Contract(Record):
    """A contract (S6); ``frozen`` holds the paper as signed, in every language, compressed."""

    number = peewee.TextField()
    quote = reference(Quote, null=True)
    customer = reference(Customer)
    consultant = reference(Staff)
    state = EnumField(ContractState, default=ContractState.DRAFT)
    plan = TextLine(40)
    whole_discount = MoneyField(default=0)
    total = MoneyField()
    subject = Note(8000)
    place = TextLine(60)
    signed_on = DayField(null=True)
    reason = TextLine(200)
    frozen = peewee.BlobField(null=True)


class ContractParty(Table):
    """A name on the buyer's side; at most two share a contract (S6)."""

    contract = reference(Contract)
    position = CountField()
    name = TextLine(60)
    id_number = TextLine(40)
    phone = TextLine(40)
    address = TextLine(200)


class ContractLine(Line):
    """A line of a contract, copied from its quote."""

    contract = reference(Contract)


class ContractStage(Table):
    """A stage of the plan of payments (S7); names and conditions as the contract says them, by language as JSON."""

    contract = reference(Contract)
    position = CountField()
    code = TextLine(40)
    name = Note(1000)
    condition = Note(2000)
    share = ShareField()
    amount = MoneyField()
    due_on = DayField(null=True)


class ContractApproval(Table):
    """One approval a contract asks for; who decided, when and why stays (S2, S6)."""

    contract = reference(Contract)
    step = EnumField(ApprovalStep)
    because = TextLine(200)
    asked_at = MomentField(default=clock.now)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    decision = EnumField(Decision, default=Decision.OPEN)
    reason = TextLine(200)


class Payment(Record):
    """Money received, or a counter-entry that reverses it (S7); never changed, never deleted."""

    number = peewee.TextField()
    contract = reference(Contract)
    received_on = DayField(default=clock.today)
    amount = MoneyField()
    method = EnumField(PaymentMethod)
    payer = TextLine(60)
    reference_number = TextLine(80)
    cashier = reference(Staff)
    reverses = reference("self", null=True)
    note = TextLine(200)
