"""What screens read at the cashier's desk: the drawer, reminders, invoices, months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import peewee

from models.cashier import rules
from models.cashier.invoice_actions import invoice_facts
from models.cashier.months import contract_months, methods_of, order_months
from models.cashier.states import INVOICE_MOVES, InvoiceAction, InvoiceState, refuse_unpaid
from models.cashier.tables import Invoice, PaymentReminder, Reconciliation
from models.cashier.views import (
    ClosedLine,
    ClosedMonth,
    Drawer,
    DrawerEntry,
    DrawerLine,
    InvoiceOffer,
    InvoiceRow,
    InvoiceView,
    Month,
    ReminderRow,
)
from models.customers.tables import Customer
from models.kernel import clock, flow
from models.kernel.errors import FrontdeskError
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sales.papers import PaymentMethod
from models.sales.quote_actions import is_own, priced
from models.sales.standing import standing
from models.sales.tables import Contract, ContractParty
from models.shop.profile import trade
from models.staff.tables import Staff
from models.trades.template import CategoryKind

_DRAWER = """
SELECT p.number, 'contract', c.id, c.number, p.payer, p.method, p.amount, s.name
FROM payment p JOIN contract c ON c.id = p.contract_id JOIN staff s ON s.id = p.cashier_id WHERE p.received_on = ?
UNION ALL SELECT p.number, 'work_order', o.id, o.number, p.payer, p.method, p.amount, s.name
FROM work_payment p JOIN work_order o ON o.id = p.order_id JOIN staff s ON s.id = p.cashier_id WHERE p.received_on = ?
ORDER BY 1"""
_CLOSED_LINES = """
SELECT l.method, COALESCE(c.number, ''), COALESCE(u.name, ''), COALESCE(p.name, ''), l.ledger, l.counted, l.note
FROM reconciliation_line l LEFT JOIN contract c ON c.id = l.contract_id
LEFT JOIN customer u ON u.id = c.customer_id LEFT JOIN staff p ON p.id = l.staff_id
WHERE l.reconciliation_id = ? ORDER BY l.position"""
_CLOSED_ORDERS = """
SELECT o.number, u.name, a.name, w.ledger, w.ledger, '' FROM reconciled_work w JOIN work_order o ON o.id = w.order_id
JOIN customer u ON u.id = o.customer_id JOIN staff a ON a.id = o.advisor_id
WHERE w.reconciliation_id = ? ORDER BY w.id"""


def drawer(day: date) -> Drawer:
    """The take of a day by method, with every receipt; what came in apart from what went out."""
    rows = run_sql(_DRAWER, day.isoformat(), day.isoformat()).fetchall()
    entries = tuple(_drawer_entry(place, *row) for place, row in enumerate(rows, start=1))
    lines = []
    for method in PaymentMethod:
        own = [entry.amount for entry in entries if entry.method is method]
        if own:
            came_in = sum(amount for amount in own if amount > 0)
            lines.append(DrawerLine(method, came_in, sum(own) - came_in, len(own)))
    return Drawer(day, tuple(lines), entries)


def _drawer_entry(place: int, *row: Any) -> DrawerEntry:
    number, kind, record_id, record, payer, method, amount, staff = row
    return DrawerEntry(place, number, kind, record_id, record, payer, PaymentMethod(method), amount, staff)


def taken_on(day: date) -> int:
    """What came in on a day less what went out, in fen, on contracts and in the workshop."""
    return drawer(day).amount


def reminders_of(contract_id: int) -> list[ReminderRow]:
    """The reminders on a contract, newest first."""
    query = (
        PaymentReminder.select(
            *(PaymentReminder.id, PaymentReminder.number, PaymentReminder.contract_id, PaymentReminder.reminded_on),
            *(Staff.name, PaymentReminder.channel, PaymentReminder.answer, PaymentReminder.promised_on),
            *(PaymentReminder.still_open, PaymentReminder.interest),
        )
        .join(Staff)
        .where(PaymentReminder.contract == contract_id)
        .order_by(PaymentReminder.id.desc())
    )
    return [ReminderRow(*row) for row in query.tuples()]


def invoice_ids(states: Sequence[InvoiceState] = (), *, mine: Actor | None = None) -> list[int]:
    """Invoices in these states or all, the newest first; ``mine`` are on a consultant's own contracts."""
    query = Invoice.select(Invoice.id).join(Contract)
    if states:
        query = query.where(Invoice.state.in_(list(states)))
    if mine is not None and not _sees_all(mine):
        query = query.where((Contract.consultant == mine.id) | (Invoice.asked_by == mine.id))
    return [row[0] for row in query.order_by(Invoice.id.desc()).tuples()]


def invoice_rows(wanted: Sequence[int]) -> list[InvoiceRow]:
    """Rows for these invoices, in their order."""
    found = {row.id: row for row in _invoice_rows(Invoice.id.in_(list(wanted)))}
    return [found[each] for each in wanted if each in found]


def invoices_of(contract_id: int) -> list[InvoiceRow]:
    """The invoices of a contract, oldest first."""
    return _invoice_rows(Invoice.contract == contract_id)


def invoice_view(actor: Actor, invoice_id: int) -> InvoiceView:
    """An invoice with what this person may do with it."""
    invoice = Invoice.get_by_id(invoice_id)
    facts = invoice_facts(actor, invoice.contract, invoice=invoice)
    actions = flow.available(INVOICE_MOVES, invoice.state, actor, facts)
    return InvoiceView(_invoice_rows(Invoice.id == invoice_id)[0], invoice.version, actions)


def invoices_to_decide(actor: Actor) -> list[int]:
    """The invoices that wait for this person's approval, the longest waiting first."""
    if not actor.may(Permission.APPROVE_INVOICE):
        return []
    asked = reversed(invoice_ids([InvoiceState.ASKED]))
    views = (invoice_view(actor, each) for each in asked)
    return [view.row.id for view in views if view.actions.get(InvoiceAction.REFUSE, view) is None]


def invoice_offer(actor: Actor, contract_id: int) -> InvoiceOffer:
    """What may be invoiced on a contract now, without what is only paid on the customer's behalf."""
    contract = Contract.get_by_id(contract_id)
    facts = invoice_facts(actor, contract)
    kinds = {category.code: category.kind for category in trade().categories}
    behalf = [line for line in standing(contract).lines if kinds.get(line.category) is CategoryKind.PASS_THROUGH]
    pass_through = sum(line.amount for line in priced(behalf))
    party = ContractParty.get_or_none(ContractParty.contract == contract_id, ContractParty.position == 1)
    blocked: FrontdeskError | None = None
    try:
        refuse_unpaid(facts)
    except FrontdeskError as reason:
        blocked = reason
    return InvoiceOffer(
        proposed=rules.invoice_proposal(facts.total, pass_through, facts.invoiced),
        most=max(facts.total - facts.invoiced, 0),
        title=party.name if party else "",
        blocked=blocked,
    )


def month(actor: Actor, which: str) -> Month:
    """A month's books; a consultant sees their own contracts of it, and no closings."""
    _first, last = rules.days_of(which)
    contracts = [*contract_months(which), *order_months(which)]
    if not _sees_all(actor):
        own = tuple(row for row in contracts if is_own(actor, row.consultant_id))
        return Month(which, last < clock.today(), {}, own, ())
    return Month(which, last < clock.today(), methods_of(which), tuple(contracts), tuple(closings(which)))


def closings(which: str) -> list[ClosedMonth]:
    """A month's closing and its corrections, oldest first."""
    before, after = Reconciliation.alias(), Reconciliation.alias()
    query = (
        Reconciliation.select(
            *(Reconciliation.id, Reconciliation.number, Reconciliation.month, Staff.name, Reconciliation.created_at),
            *(before.number, after.number, Reconciliation.note),
        )
        .join(Staff)
        .switch(Reconciliation)
        .join(before, peewee.JOIN.LEFT_OUTER, on=(Reconciliation.corrects == before.id))
        .join(after, peewee.JOIN.LEFT_OUTER, on=(after.corrects == Reconciliation.id))
        .where(Reconciliation.month == which)
        .order_by(Reconciliation.id)
    )
    found = []
    for *head, corrects, corrected_by, note in query.tuples():
        values: list[Any] = [*head, corrects or "", corrected_by or "", note, _closed_lines(head[0])]
        found.append(ClosedMonth(*values))
    return found


def closing(reconciliation_id: int) -> ClosedMonth:
    """One closing."""
    which = Reconciliation.get_by_id(reconciliation_id).month
    return next(each for each in closings(which) if each.id == reconciliation_id)


def closed_months() -> set[str]:
    """The months whose books are closed."""
    return {row[0] for row in Reconciliation.select(Reconciliation.month).tuples()}


def _closed_lines(reconciliation_id: int) -> tuple[ClosedLine, ...]:
    rows = run_sql(_CLOSED_LINES, reconciliation_id).fetchall()
    orders = run_sql(_CLOSED_ORDERS, reconciliation_id).fetchall()
    found = [ClosedLine(PaymentMethod(method) if method else None, *rest) for method, *rest in rows]
    return (*found, *(ClosedLine(None, *rest) for rest in orders))


def _sees_all(actor: Actor) -> bool:
    return actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)


def _invoice_rows(*conditions: object) -> list[InvoiceRow]:
    original, decider = Invoice.alias(), Staff.alias()
    query = (
        Invoice.select(
            *(Invoice.id, Invoice.number, Invoice.contract_id, Contract.number, Customer.name, Invoice.state),
            *(Invoice.amount, Invoice.title, Invoice.tax_number, Invoice.tax_invoice, Staff.name, Invoice.created_at),
            *(decider.name, Invoice.made_out_on, original.number, Invoice.reason, Invoice.note),
        )
        .join(Contract)
        .join(Customer)
        .switch(Invoice)
        .join(Staff, on=(Invoice.asked_by == Staff.id))
        .switch(Invoice)
        .join(decider, peewee.JOIN.LEFT_OUTER, on=(Invoice.decided_by == decider.id))
        .switch(Invoice)
        .join(original, peewee.JOIN.LEFT_OUTER, on=(Invoice.reverses == original.id))
        .where(*conditions)
        .order_by(Invoice.id)
    )
    found: list[list[Any]] = []
    for row in query.tuples():
        values = list(row)
        for place in (1, 12, 14):
            values[place] = values[place] or ""
        found.append(values)
    return [InvoiceRow(*values) for values in found]
