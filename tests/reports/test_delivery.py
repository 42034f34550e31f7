"""Papers of a delivery: dispatch note, checklist, confirmation in two copies, defects, run sheet (D1, D3, D5)."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps

import reports
from models.papers.facts import PaperSize, Watermark
from tests.reports import delivery_samples as samples
from tests.reports.samples import LANGUAGES, LONG_NAME, all_words, drawn, printing, squeezed, words
from tests.reports.test_receipt import LINE, MM, boxes, runs

DOTS = 4
ON_FORMS = ("dispatch", "checklist", "confirmation")
ORDINARY = {
    "dispatch": samples.dispatch(),
    "checklist": samples.checklist(),
    "confirmation": samples.confirmation(defects=samples.DEFECTS),
    "defects": samples.defects(),
    "run": samples.run_sheet(),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.FORM_140])
def test_every_item_is_on_the_checklist_with_what_proves_it(size: PaperSize, language: str) -> None:
    copied = all_words(drawn(ORDINARY["checklist"], printing(language, size)))
    for section in samples.sections():
        assert squeezed(section.name) in copied
        for line in section.lines:
            assert squeezed(line.wording) in copied, line.wording
    for said in (
        "12km",
        "许念安",
        "正式登记约于03-25办结",
        "JC-2026-0081",
        "HT-2026-0093",
        "2026-03-1810:00",
        "交车区2号",
    ):
        assert said in copied, said


def test_sections_fill_two_columns_on_one_page_and_are_never_divided() -> None:
    pages = drawn(samples.checklist(), printing()).pages
    assert len(pages) == 1
    column = {
        int(words): x > 105 for x, _, _, words in runs(pages[0]) if words.isdecimal() and (x < 32 or 105 < x < 122)
    }
    number = 1
    for section in samples.sections():
        assert len({column[number + place] for place in range(len(section.lines))}) == 1, section.name
        number += len(section.lines)


def test_a_section_longer_than_any_column_goes_on_under_its_head() -> None:
    pages = words(drawn(samples.HARDEST["checklist"], printing("en")))
    copied = squeezed("".join(pages))
    assert all(squeezed(f"第{number}项") in copied for number in range(1, 201))
    assert all(squeezed(LONG_NAME[:30]) in squeezed(page) for page in pages[:4])
    assert [("Customer(signature)" in squeezed(page)) for page in pages] == [False] * (len(pages) - 1) + [True]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.FORM_140])
def test_a_dispatch_note_names_goods_money_and_who_releases_them(size: PaperSize, language: str) -> None:
    note = samples.dispatch(owed=6_800_00, overruled=6_800_00, overruled_because="老客户，周五付清")
    copied = all_words(drawn(note, printing(language, size)))
    for said in (
        "FX-2026-0042",
        "LYH7V2A58TA000317",
        "186,800.00",
        "6,800.00",
        "老客户，周五付清",
        "方若云2026-03-1717:05",
    ):
        assert said in copied, said
    waiting = all_words(drawn(samples.dispatch(approved_by="", approved_at=None), printing("en", size)))
    assert "notapprovedyet" in waiting


def test_the_confirmation_is_drawn_for_the_store_and_for_the_customer() -> None:
    pages = words(drawn(ORDINARY["confirmation"], printing("en")))
    assert ["Store copy" in page for page in pages] == [True, False]
    assert ["Customer copy" in page for page in pages] == [False, True]
    assert all("Page 1 of 1" in page for page in pages)
    copied = squeezed(pages[1])
    for said in ("LYH7V2A58TA000317", "里程表读数", "车钥匙", "整车", "2029-03-18", "飘窗石材有一处裂纹", "2026-04-02"):
        assert said in copied, said


def test_a_drawn_signature_is_on_the_confirmation_and_else_its_place_is_free() -> None:
    def ink(signature: bytes | None) -> int:
        pdf = reports.render(samples.confirmation(signature=signature, signed_by=""), printing())
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("L")
        place = page.crop((int(18 / MM), int(266 / MM), int(60 / MM), int(277 / MM)))
        return sum(place.histogram()[:100])

    assert ink(samples.signature()) > 40
    assert ink(None) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_defects_and_the_run_sheet_say_who_and_when(language: str) -> None:
    copied = all_words(drawn(ORDINARY["defects"], printing(language)))
    for said in ("主卧", "飘窗石材有一处裂纹", "2026-04-02", "方若云", "2026-03-24已调平，业主确认"):
        assert said in copied, said
    copied = all_words(drawn(ORDINARY["run"], printing(language)))
    for said in ("06:00", "06:25", "新娘化妆、更衣", "陈妆", "13900000001"):
        assert said in copied, said
    assert "Nodefectswerefound." in all_words(drawn(samples.defects(lines=()), printing("en")))


@pytest.mark.parametrize("name", ON_FORMS)
def test_forms_keep_clear_of_holes_and_of_the_outer_lines(name: str) -> None:
    for facts in (ORDINARY[name], samples.HARDEST[name]):
        how = printing("zh_CN", PaperSize.FORM_140, copy=True, watermark=Watermark.VOID)
        for page in list(pypdfium2.PdfDocument(reports.render(facts, how)))[:2]:
            ink = ImageOps.invert(page.render(scale=DOTS).to_pil().convert("L")).point(lambda shade: 255 * (shade > 32))
            left, top, right, bottom = (edge / DOTS * MM for edge in ink.getbbox())
            assert left >= 16.1
            assert right <= 224.5
            assert top >= LINE
            assert bottom <= 32 * LINE


@pytest.mark.parametrize("name", ON_FORMS)
def test_a_form_has_no_hairlines_and_no_small_type(name: str) -> None:
    page = drawn(ORDINARY[name], printing(size=PaperSize.FORM_140)).pages[0]
    assert all(min(width, height) / MM >= 0.74 for _, _, width, height in boxes(page))
    assert all(points >= 9 for _, _, points, _ in runs(page))


def test_a_set_printed_copy_by_copy_has_every_form_three_times() -> None:
    once = len(drawn(samples.checklist(), printing(size=PaperSize.FORM_140)).pages)
    each = len(drawn(samples.checklist(), printing(size=PaperSize.FORM_140, carbonless=False)).pages)
    assert once > 1
    assert each == 3 * once


@pytest.mark.parametrize("name", samples.HARDEST)
def test_the_longest_papers_are_whole_sound_and_the_same_each_time(name: str, tmp_path: Path) -> None:
    facts = samples.HARDEST[name]
    pdf = reports.render(facts, printing(copy=True))
    assert pdf == reports.render(facts, printing(copy=True))
    (tmp_path / "paper.pdf").write_bytes(pdf)
    if shutil.which("qpdf"):
        assert subprocess.run(["qpdf", "--check", tmp_path / "paper.pdf"], capture_output=True).returncode == 0
    marked = reports.render(replace(facts, head=samples.HEAD), printing(watermark=Watermark.DRAFT))
    assert marked != pdf
