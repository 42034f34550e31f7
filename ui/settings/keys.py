"""The words that open the store on another PC: the recovery code and the owner's passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, language
from models.shop.actions import change_passphrase, renew_recovery_code
from ui.kit import notices
from ui.kit.dialogs import Sheet
from ui.kit.passphrase import ask_new_passphrase
from ui.kit.recovery_code import CodePanel
from ui.kit.widgets import Button, FactGrid, Line, Panel, Text, row
from ui.settings.desk import SettingsDesk


class KeysPage(QWidget):
    """Where the store lies, and how its recovery code and passphrase are changed."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        store = desk.session.store
        panel = Panel(_("Keys of the store"))
        panel.add(FactGrid([(_("Where the store lies"), store.address.rsplit("@", 1)[-1])], columns=1))
        if store.folder is None:
            panel.add(8, Text(_("The store is on a server; accounts and keys are kept there."), "dim", wrap=True))
        else:
            panel.add(8, Line(), 8, *self._code_part(), 8, Line(), 8, *self._words_part())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)

    def _code_part(self) -> tuple[QWidget, ...]:
        words = _(
            "Opens the store on any PC. If its sheet was lost or seen by others, make a new one; the old one is void "
            "from then on."
        )
        new = Button(_("Make a new recovery code…"), self.ask_new_code, icon="key-change", name="new_code")
        return Text(_("Recovery code"), "bold"), Text(words, "dim", wrap=True), row(new, "stretch")

    def _words_part(self) -> tuple[QWidget, ...]:
        words = _("Opens the store on another PC too, and is quicker typed than the code.")
        change = Button(_("Set the passphrase…"), self.ask_passphrase, icon="form-textbox-password", name="passphrase")
        return Text(_("Owner's passphrase"), "bold"), Text(words, "dim", wrap=True), row(change, "stretch")

    def ask_new_code(self) -> None:
        """Ask before the old code becomes void."""
        notices.ask(
            self,
            _("Make a new recovery code?"),
            _("The sheet with the old code is worthless then. Have the printer ready."),
            [("make", _("Make a new one"), "primary"), ("keep", _("Cancel"), "plain")],
            lambda answer: self._new_code() if answer == "make" else None,
        )

    def _new_code(self) -> None:
        store = self._desk.session.store
        assert store.folder is not None
        try:
            code = str(renew_recovery_code(self._desk.session.actor, store.folder).answer)
        except FrontdeskError as error:
            notices.error(error)
            return
        close = Button(_("I have put it away"), name="put_away")
        sheet = Sheet(self, _("The recovery code"), CodePanel(store, code, language()), close, width=620)
        close.clicked.connect(lambda checked: sheet.accept())
        sheet.open()

    def ask_passphrase(self) -> None:
        """Ask for the new passphrase twice."""
        ask_new_passphrase(self, _("Set the passphrase…"), self._change)

    def _change(self, passphrase: str) -> None:
        folder = self._desk.session.store.folder
        assert folder is not None
        change_passphrase(self._desk.session.actor, folder, passphrase)
        notices.tell(_("The passphrase is set."))
