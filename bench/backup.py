"""A backup with all its checks, against copying, flushing and hashing the same file; and beside somebody who writes.

The peer works on one core and proves nothing of what the file holds. The backup works on two: one looks through the
cipher at every page and how they hang together, the other copies, reads back past the cache, compares and hashes. That
look alone is measured too: no backup that proves each page can be faster. The best of several runs is taken, since who
needs two cores is slowed twice by whatever else the machine does.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Ratio, opened, side_by_side, temporary_folder
from exchange import backing_up, examining, shelf
from exchange.shelf import Reason
from models.kernel import keys, settings, store
from models.kernel.tables import run_sql, run_sql_often
from models.sample import build

_PIECE, _EVERY = 1 << 20, 0.1


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """A store of 500 MB, 8 MB in the short form."""
    with temporary_folder() as folder:
        address = str(folder / "bench.desk")
        build.make(address, customers=20, days=5)
        with opened(address) as one:
            assert one.folder is not None
            _fill(megabytes=8 if quick else 500)
            yield from _backing_up(folder, one.folder, rounds=3 if quick else 7)
            yield _beside_a_writer(one.folder)


def _fill(megabytes: int) -> None:
    """Attachments of a quarter of a megabyte, which no page of the cache repeats."""
    for first in range(0, 4 * megabytes, 40):
        rows = [(f"{number:032x}", f"{number}.pdf", os.urandom(250_000)) for number in range(first, first + 40)]
        with store.transaction():
            run_sql_often(
                "INSERT INTO attachment (uid, version, created_at, changed_at, kind, record_id, name, media_type, "
                "size, sha256, content) VALUES (?, 1, 0, 0, 'customer', 1, ?, 'application/pdf', 250000, '', ?)",
                rows,
            )
    run_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _backing_up(folder: Path, shop: Path, rounds: int) -> Iterator[Ratio]:
    def peer() -> None:
        copy = folder / "copy.db"
        shutil.copyfile(shop / "store.db", copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
            digest = hashlib.sha256()
            while piece := file.read(_PIECE):
                digest.update(piece)
        copy.unlink()

    def look() -> None:
        newest = shelf.newest(shop)
        assert newest is not None
        file = examining.read_only(newest.path / "store.db", keys.unlock(shop))
        with file.connection_context():
            assert file.execute_sql("PRAGMA quick_check").fetchall() == [("ok",)]

    what = "copying, flushing, hashing"
    for name, ours in (
        (f"backing up with all checks / {what}", lambda: backing_up.back_up(shop, Reason.ASKED)),
        (f"one look of SQLite through the cipher, which no check can do without / {what}", look),
    ):
        yield side_by_side(name, ours, peer, aim=1.5, rounds=rounds, pick=min)


def _beside_a_writer(shop: Path) -> Ratio:
    """A backup while somebody commits every 100 ms, against one alone; it comes to its end, and so do the commits."""
    alone = min(_seconds(shop) for _round in range(2))
    stop, longest = threading.Event(), [0.0]

    def write() -> None:
        number = 0
        while not stop.wait(_EVERY):
            start = time.perf_counter()
            number += 1
            with store.transaction():
                settings.write("bench", number)
            longest[0] = max(longest[0], time.perf_counter() - start)
        store.close_connection()

    writer = threading.Thread(target=write)
    writer.start()
    beside = _seconds(shop)
    stop.set()
    writer.join()
    return Ratio(
        f"a backup beside a writer every 100 ms / alone; longest commit {longest[0] * 1000:.0f} ms", beside, alone, 1.5
    )


def _seconds(shop: Path) -> float:
    start = time.perf_counter()
    backing_up.back_up(shop, Reason.ASKED)
    return time.perf_counter() - start
