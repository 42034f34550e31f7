"""The pages for a store that does not open: what happened and the ways out, or the words that unlock it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, say
from models.kernel.text import clean
from ui.kit import theme
from ui.kit.editors import WordsEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Glyph, Panel, Text, column, row
from ui.start.troubles import trouble_of

_WIDTH = 680


@dataclass(frozen=True)
class WaysOut:
    """Where to go from a store that does not open."""

    try_again: Callable[[], object]
    choose_another: Callable[[], object]
    first_start: Callable[[], object]
    restore: Callable[[], object] | None = None
    salvage: Callable[[], object] | None = None


class _Middle(QWidget):
    """A panel in the middle of the window."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        panel.setFixedWidth(_WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addStretch(1)
        box.addWidget(row("stretch", panel, "stretch"))
        box.addStretch(1)


class TroublePage(_Middle):
    """Tells why a store does not open, what is safe, and what to do now."""

    def __init__(self, address: str, error: FrontdeskError, ways: WaysOut) -> None:
        panel = Panel()
        trouble = trouble_of(error)
        kind = "plain" if ways.restore else "primary"
        again = Button(_("Try again"), ways.try_again, kind=kind, icon="refresh", key="F5", name="try_again")
        panel.add(
            row(Glyph(trouble.icon, "bad", 28), Text(_("The store could not be opened"), "record"), "stretch", gap=12),
            _place(address),
            8,
            _part(_("What happened"), say(error)),
            _part(_("What is safe"), _(trouble.safe)),
            _part(_("What to do now"), _(trouble.to_do)),
            16,
            *_rescue(ways),
            row(again, *_other_ways(ways), "stretch"),
        )
        super().__init__(panel)
        self.setFocusProxy(again)


class UnlockPage(_Middle):
    """Asks for the passphrase or the recovery code of a store this PC does not know, and remembers it then."""

    def __init__(self, address: str, error: FrontdeskError, on_words: Callable[[str], object], ways: WaysOut) -> None:
        self._on_words = on_words
        self.words = WordsEdit()
        field = Field("passphrase", _("Passphrase or recovery code"), self.words)
        self.form = Form(field, on_enter=self.unlock)
        panel = Panel()
        panel.add(
            row(Glyph("key-outline", "accent", 28), Text(_("This store is locked"), "record"), "stretch", gap=12),
            _place(address),
            8,
            Text(
                _(
                    "The store is encrypted, and this PC opens it for the first time. Type the owner's passphrase, or "
                    "the recovery code that was printed when the store was made. This PC remembers it afterwards."
                ),
                wrap=True,
            ),
            8,
            self.form,
            8,
            row(
                Button(_("Open"), self.unlock, kind="primary", icon="lock-open-outline", hint="Enter", name="unlock"),
                *_other_ways(ways),
                "stretch",
            ),
        )
        super().__init__(panel)
        self.setFocusProxy(self.words)
        if error.template.startswith("Neither"):
            self.form.show_error(error)

    def unlock(self) -> None:
        """Try what was typed."""
        if words := clean(self.words.value()):
            self._on_words(words)


def _place(address: str) -> QWidget:
    words = Text(address.rsplit("@", 1)[-1], "dim", wrap=True)
    words.setObjectName("address")
    return words


def _part(title: str, text: str) -> QWidget:
    return column(Text(title, "fine"), Text(text, wrap=True), gap=2)


def _rescue(ways: WaysOut) -> tuple[QWidget, ...]:
    """Out of a damaged store: its newest good backup, or what can be read of it."""
    buttons = []
    if ways.restore is not None:
        restore = _("Restore the newest good backup…")
        buttons.append(Button(restore, ways.restore, kind="primary", icon="backup-restore", name="restore"))
    if ways.salvage is not None:
        buttons.append(Button(_("Salvage what can be read…"), ways.salvage, icon="lifebuoy", name="salvage"))
    return (row(*buttons, "stretch"),) if buttons else ()


def _other_ways(ways: WaysOut) -> tuple[QWidget, ...]:
    return (
        Button(_("Choose another store"), ways.choose_another, icon="folder-open-outline", name="choose_another"),
        Button(_("Set up a new store"), ways.first_start, icon="storefront-plus-outline", name="first_start"),
    )
