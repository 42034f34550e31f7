"""What the last step came to, in plain words, with its rule; whoever did it may undo it for ten seconds."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import clock, i18n
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.i18n import _
from models.rotation import lists
from models.rotation.actions import UNDO_SECONDS, undo
from models.rotation.desk import Answer
from ui.kit import notices
from ui.kit.widgets import Band, Button
from ui.showroom.floor import Floor, decided
from ui.showroom.wording import sentences


class AnswerBand(QWidget):
    """The answer, until the next one."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._number, self._at, self._day = 0, clock.now(), floor.board.day
        self.undo_button: Button | None = None
        self.band = Band("neutral", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.band)
        self.hide()
        floor.answered.connect(self.show_answer)
        floor.changed.connect(self._forget)
        floor.refused.connect(self.show_error)

    @property
    def text(self) -> str:
        """What is said now, or nothing."""
        return "" if self.isHidden() else self.band.text

    def show_answer(self, answer: Answer) -> None:
        """Say what happened; the undo that goes with it lasts ten seconds."""
        rows = lists.answered(answer, self._floor.board.policy)
        self._number, self._at = answer.number, rows[0].at
        tone = "ok" if decided(answer) and not any(row.false_claim for row in rows) else "warn"
        lead = sentences(*(row.answer for row in rows))
        text = sentences(*(part for row in rows for part in (row.what, *row.why)))
        self.undo_button = None
        if rows[0].kind != "void" and self._seconds_left() > 0:
            self.undo_button = Button("", self.undo, kind="link", key="Ctrl+Z", name="undo")
        self._say(tone, text, *([self.undo_button] if self.undo_button else []), lead=lead)
        self.tick()

    def show_error(self, error: FrontdeskError) -> None:
        """Say why something was not done; where the board is not in sight, in a notice."""
        parent = self.parentWidget()
        if parent is None or not parent.isVisible():
            notices.error(error)
            return
        self._number, self.undo_button = 0, None
        self._say("bad" if isinstance(error, StorageError) else "warn", i18n.say(error))

    def _say(self, tone: str, text: str, *buttons: Button, lead: str = "") -> None:
        self.band.say(tone, text, *buttons, lead=lead)
        self.show()
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """As high as every line of the answer wants it at this width: the board lays its pieces out without asking."""
        box = self.band.layout()
        assert box is not None
        self.setMinimumHeight(max(0, box.totalHeightForWidth(self.width())))

    def _forget(self) -> None:
        """What was said yesterday is not of today's floor."""
        if self._floor.board.day != self._day:
            self._number, self._day, self.undo_button = 0, self._floor.board.day, None
            self.hide()

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
        if self._number < self._floor.board.last_number:
            return 0
        return min(UNDO_SECONDS, UNDO_SECONDS - int((clock.now() - self._at).total_seconds()))
