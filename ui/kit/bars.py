"""Values as bars over one line, each before the paler one of the time before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import theme

_LABELS, _WIDEST, _ROUND = 22, 22, 2


@dataclass(frozen=True)
class Bar:
    """One place on the axis: its name, the value now, and the value before."""

    name: str
    value: int
    before: int = 0


class Bars(QWidget):
    """A small chart that follows light and dark."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(130)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, from the left."""
        self.bars = bars
        self.setAccessibleDescription(", ".join(f"{bar.name} {bar.value} ({bar.before})" for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.FINE))
        place = self.width() / max(1, len(self.bars))
        most = max([4, *(max(bar.value, bar.before) for bar in self.bars)])
        floor = self.height() - _LABELS
        room = floor - _LABELS
        wide = min(_WIDEST, int(place * 0.36))
        painter.fillRect(0, floor, self.width(), 1, theme.color("line"))
        for number, bar in enumerate(self.bars):
            middle = int((number + 0.5) * place)
            painter.setPen(Qt.PenStyle.NoPen)
            for value, left, role in ((bar.before, middle + 1, "line"), (bar.value, middle - wide, "accent")):
                if value:
                    painter.setBrush(theme.color(role))
                    tall = max(1, room * value // most)
                    painter.drawRoundedRect(QRect(left, floor - tall, wide - 1, tall), _ROUND, _ROUND)
            box = QRect(int(number * place), floor + 2, int(place), _LABELS - 2)
            painter.setPen(theme.color("dim"))
            name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
            if bar.value:
                painter.setPen(theme.color("text"))
                above = QRect(middle - wide - 12, floor - room * bar.value // most - 18, wide + 24, 16)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(bar.value))
