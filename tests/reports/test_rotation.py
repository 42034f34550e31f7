"""Closing sheets and line-up sheets: what they say, how they break over pages, hostile texts."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reports
from models.kernel.money import plain
from models.papers.facts import Watermark
from models.rotation.papers import LineUpDay, Oddity, OddLine, Turn, TurnLine
from tests.reports.floor_samples import NAMES, at, line_up, long_day, person, rotation_day, visit
from tests.reports.samples import LANGUAGES, LONG_NAME, LONG_NOTE, RARE, all_words, drawn, printing, squeezed, words

PAPERS = (rotation_day(), line_up(), long_day())
every_paper = pytest.mark.parametrize("facts", PAPERS, ids=("day", "week", "long day"))
FOOTER = 197.3


def lowest(page: pypdf.PageObject) -> float:
    """How far down the lowest words above the footer reach, in mm."""
    height = float(page.mediabox.height)
    found: list[float] = []

    def visit_words(run: str, _cm: object, matrix: list[float], _font: object, _size: float) -> None:
        if run.strip():
            found.append((height - matrix[5]) * 25.4 / 72)

    page.extract_text(visitor_text=visit_words)
    return max(each for each in found if each < FOOTER)


@every_paper
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_landscape_and_every_page_says_what_it_is(facts: reports.Facts, language: str) -> None:
    reader = drawn(facts, printing(language, copy=True))
    mark = "COPY" if language == "en" else "副本"
    for number, page in enumerate(reader.pages, start=1):
        assert (round(page.mediabox.width * 25.4 / 72), round(page.mediabox.height * 25.4 / 72)) == (297, 210)
        text = page.extract_text()
        for said in (facts.number, "7F3A-91C2", "方若云 2026-03-12 10:31", mark):
            assert said in text
        assert lowest(page) <= 194, number
    assert not any(mark in page for page in words(drawn(facts, printing(language))))


@every_paper
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(facts: reports.Facts, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(reports.render(facts, printing(copy=True, watermark=Watermark.DRAFT)))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


@every_paper
def test_same_facts_give_same_bytes(facts: reports.Facts) -> None:
    assert reports.render(facts, printing()) == reports.render(facts, printing())


def test_an_ordinary_day_is_one_page_with_everything_on_it() -> None:
    pages = words(drawn(rotation_day(), printing("en")))
    assert len(pages) == 1
    copied = squeezed(pages[0])
    for said in (
        *NAMES,
        "王女士",
        "供应商",
        "R13",
        "下午再来试驾",
        "会德语",
        "7.7%(1/13)",
        "陸宇辰→何慕白",
        "for陸宇辰",
    ):
        assert said in copied, said
    for amount in (203_600_00, 67_866_67, 15_661_54):
        assert plain(amount) in copied
    assert "Forthestore09:00–11:40" in copied
    assert "paid11:46" in copied
    assert "stillowed" in copied


def test_a_day_without_anything_is_still_a_sheet() -> None:
    facts = rotation_day(people=(), visits=(), turns=(), oddities=(), began_with="", goes_on_with="", rules=())
    pages = words(drawn(replace(facts, total=replace(facts.total, counted=0, first_visits=0)), printing("en")))
    assert len(pages) == 1
    assert "Nobody came" in pages[0]


def test_a_long_day_repeats_its_heads_and_loses_nothing() -> None:
    facts = long_day()
    pages = words(drawn(facts, printing("en")))
    assert len(pages) > 5
    logs = [page for page in pages if "Receives" in page]
    assert len(logs) > 3
    copied = squeezed("".join(pages))
    assert copied.count("R1") >= len(facts.visits)
    assert copied.count("paid12:00") == len(facts.turns)
    assert squeezed(LONG_NOTE)[-20:] in copied
    assert "Salesmanager(confirmedby)" in squeezed(pages[-1])
    assert not any("confirmed" in page for page in pages[:-1])


@pytest.mark.parametrize("count", [1, 12, 13, 14, 15, 16, 30, 59])
def test_any_number_of_visits_stays_on_the_page(count: int) -> None:
    facts = rotation_day(visits=tuple(visit(number) for number in range(count)))
    reader = drawn(facts)
    assert all(lowest(page) <= 194 for page in reader.pages)
    assert sum(page.extract_text().count("王女士") for page in reader.pages) == count


@pytest.mark.parametrize("count", [1, 13, 24, 25, 26, 27, 50])
def test_any_number_of_people_stays_on_the_page(count: int) -> None:
    people = tuple(person(place, f"顾问{place}") for place in range(1, count + 1))
    reader = drawn(rotation_day(people=people))
    assert all(lowest(page) <= 194 for page in reader.pages)
    assert f"顾问{count}" in all_words(reader)


hostile = st.sampled_from(
    [RARE, "<b>&amp;<img src=/etc/hostname></b>", "，，（（））。。", "%s {0} {name} \\n (", "A" * 40, LONG_NAME]
)


@settings(max_examples=25)
@given(st.lists(hostile, min_size=4, max_size=4))
def test_a_sheet_gives_back_what_was_typed(texts: list[str]) -> None:
    name, customer, reason, note = texts
    odd = OddLine(at(9), Oddity.OVERRIDE, (customer, name), reason, "R2")
    turns = (TurnLine(None, name, Turn.RESTORED, "R8"),)
    facts = rotation_day(
        people=(person(1, name),), visits=(visit(customer=customer, note=note),), turns=turns, oddities=(odd,)
    )
    copied = all_words(drawn(facts))
    assert all(squeezed(text) in copied for text in texts)


def test_a_week_says_who_stands_where_and_when_there_is_none() -> None:
    copied = all_words(drawn(line_up(), printing("en")))
    for name in NAMES:
        assert copied.count(name) == 5
    assert "盘点" in copied
    assert "Norotation" in copied
    assert "Monday03-09" in copied


def test_a_week_of_fifty_people_takes_several_pages() -> None:
    people = tuple(f"{LONG_NAME}{place}" for place in range(50))
    reader = drawn(line_up(days=tuple(LineUpDay(each.day, people) for each in line_up().days)), printing("en"))
    assert len(reader.pages) > 2
    assert all("Monday" in page for page in words(reader))
    assert all(lowest(page) <= 194 for page in reader.pages)
