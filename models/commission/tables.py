"""Tables of commission: a contract's terms, who shares it, what was booked, what is disputed."""

from __future__ import annotations

from models.commission.kinds import Cause, SplitRule, SplitState
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Note,
    Record,
    ShareField,
    Table,
    TextLine,
    reference,
)
from models.sales.tables import Contract, Payment
from models.staff.tables import Staff


class CommissionTerms(Table):
    """The rates as they were when a contract was signed, by category as JSON, and whether delivery must come first."""

    contract = reference(Contract)
    rates = Note(4000)
    held = FlagField(default=False)
    released_on = DayField(null=True)
    released_by = reference(Staff, null=True)


class CommissionSplit(Table):
    """Who earns a contract's commission, and why; the latest edition holds, earlier ones stay.

    ``facts`` are the names its rule speaks of, as JSON; without shares the manager has yet to decide.
    """

    contract = reference(Contract)
    edition = CountField()
    state = EnumField(SplitState)
    rule = EnumField(SplitRule)
    facts = Note(4000)
    reason = TextLine(200)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(default=clock.now)


class CommissionShare(Table):
    """One person's share of a split, in hundredths of a percent."""

    split = reference(CommissionSplit)
    position = CountField()
    staff = reference(Staff)
    share = ShareField()


class CommissionEntry(Table):
    """Commission booked, or taken back where negative; never changed. Without a person it waits for the manager."""

    contract = reference(Contract)
    payment = reference(Payment, null=True)
    staff = reference(Staff, null=True)
    amount = MoneyField()
    cause = EnumField(Cause)
    booked_on = DayField(default=clock.today)
    booked_at = MomentField(default=clock.now)


class CommissionDispute(Record):
    """Somebody claims another share; the manager rules with a reason, and the split that follows is named."""

    contract = reference(Contract)
    raised_by = reference(Staff)
    claim = TextLine(200)
    ruled_by = reference(Staff, null=True)
    ruled_at = MomentField(null=True)
    ruling = TextLine(200)
    split = reference(CommissionSplit, null=True)
