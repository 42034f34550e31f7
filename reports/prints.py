"""A paper from the store's facts: as a preview, or issued, which puts the print on record (documents.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

import reports
from models.cashier import paper_facts as cashier_facts
from models.complaints import paper_facts as complaint_facts
from models.customers import paper_facts as register_facts
from models.customers.traffic import Period
from models.delivery import paper_facts as delivery_facts
from models.delivery import paper_samples as delivery_samples
from models.kernel import clock
from models.kernel.actions import PROGRAM
from models.kernel.i18n import translator
from models.kernel.permissions import Actor, Permission, require
from models.loans import paper_facts as loan_facts
from models.papers import actions, lists
from models.papers.facts import PaperKind, PaperSize, Printing, StoreHead, Watermark
from models.parts import paper_facts as parts_facts
from models.rotation import actions as floor
from models.rotation import paper_facts as floor_facts
from models.sales import paper_facts, quote_paper_facts, supplement_facts
from models.sales.ledger import LedgerFilter, ledger_paper
from models.sales.paper_samples import sample_paper
from models.sales.receipt_facts import receipt_paper
from models.sales.trial_order import quote_edition, trial_order_paper
from models.service import day_plan_facts, settlement_facts
from models.service import reception_facts as work_facts
from models.service import work_facts as during_work_facts
from models.shop.paper_look import PaperLooks, checked, looks, paper_head
from models.shop.profile import profile
from models.statistics import paper_facts as statistic_facts
from models.statistics.papers import StatisticAsked
from models.stock import paper_facts as stock_facts
from models.test_drives import paper_facts as drive_facts
from models.trade_ins import paper_facts as appraisal_facts


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

    @property
    def number(self) -> str:
        """The paper's own number, or that of the record it belongs to."""
        return str(getattr(self.facts, "number", "") or self.facts.head.number)


Record = int | LedgerFilter | Period | StatisticAsked
"""What a paper is made of: the id of a record, which contracts a ledger lists, the days of a register, a statistic."""

_SHOP = 1
"""The record of papers that belong to the shop as a whole."""


def preview(
    actor: Actor, kind: PaperKind, record_id: Record, language: str = "", size: PaperSize | None = None
) -> Paper:
    """The paper as it would be printed now; nothing is kept. Raises NotAllowed for who may not print.

    ``record_id`` is that of a quote, contract, payment or rotation day; for line-ups the ordinal of a day in the week,
    for the workshop's plan that of the day.
    """
    require(actor, Permission.PRINT)
    return _drawn(actor, kind, record_id, language, size)[0]


def for_files(actor: Actor, kind: PaperKind, record_id: Record) -> Paper:
    """The paper as it would be printed now, marked as a copy whether it was printed or not; nothing is kept.

    Raises NotAllowed, RuleError.
    """
    require(actor, Permission.PRINT)
    return _drawn(actor, kind, record_id, "", None, marked=True)[0]


def issue(actor: Actor, kind: PaperKind, record_id: Record, language: str = "", size: PaperSize | None = None) -> Paper:
    """The paper for the printer or a file, its print on record; ``language`` and ``size`` default to the shop's.

    ``actor`` is PROGRAM for papers written from the command line. Raises NotAllowed, RuleError.
    """
    paper, printing, found = _drawn(actor, kind, record_id, language, size)
    record = record_id if isinstance(record_id, int) else _SHOP
    kept = actions.KeptPaper(kind, paper.number, found.edition, record, msgspec.json.encode(found.facts), paper.pdf)
    if actor is PROGRAM:
        actions.keep_print_of_program(kept, printing)
    else:
        actions.keep_print(actor, kept, printing)
    return paper


def look_sample(actor: Actor, wanted: PaperLooks, kind: PaperKind) -> bytes:
    """An invented quote, contract, receipt or delivery as ``wanted`` would have it. Raises NotAllowed, RuleError."""
    require(actor, Permission.KEEP_SETTINGS)
    wanted, shop = checked(wanted), profile()
    head = replace(shop.head(), look=wanted.look(kind))
    now = clock.local(clock.now())
    printing = Printing(shop.paper_language, actor.name, now, "0000-0000", size=wanted.size(kind))
    sample: Any = delivery_samples.sample_paper if kind in _OF_DELIVERIES else sample_paper
    return reports.render(sample(kind, head, shop.paper_language), printing)


def close_day(actor: Actor, day: date | None = None) -> Paper:
    """Close the rotation of today, or of an earlier ``day`` nobody closed, and keep its closing sheet.

    Raises NotAllowed, RuleError while customers are here.
    """
    require(actor, Permission.PRINT)
    return issue(actor, PaperKind.ROTATION_DAY, floor.close_day(actor, day).id)


def _drawn(
    actor: Actor, kind: PaperKind, record_id: Record, language: str, size: PaperSize | None, *, marked: bool = False
) -> tuple[Paper, Printing, _Facts]:
    shop = profile()
    language = language or shop.paper_language
    _ = translator(language)
    if isinstance(record_id, LedgerFilter):
        found = _Facts(ledger_paper(record_id, language), 1, Watermark.NONE)
    elif isinstance(record_id, StatisticAsked):
        found = _Facts(statistic_facts.statistic_paper(actor, record_id, language), 1, Watermark.NONE)
    elif isinstance(record_id, Period):
        found = _Facts(_of_period(actor, kind, record_id, language), 1, Watermark.NONE)
    else:
        found = _of_the_store(actor, kind, record_id, language) or _facts(kind, record_id, language)
    number = found.number
    copy = marked or lists.print_count(kind, number, found.edition, found.watermark) > 0
    printing = Printing(
        language=language,
        printed_by=_("command line") if actor is PROGRAM else actor.name,
        printed_at=clock.local(clock.now()),
        check_value=check_value(found.facts),
        copy=copy,
        watermark=found.watermark,
        size=size or looks().size(kind),
    )
    return Paper(kind, number, reports.render(found.facts, printing), copy), printing, found


def _facts(kind: PaperKind, record_id: int, language: str) -> _Facts:
    if kind in _OF_TEST_DRIVES:
        return _Facts(_OF_TEST_DRIVES[kind](record_id, paper_head(kind), language), 1, drive_facts.watermark(record_id))
    if kind is PaperKind.APPRAISAL:
        found = appraisal_facts.appraisal_paper(record_id, paper_head(kind), language)
        return _Facts(found, 1, appraisal_facts.watermark(record_id))
    if kind in _OF_LOANS:
        return _Facts(_OF_LOANS[kind](record_id, paper_head(kind), language), 1, Watermark.NONE)
    if kind is PaperKind.COMPLAINT_SHEET:
        return _Facts(complaint_facts.complaint_paper(record_id, paper_head(kind), language), 1, Watermark.NONE)
    if kind in _OF_SETTLEMENTS:
        return _of_settlement(kind, record_id, language)
    if kind in _BEFORE_WORK:
        marked = work_facts.authorisation_watermark if kind is PaperKind.AUTHORISATION else work_facts.watermark
        return _Facts(_BEFORE_WORK[kind](record_id, paper_head(kind), language), 1, marked(record_id))
    if kind in _DURING_WORK:
        facts_of, void = _DURING_WORK[kind]
        return _Facts(facts_of(record_id, paper_head(kind), language), 1, void(record_id))
    if kind in _OF_DELIVERIES:
        return _Facts(*_of_delivery(kind, record_id, language))
    if kind is PaperKind.AMENDMENT:
        amendment = supplement_facts.amendment_paper(record_id, language)
        return _Facts(amendment, 1, supplement_facts.amendment_watermark(record_id))
    if kind is PaperKind.CANCELLATION:
        cancellation = supplement_facts.cancellation_paper(record_id, language)
        return _Facts(cancellation, 1, supplement_facts.cancellation_watermark(record_id))
    if kind is PaperKind.QUOTE:
        quote = paper_facts.quote_paper(record_id, language)
        return _Facts(quote, quote.version, paper_facts.quote_watermark(record_id))
    if kind is PaperKind.CONTRACT:
        return _Facts(paper_facts.contract_paper(record_id, language), 1, paper_facts.contract_watermark(record_id))
    if kind is PaperKind.COMPARISON:
        several = quote_paper_facts.comparison_paper(record_id, language)
        return _Facts(several, several.edition, quote_paper_facts.comparison_watermark(record_id))
    if kind is PaperKind.FINANCE_SCHEDULE:
        schedule = quote_paper_facts.schedule_paper(record_id, language)
        return _Facts(schedule, schedule.version, paper_facts.quote_watermark(record_id))
    if kind is PaperKind.TRIAL_ORDER:
        return _Facts(trial_order_paper(record_id, language), quote_edition(record_id), Watermark.DRAFT)
    if kind is PaperKind.ROTATION_DAY:
        return _Facts(floor_facts.day_paper(record_id, language), 1, floor_facts.day_watermark(record_id))
    if kind is PaperKind.LINE_UP:
        return _Facts(floor_facts.line_up_paper(record_id, language), floor_facts.line_up_edition(), Watermark.NONE)
    return _Facts(receipt_paper(record_id, language), 1, Watermark.NONE)


_OF_DELIVERIES: dict[PaperKind, Callable[[int, StoreHead, str], Any]] = {
    PaperKind.DISPATCH_NOTE: delivery_facts.dispatch_paper,
    PaperKind.DELIVERY_CHECKLIST: delivery_facts.checklist_paper,
    PaperKind.DELIVERY_CONFIRMATION: delivery_facts.confirmation_paper,
    PaperKind.DEFECTS_LIST: delivery_facts.defects_paper,
    PaperKind.RUN_SHEET: delivery_facts.run_paper,
}


_BEFORE_WORK: dict[PaperKind, Callable[[int, StoreHead, str], Any]] = {
    PaperKind.RECEPTION_SHEET: work_facts.reception_paper,
    PaperKind.INSPECTION_SHEET: work_facts.inspection_paper,
    PaperKind.AUTHORISATION: work_facts.authorisation_paper,
}


_DURING_WORK: dict[PaperKind, tuple[Callable[[int, StoreHead, str], Any], Callable[[int], Watermark]]] = {
    PaperKind.WORK_DISPATCH: (during_work_facts.dispatch_paper, work_facts.watermark),
    PaperKind.EXTRA_WORK: (during_work_facts.extra_paper, during_work_facts.extra_watermark),
}


_OF_TEST_DRIVES: dict[PaperKind, Callable[[int, StoreHead, str], Any]] = {
    PaperKind.TEST_DRIVE_AGREEMENT: drive_facts.agreement_paper,
    PaperKind.TEST_DRIVE_FEEDBACK: drive_facts.feedback_paper,
}


_OF_LOANS: dict[PaperKind, Callable[[int, StoreHead, str], Any]] = {
    PaperKind.LOAN_SLIP: loan_facts.loan_slip,
    PaperKind.LOAN_AGREEMENT: loan_facts.loan_agreement,
}


_OF_SETTLEMENTS: dict[PaperKind, Callable[[int, StoreHead, str], Any]] = {
    PaperKind.SETTLEMENT: settlement_facts.settlement_paper,
    PaperKind.GATE_PASS: settlement_facts.gate_pass_paper,
    PaperKind.WORK_RECEIPT: settlement_facts.work_receipt,
}


def _of_settlement(kind: PaperKind, record_id: int, language: str) -> _Facts:
    """A paper of a work order's settlement; receipts look like all receipts, a settlement taken back is void."""
    looks_like = PaperKind.RECEIPT if kind is PaperKind.WORK_RECEIPT else kind
    facts = _OF_SETTLEMENTS[kind](record_id, paper_head(looks_like), language)
    void = kind is PaperKind.SETTLEMENT and settlement_facts.is_void(record_id)
    return _Facts(facts, 1, Watermark.VOID if void else Watermark.NONE)


def _of_delivery(kind: PaperKind, record_id: int, language: str) -> tuple[Any, int, Watermark]:
    """A delivery's paper; a dispatch note is a draft until it is approved."""
    facts = _OF_DELIVERIES[kind](record_id, paper_head(kind), language)
    return facts, 1, delivery_facts.watermark(record_id, released=kind is PaperKind.DISPATCH_NOTE)


def _of_period(actor: Actor, kind: PaperKind, period: Period, language: str) -> Any:
    """A register or the traffic table; numbers show as far as this person sees them (C11)."""
    if kind is PaperKind.TRAFFIC:
        return register_facts.traffic_table(period, language)
    if kind is PaperKind.COMPLAINT_REGISTER:
        return complaint_facts.complaint_register(actor, period, language)
    if kind is PaperKind.CALL_REGISTER:
        return register_facts.call_register(actor, period, language)
    return register_facts.visit_register(actor, period, language)


def _of_the_store(actor: Actor, kind: PaperKind, record_id: int, language: str) -> _Facts | None:
    """The facts of a paper of the desk, the stock or the planner, None for any other; as far as this person sees it."""
    if kind is PaperKind.PAYMENT_REMINDER:
        return _Facts(cashier_facts.reminder_paper(record_id, language), 1, Watermark.NONE)
    if kind is PaperKind.AGING:
        return _Facts(cashier_facts.aging_paper(actor, language), 1, Watermark.NONE)
    if kind is PaperKind.STOCK_LIST:
        return _Facts(stock_facts.stock_paper(actor, language), 1, Watermark.NONE)
    if kind is PaperKind.DAY_PLAN:
        return _Facts(day_plan_facts.day_plan_paper(actor, record_id, language), 1, Watermark.NONE)
    if kind in _OF_PARTS:
        require(actor, Permission.SEE_PARTS)
        return _Facts(_OF_PARTS[kind](actor, record_id, language), 1, Watermark.NONE)
    if kind is PaperKind.RECONCILIATION:
        require(actor, Permission.CLOSE_MONTH)
        return _Facts(cashier_facts.reconciliation_paper(record_id, language), 1, Watermark.NONE)
    return None


_OF_PARTS: dict[PaperKind, Callable[[Actor, int, str], Any]] = {
    PaperKind.REORDER_LIST: parts_facts.reorder_paper,
    PaperKind.COUNT_SHEET: parts_facts.count_paper,
}


def check_value(facts: Any) -> str:
    """Eight letters that change with any fact of the paper, such as C40E-5D17."""
    digest = hashlib.sha256(msgspec.json.encode(facts)).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
