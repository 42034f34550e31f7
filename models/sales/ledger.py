"""The contract ledger (S6): every signed contract, by period, consultant and state; one query for screen and paper."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.kernel import clock
from models.kernel.cells import decimal, text_cell
from models.kernel.i18n import _, label, translator
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.sales.standing import PRESENT_TOTAL, late_amounts
from models.sales.states import PAYABLE_STATES, SIGNED_STATES, ContractState
from models.sales.supplement_papers import LedgerLine, LedgerPaper
from models.shop.paper_look import paper_head
from models.staff.tables import Staff

ORDERS = {
    "signed": "c.signed_on",
    "number": "c.number",
    "customer": "u.name",
    "consultant": "p.name",
    "total": PRESENT_TOTAL,
    "received": "received",
}
"""What the ledger can be sorted by."""

LEDGER = (
    "SELECT c.id, c.number, c.signed_on, u.name, p.name, c.state, c.total, c.amended, "
    "CAST(coalesce(m.amount, 0) AS BIGINT) AS received FROM contract c "
    "JOIN customer u ON u.id = c.customer_id JOIN staff p ON p.id = c.consultant_id "
    "LEFT JOIN (SELECT contract_id, sum(amount) AS amount FROM payment GROUP BY contract_id) m ON m.contract_id = c.id "
    "WHERE {where} ORDER BY {order}, c.id {way}"
)
"""Every figure of the ledger, on screen, on paper and in a file."""


@dataclass(frozen=True)
class LedgerFilter:
    """Which contracts: signed from ``first`` to ``last``, one consultant's, in one state; or with something overdue.

    Without a state it is every signed contract that was not cancelled.
    """

    first: date | None = None
    last: date | None = None
    consultant_id: int | None = None
    state: ContractState | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A contract in the ledger; amounts in fen."""

    id: int
    number: str
    signed_on: date | None
    customer: str
    consultant: str
    state: ContractState
    signed_total: int
    amended: int
    received: int
    overdue: int

    @property
    def total(self) -> int:
        """What it comes to now."""
        return self.signed_total + self.amended


@dataclass(frozen=True)
class Ledger:
    """The contracts asked for, in their order, and what they come to: the sum of the rows to the fen."""

    rows: tuple[LedgerRow, ...]
    signed_total: int
    amended: int
    received: int
    overdue: int

    @property
    def total(self) -> int:
        """What they come to now."""
        return self.signed_total + self.amended


def ledger(wanted: LedgerFilter, order: str = "signed", descending: bool = True) -> Ledger:
    """The contract ledger; ``order`` is one of ``ORDERS``."""
    where, values = conditions(wanted)
    way = "DESC" if descending else "ASC"
    sql = LEDGER.format(where=where, order=f"{ORDERS[order]} {way}", way=way)
    found = run_sql(sql, *values).fetchall()
    overdue = _overdue(found)
    rows = [_row(row, overdue.get(row[0], 0)) for row in found]
    if wanted.overdue:
        rows = [row for row in rows if row.overdue]
    return Ledger(
        tuple(rows),
        signed_total=sum(row.signed_total for row in rows),
        amended=sum(row.amended for row in rows),
        received=sum(row.received for row in rows),
        overdue=sum(row.overdue for row in rows),
    )


def conditions(wanted: LedgerFilter) -> tuple[str, list[Any]]:
    """The filter in the words of the query, with its values."""
    states = [wanted.state] if wanted.state else SIGNED_STATES
    parts = ["c.signed_on IS NOT NULL", f"c.state IN ({', '.join('?' * len(states))})"]
    values: list[Any] = [state.value for state in states]
    for sql, value in (("c.signed_on >= ?", wanted.first), ("c.signed_on <= ?", wanted.last)):
        if value:
            parts.append(sql)
            values.append(value.isoformat())
    if wanted.consultant_id:
        parts.append("c.consultant_id = ?")
        values.append(wanted.consultant_id)
    return " AND ".join(parts), values


def _row(row: Sequence[Any], overdue: int) -> LedgerRow:
    record_id, number, signed_on, customer, consultant, state, *amounts = row
    signed = date.fromisoformat(signed_on) if signed_on else None
    values: list[Any] = [record_id, number, signed, customer, consultant, ContractState(state), *amounts, overdue]
    return LedgerRow(*values)


def _overdue(found: Sequence[Sequence[Any]]) -> dict[int, int]:
    """What is overdue on each of these contracts, in fen; only those not paid in full are looked at."""
    payable = {state.value for state in PAYABLE_STATES}
    unpaid = [row[0] for row in found if row[5] in payable and row[8] < row[6] + row[7]]
    return late_amounts(unpaid, clock.today())


def ledger_paper(wanted: LedgerFilter, language: str) -> LedgerPaper:
    """The ledger on paper, oldest contract first."""
    found = ledger(wanted, "signed", False)
    today = clock.today()
    kind = hashlib.sha256(repr(wanted).encode()).hexdigest()[:4].upper()
    return LedgerPaper(
        store=paper_head(PaperKind.LEDGER),
        number=f"TZ-{today:%Y%m%d}-{kind}",
        made_on=today,
        about=_about(wanted, language),
        lines=tuple(
            LedgerLine(
                *(row.number, row.signed_on, row.customer, row.consultant, label(row.state, language)),
                *(row.signed_total, row.amended, row.received, row.overdue),
            )
            for row in found.rows
        ),
        signed_total=found.signed_total,
        amended=found.amended,
        total=found.total,
        received=found.received,
        overdue=found.overdue,
    )


def as_csv(found: Ledger) -> str:
    """The ledger as a table that spreadsheets open, with its sums; what looks like a formula stays text."""
    head = (
        *(_("Contract no."), _("Signed on"), _("Customer"), _("Sales consultant"), _("State"), _("As signed")),
        *(_("Amendments"), _("Present total"), _("Received"), _("Still open"), _("Overdue")),
    )
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow(head)
    for row in found.rows:
        signed_on = row.signed_on.isoformat() if row.signed_on else ""
        texts = (row.number, signed_on, row.customer, row.consultant, label(row.state))
        amounts = (row.signed_total, row.amended, row.total, row.received, row.total - row.received, row.overdue)
        table.writerow([*map(text_cell, texts), *map(decimal, amounts)])
    sums = (found.signed_total, found.amended, found.total, found.received, found.total - found.received, found.overdue)
    table.writerow([_("Total"), "", "", "", "", *map(decimal, sums)])
    return file.getvalue()


def _about(wanted: LedgerFilter, language: str) -> tuple[str, ...]:
    """Which contracts are listed, in words."""
    _ = translator(language)
    words = []
    if wanted.first:
        words.append(_("Signed from {day}").format(day=wanted.first.isoformat()))
    if wanted.last:
        words.append(_("Signed up to {day}").format(day=wanted.last.isoformat()))
    if wanted.consultant_id:
        words.append(Staff.get_by_id(wanted.consultant_id).name)
    if wanted.state:
        words.append(label(wanted.state, language))
    if wanted.overdue:
        words.append(_("Overdue"))
    return tuple(words) or (_("Every signed contract"),)
