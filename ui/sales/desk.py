"""What the sales tab asks of the window it stands in."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from ui.status_bar import StatusBar


class Desk(Protocol):
    """The window; ``session.actor`` is who is logged in."""

    session: Any
    status: StatusBar

    def open_record(self, kind: str, record_id: int, came_from: Any = None) -> None:
        """Show a record in the tab for its kind."""

    def window(self) -> QWidget:
        """The window as a widget, for dialogs."""


class WayBack(NamedTuple):
    """A record left for another one, as the window's breadcrumb wants it."""

    kind: str
    id: int
    text: str
