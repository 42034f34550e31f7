"""Two seats at once: never one customer to two people, never one turn twice, whoever clicks when."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.customers.lists import timeline
from models.kernel import audit, store
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.rotation import lists, log
from models.rotation.actions import sign_in
from models.rotation.kinds import ArrivalKind
from models.rotation.reception_actions import ArrivalForm, arrive
from tests.models.rotation.floors import NEW, answer, everybody_in, standing
from tests.models.shops import Shop, customer, opened

SEATS, ROUNDS = 4, 6


def at_once(seats: int, work: Callable[[int], object]) -> list[object]:
    """Do ``work`` at so many seats at the same moment; what each did, or the rule that refused it."""
    ready = threading.Barrier(seats)

    def seat(number: int) -> object:
        ready.wait(30)
        try:
            return work(number)
        except RuleError as refused:
            return refused
        finally:
            store.close_connection()

    with ThreadPoolExecutor(seats) as pool:
        return list(pool.map(seat, range(seats)))


def test_two_seats_give_two_customers_to_two_people(shop: Shop) -> None:
    first, second = everybody_in(shop)
    told = at_once(2, lambda _seat: answer(arrive(shop.reception, NEW)).decision)
    assert {each.receiver for each in told} == {str(first), str(second)}  # type: ignore[attr-defined]
    assert standing().owed == ()
    assert list(lists.differences()) == []


def test_one_form_clicked_at_every_seat_is_one_arrival(shop: Shop) -> None:
    everybody_in(shop)
    form = ArrivalForm(name="赵六", token="one form")
    told = at_once(SEATS, lambda _seat: answer(arrive(shop.reception, form)))
    assert sum(1 for each in told if not isinstance(each, RuleError)) == 1
    assert len(lists.board().receptions) == 1
    assert run_sql("SELECT count(*) FROM customer").fetchone()[0] == 1


def test_one_known_customer_at_every_seat_is_received_once(shop: Shop) -> None:
    file_id = customer(shop)
    everybody_in(shop)
    form = ArrivalForm(ArrivalKind.RETURNING, file_id)
    told = at_once(SEATS, lambda _seat: answer(arrive(shop.reception, form)))
    assert sum(1 for each in told if not isinstance(each, RuleError)) == 1
    assert len(timeline(file_id)) == 2


def test_the_day_is_opened_once(shop: Shop) -> None:
    at_once(2, lambda seat: sign_in(shop.reception, ((shop.consultant, shop.colleague)[seat].id,)))
    assert run_sql("SELECT count(*) FROM rotation_day").fetchone()[0] == 1
    assert [entry.number for entry in standing().log] == [1, 2]


def test_the_database_refuses_a_number_that_is_there(shop: Shop) -> None:
    everybody_in(shop)
    (day_id,) = run_sql("SELECT id FROM rotation_day").fetchone()
    event = standing().log[0].event
    with pytest.raises(Exception, match=r"(?i)unique"), store.transaction():
        log.add(day_id, 1, event, (), shop.reception.id, "")


def seat_of_its_own(address: str, shop: Shop, ready: object) -> None:
    """One program at a server: several arrivals, as fast as it can."""
    with opened(address):
        ready.wait(60)  # type: ignore[attr-defined]
        for _each in range(ROUNDS):
            arrive(shop.reception, NEW)


def test_programs_at_one_server_take_turns(server_shop: Shop) -> None:
    shop = server_shop
    everybody_in(shop)
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(SEATS)
    programs = [context.Process(target=seat_of_its_own, args=(shop.address, shop, ready)) for _seat in range(SEATS)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert [program.exitcode for program in programs] == [0] * SEATS
    state = standing()
    assert [entry.number for entry in state.log] == list(range(1, SEATS * ROUNDS + 2))
    assert sorted(reception.receiver for reception in state.receptions.values()) == sorted(state.line_up)
    assert len(state.unattended) == SEATS * ROUNDS - 2
    assert list(lists.differences()) == []
    assert list(audit.broken_lines()) == []
