"""A file taken over step by step: read, understood, checked, written; what a screen and the command line both do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exchange.importing import customers, goods, headings, reading, stock
from exchange.importing.checked import Checked, Column, Places, places
from exchange.importing.headings import Sheet
from exchange.importing.reading import Cells
from models.importing.arriving import take_over
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.mappings import remembered
from models.importing.rows import Source
from models.kernel import clock, garbage
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.progress import Heard, unheard

PREVIEW = 20
"""Rows shown before anything is checked."""


@dataclass(frozen=True)
class Opened:
    """A sheet of a file, read whole, with what its columns seem to mean; ``known`` where that was said before.

    ``sheets`` are the names of all of them; ``path`` is None where the rows were pasted.
    """

    path: Path | None
    kind: ImportKind
    sheets: tuple[str, ...]
    sheet_name: str
    sheet: Sheet
    meaning: tuple[str, ...]
    known: bool

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name if self.path else _("Pasted rows")

    def preview(self) -> list[list[str]]:
        """The first rows."""
        return [row for _number, row in self.sheet.rows[:PREVIEW]]


def columns(actor: Actor, kind: ImportKind) -> dict[str, Column]:
    """What the columns of a file of this kind may hold, for this person."""
    if kind is ImportKind.CUSTOMERS:
        return customers.columns()
    return stock.columns(actor) if kind is ImportKind.STOCK else goods.columns(kind, actor)


def open_file(
    actor: Actor, path: Path, kind: ImportKind, sheet_name: str | None = None, heard: Heard | None = None
) -> Opened:
    """Read a file, the first sheet with rows unless one is named. Raises RuleError, StorageError; writes nothing."""
    with garbage.kept():
        read = reading.read(path, sheet_name, (lambda count: heard(count, 0)) if heard else None)
    return _understood(actor, kind, read, path)


def open_pasted(actor: Actor, text: str, kind: ImportKind) -> Opened:
    """Read rows that were copied in a spreadsheet, as a file of them would be. Raises RuleError."""
    return _understood(actor, kind, reading.pasted(text), None)


def _understood(actor: Actor, kind: ImportKind, read: Cells, path: Path | None) -> Opened:
    labels = {key: each.label for key, each in columns(actor, kind).items()}
    sheet = headings.understood(read.rows, kind, labels)
    if not sheet.rows:
        raise RuleError("There are no rows in it.")
    said_before = remembered(kind, sheet.headings)
    meaning = tuple(each if each in labels else "" for each in said_before or ())
    return Opened(
        *(path, kind, tuple(read.sheets), read.sheet, sheet, meaning or headings.guessed(sheet.headings, kind, labels)),
        known=said_before is not None,
    )


def check(actor: Actor, opened: Opened, meaning: Sequence[str], on_duplicate: OnDuplicate, heard: Heard) -> Checked:
    """The dry run: every problem, and what would be written. Raises RuleError for columns that make no sense."""
    found = places(opened.sheet.headings, tuple(meaning))
    if not found.at:
        raise RuleError("Say what at least one of the columns holds.")
    source = Source(opened.name, opened.sheet.headings, meaning)
    with garbage.kept(), clock.held():
        return _checked(actor, opened, found, source, on_duplicate, heard)


def _checked(
    actor: Actor, opened: Opened, found: Places, source: Source, on_duplicate: OnDuplicate, heard: Heard
) -> Checked:
    if opened.kind is ImportKind.CUSTOMERS:
        return customers.check(actor, opened.sheet, found, source, on_duplicate, heard)
    if opened.kind is ImportKind.STOCK:
        return stock.check(actor, opened.sheet, found, source, on_duplicate, heard)
    return goods.check(actor, opened.kind, opened.sheet, found, source, on_duplicate, heard)


def write(actor: Actor, checked: Checked, heard: Heard = unheard, told: Heard = unheard) -> Changes:
    """Write all good rows: all of them come in, or none. ``heard`` may stop it, ``told`` hears of what cannot be
    stopped any more. Raises RuleError, NotAllowed, StorageError; then nothing was written, as far as it is not said.
    """
    if checked.batch is None:
        raise RuleError("There is nothing to import.")
    with garbage.kept():
        return take_over(actor, checked.batch, heard, told)
