"""A painted bar of steps: how far a record has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit import theme

_GAP, _THICK = 6, 6


class StepBar(QWidget):
    """Steps beside each other: those behind green, the present one bold in the accent, the rest still grey."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[str, ...] = ()
        self.current = 0
        self.setFixedHeight(40)

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """Show ``steps``; ``current`` is the position of the present one, their number when all are behind."""
        self.steps, self.current = tuple(steps), current
        self.setAccessibleName(steps[current] if current < len(steps) else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() + _GAP) / max(len(self.steps), 1)
        for place, step in enumerate(self.steps):
            role = "ok" if place < self.current else "accent" if place == self.current else "line"
            box = QRect(round(place * width), 4, round(width) - _GAP, _THICK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(role))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme.ink("dim" if role == "line" else role))
            painter.setFont(theme.font(theme.FINE, bold=place == self.current))
            below = QRect(box.left(), 14, box.width(), 22)
            shown = painter.fontMetrics().elidedText(step, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
