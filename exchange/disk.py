"""What a drive is asked to do, call by call, and what its refusals mean to a person."""

from __future__ import annotations

import errno
import mmap
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from models.kernel import files
from models.kernel.errors import FrontdeskError, StorageError

PIECE = 1 << 20
PART = ".part"
"""What the name of a file or folder under way ends in."""

_BINARY = getattr(os, "O_BINARY", 0)
_DIRECT = getattr(os, "O_DIRECT", 0)


class Disk:
    """The calls that reach a device. One object, so that a test can put one in its place that fails."""

    def create(self, path: Path, *, past_cache: bool = False) -> int:
        """A new file for this user alone; raises FileExistsError where there is one.

        ``past_cache``: written straight from memory that begins at a page, where system and file system do that; a
        large file then takes no room that others' files have in the cache.
        """
        how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
        if past_cache and _DIRECT:
            try:
                return os.open(path, how | _DIRECT, 0o600)
            except OSError as error:
                if error.errno != errno.EINVAL:  # EINVAL: the file system writes through the cache only
                    raise
                path.unlink(missing_ok=True)  # some systems make the file and then refuse to open it so
        return os.open(path, how, 0o600)

    def write(self, handle: int, data: memoryview) -> int:
        """Write what fits; returns how many bytes were taken."""
        try:
            return os.write(handle, data)
        except OSError as error:
            if sys.platform == "win32" and error.errno in (errno.EACCES, errno.EINVAL, errno.EBADF):
                # What was opened for writing is not protected: to Windows a drive that was pulled out is all of these.
                raise OSError(errno.EIO, "Input/output error") from error
            if error.errno != errno.EINVAL or not _through_cache_now(handle):
                raise
        return os.write(handle, data)

    def read_at(self, handle: int, place: int, count: int) -> bytes:
        """So many bytes from ``place`` on, fewer only at the file's end."""
        os.lseek(handle, place, os.SEEK_SET)
        read = b""
        while len(read) < count and (piece := os.read(handle, count - len(read))):
            read += piece
        return read

    def flush(self, handle: int) -> None:
        """Everything written is on the device when this returns."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def read_back(self, path: Path) -> Iterator[bytes | memoryview]:
        """A file's content as the device holds it, past the system's cache where the system lets us; in pieces, each
        of which stands until the next is asked for.

        Linux: O_DIRECT, or with the cached pages given up where the file system knows no direct reading. Windows:
        without buffering, or through the cache where the drive cannot be read so. Others: through the cache.
        """
        handle, direct = _open_past_cache(path)
        try:
            yield from _read_direct(handle) if direct else _read_plainly(handle)
        finally:
            os.close(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file or folder its final name; an existing file of that name is replaced."""
        if sys.platform == "win32":
            from exchange import windows

            windows.move(old, new)
        else:
            os.replace(old, new)

    def make_folder(self, path: Path) -> None:
        """A new folder; raises FileExistsError where there is something."""
        path.mkdir(mode=0o700)

    def flush_folder(self, path: Path) -> None:
        """The names in a folder are on the device when this returns, where the system knows how."""
        files.sync_folder(path)

    def remove(self, path: Path) -> None:
        """Take a file, or a folder with all in it, away."""
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    def free(self, place: Path) -> int:
        """How many bytes have room there."""
        return shutil.disk_usage(place).free


disk = Disk()


def _through_cache_now(handle: int) -> bool:
    """Write on through the cache: what is left over at the end may be no whole block. False where it did so before."""
    if sys.platform != "linux":
        return False
    import fcntl

    flags = fcntl.fcntl(handle, fcntl.F_GETFL)
    fcntl.fcntl(handle, fcntl.F_SETFL, flags & ~_DIRECT)
    return bool(flags & _DIRECT)


def _open_past_cache(path: Path) -> tuple[int, bool]:
    if sys.platform == "win32":
        from exchange import windows

        if (unbuffered := windows.open_past_cache(path)) is not None:
            return unbuffered, True
    if _DIRECT:
        try:
            return os.open(path, os.O_RDONLY | _DIRECT), True
        except OSError as error:
            if error.errno != errno.EINVAL:  # EINVAL: the file system reads through the cache only
                raise
    handle = os.open(path, os.O_RDONLY | _BINARY)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    return handle, False


def _read_direct(handle: int) -> Iterator[memoryview]:
    """Direct reading wants memory that begins at a page; a piece that is not full is the last.

    The next piece is read while the last one is worked on.
    """
    now, then = (mmap.mmap(-1, PIECE) for _turn in range(2))
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(_read_into, handle, now)
        while read := coming.result():
            if read == PIECE:
                coming = pool.submit(_read_into, handle, then)
            yield memoryview(now)[:read]
            if read < PIECE:
                return
            now, then = then, now


def _read_into(handle: int, memory: mmap.mmap) -> int:
    if sys.platform == "win32":
        from exchange import windows

        return windows.read_into(handle, memory)
    return os.readv(handle, [memory])


def _read_plainly(handle: int) -> Iterator[bytes]:
    while piece := os.read(handle, PIECE):
        yield piece


_FULL = (errno.ENOSPC, errno.EDQUOT)
_PROTECTED = (errno.EROFS, errno.EACCES, errno.EPERM)
_NO_MEDIUM = getattr(errno, "ENOMEDIUM", errno.ENODEV)  # Windows does not know it
_GONE = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE, errno.ENOTCONN, _NO_MEDIUM)
_NAMES = (errno.ENAMETOOLONG, errno.EINVAL, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY)


@contextmanager
def drive_told(place: Path) -> Iterator[None]:
    """Turn what the drive under ``place`` does wrong into a StorageError that says what to do with the drive."""
    try:
        yield
    except FrontdeskError:
        raise
    except OSError as error:
        raise _said(error, _shown(place)) from error


def _shown(place: Path) -> str:
    """A place as a person knows it: the folder in which something is under way, not the one that is."""
    under_way = [each for each in (place, *place.parents) if each.name.endswith(PART)]
    return str(under_way[-1].parent if under_way else place)


_WINDOWS = {
    **dict.fromkeys((39, 112, 1295), errno.ENOSPC),
    **dict.fromkeys((5, 19), errno.EROFS),
    **dict.fromkeys((3, 15, 20, 21, 23, 27, 31, 53, 55, 59, 64, 67, 433, 483, 1006, 1110, 1117, 1167), errno.EIO),
    **dict.fromkeys((123, 161, 206), errno.ENAMETOOLONG),
    223: errno.EFBIG,
}
"""What Windows' own numbers mean; Python makes one errno of many of them, such as EACCES of a drive pulled out.

Full; protected; not there, not ready, unreadable or disconnected, on the network too; a name that cannot be; too large.
"""


def _said(error: OSError, place: str) -> StorageError:
    code = _WINDOWS.get(getattr(error, "winerror", None) or 0, error.errno or 0)
    if code in _FULL:
        return StorageError(
            "There is no room left at {place}. Nothing in the store was changed. Make room or take another drive.",
            place=place,
        )
    if code in _PROTECTED:
        return StorageError(
            "{place} cannot be written: it is write-protected, or belongs to somebody else. Slide the drive's lock, or "
            "choose another place.",
            place=place,
        )
    if code == errno.EFBIG:
        return too_large(Path(place))
    if code in _NAMES:
        return StorageError("No file of this name can be written at {place}. Choose another place.", place=place)
    if code in _GONE:
        return StorageError(
            "The drive at {place} was pulled out or does not answer. What is on it under a name that ends in .part is "
            "not complete: delete it. Nothing in the store was changed. Plug the drive in and do it again.",
            place=place,
        )
    return StorageError(
        "The drive at {place} reports a fault ({reason}). Nothing in the store was changed. Take another drive.",
        place=place,
        reason=error.strerror or str(error),
    )


def too_large(place: Path) -> StorageError:
    """What is said where a file does not fit a drive's way of keeping files."""
    return StorageError(
        "The drive at {place} holds no file of 4 GB or more (FAT32). Nothing was left there. Take another drive, or "
        "have this one formatted as exFAT.",
        place=_shown(place),
    )
