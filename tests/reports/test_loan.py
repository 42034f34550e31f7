"""Papers of what the desk lends: what, to whom, until when, the deposit in words; the agreement on A4 (W12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.kernel.i18n import pick
from models.loans.kinds import usual
from models.loans.papers import LoanAgreementPaper, LoanSlipPaper
from models.papers.facts import PaperSize
from tests.reports.samples import STORE, all_words, drawn, printing, squeezed

SLIP = LoanSlipPaper(
    *(STORE, "JY-2026-0012", "轮椅 1", "欧阳䶮", "139 0000 4444"),
    *(datetime(2026, 11, 28, 10, 5), datetime(2026, 11, 28, 14, 5), "林晓", 200_00, "完好无损", "送到车上"),
    *(None, "", "", 0, 0, 0),
)
BACK = replace(
    SLIP,
    ended_at=datetime(2026, 11, 28, 13, 0),
    taken_by="陈晨",
    condition_in="轮胎破",
    cost=80_00,
    kept=80_00,
    given_back=120_00,
)


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5, PaperSize.FORM_140])
def test_a_slip_says_what_was_lent_and_what_came_back(size: PaperSize) -> None:
    words = squeezed(all_words(drawn(BACK, printing(size=size))))
    for said in (
        "借用单",
        "JY-2026-0012",
        "轮椅 1",
        "欧阳䶮",
        "贰佰元整",
        "2026-11-28 14:05",
        "轮胎破",
        "120.00",
        "陈晨",
    ):
        assert squeezed(said) in words, (said, size)


def test_an_agreement_carries_every_clause_and_the_licence() -> None:
    clauses = tuple(pick(each, "zh_CN") for each in usual().agreement)
    car = replace(SLIP, what="代步车 浙A·88D01", deposit=2000_00)
    facts = LoanAgreementPaper(car, "浙A·88D01 澜川 L3", "330106199001018888", date(2030, 1, 1), 12_000, "8/8", clauses)
    words = squeezed(all_words(drawn(facts, printing())))
    for said in ("代步车借用协议", "330106199001018888", "12,000 km", "2030-01-01", "押金", *clauses):
        assert squeezed(said) in words
