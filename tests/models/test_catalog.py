"""The catalogue: its items, and who sees what they cost."""

from __future__ import annotations

import pytest

from models.catalog import lists
from models.catalog.actions import ItemForm, add_item, change_item
from models.kernel import audit
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.money import LARGEST
from models.sales.lists import contract_view, quote_view
from tests.models.shops import CAR_COST, CAR_PRICE, Shop, customer, quote, signed_contract

FORM = ItemForm("V9", "vehicle", "澜川 V9", 29_980_000, "四驱", "辆", 27_000_000)


def test_an_item_is_added_and_found(shop: Shop) -> None:
    item_id = add_item(shop.owner, FORM).id
    row = lists.item(shop.owner, item_id)
    assert (row.code, row.name, row.price, row.cost, row.active) == ("V9", "澜川 V9", 29_980_000, 27_000_000, True)
    for query in ("v9", "lcv9", "lanchuan", "四驱"):
        assert item_id in {each.id for each in lists.find_items(shop.owner, query)}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "V7"}, "code"),
        ({"name": ""}, "name"),
        ({"category": "spaceship"}, "category"),
        ({"price": -1}, "price"),
        ({"price": LARGEST + 1}, "price"),
        ({"price": 10**30}, "price"),
        ({"cost": -1}, "cost"),
        ({"cost": 10**30}, "cost"),
        ({"name": "长" * 81}, "name"),
    ],
)
def test_what_an_item_needs(shop: Shop, changes: dict[str, object], field: str) -> None:
    before = lists.items(shop.owner, active_only=False)
    form = ItemForm(**{**FORM.__dict__, **changes})
    with pytest.raises(RuleError) as refused:
        add_item(shop.owner, form)
    assert refused.value.field == field
    with pytest.raises(RuleError) as refused:
        change_item(shop.owner, shop.mats, 1, form)
    assert refused.value.field == field
    assert lists.items(shop.owner, active_only=False) == before


def test_a_changed_item_leaves_quotes_and_contracts_as_they_were(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    quote_id = quote(shop, customer(shop, "张三", "13900001111"))
    change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "澜川 V7 改款", 1, cost=1))
    for view in (contract_view(shop.owner, contract_id), quote_view(shop.owner, quote_id)):
        assert [(line.name, line.unit_price, line.cost) for line in view.lines] == [("澜川 V7", CAR_PRICE, CAR_COST)]
    assert lists.find_items(shop.owner, "改款")


def test_a_stale_edit(shop: Shop) -> None:
    change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "澜川 V7", 100))
    with pytest.raises(StaleEdit) as stale:
        change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "澜川 V7", 200))
    assert (stale.value.theirs["price"], stale.value.mine["price"]) == (100, 200)
    assert lists.item(shop.owner, shop.car).price == 100


def test_an_item_taken_out_is_no_longer_offered(shop: Shop) -> None:
    row = lists.item(shop.owner, shop.mats)
    change_item(shop.owner, shop.mats, 1, ItemForm(row.code, row.category, row.name, row.price, active=False))
    assert shop.mats not in {each.id for each in lists.items(shop.owner)}
    assert shop.mats in {each.id for each in lists.items(shop.owner, active_only=False)}
    assert lists.find_items(shop.owner, "脚垫") == []


@pytest.mark.parametrize("who", ["consultant", "colleague", "reception", "cashier", "manager"])
def test_what_it_costs_is_for_those_who_may_see_it(shop: Shop, who: str) -> None:
    actor = shop.people[who]
    contract_id = signed_contract(shop)
    seen = [
        *lists.items(actor),
        *lists.find_items(actor, "澜川"),
        lists.item(actor, shop.car),
        *contract_view(actor, contract_id).lines,
        *quote_view(actor, contract_view(actor, contract_id).quote_id or 0).lines,
    ]
    assert {each.cost for each in seen} == {None}
    assert str(CAR_COST) not in repr(seen)


def test_the_trail_does_not_tell_what_it_costs(shop: Shop) -> None:
    change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "澜川 V7", CAR_PRICE, cost=12_345_678))
    assert lists.item(shop.owner, shop.car).cost == 12_345_678
    for entry in audit.history("item", shop.car):
        assert "cost" not in str(entry.details)
        assert "12345678" not in str(entry.details)
