"""Rules of the cashier's desk on plain values: interest proposed, ages of what is overdue, differences; fen (S7)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum

Key = TypeVar("Key")


class Age(LabelledEnum):
    """How long something has been overdue."""

    MONTH = "0-30", N_("0–30 days")
    TWO_MONTHS = "31-60", N_("31–60 days")
    THREE_MONTHS = "61-90", N_("61–90 days")
    LONGER = "90+", N_("over 90 days")


_UNTIL = {Age.MONTH: 30, Age.TWO_MONTHS: 60, Age.THREE_MONTHS: 90}


def days_overdue(due_on: date | None, today: date) -> int:
    """How many days ago something was due; 0 for what is not."""
    return max((today - due_on).days, 0) if due_on else 0


def interest(still_open: int, days: int, per_day: int) -> int:
    """What ``days`` overdue come to at ``per_day`` hundredths of a percent, without interest on interest.

    A proposal: nothing books it by itself.
    """
    return money.rounded(max(still_open, 0) * max(days, 0) * per_day, 10_000)


def age(days: int) -> Age:
    """The band that so many days fall into."""
    return next((band for band, most in _UNTIL.items() if days <= most), Age.LONGER)


def aged(open_ones: Iterable[tuple[int, int]]) -> dict[Age, int]:
    """Fen by band for pairs of (days overdue, still open)."""
    sums = dict.fromkeys(Age, 0)
    for days, still_open in open_ones:
        sums[age(days)] += still_open
    return sums


def invoice_proposal(total: int, pass_through: int, invoiced: int) -> int:
    """What is still to be invoiced, without what is only paid on the customer's behalf."""
    return max(total - pass_through - invoiced, 0)


@dataclass(frozen=True)
class Difference:
    """Two books that do not agree about one thing."""

    ledger: int
    counted: int

    @property
    def amount(self) -> int:
        """How much more was counted; less where negative."""
        return self.counted - self.ledger


def differences(ledger: Mapping[Key, int], counted: Mapping[Key, int]) -> dict[Key, Difference]:
    """Everything about which the two books do not agree; what one of them does not name is nothing there."""
    both = dict.fromkeys((*ledger, *counted))
    pairs = {each: Difference(ledger.get(each, 0), counted.get(each, 0)) for each in both}
    return {each: pair for each, pair in pairs.items() if pair.amount}


def month_of(day: date) -> str:
    """A day's month, ``2026-11``."""
    return f"{day:%Y-%m}"


def days_of(month: str) -> tuple[date, date]:
    """The first and the last day of a month such as ``2026-11``. Raises RuleError at ``month`` for anything else."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise RuleError("Type the month as 2026-11.", field="month") from None
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def recent_months(today: date, count: int) -> Sequence[str]:
    """The months up to this one, the newest first."""
    months, year, month = [], today.year, today.month
    for _place in range(count):
        months.append(f"{year:04d}-{month:02d}")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return months
