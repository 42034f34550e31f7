"""What screens read of work orders: rows by state and time, those of a vehicle or customer, counts, operations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from models.customers.belongings import goods_name
from models.kernel import clock, search
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, moment, run_sql
from models.service import terms
from models.service.states import BACK_STATES, HERE_STATES, LIVE_STATES, WorkOrderState
from models.service.tables import Operation
from models.service.views import DeferredView, OperationRow, OrderRow

_ROWS = """SELECT o.id, o.number, o.state, o.customer_id, c.name, o.goods_id, g.plate, g.make, g.model, g.serial,
    o.place, o.mileage, o.advisor_id, s.name, o.complaint, o.received_at, o.promised_at, o.repeat_of_id
    FROM work_order o JOIN customer c ON c.id = o.customer_id JOIN staff s ON s.id = o.advisor_id
    LEFT JOIN owned_goods g ON g.id = o.goods_id WHERE {where} ORDER BY {order}"""
_DONE = (WorkOrderState.READY, WorkOrderState.SETTLED, *BACK_STATES, WorkOrderState.CANCELLED)


class OrderFilter(LabelledEnum):
    """What of the work orders a list shows."""

    HERE = "here", N_("In the workshop")
    TODAY = "today", N_("Promised today")
    LATE = "late", N_("Past the promise")
    WAITING = "waiting", N_("Waiting for an answer or parts")
    READY = "ready", N_("To be picked up")
    REPEAT = "repeat", N_("Repeat repairs")
    DONE = "done", N_("Handed back")
    ALL = "all", N_("All")


def _in(states: Sequence[WorkOrderState]) -> str:
    return ", ".join(f"'{state.value}'" for state in states)


_NEWEST = "o.id DESC"
_BY_PROMISE = "o.promised_at IS NULL, o.promised_at, o.id"
_WAITING = (WorkOrderState.WAITING_APPROVAL, WorkOrderState.WAITING_PARTS, WorkOrderState.ESTIMATED)
_READY = (WorkOrderState.READY, WorkOrderState.SETTLED)
_WHERE = {
    OrderFilter.HERE: (f"o.state IN ({_in(LIVE_STATES)})", _BY_PROMISE),
    OrderFilter.WAITING: (f"o.state IN ({_in(_WAITING)})", _BY_PROMISE),
    OrderFilter.READY: (f"o.state IN ({_in(_READY)})", _BY_PROMISE),
    OrderFilter.REPEAT: ("o.repeat_of_id IS NOT NULL", _NEWEST),
    OrderFilter.DONE: (f"o.state IN ({_in(BACK_STATES)})", "o.handed_back_at DESC, o.id DESC"),
    OrderFilter.ALL: ("1 = 1", _NEWEST),
}


def order_ids(actor: Actor, chosen: OrderFilter, query: str = "", limit: int = 5000) -> list[int]:
    """The orders of a filter, or those found by what was typed, the best first."""
    if query.strip():
        return [hit.record_id for hit in search.find(query, ("work_order",), limit)]
    where, order, values = _condition(chosen)
    sql = f"SELECT o.id FROM work_order o WHERE {where} ORDER BY {order} LIMIT ?"
    return [row[0] for row in run_sql(sql, *values, limit).fetchall()]


def _condition(chosen: OrderFilter) -> tuple[str, str, list[Any]]:
    waiting = f"o.state NOT IN ({_in(_DONE)})"
    if chosen is OrderFilter.LATE:
        return f"{waiting} AND o.promised_at < ?", _BY_PROMISE, [milliseconds(clock.now())]
    if chosen is OrderFilter.TODAY:
        begin = datetime.combine(clock.today(), time.min).astimezone()
        until = datetime.combine(clock.today() + timedelta(days=1), time.min).astimezone()
        between = [milliseconds(begin), milliseconds(until)]
        return f"o.state IN ({_in(HERE_STATES)}) AND o.promised_at >= ? AND o.promised_at < ?", _BY_PROMISE, between
    return (*_WHERE[chosen], [])


def counts(actor: Actor) -> dict[OrderFilter, int]:
    """How many orders each filter holds."""
    found = {}
    for each in OrderFilter:
        where, _order, values = _condition(each)
        found[each] = int(run_sql(f"SELECT count(*) FROM work_order o WHERE {where}", *values).fetchone()[0])
    return found


def rows(actor: Actor, wanted: Sequence[int]) -> list[OrderRow]:
    """These orders, in the order of ``wanted``; one that is unknown is left out."""
    if not wanted:
        return []
    found = {each.id: each for each in _rows(f"o.id IN ({', '.join('?' * len(wanted))})", "o.id", *wanted)}
    return [found[each] for each in wanted if each in found]


def row(order_id: int) -> OrderRow:
    """One order as lists show it. Raises LookupError for an unknown id."""
    found = _rows("o.id = ?", "o.id", order_id)
    if not found:
        raise LookupError(order_id)
    return found[0]


def of_customer(actor: Actor, customer_id: int) -> list[OrderRow]:
    """Every order of a customer, the latest first."""
    return _rows("o.customer_id = ?", _NEWEST, customer_id)


def of_goods(actor: Actor, goods_id: int) -> list[OrderRow]:
    """Every order on a vehicle, the latest first."""
    return _rows("o.goods_id = ?", _NEWEST, goods_id)


def live(actor: Actor) -> list[OrderRow]:
    """Every order that is not handed back, by its promise."""
    return _rows(f"o.state IN ({_in(LIVE_STATES)})", _BY_PROMISE)


def _rows(where: str, order: str, *values: Any) -> list[OrderRow]:
    now = clock.now()
    return [_row(each, now) for each in run_sql(_ROWS.format(where=where, order=order), *values).fetchall()]


class _Goods:
    def __init__(self, plate: str, make: str, model: str, serial: str) -> None:
        self.plate, self.make, self.model, self.serial = plate, make, model, serial


def _row(row: tuple[Any, ...], now: datetime) -> OrderRow:
    (order_id, number, state, customer_id, customer, goods_id, plate, make, model, serial, place, *rest) = row
    mileage, advisor_id, advisor, complaint, received_at, promised_at, repeat_of = rest
    promised = None if promised_at is None else moment(promised_at)
    state = WorkOrderState(state)
    return OrderRow(
        *(order_id, number, state, customer_id, customer, goods_id, plate or ""),
        vehicle=goods_name(_Goods(plate, make, model, serial)) if goods_id else place,
        mileage=mileage,
        advisor_id=advisor_id,
        advisor=advisor,
        complaint=complaint,
        received_at=None if received_at is None else moment(received_at),
        promised_at=promised,
        repeat=repeat_of is not None,
        late=state not in _DONE and promised is not None and promised < now,
    )


def deferred_of(goods_id: int | None, customer_id: int) -> list[DeferredView]:
    """What is still put off on a vehicle, or of a customer without one, what concerns safety first (W4)."""
    own, values = ("AND d.goods_id = ?", (goods_id,)) if goods_id is not None else ("", ())
    rows = run_sql(
        "SELECT d.id, d.order_id, o.number, d.name, d.amount, d.safety, d.refused, d.created_at FROM deferred_work d "
        f"JOIN work_order o ON o.id = d.order_id WHERE d.customer_id = ? AND d.state = 'open' {own} "
        "ORDER BY d.safety DESC, d.id",
        *(customer_id, *values),
    )
    return [
        DeferredView(work_id, order_id, number, name, amount, bool(safety), bool(refused), moment(created))
        for work_id, order_id, number, name, amount, safety, refused, created in rows.fetchall()
    ]


def operations(actor: Actor, query: str = "", *, active_only: bool = True, limit: int = 200) -> list[OperationRow]:
    """The catalogue of operations by code, or those found by code, name or its sound."""
    chosen = Operation.select().order_by(Operation.code)
    if active_only:
        chosen = chosen.where(Operation.active == 1)
    if query.strip():
        found = [hit.record_id for hit in search.find(query, ("operation",), limit)]
        chosen = chosen.where(Operation.id.in_(found))
    return [_operation(each) for each in chosen.limit(limit)]


def _operation(each: Operation) -> OperationRow:
    own = each.rate
    return OperationRow(
        *(each.id, each.version, each.code, each.name, each.template, each.skill, each.hours),
        rate=terms.rate_of(terms.template_of(each.template)) if own is None else own,
        own_rate=own,
        price=each.price,
        warranty_months=each.warranty_months,
        warranty_km=each.warranty_km,
        road_test=each.road_test,
        safety=each.safety,
        active=each.active,
    )
