"""Two seats at once: never one customer to two people, never one turn twice, whoever clicks when."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

import pytest

from models.customers.lists import timeline
from models.kernel import audit, keys, store
from models.kernel.errors import RuleError
from models.kernel.tables import database, run_sql
from models.rotation import lists, log, soundness
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
    assert list(soundness.differences()) == []


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


@contextmanager
def seated(shop: Shop) -> Iterator[None]:
    """At a store that others have open too. For one on disk the lock that keeps other programs out is left aside: the
    database alone must see to it.
    """
    if store.is_server(shop.address):
        with opened(shop.address):
            yield
        return
    folder = store.folder_of(shop.address)
    database.initialize(store.encrypted_file(folder / "store.db", keys.unlock(folder, "")))
    database.connect()
    try:
        yield
    finally:
        store.close_connection()


def seat_of_its_own(shop: Shop, known: int, ready: object) -> None:
    """A program at its own seat: the same click as everybody, the same customer, then arrivals as fast as it can."""
    with seated(shop):
        ready.wait(60)  # type: ignore[attr-defined]
        for form in (ArrivalForm(token="one form"), ArrivalForm(ArrivalKind.RETURNING, known)):
            with suppress(RuleError):
                arrive(shop.reception, form)
        for _each in range(ROUNDS):
            arrive(shop.reception, NEW)


def test_programs_at_one_store_take_turns(shop: Shop) -> None:
    """Real processes, on both databases: each customer is received once, and nobody twice."""
    known = customer(shop)
    everybody_in(shop)
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(SEATS)
    programs = [context.Process(target=seat_of_its_own, args=(shop, known, ready)) for _seat in range(SEATS)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert [program.exitcode for program in programs] == [0] * SEATS
    state, arrivals = standing(), SEATS * ROUNDS + 2
    assert [entry.number for entry in state.log] == list(range(1, arrivals + 2))
    assert sorted(reception.receiver for reception in state.receptions.values()) == sorted(state.line_up)
    assert len(state.unattended) == arrivals - 2
    assert run_sql("SELECT count(*) FROM rotation_event WHERE token = 'one form'").fetchone()[0] == 1
    assert len(timeline(known)) == 2
    assert list(soundness.differences()) == []
    assert list(audit.broken_lines()) == []
