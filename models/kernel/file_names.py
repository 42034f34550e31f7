"""Names of files and folders made from what people type: such as every system, Windows and FAT too, can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

LONGEST = 80
"""Characters of a name."""

_LONGEST_BYTES = 3 * LONGEST
_LONGEST_ENDING = 12
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)


def safe_name(name: str, otherwise: str = "_") -> str:
    """``name`` as every system can hold it: no forbidden signs, no device of Windows, no blank or point at its ends,
    not too long (what follows the last point stays). ``otherwise`` where nothing is left of it.
    """
    kept = _trimmed(unicodedata.normalize("NFC", "".join(map(_kept, name))))
    stem, ending = PurePosixPath(kept).stem, PurePosixPath(kept).suffix
    if len(ending) > _LONGEST_ENDING:
        stem, ending = kept, ""
    while len(stem + ending) > LONGEST or len((stem + ending).encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    kept = _trimmed(stem) + ending or otherwise
    return f"_{kept}" if kept.partition(".")[0].rstrip().upper() in _DEVICES else kept


def _kept(character: str) -> str:
    if character.isspace() or character in _FORBIDDEN:
        return " "
    if unicodedata.category(character) == "Cf":  # what joins emoji, and other signs nobody sees
        return ""
    return character if character.isprintable() else "_"


def _trimmed(name: str) -> str:
    return " ".join(name.split()).strip(". ")


def numbered(name: str, taken: Callable[[str], bool], ending: str = "") -> str:
    """``name`` with its ``ending``, or with the first number between them that is not ``taken``."""
    found, count = name + ending, 1
    while taken(found):
        count += 1
        found = f"{name} ({count}){ending}"
    return found


def free_path(folder: Path, name: str, ending: str = "") -> Path:
    """Where a new file or folder called ``name`` can be put: nothing is there yet. Raises OSError."""
    return folder / numbered(safe_name(name), lambda each: (folder / each).exists(), ending)


class FileNames:
    """The names in a folder that is being filled: each one safe, and no two the same, capitals or not."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, name: str) -> str:
        """The name for what is called ``name``, which may hold folders, parted by ``/``."""
        *folders, last = (safe_name(each) for each in name.split("/"))
        path = PurePosixPath(*folders, last)
        given = numbered(str(path.with_suffix("")), lambda each: each.casefold() in self._given, path.suffix)
        self._given.add(given.casefold())
        return given
