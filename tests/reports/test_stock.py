"""The stock list on paper: every unit, its age, and costs only where the facts have them (S3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.stock.papers import StockBand, StockLine, StockPaper
from tests.reports.samples import LANGUAGES, STORE, all_words, drawn, printing, squeezed, words


def paper(count: int = 3, *, costs: bool = True) -> StockPaper:
    lines = tuple(
        StockLine(
            f"LYH7V2A58TA{place:06d}", "澜川 V7 𠮷 臻享版", "湖光蓝", "现货", f"A-{place}", date(2026, 3, 1), place, 100
        )
        for place in range(count)
    )
    lines = lines if costs else tuple(replace(each, cost=None) for each in lines)
    bands = tuple(StockBand(name, count, 100 * count if costs else None) for name in ("0–30 天", "31–60 天"))
    return StockPaper(STORE, "KC-20260313-103100", date(2026, 3, 13), bands, lines, 12_345_600 if costs else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_stands_on_it(language: str) -> None:
    copied = all_words(drawn(paper(), printing(language)))
    for said in ("KC-20260313-103100", "LYH7V2A58TA000002", "澜川V7𠮷臻享版", "123,456.00", "A-1"):
        assert said in copied, said


def test_without_costs_no_amount_is_on_it() -> None:
    copied = all_words(drawn(paper(costs=False), printing("en")))
    assert "123,456.00" not in copied
    assert squeezed("Cost") not in copied


def test_a_long_list_repeats_its_head_and_an_empty_one_says_so() -> None:
    pages = words(drawn(paper(120), printing("en")))
    assert len(pages) >= 3
    assert all(squeezed("Where it stands") in squeezed(page) for page in pages)
    assert squeezed("Nothing is here yet") in all_words(drawn(paper(0), printing("en")))
