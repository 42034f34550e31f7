"""``restore FILE --to STORE``: a backup in the place of a store, which is put aside."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange import command_line
from models.kernel.errors import RuleError, StorageError

if TYPE_CHECKING:
    from exchange.restoring import Identify


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's parser."""
    parser: argparse.ArgumentParser = commands.add_parser("restore", help="put a backup in the place of a store")
    parser.add_argument("file", type=Path, metavar="FILE", help="a folder NAME-NUMBER.backup, or a file in it")
    parser.add_argument("--to", required=True, metavar="STORE", help="a store that is put aside, or a new place")
    command_line.add_person(parser)
    parser.set_defaults(does=restore)
    return parser


def restore(args: argparse.Namespace) -> int:
    """Restore; prints the store's folder, and on a second line where the one before it was put."""
    from exchange import examining, restoring
    from models.kernel import store

    if store.is_server(args.to):
        raise RuleError("A backup is restored into a folder, not into a database on a server.")
    folder = store.folder_of(args.to)
    source = examining.source_of(args.file.absolute())
    identify = _whoever_may(folder, args.staff, restoring.number_of(source))
    done = restoring.restore(source, folder, identify, os.environ.get("FRONTDESK_PASSPHRASE", ""))
    print(done.folder)
    if done.aside:
        print(done.aside)
    return command_line.DONE


def _whoever_may(folder: Path, staff: str, number: int) -> Identify:
    """Who asks: known in the present store where that opens, else in the backup."""
    from models.shop.backup_actions import ask_for_restore

    if folder.exists():
        try:
            with command_line.at_the_counter(str(folder), staff) as counter:
                ask_for_restore(counter.actor, number)
                actor = counter.actor
        except StorageError:
            return lambda: command_line.log_in(staff)
        return lambda: actor
    return lambda: command_line.log_in(staff)
