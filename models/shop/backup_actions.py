"""How often backups are made and where to, and putting on record who made or restored one (X2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.kernel import settings
from models.kernel.actions import PROGRAM, Act, acting, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, moment

HOURS = (1, 2, 4, 8, 12, 24)
_SETTING, _VERIFIED = "backups", "backup_verified"


@dataclass(frozen=True)
class BackupRules:
    """A backup every ``hours`` while the store is open, and copies of all of them at ``second_place``, a folder."""

    hours: int = 4
    second_place: str = ""


def backup_rules() -> BackupRules:
    """The rules of the open store."""
    kept = settings.read(_SETTING, {})
    hours = kept.get("hours")
    return BackupRules(hours if hours in HOURS else BackupRules.hours, str(kept.get("second_place", "")))


@action(Permission.KEEP_BACKUPS)
def change_backup_rules(act: Act, rules: BackupRules) -> None:
    """Change how often and where to.

    Raises RuleError at field ``hours`` or ``second_place`` for what cannot be.
    """
    if rules.hours not in HOURS:
        raise RuleError("Choose how often.", field="hours")
    if rules.second_place and not Path(rules.second_place).is_absolute():
        raise RuleError("Choose a folder.", field="second_place")
    settings.write(_SETTING, {"hours": rules.hours, "second_place": rules.second_place})
    act.on("shop", 1)
    act.note(hours=rules.hours, second_place=bool(rules.second_place))


def note_verified(made_at: datetime, lines: int) -> None:
    """Let all seats of a store on a server know of its last verified backup, made when the trail had so many lines.

    It is no work that anybody did: it leaves no line in the trail, or the store would never stand as it was backed up.
    """
    with transaction():
        settings.write(_VERIFIED, {"made_at": milliseconds(made_at), "lines": lines})


def last_verified() -> tuple[datetime, int] | None:
    """What ``note_verified`` noted last, if anything."""
    kept = settings.read(_VERIFIED, {})
    return (moment(kept["made_at"]), int(kept["lines"])) if kept else None


@action(Permission.KEEP_BACKUPS)
def ask_for_backup(act: Act) -> None:
    """Put on record that somebody has a backup made by hand, and refuse who may not."""
    act.on("shop", 1)


@action(Permission.KEEP_BACKUPS)
def ask_for_restore(act: Act, number: int) -> None:
    """Put on record, in the store that is put aside, who restores which backup; refuse who may not."""
    act.on("shop", 1)
    act.note(backup=number)


def note_restored(actor: Actor, number: int) -> None:
    """Put on record, in the restored store, who restored it; the program where they are not known there."""
    with acting(PROGRAM, "shop.restored", None) as act:
        act.on("shop", 1)
        act.note(backup=number, by=actor.id)
