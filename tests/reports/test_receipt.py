"""The receipt (S7) on A5 and on continuous forms."""

import re

import pypdf
import pypdfium2
import pytest
from PIL import ImageOps

import reports
from models.kernel.money import in_words, plain
from models.papers.facts import PaperSize, Watermark
from tests.reports.samples import (
    LANGUAGES,
    LARGEST,
    LONG_NAME,
    LONG_NOTE,
    STORE,
    all_words,
    drawn,
    printing,
    receipt,
    squeezed,
    words,
)

MM = 25.4 / 72
LINE = 25.4 / 6
_DOTS = 4
FORMS = pytest.mark.parametrize("size", [PaperSize.FORM_93, PaperSize.FORM_140])
HARDEST = receipt(
    store=STORE.__class__(LONG_NAME),
    payer=LONG_NAME,
    reason=LONG_NOTE[:120],
    reference=LONG_NAME,
    amount=-LARGEST,
    contract_total=LARGEST,
    paid_so_far=-LARGEST,
    still_open=LARGEST,
    cashier=LONG_NAME,
    consultant=LONG_NAME,
    reverses="SJ-2026-000317",
)


def boxes(page: pypdf.PageObject) -> list[tuple[float, float, float, float]]:
    """Every rectangle of a page in mm: left, top, width, height."""
    height = float(page.mediabox.height)
    found = []
    for match in re.finditer(
        r"([-.\d]+) ([-.\d]+) ([-.\d]+) ([-.\d]+) re", page.get_contents().get_data().decode("latin-1")
    ):
        x, y, wide, high = map(float, match.groups())
        found.append((x * MM, (height - y - high) * MM, wide * MM, high * MM))
    return found


def runs(page: pypdf.PageObject) -> list[tuple[float, float, float, str]]:
    """Every run of words: x and baseline in mm, size, words."""
    height = float(page.mediabox.height)
    found: list[tuple[float, float, float, str]] = []

    def visit(run: str, _cm, matrix, _font, size: float) -> None:
        if run.strip():
            found.append((matrix[4] * MM, (height - matrix[5]) * MM, size, run.strip()))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140])
def test_a_receipt_says_what_was_paid(size: PaperSize, language: str) -> None:
    copied = all_words(drawn(receipt(), printing(language, size)))
    for said in ("SJ-2026-000318", "欧阳䶮", "HT-2026-0093", "购车定金（付款计划第1期）", "¥10,000.00", "162,675.97"):
        assert said in copied
    assert in_words(10_000_00, language) in copied


def test_a_counter_entry_is_negative_and_names_what_it_reverses() -> None:
    copied = all_words(drawn(receipt(amount=-10_000_00, reverses="SJ-2026-000317"), printing(size=PaperSize.FORM_93)))
    assert f"¥{plain(-10_000_00)}" in copied
    assert "人民币负壹万元整" in copied
    assert "冲销收据SJ-2026-000317" in copied


def test_a_receipt_without_a_contract_claims_no_balance() -> None:
    copied = all_words(drawn(receipt(contract_number=""), printing(size=PaperSize.A5)))
    assert "162,675.97" not in copied


def test_one_print_goes_through_a_carbonless_set_and_else_each_copy_is_a_page() -> None:
    assert len(drawn(receipt(), printing(size=PaperSize.FORM_93)).pages) == 1
    assert len(drawn(receipt(), printing(size=PaperSize.FORM_93, carbonless=False)).pages) == 3
    assert len(drawn(receipt(), printing(size=PaperSize.A5)).pages) == 3


def test_the_copy_being_printed_is_framed() -> None:
    def marks(page: pypdf.PageObject) -> list[float]:
        return [round(top) for left, top, _, _ in boxes(page) if left == pytest.approx(216.2, abs=0.05)]

    apart = drawn(receipt(), printing(size=PaperSize.FORM_93, carbonless=False)).pages
    framed = [marks(page) for page in apart]
    assert all(len(tops) == 1 for tops in framed)
    assert framed == sorted(framed)
    assert marks(drawn(receipt(), printing(size=PaperSize.FORM_93)).pages[0]) == []


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", [receipt(), HARDEST])
def test_nothing_is_printed_near_the_holes_or_on_the_outer_lines(facts, size: PaperSize, language: str) -> None:
    how = printing(language, size, copy=True, watermark=Watermark.VOID, carbonless=False)
    for page in pypdfium2.PdfDocument(reports.render(facts, how)):
        ink = ImageOps.invert(page.render(scale=_DOTS).to_pil().convert("L")).point(lambda shade: 255 * (shade > 32))
        left, top, right, bottom = (edge / _DOTS * MM for edge in ink.getbbox())
        last = round(page.get_height() * MM / LINE) - 1
        assert left >= 16.1
        assert right <= 224.5
        assert top >= LINE
        assert bottom <= last * LINE


@FORMS
@pytest.mark.parametrize("facts", [receipt(), HARDEST])
def test_a_form_has_no_hairlines_no_tints_and_no_small_type(facts, size: PaperSize) -> None:
    page = drawn(facts, printing(size=size, copy=True)).pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    assert all(float(width) >= 0.75 for width in re.findall(r"([\d.]+) w\b", content) if float(width) > 0.5)
    colours = {
        tuple(round(float(part), 2) for part in found)
        for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", content)
    }
    assert colours <= {(0.07, 0.07, 0.07), (1.0, 1.0, 1.0)}
    for _, _, width, height in boxes(page):
        assert min(width, height) / MM >= 0.74
    assert all(size >= 9 for _, _, size, _ in runs(page))


@FORMS
def test_ordinary_words_stand_on_whole_lines(size: PaperSize) -> None:
    page = drawn(receipt(), printing(size=size)).pages[0]
    drop = (12 / 2 + 0.42 * 10) * MM
    ordinary = [baseline for x, baseline, points, _ in runs(page) if points == 10 and x < 212]
    assert len(ordinary) > 12
    step = LINE if size is PaperSize.FORM_93 else LINE / 2
    for baseline in ordinary:
        assert (baseline - drop) / step == pytest.approx(round((baseline - drop) / step), abs=0.02)


@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140])
def test_the_hardest_receipt_is_printed_whole(size: PaperSize) -> None:
    copied = all_words(drawn(HARDEST, printing(size=size)))
    copies = 3 if size is PaperSize.A5 else 1
    assert copied.count(squeezed(LONG_NAME)) == 5 * copies
    assert squeezed(LONG_NOTE[:120]) in copied
    assert plain(-LARGEST) in copied


def test_each_copy_is_page_one_of_one() -> None:
    for page in words(drawn(receipt(), printing(size=PaperSize.A5))):
        assert "第 1 页 / 共 1 页" in page
