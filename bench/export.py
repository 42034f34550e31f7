"""Exports of very many customers: a workbook against bare XlsxWriter, a text table against the csv module, and how
long the window's event loop waits meanwhile.
"""

from __future__ import annotations

import csv
import io
import os
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.many import crowd
from bench.measure import Ratio, side_by_side
from exchange.columns import Days, ExportList, Kind, Values
from exchange.customer_lists import customers
from exchange.exporting import Wanted, export
from exchange.forms import write_list
from models.carrying.kinds import Content, Form
from models.kernel import store
from models.kernel.cells import decimal
from models.kernel.permissions import Actor, Role
from models.kernel.progress import unheard
from models.staff import login  # noqa: F401  # tells what roles people hold
from models.staff.lists import everybody

_LONGEST_PAUSE = 0.2


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The cells are read once before: writing is compared with writing. Then one whole export for the pauses."""
    count, rounds = (1_000, 1) if quick else (100_000, 3)
    with crowd(count):
        owner = next(Actor(each.id, each.name, each.roles) for each in everybody() if Role.OWNER in each.roles)
        yield from _writing(owner, count, rounds)
        yield from _pauses(owner, count)


def _writing(owner: Actor, count: int, rounds: int) -> Iterator[Ratio]:
    """Cells that are read already, written in both ways."""
    listed = customers(owner, Days())
    cells = list(listed.rows())
    if len(cells) != listed.count or len(cells) < count:
        raise AssertionError("the export is not whole")
    ready = ExportList(listed.content, listed.columns, len(cells), lambda: iter(cells))
    yield side_by_side(
        f"xlsx of {count:,} customers / bare XlsxWriter",
        lambda: write_list(ready, Form.XLSX, io.BytesIO(), unheard),
        lambda: _bare_workbook(ready, cells),
        aim=0.25,
        rounds=rounds,
    )
    yield side_by_side(
        f"csv of {count:,} customers / the csv module",
        lambda: write_list(ready, Form.CSV, io.BytesIO(), unheard),
        lambda: _bare_csv(ready, cells),
        aim=2.0,
        rounds=max(rounds, 5),
    )


def _bare_workbook(listed: ExportList, cells: list[Values]) -> None:
    """The same cells with the same formats, cell by cell, as its manual shows."""
    import xlsxwriter

    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    dated = {Kind.MOMENT: moment, Kind.DAY: day}
    formats = [dated.get(column.kind) for column in listed.columns]
    sheet.write_row(0, 0, [column.heading for column in listed.columns])
    for number, row in enumerate(cells, start=1):
        for place, (value, form) in enumerate(zip(row, formats, strict=True)):
            if value is None:
                continue
            if form is not None:
                sheet.write_datetime(number, place, value, form)
            else:
                sheet.write_string(number, place, value)
    book.close()


def _bare_csv(listed: ExportList, cells: list[Values]) -> None:
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow([column.heading for column in listed.columns])
    kinds = [column.kind for column in listed.columns]
    money = [place for place, kind in enumerate(kinds) if kind is Kind.MONEY]
    for row in cells:
        plain: list[Any] = list(row)
        for place in money:
            plain[place] = decimal(plain[place])
        table.writerow(plain)
    file.getvalue().encode("utf-8-sig")


def _pauses(owner: Actor, count: int) -> Iterator[Ratio]:
    """The longest pause of an event loop that turns every millisecond, idle and during a whole encrypted export."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from ui.kit import jobs

    app = QApplication.instance() or QApplication([])
    assert app is not None
    with TemporaryDirectory(prefix="frontdesk-bench-export-") as place:
        wanted = Wanted((Content.CUSTOMERS,), Days(), Form.XLSX, Path(place), "correct horse 7 battery")
        loop, ticks = QEventLoop(), [time.perf_counter()]
        ticking = QTimer(interval=1)
        ticking.timeout.connect(lambda: ticks.append(time.perf_counter()))
        ticking.start()
        done: list[Any] = []
        job = jobs.run(
            lambda work: export(owner, wanted, work.progress),
            done.append,
            done.append,
            lambda made, total: None,
            cleanup=store.close_connection,
        )
        job.finished.connect(lambda: QTimer.singleShot(0, loop.quit))
        loop.exec()
        ticking.stop()
        if not done or isinstance(done[0], Exception):
            raise AssertionError(f"the export did not end well: {done}")
    longest = max(later - earlier for earlier, later in pairwise(ticks))
    yield Ratio(
        f"longest pause of the event loop while {count:,} customers leave / 0.2 s", longest, _LONGEST_PAUSE, 1.0
    )
