"""A store's file copied byte for byte while people work, and proven to be whole (X2).

While the store is held still (``copying.held_still``) its file does not change; what others save goes into the journal.
Two things go on beside each other:

* one process looks at every page in use through the cipher, which proves the page's checksum, and at how pages and rows
  hang together (``page_check``);
* the bytes, read by another process (``pouring``), are written past the system's cache, flushed, read back from the
  device and compared with the store's.

Then the pages in no use are held against their checksums, and the copy is opened and holds what the store held. So
every page of the copy is proven, and every byte of it is the store's.
"""

from __future__ import annotations

import errno
import hashlib
import io
import mmap
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import peewee

from exchange import disk as _disk
from exchange import page_check, pouring
from exchange.disk import drive_told
from exchange.drives import refuse_too_large
from exchange.examining import read_only
from exchange.shelf import DATABASE
from exchange.writing import OnBytes, closing, read_digest, unlike, write_all
from models.kernel import copying, free_pages, store
from models.kernel.errors import StorageError
from models.kernel.faults import store_damaged, told_apart

_PIECE = _disk.PIECE


@dataclass(frozen=True)
class Copied:
    """A copy that is on the device and whole: what it holds, its size and its digest."""

    held: copying.Contents
    bytes: int
    sha256: str


def copy_store(folder: Path, key: bytes, to: Path, on_bytes: OnBytes) -> Copied:
    """Copy the file of the store in ``folder``, open or not, to the new file ``to``.

    ``on_bytes`` hears bytes written, and again when they are read back, and may raise to cancel. Raises StorageError
    where the store or the copy is not whole.
    """
    path = folder / DATABASE
    source = store.encrypted_file(path, key)
    with told_apart(), source.connection_context():
        with _about_to_look(path) as looking, copying.held_still(source, store.encrypted_file(path, key)) as still:
            if still:
                return _byte_for_byte(source, path, key, to, on_bytes, looking)
        # Somebody writes or reads for long: then the pages go through SQLite one by one.
        held = copying.copy_checked(source, store.encrypted_file(to, key, journal="off"))
        sha256, size = read_digest(to, on_bytes)
        return Copied(held, size, sha256)


def _byte_for_byte(
    source: peewee.SqliteDatabase, path: Path, key: bytes, to: Path, on_bytes: OnBytes, looking: subprocess.Popen[bytes]
) -> Copied:
    _look(looking, key)
    size, meant = copying.file_size(source), copying.contents(source)
    _write(path, size, to, on_bytes)
    sha256 = _read_back(path, size, to, on_bytes)
    _check_free_pages(to, key)
    copy = read_only(to, key)
    with copy.connection_context():
        if copying.contents(copy) != meant:
            raise copying.differs()
    told, log = looking.communicate()
    if told.strip() != b"ok" or page_check.TOLD.encode() in log:
        raise store_damaged()
    return Copied(meant, size, sha256)


def _check_free_pages(to: Path, key: bytes) -> None:
    """Byte for byte the copy is the store: what is damaged in it is damaged there."""
    try:
        free_pages.check(to, key)
    except StorageError:
        raise store_damaged() from None


@contextmanager
def _about_to_look(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process that will look at every page in use once it is told the key: it starts while the store is still being
    waited for. It ends with the block, done or not.
    """
    process = _process("-P", page_check.__file__, str(path), told=subprocess.PIPE, log=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _look(process: subprocess.Popen[bytes], key: bytes) -> None:
    """Let it begin."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # a process that ended before it was told the key has said nothing good
        process.stdin.write(key.hex().encode())
        process.stdin.close()
    process.stdin = None  # or ``communicate`` wants to write there


def _write(path: Path, size: int, to: Path, on_bytes: OnBytes) -> None:
    refuse_too_large(to.parent, size)
    with drive_told(to.parent):
        handle = _disk.disk.create(to, past_cache=True)
        buffer = mmap.mmap(-1, _PIECE)  # begins at a page, as writing past the cache wants it
        with closing(handle):
            for read in _poured(path, size, buffer):
                write_all(handle, memoryview(buffer)[:read])
                on_bytes(read)
            _disk.disk.flush(handle)


def _read_back(path: Path, size: int, to: Path, on_bytes: OnBytes) -> str:
    """The digest of what the device holds, which is what the store's file holds. Raises StorageError."""
    digest, done = hashlib.sha256(), 0
    buffer = bytearray(_PIECE)
    with drive_told(to.parent):
        for read, found in zip(_poured(path, size, buffer), _disk.disk.read_back(to), strict=False):
            digest.update(found)
            if not _alike(buffer if read == _PIECE else buffer[:read], found):
                raise unlike(to)
            done += read
            on_bytes(read)
        if (done, to.stat().st_size) != (size, size):
            raise unlike(to)
    return digest.hexdigest()


def _alike(meant: bytearray, found: object) -> bool:
    """Only a bytearray compares with any other memory at the speed of memory."""
    return meant == found


def _poured(path: Path, size: int, buffer: bytearray | mmap.mmap) -> Iterator[int]:
    """The first ``size`` bytes of a file, read by another process: how many stand in ``buffer`` now, piece by piece.

    Raises StorageError where the file cannot be read or is shorter.
    """
    with told_apart():
        process = _process("-I", "-S", pouring.__file__, str(path), str(size))
        assert isinstance(process.stdout, io.FileIO)
        try:
            _widen(process.stdout)
            while size:
                wanted = memoryview(buffer)[: min(len(buffer), size)]
                read = _fill(process.stdout, wanted)
                if read < len(wanted):
                    raise OSError(errno.EIO, "Input/output error", str(path))
                size -= read
                yield read
        finally:
            process.stdout.close()
            process.kill()
            process.wait()


def _process(*command: str, told: int = subprocess.DEVNULL, log: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Another Python that runs one file of ours, with nothing of this process but its output."""
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", *command],
        bufsize=0,
        stdin=told,
        stdout=subprocess.PIPE,
        stderr=log,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _fill(pipe: io.FileIO, wanted: memoryview) -> int:
    """How much of what is wanted came."""
    filled = 0
    while filled < len(wanted) and (read := pipe.readinto(wanted[filled:])):
        filled += read
    return filled


def _widen(pipe: io.FileIO) -> None:
    """Fewer turns between the two processes, where the system lets a pipe hold more."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIECE)
