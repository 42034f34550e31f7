"""The recovery code, shown once: to print, to keep as a file, and to put away before the work begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.editors import Tick
from ui.kit.recovery_code import CodePanel
from ui.kit.widgets import Button, Text, row
from ui.start.answers import Made


class RecoveryPage(QWidget):
    """The last page of first start: nobody goes on before saying that the code was put away."""

    def __init__(self, made: Made, language: str, on_done: Callable[[], object]) -> None:
        super().__init__()
        self.code = CodePanel(made.store, made.recovery_code, language)
        self.tick = Tick(_("I have put it away"))
        self.tick.setObjectName("put_away")
        self.done = Button(_("Begin work"), on_done, kind="primary", big=True, name="begin_work")
        self.done.setEnabled(False)
        self.tick.edited.connect(self._tick)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INSIDE)
        box.addWidget(Text(_("The recovery code"), "record"))
        box.addWidget(
            Text(
                _(
                    "The store is made. If this PC breaks or is stolen, this code opens your backup on another one. It "
                    "is shown this once: print it and lock it away, apart from the PC."
                ),
                "dim",
                wrap=True,
            )
        )
        box.addWidget(self.code)
        box.addSpacing(8)
        box.addWidget(row(self.tick, "stretch", self.done))
        self.setFocusProxy(self.code)

    def _tick(self) -> None:
        away = self.tick.value()
        self.done.setEnabled(away)
        self.code.print_button.set_kind("plain" if away else "primary")
