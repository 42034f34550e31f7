"""The import as a page: file, columns, check, result; long work goes on beside the counter and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from exchange.importing import rejects, taking_over
from exchange.importing.checked import Checked
from exchange.importing.taking_over import Opened
from models.importing import arriving, leaving
from models.importing.kinds import ImportKind
from models.importing.lists import ImportRow
from models.kernel import store
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.file_names import safe_name
from models.kernel.i18n import _, say
from models.kernel.permissions import Actor
from ui.importing.check_step import CheckStep
from ui.importing.columns_step import ColumnsStep
from ui.importing.file_step import FileStep, counts
from ui.kit import jobs, notices, theme
from ui.kit.desk import AtTheCounter
from ui.kit.widgets import Band, Button, Text, clear, column, row


class ImportPage(QWidget):
    """One step in front; what goes on is said above it."""

    def __init__(self, session: AtTheCounter) -> None:
        super().__init__()
        self._session = session
        self._opened: Opened | None = None
        self.checked: Checked | None = None
        self.job: jobs.Job | None = None
        self.way = [Text(each) for each in (_("1 File"), _("2 Columns"), _("3 Check"), _("4 Result"))]
        self._busy, self.wrong = column(), Band("bad", "")
        self.steps = QStackedWidget()
        self.file = FileStep(self.actor, self.choose, self.paste, self.ask_undo, self.finish)
        self.steps.addWidget(self.file)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(row(Text(_("Import"), "record"), 16, *self.way, "stretch", gap=16))
        box.addWidget(self._busy)
        box.addWidget(self.wrong)
        box.addWidget(self.steps, 1)
        self._busy.hide()
        self.wrong.hide()
        self.setFocusProxy(self.file)
        self.setAcceptDrops(True)
        self._say_step(0)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._session.actor

    def refresh(self, changes: Changes | None) -> None:
        """Read the list of imports again."""
        if changes is None or changes.touches("import"):
            self.file.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped while the file is asked for."""
        if self.job is None and self.steps.currentWidget() is self.file and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    def choose(self) -> None:
        """Ask for the file."""
        kinds = _("Files of rows (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.txt *.tsv)")
        dialog = QFileDialog(self, _("Choose the file"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path, sheet: str | None = None) -> None:
        """Read a file, and show its columns."""
        kind, actor = self.file.kind.value(), self.actor
        if isinstance(kind, ImportKind):
            asked = (actor, path, kind, sheet)
            self._work(
                _("Reading the file"), lambda work: taking_over.open_file(*asked, work.progress), self._show_columns
            )

    def _read_sheet(self, sheet: str) -> None:
        """Read another sheet of the same file."""
        if self._opened is not None and self._opened.path is not None:
            self.read(self._opened.path, sheet)

    def paste(self) -> None:
        """Take the rows that were copied in a spreadsheet, and show their columns."""
        kind, actor, text = self.file.kind.value(), self.actor, QGuiApplication.clipboard().text()
        if isinstance(kind, ImportKind):
            self._work(
                _("Reading the rows"), lambda work: taking_over.open_pasted(actor, text, kind), self._show_columns
            )

    def check(self) -> None:
        """Make the dry run, and show what it found."""
        step = self.steps.currentWidget()
        if self._opened is None or not isinstance(step, ColumnsStep):
            return
        asked = (self.actor, self._opened, step.meaning(), step.on_duplicate.value())
        self._work(_("Checking the rows"), lambda work: taking_over.check(*asked, work.progress), self._show_check)

    def go(self) -> None:
        """Write the good rows."""
        if self.checked is not None:
            checked, actor = self.checked, self.actor
            self._work(
                _("Writing the rows"),
                lambda work: taking_over.write(actor, checked, work.progress, work.settled),
                self._show_result,
            )

    def save_wrong(self) -> None:
        """Ask where the wrong rows go."""
        if self._opened is None:
            return
        name = safe_name(_("{file} - wrong rows").format(file=Path(self._opened.name).stem))
        dialog = QFileDialog(self, _("Save the wrong rows"), f"{name}.xlsx", _("Files of rows (*.xlsx *.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda path: self.write_wrong(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_wrong(self, path: Path) -> None:
        """Save the wrong rows in the form of their file."""
        if self._opened is None or self.checked is None:
            return
        sheet, checked = self._opened.sheet, self.checked
        told = _("{count} rows were saved as {name}.")
        self._work(
            _("Saving the wrong rows"),
            lambda work: rejects.save(path, sheet, checked),
            lambda count: notices.tell(told.format(count=count, name=path.name)),
        )

    def finish(self, run: ImportRow) -> None:
        """Bring in what still waits of an import that was cut off."""
        self._work(_("Writing the rows"), lambda work: arriving.finish(run.uid), lambda done: self.start_again())

    def ask_undo(self, run: ImportRow) -> None:
        """Ask whether an import is taken back, and do it."""
        notices.ask(
            self,
            _("Undo this import?"),
            _("{file}: {counts}. Everything it wrote is taken back, unless something refers to it by now.").format(
                file=run.file_name, counts=counts(run)
            ),
            [("undo", _("Undo the import"), "danger"), ("keep", _("Cancel"), "plain")],
            lambda answer: self._undo(run.id) if answer == "undo" else None,
        )

    def _undo(self, run_id: int) -> None:
        actor = self.actor
        self._work(_("Undoing the import"), lambda work: leaving.undo(actor, run_id, work.settled), self._undone)

    def _undone(self, stayed: int) -> None:
        words = _("The import was undone; {count} of its records stay, as somebody began to work with them meanwhile.")
        notices.tell(words.format(count=stayed) if stayed else _("The import was undone."))
        self.start_again()

    def start_again(self) -> None:
        """Back to the choice of a file."""
        self.file.refresh()
        self._show(self.file, 0)

    def _work(self, text: str, function: Callable[[jobs.Work], Any], on_done: Callable[[Any], object]) -> None:
        if self.job is not None:
            return
        self.wrong.hide()
        self.job = jobs.run(function, on_done, self._failed, cleanup=store.close_connection, owner=self)
        self.job.finished.connect(self._rest)
        self.steps.setEnabled(False)
        layout = self._busy.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(jobs.JobBand(text, self.job))
        self._busy.show()

    def _failed(self, error: Exception) -> None:
        """Say above the step what is wrong with the file or its rows; it stays until something else is tried."""
        if not isinstance(error, FrontdeskError):
            raise error
        self.wrong.say("bad", say(error))
        self.wrong.show()

    def _rest(self) -> None:
        self.job = None
        layout = self._busy.layout()
        assert layout is not None
        clear(layout)
        self._busy.hide()
        self.steps.setEnabled(True)

    def _show_columns(self, opened: Opened) -> None:
        self._opened, self.checked = opened, None
        known = taking_over.columns(self.actor, opened.kind)
        self._show(ColumnsStep(opened, known, self._read_sheet, self.check, self.start_again), 1)

    def _show_check(self, checked: Checked) -> None:
        self.checked = checked
        self._show(CheckStep(checked, self.save_wrong, self.go, self._back_to_columns), 2)

    def _back_to_columns(self) -> None:
        columns = self.findChild(ColumnsStep)
        if columns is not None:
            self._show(columns, 1)

    def _show_result(self, done: Changes) -> None:
        self.file.refresh()
        run = next(each for each in self.file.known() if each.id == done.id)
        wrong = Button(_("Save the wrong rows…"), self.save_wrong, icon="file-download-outline", name="save_wrong")
        wrong.setVisible(run.wrong > 0)
        undo = Button(_("Undo this import…"), lambda: self.ask_undo(run), icon="undo-variant", name="undo_now")
        another = Button(_("Another file"), self.start_again, kind="primary", icon="file-table-outline", name="another")
        band = Band("ok", _("{file}: {counts}.").format(file=run.file_name, counts=counts(run)), wrong, undo, another)
        page = column(band, "stretch")
        self._show(page, 3)
        another.setFocus()

    def _show(self, step: QWidget, number: int) -> None:
        """Bring a step to the front; those after it go."""
        for place in reversed(range(self.steps.count())):
            each = self.steps.widget(place)
            if each is None or each is self.file or each is step or (isinstance(each, ColumnsStep) and number == 2):
                continue
            self.steps.removeWidget(each)
            each.deleteLater()
        if self.steps.indexOf(step) < 0:
            self.steps.addWidget(step)
        self.steps.setCurrentWidget(step)
        self.wrong.hide()
        step.setFocus()
        self._say_step(number)

    def _say_step(self, number: int) -> None:
        for place, words in enumerate(self.way):
            words.set_tone("accent" if place == number else "dim")
