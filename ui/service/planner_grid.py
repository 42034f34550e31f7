"""The workshop's day as a grid: hours downwards, bays or advisors beside each other; drag, or arrows and Enter (W1).

Nothing is changed here: ``dropped`` says where an appointment was put, and whoever hears it may refuse.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.appointments.lists import AppointmentRow
from models.appointments.rules import SHORTEST, STEP, WorkshopHours
from models.kernel import clock
from models.kernel.i18n import _
from ui.kit import theme
from ui.service import planner_wording as wording

_AXIS, _HEAD, _HOUR = 74, 36, 56
_LEAST_COLUMN, _LEAST_BOX, _EDGE, _GRIP, _MOVED = 96, 20, 4, 8, 5
_MINUTES = 24 * 60


@dataclass(frozen=True)
class Lane:
    """A column: the bay or advisor it is for (None for what has none), its heading and its appointments."""

    key: int | None
    title: str
    rows: tuple[AppointmentRow, ...]


@dataclass(frozen=True)
class Place:
    """Where an appointment stands: its lane's number, from which minute of the day, for how many."""

    lane: int
    begin: int
    minutes: int


@dataclass(frozen=True)
class _Held:
    """What the mouse holds: the appointment, where it was, where it was grasped, and whether it is stretched."""

    row: AppointmentRow
    place: Place
    at: QPoint
    stretch: bool


class PlannerGrid(QWidget):
    """``chosen`` with an appointment's id, ``opened`` with Enter or a double click, ``wanted`` with a lane's key and
    the minute of the day of a free place, ``dropped`` with an id, a lane's key, the minute of the day and the minutes.
    """

    chosen = Signal(int)
    opened = Signal(int)
    wanted = Signal(object, int)
    dropped = Signal(int, object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Sequence[Lane] = ()
        self.day = clock.today()
        self.selected = 0
        self.movable = True
        self.ghost: tuple[int, Place] | None = None
        self._hours = (8, 18)
        self._open = (8 * 60, 18 * 60)
        self._load: Mapping[int, int] = {}
        self._room = 0
        self._lacking: Collection[int] = ()
        self._held: _Held | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Day planner"))

    def show_day(
        self,
        day: date,
        lanes: Sequence[Lane],
        hours: WorkshopHours,
        load: Mapping[int, int],
        room: int,
        lacking: Collection[int],
    ) -> None:
        """Show a day; ``room`` is how many vehicles can be booked at once, ``lacking`` whose parts are not all here."""
        self.day, self.lanes, self._load, self._room, self._lacking = day, lanes, load, room, lacking
        opens, closes = (each.hour * 60 + each.minute for each in hours.of(day) or (hours.opens, hours.closes))
        self._open = (opens, closes if hours.of(day) else opens)
        begins = [opens, *(place.begin for _row, place in self._places())]
        ends = [closes, *(min(_MINUTES, place.begin + place.minutes) for _row, place in self._places())]
        self._hours = (min(begins) // 60, -(-max(ends) // 60))
        self.ghost = self._held = None
        ids = [row.id for row, _place in self._places()]
        self.selected = self.selected if self.selected in ids else 0
        said = (f"{self.lanes[place.lane].title}: {wording.line(row)}" for row, place in self._places())
        self.setAccessibleDescription(", ".join(said))
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def select(self, appointment_id: int) -> None:
        """Mark an appointment without telling anybody."""
        self.selected, self.ghost = appointment_id, None
        self.update()

    def sizeHint(self) -> QSize:
        first, last = self._hours
        return QSize(_AXIS + _LEAST_COLUMN * max(1, len(self.lanes)), _HEAD + (last - first) * _HOUR + 12)

    def _places(self) -> list[tuple[AppointmentRow, Place]]:
        return [(row, _place(number, row)) for number, lane in enumerate(self.lanes) for row in lane.rows]

    def box(self, appointment_id: int) -> QRect:
        """Where an appointment is painted. Raises StopIteration for one that is not shown."""
        return next(box for row, _at_, box in self._boxes() if row.id == appointment_id)

    def _boxes(self) -> list[tuple[AppointmentRow, Place, QRect]]:
        """Every appointment with its place and box; those at the same time stand beside each other."""
        found = []
        for number, lane in enumerate(self.lanes):
            for group in _at_once([(row, _place(number, row)) for row in lane.rows]):
                for at, (row, place) in enumerate(group):
                    found.append((row, place, self._rect(place, at, len(group))))
        return found

    def _rect(self, place: Place, at: int = 0, among: int = 1) -> QRect:
        width = self._column()
        share = (width - 6) / among
        top, bottom = self.y_of(place.begin), self.y_of(min(_MINUTES, place.begin + place.minutes))
        left = _AXIS + place.lane * width + 3 + at * share
        return QRect(round(left), top + 1, round(share) - 2, max(_LEAST_BOX, bottom - top - 2))

    def _column(self) -> float:
        return (self.width() - _AXIS) / max(1, len(self.lanes))

    def x_of(self, lane: int) -> int:
        """The middle of a lane."""
        return round(_AXIS + (lane + 0.5) * self._column())

    def y_of(self, minute: int) -> int:
        """Where a minute of the day is."""
        return round(_HEAD + (minute / 60 - self._hours[0]) * _HOUR)

    def _minute_at(self, y: int) -> int:
        return round(((y - _HEAD) / _HOUR + self._hours[0]) * 60)

    def _lane_at(self, x: int) -> int:
        return min(max(0, int((x - _AXIS) / self._column())), max(0, len(self.lanes) - 1))

    def _at(self, at: QPoint) -> tuple[AppointmentRow, Place, QRect] | None:
        return next((each for each in reversed(self._boxes()) if each[2].contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        at = event.position().toPoint()
        hit = self._at(at)
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row, place, box = hit
        self._held = _Held(row, place, at, stretch=at.y() > box.bottom() - _GRIP)
        if self.selected != row.id:
            self.selected = row.id
            self.chosen.emit(row.id)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        held = self._held
        if held is None:
            hit = self._at(at)
            grip = hit is not None and self.movable and at.y() > hit[2].bottom() - _GRIP
            shape = Qt.CursorShape.SizeVerCursor if grip else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape if hit else Qt.CursorShape.ArrowCursor)
            return
        if not self._may_move(held.row) or (at - held.at).manhattanLength() < _MOVED:
            return
        by = round((at.y() - held.at.y()) / _HOUR * 60 / STEP) * STEP
        place = held.place
        if held.stretch:
            place = replace(place, minutes=max(SHORTEST, place.minutes + by))
        else:
            place = replace(place, lane=self._lane_at(at.x()), begin=self._inside(place.begin + by))
        self.ghost = (held.row.id, place)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.drop()
        elif self._at(event.position().toPoint()) is None and event.position().y() > _HEAD and self.lanes:
            at = event.position().toPoint()
            if at.x() > _AXIS:
                minute = self._minute_at(at.y()) // STEP * STEP
                self.wanted.emit(self.lanes[self._lane_at(at.x())].key, self._inside(minute))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position().toPoint())
        if hit is not None:
            self.opened.emit(hit[0].id)

    def drop(self) -> None:
        """Put down what is held; a place it has already says nothing."""
        ghost, self.ghost = self.ghost, None
        self.update()
        if ghost is None:
            return
        appointment_id, place = ghost
        before = next((each for row, each in self._places() if row.id == appointment_id), None)
        if before != place:
            self.dropped.emit(appointment_id, self.lanes[place.lane].key, place.begin, place.minutes)

    def _inside(self, minute: int) -> int:
        return min(max(self._hours[0] * 60, minute), self._hours[1] * 60 - STEP)

    def _may_move(self, row: AppointmentRow) -> bool:
        return self.movable and wording.is_coming(row)

    def event(self, event: QEvent) -> bool:
        """Tab goes from one appointment to the next before it leaves the grid."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            if step and self._step(step):
                return True
        return super().event(event)

    def _step(self, by: int) -> bool:
        ids = [row.id for row, _at_ in self._in_order()]
        at = ids.index(self.selected) + by if self.selected in ids else (0 if by > 0 else len(ids) - 1)
        if not 0 <= at < len(ids):
            return False
        self.selected, self.ghost = ids[at], None
        self.chosen.emit(self.selected)
        self.update()
        return True

    def _in_order(self) -> list[tuple[AppointmentRow, Place]]:
        return sorted(self._places(), key=lambda each: (each[1].lane, each[1].begin))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            if self.ghost is not None:
                self.drop()
            else:
                self.opened.emit(self.selected)
        elif key == Qt.Key.Key_Escape and self.ghost is not None:
            self.ghost = None
            self.update()
        elif not self._shift(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)):
            super().keyPressEvent(event)

    def _shift(self, key: Qt.Key, stretch: bool) -> bool:
        """Arrows move the chosen appointment, with Shift they stretch it; Enter puts it down, Esc takes it back."""
        lane, step = _ARROWS.get(key, (0, 0))
        chosen = next((each for each in self._places() if each[0].id == self.selected), None)
        if not (lane or step) or chosen is None or not self._may_move(chosen[0]):
            return False
        place = self.ghost[1] if self.ghost else chosen[1]
        if stretch:
            place = replace(place, minutes=max(SHORTEST, place.minutes + step * STEP))
        else:
            beside = min(max(0, place.lane + lane), len(self.lanes) - 1)
            place = replace(place, lane=beside, begin=self._inside(place.begin + step * STEP))
        self.ghost = (self.selected, place)
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        self._paint_closed(painter)
        self._paint_hours(painter)
        self._paint_lanes(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._boxes():
            row, box = each[0], each[2]
            faded = self.ghost is not None and self.ghost[0] == row.id
            self._paint_entry(painter, row, box, faded=faded)
        if self.ghost is not None:
            self._paint_ghost(painter, *self.ghost)

    def _paint_closed(self, painter: QPainter) -> None:
        """What lies outside the opening hours is greyed."""
        top, bottom = self.y_of(self._open[0]), self.y_of(self._open[1])
        ground = theme.color("neutral_soft")
        painter.fillRect(QRect(_AXIS, _HEAD, self.width() - _AXIS, max(0, top - _HEAD)), ground)
        painter.fillRect(QRect(_AXIS, bottom, self.width() - _AXIS, max(0, self.height() - bottom)), ground)

    def _paint_hours(self, painter: QPainter) -> None:
        first, last = self._hours
        for hour in range(first, last + 1):
            y = self.y_of(hour * 60)
            painter.fillRect(_AXIS, y, self.width() - _AXIS, 1, theme.color("line"))
            painter.setFont(theme.font(theme.FINE))
            painter.setPen(theme.color("dim"))
            painter.drawText(QRect(0, y, 40, 18), Qt.AlignmentFlag.AlignRight, f"{hour % 24:02}:00")
            if hour in self._load and self._room:
                self._paint_load(painter, hour, y)

    def _paint_load(self, painter: QPainter, hour: int, y: int) -> None:
        """How many of the bays are booked in an hour, as a bar and in figures; full hours are marked."""
        booked = self._load[hour]
        full = booked >= self._room
        tone = "bad" if full else "accent" if booked else "neutral"
        words = _("full") if full else _("{booked}/{room}").format(booked=booked, room=self._room)
        painter.setPen(theme.ink(tone))
        painter.setFont(theme.font(theme.FINE, bold=full))
        painter.drawText(QRect(0, y + 18, 40, 18), Qt.AlignmentFlag.AlignRight, words)
        track = QRect(_AXIS - 24, y + 5, 8, _HOUR - 10)
        painter.fillRect(track, theme.color("neutral_soft"))
        height = round(track.height() * min(1, booked / self._room))
        painter.fillRect(QRect(track.left(), track.bottom() - height + 1, 8, height), theme.ink(tone))

    def _paint_lanes(self, painter: QPainter) -> None:
        now = clock.local(clock.now())
        for number, lane in enumerate(self.lanes):
            left = round(_AXIS + number * self._column())
            painter.fillRect(left, 0, 1, self.height(), theme.color("line"))
            painter.setFont(theme.font(theme.BODY, bold=True))
            painter.setPen(theme.color("text"))
            width = round(self._column()) - 8
            title = QFontMetrics(painter.font()).elidedText(lane.title, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left + 4, 0, width, _HEAD), Qt.AlignmentFlag.AlignCenter, title)
        painter.fillRect(0, _HEAD, self.width(), 1, theme.color("line"))
        minute = now.hour * 60 + now.minute
        if self.day == now.date() and self._hours[0] * 60 <= minute <= self._hours[1] * 60:
            painter.fillRect(_AXIS, self.y_of(minute), self.width() - _AXIS, 2, theme.color("bad"))

    def _paint_entry(self, painter: QPainter, row: AppointmentRow, box: QRect, *, faded: bool) -> None:
        words, tone = wording.state(row)
        painter.setOpacity(0.4 if faded else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft(tone))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRect(box.left(), box.top(), _EDGE, box.height()), theme.ink(tone))
        lines = [(wording.who(row), True, "text"), (f"{wording.times(row)} {words}", False, tone)]
        if row.id in self._lacking:
            lines.append((_("Parts are missing"), True, "bad"))
        lines.append((row.wish, False, "text"))
        _paint_lines(painter, box, lines)
        if row.id == self.selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        painter.setOpacity(1)

    def _paint_ghost(self, painter: QPainter, appointment_id: int, place: Place) -> None:
        box = self._rect(place)
        painter.setBrush(theme.color("accent_soft"))
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 4, 4)
        row = next(row for row, _at_ in self._places() if row.id == appointment_id)
        end = place.begin + place.minutes
        times = f"{place.begin // 60:02}:{place.begin % 60:02}–{end // 60 % 24:02}:{end % 60:02}"
        _paint_lines(painter, box, [(times, True, "accent"), (wording.who(row), False, "text")])


_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


def _paint_lines(painter: QPainter, box: QRect, lines: Sequence[tuple[str, bool, str]]) -> None:
    top, inside = box.top() + 2, box.width() - _EDGE - 10
    for text, bold, tone in lines:
        if top + 17 > box.bottom() + 3:
            return
        painter.setFont(theme.font(theme.FINE, bold=bold))
        painter.setPen(theme.ink(tone))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inside)
        painter.drawText(QRect(box.left() + _EDGE + 5, top, inside, 17), Qt.AlignmentFlag.AlignVCenter, shown)
        top += 17


def _place(lane: int, row: AppointmentRow) -> Place:
    at = clock.local(row.starts_at)
    return Place(lane, at.hour * 60 + at.minute, row.minutes)


def _at_once(placed: list[tuple[AppointmentRow, Place]]) -> list[list[tuple[AppointmentRow, Place]]]:
    """The appointments of a lane in groups that touch each other in time."""
    groups: list[list[tuple[AppointmentRow, Place]]] = []
    busy_until = -1
    for row, place in sorted(placed, key=lambda each: each[1].begin):
        if groups and place.begin < busy_until:
            groups[-1].append((row, place))
        else:
            groups.append([(row, place)])
        busy_until = max(busy_until, place.begin + place.minutes)
    return groups
