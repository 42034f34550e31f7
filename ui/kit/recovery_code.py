"""The recovery code of a store in large letters, with the ways to keep it on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.store import Store
from models.shop.profile import profile
from ui.kit import printing, theme
from ui.kit.widgets import Button, Panel, Text, row


class CodePanel(QWidget):
    """A code in large letters, with the ways to keep it on paper."""

    def __init__(self, store: Store, code: str, language: str) -> None:
        super().__init__()
        self._store, self.code, self._language = store, code, language
        groups = code.split("-")
        panel = Panel()
        for line in ("-".join(groups[:3]), "-".join(groups[3:])):
            words = Text(line, "total")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            panel.add(words)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(panel)
        self.print_button = Button(
            _("Print"), self._print, kind="primary", icon="printer-outline", key="Ctrl+P", name="print_code"
        )
        save = Button(_("Save as…"), self._save, icon="content-save-outline", key="Ctrl+S", name="save_code")
        box.addWidget(row(self.print_button, save, "stretch"))
        self.setFocusProxy(self.print_button)

    def sheet(self) -> bytes:
        """The sheet to lock away, as PDF."""
        from reports.recovery import RecoverySheet, recovery_sheet

        now = clock.local(clock.now())
        return recovery_sheet(RecoverySheet(profile().head(), self._store.address, self.code, now, self._language))

    def _print(self) -> None:
        printing.print_paper(self.window(), self.sheet(), _("Recovery code"), lambda: None)

    def _save(self) -> None:
        printing.save_paper(self.window(), self.sheet(), _("Recovery code"))
