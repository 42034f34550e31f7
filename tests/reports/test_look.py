"""The look a store gives its papers: colour, own lines, terms, and columns left out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, combinations

import pypdf
import pytest

from models.kernel.money import plain
from models.papers.facts import PaperLook, PaperSize, StoreHead
from reports import style
from tests.reports.samples import STORE, all_words, contract, drawn, group, line, printing, quote, receipt, words

COLUMNS = ("spec", "unit_price", "discount")
CHOICES = list(chain.from_iterable(combinations(COLUMNS, count) for count in range(len(COLUMNS) + 1)))


def looking(**look: object) -> StoreHead:
    """The store with a look of its own."""
    return replace(STORE, look=PaperLook(**look))  # type: ignore[arg-type]


def operators(pdf: pypdf.PdfReader) -> str:
    """What the pages draw, as text."""
    return "".join(page.get_contents().get_data().decode("latin-1") for page in pdf.pages)


def rgb(colour: str) -> str:
    """A colour as the pages set it for words."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))


@pytest.mark.parametrize(
    ("facts", "size"), [(quote(group(line())), PaperSize.A4), (contract(), PaperSize.A4), (receipt(), PaperSize.A5)]
)
def test_the_accent_takes_the_place_of_the_usual_one_everywhere(facts, size: PaperSize) -> None:
    usual = operators(drawn(facts, printing(size=size)))
    changed = operators(drawn(replace(facts, store=looking(accent="#8A1C2B")), printing(size=size)))
    assert rgb(style.ACCENT) in usual
    assert rgb("#8A1C2B") in changed
    assert rgb(style.ACCENT) not in changed


def test_forms_stay_black_whatever_the_accent() -> None:
    own = replace(receipt(), store=looking(accent="#8A1C2B"))
    assert rgb("#8A1C2B") not in operators(drawn(own, printing(size=PaperSize.FORM_93)))


def test_own_lines_and_terms_are_printed() -> None:
    store = looking(header="品牌授权店 <b>", footer="监督电话 {0}", terms=("定金不退", "价格含税"))
    pages = words(drawn(quote(*[group(*[line()] * 60)], store=store)))
    assert len(pages) > 1
    assert "品牌授权店 <b>" in pages[0]
    assert all("监督电话 {0}" in page for page in pages)
    assert "定金不退" in pages[-1]
    assert "价格含税" in pages[-1]
    note = words(drawn(receipt(store=store), printing(size=PaperSize.A5)))[0]
    assert "定金不退" in note
    assert "监督电话 {0}" in note


@pytest.mark.parametrize("hidden", CHOICES)
@pytest.mark.parametrize("paper", ["quote", "contract"])
def test_a_column_left_out_takes_nothing_else_with_it(paper: str, hidden: tuple[str, ...]) -> None:
    lines = [line(f"附件 {number}", 2680_00 + number, 80_00, f"说明 {number}") for number in range(90)]
    store = looking(hidden=hidden)
    goods = group(*lines)
    facts = quote(goods, store=store) if paper == "quote" else replace(contract(), annex=(goods,), store=store)
    copied = all_words(drawn(facts))
    assert plain(sum(each.amount for each in lines)) in copied
    assert all(plain(each.amount) in copied for each in lines)
    assert ("说明33" in copied) == ("spec" not in hidden)
    assert (plain(2680_33) in copied) == ("unit_price" not in hidden)
    assert (plain(-80_00) in copied) == ("discount" not in hidden)
    carried = re.findall(r"(?:转下页|承前页)[^−\d]*([\d,]+\.\d\d)", copied)
    assert len(carried) >= 2
    assert carried[0] == carried[1]
