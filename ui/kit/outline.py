"""The outline of a body on which damage is marked by click, touch or keys (W3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from models.kernel.i18n import _, label, pick
from models.trades.outlines import WHOLE, DamageKind, View, drawing, outline, zone_at
from ui.kit import theme
from ui.kit.menus import fresh_menu

_DISC, _REACH, _STEP = 20, 16, 12
_GAP = 10
_BESIDE = ("front", "rear")


@dataclass(frozen=True)
class Mark:
    """Something seen: the view, the place in thousandths of it, a code of its kind, what was noted."""

    view: str
    x: int
    y: int
    kind: str
    note: str = ""


class OutlineView(QWidget):
    """The body's views. ``changed`` when a mark was set, moved or taken away; ``chosen`` with the place of one.

    A click on the body asks what is seen there; dragging moves a mark, Delete takes it away, arrows move the chosen
    one, Tab goes from one to the next, Insert sets one in the middle of the first view.
    """

    changed = Signal()
    chosen = Signal(int)

    def __init__(self, *, writable: bool = True) -> None:
        super().__init__()
        self.code, self.marks, self.writable = "sedan", [], writable  # type: tuple[str, list[Mark], bool]
        self._now = -1
        self._drags = False
        self._hover: QPointF | None = None
        self.setMouseTracking(True)
        self.setObjectName("outline")
        self.setAccessibleName(_("Body check"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if writable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_marks(self, code: str, marks: Sequence[Mark]) -> None:
        """Show a body with these marks."""
        self.code, self.marks = code, list(marks)
        self._now = min(self._now, len(self.marks) - 1)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(self.width(), 220)))

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _laid_out(self, width: int) -> tuple[dict[str, QRectF], float]:
        """Where each view stands: wide ones beneath each other, front and rear beside each other."""
        body = outline(self.code)
        boxes: dict[str, QRectF] = {}
        wide = [each for each in body.views if each.code not in _BESIDE]
        scale = width / max(each.width for each in wide)
        top = 0.0
        for each in wide:
            boxes[each.code] = QRectF(0, top, each.width * scale, each.height * scale)
            top += each.height * scale + _GAP
        pair = [each for each in body.views if each.code in _BESIDE]
        if pair:
            left = 0.0
            for each in pair:
                boxes[each.code] = QRectF(left, top, each.width * scale, each.height * scale)
                left += width / 2
            top += max(each.height for each in pair) * scale + _GAP
        return boxes, top

    def place_of(self, mark: Mark) -> QPointF:
        """Where a mark stands in the widget."""
        box = self._laid_out(self.width())[0].get(mark.view, QRectF())
        return QPointF(box.left() + mark.x * box.width() / WHOLE, box.top() + mark.y * box.height() / WHOLE)

    def _at(self, point: QPointF) -> Mark | None:
        """The place in a view that a point lies on."""
        for code, box in self._laid_out(self.width())[0].items():
            if box.contains(point):
                x = round((point.x() - box.left()) * WHOLE / box.width())
                y = round((point.y() - box.top()) * WHOLE / box.height())
                return Mark(code, min(max(x, 0), WHOLE), min(max(y, 0), WHOLE), DamageKind.SCRATCH.value)
        return None

    def _near(self, point: QPointF) -> int:
        for number, mark in enumerate(self.marks):
            if (self.place_of(mark) - point).manhattanLength() <= _REACH:
                return number
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.writable or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        self._now = self._near(event.position())
        self._drags = self._now >= 0
        if self._now >= 0:
            self.chosen.emit(self._now)
        elif (mark := self._at(event.position())) is not None:
            self.ask_kind(mark, event.globalPosition().toPoint())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position()
        place = self._at(event.position())
        self.setToolTip(zone_at(self.code, place.view, place.x, place.y) if place else "")
        if self._drags and place is not None and event.buttons() & Qt.MouseButton.LeftButton:
            mark = self.marks[self._now]
            self.marks[self._now] = replace(mark, view=place.view, x=place.x, y=place.y)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self._drags = False
            self.changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._near(event.position())
        if self.writable and at >= 0:
            self.ask_kind(self.marks[at], event.globalPosition().toPoint(), at)

    def ask_kind(self, mark: Mark, where: object, number: int = -1) -> QMenu:
        """Ask what is seen there; of a mark that is set, change its kind or take it away."""
        menu = fresh_menu(self)
        menu.addSection(zone_at(self.code, mark.view, mark.x, mark.y))
        for place, kind in enumerate(DamageKind, 1):
            words = f"&{place} {label(kind)}"
            menu.addAction(words, partial(self._put, mark, kind, number)).setObjectName(kind.value)
        if number >= 0:
            menu.addSeparator()
            menu.addAction(_("Take the mark away"), partial(self.remove, number)).setObjectName("remove")
        menu.popup(where)  # type: ignore[arg-type]
        return menu

    def _put(self, mark: Mark, kind: DamageKind, number: int) -> None:
        mark = replace(mark, kind=kind.value)
        if number >= 0:
            self.marks[number] = mark
        else:
            self.marks.append(mark)
            number = len(self.marks) - 1
        self._now = number
        self.update()
        self.changed.emit()
        self.chosen.emit(number)

    def remove(self, number: int) -> None:
        """Take a mark away."""
        if 0 <= number < len(self.marks):
            self.marks.pop(number)
            self._now = min(self._now, len(self.marks) - 1)
            self.update()
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if not self.writable:
            super().keyPressEvent(event)
        elif key in moves and 0 <= self._now < len(self.marks):
            by_x, by_y = (each * _STEP for each in moves[key])
            mark = self.marks[self._now]
            x, y = (min(max(each, 0), WHOLE) for each in (mark.x + by_x, mark.y + by_y))
            self.marks[self._now] = replace(mark, x=x, y=y)
            self.update()
            self.changed.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove(self._now)
        elif key == Qt.Key.Key_Insert:
            view = outline(self.code).views[0].code
            middle = Mark(view, WHOLE // 2, WHOLE // 2, DamageKind.SCRATCH.value)
            self.ask_kind(middle, self.mapToGlobal(self.place_of(middle).toPoint()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._now < len(self.marks):
            mark = self.marks[self._now]
            self.ask_kind(mark, self.mapToGlobal(self.place_of(mark).toPoint()), self._now)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        following = self._now + (1 if forward else -1)
        if self.writable and 0 <= following < len(self.marks):
            self._now = following
            self.chosen.emit(following)
            self.update()
            return True
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._laid_out(self.width())[0]
        body = outline(self.code)
        for code, box in boxes.items():
            self._paint_view(painter, body.view(code), box)
        for number, mark in enumerate(self.marks):
            if mark.view in boxes:
                self._paint_mark(painter, number, self.place_of(mark))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_view(self, painter: QPainter, view: View, box: QRectF) -> None:
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(box.width() / view.width, box.height() / view.height)
        for ink, commands in drawing(self.code, view.code):
            path = QPainterPath()
            for letter, at in commands:
                if letter == "M":
                    path.moveTo(*at)
                elif letter == "L":
                    path.lineTo(*at)
                elif letter == "C":
                    path.cubicTo(*at)
                else:
                    path.closeSubpath()
            pen = QPen(theme.ink("text" if ink == "body" else "dim"), 0.9 if ink == "body" else 0.6)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(
                Qt.BrushStyle.NoBrush if ink == "line" else theme.color("panel" if ink == "body" else "hover")
            )
            painter.drawPath(path)
        painter.restore()
        painter.setPen(theme.ink("dim"))
        painter.setFont(theme.font(theme.FINE - 2))
        painter.drawText(
            box.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, pick(view.name)
        )

    def _paint_mark(self, painter: QPainter, number: int, at: QPointF) -> None:
        size = _DISC if number != self._now or not self.writable else _DISC + 4
        disc = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
        painter.setBrush(theme.color("bad_soft"))
        painter.setPen(QPen(theme.color("bad"), 1.6 if number != self._now else 2.4))
        painter.drawEllipse(disc)
        painter.setPen(theme.ink("bad"))
        painter.setFont(theme.font(theme.FINE, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
