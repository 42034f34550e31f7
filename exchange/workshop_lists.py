"""Work orders with what they come to, their lines, hours worked, deferred work and claims, to carry out."""

from __future__ import annotations

from exchange.columns import Column, Days, ExportList, Kind, Values, day, local_time, yes
from exchange.customer_lists import said
from exchange.sales_lists import listed
from models.carrying.kinds import Content
from models.kernel.i18n import _, pick
from models.kernel.money import line_amount
from models.kernel.permissions import Actor
from models.service.kinds import Charge, DeferredState, LineKind, Stance, StopReason, WorkState
from models.service.states import WorkOrderState
from models.service.terms import templates
from models.warranty.kinds import ClaimState

_VEHICLE = "trim(coalesce(g.make || ' ' || g.model, ''))"
_RECEIVED = "CAST(coalesce((SELECT sum(p.amount) FROM work_payment p WHERE p.order_id = o.id), 0) AS BIGINT)"


def _orders_of(days: Days) -> tuple[str, list[object]]:
    """Orders whose vehicle was received in these days; those that came to nothing yet by the day they were opened."""
    return days.of_moments("coalesce(o.received_at, o.created_at)")


def work_orders(actor: Actor, days: Days) -> ExportList:
    """Work orders of every state: what was agreed, what it came to when it was settled, and what was received."""
    columns = (
        Column("number", _("Work order"), width=20),
        Column("state", _("State"), width=14),
        Column("template", _("Kind of work"), width=14, printed=False),
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("vehicle", _("Vehicle"), width=18),
        Column("serial", _("VIN or serial number"), width=20, printed=False),
        Column("mileage", _("Mileage (km)"), Kind.COUNT, 10),
        Column("advisor", _("Service advisor"), width=12),
        Column("opened", _("Order opened at"), Kind.MOMENT, 17, printed=False),
        Column("received_at", _("Vehicle received at"), Kind.MOMENT, 17),
        Column("promised_at", _("Promised back at"), Kind.MOMENT, 17, printed=False),
        Column("ready_at", _("Ready at"), Kind.MOMENT, 17, printed=False),
        Column("handed_back_at", _("Handed back at"), Kind.MOMENT, 17),
        Column("authorised", _("Authorised amount"), Kind.MONEY, 14, total=True),
        Column("settled", _("Settled amount"), Kind.MONEY, 14, total=True),
        Column("received", _("Received"), Kind.MONEY, 14, total=True),
        Column("open", _("Still open"), Kind.MONEY, 14, total=True),
        Column("complaint", _("Customer's words"), width=30, printed=False),
        Column("reason", _("Reason"), width=20, printed=False),
    )
    where, values = _orders_of(days)
    sql = (
        f"SELECT o.number, o.state, o.template, c.name, coalesce(g.plate, ''), {_VEHICLE}, coalesce(g.serial, ''), "
        "o.mileage, a.name, o.created_at, o.received_at, o.promised_at, o.ready_at, o.handed_back_at, o.authorised, "
        f"t.total, {_RECEIVED}, o.complaint, o.reason FROM work_order o JOIN customer c ON c.id = o.customer_id "
        "JOIN staff a ON a.id = o.advisor_id LEFT JOIN owned_goods g ON g.id = o.goods_id "
        "LEFT JOIN settlement t ON t.order_id = o.id AND t.withdrawn_at IS NULL "
        f"WHERE {where} ORDER BY o.id"
    )
    names = {each.code: pick(each.name) for each in templates()}

    def plain(row: Values) -> Values:
        settled, received = row[15], row[16]
        return (
            *(row[0], said(WorkOrderState, row[1]), names.get(row[2], row[2]), *row[3:9], *map(local_time, row[9:14])),
            *(row[14], settled, received, None if settled is None else settled - received, *row[17:]),
        )

    return listed(Content.WORK_ORDERS, columns, sql, values, plain)


def work_lines(actor: Actor, days: Days) -> ExportList:
    """The lines of the same orders: labour, parts and other, who bears them, what the customer said, who did them.

    No sums: what was refused, put off or offered beside something else is among them.
    """
    columns = (
        Column("order", _("Work order"), width=20),
        Column("kind", _("Kind"), width=10),
        Column("code", _("Code"), width=14, printed=False),
        Column("name", _("Name"), width=28),
        Column("quantity", _("Quantity"), Kind.HUNDREDTHS, 10),
        Column("unit", _("Unit"), width=8),
        Column("unit_price", _("Unit price"), Kind.MONEY, 12),
        Column("discount", _("Discount"), Kind.MONEY, 12),
        Column("amount", _("Amount"), Kind.MONEY, 14),
        Column("charge", _("Borne by"), width=14),
        Column("stance", _("Customer's answer"), width=12),
        Column("technician", _("Technician"), width=12),
        Column("work", _("Work"), width=12, printed=False),
        Column("done_at", _("Done at"), Kind.MOMENT, 17, printed=False),
        Column("note", _("Note"), width=24, printed=False),
    )
    where, values = _orders_of(days)
    sql = (
        "SELECT o.number, l.kind, l.code, l.name, l.quantity, l.unit, l.unit_price, l.discount, l.charge, l.stance, "
        "coalesce(s.name, ''), l.work, l.done_at, l.note FROM work_line l JOIN work_order o ON o.id = l.order_id "
        f"LEFT JOIN staff s ON s.id = l.technician_id WHERE {where} ORDER BY o.id, l.position"
    )

    def plain(row: Values) -> Values:
        amount = line_amount(row[6], row[4]) - row[7]
        labour = row[1] == LineKind.LABOUR
        return (
            *(row[0], said(LineKind, row[1]), *row[2:8], amount, said(Charge, row[8]), said(Stance, row[9]), row[10]),
            *(said(WorkState, row[11]) if labour else "", local_time(row[12]), row[13]),
        )

    return listed(Content.WORK_LINES, columns, sql, values, plain)


def work_sessions(actor: Actor, days: Days) -> ExportList:
    """The time technicians spent on lines, by the day they began; minutes of what has ended."""
    columns = (
        Column("technician", _("Technician"), width=14),
        Column("order", _("Work order"), width=20),
        Column("line", _("Work"), width=28),
        Column("started_at", _("Started at"), Kind.MOMENT, 17),
        Column("ended_at", _("Ended at"), Kind.MOMENT, 17),
        Column("minutes", _("Minutes"), Kind.COUNT, 10, total=True),
        Column("reason", _("Reason"), width=16),
        Column("note", _("Note"), width=24),
    )
    where, values = days.of_moments("w.started_at")
    sql = (
        "SELECT s.name, o.number, l.name, w.started_at, w.ended_at, w.reason, w.note FROM work_session w "
        "JOIN work_order o ON o.id = w.order_id JOIN work_line l ON l.id = w.line_id "
        f"JOIN staff s ON s.id = w.staff_id WHERE {where} ORDER BY w.id"
    )

    def plain(row: Values) -> Values:
        minutes = None if row[4] is None else (row[4] - row[3]) // 60_000
        return (*row[:3], local_time(row[3]), local_time(row[4]), minutes, said(StopReason, row[5] or ""), row[6])

    return listed(Content.WORK_SESSIONS, columns, sql, values, plain)


def deferred_work(actor: Actor, days: Days) -> ExportList:
    """Work that customers put off or refused, by the day it was."""
    columns = (
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("vehicle", _("Vehicle"), width=18),
        Column("name", _("Work"), width=28),
        Column("amount", _("Amount"), Kind.MONEY, 14, total=True),
        Column("state", _("State"), width=12),
        Column("refused", _("Refused"), width=8),
        Column("safety", _("Concerns safety"), width=10),
        Column("warned", _("Warned"), width=8),
        Column("due_on", _("To be done by"), Kind.DAY),
        Column("due_km", _("Due at km"), Kind.COUNT, 10),
        Column("order", _("Work order"), width=20),
        Column("at", _("Time"), Kind.MOMENT, 17),
    )
    where, values = days.of_moments("d.created_at")
    sql = (
        f"SELECT c.name, coalesce(g.plate, ''), {_VEHICLE}, d.name, d.amount, d.state, d.refused, d.safety, d.warned, "
        "d.due_on, d.due_km, o.number, d.created_at FROM deferred_work d JOIN customer c ON c.id = d.customer_id "
        "JOIN work_order o ON o.id = d.order_id LEFT JOIN owned_goods g ON g.id = d.goods_id "
        f"WHERE {where} ORDER BY d.id"
    )

    def plain(row: Values) -> Values:
        flags = tuple(map(yes, row[6:9]))
        return (*row[:5], said(DeferredState, row[5]), *flags, day(row[9]), *row[10:12], local_time(row[12]))

    return listed(Content.DEFERRED_WORK, columns, sql, values, plain)


def warranty_claims(actor: Actor, days: Days) -> ExportList:
    """Claims to makers by the day they were drafted, with what was paid."""
    columns = (
        Column("number", _("Claim"), width=20),
        Column("state", _("State"), width=12),
        Column("maker", _("Maker"), width=18),
        Column("maker_number", _("Maker's number"), width=18),
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("order", _("Work order"), width=20),
        Column("what", _("What is claimed"), width=28),
        Column("amount", _("Amount"), Kind.MONEY, 14, total=True),
        Column("paid", _("Paid by the maker"), Kind.MONEY, 14, total=True),
        Column("sent_on", _("Sent on"), Kind.DAY),
        Column("answered_on", _("Answered on"), Kind.DAY),
        Column("answer", _("Answer"), width=24),
        Column("staff", _("Staff"), width=12),
    )
    where, values = days.of_moments("m.created_at")
    sql = (
        "SELECT m.number, m.state, m.maker, m.maker_number, c.name, coalesce(g.plate, ''), coalesce(o.number, ''), "
        "m.what, m.amount, m.paid, m.sent_on, m.answered_on, m.answer, s.name FROM warranty_claim m "
        "JOIN customer c ON c.id = m.customer_id JOIN staff s ON s.id = m.staff_id "
        "LEFT JOIN owned_goods g ON g.id = m.goods_id LEFT JOIN work_order o ON o.id = m.work_order_id "
        f"WHERE {where} ORDER BY m.id"
    )

    def plain(row: Values) -> Values:
        return (row[0], said(ClaimState, row[1]), *row[2:10], day(row[10]), day(row[11]), *row[12:])

    return listed(Content.WARRANTY_CLAIMS, columns, sql, values, plain)
