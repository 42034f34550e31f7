"""``backup STORE --to DIR``: a verified backup of a store, for any PC that has its passphrase or recovery code."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exchange import command_line


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
        folder = counter.store.folder
        if folder is None:
            raise backing_up.on_a_server()
        ask_for_backup(counter.actor)
        print(backing_up.back_up_to(folder, args.to.absolute()).path)
    return command_line.DONE
