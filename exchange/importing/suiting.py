"""The readers of a file's columns, suited to how this file writes amounts and days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from exchange.importing.checked import Column, Holds, Places, Reader
from exchange.importing.headings import Sheet
from models.kernel.errors import RuleError
from models.kernel.text import narrow

Change = Callable[[str], str]
_TEN_THOUSANDS = re.compile(r"[万萬](元|公里|km)?\s*[)\]】]?$|[(\[【/:][万萬](元|公里|km)?", re.IGNORECASE)
_PLAIN = re.compile(r"[\d,.\s]*\d\.?", re.ASCII)
_YEAR_LAST = re.compile(r"\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.ASCII)


def suited(columns: Mapping[str, Column], found: Places, sheet: Sheet) -> dict[str, Column]:
    """The columns a file holds: amounts whose heading counts in 万 are so many, and 5/3/2024 is in March where other
    days of its column can only be read that way.
    """
    told = {key: columns[key] for key in found.at}
    for key, column in told.items():
        if change := _change(column.holds, found.at[key], sheet):
            told[key] = replace(column, reader=_after(change, column.reader))
    return told


def _change(holds: Holds, place: int, sheet: Sheet) -> Change | None:
    """What becomes of a column's cells before they are read."""
    if holds is Holds.DAY:
        return _order_of_days(row[place] for _number, row in sheet.rows if place < len(row))
    in_heading = holds in (Holds.MONEY, Holds.DISTANCE) and _TEN_THOUSANDS.search(narrow(sheet.headings[place]))
    return _times_ten_thousand if in_heading or (holds is Holds.MONEY and sheet.in_ten_thousands) else None


def _after(change: Change, reader: Reader) -> Reader:
    return lambda cell: reader(change(cell))


def _times_ten_thousand(cell: str) -> str:
    return f"{cell}万" if _PLAIN.fullmatch(narrow(cell)) else cell


def _order_of_days(cells: Iterable[str]) -> Change | None:
    """How to turn a column's days around, None where that is not called for."""
    first = second = False
    for cell in cells:
        if found := _YEAR_LAST.match(cell):
            first, second = first or int(found[1]) > 12, second or int(found[2]) > 12
    if not first:
        return None
    return _unclear if second else _day_first


def _day_first(cell: str) -> str:
    found = _YEAR_LAST.match(cell)
    return f"{found[3]}-{found[2]}-{found[1]}{cell[found.end() :]}" if found else cell


def _unclear(cell: str) -> str:
    """Raises RuleError for a day that could be read either way, in a column that is written both ways."""
    found = _YEAR_LAST.match(cell)
    if found and int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2]:
        raise RuleError("Which of the two is the month? Other days of this column are written both ways.")
    return cell
