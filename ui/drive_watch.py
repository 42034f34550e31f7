"""Which removable drives are plugged in, looked up now and then beside the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit import jobs

if TYPE_CHECKING:
    from exchange.drives import Drive

_EVERY = 2500


def _look() -> list[Drive]:
    from exchange.drives import drives

    return drives()


class DriveWatch(QObject):
    """Tells the drives whenever they have changed; one look at a time, however long a drive takes to answer."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, look: Callable[[], list[Drive]] = _look) -> None:
        super().__init__(parent)
        self.drives: list[Drive] = []
        self._look, self._looking = look, False
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look_now)

    def start(self) -> None:
        """Look now, and again and again."""
        self._timer.start()
        self.look_now()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look_now(self) -> None:
        """Look once, unless a look is still under way."""
        if self._looking:
            return
        self._looking = True

        def work(job: jobs.Work) -> list[Drive]:
            found = self._look()
            job.check()
            return found

        jobs.run(work, self._seen, self._not_seen, owner=self)

    def _seen(self, found: list[Drive]) -> None:
        self._looking = False
        if found != self.drives:
            self.drives = found
            self.changed.emit(found)

    def _not_seen(self, error: Exception) -> None:
        """A drive that goes while it is looked at is looked at again the next time."""
        self._looking = False
        if not isinstance(error, OSError):
            raise error
