"""The window before there is a shop to show: first start, opening, and what to do when a store does not open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from models.kernel.i18n import _
from ui.kit.widgets import Glyph, Text, column, row


class StartWindow(QMainWindow):
    """A frame for one page after another."""

    def __init__(self, on_close: Callable[[], object]) -> None:
        super().__init__()
        self._on_close = on_close
        self.setObjectName("start")
        self.setWindowTitle(_("Frontdesk"))
        self.setMinimumSize(880, 480)
        self.resize(1366, 768)

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` in place of the present one, which goes."""
        self.setCentralWidget(page)
        self.show()
        page.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._on_close()
        super().closeEvent(event)


def opening_page(name: str) -> QWidget:
    """What is seen while a store takes its time to open."""
    words = Text(_("Opening {name}…").format(name=name), "record")
    return column("stretch", row("stretch", Glyph("storefront-outline", "accent", 28), words, "stretch"), "stretch")
