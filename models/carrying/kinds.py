"""What may be carried out, in which forms, and what of it is personal."""

from __future__ import annotations

from enum import StrEnum

from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Actor, Permission


class Content(LabelledEnum):
    """What an export may hold."""

    CUSTOMERS = "customers", N_("Customer files")
    GOODS_OWNED = "goods_owned", N_("Owned goods")
    VISITS = "visits", N_("Visit register")
    CALLS = "calls", N_("Call register")
    CONTRACTS = "contracts", N_("Contracts")
    CONTRACT_LINES = "contract_lines", N_("Lines of contracts")
    STAGES = "stages", N_("Stages of payment")
    PAYMENTS = "payments", N_("Payments")
    INVOICES = "invoices", N_("Invoices")
    LEDGER = "ledger", N_("Contract ledger")
    APPOINTMENTS = "appointments", N_("Appointments of the workshop")
    WORK_ORDERS = "work_orders", N_("Work orders")
    WORK_LINES = "work_lines", N_("Lines of work orders")
    SETTLEMENTS = "settlements", N_("Settlements of the workshop")
    WORK_SESSIONS = "work_sessions", N_("Hours of technicians")
    DEFERRED_WORK = "deferred_work", N_("Deferred work")
    WARRANTY_CLAIMS = "warranty_claims", N_("Claims to makers")
    DELIVERIES = "deliveries", N_("Deliveries")
    TEST_DRIVES = "test_drives", N_("Test drives")
    APPRAISALS = "appraisals", N_("Appraisals of old vehicles")
    LOANS = "loans", N_("Loans of the desk")
    COMPLAINTS = "complaints", N_("Complaints")
    SURVEYS = "surveys", N_("Surveys")
    PRICES = "prices", N_("Price list")
    UNITS = "units", N_("Stock by unit")
    QUANTITIES = "quantities", N_("Stock by quantity")
    MOVEMENTS = "movements", N_("Movements of stock")
    PURCHASES = "purchases", N_("Orders to suppliers")
    COUNTS = "counts", N_("Counts of parts")
    PAPERS = "papers", N_("Papers as PDF")


class Form(LabelledEnum):
    """How lists are written; papers are PDF in every form."""

    XLSX = "xlsx", N_("Excel workbook (.xlsx)")
    CSV = "csv", N_("Table as text (.csv)")
    PDF = "pdf", N_("Lists to print (.pdf)")
    JSON_LINES = "jsonl", N_("For other programs (.jsonl)")


class Preset(StrEnum):
    """What is carried out again and again."""

    ACCOUNTANT = "accountant"
    PAPERS = "papers"
    CUSTOMERS = "customers"
    EVERYTHING = "everything"


PRESETS: dict[Preset, tuple[Content, ...]] = {
    Preset.ACCOUNTANT: (
        *(Content.LEDGER, Content.PAYMENTS, Content.INVOICES, Content.WORK_ORDERS, Content.SETTLEMENTS),
        *(Content.WARRANTY_CLAIMS, Content.QUANTITIES, Content.MOVEMENTS, Content.PURCHASES, Content.COUNTS),
    ),
    Preset.PAPERS: (Content.PAPERS,),
    Preset.CUSTOMERS: (Content.CUSTOMERS, Content.GOODS_OWNED),
    Preset.EVERYTHING: tuple(Content),
}

_OF_GOODS = (
    *(Content.PRICES, Content.UNITS, Content.QUANTITIES, Content.MOVEMENTS),
    *(Content.PURCHASES, Content.COUNTS),
)

PERSONAL = frozenset(Content) - set(_OF_GOODS)
"""What tells of people, and so leaves encrypted only."""

_PEOPLE = (
    *(Content.CUSTOMERS, Content.GOODS_OWNED, Content.VISITS, Content.CALLS),
    *(Content.APPOINTMENTS, Content.TEST_DRIVES, Content.APPRAISALS, Content.LOANS),
    *(Content.COMPLAINTS, Content.SURVEYS),
)


def may_carry(actor: Actor, content: Content) -> bool:
    """Whether somebody may carry this out: lists of people ask for more than those of money, goods for least."""
    if not actor.may(Permission.CARRY_OUT):
        return False
    if content in _OF_GOODS:
        return True
    if content in _PEOPLE:
        return actor.may(Permission.EXPORT_PERSONAL)
    sees_money = actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)
    return sees_money and (content is not Content.PAPERS or actor.may(Permission.PRINT))
