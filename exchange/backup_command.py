"""``backup STORE --to DIR``: a verified backup of a store, for any PC that has its passphrase or recovery code.

A store on a server has no key of its own: its backup opens with the passphrase given for it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from exchange import command_line
from models.kernel.errors import RuleError
from models.kernel.file_names import safe_name
from models.kernel.i18n import _


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's parser."""
    parser: argparse.ArgumentParser = commands.add_parser("backup", help="make a verified backup of a store")
    parser.add_argument("store", metavar="STORE")
    parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="where it is put; made where needed")
    command_line.add_person(parser)
    parser.set_defaults(does=back_up)
    return parser


def back_up(args: argparse.Namespace) -> int:
    """Make the backup; prints its folder."""
    from exchange import backing_up
    from models.shop.backup_actions import ask_for_backup

    with command_line.at_the_counter(args.store, args.staff) as counter:
        folder, place = counter.store.folder, args.to.absolute()
        passphrase = "" if folder else _passphrase()
        ask_for_backup(counter.actor)
        if folder is None:
            made = backing_up.back_up_server_to(_name(counter.store.name), place, passphrase)
        else:
            made = backing_up.back_up_to(folder, place)
        print(made.path)
    return command_line.DONE


def _name(database: str) -> str:
    """What the backups of a database on a server are called: its address may go on after its name."""
    return safe_name(database.partition("?")[0])


def _passphrase() -> str:
    """What will open the backup: from the environment, else typed twice. Raises RuleError where there is neither."""
    if given := os.environ.get(command_line.PASSPHRASE):
        return given
    if not sys.stdin or not sys.stdin.isatty():
        raise RuleError(
            "A backup of a store on a server is opened with a passphrase. Give it in {variable}.",
            variable=command_line.PASSPHRASE,
        )
    from getpass import getpass

    typed = getpass(_("Passphrase: "))
    if typed != getpass(_("Passphrase once more: ")):
        raise RuleError("The two passphrases are not the same.")
    return typed
