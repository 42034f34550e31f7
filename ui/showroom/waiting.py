"""Customers nobody is free for: a running clock that turns red, and a sound that can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from models.kernel.i18n import _, ngettext
from models.rotation.views import UnattendedRow
from ui import this_pc
from ui.kit import theme
from ui.kit.widgets import Button, Glyph, IconButton, Text, column, fill, mark, row
from ui.showroom import wording
from ui.showroom.errands import Errands
from ui.showroom.floor import Floor

_BEEP_EVERY = 5


class UnattendedPanel(QFrame):
    """In sight only while somebody waits; ``tick`` once a second."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor, self._errands = floor, Errands(floor, self)
        self._sound_on, self._seconds = this_pc.read().alarm_sound, 0
        self.lead, self.text = Text("", "bold", elide=True), Text("", "second", wrap=True)
        self._warn, self._bad = Glyph("timer-outline", "warn", 26), Glyph("timer-alert-outline", "bad", 26)
        self.assign = Button(_("Give to…"), self._of_first(self._errands.override), name="assign")
        self.gone = Button(_("Has left"), self._of_first(self._errands.walk_out), name="walked_out")
        self.sound = IconButton("", "", self.toggle_sound, name="sound")
        self._show_sound()
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.GAP, 10, 8, 10)
        box.setSpacing(10)
        buttons = row(self.assign, self.gone, "stretch", self.sound, gap=6)
        right = QVBoxLayout()
        right.setSpacing(6)
        fill(right, column(self.lead, self.text, gap=1), buttons)
        fill(box, self._warn, self._bad)
        box.addLayout(right, 1)
        floor.changed.connect(self.tick)
        self.tick()

    @property
    def alarmed(self) -> bool:
        """Whether somebody has been waiting for longer than the policy allows."""
        limit = self._floor.board.policy.unattended_alarm
        return any(wording.seconds_since(each.since) >= limit for each in self._floor.board.unattended)

    def tick(self) -> None:
        """Let the clocks go on."""
        waiting = self._floor.board.unattended
        self.setVisible(bool(waiting))
        if not waiting:
            return
        bad = self.alarmed
        mark(self, "band", "bad" if bad else "warn")
        self._warn.setVisible(not bad)
        self._bad.setVisible(bad)
        lead = ngettext("{count} customer, nobody attends", "{count} customers, nobody attends", len(waiting))
        self.lead.setText(lead.format(count=len(waiting)))
        self.lead.set_tone("bad" if bad else "warn")
        self.text.setText("\n".join(_waiting(each) for each in waiting[:3]))
        self.assign.setVisible(self._floor.may_manage)
        self.gone.setVisible(self._floor.may_receive)

    def ring(self) -> None:
        """Once a second: beep every few seconds while somebody has waited too long."""
        if not self.alarmed:
            self._seconds = 0
            return
        if self._sound_on and self._seconds % _BEEP_EVERY == 0:
            QApplication.beep()
        self._seconds += 1

    def toggle_sound(self) -> None:
        """Switch the sound off on this PC, or on again; where that cannot be kept, until the program ends."""
        self._sound_on = not self._sound_on
        self._show_sound()
        with suppress(OSError):
            this_pc.change(alarm_sound=self._sound_on)

    def _show_sound(self) -> None:
        words = _("Sound of the alarm: on") if self._sound_on else _("Sound of the alarm: off")
        self.sound.icon_name = "volume-high" if self._sound_on else "volume-off"
        self.sound.setToolTip(words)
        self.sound.setAccessibleName(words)
        self.sound.update()

    def _of_first(self, errand: Callable[[UnattendedRow], object]) -> Callable[[], None]:
        def act() -> None:
            if self._floor.board.unattended:
                errand(self._floor.board.unattended[0])

        return act


def _waiting(each: UnattendedRow) -> str:
    """Who waits, for whom, and how long."""
    name, time = wording.customer(each), wording.waited(each.since)
    if each.waits_for:
        return _("{customer}, waiting for {name}: {time}").format(customer=name, name=each.waits_for, time=time)
    return _("{customer}, waiting: {time}").format(customer=name, time=time)
