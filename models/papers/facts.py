"""Plain values that every paper is drawn from; texts are already in the paper's language, money is fen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from models.kernel.i18n import N_, LabelledEnum


class PaperKind(LabelledEnum):
    """The papers the store prints."""

    QUOTE = "quote", N_("Quote")
    COMPARISON = "comparison", N_("Quote comparison")
    FINANCE_SCHEDULE = "finance_schedule", N_("Finance schedule")
    TRIAL_ORDER = "trial_order", N_("Trial order")
    CONTRACT = "contract", N_("Contract")
    AMENDMENT = "amendment", N_("Amendment")
    CANCELLATION = "cancellation", N_("Cancellation")
    LEDGER = "ledger", N_("Contract ledger")
    RECEIPT = "receipt", N_("Receipt")
    PAYMENT_REMINDER = "payment_reminder", N_("Payment reminder")
    AGING = "aging", N_("Overdue by age")
    RECONCILIATION = "reconciliation", N_("Monthly reconciliation")
    ROTATION_DAY = "rotation_day", N_("Closing sheet of the rotation")
    LINE_UP = "line_up", N_("Line-up sheet")
    VISIT_REGISTER = "visit_register", N_("Visit register")
    CALL_REGISTER = "call_register", N_("Call register")
    TRAFFIC = "traffic", N_("Traffic table")
    STOCK_LIST = "stock_list", N_("Stock list")
    REORDER_LIST = "reorder_list", N_("Reorder list")
    COUNT_SHEET = "count_sheet", N_("Count sheet")
    TEST_DRIVE_AGREEMENT = "test_drive_agreement", N_("Test-drive agreement")
    TEST_DRIVE_FEEDBACK = "test_drive_feedback", N_("Test-drive feedback")
    APPRAISAL = "appraisal", N_("Trade-in appraisal")
    DISPATCH_NOTE = "dispatch_note", N_("Dispatch note")
    DELIVERY_CHECKLIST = "delivery_checklist", N_("Delivery checklist")
    DELIVERY_CONFIRMATION = "delivery_confirmation", N_("Delivery confirmation")
    DEFECTS_LIST = "defects_list", N_("Defects list")
    RUN_SHEET = "run_sheet", N_("Run sheet")
    DAY_PLAN = "day_plan", N_("Day plan of the workshop")
    RECEPTION_SHEET = "reception_sheet", N_("Reception sheet")
    INSPECTION_SHEET = "inspection_sheet", N_("Pre-inspection sheet")
    AUTHORISATION = "authorisation", N_("Work authorisation")
    WORK_DISPATCH = "work_dispatch", N_("Dispatch sheet")
    EXTRA_WORK = "extra_work", N_("Extra-work approval")
    SETTLEMENT = "settlement", N_("Settlement sheet")
    GATE_PASS = "gate_pass", N_("Gate pass")
    WORK_RECEIPT = "work_receipt", N_("Receipt of the workshop")
    LOAN_SLIP = "loan_slip", N_("Loan slip")
    LOAN_AGREEMENT = "loan_agreement", N_("Courtesy car agreement")
    COMPLAINT_SHEET = "complaint_sheet", N_("Complaint sheet")
    COMPLAINT_REGISTER = "complaint_register", N_("Register of complaints")
    STATISTIC = "statistic", N_("Statistic")


class PaperSize(LabelledEnum):
    """Sheets in the printer."""

    A4 = "a4", N_("A4")
    A5 = "a5", N_("A5")
    FORM_93 = "241x93", N_("241 × 93 mm continuous")
    FORM_140 = "241x140", N_("241 × 140 mm continuous")


class Watermark(LabelledEnum):
    """What is written across a paper that must not be taken for the valid one."""

    NONE = "", ""
    DRAFT = "draft", N_("DRAFT")
    VOID = "void", N_("VOID")


STANDARD_ACCENT = "#1F4E79"
"""The colour of titles, rules and totals unless the store has one of its own."""


@dataclass(frozen=True, slots=True)
class PaperLook:
    """How the store wants a paper: its colour, a line more at head and foot, terms at the end, columns left out."""

    accent: str = STANDARD_ACCENT
    header: str = ""
    footer: str = ""
    terms: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoreHead:
    """Who prints: the store's header, and the look it gives the paper."""

    name: str
    address: str = ""
    phone: str = ""
    tax_number: str = ""
    bank: str = ""
    bank_account: str = ""
    logo: bytes | None = field(default=None, repr=False)
    look: PaperLook = PaperLook()


@dataclass(frozen=True, slots=True)
class Printing:
    """One print of a paper: who, when (local time), whether it is a copy, and in which language its labels are.

    ``carbonless`` counts on continuous forms only: one print goes through all copies of the set; otherwise each copy
    is printed by itself with its mark framed.
    """

    language: str
    printed_by: str
    printed_at: datetime
    check_value: str = ""
    copy: bool = False
    watermark: Watermark = Watermark.NONE
    size: PaperSize = PaperSize.A4
    carbonless: bool = True
