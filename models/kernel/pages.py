"""The pages of a closed encrypted file, each held against its checksum as it is read, past SQLite.

The file is SQLCipher's, version 4, with a raw key: a page ends in 16 bytes that begin its encryption and the 64 bytes
of its checksum; the first page begins with the salt of the checksums' key. A page in the journal looks the same.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path
from typing import BinaryIO

PAGE, _SALT, _START, _CHECKSUM = 4096, 16, 16, 64
USABLE = PAGE - _START - _CHECKSUM
"""Bytes of a page that SQLite writes to."""

_KEY_TURNS, _SALT_MASK = 2, 0x3A
_JOURNAL_HEAD, _FRAME_HEAD = 32, 24
_JOURNAL_MARKS = (0x377F0682, 0x377F0683)


class Pages:
    """The pages of an open file, by number from 1; where its ``journal`` has a later one of what was saved, that."""

    def __init__(self, file: BinaryIO, key: bytes, journal: BinaryIO | None = None) -> None:
        self._file, self._key, self._journal = file, key, journal
        self._later = _saved(journal) if journal else {}
        self.count = max(-(-file.seek(0, os.SEEK_END) // PAGE), *self._later, 0)
        file.seek(0)
        salt = bytes(each ^ _SALT_MASK for each in file.read(_SALT))
        self._checksum_key = hashlib.pbkdf2_hmac("sha512", key, salt, _KEY_TURNS, len(key))

    def proven(self, number: int) -> bytes | None:
        """A page as it stands; None where its checksum is not its own."""
        page = self._stored(number)
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

    def _stored(self, number: int) -> bytes:
        if self._journal is not None and (place := self._later.get(number)) is not None:
            self._journal.seek(place)
            return self._journal.read(PAGE)
        self._file.seek((number - 1) * PAGE)
        return self._file.read(PAGE)


def opens(path: Path, key: bytes) -> bool:
    """Whether ``key`` is that of the closed file, as its first page tells."""
    with path.open("rb") as file:
        return Pages(file, key).proven(1) is not None


def _saved(journal: BinaryIO) -> dict[int, int]:
    """Where in a journal the last version of each page begins that belongs to something that was saved.

    What an older turn of the journal left behind carries other salts, and ends it.
    """
    head = journal.read(_JOURNAL_HEAD)
    if int.from_bytes(head[:4], "big") not in _JOURNAL_MARKS:
        return {}
    saved: dict[int, int] = {}
    waiting: dict[int, int] = {}
    place = _JOURNAL_HEAD
    while len(frame := journal.read(_FRAME_HEAD)) == _FRAME_HEAD and frame[8:16] == head[16:24]:
        waiting[int.from_bytes(frame[:4], "big")] = place + _FRAME_HEAD
        if any(frame[4:8]):  # the last page of what was saved tells how many pages there are then
            saved |= waiting
            waiting = {}
        place = journal.seek(place + _FRAME_HEAD + PAGE)
    return saved
