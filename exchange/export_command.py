"""``main.py export``: what the export page does, for scripts."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from exchange.command_line import DONE, FOUND, add_person, at_the_counter, read_given
from models.carrying.kinds import Content, Form, Preset
from models.kernel.errors import RuleError
from models.kernel.i18n import _


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's parser."""
    parser: argparse.ArgumentParser = commands.add_parser("export", help="write lists and papers into a new folder")
    parser.add_argument("store", metavar="STORE")
    parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="a drive or folder that is there")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--preset", choices=[each.value for each in Preset], default=Preset.EVERYTHING.value)
    what.add_argument(
        "--content",
        action="append",
        choices=[each.value for each in Content],
        default=[],
        help="instead of a preset; may be given again",
    )
    parser.add_argument("--form", choices=[each.value for each in Form], default=Form.XLSX.value)
    parser.add_argument("--from", dest="first", type=_day, metavar="DAY", help="such as 2026-05-01")
    parser.add_argument("--to-date", dest="last", type=_day, metavar="DAY", help="that day with it")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line encrypts what leaves")
    how.add_argument("--plain", action="store_true", help="only where the administrator allowed it")
    add_person(parser)
    parser.set_defaults(does=run)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-05-01") from None


def run(args: argparse.Namespace) -> int:
    """Export; prints the folder. FOUND where something could not be made or had to be cut; that is said where errors
    are.
    """
    from exchange.columns import Days
    from exchange.exporting import Wanted, export
    from models.carrying.lists import presets_for

    if args.first and args.last and args.first > args.last:
        raise RuleError("The first day is after the last.", field="first")
    passphrase = _passphrase(args)
    with at_the_counter(args.store, args.staff) as counter:
        contents = tuple(map(Content, args.content))
        if not contents:
            own = presets_for(counter.actor)
            if Preset(args.preset) not in own:
                raise RuleError("Your role may not use this preset.", field="preset")
            contents = own[Preset(args.preset)]
        wanted = Wanted(contents, Days(args.first, args.last), Form(args.form), args.to, passphrase)
        done = export(counter.actor, wanted)
    print(done.path)
    for path in done.left_out:
        print(_("Left out, because it cannot be made again: {paper}").format(paper=path), file=sys.stderr)
    if done.cut:
        words = _("{count} cells were longer than a workbook holds and were cut.")
        print(words.format(count=done.cut), file=sys.stderr)
    return FOUND if done.left_out or done.cut else DONE


def _passphrase(args: argparse.Namespace) -> str:
    """The passphrase to encrypt with; empty for plain. Raises RuleError where neither was said, StorageError."""
    if args.plain:
        return ""
    if args.passphrase_file is None:
        raise RuleError("Give --passphrase-file FILE, or --plain where the administrator allowed it.")
    lines = read_given(args.passphrase_file).splitlines()
    if not lines or not lines[0]:
        raise RuleError("The file {path} holds no passphrase.", path=str(args.passphrase_file))
    return str(lines[0])
