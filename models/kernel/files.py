"""Where the program keeps its own files, and writing a file so that it is whole or absent."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def data_folder() -> Path:
    """The user's data folder for this program; ``FRONTDESK_DATA`` puts it elsewhere."""
    if elsewhere := os.environ.get("FRONTDESK_DATA"):
        return Path(elsewhere)
    from platformdirs import user_data_path

    return user_data_path("Frontdesk", appauthor=False)


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` for this user alone: to a temporary name, flushed to the device, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut, where the system knows how."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
