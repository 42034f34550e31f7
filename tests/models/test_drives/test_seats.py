"""Several seats book the same demo car at once: one gets it, the others are told whose it is (S4)."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from models.kernel import keys, store
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import say
from models.kernel.tables import database, run_sql
from models.test_drives.booking_actions import BookingForm, book_drive
from tests.models.shops import Shop, customer
from tests.models.test_drives.driving import at, demo_car

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
SEATS = 4


def _book(shop: Shop, unit_id: int, file_id: int, later: int, start: Any, told: Any) -> None:
    """Book the car half over what the others book, in a program of its own."""
    if store.is_server(shop.address):
        store.open_store(shop.address)
    else:
        # The store's own lock admits one program; the promise is the database's, so this goes past the lock.
        folder = Path(shop.address)
        database.initialize(store.encrypted_file(folder / "store.db", keys.unlock(folder)))
    start.wait(60)
    try:
        book_drive(shop.owner, file_id, BookingForm(unit_id, at(600 + later), 30, shop.consultant.id))
        told.put("booked")
    except FrontdeskError as error:
        told.put(say(error))
    database.close()


def test_one_of_several_seats_gets_the_car(shop: Shop) -> None:
    unit, file_id = demo_car(shop), customer(shop)
    database.close()
    context = multiprocessing.get_context("fork")
    start, told = context.Barrier(SEATS), context.SimpleQueue()
    seats = [context.Process(target=_book, args=(shop, unit, file_id, each, start, told)) for each in range(SEATS)]
    for seat in seats:
        seat.start()
    for seat in seats:
        seat.join(120)
    assert [seat.exitcode for seat in seats] == [0] * SEATS
    answers = [told.get() for _each in seats]
    assert answers.count("booked") == 1
    assert run_sql("SELECT count(*) FROM test_drive WHERE unit_id = ?", unit).fetchone()[0] == 1
    (number,) = run_sql("SELECT number FROM test_drive").fetchone()
    assert all(number in answer for answer in answers if answer != "booked")
