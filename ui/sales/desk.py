"""What the sales tab asks of the window besides what every tab does: saying whether what was typed is saved."""

from __future__ import annotations

from typing import Protocol

from ui.kit import desk


class Saved(Protocol):
    """The window's lower edge."""

    def say_saved(self, text: str = "", tone: str = "ok") -> None:
        """Say whether what was entered is saved; without words, that it is."""


class Desk(desk.Desk, Protocol):
    """The window."""

    @property
    def status(self) -> Saved: ...
