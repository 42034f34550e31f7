"""The rows that were not taken, in the form of their file with a column that says why, to be mended and taken again."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path

from exchange.importing.checked import Checked
from exchange.importing.headings import WHY, Sheet
from exchange.writing import whole_file
from models.kernel.cells import text_cell
from models.kernel.i18n import _, say


def wrong_rows(sheet: Sheet, checked: Checked) -> tuple[list[str], list[list[str]]]:
    """The headings with one more, and the rows that were refused, each with its reasons."""
    why: dict[int, list[str]] = defaultdict(list)
    for each in checked.problems:
        if each.refused:
            reason = say(each.error)
            why[each.row].append(
                _("{column}: {reason}").format(column=each.column, reason=reason) if each.column else reason
            )
    width = len(sheet.headings)
    rows = [[*row, *[""] * (width - len(row)), _("; ").join(why[n])] for n, row in sheet.rows if n in why]
    return [*sheet.headings, _(WHY)], rows


def save(path: Path, sheet: Sheet, checked: Checked) -> int:
    """Write the refused rows, as xlsx or, by the name's ending, as csv with a mark that spreadsheets know.

    Returns how many there are. Raises StorageError; then the file is not there.
    """
    headings, rows = wrong_rows(sheet, checked)
    content = _as_text(headings, rows) if path.suffix.casefold() == ".csv" else _as_workbook(headings, rows)
    with whole_file(path, len(content)) as file:
        file.write(content)
    return len(rows)


def _as_text(headings: list[str], rows: list[list[str]]) -> bytes:
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    writer.writerows([*map(_harmless, row)] for row in (headings, *rows))
    return told.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula becomes text; a phone with its + stays what it is."""
    return cell if cell.lstrip("+-").replace(" ", "").isdecimal() else text_cell(cell)


def _as_workbook(headings: list[str], rows: list[list[str]]) -> bytes:
    from rustpy_xlsxwriter import write_worksheet

    names = [heading or " " * (place + 1) for place, heading in enumerate(_apart(headings))]
    told = io.BytesIO()
    write_worksheet([dict(zip(names, row, strict=True)) for row in rows], told)
    return told.getvalue()


def _apart(headings: list[str]) -> list[str]:
    """Headings that stand there twice told apart by blanks behind them, which no reader minds."""
    found: list[str] = []
    for heading in headings:
        while heading and heading in found:
            heading += " "
        found.append(heading)
    return found
