"""An arrival against bare durable SQL, as written and from Enter to the answer on screen; the board after years."""

from __future__ import annotations

import os
import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.measure import Ratio, opened, temporary_folder
from models.kernel import clock, upgrade
from models.kernel.permissions import Actor, Role
from models.kernel.store import Store, encrypted_file, transaction
from models.kernel.tables import database, insert_rows, new_uid
from models.rotation import lists, log
from models.rotation.actions import sign_in
from models.rotation.desk import Answer
from models.rotation.kinds import ReceptionResult
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from models.rotation.tables import RotationDay, RotationEvent
from models.sample import build
from models.staff.lists import everybody

_YEARS, _DAYS_A_YEAR, _PEOPLE, _ARRIVALS = 5, 300, 8, 40
_TABLES = ("register_line", "rotation_event", "audit_line")


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Both sides of an arrival write register line, event and audit line; the last peer is one INSERT alone."""
    with temporary_folder() as folder:
        address = str(folder / "bench.desk")
        build.make(address, customers=20, days=5, staff=12)
        # Years after the sample's own days of rotation, so that neither meets the other.
        later = clock.now() + timedelta(days=366 * (_YEARS + 1))
        with opened(address) as store, clock.standing_at(later):
            desk = _desk()
            rounds = _ARRIVALS // 4 if quick else _ARRIVALS
            with _beside(desk, folder) as peer:
                yield _arriving(desk, peer, rounds)
                yield from _answering(store, desk, peer, rounds)
            yield _looking(years=1 if quick else _YEARS, rounds=3 if quick else 20)


def _desk() -> Actor:
    found = next(each for each in everybody() if each.roles & {Role.RECEPTION, Role.OWNER})
    sellers = [each.id for each in everybody() if Role.SALES in each.roles]
    actor = Actor(found.id, found.name, found.roles)
    sign_in(actor, sellers[:_PEOPLE])
    return actor


@contextmanager
def _beside(desk: Actor, folder: Path) -> Iterator[Any]:
    """A bare connection to an encrypted file with the same tables, each commit as durable as ours."""
    _leave(desk, _come(desk))
    file = encrypted_file(folder / "peer.db", secrets.token_bytes(32))
    file.connect()
    upgrade.lay_foundation(file, server=False)
    file.execute_sql("PRAGMA foreign_keys = 0")
    try:
        yield file.connection()
    finally:
        file.close()


def _arriving(desk: Actor, peer: Any, rounds: int) -> Ratio:
    """A day's arrivals, each ended before the next; only the arrival is timed."""
    write = _bare_writer(peer)
    ours, theirs = [], []
    for _round in range(rounds):
        taken, line = _timed(lambda: _come(desk))
        ours.append(taken)
        theirs.append(_timed(write)[0])
        _leave(desk, line)
    name = "an arrival / bare durable SQL"
    return Ratio(name, statistics.median(ours), statistics.median(theirs), aim=2.0)


def _answering(store: Store, desk: Actor, peer: Any, rounds: int) -> Iterator[Ratio]:
    """With the board in front: Enter is pressed, and the answer stands on the screen, painted, and on disk.

    Beside it the least that a program with a window can do for that, and the INSERT without any window.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.app import create_app
    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.showroom import build
    from ui.showroom.tab import ShowroomTab
    from ui.tab_spec import TabSpec

    app = create_app([], "en", catch=False)
    window = MainWindow([TabSpec("showroom", "Showroom", "account-switch-outline", build)], Session(store, desk))
    window.show()
    tab = window.tab("showroom")
    assert isinstance(tab, ShowroomTab)
    kinds, answer = tab.arrival.kinds, tab.arrival.answer

    def enter() -> None:
        QTest.keyClick(kinds, Qt.Key.Key_Return)
        answer.band.repaint()

    insert = _bare_insert(peer)
    bare_enter = _bare_window(insert)
    ours, bare, alone = [], [], []
    for _round in range(rounds):
        QTest.keyClick(kinds, Qt.Key.Key_1)
        app.processEvents()
        ours.append(_timed(enter)[0])
        app.processEvents()
        bare.append(_timed(bare_enter)[0])
        alone.append(_timed(insert)[0])
        app.processEvents()
        _leave(desk, tab.floor.board.receptions[-1].line_id)
        app.processEvents()
    window.close()
    name, took = "an arrival, from Enter to the answer on screen", statistics.median(ours)
    yield Ratio(f"{name} / one label in a bare window after a bare INSERT", took, statistics.median(bare), aim=2.0)
    yield Ratio(f"{name} / a bare INSERT without a window", took, statistics.median(alone), aim=2.0)


def _bare_window(insert: Callable[[], None]) -> Callable[[], None]:
    """A function that presses Enter in a window which writes one durable row and paints one label, and waits for it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLabel

    class Bare(QLabel):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            insert()
            self.setText(f"{time.monotonic()}")

    label = Bare("-")
    label.resize(1366, 768)
    label.show()

    def enter() -> None:
        QTest.keyClick(label, Qt.Key.Key_Return)
        label.repaint()

    return enter


def _come(desk: Actor) -> int:
    answer = arrive(desk, ArrivalForm(about="V7")).answer
    assert isinstance(answer, Answer)
    return answer.line_id


def _leave(desk: Actor, line_id: int) -> None:
    finish_reception(desk, line_id, ReceptionResult.QUOTE)


def _timed(function: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    given = function()
    return time.perf_counter() - start, given


def _bare_writer(connection: Any) -> Callable[[], None]:
    """A function that writes the rows of the last arrival once more with nothing but the driver."""
    rows = {table: _last_row(table) for table in _TABLES}
    inserts = {table: f"INSERT INTO {table} VALUES ({', '.join(':' + name for name in rows[table])})" for table in rows}
    number = 0

    def write() -> None:
        nonlocal number
        number += 1
        connection.execute("BEGIN IMMEDIATE")
        head = connection.execute("SELECT lines, code FROM audit_head").fetchone()
        connection.execute(inserts["register_line"], {**rows["register_line"], "id": None, "uid": new_uid()})
        connection.execute(inserts["rotation_event"], {**rows["rotation_event"], "id": None, "number": number})
        connection.execute(inserts["audit_line"], {**rows["audit_line"], "id": head[0] + 1})
        connection.execute("UPDATE audit_head SET lines = ?, code = ?", (head[0] + 1, head[1]))
        connection.execute("COMMIT")

    return write


def _bare_insert(connection: Any) -> Callable[[], None]:
    """A function that writes one event with nothing but the driver."""
    row = _last_row("rotation_event")
    insert = f"INSERT INTO rotation_event VALUES ({', '.join(':' + name for name in row)})"
    number = 1_000_000

    def write() -> None:
        nonlocal number
        number += 1
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(insert, {**row, "id": None, "number": number})
        connection.execute("COMMIT")

    return write


def _last_row(table: str) -> dict[str, Any]:
    cursor = database.execute_sql(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1")
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def _looking(years: int, rounds: int) -> Ratio:
    """The board as a program just started shows it: today's log is replayed, however many days lie before."""
    before = _median_look(rounds)
    _fill(years * _DAYS_A_YEAR)
    name = f"the board after {years} years of {_PEOPLE} people and {_ARRIVALS} arrivals a day / on the first day"
    return Ratio(name, _median_look(rounds), before, aim=1.5)


def _median_look(rounds: int) -> float:
    times = []
    for _round in range(rounds):
        log.forget()
        times.append(_timed(lists.board)[0])
    return statistics.median(times)


def _fill(days: int) -> None:
    """Today once more for so many days before it."""
    today = log.day_of(clock.today())
    assert today is not None
    values = {name: getattr(today, name) for name in ("line_up", "policy", "carried")}
    end, now = log.checkpoint(log.state_of(today)), clock.now()
    columns = ("number", "kind", "content", "decisions", "at", "staff")
    every = RotationEvent.select(*(getattr(RotationEvent, each) for each in columns))
    lines = list(every.where(RotationEvent.day == today.id).dicts())
    with transaction():
        for back in range(1, days + 1):
            day = {**values, "day": today.day - timedelta(days=back), "closed_at": now, "checkpoint": end}
            day_id = insert_rows(RotationDay, [{**day, "opened_at": now}])
            insert_rows(RotationEvent, [{**line, "day": day_id} for line in lines])
