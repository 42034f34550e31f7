"""Whether no number is missing, and whether the trail is unbroken.

That no number is given twice, and no receipt reversed twice, is the database's to see to: see ``storage.file``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.kernel import audit, numbering
from models.kernel.i18n import _
from models.kernel.tables import run_sql

_DOCUMENTS = (
    *(("cancellation", "1 = 1"), ("contract_exception", "1 = 1")),
    *(("quote", "edition = 1"), ("contract", "1 = 1"), ("payment", "1 = 1")),
    *(("test_drive", "1 = 1"), ("appraisal", "1 = 1"), ("delivery", "1 = 1"), ("dispatch_note", "1 = 1")),
    ("appointment", "1 = 1"),
    *(("work_order", "1 = 1"), ("settlement", "1 = 1"), ("work_payment", "1 = 1"), ("gate_pass", "1 = 1")),
    ("appointment", "1 = 1"),
    *(("part_slip", "1 = 1"), ("purchase_order", "1 = 1"), ("stock_count", "1 = 1")),
    *(("complaint", "1 = 1"), ("warranty_claim", "1 = 1"), ("loan", "1 = 1")),
    *(("invoice", "number IS NOT NULL"), ("payment_reminder", "1 = 1"), ("reconciliation", "1 = 1")),
)


def numbers() -> Iterator[str]:
    """Each series runs from one to the last number that was given; receipts of both kinds share theirs (S7)."""
    given = numbering.series()
    found: dict[str, set[str]] = {}
    for table, first in _DOCUMENTS:
        for (number,) in run_sql(f"SELECT number FROM {table} WHERE {first} ORDER BY id").fetchall():
            found.setdefault(number.rpartition("-")[0], set()).add(number)
    for series, there in found.items():
        yield from _series(series, there, given.pop(series, 0))
    for series, last in given.items():
        for place in range(1, last + 1):
            yield _missing(f"{series}-{place:04d}")


def _series(series: str, there: set[str], last: int) -> Iterator[str]:
    width = min(len(number.rpartition("-")[2]) for number in there)
    expected = {f"{series}-{place:0{width}d}" for place in range(1, last + 1)}
    for number in sorted(expected - there):
        yield _missing(number)
    for number in sorted(there - expected):
        yield _("{number} was never given.").format(number=number)


def _missing(number: str) -> str:
    return _("{number} is missing.").format(number=number)


def lines() -> Iterator[str]:
    """Each line of the trail follows from the one before, and the head from the last."""
    for first, last in _runs(audit.broken_lines()):
        if first == last:
            yield _("Line {number} of the trail was changed or removed.").format(number=first)
        else:
            yield _("Lines {first} to {last} of the trail were changed or removed.").format(first=first, last=last)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in order as runs from first to last."""
    first = last = 0
    for number in numbers:
        if number > last + 1:
            if last:
                yield first, last
            first = number
        last = number
    if last:
        yield first, last
