"""A PDF's pages as pictures, for the preview and for printers that want pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.kit import theme

POINTS_PER_INCH = 72
_BETWEEN = 16
_KEPT = 12


class Pages:
    """The pages of one PDF."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, number: int, scale: float) -> QImage:
        """Page ``number`` (from 0) at ``scale`` pixels a point."""
        bitmap = self._document[number].render(scale=scale, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()

    def close(self) -> None:
        """Let the document go."""
        self._document.close()


class Sheets(QWidget):
    """All pages beneath each other; only those in sight are rendered."""

    zoomed = Signal()

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages, self.zoom = pages, 1.0
        self._pictures: dict[tuple[int, float], QImage] = {}
        self.setProperty("plain", True)
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show a page ``zoom`` pixels a point, between a quarter and four."""
        self.zoom = min(max(zoom, 0.25), 4.0)
        self._pictures.clear()
        self.setMinimumSize(self._whole())
        self.updateGeometry()
        self.update()
        self.zoomed.emit()

    def sizeHint(self) -> QSize:
        return self._whole()

    def top_of(self, number: int) -> int:
        """Where page ``number`` begins."""
        above = sum(round(size.height() * self.zoom) + _BETWEEN for size in self._pages.sizes[:number])
        return _BETWEEN + above

    def page_at(self, height: int) -> int:
        """The page shown at ``height``."""
        starts = [self.top_of(number) for number in range(len(self._pages))]
        return max((number for number, start in enumerate(starts) if start <= height + _BETWEEN), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(len(self._pages)):
            box = self._box(number)
            if not box.intersects(event.rect()):
                continue
            painter.drawImage(QPointF(box.topLeft()), self._picture(number))
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _whole(self) -> QSize:
        width = max((size.width() for size in self._pages.sizes), default=0) * self.zoom
        return QSize(round(width) + 2 * _BETWEEN, self.top_of(len(self._pages)))

    def _box(self, number: int) -> QRect:
        size = self._pages.sizes[number] * self.zoom
        left = (self.width() - round(size.width())) // 2
        return QRect(left, self.top_of(number), round(size.width()), round(size.height()))

    def _picture(self, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (number, ratio)
        if key not in self._pictures:
            if len(self._pictures) >= _KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            picture = self._pages.picture(number, self.zoom * ratio)
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
        return self._pictures[key]


class Thumbnails(QWidget):
    """The pages small, beneath each other; a click goes there."""

    _WIDTH = 96

    def __init__(self, pages: Pages, go_to: Callable[[int], object]) -> None:
        super().__init__()
        from PySide6.QtGui import QIcon, QPixmap
        from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

        self._list = QListWidget()
        self._list.setViewMode(QListWidget.ViewMode.IconMode)
        self._list.setFlow(QListWidget.Flow.TopToBottom)
        self._list.setWrapping(False)
        self._list.setMovement(QListWidget.Movement.Static)
        self._list.setSpacing(8)
        self._list.setIconSize(QSize(self._WIDTH, self._WIDTH * 3 // 2))
        for number, size in enumerate(pages.sizes):
            picture = pages.picture(number, self._WIDTH / max(size.width(), size.height() / 1.5))
            self._list.addItem(QListWidgetItem(QIcon(QPixmap.fromImage(picture)), str(number + 1)))
        self._list.currentRowChanged.connect(partial(self._go, go_to))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._list)
        self.setFixedWidth(self._WIDTH + 44)

    def _go(self, go_to: Callable[[int], object], number: int) -> None:
        if number >= 0:
            go_to(number)
