"""A store's key and its slots: this PC, the owner's passphrase, the recovery code (trust.md).

The 256-bit key is random and never changes; each slot in ``keys.json`` holds it wrapped with AES-GCM under a key of
its own, so that passphrase and recovery code change without rewriting data.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.kernel import files
from models.kernel.errors import RuleError, StorageError
from models.kernel.text import clean

PASSPHRASE, RECOVERY = "passphrase", "recovery"
_PC = "this_pc"
_SERVICE = "Frontdesk"
_NAME_SIZE, _SECRET_SIZE = 16, 32
_SLOT_SIZES = {"nonce": 12, "wrapped": 48}
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_ARGON = {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 1}


@dataclass(frozen=True)
class NewKeys:
    """What making a store's keys gives: the key itself and the recovery code to print and lock away."""

    key: bytes
    recovery_code: str


def create(folder: Path, passphrase: str = "") -> NewKeys:
    """Make a new store's key in ``folder``, with slots for this PC, the recovery code and, if given, a passphrase."""
    key, code = secrets.token_bytes(32), new_recovery_code()
    content: dict[str, Any] = {"store": secrets.token_hex(_NAME_SIZE), "slots": {}}
    content["slots"][_PC] = _wrap(key, _new_pc_secret(content["store"]))
    content["slots"][RECOVERY] = _wrap_with_words(key, _code_letters(code))
    if passphrase:
        content["slots"][PASSPHRASE] = _wrap_with_words(key, passphrase)
    _write(folder, content)
    return NewKeys(key, code)


def for_a_copy(store: str, key: bytes, passphrase: str) -> bytes:
    """The key file, opened by ``passphrase`` alone, for a copy of a store that is in no folder.

    ``store`` is the name that all its copies share, as ``name_of`` tells it, and ``key`` is theirs too.
    """
    return _written({"store": store, "slots": {PASSPHRASE: _wrap_with_words(key, passphrase)}})


def keep_for_copies(store: str, key: bytes, passphrase: str = "") -> bytes:
    """The key file that this PC keeps for all copies of a store that is in no folder: it opens them without asking.

    ``passphrase`` opens them too, on any PC; one that was kept before stays unless another is given.
    """
    content = _kept(store, key) or {"store": store, "slots": {}}
    if _PC not in content["slots"]:
        content["slots"][_PC] = _wrap(key, _pc_secret(store) or _new_pc_secret(store))
    if passphrase:
        content["slots"][PASSPHRASE] = _wrap_with_words(key, passphrase)
    files.write_whole(_second_copy(content), _written(content))
    return _written(content)


def kept_for_copies(store: str, key: bytes) -> bytes | None:
    """That key file, where this PC keeps one."""
    content = _kept(store, key)
    return _written(content) if content else None


def _kept(store: str, key: bytes) -> dict[str, Any] | None:
    with contextlib.suppress(StorageError):
        content = _understood(_second_copy({"store": store}))
        if _unwrap_here(content, store) == key:
            return content
    return None


def unlock(folder: Path, words: str = "") -> bytes:
    """The key of the store in ``folder``: by this PC's slot, else by ``words``, a passphrase or recovery code.

    Raises RuleError at field ``passphrase`` where neither opens it, StorageError for a damaged ``keys.json``.
    """
    content = _read(folder)
    slots = content["slots"]
    secret = _pc_secret(content["store"])
    if secret and _PC in slots and (key := _unwrap(slots[_PC], secret)):
        return key
    words = words or os.environ.get("FRONTDESK_PASSPHRASE", "")
    if not words:
        raise RuleError("This PC does not know the store. Type its passphrase or recovery code.", field="passphrase")
    for slot, text in ((PASSPHRASE, words), (RECOVERY, _code_letters(words))):
        if slot in slots and (key := _unwrap(slots[slot], _stretched(text, slots[slot]["salt"]))):
            return key
    raise RuleError("Neither the passphrase nor the recovery code is right.", field="passphrase")


def remember_on_this_pc(folder: Path, key: bytes) -> None:
    """Give the store in ``folder`` a slot for this PC, so that it opens without asking, as its other copies here do."""
    content = _read(folder)
    content["slots"][_PC] = _wrap(key, _pc_secret(content["store"]) or _new_pc_secret(content["store"]))
    _write(folder, content)


def bring_back(folder: Path, opens: Callable[[bytes], bool]) -> None:
    """Where the key file of the store in ``folder`` is missing or damaged, put its second copy in its place: that one
    which this PC keeps and whose key ``opens`` the store. Without one nothing is changed.
    """
    with contextlib.suppress(StorageError):
        _read(folder)
        return
    for path in sorted((files.data_folder() / "keys").glob("*.json")):
        with contextlib.suppress(StorageError):
            content = _understood(path)
            key = _unwrap_here(content, content["store"])
            if key and opens(key):
                files.write_whole(folder / "keys.json", _written(content))
                return


def set_words(folder: Path, slot: str, key: bytes, words: str) -> None:
    """Change the passphrase or the recovery code; the data stays as it is."""
    content = _read(folder)
    content["slots"][slot] = _wrap_with_words(key, _code_letters(words) if slot == RECOVERY else words)
    _write(folder, content)


def forget(folder: Path) -> None:
    """Delete what this user of this PC keeps of the key of the store in ``folder``."""
    import keyring
    import keyring.errors

    store = _read(folder)["store"]
    with contextlib.suppress(keyring.errors.KeyringError):
        keyring.delete_password(_SERVICE, store)
    _pc_file(store).unlink(missing_ok=True)
    _pc_file(store).with_suffix(".json").unlink(missing_ok=True)


def copies(folder: Path) -> tuple[Path, Path]:
    """Where the store's key file is kept: in the store and in the user's data folder.

    Raises StorageError where the first is missing or damaged.
    """
    return folder / "keys.json", _second_copy(_read(folder))


def name_of(folder: Path) -> str:
    """The store's own name, which all its copies share. Raises StorageError for a missing or damaged key file."""
    name: str = _read(folder)["store"]
    return name


def for_elsewhere(folder: Path) -> bytes:
    """The key file for a copy that leaves this PC: passphrase and recovery code open it, this PC's slot is left out."""
    content = _read(folder)
    content["slots"].pop(_PC, None)
    return _written(content)


def has_passphrase(folder: Path) -> bool:
    """Whether an owner's passphrase is set beside the recovery code."""
    return PASSPHRASE in _read(folder)["slots"]


def opens_elsewhere(key_file: bytes) -> bool:
    """Whether any words open what this key file stands beside."""
    return bool({PASSPHRASE, RECOVERY} & set(json.loads(key_file)["slots"]))


def unlock_copy(folder: Path, words: str = "") -> bytes:
    """The key of a copy of a store: known where this PC opens the store itself, else as ``unlock``."""
    store = name_of(folder)
    with contextlib.suppress(StorageError):
        if key := _unwrap_here(_understood(_second_copy({"store": store})), store):
            return key
    return unlock(folder, words)


def hand_over(folder: Path, to: Path, key: bytes) -> bool:
    """Give ``to`` the key file of the same store that stands in ``folder``, or else its second copy on this PC, where
    this PC opens it with ``key``: its passphrase is the newest. Whether there was one.
    """
    store = name_of(to)
    for path in (folder / "keys.json", _second_copy({"store": store})):
        with contextlib.suppress(StorageError):
            content = _understood(path)
            if _unwrap_here(content, store) == key:
                files.write_whole(to / "keys.json", _written(content))
                return True
    return False


def _unwrap_here(content: dict[str, Any], store: str) -> bytes | None:
    """The key, where ``content`` is a key file of ``store`` whose slot for this PC opens."""
    secret = _pc_secret(store)
    slot = content["slots"].get(_PC)
    return _unwrap(slot, secret) if content["store"] == store and secret and slot else None


def new_recovery_code() -> str:
    """Thirty random letters and digits in groups of five, without those that look alike."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(30))
    return "-".join(letters[i : i + 5] for i in range(0, 30, 5))


def _code_letters(code: str) -> str:
    return "".join(each for each in code.upper() if each.isalnum())


def _wrap(key: bytes, secret: bytes) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return {"nonce": _text(nonce), "wrapped": _text(AESGCM(secret).encrypt(nonce, key, None))}


def _unwrap(slot: dict[str, str], secret: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(secret).decrypt(_bytes(slot["nonce"]), _bytes(slot["wrapped"]), None)
    except InvalidTag:
        return None


def _wrap_with_words(key: bytes, words: str) -> dict[str, str]:
    salt = _text(secrets.token_bytes(16))
    return {"salt": salt, **_wrap(key, _stretched(words, salt))}


def _stretched(words: str, salt: str) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(clean(words, "passphrase").encode(), _bytes(salt), hash_len=32, type=Type.ID, **_ARGON)


def _pc_file(store: str) -> Path:
    return files.data_folder() / "keys" / f"{store}.key"


def _new_pc_secret(store: str) -> bytes:
    """A fresh secret for ``store``, kept by the system's keyring where there is one, else in a file of mode 0600."""
    import keyring
    import keyring.errors

    secret = secrets.token_bytes(_SECRET_SIZE)
    try:
        keyring.set_password(_SERVICE, store, _text(secret))
        kept = keyring.get_password(_SERVICE, store) == _text(secret)  # some take everything and keep nothing
    except keyring.errors.KeyringError:
        kept = False
    if not kept:
        files.write_whole(_pc_file(store), secret)
    return secret


def _pc_secret(store: str) -> bytes | None:
    """What this PC keeps; nothing where that was damaged, so that words are asked for as on any other PC."""
    kept = _kept_secret(store)
    return kept if kept and len(kept) == _SECRET_SIZE else None


def _kept_secret(store: str) -> bytes | None:
    path = _pc_file(store)
    if path.exists():
        return path.read_bytes()
    import keyring
    import keyring.errors

    with contextlib.suppress(keyring.errors.KeyringError, ValueError):
        return _bytes(keyring.get_password(_SERVICE, store) or "")
    return None


def _read(folder: Path) -> dict[str, Any]:
    return _understood(folder / "keys.json")


def _understood(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="ascii"))
        _check(content)
    except (FileNotFoundError, NotADirectoryError):
        raise StorageError("The store's key file {path} is missing.", path=str(path)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise StorageError("The store's key file {path} is damaged.", path=str(path)) from None
    return content


def _check(content: dict[str, Any]) -> None:
    """Raises one of Python's own errors unless ``content`` has the form that ``create`` gives it."""
    if len(bytes.fromhex(content["store"])) != _NAME_SIZE:
        raise ValueError
    for name, slot in content["slots"].items():
        sizes = _SLOT_SIZES if name == _PC else {**_SLOT_SIZES, "salt": 16}
        if any(len(_bytes(slot[part])) != size for part, size in sizes.items()):
            raise ValueError


def _write(folder: Path, content: dict[str, Any]) -> None:
    """Both copies of the key file: without one the store would be gone."""
    text = _written(content)
    for path in (folder / "keys.json", _second_copy(content)):
        files.write_whole(path, text)


def _written(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1, sort_keys=True).encode("ascii")


def _second_copy(content: dict[str, Any]) -> Path:
    return files.data_folder() / "keys" / f"{content['store']}.json"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
