"""Where the files of an export go: into a folder as they are, or into one encrypted archive in it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from exchange import archive
from exchange.forms import Target
from exchange.writing import MANIFEST, NewFolder
from models.kernel import clock
from models.kernel.file_names import FileNames
from models.kernel.i18n import _

_PIECE = 1 << 18
"""Bytes packed at once: a workbook comes as a whole, and the window waits as long as a piece takes."""


class Sink(Protocol):
    """Takes the files of an export."""

    def file(self, name: str) -> AbstractContextManager[Target]:
        """A file to write; ``name`` may hold folders, parted by ``/``."""

    def tell(self, name: str, **more: Any) -> None:
        """Add to what the manifest says of the last file of this name."""

    @property
    def files(self) -> Sequence[Mapping[str, Any]]:
        """What the manifest says of the files so far."""


@contextmanager
def plain_sink(folder: NewFolder, about: Mapping[str, Any], passphrase: str) -> Iterator[Sink]:
    """The folder itself."""
    yield folder


@contextmanager
def encrypted_sink(folder: NewFolder, about: Mapping[str, Any], passphrase: str) -> Iterator[Sink]:
    """One encrypted archive in the folder; the manifest in the archive tells of the files, the folder's of the archive
    alone.
    """
    name = _("Encrypted export") + ".zip"
    with folder.file(name) as file, archive.encrypted(file, passphrase) as inner:
        sink = _Archive(inner)
        yield sink
        content = json.dumps({**about, "files": sink.files}, ensure_ascii=False, indent=2)
        inner.writestr(_entry(MANIFEST), content)
    folder.tell(name, holds=len(sink.files))
    folder.about = {key: value for key, value in folder.about.items() if key not in ("contents", "first", "last")}


class _Archive:
    """The files inside an archive; each name once."""

    def __init__(self, inner: zipfile.ZipFile) -> None:
        self._inner = inner
        self._names = FileNames()
        self._files: list[dict[str, Any]] = []
        self._told: dict[str, dict[str, Any]] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[Target]:
        """A file in the archive."""
        given = self._names.give(name)
        with self._inner.open(_entry(given), "w", force_zip64=True) as stream:
            hashing = _Hashing(stream)
            yield hashing
        self._told[name] = {"file": given, "bytes": hashing.size, "sha256": hashing.digest}
        self._files.append(self._told[name])

    def tell(self, name: str, **more: Any) -> None:
        """Add to what the manifest says of the last file of this name."""
        self._told[name].update(more)

    @property
    def files(self) -> Sequence[Mapping[str, Any]]:
        """What the manifest says of the files so far."""
        return tuple(self._files)


def _entry(name: str) -> zipfile.ZipInfo:
    """A file of an archive, of now; archives know the years from 1980 to 2107 only, whatever the clock says."""
    now = clock.local(clock.now())
    year = min(max(now.year, 1980), 2107)
    entry = zipfile.ZipInfo(name, (year, now.month, now.day, now.hour, now.minute, now.second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Hashing:
    """Passes bytes on, and keeps their number and digest."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._hash, self.size = stream, hashlib.sha256(), 0

    @property
    def digest(self) -> str:
        """SHA-256 of what went through."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        """Pass ``data`` on."""
        whole = memoryview(data)
        for place in range(0, len(whole), _PIECE):
            piece = bytes(whole[place : place + _PIECE])
            self._hash.update(piece)
            self._stream.write(piece)
        self.size += len(data)
        return len(data)
