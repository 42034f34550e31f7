"""What came of salvaging a store, in words for who reads it (X2)."""

from __future__ import annotations

from pathlib import Path

from exchange.damaged_file import TableRead
from exchange.salvaging import Salvage
from models.kernel import files
from models.kernel.faults import told_apart
from models.kernel.i18n import N_, _

_ABOUT = (
    *(("customer", N_("Customers")), ("contact", N_("Customers")), ("owned_goods", N_("Vehicles"))),
    *(("contract", N_("Contracts")), ("quote", N_("Quotes")), ("payment", N_("Payments")), ("invoice", N_("Invoices"))),
    *(("delivery", N_("Deliveries")), ("work_", N_("Work orders")), ("settlement", N_("Settlements"))),
    *(("appointment", N_("Appointments")), ("complaint", N_("Complaints")), ("attachment", N_("Attachments"))),
    *(("item", N_("Goods")), ("part", N_("Parts")), ("stock", N_("Stock"))),
    *(("staff", N_("Staff")), ("setting", N_("Settings"))),
)
"""How tables begin that people have a word for."""


def report(told: Salvage) -> str:
    """What came of it, in the screen's language, table by table."""
    counted = _("Rows read: {read}; lost, at most: {lost}")
    if told.given_up:
        counted = _("Rows read: {read}; lost: {lost} or more")
    lines = [
        _("Salvaged into {folder}").format(folder=told.folder),
        counted.format(read=told.read, lost=told.lost),
        _("Rows that name a lost one: {n}").format(n=told.dangling),
        _("Lines of the trail that do not follow: {n}").format(n=told.broken_lines),
        "",
    ]
    lines += map(table_line, told.tables)
    return "\n".join(lines) + "\n"


def table_line(table: TableRead) -> str:
    """How much of a table was read, in the screen's language."""
    about = next((_(words) for beginning, words in _ABOUT if table.name.startswith(beginning)), "")
    name = _("{what} ({table})").format(what=about, table=table.name) if about else table.name
    text = _("{table}: {read} read, {lost} lost")
    if table.given_up:
        text = _("{table}: {read} read, {lost} lost; the rest could not be looked at")
    return text.format(table=name, read=table.read, lost=table.lost)


def write_report(told: Salvage) -> Path:
    """The report as a text file beside the new store. Raises StorageError."""
    path = told.folder.with_suffix(".txt")
    with told_apart():
        files.write_whole(path, report(told).encode())
    return path
