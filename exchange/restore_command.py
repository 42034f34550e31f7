"""``restore FILE --to STORE``: a backup in the place of a store, which is put aside."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange import command_line
from models.kernel.errors import StorageError

if TYPE_CHECKING:
    from exchange.restoring import Identify


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's parser."""
    parser: argparse.ArgumentParser = commands.add_parser("restore", help="put a backup in the place of a store")
    parser.add_argument("file", type=Path, metavar="FILE", help="a folder NAME-NUMBER.backup, or a file in it")
    parser.add_argument(
        "--to",
        required=True,
        metavar="STORE",
        help="a store that is put aside, or a new place; a folder or postgresql://…",
    )
    command_line.add_person(parser)
    parser.set_defaults(does=restore)
    return parser


def restore(args: argparse.Namespace) -> int:
    """Restore; prints the store's address, and on a second line where the one before it was put."""
    from exchange import examining, restoring, server_restore
    from models.kernel import store

    source = examining.source_of(args.file.absolute())
    number, words = restoring.number_of(source), os.environ.get("FRONTDESK_PASSPHRASE", "")
    if store.is_server(args.to):
        identify = _whoever_may(args.to, args.staff, number)
        done = server_restore.restore(source, args.to, identify, words)
        print(store.without_password(done.address))
    else:
        folder = store.folder_of(args.to)
        identify = (
            _whoever_may(str(folder), args.staff, number)
            if folder.exists()
            else partial(command_line.log_in, args.staff)
        )
        done = restoring.restore(source, folder, identify, words)
        print(done.address)
    if done.aside:
        print(done.aside)
    return command_line.DONE


def _whoever_may(address: str, staff: str, number: int) -> Identify:
    """Who asks: known in the present store where that opens, else in the backup."""
    from models.shop.backup_actions import ask_for_restore

    try:
        with command_line.at_the_counter(address, staff) as counter:
            ask_for_restore(counter.actor, number)
            actor = counter.actor
    except StorageError:
        return partial(command_line.log_in, staff)
    return lambda: actor
