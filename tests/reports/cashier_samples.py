"""Papers of the cashier's desk to test with; people and numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from models.cashier.papers import AgingLine, AgingPaper, ComparedLine, OverdueLine, ReconciliationPaper, ReminderPaper
from tests.reports.samples import LARGEST, LONG_NAME, STORE


def overdue(name: str = "购车定金", days: int = 12, still_open: int = 10_000_00) -> OverdueLine:
    return OverdueLine(name, date(2026, 3, 1), days, still_open, still_open * days * 5 // 10_000)


def reminder(**changes: Any) -> ReminderPaper:
    lines = changes.pop("lines", (overdue(), overdue("进度款", 3, 55_000_00)))
    paper = ReminderPaper(
        store=STORE,
        number="CK-2026-0007",
        reminded_on=date(2026, 3, 13),
        pay_by=date(2026, 3, 20),
        customer="欧阳䶮 女士",
        phone="138 1234 5678",
        contract_number="HT-2026-0093",
        lines=lines,
        still_open=sum(line.still_open for line in lines),
        interest=sum(line.interest for line in lines),
        per_day=5,
        reminded_by="方若云",
        consultant="沈思远",
    )
    return replace(paper, **changes)


HARDEST = reminder(
    store=STORE.__class__(LONG_NAME, bank=LONG_NAME, bank_account=LONG_NAME),
    customer=LONG_NAME,
    lines=tuple(overdue(LONG_NAME, 4000 + place, LARGEST // 40) for place in range(20)),
    reminded_by=LONG_NAME,
    consultant=LONG_NAME,
)


def aging(count: int = 3) -> AgingPaper:
    lines = tuple(
        AgingLine(f"HT-2026-{place:04d}", "欧阳䶮", "沈思远", (100_00, 0, 200_00 * place, 0), 100_00 + 200_00 * place)
        for place in range(1, count + 1)
    )
    totals = tuple(sum(line.amounts[band] for line in lines) for band in range(4))
    bands = ("0–30 天", "31–60 天", "61–90 天", "90 天以上")
    return AgingPaper(STORE, "ZL-20260313-103100", date(2026, 3, 13), bands, lines, totals, sum(totals))


def reconciliation(count: int = 3, **changes: Any) -> ReconciliationPaper:
    paper = ReconciliationPaper(
        store=STORE,
        number="DZ-2026-0003",
        month="2026-02",
        closed_by="方若云",
        closed_at=datetime(2026, 3, 2, 9, 30),
        corrects="DZ-2026-0002",
        note="找到两张刷卡存根",
        methods=(
            ComparedLine("现金", "", "", 500_00, 480_00, "找零少收二十元"),
            ComparedLine("刷卡", "", "", 300_00, 300_00, ""),
        ),
        contracts=tuple(
            ComparedLine(f"HT-2026-{place:04d}", "葉靜宜", "沈思远", 100_00, 100_00 - place, "记错 " * place)
            for place in range(1, count + 1)
        ),
    )
    return replace(paper, **changes)
