"""What is written equals what was there, whatever stands in a cell, and nothing becomes a formula (X1)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exchange.columns import Column, ExportList, Kind, Values
from exchange.forms import LONGEST_CELL, MOST_PRINTED, MOST_ROWS, SCHEMA, write_list
from exchange.preview import estimate
from models.carrying.kinds import Content, Form
from models.kernel.cells import decimal, text_cell
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST

COLUMNS = (
    Column("text", "Text"),
    Column("money", "Money", Kind.MONEY, total=True),
    Column("count", "Count", Kind.COUNT, total=True),
    Column("quantity", "Quantity", Kind.HUNDREDTHS),
    Column("day", "Day", Kind.DAY),
    Column("at", "At", Kind.MOMENT),
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(codec=None), max_size=10),
    st.builds("{}{}".format, st.sampled_from("=+-@\t\r'\"\n,;"), st.text(max_size=8)),
    st.sampled_from(["=HYPERLINK(1)", "😀🇨🇳", "\ud800", "a\x00b", "_x0041_", "00123", "1.39E+10", "https://x.cn"]),
)
FEN = st.integers(-LARGEST, LARGEST)
ROWS = st.lists(
    st.tuples(
        TEXTS,
        st.none() | FEN,
        st.none() | st.integers(-(2**40), 2**40),
        st.none() | st.integers(-(10**9), 10**9),
        st.none() | st.dates(),
        st.none() | st.datetimes(),
    ),
    max_size=6,
)


def listed(rows: list[Values], columns: tuple[Column, ...] = COLUMNS) -> ExportList:
    def read() -> Iterator[Values]:
        return iter(rows)

    return ExportList(Content.PAYMENTS, columns, len(rows), read)


def written(rows: list[Values], form: Form) -> bytes:
    target = io.BytesIO()
    outcome = write_list(listed(rows), form, target, lambda count: None)
    assert outcome.rows == len(rows)
    return target.getvalue()


def whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def fen_of(cell: Any) -> int | None:
    return None if cell == "" else round(cell * 100)


def line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(ROWS)
@settings(max_examples=60)
def test_a_workbook_holds_every_value(rows: list[Values]) -> None:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(written(rows, Form.XLSX))).get_sheet_by_index(0)
    head, *found = sheet.to_python(skip_empty_area=False)
    assert head == [column.heading for column in COLUMNS]
    if rows:
        sums = found.pop()
        assert sums[0] == "Total"
        assert abs(sums[1] * 100 - sum(row[1] or 0 for row in rows)) <= 0.5
        assert sums[2] == sum(row[2] or 0 for row in rows)
    for row, cells in zip(rows, found, strict=False):
        assert isinstance(cells[0], str)
        # a workbook keeps one kind of line end, and no NUL
        assert line_ends(cells[0]).replace("\0", "") == line_ends(whole(row[0])).replace("\0", "")
        assert (fen_of(cells[1]), fen_of(cells[3])) == (row[1], row[3])
        assert cells[2] == ("" if row[2] is None else row[2])
        for value, cell in zip(row[4:], cells[4:], strict=True):
            assert moment_of(cell) == (None if value is None else moment_of(value.isoformat()))


def moment_of(cell: Any) -> str | None:
    """A day or moment as a workbook gives it back, or as the text that an early one is kept as."""
    if cell == "" or cell is None:
        return None
    text = cell.isoformat() if isinstance(cell, date | datetime) else str(cell)
    return text.replace(" ", "T").split(".")[0].removesuffix("T00:00:00")


@given(ROWS)
@settings(max_examples=60)
def test_a_text_table_holds_every_value(rows: list[Values]) -> None:
    content = written(rows, Form.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *found, sums = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head == [column.heading for column in COLUMNS]
    assert sums == [
        "Total",
        decimal(sum(row[1] or 0 for row in rows)),
        str(sum(row[2] or 0 for row in rows)),
        "",
        "",
        "",
    ]
    assert len(found) == len(rows)
    for row, cells in zip(rows, found, strict=True):
        assert cells[0] == text_cell(whole(row[0]))
        assert cells[0][:1] not in ("=", "+", "-", "@", "\t", "\r")
        assert cells[1] == ("" if row[1] is None else decimal(row[1]))
        assert cells[4] == ("" if row[4] is None else row[4].isoformat())


@given(ROWS)
@settings(max_examples=60)
def test_json_lines_hold_every_value(rows: list[Values]) -> None:
    lines = written(rows, Form.JSON_LINES).removesuffix(b"\n").split(b"\n")
    head, *found = [json.loads(line, parse_float=str) for line in lines]
    assert (head["schema"], head["rows"]) == (SCHEMA, len(rows))
    assert [each["code"] for each in head["columns"]] == [column.code for column in COLUMNS]
    for row, said in zip(rows, found, strict=True):
        assert said["text"] == whole(row[0])
        assert said["money"] == (None if row[1] is None else decimal(row[1]))
        assert said["count"] == row[2]


@given(FEN)
@settings(max_examples=200)
def test_money_is_the_fen_of_the_store(fen: int) -> None:
    assert round(float(decimal(fen)) * 100) == round(fen / 100 * 100) == fen


@pytest.mark.parametrize("text", ["长" * 40_000, "😀" * 20_000, "x" * (LONGEST_CELL + 1)])
def test_a_cell_that_is_too_long_is_cut_and_told(text: str) -> None:
    target = io.BytesIO()
    rows: list[Values] = [("short", 1, 1, 1, None, None), (text, 1, 1, 1, None, None)]
    outcome = write_list(listed(rows), Form.XLSX, target, lambda count: None)
    assert outcome.cut == [("text", 2)]
    kept = CalamineWorkbook.from_filelike(io.BytesIO(target.getvalue())).get_sheet_by_index(0).to_python()[2][0]
    assert text.startswith(str(kept))
    assert len(str(kept).encode("utf-16-le")) // 2 in (LONGEST_CELL, LONGEST_CELL - 1)
    assert text in written(rows, Form.CSV).decode()


def test_what_a_form_cannot_hold_is_refused() -> None:
    for form, most in ((Form.XLSX, MOST_ROWS), (Form.PDF, MOST_PRINTED)):
        endless = ExportList(Content.CUSTOMERS, COLUMNS, most + 1, lambda: iter(()))
        with pytest.raises(RuleError, match=f"{most}") as refused:
            estimate([endless], 0, form)
        assert refused.value.field == "form"
    with pytest.raises(RuleError):
        write_list(replace(endless, count=MOST_ROWS + 1), Form.XLSX, io.BytesIO(), lambda count: None)


def test_the_head_of_a_workbook_is_frozen_and_columns_have_their_widths() -> None:
    import zipfile

    rows: list[Values] = [("x", 1, 1, 1, date(2026, 5, 1), None)]
    sheet = zipfile.ZipFile(io.BytesIO(written(rows, Form.XLSX))).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<cols>" in sheet
    assert "<f>" not in sheet
    head, row, total = (re.findall(r's="(\d+)"', line) for line in sheet.split("<row ")[1:])
    assert head[1] != row[1] != total[1], "totals stand out"
