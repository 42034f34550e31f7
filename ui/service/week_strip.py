"""The week at a glance: for each day its load hour by hour; a click goes to the day (W1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.appointments.lists import DayLoad
from models.kernel import clock
from models.kernel.i18n import _
from ui.kit import theme
from ui.service import planner_wording

_HEIGHT, _BARS = 58, 20


class WeekStrip(QWidget):
    """``chosen`` with the day clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[DayLoad] = ()
        self._day = clock.today()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("The week's load"))

    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT)

    def show_week(self, day: date, days: Sequence[DayLoad]) -> None:
        """Show these days, ``day`` as the one in front."""
        self._day, self._days = day, days
        said = (f"{each.day.isoformat()}: {_share(each)}" for each in days)
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def box(self, number: int) -> QRect:
        """Where the day of this number is."""
        width = self.width() / max(1, len(self._days))
        return QRect(round(number * width), 0, round(width), _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for number, each in enumerate(self._days):
            if self.box(number).contains(at):
                self.chosen.emit(each.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, each in enumerate(self._days):
            self._paint_day(painter, self.box(number), each)

    def _paint_day(self, painter: QPainter, box: QRect, each: DayLoad) -> None:
        front, today = each.day == self._day, each.day == clock.today()
        if front:
            painter.fillRect(box.adjusted(2, 2, -2, -2), theme.color("accent_soft"))
        painter.setFont(theme.font(theme.FINE, bold=today))
        painter.setPen(theme.color("accent" if front or today else "text" if each.open else "dim"))
        weekday, booked = planner_wording.short_weekday(each.day), _share(each)
        words = f"{weekday} {each.day:%m-%d}"
        if painter.fontMetrics().horizontalAdvance(f"{words} {booked}") > box.width() - 16:
            words = f"{weekday} {each.day.day}"
        painter.drawText(box.adjusted(8, 4, -8, 0), Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(theme.color("dim"))
        painter.drawText(box.adjusted(8, 4, -8, 0), Qt.AlignmentFlag.AlignRight, booked)
        room = box.adjusted(8, _HEIGHT - _BARS - 8, -8, -8)
        wide = room.width() / max(1, len(each.load))
        for at, (_hour, hours) in enumerate(sorted(each.load.items())):
            share = min(1, hours / each.room) if each.room else 0
            bar = QRect(round(room.left() + at * wide), room.top(), max(2, round(wide) - 2), _BARS)
            painter.fillRect(bar, theme.color("neutral_soft" if not front else "panel"))
            height = round(_BARS * share)
            tone = "bad" if share >= 1 else "accent"
            painter.fillRect(QRect(bar.left(), bar.bottom() - height + 1, bar.width(), height), theme.ink(tone))


def _share(each: DayLoad) -> str:
    if not each.open:
        return _("closed that day")
    return str(each.count) if each.count else "–"
