"""Sending a PDF to a printer: as it is where CUPS takes it, else as pictures of its pages; and keeping it as a file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from models.kernel import files
from models.kernel.errors import StorageError
from models.kernel.file_names import safe_name
from models.kernel.i18n import N_, _
from ui.kit import jobs, notices
from ui.kit.pages import POINTS_PER_INCH, Pages

_WAIT_FOR_LP = 30
_MOST_DOTS = 300


Final = Callable[[Callable[[bytes], object]], object]
"""Makes the paper that goes out, and hands it to the function given: a preview is looked at, this one is kept."""


def print_paper(
    parent: QWidget, pdf: bytes, name: str, on_printed: Callable[[], object], final: Final | None = None
) -> None:
    """Let the person choose printer and copies, then print; ``on_printed`` is called when the paper is on its way.

    ``final`` makes what is printed in place of ``pdf``, once the printer was chosen.
    """
    if not QPrinterInfo.availablePrinterNames():
        notices.ask(
            parent,
            _("No printer is set up on this PC"),
            _("Set up a printer in the system's settings and try again, or keep the paper as a file."),
            [("save", _("Save as…"), "primary"), ("cancel", _("Cancel"), "plain")],
            lambda key: save_paper(parent, pdf, name, final) if key == "save" else None,
        )
        return
    printer = printer_for(Pages(pdf).sizes[0])
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: _finish(pdf, final, lambda paper: send(printer, paper, name, on_printed)))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def printer_for(size: QSizeF) -> QPrinter:
    """The usual printer, set to a paper of ``size`` points without margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wide = size.width() > size.height()
    upright = size.transposed() if wide else size
    sheet = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    if sheet.id() == QPageSize.PageSizeId.Custom:
        # continuous forms go through the printer as they are, never turned
        sheet, wide = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch), False
    printer.setPageSize(sheet)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return printer


def send(printer: QPrinter, pdf: bytes, name: str, on_printed: Callable[[], object]) -> None:
    """Print on ``printer``: vectors through ``lp`` where it is there and the printer is a real one, else pictures."""
    if printer.outputFormat() == QPrinter.OutputFormat.NativeFormat and shutil.which("lp"):
        hand_to_lp(lp_command(printer, name), pdf, on_printed)
        return
    if paint(printer, pdf):
        _tell(on_printed)
    else:
        notices.error(StorageError(N_("The printer did not take the paper. Check that it is on, and print again.")))


def lp_command(printer: QPrinter, name: str) -> list[str]:
    """What to call so that CUPS prints the PDF from its input, at its own size."""
    layout = printer.pageLayout().pageSize()
    size = layout.size(QPageSize.Unit.Point)
    custom = layout.id() == QPageSize.PageSizeId.Custom
    media = f"Custom.{round(size.width())}x{round(size.height())}" if custom else layout.key()
    command = ["lp", "-d", printer.printerName(), "-n", str(printer.copyCount()), "-t", name]
    return [*command, "-o", f"media={media}", "-o", "print-scaling=none", "-"]


def paint(printer: QPrinter, pdf: bytes) -> bool:
    """Paint the chosen pages on ``printer``; whether it took them."""
    pages = Pages(pdf)
    dots = min(printer.resolution(), _MOST_DOTS)
    first = max(printer.fromPage() - 1, 0)
    last = printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(first, min(last, len(pages))):
        if number > first:
            printer.newPage()
        picture = pages.picture(number, dots / POINTS_PER_INCH)
        scale = printer.resolution() / POINTS_PER_INCH
        size = pages.sizes[number] * scale
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
    pages.close()
    return painter.end()


def save_paper(parent: QWidget, pdf: bytes, name: str, final: Final | None = None) -> None:
    """Let the person choose where to keep the PDF as a file; ``final`` makes what is kept in place of ``pdf``."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents if documents.is_dir() else Path.home()
    dialog = QFileDialog(parent, _("Save as…"), str(folder / f"{safe_name(name)}.pdf"), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda path: _finish(pdf, final, lambda paper: write_paper(Path(path), paper)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_paper(path: Path, pdf: bytes) -> None:
    """Write the file whole or not at all, and say which."""
    try:
        files.write_whole(path, pdf)
    except OSError as problem:
        told = N_("The file could not be written: {reason}. Choose another place.")
        notices.error(StorageError(told, reason=problem.strerror))
    else:
        notices.tell(_("Saved as {name}").format(name=path.name))


def _finish(pdf: bytes, final: Final | None, send_out: Callable[[bytes], object]) -> None:
    if final is None:
        send_out(pdf)
    else:
        final(send_out)


def hand_to_lp(command: list[str], pdf: bytes, on_printed: Callable[[], object]) -> None:
    """Let CUPS have the PDF, without waiting for it here."""
    jobs.run(lambda work: _call(command, pdf), lambda result: _tell(on_printed))


def _call(command: list[str], pdf: bytes) -> None:
    try:
        subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=_WAIT_FOR_LP)
    except (OSError, subprocess.SubprocessError) as problem:
        raise StorageError(N_("The printer did not take the paper. Check that it is on, and print again.")) from problem


def _tell(on_printed: Callable[[], object]) -> None:
    notices.tell(_("Sent to the printer"))
    on_printed()
