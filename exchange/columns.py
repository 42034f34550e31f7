"""Lists as they are carried out: columns with their kinds, rows of plain values, counted before they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from enum import Enum, auto
from typing import Any

from models.carrying.kinds import Content
from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.tables import milliseconds, moment


class Kind(Enum):
    """What a column holds, and as what its values come: text, fen, whole numbers, hundredths, dates, local times."""

    TEXT = auto()
    MONEY = auto()
    COUNT = auto()
    HUNDREDTHS = auto()
    DAY = auto()
    MOMENT = auto()


@dataclass(frozen=True)
class Column:
    """One column: ``code`` for programs, ``heading`` for people (translated), width in characters; whether it sums,
    and whether it is worth its room on paper.
    """

    code: str
    heading: str
    kind: Kind = Kind.TEXT
    width: int = 12
    total: bool = False
    printed: bool = True


Values = tuple[Any, ...]
"""A row: one value per column, None where there is none."""


@dataclass(frozen=True)
class ExportList:
    """A list to carry out. ``count`` rows are to come; ``rows`` reads them, page by page, in the caller's snapshot.

    One that is none of the ``content`` an export offers is ``called`` by its own name. ``foot`` is the line beneath
    where it is more than the sums of the columns. ``as_of`` is the day for which it stands, where the days asked for do
    not matter to it.
    """

    content: Content | None
    columns: tuple[Column, ...]
    count: int
    rows: Callable[[], Iterator[Values]]
    called: str = ""
    foot: Values = ()
    as_of: date | None = None

    @property
    def title(self) -> str:
        """Its name in the screen's language."""
        return self.called if self.content is None else _(self.content.label)

    def beneath(self, sums: Mapping[int, int]) -> Values:
        """The line beneath the rows, of the sums by the place of their column; empty where there is none."""
        if self.foot or not sums:
            return self.foot
        return (_("Total"), *(sums.get(place) for place in range(1, len(self.columns))))


@dataclass(frozen=True)
class Days:
    """Which days: from ``first`` to ``last``, both with them; None is without end."""

    first: date | None = None
    last: date | None = None

    def of_days(self, column: str) -> tuple[str, list[Any]]:
        """The condition on a column of dates, with its values."""
        return _between(column, self.first and self.first.isoformat(), self.last and self.last.isoformat(), "<=")

    def of_moments(self, column: str) -> tuple[str, list[Any]]:
        """The condition on a column of moments, with its values: local days."""
        until = self.last + timedelta(days=1) if self.last and self.last < date.max else None
        return _between(column, self.first and _midnight(self.first), until and _midnight(until), "<")


def _between(column: str, first: Any, last: Any, until: str) -> tuple[str, list[Any]]:
    parts = [(f"{column} >= ?", first), (f"{column} {until} ?", last)]
    given = [(sql, value) for sql, value in parts if value is not None]
    return " AND ".join(sql for sql, _value in given) or "1 = 1", [value for _sql, value in given]


def _midnight(day: date) -> int:
    """The day's beginning at the counter; where systems know no local time, before 1970, its beginning in UTC."""
    midnight = datetime.combine(day, time.min)
    return milliseconds(midnight.astimezone() if 1970 < day.year < MAXYEAR else midnight.replace(tzinfo=UTC))


def local_time(stored: int | None) -> datetime | None:
    """Stored milliseconds as the clock at the counter showed them, without zone."""
    return None if stored is None else clock.local(moment(stored)).replace(tzinfo=None)


def day(stored: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(stored) if stored else None


def yes(flag: object) -> str:
    """Yes or nothing."""
    return _("yes") if flag else ""
