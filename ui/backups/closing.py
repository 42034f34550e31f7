"""What is seen while the last backup is made: nobody pulls the drive out or switches off before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange.writing import OnBytes
from models.kernel import store
from models.kernel.i18n import _
from ui.kit import jobs, theme
from ui.kit.widgets import Glyph, Text, row

_SOON, _LONGEST = 300, 600.0
_WIDTH = 560


def last_backup(make: Callable[[OnBytes], str]) -> str:
    """What ``make`` returns, which runs in the background; nothing where somebody stopped it.

    The program comes back here only then: it is closed by whoever calls this.
    """
    said: list[str] = []
    waiting = QEventLoop()
    job = jobs.run(lambda work: make(lambda count: work.check()), said.append, cleanup=store.close_connection)
    job.finished.connect(waiting.quit)
    window = ClosingWindow(job)
    QTimer.singleShot(_SOON, window, window.show)
    waiting.exec()
    job.wait(_LONGEST)  # where the system ends the session, the waiting is over before the work is
    window.hide()
    window.deleteLater()
    return "".join(said)


class ClosingWindow(QWidget):
    """Stays until the backup is made or stopped."""

    def __init__(self, job: jobs.Job) -> None:
        super().__init__()
        self.setObjectName("closing")
        self.setWindowTitle(_("Frontdesk"))
        self.setFixedWidth(_WIDTH)
        words = _("Leave the drive plugged in and the PC switched on. This window goes when it is done.")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(12)
        title = Text(_("The last backup before closing"), "record")
        box.addWidget(row(Glyph("content-save-outline", "accent", 28), title, "stretch", gap=12))
        box.addWidget(Text(words, wrap=True))
        box.addWidget(jobs.JobBand("", job))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # not the button: who types on by mistake stops nothing

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
