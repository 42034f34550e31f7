"""Run in a mount namespace of its own: stores on disks that are too small, that fill up, or that cannot be written.

``python -m tests.faults.small_disks CLOSED_SHOP PLACE`` mounts one small disk after the other at PLACE, puts a copy of
the shop there, works until the disk is full, makes room and goes on; it prints what happened as JSON.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.kernel import audit, store
from models.kernel.errors import StorageError
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from tests.faults.working import ACTIONS, TABLES, Saved
from tests.models.shops import Shop, opened

PAGE, SIZES = 4096, 20


@contextmanager
def disk(place: Path, size: int) -> Iterator[Path]:
    """A disk of ``size`` bytes."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def used(folder: Path) -> int:
    """What a folder takes on a disk."""
    return sum(-(-path.stat().st_size // PAGE) * PAGE for path in folder.rglob("*") if path.is_file())


def still_there(said: list[Saved]) -> bool:
    """Whether all that was told as saved is in the store."""
    return all(
        run_sql(f"SELECT {TABLES[each.table]} FROM {each.table} WHERE id = ?", each.record_id).fetchone()
        == (each.value,)
        for each in said
    )


def work_until_full(shop: Shop, dice: random.Random, said: list[Saved]) -> str:
    """Real actions until one is refused; returns what was said then."""
    for _ in range(20_000):
        try:
            said.append(dice.choice(ACTIONS)(shop, dice))
        except StorageError as error:
            return str(error)
    return "never full"


def fill_and_make_room(shop: Shop, template: Path, place: Path, number: int) -> dict[str, Any]:
    """One small disk: work until it is full, make room, work on, and open the store again."""
    dice, said = random.Random(number), list[Saved]()
    ballast = 40 * PAGE
    with disk(place, used(template) + ballast + (8 + number * 17) * PAGE):
        shutil.copytree(template, place / "shop.desk")
        (place / "ballast").write_bytes(b"x" * ballast)
        with opened(str(place / "shop.desk")):
            told = [work_until_full(shop, dice, said) for _ in range(3)]
            sound = still_there(said) and list(audit.broken_lines()) == []
            before = len(said)
            (place / "ballast").unlink()
            said.append(dice.choice(ACTIONS)(shop, dice))
        with opened(str(place / "shop.desk")):
            sound = sound and still_there(said) and list(audit.broken_lines()) == []
            sound = sound and run_sql("PRAGMA quick_check").fetchall() == [("ok",)]
    return {"told": told, "before": before, "after": len(said) - before, "sound": sound}


def make_on(place: Path, size: int) -> str:
    """Making a store on a disk that may be too small: nothing is left unless it was made."""
    with disk(place, size):
        try:
            store.create(str(place / "new.desk"))
        except StorageError as error:
            return f"{error} {[path.name for path in place.iterdir()]}"
        with opened(str(place / "new.desk")):
            return "made"


def open_read_only(template: Path, place: Path) -> list[str]:
    """Opening and making stores on a disk that cannot be written, and opening once it can."""
    told = []
    with disk(place, 64 << 20):
        shutil.copytree(template, place / "shop.desk")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        for attempt, name in ((store.open_store, "shop.desk"), (store.create, "new.desk")):
            try:
                attempt(str(place / name))
            except StorageError as error:
                told.append(str(error))
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        with opened(str(place / "shop.desk")):
            told.append("opened")
        told.append(str(sorted(path.name for path in place.iterdir())))
    return told


def main(template: Path, place: Path, people: dict[str, int]) -> dict[str, Any]:
    """Everything, one disk after the other."""

    def actor(name: str, *roles: Role) -> Actor:
        return Actor(people.get(name, 0), name, frozenset(roles))

    nobody = actor("nobody")
    shop = Shop(
        address=str(place / "shop.desk"),
        owner=nobody,
        manager=nobody,
        colleague=nobody,
        consultant=actor("consultant", Role.SALES),
        reception=actor("reception", Role.RECEPTION),
        cashier=actor("cashier", Role.CASHIER),
        car=people["car"],
        mats=0,
        insurance=0,
    )
    return {
        "filled": [fill_and_make_room(shop, template, place, number) for number in range(SIZES)],
        "made": [make_on(place, pages * PAGE) for pages in (1, 2, 4, 8, 20, 40, 60, 80, 120, 1000)],
        "read_only": open_read_only(template, place),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))))
