"""The cells of a file that nobody vouches for: read in another process, which is watched and ended where it must be.

The process limits its own memory. Beside that the limits on size, ratio, rows and cells hold, and the watch over time.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exchange.importing import child, limits, text_files
from models.kernel import clock
from models.kernel.errors import RuleError, StorageError


@dataclass(frozen=True)
class Cells:
    """What a file holds: its sheets (one without a name for a text file), and every row of ``sheet`` as texts, the
    first line first, empty ones included."""

    sheets: list[str]
    sheet: str
    rows: list[list[str]]


def read(path: Path, sheet: str | None = None, on_rows: Callable[[int], object] | None = None) -> Cells:
    """Read a sheet, the first with rows unless one is named; ``on_rows`` hears how many rows there are.

    Raises RuleError for a file that is damaged, too large or no file of rows, StorageError where it cannot be opened;
    whatever ``on_rows`` raises ends the reading.
    """
    sheets: list[str] = []
    rows: list[list[str]] = []
    chosen = ""
    for kind, found in _told(path, sheet):
        if kind == "sheets":
            sheets, chosen = found
            continue
        rows += found
        if on_rows is not None:
            on_rows(len(rows))
    return Cells(sheets, chosen, rows)


def pasted(text: str) -> Cells:
    """The rows of a text that was copied in a spreadsheet, or out of a text file. Raises RuleError as ``read`` does."""
    return Cells([""], "", list(child.within_limits(text_files.rows_of(text))))


def _told(path: Path, sheet: str | None) -> Iterator[tuple[str, Any]]:
    """What the process says, until it is done. Raises what it refuses with, or RuleError where it broke."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise StorageError("The file {name} cannot be opened.", name=path.name) from error
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=child.look_into, args=(there, str(path), sheet), daemon=True)
    process.start()
    there.close()
    until = clock.uptime() + limits.LONGEST_SECONDS
    try:
        while True:
            if not here.poll(min(limits.SILENT_SECONDS, max(0.0, until - clock.uptime()))):
                raise RuleError("Reading this file takes too long; it may be damaged. Save it anew as xlsx.")
            kind, content = here.recv()
            if kind == "refused":
                raise content
            if kind == "done":
                return
            yield kind, content
    except EOFError:
        raise _broken() from None
    finally:
        here.close()
        process.kill()
        process.join()
        process.close()


def _broken() -> RuleError:
    return RuleError(
        "This file is damaged, or needs more memory than a file of rows may. Save it anew as xlsx, or split it."
    )
