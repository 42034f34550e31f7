"""What a vehicle's odometer showed when, from its work orders and its file."""

from __future__ import annotations

from datetime import date

from models.kernel import clock
from models.kernel.tables import moment, run_sql
from models.service import rules
from models.service.rules import NextService
from models.service.tables import WorkOrder
from models.trades.service_template import ServiceTemplate

_READ = (
    "SELECT received_at, mileage FROM work_order WHERE goods_id = ? AND mileage IS NOT NULL AND received_at IS NOT NULL"
)
_KEPT = "SELECT mileage_on, mileage FROM owned_goods WHERE id = ? AND mileage IS NOT NULL AND mileage_on IS NOT NULL"


def readings_of(goods_id: int) -> list[tuple[date, int]]:
    """The readings of a vehicle as (day, km), oldest first, one of each day."""
    found = {clock.local(moment(at)).date(): km for at, km in run_sql(f"{_READ} ORDER BY received_at", goods_id)}
    for day, km in run_sql(_KEPT, goods_id):
        found[date.fromisoformat(day)] = km
    return sorted(found.items())


def km_a_day(goods_id: int | None) -> int:
    """How far a vehicle runs in a day; the usual for one nobody knows anything of."""
    return rules.km_a_day(readings_of(goods_id) if goods_id else [])


def next_service_of(order: WorkOrder, template: ServiceTemplate, today: date) -> NextService:
    """The next service after an order, as its template has it (W9)."""
    return rules.next_service(today, order.mileage, template.next_months, template.next_km, km_a_day(order.goods_id))
