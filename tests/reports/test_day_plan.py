"""The day plan of the workshop on A4 landscape: by bay and by advisor, on as many pages as it takes (W1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from models.service.day_plan_papers import DayPlanPaper, PlannedLane, PlannedLine
from tests.reports.samples import LONG_NAME, LONG_NOTE, RARE, STORE, all_words, drawn, printing, squeezed, words

DAY = date(2026, 11, 30)
LINE = PlannedLine(
    *(datetime(2026, 11, 30, 9), datetime(2026, 11, 30, 10, 30), "浙A7K3P9", "澜川 V7", "欧阳䶮", "138****6621"),
    *("保养 换机油", datetime(2026, 11, 30, 16), "举升机 1", "许念安", "已到店", False),
)
LATER = replace(
    LINE,
    begins_at=datetime(2026, 11, 30, 13),
    ends_at=datetime(2026, 11, 30, 15, 30),
    plate="浙B12345",
    promised_at=datetime(2026, 12, 1, 11),
    advisor="",
    state="已预约",
    lacking=True,
)
PLAN = DayPlanPaper(
    *(STORE, "YYB-20261130-090000", DAY, "08:30", "17:30", ""),
    (PlannedLane("举升机 1 · 机修", (LINE, LATER)),),
    (PlannedLane("许念安", (LINE,)), PlannedLane("", (LATER,))),
    1,
)


def test_the_plan_names_who_comes_when_for_what_twice() -> None:
    reader = drawn(PLAN, printing())
    said = all_words(reader)
    for once in ("YYB-20261130-090000", "2026-11-30", "星期一", "08:30–17:30", "4", "举升机 1 · 机修"):
        assert squeezed(once) in said, once
    for twice in ("浙A7K3P9", "09:00–10:30", "16:00", "12-01 11:00", "已预约，缺配件"):
        assert said.count(squeezed(twice)) == 2, twice
    for each in ("澜川 V7", "138****6621", "欧阳䶮"):
        assert said.count(squeezed(each)) == 4, each
    width, height = reader.pages[0].mediabox[2:]
    assert width > height, "A4 landscape"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_a_closed_day_says_why_and_an_empty_one_that_nobody_comes(language: str) -> None:
    empty = replace(PLAN, bays=(), advisors=(), opens="", closes="", closed="春节")
    said = all_words(drawn(empty, printing(language)))
    nobody = {"zh_CN": "无人预约", "zh_TW": "無人預約", "en": "Nobodyisexpected"}[language]
    assert "春节" in said
    assert said.count(nobody) == 2


def test_a_full_day_of_long_words_goes_over_pages_and_loses_nobody() -> None:
    lines = tuple(
        replace(
            LINE,
            plate=f"浙A{number:05}",
            begins_at=LINE.begins_at + timedelta(minutes=10 * number),
            customer=LONG_NAME if number % 3 else RARE,
            asked_for=LONG_NOTE[:1000] if number == 5 else LINE.asked_for,
        )
        for number in range(40)
    )
    full = replace(PLAN, bays=(PlannedLane("举升机 1", lines),), advisors=(PlannedLane("许念安", lines),))
    pages = words(drawn(full, printing()))
    assert len(pages) > 2
    whole = squeezed("".join(pages))
    assert all(whole.count(f"浙A{number:05}") == 2 for number in range(40))
