"""Making a backup of a store on disk while people work in it, and carrying it to a second place (X2).

Everything is written into a folder that ends in ``.part``; it gets its name when the copy was opened and checked, is on
the device and reads back from there as it was meant. Only then are older ones pruned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from exchange import disk as _disk
from exchange import manifest, shelf
from exchange.disk import PART, drive_told
from exchange.manifest import Manifest
from exchange.shelf import DATABASE, KEYS, Backup, Reason, Verified
from exchange.still_copy import Copied, copy_store
from exchange.version import version
from exchange.writing import MANIFEST, OnBytes, copy_whole, read_digest, require_room, whole_file
from models import migrations
from models.kernel import audit, clock, copying, keys
from models.kernel.errors import RuleError, StorageError
from models.kernel.faults import told_apart
from models.kernel.progress import unheard
from models.kernel.store import SUFFIX
from models.shop.backup_actions import backup_rules

_one_at_a_time = Lock()


@dataclass(frozen=True)
class Made:
    """What came of a backup: the one beside the store, the one at the second place, and why that is missing."""

    backup: Backup
    second: Backup | None = None
    trouble: StorageError | None = None


def back_up(folder: Path, reason: Reason, second_place: str = "", on_bytes: OnBytes = unheard) -> Made:
    """Back up the store in ``folder``, open or not, beside it and to ``second_place`` where one is set.

    A second place that is not there costs only itself: it is told in ``trouble``. ``on_bytes`` hears bytes written
    and read back, and may raise to cancel. Raises StorageError where there is no new verified backup; then all older
    ones stand.
    """
    with _one_at_a_time:
        return _make_both(_of_folder(folder, on_bytes, elsewhere=False), reason, second_place, on_bytes)


def catch_up(folder: Path, store: str, key: bytes, second_place: str, on_bytes: OnBytes = unheard) -> Backup | None:
    """Carry the newest backup beside ``folder`` to ``second_place``, which was away when it was made; None where there
    is nothing to carry. ``store`` and ``key`` are the store's. Raises StorageError.
    """
    with _one_at_a_time:
        place = Path(second_place)
        require_room(place, 0)
        newest = next(iter(shelf.backups(shelf.home_of(folder), store)), None)
        if newest is None or any(each.number == newest.number for each in shelf.backups(place, store)):
            return None
        return _carry(folder, key, newest, place, on_bytes)


def back_up_to(folder: Path, place: Path, reason: Reason = Reason.ASKED, on_bytes: OnBytes = unheard) -> Backup:
    """Back up the store in ``folder`` to ``place`` alone, for any PC: only passphrase and recovery code open it."""
    with _one_at_a_time:
        number = shelf.next_number((shelf.home_of(folder), place))
        return _make_alone(_of_folder(folder, on_bytes, elsewhere=True), place, number, reason)


def back_up_server(folder: Path, reason: Reason, second_place: str = "", on_bytes: OnBytes = unheard) -> Made:
    """Back up the open store, which is on a server, as ``back_up`` does: ``folder`` is its stand-in on this PC.

    This PC opens the backups without asking; at the second place only the passphrase does.
    """
    from exchange import server_copy

    with _one_at_a_time:
        store, key = server_copy.name_and_key()
        return _make_both(
            _of_server(folder, keys.keep_for_copies(store, key), on_bytes), reason, second_place, on_bytes
        )


def back_up_server_to(name: str, place: Path, passphrase: str) -> Backup:
    """Back up the open store, which is on a server, to ``place`` alone, for any PC: ``passphrase`` opens it.

    ``name``: what its backups are called. Raises RuleError at field ``passphrase`` without one.
    """
    from exchange import server_copy

    if not passphrase:
        raise RuleError("A backup of a store on a server is opened with a passphrase. Give one.", field="passphrase")
    with _one_at_a_time:
        key_file = keys.for_a_copy(*server_copy.name_and_key(), passphrase)
        what = _of_server(Path(f"{name}{SUFFIX}"), key_file, unheard)
        return _make_alone(what, place, shelf.next_number((place,)), Reason.ASKED)


def put_server_aside(
    folder: Path, reason: Reason = Reason.RESTORE, words: str = "", version: int = migrations.LATEST
) -> Backup:
    """A backup of the open store of schema ``version``, which is on a server, before something happens to it as a
    whole; it is never pruned.

    This PC opens it without asking, and ``words`` do, unless there is a passphrase for its backups already.
    """
    from exchange import server_copy

    with _one_at_a_time:
        store, key = server_copy.name_and_key()
        key_file = keys.kept_for_copies(store, key) or keys.keep_for_copies(store, key, words)
        place = aside_of(folder, reason)
        what = _of_server(folder, key_file, unheard, version)
        return _make_alone(what, place, shelf.next_number((place,)), reason, prune=False)


def aside_of(folder: Path, reason: Reason) -> Path:
    """Where a store on a server is put aside, ``folder`` being its stand-in."""
    return folder.with_name(f"{folder.stem}.before-{reason}")


@dataclass(frozen=True)
class _Subject:
    """What is backed up: the folder that its backups are called after, its own name and key, the key file that goes
    with the copy, how many bytes the copy takes as far as is known, and what makes it.
    """

    folder: Path
    store: str
    key: bytes
    key_file: bytes
    size: int
    copy_to: Callable[[Path], Copied]


def _of_folder(folder: Path, on_bytes: OnBytes, *, elsewhere: bool) -> _Subject:
    key = keys.unlock(folder)
    with drive_told(folder):
        size = sum(path.stat().st_size for path in folder.glob(f"{DATABASE}*"))
        key_file = keys.for_elsewhere(folder) if elsewhere else (folder / KEYS).read_bytes()
    return _Subject(
        *(folder, keys.name_of(folder), key, key_file, size), lambda to: copy_store(folder, key, to, on_bytes)
    )


def _of_server(folder: Path, key_file: bytes, on_bytes: OnBytes, version: int = migrations.LATEST) -> _Subject:
    from exchange import server_copy

    store, key = server_copy.name_and_key()

    def copy_to(path: Path) -> Copied:
        held = server_copy.copy_rows(path, key, on_bytes, version)
        sha256, size = read_digest(path)
        return Copied(held, size, sha256)

    return _Subject(folder, store, key, key_file, 0, copy_to)


def _make_both(what: _Subject, reason: Reason, second_place: str, on_bytes: OnBytes) -> Made:
    """At the store's own place, and carried from there to the second."""
    home = shelf.home_of(what.folder)
    with drive_told(home.parent):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    second = Path(second_place) if second_place else None
    number = shelf.next_number((home, second) if second else (home,))
    backup = _make(what, home, number, reason)
    shelf.prune(home, backup)
    if second is None:
        return Made(backup)
    try:
        return Made(backup, _carry(what.folder, what.key, backup, second, on_bytes))
    except StorageError as error:
        return Made(backup, trouble=error)


def _make_alone(what: _Subject, place: Path, number: int, reason: Reason, *, prune: bool = True) -> Backup:
    with drive_told(place.parent):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    backup = _make(what, place, number, reason)
    if prune:
        shelf.prune(place, backup)
    return backup


def _make(what: _Subject, place: Path, number: int, reason: Reason) -> Backup:
    shelf.clear_unfinished(place, what.folder)
    require_room(place, what.size, largest=what.size)
    with _new(place / shelf.name_of(what.folder, number)) as part:
        made_at = clock.now().isoformat()
        copied = what.copy_to(part / DATABASE)
        told = Manifest(
            *(what.store, number, made_at, reason.value, version(), copied.held.schema),
            *(copied.bytes, copied.sha256, manifest.digest(what.key_file)),
            *(copied.held.rows, copied.held.lines, copied.held.head),
        )
        _finish(part, what.key_file, manifest.sealed(told, what.key))
    return _standing(place, what.folder, told)


def _carry(folder: Path, key: bytes, backup: Backup, place: Path, on_bytes: OnBytes) -> Backup:
    """A copy of ``backup`` at ``place``, which any PC opens with passphrase or recovery code."""
    require_room(place, backup.size, largest=backup.size)
    shelf.clear_unfinished(place, folder)
    told = manifest.opened((backup.path / MANIFEST).read_bytes(), key)
    key_file = keys.for_elsewhere(backup.path)
    with _new(place / backup.path.name) as part:
        written = copy_whole(backup.path / DATABASE, part / DATABASE, on_bytes)
        if written.sha256 != told.sha256:
            raise copying.damaged()
        there = Manifest(**{**vars(told), "keys_sha256": manifest.digest(key_file)})
        _finish(part, key_file, manifest.sealed(there, key))
    carried = replace(backup, path=place / backup.path.name)
    shelf.prune(place, carried)
    return carried


@contextmanager
def _new(path: Path) -> Iterator[Path]:
    """A folder under way, which gets the name ``path`` at the end, or is taken away."""
    part = path.with_name(path.name + PART)
    with told_apart(), drive_told(path.parent):
        _disk.disk.make_folder(part)
        try:
            yield part
            if path.exists():
                raise FileExistsError(17, "File exists", str(path))
            _disk.disk.rename(part, path)
            _disk.disk.flush_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                _disk.disk.remove(part)
            raise


def _finish(part: Path, key_file: bytes, told: bytes) -> None:
    """Key file and manifest, in this order: what has a manifest has everything."""
    for name, content in ((KEYS, key_file), (MANIFEST, told)):
        with whole_file(part / name) as file:
            file.write(content)
    _disk.disk.flush_folder(part)


def _standing(place: Path, folder: Path, told: Manifest) -> Backup:
    """The backup that has just got its name."""
    return Backup(
        path=place / shelf.name_of(folder, told.number),
        number=told.number,
        store=told.store,
        made_at=datetime.fromisoformat(told.made_at),
        reason=Reason(told.reason),
        size=told.bytes,
        schema=told.schema,
        program=told.program,
        lines=told.lines,
    )


def is_changed(last: Verified | None) -> bool:
    """Whether anything was done in the open store since the ``last`` backup."""
    return last is None or last.lines != audit.length()


def is_due(last: Verified | None) -> bool:
    """Whether the open store is to be backed up by now. A clock that was set back makes it due."""
    if last is None:
        return True
    age = clock.now() - last.made_at
    hours = timedelta(hours=backup_rules().hours)
    return (age >= hours or age < -timedelta(minutes=5)) and is_changed(last)


def forget(folder: Path, store: str) -> None:
    """Take away all backups of the ``store`` beside ``folder``, which is deleted: sample data. What else somebody has
    put there stays.
    """
    home = shelf.home_of(folder)
    for each in shelf.backups(home, store):
        with suppress(OSError):
            shelf.remove(each.path)
    shelf.clear_unfinished(home, folder)
    with suppress(OSError):
        home.rmdir()
