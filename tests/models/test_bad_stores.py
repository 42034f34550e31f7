"""What is no store, or a damaged or newer one, is told so; nothing is ever made or overwritten by opening."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from models import migrations
from models.kernel import audit, keys, search, store
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.faults import told_apart
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql
from models.sales.lists import contract_ids, contract_view
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop, copy_unlocked, customer, opened, signed_contract

DAMAGED = "The store's file is damaged. Do not write to it. Open the newest backup."


@pytest.fixture
def closed(folder_shop: Shop) -> Path:
    """The folder of a shop with a signed contract, closed."""
    signed_contract(folder_shop)
    folder = Path(folder_shop.address)
    store.close(store.Store(folder_shop.address, folder))
    return copy_unlocked(folder, folder.with_name("closed.desk"))


def refused(folder: Path) -> str:
    """What opening says, having changed and made nothing."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(StorageError) as error:
        store.open_store(str(folder))
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}
    assert {path: after.get(path) for path in before} == before
    assert {path.name for path in set(after) - set(before)} <= {"store.db-wal", "store.db-shm"}
    return str(error.value)


def everything() -> list[object]:
    """All there is to read in the store."""
    tables = [name for name in database.get_tables() if not name.startswith("sqlite_")]
    rows = [database.execute_sql(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in sorted(tables)]
    return [rows, list(audit.broken_lines()), search.find("欧阳"), search.find("138")]


def test_a_missing_store(tmp_path: Path) -> None:
    assert "no store at" in refused(tmp_path / "nowhere.desk")
    assert not (tmp_path / "nowhere.desk").exists()


def test_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "file.desk").write_text("x")
    assert "no store at" in refused(tmp_path / "file.desk")


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.desk").mkdir()
    assert "holds no store" in refused(tmp_path / "empty.desk")
    assert list((tmp_path / "empty.desk").iterdir()) == []


def test_an_empty_file(closed: Path) -> None:
    (closed / "store.db").write_bytes(b"")
    assert "empty" in refused(closed)


def test_a_database_of_another_program(closed: Path) -> None:
    (closed / "store.db").unlink()
    with sqlite3.connect(closed / "store.db") as other:
        other.execute("CREATE TABLE song (title)")
    other.close()
    assert "another program" in refused(closed)


def test_an_encrypted_database_of_another_program(closed: Path) -> None:
    key = keys.unlock(closed)
    (closed / "store.db").unlink()
    other = store.encrypted_file(closed / "store.db", key)
    with other.connection_context():
        other.execute_sql("CREATE TABLE song (title)")
    assert "another program" in refused(closed)


@pytest.mark.parametrize("size", [1, 15, 16, 17, 511, 512, 4095, 4096, 8192])
def test_a_file_cut_short(closed: Path, size: int) -> None:
    content = (closed / "store.db").read_bytes()
    (closed / "store.db").write_bytes(content[:size])
    try:
        message = refused(closed)
    except pytest.fail.Exception:
        pytest.fail("a cut store was opened")
    assert ("empty" if size < 16 else "damaged") in message


def test_any_other_file(closed: Path) -> None:
    (closed / "store.db").write_bytes(b"%PDF-1.7 " * 4000)
    assert "damaged" in refused(closed)


def test_a_store_of_a_newer_program(closed: Path) -> None:
    file = store.encrypted_file(closed / "store.db", keys.unlock(closed))
    with file.connection_context():
        file.execute_sql(f"PRAGMA user_version = {migrations.LATEST + 1}")
    assert "newer version" in refused(closed)


def test_a_server_store_of_a_newer_program(server_shop: Shop) -> None:
    run_sql("UPDATE frontdesk_schema SET version = ?", migrations.LATEST + 1)
    store.close_connection()
    with pytest.raises(StorageError, match="newer version"):
        store.open_store(server_shop.address)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON payment BEGIN UPDATE payment SET amount = 1; END",
        "CREATE VIEW payment_view AS SELECT * FROM payment",
        "CREATE TRIGGER rotation_event_no_update BEFORE UPDATE ON rotation_event BEGIN DELETE FROM payment; END",
    ],
)
def test_a_strange_trigger_or_view(closed: Path, sql: str) -> None:
    file = store.encrypted_file(closed / "store.db", keys.unlock(closed))
    with file.connection_context():
        for (own,) in file.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute_sql(f"DROP TRIGGER {own}")
        file.execute_sql(sql)
    assert "triggers or views" in refused(closed)


NO_SLOT = '{"store": "%s", "slots": {"passphrase": %s}}'
NO_KEYS = [
    *("", "{", "[]", "null", "{}", "\xff", "[" * 9999, '{"store": 1, "slots": {}}', '{"store": "aa", "slots": []}'),
    *(NO_SLOT % ("aa" * 16, slot) for slot in ("{}", "3", '{"wrapped": "!", "nonce": "!", "salt": "!"}')),
    NO_SLOT % ("aa" * 16, '{"wrapped": 1, "nonce": 2, "salt": 3}'),
    NO_SLOT % ("../../evil", '{"wrapped": "AA==", "nonce": "AA==", "salt": "AA=="}'),
]


@pytest.fixture
def only_keys(closed: Path) -> Path:
    """The key file of ``closed``, of which this PC keeps no second copy."""
    keys.copies(closed)[1].unlink()
    return closed / "keys.json"


@pytest.mark.parametrize("content", NO_KEYS)
def test_a_damaged_key_file(closed: Path, only_keys: Path, content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", "correct horse")
    only_keys.write_text(content, encoding="latin-1")
    assert "key file" in refused(closed)


def test_a_missing_key_file(closed: Path, only_keys: Path) -> None:
    only_keys.unlink()
    assert "missing" in refused(closed)


def test_an_empty_server_database_is_no_store(postgres_url: str) -> None:
    with pytest.raises(StorageError, match="no store"):
        store.open_store(postgres_url)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    for make in (store.open_store, store.create):
        with pytest.raises(StorageError, match="server"):
            make(f"postgresql://frontdesk@/shop?host={tmp_path}")


def test_a_server_database_that_is_not_there(postgres_url: str) -> None:
    with pytest.raises(StorageError, match="server"):
        store.open_store(postgres_url.replace("/test_", "/nowhere_"))


def test_a_fresh_program_that_cannot_open_says_why(closed: Path, only_keys: Path, tmp_path: Path) -> None:
    """The first thing a program does is to open; its failure must not hide behind another one."""
    only_keys.unlink()
    for address in (closed, tmp_path / "nowhere", f"postgresql://x@/y?host={tmp_path}"):
        program = f"from models.kernel import store; store.open_store({str(address)!r})"
        told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
        assert "models.kernel.errors.StorageError" in told.stderr.splitlines()[-1]


def test_damage_that_finishing_an_import_meets(closed: Path, tmp_path: Path) -> None:
    with opened(str(closed)):
        pages = run_sql("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'import_part'").fetchall()
    bad = copy_unlocked(closed, tmp_path / "bad.desk")
    content = bytearray((bad / "store.db").read_bytes())
    for (page,) in pages:
        content[(page - 1) * 4096 + 100] ^= 1
    (bad / "store.db").write_bytes(content)
    assert refused(bad) == DAMAGED


@has_long_form
def test_flipped_bits_are_told_or_harmless(closed: Path, tmp_path: Path) -> None:
    """Wherever a bit flips, reading everything gives a clear error or the full and right content."""
    with opened(str(copy_unlocked(closed, tmp_path / "sound.desk"))):
        whole = everything()
    content = (closed / "store.db").read_bytes()
    target, told = tmp_path / "flipped.desk", []
    copy_unlocked(closed, target)
    step = len(content) // campaign(120, 4_000)
    for place in [*range(0, 120, 7), *range(4096, len(content), step)]:
        for leftover in ("store.db-wal", "store.db-shm"):
            (target / leftover).unlink(missing_ok=True)
        bent = bytearray(content)
        bent[place] ^= 1 << place % 8
        (target / "store.db").write_bytes(bent)
        told.append(what_is_told(target, whole))
    assert set(told) == {"", DAMAGED}
    assert told.count(DAMAGED) > 50, "most flips are in what the store holds"


def what_is_told(folder: Path, whole: list[object]) -> str:
    """The error of opening and reading everything, or nothing where all is there."""
    try:
        with opened(str(folder)), told_apart():
            assert everything() == whole
    except StorageError as error:
        return str(error)
    return ""


def test_the_lists_of_a_damaged_store_raise_what_can_be_told(closed: Path) -> None:
    content = bytearray((closed / "store.db").read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 100] ^= 1
    (closed / "store.db").write_bytes(content)
    with pytest.raises(FrontdeskError), opened(str(closed)), told_apart():
        contract_view(Actor(1, "", frozenset()), contract_ids()[0])


def test_after_bad_stores_a_good_one_opens(folder_shop: Shop, closed: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.desk").mkdir()
    refused(tmp_path / "empty.desk")
    bad = copy_unlocked(closed, tmp_path / "bad.desk")
    (bad / "store.db").write_bytes(b"x" * 9000)
    refused(bad)
    with opened(str(closed)):
        customer(folder_shop)
        assert list(audit.broken_lines()) == []
