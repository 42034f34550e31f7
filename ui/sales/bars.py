"""A painted bar: how far a contract is paid."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.sales.rules import StageState
from models.sales.views import StageRow
from ui.kit import theme

_OPEN_COLORS = {StageState.OVERDUE: "bad", StageState.DUE: "warn"}


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
