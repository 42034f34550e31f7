"""Choosing the shop's logo: a picture made small enough for paper and kept as base64 text."""

from __future__ import annotations

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import icons, notices, theme
from ui.kit.layout import fill
from ui.kit.widgets import Button

_PIXELS = 480
_SHOWN = 72
_LARGEST = 40_000_000


def shrunk(image: QImage) -> QImage:
    """The picture with neither side longer than print needs."""
    if max(image.width(), image.height()) <= _PIXELS:
        return image
    fitted = Qt.AspectRatioMode.KeepAspectRatio
    return image.scaled(QSize(_PIXELS, _PIXELS), fitted, Qt.TransformationMode.SmoothTransformation)


def as_text(image: QImage) -> str:
    """The picture as PNG in base64."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return base64.b64encode(content.data()).decode("ascii")


class LogoEdit(QWidget):
    """The logo as it is, and buttons to choose another or do without."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._picture = _Picture()
        self._choose = Button(_("Choose picture…"), self._ask, icon="image-outline", name="choose_logo")
        self._remove = Button(_("Remove"), self._clear, kind="link", name="remove_logo")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        fill(box, self._picture, self._choose, self._remove, "stretch")
        self.setFocusProxy(self._choose)
        self.set_value("")

    def value(self) -> str:
        """The picture as base64, or nothing."""
        return self._text

    def set_value(self, value: str) -> None:
        """Show this picture."""
        self._text = value
        self._remove.setVisible(bool(value))
        picture = QPixmap()
        picture.loadFromData(base64.b64decode(value))
        self._picture.show_picture(picture)

    def load(self, path: str) -> None:
        """Take the picture in a file; one that is no picture is told and changes nothing."""
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        size = reader.size()
        image = reader.read() if size.isValid() and size.width() * size.height() <= _LARGEST else QImage()
        if image.isNull():
            notices.tell(_("This file is no picture the program can read. Choose a PNG or JPEG file."), "warn")
            return
        self.set_value(as_text(shrunk(image)))
        self.edited.emit()

    def _ask(self) -> None:
        kinds = _("Pictures {endings}").format(endings="(*.png *.jpg *.jpeg *.bmp *.webp)")
        dialog = QFileDialog(self.window(), _("Choose picture…"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.load)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _clear(self) -> None:
        self.set_value("")
        self.edited.emit()


class _Picture(QWidget):
    """The logo, or a sign that there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setFixedSize(_SHOWN, _SHOWN)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("background"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.RADIUS, theme.RADIUS)
        room = self.rect().adjusted(4, 4, -4, -4)
        if self._picture.isNull():
            icons.paint(painter, room.adjusted(18, 18, -18, -18), "image-off-outline", "dim")
            return
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room.setSize(size)
        room.moveCenter(self.rect().center())
        painter.drawPixmap(room, self._picture)
