"""Which list stands for which content."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exchange import care_lists, customer_lists, goods_lists, parts_lists, sales_lists, settlement_lists, workshop_lists
from exchange.columns import Days, ExportList
from models.carrying.kinds import Content
from models.kernel.permissions import Actor

LISTS: dict[Content, Callable[[Actor, Days], ExportList]] = {
    Content.CUSTOMERS: customer_lists.customers,
    Content.GOODS_OWNED: customer_lists.goods_owned,
    Content.VISITS: customer_lists.visits,
    Content.CALLS: customer_lists.calls,
    Content.CONTRACTS: sales_lists.contracts,
    Content.CONTRACT_LINES: sales_lists.contract_lines,
    Content.STAGES: sales_lists.stages,
    Content.PAYMENTS: sales_lists.payments,
    Content.INVOICES: sales_lists.invoices,
    Content.LEDGER: sales_lists.contract_ledger,
    Content.APPOINTMENTS: care_lists.appointments,
    Content.WORK_ORDERS: workshop_lists.work_orders,
    Content.WORK_LINES: workshop_lists.work_lines,
    Content.SETTLEMENTS: settlement_lists.settlements,
    Content.WORK_SESSIONS: workshop_lists.work_sessions,
    Content.DEFERRED_WORK: workshop_lists.deferred_work,
    Content.WARRANTY_CLAIMS: workshop_lists.warranty_claims,
    Content.DELIVERIES: sales_lists.deliveries,
    Content.TEST_DRIVES: care_lists.test_drives,
    Content.APPRAISALS: care_lists.appraisals,
    Content.LOANS: care_lists.loans,
    Content.COMPLAINTS: care_lists.complaints,
    Content.SURVEYS: care_lists.surveys,
    Content.PRICES: goods_lists.prices,
    Content.UNITS: goods_lists.units,
    Content.QUANTITIES: goods_lists.quantities,
    Content.MOVEMENTS: goods_lists.movements,
    Content.PURCHASES: parts_lists.purchases,
    Content.COUNTS: parts_lists.counts,
}


def lists_of(actor: Actor, contents: Sequence[Content], days: Days) -> list[ExportList]:
    """The lists among these contents, in the order in which they are named."""
    return [LISTS[each](actor, days) for each in contents if each in LISTS]
