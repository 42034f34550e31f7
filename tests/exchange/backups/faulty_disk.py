"""Run with ``faulty_disk.c`` preloaded: backups and restores on a disk that fails once, at every call in every way.

``python -m tests.exchange.backups.faulty_disk LIBRARY FOLDER backup|restore MOST`` prints a JSON list of
[kind, call, how it ended, whether all that stands is whole].
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from exchange import backing_up, examining, restoring, shelf
from exchange.shelf import Reason
from models import rooms
from models.kernel.errors import StorageError
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from tests.exchange.backups.stores import OWNER_NAME, files_of
from tests.models.shops import opened

KINDS = ("error", "full", "short", "dropped", "flipped", "killed")
MADE, REFUSED, KILLED = 0, 3, 137
OWNER = Actor(1, OWNER_NAME, frozenset({Role.OWNER}))


def in_child(work: Callable[[], object]) -> int:
    """Do it in a process of its own; how that ended."""
    child = os.fork()
    if not child:
        code = 99
        try:
            work()
            code = MADE
        except StorageError:
            code = REFUSED
        except BaseException as error:  # the parent is told by the code; nothing may escape from the child
            print(repr(error), file=sys.stderr)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def whole(folder: Path) -> bool:
    """Every backup with a finished name is what its manifest says."""
    backups = [path for path in shelf.home_of(folder).iterdir() if path.suffix == shelf.SUFFIX]
    return all(examining.examine(examining.source_of(each)).customers == 1 for each in backups)


def back_up_under(arm: Callable[[], object], folder: Path) -> tuple[int, bool]:
    """One backup; afterwards all that stands is whole, and it stands where it was said to be made."""
    before = len(shelf.backups(shelf.home_of(folder)))

    def work() -> None:
        arm()
        backing_up.back_up(folder, Reason.ASKED)

    code = in_child(work)
    there = shelf.backups(shelf.home_of(folder))
    sound = whole(folder) and (code != MADE or len(there) > before)
    for each in there[:-1]:
        shelf.remove(each.path)
    return code, sound


def restore_under(arm: Callable[[], object], folder: Path, template: Path) -> tuple[int, bool]:
    """One restore; afterwards the old store is there, byte for byte, or the restored one, which opens."""
    for left in (folder, *folder.parent.glob("shop.before-*"), *folder.parent.glob(".shop*")):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(template, folder)
    source = examining.source_of(shelf.backups(shelf.home_of(folder))[0].path)

    def work() -> None:
        arm()
        restoring.restore(source, folder, lambda: OWNER)

    code = in_child(work)
    old = folder.exists() and files_of(folder) == files_of(template)
    with opened(str(folder)):
        last = run_sql("SELECT action FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()[0]
        sound = run_sql("PRAGMA cipher_integrity_check").fetchall() == []
        sound = sound and run_sql("PRAGMA quick_check").fetchall() == [("ok",)]
    return code, sound and (last == "shop.restored" if code == MADE else old or last == "shop.restored")


def main(library: str, folder: Path, what: str, most: int) -> list[tuple[str, int, int, bool]]:
    """Every kind at as many calls as ``most`` allows, spread over all there are."""
    shim = ctypes.CDLL(library)
    template = folder.with_name("template")
    backing_up.back_up(folder, Reason.ASKED)
    shutil.copytree(folder, template, ignore=shutil.ignore_patterns("*.lock"))
    under = str(shelf.home_of(folder) if what == "backup" else folder.parent / ".shop").encode()

    def attempt(kind: int, call: int) -> tuple[int, bool]:
        def arm() -> None:
            shim.fault_arm(under, kind, ctypes.c_long(call))

        return back_up_under(arm, folder) if what == "backup" else restore_under(arm, folder, template)

    calls = _calls(shim, under, folder, what)
    told = []
    for kind, name in enumerate(KINDS, 1):
        for call in sorted({1 + calls * part // most for part in range(most)} | {calls - 1, calls}):
            told.append((name, call, *attempt(kind, call)))
    return told


def _calls(shim: ctypes.CDLL, under: bytes, folder: Path, what: str) -> int:
    """How many calls one such work makes, counted by doing it."""
    reading, writing = os.pipe()

    def work() -> None:
        shim.fault_arm(under, 0, ctypes.c_long(-1))
        if what == "backup":
            backing_up.back_up(folder, Reason.ASKED)
        else:
            source = examining.source_of(shelf.backups(shelf.home_of(folder))[0].path)
            restoring.restore(source, folder, lambda: OWNER)
        os.write(writing, str(shim.fault_seen()).encode())

    assert in_child(work) == MADE
    return int(os.read(reading, 20))


if __name__ == "__main__":
    rooms.put_together()
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))))
