"""The complaint sheet and the register of complaints on paper (W10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.complaints.papers import ComplaintLine, ComplaintPaper, ComplaintRegisterPaper, StepOnPaper
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

AT = datetime(2026, 3, 12, 10, 31)


def sheet(**told: object) -> ComplaintPaper:
    """A complaint that the customer has accepted."""
    paper = ComplaintPaper(
        store=STORE,
        number="TS-2026-0007",
        state="客户已认可",
        customer=RARE,
        phone="139 0000 7777",
        subject="维修工单 WX-2026-0012",
        category="重复返修",
        severity="严重",
        way="电话",
        opened_at=AT,
        opened_by="林晓",
        owner="高景澄",
        due_on=date(2026, 3, 17),
        words="空调修了两次还是不凉",
        wish="免费修好",
        steps=(StepOnPaper(AT, "通话", "道歉，约明天检查", "高景澄"),),
        answer="更换压缩机，免工时费",
        said="可以，这次满意",
        outcome="免费处理",
    )
    return replace(paper, **told)  # type: ignore[arg-type]


def register(count: int = 3) -> ComplaintRegisterPaper:
    """A register of so many, every third late."""
    lines = tuple(
        ComplaintLine(
            *(
                f"TS-2026-{place:04d}",
                AT,
                RARE,
                "139****7777",
                "重复返修",
                "严重",
                "空调修了两次还是不凉" * 8,
                "高景澄",
            ),
            *(date(2026, 3, 17), "处理中", place % 3 == 0, "", None, 100_00),
        )
        for place in range(1, count + 1)
    )
    return ComplaintRegisterPaper(STORE, "TSB-20260301-20260331", date(2026, 3, 1), date(2026, 3, 31), lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_everything_the_customer_may_read(language: str) -> None:
    copied = all_words(drawn(sheet(), printing(language)))
    for said in (
        "TS-2026-0007",
        "空调修了两次还是不凉",
        "更换压缩机",
        "这次满意",
        "WX-2026-0012",
        "道歉，约明天检查",
        "䶮",
    ):
        assert squeezed(said) in copied, said


def test_a_new_complaint_and_the_longest_one_fit() -> None:
    fresh = all_words(drawn(sheet(steps=(), answer="", said="", outcome="", phone=""), printing("en")))
    assert squeezed("Nothing yet.") in fresh
    assert squeezed("Our answer") not in fresh
    steps = tuple(StepOnPaper(AT, "通话", LONG_NOTE[:900], LONG_NAME[:20]) for _step in range(12))
    assert len(words(drawn(sheet(customer=LONG_NAME, words=LONG_NOTE[:2000], steps=steps), printing("en")))) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_counts_what_was_late_and_what_it_cost(language: str) -> None:
    copied = all_words(drawn(register(), printing(language)))
    for said in ("TS-2026-0003", "139****7777", "300.00", "2026-03-01"):
        assert squeezed(said) in copied, said
    pages = words(drawn(register(60), printing(language)))
    assert len(pages) >= 3
    assert any(squeezed("TS-2026-0060") in squeezed(page) for page in pages)


def test_an_empty_register_says_so() -> None:
    assert squeezed("Nobody complained") in all_words(drawn(register(0), printing("en")))
