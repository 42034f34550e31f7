"""Settlement sheet, gate pass and receipt of a work order (W9): what they say, where they break, what stays inside."""

from __future__ import annotations

import itertools

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageOps

import reports
from models.kernel.money import in_words, plain
from models.papers.facts import PaperSize, Watermark
from models.service.settlement_papers import PutOffLine
from tests.reports import settlement_samples as samples
from tests.reports.samples import LANGUAGES, LONG_NAME, LONG_NOTE, all_words, drawn, printing, squeezed, words
from tests.reports.test_receipt import MM, runs

DOTS = 4
BOTH = pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.FORM_140])
HARDEST = samples.settlement(
    customer=LONG_NAME,
    vehicle=LONG_NAME,
    done_words=LONG_NOTE[:2000],
    labour=tuple(samples.line(LONG_NAME, LONG_NAME, 20_000, 999_999_999) for _number in range(14)),
    put_off=tuple(PutOffLine(LONG_NAME, LONG_NOTE[:200], 1, bool(number % 2), False) for number in range(9)),
)


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_what_was_done_and_what_is_paid(size: PaperSize, language: str) -> None:
    copied = all_words(drawn(samples.settlement(), printing(language, size)))
    for line in (*samples.LABOUR, *samples.PARTS, *samples.FREE):
        assert squeezed(line.name) in copied, line.name
    said = ("JS-2026-0388", "WX-2026-0388", "岚A·62K18", "40,268km", "968.00", "1,995.00", "−232.00", "2,731.00")
    for each in (*said, "右后轮胎侧壁裂纹", "50,000km或2026-09-12", "方若云", squeezed(in_words(273_100, language))):
        assert each in copied, each
    if size is PaperSize.A4:
        assert "CM-2026-0041" in copied
        assert "SJ-2026-000311" in copied


def test_an_ordinary_sheet_is_one_page_with_its_signatures() -> None:
    assert len(drawn(samples.settlement(), printing()).pages) == 1


@settings(max_examples=12)
@given(st.integers(30, 90))
def test_long_orders_break_with_what_is_carried_forward(count: int) -> None:
    """The sums carried and brought forward are those of the lines before; the end never stands alone."""
    facts = samples.long(count)
    pages = words(drawn(facts, printing("en")))
    assert len(pages) > 1
    for before, after in itertools.pairwise(pages):
        if "Carried forward" in before:
            carried = before.split("Carried forward")[1].split()[0]
            assert f"Brought forward {carried}" in " ".join(after.split()), carried
    assert plain(facts.total) in pages[-1]
    assert "Customer (signature)" in pages[-1]


def test_twelve_lines_have_room_on_a_form() -> None:
    twelve = samples.settlement(parts=samples.PARTS, free=samples.FREE[:1])
    assert len(drawn(twelve, printing(size=PaperSize.FORM_140)).pages) == 1
    pages = words(drawn(samples.settlement(), printing("en", PaperSize.FORM_140)))
    assert len(pages) == 2
    assert "Carried forward 2,731.00" in pages[0]
    assert "¥" not in pages[0]
    assert len(drawn(samples.settlement(), printing(size=PaperSize.FORM_140, carbonless=False)).pages) == 6


@pytest.mark.parametrize(
    "facts",
    [samples.settlement(), HARDEST, samples.gate_pass(overruled=LONG_NAME)],
    ids=["ordinary", "hardest", "pass"],
)
def test_nothing_is_printed_near_the_holes(facts: reports.Facts) -> None:
    how = printing("zh_CN", PaperSize.FORM_140, copy=True, watermark=Watermark.VOID)
    for page in pypdfium2.PdfDocument(reports.render(facts, how)):
        ink = ImageOps.invert(page.render(scale=DOTS).to_pil().convert("L")).point(lambda shade: 255 * (shade > 32))
        left, top, right, bottom = (edge / DOTS * MM for edge in ink.getbbox())
        assert left >= 16.2
        assert right <= 224.8
        assert top >= 4.0
        assert bottom <= 33 * 4.2333 - 4.0


@BOTH
def test_the_hardest_texts_stay_whole_inside_the_page(size: PaperSize) -> None:
    reader = drawn(HARDEST, printing("zh_CN", size))
    for page in reader.pages:
        width = float(page.mediabox.width) * MM
        assert all(0 < x < width for x, _y, _size, _words in runs(page))
    assert squeezed(LONG_NAME) in all_words(reader)


def test_what_was_paid_beyond_and_what_is_open_is_said() -> None:
    beyond = all_words(drawn(samples.settlement(total=200_000), printing("en")))
    assert "Paidbeyond731.00" in beyond
    opened = all_words(drawn(samples.settlement(received=()), printing("en")))
    assert "Received0.00Stillopen2,731.00" in opened


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gate_pass_says_who_let_it_out_unpaid(size: PaperSize, language: str) -> None:
    facts = samples.gate_pass(paid=263_100, still_open=10_000, overruled="高经理 月结客户")
    copied = all_words(drawn(facts, printing(language, size)))
    for each in ("CM-2026-0041", "岚A·62K18", "WX-2026-0388", "JS-2026-0388", "2,631.00", "100.00", "月结客户"):
        assert each in copied, each


@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140])
def test_the_receipt_names_the_work_order(size: PaperSize) -> None:
    copied = all_words(drawn(samples.receipt(), printing("zh_CN", size)))
    for each in ("工单WX-2026-0388", "应付合计2,731.00", "结算单JS-2026-0388", "人民币贰仟柒佰叁拾壹元整"):
        assert each in copied, each
