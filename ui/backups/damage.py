"""Which errors mean that what a store holds is damaged, rather than that somebody has it or the drive is away."""

from __future__ import annotations

from models.kernel.errors import StorageError

_DAMAGED = (
    "There is no store at {path}.",
    "The folder {path} holds no store.",
    "The store's file {path} is empty. Open the newest backup.",
    "The file {path} is a database of another program.",
    "The store's file is damaged. Do not write to it. Open the newest backup.",
    "The store's key file {path} is damaged.",
    "The store's key file {path} is missing.",
    "The store is damaged: the head of its trail is missing.",
    "The store holds triggers or views that are not the program's. It is not opened.",
    "Nothing can be read of the store's file: its very beginning is damaged. Restore a backup.",
)
_NEWER = "The store was written by a newer version of the program. Install that version to open it."
_NO_ANSWER = "The drive does not answer. Everything saved before is safe. Check the drive, then do it again."
_READABLE = (*_DAMAGED[4:8], _NO_ANSWER)


def is_damage(error: Exception) -> bool:
    """Whether it failed for what the store's files hold rather than for who holds them."""
    return isinstance(error, StorageError) and error.template in _DAMAGED


def calls_for_a_backup(error: Exception) -> bool:
    """Whether a store that did not open for ``error`` may never open again: a drive that is there and gives some of its
    pages no more says the same as one that is away.
    """
    return is_damage(error) or (isinstance(error, StorageError) and error.template == _NO_ANSWER)


def is_of_newer(error: Exception) -> bool:
    """Whether it needs no other backup but a newer program."""
    return isinstance(error, StorageError) and error.template == _NEWER


def is_readable(error: Exception) -> bool:
    """Whether something may be left to read of a store that did not open for ``error``."""
    return isinstance(error, StorageError) and error.template in _READABLE
