"""A field to sign in by pen, finger or mouse."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from ui.kit import theme

_INK, _PEN, _SCALE, _MARGIN = Qt.GlobalColor.black, 2.2, 3.0, 6.0
_RULE = 26
_LEAST = 12.0


class SignaturePad(QWidget):
    """What is drawn here is a signature. ``drawn`` after every stroke, and when it is cleared."""

    drawn = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._strokes: list[QPolygonF] = []
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(name)
        self.setMinimumHeight(130)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(420, 150)

    @property
    def is_empty(self) -> bool:
        """Whether nothing that could be a signature stands here: a slip of the pen is none."""
        box = self._box()
        return max(box.width(), box.height()) < _LEAST

    def clear(self) -> None:
        """Begin anew."""
        self._strokes.clear()
        self.update()
        self.drawn.emit()

    def png(self) -> bytes:
        """The signature alone, black on nothing, as PNG; empty bytes where there is none."""
        if self.is_empty:
            return b""
        box = self._box().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        image = QImage((box.size() * _SCALE).toSize(), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(_SCALE, _SCALE)
        painter.translate(-box.topLeft())
        self._draw(painter, QPen(_INK, _PEN))
        painter.end()
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format
        return bytes(kept.data())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drawn.emit()

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._follow(event.type(), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.points():
            self._follow(event.type(), event.points()[0].position())
            event.accept()
            return True
        return super().event(event)

    def _follow(self, kind: QEvent.Type, place: QPointF) -> None:
        if kind in (QEvent.Type.TabletPress, QEvent.Type.TouchBegin):
            self._begin(place)
        elif kind in (QEvent.Type.TabletMove, QEvent.Type.TouchUpdate):
            self._go_on(place)
        elif kind in (QEvent.Type.TabletRelease, QEvent.Type.TouchEnd):
            self.drawn.emit()

    def _begin(self, place: QPointF) -> None:
        self._strokes.append(QPolygonF([place, place]))
        self.update()

    def _go_on(self, place: QPointF) -> None:
        if self._strokes:
            self._strokes[-1].append(place)
            self.update()

    def _box(self) -> QRectF:
        box = QRectF()
        for stroke in self._strokes:
            box = box.united(stroke.boundingRect())
        return box

    def _draw(self, painter: QPainter, pen: QPen) -> None:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.setPen(QPen(theme.color("dim"), 1))
        below = self.height() - _RULE
        painter.drawLine(theme.INSIDE, below, self.width() - theme.INSIDE, below)
        painter.setFont(theme.font(theme.FINE))
        painter.drawText(theme.INSIDE, self.height() - 9, self._name)
        self._draw(painter, QPen(theme.color("text"), _PEN))
