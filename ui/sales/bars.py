"""Painted bars: how far a contract has come, and how far it is paid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.sales.rules import StageState
from models.sales.views import StageRow
from ui.kit import theme

_GAP, _THICK = 6, 6
_OPEN_COLORS = {StageState.OVERDUE: "bad", StageState.DUE: "warn"}


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
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, step)


class StageBar(QWidget):
    """The stages of payment as one bar, each as wide as its amount: paid green, overdue red, the rest grey."""

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[StageRow, ...] = ()
        self.setFixedHeight(10)

    def show_stages(self, stages: tuple[StageRow, ...]) -> None:
        """Show these stages."""
        self._stages = stages
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        stages = [stage for stage in self._stages if stage.amount]
        room = self.width() - 3 * max(len(stages) - 1, 0)
        total = sum(stage.amount for stage in stages)
        left = 0.0
        for stage in stages:
            width = room * stage.amount / total
            open_role = _OPEN_COLORS.get(stage.state, "line")
            box = QRect(round(left), 0, max(round(width), 4), self.height())
            painter.setBrush(theme.color(open_role))
            painter.drawRoundedRect(box, 4, 4)
            painter.setBrush(theme.color("ok"))
            painter.drawRoundedRect(box.adjusted(0, 0, round(width * (stage.paid / stage.amount - 1)), 0), 4, 4)
            left += width + 3
