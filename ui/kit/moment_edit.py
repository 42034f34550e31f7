"""A day and a time of day beside each other."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.kernel import clock
from models.kernel.i18n import _
from ui.kit.editors import DateEdit, TimeEdit
from ui.kit.layout import fill

_TIME_WIDTH = 76


class MomentEdit(QWidget):
    """A moment as day and time; without a time it is the day's ``at``."""

    edited = Signal()
    wrong = Signal(str)

    def __init__(self, at: time = time(23, 59, 59)) -> None:
        super().__init__()
        self._at = at
        self.day = DateEdit()
        self.time = TimeEdit()
        self.time.setFixedWidth(_TIME_WIDTH)
        self.time.setAccessibleName(_("Time of day"))
        for part in (self.day, self.time):
            part.edited.connect(self.edited)
            part.wrong.connect(self.wrong)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        fill(box, self.day, self.time)
        self.setFocusProxy(self.day)

    def value(self) -> datetime | None:
        """The moment, None when empty; a time alone is today's. Raises RuleError for what is no day or no time."""
        day: date | None = self.day.value()
        at: time | None = self.time.value()
        if day is None and at is None:
            return None
        return datetime.combine(day or clock.today(), at or self._at).astimezone()

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The inputs one types into."""
        return (self.day.line, self.time)

    def set_value(self, value: datetime | None) -> None:
        """Show ``value``; the day's own time stays unwritten."""
        local = clock.local(value) if value else None
        self.day.set_value(local.date() if local else None)
        written = local is not None and (local.hour, local.minute) != (self._at.hour, self._at.minute)
        self.time.set_value(local.time() if local and written else None)
