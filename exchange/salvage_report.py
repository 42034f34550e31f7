"""What came of salvaging a store, in words for who reads it (X2)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from exchange.damaged_file import TableRead
from exchange.salvaging import Salvage
from models.kernel import clock, files
from models.kernel.faults import told_apart
from models.kernel.i18n import N_, _

_ABOUT: dict[str, tuple[str, ...]] = {
    N_("Customers"): ("customer", "contact_", "needs_assessment", "grade_proposal", "open_question"),
    N_("Visits and calls"): ("register_line",),
    N_("Vehicles"): ("owned_goods",),
    N_("Quotes"): ("quote", "finance_offer"),
    N_("Contracts"): ("contract", "amend", "cancellation"),
    N_("Payments"): ("payment",),
    N_("Invoices"): ("invoice",),
    N_("Commission"): ("commission_",),
    N_("Trade-ins"): ("appraisal",),
    N_("Test drives"): ("test_drive",),
    N_("Showroom"): ("rotation_",),
    N_("Deliveries"): ("delivery",),
    N_("Appointments"): ("appointment",),
    N_("Work orders"): (
        *("work_", "authorisation", "damage_mark", "deferred_work", "dispatch_note", "extra_", "gate_pass"),
        *("inspection_point", "promise", "quality_check", "warranty_"),
    ),
    N_("Settlements"): ("settlement", "received_statement", "reconcil"),
    N_("Courtesy cars"): ("loan",),
    N_("Complaints"): ("complaint",),
    N_("Surveys"): ("survey",),
    N_("Follow-up"): ("follow_up_",),
    N_("Goods"): ("item", "operation"),
    N_("Parts"): ("part", "purchase_"),
    N_("Stock"): ("stock_",),
    N_("Attachments"): ("attachment",),
    N_("Papers"): ("paper_print",),
    N_("Workshop"): ("bay", "technician", "workshop_bay"),
    N_("Staff"): ("staff",),
    N_("History"): ("audit_",),
    N_("Settings"): ("setting", "counter", "draft", "carried_out", "import", "search_entry"),
}
"""The words that people have for what tables hold, and how the names of these begin."""


def what_about(table: str) -> str:
    """What a table is about, in the screen's language."""
    words = next(words for words, beginnings in _ABOUT.items() if table.startswith(beginnings))
    return _(words)


def report(told: Salvage) -> str:
    """What came of it, in the screen's language: where something is lost table by table, what was read by its kind."""
    counted = _("Rows read: {read}; lost, at most: {lost}")
    if told.given_up:
        counted = _("Rows read: {read}; lost: {lost} or more")
    lines = [
        _("Salvaged into {folder}").format(folder=told.folder),
        counted.format(read=told.read, lost=told.lost),
        *_from_backup(told),
        _("Rows that name a lost one: {n}").format(n=told.dangling),
        _("Lines of the trail that do not follow: {n}").format(n=told.broken_lines),
    ]
    if bent := bent_tables(told):
        lines += ["", _("Where rows are lost"), *map(table_line, bent)]
    read: Counter[str] = Counter()
    for table in told.tables:
        read[what_about(table.name)] += table.read
    lines += ["", _("What could be read")]
    lines += [_("{what}: {n}").format(what=what, n=n) for what, n in read.items() if n]
    return "\n".join(lines) + "\n"


def _from_backup(told: Salvage) -> list[str]:
    if told.backup_of is None or not told.from_backup:
        return []
    text = _("Rows taken from the backup of {when}, as they were then: {n}")
    return [text.format(when=f"{clock.local(told.backup_of):%Y-%m-%d %H:%M}", n=told.from_backup)]


def bent_tables(told: Salvage) -> list[TableRead]:
    """The tables of which something is lost, or may be, or comes from a backup; the worst first."""
    bent = (each for each in told.tables if each.lost or each.given_up or each.from_backup)
    return sorted(bent, key=lambda each: -each.lost)


def table_line(table: TableRead) -> str:
    """How much of a table was read, in the screen's language."""
    text = _("{table}: {read} read, {lost} lost")
    if table.given_up:
        text = _("{table}: {read} read, {lost} lost; the rest could not be looked at")
    name = _("{what} ({table})").format(what=what_about(table.name), table=table.name)
    line = text.format(table=name, read=table.read, lost=table.lost)
    return _("{line}; from the backup: {n}").format(line=line, n=table.from_backup) if table.from_backup else line


def write_report(told: Salvage) -> Path:
    """The report as a text file beside the new store. Raises StorageError."""
    path = told.folder.with_suffix(".txt")
    with told_apart():
        files.write_whole(path, report(told).encode("utf-8-sig"))
    return path
