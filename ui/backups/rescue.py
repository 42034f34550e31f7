"""The ways out of a store that is damaged: its newest good backup, or what can be read of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange import examining, restoring, salvaging, server_restore, shelf
from exchange.examining import Source
from exchange.restoring import Identify, Restored
from exchange.salvage_report import bent_tables, table_line, write_report
from exchange.salvaging import Salvage
from exchange.server_copy import stand_in
from models.kernel import store as stores
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.staff import login
from ui.backups.inside import InsideSheet
from ui.kit import theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import PinEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, FactGrid, Glyph, Panel, Text, row
from ui.start.answers import free_address

_WIDTH = 680
_MOST_SHOWN = 8

PutBack = Callable[[Source, str, Identify], object]
PutNew = Callable[[Source, str, str, Identify], object]
"""Get the backup, the address of the new store where that is one, the words that open the backup, and who asks."""


def backups_of(address: str) -> list[Source]:
    """The backups on this PC of the store at ``address``, newest first; of whatever store, since its own name may be
    unreadable.
    """
    folder = stand_in(address) if stores.is_server(address) else stores.folder_of(address)
    return [examining.source_of(each.path) for each in shelf.backups(shelf.home_of(folder))]


def offer_newest(parent: QWidget, address: str, put_back: PutBack) -> None:
    """Show what the newest good backup holds; whoever restores it says who they are in it."""

    def ask(source: Source, words: str) -> None:
        note = _(
            "The owner or an administrator, with the PIN of when the backup was made. The present store is put aside."
        )
        _ask_who(parent, note, (), lambda values: put_back(source, words, _who(values)))

    InsideSheet(parent, backups_of(address), ask).open()


def offer_new(parent: QWidget, sources: Sequence[Source], put_new: PutNew) -> None:
    """Show what the first good one of some backups holds, and restore it into a folder that is not there yet."""

    def restore(source: Source, words: str, values: dict[str, Any]) -> None:
        folder = stores.folder_of(values["address"])
        if folder.exists():
            raise RuleError("There is already something at {path}.", field="address", path=str(folder))
        put_new(source, str(folder), words, _who(values))

    def ask(source: Source, words: str) -> None:
        note = _("The owner or an administrator, with the PIN of when the backup was made.")
        place = TextEdit()
        place.set_value(_proposed(source))
        field = Field("address", _("Where the store lies"), place, required=True)
        _ask_who(parent, note, (field,), lambda values: restore(source, words, values))

    InsideSheet(parent, sources, ask).open()


def _proposed(source: Source) -> str:
    """A folder among this user's documents, called as the store was."""
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name, _dash, number = source.path.stem.rpartition("-")
    return free_address(Path(documents or Path.home()), name if name and number.isdecimal() else source.path.stem)


def _who(values: dict[str, Any]) -> Identify:
    name, pin = values["name"], values["pin"]
    return lambda: login.log_in_by_name(name, lambda asked: pin)


def _ask_who(parent: QWidget, note: str, fields: Sequence[Field], go_on: Callable[[dict[str, Any]], object]) -> None:
    FormDialog(
        parent,
        _("Who restores it?"),
        [
            *fields,
            Field("name", _("Full name"), TextEdit(), required=True),
            Field("pin", _("PIN"), PinEdit(), required=True),
        ],
        go_on,
        _("Restore"),
        note,
    ).open()


def put_back(source: Source, address: str, identify: Identify, words: str) -> Restored:
    """Put a backup in the place of the store at ``address``, in a folder or on a server."""
    if stores.is_server(address):
        return server_restore.restore(source, address, identify, words)
    return restoring.restore(source, stores.folder_of(address), identify, words)


def salvage(address: str, words: str) -> Salvage:
    """Read what can be read, and write the report beside it."""
    told = salvaging.salvage(stores.folder_of(address), words)
    write_report(told)
    return told


def working_page(text: str) -> QWidget:
    """What is seen while a store is restored or read."""
    return _middle(row(Glyph("backup-restore", "accent", 28), Text(text, "record"), "stretch", gap=12))


def salvage_page(told: Salvage, open_it: Callable[[], object], choose_another: Callable[[], object]) -> QWidget:
    """What was read and what was lost."""
    go = Button(_("Open the salvaged store"), open_it, kind="primary", icon="storefront-outline", name="open_salvaged")
    other = Button(_("Choose another store"), choose_another, icon="folder-open-outline", name="choose_another")
    go.setVisible(told.opens)
    lost = (_("Rows lost, at most"), f"{told.lost:,}", "bad" if told.lost else "")
    if told.given_up:
        more = _("{count} or more").format(count=f"{told.lost:,}") if told.lost else _("unknown how many")
        lost = (_("Rows lost"), more, "bad")
    facts = [
        (_("Rows read"), f"{told.read:,}"),
        lost,
        *(
            ((_("From the newest backup, as it was then"), f"{told.from_backup:,}", "warn"),)
            if told.from_backup
            else ()
        ),
        (_("Rows that name a lost one"), f"{told.dangling:,}", "warn" if told.dangling else ""),
        (_("Lines of the trail that do not follow"), f"{told.broken_lines:,}", "warn" if told.broken_lines else ""),
    ]
    nobody = [Band("bad", _("Nobody who works there could be read, so nobody can log in. Restore a backup."))]
    return _middle(
        row(Glyph("lifebuoy", "accent", 28), Text(_("What could be read"), "record"), "stretch", gap=12),
        Text(str(told.folder), "dim", wrap=True),
        *(() if told.opens else nobody),
        FactGrid(facts, columns=2),
        *((Text(_lost_tables(told), wrap=True),) if bent_tables(told) else ()),
        Text(_("The whole list is in a text file beside it. The damaged store was not touched."), "dim", wrap=True),
        row(go, other, "stretch"),
    )


def _lost_tables(told: Salvage) -> str:
    return "\n".join(map(table_line, bent_tables(told)[:_MOST_SHOWN]))


def _middle(*parts: QWidget) -> QWidget:
    """A panel in the middle of the window."""
    panel = Panel()
    panel.setFixedWidth(_WIDTH)
    panel.add(*parts)
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
    box.addStretch(1)
    box.addWidget(row("stretch", panel, "stretch"))
    box.addStretch(1)
    return page
