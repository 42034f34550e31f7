"""Contracts, their lines, plans and payments, invoices and the ledger, to carry out; cost only for who may see it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from exchange.columns import Column, Days, ExportList, Kind, Values, day, local_time
from exchange.customer_lists import said
from models.carrying.kinds import Content
from models.cashier.lists import invoice_rows
from models.cashier.states import InvoiceState
from models.delivery.lists import goods_of
from models.delivery.states import DeliveryState
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.money import line_amount
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sales.ledger import LedgerFilter, ledger
from models.sales.papers import PaymentMethod
from models.sales.states import ContractState
from models.shop.profile import trade

_PAGE = 500
_MADE_OUT = (InvoiceState.MADE_OUT, InvoiceState.REVERSED, InvoiceState.COUNTER)


def _contracts_of(days: Days) -> tuple[str, list[Any]]:
    """Contracts signed in these days; those that are not signed yet by the day they were begun."""
    signed, signed_values = days.of_days("c.signed_on")
    begun, begun_values = days.of_moments("c.created_at")
    where = f"(c.signed_on IS NOT NULL AND {signed} OR c.signed_on IS NULL AND {begun})"
    return where, [*signed_values, *begun_values]


def contracts(actor: Actor, days: Days) -> ExportList:
    """Contracts of every state, with what they come to and what was received; what is not signed counts in no sum."""
    columns = (
        Column("number", _("Contract no."), width=22),
        Column("state", _("State"), width=12),
        Column("signed_on", _("Signed on"), Kind.DAY),
        Column("customer", _("Customer"), width=18),
        Column("consultant", _("Sales consultant"), width=14),
        Column("signed_total", _("As signed"), Kind.MONEY, 14, total=True),
        Column("amended", _("Amendments"), Kind.MONEY, 14, total=True),
        Column("total", _("Present total"), Kind.MONEY, 14),
        Column("received", _("Received"), Kind.MONEY, 14, total=True),
        Column("place", _("Place of signing"), width=14, printed=False),
        Column("reason", _("Reason"), width=24),
        Column("created_at", _("Begun"), Kind.MOMENT, 17),
    )
    where, values = _contracts_of(days)
    sql = (
        "SELECT c.number, c.state, c.signed_on, u.name, s.name, c.total, c.amended, c.total + c.amended, "
        "CAST(coalesce((SELECT sum(p.amount) FROM payment p WHERE p.contract_id = c.id), 0) AS BIGINT), c.place, "
        "c.reason, c.created_at FROM contract c JOIN customer u ON u.id = c.customer_id "
        f"JOIN staff s ON s.id = c.consultant_id WHERE {where} ORDER BY c.id"
    )

    def plain(row: Values) -> Values:
        number, state, signed_on, customer, consultant, total, *middle, created_at = row
        return (
            *(number, said(ContractState, state), day(signed_on), customer, consultant, total if signed_on else None),
            *(*middle, local_time(created_at)),
        )

    return listed(Content.CONTRACTS, columns, sql, values, plain)


def contract_lines(actor: Actor, days: Days) -> ExportList:
    """The lines of these contracts as they were signed; no sums, since contracts not signed and cancelled are there."""
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("contract", _("Contract no."), width=20),
        Column("position", _("No."), Kind.COUNT, 6),
        Column("category", _("Category"), width=12),
        Column("name", _("Name"), width=24),
        Column("spec", _("Specification"), width=24),
        Column("quantity", _("Quantity"), Kind.HUNDREDTHS, 10),
        Column("unit", _("Unit"), width=6),
        Column("unit_price", _("Unit price"), Kind.MONEY, 14),
        Column("discount", _("Discount"), Kind.MONEY, 14),
        Column("amount", _("Amount"), Kind.MONEY, 14),
    ]
    if sees_cost:
        columns.append(Column("cost", _("Unit cost"), Kind.MONEY, 14))
    where, values = _contracts_of(days)
    cost = ", l.cost" if sees_cost else ""
    sql = (
        f"SELECT c.number, l.position, l.category, l.name, l.spec, l.quantity, l.unit, l.unit_price, l.discount{cost} "
        f"FROM contract_line l JOIN contract c ON c.id = l.contract_id WHERE {where} ORDER BY c.id, l.position"
    )
    names = {each.code: pick(each.name) for each in trade().categories}

    def plain(row: Values) -> Values:
        contract, position, category, name, spec, quantity, unit, unit_price, discount, *cost = row
        return (
            *(contract, position + 1, names.get(category, category), name, spec, quantity, unit, unit_price, discount),
            *(line_amount(unit_price, quantity) - discount, *cost),
        )

    return listed(Content.CONTRACT_LINES, tuple(columns), sql, values, plain)


def stages(actor: Actor, days: Days) -> ExportList:
    """The plans of payment of these contracts as they were signed; no sums, as with their lines."""
    columns = (
        Column("contract", _("Contract no."), width=20),
        Column("position", _("No."), Kind.COUNT, 6),
        Column("name", _("Stage of payment"), width=18),
        Column("condition", _("Condition"), width=28),
        Column("share", _("Share (%)"), Kind.HUNDREDTHS, 10),
        Column("amount", _("Amount"), Kind.MONEY, 14),
        Column("due_on", _("Due on"), Kind.DAY),
    )
    where, values = _contracts_of(days)
    sql = (
        "SELECT c.number, t.position, t.name, t.condition, t.share, t.amount, t.due_on FROM contract_stage t "
        f"JOIN contract c ON c.id = t.contract_id WHERE {where} ORDER BY c.id, t.position"
    )

    def plain(row: Values) -> Values:
        return (row[0], row[1] + 1, pick(json.loads(row[2])), pick(json.loads(row[3])), *row[4:6], day(row[6]))

    return listed(Content.STAGES, columns, sql, values, plain)


def payments(actor: Actor, days: Days) -> ExportList:
    """Payments, counter-entries and refunds by the day they were received, the workshop's among them."""
    columns = (
        Column("number", _("Receipt number"), width=22),
        Column("received_on", _("Received on"), Kind.DAY),
        Column("contract", _("Contract or work order"), width=20),
        Column("customer", _("Customer"), width=18),
        Column("payer", _("Payer"), width=18),
        Column("method", _("Method"), width=12),
        Column("amount", _("Amount"), Kind.MONEY, 14, total=True),
        Column("reference_number", _("Reference number"), width=18),
        Column("cashier", _("Cashier"), width=12),
        Column("reverses", _("Reverses"), width=22),
        Column("note", _("Note"), width=24),
    )
    where, values = days.of_days("p.received_on")
    read = (
        "SELECT p.number, p.received_on, c.number, u.name, p.payer, p.method, p.amount, p.reference_number, s.name, "
        "coalesce(o.number, ''), p.note FROM {payment} p JOIN {record} c ON c.id = p.{key} "
        "JOIN customer u ON u.id = c.customer_id JOIN staff s ON s.id = p.cashier_id "
        "LEFT JOIN {payment} o ON o.id = p.reverses_id WHERE {where}"
    )
    of_contracts = read.format(payment="payment", record="contract", key="contract_id", where=where)
    of_orders = read.format(payment="work_payment", record="work_order", key="order_id", where=where)
    sql, values = f"{of_contracts} UNION ALL {of_orders} ORDER BY 1", [*values, *values]

    def plain(row: Values) -> Values:
        return (row[0], day(row[1]), *row[2:5], said(PaymentMethod, row[5]), *row[6:])

    return listed(Content.PAYMENTS, columns, sql, values, plain)


def invoices(actor: Actor, days: Days) -> ExportList:
    """Invoices by the day they were made out, those that were not by the day they were asked for and in no sum."""
    columns = (
        Column("number", _("Invoice no."), width=22),
        Column("state", _("State"), width=12),
        Column("contract", _("Contract no."), width=20),
        Column("customer", _("Customer"), width=18),
        Column("title", _("Made out to"), width=24),
        Column("tax_number", _("Tax number"), width=22),
        Column("amount", _("Amount"), Kind.MONEY, 14),
        Column("made_out", _("Amount made out"), Kind.MONEY, 14, total=True),
        Column("made_out_on", _("Made out on"), Kind.DAY),
        Column("tax_invoice", _("Tax invoice no."), width=22),
        Column("reverses", _("Reverses"), width=22),
        Column("asked_by", _("Asked for by"), width=12, printed=False),
        Column("asked_at", _("Asked for on"), Kind.MOMENT, 17, printed=False),
        Column("decided_by", _("Decided by"), width=12, printed=False),
        Column("reason", _("Reason"), width=24),
        Column("note", _("Note"), width=24),
    )
    made, made_values = days.of_days("i.made_out_on")
    asked, asked_values = days.of_moments("i.created_at")
    where = f"(i.made_out_on IS NOT NULL AND {made} OR i.made_out_on IS NULL AND {asked})"
    ids = [
        row[0]
        for row in run_sql(f"SELECT i.id FROM invoice i WHERE {where} ORDER BY i.id", *made_values, *asked_values)
    ]

    def rows() -> Iterator[Values]:
        for start in range(0, len(ids), _PAGE):
            for row in invoice_rows(ids[start : start + _PAGE]):
                yield (
                    *(row.number, label(row.state), row.contract, row.customer, row.title, row.tax_number, row.amount),
                    *(row.amount if row.state in _MADE_OUT else None, row.made_out_on),
                    *(row.tax_invoice, row.reverses, row.asked_by),
                    *(clock.local(row.asked_at).replace(tzinfo=None), row.decided_by, row.reason, row.note),
                )

    return ExportList(Content.INVOICES, columns, len(ids), rows)


def contract_ledger(actor: Actor, days: Days) -> ExportList:
    """The contract ledger (S6) of the contracts signed in these days, oldest first."""
    columns = (
        Column("number", _("Contract no."), width=22),
        Column("signed_on", _("Signed on"), Kind.DAY),
        Column("customer", _("Customer"), width=18),
        Column("consultant", _("Sales consultant"), width=14),
        Column("state", _("State"), width=12),
        Column("signed_total", _("As signed"), Kind.MONEY, 14, total=True),
        Column("amended", _("Amendments"), Kind.MONEY, 14, total=True),
        Column("total", _("Present total"), Kind.MONEY, 14, total=True),
        Column("received", _("Received"), Kind.MONEY, 14, total=True),
        Column("open", _("Still open"), Kind.MONEY, 14, total=True),
        Column("overdue", _("Overdue"), Kind.MONEY, 14, total=True),
    )
    found = ledger(LedgerFilter(days.first, days.last), "signed", False)

    def rows() -> Iterator[Values]:
        for row in found.rows:
            yield (
                *(row.number, row.signed_on, row.customer, row.consultant, label(row.state)),
                *(row.signed_total, row.amended, row.total, row.received, row.total - row.received, row.overdue),
            )

    return ExportList(Content.LEDGER, columns, len(found.rows), rows)


def deliveries(actor: Actor, days: Days) -> ExportList:
    """Deliveries by the day they are for."""
    columns = (
        Column("number", _("Delivery no."), width=20),
        Column("state", _("State"), width=14),
        Column("contract", _("Contract no."), width=20),
        Column("customer", _("Customer"), width=18),
        Column("hand_over", _("Kind of hand-over"), width=14),
        Column("goods", _("Goods"), width=24),
        Column("starts_at", _("Appointed for"), Kind.MOMENT, 17),
        Column("place", _("Place of delivery"), width=24),
        Column("consultant", _("Sales consultant"), width=14),
        Column("handed_over_at", _("Handed over on"), Kind.MOMENT, 17),
        Column("reason", _("Reason"), width=24),
        Column("note", _("Note"), width=24),
    )
    where, values = days.of_moments("d.starts_at")
    sql = (
        "SELECT d.id, d.number, d.state, c.number, u.name, d.name, d.starts_at, d.place, s.name, d.handed_over_at, "
        "d.reason, d.note FROM delivery d JOIN contract c ON c.id = d.contract_id "
        "JOIN customer u ON u.id = d.customer_id JOIN staff s ON s.id = d.consultant_id "
        f"WHERE {where} ORDER BY d.starts_at, d.id"
    )

    goods = goods_of([row[0] for row in run_sql(f"SELECT d.id FROM delivery d WHERE {where}", *values)])

    def plain(row: Values) -> Values:
        delivery_id, number, state, contract, customer, name, begins, place, consultant, handed_over, *rest = row
        return (
            *(number, said(DeliveryState, state), contract, customer, pick(json.loads(name))),
            *(goods.get(delivery_id, ""), local_time(begins), place, consultant, local_time(handed_over), *rest),
        )

    return listed(Content.DELIVERIES, columns, sql, values, plain)


def listed(
    content: Content, columns: tuple[Column, ...], sql: str, values: Sequence[Any], plain: Callable[[Values], Values]
) -> ExportList:
    """A list that is one query; ``plain`` makes the plain values of a row of it."""
    count = run_sql(f"SELECT count(*) FROM ({sql}) AS listed", *values).fetchone()[0]

    def rows() -> Iterator[Values]:
        cursor = run_sql(sql, *values)
        while page := cursor.fetchmany(_PAGE):
            for row in page:
                yield plain(tuple(row))

    return ExportList(content, columns, count, rows)
