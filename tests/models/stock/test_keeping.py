"""Units and quantities in stock: a whole life, what is refused at which field, who sees costs (S3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import peewee
import pytest

from models.catalog.kinds import Availability, Kept, stock_words
from models.catalog.lists import item
from models.kernel import clock, i18n, search, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.stock import actions as stock
from models.stock.actions import ArrivalForm, CorrectionForm, QuantityForm
from models.stock.keeping import UnitForm
from models.stock.kinds import UNIT_MOVES, AgeBand, Leaving, MovementKind, StockFilter, UnitAction, UnitSort, UnitState
from models.stock.lists import (
    bands,
    counts,
    free_units,
    item_movements,
    quantity_rows,
    unit_ids,
    unit_movements,
    unit_rows,
    unit_view,
)
from tests.models.parts.shelves import keeper
from tests.models.shops import Shop
from tests.models.stock.goods import COST, car, vin

K = MovementKind


def test_the_life_of_a_car(shop: Shop) -> None:
    car_id = car(shop, age=None, expected_on=clock.today() + timedelta(days=5))
    told = item(shop.consultant, shop.car).stock
    assert (told.availability, told.expected_on) == (Availability.IN_TRANSIT, clock.today() + timedelta(days=5))
    with pytest.raises(IllegalMove):
        stock.make_demo(shop.manager, car_id)
    stock.note_arrival(shop.manager, car_id, ArrivalForm("展厅", 8))
    told = item(shop.consultant, shop.car).stock
    assert stock_words(told, "en") == "1 in stock"
    stock.move_unit(shop.manager, car_id, "后院")
    stock.note_mileage(shop.manager, car_id, 20)
    stock.make_demo(shop.manager, car_id)
    assert item(shop.consultant, shop.car).stock.availability is Availability.TO_ORDER, "a demo is not promised"
    stock.end_demo(shop.manager, car_id)
    stock.take_out(shop.manager, car_id, Leaving.RETURNED, "退厂")
    row = unit_view(shop.owner, car_id).row
    assert (row.state, row.place, row.mileage_km, row.left_on) == (UnitState.GONE, "后院", 20, clock.today())
    kinds = [each.kind for each in reversed(unit_movements(shop.owner, car_id))]
    assert kinds == [K.ANNOUNCED, K.RECEIVED, K.MOVED, K.DRIVEN, K.DEMO, K.DEMO_ENDED, K.RETURNED]
    sums = run_sql("SELECT sum(quantity), sum(value) FROM stock_movement WHERE unit_id = ?", car_id).fetchone()
    assert tuple(map(int, sums)) == (0, 0)
    assert car(shop, used=True, mileage_km=41_000) != car_id, "a number that left may come back"


def test_a_number_stands_in_stock_once(shop: Shop) -> None:
    car(shop)
    spelled = " ".join(vin(1)).lower().translate({ord(each): ord(each) + 0xFEE0 for each in "abcdefghjk0123456789"})
    with pytest.raises(RuleError, match="is in stock already") as refused:
        stock.receive(shop.manager, UnitForm(shop.car, spelled))
    assert refused.value.field == "number"
    assert i18n.say(refused.value) == f"{vin(1)} is in stock already: 澜川 V7, In stock."
    copy = "SELECT 'x', 1, 0, 0, item_id, vin, serial, number_key, '', '', '', 0, state, 0, 0, '', 0, '' "
    columns = "uid, version, created_at, changed_at, item_id, vin, serial, number_key, engine_number, colour, "
    columns += "options, cost, state, demo, used, place, mileage_km, note"
    with pytest.raises(peewee.IntegrityError), store.database.atomic():
        run_sql(f"INSERT INTO stock_unit ({columns}) {copy} FROM stock_unit")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("LYH7V2A58TAO00317", "A VIN has no I, O or Q."),
        ("LYH7V2A58TAI00317", "A VIN has no I, O or Q."),
        ("LYH7V2A58TAQ00317", "A VIN has no I, O or Q."),
        ("LYH7V2A58", "A VIN has 17 characters; this has 9."),
        ("LYH7V2A58TA0003170", "A VIN has 17 characters; this has 18."),
        (" - ", "Type the number."),
    ],
)
def test_what_is_no_vin_is_refused(folder_shop: Shop, typed: str, said: str) -> None:
    stock.keep_item(folder_shop.owner, folder_shop.car, Kept.VIN)
    with pytest.raises(RuleError) as refused:
        stock.receive(folder_shop.manager, UnitForm(folder_shop.car, typed))
    assert (str(refused.value), refused.value.field) == (said, "number")
    assert unit_ids(folder_shop.owner) == []


def test_what_is_refused_at_which_field(folder_shop: Shop) -> None:
    shop, day, today = folder_shop, timedelta(days=1), clock.today()
    car_id = car(shop, mileage_km=100)
    version = unit_view(shop.owner, car_id).row.version
    form, right = UnitForm(shop.car, vin(2), arrived_on=today), CorrectionForm(vin(1), "x", mileage_km=100)
    refusals: list[tuple[str | None, Callable[[], object]]] = [
        ("item_id", lambda: stock.receive(shop.owner, replace(form, item_id=999))),
        ("item_id", lambda: stock.receive(shop.owner, replace(form, item_id=shop.mats))),
        ("arrived_on", lambda: stock.receive(shop.owner, replace(form, arrived_on=today + day))),
        ("expected_on", lambda: stock.receive(shop.owner, replace(form, arrived_on=None, expected_on=today - day))),
        ("mileage_km", lambda: stock.receive(shop.owner, replace(form, mileage_km=-1))),
        ("cost", lambda: stock.receive(shop.owner, replace(form, cost=-1))),
        ("mileage_km", lambda: stock.note_mileage(shop.owner, car_id, 99)),
        ("mileage_km", lambda: stock.correct_unit(shop.owner, car_id, version, replace(right, mileage_km=99))),
        ("reason", lambda: stock.correct_unit(shop.owner, car_id, version, replace(right, reason=""))),
        ("place", lambda: stock.move_unit(shop.owner, car_id, "")),
        ("reason", lambda: stock.take_out(shop.owner, car_id, Leaving.WRITTEN_OFF, "")),
        ("rows.1.number", lambda: stock.import_units(shop.owner, (form, replace(form, number="x")))),
        (None, lambda: stock.keep_item(shop.owner, shop.car, Kept.QUANTITY)),
    ]
    for field, refused in refusals:
        with pytest.raises(RuleError) as error:
            refused()
        assert error.value.field == field, str(error.value)
    assert unit_ids(shop.owner) == [car_id], "nothing half-written"
    with pytest.raises(StaleEdit):
        stock.correct_unit(shop.owner, car_id, version - 1, replace(right, colour="红"))
    wrong = replace(right, mileage_km=99, mileage_was_wrong=True, cost=COST + 1)
    stock.correct_unit(shop.owner, car_id, version, wrong)
    row = unit_view(shop.owner, car_id).row
    assert (row.mileage_km, row.cost) == (99, COST + 1)


def test_every_state_by_action(folder_shop: Shop) -> None:
    shop = folder_shop
    car_id = car(shop)
    todo: dict[UnitAction, Callable[[], object]] = {
        UnitAction.ARRIVE: lambda: stock.note_arrival(shop.owner, car_id, ArrivalForm()),
        UnitAction.MOVE: lambda: stock.move_unit(shop.owner, car_id, "x"),
        UnitAction.DRIVE: lambda: stock.note_mileage(shop.owner, car_id, 900),
        UnitAction.SHOW: lambda: stock.make_demo(shop.owner, car_id),
        UnitAction.END_DEMO: lambda: stock.end_demo(shop.owner, car_id),
        UnitAction.CORRECT: lambda: stock.correct_unit(shop.owner, car_id, 1, CorrectionForm(vin(1), "x")),
        UnitAction.LEAVE: lambda: stock.take_out(shop.owner, car_id, Leaving.WRITTEN_OFF, "x"),
    }
    assert set(todo) == set(UnitAction)
    left = {UnitState.SOLD: "2036-01-01", UnitState.GONE: "2036-01-01"}
    for state in UnitState:
        arrived = None if state is UnitState.IN_TRANSIT else "2026-01-01"
        sql = "UPDATE stock_unit SET state = ?, left_on = ?, arrived_on = ?, version = 1, mileage_km = 0"
        for what, act in todo.items():
            run_sql(sql, state.value, left.get(state), arrived)
            if (state, what) not in UNIT_MOVES:
                with pytest.raises(IllegalMove):
                    act()
            elif what is UnitAction.ARRIVE and arrived:
                with pytest.raises(RuleError, match="here already"):
                    act()
            else:
                act()
                assert unit_view(shop.owner, car_id).row.state is UNIT_MOVES[state, what].target


def test_movements_are_only_added_to(shop: Shop) -> None:
    car(shop)
    for sql in ("UPDATE stock_movement SET quantity = 5", "DELETE FROM stock_movement"):
        with pytest.raises(peewee.DatabaseError, match="only added to"), store.database.atomic():
            run_sql(sql)


def test_quantities_with_their_moving_average(shop: Shop) -> None:
    stock.keep_item(shop.owner, shop.mats, Kept.QUANTITY)
    stock.receive_quantity(shop.owner, QuantityForm(shop.mats, 1_000, 30_00, "货架A"))
    stock.receive_quantity(shop.owner, QuantityForm(shop.mats, 500, 36_00))
    stock.issue_quantity(shop.manager, shop.mats, 700, "样品")
    (row,) = quantity_rows(shop.owner)
    assert (row.quantity, row.average, row.value, row.place) == (800, 32_00, 25_600, "货架A")
    with pytest.raises(RuleError, match="Only 8 are here") as refused:
        stock.issue_quantity(shop.manager, shop.mats, 801, "样品")
    assert refused.value.field == "quantity"
    with pytest.raises(NotAllowed):
        stock.count_quantity(keeper(shop), shop.mats, 900, "盘盈")
    stock.count_quantity(shop.manager, shop.mats, 900, "盘盈")
    assert [each.quantity for each in item_movements(shop.owner, shop.mats)] == [100, -700, 500, 1_000]
    assert stock_words(item(shop.consultant, shop.mats).stock, "en") == "9 in stock"
    with pytest.raises(peewee.IntegrityError), store.database.atomic():
        run_sql("UPDATE stock_quantity SET quantity = -1")
    (hidden,) = quantity_rows(shop.manager)
    assert (hidden.average, hidden.value) == (None, None)


def test_costs_are_for_those_who_may_see_them(folder_shop: Shop) -> None:
    shop = folder_shop
    car_id = car(shop, age=100)
    assert unit_rows(shop.owner, [car_id])[0].cost == COST
    for actor in (shop.manager, shop.consultant, shop.cashier):
        assert unit_rows(actor, [car_id])[0].cost is None
        assert free_units(actor, shop.car)[0].cost is None
        assert {each.value for each in unit_movements(actor, car_id)} == {None}
        assert {each.value for each in bands(actor)} == {None}
        with pytest.raises(NotAllowed):
            unit_ids(actor, sort=UnitSort.COST)
        assert str(COST // 100) not in str(search.find(str(COST // 100), ("stock_unit",)))
    with pytest.raises(NotAllowed):
        stock.receive(shop.manager, UnitForm(shop.car, vin(7), cost=1))
    told = stock.receive(shop.manager, UnitForm(shop.car, vin(7), arrived_on=clock.today())).id
    assert unit_view(shop.owner, told).row.cost == item(shop.owner, shop.car).cost
    (old, new) = bands(shop.owner)[::-1]
    assert (old.band, old.units, old.value) == (AgeBand.OLD, 1, COST)
    assert (new.band, new.units) == (AgeBand.MONTH, 1)
    nobody = Actor(0, "", frozenset({Role.TECHNICIAN}))
    assert UnitAction.LEAVE not in unit_view(nobody, told).actions


def test_chips_orders_and_search(shop: Shop) -> None:
    old, coming, shown = car(shop, 1, age=91), car(shop, 2, age=None), car(shop, 3, age=5, demo=True)
    owner = shop.owner
    assert unit_ids(owner) == [old, shown, coming]
    assert unit_ids(owner, sort=UnitSort.AGE, backwards=True) == [coming, shown, old]
    for chip, expected in (
        (StockFilter.IN_STOCK, [old]),
        (StockFilter.IN_TRANSIT, [coming]),
        (StockFilter.DEMO, [shown]),
        (StockFilter.OLD, [old]),
        (StockFilter.SOLD, []),
    ):
        assert unit_ids(owner, chip) == expected
        assert counts()[chip] == len(expected)
    assert unit_ids(owner, query=vin(2)[-6:]) == [coming]
    assert [hit.record_id for hit in search.find(vin(3)[-6:], ("stock_unit",))] == [shown]
    for sort in UnitSort:
        assert (
            set(unit_ids(owner, sort=sort)) == set(unit_ids(owner, sort=sort, backwards=True)) == {old, coming, shown}
        )
