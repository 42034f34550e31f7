"""The demo cars of a day by hour: who drives when, and where a late one meets the next booking (S4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from models.kernel import clock
from models.kernel.i18n import _, label
from models.test_drives.states import TONES, DriveState
from models.test_drives.views import DayLane, DriveRow
from ui.kit import theme, wording

_NAME, _HEAD, _LANE = 150, 22, 40
_FIRST, _LAST = 8, 20
_HOUR_WORDS = 44
"""How wide an hour must be for its name; in a narrow plan some go without."""


class DayPlan(QWidget):
    """``chosen`` with the id of a drive that was clicked, ``asked`` with a car's id and a free moment."""

    chosen = Signal(object)
    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._day, self._lanes, self._picked = clock.today(), tuple[DayLane, ...](), 0
        self.setMouseTracking(True)

    def show_day(self, day: date, lanes: Sequence[DayLane], picked: int = 0) -> None:
        """Show the lanes of a day, one drive marked."""
        self._day, self._lanes, self._picked = day, tuple(lanes), picked
        words = [
            _("{car}: {customer} {begin}").format(
                car=lane.car.title, customer=drive.customer, begin=wording.time_of_day(drive.starts_at)
            )
            for lane in self._lanes
            for drive in lane.drives
        ]
        self.setAccessibleName(_("; ").join(words) or _("Nothing is booked."))
        self.setFixedHeight(_HEAD + _LANE * max(1, len(self._lanes)) + 2)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, _HEAD + _LANE * max(1, len(self._lanes)))

    def box_of(self, drive_id: int) -> QRectF:
        """Where a drive stands; empty where it does not."""
        for place, lane in enumerate(self._lanes):
            for drive in lane.drives:
                if drive.id == drive_id:
                    return self._box(place, drive)
        return QRectF()

    def _hours(self) -> tuple[int, int]:
        moments = [clock.local(each) for lane in self._lanes for row in lane.drives for each in _span(row)]
        hours = [each.hour for each in moments if each.date() == self._day]
        return min([_FIRST, *hours]), min(max([_LAST, *(hour + 1 for hour in hours)]), 24)

    def _x(self, moment: datetime) -> float:
        first, last = self._hours()
        begin = datetime.combine(self._day, time(first)).astimezone()
        share = (moment - begin) / timedelta(hours=last - first)
        return _NAME + min(max(share, 0.0), 1.0) * (self.width() - _NAME - 2)

    def _moment(self, x: float) -> datetime:
        first, last = self._hours()
        share = (x - _NAME) / max(1, self.width() - _NAME - 2)
        minutes = int(share * (last - first) * 60) // 15 * 15
        return datetime.combine(self._day, time(first)).astimezone() + timedelta(minutes=minutes)

    def _box(self, place: int, drive: DriveRow) -> QRectF:
        begin, end = _span(drive)
        left, right = self._x(begin), self._x(end)
        return QRectF(left, _HEAD + place * _LANE + 5, max(right - left, 14), _LANE - 10)

    def _at(self, point: QPointF) -> DriveRow | None:
        for place, lane in enumerate(self._lanes):
            for drive in reversed(lane.drives):
                if self._box(place, drive).contains(point):
                    return drive
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        drive = self._at(event.position())
        if drive is not None:
            self.chosen.emit(drive.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = int((event.position().y() - _HEAD) // _LANE)
        free = event.position().x() > _NAME and self._at(event.position()) is None
        if free and 0 <= place < len(self._lanes):
            self.asked.emit(self._lanes[place].car.id, self._moment(event.position().x()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            drive = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _told(drive) if drive else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        for place, lane in enumerate(self._lanes):
            painter.setFont(theme.font(theme.FINE))
            painter.setPen(theme.color("text"))
            name = QRectF(4, _HEAD + place * _LANE, _NAME - 10, _LANE)
            said = painter.fontMetrics().elidedText(lane.car.title, Qt.TextElideMode.ElideMiddle, int(name.width()))
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, said)
            for drive in lane.drives:
                self._paint_drive(painter, self._box(place, drive), drive, late=_runs_into(drive, lane.drives))

    def _paint_grid(self, painter: QPainter) -> None:
        first, last = self._hours()
        painter.setFont(theme.font(theme.FINE))
        every = max(1, ceil((last - first) * _HOUR_WORDS / max(self.width() - _NAME, 1)))
        for hour in range(first, last + 1):
            x = _NAME + (hour - first) / (last - first) * (self.width() - _NAME - 2)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(x, _HEAD), QPointF(x, self.height()))
            painter.setPen(theme.color("dim"))
            if hour < last and (hour - first) % every == 0:
                painter.drawText(QRectF(x + 3, 0, 40, _HEAD), Qt.AlignmentFlag.AlignVCenter, f"{hour}:00")
        painter.setPen(QPen(theme.color("line"), 1))
        for place in range(len(self._lanes) + 1):
            y = _HEAD + place * _LANE
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_drive(self, painter: QPainter, box: QRectF, drive: DriveRow, *, late: bool) -> None:
        tone = "bad" if late else TONES[drive.state]
        strong = "dim" if tone == "neutral" else tone
        painter.setPen(QPen(theme.color(strong), 2 if drive.id == self._picked else 1))
        painter.setBrush(theme.color(f"{tone}_soft"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.color("text"))
        inside = box.adjusted(6, 0, -4, 0)
        words = painter.fontMetrics().elidedText(drive.customer, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words if len(words) > 1 else drive.customer[:1])


def _span(drive: DriveRow) -> tuple[datetime, datetime]:
    """What it takes of the day: what was driven where it is over, else what is booked; late ones until now."""
    if drive.out_at and drive.back_at:
        return drive.out_at, drive.back_at
    if drive.state is DriveState.OUT:
        return drive.out_at or drive.starts_at, max(drive.ends_at, clock.now())
    return drive.starts_at, drive.ends_at


def _runs_into(drive: DriveRow, others: Sequence[DriveRow]) -> bool:
    """Whether a late drive takes the time of the next booking."""
    end = _span(drive)[1]
    waits = (each for each in others if each.state is DriveState.BOOKED and each.starts_at >= drive.ends_at)
    return drive.state is DriveState.OUT and any(each.starts_at < end for each in waits)


def _told(drive: DriveRow) -> str:
    return _("{customer}, {begin}–{end}, {consultant}, {state}").format(
        customer=drive.customer,
        begin=wording.time_of_day(drive.starts_at),
        end=wording.time_of_day(drive.ends_at),
        consultant=drive.consultant,
        state=label(drive.state),
    )
