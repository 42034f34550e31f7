"""Several of a few answers as buttons beside each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.buttons import Button

_COLUMNS = 4


class SeveralChoice(QWidget):
    """Each button is on or off; the value keeps the order of the buttons."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, (value, text) in enumerate(choices):
            button = self._buttons[value] = Button(text, name=f"answer_{value}")
            button.setCheckable(True)
            button.clicked.connect(lambda checked: self.edited.emit())
            grid.addWidget(button, *divmod(place, _COLUMNS))
        grid.setColumnStretch(_COLUMNS, 1)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def value(self) -> tuple[str, ...]:
        """The values that are on."""
        return tuple(value for value, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: Collection[str] | None) -> None:
        """Switch these on and the others off."""
        for each, button in self._buttons.items():
            button.setChecked(each in (value or ()))
