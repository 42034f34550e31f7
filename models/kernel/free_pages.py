"""The pages of an encrypted file that are in no use. SQLite's own checks pass them by; the cipher's checksums do not.

The file is SQLCipher's, version 4, with a raw key: a page ends in 16 bytes that begin its encryption and the 64 bytes
of its checksum; the first page begins with the salt of the checksums' key. Free pages are listed in a chain of pages
that begins in the first page's header.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from models.kernel.copying import damaged

_PAGE, _SALT, _START, _CHECKSUM = 4096, 16, 16, 64
_FIRST_OF_CHAIN, _COUNT = 32, 36
_KEY_TURNS, _SALT_MASK = 2, 0x3A


class _Pages:
    """The pages of a closed file, by number from 1, each held against its checksum as it is read."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self._file, self._key = file, key
        salt = bytes(each ^ _SALT_MASK for each in file.read(_SALT))
        self._checksum_key = hashlib.pbkdf2_hmac("sha512", key, salt, _KEY_TURNS, len(key))

    def check(self, number: int) -> bytes:
        """A page as it stands. Raises StorageError where its checksum is not its own."""
        self._file.seek((number - 1) * _PAGE)
        page = self._file.read(_PAGE)
        meant = page[_SALT if number == 1 else 0 : -_CHECKSUM] + number.to_bytes(4, "little")
        if len(page) != _PAGE or hmac.digest(self._checksum_key, meant, "sha512") != page[-_CHECKSUM:]:
            raise damaged()
        return page

    def read(self, number: int) -> bytes:
        """A page decrypted; the salt stands where it is."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        page = self.check(number)
        plain = _SALT if number == 1 else 0
        start = page[-_CHECKSUM - _START : -_CHECKSUM]
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(start)).decryptor()
        return page[:plain] + cipher.update(page[plain : -_CHECKSUM - _START]) + cipher.finalize()


def check(path: Path, key: bytes) -> int:
    """Hold every free page of a closed file against its checksum; returns how many there are.

    Raises StorageError where one, or the chain that lists them, is damaged.
    """
    with path.open("rb") as file:
        pages = _Pages(file, key)
        header = pages.read(1)
        count = 0
        for number in _free(pages, _number(header, _FIRST_OF_CHAIN), _number(header, _COUNT)):
            pages.check(number)
            count += 1
    return count


def _free(pages: _Pages, first: int, most: int) -> Iterator[int]:
    """The numbers of the free pages. The chain names each once, and as many as the header says."""
    while first and most > 0:
        yield first
        chain = pages.read(first)
        listed = min(_number(chain, 4), (_PAGE - _START - _CHECKSUM) // 4 - 2)
        yield from (_number(chain, 8 + 4 * place) for place in range(listed))
        most -= 1 + listed
        first = _number(chain, 0)
    if first or most:
        raise damaged()


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")
