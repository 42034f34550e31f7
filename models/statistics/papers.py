"""Plain values of a statistic on paper."""

from __future__ import annotations

from dataclasses import dataclass

from models.customers.traffic import Period
from models.papers.facts import StoreHead
from models.statistics.values import Statistic


@dataclass(frozen=True)
class StatisticAsked:
    """Which statistic is printed, and of which days."""

    code: str
    period: Period


@dataclass(frozen=True, slots=True)
class StatisticPaper:
    """A statistic as it is printed: pictures first, the table behind them."""

    store: StoreHead
    number: str
    statistic: Statistic
