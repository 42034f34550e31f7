"""What a tab sees of the window it stands in: who is at the counter, and how to get to other records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from models.kernel.permissions import Actor


@dataclass(frozen=True)
class Crumb:
    """A record on the way here, and what to call it."""

    kind: str
    id: int
    text: str


class AtTheCounter(Protocol):
    """Who is logged in at this moment."""

    @property
    def actor(self) -> Actor: ...


class Desk(Protocol):
    """The window, as tabs use it."""

    @property
    def session(self) -> AtTheCounter: ...

    def open_record(self, kind: str, record_id: int, came_from: Crumb | None = None) -> None:
        """Show a record in the tab for its kind; ``came_from`` is the record left, offered as the way back."""

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
