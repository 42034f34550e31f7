"""The forms a list is written in: xlsx, csv, JSON lines; each reads the rows once and says what had to give way.

In every form money is the store's fen to the last one, and no text ever becomes a formula.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO, Protocol, cast

from exchange.columns import Column, ExportList, Kind, Values
from models.carrying.kinds import Form
from models.kernel.cells import FORMULA_STARTS, decimal, text_cell
from models.kernel.errors import RuleError

LONGEST_CELL = 32_767
"""UTF-16 units a cell of a workbook holds; what is longer is cut, and the manifest says so."""

MOST_ROWS = 1_048_576 - 2
"""Rows a sheet of a workbook holds, beside its head and its totals."""

MOST_PRINTED = 5000
"""More rows than this nobody reads on paper."""

SCHEMA = 2
"""The version of the JSON lines' form; it grows when a key goes or changes its meaning."""

_FIRST_DAY = date(1900, 3, 1)
_BATCH = 500


class Target(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> int:
        """Take ``data``."""


OnRow = Callable[[int], object]
"""Hears how many more rows were read; may raise to cancel."""


@dataclass
class Outcome:
    """How many rows were written, and which cells were cut: (column's code, number of the row from 1)."""

    rows: int = 0
    cut: list[tuple[str, int]] = field(default_factory=list)


def refuse_longer(count: int, form: Form) -> None:
    """Raises RuleError at field ``form`` where a list of ``count`` rows is longer than the form holds."""
    if form is Form.XLSX and count > MOST_ROWS:
        raise RuleError(
            "A workbook holds {most} rows; there are {count}. Choose another form or fewer days.",
            field="form",
            most=MOST_ROWS,
            count=count,
        )
    if form is Form.PDF and count > MOST_PRINTED:
        raise RuleError(
            "A printed list holds {most} rows; there are {count}. Choose another form or fewer days.",
            field="form",
            most=MOST_PRINTED,
            count=count,
        )


def write_list(wanted: ExportList, form: Form, target: Target, on_row: OnRow) -> Outcome:
    """Write a list in a form other than PDF. Raises RuleError where the form cannot hold it."""
    writers = {Form.XLSX: _write_xlsx, Form.CSV: _write_csv, Form.JSON_LINES: _write_json_lines}
    return writers[form](wanted, target, on_row)


def whole_text(text: str) -> str:
    """``text`` as it can be written: halves of characters, which no file holds, become a replacement mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode() if _halves(text) else text


def _halves(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def totals(columns: tuple[Column, ...]) -> dict[int, int]:
    """The places of the columns that sum, each with nothing yet."""
    return {place: 0 for place, column in enumerate(columns) if column.total}


def _batches(rows: Iterator[Values], sums: dict[int, int], on_row: OnRow, outcome: Outcome) -> Iterator[list[Values]]:
    """The rows, some hundred at a time; what they come to gathers in ``sums`` meanwhile."""
    while batch := list(islice(rows, _BATCH)):
        for place in sums:
            sums[place] += sum(row[place] or 0 for row in batch)
        yield batch
        outcome.rows += len(batch)
        on_row(len(batch))


def _write_xlsx(wanted: ExportList, target: Target, on_row: OnRow) -> Outcome:
    """One sheet: real types, frozen bold head, widths, totals beneath."""
    from rustpy_xlsxwriter import Format, write_worksheet

    refuse_longer(wanted.count, Form.XLSX)
    outcome = Outcome()
    headings = [column.heading for column in wanted.columns]
    formats = [_xlsx_format(column, Format()) for column in wanted.columns]
    write_worksheet(
        _xlsx_rows(wanted, headings, outcome, on_row),
        cast(BinaryIO, target),
        sheet_name=_sheet_name(f"{wanted.title} {wanted.as_of}" if wanted.as_of else wanted.title),
        freeze_row=1,
        freeze_col=1,
        column_widths=[float(column.width) for column in wanted.columns],
        column_formats=formats,
        header_format=Format().set_bold().set_background_color("#E8EEF4").set_border_bottom("thin"),
        row_formats={wanted.count + 1: Format().set_bold()} if wanted.beneath(totals(wanted.columns)) else None,
        autofilter=True,
        ignore_errors=[column.heading for column in wanted.columns if column.kind is Kind.TEXT],
        dedupe_strings=True,  # the other way keeps a plain copy of the rows in a temporary file of the system
    )
    return outcome


def _xlsx_rows(wanted: ExportList, headings: list[str], outcome: Outcome, on_row: OnRow) -> Iterator[dict[str, Any]]:
    sums = totals(wanted.columns)
    cells = [_XLSX_CELLS[column.kind] for column in wanted.columns]
    texts = [place for place, column in enumerate(wanted.columns) if column.kind is Kind.TEXT]
    for batch in _batches(wanted.rows(), sums, on_row, outcome):
        for number, row in enumerate(batch, start=outcome.rows + 1):
            values = [None if value is None else cell(value) for cell, value in zip(cells, row, strict=True)]
            for place in texts:
                text = values[place]
                if text and len(text) > LONGEST_CELL // 2 and (short := _cut(text)) != text:
                    values[place] = short
                    outcome.cut.append((wanted.columns[place].code, number))
            yield dict(zip(headings, values, strict=True))
    if not outcome.rows:
        yield dict.fromkeys(headings)
    if last := wanted.beneath(sums):
        values = [None if value is None else cell(value) for cell, value in zip(cells, last, strict=True)]
        yield dict(zip(headings, [last[0], *values[1:]], strict=True))


def _xlsx_day(value: date) -> Any:
    """A workbook counts its days from 1900, one of which there never was; what is before that stays text."""
    return value if value >= _FIRST_DAY else value.isoformat()


def _xlsx_moment(value: datetime) -> Any:
    return value.replace(microsecond=0) if value.date() >= _FIRST_DAY else value.isoformat(" ", "seconds")


_XLSX_CELLS: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: whole_text,
    Kind.MONEY: lambda fen: fen / 100,
    Kind.COUNT: int,
    Kind.HUNDREDTHS: lambda hundredths: hundredths / 100,
    Kind.DAY: _xlsx_day,
    Kind.MOMENT: _xlsx_moment,
}


def _xlsx_format(column: Column, plain: Any) -> Any:
    words = {
        Kind.MONEY: "#,##0.00",
        Kind.HUNDREDTHS: "0.00",
        Kind.COUNT: "0",
        Kind.DAY: "yyyy-mm-dd",
        Kind.MOMENT: "yyyy-mm-dd hh:mm",
        Kind.TEXT: "@",
    }
    return plain.set_num_format(words[column.kind])


def _cut(text: str) -> str:
    raw = text.encode("utf-16-le")
    return text if len(raw) <= 2 * LONGEST_CELL else raw[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


def _sheet_name(title: str) -> str:
    return "".join("_" if each in "[]:*?/\\" else each for each in title)[:31]


def _write_csv(wanted: ExportList, target: Target, on_row: OnRow) -> Outcome:
    """UTF-8 with its mark, so that Excel shows Chinese; lines end as spreadsheets expect."""
    outcome, sums = Outcome(), totals(wanted.columns)
    lines = _Lines(target)
    table = csv.writer(lines)
    lines.write("\ufeff")
    table.writerow([column.heading for column in wanted.columns])
    cells = [_CSV_CELLS[column.kind] for column in wanted.columns]
    for batch in _batches(wanted.rows(), sums, on_row, outcome):
        columns = (_csv_column(cell, values) for cell, values in zip(cells, zip(*batch, strict=True), strict=True))
        table.writerows(zip(*columns, strict=True))
    if last := wanted.beneath(sums):
        said = ["" if value is None else cell(value) for cell, value in zip(cells[1:], last[1:], strict=True)]
        table.writerow([last[0], *said])
    lines.flush()
    return outcome


def _csv_column(cell: Callable[[Any], str], values: Sequence[Any]) -> list[str]:
    """A column's cells; most texts need no look beyond their first character."""
    if cell is text_cell:
        return ["" if not text else text if text[0] not in FORMULA_STARTS else text_cell(text) for text in values]
    return ["" if value is None else cell(value) for value in values]


class _Lines:
    """Text for a target of bytes, in large pieces."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._waiting: list[str] = []

    def write(self, text: str) -> int:
        """Take ``text``."""
        self._waiting.append(text)
        if len(self._waiting) >= 4 * _BATCH:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Hand on what waits."""
        self._target.write("".join(self._waiting).encode("utf-8", "replace"))
        self._waiting.clear()


_CSV_CELLS: dict[Kind, Callable[[Any], str]] = {
    Kind.TEXT: text_cell,
    Kind.MONEY: decimal,
    Kind.COUNT: str,
    Kind.HUNDREDTHS: decimal,
    Kind.DAY: date.isoformat,
    Kind.MOMENT: lambda at: at.isoformat(" ", "seconds"),
}


def _write_json_lines(wanted: ExportList, target: Target, on_row: OnRow) -> Outcome:
    """A head with the schema's version and the columns, then an object per row."""
    outcome = Outcome()
    lines = _Lines(target)
    columns = [{"code": column.code, "kind": column.kind.name.lower()} for column in wanted.columns]
    head = {
        "schema": SCHEMA,
        "content": wanted.content.value if wanted.content else wanted.called,
        "rows": wanted.count,
        "as_of": wanted.as_of and wanted.as_of.isoformat(),
        "columns": columns,
    }
    lines.write(json.dumps(head, ensure_ascii=False) + "\n")
    cells = [(json.dumps(column.code), _JSON_CELLS[column.kind]) for column in wanted.columns]
    for batch in _batches(wanted.rows(), {}, on_row, outcome):
        for row in batch:
            values = zip(cells, row, strict=True)
            said = (f"{code}: {'null' if value is None else cell(value)}" for (code, cell), value in values)
            lines.write(f"{{{', '.join(said)}}}\n")
    lines.flush()
    return outcome


_JSON_CELLS: dict[Kind, Callable[[Any], str]] = {
    Kind.TEXT: lambda text: json.dumps(whole_text(text), ensure_ascii=False),
    Kind.MONEY: decimal,
    Kind.COUNT: str,
    Kind.HUNDREDTHS: decimal,
    Kind.DAY: lambda day: f'"{day.isoformat()}"',
    Kind.MOMENT: lambda at: f'"{at.isoformat(timespec="seconds")}"',
}
