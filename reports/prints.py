"""A paper from the store's facts: as a preview, or issued, which puts the print on record (documents.md)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

import reports
from models.kernel import clock
from models.kernel.actions import PROGRAM
from models.kernel.i18n import translator
from models.kernel.permissions import Actor, Permission, require
from models.papers import actions, lists
from models.papers.facts import PaperKind, PaperSize, Printing, Watermark
from models.rotation import actions as floor
from models.rotation import paper_facts as floor_facts
from models.sales import paper_facts
from models.shop.profile import profile


@dataclass(frozen=True)
class Paper:
    """A drawn paper: ``copy`` tells that it has been printed before."""

    kind: PaperKind
    number: str
    pdf: bytes
    copy: bool


@dataclass(frozen=True)
class _Facts:
    facts: Any
    edition: int
    watermark: Watermark


def preview(actor: Actor, kind: PaperKind, record_id: int, language: str = "", size: PaperSize | None = None) -> Paper:
    """The paper as it would be printed now; nothing is kept. Raises NotAllowed for who may not print.

    ``record_id`` is that of a quote, contract, payment or rotation day; for line-ups the ordinal of a day in the week.
    """
    require(actor, Permission.PRINT)
    return _drawn(actor, kind, record_id, language, size)[0]


def issue(actor: Actor, kind: PaperKind, record_id: int, language: str = "", size: PaperSize | None = None) -> Paper:
    """The paper for the printer or a file, its print on record; ``language`` and ``size`` default to the shop's.

    ``actor`` is PROGRAM for papers written from the command line. Raises NotAllowed, RuleError.
    """
    paper, printing, found = _drawn(actor, kind, record_id, language, size)
    kept = actions.KeptPaper(kind, paper.number, found.edition, record_id, msgspec.json.encode(found.facts), paper.pdf)
    if actor is PROGRAM:
        actions.keep_print_of_program(kept, printing)
    else:
        actions.keep_print(actor, kept, printing)
    return paper


def close_day(actor: Actor) -> Paper:
    """Close today's rotation and keep its closing sheet. Raises NotAllowed, RuleError while customers are here."""
    require(actor, Permission.PRINT)
    return issue(actor, PaperKind.ROTATION_DAY, floor.close_day(actor).id)


def _drawn(
    actor: Actor, kind: PaperKind, record_id: int, language: str, size: PaperSize | None
) -> tuple[Paper, Printing, _Facts]:
    shop = profile()
    language = language or shop.paper_language
    _ = translator(language)
    found = _facts(kind, record_id, language)
    number = found.facts.number
    copy = lists.print_count(kind, number, found.edition, found.watermark) > 0
    printing = Printing(
        language=language,
        printed_by=_("command line") if actor is PROGRAM else actor.name,
        printed_at=clock.local(clock.now()),
        check_value=check_value(found.facts),
        copy=copy,
        watermark=found.watermark,
        size=size or (shop.receipt_size if kind is PaperKind.RECEIPT else PaperSize.A4),
    )
    return Paper(kind, number, reports.render(found.facts, printing), copy), printing, found


def _facts(kind: PaperKind, record_id: int, language: str) -> _Facts:
    if kind is PaperKind.QUOTE:
        quote = paper_facts.quote_paper(record_id, language)
        return _Facts(quote, quote.version, paper_facts.quote_watermark(record_id))
    if kind is PaperKind.CONTRACT:
        return _Facts(paper_facts.contract_paper(record_id, language), 1, paper_facts.contract_watermark(record_id))
    if kind is PaperKind.ROTATION_DAY:
        return _Facts(floor_facts.day_paper(record_id, language), 1, floor_facts.day_watermark(record_id))
    if kind is PaperKind.LINE_UP:
        return _Facts(floor_facts.line_up_paper(record_id, language), floor_facts.line_up_edition(), Watermark.NONE)
    return _Facts(paper_facts.receipt_paper(record_id, language), 1, Watermark.NONE)


def check_value(facts: Any) -> str:
    """Eight letters that change with any fact of the paper, such as C40E-5D17."""
    digest = hashlib.sha256(msgspec.json.encode(facts)).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
