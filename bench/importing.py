"""Taking over very many customers from a workbook, against bare reading and inserting of the very same rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from bench.many import crowd
from bench.measure import Ratio, temporary_folder
from exchange.importing import taking_over
from models.importing import leaving
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel import search, settings, store
from models.kernel.permissions import Actor, Role
from models.kernel.progress import unheard
from models.kernel.tables import database, run_sql
from models.staff.lists import everybody

_TABLES = ("customer", "customer_phone", "owned_goods", "imported_row", "search_entry")
_THERE = 1_000
_MOMENT = 0.1


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """From the file to the last row on the disk: read in another process, checked in full, written beside a writer."""
    count = 2_000 if quick else 100_000
    with temporary_folder() as folder:
        path = _workbook(folder / "customers.xlsx", count)
        with crowd(_THERE):
            owner = next(each for each in everybody() if Role.OWNER in each.roles)
            actor = Actor(owner.id, owner.name, owner.roles)
            start = time.perf_counter()
            before = {table: _last(table) for table in _TABLES}
            with _writer() as waits:
                done = _take_over(actor, path)
            ours = time.perf_counter() - start
            rows = {table: _since(table, before[table]) for table in _TABLES}
            start = time.perf_counter()
            with _writer() as waits_after:
                leaving.undo(actor, done)
            undone = time.perf_counter() - start
            peer = _bare(path, rows)
    yield Ratio(f"taking over {count:,} customers / bare reading and inserting", ours, peer, aim=3.0)
    yield Ratio(
        f"longest wait of another writer while {count:,} customers come in / one second", max(waits), 1.0, aim=1
    )
    yield Ratio(
        f"longest wait of another writer while {count:,} customers go / one second", max(waits_after), 1.0, aim=1
    )
    yield Ratio(f"undoing the import of {count:,} customers / bare reading and inserting", undone, peer, aim=3.0)


@contextmanager
def _writer() -> Iterator[list[float]]:
    """Somebody else at the counter who saves something every moment; gives how long each saving took."""
    waits: list[float] = []
    over = Event()

    def write() -> None:
        while True:
            start = time.perf_counter()
            with store.transaction():
                settings.write("bench", str(len(waits)))
            waits.append(time.perf_counter() - start)
            if over.wait(_MOMENT):
                break
        store.close_connection()

    thread = Thread(target=write)
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()


def _take_over(actor: Actor, path: Path) -> int:
    opened = taking_over.open_file(actor, path, ImportKind.CUSTOMERS)
    checked = taking_over.check(actor, opened, opened.meaning, OnDuplicate.SKIP, unheard)
    return taking_over.write(actor, checked).id


def _workbook(path: Path, count: int) -> Path:
    from rustpy_xlsxwriter import write_worksheet

    rows = [
        {
            "客户姓名": f"欧阳思远{number}",
            "性别": "男",
            "手机": f"177{number:08d}",
            "身份证号": f"99010219{number:09d}X",
            "地址": f"杭州市滨江区长河路{number}号",
            "来源": "自然到店",
            "车牌号": f"浙F{number:05d}",
            "车架号": f"LYH7V2A58T{number:07d}",
            "车型": "V7",
            "购车日期": "2020-03-01",
        }
        for number in range(count)
    ]
    write_worksheet(rows, str(path))
    return path


def _last(table: str) -> int:
    return int(run_sql(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])


def _since(table: str, last: int) -> tuple[str, list[tuple[Any, ...]]]:
    """The statement and the rows that an import wrote into a table."""
    cursor = run_sql(f"SELECT * FROM {table} WHERE id > ?", last)
    names = [each[0] for each in cursor.description]
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [tuple(row) for row in cursor.fetchall()]


def _bare(path: Path, rows: dict[str, tuple[str, list[tuple[Any, ...]]]]) -> float:
    """Seconds for reading the workbook with calamine alone and inserting these rows with nothing but the driver."""
    import python_calamine

    entries = rows["search_entry"][1]
    grams = [(entry[0], search.grams(entry[3], entry[1])) for entry in entries]
    connection = database.connection()
    start = time.perf_counter()
    python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
    connection.execute("BEGIN IMMEDIATE")
    for sql, told in rows.values():
        connection.executemany(sql, told)
    connection.executemany("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", grams)
    connection.execute("COMMIT")
    return time.perf_counter() - start
