"""Visit register, call register and traffic table: what they say, how they break over pages, hostile texts, masks."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reports
from models.customers.papers import (
    CallOnPaper,
    CallRegisterPaper,
    TrafficLine,
    TrafficPaper,
    VisitOnPaper,
    VisitRegisterPaper,
)
from models.papers.facts import Watermark
from reports.chart import Bar, Bars, top_of
from tests.reports.samples import (
    LANGUAGES,
    LONG_NAME,
    LONG_NOTE,
    RARE,
    STORE,
    all_words,
    drawn,
    printing,
    squeezed,
    words,
)
from tests.reports.test_rotation import lowest

DAY = date(2026, 3, 12)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 12) + timedelta(hours=hour, minutes=minute)


def visit(minutes: int = 0, **changes: Any) -> VisitOnPaper:
    came = at(9, 18) + timedelta(minutes=minutes)
    facts = VisitOnPaper(
        *(came, came + timedelta(minutes=40), "王女士", "138 **** 8000", 2, True, "自然到店", "陸宇辰"),
        *("澜川 V7", "带走报价", ""),
    )
    return replace(facts, **changes)


def visits(*lines: VisitOnPaper, last: date = DAY) -> VisitRegisterPaper:
    return VisitRegisterPaper(STORE, "LF-20260312", DAY, last, lines)


def call(**changes: Any) -> CallOnPaper:
    facts = CallOnPaper(at(10, 5), "李先生", "139 0000 1111", "林知遥", "问价", "", at(34, 30), "沈㛃", None)
    return replace(facts, **changes)


def calls(*lines: CallOnPaper, last: date = DAY) -> CallRegisterPaper:
    return CallRegisterPaper(STORE, "LD-20260312", DAY, last, lines)


def line(
    name: str, visits: int, before: int = 0, shares: tuple[int, int, int, int] = (8000, 2500, 0, 400)
) -> TrafficLine:
    return TrafficLine(name, visits, 2 * visits, shares, before)


def traffic(**changes: Any) -> TrafficPaper:
    facts = TrafficPaper(
        store=STORE,
        number="KL-20260306-20260312",
        first=DAY - timedelta(days=6),
        last=DAY,
        first_before=DAY - timedelta(days=13),
        last_before=DAY - timedelta(days=7),
        total=line("合计", 45, 38),
        shares_before=(7000, 2000, 1000, 300),
        by_hour=tuple(line(f"{hour}:00", hour - 8, 19 - hour) for hour in range(9, 19)),
        by_weekday=tuple(line(f"星期{each}", place + 3, place) for place, each in enumerate("一二三四五六日")),
        by_source=(line("自然到店", 30, 20), line("网站留言", 15, 18)),
        by_return=(line("首次到店", 31, 20), line("再次到店", 14, 18)),
        calls=12,
        calls_before=9,
        invited=4,
    )
    return replace(facts, **changes)


LONG_REGISTER = visits(*(visit(3 * number, customer=f"客户{number:03d}") for number in range(200)), last=DAY)
PAPERS = (
    visits(visit(), visit(30, left_at=None, customer="")),
    calls(call()),
    traffic(),
    LONG_REGISTER,
    visits(),
    calls(),
)
every_paper = pytest.mark.parametrize(
    "facts", PAPERS, ids=("visits", "calls", "traffic", "long", "no visit", "no call")
)


@every_paper
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_landscape_and_every_page_says_what_it_is(facts: reports.Facts, language: str) -> None:
    reader = drawn(facts, printing(language, copy=True))
    for number, page in enumerate(reader.pages, start=1):
        assert (round(page.mediabox.width * 25.4 / 72), round(page.mediabox.height * 25.4 / 72)) == (297, 210)
        text = page.extract_text()
        for said in (facts.number, "7F3A-91C2", "COPY" if language == "en" else "副本"):
            assert said in text
        assert lowest(page) <= 195, number


@every_paper
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(facts: reports.Facts, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(reports.render(facts, printing(copy=True, watermark=Watermark.DRAFT)))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


def test_a_visit_register_says_everything() -> None:
    said = visit(customer="欧阳䶮", phone="137 4455 6677", reason="要接孩子", party_size=3, first_time=False)
    (page,) = words(drawn(visits(said, visit(30, left_at=None, customer="")), printing("en")))
    copied = squeezed(page)
    for part in (
        "Visit register",
        "2026-03-12",
        "欧阳䶮",
        "137 4455 6677",
        "要接孩子",
        "again",
        "09:18",
        "09:58",
        "陸宇辰",
    ):
        assert squeezed(part) in copied
    assert "no name left" in page
    assert squeezed("First visits / others 1 / 1") in copied


def test_a_call_register_says_everything() -> None:
    (page,) = words(drawn(calls(call(), call(customer="", message_for="", invited_for=at(23, 59))), printing("en")))
    for part in ("Call register", "李先生", "139 0000 1111", "林知遥", "问价", "03-13 10:30", "沈㛃", "no name left"):
        assert squeezed(part) in squeezed(page)
    assert "23:59" not in page, "an invitation without a time is for the day"


def test_a_register_of_several_days_gives_the_day_of_each_line() -> None:
    assert "03-1209:18" in all_words(drawn(visits(visit(), last=DAY + timedelta(days=1)), printing()))
    assert "03-1209:18" not in all_words(drawn(visits(visit()), printing()))


def test_a_long_register_repeats_its_head_and_loses_nobody() -> None:
    pages = words(drawn(LONG_REGISTER, printing("en")))
    assert len(pages) > 5
    copied = " ".join(pages)
    assert all(f"客户{number:03d}" in copied for number in range(200))
    assert all("Attended by" in page for page in pages if "客户" in page)
    assert "Checked by" in pages[-1]
    assert "客户" in pages[-1], "signatures never stand alone"


def test_the_traffic_table_says_every_figure() -> None:
    copied = squeezed(all_words(drawn(traffic(), printing("en"))))
    for part in (
        "Visits 45 (before: 38)",
        "80 % (before: 70 %)",
        "12 (before: 9)",
        "自然到店",
        "首次到店",
        "星期三",
        "9:00",
    ):
        assert squeezed(part) in copied, part
    assert squeezed("自然到店 30 20 60 80 % 25 % 0 % 4 %") in copied
    assert squeezed("dark: this period; pale: 2026-02-27 to 2026-03-05") in copied


def test_a_day_round_the_clock_and_many_channels_break_over_pages() -> None:
    hours = tuple(line(f"{hour}:00", hour) for hour in range(24))
    many = tuple(line(f"渠道{number:02d}", number) for number in range(60))
    reader = drawn(traffic(by_hour=hours, by_source=many), printing("en"))
    copied = all_words(reader)
    assert all(f"渠道{number:02d}" in copied for number in range(60))
    assert all(lowest(page) <= 195 for page in reader.pages)


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (1, 4), (4, 4), (5, 8), (9, 20), (21, 40), (41, 80), (99, 200), (1001, 2000)]
)
def test_the_scale_ends_at_a_round_number(most: int, top: int) -> None:
    assert top_of(most) == top
    assert Bars([Bar("9", most, most // 2)]).top_value == top


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from((LONG_NAME, LONG_NOTE[:200], RARE, "<b>&amp;", "𠮷野家", "陳", "{name}")),
        min_size=3,
        max_size=3,
    )
)
def test_texts_come_back_as_they_were_typed(texts: list[str]) -> None:
    name, about, result = texts
    facts = visits(visit(customer=name, about=about, result=result, reason=name))
    copied = squeezed(all_words(drawn(facts, printing("zh_TW"))))
    for said in texts:
        assert squeezed(said) in copied
    copied = squeezed(all_words(drawn(calls(call(customer=name, about=about, result=result)), printing())))
    for said in texts:
        assert squeezed(said) in copied
