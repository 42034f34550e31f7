"""The second monitor's picture of the floor: who is next and who is where, and no customer's name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import clock
from models.kernel.i18n import _, ngettext
from models.rotation.kinds import Presence
from models.rotation.views import PersonCard
from ui.kit import theme
from ui.kit.widgets import Avatar, Panel, Text, clear, fill
from ui.showroom import wording
from ui.showroom.floor import Floor

_NAME, _CLOCK, _WHO, _WHERE = 120, 32, 28, 20
_COLUMNS = 2


class BigScreen(QWidget):
    """A window of its own; F11 or Esc closes it. ``tick`` once a second."""

    def __init__(self, floor: Floor, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Showroom rotation"))
        self._floor, self._window = floor, window
        self.clock, self.next = _large("", _CLOCK), _large("", _NAME, bold=True)
        self.waiting = _large("", _WHO, bold=True)
        head = QHBoxLayout()
        fill(head, _large(_("Next to receive"), _CLOCK), "stretch", self.clock)
        first = Panel()
        first.body.setContentsMargins(40, 28, 40, 28)
        first.body.addLayout(head)
        first.add(self.next, self.waiting)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(16)
        box.addWidget(first)
        box.addLayout(self._grid)
        box.addStretch(1)
        for key in ("F11", "Escape"):
            QShortcut(QKeySequence(key), self, self.close)
        floor.changed.connect(self._show)
        self._show()

    def open(self) -> None:
        """Fill the monitor that does not show the board, or the only one."""
        here = self._window.screen()
        other = next((each for each in QGuiApplication.screens() if each is not here), here)
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def tick(self) -> None:
        """Let the clocks go on."""
        self.clock.setText(f"{clock.local(clock.now()):%H:%M}")
        waiting = self._floor.board.unattended
        self.waiting.setVisible(bool(waiting))
        if waiting:
            text = ngettext(
                "{count} customer is waiting: {time}", "{count} customers are waiting: {time}", len(waiting)
            )
            self.waiting.setText(text.format(count=len(waiting), time=wording.waited(waiting[0].since)))
            late = wording.seconds_since(waiting[0].since) >= self._floor.board.policy.unattended_alarm
            self.waiting.set_tone("bad" if late else "warn")

    def _show(self) -> None:
        board = self._floor.board
        self.next.setText(board.next.name if board.next else _("Nobody is free"))
        clear(self._grid)
        cards = [each for each in self._floor.cards() if each.presence is not Presence.OFF]
        for place, card in enumerate(cards):
            self._grid.addWidget(_tile(card), *divmod(place, _COLUMNS))
        self.tick()


def _large(text: str, size: int, bold: bool = False) -> Text:
    words = Text(text, "", elide=bold)
    words.setStyleSheet(f"font-size: {size}px; font-weight: {'bold' if bold else 'normal'};")
    return words


def _tile(card: PersonCard) -> QWidget:
    """Somebody present: name, where they are, since when; whom they receive stays unsaid."""
    since = wording.since(card)
    line = QHBoxLayout()
    line.setSpacing(16)
    avatar = Avatar(card.name, 48, card.presence is not Presence.WAITING)
    fill(line, avatar, _large(card.name, _WHO, bold=True))
    line.setStretch(1, 1)
    where = _large(wording.presence(card), _WHERE)
    where.set_tone(wording.PRESENCE_TONES[card.presence])
    fill(line, where)
    fill(line, _large(wording.running(since) if since else "", _WHERE))
    tile = Panel()
    tile.body.addLayout(line)
    return tile
