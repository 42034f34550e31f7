"""The pages of a closed encrypted file, each held against its checksum as it is read, past SQLite.

The file is SQLCipher's, version 4, with a raw key: a page ends in 16 bytes that begin its encryption and the 64 bytes
of its checksum; the first page begins with the salt of the checksums' key.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import BinaryIO

PAGE, _SALT, _START, _CHECKSUM = 4096, 16, 16, 64
USABLE = PAGE - _START - _CHECKSUM
"""Bytes of a page that SQLite writes to."""

_KEY_TURNS, _SALT_MASK = 2, 0x3A


class Pages:
    """The pages of an open file, by number from 1."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self._file, self._key = file, key
        file.seek(0)
        salt = bytes(each ^ _SALT_MASK for each in file.read(_SALT))
        self._checksum_key = hashlib.pbkdf2_hmac("sha512", key, salt, _KEY_TURNS, len(key))

    def proven(self, number: int) -> bytes | None:
        """A page as it stands; None where its checksum is not its own."""
        self._file.seek((number - 1) * PAGE)
        page = self._file.read(PAGE)
        meant = page[_SALT if number == 1 else 0 : -_CHECKSUM] + number.to_bytes(4, "little")
        sound = len(page) == PAGE and hmac.digest(self._checksum_key, meant, "sha512") == page[-_CHECKSUM:]
        return page if sound else None

    def read(self, number: int) -> bytes | None:
        """What SQLite wrote to a page; the first one's salt stands where it is. None as above."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        page = self.proven(number)
        if page is None:
            return None
        plain = _SALT if number == 1 else 0
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(page[USABLE : USABLE + _START])).decryptor()
        return page[:plain] + cipher.update(page[plain:USABLE]) + cipher.finalize()


def opens(path: Path, key: bytes) -> bool:
    """Whether ``key`` is that of the closed file, as its first page tells."""
    with path.open("rb") as file:
        return Pages(file, key).proven(1) is not None
