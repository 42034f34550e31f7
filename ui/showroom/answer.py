"""What the last step came to, in plain words, with its rule; whoever did it may undo it for ten seconds."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import clock, i18n
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.i18n import _
from models.rotation.actions import UNDO_SECONDS, undo
from models.rotation.desk import Answer
from models.rotation.views import LogRow
from ui.kit import notices
from ui.kit.widgets import Band, Button
from ui.showroom.floor import Floor, decided


class AnswerBand(QWidget):
    """The answer, until the next one."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._number = 0
        self.undo_button: Button | None = None
        self.band = Band("neutral", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.band)
        self.hide()
        floor.answered.connect(self.show_answer)
        floor.refused.connect(self.show_error)

    @property
    def text(self) -> str:
        """What is said now, or nothing."""
        return "" if self.isHidden() else self.band.text

    def show_answer(self, answer: Answer) -> None:
        """Say what happened; the undo that goes with it lasts ten seconds."""
        rows = [row for row in self._floor.board.log if row.number == answer.number]
        if not rows:
            return
        self._number = answer.number
        tone = "ok" if decided(answer) and not any(row.false_claim for row in rows) else "warn"
        lead = " ".join(row.answer for row in rows if row.answer)
        text = " ".join(part for row in rows for part in (row.what, *row.why))
        self.undo_button = None
        if rows[0].kind != "void" and self._seconds_left() > 0:
            self.undo_button = Button("", self.undo, kind="link", key="Ctrl+Z", name="undo")
        self.band.say(tone, text, *([self.undo_button] if self.undo_button else []), lead=lead)
        self.show()
        self.tick()

    def show_error(self, error: FrontdeskError) -> None:
        """Say why something was not done; where the board is not in sight, in a notice."""
        parent = self.parentWidget()
        if parent is None or not parent.isVisible():
            notices.error(error)
            return
        self._number, self.undo_button = 0, None
        self.band.say("bad" if isinstance(error, StorageError) else "warn", i18n.say(error))
        self.show()

    def undo(self) -> None:
        """Take back the last step."""
        self._floor.attempt(undo, self._number)

    def tick(self) -> None:
        """Count down; when the time is up only the manager may take it back."""
        if self.undo_button is None:
            return
        left = self._seconds_left()
        if left <= 0:
            self.undo_button.hide()
            self.undo_button = None
        else:
            self.undo_button.say(_("Undo ({seconds} s)").format(seconds=left))

    def _seconds_left(self) -> int:
        row = self._row()
        if row is None or row.number != self._floor.board.last_number:
            return 0
        return min(UNDO_SECONDS, UNDO_SECONDS - int((clock.now() - row.at).total_seconds()))

    def _row(self) -> LogRow | None:
        return next((row for row in self._floor.board.log if row.number == self._number), None)
