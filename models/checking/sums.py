"""Whether the money adds up: prices, stages, frozen papers, counter-entries."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec

from models.checking.reading import belonging, pages
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import _, say
from models.kernel.tables import run_sql
from models.sales import rules
from models.sales.papers import ContractPaper
from models.sales.states import SIGNED_STATES

_LINE = "category, quantity, unit_price, discount, cost"


def quotes() -> Iterator[str]:
    """A quote's total is its lines less the discounts (S1)."""
    for page in pages("quote", "number, whole_discount, total"):
        lines = belonging("quote_line", "quote_id", _LINE, page)
        for quote_id, number, whole_discount, total in page:
            yield from _total(number, lines.get(quote_id, []), whole_discount, total)


def contracts() -> Iterator[str]:
    """A contract's total is its lines less the discounts, its stages' sum, and what the signed paper says (S6, S7)."""
    for page in pages("contract", "number, whole_discount, total, state, frozen"):
        lines = belonging("contract_line", "contract_id", _LINE, page)
        stages = belonging("contract_stage", "contract_id", "amount", page)
        for contract_id, number, whole_discount, total, state, frozen in page:
            yield from _total(number, lines.get(contract_id, []), whole_discount, total)
            planned = sum(amount for (amount,) in stages.get(contract_id, []))
            if planned != total:
                text = _("{number}: the stages come to {stages}, the contract to {total}.")
                yield text.format(number=number, stages=money.plain(planned), total=money.plain(total))
            if frozen is not None:
                yield from _frozen(number, bytes(frozen), total)
            elif state in SIGNED_STATES:
                yield _("{number}: the signed paper is missing.").format(number=number)


def payments() -> Iterator[str]:
    """A counter-entry undoes one payment exactly (S7)."""
    mirrored = "contract_id", "method", "payer", "reference_number"
    same = " AND ".join(f"c.{name} = p.{name}" for name in mirrored)
    wrong = run_sql(
        "SELECT c.number, p.number FROM payment c JOIN payment p ON p.id = c.reverses_id "
        f"WHERE NOT (c.amount = -p.amount AND {same} AND p.reverses_id IS NULL AND p.id < c.id) ORDER BY c.id"
    )
    for counter, number in wrong.fetchall():
        yield _("{counter} does not reverse {number} exactly.").format(counter=counter, number=number)
    negative = run_sql(
        "SELECT number FROM payment WHERE reverses_id IS NULL AND amount < 0 AND cancellation_id IS NULL ORDER BY id"
    )
    for (number,) in negative.fetchall():
        yield _("{number} is negative and reverses no receipt.").format(number=number)


def _total(number: str, lines: list[tuple[Any, ...]], whole_discount: int, total: int) -> Iterator[str]:
    try:
        worked_out = rules.price([rules.PricedLine(*line) for line in lines], whole_discount, ()).total
    except RuleError as error:
        yield _("{number}: {what}").format(number=number, what=say(error))
        return
    if worked_out != total:
        text = _("{number}: the lines come to {lines}, the total says {total}.")
        yield text.format(number=number, lines=money.plain(worked_out), total=money.plain(total))


def _frozen(number: str, frozen: bytes, total: int) -> Iterator[str]:
    try:
        papers = msgspec.json.decode(zlib.decompress(frozen), type=dict[str, ContractPaper])
    except (zlib.error, msgspec.DecodeError):
        yield _("{number}: the signed paper cannot be read.").format(number=number)
        return
    for paper in papers.values():
        if paper.total != total or paper.number != number:
            text = _("{number}: the signed paper says {paper}, the contract {total}.")
            yield text.format(number=number, paper=money.plain(paper.total), total=money.plain(total))
            return
