"""A plain list is as wide as what stands in it asks for: numbers, plates and short names stay whole."""

from __future__ import annotations

import io
from datetime import date, datetime

import pypdf

from models.papers.facts import Printing
from reports.plain_list import PlainColumn, PlainList, plain_list
from tests.reports.samples import STORE

WORDS = [("work order", "WX-2026-0001"), ("plate", "安A00000"), ("advisor", "杨国强"), ("code", "TYR-2055516")]
FIGURES = ["111,903", "2026-10-19 09:00", "2026-10-19 13:45", "1,234,567.89", "1,244.00", "1,244.00", "0.00"]


def test_nothing_short_is_broken_however_many_columns_there_are() -> None:
    columns = [PlainColumn(heading, 22.0) for heading, _text in WORDS]
    columns += [PlainColumn(f"figure {place}", 24.0, one_line=True, figures=True) for place in range(len(FIGURES))]
    columns += [PlainColumn("customer's words", 57.0)]
    row = [*(text for _heading, text in WORDS), *FIGURES, "时速 80 以上方向盘抖动，" * 6]
    facts = PlainList(STORE, "维修工单", date(2026, 11, 28), "全部", tuple(columns), [row] * 3)
    pdf = plain_list(facts, Printing("zh_CN", "周启衡", datetime(2026, 11, 28, 9)))
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    lines = page.extract_text().split("\n")
    for text in row[:-1]:
        assert sum(text in line for line in lines) >= 3, text
