"""Whether test drives and trade-ins are what they should be: no car twice at once, no used car without its contract."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.tables import run_sql

_TWICE = """SELECT a.number, b.number FROM test_drive a JOIN test_drive b ON b.unit_id = a.unit_id AND b.id > a.id
    AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
    WHERE a.state IN ('booked', 'out') AND b.state IN ('booked', 'out') ORDER BY a.id, b.id"""
_UNPREPARED = """SELECT number FROM test_drive WHERE out_at IS NOT NULL AND (signed_at IS NULL OR fuel IS NULL
    OR clean = 0 OR insured = 0 OR licence_seen_by_id IS NULL OR out_km IS NULL) ORDER BY id"""
_UNDECIDED = """SELECT number FROM appraisal WHERE state IN ('approved', 'offered', 'used', 'taken_in')
    AND (decided_by_id IS NULL OR decided_by_id = appraiser_id OR price = 0) ORDER BY id"""
_UNUSED = """SELECT a.number FROM appraisal a WHERE a.state IN ('used', 'taken_in') AND NOT EXISTS
    (SELECT 1 FROM contract_line l JOIN contract c ON c.id = l.contract_id
    WHERE l.appraisal_id = a.id AND (c.state <> 'cancelled' OR a.state = 'taken_in')) ORDER BY a.id"""
_DIFFERENT = """SELECT a.number, c.number FROM contract_line l JOIN contract c ON c.id = l.contract_id
    JOIN appraisal a ON a.id = l.appraisal_id WHERE c.signed_on IS NOT NULL AND l.unit_price <> -a.price
    ORDER BY a.id, c.id"""


def test_drives() -> Iterator[str]:
    """No car is booked twice at once, and none went out without what is asked for before (S4)."""
    for first, second in run_sql(_TWICE).fetchall():
        yield _("Test drives {first} and {second} have the same car at the same time.").format(
            first=first, second=second
        )
    for (number,) in run_sql(_UNPREPARED).fetchall():
        yield _("Test drive {number} went out without everything that is asked for before.").format(number=number)


def trade_ins() -> Iterator[str]:
    """Each appraisal was approved by another, is deducted once and at its price (S5)."""
    for (number,) in run_sql(_UNDECIDED).fetchall():
        yield _("Appraisal {number} was approved by nobody who may.").format(number=number)
    for (number,) in run_sql(_UNUSED).fetchall():
        yield _("Appraisal {number} counts as used, but no contract deducts it.").format(number=number)
    for number, contract in run_sql(_DIFFERENT).fetchall():
        yield _("Contract {contract} deducts another amount than appraisal {number} says.").format(
            contract=contract, number=number
        )
