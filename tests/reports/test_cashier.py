"""The payment reminder on its forms, what is overdue by age, a month's books."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps

import reports
from models.kernel.money import in_words, plain
from models.papers.facts import PaperSize, Watermark
from tests.reports.cashier_samples import HARDEST, aging, overdue, reconciliation, reminder
from tests.reports.samples import LANGUAGES, LONG_NAME, STORE, all_words, drawn, printing, squeezed, words
from tests.reports.test_receipt import LINE, MM, boxes, runs

DOTS = 4
SIZES = pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140])
FORMS = pytest.mark.parametrize("size", [PaperSize.FORM_93, PaperSize.FORM_140])


@pytest.mark.parametrize("language", LANGUAGES)
@SIZES
def test_a_reminder_says_what_is_overdue_and_the_interest_as_a_proposal(size: PaperSize, language: str) -> None:
    copied = all_words(drawn(reminder(), printing(language, size)))
    said = ("CK-2026-0007", "欧阳䶮", "HT-2026-0093", "购车定金", "进度款", "2026-03-20", "10,000.00", "55,000.00")
    for each in (*said, squeezed(in_words(65_000_00, language)), "142.50", "¥65,000.00", "0.05%"):
        assert each in copied, each
    if language == "en":
        assert "Theinterestisaproposal" in copied


def test_what_has_no_room_is_summed_in_one_line_and_nothing_is_lost() -> None:
    many = reminder(lines=tuple(overdue(f"第{place}期", place, 100_00 * place) for place in range(1, 7)))
    short = all_words(drawn(many, printing("en", PaperSize.FORM_93)))
    assert "3more" in short
    assert plain(100_00 * (4 + 5 + 6)) in short
    assert "第4期" not in short
    long = all_words(drawn(many, printing("en", PaperSize.FORM_140)))
    assert all(f"第{place}期" in long for place in range(1, 7))
    assert "more" not in long


def test_one_print_goes_through_a_carbonless_set_and_else_each_copy_is_a_page() -> None:
    assert len(drawn(reminder(), printing(size=PaperSize.FORM_93)).pages) == 1
    assert len(drawn(reminder(), printing(size=PaperSize.FORM_93, carbonless=False)).pages) == 3
    assert len(drawn(reminder(), printing(size=PaperSize.A4)).pages) == 3, "A4 is not its paper"


@FORMS
@pytest.mark.parametrize("facts", [reminder(), HARDEST], ids=["ordinary", "hardest"])
def test_nothing_is_printed_near_the_holes_or_on_the_outer_lines(facts: reports.Facts, size: PaperSize) -> None:
    how = printing("zh_CN", size, copy=True, watermark=Watermark.VOID, carbonless=False)
    for page in pypdfium2.PdfDocument(reports.render(facts, how)):
        ink = ImageOps.invert(page.render(scale=DOTS).to_pil().convert("L")).point(lambda shade: 255 * (shade > 32))
        left, top, right, bottom = (edge / DOTS * MM for edge in ink.getbbox())
        last = round(page.get_height() * MM / LINE) - 1
        assert left >= 16.1
        assert right <= 224.5
        assert top >= LINE
        assert bottom <= last * LINE


@FORMS
@pytest.mark.parametrize("facts", [reminder(), HARDEST], ids=["ordinary", "hardest"])
def test_a_form_has_no_hairlines_and_no_small_type(facts: reports.Facts, size: PaperSize) -> None:
    page = drawn(facts, printing(size=size, copy=True)).pages[0]
    assert all(min(width, height) / MM >= 0.74 for _, _, width, height in boxes(page))
    assert all(points >= 9 for _, _, points, _ in runs(page))


@FORMS
def test_ordinary_words_stand_on_whole_lines(size: PaperSize) -> None:
    page = drawn(reminder(store=replace(STORE, bank_account="")), printing(size=size)).pages[0]
    drop = (12 / 2 + 0.42 * 10) * MM
    step = LINE if size is PaperSize.FORM_93 else LINE / 2
    stages = [base for x, base, points, _ in runs(page) if points == 10 and x < 212]
    assert len(stages) > 12
    for baseline in stages:
        assert (baseline - drop) / step == pytest.approx(round((baseline - drop) / step), abs=0.02)


@SIZES
def test_the_hardest_reminder_is_printed_whole(size: PaperSize) -> None:
    copied = all_words(drawn(HARDEST, printing(size=size, carbonless=True)))
    assert squeezed(LONG_NAME) in copied
    assert plain(HARDEST.still_open) in copied
    assert plain(HARDEST.interest) in copied


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_overdue_by_age(language: str) -> None:
    copied = all_words(drawn(aging(), printing(language)))
    for said in ("ZL-20260313-103100", "HT-2026-0003", "31–60天", "300.00", "1,200.00", "1,500.00"):
        assert said in copied, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_months_books(language: str) -> None:
    copied = all_words(drawn(reconciliation(), printing(language)))
    for said in ("DZ-2026-0003", "DZ-2026-0002", "2026-02", "找零少收二十元", "−20.00", "800.00", "780.00", "−0.06"):
        assert said in copied, said
    assert "找到两张刷卡存根" in copied


def test_long_lists_break_over_pages_with_their_head_and_sign_at_the_end() -> None:
    for facts, head in ((aging(90), "Contract or order"), (reconciliation(90), "Consultant says")):
        pages = words(drawn(facts, printing("en")))
        assert len(pages) >= 3
        assert all(squeezed(head) in squeezed(page) for page in pages[:-1])
        assert ["Checked by" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert "Nothingisoverdue." in all_words(drawn(aging(0), printing("en")))


@pytest.mark.parametrize(
    "facts", [reminder(), HARDEST, aging(90), reconciliation(40)], ids=["one", "two", "three", "four"]
)
def test_the_same_facts_give_the_same_sound_file(facts: reports.Facts, tmp_path: Path) -> None:
    pdf = reports.render(facts, printing(copy=True, size=PaperSize.FORM_93))
    assert pdf == reports.render(facts, printing(copy=True, size=PaperSize.FORM_93))
    (tmp_path / "paper.pdf").write_bytes(pdf)
    if shutil.which("qpdf"):
        assert subprocess.run(["qpdf", "--check", tmp_path / "paper.pdf"], capture_output=True).returncode == 0
