"""The pages of an encrypted file that are in no use. SQLite's own checks pass them by; the cipher's checksums do not.

Free pages are listed in a chain of pages that begins in the first page's header.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.kernel.copying import damaged
from models.kernel.pages import USABLE, Pages

_FIRST_OF_CHAIN, _COUNT = 32, 36


def check(path: Path, key: bytes) -> int:
    """Hold every free page of a closed file against its checksum; returns how many there are.

    Raises StorageError where one, or the chain that lists them, is damaged.
    """
    with path.open("rb") as file:
        pages = Pages(file, key)
        header = _read(pages, 1)
        count = 0
        for number in _free(pages, _number(header, _FIRST_OF_CHAIN), _number(header, _COUNT)):
            if pages.proven(number) is None:
                raise damaged()
            count += 1
    return count


def _read(pages: Pages, number: int) -> bytes:
    page = pages.read(number)
    if page is None:
        raise damaged()
    return page


def _free(pages: Pages, first: int, most: int) -> Iterator[int]:
    """The numbers of the free pages. The chain names each once, and as many as the header says."""
    while first and most > 0:
        yield first
        chain = _read(pages, first)
        listed = min(_number(chain, 4), USABLE // 4 - 2)
        yield from (_number(chain, 8 + 4 * place) for place in range(listed))
        most -= 1 + listed
        first = _number(chain, 0)
    if first or most:
        raise damaged()


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")
