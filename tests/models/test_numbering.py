"""Numbers without gaps and without doubles: under rollback, and with four writers at once."""

from __future__ import annotations

import multiprocessing
import re
from pathlib import Path

import pytest

from models.kernel import audit, keys, numbering, store
from models.kernel.actions import PROGRAM, acting
from models.kernel.tables import database
from tests.models.shops import Shop

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
WRITERS, EACH = 4, 300
ROOT = Path(__file__).parents[2]


def taken(series: str) -> list[str]:
    """The numbers that the trail says were given, in order."""
    return [each.details["number"] for each in reversed(audit.history("number", 1)) if series in each.details["number"]]


def take(series: str) -> str:
    """One number, kept on the trail like a document's."""
    with acting(PROGRAM, "test.take", None) as act:
        number = numbering.next_number(series, 2026)
        act.on("number", 1)
        act.note(number=number)
    return number


def fail(expected: str) -> None:
    """An action that takes a number and then fails."""
    with acting(PROGRAM, "test.fail", None):
        assert numbering.next_number("XX", 2026) == expected
        raise ZeroDivisionError


def test_each_kind_of_document_counts_by_itself() -> None:
    """Two rooms with one prefix would leave gaps in each other's numbers, in receipts above all (S7)."""
    rooms: dict[str, set[str]] = {}
    for path in sorted(ROOT.joinpath("models").rglob("*.py")):
        for prefix in re.findall(r'next_number\("([A-Z]+)"', path.read_text("utf-8")):
            rooms.setdefault(prefix, set()).add(path.name)
    assert len(rooms) >= 10
    assert {prefix: names for prefix, names in rooms.items() if len(names) > 1} == {}


def test_a_series_counts_by_year(shop: Shop) -> None:
    with store.transaction():
        assert numbering.next_number("HT", 2026) == "HT-2026-0001"
        assert numbering.next_number("HT", 2026) == "HT-2026-0002"
        assert numbering.next_number("HT", 2027) == "HT-2027-0001"
        assert numbering.next_number("SJ", 2026, 6) == "SJ-2026-000001"
    assert numbering.series()["HT-2026"] == 2


def test_a_number_beyond_the_width_is_written_out(shop: Shop) -> None:
    with store.transaction():
        database.execute_sql("INSERT INTO counter (series, last) VALUES ('HT-2026', 9999)")
        assert numbering.next_number("HT", 2026) == "HT-2026-10000"


def test_a_rolled_back_number_is_given_again(shop: Shop) -> None:
    take("XX")
    with pytest.raises(ZeroDivisionError):
        fail("XX-2026-0002")
    assert take("XX") == "XX-2026-0002"
    assert list(audit.broken_lines()) == []


def _write(address: str, start: object, failed: object) -> None:
    """One of several programs that write to one store at the same time."""
    try:
        if store.is_server(address):
            store.open_store(address)
        else:
            # The store's own lock admits one program; the promise is the database's, so this goes past the lock.
            folder = Path(address)
            database.initialize(store.encrypted_file(folder / "store.db", keys.unlock(folder)))
        start.wait()
        for _ in range(EACH):
            take("QZ")
        database.close()
    except BaseException as error:
        failed.put(repr(error))
        raise


def test_four_writers_give_each_number_once(shop: Shop) -> None:
    database.close()
    context = multiprocessing.get_context("fork")
    start, failed = context.Barrier(WRITERS), context.SimpleQueue()
    writers = [context.Process(target=_write, args=(shop.address, start, failed)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert failed.empty(), failed.get()
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    assert taken("QZ") == [f"QZ-2026-{number:04d}" for number in range(1, WRITERS * EACH + 1)]
    assert numbering.series()["QZ-2026"] == WRITERS * EACH
    assert list(audit.broken_lines()) == []
