"""What the settings need from the program around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.backups.inside import OnRestore
from ui.backups.keeper import BackupKeeper
from ui.session import Session


@dataclass(frozen=True)
class SettingsDesk:
    """``catalog_page`` builds the list of goods, ``import_page`` the import.

    ``speak`` builds the window again in another language; ``restore`` puts a backup in the place of the store.
    """

    session: Session
    speak: Callable[[str], object]
    lock_after: Callable[[int], object]
    shop_changed: Callable[[], object]
    leave: Callable[[], object]
    catalog_page: Callable[[], QWidget]
    import_page: Callable[[], QWidget]
    backups: BackupKeeper | None = None
    restore: OnRestore = lambda source, words: None
