"""Photos and scans of a delivery: chosen from a file, shown large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError, StorageError
from models.kernel.i18n import N_, _
from models.papers import lists
from models.papers.actions import BEGINNING, check_attachment
from ui.kit import notices
from ui.kit.dialogs import Sheet
from ui.kit.widgets import Button, Text, row

_LARGEST = QSize(860, 560)
_PICTURES, _SCANS = "*.jpg *.jpeg *.png", "*.pdf *.jpg *.jpeg *.png"


class FileChoice(QWidget):
    """A file to be chosen: its button, and the name of the one that was; an input of a form's field."""

    edited = Signal()

    def __init__(self, title: str, *, scans: bool = False) -> None:
        super().__init__()
        self._title, self._scans = title, scans
        self._file: tuple[str, bytes] | None = None
        self.button = Button(title, self.ask, icon="paperclip" if scans else "camera-outline", name="choose_file")
        self._name = Text(_("No file yet."), "dim", elide=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row(self.button, self._name))
        self.setFocusProxy(self.button)

    def value(self) -> tuple[str, bytes] | None:
        """Name and content of the file, or None."""
        return self._file

    def ask(self) -> None:
        """Let the person choose the file."""
        kinds = _("Pictures and PDF ({kinds})").format(kinds=_SCANS)
        if not self._scans:
            kinds = _("Pictures ({kinds})").format(kinds=_PICTURES)
        dialog = QFileDialog(self, self._title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: Path) -> None:
        """Take this file; one that cannot be read, is too large or no picture is refused in words."""
        self._file = None
        try:
            content = _read(path)
        except (StorageError, RuleError) as problem:
            self._name.setText(i18n.say(problem))
            self._name.set_tone("bad")
        else:
            self._file = (path.name, content)
            self._name.setText(path.name)
            self._name.set_tone("")
        self.edited.emit()

    def set_value(self, value: tuple[str, bytes] | None) -> None:
        """Show this file as chosen."""
        self._file = value
        self._name.setText(value[0] if value else _("No file yet."))


def _read(path: Path) -> bytes:
    """The file's content; a large one is refused before it is read. Raises RuleError, StorageError."""
    try:
        with path.open("rb") as file:
            check_attachment(path.stat().st_size, file.read(BEGINNING))
            file.seek(0)
            return file.read()
    except OSError as problem:
        raise StorageError(N_("The file could not be read: {reason}."), reason=problem.strerror) from problem


def show_file(parent: QWidget, title: str, attachment_id: int) -> None:
    """Show a kept picture large, or a kept PDF as it would be printed."""
    content = lists.content(attachment_id)
    if content.startswith(b"%PDF"):
        from ui.kit import preview

        preview.open_dialog(parent, content, title)
        return
    picture = QPixmap()
    if not picture.loadFromData(content):
        notices.tell(_("This picture cannot be shown."), "warn")
        return
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if picture.width() > _LARGEST.width() or picture.height() > _LARGEST.height():
        picture = picture.scaled(
            _LARGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    label.setPixmap(picture)
    label.setAccessibleName(title)
    label.setStyleSheet("background: white; padding: 8px; border-radius: 6px")
    close = Button(_("Close"), hint="Esc", name="close")
    sheet = Sheet(parent, title, label, close, width=max(480, picture.width() + 60))
    close.clicked.connect(lambda checked: sheet.accept())
    sheet.open()
