"""Backups: whole, verified, numbered, pruned, carried elsewhere; and what restoring one gives back."""

from __future__ import annotations

import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from exchange import backing_up, disk, examining, restoring, shelf
from exchange.shelf import Reason
from exchange.writing import MANIFEST
from models import migrations
from models.catalog.actions import ItemForm, add_item
from models.kernel import audit, keys, store
from models.kernel.errors import NotAllowed, RuleError, StorageError
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.papers.lists import attachments, content
from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.conftest import SCAN
from tests.exchange.backups.stores import altered, but_the_trail, everything, files_of, the_owner
from tests.models.shops import Shop, opened
from tests.models.stores import dumps


def backed_up(folder: Path, reason: Reason = Reason.ASKED) -> Path:
    """A backup beside the store."""
    return backing_up.back_up(folder, reason).backup.path


def restore(backup: Path, folder: Path, words: str = "") -> restoring.Restored:
    """Restore as the owner."""
    return restoring.restore(examining.source_of(backup), folder, the_owner, words)


def test_a_backup_stands_beside_the_store_with_all_it_says(folder: Path, people: Shop) -> None:
    with opened(str(folder)):
        lines = run_sql("SELECT lines FROM audit_head").fetchone()[0]
        made = backing_up.back_up(folder, Reason.HOURS).backup
    assert made == shelf.newest(folder)
    assert made.path == folder.parent / "shop.backups" / "shop-000001.backup"
    assert sorted(path.name for path in made.path.iterdir()) == [MANIFEST, "keys.json", "store.db"]
    assert (made.number, made.reason, made.schema, made.lines) == (1, Reason.HOURS, migrations.LATEST, lines)
    assert made.size == (made.path / "store.db").stat().st_size
    assert {path.stat().st_mode & 0o077 for path in made.path.rglob("*")} == {0}
    for path in made.path.iterdir():
        assert "欧阳".encode() not in path.read_bytes()
    inside = examining.examine(examining.source_of(made.path))
    assert (inside.shop, inside.customers, inside.contracts, inside.payments, inside.attachments) == (
        *("远航汽车", 1, 1, 1, 1),
    )
    assert (inside.fen, inside.schema) == (1_000_000, migrations.LATEST)


@has_long_form
def test_rounds_with_a_writer_at_work_give_back_every_row_and_attachment(folder: Path, people: Shop) -> None:
    """What is restored is the store as it was at one moment between two actions, every byte of it."""
    rounds = campaign(3, 50)
    stop, wrote = threading.Event(), threading.Event()
    backups = []

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            add_item(people.owner, ItemForm(f"W{number}", "accessory", f"脚垫{number}", number, "长" * 190))
            wrote.set()
            stop.wait(0.01)
        store.close_connection()

    with opened(str(folder)):
        writer = threading.Thread(target=write)
        writer.start()
        for _round in range(rounds):
            wrote.clear()
            assert wrote.wait(20)
            backups.append(backing_up.back_up_to(folder, folder.parent / f"out{_round}").path)
        stop.set()
        writer.join()
    whole = everything(folder)
    seen = []
    for backup in backups:
        restored = restore(backup, folder.with_name("back.desk"))
        back = everything(Path(restored.address))
        items = len(back["item"])
        seen.append(items)
        lines = examining.examine(examining.source_of(backup)).held.lines
        assert back["item"] == whole["item"][:items]
        assert back["attachment"] == whole["attachment"]
        assert back["audit_line"][:lines] == whole["audit_line"][:lines]
        assert lines - items == seen_lines(whole) - len(whole["item"]), "never half an action"
        with opened(restored.address):
            assert list(audit.broken_lines()) == []
    assert len(set(seen)) == rounds, "the writer was at work in between"


def seen_lines(rows: dict[str, list[tuple[object, ...]]]) -> int:
    """How long the trail is."""
    return len(rows["audit_line"])


def test_restoring_gives_back_everything_and_keeps_the_present_store_aside(folder: Path, people: Shop) -> None:
    before = everything(folder)
    backup = backed_up(folder)
    with opened(str(folder)):
        add_item(people.owner, ItemForm("LATER", "accessory", "later", 1))
    later = files_of(folder)
    restored = restore(backup, folder)
    assert but_the_trail(everything(folder)) == but_the_trail(before)
    assert restored.aside == folder.with_name("shop.before-restore-1.desk")
    assert files_of(restored.aside) == later
    with opened(str(folder)):
        (attachment,) = attachments("customer", 1)
        assert content(attachment.id) == SCAN
        assert list(audit.broken_lines()) == []
        assert run_sql("SELECT action FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()[0] == "shop.restored"
    again = restore(backup, folder)
    assert again.aside == folder.with_name("shop.before-restore-2.desk")
    assert not store.restored_beside(folder).exists()
    assert [path.name for path in folder.parent.glob(".*")] == []


def test_who_may_not_restores_nothing(folder: Path, people: Shop) -> None:
    backup = backed_up(folder)
    before = files_of(folder)
    for role in set(Role) - {Role.OWNER, Role.ADMINISTRATOR}:
        with pytest.raises(NotAllowed):
            restoring.restore(examining.source_of(backup), folder, lambda role=role: Actor(3, "", frozenset({role})))
    with opened(str(folder)), pytest.raises(StorageError, match="open in another window"):
        restore(backup, folder)
    assert files_of(folder) == before
    assert sorted(path.name for path in folder.parent.iterdir()) == ["shop.backups", "shop.desk"]


def test_a_backup_elsewhere_opens_with_the_words_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another PC neither this PC's slot nor its keyring is there: passphrase or code, and nothing else."""
    stick = tmp_path / "stick"
    stick.mkdir()
    made = backing_up.back_up(folder, Reason.CLOSE, str(stick))
    assert made.second is not None
    assert made.second.number == made.backup.number
    assert b"this_pc" in (made.backup.path / "keys.json").read_bytes()
    assert b"this_pc" not in (made.second.path / "keys.json").read_bytes()
    assert (made.second.path / "store.db").read_bytes() == (made.backup.path / "store.db").read_bytes()
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
    target = tmp_path / "elsewhere" / "shop.desk"
    for words, said in (("", "does not know"), ("wrong words", "Neither")):
        with pytest.raises(RuleError, match=said) as error:
            restore(made.second.path, target, words)
        assert error.value.field == "passphrase"
    assert not target.exists()
    restore(made.second.path, target, "open sesame")
    assert but_the_trail(everything(target))["customer"]


def test_the_passphrase_of_today_opens_what_was_backed_up_under_an_older_one(folder: Path) -> None:
    backup = backed_up(folder)
    keys.set_words(folder, keys.PASSPHRASE, keys.unlock(folder), "another passphrase")
    restore(backup, folder)
    assert keys.unlock(folder)
    content = (folder / "keys.json").read_bytes()
    assert content == (folder.with_name("shop.before-restore-1.desk") / "keys.json").read_bytes()


@pytest.mark.parametrize("version", [v for v in dumps.versions() if v < migrations.LATEST])
def test_a_backup_of_an_older_version_is_upgraded(folder: Path, tmp_path: Path, version: int) -> None:
    old = tmp_path / "old.desk"
    dumps.load_folder(version, old)
    counts = {name: len(rows) for name, rows in _plain_rows(old).items()}
    backup = backing_up.back_up(old, Reason.ASKED).backup
    assert backup.schema == version
    before = files_of(backup.path)
    restore(backup.path, folder)
    after = everything(folder)
    assert {name: len(after[name]) for name in counts if name not in ("audit_line", "rotation_day")} == {
        name: count for name, count in counts.items() if name not in ("audit_line", "rotation_day")
    }
    with opened(str(folder)):
        assert run_sql("PRAGMA user_version").fetchone()[0] == migrations.LATEST
    assert files_of(backup.path) == before


def _plain_rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Rows of a store as it is, without opening (which upgrades)."""
    file = store.encrypted_file(folder / "store.db", keys.unlock(folder), journal="delete")
    with file.connection_context():
        names = [name for name in file.get_tables() if not name.startswith(("sqlite_", "search_grams"))]
        return {name: file.execute_sql(f'SELECT * FROM "{name}"').fetchall() for name in names}


BOOBY_TRAPS = [
    "CREATE TRIGGER t AFTER INSERT ON payment BEGIN UPDATE payment SET amount = 1; END",
    "CREATE VIEW payment_view AS SELECT * FROM payment",
    "CREATE TABLE extra (id INTEGER PRIMARY KEY)",
    "CREATE INDEX extra ON payment (amount)",
    "DROP TRIGGER rotation_event_no_update",
    "PRAGMA writable_schema = 1;;UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'payment'",
    f"PRAGMA user_version = {migrations.LATEST + 1}",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 7",
]


@pytest.mark.parametrize("sql", BOOBY_TRAPS)
def test_what_is_newer_foreign_or_booby_trapped_is_refused(folder: Path, tmp_path: Path, sql: str) -> None:
    bent = altered(folder, tmp_path / "bent.desk", sql)
    backup = backed_up(bent)
    before = files_of(folder)
    with pytest.raises(StorageError, match=r"newer version|another program|not the program's"):
        restore(backup, folder)
    assert files_of(folder) == before
    assert not list(folder.parent.glob(".*"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE setting SET value = '{' WHERE name = 'profile'",
        "UPDATE payment SET created_at = 9000000000000000000",
    ],
)
def test_whole_and_yet_not_what_the_program_writes(folder: Path, tmp_path: Path, sql: str) -> None:
    """Nothing in a backup is trusted to be what the program would have put there."""
    bent = altered(folder, tmp_path / "bent.desk", sql)
    with pytest.raises(StorageError, match="backup is damaged"):
        restore(backed_up(bent), folder)


def test_a_store_that_can_record_nothing_any_more_is_told(folder: Path, tmp_path: Path) -> None:
    bent = altered(folder, tmp_path / "bent.desk", "DELETE FROM audit_head")
    with pytest.raises(StorageError, match="head of its trail"):
        backed_up(bent)


@pytest.mark.parametrize("what", ["file.txt", "folder", "gone", "shop.desk", "store.db"])
def test_what_is_no_backup_is_told(folder: Path, tmp_path: Path, what: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError, match="no backup"):
        examining.source_of(folder / what if what == "store.db" else tmp_path / what)


def test_a_renamed_backup_and_a_folder_of_them_are_found(folder: Path, tmp_path: Path) -> None:
    """People copy folders by hand; what a folder is called proves nothing, its manifest does."""
    first, second = backed_up(folder), backed_up(folder)
    assert [each.path for each in examining.sources_at(first.parent)] == [second, first]
    assert [each.path for each in examining.sources_at(first)] == [first]
    renamed = Path(shutil.copytree(first, tmp_path / "备份 (2)"))
    assert examining.examine(examining.source_of(renamed)).customers == 1
    shutil.copytree(first, tmp_path / "unfinished.part")
    (tmp_path / "empty").mkdir()
    for nothing in ("unfinished.part", "empty", "shop.desk"):
        with pytest.raises(StorageError, match="no backup"):
            examining.sources_at(tmp_path / nothing)
    other = tmp_path / "other.desk"
    store.create(str(other))
    backing_up.back_up_to(other, first.parent)
    with pytest.raises(StorageError, match="several stores"):
        examining.sources_at(first.parent)


@has_long_form
def test_mutated_backups_are_refused_and_the_store_stays(folder: Path, tmp_path: Path) -> None:
    """A bit flipped or a cut anywhere in any of the three files: refused, and the store is as it was, byte for byte."""
    backup = backed_up(folder)
    whole, before = files_of(backup), files_of(folder)
    rounds = campaign(40, 1200)
    for name, bytes_of in whole.items():
        for place in range(0, len(bytes_of), max(1, len(bytes_of) // rounds)):
            bent = bytearray(bytes_of)
            bent[place] ^= 1 << place % 8
            for mutated in (bytes(bent), bytes_of[:place]):
                (backup / name).write_bytes(mutated)
                with pytest.raises((StorageError, RuleError)):
                    restore(backup, folder)
        (backup / name).write_bytes(bytes_of)
        (backup / name).rename(backup / "away")
        with pytest.raises(StorageError):
            restore(backup, folder)
        (backup / "away").rename(backup / name)
    assert files_of(folder) == before
    assert restore(backup, folder).aside


def test_parts_of_two_backups_do_not_make_one(folder: Path, people: Shop) -> None:
    first = backed_up(folder)
    with opened(str(folder)):
        add_item(people.owner, ItemForm("LATER", "accessory", "later", 1))
    second = backed_up(folder)
    for name in ("store.db", MANIFEST):
        mixed = Path(shutil.copytree(second, first.with_name(f"shop-00000{9 if name == MANIFEST else 8}.backup")))
        shutil.copy(first / name, mixed / name)
        with pytest.raises(StorageError, match="damaged"):
            restore(mixed, folder)


def test_pruning_leaves_others_alone_and_counts_on_from_the_highest(folder: Path, tmp_path: Path) -> None:
    """Nine of one day: the newest seven stay. What is another's or unreadable stays too."""
    home = shelf.home_of(folder)
    for _ in range(9):
        backed_up(folder)
    (home / "shop-000040.backup").mkdir()
    (home / "notes.txt").write_text("mine")
    other = Path(shutil.copytree(home / "shop-000009.backup", home / "other-000050.backup"))
    text = (other / MANIFEST).read_text().replace(keys.name_of(folder), "00" * 16)
    (other / MANIFEST).write_text(text)
    made = backed_up(folder)
    assert made.name == "shop-000051.backup"
    kept = [*(f"shop-{number:06d}.backup" for number in (4, 5, 6, 7, 8, 9, 40, 51)), "notes.txt", other.name]
    assert sorted(path.name for path in home.iterdir()) == sorted(kept)
    assert shelf.unreadable(home) == [home / "shop-000040.backup"]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_cut_off_between_the_two_renames_opening_brings_the_restored_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever rename is the last that happens, what opens is the old store or the restored one, whole."""
    backup = backed_up(folder)
    with opened(str(folder)):
        run_sql("UPDATE setting SET value = value || ' '")
    old, restored = files_of(folder), None

    class Cut(disk.Disk):
        left = 0

        def rename(self, old: Path, new: Path) -> None:
            if self.left == 0:
                os._exit(9)
            self.left -= 1
            super().rename(old, new)

    for left in range(6):
        child = os.fork()
        if not child:
            cut = Cut()
            cut.left = left
            disk.disk = cut
            restore(backup, folder)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == 0:
            break
        assert code == 9
        waiting = store.restored_beside(folder).exists()
        if folder.exists():
            assert files_of(folder) == old
            with opened(str(folder)):
                pass
            assert not store.restored_beside(folder).exists(), "a restore that never began to swap is forgotten"
            old = files_of(folder)
        else:
            assert waiting
            with opened(str(folder)):
                restored = run_sql("SELECT action FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()[0]
            shutil.rmtree(folder)
            folder.with_name("shop.before-restore-1.desk").rename(folder)
    assert code == 0
    assert left >= 3
    assert restored == "shop.restored"


def test_numbers_go_on_under_any_clock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from models.kernel import clock

    first = backing_up.back_up(folder, Reason.HOURS).backup
    with clock.standing_at(datetime(1999, 1, 1, tzinfo=UTC)):
        second = backing_up.back_up(folder, Reason.HOURS).backup
    with clock.standing_at(datetime(2090, 1, 1, tzinfo=UTC)):
        third = backing_up.back_up(folder, Reason.HOURS).backup
    assert [each.number for each in shelf.backups(shelf.home_of(folder))] == [3, 2, 1]
    assert shelf.newest(folder) == third
    assert (first.number, second.number) == (1, 2)
    assert replace(third, path=first.path) != first


def test_with_a_sample_store_only_its_own_backups_go(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.desk"
    store.create(str(other))
    home = shelf.home_of(folder)
    backed_up(folder)
    backed_up(folder)
    theirs = backing_up.back_up_to(other, home).path
    (home / "shop-000009.backup.part").mkdir()
    backing_up.forget(folder, keys.name_of(folder))
    assert list(home.iterdir()) == [theirs]
    backing_up.forget(other.with_name("shop.desk"), keys.name_of(other))
    assert not home.exists()
