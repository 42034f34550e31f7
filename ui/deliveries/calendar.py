"""The calendar: hours downwards, days, bays or people beside each other; a touch or Enter opens a delivery (D6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.delivery.views import CalendarEntry
from models.kernel import clock
from ui.deliveries import wording
from ui.kit import theme

_AXIS, _HEAD, _HOUR = 52, 38, 56
_FIRST, _LAST = 8, 20
_LEAST_COLUMN, _LEAST_BOX, _EDGE, _WIDE = 84, 22, 4, 150


@dataclass(frozen=True)
class Lane:
    """A column of the calendar: its heading, the day it shows, and its deliveries."""

    title: str
    day: date
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True)
class _Placed:
    """A delivery with the lane it stands in and its box."""

    entry: CalendarEntry
    lane: int
    box: QRect


class Calendar(QWidget):
    """Lanes beside each other. ``opened`` with the id of a delivery."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Sequence[Lane] = ()
        self.chosen = 0
        self._hours = (_FIRST, _LAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these; the hours grow to what there is."""
        self.lanes = lanes
        spans = [_span(entry, lane.day) for lane in lanes for entry in lane.entries]
        begins = [begin // 60 for begin, _end in spans]
        ends = [-(-end // 60) for _begin, end in spans]
        self._hours = (min([_FIRST, *begins]), max([_LAST, *ends]))
        ids = [each.entry.id for each in self.placed()]
        self.chosen = self.chosen if self.chosen in ids else next(iter(ids), 0)
        said = (f"{lane.title}: {entry.customer} {_times(entry)}" for lane in lanes for entry in lane.entries)
        self.setAccessibleDescription(", ".join(said))
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        first, last = self._hours
        return QSize(_AXIS + _LEAST_COLUMN * max(1, len(self.lanes)), _HEAD + (last - first) * _HOUR + 12)

    def placed(self) -> list[_Placed]:
        """Every delivery with its box, by lane and time; those at the same time stand beside each other."""
        found: list[_Placed] = []
        width = (self.width() - _AXIS) / max(1, len(self.lanes))
        for number, lane in enumerate(self.lanes):
            left = _AXIS + number * width
            for group in _at_once(lane):
                share = (width - 6) / len(group)
                for place, entry in enumerate(group):
                    begin, end = _span(entry, lane.day)
                    top, bottom = self._y(begin), self._y(end)
                    height = max(_LEAST_BOX, bottom - top - 2)
                    box = QRect(round(left + 3 + place * share), top + 1, round(share) - 2, height)
                    found.append(_Placed(entry, number, box))
        return found

    def _y(self, minute: int) -> int:
        return round(_HEAD + (minute / 60 - self._hours[0]) * _HOUR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        hit = self._at(event)
        if hit:
            self.chosen = hit
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.chosen and self._at(event) == self.chosen:
            self.opened.emit(self.chosen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._at(event) else Qt.CursorShape.ArrowCursor)

    def _at(self, event: QMouseEvent) -> int:
        place = event.position().toPoint()
        return next((each.entry.id for each in self.placed() if each.box.contains(place)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        placed = self.placed()
        here = next((place for place, each in enumerate(placed) if each.entry.id == self.chosen), 0)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if placed and step:
            self._choose(placed[(here + step) % len(placed)])
        elif placed and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_beside(placed, placed[here], 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _go_beside(self, placed: list[_Placed], here: _Placed, step: int) -> None:
        """The delivery of the next lane on that side which is nearest in time."""
        lanes = sorted({each.lane for each in placed if (each.lane - here.lane) * step > 0}, reverse=step < 0)
        if lanes:
            beside = [each for each in placed if each.lane == lanes[0]]
            self._choose(min(beside, key=lambda each: abs(each.box.top() - here.box.top())))

    def _choose(self, placed: _Placed) -> None:
        self.chosen = placed.entry.id
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        self._paint_grid(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self.placed():
            self._paint_entry(painter, each)

    def _paint_grid(self, painter: QPainter) -> None:
        first, last = self._hours
        width = (self.width() - _AXIS) / max(1, len(self.lanes))
        for hour in range(first, last + 1):
            y = self._y(hour * 60)
            painter.fillRect(_AXIS, y, self.width() - _AXIS, 1, theme.color("line"))
            painter.setFont(theme.font(theme.FINE))
            painter.setPen(theme.color("dim"))
            painter.drawText(QRect(0, y - 9, _AXIS - 8, 18), Qt.AlignmentFlag.AlignRight, f"{hour % 24:02}:00")
        now = clock.local(clock.now())
        for number, lane in enumerate(self.lanes):
            left = round(_AXIS + number * width)
            painter.fillRect(left, 0, 1, self.height(), theme.color("line"))
            today = lane.day == now.date()
            painter.setFont(theme.font(theme.BODY, bold=today))
            painter.setPen(theme.color("accent" if today else "text"))
            title = QFontMetrics(painter.font()).elidedText(lane.title, Qt.TextElideMode.ElideRight, round(width) - 8)
            painter.drawText(QRect(left + 4, 0, round(width) - 8, _HEAD), Qt.AlignmentFlag.AlignCenter, title)
            minute = now.hour * 60 + now.minute
            if today and first * 60 <= minute <= last * 60:
                painter.fillRect(left, self._y(minute), round(width), 2, theme.color("bad"))

    def _paint_entry(self, painter: QPainter, placed: _Placed) -> None:
        entry, box = placed.entry, placed.box
        words, tone = wording.state(entry)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft(tone))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRect(box.left(), box.top(), _EDGE, box.height()), theme.ink(tone))
        times = _times(entry) if box.width() > _WIDE else f"{clock.local(entry.starts_at):%H:%M}"
        lines = [(entry.customer, True), (f"{times} {words}", False), (entry.goods, False)]
        top, inside = box.top() + 2, box.width() - _EDGE - 10
        for text, bold in lines:
            if top + 18 > box.bottom() + 2:
                break
            painter.setFont(theme.font(theme.FINE, bold=bold))
            painter.setPen(theme.ink(tone) if text.endswith(words) else theme.color("text"))
            shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inside)
            painter.drawText(QRect(box.left() + _EDGE + 5, top, inside, 18), Qt.AlignmentFlag.AlignVCenter, shown)
            top += 17
        if self.hasFocus() and entry.id == self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)


def _span(entry: CalendarEntry, day: date) -> tuple[int, int]:
    """From which to which minute of a day a delivery goes; one that goes on over days fills them."""
    midnight = datetime.combine(day, time.min).astimezone()
    begin = round((entry.starts_at - midnight) / timedelta(minutes=1))
    end = round((entry.ends_at - midnight) / timedelta(minutes=1))
    return max(0, begin), min(24 * 60, max(end, begin + 20))


def _times(entry: CalendarEntry) -> str:
    return f"{clock.local(entry.starts_at):%H:%M}–{clock.local(entry.ends_at):%H:%M}"


def _at_once(lane: Lane) -> list[list[CalendarEntry]]:
    """The deliveries of a lane in groups that touch each other in time."""
    groups: list[list[CalendarEntry]] = []
    busy_until = -1
    for entry in sorted(lane.entries, key=lambda each: each.starts_at):
        begin, end = _span(entry, lane.day)
        if groups and begin < busy_until:
            groups[-1].append(entry)
            busy_until = max(busy_until, end)
        else:
            groups.append([entry])
            busy_until = end
    return groups
