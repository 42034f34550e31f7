"""Dispatch sheet and extra-work approval (W6, W7): what they say, what the dispatch sheet must not say."""

from __future__ import annotations

import re

import pytest

from models.kernel.money import in_words
from models.papers.facts import PaperSize
from models.service.work_papers import DispatchedLine, DispatchedPerson
from tests.reports import work_samples as samples
from tests.reports.samples import LANGUAGES, LONG_NAME, LONG_NOTE, all_words, drawn, printing, squeezed, words

BOTH = pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.FORM_140])


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dispatch_sheet_says_who_does_what_and_no_price(size: PaperSize, language: str) -> None:
    pdf = drawn(samples.dispatch(), printing(language, size))
    said = all_words(pdf)
    for person in samples.PEOPLE:
        assert squeezed(person.name) in said
        for line in person.lines:
            assert squeezed(line.name) in said, line.name
            assert all(squeezed(part) in said for part in line.parts)
    assert "岚A·62K18" in said
    assert "方向盘抖" in said
    assert "138" not in said, "no phone for the bench"
    assert not re.search(r"\d\.\d\d(?!\d)", " ".join(words(pdf))), "no amount at all"


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_approval_says_work_price_time_and_the_answer(size: PaperSize, language: str) -> None:
    said = all_words(drawn(samples.extra(), printing(language, size)))
    for each in ("更换制动盘（前）", "前制动盘", "264.00", "1,124.00", "1,388.00", "1,408.00", "2,796.00", "17:10"):
        assert squeezed(each) in said, each
    assert "前制动盘磨损见底" in said
    assert "同意更换，五点来取" in said
    if size is PaperSize.A4:
        assert squeezed(in_words(279_600, language)) in said


@BOTH
def test_what_is_refused_carries_the_warning(size: PaperSize) -> None:
    facts = samples.extra(lines=(), refused=samples.DISCS, amount=0, total=140_800, said="下次再换")
    said = all_words(drawn(facts, printing("zh_CN", size)))
    assert "客户不做" in said or "客户未接受" in said
    assert "安全" in said
    plain = all_words(drawn(samples.extra(safety=False), printing("zh_CN", size)))
    assert "事故" not in plain
    assert "事故" in said


@BOTH
def test_the_hardest_papers_break_onto_further_pages(size: PaperSize) -> None:
    line = DispatchedLine(LONG_NAME, "", 20_000, LONG_NAME[:20], LONG_NOTE[:120], (LONG_NAME,) * 3)
    people = tuple(DispatchedPerson(f"技师{number}", (line,) * 4) for number in range(6))
    pdf = drawn(samples.dispatch(people=people), printing("zh_CN", size))
    assert len(pdf.pages) > 1
    assert "技师5" in all_words(pdf)
    long = samples.extra(lines=samples.DISCS * 15, found=LONG_NOTE[:900])
    assert len(drawn(long, printing("zh_CN", size)).pages) > 1
