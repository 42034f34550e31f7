"""Work orders for tests: a crew, a customer's car, and an order brought to each state of its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.customers.tables import OwnedGoods
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.service.estimate_actions import (
    ConsentForm,
    EstimateForm,
    LineForm,
    authorise,
    give_estimate,
    save_estimate,
)
from models.service.inspection_actions import finish_inspection, judge_rest
from models.service.kinds import LineKind
from models.service.reading import order_view
from models.service.reception_actions import MarkForm, OpenForm, SheetForm, open_order, receive, save_sheet
from models.staff.tables import Staff
from tests.models.delivery.handing import picture
from tests.models.shops import Shop, customer

PLATE, VIN = "浙A7K3P9", "LYH7V2A58TA000777"
RATE = 22_000


@dataclass(frozen=True)
class Crew:
    """Who works in the workshop of a test shop."""

    advisor: Actor
    technician: Actor
    second: Actor
    controller: Actor
    parts: Actor


def crew(shop: Shop) -> Crew:
    """Take them on, all with the owner's PIN: hiring works out a slow hash for each."""
    pin_hash = Staff.get_by_id(shop.owner.id).pin_hash

    def hired(name: str, role: Role) -> Actor:
        roles = frozenset({role})
        return Actor(Staff.create(name=name, roles=roles, pin_hash=pin_hash).id, name, roles)

    return Crew(
        advisor=hired("许念安", Role.SERVICE_ADVISOR),
        technician=hired("田吉昌", Role.TECHNICIAN),
        second=hired("罗启明", Role.TECHNICIAN),
        controller=hired("严可期", Role.SERVICE_ADVISOR),
        parts=hired("沈小满", Role.PARTS_KEEPER),
    )


def car(shop: Shop, customer_id: int, plate: str = PLATE, vin: str = VIN, mileage: int | None = 40_000) -> int:
    """A car on a customer's file."""
    form = GoodsForm("澜川", "L3 2023", "白", vin, plate, mileage=mileage)
    add_goods(shop.reception, customer_id, form)
    return int(OwnedGoods.select(OwnedGoods.id).order_by(OwnedGoods.id.desc()).tuples().first()[0])


def tomorrow(hour: int = 16) -> datetime:
    """A promise that is always to come."""
    return clock.local(clock.now() + timedelta(days=1)).replace(hour=hour, minute=0, second=0, microsecond=0)


def opened(shop: Shop, by: Actor, customer_id: int = 0, goods_id: int | None = None, **form: object) -> int:
    """An order that was opened; on a car of its own unless told."""
    customer_id = customer_id or customer(shop)
    goods_id = goods_id or car(shop, customer_id)
    return open_order(by, OpenForm(customer_id, goods_id, **form)).id  # type: ignore[arg-type]


def sheet(**form: object) -> SheetForm:
    """A whole reception sheet."""
    whole = {
        **{"mileage": 40_268, "fuel": 5, "lights": ("abs",), "functions": ("lamps", "wipers"), "covers": ("seat",)},
        **{"belongings": "儿童座椅 1", "valuables_asked": True, "key_tag": "17", "brought_by": "葉靜宜"},
        **{"brought_phone": "199 0000 0322", "complaint": "下雨天下坡踩刹车，右前轮吱吱响", "asked_what": "制动异响"},
        "marks": (MarkForm("left", 420, 610, "scratch", "8 cm"), MarkForm("front", 500, 700, "chip")),
        "road_test_allowed": True,
    }
    return SheetForm(**{**whole, **form})  # type: ignore[arg-type]


def fill_sheet(by: Actor, order_id: int, **form: object) -> None:
    """Fill in the sheet of an order that is open."""
    view = order_view(by, order_id)
    save_sheet(by, order_id, view.version, sheet(**{"goods_id": view.row.goods_id, **form}))


def received(shop: Shop, by: Actor, **order: object) -> int:
    """An order whose vehicle is here."""
    order_id = opened(shop, by, **order)  # type: ignore[arg-type]
    fill_sheet(by, order_id)
    receive(by, order_id)
    return order_id


def labour(name: str = "更换前制动片", hours: int = 100, **form: object) -> LineForm:
    """A line of labour."""
    return LineForm(LineKind.LABOUR, name, hours, RATE, **form)  # type: ignore[arg-type]


def part(name: str = "前制动片", quantity: int = 100, price: int = 52_000, **form: object) -> LineForm:
    """A line over a part."""
    return LineForm(LineKind.PART, name, quantity, price, **form)  # type: ignore[arg-type]


def inspected(shop: Shop, by: Actor, **order: object) -> int:
    """The same, inspected: everything in order."""
    order_id = received(shop, by, **order)
    judge_rest(by, order_id)
    finish_inspection(by, order_id)
    return order_id


def estimated(shop: Shop, by: Actor, *lines: LineForm, discount: int = 0, **order: object) -> int:
    """The same with an estimate: one line of labour and one part unless told."""
    order_id = inspected(shop, by, **order)
    form = EstimateForm(lines or (labour(), part(parent=0)), discount, tomorrow())
    save_estimate(by, order_id, order_view(by, order_id).version, form)
    give_estimate(by, order_id)
    return order_id


def consent(name: str = "葉靜宜") -> ConsentForm:
    """A signature drawn on the screen."""
    return ConsentForm(name, content=picture())


def authorised(shop: Shop, by: Actor, *lines: LineForm, **order: object) -> int:
    """The same, authorised by the customer."""
    order_id = estimated(shop, by, *lines, **order)  # type: ignore[arg-type]
    authorise(by, order_id, consent())
    return order_id
