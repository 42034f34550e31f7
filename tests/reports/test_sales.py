"""The quote and the contract: totals, carried subtotals, blocks that stay together."""

import re

import pytest

from models.kernel.money import in_words, plain
from models.sales.papers import Article, MakeUpRow, PlanRow
from reports import text
from tests.reports.samples import (
    LANGUAGES,
    LARGEST,
    LONG_NAME,
    LONG_NOTE,
    STORE,
    all_words,
    contract,
    drawn,
    group,
    line,
    printing,
    quote,
    squeezed,
    words,
)

SIGNATURE = "客户确认（签字）"
MONEY = r"([−\d,]+\.\d\d)"


def fen(amount: str) -> int:
    """A printed amount in fen."""
    return int(amount.replace(",", "").replace(".", "").replace("−", "-"))


def placed(page) -> list[tuple[float, float, float, str]]:
    """Every run of words on a page: x and baseline from the top-left in mm, size, words."""
    found: list[tuple[float, float, float, str]] = []
    height = float(page.mediabox.height)

    def visit(run: str, _cm, matrix, _font, size: float) -> None:
        if run.strip():
            found.append((matrix[4] * 25.4 / 72, (height - matrix[5]) * 25.4 / 72, size, run.strip()))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quote_says_all_amounts_and_the_total_in_words(language: str) -> None:
    facts = quote(group(line(), line("脚垫", 580_00, 0)), group(line("上牌", 500_00, 0), title="服务"))
    copied = all_words(drawn(facts, printing(language)))
    for amount in (2680_00, -680_00, 2000_00, 580_00, 500_00, 2580_00, 3080_00):
        assert plain(amount) in copied
    assert in_words(3080_00, language) in copied


def test_a_quote_without_lines_is_still_a_quote() -> None:
    pages = words(drawn(quote(plan=(), notes=())))
    assert len(pages) == 1
    assert "无明细" in pages[0]
    assert "0.00" in pages[0]
    assert SIGNATURE in pages[0]


def test_the_discount_on_the_whole_is_a_row_of_its_own() -> None:
    facts = quote(group(line()), whole_discount=150_00)
    assert f"整单优惠{plain(-150_00)}" in all_words(drawn(facts))


def test_carried_subtotals_add_up() -> None:
    goods = [line(f"商品 {number}", 100_00 + number * 7, 0) for number in range(200)]
    pages = words(drawn(quote(group(*goods[:90]), group(*goods[90:], title="服务"))))
    assert len(pages) > 4
    running = 0
    for page in pages[:-1]:
        brought = re.search(f"承前页\\s*{MONEY}", page)
        assert (fen(brought[1]) if brought else 0) == running
        here = fen(re.search(f"本页小计 {MONEY}", page)[1])
        printed = [fen(amount) for amount in re.findall(rf"商品 \d+.*?— ?{MONEY}", page, re.DOTALL)]
        assert here == sum(printed)
        running += here
        assert fen(re.search(f"转下页\\s*{MONEY}", page)[1]) == running
    last = [fen(amount) for amount in re.findall(rf"商品 \d+.*?— ?{MONEY}", pages[-1], re.DOTALL)]
    assert running + sum(last) == sum(each.amount for each in goods)


@pytest.mark.parametrize("count", range(1, 60))
def test_totals_and_signatures_stay_together_and_never_alone(count: int) -> None:
    goods = [line(f"商品 {number}") for number in range(count)]
    pages = words(drawn(quote(group(*goods))))
    last = pages[-1]
    assert "应付合计" in last
    assert SIGNATURE in last
    assert in_words(2000_00 * count) in last
    assert re.search(r"商品 \d+", last)
    assert all("应付合计" not in page and SIGNATURE not in page for page in pages[:-1])


@pytest.mark.parametrize("count", [1, 14, 25, 26, 27, 28, 29, 30, 60])
def test_the_body_keeps_clear_of_signatures_and_footer(count: int) -> None:
    reader = drawn(quote(group(*[line(f"商品 {number}") for number in range(count)]), notes=(LONG_NOTE,)))
    for page in reader.pages:
        runs = placed(page)
        signed = any(run == SIGNATURE for *_, run in runs)
        body = [y for _, y, _, run in runs if y < 261 and run != SIGNATURE] + [
            y for _, y, _, _ in runs if not signed and y < 282.3
        ]
        assert max(body) < (257 if signed else 277)


def test_a_head_is_repeated_and_a_group_never_ends_a_page() -> None:
    groups = [group(line(f"商品 {number}"), title=f"组别 {number}") for number in range(60)]
    pages = words(drawn(quote(*groups, make_up=())))
    assert all("规格与说明" in page for page in pages if "商品" in page)
    for page in pages[:-1]:
        assert page.rindex("商品 ") > page.rindex("组别 ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_largest_amounts_neither_wrap_nor_overlap(language: str) -> None:
    row = MakeUpRow(LONG_NAME, LONG_NAME, LARGEST, LARGEST, -LARGEST)
    plan = (PlanRow(LONG_NAME, LONG_NAME, None, 10000, LARGEST),)
    goods = group(line(LONG_NAME, LARGEST, LARGEST - 1, LONG_NAME), title=LONG_NAME, remark=LONG_NAME)
    for facts in (
        quote(goods, make_up=(row,) * 3, total=LARGEST, plan=plan),
        contract(make_up=(row,) * 3, total=LARGEST, plan=plan, annex=(goods,)),
    ):
        pages = [placed(page) for page in drawn(facts, printing(language)).pages]
        assert plain(LARGEST) in {entry[3] for page in pages for entry in page}
        for page in pages:
            amounts = [entry for entry in page if re.fullmatch(r"−?[\d,]+\.\d\d", entry[3])]
            for x, y, size, amount in amounts:
                end = x + text.units(amount, True) / 1000 * size * 25.4 / 72
                assert end < 193
                beside = [other for other, level, *_ in amounts if level == y and other > x]
                assert all(end < other + 0.8 for other in beside)


def test_long_names_and_notes_are_printed_whole() -> None:
    facts = quote(
        group(line(LONG_NAME, spec=LONG_NOTE)),
        store=STORE.__class__(LONG_NAME),
        customer=LONG_NAME,
        consultant=LONG_NAME,
        needs=LONG_NOTE,
        notes=(LONG_NOTE,),
    )
    reader = drawn(facts)
    copied = all_words(reader)
    assert copied.count(squeezed(LONG_NAME)) >= 4
    printed = sum(squeezed(page).count("检查") for page in words(reader))
    assert 3 * LONG_NOTE.count("检查") - len(reader.pages) <= printed <= 3 * LONG_NOTE.count("检查")


def test_two_hundred_lines_stand_on_paper_each_once() -> None:
    reader = drawn(quote(group(*[line(f"商品 {number:03d}", spec="含施工，质保 8 年" * 4) for number in range(200)])))
    assert len(reader.pages) >= 8
    assert re.findall(r"商品(\d{3})", all_words(reader)) == [f"{number:03d}" for number in range(200)]


def test_articles_are_numbered_in_the_language_of_the_paper() -> None:
    chinese, english = all_words(drawn(contract())), all_words(drawn(contract(), printing("en")))
    for heading in ("第一条标的车辆", "第二条价款构成", "第三条付款计划", "第四条违约责任之1", "第十一条违约责任之8"):
        assert heading in chinese
    assert "Article4违约责任之1" in english
    assert "4.1甲方逾期" in chinese


def test_a_long_article_goes_on_under_its_heading() -> None:
    article = Article("质量与保修", (LONG_NOTE, "完。"))
    pages = words(drawn(contract(articles=(article,))))
    later = [page for page in pages if "质量与保修（续）" in page]
    assert later
    assert all(page.index("质量与保修（续）") < page.index("检查") for page in later)


def test_a_contract_is_initialled_on_every_page_but_the_signed_one() -> None:
    pages = words(drawn(contract()))
    signed = [page for page in pages if "授权代表" in page]
    assert len(signed) == 1
    assert "本页签认" not in signed[0]
    assert all("本页签认" in page and "共同买受人" in page for page in pages if page not in signed)


def test_the_signed_page_of_a_contract_carries_text_of_the_contract() -> None:
    for count in range(1, 14):
        articles = tuple(Article(f"条款{number}", ("乙方有权解除合同。",) * 4) for number in range(count))
        signed = [page for page in words(drawn(contract(articles=articles))) if "授权代表" in page]
        assert "条款" in signed[0]


def test_a_single_buyer_signs_alone() -> None:
    assert "共同买受人" not in all_words(drawn(contract(buyer_names=("欧阳䶮",), buyer=())))


def test_the_annex_adds_up() -> None:
    facts = contract(whole_discount=100_00)
    annex = words(drawn(facts))[-1]
    assert "附件一" in annex
    assert plain(sum(each.subtotal for each in facts.annex) - 100_00) in annex
