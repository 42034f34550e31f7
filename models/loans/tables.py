"""Tables of what the desk lends."""

from __future__ import annotations

import peewee

from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Record,
    TextLine,
    reference,
)
from models.loans.kinds import Keeping, LoanState
from models.staff.tables import Staff


class LoanKind(Record):
    """A kind of thing that is lent: ``count`` of a pool, the usual deposit in fen, for how many hours."""

    name = TextLine(40)
    keeping = EnumField(Keeping)
    count = CountField(default=0)
    deposit = MoneyField(default=0)
    hours = CountField()
    active = FlagField(default=True)


class LoanThing(Record):
    """One thing with a number of its own; of a courtesy car ``label`` is its plate and the odometer is known."""

    kind = reference(LoanKind)
    label = TextLine(40)
    model = TextLine(60)
    mileage_km = CountField(default=0)
    active = FlagField(default=True)


class Loan(Record):
    """Something lent (W12), to a customer, to somebody by name and phone, or to staff (``borrower``).

    Money in fen: the deposit taken by ``lent_by``; at the end what it cost the store, what was kept of the deposit for
    it, and what ``taken_by`` gave back: deposit = kept + given back. Fuel in eighths of a tank.
    """

    number = peewee.TextField()
    state = EnumField(LoanState, default=LoanState.OUT)
    kind = reference(LoanKind)
    thing = reference(LoanThing, null=True)
    count = CountField(default=1)
    customer = reference(Customer, null=True)
    borrower = reference(Staff, null=True)
    name = TextLine(60)
    phone = TextLine(40)
    lent_by = reference(Staff)
    lent_at = MomentField(default=clock.now)
    due_at = MomentField()
    deposit = MoneyField(default=0)
    condition_out = TextLine(200)
    note = TextLine(200)
    out_km = CountField(null=True)
    out_fuel = CountField(null=True)
    licence_number = TextLine(40)
    licence_until = DayField(null=True)
    licence_seen_by = reference(Staff, null=True)
    signed_at = MomentField(null=True)
    signed_by = reference(Staff, null=True)
    reminded_at = MomentField(null=True)
    reminded_by = reference(Staff, null=True)
    reminded_said = TextLine(200)
    ended_at = MomentField(null=True)
    taken_by = reference(Staff, null=True)
    condition_in = TextLine(200)
    back_km = CountField(null=True)
    back_fuel = CountField(null=True)
    cost = MoneyField(default=0)
    kept = MoneyField(default=0)
    given_back = MoneyField(default=0)
