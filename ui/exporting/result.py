"""How far the export is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from exchange.drives import Drive, let_go
from exchange.exporting import Exported
from models.kernel import clock
from models.kernel.i18n import _, ngettext
from ui.exporting import wording
from ui.kit import jobs, notices
from ui.kit.widgets import Band, Button, FactGrid, Panel, Text, row

_SETTLES = 2.0


class ProgressPanel(QWidget):
    """A bar, how long it will still take, and a button that stops it."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.words, self.place = Text("", "body", wrap=True), Text("", "dim", wrap=True)
        self.stop = Button(_("Stop"), stop, name="stop_export")
        panel = Panel(_("Exporting"))
        hint = _("You can go on working meanwhile. Do not pull the drive out.")
        panel.add(
            self.place, self.bar, self.words, Text(hint, "dim", wrap=True), 4, row("stretch", self.stop), "stretch"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self._began = 0.0

    def begin(self, place: Path) -> None:
        """Begin at nothing."""
        self._began = clock.uptime()
        self.place.setText(str(place))
        self.bar.setRange(0, 0)
        self.words.setText(_("Reading…"))
        self.stop.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        if not total or not self.stop.isEnabled():
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        passed = clock.uptime() - self._began
        if done >= total - 1:
            self.words.setText(_("Reading back and comparing…"))
        elif done and passed > _SETTLES:
            self.words.setText(wording.time_left(passed * (total - done) / done))
        else:
            self.words.setText(_("Writing…"))

    def say_stopping(self) -> None:
        """It is being stopped."""
        self.stop.setEnabled(False)
        self.words.setText(_("Stopping; what was begun is taken away again…"))


class ResultPanel(QWidget):
    """Where it is, how much it was, what is to be known; the drive may be pulled."""

    def __init__(self, again: Callable[[], object]) -> None:
        super().__init__()
        self.band = Band("ok", "")
        self.facts = FactGrid(columns=1)
        self.remarks = Text("", "body", wrap=True, tone="warn")
        self.eject = Button(_("Let the drive go"), icon="eject-outline", name="eject")
        self.open = Button(_("Open the folder"), icon="folder-open-outline", name="open_folder")
        self.again = Button(_("Export something else"), again, name="export_again")
        panel = Panel(_("Exported"))
        panel.add(self.band, self.facts, self.remarks, 4, self.eject, self.open, self.again, "stretch")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self._drive: Drive | None = None
        self._path = Path()
        self.eject.clicked.connect(lambda checked: self._let_go())
        self.open.clicked.connect(lambda checked: self._open())

    def show_result(self, done: Exported, drive: Drive | None) -> None:
        """Show what left."""
        self._drive, self._path = drive, done.path
        lead = _("Written, read back and compared.")
        self.band.say("ok", _("You may pull the stick now.") if drive else _("It is all there."), lead=lead)
        files = ngettext("{count} file", "{count} files", done.files).format(count=f"{done.files:,}")
        self.facts.set_facts(
            [
                (_("Folder"), str(done.path)),
                (_("Files and size"), _("{files}, {size}").format(files=files, size=wording.size(done.size))),
                (_("Protection"), _("Encrypted with your passphrase") if done.encrypted else _("Not encrypted")),
            ]
        )
        self.remarks.setText("\n".join(_remarks(done)))
        self.remarks.setVisible(bool(self.remarks.text()))
        self.eject.setVisible(drive is not None and bool(drive.device))
        self.eject.setEnabled(True)
        self.again.setFocus()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _let_go(self) -> None:
        drive = self._drive
        if drive is None:
            return
        self.eject.setEnabled(False)
        jobs.run(lambda work: let_go(drive), partial(self._gone, drive), owner=self)

    def _gone(self, drive: Drive, gone: bool) -> None:
        if gone:
            notices.tell(_("{name} is let go; pull it out.").format(name=drive.name))
        else:
            notices.tell(
                _("The system keeps {name}; everything is written, so it may be pulled.").format(name=drive.name)
            )


def _remarks(done: Exported) -> list[str]:
    said = []
    if done.cut:
        words = _("{count} cells were longer than a workbook holds and were cut.")
        said.append(words.format(count=done.cut))
    if done.left_out:
        words = ngettext(
            "{count} paper cannot be made again and is not in it.",
            "{count} papers cannot be made again and are not in it.",
            len(done.left_out),
        )
        said.append(words.format(count=len(done.left_out)))
    return said
