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
    FlagField,
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
from models.papers.tables import Attachment
from models.sales.finance import FinanceMethod
from models.sales.papers import PaymentMethod
from models.sales.states import ApprovalStep, ContractState, Decision, QuoteState
from models.sales.supplement_states import EntryKind, ExceptionKind, Fault, SignedHow, SupplementState
from models.staff.tables import Staff
from models.stock.tables import StockUnit


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
    expected_on = DayField(null=True)


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
    """A line of a quote.

    ``listed`` is the catalogue's price of one with what was picked, 0 for a free line; ``options`` (what was picked)
    and ``stock`` (what the catalogue told of it when the line was written) are JSON. ``appraisal_id`` is that of the
    used vehicle it deducts (S5).
    """

    quote = reference(Quote)
    listed = MoneyField(default=0)
    options = Note(4000)
    stock = Note(1000)
    appraisal_id = CountField(null=True)


class QuoteApproval(Table):
    """One approval a quote asks for (S2); who asked, decided, when and why stay. ``void_at``: its lines changed.

    ``because`` holds the reasons as JSON; ``total`` and ``saved`` are what the quote came to when it was asked.
    """

    quote = reference(Quote)
    step = EnumField(ApprovalStep)
    because = Note(4000)
    wish = TextLine(200)
    total = MoneyField()
    saved = MoneyField()
    asked_by = reference(Staff)
    asked_at = MomentField(default=clock.now)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    decision = EnumField(Decision, default=Decision.OPEN)
    reason = TextLine(200)
    void_at = MomentField(null=True)


class FinanceOffer(Table):
    """A way to pay a quote by instalments (S9); rate in hundredths of a percent a year, fee paid with the first money.

    At most one of a quote's offers is ``chosen``: it stands first and its schedule is printed.
    """

    quote = reference(Quote)
    position = CountField()
    name = TextLine(60)
    method = EnumField(FinanceMethod)
    down_payment = MoneyField(default=0)
    months = CountField()
    rate = ShareField(default=0)
    fee = MoneyField(default=0)
    chosen = FlagField(default=False)


class OpenQuestion(Table):
    """What a customer asked that could not be answered at once, and the answer when it came."""

    customer = reference(Customer)
    asked = TextLine(200)
    asked_by = reference(Staff)
    asked_at = MomentField(default=clock.now)
    answer = TextLine(200)
    answered_by = reference(Staff, null=True)
    answered_at = MomentField(null=True)


class Contract(Record):
    """A contract (S6); ``frozen`` holds the paper as signed, in every language, compressed.

    ``clauses`` are the store's own for this contract, one a line. What was signed stays: ``amendment_no`` is the last
    signed amendment's number within the contract, ``amended`` what all of them come to in fen.
    """

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
    clauses = Note(8000)
    amendment_no = CountField(default=0)
    amended = MoneyField(default=0)


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
    listed = MoneyField(default=0)
    appraisal_id = CountField(null=True)


class ContractUnit(Table):
    """Which unit in stock stands for a line of a contract (S3); ``line_position`` is the line's in the contract.

    Chosen in the draft, ``reserved_at`` when it is signed, ``released_at`` when the contract lets it go, ``sold_at``
    when it is handed over. The table holds a unit for one contract only from its reservation on.
    """

    contract = reference(Contract)
    line_position = CountField()
    unit = reference(StockUnit)
    chosen_at = MomentField(default=clock.now)
    chosen_by = reference(Staff)
    reserved_at = MomentField(null=True)
    released_at = MomentField(null=True)
    sold_at = MomentField(null=True)


class Stage(Table):
    """A stage of payment (S7); names and conditions as the contract says them, by language as JSON.

    Due ``days`` after ``event``; a ``deposit`` is what a cancellation may forfeit.
    """

    contract = reference(Contract)
    position = CountField()
    code = TextLine(40)
    name = Note(1000)
    condition = Note(2000)
    share = ShareField()
    amount = MoneyField()
    due_on = DayField(null=True)
    event = TextLine(40)
    days = CountField(default=0)
    deposit = FlagField(default=False)


class ContractStage(Stage):
    """A stage of the plan of payments as the contract was signed (S7)."""


class Supplement(Record):
    """What amendments and cancellations have in common: each a paper of its own, approved and signed (S6).

    ``returned`` is why it was sent back last, ``frozen`` the paper as signed, in every language, compressed.
    """

    number = peewee.TextField()
    contract = reference(Contract)
    drafted_by = reference(Staff)
    state = EnumField(SupplementState, default=SupplementState.DRAFT)
    reason = TextLine(200)
    returned = TextLine(200)
    signed_on = DayField(null=True)
    frozen = peewee.BlobField(null=True)


class Amendment(Supplement):
    """What changes a signed contract (S6); ``change`` and ``total`` are what it makes of the total, in fen.

    ``subject`` holds the facts of the subject that change, as JSON; ``whole_discount`` is the one that holds after it.
    """

    no = CountField()
    whole_discount = MoneyField(default=0)
    subject = Note(8000, default="{}")
    change = MoneyField(default=0)
    total = MoneyField()


class AmendmentLine(Line):
    """A line as it stands after the amendment: ``position`` is the line's in the contract; none of it is left at 0."""

    amendment = reference(Amendment)
    listed = MoneyField(default=0)


class AmendedStage(Stage):
    """A stage of the plan of payments as it stands after a signed amendment; a negative one is credit."""

    amendment_no = CountField()


class Cancellation(Supplement):
    """The end of a signed contract (S6): who is at fault, what was received, what is proposed and what is refunded.

    Amounts in fen; ``because`` is why the refund is not the one proposed.
    """

    fault = EnumField(Fault)
    received = MoneyField()
    deposit = MoneyField()
    proposed = MoneyField()
    refund = MoneyField()
    because = TextLine(200)


class ContractApproval(Table):
    """One approval a contract, an amendment or a cancellation asks for; who asked, decided, when and why stay."""

    contract = reference(Contract)
    amendment = reference(Amendment, null=True)
    cancellation = reference(Cancellation, null=True)
    step = EnumField(ApprovalStep)
    because = TextLine(200)
    asked_by = reference(Staff, null=True)
    asked_at = MomentField(default=clock.now)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    decision = EnumField(Decision, default=Decision.OPEN)
    reason = TextLine(200)


class ContractSignature(Table):
    """A signature on a contract or what follows it: drawn on the screen, or a scan of the signed paper."""

    contract = reference(Contract)
    amendment = reference(Amendment, null=True)
    cancellation = reference(Cancellation, null=True)
    position = CountField()
    name = TextLine(60)
    how = EnumField(SignedHow)
    attachment = reference(Attachment)
    taken_at = MomentField(default=clock.now)
    taken_by = reference(Staff)


class ContractException(Record):
    """An order booked wrong, missed or doubled (S10); ``cost`` in fen is what its log comes to."""

    number = peewee.TextField()
    contract = reference(Contract, null=True)
    customer = reference(Customer, null=True)
    kind = EnumField(ExceptionKind)
    happened_on = DayField()
    what = Note(4000)
    logged_by = reference(Staff)
    cost = MoneyField(default=0)
    ended_on = DayField(null=True)


class ContractExceptionEntry(Table):
    """A line of an exception's log; never changed, never deleted (S10)."""

    exception = reference(ContractException)
    at = MomentField(default=clock.now)
    kind = EnumField(EntryKind)
    text = Note(2000)
    told_by = reference(Staff, null=True)
    amount = MoneyField(default=0)
    staff = reference(Staff)


class Payment(Record):
    """Money received, or a counter-entry that reverses it (S7); never changed, never deleted.

    ``stage`` is the code of the stage it was said to be for; empty for the oldest open one. A payment that is negative
    and reverses nothing is the refund of a ``cancellation``.
    """

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
    stage = TextLine(40)
    cancellation = reference(Cancellation, null=True)
