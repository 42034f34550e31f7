"""A store opens with this PC, its passphrase or its recovery code, and with nothing else; the disk tells no name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import keyring
import pytest
from keyring.backends import null

from models.customers.actions import ContactForm, FileForm, open_file, register_contact
from models.customers.kinds import RegisterKind
from models.customers.lists import customer_file
from models.kernel import keys, store
from models.kernel.errors import RuleError, StorageError
from models.staff.actions import keep_draft
from tests.models.shops import PROFILE, Shop, copy_unlocked, customer, opened, signed_contract

WORDS = "正确的 horse 电池"


def forget_this_pc(user_data: Path) -> None:
    """As if the store had been carried to another PC."""
    shutil.rmtree(user_data / "keys")


def test_this_pc_opens_without_asking(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path, WORDS)
    assert len(made.key) == 32
    assert keys.unlock(tmp_path) == made.key
    forget_this_pc(user_data)
    with pytest.raises(RuleError) as refused:
        keys.unlock(tmp_path)
    assert refused.value.field == "passphrase"


def test_passphrase_and_recovery_code_open(tmp_path: Path, user_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = keys.create(tmp_path, WORDS)
    forget_this_pc(user_data)
    assert keys.unlock(tmp_path, WORDS) == made.key
    assert keys.unlock(tmp_path, made.recovery_code) == made.key
    assert keys.unlock(tmp_path, f" {made.recovery_code.lower().replace('-', ' ')} ") == made.key
    assert keys.unlock(tmp_path, f" {WORDS}\r") == made.key, "as a careless paste leaves it"
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", WORDS)
    assert keys.unlock(tmp_path) == made.key


@pytest.mark.parametrize(
    "words", ["horse", WORDS.replace(" ", ""), WORDS.upper(), "\0", chr(0xD800), "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF"]
)
def test_wrong_words_do_not_open(tmp_path: Path, user_data: Path, words: str) -> None:
    keys.create(tmp_path, WORDS)
    forget_this_pc(user_data)
    with pytest.raises(RuleError) as refused:
        keys.unlock(tmp_path, words)
    assert refused.value.field == "passphrase"


def test_a_passphrase_may_be_typed_composed_or_decomposed(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path, "caf\u00e9 bleu")
    forget_this_pc(user_data)
    assert keys.unlock(tmp_path, "cafe\u0301 bleu") == made.key


def test_a_store_without_passphrase_has_no_slot_for_one(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path)
    forget_this_pc(user_data)
    for words in ("", " ", "x"):
        with pytest.raises(RuleError):
            keys.unlock(tmp_path, words)
    assert keys.unlock(tmp_path, made.recovery_code) == made.key


def test_words_are_changed_without_changing_the_key(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path, WORDS)
    code = keys.new_recovery_code()
    keys.set_words(tmp_path, keys.PASSPHRASE, made.key, "neu und länger")
    keys.set_words(tmp_path, keys.RECOVERY, made.key, code)
    forget_this_pc(user_data)
    assert keys.unlock(tmp_path, "neu und länger") == keys.unlock(tmp_path, code) == made.key
    for old in (WORDS, made.recovery_code):
        with pytest.raises(RuleError):
            keys.unlock(tmp_path, old)


def test_another_pc_is_remembered_after_the_words(folder_shop: Shop, user_data: Path, tmp_path: Path) -> None:
    path = Path(folder_shop.address)
    keys.set_words(path, keys.PASSPHRASE, keys.unlock(path), WORDS)
    forget_this_pc(user_data)
    store.close(store.Store(folder_shop.address, path))
    moved = copy_unlocked(path, tmp_path / "moved.desk")
    with opened(str(moved), WORDS):
        assert customer(folder_shop)
    with opened(str(moved)):
        assert customer(folder_shop, "李四", "13900000000")


def test_a_copied_folder_does_not_open_elsewhere(folder_shop: Shop, user_data: Path, tmp_path: Path) -> None:
    customer(folder_shop)
    stolen = shutil.copytree(folder_shop.address, tmp_path / "stolen.desk")
    forget_this_pc(user_data)
    for words in ("", "guess"):
        with pytest.raises(RuleError):
            store.open_store(str(stolen), words)
    (stolen / "store.db").rename(stolen / "other.db")
    other = keys.create(tmp_path)
    shutil.copy(tmp_path / "keys.json", stolen)
    (stolen / "other.db").rename(stolen / "store.db")
    assert other.key
    with pytest.raises(StorageError, match="damaged"):
        store.open_store(str(stolen))


def test_there_are_two_copies_of_the_key_file(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path, WORDS)
    second = next((user_data / "keys").glob("*.json"))
    assert second.read_bytes() == (tmp_path / "keys.json").read_bytes()
    (tmp_path / "keys.json").unlink()
    shutil.copy(second, tmp_path / "keys.json")
    assert keys.unlock(tmp_path) == made.key


def test_codes_differ_and_have_no_letters_that_look_alike() -> None:
    codes = {keys.new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("01OIl")
    assert all(len(code) == 35 for code in codes)


def test_an_interrupted_change_of_words_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = keys.create(tmp_path, WORDS)
    before = (tmp_path / "keys.json").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keys.files.os, "fsync", fail)
    with pytest.raises(OSError, match="space"):
        keys.set_words(tmp_path, keys.PASSPHRASE, made.key, "neu")
    assert (tmp_path / "keys.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def on_disk(*folders: Path) -> bytes:
    """Every byte of every file."""
    return b"\n".join(path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file())


def written(text: str) -> list[bytes]:
    """The bytes a text may be found by."""
    return [text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]


def test_the_disk_holds_no_readable_name(folder_shop: Shop, user_data: Path) -> None:
    secrets = ["诸葛孔明", "Zhuge Kongming", "13777778888", "137 7777 8888", "990102199003070099", "隆中草庐九号"]
    form = FileForm(secrets[0], phones=(secrets[3],), id_number=secrets[4], address=secrets[5], note=secrets[1])
    done = open_file(folder_shop.consultant, form, ContactForm(RegisterKind.VISIT, about=secrets[1]))
    register_contact(folder_shop.consultant, None, ContactForm(RegisterKind.CALL, phone=secrets[2]))
    keep_draft(folder_shop.consultant, "quote", "".join(secrets))
    signed_contract(folder_shop, customer_id=done.id)
    folder = Path(folder_shop.address)
    assert (folder / "store.db-wal").stat().st_size > 30_000
    hot = on_disk(folder, user_data)
    store.close(store.Store(folder_shop.address, folder))
    cold = on_disk(folder, user_data)
    for content in (hot, cold):
        assert len(content) > 100_000
        for text in [*secrets, PROFILE.name, "CREATE TABLE", "SQLite format", "customer_phone"]:
            assert not [each for each in written(text) if each in content], text
    store.database.connect()
    assert customer_file(folder_shop.owner, done.id).name == secrets[0]
    assert b"wrapped" in cold, "the search itself finds what is there"


def test_a_lost_key_file_is_made_again_from_its_second_copy(folder_shop: Shop, user_data: Path, tmp_path: Path) -> None:
    """That of this very store, though this PC keeps others' too; and only if it does open the store."""
    store.close(store.Store(folder_shop.address, Path(folder_shop.address)))
    path = copy_unlocked(Path(folder_shop.address), tmp_path / "keyless.desk")
    for number in range(3):
        store.create(str(tmp_path / f"other{number}"))
    whole = (path / "keys.json").read_bytes()
    for number, spoilt in enumerate((None, "", "{")):
        (path / "keys.json").unlink()
        if spoilt is not None:
            (path / "keys.json").write_text(spoilt)
        with opened(str(path)):
            assert customer(folder_shop, phone=f"138{number:08}")
        assert (path / "keys.json").read_bytes() == whole
    (path / "keys.json").unlink()
    next((user_data / "keys").glob(f"{json.loads(whole)['store']}.json")).unlink()
    with pytest.raises(StorageError, match="missing"):
        store.open_store(str(path))
    assert not (path / "keys.json").exists()


def test_copies_on_one_pc_all_open_when_one_was_opened_by_its_words(folder_shop: Shop, tmp_path: Path) -> None:
    path = Path(folder_shop.address)
    key = keys.unlock(path)
    keys.set_words(path, keys.PASSPHRASE, key, WORDS)
    store.close(store.Store(folder_shop.address, path))
    with opened(str(copy_unlocked(path, tmp_path / "copy.desk")), WORDS):
        pass
    assert keys.unlock(path) == key


def test_a_damaged_secret_of_this_pc_is_asked_past(tmp_path: Path, user_data: Path) -> None:
    made = keys.create(tmp_path, WORDS)
    (secret,) = (user_data / "keys").glob("*.key")
    for content in (b"", secret.read_bytes()[:-1]):
        secret.write_bytes(content)
        with pytest.raises(RuleError) as refused:
            keys.unlock(tmp_path)
        assert refused.value.field == "passphrase"
        assert keys.unlock(tmp_path, WORDS) == made.key
    keys.remember_on_this_pc(tmp_path, made.key)
    assert keys.unlock(tmp_path) == made.key


def test_a_keyring_that_keeps_nothing_is_not_relied_on(tmp_path: Path, user_data: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    try:
        made = keys.create(tmp_path, WORDS)
        assert keys.unlock(tmp_path) == made.key
    finally:
        keyring.set_keyring(before)
