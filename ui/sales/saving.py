"""Saving a moment after the last key, and saying so at the window's lower edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from models.kernel.i18n import _
from ui.sales.desk import Desk

PAUSE = 500


class Saver(QObject):
    """Calls ``save`` half a second after the last ``touch``; ``save`` answers whether all of it could be saved."""

    def __init__(self, parent: QObject, desk: Desk, save: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._desk, self._save = desk, save
        self.dirty = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """Something was typed."""
        self.dirty = True
        self._desk.status.say_saved(_("Not yet saved"), "warn")
        self._timer.start()

    def flush(self) -> bool:
        """Save now what was typed; whether nothing is left unsaved."""
        self._timer.stop()
        if self.dirty:
            self.dirty = not self._save()
            if not self.dirty:
                self._desk.status.say_saved()
        return not self.dirty

    def forget(self) -> None:
        """What was typed is no longer wanted, or has been saved in another way."""
        self._timer.stop()
        self.dirty = False
        self._desk.status.say_saved()
