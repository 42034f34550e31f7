"""A tab that says what it will hold, and offers nothing to click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.widgets import Chip, Glyph, Panel, Text, row

_WIDTH = 640


class ComingTab:
    """The page of a tab that comes with a later version."""

    def __init__(self, icon: str, title: str, points: Sequence[str]) -> None:
        self.widget = QWidget()
        panel = Panel()
        panel.setMaximumWidth(_WIDTH)
        panel.setObjectName("coming")
        chip = Chip(_("Comes with a later version"), "accent")
        panel.add(row(Glyph(icon, "accent", 28), Text(title, "record"), chip, "stretch", gap=12), 4)
        for point in points:
            mark = Glyph("circle-small", "dim", 20)
            panel.add(row(mark, Text(point, wrap=True), gap=6))
        panel.add(8, Text(_("What you enter in the other tabs now will be here then."), "dim", wrap=True))
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(theme.GAP, 40, theme.GAP, theme.GAP)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(panel, 100)
        middle.addStretch(1)
        box.addLayout(middle)
        box.addStretch(1)

    def refresh(self, changes: Changes | None) -> None:
        """Nothing here changes."""

    def badge(self) -> int:
        """Nothing waits here."""
        return 0
