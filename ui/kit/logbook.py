"""The program's log: a few files in turn that only the PC's user can read, without anybody's data."""

from __future__ import annotations

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE, _KEPT = 500_000, 3


class _PrivateLog(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(descriptor, "a", encoding="utf-8")


def open_log(folder: Path) -> logging.Handler:
    """The handler that writes ``frontdesk.log`` in ``folder``, half a megabyte and three older ones."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = _PrivateLog(folder / "frontdesk.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
