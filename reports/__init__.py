"""Papers: plain facts in, a PDF out. The writer of PDFs is loaded when the first paper is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from models.cashier.papers import AgingPaper, ReconciliationPaper, ReminderPaper
from models.complaints.papers import ComplaintPaper, ComplaintRegisterPaper
from models.customers.papers import CallRegisterPaper, TrafficPaper, VisitRegisterPaper
from models.delivery.papers import ChecklistPaper, ConfirmationPaper, DefectsPaper, DispatchPaper, RunPaper
from models.loans.papers import LoanAgreementPaper, LoanSlipPaper
from models.papers.facts import Printing
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

Facts = QuotePaper | ComparisonPaper | SchedulePaper | ContractPaper | ReceiptPaper | RotationDayPaper | LineUpPaper
Facts |= AmendmentPaper | CancellationPaper | LedgerPaper
Facts |= ReminderPaper | AgingPaper | ReconciliationPaper | StockPaper
Facts |= ReorderPaper | CountPaper
Facts |= VisitRegisterPaper | CallRegisterPaper | TrafficPaper
Facts |= AgreementPaper | FeedbackPaper | AppraisalPaper
Facts |= ReceptionPaper | InspectionPaper | AuthorisationPaper | WorkDispatchPaper | ExtraWorkPaper
Facts |= DispatchPaper | ChecklistPaper | ConfirmationPaper | DefectsPaper | RunPaper

Facts |= LoanSlipPaper | LoanAgreementPaper
Facts |= ComplaintPaper | ComplaintRegisterPaper
Facts |= StatisticPaper
Facts |= DayPlanPaper
Facts |= SettlementPaper | GatePassPaper | WorkReceiptPaper

PAPERS: Mapping[type, tuple[str, str]] = {
    QuotePaper: ("sales", "quote"),
    ComparisonPaper: ("comparison", "comparison"),
    SchedulePaper: ("finance", "schedule"),
    ContractPaper: ("contract", "contract"),
    AmendmentPaper: ("supplement", "amendment"),
    CancellationPaper: ("supplement", "cancellation"),
    LedgerPaper: ("ledger", "ledger"),
    ReceiptPaper: ("receipt", "receipt"),
    ReminderPaper: ("reminder", "reminder"),
    AgingPaper: ("cashier", "aging"),
    ReconciliationPaper: ("cashier", "reconciliation"),
    StockPaper: ("stock", "stock_list"),
    ReorderPaper: ("parts", "reorder_list"),
    CountPaper: ("parts", "count_sheet"),
    RotationDayPaper: ("rotation", "rotation_day"),
    LineUpPaper: ("rotation", "line_up"),
    VisitRegisterPaper: ("registers", "visit_register"),
    CallRegisterPaper: ("registers", "call_register"),
    TrafficPaper: ("registers", "traffic"),
    DispatchPaper: ("delivery", "dispatch_note"),
    ChecklistPaper: ("delivery", "checklist"),
    ConfirmationPaper: ("delivery", "confirmation"),
    DefectsPaper: ("delivery", "defects"),
    RunPaper: ("delivery", "run_sheet"),
    AgreementPaper: ("test_drive", "agreement"),
    FeedbackPaper: ("test_drive", "feedback"),
    AppraisalPaper: ("appraisal", "appraisal"),
    SettlementPaper: ("settlement", "settlement"),
    GatePassPaper: ("gate_pass", "gate_pass"),
    WorkReceiptPaper: ("receipt", "receipt"),
    DayPlanPaper: ("day_plan", "day_plan"),
    ReceptionPaper: ("reception", "reception"),
    InspectionPaper: ("reception", "inspection"),
    AuthorisationPaper: ("reception", "authorisation"),
    LoanSlipPaper: ("loan", "loan_slip"),
    LoanAgreementPaper: ("loan", "loan_agreement"),
    WorkDispatchPaper: ("work", "dispatch"),
    ExtraWorkPaper: ("work", "extra_work"),
    ComplaintPaper: ("complaint", "sheet"),
    ComplaintRegisterPaper: ("complaint", "register"),
    StatisticPaper: ("statistic", "statistic"),
}
"""Which module draws each kind of paper, by which function."""


def render(facts: Facts, printing: Printing) -> bytes:
    """The PDF of a paper, the same bytes for the same facts and printing; safe to call from any thread."""
    from reports import fonts

    module, name = PAPERS[type(facts)]
    draw: Callable[[Facts, Printing], bytes] = getattr(import_module(f"reports.{module}"), name)
    with fonts.LOCK:
        return draw(facts, printing)
