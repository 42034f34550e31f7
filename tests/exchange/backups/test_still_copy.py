"""A store's file is copied byte for byte: it stands still meanwhile, and no page of the copy goes unproven."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2

from exchange import backing_up, examining, shelf
from exchange.shelf import Reason
from models.kernel import copying, free_pages, keys, store
from models.kernel.errors import StorageError
from models.kernel.pages import PAGE, Pages
from models.kernel.tables import run_sql
from models.papers.lists import attachments
from models.papers.lists import content as content_of
from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.conftest import SCAN
from tests.exchange.backups.stores import everything
from tests.models.shops import opened

_MODES = ("PASSIVE", "FULL", "RESTART", "TRUNCATE")
_WRITE = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_DIGEST = "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())"


class AtWork:
    """Somebody who saves all the time, two rows of one number each time, and others who fold the journal."""

    def __init__(self, folder: Path) -> None:
        self._path, self._key = folder / "store.db", keys.unlock(folder)
        self._stop, self._saved = threading.Event(), threading.Condition()
        self.saves = self.folded = 0

    @contextmanager
    def going(self) -> Iterator[None]:
        work = [threading.Thread(target=self._save), *(threading.Thread(target=self._fold, args=(m,)) for m in _MODES)]
        for each in work:
            each.start()
        try:
            yield
        finally:
            self._stop.set()
            for each in work:
                each.join()

    def wait_for(self, saves: int) -> None:
        with self._saved:
            until = self.saves + saves
            assert self._saved.wait_for(lambda: self.saves >= until, 30)

    def file(self) -> str:
        """The digest of the file's bytes, read by another process."""
        command = [sys.executable, "-c", _DIGEST, str(self._path)]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def connection(self) -> peewee.SqliteDatabase:
        return store.encrypted_file(self._path, self._key)

    def _save(self) -> None:
        file = self.connection()
        with file.connection_context():
            file.execute_sql("PRAGMA wal_autocheckpoint = 3")
            while not self._stop.wait(0.002):
                with file.atomic():
                    for name in ("test_one", "test_two"):
                        file.execute_sql(_WRITE, (name, str(self.saves + 1)))
                with self._saved:
                    self.saves += 1
                    self._saved.notify_all()

    def _fold(self, mode: str) -> None:
        file = self.connection()
        with file.connection_context():
            file.execute_sql("PRAGMA busy_timeout = 20")
            while not self._stop.wait(0.02):
                self.folded += file.execute_sql(f"PRAGMA wal_checkpoint({mode})").fetchone()[0] == 0


def numbers(file: peewee.SqliteDatabase) -> list[str]:
    return [value for (value,) in file.execute_sql("SELECT value FROM setting WHERE name LIKE 'test_%'").fetchall()]


def test_the_file_stands_still_while_others_save_and_fold_the_journal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "LONGEST_WAIT", 30.0)
    with opened(str(folder)):
        others = AtWork(folder)
        held = others.connection()
        with others.going():
            others.wait_for(5)
            with held.connection_context():
                with copying.held_still(held, others.connection()) as still:
                    assert still
                    file, seen = others.file(), numbers(held)
                    others.wait_for(40)
                    assert others.file() == file
                    assert numbers(held) == seen
                folded = others.folded
                others.wait_for(40)
                assert others.folded > folded
                assert others.file() != file, "and moves on afterwards"


@has_long_form
def test_copies_beside_others_who_fold_the_journal_hold_one_moment(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never half of a save, and each later than the one before; all of them copied byte for byte."""
    seen = []
    monkeypatch.delattr(copying, "copy_checked")
    monkeypatch.setattr(copying, "LONGEST_WAIT", 30.0)
    with opened(str(folder)):
        others = AtWork(folder)
        with others.going():
            for number in range(campaign(3, 60)):
                others.wait_for(5)
                made = backing_up.back_up_to(folder, tmp_path / f"out{number}")
                copy = examining.read_only(made.path / "store.db", keys.unlock(folder))
                with copy.connection_context():
                    one, two = numbers(copy)
                assert one == two
                seen.append(int(one))
                assert examining.examine(examining.source_of(made.path)).customers == 1
    assert seen == sorted(set(seen))


@has_long_form
def test_no_damaged_page_gets_into_a_backup(folder: Path) -> None:
    """One bit of any page of the store: no backup is made of it, and those that are there stay.

    Pages in no use and ends of long values are among them: SQLite itself finds nothing wrong with those.
    """
    path = folder / "store.db"
    with opened(str(folder)):
        store.database.execute_sql("CREATE TABLE passing (value TEXT)")
        store.database.execute_sql("INSERT INTO passing VALUES (?)", ("x" * 40 * PAGE,))
        store.database.execute_sql("DROP TABLE passing")
    whole = backing_up.back_up(folder, Reason.ASKED).backup.path
    before = path.read_bytes()
    pages = len(before) // PAGE
    free = free_pages.check(path, keys.unlock(folder))
    assert free > 30
    silent = 0
    for page in range(1, pages + 1, max(1, pages // campaign(12, 10_000))):
        bent = bytearray(before)
        bent[(page - 1) * PAGE + 100 + page % 3900] ^= 1 << page % 8
        path.write_bytes(bent)
        with pytest.raises(StorageError, match=r"damaged|another program"):
            backing_up.back_up(folder, Reason.ASKED)
        assert [each.name for each in shelf.home_of(folder).iterdir()] == [whole.name]
        silent += _finds_nothing(folder)
    assert silent
    path.write_bytes(before)
    assert backing_up.back_up(folder, Reason.ASKED)


def _finds_nothing(folder: Path) -> bool:
    """Whether SQLite's own check passes the file that is damaged."""
    file = examining.read_only(folder / "store.db", keys.unlock(folder))
    try:
        with file.connection_context():
            return bool(file.execute_sql("PRAGMA quick_check").fetchall() == [("ok",)])
    except (peewee.DatabaseError, dbapi2.DatabaseError):
        return False


def test_a_scan_whose_last_page_is_damaged_is_not_shown_with_zeros(folder: Path) -> None:
    """SQLite hands the row on, and tells of the page only when it is asked for another."""
    path = folder / "store.db"
    content, key = bytearray(path.read_bytes()), keys.unlock(folder)
    with path.open("rb") as file:
        pages = Pages(file, key)
        ends = [number for number in range(2, pages.count + 1) if _ends_a_scan(pages.read(number) or b"")]
    (last,) = ends
    content[(last - 1) * PAGE + 100] ^= 1
    path.write_bytes(content)
    with opened(str(folder)):
        assert bytes(run_sql("SELECT content FROM attachment").fetchone()[0]) != SCAN
    with opened(str(folder)), pytest.raises(StorageError, match="damaged"):
        content_of(attachments("customer", 1)[0].id)


def _ends_a_scan(page: bytes) -> bool:
    """What goes over into another page begins with its number, the last one with zeros."""
    return page[:4] == bytes(4) and bytes(range(256)) in page


def test_free_pages_are_counted_and_checked(tmp_path: Path) -> None:
    """More than one page of the chain that lists them, and each of them damaged in turn."""
    key, path = os.urandom(32), tmp_path / "file.db"
    file = store.encrypted_file(path, key, journal="delete")
    with file.connection_context():
        file.execute_sql("CREATE TABLE one (value BLOB)")
        file.execute_sql("INSERT INTO one VALUES (randomblob(?))", (2500 * PAGE,))
        assert free_pages.check(path, key) == 0
        file.execute_sql("DELETE FROM one")
        free = file.execute_sql("PRAGMA freelist_count").fetchone()[0]
        assert file.execute_sql("PRAGMA cipher_integrity_check").fetchall() == []
    assert free > 2400
    assert free_pages.check(path, key) == free
    whole = path.read_bytes()
    for page in range(3, len(whole) // PAGE + 1, 97):
        bent = bytearray(whole)
        bent[page * PAGE - 1] ^= 1
        path.write_bytes(bent)
        with pytest.raises(StorageError, match="damaged"):
            free_pages.check(path, key)
    path.write_bytes(whole[:-PAGE])
    with pytest.raises(StorageError, match="damaged"):
        free_pages.check(path, key)


def test_cancelled_anywhere_nothing_is_left(folder: Path) -> None:
    class CancelledError(Exception):
        """Somebody gave up."""

    heard = []
    backing_up.back_up(folder, Reason.ASKED, on_bytes=heard.append)
    size = (folder / "store.db").stat().st_size
    assert sum(heard) == 2 * size, "written and read back"
    for at in range(len(heard)):
        left = iter(range(at))

        def cancel(count: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise CancelledError

        with pytest.raises(CancelledError):
            backing_up.back_up(folder, Reason.ASKED, on_bytes=cancel)
    assert [path.name for path in shelf.home_of(folder).iterdir()] == ["shop-000001.backup"]
    with opened(str(folder)):
        store.database.execute_sql("PRAGMA busy_timeout = 0")
        assert store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0, "nobody reads on"


@pytest.mark.parametrize("long", ["DEFERRED", "IMMEDIATE"])
def test_beside_a_long_reading_or_writing_the_pages_go_one_by_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, long: str
) -> None:
    monkeypatch.setattr(copying, "LONGEST_WAIT", 0.05)
    other = store.encrypted_file(folder / "store.db", keys.unlock(folder))
    with opened(str(folder)), other.connection_context():
        other.execute_sql(f"BEGIN {long}")
        other.execute_sql("SELECT count(*) FROM setting").fetchone()
        if long == "DEFERRED":
            store.database.execute_sql(_WRITE, ("later", "1"))
        made = backing_up.back_up(folder, Reason.ASKED).backup
        other.execute_sql("ROLLBACK")
    copy = examining.read_only(made.path / "store.db", keys.unlock(folder))
    with copy.connection_context():
        header = (made.path / "store.db").read_bytes()[:PAGE]
        assert copy.execute_sql("PRAGMA quick_check").fetchall() == [("ok",)]
        there = copy.execute_sql("SELECT count(*) FROM setting WHERE name = 'later'").fetchone()[0]
    assert there == (long == "DEFERRED")
    assert header != (folder / "store.db").read_bytes()[:PAGE], "encrypted anew"
    assert examining.examine(examining.source_of(made.path)).customers == 1


_KILLED = """
import os, signal, sys
from pathlib import Path
from exchange import backing_up
from exchange.shelf import Reason
left = int(sys.argv[2])
def heard(count):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
backing_up.back_up(Path(sys.argv[1]), Reason.ASKED, on_bytes=heard)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_anywhere_no_finished_name_is_left(folder: Path) -> None:
    before = everything(folder)
    for at in (0, 1, 2, 3):
        ended = subprocess.run([sys.executable, "-c", _KILLED, str(folder), str(at)], check=False).returncode
        there = [path.name for path in shelf.home_of(folder).iterdir()]
        if ended == 0:
            assert there[-1].endswith(".backup")
            break
        assert ended == -signal.SIGKILL
        assert all(name.endswith(".part") for name in there)
    assert at > 1
    assert everything(folder) == before
    backing_up.back_up(folder, Reason.ASKED)
    assert not [path for path in shelf.home_of(folder).iterdir() if path.suffix == ".part"]
