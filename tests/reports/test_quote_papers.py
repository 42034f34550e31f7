"""What stands beside a quote on paper: ways to pay, the three-fact strip, several quotes side by side, a schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.kernel.money import plain
from models.sales.finance import FinanceMethod, Terms, worked_out
from models.sales.quote_papers import (
    ComparedQuote,
    ComparedRow,
    ComparedSection,
    ComparisonPaper,
    FinanceColumn,
    SchedulePaper,
    ScheduleRow,
    StripFact,
)
from tests.reports.samples import STORE, all_words, drawn, group, line, quote, squeezed, words

TOTAL = 172_675_97
CASH = FinanceColumn("全款", "", TOTAL, 0, 0, 0, 0, 0, 0, 0, TOTAL)
STRIP = (
    StripFact("库存答复", "有现车 1 台", "车架号末六位 000317，在店 12 天"),
    StripFact("预计交车", "2026-03-18", "签订合同后 5 天"),
    StripFact("锁定条件", "签订合同并付定金", "报价不锁定库存，先签约者先得"),
)


def offer(months: int = 36, name: str = "方案一", chosen: bool = False) -> FinanceColumn:
    found = worked_out(Terms(FinanceMethod.EQUAL_INSTALMENTS, 72_675_97, months, 360), TOTAL)
    figures = (found.first, found.last, 0, found.interest, found.cost)
    return FinanceColumn(name, "等额本息", 72_675_97, found.loan, months, 360, *figures, chosen=chosen)


def schedule(months: int = 36, **changes: object) -> SchedulePaper:
    found = worked_out(Terms(FinanceMethod.EQUAL_INSTALMENTS, 72_675_97, months, 360), TOTAL)
    rows = tuple(ScheduleRow(e.number, e.principal, e.interest, e.left, e.payment) for e in found.schedule)
    day = date(2026, 3, 12)
    facts = (STORE, "BJ-2026-0147", 2, day, date(2026, 3, 19), "欧阳䶮 先生", "林知遥", TOTAL)
    return replace(SchedulePaper(*facts, offer(months), rows), **changes)


def comparison(count: int, rows: int = 3) -> ComparisonPaper:
    day = date(2026, 3, 12)
    quotes = tuple(ComparedQuote(f"BJ-2026-000{n}", 1, "已报价", day, day, "林知遥", 1) for n in range(1, count + 1))
    alike = ComparedRow("隔热膜", ("2,000.00",) * count, False)
    other = ComparedRow("𠮷田定制 " * 12, ("", *("1,000,000.00",) * (count - 1)), True)
    section = ComparedSection("整车", (alike, *(other,) * rows))
    return ComparisonPaper(STORE, "BJ-2026-0001/0002", 1, day, "田𠮷昌 先生", quotes, (section,) * 4)


def test_the_quote_shows_cash_beside_the_offers_and_the_strip() -> None:
    facts = quote(group(line()), finance=(CASH, offer(chosen=True), offer(24, "方案二")), strip=STRIP)
    said = all_words(drawn(facts))
    for column in facts.finance:
        assert squeezed(column.title) in said
        assert plain(column.cost) in said
    assert plain(offer().first) in said
    assert all(squeezed(fact.value) in said and squeezed(fact.remark) in said for fact in STRIP)
    assert "✓方案一" in said
    assert all(plain(stage.amount) in said for stage in facts.plan)


@pytest.mark.parametrize("ways", [0, 2, 3, 4])
@pytest.mark.parametrize("stages", [1, 6])
def test_a_quote_with_any_number_of_ways_to_pay_stays_whole(ways: int, stages: int) -> None:
    finance = (CASH, *(offer(12 * number, f"方案{number}") for number in range(1, ways)))[:ways]
    base = quote(group(*[line()] * 12), finance=finance, strip=STRIP)
    facts = replace(base, plan=base.plan[:1] * stages)
    said = words(drawn(facts))
    assert plain(facts.total) in squeezed(said[-1]), "the total stands with the signatures"
    assert len(said) <= 2
    for column in finance:
        assert plain(column.cost) in squeezed("".join(said))


@pytest.mark.parametrize("months", [1, 12, 36, 48, 60, 360])
def test_every_month_stands_on_the_schedule(months: int) -> None:
    facts = schedule(months)
    reader = drawn(facts)
    said = all_words(reader)
    assert plain(facts.offer.cost) in said
    for row in (facts.rows[0], facts.rows[-1]):
        assert plain(row.payment) in said
    assert said.count(plain(facts.rows[0].payment)) >= months - 1
    assert (len(reader.pages) == 1) is (months <= 48)
    pages = words(reader)
    assert f"第{len(pages)}页/共{len(pages)}页" in squeezed(pages[-1])


@pytest.mark.parametrize("count", [2, 3, 4])
def test_quotes_side_by_side(count: int) -> None:
    facts = comparison(count)
    said = all_words(drawn(facts))
    for each in facts.quotes:
        assert f"{each.number}v1" in said
    assert "田𠮷昌" in said
    assert squeezed("𠮷田定制 " * 12) in said


def test_a_long_comparison_goes_on_over_pages() -> None:
    reader = drawn(comparison(4, rows=40))
    assert len(reader.pages) > 2
    assert all("BJ-2026-0001" in page for page in words(reader))
