"""What is handed over leaves the stock: the reserved unit and no other, arrived, with its mileage (D3, S3)."""

from __future__ import annotations

import pytest

from models.catalog.kinds import Kept
from models.checking import deliveries as checking
from models.customers.file_lists import goods
from models.delivery.checklist_actions import ItemForm, compare_unit, settle_item, undo_item
from models.delivery.handing_actions import HandOverForm, hand_over
from models.delivery.kinds import BlockerKind
from models.delivery.reading import delivery_view
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.sales.amendment_actions import AmendmentForm
from models.sales.quote_forms import LineForm
from models.sales.reserving import units_of
from models.stock import actions as stock
from models.stock.actions import ArrivalForm, QuantityForm
from models.stock.kinds import UnitState
from models.stock.lists import unit_view
from models.trades.delivery_template import Gate
from tests.models.delivery import handing
from tests.models.delivery.handing import item_of, planned, signature
from tests.models.sales.lives import amended
from tests.models.shops import Shop, customer
from tests.models.stock.goods import car, signed_with, vin


def blockers(shop: Shop, delivery_id: int, kind: BlockerKind) -> list[str]:
    """What of this kind stands in the way of the hand-over, by name."""
    return [each.name for each in delivery_view(shop.owner, delivery_id).steps.hand_over if each.kind is kind]


def test_a_unit_goes_from_the_stock_to_the_customer(shop: Shop) -> None:
    unit, other = car(shop, 1, mileage_km=12), car(shop, 2)
    contract_id = signed_with(shop, customer(shop), unit)
    delivery_id = planned(shop, contract_id)
    assert [each.serial for each in delivery_view(shop.owner, delivery_id).units] == [vin(1)]
    with pytest.raises(RuleError, match="other goods"):
        compare_unit(shop.consultant, delivery_id, vin(2))
    with pytest.raises(RuleError, match="was 12 km"):
        settle_item(shop.consultant, item_of(shop.consultant, delivery_id, "mileage").id, ItemForm(reading=1100))
    settle_item(shop.consultant, item_of(shop.consultant, delivery_id, "mileage").id, ItemForm(reading=1800))
    handing.ready(shop, delivery_id)
    compare_unit(shop.consultant, delivery_id, vin(1))
    handing.released(shop, delivery_id)
    handing.settle(shop.consultant, delivery_id, Gate.HAND_OVER)
    hand_over(shop.consultant, delivery_id, HandOverForm(signature()))
    row = unit_view(shop.owner, unit).row
    assert (row.state, row.mileage_km) == (UnitState.SOLD, 18)
    assert unit_view(shop.owner, other).row.state is UnitState.IN_STOCK
    assert [each.sold for each in units_of(contract_id)] == [True]
    (owned,) = goods(delivery_view(shop.owner, delivery_id).entry.customer_id)
    assert (owned.form.serial, owned.form.mileage) == (vin(1), 18)
    assert list(checking.units()) == []
    run_sql("UPDATE contract_unit SET sold_at = NULL")
    assert len(list(checking.units())) == 1


def test_what_has_not_arrived_or_is_not_enough_blocks_by_name(folder_shop: Shop) -> None:
    shop = folder_shop
    unit = car(shop, 3, age=None)
    contract_id = signed_with(shop, customer(shop), unit)
    stock.keep_item(shop.manager, shop.mats, Kept.QUANTITY)
    amended(shop, contract_id, AmendmentForm("more", added=(LineForm("accessory", "脚垫", 80_000, item_id=shop.mats),)))
    delivery_id = planned(shop, contract_id)
    assert blockers(shop, delivery_id, BlockerKind.ARRIVAL) == [f"澜川 V7 {vin(3)}", "脚垫"]
    stock.note_arrival(shop.manager, unit, ArrivalForm("展厅", 5))
    stock.receive_quantity(shop.manager, QuantityForm(shop.mats, 100))
    assert blockers(shop, delivery_id, BlockerKind.ARRIVAL) == []


def test_a_car_that_was_swapped_must_be_compared_anew(folder_shop: Shop) -> None:
    shop = folder_shop
    unit, _other = car(shop, 4), car(shop, 5)
    contract_id = signed_with(shop, customer(shop), unit)
    delivery_id = planned(shop, contract_id)
    compare_unit(shop.consultant, delivery_id, vin(4))
    assert blockers(shop, delivery_id, BlockerKind.UNIT) == []
    amended(shop, contract_id, AmendmentForm("swap", subject={"vin": vin(5)}))
    assert [each.serial for each in delivery_view(shop.owner, delivery_id).units] == [vin(5)]
    assert blockers(shop, delivery_id, BlockerKind.UNIT) == [f"澜川 V7 {vin(5)}"]
    undo_item(shop.consultant, item_of(shop.consultant, delivery_id, "numbers").id)
    compare_unit(shop.consultant, delivery_id, vin(5))
    assert blockers(shop, delivery_id, BlockerKind.UNIT) == []
