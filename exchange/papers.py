"""The papers of a period as PDF files: printed ones from the facts kept of them, the others as they stand now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from exchange.columns import Days
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind, Watermark
from models.rotation.paper_facts import day_number

TYPICAL_SIZE = 60_000
"""Bytes of a PDF, for the estimate."""

_RECORDS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.QUOTE: ("SELECT id, number, edition FROM quote WHERE {days} AND state <> 'draft'", "quoted_on"),
    PaperKind.CONTRACT: ("SELECT id, number, 1 FROM contract WHERE {days}", "signed_on"),
    PaperKind.AMENDMENT: ("SELECT id, number, 1 FROM amendment WHERE {days}", "signed_on"),
    PaperKind.CANCELLATION: ("SELECT id, number, 1 FROM cancellation WHERE {days}", "signed_on"),
    PaperKind.RECEIPT: ("SELECT id, number, 1 FROM payment WHERE {days}", "received_on"),
    PaperKind.WORK_RECEIPT: ("SELECT id, number, 1 FROM work_payment WHERE {days}", "received_on"),
    PaperKind.RECEPTION_SHEET: ("SELECT id, number, 1 FROM work_order WHERE {days}", "received_at"),
    PaperKind.AUTHORISATION: (
        "SELECT DISTINCT o.id, o.number, 1 FROM work_order o JOIN authorisation a ON a.order_id = o.id WHERE {days}",
        "a.at",
    ),
    PaperKind.EXTRA_WORK: (
        "SELECT e.id, o.number || '-' || e.no, 1 FROM extra_work e JOIN work_order o ON o.id = e.order_id WHERE {days}",
        "e.answered_at",
    ),
    PaperKind.SETTLEMENT: ("SELECT id, number, 1 FROM settlement WHERE {days}", "at"),
    PaperKind.GATE_PASS: ("SELECT id, number, 1 FROM gate_pass WHERE {days}", "at"),
    PaperKind.COMPLAINT_SHEET: ("SELECT id, number, 1 FROM complaint WHERE {days}", "opened_at"),
    PaperKind.PAYMENT_REMINDER: ("SELECT id, number, 1 FROM payment_reminder WHERE {days}", "reminded_on"),
    PaperKind.TEST_DRIVE_AGREEMENT: ("SELECT id, number, 1 FROM test_drive WHERE {days}", "signed_at"),
    PaperKind.LOAN_SLIP: ("SELECT id, number, 1 FROM loan WHERE {days}", "lent_at"),
    PaperKind.LOAN_AGREEMENT: ("SELECT id, number, 1 FROM loan WHERE {days}", "signed_at"),
    PaperKind.APPRAISAL: ("SELECT id, number, 1 FROM appraisal WHERE {days}", "decided_at"),
    PaperKind.DELIVERY_CHECKLIST: ("SELECT id, number, 1 FROM delivery WHERE {days}", "handed_over_at"),
    PaperKind.DISPATCH_NOTE: (
        "SELECT delivery_id, number, 1 FROM dispatch_note WHERE {days} AND decision = 'granted'",
        "decided_at",
    ),
    PaperKind.DELIVERY_CONFIRMATION: ("SELECT id, number, 1 FROM delivery WHERE {days}", "handed_over_at"),
    PaperKind.ROTATION_DAY: ("SELECT id, day, 1 FROM rotation_day WHERE {days} AND closed_at IS NOT NULL", "day"),
}
"""Where the numbered papers are that somebody may not have printed, and which day counts."""


@dataclass(frozen=True)
class FiledPaper:
    """A paper to write: the folder of its kind, its file, and how to draw it; None where its facts were erased."""

    folder: str
    name: str
    draw: Callable[[], bytes | None]

    @property
    def path(self) -> str:
        """Folder and file."""
        return f"{self.folder}/{self.name}"


def papers_of(actor: Actor, days: Days) -> list[FiledPaper]:
    """The papers of these days that this person may see, by kind and number, each edition once; a print of a draft
    stands beside the paper that came of it.
    """
    from reports import filed

    where, values = days.of_moments("printed_at")
    prints = [each for each in filed.kept_prints(where, values) if filed.may_file(actor, each.kind)]
    found = [
        FiledPaper(label(each.kind), _name(each.number, each.edition, label(each.watermark)), _again(each.id))
        for each in prints
    ]
    printed = {(each.kind, each.number, each.edition) for each in prints if each.watermark is not Watermark.DRAFT}
    for kind, record_id, number, edition in _numbered(days):
        if (kind, number, edition) not in printed and filed.may_file(actor, kind):
            found.append(FiledPaper(label(kind), _name(number, edition, ""), _now(actor, kind, record_id)))
    return sorted(found, key=lambda paper: paper.path)


def _name(number: str, edition: int, mark: str) -> str:
    parts = [number, _("edition {number}").format(number=edition) if edition > 1 else "", mark]
    return " ".join(part for part in parts if part) + ".pdf"


def _again(print_id: int) -> Callable[[], bytes | None]:
    from reports import filed

    return lambda: filed.made_again(print_id)


def _now(actor: Actor, kind: PaperKind, record_id: int) -> Callable[[], bytes | None]:
    from reports import prints

    def draw() -> bytes | None:
        try:
            return prints.for_files(actor, kind, record_id).pdf
        except RuleError:  # such as a customer's papers after their erasure
            return None

    return draw


def _numbered(days: Days) -> Iterator[tuple[PaperKind, int, str, int]]:
    for kind, (sql, column) in _RECORDS.items():
        where, values = days.of_moments(column) if column.endswith("at") else days.of_days(column)
        rows: list[Any] = run_sql(sql.format(days=f"{column} IS NOT NULL AND {where}") + " ORDER BY 1", *values)
        for record_id, number, edition in list(rows):
            yield kind, record_id, day_number(date.fromisoformat(number)) if column == "day" else number, edition
