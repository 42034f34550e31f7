"""The world's faults, told apart from the program's: what happened, what is safe, what to do now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from models.kernel.errors import FrontdeskError, StorageError


def store_damaged() -> StorageError:
    """What is said of an open store whose file does not read as it was written."""
    return StorageError("The store's file is damaged. Do not write to it. Open the newest backup.")


_SIGNS: tuple[tuple[tuple[str, ...], StorageError], ...] = (
    (
        (
            *("connection to server", "connection failed", "connection timeout", "connection is closed"),
            *("server closed the connection", "terminating connection", "ssl connection", "could not receive data"),
            *("translate host name", "resolve host", "password authentication"),
            *("connection is bad", " uri", "percent-encoded"),
        ),
        StorageError("The database server does not answer or refuses. Nothing was changed. Check network and account."),
    ),
    (
        ("disk is full", "no space left", "file too large", "quota exceeded", "enough space"),
        StorageError("The disk is full. Everything saved before is safe. Make room, then do it again."),
    ),
    (
        ("readonly", "read-only", "permission denied", "access is denied"),
        StorageError("The store's folder cannot be written. Everything saved before is safe. Check the drive's lock."),
    ),
    (
        ("not a directory", "is a directory", "file exists", "file name too long"),
        StorageError("No file can be written at this place. Nothing was changed. Choose another folder or name."),
    ),
    (
        ("is locked", "database is busy"),
        StorageError("Another program holds the store. Nothing was changed. Close it, then do it again."),
    ),
    (
        (
            *("malformed", "not a database", "file is encrypted", "disk image", "unsupported file format"),
            "vtable constructor failed",
        ),
        store_damaged(),
    ),
    (
        ("disk i/o", "input/output error", "unable to open database", "no such file", "no such device", "stale file"),
        StorageError("The drive does not answer. Everything saved before is safe. Check the drive, then do it again."),
    ),
)


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn what the disk or the server does wrong into StorageError; the program's own errors pass."""
    try:
        yield
    except FrontdeskError:
        raise
    except Exception as error:
        explained = explain(error) if of_the_world(error) else None
        if explained is None:
            raise
        raise explained from error


def of_the_world(error: Exception) -> bool:
    """Whether disk or database raised it: fetching rows raises the driver's own DatabaseError, past peewee's."""
    return isinstance(error, OSError) or any(kind.__name__ == "DatabaseError" for kind in type(error).__mro__)


def explain(error: BaseException) -> StorageError | None:
    """The StorageError for a fault of the world, found anywhere in the chain of causes; None for our own bug."""
    told = " ".join(str(each).lower() for each in _chain(error))
    for signs, answer in _SIGNS:
        if any(sign in told for sign in signs):
            return StorageError(answer.template)
    return None


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in chain:
        chain.append(each)
        each = each.__cause__ or each.__context__
    return chain
