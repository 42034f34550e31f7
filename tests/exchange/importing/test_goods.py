"""Goods and prices taken over: new ones, changed prices, and back to what they were (X3)."""

from __future__ import annotations

import pytest

from exchange.importing import taking_over
from models.catalog.actions import ItemForm, change_item
from models.catalog.lists import find_items, item
from models.importing.actions import undo_import
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import say
from tests.exchange.importing.files import checked, everything
from tests.models.shops import Shop

PRICES = (
    ("编码", "名称", "分类", "零售价", "进价", "单位", "颜色"),
    ("V7", "澜川 V7", "整车", "￥191,800.00", "170,000", "辆", "珍珠白=3000；红"),
    ("V8", "澜川 V8", "整车", "22.98万", "200000", "辆", ""),
    ("DJ-01", "脚垫", "精品附件", "800", "300", "套", ""),
    ("X1", "飞船", "飞行器", "1", "", "", ""),
)


def test_prices_are_taken_over_and_taken_back(shop: Shop) -> None:
    before = everything()
    found = checked(shop.owner, PRICES, OnDuplicate.MERGE, ImportKind.GOODS)
    assert (found.new, found.merged, found.same) == (1, 1, 1)
    assert [(each.row, each.column, each.value) for each in found.problems] == [(5, "分类", "飞行器")]
    done = taking_over.write(shop.owner, found)
    changed = item(shop.owner, shop.car)
    assert changed.price == 19_180_000
    assert [(each.name, each.price) for each in changed.options] == [("珍珠白", 300_000), ("红", 0)]
    assert [each.price for each in find_items(shop.owner, "V8")] == [22_980_000]
    undo_import(shop.owner, done.id)
    after = everything()
    for rows in (before["item"], after["item"], before["search_entry"], after["search_entry"]):
        rows[:] = sorted((row[5:] if len(row) > 8 else row[1:4] for row in rows), key=repr)
    assert after == before


def test_a_price_somebody_changed_since_stays(shop: Shop) -> None:
    done = taking_over.write(shop.owner, checked(shop.owner, PRICES, OnDuplicate.MERGE, ImportKind.GOODS))
    row = item(shop.owner, shop.car)
    change_item(shop.owner, shop.car, row.version, ItemForm("V7", "vehicle", "澜川 V7", 1))
    with pytest.raises(RuleError, match="no longer be undone"):
        undo_import(shop.owner, done.id)
    assert item(shop.owner, shop.car).price == 1


def test_codes_are_known_once(folder_shop: Shop) -> None:
    shop = folder_shop
    assert checked(shop.owner, PRICES, OnDuplicate.SKIP, ImportKind.GOODS).left_out == 2
    refused = checked(shop.owner, PRICES, OnDuplicate.NEW, ImportKind.GOODS)
    assert [each.row for each in refused.problems] == [2, 4, 5]
    with pytest.raises(RuleError, match="code"):
        checked(shop.owner, (("名称", "零售价"), ("V9", "1")), kind=ImportKind.GOODS)


def test_what_is_missing_is_said_with_what_it_could_be(folder_shop: Shop) -> None:
    rows = (
        ("编码", "名称", "类别", "零售价"),
        ("V8", "澜川 V8", "", "1"),
        ("V9", "澜川 V9", "整车", ""),
        ("V5", "V5", "轿车", "1"),
    )
    found = checked(folder_shop.owner, rows, kind=ImportKind.GOODS)
    none, price, unknown = ((each.row, each.refused, say(each.error)) for each in found.problems)
    assert none[:2] == (2, True)
    assert price == (3, False, "No price is said; it is taken over with the price 0.")
    assert unknown[:2] == (4, True)
    assert "Vehicle" in none[2]
    assert "Vehicle" in unknown[2]


@pytest.mark.parametrize("kind", [ImportKind.GOODS, ImportKind.PARTS])
def test_an_empty_cell_leaves_what_is_there(folder_shop: Shop, kind: ImportKind) -> None:
    shop = folder_shop
    full = ("V7", "澜川 V7", "整车", "旗舰版", "189800", "珍珠白=3000")
    head = ("编码", "名称", "类别", "规格", "零售价", "颜色")
    taking_over.write(shop.owner, checked(shop.owner, (head, full), OnDuplicate.MERGE, ImportKind.GOODS))
    before = item(shop.owner, shop.car)
    found = checked(shop.owner, (head, ("V7", "", "", "", "199800", "")), OnDuplicate.MERGE, kind)
    assert (found.merged, found.problems) == (1, [])
    taking_over.write(shop.owner, found)
    after = item(shop.owner, shop.car)
    assert after.price == 19_980_000
    told = ("name", "category", "spec", "unit", "options")
    assert [getattr(after, each) for each in told] == [getattr(before, each) for each in told]
    assert before.options


def test_costs_are_only_for_who_may_see_them(folder_shop: Shop) -> None:
    shop = folder_shop
    found = checked(shop.manager, PRICES, OnDuplicate.MERGE, ImportKind.GOODS)
    taking_over.write(shop.manager, found)
    assert item(shop.owner, shop.car).cost == 17_000_000, "a manager's file does not touch costs"
    for actor in (shop.consultant, shop.cashier):
        with pytest.raises(NotAllowed):
            taking_over.write(actor, found)
