"""What screens read of the workshop's money: proposals, what is to be settled or paid, the sums of a period (W9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from models.customers.traffic import Period, offsets
from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql
from models.sales.papers import PaymentMethod
from models.service import mileage, standing, terms
from models.service.kinds import LineKind, Stance
from models.service.money_views import (
    PaymentOffer,
    ReadyRow,
    RevenueRow,
    Settled,
    SettlementRow,
    SettleOffer,
    WorkPaymentRow,
    summed,
)
from models.service.states import WorkOrderState
from models.service.tables import WorkLine, WorkOrder
from models.service.work_payment_actions import payable

_SETTLEMENTS = """SELECT s.id, s.number, s.order_id, o.number, o.state, o.customer_id, c.name, g.plate, o.advisor_id,
    a.name, s.at, s.labour, s.parts, s.other, s.discount, s.rounding, s.free, s.total,
    CAST(coalesce((SELECT sum(p.amount) FROM work_payment p WHERE p.order_id = o.id), 0) AS BIGINT),
    o.handed_back_at, s.invoice_title, s.invoice_tax_number, s.invoice_number
    FROM settlement s JOIN work_order o ON o.id = s.order_id JOIN customer c ON c.id = o.customer_id
    JOIN staff a ON a.id = o.advisor_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    WHERE s.withdrawn_at IS NULL AND {where} ORDER BY s.id"""
_PAYMENTS = """SELECT p.id, p.number, p.order_id, o.number, c.name, g.plate, p.received_on, p.amount, p.method, p.payer,
    p.reference_number, s.name, b.number, k.number, p.note
    FROM work_payment p JOIN work_order o ON o.id = p.order_id JOIN customer c ON c.id = o.customer_id
    JOIN staff s ON s.id = p.cashier_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    LEFT JOIN work_payment b ON b.id = p.reverses_id LEFT JOIN work_payment k ON k.reverses_id = p.id
    WHERE {where} ORDER BY p.id"""
_BY_DAY = """SELECT day, count(*), sum(total) FROM (SELECT (s.at + ?) / 86400000 AS day, s.total FROM settlement s
    WHERE s.withdrawn_at IS NULL AND s.at >= ? AND s.at < ?) every GROUP BY day"""
_OWED = """s.total > coalesce((SELECT sum(p.amount) FROM work_payment p WHERE p.order_id = s.order_id), 0)"""
_NOT_CALLED = """SELECT o.id, o.number, c.name, coalesce(g.plate, o.place), 0, o.ready_at FROM work_order o
    JOIN customer c ON c.id = o.customer_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    WHERE o.state IN ('ready', 'settled') AND o.ready_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM work_order_event e WHERE e.order_id = o.id AND e.kind = 'called' AND e.at >= o.ready_at)
    {mine} ORDER BY o.ready_at, o.id"""
_DISCOUNTED = """SELECT o.id, o.number, c.name, coalesce(g.plate, o.place), 0, o.changed_at FROM work_order o
    JOIN customer c ON c.id = o.customer_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    WHERE o.state IN ('received', 'inspected', 'ready') AND (o.discount > 0 OR EXISTS (
    SELECT 1 FROM work_line l WHERE l.order_id = o.id AND l.discount > 0)) ORDER BY o.changed_at, o.id"""


def settle_offer(actor: Actor, order_id: int) -> SettleOffer:
    """What a settlement of an order would say."""
    order = WorkOrder.get_by_id(order_id)
    lines = standing.lines_of(order)
    now = standing.totals_of(order, lines)
    due = mileage.next_service_of(order, terms.template_of(order.template), clock.today())
    return SettleOffer(
        done_words=order.done_words or done_words(lines),
        next_on=order.next_service_on or due.on,
        next_km=order.next_service_km or due.km,
        totals=now,
        authorised=order.authorised or 0,
        discount_limit=standing.discount_limit(now),
        approved_discount=standing.approved_discount(order),
    )


def done_words(lines: Sequence[WorkLine]) -> str:
    """What was done, from the lines: each work by its name with what the technician found."""
    chosen = [line for line in lines if line.stance is Stance.CHOSEN]
    work = [line for line in chosen if line.kind is LineKind.LABOUR]
    return _("; ").join(map(_done, work or chosen))[: WorkOrder.done_words.limit]


def _done(line: WorkLine) -> str:
    if not line.found_words:
        return str(line.name)
    return _("{name} ({found})").format(name=line.name, found=line.found_words)


def payment_offer(actor: Actor, order_id: int) -> PaymentOffer:
    """What is to be paid on an order now: the rest of its settlement, or what is asked for before the work."""
    order = WorkOrder.get_by_id(order_id)
    open_now = payable(order)
    settled = standing.settlement_of(order) is not None
    before = max(standing.deposit_of(order) - standing.paid_of(order), 0)
    amount = open_now if settled or order.authorised is None else before
    return PaymentOffer(max(amount, 0), max(open_now, 0), order.brought_by or order.customer.name, not settled)


def settlements(first: date, last: date) -> list[SettlementRow]:
    """The settlements of these days that hold, oldest first."""
    return _settlements("s.at >= ? AND s.at < ?", *_moments(first, last))


def settled_by_day(period: Period) -> dict[date, Settled]:
    """What was settled on each day of a period: how many settlements that hold, and their totals."""
    found: dict[date, Settled] = {}
    for since, until, offset in offsets(period):
        for day, count, total in run_sql(_BY_DAY, offset, since, until).fetchall():
            on = date(1970, 1, 1) + timedelta(days=int(day))
            before = found.get(on, Settled(0, 0))
            found[on] = Settled(before.count + int(count), before.total + int(total))
    return found


def handed_back(first: date, last: date) -> list[SettlementRow]:
    """The settlements of what was handed back in these days."""
    return _settlements("o.handed_back_at >= ? AND o.handed_back_at < ?", *_moments(first, last))


def unpaid(actor: Actor) -> list[SettlementRow]:
    """Settlements of which something is open, the oldest first; nothing for who neither settles nor takes money."""
    if not (actor.may(Permission.SETTLE_WORK) or actor.may(Permission.TAKE_PAYMENT)):
        return []
    return _settlements(_OWED)


def settlement_row(order_id: int) -> SettlementRow | None:
    """The settlement of an order that holds."""
    return next(iter(_settlements("s.order_id = ?", order_id)), None)


def work_payments(first: date, last: date) -> list[WorkPaymentRow]:
    """Payments and counter-entries received in these days, oldest first."""
    return _payments("p.received_on BETWEEN ? AND ?", first.isoformat(), last.isoformat())


def payments_of(order_id: int) -> list[WorkPaymentRow]:
    """Payments and counter-entries of an order, oldest first."""
    return _payments("p.order_id = ?", order_id)


def work_payment(payment_id: int) -> WorkPaymentRow:
    """One payment."""
    return _payments("p.id = ?", payment_id)[0]


def gate_pass_id(order_id: int) -> int:
    """The gate pass of an order, 0 for none."""
    row = run_sql("SELECT max(id) FROM gate_pass WHERE order_id = ?", order_id).fetchone()
    return row[0] or 0


def by_advisor(rows: Sequence[SettlementRow]) -> list[RevenueRow]:
    """The sums of settlements by advisor, the largest first."""
    names = dict.fromkeys(row.advisor for row in rows)
    found = [summed(name, [row for row in rows if row.advisor == name]) for name in names]
    return sorted(found, key=lambda row: (-row.total, row.name))


def by_day(rows: Sequence[SettlementRow]) -> list[RevenueRow]:
    """The sums of settlements by day."""
    days = dict.fromkeys(clock.local(row.at).date() for row in rows)
    return [summed(day.isoformat(), [row for row in rows if clock.local(row.at).date() == day]) for day in days]


def to_settle() -> list[int]:
    """The orders that are ready and not settled, the first promised first."""
    sql = "SELECT id FROM work_order WHERE state = ? ORDER BY promised_at, id"
    return [row[0] for row in run_sql(sql, WorkOrderState.READY.value).fetchall()]


def waiting(actor: Actor) -> int:
    """How many orders wait to be settled."""
    return len(to_settle()) if actor.may(Permission.SETTLE_WORK) else 0


def to_call(actor: Actor) -> list[ReadyRow]:
    """The orders that wait for a customer whom nobody has called since they were ready, the longest waiting first.

    An advisor sees their own, the desk and managers see all.
    """
    if not actor.may(Permission.RECEIVE_VEHICLE):
        return []
    all_ = actor.may(Permission.APPROVE_WORK) or not actor.may(Permission.ESTIMATE_WORK)
    rows = run_sql(_NOT_CALLED.format(mine="" if all_ else "AND o.advisor_id = ?"), *(() if all_ else (actor.id,)))
    return [
        ReadyRow(order_id, number, customer, plate, amount, moment(since))
        for order_id, number, customer, plate, amount, since in rows.fetchall()
    ]


def discounts_to_decide(actor: Actor) -> list[ReadyRow]:
    """The orders whose discount waits for this person's approval; ``amount`` is what is given."""
    if not actor.may(Permission.APPROVE_WORK):
        return []
    found = []
    for order_id, number, customer, plate, _amount, since in run_sql(_DISCOUNTED).fetchall():
        order = WorkOrder.get_by_id(order_id)
        now = standing.totals_of(order)
        if now.discount > max(standing.discount_limit(now), standing.approved_discount(order)):
            found.append(ReadyRow(order_id, number, customer, plate, now.discount, moment(since)))
    return found


def _moments(first: date, last: date) -> tuple[int, int]:
    begin, end = (datetime.combine(day, time.min).astimezone() for day in (first, last + timedelta(days=1)))
    return milliseconds(begin), milliseconds(end)


def _settlements(where: str, *values: Any) -> list[SettlementRow]:
    found = []
    for row in run_sql(_SETTLEMENTS.format(where=where), *values).fetchall():
        said: list[Any] = list(row)
        said[4], said[7], said[10] = WorkOrderState(row[4]), row[7] or "", moment(row[10])
        said[18] = int(row[18])
        said[19] = None if row[19] is None else moment(row[19])
        found.append(SettlementRow(*said))
    return found


def _payments(where: str, *values: Any) -> list[WorkPaymentRow]:
    found = []
    for row in run_sql(_PAYMENTS.format(where=where), *values).fetchall():
        said: list[Any] = ["" if each is None else each for each in row]
        said[6], said[8] = date.fromisoformat(row[6]), PaymentMethod(row[8])
        found.append(WorkPaymentRow(*said))
    return found
