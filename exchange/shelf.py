"""The places where backups stand: what is there, what the next one is called, and which may go (X2).

A backup is a folder ``NAME-000042.backup`` with ``store.db``, ``keys.json`` and ``MANIFEST.json``. It has this name
only when it is whole and verified; what ends in ``.part`` is not. Backups are told older and newer by their numbers,
never by the clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from exchange import disk as _disk
from exchange.disk import PART
from exchange.writing import MANIFEST
from models.kernel import clock, keys
from models.kernel.i18n import N_, LabelledEnum

SUFFIX = ".backup"
DATABASE, KEYS = "store.db", "keys.json"
NEWEST, DAYS, WEEKS, MONTHS = 7, 7, 4, 12
"""How many are kept: the newest whatever the clock says, then the last of so many days, weeks and months."""

_NUMBERED = re.compile(rf"-(\d{{6,}}){re.escape(SUFFIX)}(?:{re.escape(PART)})?$")


class Reason(LabelledEnum):
    """Why a backup was made."""

    ASKED = "asked", N_("By hand")
    HOURS = "hours", N_("While open")
    CLOSE = "close", N_("At closing")
    RESTORE = "restore", N_("Before a restore")
    UPGRADE = "upgrade", N_("Before an upgrade")


@dataclass(frozen=True)
class Verified:
    """When the last verified backup was made, and how many lines the trail had."""

    made_at: datetime
    lines: int


@dataclass(frozen=True)
class Backup(Verified):
    """A backup as its manifest tells of it; nothing of it is proven by that. ``size`` in bytes."""

    path: Path
    number: int
    store: str
    reason: Reason
    size: int
    schema: int
    program: str


def home_of(folder: Path) -> Path:
    """Where the backups of the store in ``folder`` stand: beside it, so that they outlive it."""
    return folder.with_name(f"{folder.stem}.backups")


def on_same_drive(place: Path, folder: Path) -> bool:
    """Whether ``place`` is on the drive of the store in ``folder``, and lost with it."""
    with suppress(OSError):
        return place.stat().st_dev == folder.stat().st_dev
    return False


def is_own(place: Path, folder: Path) -> bool:
    """Whether ``place`` is the store's ``folder`` or its backups' own, or in one of them."""
    return any(place.resolve().is_relative_to(each.resolve()) for each in (folder, home_of(folder)))


def name_of(folder: Path, number: int) -> str:
    """What the store's backup with this number is called."""
    return f"{folder.stem}-{number:06d}{SUFFIX}"


def next_number(places: Iterable[Path]) -> int:
    """One more than the highest number at any of ``places``, finished or not."""
    return 1 + max((number for place in places for number, _path in _numbered(place)), default=0)


def backups(place: Path, store: str = "") -> list[Backup]:
    """The backups at ``place`` whose manifest can be read, newest first; with ``store`` only those of that store."""
    found = [_told(path, number) for number, path in _numbered(place) if path.suffix == SUFFIX]
    there = [each for each in found if each is not None and store in ("", each.store)]
    return sorted(there, key=lambda each: each.number, reverse=True)


def newest(folder: Path) -> Backup | None:
    """The last verified backup beside the store in ``folder``."""
    return next(iter(backups(home_of(folder), keys.name_of(folder))), None)


def unreadable(place: Path) -> list[Path]:
    """What is named like a backup and has no manifest that can be read."""
    return [path for number, path in _numbered(place) if path.suffix == SUFFIX and _told(path, number) is None]


def _numbered(place: Path) -> list[tuple[int, Path]]:
    """Everything named like a backup, finished or not, with its number."""
    with suppress(OSError):
        return [(int(match[1]), path) for path in sorted(place.iterdir()) if (match := _NUMBERED.search(path.name))]
    return []


def _told(path: Path, number: int) -> Backup | None:
    try:
        told: dict[str, Any] = json.loads((path / MANIFEST).read_text("ascii"))
        return Backup(
            path=path,
            number=number,
            store=str(told["store"]),
            made_at=_moment(told["made_at"]),
            reason=Reason(told["reason"]),
            size=int(told["bytes"]),
            schema=int(told["schema"]),
            program=str(told["program"]),
            lines=int(told["lines"]),
        )
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _moment(text: str) -> datetime:
    """Raises as Python does for what is no moment, and for one that this PC's clock cannot show."""
    at = datetime.fromisoformat(text).astimezone(UTC)
    clock.local(at)
    return at


def to_keep(backups: Iterable[Backup]) -> set[int]:
    """The numbers of those that stay: by count alone, so that a clock gone wrong costs none of the newest.

    The newest of each schema stays too: it is what leads back before an upgrade.
    """
    kept: set[int] = set()
    periods: tuple[tuple[int, set[object]], ...] = ((DAYS, set()), (WEEKS, set()), (MONTHS, set()))
    schemas: set[int] = set()
    for place, each in enumerate(sorted(backups, key=lambda backup: backup.number, reverse=True)):
        day = clock.local(each.made_at).date()
        stays = place < NEWEST or each.schema not in schemas
        schemas.add(each.schema)
        for (most, seen), period in zip(periods, _periods(day), strict=True):
            if period not in seen and len(seen) < most:
                seen.add(period)
                stays = True
        if stays:
            kept.add(each.number)
    return kept


def _periods(day: date) -> tuple[object, object, object]:
    return day, day.isocalendar()[:2], (day.year, day.month)


def prune(place: Path, verified: Backup) -> list[Path]:
    """Take away what need not stay at ``place`` now that ``verified`` stands there; returns what went.

    Only older backups of the same store go, each losing its finished name first. What the drive will not let go of
    stays for the next time.
    """
    there = backups(place, verified.store)
    if all(each.number != verified.number for each in there):
        return []
    kept = to_keep(there)
    gone = []
    for each in there:
        if each.number < verified.number and each.number not in kept:
            with suppress(OSError):
                remove(each.path)
                gone.append(each.path)
    return gone


def remove(path: Path) -> None:
    """Take a backup away; at no moment does part of it stand under a finished name. Raises OSError."""
    part = path.with_name(path.name + PART)
    _disk.disk.rename(path, part)
    _disk.disk.remove(part)


def clear_unfinished(place: Path, folder: Path) -> None:
    """Take away what earlier attempts for the store in ``folder`` left unfinished, as far as the drive lets us."""
    for _number, path in _numbered(place):
        if path.suffix == PART and path.name.startswith(f"{folder.stem}-"):
            with suppress(OSError):
                _disk.disk.remove(path)
