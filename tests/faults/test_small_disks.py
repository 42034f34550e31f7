"""A full or read-only disk is told as such, costs nothing that was saved, and work goes on once there is room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models.catalog.actions import ItemForm, add_item
from models.catalog.lists import items
from models.kernel import audit
from models.kernel.errors import StorageError
from models.kernel.tables import run_sql
from tests.faults.small_disks import SIZES
from tests.models.shops import Shop, opened

ROOT = Path(__file__).parents[2]
FULL = "The disk is full. Everything saved before is safe. Make room, then do it again."
LOCKED = "The store's folder cannot be written. Everything saved before is safe. Check the drive's lock."


@pytest.fixture(scope="module")
def own_mounts() -> list[str]:
    """What to put before a command so that it may mount disks which nobody else sees."""
    for way in (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]):
        try:
            subprocess.run([*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return way
    pytest.skip("this machine lets nobody mount disks; the limit on pages below stands in for them")


@pytest.fixture
def told(own_mounts: list[str], closed_shop: Shop, tmp_path: Path) -> dict[str, Any]:
    """What happened on the small disks."""
    place = tmp_path / "disk"
    place.mkdir()
    people = {name: getattr(closed_shop, name).id for name in ("consultant", "reception", "cashier")}
    command = [*own_mounts, sys.executable, "-m", "tests.faults.small_disks", closed_shop.address, str(place)]
    command.append(json.dumps({**people, "car": closed_shop.car}))
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=os.environ.copy(), timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_disks_of_many_sizes(told: dict[str, Any]) -> None:
    assert len(told["filled"]) == SIZES
    for disk in told["filled"]:
        assert disk["told"] == [FULL] * 3
        assert disk["after"] == 1, "work goes on after room was made"
        assert disk["sound"]
    worked = [disk["before"] for disk in told["filled"]]
    assert worked[-1] > worked[0] >= 0
    *too_small, large = told["made"]
    assert large == "made"
    assert too_small[0] == f"{FULL} []", "whole or not at all"
    assert set(too_small) <= {f"{FULL} []", "made"}
    assert told["read_only"] == [LOCKED, LOCKED, "opened", "['shop.desk']"]


def test_a_store_that_may_not_grow(closed_shop: Shop) -> None:
    """The same without a disk of one's own: SQLite itself says that there is no more room."""
    with opened(closed_shop.address):
        before = len(items(closed_shop.owner))
        grown = run_sql("PRAGMA page_count").fetchone()[0] + 3
        run_sql(f"PRAGMA max_page_count = {grown}")
        added = fill(closed_shop)
        assert 0 < added < 2000
        assert len(items(closed_shop.owner)) == before + added
        assert list(audit.broken_lines()) == []
        run_sql("PRAGMA max_page_count = 1000000")
        assert add_item(closed_shop.owner, ItemForm("MORE", "accessory", "more", 1)).id
    with opened(closed_shop.address):
        assert len(items(closed_shop.owner)) == before + added + 1


def fill(shop: Shop) -> int:
    """Add items until the store is full; returns how many."""
    for number in range(2000):
        try:
            add_item(shop.owner, ItemForm(f"N{number}", "accessory", "脚垫", 1, "长" * 200))
        except StorageError as error:
            assert str(error) == FULL  # noqa: PT017 - what ends the loop is what is looked at
            return number
    return 2000
