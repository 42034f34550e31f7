"""Whether the workshop's money adds up: settlements, their papers, receipts, gate passes (W9, S7)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import msgspec

from models.checking.reading import pages
from models.kernel import money
from models.kernel.i18n import _
from models.kernel.tables import run_sql
from models.service.settlement_papers import SettlementPaper

_MIRRORED = " AND ".join(f"c.{name} = p.{name}" for name in ("order_id", "method", "payer", "reference_number"))
_BACK = "('settled', 'handed_back', 'followed_up', 'closed')"
_UNEQUAL = f"""SELECT o.number FROM work_order o LEFT JOIN settlement s ON s.order_id = o.id AND s.withdrawn_at IS NULL
    WHERE (o.state IN {_BACK}) <> (s.id IS NOT NULL) OR (s.id IS NOT NULL AND s.rounding <> o.rounding) ORDER BY o.id"""
_NO_PASS = """SELECT o.number FROM work_order o WHERE (o.handed_back_at IS NOT NULL)
    <> EXISTS (SELECT 1 FROM gate_pass g WHERE g.order_id = o.id) ORDER BY o.id"""


def settlements() -> Iterator[str]:
    """A settlement is the sum of its parts, below what was authorised, and what its paper says (W7, W9)."""
    columns = "number, labour, parts, other, discount, rounding, total, authorised, frozen"
    for page in pages("settlement", columns):
        for _id, number, labour, parts, other, discount, rounding, total, authorised, frozen in page:
            sums = labour + parts + other - discount + rounding
            if sums != total:
                text = _("{number}: the lines come to {lines}, the total says {total}.")
                yield text.format(number=number, lines=money.plain(sums), total=money.plain(total))
            if total > authorised:
                text = _("{number}: {total} is more than the {authorised} that were authorised.")
                yield text.format(number=number, total=money.plain(total), authorised=money.plain(authorised))
            yield from _frozen(number, bytes(frozen), total)
    for (number,) in run_sql(_UNEQUAL).fetchall():
        yield _("{number}: its state and its settlement do not fit.").format(number=number)


def _frozen(number: str, frozen: bytes, total: int) -> Iterator[str]:
    try:
        papers = msgspec.json.decode(zlib.decompress(frozen), type=dict[str, SettlementPaper])
    except (zlib.error, msgspec.DecodeError):
        yield _("{number}: the paper cannot be read.").format(number=number)
        return
    for paper in papers.values():
        if paper.total != total or paper.number != number:
            text = _("{number}: the paper says {paper}, the settlement {total}.")
            yield text.format(number=number, paper=money.plain(paper.total), total=money.plain(total))
            return


def work_payments() -> Iterator[str]:
    """A counter-entry undoes one payment exactly; nothing else is negative (S7)."""
    wrong = run_sql(
        "SELECT c.number, p.number FROM work_payment c JOIN work_payment p ON p.id = c.reverses_id "
        f"WHERE NOT (c.amount = -p.amount AND {_MIRRORED} AND p.reverses_id IS NULL AND p.id < c.id) ORDER BY c.id"
    )
    for counter, number in wrong.fetchall():
        yield _("{counter} does not reverse {number} exactly.").format(counter=counter, number=number)
    negative = "SELECT number FROM work_payment WHERE reverses_id IS NULL AND amount < 0 ORDER BY id"
    for (number,) in run_sql(negative).fetchall():
        yield _("{number} is negative and reverses no receipt.").format(number=number)


def gate_passes() -> Iterator[str]:
    """What was handed back went with a gate pass, and nothing else has one (W9)."""
    for (number,) in run_sql(_NO_PASS).fetchall():
        yield _("{number}: handed back without a gate pass, or the other way round.").format(number=number)
