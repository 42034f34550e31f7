"""A disk that fails once, at a write, flush, rename or close: nothing finished is partial, nothing fails in silence."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.faulty_disk import KILLED, KINDS, MADE, REFUSED

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[3]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shim that stands between the program and its disk."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not compiler or not sys.platform.startswith("linux"):
        pytest.skip("a C compiler makes the disk that fails; tests of the disk's own module stand in for it")
    made = str(tmp_path_factory.mktemp("shim") / "faulty_disk.so")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, str(HERE / "faulty_disk.c"), "-ldl"], check=True)
    return made


@has_long_form
@pytest.mark.parametrize(("what", "short"), [("backup", 2), ("restore", 1)])
def test_one_fault_anywhere_costs_nothing(library: str, folder: Path, what: str, short: int) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "tests.exchange.backups.faulty_disk", library, str(folder), what]
    environment = {**os.environ, "LD_PRELOAD": library}
    done = subprocess.run(
        [*command, str(campaign(short, 400))], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = [tuple(each) for each in json.loads(done.stdout)]
    assert [each for each in told if not each[3] or each[2] not in (MADE, REFUSED, KILLED)] == [], done.stderr[-2000:]
    ends = Counter((kind, code) for kind, _call, code, _sound in told)
    assert {kind for kind, _code in ends} == set(KINDS)
    assert ends["killed", KILLED] >= short
    for kind in ("error", "full"):
        assert ends[kind, REFUSED] >= 2, "what the disk refuses is told"
