"""Visits by the hour as bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel import clock
from ui.kit import theme

_OPENS, _CLOSES = 9, 18
_LABELS = 22
_WIDEST, _GAP, _ROUND = 26, 8, 3


class VisitsByHour(QWidget):
    """A bar for each hour from nine to six, and for any other with visits; hours still to come have no bar."""

    def __init__(self) -> None:
        super().__init__()
        self._visits: dict[int, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)

    def show_visits(self, visits: dict[int, int]) -> None:
        """Show how many visits began in each hour."""
        self._visits = visits
        self.setAccessibleDescription(", ".join(f"{hour}:00 {count}" for hour, count in sorted(visits.items())))
        self.update()

    def hours(self) -> range:
        """The hours that have a place."""
        return range(min([_OPENS, *self._visits]), max([_CLOSES, *(hour + 1 for hour in self._visits)]))

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.FINE))
        hours, now = self.hours(), clock.local(clock.now()).hour
        place = self.width() / len(hours)
        most = max([4, *self._visits.values()])
        room = self.height() - 2 * _LABELS
        floor = self.height() - _LABELS
        wide = min(_WIDEST, int(place) - _GAP)
        painter.fillRect(0, floor, self.width(), 1, theme.color("line"))
        for number, hour in enumerate(hours):
            count = self._visits.get(hour, 0)
            middle = int((number + 0.5) * place)
            bar = QRect(middle - wide // 2, floor - room * count // most, wide, room * count // most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            if count:
                painter.drawRoundedRect(bar, _ROUND, _ROUND)
            box = QRect(int(number * place), floor + 2, int(place) + 1, _LABELS - 2)
            painter.setPen(theme.color("accent" if hour == now else "dim"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))
            if count:
                painter.setPen(theme.color("text"))
                above = QRect(box.left(), bar.top() - 20, box.width(), 18)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count))
