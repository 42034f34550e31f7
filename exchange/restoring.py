"""Putting a backup in the place of a store: looked into, made ready beside it, then swapped in (X2).

1. The backup is examined; nothing of it is trusted before.
2. A copy is made in a folder beside the store, opened there as any store is, which upgrades an older one, and closed.
3. It gets the name ``.NAME.restored.desk``: from here on it is whole.
4. The present store is put aside as ``NAME.before-restore-N.desk``, and the restored one takes its name.

Cut off before the present store is put aside, the old one opens; after that, opening finds the restored one waiting and
gives it its place (``store.finish_restore``). A refusal leaves the present store as it was, byte for byte.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from exchange import disk as _disk
from exchange.disk import drive_told
from exchange.examining import Inside, Source, examine, read_only
from exchange.shelf import DATABASE, KEYS, SUFFIX
from exchange.writing import OnBytes, copy_whole, require_room
from models.kernel import copying, files, keys, store
from models.kernel.errors import StorageError
from models.kernel.faults import told_apart
from models.kernel.permissions import Actor, Permission, require
from models.kernel.progress import unheard
from models.shop.backup_actions import note_restored

Identify = Callable[[], Actor]
"""Says, with the restored store open, who asks for it; raises where that is nobody who may."""


@dataclass(frozen=True)
class Restored:
    """What was restored, at which address, and where the store before it was put; None where there was none."""

    inside: Inside
    address: str
    aside: Path | None


def restore(
    source: Source,
    folder: Path,
    identify: Identify,
    words: str = "",
    on_bytes: OnBytes = unheard,
) -> Restored:
    """Put the backup ``source`` in the place of the store in ``folder``, which nobody may have open.

    The program must have no store open meanwhile. ``words``: passphrase or recovery code, where this PC does not know
    the backup's store. Raises as ``examine`` and ``open_store`` do and what ``identify`` raises, NotAllowed for whose
    role in the backup may not; then the store in ``folder`` is as it was.
    """
    _refuse_another_thing(folder)
    with told_apart(), drive_told(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with nobody_else(folder) as lock:
            with made_ready(source, folder, identify, words, on_bytes) as (inside, ready):
                _wait_beside(ready, folder, inside.key)
            if os.name == "nt":
                lock.release()  # Windows renames no folder in which a file is open
            return Restored(inside, str(folder), _swap_in(folder))


def number_of(source: Source) -> int:
    """The backup's number, as its name tells it; 0 where it has none."""
    digits = source.path.name.removesuffix(SUFFIX).rpartition("-")[2]
    return int(digits) if source.manifest and digits.isdecimal() else 0


def _refuse_another_thing(folder: Path) -> None:
    """What is in the way and is no store is not put aside: somebody may need it where it is."""
    is_store = (folder / DATABASE).exists() or (folder / KEYS).exists()
    if folder.exists() and not is_store and (not folder.is_dir() or any(folder.iterdir())):
        raise StorageError("There is already something at {path}.", path=str(folder))


@contextmanager
def nobody_else(folder: Path) -> Iterator[FileLock]:
    """Nobody has the store in ``folder`` open, and nobody opens it meanwhile. Raises StorageError."""
    lock = FileLock(folder / "in-use.lock", timeout=0, thread_local=False)
    try:
        if folder.is_dir():
            lock.acquire()
    except Timeout:
        raise StorageError("The store {name} is open in another window on this PC.", name=folder.stem) from None
    try:
        yield lock
    finally:
        lock.release()


@contextmanager
def made_ready(
    source: Source, folder: Path, identify: Identify, words: str, on_bytes: OnBytes
) -> Iterator[tuple[Inside, Path]]:
    """What the backup holds, once it was examined, and a copy of it beside ``folder`` that was opened as any store is.

    The copy is gone afterwards unless it was given another name. Raises as ``restore`` does.
    """
    inside = examine(source, words, on_bytes)
    require_room(folder.parent, source.database.stat().st_size)
    ready = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.stem}.", suffix=store.SUFFIX))
    try:
        _fill(ready, inside, folder, on_bytes)
        _try_out(ready, inside, identify)
        yield inside, ready
    finally:
        shutil.rmtree(ready, ignore_errors=True)


def _fill(ready: Path, inside: Inside, folder: Path, on_bytes: OnBytes) -> None:
    """Copy the backup into the folder ``ready`` as a store that this PC opens, as it opens the one in ``folder``."""
    written = copy_whole(inside.source.database, ready / DATABASE, on_bytes)
    if inside.sha256 and written.sha256 != inside.sha256:
        raise copying.damaged()
    files.write_whole(ready / KEYS, (inside.source.keys / KEYS).read_bytes())
    if not keys.hand_over(folder, ready, inside.key):
        keys.remember_on_this_pc(ready, inside.key)


def _try_out(ready: Path, inside: Inside, identify: Identify) -> None:
    """Open the copy as any store is opened, an older one upgraded, and write into it who restored it."""
    opened = store.open_store(str(ready))
    try:
        actor = identify()
        require(actor, Permission.KEEP_BACKUPS)
        note_restored(actor, number_of(inside.source))
    finally:
        store.close(opened)
    (ready / "in-use.lock").unlink(missing_ok=True)


def _wait_beside(ready: Path, folder: Path, key: bytes) -> None:
    """Flushed, and checked once more as the device holds it now that it was written to."""
    waiting = store.restored_beside(folder)
    for path in ready.iterdir():
        copying.flush(path)
    copying.check_whole(read_only(ready / DATABASE, key))
    _disk.disk.flush_folder(ready)
    if waiting.exists():
        _disk.disk.remove(waiting)
    _disk.disk.rename(ready, waiting)
    _disk.disk.flush_folder(folder.parent)


def _swap_in(folder: Path) -> Path | None:
    """The present store is put aside, the waiting one takes its name; between the two, opening finishes this."""
    aside = _free_name(folder) if folder.exists() else None
    if aside is not None:
        if not any(folder.iterdir()):
            folder.rmdir()
            aside = None
        else:
            _disk.disk.rename(folder, aside)
            _disk.disk.flush_folder(folder.parent)
    _disk.disk.rename(store.restored_beside(folder), folder)
    _disk.disk.flush_folder(folder.parent)
    return aside


def _free_name(folder: Path) -> Path:
    number = 1
    while (path := folder.with_name(f"{folder.stem}.before-restore-{number}{store.SUFFIX}")).exists():
        number += 1
    return path
