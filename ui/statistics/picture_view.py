"""A picture of a statistic on the screen: places are walked through by arrows or the mouse and told in words."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.statistics.values import Form, Picture
from reports import statistic_shapes as shapes
from reports.statistic_shapes import Box, Drawing, Stroke, Words
from ui.kit import theme

_EM, _ROUND, _NARROWEST = 12.0, 2.0, 260
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}
_COLOURS = {"dark": "accent", "grid": "line", "axis": "dim"}
_INKS = {"text": "text", "dim": "dim", "on_dark": "on_accent"}


class PictureView(QWidget):
    """Draws a picture in the look's colours. ``pointed`` tells in words what is under the arrow keys or the mouse."""

    pointed = Signal(str)

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        self.place = -1
        self._drawing = Drawing()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setFixedHeight(ceil(shapes.height_of(picture, _EM)) + 4)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription("; ".join(picture.told(place) for place in range(len(picture.places))))

    def sizeHint(self) -> QSize:
        return QSize(640, self.height())

    def point_at(self, place: int) -> None:
        """Mark a place and tell of it; −1 for none."""
        if place != self.place:
            self.place = place
            self.pointed.emit(self.picture.told(place) if place >= 0 else "")
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, across = len(self.picture.places), len(self.picture.names)
        down = across if self.picture.form is Form.HEAT else 1
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: down,
            Qt.Key.Key_Up: -down,
        }.get(Qt.Key(event.key()), 0)
        if not step or not count:
            super().keyPressEvent(event)
        elif self.place < 0:
            self.point_at(0)
        else:
            self.point_at(min(max(self.place + step, 0), count - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.place < 0 and self.picture.places and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.point_at(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(-1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        found = (place for place, room in enumerate(self._drawing.places) if QRectF(*room).contains(at))
        self.point_at(next(found, -1))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        face = theme.font(theme.FINE)
        metrics = QFontMetricsF(face)
        self._drawing = shapes.drawing(
            self.picture, self.width() - 2.0, self.height() - 2.0, _EM, metrics.horizontalAdvance
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(face)
        if 0 <= self.place < len(self._drawing.places):
            painter.fillRect(QRectF(*self._drawing.places[self.place]), theme.color("hover"))
        for shape in self._drawing.shapes:
            self._paint(painter, shape, metrics)
        if 0 <= self.place < len(self._drawing.places) and self.picture.form is Form.HEAT:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text"), 1.5))
            painter.drawRect(QRectF(*self._drawing.places[self.place]).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        painter.end()

    @staticmethod
    def _paint(painter: QPainter, shape: shapes.Shape, metrics: QFontMetricsF) -> None:
        if isinstance(shape, Box):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(shape))
            radius = _ROUND if min(shape.width, shape.height) > 2 * _ROUND else 0.0
            painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), radius, radius)
        elif isinstance(shape, Stroke):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_pale() if shape.colour == "pale" else theme.color("accent"), 2))
            painter.drawPolyline([QPointF(x, y) for x, y in shape.points])
        elif isinstance(shape, Words):
            painter.setPen(theme.color(_INKS[shape.ink]))
            words = metrics.elidedText(shape.text, Qt.TextElideMode.ElideRight, shape.width + 1)
            room = QRectF(shape.x, shape.y, shape.width + 1, shape.height)
            painter.drawText(room, _ALIGN[shape.align] | Qt.AlignmentFlag.AlignVCenter, words)


def _colour(box: Box) -> QColor:
    if box.colour == "pale":
        return _pale()
    if box.colour != "heat":
        return theme.color(_COLOURS[box.colour])
    return _between(theme.color("accent_soft"), theme.color("accent"), box.heat)


def _pale() -> QColor:
    """The colour of what is compared with: readable on the panel, well behind the accent."""
    return _between(theme.color("panel"), theme.color("dim"), 55)


def _between(here: QColor, there: QColor, percent: int) -> QColor:
    ones = (here.red(), here.green(), here.blue())
    others = (there.red(), there.green(), there.blue())
    return QColor(*(one + (other - one) * percent // 100 for one, other in zip(ones, others, strict=True)))
