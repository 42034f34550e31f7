"""The export page: what leaves, which days, in which form, where to, and how it is protected (X1)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.kernel.changes import Changes
from ui.drive_watch import DriveWatch
from ui.exporting.page import ExportPage
from ui.kit.desk import AtTheCounter


class ExportTab:
    """The page, built like a tab."""

    def __init__(self, session: AtTheCounter, watch: DriveWatch, leave: Callable[[], object]) -> None:
        self.page = ExportPage(session, watch, leave)
        self.widget: QWidget = self.page

    def refresh(self, changes: Changes | None) -> None:
        """Count again what others changed."""
        self.page.refresh()

    def badge(self) -> int:
        """Nothing waits here."""
        return 0
