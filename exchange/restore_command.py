"""``restore FILE --to STORE``: a backup in the place of a store, which is put aside."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange import command_line
from models.kernel import keys
from models.kernel.errors import RuleError, StorageError
from models.kernel.i18n import _

if TYPE_CHECKING:
    from exchange.examining import Source
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
    number, words = restoring.number_of(source), _words(source)
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


def _words(source: Source) -> str:
    """What opens the backup where this PC does not: from the environment, else typed. Raises RuleError where there is
    neither.
    """
    if given := os.environ.get(command_line.PASSPHRASE):
        return given
    try:
        keys.unlock_copy(source.keys)
        return ""
    except RuleError:
        if not sys.stdin or not sys.stdin.isatty():
            raise RuleError(
                "This PC does not know the backup's store. Give its passphrase or recovery code in {variable}.",
                variable=command_line.PASSPHRASE,
            ) from None
    from getpass import getpass

    return getpass(_("Passphrase or recovery code: "))


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
