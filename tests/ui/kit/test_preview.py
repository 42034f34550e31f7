"""Looking at a paper, zooming, keeping it as a file, printing it at its own size."""

from __future__ import annotations

import shutil
import stat
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import notices, preview, printing
from ui.kit.pages import Pages
from ui.kit.preview import PaperPreview

POINTS_A_MILLIMETRE = 72 / 25.4


def paper(*sizes: tuple[float, float]) -> bytes:
    """A PDF with a red page for each size in millimetres."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file)
    for width, height in sizes:
        canvas.setPageSize((width * POINTS_A_MILLIMETRE, height * POINTS_A_MILLIMETRE))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, 2000, 2000, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def shown(qtbot: QtBot) -> PaperPreview:
    made = PaperPreview(paper((210, 297), (210, 297), (210, 297)), "quote BJ-1")
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_pages_are_painted_and_counted(qtbot: QtBot, shown: PaperPreview) -> None:
    picture = shown.grab().toImage()
    assert picture.pixelColor(picture.width() // 2 + 60, picture.height() // 2).red() >= 250
    assert shown.place == "Page 1 of 3"
    shown.go_to(2)
    assert shown.place == "Page 3 of 3"


def test_zoom_by_key_and_back_to_the_width(qtbot: QtBot, shown: PaperPreview) -> None:
    fitting = shown.sheets.zoom
    qtbot.mouseClick(shown.findChild(QPushButton, "larger"), Qt.MouseButton.LeftButton)
    assert shown.sheets.zoom == pytest.approx(fitting * 1.2)
    qtbot.mouseClick(shown.findChild(QPushButton, "fit"), Qt.MouseButton.LeftButton)
    assert shown.sheets.zoom == pytest.approx(fitting)


def test_saved_whole_or_explained(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = paper((210, 297))
    with notices.recording() as record:
        printing.write_paper(tmp_path / "quote.pdf", pdf)
        printing.write_paper(tmp_path / "quote.pdf" / "below a file.pdf", pdf)
    assert (tmp_path / "quote.pdf").read_bytes() == pdf
    assert [tone for _text, tone in record.told] == ["ok", "bad"]
    assert list(tmp_path.iterdir()) == [tmp_path / "quote.pdf"]


def test_save_asks_where(qtbot: QtBot, shown: PaperPreview, tmp_path: Path) -> None:
    qtbot.mouseClick(shown.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    dialog = shown.findChild(QFileDialog)
    assert dialog is not None
    with notices.recording() as record:
        dialog.fileSelected.emit(str(tmp_path / "kept.pdf"))
    assert (tmp_path / "kept.pdf").read_bytes() == shown.pdf
    assert record.told == [("Saved as kept.pdf", "ok")]
    dialog.reject()


def test_without_a_printer_the_way_out_is_a_file(qtbot: QtBot, shown: PaperPreview) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this PC has a printer")
    with notices.recording() as record:
        qtbot.mouseClick(shown.findChild(QPushButton, "print"), Qt.MouseButton.LeftButton)
        assert record.asked[0].buttons == ["save", "cancel"]
        record.answer("save")
    dialog = shown.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


@pytest.mark.parametrize(("width", "height"), [(210, 297), (148, 210), (241, 140), (241, 93)])
def test_painted_at_its_own_size(qtbot: QtBot, tmp_path: Path, width: float, height: float) -> None:
    size = QSizeF(width * POINTS_A_MILLIMETRE, height * POINTS_A_MILLIMETRE)
    printer = printing.printer_for(size)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printing.paint(printer, paper((width, height), (width, height)))
    del printer
    pages = Pages((tmp_path / "out.pdf").read_bytes())
    assert len(pages) == 2
    assert pages.sizes[0].width() == pytest.approx(size.width(), abs=1.5)
    assert pages.sizes[0].height() == pytest.approx(size.height(), abs=1.5)
    picture = pages.picture(1, 1)
    assert picture.pixelColor(picture.width() - 5, picture.height() - 5).red() >= 250


def fake_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> Path:
    """An ``lp`` that keeps what it was given."""
    kept = folder / "kept"
    script = folder / "lp"
    script.write_text(f'#!/bin/sh\necho "$@" > {kept}.args\ncat > {kept}\nexit {code}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    assert shutil.which("lp") == str(script)
    return kept


def test_cups_gets_the_pdf_itself(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = fake_lp(tmp_path, monkeypatch, 0)
    pdf = paper((241, 140))
    printed: list[bool] = []
    printer = printing.printer_for(Pages(pdf).sizes[0])
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        command = printing.lp_command(printer, "receipt")
        printing.hand_to_lp(command, pdf, lambda: printed.append(True))
    else:
        printing.send(printer, pdf, "receipt", lambda: printed.append(True))
    with notices.recording():
        qtbot.waitUntil(lambda: printed == [True])
    assert kept.read_bytes() == pdf
    arguments = kept.with_suffix(".args").read_text()
    assert "media=Custom.683x397" in arguments
    assert "-t receipt" in arguments


def test_a_printer_that_refuses_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_lp(tmp_path, monkeypatch, 1)
    with notices.recording() as record:
        printing.hand_to_lp(["lp", "-"], b"%PDF", lambda: pytest.fail("nothing was printed"))
        qtbot.waitUntil(lambda: len(record.told) == 1)
    assert record.told[0][1] == "bad"


def test_dialog_closes_by_escape(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    dialog = preview.open_dialog(window, paper((210, 297)), "receipt")
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
