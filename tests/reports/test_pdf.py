"""What holds for every paper: embedded subsets, sound files, same bytes, true copies of what was typed."""

import io
import shutil
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import reports
from models.papers.facts import PaperSize, Watermark
from tests.reports.samples import (
    LANGUAGES,
    PAPERS,
    RARE,
    STORE,
    all_words,
    contract,
    drawn,
    group,
    line,
    printing,
    quote,
    receipt,
    squeezed,
    words,
)

every_paper = pytest.mark.parametrize(("facts", "size"), PAPERS)


def is_copied(character: str) -> bool:
    """Whether readers give a character back where it stood: not spaces, and nothing that runs right to left."""
    kind = unicodedata.category(character)
    return kind not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp") and unicodedata.bidirectional(
        character
    ) not in ("R", "AL", "AN")


typed = st.text(st.characters(exclude_categories=("Cs", "Co", "Cc", "Cf", "Cn", "Z")).filter(is_copied), min_size=1)
hostile = st.one_of(
    typed.map(lambda text: text[:40]),
    st.sampled_from(
        [RARE, "<b>&amp;<img src=/etc/hostname></b>", "，，（（））。。", "%s {0} {name} \\n (", "😀👍🏽", "A" * 40]
    ),
)


@every_paper
@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded_as_subsets(facts: reports.Facts, size: PaperSize, language: str) -> None:
    fonts = [
        font.get_object()
        for page in drawn(facts, printing(language, size)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        assert font["/BaseFont"][7] == "+"
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


@every_paper
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(facts: reports.Facts, size: PaperSize, tmp_path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(reports.render(facts, printing(size=size, copy=True, watermark=Watermark.VOID)))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


@every_paper
def test_same_facts_give_same_bytes(facts: reports.Facts, size: PaperSize) -> None:
    how = printing(size=size)
    first = reports.render(facts, how)
    assert reports.render(facts, how) == first
    assert reports.render(facts, replace(how, printed_at=datetime(2027, 1, 1))) != first


@every_paper
def test_title_author_and_language_are_set(facts: reports.Facts, size: PaperSize) -> None:
    reader = drawn(facts, printing("zh_TW", size))
    assert reader.metadata.author == STORE.name
    assert facts.number in reader.metadata.title
    assert reader.trailer["/Root"]["/Lang"] == "zh-TW"


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [(PaperSize.A5, 210, 148), (PaperSize.FORM_93, 241, 93.1), (PaperSize.FORM_140, 241, 139.7)],
)
def test_receipts_have_the_size_of_their_paper(size: PaperSize, width: float, height: float) -> None:
    box = drawn(receipt(), printing(size=size)).pages[0].mediabox
    assert float(box.width) * 25.4 / 72 == pytest.approx(width, abs=0.1)
    assert float(box.height) * 25.4 / 72 == pytest.approx(height, abs=0.1)


@every_paper
@pytest.mark.parametrize(("language", "mark"), [("zh_CN", "副本"), ("zh_TW", "副本"), ("en", "COPY")])
def test_a_reprint_says_so_on_every_page(facts: reports.Facts, size: PaperSize, language: str, mark: str) -> None:
    assert all(mark in page for page in words(drawn(facts, printing(language, size, copy=True))))
    assert not any(mark in page for page in words(drawn(facts, printing(language, size))))


@every_paper
@pytest.mark.parametrize(("watermark", "mark"), [(Watermark.DRAFT, "草稿"), (Watermark.VOID, "作废")])
def test_watermark_is_on_every_page(facts: reports.Facts, size: PaperSize, watermark: Watermark, mark: str) -> None:
    marked = drawn(facts, printing(size=size, watermark=watermark))
    assert all(mark in squeezed(page) for page in words(marked))
    assert mark not in all_words(drawn(facts, printing(size=size)))


@every_paper
def test_check_value_printer_and_number_are_on_every_page(facts: reports.Facts, size: PaperSize) -> None:
    for page in words(drawn(facts, printing(size=size))):
        assert "7F3A-91C2" in page
        assert "方若云 2026-03-12 10:31" in page
        assert facts.number in page


@settings(max_examples=25)
@given(st.lists(hostile, min_size=4, max_size=4))
def test_a_quote_gives_back_what_was_typed(texts: list[str]) -> None:
    name, spec, note, customer = texts
    facts = quote(group(line(name, spec=spec)), notes=(note,), customer=customer)
    copied = all_words(drawn(facts))
    assert all(squeezed(text) in copied for text in texts)


@settings(max_examples=25)
@given(st.lists(hostile, min_size=4, max_size=4))
def test_a_contract_gives_back_what_was_typed(texts: list[str]) -> None:
    clause, preamble, place, buyer = texts
    article = replace(contract().articles[0], clauses=(clause,))
    facts = contract(articles=(article,), preamble=preamble, place=place, buyer_names=(buyer,))
    facts = replace(facts, buyer=(replace(facts.buyer[0], value=buyer),))
    copied = all_words(drawn(facts))
    assert all(squeezed(text) in copied for text in texts)


@settings(max_examples=25)
@given(st.lists(hostile, min_size=3, max_size=3), st.sampled_from([PaperSize.A5, PaperSize.FORM_93]))
def test_a_receipt_gives_back_what_was_typed(texts: list[str], size: PaperSize) -> None:
    payer, reason, reference = texts
    copied = all_words(drawn(receipt(payer=payer, reason=reason, reference=reference), printing(size=size)))
    assert all(squeezed(text) in copied for text in texts)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_rare_characters_and_paired_marks_are_found_by_other_readers(tmp_path) -> None:
    path = tmp_path / "paper.pdf"
    reason = f"{RARE}（注），《甲》；完。"
    path.write_bytes(reports.render(receipt(reason=reason), printing(size=PaperSize.FORM_93)))
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    assert reason in text


def test_a_logo_is_drawn_and_bytes_that_are_none_are_not() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (900, 600), (200, 30, 30, 128)).save(file, "PNG")
    with_logo = drawn(quote(store=replace(STORE, logo=file.getvalue())))
    assert len(with_logo.pages[0].images) == 1
    broken = drawn(quote(store=replace(STORE, logo=b"no picture")))
    assert len(broken.pages[0].images) == 0
    assert "安" in broken.pages[0].extract_text()


def test_papers_may_be_drawn_from_several_threads_at_once() -> None:
    how = printing()
    papers = [quote(group(line(f"{RARE}{number}"))) for number in range(12)]
    expected = [reports.render(facts, how) for facts in papers]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda facts: reports.render(facts, how), papers)) == expected


def test_pages_are_numbered() -> None:
    reader: pypdf.PdfReader = drawn(quote(group(*[line()] * 120)))
    count = len(reader.pages)
    assert count > 3
    for number, page in enumerate(words(reader), start=1):
        assert f"第 {number} 页 / 共 {count} 页" in page
