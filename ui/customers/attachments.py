"""Photos and scans of a customer: added from files, shown small, opened large."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from models.kernel import i18n, store
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.papers import lists
from models.papers.actions import BEGINNING, LARGEST_ATTACHMENT, attach, check_attachment
from models.papers.lists import AttachmentRow
from ui.kit import icons, jobs, notices, theme, wording
from ui.kit.dialogs import Sheet
from ui.kit.jobs import JobBand, Work
from ui.kit.widgets import Button, EmptyState, clear

_COLUMNS = 4
_TILE, _PICTURE = QSize(164, 160), QSize(148, 104)
_PDF = "application/pdf"
_MEGABYTE = 1024 * 1024


def shrunk(content: bytes, largest: QSize) -> QImage:
    """A picture decoded no larger than ``largest``; a null image where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() > largest.width() or size.height() > largest.height():
        reader.setScaledSize(size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class Tile(QAbstractButton):
    """One photo or scan, small, with its name and day."""

    def __init__(self, row: AttachmentRow, on_click: Callable[[AttachmentRow], object]) -> None:
        super().__init__()
        self.row, self._picture = row, QImage()
        self.setFixedSize(_TILE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName(f"attachment_{row.id}")
        self.setAccessibleName(row.name)
        self.setToolTip(row.name)
        self.clicked.connect(lambda checked: on_click(row))
        if row.media_type != _PDF:
            ratio = self.devicePixelRatioF()
            self._picture = shrunk(lists.content(row.id), _PICTURE * ratio)
            self._picture.setDevicePixelRatio(ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if self.hasFocus() or self.underMouse() else "line"))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.RADIUS, theme.RADIUS)
        room = QRect(8, 8, _PICTURE.width(), _PICTURE.height())
        if self._picture.isNull():
            box = QRect(0, 0, 40, 40)
            box.moveCenter(room.center())
            icons.paint(painter, box, "file-pdf-box" if self.row.media_type == _PDF else "image-outline", "dim")
        else:
            box = QRect(0, 0, *self._picture.deviceIndependentSize().toSize().toTuple())
            box.moveCenter(room.center())
            painter.drawImage(box, self._picture)
        words = QRect(8, room.bottom() + 4, room.width(), 20)
        for text, tone in ((self.row.name, "text"), (wording.moment(self.row.created_at), "neutral")):
            painter.setFont(theme.font(theme.FINE))
            painter.setPen(theme.ink(tone))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            words.translate(0, 18)


class Attachments(QWidget):
    """The photos and scans of one customer, with a button to add more."""

    def __init__(self, actor: Actor, customer_id: int, *, may_add: bool) -> None:
        super().__init__()
        self._actor, self._customer_id = actor, customer_id
        self.add_button = Button(_("Add photo or scan"), self.choose, icon="image-plus-outline", name="attach")
        self.add_button.setEnabled(may_add)
        self._work = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(theme.GAP)
        rows = lists.attachments("customer", customer_id)
        if rows:
            box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(self._work)
        if rows:
            box.addLayout(self._tiles(rows))
        else:
            hint = _("JPEG, PNG or PDF up to {most} MB.").format(most=LARGEST_ATTACHMENT // _MEGABYTE)
            box.addWidget(EmptyState("paperclip", _("No photos or scans yet."), hint, self.add_button))

    def choose(self) -> None:
        """Ask for files; the window stays usable meanwhile."""
        kinds = _("Pictures and PDF") + " (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.pdf)"
        dialog = QFileDialog(self.window(), _("Add photo or scan"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.add_files)
        dialog.open()

    def add_files(self, names: Sequence[str]) -> None:
        """Put these files beside the customer, in the background; what is wrong with one is said."""
        actor, customer_id = self._actor, self._customer_id

        def work(under_way: Work) -> list[str]:
            refused = []
            for done, path in enumerate(map(Path, names)):
                under_way.progress(done, len(names))
                try:
                    attach(actor, "customer", customer_id, path.name, _content(path))
                except RuleError as error:
                    refused.append(_("{name} was not added. {reason}").format(name=path.name, reason=i18n.say(error)))
            return refused

        job = jobs.run(work, _tell_refused, cleanup=store.close_connection)
        clear(self._work)
        self._work.addWidget(JobBand(_("Adding…"), job))

    def _tiles(self, rows: Sequence[AttachmentRow]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        for position, each in enumerate(rows):
            grid.addWidget(Tile(each, self._show), *divmod(position, _COLUMNS))
        grid.setColumnStretch(_COLUMNS, 1)
        return grid

    def _show(self, row: AttachmentRow) -> None:
        content = lists.content(row.id)
        if row.media_type == _PDF:
            from ui.kit import preview

            preview.open_dialog(self, content, row.name)
            return
        window = self.window().size()
        room = QSize(window.width() - 160, window.height() - 200)
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        image = shrunk(content, room * ratio)
        image.setDevicePixelRatio(ratio)
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        close = Button(_("Close"), hint="Esc", name="close")
        width = max(round(image.deviceIndependentSize().width()) + 40, 360)
        sheet = Sheet(self, row.name, picture, close, width=width)
        close.clicked.connect(sheet.reject)
        sheet.open()


def _tell_refused(refused: Sequence[str]) -> None:
    if refused:
        notices.tell("\n".join(refused), "warn")


def _content(path: Path) -> bytes:
    """A file's bytes. Raises RuleError for one too large or no picture, before it is read, or that cannot be read."""
    try:
        with path.open("rb") as file:
            check_attachment(os.fstat(file.fileno()).st_size, file.read(BEGINNING))
            file.seek(0)
            return file.read(LARGEST_ATTACHMENT + 1)
    except OSError as error:
        raise RuleError("The file cannot be read: {reason}.", reason=error.strerror) from error
