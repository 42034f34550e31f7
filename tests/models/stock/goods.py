"""Goods in the stock of a test shop, and every action of the stock once."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from models.catalog.kinds import Kept
from models.kernel import clock
from models.sales.contract_actions import draft_contract, fill_contract, sign_contract, submit_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.unit_actions import choose_unit, let_unit_go
from models.sample import numbers
from models.stock import actions as stock
from models.stock.actions import ArrivalForm, CorrectionForm, QuantityForm
from models.stock.keeping import UnitForm
from models.stock.kinds import Leaving
from models.stock.lists import unit_view
from tests.models.shops import SUBJECT, Shop, approve_fully, quote

COST = 16_500_000


def vin(serial: int) -> str:
    """A VIN of its own for each serial, with a right check digit."""
    return numbers.vin(Random(serial), serial)


def car(shop: Shop, serial: int = 1, *, age: int | None = 10, **more: object) -> int:
    """The shop's car with this serial in stock since ``age`` days, or on its way (None)."""
    stock.keep_item(shop.owner, shop.car, Kept.VIN)
    arrived_on = None if age is None else clock.today() - timedelta(days=age)
    form = UnitForm(shop.car, vin(serial), "蓝", cost=COST, place="展厅", arrived_on=arrived_on, **more)  # type: ignore[arg-type]
    return stock.receive(shop.owner, form).id


def draft(shop: Shop, customer_id: int, number: str = "") -> int:
    """A filled draft over one car, its VIN left open unless told."""
    contract_id = draft_contract(shop.consultant, quote(shop, customer_id)).id
    version = contract_view(shop.consultant, contract_id).version
    form = ContractForm((PartyForm("欧阳䶮", "", "138 1234 5678"),), {**SUBJECT, "vin": number})
    fill_contract(shop.consultant, contract_id, version, form)
    return contract_id


def approved(shop: Shop, contract_id: int) -> int:
    """The draft, submitted and approved."""
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    return contract_id


def signed_with(shop: Shop, customer_id: int, unit_id: int) -> int:
    """A contract over the car with this unit, all the way to its signature."""
    contract_id = draft(shop, customer_id)
    choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), unit_id)
    sign_contract(shop.consultant, approved(shop, contract_id))
    return contract_id


def line_of(shop: Shop, contract_id: int) -> int:
    """The position of the line over the car."""
    return next(line.position for line in contract_view(shop.owner, contract_id).lines if line.item_id == shop.car)


def keep_the_stock(shop: Shop, customer_id: int) -> None:
    """Every action of the stock, and of units on contracts, once."""
    coming = car(shop, 900, age=None)
    stock.note_arrival(shop.manager, coming, ArrivalForm("展厅", 5))
    stock.move_unit(shop.manager, coming, "后院")
    stock.note_mileage(shop.manager, coming, 12)
    stock.make_demo(shop.manager, coming)
    stock.end_demo(shop.manager, coming)
    version = unit_view(shop.owner, coming).row.version
    stock.correct_unit(shop.manager, coming, version, CorrectionForm(vin(901), "输错", mileage_km=12))
    contract_id = draft(shop, customer_id)
    choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), coming)
    let_unit_go(shop.consultant, contract_id, coming)
    stock.take_out(shop.manager, coming, Leaving.RETURNED, "退厂")
    stock.import_units(shop.manager, (UnitForm(shop.car, vin(902)),))
    stock.keep_item(shop.manager, shop.mats, Kept.QUANTITY)
    stock.receive_quantity(shop.manager, QuantityForm(shop.mats, 500))
    stock.issue_quantity(shop.manager, shop.mats, 100, "样品")
    stock.count_quantity(shop.manager, shop.mats, 300, "盘点")
