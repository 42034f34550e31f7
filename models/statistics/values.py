"""What a statistic is: its facts, pictures and table as plain values, from which screen, paper and file are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from models.kernel.money import plain

Value = str | int | None
"""One value: words, or a number of its column's kind; None where there is nothing to count."""

NOTHING = "–"


class Kind(Enum):
    """What values are: words, whole numbers, fen, hundredths of a percent, hundredths, minutes."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    HUNDREDTHS = "hundredths"
    MINUTES = "minutes"


class Form(Enum):
    """How a picture is drawn."""

    COLUMNS = "columns"
    BARS = "bars"
    FUNNEL = "funnel"
    LINES = "lines"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure above the pictures, and what it was the period before."""

    title: str
    kind: Kind
    now: int | None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Values by place, all of one kind; ``pale`` are those they are compared with, ``legend`` names both.

    A heat map has a place for each of ``names`` in each of ``rows``, row by row. ``notes`` stand beside a place.
    """

    form: Form
    title: str
    kind: Kind
    names: tuple[str, ...]
    values: tuple[int | None, ...]
    pale: tuple[int | None, ...] = ()
    legend: tuple[str, str] = ("", "")
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """What each value is of."""
        if self.form is Form.HEAT:
            return tuple(f"{row} {name}" for row in self.rows for name in self.names)
        return self.names

    def told(self, place: int) -> str:
        """A place in words: what it is of, its value, and in brackets what it is compared with."""
        note = f" · {self.notes[place]}" if self.notes else ""
        beside = f" ({said(self.kind, self.pale[place])})" if self.pale else ""
        return f"{self.places[place]}: {said(self.kind, self.values[place])}{beside}{note}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table; ``dim`` for the period before."""

    code: str
    title: str
    kind: Kind = Kind.COUNT
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic of a period; ``total`` is the table's last line, empty where nothing adds up.

    ``about`` tells in a sentence what is counted. ``first_before`` is None for one that knows only how things stand.
    """

    code: str
    title: str
    about: str
    first: date
    last: date
    first_before: date | None
    last_before: date | None
    facts: tuple[Fact, ...]
    pictures: tuple[Picture, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to count, now or before."""
        return not self.rows or not any(
            value
            for row in self.rows
            for column, value in zip(self.columns, row, strict=True)
            if column.kind is not Kind.TEXT
        )


def said(kind: Kind, value: Value) -> str:
    """A value in words, such as ``1,234``, ``12,345.67``, ``12.5 %`` or ``3:05`` for minutes."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if kind is Kind.COUNT:
        return f"{value:,}".replace("-", "\N{MINUS SIGN}")
    if kind is Kind.SHARE:
        tenths = (abs(value) + 5) // 10
        sign = "\N{MINUS SIGN}" if value < 0 and tenths else ""
        return f"{sign}{tenths // 10}.{tenths % 10}\N{NO-BREAK SPACE}%"
    if kind is Kind.MINUTES:
        return f"{value // 60:,}:{value % 60:02d}"
    return plain(value)


def in_short(kind: Kind, value: int) -> str:
    """A value at the edge of a picture: money without its fen."""
    if kind not in (Kind.MONEY, Kind.HUNDREDTHS):
        return said(kind, value)
    return said(Kind.COUNT, value // 100 if value >= 0 else -(-value // 100))


def summed(rows: Sequence[Sequence[Value]], place: int) -> int:
    """The sum of a column of whole numbers."""
    return sum(value for row in rows if isinstance(value := row[place], int))
