"""The days a statistic is of, those it is compared with, and the steps in which something goes on through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum

_MOST_DAYS_BY_DAY = 62


class Choice(LabelledEnum):
    """The periods asked for most."""

    THIS_MONTH = "this_month", N_("This month")
    LAST_MONTH = "last_month", N_("The month before")
    THIS_QUARTER = "this_quarter", N_("This quarter")
    THIS_YEAR = "this_year", N_("This year")
    LAST_30 = "last_30", N_("Last 30 days")
    OWN = "own", N_("From – to")


def chosen(choice: Choice, today: date, first: date | None = None, last: date | None = None) -> Period:
    """The days of a choice, whole months and years to their ends; own dates are given. Raises RuleError at ``first``
    for own dates without a beginning, and where ``Period`` does.
    """
    if choice is Choice.OWN:
        if first is None:
            raise RuleError("Type the first day and the last.", field="first")
        return Period(first, last or first)
    if choice is Choice.LAST_30:
        return Period(today - timedelta(days=29), today)
    month = today.replace(day=1)
    if choice is Choice.LAST_MONTH:
        return months_before(_whole(month, 1))
    if choice is Choice.THIS_QUARTER:
        return _whole(month.replace(month=(month.month - 1) // 3 * 3 + 1), 3)
    return _whole(month.replace(month=1), 12) if choice is Choice.THIS_YEAR else _whole(month, 1)


def compared_with(period: Period) -> Period:
    """The period before of equal kind: whole months with as many whole months, else as many days right before."""
    return months_before(period) if _is_whole(period) else period.before


def months_before(period: Period) -> Period:
    """As many whole months right before a period of whole months."""
    count = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    return Period(_shifted(period.first, -count), period.first - timedelta(days=1))


def _is_whole(period: Period) -> bool:
    return period.first.day == 1 and (period.last + timedelta(days=1)).day == 1


def _whole(first: date, months: int) -> Period:
    return Period(first, _shifted(first, months) - timedelta(days=1))


def _shifted(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


@dataclass(frozen=True)
class Steps:
    """A period day by day, a longer one month by month."""

    period: Period
    by_month: bool

    @classmethod
    def of(cls, period: Period) -> Steps:
        """The steps of a period."""
        return cls(period, period.days > _MOST_DAYS_BY_DAY)

    def place(self, day: date) -> int:
        """In which step a day of the period lies."""
        first = self.period.first
        if self.by_month:
            return (day.year - first.year) * 12 + day.month - first.month
        return (day - first).days

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self.place(self.period.last) + 1

    @property
    def names(self) -> Sequence[str]:
        """Each step as it stands in the table: ``2026-11-28`` or ``2026-11``."""
        if self.by_month:
            first = self.period.first.replace(day=1)
            return [f"{_shifted(first, number):%Y-%m}" for number in range(self.count)]
        return [(self.period.first + timedelta(days=number)).isoformat() for number in range(self.count)]

    def up_to_now(self, values: Sequence[int | None]) -> tuple[int | None, ...]:
        """The values of the steps that have begun; None for those to come."""
        today = clock.today()
        begun = self.place(today) + 1 if self.period.first <= today <= self.period.last else self.count
        return tuple(value if place < begun else None for place, value in enumerate(values))

    def beside(self, before: Sequence[int | None]) -> tuple[int | None, ...]:
        """What the period before had in the place of each step."""
        return tuple([*before, *[None] * self.count][: self.count])

    def spread(self, amounts: dict[date, int]) -> list[int]:
        """What falls on each step, of amounts by day."""
        found = [0] * self.count
        for day, amount in amounts.items():
            found[self.place(day)] += amount
        return found


def short(name: str) -> str:
    """A step's name where room is little: the day or the month alone."""
    return name.rsplit("-", 1)[-1]
