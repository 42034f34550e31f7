"""What came of salvaging a store, in words for who reads it (X2)."""

from __future__ import annotations

from pathlib import Path

from exchange.salvaging import Salvage, TableRead
from models.kernel import files
from models.kernel.faults import told_apart
from models.kernel.i18n import _


def report(told: Salvage) -> str:
    """What came of it, in the screen's language, table by table."""
    lines = [
        _("Salvaged into {folder}").format(folder=told.folder),
        _("Rows read: {read}; lost, at most: {lost}").format(read=told.read, lost=told.lost),
        _("Rows that name a lost one: {n}").format(n=told.dangling),
        _("Lines of the trail that do not follow: {n}").format(n=told.broken_lines),
        "",
    ]
    lines += map(table_line, told.tables)
    return "\n".join(lines) + "\n"


def table_line(table: TableRead) -> str:
    """How much of a table was read, in the screen's language."""
    text = _("{table}: {read} read, {lost} lost")
    if table.given_up:
        text = _("{table}: {read} read, {lost} lost; the rest could not be looked at")
    return text.format(table=table.name, read=table.read, lost=table.lost)


def write_report(told: Salvage) -> Path:
    """The report as a text file beside the new store. Raises StorageError."""
    path = told.folder.with_suffix(".txt")
    with told_apart():
        files.write_whole(path, report(told).encode())
    return path
