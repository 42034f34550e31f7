"""Parts that go to work orders and come back: value, requests made twice, and never below zero (W6, W11)."""

from __future__ import annotations

import multiprocessing
from functools import partial
from pathlib import Path

import pytest

from models.kernel import keys, store
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.tables import database, run_sql
from models.parts.availability import availability
from models.parts.issuing import Issued, issue_to_order, issued_by_line, issued_to, return_from_order
from models.parts.reserving import Holder, carry_over, release_all, release_part, reserve_part, reserved_for
from models.stock.rules import Holding
from models.stock.tables import StockMovement, StockQuantity
from tests.models.parts.shelves import inside, part, received
from tests.models.shops import Shop

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
ORDER, LINE = 71, 711


def issue(shop: Shop, item_id: int, quantity: int, **more: object) -> Issued:
    """So much is issued to a line of an order."""
    values = {"work_order_id": ORDER, "work_line_id": LINE, **more}
    done = inside(shop.owner, lambda act: issue_to_order(act, item_id=item_id, quantity=quantity, **values))
    assert isinstance(done, Issued)
    return done


def bring_back(shop: Shop, item_id: int, quantity: int, line_id: int = LINE, token: str = "") -> Issued:
    """So much of it comes back."""
    done = inside(shop.owner, lambda act: return_from_order(act, ORDER, line_id, item_id, quantity, token=token))
    assert isinstance(done, Issued)
    return done


def reserve(shop: Shop, item_id: int, quantity: int, **holder: int) -> None:
    """So much is kept for somebody."""
    inside(shop.owner, lambda act: reserve_part(act, item_id, Holder(**holder), quantity))


def held(item_id: int) -> tuple[int, int, int]:
    """What is here, what it is worth, what is reserved."""
    row = StockQuantity.get(StockQuantity.item == item_id)
    return row.quantity, row.value, row.reserved


def test_a_return_brings_back_the_value_it_left_with_whatever_came_meanwhile(shop: Shop) -> None:
    item_id = part(shop)
    received(shop, item_id, 300, 20_00)
    first = issue(shop, item_id, 200)
    assert (first.quantity, first.value, held(item_id)) == (200, 40_00, (100, 20_00, 0))
    received(shop, item_id, 100, 90_00)
    second = issue(shop, item_id, 100, work_line_id=712)
    assert second.value == 55_00
    assert issued_to(ORDER) == {item_id: Holding(300, 95_00)}
    assert issued_by_line(ORDER) == {(LINE, item_id): Holding(200, 40_00), (712, item_id): Holding(100, 55_00)}
    back = bring_back(shop, item_id, 50)
    assert (back.value, held(item_id)) == (10_00, (150, 65_00, 0))
    assert bring_back(shop, item_id, 150).value == 30_00
    assert issued_to(ORDER, LINE) == {}
    with pytest.raises(RuleError, match="Only 0 are out on this order"):
        bring_back(shop, item_id, 100)
    assert issued_to(ORDER) == {item_id: Holding(100, 55_00)}


def test_the_same_request_twice_moves_once(shop: Shop) -> None:
    item_id = part(shop)
    received(shop, item_id, 500)
    first, again = (issue(shop, item_id, 200, token="a-click") for _each in range(2))
    assert (again.movement_id, again.quantity, again.value) == (first.movement_id, 200, first.value)
    assert (first.again, again.again, held(item_id)[0]) == (False, True, 300)
    for _each in range(2):
        bring_back(shop, item_id, 100, token="another")
    assert held(item_id)[0] == 400
    issue(shop, item_id, 200)
    issue(shop, item_id, 200)
    assert held(item_id)[0] == 0


def test_never_more_than_is_here_nor_what_others_keep(shop: Shop) -> None:
    item_id = part(shop, name="前制动片")
    received(shop, item_id, 400)
    with pytest.raises(RuleError, match="Only 4 of 前制动片 are here") as refused:
        issue(shop, item_id, 500)
    assert refused.value.field == "quantity"
    reserve(shop, item_id, 300, work_order_id=99)
    with pytest.raises(RuleError, match="4 of 前制动片 are here, 3 of them reserved for others"):
        issue(shop, item_id, 200)
    assert issue(shop, item_id, 200, although_reserved=True).quantity == 200
    assert issue(shop, item_id, 200, work_order_id=99).quantity == 200
    assert (held(item_id)[0], reserved_for(Holder(work_order_id=99))) == (0, {item_id: 100})
    for wrong in (0, -100, 10**12):
        with pytest.raises(RuleError) as refused:
            issue(shop, item_id, wrong)
        assert refused.value.field == "quantity"
    with pytest.raises(RuleError, match="not kept by quantity"):
        issue(shop, shop.car, 100)


def test_what_an_appointment_keeps_becomes_its_orders_and_is_used_up_first(shop: Shop) -> None:
    item_id, other = part(shop), part(shop, "90915-10003", "机油滤清器（小）")
    received(shop, item_id, 300)
    reserve(shop, item_id, 200, appointment_id=5)
    reserve(shop, other, 100, appointment_id=5)
    answer = availability([item_id, other])
    assert (answer[item_id].free, answer[item_id].missing(200), answer[item_id].missing(200, own=200)) == (100, 100, 0)
    assert (answer[other].here, answer[other].reserved, answer[other].missing(100, own=100)) == (0, 100, 100)
    inside(shop.owner, lambda act: carry_over(act, 5, ORDER))
    assert reserved_for(Holder(appointment_id=5)) == {}
    assert reserved_for(Holder(work_order_id=ORDER)) == {item_id: 200, other: 100}
    issue(shop, item_id, 100)
    assert (held(item_id)[2], reserved_for(Holder(work_order_id=ORDER))[item_id]) == (100, 100)
    issue(shop, item_id, 200)
    assert (held(item_id), reserved_for(Holder(work_order_id=ORDER))) == ((0, 0, 0), {other: 100})
    inside(shop.owner, lambda act: release_all(act, Holder(work_order_id=ORDER), "取消"))
    assert held(other)[2] == 0


def test_no_more_is_let_go_than_is_kept(shop: Shop) -> None:
    item_id, holder = part(shop), Holder(work_order_id=ORDER)
    reserve(shop, item_id, 200, work_order_id=ORDER)
    with pytest.raises(RuleError, match="Only 2 are reserved") as refused:
        inside(shop.owner, lambda act: release_part(act, item_id, holder, 300))
    assert refused.value.field == "quantity"
    with pytest.raises(RuleError):
        reserve(shop, item_id, 0, work_order_id=ORDER)
    inside(shop.owner, lambda act: release_part(act, item_id, holder))
    assert reserved_for(holder) == {}
    inside(shop.owner, lambda act: release_part(act, item_id, holder))
    assert held(item_id)[2] == 0


def test_movements_stay_as_they_were(shop: Shop) -> None:
    item_id = part(shop)
    received(shop, item_id)
    issue(shop, item_id, 100)
    with store.transaction(), pytest.raises(Exception, match="only added to"):
        run_sql("UPDATE stock_movement SET work_order_id = 1 WHERE work_order_id = ?", ORDER)
    assert StockMovement.select().where(StockMovement.work_order == ORDER).count() == 1


def _take(shop: Shop, item_id: int, number: int, start: object, told: object) -> None:
    """One counter's program: it issues one at a time to its own order until there is none."""
    if store.is_server(shop.address):
        store.open_store(shop.address)
    else:
        # The store's own lock admits one program; the promise is the database's, so this goes past the lock.
        folder = Path(shop.address)
        database.initialize(store.encrypted_file(folder / "store.db", keys.unlock(folder)))
    start.wait(60)  # type: ignore[attr-defined]
    taken = 0
    try:
        while True:
            inside(shop.owner, partial(_one, number=number, item_id=item_id, place=taken))
            taken += 1
            if taken == 3:
                inside(shop.owner, lambda act: return_from_order(act, number, 1, item_id, 100))
                inside(shop.owner, lambda act: issue_to_order(act, number, 1, item_id, 100))
    except FrontdeskError as error:
        told.put((taken, str(error)))  # type: ignore[attr-defined]
    database.close()


def _one(act: object, number: int, item_id: int, place: int) -> None:
    for _click in range(2):
        issue_to_order(act, number, 1, item_id, 100, token=f"{number}-{place}")  # type: ignore[arg-type]


def test_programs_at_once_never_issue_more_than_is_here(shop: Shop) -> None:
    item_id = part(shop, name="火花塞")
    received(shop, item_id, 2_500, 35_10)
    database.close()
    context = multiprocessing.get_context("fork")
    start, told = context.Barrier(4), context.SimpleQueue()
    programs = [context.Process(target=_take, args=(shop, item_id, each, start, told)) for each in range(1, 5)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert [program.exitcode for program in programs] == [0] * 4
    answers = [told.get() for _each in programs]
    assert all("of 火花塞 are here" in said or "out on this order" in said for _taken, said in answers)
    out = [issued_to(each).get(item_id, Holding()) for each in range(1, 5)]
    here = held(item_id)
    assert here[0] >= 0
    assert sum(each.quantity for each in out) + here[0] == 2_500
    assert sum(each.value for each in out) + here[1] == 25 * 35_10
    assert here[0] == 0
