"""What is set for this PC alone: the screen's language and colours, and when it locks."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from ui import this_pc
from ui.kit import notices, theme
from ui.kit.editors import ChipChoice, ChoiceBox
from ui.kit.forms import Field, Form
from ui.kit.widgets import Panel
from ui.settings.desk import SettingsDesk

_LANGUAGES = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))
_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class ThisPcPage(QWidget):
    """Takes effect as soon as it is chosen."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        here = this_pc.read()
        minutes = [(each, _("{n} min").format(n=each)) for each in _MINUTES]
        self.language = ChipChoice(_LANGUAGES)
        self.scheme = ChipChoice(
            [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))],
        )
        self.idle = ChoiceBox([*minutes, (0, _("Never"))])
        for editor, value in ((self.language, i18n.language()), (self.scheme, here.scheme)):
            editor.set_value(value)
        self.idle.set_value(here.idle_minutes)
        self.idle.setEnabled(desk.session.actor.may(Permission.KEEP_SETTINGS))
        self.idle.setMaximumWidth(220)
        self.language.edited.connect(self._ask_language)
        self.scheme.edited.connect(self._change_scheme)
        self.idle.activated.connect(lambda place: self._change_idle())
        panel = Panel(_("This PC"))
        panel.add(
            Form(
                Field("language", _("Language of the screen"), self.language, _("Papers have their own, under Shop.")),
                Field("scheme", _("Colours"), self.scheme),
                Field("idle", _("Lock when nobody types or moves the mouse for"), self.idle),
            )
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)

    def _ask_language(self) -> None:
        """Every screen is built anew in the other language; whoever was typing is asked first."""
        wanted = self.language.value()
        if wanted == i18n.language():
            return
        notices.ask(
            self,
            _("Change the language now?"),
            _("All tabs are built anew. What is typed and not saved yet is lost, except in forms that keep drafts."),
            [
                ("now", _("Change now"), "primary"),
                ("later", _("At the next start"), "plain"),
                ("keep", _("Cancel"), "plain"),
            ],
            lambda answer: self._change_language(answer, wanted),
        )

    def _change_language(self, answer: str, wanted: str) -> None:
        if answer in ("now", "later"):
            this_pc.change(language=wanted)
        else:
            self.language.set_value(i18n.language())
        if answer == "now":
            self._desk.speak(wanted)

    def _change_scheme(self) -> None:
        app = QApplication.instance()
        this_pc.change(scheme=self.scheme.value())
        if isinstance(app, QApplication):
            theme.apply(app, self.scheme.value())

    def _change_idle(self) -> None:
        this_pc.change(idle_minutes=self.idle.value())
        self._desk.lock_after(self.idle.value())
