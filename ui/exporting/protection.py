"""How what leaves is protected: a passphrase typed twice, or nothing where the administrator allows it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange.archive import SHORTEST
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from ui.kit.editors import Tick, WordsEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Panel, Text


class ProtectionPanel(QWidget):
    """Shown while personal data would leave; the passphrase is kept nowhere."""

    def __init__(self, plain_is_allowed: bool) -> None:
        super().__init__()
        self.plain = Tick(_("Leave it unencrypted"))
        self._allowed = plain_is_allowed
        self.fields = Form(
            (
                Field("passphrase", _("Passphrase"), WordsEdit()),
                Field("again", _("Passphrase once more"), WordsEdit()),
            )
        )
        words = _(
            "Personal data leaves encrypted (AES-256). Whoever gets the drive opens it with this passphrase in 7-Zip "
            "or the like; tell it by another way. It is kept nowhere: without it nobody opens the export."
        )
        self._hint = Text(
            _("At least {least} letters, digits or signs of the keyboard.").format(least=SHORTEST), "fine", wrap=True
        )
        panel = Panel(_("Protection"))
        panel.add(Text(words, "dim", wrap=True), self.fields, self._hint, self.plain)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self.plain.edited.connect(self._show)
        self._show()

    def allow_plain(self, allowed: bool) -> None:
        """Whether it may leave unencrypted."""
        self._allowed = allowed
        self._show()

    def show_for(self, personal: bool) -> None:
        """Show it where there is something to protect."""
        self.setVisible(personal)

    def _show(self) -> None:
        self.plain.setVisible(self._allowed)
        typed = not (self._allowed and self.plain.value())
        self.fields.setVisible(typed)
        self._hint.setVisible(typed)

    @property
    def _asks(self) -> bool:
        return not self.isHidden() and not self.fields.isHidden()

    def passphrase(self) -> str:
        """What was typed; empty where it leaves as it is. Raises RuleError where it must be typed and was not."""
        if not self._asks:
            return ""
        typed: str = self.fields.editor("passphrase").text()
        if not typed:
            raise RuleError("Type a passphrase.", field="passphrase")
        return typed

    def again(self) -> str:
        """What was typed the second time."""
        text: str = self.fields.editor("again").text()
        return text

    def show_error(self, error: FrontdeskError) -> None:
        """Say what is wrong at its field."""
        self.fields.show_error(error)

    def clear(self) -> None:
        """Forget what was typed."""
        self.fields.set_values({"passphrase": "", "again": ""})
        self.fields.clear_errors()
