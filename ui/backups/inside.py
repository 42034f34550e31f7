"""A look inside a backup before it is restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange.examining import Inside, Source, examine
from models import migrations
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, ngettext, say
from ui.backups.damage import is_of_newer
from ui.backups.wording import facts
from ui.kit import jobs
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.editors import WordsEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, FactGrid, Text, clear, fill

OnRestore = Callable[[Source, str], object]
"""Gets the backup and the words that open it, empty where this PC knows its store."""


class InsideSheet(Sheet):
    """Examines the first of some backups in the background, tells what it holds, and offers to restore it.

    One that is damaged is passed over for the next; one of a newer program is not, or its entries would be forgotten.
    """

    def __init__(self, parent: QWidget, sources: Sequence[Source], on_restore: OnRestore) -> None:
        self._source, *self._others = sources
        self._on_restore, self._words, self._passed_over = on_restore, "", 0
        self._body = QWidget()
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.restore = Button(_("Restore…"), self.ask, kind="danger", icon="backup-restore", name="restore")
        self.restore.setEnabled(False)
        close = Button(_("Close"), hint="Esc", name="close")
        super().__init__(parent, _("What the backup holds"), self._body, close, self.restore, width=620)
        close.clicked.connect(lambda checked: self.reject())
        self._look()

    def _look(self) -> None:
        self._say(
            Text(source_name(self._source), "dim", wrap=True), Text(_("Looking into it and checking every page…"))
        )
        jobs.run(lambda work: examine(self._source, self._words), self.show_inside, self.show_trouble, owner=self)

    def _say(self, *widgets: QWidget | int) -> None:
        clear(self._box)
        fill(self._box, *widgets)
        self.adjustSize()

    def show_inside(self, inside: Inside) -> None:
        """Tell what it holds."""
        sound = Band("ok", _("Every page was checked. It can be restored."))
        older = [Text(_("It is of an older version and is upgraded when it is restored."), "dim", wrap=True)]
        passed = ngettext(
            "{n} newer backup is damaged and was passed over.",
            "{n} newer backups are damaged and were passed over.",
            self._passed_over,
        )
        worse = Text(passed.format(n=self._passed_over), wrap=True, tone="warn")
        self._say(
            *(Text(source_name(self._source), "dim", wrap=True), sound, 4, FactGrid(facts(inside), columns=2)),
            *(older if inside.schema < migrations.LATEST else ()),
            *((worse,) if self._passed_over else ()),
        )
        self.restore.setEnabled(True)
        self.restore.setFocus()

    def show_trouble(self, error: Exception) -> None:
        """Say why it is refused, or ask for the words that open it."""
        if not isinstance(error, FrontdeskError):
            raise error
        if isinstance(error, RuleError) and error.field == "passphrase":
            words = Button(_("Type them…"), self._ask_words, kind="primary", name="words")
            self._say(Text(source_name(self._source), "dim", wrap=True), Band("warn", say(error), words))
        elif self._others and not is_of_newer(error):
            self._source, *self._others = self._others
            self._passed_over += 1
            self._look()
        else:
            self._say(Text(source_name(self._source), "dim", wrap=True), Band("bad", say(error)))

    def _ask_words(self) -> None:
        FormDialog(
            self,
            _("Passphrase or recovery code"),
            [Field("passphrase", _("Passphrase or recovery code"), WordsEdit(), required=True)],
            self._with_words,
            _("Open"),
        ).open()

    def _with_words(self, values: dict[str, Any]) -> None:
        self._words = values["passphrase"]
        self._look()

    def ask(self) -> None:
        """Hand over to whoever restores."""
        self.accept()
        self._on_restore(self._source, self._words)


def source_name(source: Source) -> str:
    """Where the backup stands."""
    return str(source.path)
