"""Shops for the tests of what is carried in and out: those of the models' tests."""

from pathlib import Path

import pytest

from exchange import drives
from tests.models.conftest import (
    folder_shop,
    folder_template,
    fresh_program,
    server_shop,
    server_template,
    shop,
)

__all__ = ["folder_shop", "folder_template", "fresh_program", "server_shop", "server_template", "shop"]


@pytest.fixture
def fat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick of which the system says that it is FAT; its files end early, so that a test need not write 4 GB."""
    place = tmp_path / "FAT stick"
    place.mkdir()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sdb1 {str(place).replace(' ', chr(92) + '040')} vfat rw 0 0\n/dev/sda1 / ext4 rw 0 0\n")
    monkeypatch.setattr(drives, "_MOUNTS", mounts)
    monkeypatch.setattr(drives, "FAT_LIMIT", 1_000_000)
    return place


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place
