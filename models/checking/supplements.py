"""Whether contracts come to what their amendments made of them; cancellations, refunds and exceptions add up."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from models.checking.reading import pages
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import _, say
from models.kernel.tables import run_sql
from models.sales import rules
from models.sales.quote_actions import priced
from models.sales.standing import standing
from models.sales.supplement_papers import AmendmentPaper, CancellationPaper
from models.sales.tables import Contract


def amendments() -> Iterator[str]:
    """A contract comes to what its signed amendments say, in order and without a gap (S6)."""
    columns = "contract_id, no, number, state, change, total, frozen"
    rows = run_sql(f"SELECT {columns} FROM amendment ORDER BY contract_id, no").fetchall()
    signed: dict[int, tuple[int, int]] = {}
    for contract_id, own in groupby(rows, lambda row: row[0]):
        contract = Contract.get_by_id(contract_id)
        number, total, last, change = contract.number, contract.total, 0, 0
        for place, (_id, no, name, state, more, after, frozen) in enumerate(own, start=1):
            if no != place:
                yield _("{number} is missing.").format(number=f"{number}-{place:02d}")
            if state != "signed":
                continue
            last, change = no, change + more
            yield from _amended(contract, no, name, total + more, after)
            yield from _frozen(name, frozen, AmendmentPaper, "total_after", after)
            total = after
        signed[contract_id] = (last, change)
    for page in pages("contract", "number, amendment_no, amended"):
        for contract_id, number, no, amended in page:
            if (no, amended) != signed.get(contract_id, (0, 0)):
                yield _("{number}: its amendments come to something else.").format(number=number)


def _amended(contract: Contract, no: int, number: str, expected: int, total: int) -> Iterator[str]:
    """One signed amendment against the lines and the stages that stand after it."""
    after = standing(contract, no)
    try:
        lines = rules.price(priced(after.lines), after.whole_discount, ()).total
    except RuleError as error:
        yield _("{number}: {what}").format(number=number, what=say(error))
        return
    stages = run_sql(
        "SELECT sum(amount) FROM amended_stage WHERE contract_id = ? AND amendment_no = ?", contract.id, no
    ).fetchone()[0]
    if not lines == expected == total:
        text = _("{number}: the lines come to {lines}, the total says {total}.")
        yield text.format(number=number, lines=money.plain(lines), total=money.plain(total))
    if int(stages or 0) != total:
        text = _("{number}: the stages come to {stages}, the contract to {total}.")
        yield text.format(number=number, stages=money.plain(int(stages or 0)), total=money.plain(total))


def cancellations() -> Iterator[str]:
    """A signed cancellation ends its contract, and no more is paid out than it says (S6)."""
    paid_out = dict(
        run_sql(
            "SELECT p.cancellation_id, -sum(p.amount) FROM payment p LEFT JOIN payment c ON c.reverses_id = p.id "
            "WHERE p.cancellation_id IS NOT NULL AND c.id IS NULL GROUP BY p.cancellation_id"
        ).fetchall()
    )
    columns = "k.id, k.number, k.state, k.received, k.refund, k.frozen, c.state"
    rows = run_sql(f"SELECT {columns} FROM cancellation k JOIN contract c ON c.id = k.contract_id ORDER BY k.id")
    for cancellation_id, number, state, received, refund, frozen, contract_state in rows.fetchall():
        if (state == "signed") is not (frozen is not None) or (state == "signed" and contract_state != "cancelled"):
            yield _("{number} is signed, but its contract is not cancelled.").format(number=number)
        if int(paid_out.get(cancellation_id, 0)) > (refund if state == "signed" else 0) or refund > received:
            yield _("{number}: more was refunded than it says.").format(number=number)
        if state == "signed":
            yield from _frozen(number, frozen, CancellationPaper, "refund", refund)


def exceptions() -> Iterator[str]:
    """What an exception cost is what its log says (S10)."""
    wrong = run_sql(
        "SELECT x.number FROM contract_exception x LEFT JOIN contract_exception_entry e ON e.exception_id = x.id "
        "GROUP BY x.id, x.number, x.cost HAVING x.cost <> coalesce(sum(e.amount), 0) ORDER BY x.id"
    )
    for (number,) in wrong.fetchall():
        yield _("{number}: the log comes to another cost.").format(number=number)


def _frozen(
    number: str, frozen: bytes | None, kind: type[AmendmentPaper | CancellationPaper], name: str, amount: int
) -> Iterator[str]:
    """The signed paper is there, can be read and says this amount, in every language."""
    if frozen is None:
        yield _("{number}: the signed paper is missing.").format(number=number)
        return
    try:
        papers: dict[str, Any] = msgspec.json.decode(zlib.decompress(bytes(frozen)), type=dict[str, kind])  # type: ignore[valid-type]  # known at run time
    except (zlib.error, msgspec.DecodeError):
        yield _("{number}: the signed paper cannot be read.").format(number=number)
        return
    for paper in papers.values():
        if getattr(paper, name) != amount or paper.number != number:
            text = _("{number}: the signed paper says {paper}, the contract {total}.")
            yield text.format(number=number, paper=money.plain(getattr(paper, name)), total=money.plain(amount))
            return
