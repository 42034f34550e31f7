"""Units, quantities and parts taken over, and taken back by counter-entries (S3, X3)."""

from __future__ import annotations

import pytest

from exchange.importing import taking_over
from models.catalog.kinds import Kept
from models.catalog.lists import find_items, item
from models.importing.actions import undo_import
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.stock.actions import move_unit
from models.stock.keeping import unit_with
from tests.exchange.importing.files import checked
from tests.models.shops import Shop

VIN = "LYH7V2A58TA000317"
STOCK = (
    ("车型代码", "车架号", "颜色", "成本价", "库位", "入库日期", "数量"),
    ("V7", VIN.lower(), "珍珠白", "168,000.00", "A01", "2026/1/5", ""),
    ("V7", VIN, "珍珠白", "", "", "", ""),
    ("V7", "LYH7V2A58TA0003", "", "", "", "", ""),
    ("V0", "LYH7V2A58TA000318", "", "", "", "", ""),
    ("DJ-01", "", "", "", "B02", "", "12.00"),
)


def here(item_id: int) -> int:
    """The quantity in stock, in hundredths."""
    row = run_sql("SELECT quantity FROM stock_quantity WHERE item_id = ?", item_id).fetchone()
    return int(row[0]) if row else 0


def test_units_and_quantities_come_in_and_leave_again(shop: Shop) -> None:
    found = checked(shop.owner, STOCK, OnDuplicate.SKIP, ImportKind.STOCK)
    assert [(each.row, each.column) for each in found.problems] == [(4, "车架号"), (5, "车型代码")]
    assert (found.new, found.merged, found.left_out) == (1, 1, 1)
    done = taking_over.write(shop.owner, found)
    unit = unit_with(VIN)
    assert unit is not None
    assert (unit.cost, unit.place, str(unit.arrived_on)) == (16_800_000, "A01", "2026-01-05")
    assert (item(shop.owner, shop.car).kept, here(shop.mats)) == (Kept.VIN, 1200)
    undo_import(shop.owner, done.id)
    assert unit_with(VIN) is None
    assert here(shop.mats) == 0
    assert run_sql("SELECT sum(quantity), sum(value) FROM stock_movement").fetchone()[:2] == (0, 0)


def test_a_unit_that_was_moved_since_stays(folder_shop: Shop) -> None:
    shop = folder_shop
    done = taking_over.write(shop.owner, checked(shop.owner, STOCK[:2], kind=ImportKind.STOCK))
    unit = unit_with(VIN)
    assert unit is not None
    move_unit(shop.owner, unit.id, "C03")
    with pytest.raises(RuleError, match="no longer be undone"):
        undo_import(shop.owner, done.id)
    assert unit_with(VIN) is not None


COUNTED = (
    ("编码", "数量", "库位", "成本"),
    ("DJ-01", "4", "A01", "100"),
    ("DJ-01", "6", "B02", "200"),
    ("BX-01", "3", "", ""),
)


def stored(item_id: int) -> tuple[int, int, str]:
    """What is in stock of an item, what it is worth, and where."""
    found = run_sql("SELECT quantity, value, place FROM stock_quantity WHERE item_id = ?", item_id).fetchone()
    return found[0], found[1], found[2]


def test_a_quantity_that_is_there_is_left_alone_unless_it_is_to_be_set_and_comes_back_whole(shop: Shop) -> None:
    first = checked(shop.owner, COUNTED, kind=ImportKind.STOCK)
    assert (first.rows, first.merged, first.repeated) == (3, 2, 1)
    taking_over.write(shop.owner, first)
    assert stored(shop.mats) == (1_000, 160_000, "A01"), "rows about one item are added up, at their own cost"
    again = checked(shop.owner, COUNTED, kind=ImportKind.STOCK)
    assert (again.out, again.batch) == (3, None)
    assert checked(shop.owner, COUNTED, OnDuplicate.NEW, ImportKind.STOCK).wrong == {2, 3, 4}
    rows = (("编码", "数量", "库位"), ("DJ-01", "12", "C03"), ("BX-01", "3", "C04"))
    done = taking_over.write(shop.owner, checked(shop.owner, rows, OnDuplicate.MERGE, ImportKind.STOCK))
    assert stored(shop.mats) == (1_200, 192_000, "C03")
    assert stored(shop.insurance)[2] == "C04", "another place for the same quantity"
    run_sql("UPDATE item SET cost = 7 WHERE id = ?", shop.mats)
    undo_import(shop.owner, done.id)
    assert stored(shop.mats) == (1_000, 160_000, "A01")
    assert stored(shop.insurance)[2] == ""


def test_parts_are_goods_kept_by_quantity(folder_shop: Shop) -> None:
    shop = folder_shop
    rows = (("货号", "名称", "单价", "库存数量", "库位"), ("LJ-1", "机油滤清器", "45", "8", "P1"))
    done = taking_over.write(shop.owner, checked(shop.owner, rows, kind=ImportKind.PARTS))
    (part,) = find_items(shop.owner, "LJ-1")
    assert (part.category, part.kept, here(part.id)) == ("part", Kept.QUANTITY, 800)
    undo_import(shop.owner, done.id)
    assert here(part.id) == 0
    assert not item(shop.owner, part.id).active, "what has movements stays on record, no longer offered"


def test_one_part_in_several_places_is_added_up(folder_shop: Shop) -> None:
    shop = folder_shop
    rows = (
        ("货号", "名称", "单价", "库存数量", "库位"),
        ("LJ-1", "机油滤清器", "45", "8", "P1"),
        ("LJ-1", "机油滤清器", "45", "2.5", "P2"),
        ("LJ-1", "机油滤清器", "46", "1", "P3"),
        ("LJ-2", "", "45", "1", "P1"),
        ("LJ-2", "", "45", "1", "P2"),
    )
    found = checked(shop.owner, rows, kind=ImportKind.PARTS)
    assert (found.rows, found.new, found.added, found.wrong) == (5, 1, 1, {4, 5, 6})
    taking_over.write(shop.owner, found)
    (part,) = find_items(shop.owner, "LJ-1")
    assert here(part.id) == 1_050
    again = checked(shop.owner, rows[:3], kind=ImportKind.PARTS)
    assert (again.out, again.added) == (2, 0)
    assert checked(shop.owner, rows[:3], OnDuplicate.NEW, ImportKind.PARTS).wrong == {2, 3}
