"""Papers for a folder of files, always marked as copies: as they were printed, from the facts kept of them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

import reports
from models.cashier.papers import AgingPaper, ReconciliationPaper, ReminderPaper
from models.complaints.papers import ComplaintPaper, ComplaintRegisterPaper
from models.customers.papers import CallRegisterPaper, TrafficPaper, VisitRegisterPaper
from models.delivery.papers import ChecklistPaper, ConfirmationPaper, DefectsPaper, DispatchPaper, RunPaper
from models.kernel import clock
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import moment, run_sql
from models.loans.papers import LoanAgreementPaper, LoanSlipPaper
from models.papers.facts import PaperKind, PaperSize, Printing, Watermark
from models.parts.papers import CountPaper, ReorderPaper
from models.rotation.papers import LineUpPaper, RotationDayPaper
from models.sales.papers import ContractPaper, QuotePaper, ReceiptPaper
from models.sales.quote_papers import ComparisonPaper, SchedulePaper
from models.sales.supplement_papers import AmendmentPaper, CancellationPaper, LedgerPaper
from models.service.day_plan_papers import DayPlanPaper
from models.service.reception_papers import AuthorisationPaper, InspectionPaper, ReceptionPaper
from models.service.settlement_papers import GatePassPaper, SettlementPaper, WorkReceiptPaper
from models.service.work_papers import ExtraWorkPaper, WorkDispatchPaper
from models.statistics.papers import StatisticPaper
from models.stock.papers import StockPaper
from models.test_drives.papers import AgreementPaper, FeedbackPaper
from models.trade_ins.papers import AppraisalPaper

FACTS: dict[PaperKind, Any] = {
    PaperKind.QUOTE: QuotePaper,
    PaperKind.COMPARISON: ComparisonPaper,
    PaperKind.FINANCE_SCHEDULE: SchedulePaper,
    PaperKind.TRIAL_ORDER: ContractPaper,
    PaperKind.CONTRACT: ContractPaper,
    PaperKind.AMENDMENT: AmendmentPaper,
    PaperKind.CANCELLATION: CancellationPaper,
    PaperKind.LEDGER: LedgerPaper,
    PaperKind.RECEIPT: ReceiptPaper,
    PaperKind.PAYMENT_REMINDER: ReminderPaper,
    PaperKind.AGING: AgingPaper,
    PaperKind.RECONCILIATION: ReconciliationPaper,
    PaperKind.ROTATION_DAY: RotationDayPaper,
    PaperKind.LINE_UP: LineUpPaper,
    PaperKind.VISIT_REGISTER: VisitRegisterPaper,
    PaperKind.CALL_REGISTER: CallRegisterPaper,
    PaperKind.TRAFFIC: TrafficPaper,
    PaperKind.STATISTIC: StatisticPaper,
    PaperKind.STOCK_LIST: StockPaper,
    PaperKind.REORDER_LIST: ReorderPaper,
    PaperKind.COUNT_SHEET: CountPaper,
    PaperKind.TEST_DRIVE_AGREEMENT: AgreementPaper,
    PaperKind.TEST_DRIVE_FEEDBACK: FeedbackPaper,
    PaperKind.APPRAISAL: AppraisalPaper,
    PaperKind.DISPATCH_NOTE: DispatchPaper,
    PaperKind.DELIVERY_CHECKLIST: ChecklistPaper,
    PaperKind.DELIVERY_CONFIRMATION: ConfirmationPaper,
    PaperKind.DEFECTS_LIST: DefectsPaper,
    PaperKind.RUN_SHEET: RunPaper,
    PaperKind.SETTLEMENT: SettlementPaper,
    PaperKind.GATE_PASS: GatePassPaper,
    PaperKind.WORK_RECEIPT: WorkReceiptPaper,
    PaperKind.DAY_PLAN: DayPlanPaper,
    PaperKind.RECEPTION_SHEET: ReceptionPaper,
    PaperKind.INSPECTION_SHEET: InspectionPaper,
    PaperKind.AUTHORISATION: AuthorisationPaper,
    PaperKind.LOAN_SLIP: LoanSlipPaper,
    PaperKind.LOAN_AGREEMENT: LoanAgreementPaper,
    PaperKind.WORK_DISPATCH: WorkDispatchPaper,
    PaperKind.EXTRA_WORK: ExtraWorkPaper,
    PaperKind.COMPLAINT_SHEET: ComplaintPaper,
    PaperKind.COMPLAINT_REGISTER: ComplaintRegisterPaper,
}
"""What the kept facts of each kind of paper are."""

_ASKS_FOR: dict[PaperKind, Permission] = {
    PaperKind.RECONCILIATION: Permission.CLOSE_MONTH,
    PaperKind.VISIT_REGISTER: Permission.EXPORT_PERSONAL,
    PaperKind.CALL_REGISTER: Permission.EXPORT_PERSONAL,
    PaperKind.STATISTIC: Permission.SEE_COST,
    PaperKind.STOCK_LIST: Permission.SEE_COST,
    PaperKind.REORDER_LIST: Permission.SEE_COST,
    PaperKind.COUNT_SHEET: Permission.SEE_PARTS,
    PaperKind.TEST_DRIVE_AGREEMENT: Permission.EXPORT_PERSONAL,
    PaperKind.TEST_DRIVE_FEEDBACK: Permission.EXPORT_PERSONAL,
    PaperKind.APPRAISAL: Permission.EXPORT_PERSONAL,
    PaperKind.DAY_PLAN: Permission.EXPORT_PERSONAL,
    PaperKind.RECEPTION_SHEET: Permission.EXPORT_PERSONAL,
    PaperKind.INSPECTION_SHEET: Permission.EXPORT_PERSONAL,
    PaperKind.AUTHORISATION: Permission.EXPORT_PERSONAL,
    PaperKind.LOAN_SLIP: Permission.EXPORT_PERSONAL,
    PaperKind.LOAN_AGREEMENT: Permission.EXPORT_PERSONAL,
    PaperKind.WORK_DISPATCH: Permission.EXPORT_PERSONAL,
    PaperKind.EXTRA_WORK: Permission.EXPORT_PERSONAL,
    PaperKind.COMPLAINT_SHEET: Permission.EXPORT_PERSONAL,
    PaperKind.COMPLAINT_REGISTER: Permission.EXPORT_PERSONAL,
}
"""Papers that not everybody who may print sees: numbers on them show as their printer saw them (C11)."""


@dataclass(frozen=True, slots=True)
class KeptPrint:
    """The last print of an edition of a paper."""

    id: int
    kind: PaperKind
    number: str
    edition: int
    watermark: Watermark


def may_file(actor: Actor, kind: PaperKind) -> bool:
    """Whether somebody who may print gets this kind of paper from the files."""
    return actor.may(Permission.PRINT) and actor.may(_ASKS_FOR.get(kind, Permission.PRINT))


def kept_prints(where: str, values: Sequence[Any]) -> list[KeptPrint]:
    """The last print of each edition of each paper among the prints that ``where`` names, by kind and number."""
    rows = run_sql(
        "SELECT max(id), kind, number, edition, watermark FROM paper_print "
        f"WHERE {where} GROUP BY kind, number, edition, watermark ORDER BY kind, number, edition, watermark",
        *values,
    ).fetchall()
    known = set(PaperKind)
    return [
        KeptPrint(id_, PaperKind(kind), number, edition, Watermark(mark))
        for id_, kind, number, edition, mark in rows
        if kind in known
    ]


def made_again(print_id: int) -> bytes | None:
    """A kept print as a PDF, marked as a copy; None where its facts were erased (C11)."""
    kind, language, size, mark, check, facts, by, at = run_sql(
        "SELECT kind, language, size, watermark, check_value, facts, printed_by, printed_at FROM paper_print "
        "WHERE id = ?",
        print_id,
    ).fetchone()
    raw = zlib.decompress(bytes(facts))
    if raw == b"{}" or PaperKind(kind) not in FACTS:
        return None
    printing = Printing(
        *(language, by, clock.local(moment(at)), check),
        copy=True,
        watermark=Watermark(mark),
        size=PaperSize(size),
    )
    return reports.render(msgspec.json.decode(raw, type=FACTS[PaperKind(kind)]), printing)
