"""Choosing a colour for paper: a few that print well, or any other by its six digits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from models.kernel.i18n import _
from models.papers.facts import STANDARD_ACCENT
from ui.kit import theme
from ui.kit.editors import TextEdit
from ui.kit.layout import fill

_SIDE = 28


def print_colours() -> list[tuple[str, str]]:
    """The colours offered, with their names."""
    return [
        (STANDARD_ACCENT, _("Blue")),
        ("#0F5B57", _("Teal")),
        ("#2F5D34", _("Green")),
        ("#8A1C2B", _("Wine red")),
        ("#6B3FA0", _("Violet")),
        ("#7A4A1D", _("Brown")),
        ("#2B2F36", _("Graphite")),
    ]


class ColourEdit(QWidget):
    """The colour as #RRGGBB; what is typed stays as typed until the shop's rules have looked at it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = TextEdit(longest=7)
        self.line.setMaximumWidth(110)
        self.line.edited.connect(self._changed)
        self.swatches = [_Swatch(colour, name) for colour, name in print_colours()]
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for swatch in self.swatches:
            swatch.clicked.connect(partial(self._choose, swatch.colour))
        fill(box, *self.swatches, 6, self.line, "stretch")
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """The colour as it stands in the line."""
        return self.line.value()

    def set_value(self, value: str) -> None:
        """Show ``value``."""
        self.line.set_value(value)
        self._tell_swatches()

    def _choose(self, colour: str) -> None:
        self.set_value(colour)
        self.edited.emit()

    def _changed(self) -> None:
        self._tell_swatches()
        self.edited.emit()

    def _tell_swatches(self) -> None:
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == self.line.value().upper())


class _Swatch(QAbstractButton):
    """A round of one colour."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPoint(self.width() // 2, self.height() // 2)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _SIDE // 2 - 1, _SIDE // 2 - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(centre, _SIDE // 2 - 5, _SIDE // 2 - 5)
