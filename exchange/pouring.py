"""The process that pours the first bytes of a file into its output, with Python's own library alone.

On POSIX systems whoever closes a file gives up all locks that his process has on it, SQLite's too. So the program never
opens the file of a store beside SQLite, and another process reads it.
"""

from __future__ import annotations

import os
import sys

_PIECE = 1 << 20


def _pour(path: str, size: int) -> None:
    """Everything to the output, in order; less where the file is shorter."""
    with open(path, "rb", buffering=0) as file:
        if sys.platform == "linux":
            while size and (sent := os.sendfile(1, file.fileno(), None, min(size, _PIECE))):
                size -= sent
        else:
            while size and (piece := file.read(min(size, _PIECE))):
                sys.stdout.buffer.write(piece)
                size -= len(piece)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    _pour(sys.argv[1], int(sys.argv[2]))
