"""Measuring two ways of doing the same side by side."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.kernel import store


@dataclass(frozen=True)
class Ratio:
    """What was measured, ours and the peer's (seconds, or MB where the name says so), and what we aim at."""

    name: str
    ours: float
    peer: float
    aim: float

    @property
    def ratio(self) -> float:
        """How many times the peer's."""
        return self.ours / self.peer

    def __str__(self) -> str:
        verdict = "within" if self.ratio <= self.aim else "ABOVE"
        return f"{self.name}: {self.ours:.4f} / {self.peer:.4f} = {self.ratio:.2f}x ({verdict} the aim of {self.aim}x)"


def side_by_side(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    aim: float,
    rounds: int,
    pick: Callable[[list[float]], float] = statistics.median,
) -> Ratio:
    """Medians, or what else is picked, of ``rounds`` alternating runs, so that whatever else the machine does meets
    both alike.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for function, taken in zip((ours, peer), times, strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    return Ratio(name, pick(times[0]), pick(times[1]), aim)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for one measurement, with the program's own data in it too."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as name, own_data(Path(name)):
        yield Path(name)


@contextmanager
def own_data(folder: Path) -> Iterator[None]:
    """Let the program keep the data of its user in ``folder``."""
    before = os.environ.get("FRONTDESK_DATA")
    os.environ["FRONTDESK_DATA"] = str(folder / "data")
    try:
        yield
    finally:
        if before is None:
            del os.environ["FRONTDESK_DATA"]
        else:
            os.environ["FRONTDESK_DATA"] = before


@contextmanager
def opened(address: str) -> Iterator[store.Store]:
    """A store, open for the measurement."""
    one = store.open_store(address)
    try:
        yield one
    finally:
        store.close(one)
