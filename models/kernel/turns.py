"""Taking turns at writing within the program: long work asks who waits, and lets them go first.

SQLite has no queue of writers: whoever begins again at once keeps the others out.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from models.kernel import clock

_LONGEST_PAUSE = 0.25
_STEP = 0.002
_count = 0
_lock = threading.Lock()


@contextmanager
def waiting() -> Iterator[None]:
    """Somebody wants to write, and is in here until it is their turn."""
    global _count
    with _lock:
        _count += 1
    try:
        yield
    finally:
        with _lock:
            _count -= 1


def give_way() -> None:
    """Between two transactions of long work: let those begin who wait, unless that takes very long."""
    until = clock.uptime() + _LONGEST_PAUSE
    while _count and clock.uptime() < until:
        time.sleep(_STEP)
