"""The open store as what is backed up: a folder, with its backups beside it, or a database on a server.

A store on a server is backed up by each PC on which somebody set the passphrase of its backups. Of several that did,
the one that comes first does it; all seats are told of it through the store.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

from exchange import backing_up, examining, server_copy, shelf
from exchange.backing_up import Made
from exchange.shelf import Backup, Reason, Verified
from exchange.writing import OnBytes
from models.kernel import keys
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from models.kernel.store import APPLICATION_ID, Store, claimed
from models.shop.actions import check_passphrase
from models.shop.backup_actions import (
    BackupRules,
    ask_for_backup,
    backup_rules,
    change_backup_rules,
    last_verified,
    note_verified,
)

_CLAIM = APPLICATION_ID + 1


class BackedUp(ABC):
    """``folder`` is what the backups are called after, and they stand beside it; ``store`` is the store's own name."""

    folder: Path
    store: str

    @property
    def home(self) -> Path:
        """Where the backups stand on this PC."""
        return shelf.home_of(self.folder)

    @property
    def places(self) -> list[Path]:
        """Where backups of all sorts stand on this PC."""
        return [self.home]

    @abstractmethod
    def is_kept_here(self) -> bool:
        """Whether this PC makes backups of the store."""

    def change_rules(self, actor: Actor, rules: BackupRules) -> None:
        """Change how often and where to. Raises as ``change_backup_rules`` does, and RuleError at field
        ``second_place`` for a folder of the store's own.
        """
        if rules.second_place and shelf.is_own(Path(rules.second_place), self.folder):
            raise RuleError("Choose a folder on another drive. This one is lost with the store.", field="second_place")
        change_backup_rules(actor, rules)

    @abstractmethod
    def last(self) -> Verified | None:
        """The last verified backup."""

    @abstractmethod
    def opens_elsewhere(self) -> bool:
        """Whether a passphrase opens the backups on another PC."""

    @abstractmethod
    def back_up(self, reason: Reason, on_bytes: OnBytes) -> Made | None:
        """Make a backup here and at the second place; None where another PC is at it. Raises StorageError."""

    @abstractmethod
    def key(self) -> bytes:
        """What its backups are encrypted with. Raises as ``keys.unlock`` does."""

    def catch_up(self, on_bytes: OnBytes) -> Backup | None:
        """Carry the newest backup to the second place, if it is not there yet. Raises StorageError."""
        place = backup_rules().second_place
        return backing_up.catch_up(self.folder, self.store, self.key(), place, on_bytes) if place else None

    def before_upgrades(self) -> list[Path]:
        """The copies that were made before an upgrade."""
        return []


class OnDisk(BackedUp):
    """A store in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store = folder, keys.name_of(folder)

    def is_kept_here(self) -> bool:
        return True

    def last(self) -> Backup | None:
        return shelf.newest(self.folder)

    def opens_elsewhere(self) -> bool:
        return keys.has_passphrase(self.folder)

    def back_up(self, reason: Reason, on_bytes: OnBytes) -> Made | None:
        return backing_up.back_up(self.folder, reason, backup_rules().second_place, on_bytes)

    def key(self) -> bytes:
        return keys.unlock(self.folder)

    def before_upgrades(self) -> list[Path]:
        return examining.before_upgrades(self.folder)


class OnServer(BackedUp):
    """A store on a server, as this PC sees it."""

    def __init__(self, address: str) -> None:
        self.folder = server_copy.stand_in(address)
        self.store, self._key = server_copy.name_and_key()

    def begin_here(self, actor: Actor, passphrase: str) -> None:
        """Let this PC make the backups from now on, opened elsewhere by ``passphrase``.

        Raises NotAllowed, RuleError at field ``passphrase`` for a short one.
        """
        check_passphrase(passphrase)
        ask_for_backup(actor)
        keys.keep_for_copies(self.store, self._key, passphrase)
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def places(self) -> list[Path]:
        return [self.home, *(backing_up.aside_of(self.folder, each) for each in (Reason.UPGRADE, Reason.RESTORE))]

    def is_kept_here(self) -> bool:
        return self.home.is_dir() and self.opens_elsewhere()

    def last(self) -> Verified | None:
        noted = last_verified()
        return Verified(*noted) if noted else None

    def opens_elsewhere(self) -> bool:
        kept = keys.kept_for_copies(self.store, self._key)
        return kept is not None and keys.opens_elsewhere(kept)

    def back_up(self, reason: Reason, on_bytes: OnBytes) -> Made | None:
        with claimed(_CLAIM) as mine:
            if not mine:
                return None
            made = backing_up.back_up_server(self.folder, reason, backup_rules().second_place, on_bytes)
            note_verified(made.backup.made_at, made.backup.lines)
            return made

    def key(self) -> bytes:
        return self._key


def keep_before_upgrade(address: str, version: int) -> None:
    """Back up the open older store on a server, on this PC, before it is upgraded."""
    backing_up.put_server_aside(server_copy.stand_in(address), Reason.UPGRADE, version=version)


def backed_up(store: Store) -> BackedUp:
    """The open ``store``."""
    return OnDisk(store.folder) if store.folder else OnServer(store.address)
