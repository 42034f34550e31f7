"""When Python looks for garbage: wherever it happens to be, or, once there is a window, in the screen's thread alone.

A screen object that is found to be garbage in a worker thread would be taken apart there. Qt does so under a lock that
the screen's thread may want just then, while it holds the interpreter that the worker wants: the window would stand
still for good.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

THRESHOLDS = gc.get_threshold()
"""How much Python lets gather of each generation."""


def collect_only_when_told() -> None:
    """From here on garbage is collected by ``collect_due`` only."""
    gc.set_threshold(0)


def collect_due() -> None:
    """Collect what Python would have collected by itself by now; the screen's thread calls it again and again."""
    if not gc.isenabled():
        return
    counts = gc.get_count()
    for generation in reversed(range(len(counts))):
        if counts[generation] > THRESHOLDS[generation]:
            gc.collect(generation)
            return


@contextmanager
def kept() -> Iterator[None]:
    """Everything made meanwhile is kept to the end: looking through very much again and again takes its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
