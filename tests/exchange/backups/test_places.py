"""Where backups go: a second place, a full drive, one of FAT."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from exchange import backing_up, disk, examining, shelf
from exchange.shelf import Reason
from models.kernel.errors import StorageError


def test_a_second_place_that_is_gone_or_protected_costs_only_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = backing_up.back_up(folder, Reason.HOURS, str(tmp_path / "pulled"))
    assert gone.second is None
    assert "Plug the drive in" in str(gone.trouble)
    in_the_way = tmp_path / "stick"
    in_the_way.mkdir()
    (in_the_way / "shop-000002.backup.part").write_text("left by a drive pulled out")
    (in_the_way / "shop-000001.backup").mkdir()
    made = backing_up.back_up(folder, Reason.HOURS, str(in_the_way))
    assert made.second is not None
    assert made.backup.number == made.second.number == 3
    assert sorted(path.name for path in in_the_way.iterdir()) == ["shop-000001.backup", "shop-000003.backup"]
    before = [path.name for path in in_the_way.iterdir()]
    for code, told in ((errno.EROFS, "write-protected"), (errno.EIO, "pulled out")):
        monkeypatch.setattr(disk, "disk", _Stick(in_the_way, code))
        made = backing_up.back_up(folder, Reason.HOURS, str(in_the_way))
        assert told in str(made.trouble)
        assert [path.name for path in in_the_way.iterdir()] == before
        assert examining.examine(examining.source_of(made.backup.path)).customers == 1


class _Stick(disk.Disk):
    """A drive that gives up when something is written to it."""

    def __init__(self, place: Path, code: int) -> None:
        self._place, self._code = place, code

    def create(self, path: Path, *, past_cache: bool = False) -> int:
        if path.is_relative_to(self._place):
            raise OSError(self._code, os.strerror(self._code), str(path))
        return super().create(path, past_cache=past_cache)


def test_a_full_drive_is_told_before_anything_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(disk.Disk):
        def free(self, place: Path) -> int:
            return 1000

    backing_up.back_up(folder, Reason.ASKED)
    monkeypatch.setattr(disk, "disk", Full())
    with pytest.raises(StorageError, match="MB free"):
        backing_up.back_up(folder, Reason.ASKED)
    assert [path.name for path in shelf.home_of(folder).iterdir()] == ["shop-000001.backup"]


def test_a_second_place_on_fat_is_refused_a_store_it_cannot_hold(folder: Path, fat: Path) -> None:
    """The backup beside the store stands; nothing is begun on the stick."""
    made = backing_up.back_up(folder, Reason.ASKED, str(fat))
    assert made.trouble is not None
    assert "FAT32" in str(made.trouble)
    assert (made.second, list(fat.iterdir())) == (None, [])
    assert [each.path for each in shelf.backups(shelf.home_of(folder))] == [made.backup.path]
    with pytest.raises(StorageError, match="FAT32"):
        backing_up.back_up_to(folder, fat)
    assert not list(fat.iterdir())
