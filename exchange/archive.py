"""An encrypted archive that common archivers open: AES-256, and one archive inside, so that no name can be read.

The outer archive holds a single file, ``INNER``; that holds the export's files. Nothing is kept of the passphrase.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from exchange.forms import Target
from models.kernel.errors import RuleError

INNER = "export.zip"
SHORTEST = 10
_LONGEST = 200
_KINDS_NEEDED = 2


def checked_passphrase(passphrase: str, again: str | None = None) -> str:
    """The passphrase itself. Raises RuleError where it is too weak to protect a lost stick, or was not typed twice the
    same; ``again`` None is not asked for.
    """
    if len(passphrase) < SHORTEST:
        raise RuleError("A passphrase has at least {least} characters.", field="passphrase", least=SHORTEST)
    if len(passphrase) > _LONGEST:
        raise RuleError("A passphrase has at most {most} characters.", field="passphrase", most=_LONGEST)
    if not (passphrase.isascii() and passphrase.isprintable()):
        raise RuleError(
            "Use letters, digits and signs of the keyboard only, so that other programs can open it.",
            field="passphrase",
        )
    kinds = {_kind(each) for each in passphrase}
    if len(kinds) < _KINDS_NEEDED or len(set(passphrase)) < SHORTEST // 2 or _is_a_run(passphrase):
        raise RuleError(
            "This passphrase is easily guessed. Mix words, digits and signs, such as four words and a number.",
            field="passphrase",
        )
    if again is not None and passphrase != again:
        raise RuleError("The two are not the same.", field="again")
    return passphrase


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    return "letter" if character.isalpha() else "sign"


def _is_a_run(text: str) -> bool:
    """Whether it goes up, down or stands still all along, such as abcdefghi1 does but for its last."""
    steps = [ord(later) - ord(earlier) for earlier, later in pairwise(text)]
    return any(steps.count(step) >= len(steps) - 1 for step in (0, 1, -1))


@contextmanager
def encrypted(target: Target, passphrase: str) -> Iterator[zipfile.ZipFile]:
    """An archive to put files into; what arrives at ``target`` is encrypted, and nothing else is written anywhere.

    What ``target`` raises comes out of the block as it was raised.
    """
    import pyzipper

    gate = _Gate(target)
    outer: Any = pyzipper.AESZipFile(
        gate, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES, allowZip64=True
    )
    try:
        with outer:
            outer.setpassword(passphrase.encode())
            with (
                outer.open(INNER, "w", force_zip64=True) as stream,
                zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as inner,
            ):
                yield inner
    except BaseException:
        outer.fp = None  # or it complains of itself when it goes
        if gate.failed is not None:
            raise gate.failed from gate.failed.__cause__  # not what the archive says of it afterwards
        raise


class _Gate:
    """Lets bytes through until the target fails; an archive that is put away after that writes to nowhere."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self.failed: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Pass ``data`` on, or forget it."""
        if self.failed is None:
            try:
                self._target.write(data)
            except BaseException as error:
                self.failed = error
                raise
        return len(data)

    def flush(self) -> None:
        """The target hands on by itself."""
