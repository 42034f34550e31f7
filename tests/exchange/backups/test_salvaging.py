"""Salvage: every row that is not on a damaged page comes back, in a new store; the damaged one is not touched."""

from __future__ import annotations

import errno
import random
import shutil
from pathlib import Path

import pytest

from exchange import backing_up, disk, salvaging, shelf
from exchange.shelf import Reason
from models.catalog.actions import ItemForm, add_item
from models.checking import searching
from models.kernel import keys, numbering, store
from models.kernel.errors import RuleError, StorageError
from models.kernel.tables import run_sql
from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.stores import everything, files_of, the_owner
from tests.models.shops import Shop, opened

PAGE = 4096


def pages_of(folder: Path) -> tuple[set[int], set[int]]:
    """The pages that make up the list of tables (1 first), and all others."""
    file = store.encrypted_file(folder / "store.db", keys.unlock(folder), journal="delete")
    with file.connection_context():
        count = file.execute_sql("PRAGMA page_count").fetchone()[0]
    return {1}, set(range(2, count + 1))


def damage(folder: Path, pages: list[int]) -> None:
    """One bit flipped on each of these pages."""
    content = bytearray((folder / "store.db").read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 100] ^= 1
    (folder / "store.db").write_bytes(content)


def grown(folder: Path, people: Shop) -> dict[str, list[tuple[object, ...]]]:
    """More rows than fit one page; returns all."""
    with opened(str(folder)):
        for number in range(60):
            add_item(people.owner, ItemForm(f"N{number}", "accessory", f"脚垫{number}", number, "长" * 190))
    return everything(folder)


@has_long_form
def test_what_is_not_damaged_comes_back(folder: Path, people: Shop, tmp_path: Path) -> None:
    whole = grown(folder, people)
    _first, others = pages_of(folder)
    salvaged = refused = 0
    for seed in range(campaign(8, 300)):
        dice = random.Random(seed)
        bent = Path(shutil.copytree(folder, tmp_path / f"bent{seed}.desk"))
        damage(bent, dice.sample(sorted(others), dice.randint(1, 3)))
        before = files_of(bent)
        try:
            told = salvaging.salvage(bent)
        except StorageError:
            refused += 1
            continue
        finally:
            assert files_of(bent) == before
        salvaged += 1
        assert told.folder == tmp_path / f"bent{seed}.salvaged-1.desk"
        if told.opens:
            with opened(str(told.folder)):
                the_owner()
        back = everything(told.folder)
        for table in told.tables:
            if table.name in ("audit_line", "audit_head", "counter", "search_entry", "staff"):
                continue
            rows = back[table.name]
            assert set(rows) <= set(whole[table.name])
            assert len(rows) == table.read
            assert table.given_up or len(whole[table.name]) - len(rows) <= table.lost
        assert told.read > 100
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert salvaged > 2 * refused


def test_a_store_that_is_whole_comes_back_whole(folder: Path, people: Shop) -> None:
    whole = grown(folder, people)
    told = salvaging.salvage(folder)
    assert (told.lost, told.dangling, told.broken_lines, told.opens) == (0, 0, 0, True)
    back = everything(told.folder)
    assert {name: rows for name, rows in back.items() if name not in ("audit_line", "audit_head", "search_entry")} == {
        name: rows for name, rows in whole.items() if name not in ("audit_line", "audit_head", "search_entry")
    }
    assert back["audit_line"][: len(whole["audit_line"])] == whole["audit_line"]
    assert salvaging.salvage(folder).folder.name == "shop.salvaged-2.desk"


def test_lost_counters_and_a_lost_head_are_made_again(folder: Path, people: Shop) -> None:
    with opened(str(folder)):
        before = numbering.series()
        run_sql("DELETE FROM counter")
        run_sql("DELETE FROM audit_head")
        run_sql("DELETE FROM search_entry")
    told = salvaging.salvage(folder)
    with opened(str(told.folder)):
        assert numbering.series() == before
        assert [*searching.records(), *searching.entries()] == []
        add_item(people.owner, ItemForm("NEW", "accessory", "new", 1))


def test_without_its_key_file_the_backups_open_it(folder: Path) -> None:
    backing_up.back_up(folder, Reason.ASKED)
    (folder / "keys.json").write_text("{")
    assert salvaging.salvage(folder).lost == 0


def test_what_cannot_be_salvaged_leaves_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = sorted(path.name for path in tmp_path.iterdir())
    with monkeypatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
        with pytest.raises(RuleError) as error:
            salvaging.salvage(folder)
        assert error.value.field == "passphrase"
    damage(folder, [1])
    with pytest.raises(StorageError, match="beginning is damaged"):
        salvaging.salvage(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_the_damaged_store_and_its_backups_still_open_here_afterwards(folder: Path) -> None:
    """Nobody may need the recovery code for a second try."""
    backup = backing_up.back_up(folder, Reason.ASKED).backup
    salvaging.salvage(folder)
    assert keys.unlock(folder) == keys.unlock(backup.path)


def test_another_stores_backup_beside_it_does_not_stand_in_for_its_key_file(folder: Path, tmp_path: Path) -> None:
    backing_up.back_up(folder, Reason.ASKED)
    other = tmp_path / "other.desk"
    store.create(str(other))
    shutil.copytree(backing_up.back_up_to(other, tmp_path / "out").path, shelf.home_of(folder) / "shop-000009.backup")
    (folder / "keys.json").unlink()
    assert salvaging.salvage(folder).lost == 0


def test_what_the_drive_cannot_read_costs_its_own_rows_alone(
    folder: Path, people: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sector that has gone bad is not read as something else: reading it fails."""
    whole = grown(folder, people)
    _first, others = pages_of(folder)
    bad = {max(others) - 7, max(others) - 30}

    class Worn(disk.Disk):
        def read_at(self, handle: int, place: int, count: int) -> bytes:
            if any(place < page * PAGE and (page - 1) * PAGE < place + count for page in bad):
                raise OSError(errno.EIO, "Input/output error")
            return super().read_at(handle, place, count)

    monkeypatch.setattr(disk, "disk", Worn())
    told = salvaging.salvage(folder)
    back = everything(told.folder)
    assert sum(len(back[table.name]) for table in told.tables) > sum(map(len, whole.values())) - 60
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []
    bad.add(1)
    with pytest.raises(StorageError, match="does not answer"):
        salvaging.salvage(folder)
