"""Several of a few things, each with a tick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.editors import Tick


class Ticks(QWidget):
    """Things by their id, any number of them ticked; its value is the ticked ids."""

    edited = Signal()

    def __init__(self, things: Iterable[tuple[int, str]], ticked: Iterable[int] = ()) -> None:
        super().__init__()
        chosen = set(ticked)
        self.ticks: dict[int, Tick] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for number, name in things:
            tick = self.ticks[number] = Tick(name)
            tick.setObjectName(f"tick_{number}")
            tick.set_value(number in chosen)
            tick.edited.connect(self.edited)
            box.addWidget(tick)
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))

    def value(self) -> tuple[int, ...]:
        """The ids that are ticked."""
        return tuple(number for number, tick in self.ticks.items() if tick.value())

    def set_value(self, value: Any) -> None:
        """Tick these and no others."""
        for number, tick in self.ticks.items():
            tick.set_value(number in (value or ()))
