"""A statistic on paper: figures, pictures and table say the same; long tables break; words come back as they are."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

import reports
from models.statistics.papers import StatisticPaper
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic
from tests.reports.samples import LANGUAGES, RARE, STORE, all_words, drawn, printing, squeezed, words
from tests.reports.test_rotation import lowest

NAMES = ("孙悦", "沈㛃", "𠮷野")
COLUMNS = (
    *(Column("name", "同事", Kind.TEXT), Column("visits", "到店"), Column("share", "订单率", Kind.SHARE)),
    *(Column("amount", "合同金额", Kind.MONEY), Column("took", "实际工时", Kind.MINUTES)),
    Column("before", "上期到店", dim=True),
)
ROWS = tuple((name, 10 * place, 33_33, 1_234_56 * place, 65, place) for place, name in enumerate(NAMES, start=1))
TOTAL = ("合计", 60, None, 7_407_36, 195, 6)
PICTURES = (
    Picture(Form.FUNNEL, "漏斗", Kind.COUNT, NAMES, (30, 20, 7), (9, 8, 2), ("本期", "上期"), notes=("a", "b", "c")),
    Picture(Form.HEAT, "时段", Kind.COUNT, ("9", "10"), (1, 0, 5, 13), rows=("星期一", "星期二")),
    Picture(Form.LINES, "营业额", Kind.MONEY, ("01", "02"), (100_00, None), (50_00, 900_00), ("本期", "上期")),
    Picture(Form.COLUMNS, "星期", Kind.COUNT, NAMES, (41, 0, 17), (3, 4, 5), ("本期", "上期")),
    Picture(Form.BARS, "渠道", Kind.SHARE, NAMES, (12_50, None, 100_00)),
)


def statistic(**changes: Any) -> StatisticPaper:
    found = Statistic(
        *("conversion", "个人转化率", "各人接待的到店及其结果。"),
        *(date(2026, 3, 1), date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        facts=(Fact("到店", Kind.COUNT, 60, 6), Fact("金额", Kind.MONEY, 7_407_36), Fact("率", Kind.SHARE, None, 500)),
        pictures=PICTURES,
        columns=COLUMNS,
        rows=ROWS,
        total=TOTAL,
    )
    return StatisticPaper(STORE, "TJ04-20260301-20260331", replace(found, **changes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_pictures_and_table_are_on_the_paper(language: str) -> None:
    reader = drawn(statistic(), printing(language))
    copied = all_words(reader)
    for part in ("个人转化率", "TJ04-20260301-20260331", "2026-03-01", "2026-02-28", "各人接待的到店及其结果。"):
        assert squeezed(part) in copied, part
    for name, visits, _share, amount, _took, before in ROWS:
        assert squeezed(f"{name}{visits}33.3%{amount / 100:,.2f}1:05{before}") in copied
    assert squeezed("合计60—7,407.363:156") in copied.replace("–", "—")
    for picture in PICTURES:
        assert picture.title in copied
        assert all(squeezed(name) in copied for name in picture.names)
    for told in ("30·a", "13", "100", "12.5%", "41", "星期二"):
        assert told in copied
    assert all(lowest(page) <= 195 for page in reader.pages)


def test_two_that_go_through_a_period_stand_beside_each_other() -> None:
    (page,) = words(drawn(statistic(pictures=(PICTURES[2], replace(PICTURES[2], title="回款"))), printing("en")))
    assert page.index("营业额") < page.index("Table")
    assert page.index("回款") < page.index("Table")


def test_a_long_table_goes_on_over_pages_and_keeps_its_head() -> None:
    rows = tuple((f"配件{number:03d}{RARE}", number, None, number, 0, 0) for number in range(150))
    names = tuple(f"配件{number:02d}" for number in range(24))
    high = Picture(Form.BARS, "最多", Kind.COUNT, names, tuple(range(24)), tuple(range(24)), ("a", "b"))
    reader = drawn(statistic(rows=rows, pictures=(high,)), printing("zh_CN"))
    pages = words(reader)
    assert len(pages) > 3
    assert all(f"配件{number:03d}" in "".join(pages) for number in range(150))
    assert all("合同金额" in page for page in pages[1:])
    assert "合计" in pages[-1]
    assert all(lowest(page) <= 195 for page in reader.pages)


def test_nothing_to_count_is_said_and_an_unknown_period_before_too() -> None:
    empty = statistic(rows=(), total=(), pictures=(), first_before=None, last_before=None)
    copied = all_words(drawn(empty, printing("en")))
    assert squeezed("Nothing in this period") in copied
    assert squeezed("As it stands") in copied
    assert squeezed("Compared with") not in copied


def test_the_paper_is_made_again_from_what_was_kept(tmp_path: Path) -> None:
    facts = statistic()
    again = msgspec.json.decode(msgspec.json.encode(facts), type=StatisticPaper)
    assert again == facts
    pdf = tmp_path / "statistic.pdf"
    pdf.write_bytes(reports.render(again, printing()))
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
