"""From start to the first painted window with a store open, against a bare window of five tabs: time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Ratio, temporary_folder
from models.sample import build
from tools import catalogs

_ROOT = Path(__file__).resolve().parents[1]


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Yields time and memory at the first paint, with a store of 100,000 customers (200 in the short form)."""
    catalogs.compile_all(_ROOT)  # as in every installed program; without, the window would do it at its start
    with temporary_folder() as folder:
        address = str(folder / "bench.desk")
        build.make(address, customers=200 if quick else 100_000)
        ours, bare = [], []
        for _round in range(3 if quick else 15):
            ours.append(_first_paint("bench.our_window", address))
            bare.append(_first_paint("bench.bare_window"))
    for name, place in (("start to first paint, seconds", 0), ("start to first paint, MB", 1)):
        median, peer = (statistics.median(each[place] for each in measured) for measured in (ours, bare))
        yield Ratio(f"{name} / bare five-tab window", median, peer, aim=1.5)


def _first_paint(module: str, *arguments: str) -> tuple[float, float]:
    """Seconds from the start of the process to its first paint, and the MB it holds then."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # This platform grumbles at every window, and ours would open its log for that; a real one does not.
    environment.setdefault("QT_LOGGING_RULES", "default.warning=false")
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().split()
        taken = time.perf_counter() - start
    if not said or said[0] != "painted":
        raise RuntimeError(f"{module} painted nothing")
    return taken, float(said[1])
