"""The bar beneath everything: saved or not, the last backup, the seats, the time."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.kernel import clock
from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.widgets import Glyph, Text, row

_EVERY = 5_000


class _Item(QWidget):
    """A small icon and a few words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._glyph, self.words = Glyph(icon, "dim", 14), Text("", "fine")
        self._icon = icon
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row(self._glyph, self.words, gap=4))

    def say(self, text: str, tone: str = "", icon: str = "") -> None:
        """Show ``text``, nothing when it is empty."""
        self._glyph.show_icon(icon or self._icon, tone or "dim")
        self.words.setText(text)
        self.words.set_tone(tone)
        self.setVisible(bool(text))


class StatusBar(QFrame):
    """The lower bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "bottom")
        self.setFixedHeight(theme.STATUS)
        self._saved = _Item("check-circle-outline")
        self._backup, self._seats = _Item("backup-restore"), _Item("monitor-multiple")
        self._time = Text("", "fine")
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 1, theme.INSIDE, 0)
        box.setSpacing(24)
        for item in (self._saved, self._backup, self._seats):
            box.addWidget(item)
        box.addStretch(1)
        box.addWidget(self._time)
        self.say_saved()
        self.say_backup(_("No backup yet"), "warn")
        self.say_seats(1)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.say_time)
        self._timer.start()
        self.say_time()

    def say_saved(self, text: str = "", tone: str = "ok") -> None:
        """Say whether what was entered is saved; without words, that it is."""
        icon = "check-circle-outline" if tone == "ok" else "alert-circle-outline"
        self._saved.say(text or _("Saved"), tone, icon)

    def say_backup(self, text: str, tone: str = "") -> None:
        """Say when the last verified backup was made."""
        self._backup.say(text, tone)

    def say_seats(self, count: int) -> None:
        """Say how many PCs work in this store at present."""
        self._seats.say(_("Seats online: {count}").format(count=count))

    def say_time(self) -> None:
        """Show the day and the minute."""
        moment = QDateTime.fromMSecsSinceEpoch(round(clock.now().timestamp() * 1000))
        # Qt's signs for day, month, weekday, hour and minute, in the order of the language
        self._time.setText(QLocale().toString(moment, _("ddd d MMM HH:mm")))
