"""Vehicles by plate, phone, VIN or name in one box, for the reception (W3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.customers import lists as customers
from models.customers.belongings import goods_name
from models.customers.tables import OwnedGoods
from models.kernel.permissions import Actor
from models.kernel.pinyin import compared
from models.service import repeats


@dataclass(frozen=True)
class VehicleHit:
    """A vehicle found, or a customer without one (``goods_id`` None); ``here`` is the order it is here for."""

    customer_id: int
    customer: str
    phone: str
    goods_id: int | None
    plate: str
    name: str
    vin: str
    mileage: int | None
    here: str
    here_id: int


def find_vehicles(actor: Actor, query: str, limit: int = 12) -> list[VehicleHit]:
    """The vehicles whose plate or VIN holds what was typed, then those of the customers found; phones masked (C11)."""
    text = query.strip()
    if not text:
        return []
    found = customers.rows(actor, customers.found_ids(actor, text, limit))
    owned = OwnedGoods.select().where(
        OwnedGoods.customer.in_([each.id for each in found]), OwnedGoods.gone_on.is_null()
    )
    by_customer: dict[int, list[OwnedGoods]] = {}
    for goods in owned.order_by(OwnedGoods.id):
        by_customer.setdefault(goods.customer_id, []).append(goods)
    key = compared(text)
    hits: list[tuple[bool, VehicleHit]] = []
    for each in found:
        own: Sequence[OwnedGoods | None] = by_customer.get(each.id) or [None]
        for goods in own:
            exact = goods is not None and bool(key) and (key in goods.plate_key or key in goods.serial_key)
            hits.append((exact, _hit(each.id, each.name, each.phone, goods)))
    named = [hit for exact, hit in hits if exact]
    return (named or [hit for _exact, hit in hits])[:limit]


def _hit(customer_id: int, customer: str, phone: str, goods: OwnedGoods | None) -> VehicleHit:
    if goods is None:
        return VehicleHit(customer_id, customer, phone, None, "", "", "", None, "", 0)
    here = repeats.here(goods.id)
    return VehicleHit(
        *(customer_id, customer, phone, goods.id, goods.plate, goods_name(goods), goods.serial, goods.mileage),
        *(here.number if here else "", here.id if here else 0),
    )


def newest_goods(customer_id: int) -> int | None:
    """The vehicle that was put on a file last."""
    found = OwnedGoods.select(OwnedGoods.id).where(OwnedGoods.customer == customer_id, OwnedGoods.gone_on.is_null())
    row = found.order_by(OwnedGoods.id.desc()).limit(1).tuples().first()
    return int(row[0]) if row else None


def vehicles_of(customer_id: int) -> list[tuple[int, str]]:
    """The vehicles on a file: id, and plate and name in a line."""
    query = OwnedGoods.select().where(OwnedGoods.customer == customer_id, OwnedGoods.gone_on.is_null())
    return [(each.id, " ".join(filter(None, (each.plate, goods_name(each))))) for each in query.order_by(OwnedGoods.id)]
