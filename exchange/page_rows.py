"""Rows read from the pages of a damaged file, past SQLite, which gives up a whole tree where one of its pages is gone.

Of SQLite's file format, as its documentation tells it: a table is a tree of pages. An inner page lists others with the
highest row number below each; a leaf holds rows, whose end may go on in a chain of pages of their own. An index is a
tree too. A whole number before which its length need not be told is written in one to nine bytes, seven bits in each.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from models.kernel.pages import USABLE, Pages

_INNER, _LEAF, _INDEX_INNER = 5, 13, 2
"""What the first byte of a page says that it is."""

LOWEST, HIGHEST = 0, 2**63 - 1
"""The program's rows are numbered from 1."""

_FIRST_PAGE_HEAD = 100
_LOCAL = USABLE - 35
_LOCAL_AT_LEAST = (USABLE - 12) * 32 // 255 - 23
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _BLOB = 7, 8, 12

Value = int | float | str | bytes | None


class Record(NamedTuple):
    """A row: its number and what its columns hold, in their order; ``values`` None where a page of it is gone."""

    number: int
    values: tuple[Value, ...] | None


class Gap(NamedTuple):
    """A page that is gone: what was below it had numbers above ``low`` and up to ``high``."""

    low: int
    high: int


@dataclass
class Trees:
    """Looks into the trees of a file.

    ``reached``: the pages they came by; ``missed``: those that a tree or a row points at and that are gone; ``gone``:
    those that nothing was seen to point at, too.
    """

    pages: Pages
    reached: set[int] = field(default_factory=set)
    missed: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    def table(self, root: int) -> Iterator[list[Record] | Gap]:
        """The leaves of the table whose tree begins at ``root``, and its gaps, in the order of their rows."""
        waiting = [(root, LOWEST, HIGHEST)]
        while waiting:
            number, low, high = waiting.pop()
            page = self._page(number)
            kind = _kind(page, number) if page else None
            if page and kind == _LEAF:
                yield self._leaf(page, number)
            elif page and kind == _INNER:
                waiting += reversed(_children(page, number, low, high))
            else:
                yield Gap(low, high)

    def come_by(self, root: int) -> None:
        """Take the pages of an index, or of a table that nobody wants to read, for what they are."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._page(number)
            if page and _kind(page, number) in (_INNER, _INDEX_INNER):
                waiting += _below(page, number)

    def strays(self) -> Iterator[tuple[int, list[Record]]]:
        """The leaves that no tree came by, with their numbers; all of ``gone`` is known afterwards."""
        for number in range(1, self.pages.count + 1):
            page = None if number in self.reached else self._read(number)
            if page and _kind(page, number) == _LEAF and (rows := self._leaf(page, number)):
                yield number, rows

    def _leaf(self, page: bytes, number: int) -> list[Record]:
        return [self._row(page, place) for place in _cells(page, number, 8)]

    def _page(self, number: int) -> bytes | None:
        """A page that a tree points at, the first time; None where it is gone."""
        if number in self.reached:
            return None
        self.reached.add(number)
        return self._pointed_at(number)

    def _pointed_at(self, number: int) -> bytes | None:
        page = self._read(number)
        if page is None:
            self.missed.add(number)
        return page

    def _read(self, number: int) -> bytes | None:
        """What stands on a page; None where its checksum is wrong, or the drive does not give it any more."""
        page = None
        with suppress(OSError):
            page = self.pages.read(number)
        if page is None:
            self.gone.add(number)
        return page

    def _row(self, page: bytes, place: int) -> Record:
        size, place = _whole(page, place)
        number, place = _whole(page, place)
        local = _local(size)
        content = page[place : place + local]
        if local < size:
            content += self._rest(number_in(page, place + local), size - local)
        return Record(_signed(number), _values(content) if len(content) == size else None)

    def _rest(self, number: int, size: int) -> bytes:
        """What of a row stands in pages of its own; shorter where one is gone."""
        rest = bytearray()
        while number and len(rest) < size and (page := self._pointed_at(number)):
            number = number_in(page, 0)
            rest += page[4 : 4 + size - len(rest)]
        return bytes(rest)


def number_in(page: bytes, place: int) -> int:
    """Four bytes of a page as a number."""
    return int.from_bytes(page[place : place + 4], "big")


def _kind(page: bytes, number: int) -> int:
    return page[_FIRST_PAGE_HEAD if number == 1 else 0]


def _cells(page: bytes, number: int, head: int) -> list[int]:
    """Where each thing that a page lists begins; the page's own head has so many bytes."""
    start = _FIRST_PAGE_HEAD if number == 1 else 0
    count, first = int.from_bytes(page[start + 3 : start + 5], "big"), start + head
    return [int.from_bytes(page[at : at + 2], "big") for at in range(first, first + 2 * count, 2)]


def _below(page: bytes, number: int) -> list[int]:
    """The pages below an inner one, in order."""
    start = _FIRST_PAGE_HEAD if number == 1 else 0
    return [*(number_in(page, place) for place in _cells(page, number, 12)), number_in(page, start + 8)]


def _children(page: bytes, number: int, low: int, high: int) -> list[tuple[int, int, int]]:
    """The pages below an inner one of a table, each with the numbers between which its rows are."""
    ends = [low, *(_signed(_whole(page, place + 4)[0]) for place in _cells(page, number, 12)), high]
    return [(child, *between) for child, between in zip(_below(page, number), pairwise(ends), strict=True)]


def _local(size: int) -> int:
    """How many bytes of a row of ``size`` stand in its leaf."""
    if size <= _LOCAL:
        return size
    local = _LOCAL_AT_LEAST + (size - _LOCAL_AT_LEAST) % (USABLE - 4)
    return local if local <= _LOCAL else _LOCAL_AT_LEAST


def _whole(page: bytes, place: int) -> tuple[int, int]:
    """The number that is written at ``place``, and where the next thing begins."""
    value = 0
    for length, byte in enumerate(page[place : place + 8], 1):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + length
    return value << 8 | page[place + 8], place + 9


def _signed(value: int) -> int:
    return value - 2**64 if value >= 2**63 else value


def _values(content: bytes) -> tuple[Value, ...] | None:
    """What the columns hold; None for what no row of ours holds, such as text that is none."""
    end, place = _whole(content, 0)
    at, values = end, []
    try:
        while place < end:
            kind, place = _whole(content, place)
            size = (kind - _BLOB) // 2 if kind >= _BLOB else _SIZES[kind]
            values.append(_value(kind, content[at : at + size]))
            at += size
    except (IndexError, UnicodeDecodeError):
        return None
    return tuple(values) if at == len(content) else None


def _value(kind: int, raw: bytes) -> Value:
    if kind >= _BLOB:
        return raw.decode() if kind % 2 else raw
    if kind >= _ZERO:
        return kind - _ZERO
    if kind == _REAL:
        return float(struct.unpack(">d", raw)[0])
    return int.from_bytes(raw, "big", signed=True) if kind else None
