"""The board painted: lanes beside each other, a card for each line; a line is dragged, or moved by keys (W6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _
from models.service.work_views import BoardLine, Lane
from ui.kit import icons, theme
from ui.kit.chips import CHIP, chip_width, paint_chip
from ui.kit.wording import joined
from ui.service import wording, work_words

_WIDTH, _GAP, _HEAD, _CARD, _INSIDE = 216, 10, 46, 92, 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class _Placed:
    lane: int
    line: BoardLine
    box: QRect


class BoardCanvas(QWidget):
    """``dropped`` with a line and the key of the lane it was put into; ``opened`` with the line one wants to see.

    Arrows choose a line, Ctrl with left or right moves it to the lane beside, Enter opens its order.
    """

    dropped = Signal(object, object)
    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lanes: tuple[Lane, ...] = ()
        self.movable = False
        self.current = 0
        self._placed: list[_Placed] = []
        self._grabbed: _Placed | None = None
        self._from = self._at = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Board"))

    def show_lanes(self, lanes: Sequence[Lane], *, movable: bool) -> None:
        """Show these lanes; the line in front stays in front if it is still there."""
        self.lanes, self.movable, self._grabbed = tuple(lanes), movable, None
        self._lay_out()
        if self.line(self.current) is None:
            self.current = self._placed[0].line.id if self._placed else 0
        self.updateGeometry()
        self.update()

    def _lay_out(self) -> None:
        self._placed = []
        for number, lane in enumerate(self.lanes):
            left = number * (_WIDTH + _GAP)
            for place, line in enumerate(lane.lines):
                top = _HEAD + place * (_CARD + 8)
                self._placed.append(_Placed(number, line, QRect(left + 6, top, _WIDTH - 12, _CARD)))
        most = max((len(lane.lines) for lane in self.lanes), default=0)
        self.setFixedSize(len(self.lanes) * (_WIDTH + _GAP), _HEAD + max(most, 3) * (_CARD + 8) + 8)

    def sizeHint(self) -> QSize:
        return self.size()

    def line(self, line_id: int) -> BoardLine | None:
        """A line on the board by its id."""
        return next((each.line for each in self._placed if each.line.id == line_id), None)

    def box_of(self, line_id: int) -> QRect:
        """Where a line's card is. Raises StopIteration for none."""
        return next(each.box for each in self._placed if each.line.id == line_id)

    def lane_box(self, key: int | str) -> QRect:
        """Where a lane is. Raises StopIteration for none."""
        number = next(place for place, lane in enumerate(self.lanes) if lane.key == key)
        return QRect(number * (_WIDTH + _GAP), 0, _WIDTH, self.height())

    def _lane_at(self, at: QPoint) -> int | None:
        number, inside = divmod(at.x(), _WIDTH + _GAP)
        return number if 0 <= number < len(self.lanes) and inside < _WIDTH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found = next((each for each in self._placed if each.box.contains(at)), None)
        self._grabbed, self._from, self._at = found, at, at
        if found is not None:
            self._choose(found.line.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = any(each.box.contains(at) for each in self._placed)
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        self._at = at
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, self._grabbed = self._grabbed, None
        self.update()
        lane = self._lane_at(event.position().toPoint())
        if grabbed is not None and lane is not None and lane != grabbed.lane and self.movable:
            self.dropped.emit(grabbed.line, self.lanes[lane].key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found = next((each.line for each in self._placed if each.box.contains(at)), None)
        if found is not None:
            self.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = Qt.Key(event.key()), self.line(self.current)
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(line)
        elif by and line is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(line, by)
        elif by or key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(by, 0 if by else (1 if key == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def _move(self, line: BoardLine, by: int) -> None:
        here = next(each.lane for each in self._placed if each.line.id == line.id)
        if self.movable and 0 <= here + by < len(self.lanes):
            self.dropped.emit(line, self.lanes[here + by].key)

    def _walk(self, sideways: int, down: int) -> None:
        here = next((each for each in self._placed if each.line.id == self.current), None)
        if here is None:
            return
        own = [each for each in self._placed if each.lane == here.lane]
        if down:
            place = own.index(here) + down
            if 0 <= place < len(own):
                self._choose(own[place].line.id)
            return
        lane = here.lane + sideways
        while 0 <= lane < len(self.lanes):
            beside = [each for each in self._placed if each.lane == lane]
            if beside:
                self._choose(beside[min(own.index(here), len(beside) - 1)].line.id)
                return
            lane += sideways

    def _choose(self, line_id: int) -> None:
        self.current = line_id
        self.update()
        self.chosen.emit(self.line(line_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self._lane_at(self._at) if self._grabbed is not None and self.movable else None
        for number, lane in enumerate(self.lanes):
            self._paint_lane(painter, number, lane, aimed=number == over)
        for each in self._placed:
            if self._grabbed is None or each is not self._grabbed:
                self._paint_card(painter, each.box, each.line)
        if self._grabbed is not None:
            painter.setOpacity(0.85)
            self._paint_card(painter, self._grabbed.box.translated(self._at - self._from), self._grabbed.line)

    def _paint_lane(self, painter: QPainter, number: int, lane: Lane, *, aimed: bool) -> None:
        box = QRect(number * (_WIDTH + _GAP), 0, _WIDTH, self.height())
        painter.setPen(QPen(theme.color("accent" if aimed else "line"), 1.5 if aimed else 1))
        painter.setBrush(theme.color("accent_soft" if aimed else "neutral_soft"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.PANEL_RADIUS, theme.PANEL_RADIUS)
        head = QRect(box.left() + 12, 6, _WIDTH - 24, 22)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(theme.BODY, bold=True))
        name = lane.name or _("Nobody yet")
        painter.drawText(head, _LEFT, QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, 130))
        painter.setFont(theme.font(theme.FINE))
        painter.setPen(theme.ink("dim"))
        busy = _("{hours} h left").format(hours=f"{lane.busy / 60:.1f}") if lane.busy else _("free")
        painter.drawText(head, _RIGHT, busy)

    def _paint_card(self, painter: QPainter, box: QRect, line: BoardLine) -> None:
        front = line.id == self.current and self.hasFocus()
        painter.setPen(QPen(theme.color("bad" if line.late else "accent" if front else "line"), 1.5 if front else 1))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        inside = box.adjusted(_INSIDE, 6, -_INSIDE, -6)
        upper = QRect(inside.left(), inside.top(), inside.width(), 20)
        painter.setFont(theme.font(theme.BODY, bold=True))
        painter.setPen(theme.color("text"))
        metrics = QFontMetrics(painter.font())
        painter.drawText(upper, _LEFT, metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, inside.width()))
        painter.setFont(theme.font(theme.FINE))
        painter.setPen(theme.ink("dim"))
        fine = QFontMetrics(painter.font())
        about = joined(line.plate, line.vehicle if line.vehicle != line.plate else "")
        second = upper.translated(0, 21)
        painter.drawText(second, _LEFT, fine.elidedText(about, Qt.TextElideMode.ElideRight, inside.width()))
        self._paint_times(painter, upper.translated(0, 40), line)
        text, tone = work_words.state(line)
        chip = QRect(inside.left(), inside.bottom() - CHIP + 1, min(chip_width(text), inside.width() - 60), CHIP)
        paint_chip(painter, chip, text, tone)
        painter.setPen(theme.ink("dim"))
        worked = f"{work_words.worked(line.minutes)} / {work_words.hours(line.standard)}"
        painter.drawText(QRect(inside.left(), chip.top(), inside.width(), CHIP), _RIGHT, worked)

    def _paint_times(self, painter: QPainter, box: QRect, line: BoardLine) -> None:
        if line.promised_at is None:
            return
        painter.setPen(theme.ink("bad" if line.late else "dim"))
        words = _("promised {time}").format(time=wording.near(line.promised_at))
        if line.late and line.forecast_at is not None:
            words = _("promised {time}, expected {expected}").format(
                time=wording.near(line.promised_at), expected=wording.near(line.forecast_at)
            )
        left = box.left()
        if line.late:
            icons.paint(painter, QRect(left, box.center().y() - 7, 14, 14), "clock-alert-outline", "bad")
            left += 18
        room = QRect(left, box.top(), box.right() - left, box.height())
        metrics = QFontMetrics(painter.font())
        painter.drawText(room, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
