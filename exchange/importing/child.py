"""What runs in a process of its own: opening a file that nobody vouches for, and handing over its cells as text.

Whatever the file makes the libraries do, crash or take all memory, only this process ends. It limits its own memory
before it opens the file.
"""

from __future__ import annotations

import math
import os
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from exchange.importing import limits, text_files, valueless
from models.kernel.errors import N_, FrontdeskError, RuleError

_PACKED, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WIDEST_COVER = 2
_EXACT_FLOAT = 10**15


def look_into(connection: Any, path: str, sheet: str | None) -> None:
    """The process: the names of the sheets, the rows of one in batches, the first that has some unless one is named,
    then ``done``.

    What is sent are pairs: ("sheets", (names, the one)), ("rows", batch), ("done", None), ("refused", an error).
    """
    _limit_memory()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the libraries' panics print is of no use to anybody
    try:
        names = sheets(Path(path))
        if sheet is not None and sheet not in names and names != [""]:
            raise RuleError("There is no sheet called {name}; there are {names}.", name=sheet, names=", ".join(names))
        chosen = first_with_rows(Path(path), names) if sheet is None else sheet
        connection.send(("sheets", (names, chosen)))
        for batch in batches(rows(Path(path), chosen)):
            connection.send(("rows", batch))
        connection.send(("done", None))
    except FrontdeskError as error:
        connection.send(("refused", error))
    except MemoryError:
        connection.send(
            ("refused", RuleError("This file needs more memory than a file of rows may. Split it into several."))
        )
    except BaseException:  # the reader's panics are no Exceptions
        connection.send(("refused", RuleError("This file is damaged, or no file of rows at all.")))
        raise
    finally:
        connection.close()


def _limit_memory() -> None:
    if sys.platform == "win32":
        from exchange import windows

        windows.limit_memory(limits.MEMORY)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets(path: Path) -> list[str]:
    """The names of a file's sheets that can be seen, or "" for a text file. Raises FrontdeskError."""
    if _kind(path) == "text":
        return [""]
    import python_calamine

    book = _book(path)
    seen = [
        each.name
        for each in book.sheets_metadata
        if each.typ == python_calamine.SheetTypeEnum.WorkSheet
        and each.visible == python_calamine.SheetVisibleEnum.Visible
    ]
    if not seen:
        raise RuleError("There is no sheet in this file.")
    return seen[: limits.SHEETS]


def first_with_rows(path: Path, names: list[str]) -> str:
    """The first sheet that looks like rows: some systems put a cover before them. Raises FrontdeskError."""
    if len(names) == 1:
        return names[0]
    book, narrow = _book(path), ""
    for each in names:
        sheet = book.get_sheet_by_name(each)
        if sheet.height > 1 and sheet.width > _WIDEST_COVER:
            return each
        narrow = narrow or (each if sheet.height > 1 else "")
    return narrow or names[0]


def rows(path: Path, sheet: str) -> Iterator[list[str]]:
    """The rows of a sheet from its first line on, empty ones included, each cell as text. Raises FrontdeskError."""
    if _kind(path) == "text":
        return within_limits(text_files.read(path.read_bytes()))
    read = _book(path).get_sheet_by_name(sheet)
    first_row, first_column = read.start or (0, 0)
    if first_column + read.width > limits.COLUMNS:
        _refuse_columns(first_column + read.width)
    if first_row + read.height > limits.LINES:
        raise RuleError(_MANY_ROWS, most=limits.ROWS)
    if read.width * read.height > limits.CELLS:
        raise RuleError("This sheet has too many cells.")
    margin = [""] * first_column
    above: Iterator[list[str]] = ([] for _line in range(first_row))
    told = chain(above, ([*margin, *map(as_text, row)] for row in read.iter_rows()))
    return within_limits(filled_down(_with_errors(told, valueless.cells(path, sheet)), read.merged_cell_ranges or ()))


def _with_errors(found: Iterator[list[str]], errors: Mapping[int, Mapping[int, str]]) -> Iterator[list[str]]:
    """The rows, with what stands where a cell has no value."""
    for number, row in enumerate(found):
        for place, said in errors.get(number, {}).items():
            if place < len(row):
                row[place] = said
        yield row


Place = tuple[int, int]


def filled_down(found: Iterator[list[str]], merged: Iterable[tuple[Place, Place]]) -> Iterator[list[str]]:
    """The rows, with what stands in merged cells in each of their lines that says anything else."""
    down: dict[int, list[Place]] = {}
    for (top, left), (bottom, _right) in merged:
        if bottom > top:
            down.setdefault(top, []).append((left, bottom))
    held: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(found):
        if held and any(each.strip() for each in row):
            for place, (last, text) in held.items():
                if number <= last and place < len(row) and not row[place].strip():
                    row[place] = text
        for place, last in down.get(number, ()):
            if place < len(row):
                held[place] = (last, row[place])
        yield row


_MANY_ROWS = N_("This file has more than {most} rows. Split it into several.")


def _refuse_columns(count: int) -> None:
    raise RuleError(
        "This file has {count} columns; at most {most} can be read. Delete those that are not needed.",
        count=count,
        most=limits.COLUMNS,
    )


def within_limits(found: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows, without empty cells at their ends. Raises RuleError where there are more than can be taken over."""
    cells = 0
    for number, row in enumerate(found):
        while row and not row[-1].strip():
            row.pop()
        cells += len(row)
        if len(row) > limits.COLUMNS:
            _refuse_columns(len(row))
        if number >= limits.LINES:
            raise RuleError(_MANY_ROWS, most=limits.ROWS)
        if cells > limits.CELLS:
            raise RuleError("This sheet has too many cells.")
        yield [each[: limits.CELL_LETTERS] for each in row]


def batches(found: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    """Rows some at a time."""
    batch: list[list[str]] = []
    for row in found:
        batch.append(row)
        if len(batch) == limits.BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _kind(path: Path) -> str:
    size = path.stat().st_size
    if size > limits.FILE_BYTES:
        raise RuleError("This file is larger than {most} MB.", most=limits.FILE_BYTES // 2**20)
    if not size:
        raise RuleError("This file is empty.")
    with path.open("rb") as file:
        start = file.read(4)
    if start == _PACKED:
        _check_packed(path)
        return "book"
    return "book" if start == _COMPOUND else "text"


def _check_packed(path: Path) -> None:
    """Raises RuleError for a packed file that unpacks to more than any list of rows needs."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise RuleError("This file is damaged, or no file of rows at all.") from None
    unpacked = sum(each.file_size for each in parts)
    bomb = unpacked > limits.SMALL_BYTES and unpacked > limits.UNPACKED_TIMES * path.stat().st_size
    if len(parts) > limits.PACKED_PARTS or unpacked > limits.UNPACKED_BYTES or bomb:
        raise RuleError("This file unpacks to far more than a file of rows may.")
    if any(each.flag_bits & 1 for each in parts):
        raise RuleError("This file is locked with a password. Save it without one.")


def _book(path: Path) -> Any:
    import python_calamine

    try:
        return python_calamine.load_workbook(str(path))
    except python_calamine.PasswordError:
        raise RuleError("This file is locked with a password. Save it without one.") from None


def as_text(cell: object) -> str:
    """A cell as it would be typed: whole numbers without a point, dates and times as ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if math.isfinite(cell) and cell == int(cell) and abs(cell) < _EXACT_FLOAT:
            return str(int(cell))
        return repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)
