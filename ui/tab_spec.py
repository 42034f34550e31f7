"""What the window is given: its tabs, whoever is logged in, and what it does not do itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from models.kernel.changes import Changes
from models.kernel.permissions import Actor
from ui.kit.desk import AtTheCounter

if TYPE_CHECKING:
    from ui.kit.search import Group
    from ui.main_window import MainWindow


class Tab(Protocol):
    """What the window asks of a tab. One that shows records also has ``open_record(kind, id)``."""

    widget: QWidget

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed; None means anything may have."""

    def badge(self) -> int:
        """How many things wait here."""


class RecordTab(Tab, Protocol):
    """A tab that shows records."""

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring this record to sight."""


@dataclass(frozen=True)
class TabSpec:
    """A tab that is built when it first comes to the front. ``kinds`` are the records it shows.

    One that is not ``in_bar`` is a page reached another way, such as the settings.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[MainWindow], Tab]
    kinds: tuple[str, ...] = ()
    in_bar: bool = True


class Session(AtTheCounter, Protocol):
    """Who is logged in, as the window shows it and the tabs act."""

    @property
    def actor(self) -> Actor:
        """Whoever acts now."""

    @property
    def store_name(self) -> str:
        """The shop's name."""

    @property
    def person_name(self) -> str:
        """The name of whoever is logged in."""

    @property
    def role_name(self) -> str:
        """What they are in the shop."""


def _find_nothing(text: str) -> Sequence[Group]:
    return ()


def do_nothing() -> None:
    """Stands for an action the window was not given."""


@dataclass(frozen=True)
class WindowActions:
    """What the window does not do itself. ``on_close`` may refuse by returning False."""

    search: Callable[[str], Sequence[Group]] = _find_nothing
    on_lock: Callable[[], object] = do_nothing
    on_switch: Callable[[], object] = do_nothing
    on_settings: Callable[[], object] | None = None
    on_export: Callable[[], object] | None = None
    on_close: Callable[[], bool] = field(default=lambda: True)
