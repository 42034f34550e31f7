"""What a work order is found by: its number and those of its papers, plate, VIN, who brought it, its customer."""

from __future__ import annotations

from models.kernel import search
from models.kernel.pinyin import spellings
from models.kernel.tables import run_sql
from models.service.tables import WorkOrder

_PAPERS = """SELECT number FROM settlement WHERE order_id = ?
    UNION ALL SELECT number FROM work_payment WHERE order_id = ?
    UNION ALL SELECT number FROM gate_pass WHERE order_id = ? ORDER BY 1"""


def make_findable(order: WorkOrder) -> None:
    """Index an order as it stands."""
    search.index("work_order", order.id, search_fields(order))


def search_fields(order: WorkOrder) -> list[str]:
    """Number, vehicle in every spelling, names with their sound."""
    goods = order.goods if order.goods_id else None
    own = [goods.plate, goods.plate_key, goods.serial, goods.serial_key[-6:], goods.make, goods.model] if goods else []
    names = [order.customer.name, order.brought_by]
    sounds = [sound for name in names if name for sound in spellings(name)]
    numbers = [row[0] for row in run_sql(_PAPERS, order.id, order.id, order.id).fetchall()]
    return [order.number, *numbers, *(each for each in (*own, *names) if each), *sounds, order.place]
