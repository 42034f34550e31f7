"""Asking for statistics in tests: by a person, of some days, one row by its name."""

from __future__ import annotations

from datetime import date

from models.carrying.kinds import Form
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.permissions import Actor
from models.statistics import lists
from models.statistics.actions import Taken
from models.statistics.periods import Choice, chosen
from models.statistics.values import Statistic, Value


def a_statistic() -> Taken:
    """A statistic that leaves the house."""
    return Taken("funnel", chosen(Choice.THIS_MONTH, clock.today()), Form.CSV, "funnel.csv", "0" * 64)


def ask(actor: Actor, code: str, first: date | None = None, last: date | None = None) -> Statistic:
    """A statistic of some days; without any of the thirty up to today."""
    period = Period(first, last or first) if first else chosen(Choice.LAST_30, clock.today())
    return lists.statistic(actor, code, period, "en")


def row_of(statistic: Statistic, name: str) -> dict[str, Value]:
    """The values of the row with this name, by the code of the column."""
    found = next(row for row in statistic.rows if row[0] == name)
    return dict(zip((each.code for each in statistic.columns), found, strict=True))


def total_of(statistic: Statistic) -> dict[str, Value]:
    """The values of the last line, by the code of the column."""
    return dict(zip((each.code for each in statistic.columns), statistic.total, strict=True))
