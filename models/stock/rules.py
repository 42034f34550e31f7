"""What the stock works out: moving average cost, age (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kernel.errors import RuleError
from models.kernel.money import line_amount, quantity_text, rounded
from models.stock.kinds import AgeBand

_BANDS = ((30, AgeBand.MONTH), (60, AgeBand.TWO_MONTHS), (90, AgeBand.THREE_MONTHS))


@dataclass(frozen=True)
class Holding:
    """What is here of an item: hundredths of a unit, and what that cost in fen."""

    quantity: int = 0
    value: int = 0

    @property
    def average(self) -> int:
        """The moving average cost of one in fen, half-up; 0 where nothing is here."""
        return rounded(self.value * 100, self.quantity) if self.quantity else 0

    def with_received(self, quantity: int, cost: int) -> Holding:
        """After ``quantity`` more came, at ``cost`` fen each."""
        return Holding(self.quantity + quantity, self.value + line_amount(cost, quantity))

    def with_issued(self, quantity: int) -> Holding:
        """After ``quantity`` went at the average; the last of it takes all that is left of the value.

        Raises RuleError at ``quantity`` for more than is here.
        """
        if quantity > self.quantity:
            raise RuleError("Only {here} are here.", field="quantity", here=quantity_text(self.quantity))
        left = self.quantity - quantity
        return Holding(left, rounded(self.value * left, self.quantity) if left else 0)

    def with_counted(self, quantity: int, cost: int) -> Holding:
        """After a count; what was found is worth the average, or ``cost`` fen each where nothing was here."""
        if quantity <= self.quantity:
            return self.with_issued(self.quantity - quantity)
        return self.with_received(quantity - self.quantity, self.average or cost)


def age_days(arrived_on: date | None, until: date) -> int | None:
    """How many days something has been here; None while it is on its way."""
    return max((until - arrived_on).days, 0) if arrived_on else None


def age_band(days: int) -> AgeBand:
    """The band of an age: 0–30, 31–60, 61–90, more."""
    return next((band for most, band in _BANDS if days <= most), AgeBand.OLD)
