"""Writing to a stick or a folder so that what is there is whole or absent (X1). One mechanism for exports and backups.

How to use it::

    with whole_file(Path("/media/stick/backup-000123.desk"), needed=size) as file:
        file.write(piece)                      # any number of times, bytes
    file.written                               # Written(name, bytes, sha256), once the block ended well

    copied = copy_whole(source, target)        # the same for a file that is there already
    settled = settle(part, target)             # ... that another library wrote under a temporary name next to it

    with new_folder(Path("/media/stick"), "Export 2026-05-01") as folder:
        with folder.file("customers.xlsx") as file:
            file.write(...)
        folder.tell("customers.xlsx", rows=120)
    folder.path                                # the folder under its final name, MANIFEST.json in it

Each file is written under a name that ends in ``.part``, flushed to the device, read back past the system's cache,
compared by SHA-256 with what was meant, and renamed; the folder's name too is final only after its manifest. When
anything goes wrong (any exception, a cancelling one from ``on_bytes`` too), what was begun is taken away again as far
as the drive lets us, and nothing of the final name was ever there. The drive's faults raise StorageError.
Reading back goes past the cache where the system lets us (``Disk.read_back``).
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exchange import disk as _disk
from exchange.disk import PART, drive_told, too_large
from exchange.drives import largest_file, refuse_too_large
from models.kernel.errors import StorageError
from models.kernel.file_names import FileNames, numbered, safe_name
from models.kernel.progress import unheard

MANIFEST = "MANIFEST.json"
_BUFFER = 1 << 20
_SPARE = 1 << 20

OnBytes = Callable[[int], object]
"""Hears how many more bytes were written or read back; may raise to cancel. A file counts twice."""


@dataclass(frozen=True)
class Written:
    """A file that is on the device as meant."""

    name: str
    bytes: int
    sha256: str


class FileBeingWritten:
    """What ``whole_file`` gives to write to; ``written`` is there once the block ended well."""

    def __init__(self, handle: int, place: Path, on_bytes: OnBytes) -> None:
        self._handle, self._place, self._on_bytes = handle, place, on_bytes
        self._waiting = bytearray()
        self._hash = hashlib.sha256()
        self._limit = largest_file(place)
        self.bytes = 0
        self.written: Written | None = None

    @property
    def sha256(self) -> str:
        """The digest of what was given to be written."""
        return self._hash.hexdigest()

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Take ``data``; it reaches the drive in large pieces. Raises StorageError."""
        self.bytes += len(data)
        if self.bytes > self._limit:
            raise too_large(self._place)
        self._hash.update(data)
        self._waiting += data
        if len(self._waiting) >= _BUFFER:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Hand on what waits; that it is on the device is known only after the block."""
        if not self._waiting:
            return
        piece, self._waiting = self._waiting, bytearray()
        with drive_told(self._place):
            write_all(self._handle, memoryview(piece))
        self._on_bytes(len(piece))


@contextmanager
def whole_file(path: Path, needed: int = 0, on_bytes: OnBytes = unheard) -> Iterator[FileBeingWritten]:
    """A file that gets its name only when all of it is on the device as meant; an older one of that name is replaced.

    ``needed``: bytes there must be room for at the beginning. Raises StorageError.
    """
    require_room(path.parent, needed, needed)
    part = path.with_name(path.name + PART)
    with _taken_away(part), drive_told(path.parent):
        _disk.disk.remove(part)
        handle = _disk.disk.create(part)
        file = FileBeingWritten(handle, path.parent, on_bytes)
        with closing(handle):
            yield file
            file.flush()
            _disk.disk.flush(handle)
        _compare(part, file.bytes, file.sha256, on_bytes)
        _name_finally(part, path)
        file.written = Written(path.name, file.bytes, file.sha256)


def copy_whole(source: Path, target: Path, on_bytes: OnBytes = unheard) -> Written:
    """Copy a file as ``whole_file`` writes one. Raises StorageError."""
    with source.open("rb") as content, whole_file(target, source.stat().st_size, on_bytes) as file:
        while piece := content.read(_BUFFER):
            file.write(piece)
    assert file.written is not None
    return file.written


def settle(part: Path, target: Path, sha256: str = "", on_bytes: OnBytes = unheard) -> Written:
    """Give ``part``, which is complete and closed, its final name: flushed, read back (and compared, where its digest
    is known), renamed. Raises StorageError, and then ``part`` is gone.
    """
    with _taken_away(part), drive_told(target.parent):
        _flush_closed(part)
        digest, size = read_digest(part, on_bytes)
        if sha256 and digest != sha256:
            raise unlike(part)
        _name_finally(part, target)
    return Written(target.name, size, digest)


def _flush_closed(path: Path) -> None:
    """What another library wrote is on the device when this returns."""
    with path.open("rb+") as file:
        _disk.disk.flush(file.fileno())


def read_digest(path: Path, on_bytes: OnBytes = unheard) -> tuple[str, int]:
    """SHA-256 and size of what the device holds of a file, read past the cache. Raises StorageError."""
    digest, size = hashlib.sha256(), 0
    with drive_told(path.parent):
        for piece in _disk.disk.read_back(path):
            digest.update(piece)
            size += len(piece)
            on_bytes(len(piece))
    return digest.hexdigest(), size


@dataclass
class NewFolder:
    """A folder under way; ``path`` is its final name, which it gets when its manifest stands."""

    path: Path
    _making: Path
    _on_bytes: OnBytes
    about: dict[str, Any] = field(default_factory=dict)
    _files: list[dict[str, Any]] = field(default_factory=list)
    _told: dict[str, dict[str, Any]] = field(default_factory=dict)
    _names: FileNames = field(default_factory=FileNames)

    @contextmanager
    def file(self, name: str, needed: int = 0) -> Iterator[FileBeingWritten]:
        """A file in it; ``name`` may hold folders, parted by ``/``; one that is there is not replaced, but gets company
        with a number behind its name.

        Raises StorageError.
        """
        given = self._names.give(name)
        *folders, last = given.split("/")
        with drive_told(self.path.parent):
            inner = self._making
            for each in folders:
                inner /= each
                if not inner.is_dir():
                    _disk.disk.make_folder(inner)
        with whole_file(inner / last, needed, self._on_bytes) as file:
            yield file
        assert file.written is not None
        said = {"file": given, "bytes": file.written.bytes, "sha256": file.written.sha256}
        self._files.append(said)
        self._told[name] = said

    def tell(self, name: str, **more: Any) -> None:
        """Add to what the manifest says of the last file of this name, such as ``rows``."""
        self._told[name].update(more)

    @property
    def files(self) -> tuple[Mapping[str, Any], ...]:
        """What the manifest says of the files so far."""
        return tuple(self._files)

    def _finish(self) -> None:
        content = json.dumps({**self.about, "files": self.files}, ensure_ascii=False, indent=2).encode()
        with whole_file(self._making / MANIFEST, on_bytes=self._on_bytes) as file:
            file.write(content)
        with drive_told(self.path.parent):
            if self.path.exists():
                raise StorageError("There is already something at {path}.", path=str(self.path))
            _name_finally(self._making, self.path)


@contextmanager
def new_folder(
    place: Path, name: str, about: Mapping[str, Any] | None = None, needed: int = 0, on_bytes: OnBytes = unheard
) -> Iterator[NewFolder]:
    """A new folder of files at ``place``, with a manifest that says ``about`` and every file.

    Where ``name`` is taken, a number follows it. Raises StorageError.
    """
    require_room(place, needed)
    path = free_name(place, safe_name(name))
    making = path.with_name(path.name + PART)
    with _taken_away(making), drive_told(place):
        _disk.disk.make_folder(making)
        folder = NewFolder(path, making, on_bytes, dict(about or {}))
        yield folder
        folder._finish()


def free_name(place: Path, name: str) -> Path:
    """``name`` at ``place``, or with the first number behind it that is free, finished or not."""
    with drive_told(place):
        return place / numbered(name, lambda each: (place / each).exists() or (place / (each + PART)).exists())


def has_room(free: int, needed: int) -> bool:
    """Whether ``needed`` bytes fit into ``free`` ones, with some to spare."""
    return free >= needed + _SPARE


def require_room(place: Path, needed: int, largest: int = 0) -> None:
    """Raises StorageError where ``place`` is gone, is no folder, has not ``needed`` bytes free and some to spare, or
    holds no file as large as the ``largest`` will be.
    """
    with drive_told(place):
        if not place.is_dir():
            raise StorageError(
                "There is no folder {place}. Plug the drive in, or choose another place.", place=str(place)
            )
        free = _disk.disk.free(place)
    if needed and not has_room(free, needed):
        raise StorageError(
            "{place} has {free} MB free, and {needed} MB are needed. Make room or take another drive.",
            place=str(place),
            free=free >> 20,
            needed=(needed + _SPARE >> 20) + 1,
        )
    refuse_too_large(place, largest)


def _compare(part: Path, size: int, sha256: str, on_bytes: OnBytes) -> None:
    digest, found = read_digest(part, on_bytes)
    if (digest, found) != (sha256, size):
        raise unlike(part)


def unlike(part: Path) -> StorageError:
    """What is said of a drive that gives back something else than it was given."""
    return StorageError(
        "What the drive gives back of {name} is not what was written. Nothing was left there. Take another drive.",
        name=part.name.removesuffix(PART),
    )


def _name_finally(part: Path, target: Path) -> None:
    _disk.disk.rename(part, target)
    _disk.disk.flush_folder(target.parent)


def write_all(handle: int, data: memoryview) -> None:
    """All of ``data``, in as many turns as the drive wants. Raises OSError."""
    while data:
        taken = _disk.disk.write(handle, data)
        if not taken:
            raise OSError(errno.ENOSPC, "No space left on device")
        data = data[taken:]


@contextmanager
def closing(handle: int) -> Iterator[None]:
    """Close in any case; that closing fails counts only where nothing failed before."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _disk.disk.close(handle)
        raise
    _disk.disk.close(handle)


@contextmanager
def _taken_away(part: Path) -> Iterator[None]:
    """Take what was begun away when something goes wrong; a drive that is gone keeps it under its unfinished name."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _disk.disk.remove(part)
        raise
