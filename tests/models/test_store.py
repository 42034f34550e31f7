"""Stores are made whole or not at all, opened by one program, and closed into one file."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

import models
from models import migrations
from models.customers.lists import customer_file
from models.kernel import audit, keys, settings, store
from models.kernel.errors import RuleError, StorageError
from models.kernel.tables import Table, database, run_sql
from models.shop.actions import Founding, found
from models.shop.profile import Profile, profile
from tests.models.shops import PROFILE, Shop, customer, opened

ROOT = Path(__file__).parents[2]
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "application_id": store.APPLICATION_ID,
    "user_version": migrations.LATEST,
}


def all_tables() -> list[type]:
    """Every table of the program."""
    for module in pkgutil.walk_packages(models.__path__, "models."):
        if module.name.endswith(".tables"):
            importlib.import_module(module.name)
    return [table for table in descendants(Table) if not table.__subclasses__()]


def descendants(table: type) -> Iterator[type]:
    """Every class below this one."""
    for each in table.__subclasses__():
        yield each
        yield from descendants(each)


def test_a_new_store_is_empty_and_sound(empty_address: str) -> None:
    store.create(empty_address)
    with opened(empty_address) as made:
        assert profile() == Profile("")
        assert list(audit.broken_lines()) == []
        assert made.address == empty_address
        assert all(table.select().count() == 0 for table in all_tables())


def test_a_store_is_never_made_where_something_is(shop: Shop) -> None:
    address = shop.address
    with pytest.raises(StorageError, match="already something"):
        store.create(address)
    assert profile() == PROFILE


def test_a_store_is_never_made_in_a_folder_with_files(tmp_path: Path) -> None:
    folder = tmp_path / "letters.desk"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear")
    with pytest.raises(StorageError):
        store.create(str(folder))
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_an_empty_folder_may_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "new.desk").mkdir()
    store.create(str(tmp_path / "new"))
    with opened(str(tmp_path / "new")) as made:
        assert made.name == "new"


def test_a_failed_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.upgrade, "lay_foundation", fail)
    with pytest.raises(StorageError, match="full"):
        store.create(str(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


def test_a_failed_making_on_the_server_leaves_nothing(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(store.upgrade, "lay_foundation", fail)
    with pytest.raises(StorageError):
        store.create(postgres_url)
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_store_is_founded_once(shop: Shop) -> None:
    with pytest.raises(RuleError, match="already been set up"):
        found(Founding(Profile("另一家"), "furniture", "李总", "1357"))
    assert profile() == PROFILE


def test_founding_that_fails_writes_nothing(empty_address: str) -> None:
    store.create(empty_address)
    with opened(empty_address):
        for founding, field in (
            (Founding(Profile(" "), "furniture", "李总", "1357"), "name"),
            (Founding(Profile("店"), "no_such_trade", "李总", "1357"), "code"),
            (Founding(Profile("店"), "furniture", "", "1357"), "name"),
            (Founding(Profile("店"), "furniture", "李总", "1111"), "pin"),
            (Founding(Profile("店\ud800"), "furniture", "李总", "1357"), "name"),
            (Founding(Profile("店" * 10_000), "furniture", "李总", "1357"), "name"),
        ):
            with pytest.raises(RuleError) as refused:
                found(founding)
            assert refused.value.field == field
        assert profile() == Profile("")
        assert run_sql("SELECT count(*) FROM audit_line").fetchone()[0] == 0


def test_the_pragmas_are_read_back(folder_shop: Shop) -> None:
    for name, value in PRAGMAS.items():
        assert run_sql(f"PRAGMA {name}").fetchone()[0] == value, name
    assert run_sql("PRAGMA cipher_version").fetchone()[0]


def test_each_thread_has_the_same_pragmas(folder_shop: Shop) -> None:
    values: list[object] = []

    def read() -> None:
        values.extend(run_sql(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS)
        store.close_connection()

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert values == list(PRAGMAS.values())


def test_every_table_is_strict(folder_shop: Shop) -> None:
    listed = run_sql("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").fetchall()
    own = {name: strict for name, strict in listed if not name.startswith(("sqlite_", "search_grams"))}
    assert len(own) > 15
    assert set(own.values()) == {1}


def test_a_transaction_takes_the_turn_at_once(folder_shop: Shop) -> None:
    """Two actions that read before they write must wait for each other, not fail at the second's write."""
    assert database.obj._lock_type == "IMMEDIATE" if hasattr(database.obj, "_lock_type") else True
    inside, result = threading.Event(), []

    def other() -> None:
        inside.wait(10)
        with store.transaction():
            result.append(settings.read("turn"))
        store.close_connection()

    thread = threading.Thread(target=other)
    thread.start()
    with store.transaction():
        settings.read("turn")
        inside.set()
        settings.write("turn", "first")
        assert result == []
    thread.join(20)
    assert result == ["first"]


def test_all_or_nothing(shop: Shop) -> None:
    def fail() -> None:
        with store.transaction():
            settings.write("half", 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert settings.read("half") is None


def test_a_closed_store_is_one_file_and_opens_again(folder_shop: Shop, tmp_path: Path) -> None:
    file_id = customer(folder_shop)
    database.execute_sql("SELECT 1")
    folder = Path(folder_shop.address)
    assert (folder / "store.db-wal").stat().st_size > 0
    store.close(store.Store(folder_shop.address, folder))
    assert not (folder / "store.db-wal").exists()
    database.connect()
    assert customer_file(folder_shop.owner, file_id).name == "欧阳䶮"


def test_a_store_is_open_in_one_program_only(folder_shop: Shop, user_data: Path) -> None:
    program = "import sys; from models.kernel import store\n"
    program += "from models.kernel.errors import StorageError\n"
    program += "try: store.open_store(sys.argv[1]); print('opened')\n"
    program += "except StorageError as error: print(error)\n"
    command = [sys.executable, "-c", program, folder_shop.address]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert "open in another window" in said.stdout
    assert customer(folder_shop)


def test_many_programs_may_open_a_server(server_shop: Shop) -> None:
    program = "import sys; from models.kernel import store\n"
    program += "store.open_store(sys.argv[1]); from models.shop.profile import profile; print(profile().name)\n"
    command = [sys.executable, "-c", program, server_shop.address]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert said.stdout.strip() == PROFILE.name


def test_files_belong_to_this_user_alone(folder_shop: Shop, user_data: Path) -> None:
    customer(folder_shop)
    kept = [*Path(folder_shop.address).iterdir(), *(user_data / "keys").iterdir()]
    for path in kept:
        if path.name != "in-use.lock":
            assert path.stat().st_mode & 0o077 == 0, path.name


def test_the_address_may_leave_out_the_suffix(tmp_path: Path) -> None:
    assert store.folder_of(str(tmp_path / "远航")) == tmp_path / "远航.desk"
    assert store.folder_of(str(tmp_path / "a.b")) == tmp_path / "a.b.desk"
    assert store.folder_of(str(tmp_path / "远航.desk")) == tmp_path / "远航.desk"


def test_a_password_never_shows_in_a_message(postgres_url: str) -> None:
    address = postgres_url.replace("frontdesk@", "frontdesk:geheim@")
    with pytest.raises(StorageError) as missing:
        store.open_store(address)
    assert "geheim" not in str(missing.value)


def test_the_key_is_not_in_the_store(folder_shop: Shop) -> None:
    folder = Path(folder_shop.address)
    key = keys.unlock(folder)
    for path in folder.iterdir():
        content = path.read_bytes()
        assert key not in content
        assert key.hex().encode() not in content
