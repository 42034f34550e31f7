"""Papers of amendments, cancellations and the contract ledger: what they say, on how many pages, as typed (S6)."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import reports
from models.kernel.money import plain
from models.papers.facts import PaperSize, Watermark
from models.sales.papers import Approval, DrawnSignature
from models.sales.supplement_papers import (
    AmendmentPaper,
    CancellationPaper,
    ChangedFact,
    ChangeGroup,
    ChangeRow,
    LedgerLine,
    LedgerPaper,
    StageAfter,
)
from tests.reports.samples import (
    LANGUAGES,
    LARGEST,
    LONG_NAME,
    LONG_NOTE,
    RARE,
    STORE,
    all_words,
    drawn,
    printing,
    receipt,
    squeezed,
    words,
)
from tests.reports.test_pdf import hostile

DAY = date(2026, 3, 13)
PLAN = (
    StageAfter("定金", "签订当日", DAY, 1_000_000, 1_000_000),
    StageAfter("余款", "交车前", None, 17_000_000, 0),
)
APPROVALS = (Approval("申请", "林知遥", "", ""), Approval("签批", "", "", ""))


def row(name: str = "隔热膜", difference: int = 268_000) -> ChangeRow:
    return ChangeRow(name, "质保 8 年", "套", 0, 0, 100, difference, difference)


def amendment(*rows: ChangeRow, **changes: Any) -> AmendmentPaper:
    rows = rows or (row(),)
    change = sum(each.difference for each in rows)
    facts = AmendmentPaper(
        store=STORE,
        number="HT-2026-0093-01",
        contract_number="HT-2026-0093",
        contract_signed_on=DAY,
        signed_on=DAY,
        customer="欧阳䶮",
        buyer_names=("欧阳䶮", "葉靜宜"),
        consultant="林知遥",
        reason="客户加装",
        groups=(ChangeGroup("增项", rows, change),),
        discount_change=0,
        facts=(ChangedFact("约定交车日", "2026-04-01", "2026-04-15"),),
        total_before=18_000_000,
        change=change,
        total_after=18_000_000 + change,
        received=1_000_000,
        plan=(
            StageAfter("定金", "签订当日", DAY, 1_000_000, 1_000_000),
            StageAfter("余款", "交车前", None, 17_000_000, 0),
        ),
        approvals=APPROVALS,
    )
    return replace(facts, **changes)


def cancellation(**changes: Any) -> CancellationPaper:
    facts = CancellationPaper(
        store=STORE,
        number="JC-2026-0007",
        contract_number="HT-2026-0093",
        contract_signed_on=DAY,
        signed_on=None,
        customer="欧阳䶮",
        buyer_names=("欧阳䶮",),
        consultant="林知遥",
        reason="客户改变计划",
        fault="买方",
        goods="澜川 V7",
        total=18_000_000,
        received=1_500_000,
        deposit=1_000_000,
        proposed=500_000,
        refund=600_000,
        because="老客户",
        approvals=APPROVALS,
    )
    return replace(facts, **changes)


def ledger(count: int = 3) -> LedgerPaper:
    lines = tuple(
        LedgerLine(f"HT-2026-{n:04d}", DAY, RARE if n == 1 else "客户", "林知遥", "已签订", 100_000 + n, -n, n, 0)
        for n in range(count)
    )
    sums = {
        name: sum(getattr(each, name) for each in lines) for name in ("signed_total", "amended", "total", "received")
    }
    return LedgerPaper(STORE, "TZ-20260313-ABCD", DAY, ("已签订",), lines, **sums, overdue=0)


PAPERS = (amendment(), cancellation(), ledger())
every_paper = pytest.mark.parametrize("facts", PAPERS, ids=("amendment", "cancellation", "ledger"))


@every_paper
def test_same_facts_give_same_bytes_with_number_check_value_and_marks(facts: reports.Facts) -> None:
    how = printing(watermark=Watermark.VOID, copy=True)
    assert reports.render(facts, how) == reports.render(facts, how)
    for page in words(drawn(facts, how)):
        assert facts.number in page
        assert "7F3A-91C2" in page
        assert "副本" in page
        assert "作废" in squeezed(page)


@every_paper
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_page_is_enough_for_an_ordinary_one(facts: reports.Facts, language: str) -> None:
    assert len(drawn(facts, printing(language)).pages) == 1


def test_an_amendment_says_before_and_after() -> None:
    said = all_words(drawn(amendment(row(), row("脚垫", -80_000), discount_change=-1_000, facts=()), printing("en")))
    for text in ("Changeofthetotal", "1,880.00", "180,000.00", "181,880.00", "170,000.00"):
        assert text in said, text
    assert "Datesandfacts" not in said


def test_credit_and_the_largest_amounts_find_room() -> None:
    plan = (StageAfter("定金", "签订当日", DAY, LARGEST, LARGEST), StageAfter("预存款", "超出部分", None, -5_00, -5_00))
    said = all_words(drawn(amendment(row("x", -LARGEST), plan=plan, total_after=LARGEST - 5_00)))
    assert squeezed(plain(-5_00)) in said
    assert squeezed(plain(LARGEST)) in said


def test_two_hundred_changes_and_long_words_go_over_pages() -> None:
    facts = amendment(*(row(f"{LONG_NAME}{n}") for n in range(200)), reason=LONG_NOTE[:200])
    reader = drawn(facts)
    assert len(reader.pages) > 5
    assert all("承前页" in squeezed(page) for page in words(reader)[1:4])
    cancelled = drawn(cancellation(goods=LONG_NOTE, reason=LONG_NOTE[:200], because=LONG_NOTE[:200]))
    assert squeezed(LONG_NOTE[-40:]) in all_words(cancelled)


def test_a_ledger_of_many_contracts_repeats_its_head_and_ends_with_its_sums() -> None:
    facts = ledger(200)
    pages = words(drawn(facts))
    assert len(pages) > 4
    assert all("合同编号" in squeezed(page) for page in pages)
    assert squeezed(plain(facts.total)) in squeezed(pages[-1])
    assert "没有合同" in all_words(drawn(ledger(0))) or "Nocontracts" in all_words(drawn(ledger(0)))


@settings(max_examples=20)
@given(st.lists(hostile, min_size=4, max_size=4))
def test_what_was_typed_is_given_back(texts: list[str]) -> None:
    name, reason, because, goods = texts
    copied = all_words(drawn(amendment(row(name), reason=reason)))
    assert squeezed(name) in copied
    assert squeezed(reason) in copied
    copied = all_words(drawn(cancellation(reason=reason, because=because, goods=goods)))
    assert all(squeezed(text) in copied for text in (reason, because, goods))


def test_drawn_signatures_are_on_the_paper() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (120, 40), (0, 0, 0, 200)).save(file, "PNG")
    signed = (DrawnSignature(1, "欧阳䶮", file.getvalue()), DrawnSignature(2, "葉靜宜", b"no picture"))
    reader = drawn(amendment(signatures=signed))
    assert sum(len(page.images) for page in reader.pages) == 1
    assert "2026-03-13" in words(reader)[-1]


@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140])
def test_a_refund_says_so(size: PaperSize) -> None:
    facts = receipt(
        refund_of="JC-2026-0007", amount=500_000, contract_total=600_000, paid_so_far=500_000, still_open=100_000
    )
    said = all_words(drawn(facts, printing("en", size)))
    for text in ("Refundreceipt", "JC-2026-0007", "5,000.00", "Stilltorefund", "1,000.00", "Payee"):
        assert text in said, text
